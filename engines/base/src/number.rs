//! The short, stable numbers people see and type into addresses.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// First year a forum can be numbered in.
pub const FORUM_YEAR_MIN: u16 = 1945;
/// Last year a forum can be numbered in.
pub const FORUM_YEAR_MAX: u16 = 9999;
/// Most forums in a year.
pub const FORUMS_PER_YEAR_MAX: u8 = 99;

/// The number of a forum: year and place in the year. `2020-01` in addresses and entries, `DD-2020-01` on screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ForumNo {
    year: u16,
    number: u8,
}

/// Not the number of a forum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a forum's number is a year and two digits, such as 2020-01")]
pub struct NotAForumNo;

impl ForumNo {
    /// A forum of a year, counted from 1 to 99.
    pub fn new(year: u16, number: u8) -> Result<Self, NotAForumNo> {
        let fits = (FORUM_YEAR_MIN..=FORUM_YEAR_MAX).contains(&year) && (1..=FORUMS_PER_YEAR_MAX).contains(&number);
        if fits {
            Ok(ForumNo { year, number })
        } else {
            Err(NotAForumNo)
        }
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The place in the year.
    pub fn number(self) -> u8 {
        self.number
    }

    /// As people say it: `DD-2020-01`.
    pub fn label(self) -> String {
        format!("DD-{self}")
    }
}

impl fmt::Display for ForumNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

impl FromStr for ForumNo {
    type Err = NotAForumNo;
    fn from_str(text: &str) -> Result<Self, NotAForumNo> {
        let (year, number) = text.split_once('-').ok_or(NotAForumNo)?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(number, 2) {
            return Err(NotAForumNo);
        }
        ForumNo::new(
            year.parse().map_err(|_| NotAForumNo)?,
            number.parse().map_err(|_| NotAForumNo)?,
        )
    }
}

impl Serialize for ForumNo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.year, self.number).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for ForumNo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            return text.parse().map_err(serde::de::Error::custom);
        }
        let (year, number) = <(u16, u8)>::deserialize(deserializer)?;
        ForumNo::new(year, number).map_err(serde::de::Error::custom)
    }
}

/// The number of an opinion as people say it: `YK-0042`.
pub fn opinion_label(number: u32) -> String {
    format!("YK-{number:04}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forum_number_reads_back_and_nothing_like_it_does() {
        let no: ForumNo = "2020-01".parse().unwrap();
        assert_eq!((no.year(), no.number(), no.label().as_str()), (2020, 1, "DD-2020-01"));
        assert_eq!(no.to_string().parse(), Ok(no));
        for wrong in [
            "",
            "2020",
            "2020-1",
            "2020-001",
            "2020-00",
            "20-01",
            "+020-01",
            "2020-+1",
            "0001-01",
            "２０20-01",
        ] {
            assert_eq!(wrong.parse::<ForumNo>(), Err(NotAForumNo), "{wrong}");
        }
    }
}
