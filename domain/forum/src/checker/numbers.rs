//! Telephone numbers, identity cards, addresses of mail.

use super::tokens::{Gap, Kind, Phrase, Text};
use super::{Warning, WarningKind};

/// Most groups of digits in one number.
const GROUPS_MAX: usize = 6;
/// A group of at least so many digits is a number by itself, whatever letters touch it.
const ALONE_DIGITS_MIN: usize = 9;
/// How far before a number the word may stand that says it is an identity card's (tokens).
const CARD_REACH: usize = 6;
/// Identity cards since 2012 begin with the code of a province: 001 to 096 (Circular 59/2021/TT-BCA).
const PROVINCE_CODE_MAX: u32 = 96;
/// Most bytes before the @ (RFC 5321, 4.5.3.1.1).
const LOCAL_PART_MAX: usize = 64;
/// Most bytes of a domain (RFC 1035, 2.3.4).
const DOMAIN_MAX: usize = 253;

/// What is called before the number of a card.
const CARDS: &[Phrase] = &[
    ("cmnd", "cmnd"),
    ("cmtnd", "cmtnd"),
    ("cmt", "cmt"),
    ("cccd", "cccd"),
    ("chứng minh", "chung minh"),
    ("căn cước", "can cuoc"),
    ("định danh", "dinh danh"),
    ("hộ chiếu", "ho chieu"),
];

/// Digits in groups, as one number.
struct Grouped {
    digits: String,
    /// Digits of each group.
    groups: Vec<usize>,
    /// The token after each group.
    ends: Vec<usize>,
    /// Groups are apart by points, as thousands are.
    points: bool,
}

impl Grouped {
    /// The number whose first group stands there.
    fn read(text: &Text<'_>, first: usize) -> Self {
        let mut grouped = Grouped {
            digits: String::new(),
            groups: Vec::new(),
            ends: Vec::new(),
            points: false,
        };
        let mut at = first;
        while let Some(group) = text.at(at)
            && group.kind == Kind::Number
        {
            grouped.digits.push_str(group.raw);
            grouped.groups.push(group.raw.len());
            grouped.ends.push(at + 1);
            let Some((next, point)) = next_group(text, at + 1) else {
                break;
            };
            if grouped.groups.len() == GROUPS_MAX {
                break;
            }
            grouped.points |= point;
            at = next;
        }
        grouped
    }

    /// The first groups as prefixes of the number: digits, how many groups, the token after.
    fn prefixes(&self) -> impl DoubleEndedIterator<Item = (&str, &[usize], usize)> {
        self.ends.iter().enumerate().filter_map(|(last, end)| {
            let groups = self.groups.get(..=last)?;
            Some((self.digits.get(..groups.iter().sum())?, groups, *end))
        })
    }
}

/// The next group after a space, a glued point, a hyphen, or a bracket of an area code.
fn next_group(text: &Text<'_>, at: usize) -> Option<(usize, bool)> {
    let token = text.at(at)?;
    if token.gap == Gap::Line {
        return None;
    }
    if token.kind == Kind::Number {
        return Some((at, false));
    }
    let after = text.at(at + 1)?;
    let point = token.raw == ".";
    let glued = token.gap == Gap::None && after.gap == Gap::None;
    let parts = point && glued || matches!(token.raw, "-" | "–" | "(" | ")");
    (parts && after.kind == Kind::Number && after.gap != Gap::Line).then_some((at + 1, point))
}

/// Whether a number may begin with this token: nothing touches it that makes it part of something else.
fn begins(text: &Text<'_>, at: usize) -> bool {
    let (Some(token), before) = (text.at(at), text.before(at)) else {
        return false;
    };
    let Some(before) = before.filter(|_| token.gap == Gap::None) else {
        return true;
    };
    match before.raw {
        // "03/2014" is a paper or a day; two numbers of telephones may be parted so
        "/" => token.digits() > 2 && token.raw.starts_with('0'),
        "." | "," | "-" | "_" | "–" => token.digits() >= ALONE_DIGITS_MIN,
        _ => before.kind != Kind::Word || token.digits() >= ALONE_DIGITS_MIN,
    }
}

/// Whether a number may end before this token.
fn ends(text: &Text<'_>, at: usize) -> bool {
    let Some(after) = text.at(at).filter(|after| after.gap == Gap::None) else {
        return true;
    };
    let alone = text.before(at).is_some_and(|last| last.digits() >= ALONE_DIGITS_MIN);
    after.kind != Kind::Word || alone
}

