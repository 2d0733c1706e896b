//! `data/law/holidays.toml`: weekdays that are not worked and weekend days that are.

use std::collections::BTreeSet;

use base::time::Date;
use base::workdays::{Calendar, is_weekend};
use serde::Deserialize;

use crate::Broken;
use crate::period::{self, Period};

/// All records of holidays.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// How many days the law gives for each holiday.
    pub holiday: Vec<Right>,
    /// Which days these were, year by year.
    pub year: Vec<Year>,
}

/// A holiday by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// Tết Dương lịch, 1 January.
    NewYear,
    /// Tết Âm lịch, around 1/1 of the lunar year.
    Tet,
    /// Giỗ Tổ Hùng Vương, 10/3 of the lunar year.
    HungKings,
    /// Ngày Chiến thắng, 30 April.
    Victory,
    /// Ngày Quốc tế lao động, 1 May.
    Labour,
    /// Quốc khánh, 2 September.
    National,
    /// Ngày Văn hóa Việt Nam, 24 November.
    Culture,
}

/// How many days a year the law gives for a holiday, from when until when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// The holiday.
    pub name: Holiday,
    /// Days off a year.
    pub days: u8,
    /// First day it is in force.
    pub from: Date,
    /// Last day it is; `None`: still.
    pub until: Option<Date>,
    /// Law and article.
    pub basis: String,
    /// Whether the basis was read.
    pub confirmed: bool,
    /// From what it is known when the basis was not read.
    pub rests_on: Option<String>,
}

/// The days of one calendar year.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// 1 January.
    pub from: Date,
    /// 31 December.
    pub until: Date,
    /// The decisions and notices of the year.
    pub sources: Vec<Source>,
    /// Weekdays off, in order.
    pub off: Vec<DayOff>,
    /// Weekdays given for a weekend day.
    #[serde(default)]
    pub swaps: Vec<Swap>,
}

/// A decision or notice that sets days of a year.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Kind and number, in Vietnamese.
    pub document: String,
    /// Its date, where known.
    pub issued: Option<Date>,
    /// What it sets.
    pub says: String,
    /// Whether a copy or a report of it was read.
    pub confirmed: bool,
    /// From what it is known when not.
    pub rests_on: Option<String>,
}

/// A weekday that is not worked: a holiday, or in place of one on a weekend.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayOff {
    /// The day.
    pub date: Date,
    /// Whose day it is.
    pub holiday: Holiday,
    /// In English.
    pub reason: String,
    /// Whether a text that names the day was read.
    pub confirmed: bool,
    /// From what it is known when not.
    pub rests_on: Option<String>,
}

/// A weekday off and the weekend day that is worked for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swap {
    /// The weekday off.
    pub off: Date,
    /// The Saturday or Sunday worked.
    pub worked: Date,
    /// In English.
    pub reason: String,
    /// Whether a text that names the days was read.
    pub confirmed: bool,
    /// From what it is known when not.
    pub rests_on: Option<String>,
}

impl Holiday {
    const ALL: [Self; 7] = [
        Self::NewYear,
        Self::Tet,
        Self::HungKings,
        Self::Victory,
        Self::Labour,
        Self::National,
        Self::Culture,
    ];

    /// A day of the year at which it is asked how many days the law gives.
    fn asked_on(self, year: i16) -> Option<Date> {
        match self {
            Self::NewYear => Date::new(year, 1, 1),
            Self::Tet => Date::new(year, 2, 1),
            Self::HungKings => Date::new(year, 4, 15),
            Self::Victory => Date::new(year, 4, 30),
            Self::Labour => Date::new(year, 5, 1),
            Self::National => Date::new(year, 9, 2),
            Self::Culture => Date::new(year, 11, 24),
        }
    }

    /// Whether a weekday is given in its place when it falls on a weekend.
    fn is_made_up(self) -> bool {
        self != Self::Culture
    }
}

impl Holidays {
    /// Reads the file.
    ///
    /// # Errors
    /// [`Broken`]: a wrong shape; years with a gap; a day twice, on a wrong kind of weekday or outside its year; a
    /// holiday with more or fewer days than the law gives it.
    pub fn read(text: &str) -> Result<Self, Broken> {
        let holidays: Self = toml::from_str(text).map_err(|error| Broken::Shape(error.to_string()))?;
        holidays.check_rights()?;
        holidays.check_years()?;
        holidays.check_days()?;
        Ok(holidays)
    }

