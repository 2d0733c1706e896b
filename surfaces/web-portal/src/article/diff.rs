//! Two revisions of a text, line by line.

/// Most pairs of lines that are compared: what lies between the first and the last difference, beyond that, is shown as
/// taken out and put in whole.
const PAIRS_MAX: usize = 1_000_000;

/// A line of two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// It stands in both.
    Same(&'a str),
    /// It stands in the earlier one only.
    Gone(&'a str),
    /// It stands in the later one only.
    New(&'a str),
}

/// The lines of two texts in order, with as many kept as can be. Empty lines are not told.
pub fn lines<'a>(before: &'a str, after: &'a str) -> Vec<Line<'a>> {
    let (before, after) = (told(before), told(after));
    let start = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let (rest_before, rest_after) = (&before[start..], &after[start..]);
    let paired = rest_before.iter().rev().zip(rest_after.iter().rev());
    let end = paired.take_while(|(a, b)| a == b).count();
    let (old, new) = (
        &rest_before[..rest_before.len() - end],
        &rest_after[..rest_after.len() - end],
    );
    let mut all: Vec<Line<'a>> = before[..start].iter().map(|line| Line::Same(line)).collect();
    if old.len().saturating_mul(new.len()) > PAIRS_MAX {
        all.extend(old.iter().map(|line| Line::Gone(line)));
        all.extend(new.iter().map(|line| Line::New(line)));
    } else {
        between(old, new, &mut all);
    }
    all.extend(before[before.len() - end..].iter().map(|line| Line::Same(line)));
    all
}

fn told(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

/// Walks along a longest common subsequence.
fn between<'a>(old: &[&'a str], new: &[&'a str], all: &mut Vec<Line<'a>>) {
    let width = new.len() + 1;
    // kept[i * width + j]: most lines that can be kept of old[i..] and new[j..].
    let mut kept = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            kept[i * width + j] = if old[i] == new[j] {
                kept[(i + 1) * width + j + 1] + 1
            } else {
                kept[(i + 1) * width + j].max(kept[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            all.push(Line::Same(old[i]));
            (i, j) = (i + 1, j + 1);
        } else if kept[(i + 1) * width + j] >= kept[i * width + j + 1] {
            all.push(Line::Gone(old[i]));
            i += 1;
        } else {
            all.push(Line::New(new[j]));
            j += 1;
        }
    }
    all.extend(old[i..].iter().map(|line| Line::Gone(line)));
    all.extend(new[j..].iter().map(|line| Line::New(line)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told_of(lines: &[Line<'_>], later: bool) -> Vec<String> {
        let kept = lines.iter().filter_map(|line| match (line, later) {
            (Line::Same(text), _) | (Line::New(text), true) | (Line::Gone(text), false) => Some((*text).to_owned()),
            _ => None,
        });
        kept.collect()
    }

    #[test]
    fn what_stayed_stays_and_what_changed_is_told_once() {
        use Line::{Gone, New, Same};
        assert_eq!(
            lines("Một\n\nHai\nBa", "Một\nHai sửa\n\nBa"),
            [Same("Một"), Gone("Hai"), New("Hai sửa"), Same("Ba")]
        );
        assert_eq!(lines("", ""), []);
        assert_eq!(lines("", "Một"), [New("Một")]);
        assert_eq!(lines("Một", ""), [Gone("Một")]);
        assert_eq!(
            lines("a\nb\nc\nd", "b\nd\ne"),
            [Gone("a"), Same("b"), Gone("c"), Same("d"), New("e")]
        );
    }

    #[test]
    fn both_texts_can_be_read_from_it() {
        let (before, after) = ("x\ny\nx\ny\nz\nx", "y\nx\nx\nz\ny\nx\nx");
        let found = lines(before, after);
        assert_eq!(told_of(&found, false), before.lines().collect::<Vec<_>>());
        assert_eq!(told_of(&found, true), after.lines().collect::<Vec<_>>());
        let same = found.iter().filter(|line| matches!(line, Line::Same(_))).count();
        assert_eq!(same, 4, "{found:?}");
    }

    #[test]
    fn texts_of_very_many_lines_are_told_whole() {
        let many = |word: &str| (0..2_000).map(|n| format!("{word} {n}\n")).collect::<String>();
        let (before, after) = (format!("đầu\n{}", many("cũ")), format!("đầu\n{}", many("mới")));
        let found = lines(&before, &after);
        assert_eq!(found.len(), 4_001);
        assert_eq!(found[0], Line::Same("đầu"));
    }
}
