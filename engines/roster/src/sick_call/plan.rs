//! All plans of the kinds that are tried.

use super::{Absence, Hole, Move, Plan, Reason, Roster, Terms, Way, notice};
use crate::fraction::Fraction;
use crate::guard::Guard;
use crate::rules::Change;
use crate::span::{Span, between, earlier, later};
use crate::tour::{Timeline, Tour};
use base::time::Minute;
use std::collections::BTreeMap;

pub(super) struct Search<'a> {
    roster: &'a Roster<'a>,
    absence: Absence,
    terms: &'a Terms,
    hole: &'a Hole,
    plans: Vec<Plan>,
    rejected: BTreeMap<u32, (Option<Way>, Reason)>,
    /// Who comes from standby or from home.
    direct: Vec<Move>,
    /// Who is relieved when the hole begins, and who comes when it ends; each with what it does at most.
    stays: Vec<(&'a Guard, Move)>,
    early: Vec<(&'a Guard, Move)>,
}

impl<'a> Search<'a> {
    pub(super) fn new(roster: &'a Roster<'a>, absence: Absence, terms: &'a Terms, hole: &'a Hole) -> Self {
        let mut search = Self {
            roster,
            absence,
            terms,
            hole,
            plans: Vec::new(),
            rejected: BTreeMap::new(),
            direct: Vec::new(),
            stays: Vec::new(),
            early: Vec::new(),
        };
        if hole.uncovered == 0 {
            search.plans.extend(search.plan(Vec::new()));
        }
        search
    }

    pub(super) fn found(self) -> (Vec<Plan>, BTreeMap<u32, (Option<Way>, Reason)>) {
        (self.plans, self.rejected)
    }

    /// Everybody by himself.
    pub(super) fn everybody(&mut self) {
        for guard in self
            .roster
            .guards
            .values()
            .filter(|guard| guard.number != self.hole.guard)
        {
            let empty = Timeline::empty(guard.number);
            let timeline = self.roster.timelines.get(&guard.number).unwrap_or(&empty);
            let (before, after) = (self.relieved(timeline), self.relief(timeline));
            if before.is_none() && after.is_none() {
                match self.direct(guard, timeline) {
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
                let middle = later(self.hole.span.starts(), self.hole.span.minutes() / 2);
                let cut = middle.max(earliest.span.starts()).min(longest.span.ends());
                let first = self.extended(before, Way::Stays, between(self.hole.span.starts(), cut));
                let from = cut.max(earliest.span.starts());
                let second = self.extended(after, Way::Early, between(from, self.hole.span.ends()));
                self.two(first, second);
            }
            for other in direct
                .iter()
                .filter(|other| other.span.starts() > self.hole.span.starts())
            {
                let until = longest.span.ends().min(other.span.starts());
                let first = self.extended(before, Way::Stays, between(self.hole.span.starts(), until));
                self.two(first, Some(other.clone()));
            }
        }
    }

    fn two(&mut self, first: Option<Move>, second: Option<Move>) {
        if let (Some(first), Some(second)) = (first, second)
            && (self.terms.breaches_allowed || (first.breaches.is_empty() && second.breaches.is_empty()))
        {
            self.plans.extend(self.plan(vec![first, second]));
        }
    }

    /// Takes a move up, or says why not.
    fn keep(&mut self, one: Move) -> Option<Move> {
        let (guard, way) = (one.guard, one.way);
        let reason = if !one.breaches.is_empty() && !self.terms.breaches_allowed {
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
        let longest = self.longest(guard, way);
        if longest.is_none() {
            let reason = if self.terms.extend_minutes == 0 {
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
        let uncovered = self.hole.uncovered_with(&taken);
        let burden = |one: &Move| self.roster.burden.get(&one.guard).copied();
        (moves.is_empty() || uncovered < self.hole.uncovered).then(|| Plan {
            uncovered,
            weight: moves.iter().fold(0, |sum: u32, one| sum.saturating_add(one.weight)),
            burden: moves.iter().filter_map(burden).max().unwrap_or(Fraction::ZERO),
            moves,
        })
    }

    /// The tour that ends when the hole begins, at the same site.
    fn relieved<'t>(&self, timeline: &'t Timeline) -> Option<&'t Tour> {
        let ends = self.hole.span.starts();
        let mut tours = timeline
            .tours()
            .iter()
            .filter(|tour| tour.is_work() && tour.span.ends() == ends);
        tours.find(|tour| self.is_here(tour))
    }

    /// The tour that begins when the hole ends, at the same site.
    fn relief<'t>(&self, timeline: &'t Timeline) -> Option<&'t Tour> {
        let starts = self.hole.span.ends();
        let mut tours = timeline
            .tours()
            .iter()
            .filter(|tour| tour.is_work() && tour.span.starts() == starts);
        tours.find(|tour| self.is_here(tour))
    }

    fn is_here(&self, tour: &Tour) -> bool {
        let site = |post: u32| self.roster.rules.posts.get(&post).map(|post| post.site);
        tour.stints.iter().any(|stint| site(stint.post) == Some(self.hole.site))
    }

    /// Someone who comes from standby or from home and takes all that is left then.
    fn direct(&self, guard: &'a Guard, timeline: &Timeline) -> Result<Move, (Option<Way>, Reason)> {
        let during = || timeline.during(self.hole.span);
        if let Some(duty) = during().find(|tour| tour.is_work()) {
            return Err((None, Reason::OnDuty(duty.span)));
        }
        let ready = during().find(|tour| tour.standby);
        let sites = (guard.site, self.hole.site);
        let is_near =
            || self.roster.neighbours.contains(&sites) || self.roster.neighbours.contains(&(sites.1, sites.0));
        let (way, lead) = match ready {
            Some(_) => (Way::Standby, self.terms.standby_lead),
            None if sites.0 == sites.1 => (Way::Free, self.terms.free_lead),
            None if is_near() => (Way::Neighbour, self.terms.neighbour_lead),
            None => return Err((None, Reason::FarAway)),
        };
        let comes = later(self.absence.known, lead);
        let from = self
            .hole
            .span
            .starts()
            .max(comes)
            .max(ready.map_or(Minute::MIN, |tour| tour.span.starts()));
        let span = Span::new(from, self.hole.span.ends()).ok_or((Some(way), Reason::TooLate))?;
        let tour = Tour {
            stints: self.hole.part(span),
            ..Tour::new(guard.number, span)
        };
        let change = Change {
            // a call ends the standby
            removed: ready.cloned().into_iter().collect(),
            added: vec![tour],
        };
        Ok(self.judged(guard, timeline, way, span, change, lead))
    }

    /// The longest that someone stays, or the earliest someone comes: as long as it may be, and breaks nothing where that
    /// counts. Staying longer never breaks less, so the border is found by halving.
    fn longest(&self, guard: &'a Guard, way: Way) -> Option<Move> {
        let most = self.terms.extend_minutes.min(self.hole.span.minutes());
        let all = self.extended(guard, way, most);
        if self.terms.breaches_allowed || all.as_ref().is_none_or(|one| one.breaches.is_empty()) {
            return all;
        }
        let (mut good, mut bad, mut best) = (0, most, None);
        while bad - good > 1 {
            let middle = good + (bad - good) / 2;
            match self.extended(guard, way, middle) {
                Some(one) if one.breaches.is_empty() => (good, best) = (middle, Some(one)),
                _ => bad = middle,
            }
        }
        // where nothing is allowed, what the whole would break is the reason
        best.or(all)
    }

    /// Someone stays so many minutes longer, or comes so many earlier; nobody comes before there is a call.
    fn extended(&self, guard: &'a Guard, way: Way, minutes: u32) -> Option<Move> {
        let timeline = self.roster.timelines.get(&guard.number)?;
        let (hole, lead) = (self.hole.span, self.terms.free_lead);
        let (own, span) = if way == Way::Stays {
            let until = later(hole.starts(), minutes).min(hole.ends());
            (self.relieved(timeline)?, Span::new(hole.starts(), until)?)
        } else {
            let from = earlier(hole.ends(), minutes).max(hole.starts());
            let from = from.max(later(self.absence.known, lead));
            (self.relief(timeline)?, Span::new(from, hole.ends())?)
        };
        let mut tour = own.clone();
        tour.span = own.span.hull(span);
        tour.stints.extend(self.hole.part(span));
        let change = Change {
            removed: vec![own.clone()],
            added: vec![tour],
        };
        Some(self.judged(guard, timeline, way, span, change, lead))
    }

    fn judged(&self, guard: &Guard, timeline: &Timeline, way: Way, span: Span, change: Change, lead: u32) -> Move {
        let profile = self.roster.rules.profiles.of(guard.employer);
        let (weights, known) = (self.terms.weights, self.absence.known);
        let weight = match way {
            Way::Standby => weights.standby,
            Way::Stays => weights.on_duty,
            _ if notice::wakes(profile, timeline, self.terms, known, earlier(span.starts(), lead)) => weights.asleep,
            _ => weights.awake,
        };
        Move {
            guard: guard.number,
            way,
            span,
            stints: self.hole.part(span),
            breaches: self.roster.rules.changed(guard, timeline, &change).come,
            change,
            weight,
        }
    }
}
