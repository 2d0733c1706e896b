//! `data/law/terms.toml`: how long things may take.

use std::collections::BTreeSet;

use base::time::Date;
use serde::Deserialize;

use crate::Broken;
use crate::period::{self, Period};

/// Longest term that is believed: ten years, in days.
pub const TERM_DAYS_MAX: u32 = 3_660;

/// How long things may take; the day a thing begins is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Working days until an opinion is read.
    pub reading_working_days: u32,
    /// Working days until an appeal is decided.
    pub appeal_working_days: u32,
    /// Working days until the author of an opinion on the private track is answered.
    pub private_answer_working_days: u32,
    /// Calendar days, at least, from the announcement of a forum to its day.
    pub announcement_days: u32,
    /// Calendar days, at most, from the day of a forum to its results.
    pub results_days: u32,
    /// Calendar days a clause is late when it is escalated: first, second, third time.
    pub escalation_days: [u32; 3],
    /// Calendar days from a forum's closing to the erasure of words that were never published.
    pub erasure_days: u32,
}

/// What a record limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Name {
    /// Reading an opinion before publication.
    Reading,
    /// Deciding an appeal.
    Appeal,
    /// Answering the author of an opinion on the private track.
    PrivateAnswer,
    /// Announcing a forum.
    Announcement,
    /// Publishing a forum's results.
    Results,
    /// An overdue clause comes before the superior.
    EscalationFirst,
    /// It comes there again.
    EscalationSecond,
    /// It comes there a third time.
    EscalationThird,
    /// Erasing words that were never published.
    Erasure,
}

/// How the days of a term are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days the office works.
    WorkingDays,
    /// Every day.
    CalendarDays,
}

/// One term, from when until when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// What it limits.
    pub name: Name,
    /// How many days.
    pub count: u32,
    /// Which days.
    pub unit: Unit,
    /// The same in an English sentence.
    pub what: String,
    /// First day it is in force.
    pub from: Date,
    /// Last day it is; `None`: still.
    pub until: Option<Date>,
    /// Law or promise.
    pub basis: String,
    /// Whether the basis was read.
    pub confirmed: bool,
    /// From what it is known when the basis was not read.
    pub rests_on: Option<String>,
}

/// All records of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    records: Vec<Record>,
    /// The terms before anything changed.
    first: Terms,
    /// Each change: from when on, and the terms then; in order.
    changes: Vec<(Date, Terms)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<Record>,
}

impl Name {
    const ALL: [Self; 9] = [
        Self::Reading,
        Self::Appeal,
        Self::PrivateAnswer,
        Self::Announcement,
        Self::Results,
        Self::EscalationFirst,
        Self::EscalationSecond,
        Self::EscalationThird,
        Self::Erasure,
    ];

    /// The unit that code counts it in.
    fn unit(self) -> Unit {
        match self {
            Self::Reading | Self::Appeal | Self::PrivateAnswer => Unit::WorkingDays,
            Self::Announcement | Self::Results | Self::Erasure => Unit::CalendarDays,
            Self::EscalationFirst | Self::EscalationSecond | Self::EscalationThird => Unit::CalendarDays,
        }
    }
}

impl Timetable {
    /// Reads the file.
    ///
    /// # Errors
    /// [`Broken`]: a wrong shape; a name without a record or in a wrong unit; a count of 0 or above
    /// [`TERM_DAYS_MAX`]; records of a name with a gap or an end; escalations that do not grow.
    pub fn read(text: &str) -> Result<Self, Broken> {
        let File { term: records } = toml::from_str(text).map_err(|error| Broken::Shape(error.to_string()))?;
        for record in &records {
            record.check()?;
        }
        for name in Name::ALL {
            let periods: Vec<Period> = of(&records, name).map(Record::period).collect();
            period::check_chain(&format!("{name:?}"), &periods)?;
        }
        let first = terms_on(&records, Date::MIN)?;
        let days: BTreeSet<Date> = records.iter().map(|record| record.from).collect();
        let changes = days.into_iter().map(|day| Ok((day, terms_on(&records, day)?)));
        let changes = changes.collect::<Result<_, Broken>>()?;
        Ok(Self {
            records,
            first,
            changes,
        })
    }

    /// The terms on this day.
    pub fn terms(&self, on: Date) -> Terms {
        let begun = self.changes.iter().rfind(|(from, _)| *from <= on);
        begun.map_or(self.first, |(_, terms)| *terms)
    }

    /// The records, as the file orders them.
    pub fn records(&self) -> &[Record] {
        &self.records
    }
}

impl Record {
    fn period(&self) -> Period {
        Period {
            from: self.from,
            until: self.until,
        }
    }

    fn check(&self) -> Result<(), Broken> {
        let name = format!("{:?} from {}", self.name, self.from);
        if !(1..=TERM_DAYS_MAX).contains(&self.count) {
            return Err(Broken::Sense(format!("{name}: 1 to {TERM_DAYS_MAX} days")));
        }
        if self.unit != self.name.unit() {
            return Err(Broken::Sense(format!("{name}: is counted in {:?}", self.name.unit())));
        }
        period::check_rest(&name, self.confirmed, self.rests_on.as_deref())
    }
}

fn of(records: &[Record], name: Name) -> impl Iterator<Item = &Record> {
    records.iter().filter(move |record| record.name == name)
}

/// The terms on a day.
fn terms_on(records: &[Record], day: Date) -> Result<Terms, Broken> {
    let count = |name| {
        let holds = of(records, name).find(|record| record.period().holds(day));
        let record = holds.or_else(|| of(records, name).next());
        let none = || Broken::Sense(format!("{name:?}: no record"));
        record.map(|record| record.count).ok_or_else(none)
    };
    let escalation_days = [
        count(Name::EscalationFirst)?,
        count(Name::EscalationSecond)?,
        count(Name::EscalationThird)?,
    ];
    if !escalation_days.is_sorted_by(|earlier, later| earlier < later) {
        return Err(Broken::Sense(format!("the escalations on {day} do not grow")));
    }
    Ok(Terms {
        reading_working_days: count(Name::Reading)?,
        appeal_working_days: count(Name::Appeal)?,
        private_answer_working_days: count(Name::PrivateAnswer)?,
        announcement_days: count(Name::Announcement)?,
        results_days: count(Name::Results)?,
        escalation_days,
        erasure_days: count(Name::Erasure)?,
    })
}
