//! Someone is absent: who could stand in, what each way would cost, and why the others can't.
//!
//! Every way of these kinds is tried: a free guard of the site, one on standby, the guard who would have been relieved stays,
//! the one who comes next comes early, both of them share the tour, a guard of a neighbouring site; and while someone is on
//! the way, the guard before may stay. Each is judged by the rules of [`crate::rules`]. What comes out is ordered by
//!
//! 1. minutes that stay uncovered;
//! 2. breaches (none, unless a commander orders otherwise: [`Terms::breaches_allowed`]);
//! 3. people disturbed, by how much it disturbs them ([`Weights`]);
//! 4. how much the most burdened of them has carried already;
//! 5. numbers of guards, so that the same question always has the same answer.
//!
//! Nobody is left without a word: whoever is in none of the best plans is in [`Answer::rejected`] with the reason.

mod hole;
mod moves;
mod notice;
mod plan;

use crate::fraction::Fraction;
use crate::guard::Guards;
use crate::need::{Need, Overlay};
use crate::rules::{Breach, Change, Rules};
use crate::span::Span;
use crate::tour::{Stint, Timeline};
use base::time::Minute;
use std::collections::{BTreeMap, BTreeSet};

pub use hole::Hole;

/// How many plans are told.
pub const BEST: usize = 5;

/// The roster that someone is missing from.
#[derive(Clone, Copy, Debug)]
pub struct Roster<'a> {
    /// Profiles and posts.
    pub rules: Rules<'a>,
    /// Everybody.
    pub guards: &'a Guards,
    /// Everybody's tours; who has none needs no timeline.
    pub timelines: &'a BTreeMap<u32, Timeline>,
    /// What posts take.
    pub needs: &'a [Need],
    /// What they take for events.
    pub overlays: &'a [Overlay],
    /// Pairs of sites whose guards can help one another, in either order.
    pub neighbours: &'a BTreeSet<(u32, u32)>,
    /// How much everybody has carried, as [`crate::fairness`] counts it; who is missing here has carried nothing.
    pub burden: &'a BTreeMap<u32, Fraction>,
}

/// Who is absent, and when that is known. It is about the tour that goes on then, or else the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The guard's number.
    pub guard: u32,
    /// When it is known; nobody can be called before.
    pub known: Minute,
}

/// What the office allows, and how it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Longest that someone stays on, or comes early, in minutes.
    pub extend_minutes: u32,
    /// Minutes from a call until one who is on standby stands on the post.
    pub standby_lead: u32,
    /// The same for one who is off duty.
    pub free_lead: u32,
    /// The same for one of a neighbouring site.
    pub neighbour_lead: u32,
    /// Minutes of sleep after a night on duty.
    pub sleep_minutes: u32,
    /// How much a call disturbs.
    pub weights: Weights,
    /// Whether plans that break rules are told as well, because someone may order them.
    pub breaches_allowed: bool,
}

/// How much it disturbs to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// On standby.
    pub standby: u32,
    /// On duty, asked to stay.
    pub on_duty: u32,
    /// Off duty, and can be called while awake.
    pub awake: u32,
    /// Off duty and asleep: at night, or by day after a night on duty.
    pub asleep: u32,
}

/// How someone stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Called from standby.
    Standby,
    /// Stays on after the own tour.
    Stays,
    /// Comes before the own tour begins.
    Early,
    /// Comes from home, of the same site.
    Free,
    /// Comes from home, of a neighbouring site.
    Neighbour,
}

/// What one guard would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The guard's number.
    pub guard: u32,
    /// How.
    pub way: Way,
    /// From when until when, in place of the absent guard.
    pub span: Span,
    /// Stints taken over.
    pub stints: Vec<Stint>,
    /// What it changes in the guard's timeline.
    pub change: Change,
    /// Breaches that come with it.
    pub breaches: Vec<Breach>,
    /// How much it disturbs.
    pub weight: u32,
}

/// A way to stand in, with one move or two; with none when nobody is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Who does what.
    pub moves: Vec<Move>,
    /// Minutes that stay uncovered, each as often as heads are missing.
    pub uncovered: u64,
    /// How much it disturbs in all.
    pub weight: u32,
    /// What the most burdened of them has carried.
    pub burden: Fraction,
}

/// Why a guard is in none of the best plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// On duty at that time.
    OnDuty(Span),
    /// Of a site that is not a neighbour.
    FarAway,
    /// Would come when it is over.
    TooLate,
    /// It would break rules.
    Breaks(Vec<Breach>),
    /// Nothing would be covered that is not covered anyway.
    NoUse,
    /// It could be done, and the plans that are told are better.
    Outranked,
}

/// The way that was tried, and why not.
type Told = (Option<Way>, Reason);

/// A guard who is in none of the best plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The guard's number.
    pub guard: u32,
    /// The way that was tried; `None` where none was open.
    pub way: Option<Way>,
    /// Why not.
    pub reason: Reason,
}

/// What there is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What is missing.
    pub hole: Hole,
    /// The best plans, at most [`BEST`], the best first.
    pub best: Vec<Plan>,
    /// Everybody else, by number.
    pub rejected: Vec<Rejected>,
}

impl Default for Terms {
    /// A beginning for an office that has said nothing yet; none of it is law.
    fn default() -> Self {
        Self {
            extend_minutes: 240,
            standby_lead: 30,
            free_lead: 60,
            neighbour_lead: 90,
            sleep_minutes: 480,
            weights: Weights {
                standby: 1,
                on_duty: 2,
                awake: 3,
                asleep: 8,
            },
            breaches_allowed: false,
        }
    }
}

impl Plan {
    /// How many rules it breaks.
    pub fn breaches(&self) -> usize {
        self.moves.iter().map(|one| one.breaches.len()).sum()
    }

    /// What plans are ordered by.
    fn rank(&self) -> (u64, usize, u32, Fraction, Vec<(u32, Way)>) {
        let who = self.moves.iter().map(|one| (one.guard, one.way)).collect();
        (self.uncovered, self.breaches(), self.weight, self.burden, who)
    }
}

/// The best plans for an absence; `None` when the guard has no tour on a post ahead, or is none of the roster's.
pub fn options(roster: &Roster<'_>, absence: Absence, terms: &Terms) -> Option<Answer> {
    let hole = Hole::of(roster, absence)?;
    let mut search = plan::Search::new(moves::Moves {
        roster,
        absence,
        terms,
        hole: &hole,
    });
    search.everybody();
    search.together();
    let (mut plans, mut rejected) = search.found();
    plans.sort_by_cached_key(Plan::rank);
    let beaten = plans.split_off(plans.len().min(BEST));
    for one in beaten.iter().flat_map(|plan| &plan.moves) {
        // who could is told of the best of these, and not of another way that failed
        if !matches!(rejected.get(&one.guard), Some((_, Reason::Outranked))) {
            rejected.insert(one.guard, (Some(one.way), Reason::Outranked));
        }
    }
    for one in plans.iter().flat_map(|plan| &plan.moves) {
        rejected.remove(&one.guard);
    }
    let told = rejected
        .into_iter()
        .map(|(guard, (way, reason))| Rejected { guard, way, reason });
    Some(Answer {
        rejected: told.collect(),
        best: plans,
        hole,
    })
}

#[cfg(test)]
mod tests;
