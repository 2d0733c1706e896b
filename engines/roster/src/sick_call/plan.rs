//! All plans: everybody alone, and two together.

use super::moves::Moves;
use super::{Move, Plan, Reason, Told, Way};
use crate::fraction::Fraction;
use crate::guard::Guard;
use crate::span::{between, later};
use crate::tour::Timeline;
use std::collections::BTreeMap;

pub(super) struct Search<'a> {
    moves: Moves<'a>,
    plans: Vec<Plan>,
    rejected: BTreeMap<u32, Told>,
    /// Who comes from standby or from home.
    direct: Vec<Move>,
    /// Who is relieved when the hole begins, and who comes when it ends; each with what it does at most.
    stays: Vec<(&'a Guard, Move)>,
    early: Vec<(&'a Guard, Move)>,
}

impl<'a> Search<'a> {
    pub(super) fn new(moves: Moves<'a>) -> Self {
        let mut search = Self {
            moves,
            plans: Vec::new(),
            rejected: BTreeMap::new(),
            direct: Vec::new(),
            stays: Vec::new(),
            early: Vec::new(),
        };
        if moves.hole.uncovered == 0 {
            search.plans.extend(search.plan(Vec::new()));
        }
        search
    }

    pub(super) fn found(self) -> (Vec<Plan>, BTreeMap<u32, Told>) {
        (self.plans, self.rejected)
    }

    /// Everybody by himself.
    pub(super) fn everybody(&mut self) {
        let moves = self.moves;
        let others = moves.roster.guards.values();
        for guard in others.filter(|guard| guard.number != moves.hole.guard) {
            let empty = Timeline::empty(guard.number);
            let timeline = self.moves.roster.timelines.get(&guard.number).unwrap_or(&empty);
            let (before, after) = (self.moves.relieved(timeline), self.moves.relief(timeline));
            if before.is_none() && after.is_none() {
                match self.moves.direct(guard, timeline) {
                    Ok(one) => {
                        let kept = self.keep(one);
                        self.direct.extend(kept);
                    }
                    Err((way, reason)) => {
                        self.rejected.insert(guard.number, (way, reason));
                    }
                }
            }
            if before.is_some() {
                let kept = self.keep_longest(guard, Way::Stays);
                self.stays.extend(kept);
            }
            if after.is_some() {
                let kept = self.keep_longest(guard, Way::Early);
                self.early.extend(kept);
            }
        }
    }

    /// Two together: those before and after share the hole; or the one before stays until another comes.
    pub(super) fn together(&mut self) {
        let (stays, early, direct) = (self.stays.clone(), self.early.clone(), self.direct.clone());
        for (before, longest) in &stays {
            for (after, earliest) in early.iter().filter(|(after, _)| after.number != before.number) {
                // half each, as far as both can
                let middle = later(self.moves.hole.span.starts(), self.moves.hole.span.minutes() / 2);
                let cut = middle.max(earliest.span.starts()).min(longest.span.ends());
                let first = self
                    .moves
                    .extended(before, Way::Stays, between(self.moves.hole.span.starts(), cut));
                let from = cut.max(earliest.span.starts());
                let second = self
                    .moves
                    .extended(after, Way::Early, between(from, self.moves.hole.span.ends()));
                self.two(first, second);
            }
            for other in direct
                .iter()
                .filter(|other| other.span.starts() > self.moves.hole.span.starts())
            {
                let until = longest.span.ends().min(other.span.starts());
                let first = self
                    .moves
                    .extended(before, Way::Stays, between(self.moves.hole.span.starts(), until));
                self.two(first, Some(other.clone()));
            }
        }
    }

    fn two(&mut self, first: Option<Move>, second: Option<Move>) {
        if let (Some(first), Some(second)) = (first, second)
            && (self.moves.terms.breaches_allowed || (first.breaches.is_empty() && second.breaches.is_empty()))
        {
            self.plans.extend(self.plan(vec![first, second]));
        }
    }

    /// Takes a move up, or says why not.
    fn keep(&mut self, one: Move) -> Option<Move> {
        let (guard, way) = (one.guard, one.way);
        let reason = if !one.breaches.is_empty() && !self.moves.terms.breaches_allowed {
            Reason::Breaks(one.breaches)
        } else if let Some(plan) = self.plan(vec![one.clone()]) {
            self.plans.push(plan);
            return Some(one);
        } else {
            Reason::NoUse
        };
        self.rejected.entry(guard).or_insert((Some(way), reason));
        None
    }

    /// The same for one who stays as long, or comes as early, as may be.
    fn keep_longest(&mut self, guard: &'a Guard, way: Way) -> Option<(&'a Guard, Move)> {
        let longest = self.moves.longest(guard, way);
        if longest.is_none() {
            let reason = if self.moves.terms.extend_minutes == 0 {
                Reason::NoUse
            } else {
                Reason::TooLate
            };
            self.rejected.entry(guard.number).or_insert((Some(way), reason));
        }
        let one = self.keep(longest?)?;
        Some((guard, one))
    }

    /// A plan of these moves, if they cover anything; without a move it is the plan of doing nothing.
    fn plan(&self, moves: Vec<Move>) -> Option<Plan> {
        let taken: Vec<_> = moves.iter().map(|one| (one.guard, one.stints.as_slice())).collect();
        let uncovered = self.moves.hole.uncovered_with(&taken);
        let burden = |one: &Move| self.moves.roster.burden.get(&one.guard).copied();
        (moves.is_empty() || uncovered < self.moves.hole.uncovered).then(|| Plan {
            uncovered,
            weight: moves.iter().fold(0, |sum: u32, one| sum.saturating_add(one.weight)),
            burden: moves.iter().filter_map(burden).max().unwrap_or(Fraction::ZERO),
            moves,
        })
    }
}
