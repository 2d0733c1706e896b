//! The figures, counted from the state at the size the public sees: opinions beyond it are in none of them, so that no two
//! fetches tell when somebody wrote.

use crate::opinion::counts::Counts;
use crate::opinion::promise::{days_late, read_by};
use base::time::Date;
use forum::{Forum, Opinion, OpinionState};
use std::collections::BTreeMap;
use world::World;

/// What one reader did, under one mandate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    /// Opinions whose last decision was this reader's.
    pub(super) all: u32,
    /// Those that are not published or were taken down.
    pub(super) kept_back: u32,
}

/// Everything the page tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) received: u32,
    pub(super) waiting: u32,
    /// Of those that wait: past their promised day.
    pub(super) late: u32,
    /// By number of the mandate.
    pub(super) readers: BTreeMap<u32, Read>,
    pub(super) appeals: u32,
    pub(super) granted: u32,
    pub(super) declined: u32,
    /// Appeals that wait past their promised day.
    pub(super) appeals_late: u32,
    /// Working days from an appeal to its decision, the median.
    pub(super) appeal_days: Option<u32>,
    pub(super) private: u32,
    pub(super) answered: u32,
    /// Unanswered past their promised day.
    pub(super) private_late: u32,
}

impl Figures {
    /// Counts a forum as the public may know it.
    pub(super) fn of(world: &World, forum: &Forum, public_size: u64, today: Date) -> Figures {
        let opinions = &world.forums.opinions;
        let known = |seq: &u64| opinions.get(seq);
        let counts = Counts::of(world, forum, public_size);
        let waiting = forum.held.range(..public_size).filter_map(known);
        let mut figures = Figures {
            received: counts.received,
            waiting: counts.waiting,
            late: waiting.filter(|one| days_late(read_by(one), today) > 0).count() as u32,
            ..Figures::default()
        };
        figures.readers(opinions_read(forum, public_size).filter_map(|seq| opinions.get(&seq)));
        figures.appeals(forum.appeals.range(..public_size).filter_map(known), today);
        figures.private(forum.private.range(..public_size).filter_map(known), today);
        figures
    }

    fn readers<'a>(&mut self, read: impl Iterator<Item = &'a Opinion>) {
        for opinion in read {
            let Some(mandate) = opinion.read_under else {
                continue;
            };
            let reader = self.readers.entry(mandate).or_default();
            reader.all += 1;
            let kept_back = matches!(opinion.state, OpinionState::Refused(_) | OpinionState::TakenDown(..));
            reader.kept_back += u32::from(kept_back);
        }
    }

    fn appeals<'a>(&mut self, appealed: impl Iterator<Item = &'a Opinion>, today: Date) {
        let mut days = Vec::new();
        for appeal in appealed.filter_map(|one| one.appeal.as_ref()) {
            self.appeals += 1;
            match &appeal.decision {
                Some(decision) => {
                    self.granted += u32::from(decision.granted);
                    self.declined += u32::from(!decision.granted);
                    let (filed, decided) = (appeal.at.office_date(), decision.at.office_date());
                    let taken = law::calendar().working_days_between(filed, decided);
                    days.push(u32::try_from(taken).unwrap_or_default());
                }
                None => self.appeals_late += u32::from(days_late(appeal.decide_by, today) > 0),
            }
        }
        self.appeal_days = median(days);
    }

    fn private<'a>(&mut self, there: impl Iterator<Item = &'a Opinion>, today: Date) {
        for opinion in there {
            let OpinionState::Private(track) = opinion.state else {
                continue;
            };
            self.private += 1;
            match track.answer {
                Some(_) => self.answered += 1,
                None => self.private_late += u32::from(days_late(track.answer_by, today) > 0),
            }
        }
    }
}

/// Entries of the opinions that were read, whatever was decided. Published ones are public, whenever they were received.
fn opinions_read(forum: &Forum, public_size: u64) -> impl Iterator<Item = u64> {
    let cleared = forum.cleared.range(..public_size).map(|(seq, _)| *seq);
    let refused = forum.refused.range(..public_size).copied();
    let private = forum.private.range(..public_size).copied();
    let published = forum.published.values().copied();
    cleared.chain(refused).chain(private).chain(published)
}

/// The middle one; of an even number the lower of the two.
fn median(mut all: Vec<u32>) -> Option<u32> {
    all.sort_unstable();
    let last = all.len().checked_sub(1)?;
    all.get(last / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_middle_one_is_the_median() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![9, 1]), Some(1));
        assert_eq!(median(vec![9, 1, 4]), Some(4));
    }
}
