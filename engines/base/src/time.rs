//! Time without a clock: hours and minutes of UTC, and the calendar days of the office.
//!
//! Nothing here asks what time it is. The spellings are RFC 3339's: an hour `2026-11-24T23:00:00Z`, a minute
//! `2026-11-24T23:05:00Z`, a day `2020-01-31`. As serde values they are these texts wherever people read (JSON), and
//! plain numbers in binary formats (snapshots), where sixteen million of them count.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
pub use jiff::civil::Weekday;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// Hours the office's clocks are ahead of UTC: Asia/Ho_Chi_Minh, without summer time since 1975.
pub const OFFICE_OFFSET_HOURS: i32 = 7;

const OFFICE_OFFSET_MINUTES: i64 = OFFICE_OFFSET_HOURS as i64 * MINUTES_PER_HOUR as i64;
const MINUTES_PER_HOUR: u32 = 60;
const MINUTES_PER_DAY: u32 = 24 * MINUTES_PER_HOUR;
const EPOCH: civil::Date = civil::Date::constant(1970, 1, 1);
const FIRST_DAY: civil::Date = civil::Date::constant(1, 1, 1);
const LAST_DAY: civil::Date = civil::Date::constant(9999, 12, 31);
/// Two-digit years up to this one are of this century, the others of the last.
const TWO_DIGIT_YEAR_PIVOT: i16 = 69;

/// Why a text is no [`Hour`] or [`Minute`].
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum TimeProblem {
    /// Not of the form `2026-11-24T23:05:00Z`.
    #[error("not of the form 2026-11-24T23:05:00Z")]
    WrongShape,
    /// Finer than the type keeps: seconds in a minute, minutes in an hour.
    #[error("finer than is kept here")]
    TooFine,
    /// No such day or time of day, before 1970, or after the last day that has an office day.
    #[error("no such day and time")]
    OutOfRange,
}

/// Why a text is no [`Date`].
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum DateProblem {
    /// Nothing but white space.
    #[error("no date was typed")]
    Empty,
    /// Not in a form that is read here.
    #[error("not a date in a form we read")]
    WrongShape,
    /// The form is right, but the calendar has no such day (31/4, 29/2 of a common year, month 13).
    #[error("the calendar has no {year:04}-{month:02}-{day:02}")]
    NoSuchDay {
        /// The year that was read, four digits.
        year: i16,
        /// The month that was read.
        month: i8,
        /// The day that was read.
        day: i8,
    },
}

/// A whole hour of UTC, counted from 1970. The ledger knows no finer time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour(u32);

/// A whole minute of UTC, counted from 1970; for private and sealed data that need it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(u32);

/// A calendar day, from 0001-01-01 to 9999-12-31 (Gregorian, also before 1582).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Hour {
    /// 1970-01-01T00:00:00Z.
    pub const MIN: Self = Self(0);
    /// 9999-12-30T00:00:00Z, so that the office's day is one that can be written, too.
    pub const MAX: Self = Self(Minute::MAX.0 / MINUTES_PER_HOUR);

    /// The hour a Unix time (seconds since 1970) falls in; later than [`Hour::MAX`] is that.
    pub fn from_unix_secs(secs: u64) -> Self {
        Minute::from_unix_secs(secs).hour()
    }

    /// Seconds from 1970 to the hour's start.
    pub fn unix_secs(self) -> u64 {
        self.starts_at().unix_secs()
    }

    /// The hour's first minute.
    pub fn starts_at(self) -> Minute {
        Minute(self.0 * MINUTES_PER_HOUR)
    }

    /// The office's calendar day in this hour.
    pub fn office_date(self) -> Date {
        self.starts_at().office_date()
    }

    /// The office's hour of the day, 0 to 23.
    pub fn office_hour(self) -> u8 {
        self.starts_at().office_clock().0
    }
}

impl Minute {
    /// 1970-01-01T00:00:00Z.
    pub const MIN: Self = Self(0);
    /// 9999-12-30T00:00:00Z, as [`Hour::MAX`].
    pub const MAX: Self = Self(2_932_895 * MINUTES_PER_DAY);

    /// The minute a Unix time (seconds since 1970) falls in; later than [`Minute::MAX`] is that.
    pub fn from_unix_secs(secs: u64) -> Self {
        u32::try_from(secs / 60).map_or(Self::MAX, |minutes| Self(minutes).min(Self::MAX))
    }

