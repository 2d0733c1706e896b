//! Vietnamese as the screens write it, with its English beside it: days, numbers, the order of names, the search form.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::time::{Date, Hour, Weekday};

/// A language of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The code of BCP 47: `vi` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a code, spelled as [`Lang::code`] does.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Vi, Self::En].into_iter().find(|lang| lang.code() == code)
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day as the page's head has it: "Thứ năm, ngày 25/07/2024", "Thursday, 25 July 2024".
pub fn long_date(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{}, ngày {}", weekday(date.weekday(), lang), short_date(date, lang)),
        Lang::En => byline_date(date, lang),
    }
}

/// The day as a byline has it: "Chủ nhật, 29/12/2019", "Sunday, 29 December 2019".
pub fn byline_date(date: Date, lang: Lang) -> String {
    let weekday = weekday(date.weekday(), lang);
    match lang {
        Lang::Vi => format!("{weekday}, {}", short_date(date, lang)),
        Lang::En => format!("{weekday}, {} {} {}", date.day(), month(date), date.year()),
    }
}

/// The day alone: "29/12/2019", "29 Dec 2019".
pub fn short_date(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
        Lang::En => format!("{} {} {}", date.day(), &month(date)[..3], date.year()),
    }
}

/// When something was recorded, no finer than the ledger knows, by the office's clocks: "trong giờ 15:00, 19/12/2019",
/// "in the hour from 15:00, 19 Dec 2019".
pub fn hour_span(hour: Hour, lang: Lang) -> String {
    let (clock, date) = (hour.office_hour(), short_date(hour.office_date(), lang));
    match lang {
        Lang::Vi => format!("trong giờ {clock:02}:00, {date}"),
        Lang::En => format!("in the hour from {clock:02}:00, {date}"),
    }
}

fn weekday(weekday: Weekday, lang: Lang) -> &'static str {
    let (vi, en) = match weekday {
        Weekday::Monday => ("Thứ hai", "Monday"),
        Weekday::Tuesday => ("Thứ ba", "Tuesday"),
        Weekday::Wednesday => ("Thứ tư", "Wednesday"),
        Weekday::Thursday => ("Thứ năm", "Thursday"),
        Weekday::Friday => ("Thứ sáu", "Friday"),
        Weekday::Saturday => ("Thứ bảy", "Saturday"),
        Weekday::Sunday => ("Chủ nhật", "Sunday"),
    };
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

fn month(date: Date) -> &'static str {
    // a date's month is 1 to 12
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

/// A whole number of any of Rust's usual types, for [`number`].
pub trait Whole: sealed::Sealed {
    /// Whether it is below zero, and how far from zero it is.
    fn sign_and_size(self) -> (bool, u64);
}

mod sealed {
    /// Keeps [`super::Whole`] to the types listed here.
    pub trait Sealed {}
}

macro_rules! whole {
    ($($type:ty: $size:expr),+) => {$(
        impl sealed::Sealed for $type {}
        impl Whole for $type {
            #[allow(unused_comparisons, reason = "one line for signed and unsigned types")]
            fn sign_and_size(self) -> (bool, u64) {
                let size: fn($type) -> u64 = $size;
                (self < 0, size(self))
            }
        }
    )+};
}

// no machine this is built for has a usize of more than 64 bits
whole!(u8: u64::from, u16: u64::from, u32: u64::from, u64: |n| n, usize: |n| n as u64,
    i32: |n| n.unsigned_abs().into(), i64: i64::unsigned_abs);

/// A whole number with its thousands apart: "363.100" in Vietnamese, "363,100" in English.
pub fn number(number: impl Whole, lang: Lang) -> String {
    let (negative, size) = number.sign_and_size();
    let digits = size.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if negative {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(match lang {
                Lang::Vi => '.',
                Lang::En => ',',
            });
        }
        text.push(digit);
    }
    text
}

