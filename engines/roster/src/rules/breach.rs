//! What a rule found.

use crate::profile::{Rule, TextId};
use base::time::Minute;

/// A rule that is broken: by whom, from which minute on, by how much, and what says so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The minute it begins.
    pub at: Minute,
    /// The rule.
    pub kind: Kind,
    /// The guard.
    pub guard: u32,
    /// By how much, in [`Kind::unit`].
    pub by: u32,
    /// What it rests on.
    pub basis: Basis,
}

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Two tours at once. Begins with the later one.
    Overlap,
    /// A stint outside its tour.
    StintOutside {
        /// Its post.
        post: u32,
    },
    /// Two stints at once. Begins with the later one.
    TwoStints {
        /// The post of the later one.
        post: u32,
    },
    /// Too little rest before a tour. Begins with the tour.
    Rest,
    /// A tour that is too long. Begins where it should have ended.
    TourLength,
    /// Too long without weekly rest. Begins where the rest should have.
    WeeklyRest,
    /// Too few days of rest in a month. Begins where the first that is missing should have.
    MonthlyRest,
    /// Too many nights one after the other. Begins in the first night that is too much.
    Nights,
    /// Too many minutes in a week. Begins with the first that is too much.
    WeekMinutes,
    /// Too many minutes in a month. Begins with the first that is too much.
    MonthMinutes,
    /// Without a skill that the post asks for, or after it ended.
    Skill {
        /// The post.
        post: u32,
        /// The skill.
        skill: u32,
    },
    /// On leave.
    Leave,
    /// A guard of the agency away from the agency's site.
    AwayFromSite {
        /// The post.
        post: u32,
    },
    /// No such post.
    UnknownPost {
        /// The number.
        post: u32,
    },
}

/// What [`Breach::by`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Nights.
    Nights,
    /// Days.
    Days,
}

/// What a breach rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Nobody is in two places at once.
    Nature,
    /// What is known of the guard and the post: skills, leave, site.
    Record,
    /// A rule of the profile.
    Rule {
        /// Its text.
        text: TextId,
        /// Its value.
        limit: u32,
        /// Whether the text was read.
        confirmed: bool,
    },
}

impl Kind {
    /// What the breaches of this rule are counted in.
    pub fn unit(self) -> Unit {
        match self {
            Self::Nights => Unit::Nights,
            Self::MonthlyRest => Unit::Days,
            _ => Unit::Minutes,
        }
    }
}

impl From<&Rule> for Basis {
    fn from(rule: &Rule) -> Self {
        Self::Rule {
            text: rule.basis.clone(),
            limit: rule.value,
            confirmed: rule.confirmed,
        }
    }
}