    /// Seconds from 1970 to the minute's start.
    pub fn unix_secs(self) -> u64 {
        u64::from(self.0) * 60
    }

    /// The hour the minute is in.
    pub fn hour(self) -> Hour {
        Hour(self.0 / MINUTES_PER_HOUR)
    }

    /// The same minute `hours` hours later, or [`Minute::MAX`].
    pub fn add_hours(self, hours: u32) -> Self {
        Self(self.0.saturating_add(hours.saturating_mul(MINUTES_PER_HOUR))).min(Self::MAX)
    }

    /// The office's calendar day at this minute: from 17:00 UTC on it is the next one.
    pub fn office_date(self) -> Date {
        Date::from_day_number(self.office_minutes().div_euclid(MINUTES_PER_DAY.into()))
    }

    /// What the office's clocks show: hour (0 to 23) and minute (0 to 59).
    pub fn office_clock(self) -> (u8, u8) {
        let minutes = self.office_minutes().rem_euclid(MINUTES_PER_DAY.into());
        ((minutes / 60) as u8, (minutes % 60) as u8)
    }

    fn office_minutes(self) -> i64 {
        i64::from(self.0) + OFFICE_OFFSET_MINUTES
    }

    fn from_minutes(minutes: i64) -> Self {
        Self(minutes.clamp(0, Self::MAX.0.into()) as u32)
    }
}

impl Date {
    /// 0001-01-01.
    pub const MIN: Self = Self(FIRST_DAY);
    /// 9999-12-31.
    pub const MAX: Self = Self(LAST_DAY);