/// Numbers of telephones in Viet Nam, mobile and land line, old and new, with 0 or +84. Short numbers (113) and those
/// of services (1900, 1800) are public and none.
pub(super) fn phones(text: &Text<'_>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        match phone(text, at) {
            Some((from, to)) => {
                found.extend(text.warn(WarningKind::Phone, from, to));
                at = to.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

fn phone(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    if text.at(at)?.kind != Kind::Number || !begins(text, at) {
        return None;
    }
    let is_sign =
        |at: Option<usize>, sign: &str| at.is_some_and(|at| text.at(at).is_some_and(|token| token.raw == sign));
    let plus = is_sign(at.checked_sub(1), "+");
    let bracket = is_sign(at.checked_sub(if plus { 2 } else { 1 }), "(");
    let from = at - usize::from(plus) - usize::from(bracket);
    let grouped = Grouped::read(text, at);
    let (.., to) = grouped.prefixes().rev().find(|(digits, groups, end)| {
        let home = is_home_number(digits, groups, bracket);
        (home || is_number_abroad(digits, groups, plus, grouped.points)) && ends(text, *end)
    })?;
    Some((from, to))
}

/// 0, then 9 or 10 digits.
fn is_home_number(digits: &str, groups: &[usize], bracket: bool) -> bool {
    let mut leading = digits.bytes();
    if leading.next() != Some(b'0') {
        return false;
    }
    let second = leading.next().unwrap_or_default();
    let fits = match digits.len() {
        10 => matches!(second, b'2'..=b'9'),
        11 => matches!(second, b'1' | b'2'),
        _ => false,
    };
    // "03.04.2019" and "05-06-2020" are days
    let first = groups.first().copied().unwrap_or_default();
    let like_days = first < 3 && !bracket && matches!(groups, [2, 1 | 2, 4, ..]);
    fits && first > 1 && !like_days
}

/// 84, then the number at home with or without its 0.
fn is_number_abroad(digits: &str, groups: &[usize], plus: bool, points: bool) -> bool {
    let Some(home) = digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84")) else {
        return false;
    };
    let home = home.strip_prefix('0').unwrap_or(home);
    let mobile = matches!(home.bytes().next(), Some(b'3' | b'5' | b'7'..=b'9')) && home.len() == 9;
    let certain = plus || digits.starts_with("0084");
    // "84.912.345.678 đồng" is money
    mobile && (certain || !points && groups.first().is_some_and(|first| matches!(first, 2 | 11 | 12)))
        || certain && matches!(home.bytes().next(), Some(b'1'..=b'9')) && matches!(home.len(), 9 | 10)
}

/// 12 digits of today's card; 9 or 12 digits, or a passport, after the word that says so.
pub(super) fn id_numbers(text: &Text<'_>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut named_until = 0;
    for at in 0..text.tokens.len() {
        if let Some(words) = text.longest(at, CARDS) {
            named_until = at + words + CARD_REACH;
        }
        if let Some((from, to)) = id_number(text, at, at < named_until) {
            found.extend(text.warn(WarningKind::IdNumber, from, to));
        }
    }
    found
}

fn id_number(text: &Text<'_>, at: usize, named: bool) -> Option<(usize, usize)> {
    let token = text.at(at)?;
    if token.kind != Kind::Number {
        return None;
    }
    let passport = text.before(at).is_some_and(|letter| letter.is_capital_letter()) && token.gap == Gap::None;
    if named && passport && matches!(token.digits(), 7 | 8) {
        return Some((at.checked_sub(1)?, at + 1));
    }
    if !begins(text, at) {
        return None;
    }
    let code = token.raw.get(..3).and_then(|code| code.parse().ok()).unwrap_or(0);
    if token.digits() == 12 && (1..=PROVINCE_CODE_MAX).contains(&code) && ends(text, at + 1) {
        return Some((at, at + 1));
    }
    if !named {
        return None;
    }
    let grouped = Grouped::read(text, at);
    let (.., to) = grouped
        .prefixes()
        .rev()
        .find(|(digits, _, end)| matches!(digits.len(), 9 | 12) && ends(text, *end))?;
    Some((at, to))
}

/// Addresses of mail: a name, @, a domain with a point.
pub(super) fn emails(text: &str) -> Vec<Warning> {
    text.match_indices('@').filter_map(|(at, _)| email(text, at)).collect()
}

fn email(text: &str, at: usize) -> Option<Warning> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let is_domain = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
    let before = text.as_bytes().get(..at)?.iter().rev().take(LOCAL_PART_MAX);
    let local = before.take_while(|byte| is_local(byte)).count();
    let after = text.as_bytes().get(at + 1..)?.iter().take(DOMAIN_MAX);
    let domain = after.take_while(|byte| is_domain(byte)).count();
    // all ASCII, hence on boundaries; a point may end the sentence
    let domain = text.get(at + 1..at + 1 + domain)?.trim_end_matches(['.', '-']);
    let (name, top) = domain.rsplit_once('.')?;
    let is_top = top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    (local > 0 && is_top && !name.is_empty() && !name.starts_with('.')).then_some(Warning {
        start: at - local,
        end: at + 1 + domain.len(),
        kind: WarningKind::Email,
    })
}
