//! A text as syllables, each with its marks and without.

use base::vietnamese::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// The five tones, as combining marks.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
/// After these a last y is written i as well: kỹ, kĩ; quý, quí.
const BEFORE_Y: [&str; 7] = ["h", "k", "l", "m", "s", "t", "qu"];

/// A run of letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Syllable {
    /// Letters with what makes them (â, ơ, đ), then the tone: the same wherever the tone was typed (hoà, hòa).
    pub marked: String,
    /// Letters alone.
    pub folded: String,
}

/// The syllables of a text, at most so many.
pub(crate) fn syllables(text: &str, at_most: usize) -> impl Iterator<Item = Syllable> {
    text.split(|c: char| !c.is_alphanumeric() && canonical_combining_class(c) == 0)
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(at_most)
        .map(syllable)
}

fn syllable(word: &str) -> Syllable {
    let mut marked = String::with_capacity(word.len() + 2);
    let mut tones = String::new();
    for c in word.nfkd().flat_map(char::to_lowercase).nfkd() {
        if TONES.contains(&c) { &mut tones } else { &mut marked }.push(c);
    }
    let before_y = marked.strip_suffix('y').filter(|before| BEFORE_Y.contains(before));
    if let Some(before) = before_y.map(str::len) {
        marked.truncate(before);
        marked.push('i');
    }
    let folded = fold(&marked);
    marked.push_str(&tones);
    Syllable { marked, folded }
}
