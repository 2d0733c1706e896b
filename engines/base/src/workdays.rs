//! Working days: Monday to Friday, less the days off, plus the weekend days that are worked.
//!
//! Which days these are is law of a country and a year; it comes in as a [`Calendar`]. Nothing here walks day by day
//! over more than a week, so that no number of days makes it slow.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::time::{Date, Weekday};

const DAYS_PER_WEEK: i32 = 7;
const WORKING_DAYS_PER_WEEK: i32 = 5;

/// Days off, weekend days worked, and for which days the table of them is known.
///
/// The default knows no table: weekends are off, nothing else, and it [covers](Calendar::covers) no day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Weekdays that are not worked.
    off: BTreeSet<Date>,
    /// Saturdays and Sundays that are.
    worked: BTreeSet<Date>,
    known: Option<RangeInclusive<Date>>,
}

impl Calendar {
    /// A calendar whose table is complete for the days of `known`. A weekend day among `off` and a weekday among
    /// `worked` say nothing new and are left out.
    pub fn new(
        off: impl IntoIterator<Item = Date>,
        worked: impl IntoIterator<Item = Date>,
        known: RangeInclusive<Date>,
    ) -> Self {
        Self {
            off: off.into_iter().filter(|day| !is_weekend(*day)).collect(),
            worked: worked.into_iter().filter(|day| is_weekend(*day)).collect(),
            known: (!known.is_empty()).then_some(known),
        }
    }

    /// Whether the office works on this day. Outside the table only weekends are off.
    pub fn is_working_day(&self, day: Date) -> bool {
        if is_weekend(day) {
            self.worked.contains(&day)
        } else {
            !self.off.contains(&day)
        }
    }

    /// The `n`-th working day after `from`, which is not counted itself; with `n` = 0 the first working day that is
    /// not before `from`. Where the calendar ends first, [`Date::MAX`].
    pub fn add_working_days(&self, from: Date, n: u32) -> Date {
        if n == 0 && self.is_working_day(from) {
            return from;
        }
        let n = i64::from(n.max(1));
        let whole_weeks = (n + self.off.len() as i64) / i64::from(WORKING_DAYS_PER_WEEK) + 1;
        // Enough even if all days off lay in these weeks.
        let enough = i32::try_from(whole_weeks * i64::from(DAYS_PER_WEEK)).unwrap_or(i32::MAX);
        let (mut low, mut high) = (1, enough.min(from.days_until(Date::MAX)));
        while low < high {
            let middle = low + (high - low) / 2;
            if i64::from(self.count(from, from.add_days(middle))) >= n {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        from.add_days(low)
    }

    /// Working days after `from` up to and with `to`; negative when `to` is earlier, as if told from there.
    ///
    /// What [`add_working_days`](Calendar::add_working_days) adds, this counts.
    pub fn working_days_between(&self, from: Date, to: Date) -> i32 {
        if to < from {
            -self.count(to, from)
        } else {
            self.count(from, to)
        }
    }

    /// The last day of the table; `None` when there is no table.
    pub fn known_until(&self) -> Option<Date> {
        self.known.as_ref().map(|known| *known.end())
    }

    /// Whether the table says what this day is. Of other days only weekends are known, and a page that shows a date
    /// counted over them says so.
    pub fn covers(&self, day: Date) -> bool {
        self.known.as_ref().is_some_and(|known| known.contains(&day))
    }

    /// Working days after `from` up to and with `to`, which is not earlier.
    fn count(&self, from: Date, to: Date) -> i32 {
        let first = from.add_days(1);
        if to < first || from == Date::MAX {
            return 0;
        }
        // no more days than the calendar has
        let off = self.off.range(first..=to).count() as i32;
        let worked = self.worked.range(first..=to).count() as i32;
        weekdays(from, to) - off + worked
    }
}

/// Whether the day is a Saturday or a Sunday.
pub fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Days from Monday to Friday after `from` up to and with `to`, which is not earlier.
fn weekdays(from: Date, to: Date) -> i32 {
    let days = from.days_until(to);
    let rest = (0..days % DAYS_PER_WEEK).filter(|back| !is_weekend(to.add_days(-back)));
    days / DAYS_PER_WEEK * WORKING_DAYS_PER_WEEK + rest.count() as i32
}
