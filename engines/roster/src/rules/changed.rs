//! What a change of a timeline does to its breaches, found without looking at all of it.
//!
//! Rules of tours look at neighbours only: after [`Profile::apart`](crate::profile::Profile) minutes without any tour nothing
//! asks what was before. So a timeline falls into groups that lie so far apart, and only the groups a change touches are
//! judged again. Rules of weeks and months look at theirs alone. A test holds this against the full recount.

use super::{Breach, Rules, hours, of_month, of_tours};
use crate::guard::Guard;
use crate::span::later;
use crate::tour::{Timeline, Tour};
use base::time::{Date, Minute};
use std::collections::BTreeSet;

/// Tours that leave a timeline and tours that come into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Those that leave; what is not there leaves nothing.
    pub removed: Vec<Tour>,
    /// Those that come.
    pub added: Vec<Tour>,
}

/// Breaches before a change and not after it, and the other way round; both sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delta {
    /// No longer there.
    pub gone: Vec<Breach>,
    /// New.
    pub come: Vec<Breach>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Before,
    After,
}

impl Change {
    /// One tour comes.
    pub fn add(tour: Tour) -> Self {
        Self {
            removed: Vec::new(),
            added: vec![tour],
        }
    }

    /// One tour leaves.
    pub fn remove(tour: Tour) -> Self {
        Self {
            removed: vec![tour],
            added: Vec::new(),
        }
    }

    /// The timeline after it. Tours of other guards don't come in.
    pub fn apply(&self, timeline: &Timeline) -> Timeline {
        let mut after = timeline.clone();
        for tour in &self.removed {
            after.remove(tour);
        }
        for tour in &self.added {
            // another guard's is refused, as is said above
            after.add(tour.clone()).ok();
        }
        after
    }

    /// All tours of before and after, in order, each with the side it is on.
    fn sides<'a>(&'a self, timeline: &'a Timeline) -> Vec<(&'a Tour, Side)> {
        let mut sides: Vec<(&Tour, Side)> = timeline.tours().iter().map(|tour| (tour, Side::Both)).collect();
        for tour in &self.removed {
            let there = |(other, side): &&mut (&Tour, Side)| *side == Side::Both && *other == tour;
            if let Some((_, side)) = sides.iter_mut().find(there) {
                *side = Side::Before;
            }
        }
        let ours = self.added.iter().filter(|tour| tour.guard == timeline.guard());
        sides.extend(ours.map(|tour| (tour, Side::After)));
        sides.sort_by_key(|(tour, _)| *tour);
        sides
    }
}

impl Rules<'_> {
    /// What a change does to the breaches of a timeline.
    pub fn changed(&self, guard: &Guard, before: &Timeline, change: &Change) -> Delta {
        let sides = change.sides(before);
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        for group in groups(&sides, self.profiles.of(guard.employer).apart()) {
            if group.iter().any(|(_, side)| *side != Side::Both) {
                gone.extend(of_tours(&self.line(guard, &side_of(group, Side::Before))));
                come.extend(of_tours(&self.line(guard, &side_of(group, Side::After))));
            }
        }
        let moved = || {
            sides
                .iter()
                .filter(|(_, side)| *side != Side::Both)
                .map(|(tour, _)| *tour)
        };
        let (weeks, months) = (hours::weeks(moved()), hours::months(moved()));
        self.of_calendar(guard, &side_of(&sides, Side::Before), &weeks, &months, &mut gone);
        self.of_calendar(guard, &side_of(&sides, Side::After), &weeks, &months, &mut come);
        difference(gone, come)
    }

    fn of_calendar(
        &self,
        guard: &Guard,
        tours: &[&Tour],
        weeks: &BTreeSet<Date>,
        months: &BTreeSet<Date>,
        breaches: &mut Vec<Breach>,
    ) {
        let line = self.line(guard, tours);
        breaches.extend(weeks.iter().filter_map(|monday| hours::week(&line, *monday)));
        breaches.extend(months.iter().flat_map(|first| of_month(&line, *first)));
    }
}

/// The tours of one side.
fn side_of<'a>(sides: &[(&'a Tour, Side)], wanted: Side) -> Vec<&'a Tour> {
    let of_side = sides.iter().filter(|(_, side)| *side == Side::Both || *side == wanted);
    of_side.map(|(tour, _)| *tour).collect()
}

/// Stretches of the sorted tours with at least `apart` minutes between them.
fn groups<'s, 'a>(sides: &'s [(&'a Tour, Side)], apart: u32) -> Vec<&'s [(&'a Tour, Side)]> {
    let mut groups = Vec::new();
    let (mut from, mut until): (usize, Option<Minute>) = (0, None);
    for (at, (tour, _)) in sides.iter().enumerate() {
        if until.is_some_and(|until| tour.span.starts() >= later(until, apart)) {
            groups.push(&sides[from..at]);
            from = at;
        }
        until = until.max(Some(tour.span.ends()));
    }
    groups.push(&sides[from..]);
    groups
}

/// What is on one side and not on the other, counting equal ones.
fn difference(mut gone: Vec<Breach>, mut come: Vec<Breach>) -> Delta {
    gone.sort();
    come.sort();
    let mut delta = Delta::default();
    let (mut gone, mut come) = (gone.into_iter().peekable(), come.into_iter().peekable());
    loop {
        match (gone.peek(), come.peek()) {
            (Some(old), Some(new)) if old == new => {
                gone.next();
                come.next();
            }
            (Some(old), Some(new)) if old < new => delta.gone.extend(gone.next()),
            (_, Some(_)) => delta.come.extend(come.next()),
            (Some(_), None) => delta.gone.extend(gone.next()),
            (None, None) => return delta,
        }
    }
}
