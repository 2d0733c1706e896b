//! Opinions named by their numbers, as people type them: "1, 4, 7-9" or "YK-0012".

use forum::Forum;

/// Most opinions one list names.
const NAMED_MAX: usize = 200;

/// An opinion has this number, and was not taken down.
pub(crate) fn is_published(forum: &Forum, number: u32) -> bool {
    let seq = forum.published.get(&number);
    seq.is_some_and(|seq| !forum.taken_down.contains(seq))
}

/// The numbers a text names, each once and in order; `None` when a part of it is no number or no published opinion.
pub(crate) fn read(forum: &Forum, typed: &str) -> Option<Vec<u32>> {
    let mut numbers = std::collections::BTreeSet::new();
    let parts = typed
        .split([',', ';', ' ', '\n', '\t'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    for part in parts {
        let upper = part.to_uppercase();
        let digits = upper.strip_prefix("YK-").unwrap_or(&upper);
        let (first, last) = match digits.split_once(['-', '–']) {
            Some((first, last)) => (first.parse::<u32>().ok()?, last.parse::<u32>().ok()?),
            None => {
                let number = digits.parse::<u32>().ok()?;
                (number, number)
            }
        };
        if first > last || (last - first) as usize >= NAMED_MAX {
            return None;
        }
        numbers.extend(first..=last);
    }
    let known = numbers.len() <= NAMED_MAX && numbers.iter().all(|number| is_published(forum, *number));
    known.then(|| numbers.into_iter().collect())
}

/// The same back as text, runs drawn together: "1, 4, 7-9".
pub(crate) fn written(numbers: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let run = |(first, last): (u32, u32)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn runs_are_drawn_together() {
        assert_eq!(written(&[]), "");
        assert_eq!(written(&[3]), "3");
        assert_eq!(written(&[1, 4, 7, 8, 9]), "1, 4, 7-9");
    }
}
