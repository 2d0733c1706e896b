//! A look at what was typed before it is sent: words that could point at a person, or tell where and when a post is
//! weak. It only warns. The author decides; nothing is altered, recorded or refused for it.
//!
//! Rules are by form and by lists of words; they err both ways. In a text where nobody typed a mark, words are compared
//! without marks. The time taken grows with the length of the text, since every rule looks a fixed number of words
//! around.

mod name_words;
mod names;
mod numbers;
mod place_words;
mod plates;
mod posts;
mod tokens;

use tokens::Text;

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningKind {
    /// A person's name, with the title before it.
    PersonName,
    /// A telephone number.
    Phone,
    /// The plate of a vehicle.
    Plate,
    /// A post or site together with an hour or a shift.
    PostWithShift,
    /// An address of electronic mail.
    Email,
    /// A number of an identity card (9 or 12 digits) or of a passport.
    IdNumber,
}

/// Words of a text that its author should look at once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Warning {
    /// First byte, on a boundary of characters of the text as typed.
    pub start: usize,
    /// The byte after the last, on a boundary of characters.
    pub end: usize,
    /// What it is about.
    pub kind: WarningKind,
}

impl Warning {
    /// The words warned of. Empty when the text is not the one that was checked.
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether both have a byte in common.
    const fn overlaps(&self, other: &Warning) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Warnings on a text as it was typed, in NFC or NFD, in the order of their places.
///
/// Warnings of one kind never overlap: they are made one. Of two kinds over the same words the one that is surer stays
/// (an address of mail, then an identity card, a telephone, a plate, a name). Only a post with a shift, which spans
/// several words, may hold others.
pub fn check(text: &str) -> Vec<Warning> {
    let tokens = Text::read(text);
    // the surest first
    let found = [
        numbers::emails(text),
        numbers::id_numbers(&tokens),
        numbers::phones(&tokens),
        plates::plates(&tokens),
        names::names(&tokens),
    ];
    let mut kept: Vec<Warning> = Vec::new();
    for warnings in found {
        let free = without_overlaps(joined(warnings), &kept);
        kept.extend(free);
        kept.sort_unstable();
    }
    kept.extend(joined(posts::posts_with_shifts(&tokens)));
    kept.sort_unstable();
    kept
}

/// Overlapping warnings of one kind as one.
fn joined(mut warnings: Vec<Warning>) -> Vec<Warning> {
    warnings.sort_unstable();
    let mut joined: Vec<Warning> = Vec::new();
    for warning in warnings {
        match joined.last_mut() {
            Some(last) if last.overlaps(&warning) => last.end = last.end.max(warning.end),
            _ => joined.push(warning),
        }
    }
    joined
}

/// What of `warnings` overlaps nothing in `kept`. Both are in the order of their places and overlap nothing of their own.
fn without_overlaps(mut warnings: Vec<Warning>, kept: &[Warning]) -> Vec<Warning> {
    let mut ahead = kept.iter().peekable();
    warnings.retain(|warning| {
        while ahead.next_if(|other| other.end <= warning.start).is_some() {}
        ahead.peek().is_none_or(|other| !other.overlaps(warning))
    });
    warnings
}