    /// The working days.
    pub fn calendar(&self) -> Calendar {
        let days = self.year.iter().flat_map(|year| &year.off).map(|off| off.date);
        let swaps = || self.year.iter().flat_map(|year| &year.swaps);
        let off = days.chain(swaps().map(|swap| swap.off));
        let worked = swaps().map(|swap| swap.worked);
        match (self.year.first(), self.year.last()) {
            (Some(first), Some(last)) => Calendar::new(off, worked, first.from..=last.until),
            _ => Calendar::default(),
        }
    }

    /// Days off that the law gives for a holiday in a year.
    fn given(&self, holiday: Holiday, year: i16) -> usize {
        let Some(day) = holiday.asked_on(year) else { return 0 };
        let mut rights = self.holiday.iter().filter(|right| right.name == holiday);
        let right = rights.find(|right| right.period().holds(day));
        right.map_or(0, |right| right.days.into())
    }

    fn check_rights(&self) -> Result<(), Broken> {
        for right in &self.holiday {
            let what = format!("{:?} from {}", right.name, right.from);
            period::check_rest(&what, right.confirmed, right.rests_on.as_deref())?;
        }
        for holiday in Holiday::ALL {
            let rights = self.holiday.iter().filter(|right| right.name == holiday);
            let periods: Vec<Period> = rights.map(Right::period).collect();
            period::check_chain(&format!("{holiday:?}"), &periods)?;
        }
        Ok(())
    }

    fn check_years(&self) -> Result<(), Broken> {
        for (year, next) in self.year.iter().zip(self.year.iter().skip(1)) {
            if year.until.add_days(1) != next.from {
                return Err(Broken::Sense(format!("{} does not follow {}", next.from, year.until)));
            }
        }
        for year in &self.year {
            year.check()?;
            let number = year.from.year();
            for holiday in Holiday::ALL {
                let off = year.off.iter().filter(|off| off.holiday == holiday).count();
                let given = self.given(holiday, number);
                if off > given || (off < given && holiday.is_made_up()) {
                    let what = format!("{number}: {holiday:?} has {off} days off, the law gives {given}");
                    return Err(Broken::Sense(what));
                }
            }
        }
        Ok(())
    }

    /// No day stands in the file twice.
    fn check_days(&self) -> Result<(), Broken> {
        let mut seen = BTreeSet::new();
        for year in &self.year {
            let swaps = year.swaps.iter().flat_map(|swap| [swap.off, swap.worked]);
            for day in year.off.iter().map(|off| off.date).chain(swaps) {
                if !seen.insert(day) {
                    return Err(Broken::Sense(format!("{day} stands twice")));
                }
            }
        }
        Ok(())
    }
}

impl Right {
    fn period(&self) -> Period {
        Period {
            from: self.from,
            until: self.until,
        }
    }
}

impl Year {
    fn check(&self) -> Result<(), Broken> {
        let number = self.from.year();
        let bounds = (Date::new(number, 1, 1), Date::new(number, 12, 31));
        if bounds != (Some(self.from), Some(self.until)) {
            return Err(Broken::Sense(format!("{number}: a year is 1 January to 31 December")));
        }
        if self.sources.is_empty() {
            return Err(Broken::Sense(format!("{number}: no source")));
        }
        for source in &self.sources {
            period::check_rest(&source.document, source.confirmed, source.rests_on.as_deref())?;
        }
        for off in &self.off {
            check_day(off.date, number, false)?;
            period::check_rest(&off.date.to_string(), off.confirmed, off.rests_on.as_deref())?;
        }
        for swap in &self.swaps {
            // A bridge to New Year's Day may be the last day of the year before.
            let eve = Date::new(number - 1, 12, 31);
            if Some(swap.off) != eve {
                check_day(swap.off, number, false)?;
            } else if is_weekend(swap.off) {
                return Err(Broken::Sense(format!("{} is a weekend day", swap.off)));
            }
            check_day(swap.worked, number, true)?;
            period::check_rest(&swap.off.to_string(), swap.confirmed, swap.rests_on.as_deref())?;
        }
        if !self.off.is_sorted_by_key(|off| off.date) {
            return Err(Broken::Sense(format!("{number}: days off are out of order")));
        }
        Ok(())
    }
}

/// Refuses a day of another year, a weekday worked, a weekend day off.
fn check_day(day: Date, year: i16, worked: bool) -> Result<(), Broken> {
    if day.year() != year {
        return Err(Broken::Sense(format!("{day} is not of {year}")));
    }
    match (is_weekend(day), worked) {
        (true, false) => Err(Broken::Sense(format!("{day} is a weekend day and off anyway"))),
        (false, true) => Err(Broken::Sense(format!("{day} is a weekday and worked anyway"))),
        _ => Ok(()),
    }
}
