//! Records in force one after the other.

use base::time::Date;

use crate::Broken;

/// From when until when a record is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// First day.
    pub(crate) from: Date,
    /// Last day; open when there is none.
    pub(crate) until: Option<Date>,
}

impl Period {
    /// Whether it holds on this day.
    pub(crate) fn holds(self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on <= until)
    }

    /// Refuses a period that ends before it begins.
    pub(crate) fn check(self, what: &str) -> Result<(), Broken> {
        match self.until {
            Some(until) if until < self.from => Err(Broken::Sense(format!("{what}: {until} is before {}", self.from))),
            _ => Ok(()),
        }
    }
}

/// Refuses periods that leave a gap, overlap, are out of order or end for good, and none at all.
pub(crate) fn check_chain(what: &str, periods: &[Period]) -> Result<(), Broken> {
    for period in periods {
        period.check(what)?;
    }
    for (period, next) in periods.iter().zip(periods.iter().skip(1)) {
        if period.until.map(|until| until.add_days(1)) != Some(next.from) {
            return Err(Broken::Sense(format!(
                "{what}: the record from {} has to end the day before {}",
                period.from, next.from
            )));
        }
    }
    match periods.last() {
        None => Err(Broken::Sense(format!("{what}: no record"))),
        Some(last) if last.until.is_some() => Err(Broken::Sense(format!("{what}: the last record has no end"))),
        Some(_) => Ok(()),
    }
}

/// Refuses a record that is not confirmed and does not say what it rests on, or is and does.
pub(crate) fn check_rest(what: &str, confirmed: bool, rests_on: Option<&str>) -> Result<(), Broken> {
    if confirmed == rests_on.is_none() {
        return Ok(());
    }
    Err(Broken::Sense(format!(
        "{what}: `rests_on` stands where `confirmed` is false, and only there"
    )))
}
