//! The words of an article as paragraphs and numbered lists. The words themselves are never changed.

/// Words people read in a minute; Vietnamese writes each syllable as a word of its own.
pub const WORDS_PER_MINUTE: usize = 220;
/// Longest beginning of an article on a card, in characters.
const BEGINNING_CHARS_MAX: usize = 320;
/// Most digits of a list's number.
const NUMBER_DIGITS_MAX: usize = 3;

/// A part of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<'a> {
    /// Lines that belong together.
    Paragraph(Vec<&'a str>),
    /// Items numbered 1, 2, 3 … by their author; each is its lines without the number.
    List(Vec<Vec<&'a str>>),
}

struct Line<'a> {
    text: &'a str,
    /// It stands after an empty line, or first.
    begins: bool,
}

/// The parts of an article. An empty line ends a paragraph; lines that begin "1. ", "2. " and so on, without a gap, are a
/// list.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let lines = lines(text);
    let mut blocks = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if lines[at].begins && !paragraph.is_empty() {
            blocks.push(Block::Paragraph(std::mem::take(&mut paragraph)));
        }
        let (items, end) = list(&lines, at);
        if items.len() > 1 {
            if !paragraph.is_empty() {
                blocks.push(Block::Paragraph(std::mem::take(&mut paragraph)));
            }
            blocks.push(Block::List(items));
            at = end;
        } else {
            paragraph.push(lines[at].text);
            at += 1;
        }
    }
    if !paragraph.is_empty() {
        blocks.push(Block::Paragraph(paragraph));
    }
    blocks
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut begins = true;
    let mut lines = Vec::new();
    for text in text.lines() {
        if text.trim().is_empty() {
            begins = true;
        } else {
            lines.push(Line { text, begins });
            begins = false;
        }
    }
    lines
}

/// The numbered items from a line on, and the line after them.
fn list<'a>(lines: &[Line<'a>], from: usize) -> (Vec<Vec<&'a str>>, usize) {
    let mut items: Vec<Vec<&str>> = Vec::new();
    let mut at = from;
    while let Some(line) = lines.get(at) {
        let next = numbered(line.text).filter(|(number, _)| *number == items.len() + 1);
        match (next, items.last_mut()) {
            (Some((_, rest)), _) => items.push(vec![rest]),
            (None, Some(item)) if !line.begins => item.push(line.text),
            (None, _) => break,
        }
        at += 1;
    }
    (items, at)
}

fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, rest) = line.trim_start().split_once(". ")?;
    let fits = (1..=NUMBER_DIGITS_MAX).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    (fits && !rest.trim().is_empty()).then_some(())?;
    Some((number.parse().ok()?, rest))
}

/// Minutes it takes to read a text, at least one.
pub fn minutes(text: &str) -> u32 {
    let minutes = text.split_whitespace().count().div_ceil(WORDS_PER_MINUTE).max(1);
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

/// The beginning of a text for a card: whole sentences of its first paragraph while they fit, else as many words as fit
/// and "…".
pub fn beginning(text: &str) -> String {
    let first = text
        .split("\n\n")
        .map(str::trim)
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    let limit = first
        .char_indices()
        .nth(BEGINNING_CHARS_MAX)
        .map_or(first.len(), |(at, _)| at);
    if limit == first.len() {
        return first.to_owned();
    }
    let fitting = &first[..limit];
    let sentence = fitting.rmatch_indices(". ").next().map(|(at, _)| at + 1);
    match sentence {
        Some(end) => first[..end].to_owned(),
        None => format!("{} …", fitting.rsplit_once(' ').map_or(fitting, |(words, _)| words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_ends_a_paragraph_and_numbers_make_a_list() {
        let text = "Mở đầu.\nDòng hai.\n\n1. Một\ntiếp\n\n2. Hai\n\nKết.";
        let wanted = [
            Block::Paragraph(vec!["Mở đầu.", "Dòng hai."]),
            Block::List(vec![vec!["Một", "tiếp"], vec!["Hai"]]),
            Block::Paragraph(vec!["Kết."]),
        ];
        assert_eq!(blocks(text), wanted);
        assert_eq!(blocks(""), []);
    }

    #[test]
    fn numbers_that_are_no_list_stay_as_they_are() {
        for text in [
            "Năm\n2019. Tốt",
            "1. Một mình",
            "2. Hai\n\n3. Ba",
            "1. \n\n2. Hai",
            "19.12.2019, họp",
        ] {
            let kept: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            let shown: Vec<&str> = blocks(text)
                .into_iter()
                .flat_map(|block| match block {
                    Block::Paragraph(lines) => lines,
                    Block::List(items) => panic!("a list: {items:?}"),
                })
                .collect();
            assert_eq!(shown, kept);
        }
    }

    #[test]
    fn a_beginning_ends_where_a_sentence_does() {
        assert_eq!(beginning("Ngắn. Gọn.\n\nHai."), "Ngắn. Gọn.");
        let long = format!("Câu một. {}", "chữ ".repeat(200));
        assert_eq!(beginning(&long), "Câu một.");
        let endless = "chữ ".repeat(200);
        let cut = beginning(&endless);
        assert!(
            cut.ends_with("chữ …") && cut.chars().count() <= BEGINNING_CHARS_MAX + 2,
            "{cut}"
        );
    }

    #[test]
    fn reading_takes_at_least_a_minute() {
        assert_eq!((minutes(""), minutes(&"chữ ".repeat(WORDS_PER_MINUTE + 1))), (1, 2));
    }
}
