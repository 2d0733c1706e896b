//! Plates of vehicles: civil (35A-123.45, 35-B1 123.45), of the State (80A), of the army (TM-12-34), of diplomats (80-NG-123-45).

use super::tokens::{Gap, Kind, Phrase, Text, Token};
use super::{Warning, WarningKind};

/// How far before a plate the word may stand that says it is one (tokens).
const VEHICLE_REACH: usize = 4;
/// Codes of provinces on plates (Circular 24/2023/TT-BCA) begin here.
const PROVINCE_MIN: u32 = 11;

const VEHICLES: &[Phrase] = &[
    ("xe", "xe"),
    ("biển", "bien"),
    ("bks", "bks"),
    ("bsx", "bsx"),
    ("bs", "bs"),
    ("tô", "to"),
];

/// Series of two letters: firms, foreigners, diplomats, tractors, mopeds and others.
const LONG_SERIES: &[&str] = &[
    "ld", "da", "ng", "qt", "nn", "cv", "kt", "rm", "cd", "tđ", "mđ", "mk", "ht", "hc", "aa", "ab", "ac", "ad", "ae",
    "af", "ah", "ak", "am", "an", "as",
];

/// Beginnings of the numbers of papers and of things in this product, which look like an army's plate.
const PAPERS: &[&str] = &[
    "nq", "qđ", "qd", "ct", "tb", "bc", "kh", "nđ", "nd", "hd", "tw", "yk", "cđ", "dd", "vv", "sh", "ln",
];

/// Plates, in order.
pub(super) fn plates(text: &Text<'_>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        match civil(text, at).or_else(|| army(text, at)) {
            Some(to) => {
                found.extend(text.warn(WarningKind::Plate, at, to));
                at = to.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

fn of_vehicle(text: &Text<'_>, at: usize) -> bool {
    (at.saturating_sub(VEHICLE_REACH)..at).any(|before| text.is_any(before, VEHICLES))
}

/// Nothing touches it but a bracket or a colon before, or a sign that ends something after.
fn stands_free(text: &Text<'_>, from: usize, to: usize) -> bool {
    let before = text.before(from).filter(|_| is_glued(text, from));
    let after = text.at(to).filter(|_| is_glued(text, to));
    before.is_none_or(|token| token.kind == Kind::Sign && !matches!(token.raw, "/" | "." | "-"))
        && after.is_none_or(|token| token.kind == Kind::Sign && token.raw != "/")
}

fn is_glued(text: &Text<'_>, at: usize) -> bool {
    text.at(at).is_some_and(|token| token.gap == Gap::None)
}

fn is_sign(text: &Text<'_>, at: usize, signs: &[&str]) -> bool {
    text.at(at)
        .is_some_and(|token| token.gap != Gap::Line && signs.contains(&token.raw))
}

/// The token after a plate that begins with the code of a province.
fn civil(text: &Text<'_>, from: usize) -> Option<usize> {
    let province = text.at(from)?;
    if province.digits() != 2 || province.raw.parse::<u32>().ok()? < PROVINCE_MIN {
        return None;
    }
    let dashed = is_sign(text, from + 1, &["-"]) && is_glued(text, from + 1);
    let letters = from + if dashed { 2 } else { 1 };
    if !is_series(text.at(letters)?) || !is_glued(text, letters) {
        return None;
    }
    let motorcycle = text.at(letters + 1).is_some_and(|token| token.digits() == 1) && is_glued(text, letters + 1);
    let after_series = letters + if motorcycle { 2 } else { 1 };
    let hyphen = is_sign(text, after_series, &["-", "–", "."]);
    let digits = after_series + usize::from(hyphen);
    let known = of_vehicle(text, from);
    match serial(text, digits) {
        Some((to, long)) if stands_free(text, from, to) => {
            // "12A 2019" may be a class and its year
            let year = text
                .at(digits)
                .is_some_and(|token| matches!(token.raw.get(..2), Some("19" | "20")));
            (long || known || hyphen && !year).then_some(to)
        }
        _ => (known && stands_free(text, from, after_series)).then_some(after_series),
    }
}

fn is_series(token: &Token<'_>) -> bool {
    match token.raw.len() {
        // "22h 30" and "35g" are an hour and a weight
        1 => token
            .raw
            .chars()
            .all(|c| c.is_ascii_alphabetic() && !matches!(c, 'h' | 'g')),
        _ => token.shouted && LONG_SERIES.contains(&token.low.as_str()),
    }
}

/// The serial number: 12345, 123.45 or 1234. Gives the token after it, and whether it has five digits.
fn serial(text: &Text<'_>, at: usize) -> Option<(usize, bool)> {
    let token = text.at(at)?;
    if token.gap == Gap::Line {
        return None;
    }
    match token.digits() {
        5 => Some((at + 1, true)),
        4 => Some((at + 1, false)),
        3 => {
            let parted = is_sign(text, at + 1, &[".", "-"]);
            let last = at + if parted { 2 } else { 1 };
            (text.at(last)?.digits() == 2 && text.at(last)?.gap != Gap::Line).then_some((last + 1, true))
        }
        _ => None,
    }
}

/// The token after a plate of two letters and four digits.
fn army(text: &Text<'_>, from: usize) -> Option<usize> {
    let letters = text.at(from)?;
    if !(letters.shouted && letters.raw.len() == 2 && letters.raw.is_ascii()) {
        return None;
    }
    let known = of_vehicle(text, from);
    let signs: &[&str] = if known { &["-", "–", "."] } else { &["-", "–"] };
    let first = from + if is_sign(text, from + 1, signs) { 2 } else { 1 };
    let token = text.at(first)?;
    if token.gap == Gap::Line {
        return None;
    }
    if known && token.digits() == 4 && stands_free(text, from, first + 1) {
        return Some(first + 1);
    }
    let second = first + if is_sign(text, first + 1, signs) { 2 } else { 1 };
    let pairs = token.digits() == 2 && text.at(second)?.digits() == 2 && text.at(second)?.gap != Gap::Line;
    let hyphens = first == from + 2 && second == first + 2 && !PAPERS.contains(&letters.low.as_str());
    (pairs && (known || hyphens) && stands_free(text, from, second + 1)).then_some(second + 1)
}
