//! A watch over what everyone may read, entry by entry.

use super::onlooker::named;
use base::fact::{Fate, SealedRef};
use base::number::ForumNo;
use ledger::entry::Entry;
use std::collections::BTreeMap;
use world::{Event, World};

/// What everyone may read, watched entry by entry: it changes only where `touched` says so, and never in silence.
#[derive(Clone)]
pub struct Watch {
    exposures: BTreeMap<SealedRef, &'static str>,
    revs: BTreeMap<ForumNo, u64>,
}

impl Watch {
    /// Over a record as it is now.
    pub fn over(record: &super::Record) -> Watch {
        let exposures = record
            .sealed
            .keys()
            .map(|at| (*at, named(record.world.exposure_of(*at))));
        let forums = record.world.forums.forums.values();
        Watch {
            exposures: exposures.collect(),
            revs: forums.map(|forum| (forum.no, forum.rev)).collect(),
        }
    }

    /// Looks at the state after an entry was applied.
    pub fn look(&mut self, world: &World, entry: &Entry<Event>, touched: &[SealedRef]) {
        let fields = entry.event.sealed();
        let own = fields.iter().map(|(field, _)| SealedRef::new(entry.seq, *field));
        let known: Vec<SealedRef> = self.exposures.keys().copied().chain(own).collect();
        for at in known {
            let now = named(world.exposure_of(at));
            let before = self.exposures.insert(at, now);
            assert_ne!(now, "absent", "{at:?}");
            if before == Some(now) {
                continue;
            }
            let file = fields
                .iter()
                .any(|(field, fate)| *field == at.field && *fate == Fate::File);
            let of_author = matches!(&entry.event, Event::Forum(forum::Event::OpinionSubmitted(_)));
            let told = touched.contains(&at) || (at.seq == entry.seq && (file || of_author && now == "held"));
            assert!(told, "{at:?} becomes {now} in entry {} untold", entry.seq);
            if (now == "public" || before == Some("public")) && matches!(entry.event, Event::Portal(_)) {
                assert_eq!(world.portal.rev, entry.seq, "{at:?} becomes {now}");
            }
            // What anyone can see or could see changes a page, whose revision tells the cache.
            if (now == "public" || before == Some("public"))
                && let Some(no) = self.shown_on(world, entry, at)
            {
                let rev = world.forums.forums[&no].rev;
                assert_eq!((rev, world.forums.rev), (entry.seq, entry.seq), "{at:?} becomes {now}");
            }
        }
        for forum in world.forums.forums.values() {
            let before = self.revs.insert(forum.no, forum.rev);
            assert!(forum.rev <= world.forums.rev && before.is_none_or(|before| before <= forum.rev));
            if is_silent(&entry.event) {
                assert_eq!(before, Some(forum.rev), "entry {} tells when someone spoke", entry.seq);
            }
        }
    }

    fn shown_on(&self, world: &World, entry: &Entry<Event>, at: SealedRef) -> Option<ForumNo> {
        match &entry.event {
            Event::Forum(event) => Some(event.forum()),
            _ => world.forum_of_entry(at.seq),
        }
    }
}

/// Votes and what people send in: a revision that moved with them would tell when someone spoke.
fn is_silent(event: &Event) -> bool {
    use forum::Event as F;
    matches!(
        event,
        Event::Forum(
            F::VoteCast(_)
                | F::SlipsIssued(_)
                | F::SlipsCancelled(_)
                | F::OpinionSubmitted(_)
                | F::OpinionWithdrawn(_)
                | F::ClauseContested(_)
                | F::TurnConfirmed(_)
                | F::SectionDropped(_)
                | F::ConclusionWritten(_)
                | F::DirectiveWritten(_)
                | F::DirectiveDropped(_)
        )
    )
}