/// Why a text is no number for [`parse_number`].
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NumberProblem {
    /// Nothing but white space.
    #[error("no number was typed")]
    Empty,
    /// Not a whole number of digits, alone or with dots between thousands.
    #[error("not a whole number such as 1.250.000 or 1250000")]
    WrongShape,
    /// More than 64 bits hold.
    #[error("the number is too large")]
    TooLarge,
}

/// Reads a whole number as people here type it: "1250000" or "1.250.000". What could be a fraction is refused ("1.25",
/// "0.125", "98,6"), and the comma altogether: it parts thousands in English and fractions in Vietnamese.
///
/// # Errors
/// [`NumberProblem`].
pub fn parse_number(typed: &str) -> Result<u64, NumberProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(NumberProblem::Empty);
    }
    let mut groups = typed.split('.');
    let first = groups.next().unwrap_or_default();
    let parted = typed.contains('.');
    let first_fits = !first.is_empty() && !(parted && (first.len() > 3 || first.starts_with('0')));
    if !first_fits || !groups.all(|group| group.len() == 3) {
        return Err(NumberProblem::WrongShape);
    }
    let mut number = Some(0_u64);
    for digit in typed.chars().filter(|c| *c != '.') {
        let digit = digit.to_digit(10).ok_or(NumberProblem::WrongShape)?;
        number = number.and_then(|number| number.checked_mul(10)?.checked_add(digit.into()));
    }
    number.ok_or(NumberProblem::TooLarge)
}

/// The search form: compatible characters made plain, no marks, lower case, đ as d. Searching a folded text for a
/// folded word finds it however either was typed. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    text.nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| !is_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Marks above, below and through letters. The vowel signs of scripts that write vowels so are none.
fn is_mark(c: char) -> bool {
    canonical_combining_class(c) != 0 || c == '\u{34F}'
}

/// The alphabet, with the four letters foreign names bring at their Latin places.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// The order of tones in dictionaries: none (ngang), then huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];
const TONE_KEYS: [char; 5] = ['1', '2', '3', '4', '5'];
const NO_TONE_KEY: &str = "0";

/// A key that sorts full names the Vietnamese way: by the given name, which is the last word, then by the words before
/// it from the first on. Words compare letter by letter in the order of the alphabet (a ă â b c d đ e ê …); among equal
/// letters the tone decides (ngang huyền hỏi ngã sắc nặng). Capitals, the place of the tone mark (hoà, hòa) and signs
/// such as hyphens decide only between names that are otherwise the same. For sorting; not to be shown or stored.
pub fn name_key(name: &str) -> String {
    let name: String = name.nfc().collect();
    let mut words: Vec<&str> = name.split_whitespace().collect();
    // the last word to the front
    let to_front = words.len().min(1);
    words.rotate_right(to_front);
    let mut key = String::new();
    for word in &words {
        push_word(&mut key, word);
    }
    // below everything a word may begin with, so that the shorter name comes first
    key.push('\t');
    key.push_str(&name);
    key
}

/// Writes a word's letters, then '!', then its tones, then a space: both are below all letters, digits and tones.
fn push_word(key: &mut String, word: &str) {
    let mut tones = String::new();
    for c in word.chars().flat_map(char::to_lowercase) {
        let mut letter = String::new();
        for part in std::iter::once(c).nfd() {
            match TONES.iter().position(|tone| *tone == part) {
                Some(tone) => tones.push(TONE_KEYS[tone]),
                None => letter.push(part),
            }
        }
        let letter = letter.nfc().next().unwrap_or(c);
        let plain = || std::iter::once(letter).nfd().next().unwrap_or(letter);
        let place = |letter: char| ALPHABET.chars().position(|known| known == letter);
        match place(letter).or_else(|| place(plain())) {
            // 33 letters from 'A' on: above the digits, below everything that is not ASCII
            Some(place) => key.extend(char::from_u32('A' as u32 + place as u32)),
            None if letter.is_ascii_digit() || !letter.is_ascii() && letter.is_alphanumeric() => key.push(letter),
            None => {}
        }
    }
    key.push('!');
    key.push_str(if tones.is_empty() { NO_TONE_KEY } else { &tones });
    key.push(' ');
}
