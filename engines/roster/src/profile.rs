//! Rest rules as dated data: which value binds whom on which day, and what it rests on. The records are `data/law/rest.toml`.

mod read;

use crate::span::{DAY, Span, later};
use base::time::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

pub use read::Broken;

const REST: &str = include_str!("../../../data/law/rest.toml");

static PROFILES: LazyLock<Profiles> = LazyLock::new(|| {
    // Only the program's own text gets here; a test of this crate reads it first, and no default would be law.
    Profiles::read(REST).unwrap_or_else(|broken| unreachable!("data/law/rest.toml: {broken}"))
});

/// Whose rest rules bind a guard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Employer {
    /// The agency whose site it is.
    AgencyGuard,
    /// The guard force.
    Force,
}

/// What a rule limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Name {
    /// Least rest between two tours.
    RestBetweenTours,
    /// A tour of this length and longer asks for [`Name::RestAfterLongTour`] in place of [`Name::RestBetweenTours`].
    LongTour,
    /// Least rest after a long tour.
    RestAfterLongTour,
    /// Longest tour.
    LongestTour,
    /// Most nights worked one after the other.
    NightsInARow,
    /// Least rest in a row in any seven days.
    WeeklyRest,
    /// Least days of rest in a calendar month, in place of weekly rest.
    MonthlyRestDays,
    /// Most minutes on duty from Monday to Sunday.
    WeekMinutes,
    /// Most minutes on duty in a calendar month.
    MonthMinutes,
    /// When the night begins.
    NightStarts,
    /// When it ends.
    NightEnds,
    /// Minutes of duty that make a night one that was worked.
    NightLeast,
}

/// What the value of a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Nights.
    Nights,
    /// Days.
    Days,
    /// Minutes after midnight by the office's clocks.
    MinuteOfDay,
}

/// Number of a text in `data/law/rest.toml`, such as `labour_code_2019_110`. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "String")]
pub struct TextId(Arc<str>);

/// A value with its dates and its source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Whom it binds.
    pub profile: Employer,
    /// What it limits.
    pub name: Name,
    /// How much.
    pub value: u32,
    /// Of what.
    pub unit: Unit,
    /// First day it is in force.
    pub from: Date,
    /// Last day it is; `None`: still.
    pub until: Option<Date>,
    /// The text it rests on.
    pub basis: TextId,
    /// Whether that was read.
    pub confirmed: bool,
    /// From what it is known when the text was not read.
    pub rests_on: Option<String>,
}

/// The rules that bind the guards of one employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// In the order of their dates.
    law: BTreeMap<Name, Vec<Rule>>,
    /// The office's own; the last that holds is asked first.
    own: BTreeMap<Name, Vec<Rule>>,
    apart: u32,
}

/// Both profiles, and the words of the texts they rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profiles {
    agency: Profile,
    force: Profile,
    texts: BTreeMap<TextId, String>,
}

/// The profiles of `data/law/rest.toml`.
pub fn profiles() -> &'static Profiles {
    &PROFILES
}

impl Profiles {
    /// Reads the file.
    ///
    /// # Errors
    /// [`Broken`]: a wrong shape; records with a gap, in a wrong unit or over a text that is not there; a profile without
    /// a night, or with weekly and monthly rest at once.
    pub fn read(text: &str) -> Result<Self, Broken> {
        read::profiles(text)
    }

    /// The rules of one employer.
    pub fn of(&self, employer: Employer) -> &Profile {
        match employer {
            Employer::AgencyGuard => &self.agency,
            Employer::Force => &self.force,
        }
    }

    /// The same with an office's own values, each where and while it holds; of two the later in the list is asked first.
    ///
    /// # Errors
    /// As [`Profiles::read`], but gaps are what law is for. A basis may be a text of the office that no file knows.
    pub fn with_own(&self, rules: &[Rule]) -> Result<Self, Broken> {
        let mut changed = self.clone();
        for rule in rules {
            read::check_rule(rule)?;
            let profile = match rule.profile {
                Employer::AgencyGuard => &mut changed.agency,
                Employer::Force => &mut changed.force,
            };
            profile.own.entry(rule.name).or_default().push(rule.clone());
            profile.apart = profile.compute_apart();
        }
        Ok(changed)
    }

    /// The words of a text.
    pub fn text(&self, id: &TextId) -> Option<&str> {
        self.texts.get(id).map(String::as_str)
    }
}

impl Profile {
    fn new(law: BTreeMap<Name, Vec<Rule>>) -> Self {
        let mut profile = Self {
            law,
            own: BTreeMap::new(),
            apart: 0,
        };
        profile.apart = profile.compute_apart();
        profile
    }

    /// The record that holds on a day; `None` where there is no limit.
    pub fn on(&self, name: Name, day: Date) -> Option<&Rule> {
        let holds = |rule: &&Rule| rule.holds(day);
        let own = self.own.get(&name).and_then(|rules| rules.iter().rfind(holds));
        own.or_else(|| {
            let law = self.law.get(&name)?;
            law.iter()
                .find(holds)
                .or_else(|| law.first().filter(|first| day < first.from))
        })
    }

    /// The value that holds on a day.
    pub fn value(&self, name: Name, day: Date) -> Option<u32> {
        self.on(name, day).map(|rule| rule.value)
    }

    /// The night that begins in the evening of a day, or after its midnight where the profile has nights of that kind.
    pub fn night(&self, evening: Date) -> Option<Span> {
        let starts = self.value(Name::NightStarts, evening)?;
        let ends = self.value(Name::NightEnds, evening)?;
        let length = if ends > starts {
            ends - starts
        } else {
            (ends + DAY).saturating_sub(starts)
        };
        Span::lasting(later(evening.starts_at(), starts), length)
    }

    /// Every record, law first.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.law.values().chain(self.own.values()).flatten()
    }

    /// Minutes without any tour after which no rule but those of weeks and months asks what was before: enough for every
    /// rest, and for one whole night.
    pub(crate) fn apart(&self) -> u32 {
        self.apart
    }

    fn compute_apart(&self) -> u32 {
        let values = |name: Name| {
            self.rules()
                .filter(move |rule| rule.name == name)
                .map(|rule| rule.value)
        };
        let rests = [Name::RestBetweenTours, Name::RestAfterLongTour, Name::WeeklyRest];
        let rest = rests.into_iter().flat_map(values).max().unwrap_or_default();
        let (first, last) = (values(Name::NightStarts).min(), values(Name::NightEnds).max());
        let night = (last.unwrap_or_default() + DAY).saturating_sub(first.unwrap_or_default());
        rest.max(DAY + night)
    }
}

impl Rule {
    /// Whether it is in force on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl From<String> for TextId {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for TextId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for TextId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for TextId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
