//! The rules: each a function of one guard's timeline that gives the breaches. Checker, screens and optimiser ask these
//! functions and no others.
//!
//! What binds tours (rest, length, nights, hours) comes from the [`Profile`]; what binds by nature or by the record of a
//! guard (two places at once, skills, leave, sites) has no number that law could change.

pub mod facts;
pub mod hours;
pub mod nights;
pub mod rest;
pub mod shape;

mod breach;
mod changed;

pub use breach::{Basis, Breach, Kind, Unit};
pub use changed::{Change, Delta};

use crate::guard::{Guard, Posts};
use crate::profile::{Profile, Profiles};
use crate::span::{Span, merged};
use crate::tour::{Timeline, Tour};
use base::time::Date;

/// What a rule looks at: tours of one guard in the order of their starts, and whatever binds them.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Whose tours.
    pub guard: &'a Guard,
    /// The rest rules that bind the guard.
    pub profile: &'a Profile,
    /// Every post.
    pub posts: &'a Posts,
    /// The tours, sorted.
    pub tours: &'a [&'a Tour],
}

impl Line<'_> {
    /// The tours on duty.
    pub fn work(&self) -> impl Iterator<Item = &Tour> {
        self.tours.iter().copied().filter(|tour| tour.is_work())
    }

    /// Minutes on duty, each once.
    pub fn busy(&self) -> Vec<Span> {
        merged(self.work().map(|tour| tour.span))
    }
}

/// The rules that look at tours and their neighbours.
const OF_TOURS: &[fn(&Line<'_>) -> Vec<Breach>] = &[
    shape::overlap,
    shape::stint_outside,
    shape::two_stints,
    rest::between_tours,
    rest::longest_tour,
    rest::weekly,
    nights::in_a_row,
    facts::skills,
    facts::leave,
    facts::site,
];

/// All rules over one set of profiles and posts.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Rest rules of both employers.
    pub profiles: &'a Profiles,
    /// Every post.
    pub posts: &'a Posts,
}

impl<'a> Rules<'a> {
    /// Every breach in a timeline, sorted by minute.
    pub fn check(&self, guard: &Guard, timeline: &Timeline) -> Vec<Breach> {
        let tours: Vec<&Tour> = timeline.tours().iter().collect();
        let line = self.line(guard, &tours);
        let mut breaches = of_tours(&line);
        for monday in hours::weeks(tours.iter().copied()) {
            breaches.extend(hours::week(&line, monday));
        }
        for first in hours::months(tours.iter().copied()) {
            breaches.extend(of_month(&line, first));
        }
        breaches.sort();
        breaches
    }

    /// What the rules look at for one guard.
    pub fn line<'b>(&'b self, guard: &'b Guard, tours: &'b [&'b Tour]) -> Line<'b> {
        Line {
            guard,
            profile: self.profiles.of(guard.employer),
            posts: self.posts,
            tours,
        }
    }
}

fn of_tours(line: &Line<'_>) -> Vec<Breach> {
    OF_TOURS.iter().flat_map(|rule| rule(line)).collect()
}

fn of_month(line: &Line<'_>, first: Date) -> impl Iterator<Item = Breach> {
    hours::month(line, first).into_iter().chain(rest::monthly(line, first))
}

#[cfg(test)]
pub(crate) mod testing;