    /// The day, if the calendar has it: years 1 to 9999, months 1 to 12.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = civil::Date::new(year, month, day).ok()?;
        (date >= FIRST_DAY).then_some(Self(date))
    }

    /// The year, four digits.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The day `days` later (earlier when negative), or the calendar's last (first) day.
    pub fn add_days(self, days: i32) -> Self {
        Self::from_day_number(self.day_number() + i64::from(days))
    }

    /// How many days later `other` is; negative when it is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        // both are within ten thousand years of one another
        (other.day_number() - self.day_number()) as i32
    }

    /// Midnight at the office, when the day begins there; days before 1970 begin at [`Minute::MIN`].
    pub fn starts_at(self) -> Minute {
        Minute::from_minutes(self.day_number() * i64::from(MINUTES_PER_DAY) - OFFICE_OFFSET_MINUTES)
    }

    /// The next day's midnight at the office: the first minute that is no longer this day.
    pub fn ends_at(self) -> Minute {
        Minute::from_minutes((self.day_number() + 1) * i64::from(MINUTES_PER_DAY) - OFFICE_OFFSET_MINUTES)
    }

    /// Reads a day as people here type it: day, month, year with `/`, `-` or `.` between (the same twice), zeros or
    /// not, the year of four digits or two (00–69 is 20xx, 70–99 is 19xx); or `2024-07-25`.
    ///
    /// # Errors
    /// [`DateProblem`], which tells a wrong form from a day that does not exist.
    pub fn parse_vietnamese(typed: &str) -> Result<Self, DateProblem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(DateProblem::Empty);
        }
        let separator = typed
            .chars()
            .find(|c| !c.is_ascii_digit())
            .filter(|c| matches!(c, '/' | '-' | '.'));
        let parts: Vec<&str> = typed.split(separator.ok_or(DateProblem::WrongShape)?).collect();
        let [first, month, last] = parts[..] else {
            return Err(DateProblem::WrongShape);
        };
        if first.len() == 4 {
            return typed.parse();
        }
        if !matches!((first.len(), month.len(), last.len()), (1..=2, 1..=2, 2 | 4)) {
            return Err(DateProblem::WrongShape);
        }
        let [day, month, mut year] = [first, month, last].map(|part| digits(part.as_bytes()));
        if last.len() == 2 {
            let century = |year| if year <= TWO_DIGIT_YEAR_PIVOT { 2000 } else { 1900 };
            year = year.map(|year| year + century(year));
        }
        Self::of_parts(year, month, day)
    }

    fn of_parts(year: Option<i16>, month: Option<i16>, day: Option<i16>) -> Result<Self, DateProblem> {
        let (Some(year), Some(month), Some(day)) = (year, month, day) else {
            return Err(DateProblem::WrongShape);
        };
        // two digits each, by the forms above
        let (month, day) = (month as i8, day as i8);
        Self::new(year, month, day).ok_or(DateProblem::NoSuchDay { year, month, day })
    }

    /// Days since 1970-01-01.
    fn day_number(self) -> i64 {
        self.0.duration_since(EPOCH).as_hours() / 24
    }

    fn from_day_number(number: i64) -> Self {
        let number = number.clamp(Self::MIN.day_number(), Self::MAX.day_number());
        // within the calendar, so that adding cannot fail
        Self(EPOCH.saturating_add(jiff::SignedDuration::from_hours(number * 24)))
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = Date::from_day_number((self.0 / MINUTES_PER_DAY).into());
        let minutes = self.0 % MINUTES_PER_DAY;
        write!(f, "{date}T{:02}:{:02}:00Z", minutes / 60, minutes % 60)
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.starts_at().fmt(f)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// Strict: `2026-11-24T23:05:00Z` and nothing else.
impl FromStr for Minute {
    type Err = TimeProblem;

    fn from_str(text: &str) -> Result<Self, TimeProblem> {
        let Some((date, clock)) = text.split_once('T') else {
            return Err(TimeProblem::WrongShape);
        };
        let &[h1, h2, b':', m1, m2, b':', s1, s2, b'Z'] = clock.as_bytes() else {
            return Err(TimeProblem::WrongShape);
        };
        let date: Date = date.parse().map_err(|problem| match problem {
            DateProblem::NoSuchDay { .. } => TimeProblem::OutOfRange,
            DateProblem::Empty | DateProblem::WrongShape => TimeProblem::WrongShape,
        })?;
        let (Some(hour), Some(minute), Some(second)) = (digits(&[h1, h2]), digits(&[m1, m2]), digits(&[s1, s2])) else {
            return Err(TimeProblem::WrongShape);
        };
        if hour > 23 || minute > 59 || second > 59 {
            return Err(TimeProblem::OutOfRange);
        }
        if second != 0 {
            return Err(TimeProblem::TooFine);
        }
        let minutes = date.day_number() * i64::from(MINUTES_PER_DAY) + i64::from(hour) * 60 + i64::from(minute);
        u32::try_from(minutes)
            .ok()
            .map(Self)
            .filter(|minute| *minute <= Self::MAX)
            .ok_or(TimeProblem::OutOfRange)
    }
}

/// Strict: `2026-11-24T23:00:00Z` and nothing else.
impl FromStr for Hour {
    type Err = TimeProblem;

    fn from_str(text: &str) -> Result<Self, TimeProblem> {
        let minute: Minute = text.parse()?;
        if !minute.0.is_multiple_of(MINUTES_PER_HOUR) {
            return Err(TimeProblem::TooFine);
        }
        Ok(minute.hour())
    }
}

/// Strict: `2020-01-31` and nothing else.
impl FromStr for Date {
    type Err = DateProblem;

    fn from_str(text: &str) -> Result<Self, DateProblem> {
        if text.is_empty() {
            return Err(DateProblem::Empty);
        }
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(DateProblem::WrongShape);
        };
        Self::of_parts(digits(&[y1, y2, y3, y4]), digits(&[m1, m2]), digits(&[d1, d2]))
    }
}

/// The number up to four ASCII digits spell.
fn digits(spelled: &[u8]) -> Option<i16> {
    spelled.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0'))
    })
}

/// How a type is one text for people and one number for snapshots.
macro_rules! text_or_number {
    ($type:ident, $number:ty, $to:expr, $from:expr) => {
        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.collect_str(self)
                } else {
                    let to: fn($type) -> $number = $to;
                    to(*self).serialize(serializer)
                }
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    deserializer.deserialize_str(Spelled(std::marker::PhantomData))
                } else {
                    let from: fn($number) -> Option<$type> = $from;
                    from(<$number>::deserialize(deserializer)?)
                        .ok_or_else(|| serde::de::Error::custom(concat!("no ", stringify!($type))))
                }
            }
        }
    };
}

text_or_number!(Hour, u32, |hour| hour.0, |number| Some(Hour(number))
    .filter(|hour| *hour <= Hour::MAX));
text_or_number!(Minute, u32, |minute| minute.0, |number| Some(Minute(number))
    .filter(|minute| *minute <= Minute::MAX));
text_or_number!(Date, i32, |date| date.day_number() as i32, |number| {
    Some(Date::from_day_number(number.into())).filter(|date| date.day_number() == i64::from(number))
});

/// Reads a value from its text without keeping the text.
struct Spelled<T>(std::marker::PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> serde::de::Visitor<'_> for Spelled<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day or time as text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}
