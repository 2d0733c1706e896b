//! What one guard could do, with what it changes, breaks and disturbs.

use super::{Absence, Hole, Move, Reason, Roster, Terms, Told, Way, notice};
use crate::guard::Guard;
use crate::rules::Change;
use crate::span::{Span, earlier, later};
use crate::tour::{Timeline, Tour};
use base::time::Minute;

#[derive(Clone, Copy)]
pub(super) struct Moves<'a> {
    pub(super) roster: &'a Roster<'a>,
    pub(super) absence: Absence,
    pub(super) terms: &'a Terms,
    pub(super) hole: &'a Hole,
}

impl Moves<'_> {
    /// The tour that ends when the hole begins, at the same site.
    pub(super) fn relieved<'t>(&self, timeline: &'t Timeline) -> Option<&'t Tour> {
        let ends = self.hole.span.starts();
        let mut tours = timeline
            .tours()
            .iter()
            .filter(|tour| tour.is_work() && tour.span.ends() == ends);
        tours.find(|tour| self.is_here(tour))
    }

    /// The tour that begins when the hole ends, at the same site.
    pub(super) fn relief<'t>(&self, timeline: &'t Timeline) -> Option<&'t Tour> {
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
    pub(super) fn direct(&self, guard: &Guard, timeline: &Timeline) -> Result<Move, Told> {
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
    pub(super) fn longest(&self, guard: &Guard, way: Way) -> Option<Move> {
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
    pub(super) fn extended(&self, guard: &Guard, way: Way, minutes: u32) -> Option<Move> {
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
