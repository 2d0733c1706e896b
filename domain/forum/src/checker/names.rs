//! Names of persons: a family name with given names, or a title with a name. Capitals tell, except where every word has
//! one; there the syllables must be common in names.

use super::name_words::{FAMILIES, FAMILIES_SURE, GIVEN, TITLES, TITLES_SURE, TITLES_VAGUE_BARE};
use super::place_words::{COMPOUNDS, NOT_NAMES, NOT_NAMES_LOUD, OFFICES, PLACE_NAMES, PLACES};
use super::tokens::{Gap, Kind, Phrase, Text, Token};
use super::{Warning, WarningKind};
use base::vietnamese::fold;

/// Most syllables after a family name or in a name without one.
const GIVEN_MAX: usize = 4;
/// How many abbreviations may stand between "trường" and the name of the school ("THPT").
const ABBREVIATIONS_MAX: usize = 2;
/// The middle names that tell a name even in small letters.
const MIDDLES: &[Phrase] = &[("văn", "van"), ("thị", "thi")];
/// Family names without marks that are no other word.
const FAMILIES_PLAIN: &[&str] = &["nguyen", "tran", "pham", "hoang", "huynh", "truong", "trinh", "phung"];
/// Crossings of streets.
const CROSSINGS: &[Phrase] = &[("ngã ba", "nga ba"), ("ngã tư", "nga tu"), ("ngã năm", "nga nam")];
/// What says that a number before a name is a house's.
const HOUSES: &[Phrase] = &[("số", "so"), ("nhà", "nha"), ("sn", "sn"), ("ngõ", "ngo")];

/// Names of persons, with their titles.
pub(super) fn names(text: &Text<'_>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let to = match titled(text, at).or_else(|| small(text, at)) {
            Some(to) => {
                found.extend(text.warn(WarningKind::PersonName, at, to));
                to
            }
            None => match full(text, at) {
                Some(Full { to, is_person }) => {
                    found.extend(text.warn(WarningKind::PersonName, at, to).filter(|_| is_person));
                    to
                }
                None => at,
            },
        };
        at = to.max(at + 1);
    }
    found
}

/// How well a word serves as a family name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Sure,
    Maybe,
}

fn family(text: &Text<'_>, at: usize) -> Option<Family> {
    let token = text.at(at).filter(|token| token.kind == Kind::Word)?;
    // some are plain without their marks, however the rest is typed
    if FAMILIES_PLAIN.contains(&token.low.as_str()) || text.is_any(at, FAMILIES_SURE) {
        return Some(Family::Sure);
    }
    FAMILIES.iter().any(|word| text.is(at, *word)).then_some(Family::Maybe)
}

fn is_given(token: &Token<'_>) -> bool {
    GIVEN.binary_search(&fold(&token.low).as_str()).is_ok()
}

/// Whether the pair of words there is one of these; the second follows on the same line.
fn is_pair(text: &Text<'_>, at: usize, pairs: &[Phrase]) -> bool {
    text.longest(at, pairs).is_some()
}

/// Whether a word with a capital goes on a name: not an abbreviation, not the beginning of an office.
fn goes_on(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.at(at) else { return false };
    let is_word = token.kind == Kind::Word && token.capital && token.gap == Gap::Space;
    let is_office = text.is_any(at, OFFICES) || is_pair(text, at, COMPOUNDS);
    let is_abbreviation = token.shouted && !text.loud && family(text, at).is_none() && !is_given(token);
    is_word && !is_office && !is_abbreviation
}

/// The token after the syllables that go on a name from there.
fn run(text: &Text<'_>, from: usize) -> usize {
    let mut at = from;
    while at - from < GIVEN_MAX && goes_on(text, at) {
        let common = text.at(at).is_some_and(is_given);
        let after_middle = at > from && text.is_any(at - 1, MIDDLES);
        if text.loud && !common && !after_middle {
            break;
        }
        at += 1;
    }
    at
}

