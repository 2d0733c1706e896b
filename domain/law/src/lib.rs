//! Law as dated data: which days state offices work, and how long things may take, each from when until when.
//!
//! The records are `data/law/*.toml`; they are in the program and are read once. A change of law is a record there.

pub mod holidays;
mod period;
pub mod terms;

use std::sync::LazyLock;

use base::time::Date;
use base::workdays::Calendar;
use thiserror::Error;

pub use holidays::Holidays;
pub use terms::{Record, Terms, Timetable};

const HOLIDAYS: &str = include_str!("../../../data/law/holidays.toml");
const TERMS: &str = include_str!("../../../data/law/terms.toml");

/// Why a file of `data/law` can't be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Broken {
    /// It is not TOML, or a key is missing, unknown or of a wrong type.
    #[error("{0}")]
    Shape(String),
    /// What stands in it does not fit together.
    #[error("{0}")]
    Sense(String),
}

static LAW: LazyLock<(Holidays, Calendar, Timetable)> = LazyLock::new(|| {
    let read = || -> Result<_, Broken> {
        let holidays = Holidays::read(HOLIDAYS)?;
        let calendar = holidays.calendar();
        Ok((holidays, calendar, Timetable::read(TERMS)?))
    };
    // Only the program's own text gets here; the tests of this crate read it first, and no default would be law.
    read().unwrap_or_else(|broken| unreachable!("data/law: {broken}"))
});

/// The working days of state offices, as far as their table goes.
pub fn calendar() -> &'static Calendar {
    &LAW.1
}

/// How long things may take when they begin on this day. Before the first record of a term that one holds.
pub fn terms(on: Date) -> Terms {
    LAW.2.terms(on)
}

/// The last day on which what was received on this day is read without being late.
pub fn read_by(received: Date) -> Date {
    calendar().add_working_days(received, terms(received).reading_working_days)
}

/// The records behind [`calendar`], with their sources.
pub fn holidays() -> &'static Holidays {
    &LAW.0
}

/// The records behind [`terms()`], with their bases, as the file orders them.
pub fn records() -> &'static [Record] {
    LAW.2.records()
}
