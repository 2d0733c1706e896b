//! A text as words, numbers and signs, each with its place.

use super::{Warning, WarningKind};
use base::text::TextRule;

/// Fewest words of a text whose capitals are asked whether they say anything.
const LOUD_WORDS_MIN: usize = 8;
/// From this share of capitalised words on, capitals say nothing (per cent).
const LOUD_PERCENT: usize = 75;

/// Any length, so that only the form is changed.
const NFC: TextRule = TextRule {
    min_chars: 0,
    max_chars: usize::MAX,
    lines: false,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters with their marks.
    Word,
    /// Digits 0 to 9.
    Number,
    /// Any other character that is no space.
    Sign,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    Space,
    /// A new line, or the beginning of the text.
    Line,
}

#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub gap: Gap,
    /// As typed.
    pub raw: &'t str,
    /// In NFC and lower case.
    pub low: String,
    /// Begins with a capital.
    pub capital: bool,
    /// Two letters or more, all capitals.
    pub shouted: bool,
    /// In which sentence, from 0.
    pub sentence: usize,
}

impl Token<'_> {
    /// A number of so many digits.
    pub fn digits(&self) -> usize {
        if self.kind == Kind::Number { self.raw.len() } else { 0 }
    }

    /// One capital letter, such as the name of a post.
    pub fn is_capital_letter(&self) -> bool {
        self.capital && self.low.chars().count() == 1
    }
}

/// A phrase with its marks, and without: words apart by one space.
pub(super) type Phrase = (&'static str, &'static str);

#[derive(Debug)]
pub(super) struct Text<'t> {
    pub tokens: Vec<Token<'t>>,
    /// Nobody typed a mark.
    pub unmarked: bool,
    /// Nearly every word has a capital: capitals say nothing.
    pub loud: bool,
}

impl<'t> Text<'t> {
    pub fn read(text: &'t str) -> Self {
        let mut tokens: Vec<Token<'t>> = Vec::new();
        let mut gap = Gap::Line;
        let mut sentence = 0;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let start = text.len() - rest.len();
            if first.is_whitespace() {
                let is_line = matches!(first, '\n' | '\r' | '\u{2028}' | '\u{2029}');
                gap = if is_line || gap == Gap::Line {
                    Gap::Line
                } else {
                    Gap::Space
                };
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
                continue;
            }
            let (kind, length) = first_token(rest, first);
            let (raw, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            if ends_sentence(tokens.last(), gap) {
                sentence += 1;
            }
            tokens.push(token(raw, start, (kind, gap), sentence));
            gap = Gap::None;
            rest = after;
        }
        let words = tokens.iter().filter(|token| token.kind == Kind::Word);
        let (all, capitals) = words.clone().fold((0, 0), |(all, capitals), word| {
            (all + 1, capitals + usize::from(word.capital))
        });
        Text {
            unmarked: words.clone().all(|word| word.low.is_ascii()),
            loud: all >= LOUD_WORDS_MIN && capitals * 100 >= all * LOUD_PERCENT,
            tokens,
        }
    }

    pub fn at(&self, at: usize) -> Option<&Token<'t>> {
        self.tokens.get(at)
    }

    pub fn before(&self, at: usize) -> Option<&Token<'t>> {
        self.tokens.get(at.checked_sub(1)?)
    }

    /// Whether the word there is this one; without marks only in a text that has none.
    pub fn is(&self, at: usize, (marked, bare): Phrase) -> bool {
        self.at(at)
            .is_some_and(|token| token.low == marked || self.unmarked && token.low == bare)
    }

    pub fn is_any(&self, at: usize, words: &[Phrase]) -> bool {
        words.iter().any(|word| self.is(at, *word))
    }

    /// How many tokens the phrase there takes up; it stands on one line.
    pub fn phrase(&self, at: usize, (marked, bare): Phrase) -> Option<usize> {
        // most phrases begin otherwise: one comparison tells
        let low = self.at(at)?.low.as_str();
        if !(marked.starts_with(low) || self.unmarked && bare.starts_with(low)) {
            return None;
        }
        let mut words = 0;
        for word in marked.split(' ').zip(bare.split(' ')) {
            if !self.is(at + words, word) || words > 0 && self.at(at + words)?.gap == Gap::Line {
                return None;
            }
            words += 1;
        }
        Some(words)
    }

    /// The longest of the phrases that stands there.
    pub fn longest(&self, at: usize, phrases: &[Phrase]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.phrase(at, *phrase)).max()
    }

    /// A warning on the tokens from `from` to before `to`.
    pub fn warn(&self, kind: WarningKind, from: usize, to: usize) -> Option<Warning> {
        let start = self.at(from)?.start;
        let end = self.before(to)?.end;
        (start < end).then_some(Warning { start, end, kind })
    }
}

/// A point ends a sentence before white space only: "35A-123.45" goes on.
fn ends_sentence(last: Option<&Token<'_>>, gap: Gap) -> bool {
    gap == Gap::Line || gap == Gap::Space && last.is_some_and(|last| matches!(last.raw, "." | "!" | "?" | ";" | "…"))
}

fn first_token(rest: &str, first: char) -> (Kind, usize) {
    let length = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        (Kind::Number, length(|c| c.is_ascii_digit()))
    } else if first.is_alphabetic() {
        (Kind::Word, length(|c| c.is_alphabetic() || is_mark(c)))
    } else {
        (Kind::Sign, first.len_utf8())
    }
}

/// The combining marks of Vietnamese in NFD, and their neighbours.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

fn token<'t>(raw: &'t str, start: usize, (kind, gap): (Kind, Gap), sentence: usize) -> Token<'t> {
    let low = if kind == Kind::Word && !raw.is_ascii() {
        let composed = NFC.accept(raw).unwrap_or_else(|_| raw.to_owned());
        composed.to_lowercase()
    } else {
        raw.to_ascii_lowercase()
    };
    let letters = || raw.chars().filter(|c| !is_mark(*c));
    Token {
        start,
        end: start + raw.len(),
        kind,
        gap,
        raw,
        low,
        capital: raw.chars().next().is_some_and(char::is_uppercase),
        shouted: letters().count() > 1 && letters().all(char::is_uppercase),
        sentence,
    }
}
