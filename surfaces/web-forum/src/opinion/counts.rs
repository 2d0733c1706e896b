//! How many opinions a forum has, and what became of them.

use crate::forum::ForumWords;
use forum::events::LawfulReason;
use forum::{Forum, OpinionState};
use world::World;

/// Counts of one forum's opinions. Only votes are too few to be told; counts of opinions are told always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub received: u32,
    pub published: u32,
    pub waiting: u32,
    pub cleared: u32,
    pub refused: u32,
    pub withdrawn: u32,
    pub taken_down: u32,
    pub private: u32,
    /// Reasons that were given, in the order of the law's list.
    pub reasons: Vec<(LawfulReason, u32)>,
}

impl Counts {
    /// Counts what the public may know of a forum when the record it sees has this size.
    pub(crate) fn of(world: &World, forum: &Forum, public_size: u64) -> Counts {
        let reason_of = |opinion: &u64| match world.forums.opinions.get(opinion).map(|opinion| opinion.state) {
            Some(OpinionState::Refused(reason)) => Some(reason),
            _ => None,
        };
        let given: Vec<LawfulReason> = forum.refused.range(..public_size).filter_map(reason_of).collect();
        let count = |reason: LawfulReason| given.iter().filter(|given| **given == reason).count() as u32;
        let reasons = LawfulReason::ALL.into_iter().map(|reason| (reason, count(reason)));
        let seen = forum.seen(public_size);
        Counts {
            received: seen.received,
            published: seen.published,
            waiting: seen.held,
            cleared: seen.cleared,
            refused: seen.refused,
            withdrawn: seen.withdrawn,
            taken_down: seen.taken_down,
            private: seen.private,
            reasons: reasons.filter(|(_, n)| *n > 0).collect(),
        }
    }

    /// The counts with their names, adding up to the first. The two that most forums never have stand there when they do.
    pub(crate) fn rows(&self, w: ForumWords) -> Vec<(&'static str, u32)> {
        let mut rows = vec![
            (w.received(), self.received),
            (w.published(), self.published),
            (w.waiting(), self.waiting),
            (w.cleared(), self.cleared),
            (w.refused(), self.refused),
            (w.withdrawn(), self.withdrawn),
        ];
        let rare = [(w.on_private_track(), self.private), (w.taken_down(), self.taken_down)];
        rows.extend(rare.into_iter().filter(|(_, count)| *count > 0));
        rows
    }
}