/// The token after a title and the name that follows it.
fn titled(text: &Text<'_>, at: usize) -> Option<usize> {
    let sure = text.longest(at, TITLES_SURE);
    let words = sure.or_else(|| text.longest(at, TITLES))?;
    if is_pair(text, at, NOT_NAMES) || text.loud && is_pair(text, at, NOT_NAMES_LOUD) {
        return None;
    }
    let vague = text.unmarked
        && text
            .at(at)
            .is_some_and(|title| TITLES_VAGUE_BARE.contains(&title.low.as_str()));
    let sure = sure.is_some() && !vague && !text.loud;
    let from = at + words;
    let name = text.at(from).filter(|_| goes_on(text, from))?;
    // "đồng chí Đại tá …": the title nearest to the name tells
    let titles = || text.longest(from, TITLES_SURE).or_else(|| text.longest(from, TITLES));
    if titles().is_some_and(|words| words > 1 || goes_on(text, from + 1)) || name.is_capital_letter() && !is_given(name)
    {
        return None;
    }
    let of_family = family(text, from).is_some();
    if is_pair(text, from, PLACE_NAMES) || !(sure || of_family || is_given(name)) {
        return None;
    }
    // at most a family name and what goes on it; "Vũ anh Thiều" is one name
    let after = from + 1;
    let small_middle = of_family && text.at(after).is_some_and(|token| !token.capital && is_given(token));
    if small_middle && goes_on(text, after + 1) && text.at(after).is_some_and(|token| token.gap == Gap::Space) {
        return Some(run(text, after + 1).max(after + 2));
    }
    Some(run(text, after))
}

/// A name in small letters that can be nothing else: "nguyễn văn hùng", "Trần thị Lan".
fn small(text: &Text<'_>, at: usize) -> Option<usize> {
    let word = |at: usize| {
        text.at(at)
            .filter(|token| token.kind == Kind::Word && token.gap == Gap::Space)
    };
    let middle = word(at + 1).filter(|middle| !middle.capital)?;
    let given = word(at + 2)?;
    let fits = family(text, at) == Some(Family::Sure) && text.is_any(at + 1, MIDDLES);
    let other = is_pair(text, at + 1, COMPOUNDS) || text.is_any(at + 2, OFFICES);
    if !fits || other || !(given.capital || is_given(given)) || middle.low.is_empty() || is_place(text, at) {
        return None;
    }
    Some(if given.capital { run(text, at + 3) } else { at + 3 })
}

/// What begins with a family name.
struct Full {
    to: usize,
    /// Not a place, nor a thing named after a person.
    is_person: bool,
}

fn full(text: &Text<'_>, at: usize) -> Option<Full> {
    let sure = family(text, at)? == Family::Sure;
    if !text.at(at)?.capital || is_pair(text, at, COMPOUNDS) {
        return None;
    }
    let to = run(text, at + 1);
    let syllables = to - at;
    let like_given = text.at(at + 1).is_some_and(is_given) || syllables > 2 && text.before(to).is_some_and(is_given);
    let enough = if text.loud { 3 } else { 2 };
    // where capitals say nothing, an everyday word does not begin a name
    let like_family = sure || like_given && (!text.loud || text.is_any(at + 1, MIDDLES));
    if syllables < enough || !like_family {
        return None;
    }
    // "Tràng An Dương": two syllables inside a longer proper name
    let inside =
        syllables == 2 && text.before(at).is_some_and(|before| before.capital) && text.at(at)?.gap == Gap::Space;
    let elsewhere = is_pair(text, at, PLACE_NAMES) || is_place(text, at);
    Some(Full {
        to,
        is_person: !inside && !elsewhere,
    })
}

/// Whether what stands there is called after a street, a school, the number of a house.
fn is_place(text: &Text<'_>, at: usize) -> bool {
    let mut before = at;
    for _ in 0..=ABBREVIATIONS_MAX {
        let Some(previous) = before.checked_sub(1) else {
            return false;
        };
        if text.at(before).is_none_or(|token| token.gap == Gap::Line) {
            return false;
        }
        let crossing = previous
            .checked_sub(1)
            .is_some_and(|first| is_pair(text, first, CROSSINGS));
        if crossing || text.is_any(previous, PLACES) {
            return true;
        }
        if text.at(previous).is_some_and(|token| token.kind == Kind::Number) {
            return previous > 0 && text.is_any(previous - 1, HOUSES);
        }
        if text.at(previous).is_none_or(|token| !token.shouted) || text.loud {
            return false;
        }
        before = previous;
    }
    false
}
