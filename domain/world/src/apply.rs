//! How the record changes the state. Total: whatever is missing is counted, nothing fails.

use crate::erasure::Erasure;
use crate::events::{self, record};
use crate::flag::Flag;
use crate::sealed::{self, ShownOn};
use crate::{Event, World};
use base::fact::{BlobId, Exposure, Fate, SealedRef};
use base::time::Hour;
use ledger::entry::Entry;

impl World {
    pub(crate) fn take(&mut self, entry: &Entry<Event>) {
        let seq = entry.seq;
        let begun = std::mem::replace(&mut self.begun, true);
        let known = match &entry.event {
            Event::People(event) => self.people.apply(seq, event).is_ok(),
            Event::Forum(event) => self.forums.apply(seq, entry.at, event).is_ok(),
            Event::Portal(event) => self.portal.apply(seq, entry.at, event).is_ok(),
            Event::Record(event) => self.take_record(seq, entry.at, event, begun),
        };
        self.faults += u64::from(!known);
        for (field, settled) in sealed::settled(&entry.event) {
            self.fields.insert(SealedRef::new(seq, field), settled);
        }
        if let Some((field, file)) = entry.event.file() {
            self.blobs.insert(file.id, SealedRef::new(seq, field));
            self.files.insert(SealedRef::new(seq, field), file.id);
        }
    }

    fn take_record(&mut self, seq: u64, at: Hour, event: &record::Event, begun: bool) -> bool {
        match event {
            record::Event::LedgerOpened(e) => {
                self.format = Some(e.format);
                !begun
            }
            // Whether the numbers in it are right only the tree can tell: `verify` does.
            record::Event::LogContinued(e) => self.ended_logs.insert(seq, e.into()).is_none(),
            record::Event::ErasureOrdered(e) => {
                let known = e.targets.iter().all(|at| self.exposure_of(*at) != Exposure::Absent);
                for at in &e.targets {
                    self.erased.insert(*at, e.erasure);
                    self.show_change(*at, seq);
                }
                let decision = e.decision.map(|_| SealedRef::new(seq, events::DECISION));
                let order = Erasure {
                    targets: e.targets.clone(),
                    basis: e.basis,
                    decision,
                    ordered: seq,
                    erased: None,
                };
                self.open_orders.insert(e.erasure);
                self.erasures.insert(e.erasure, order).is_none() && known
            }
            record::Event::DataErased(e) => match self.erasures.get_mut(&e.erasure) {
                Some(order) => {
                    let first_time = order.erased.replace(seq).is_none();
                    let targets = order.targets.clone();
                    targets.into_iter().for_each(|at| self.show_change(at, seq));
                    self.open_orders.remove(&e.erasure).is_some() && first_time
                }
                None => false,
            },
            record::Event::TextFlagged(e) => {
                let flag = Flag {
                    entry: e.entry,
                    at,
                    reason: e.reason,
                    note: e.note.map(|_| SealedRef::new(seq, events::NOTE)),
                    outcome: None,
                };
                self.open_flags.insert(e.flag);
                self.flags.insert(e.flag, flag).is_none()
            }
            record::Event::FlagSettled(e) => {
                let waited = self.open_flags.remove(&e.flag).is_some();
                let flag = self.flags.get_mut(&e.flag);
                flag.is_some_and(|flag| flag.outcome.replace(e.outcome).is_none()) && waited
            }
        }
    }

    /// Raises the revision of whatever shows this value, so that no cached page keeps it.
    fn show_change(&mut self, at: SealedRef, seq: u64) {
        if let Some(opinion) = self.forums.opinions.get_mut(&at.seq) {
            opinion.rev = seq;
            // Words nobody could see yet leave no page: a changed revision would only tell when they were taken back.
            if !matches!(opinion.state, forum::OpinionState::Published(_)) {
                return;
            }
            let forum = opinion.forum;
            if let Some(forum) = self.forums.forums.get_mut(&forum) {
                forum.rev = seq;
            }
            self.forums.rev = seq;
            return;
        }
        if self.portal.show_change(at, seq) {
            return;
        }
        let followed = self.forums.shown_on(at).map(ShownOn::Forum);
        match self.fields.get(&at).map(|field| field.shown_on).or(followed) {
            Some(ShownOn::Forum(no)) => {
                if let Some(forum) = self.forums.forums.get_mut(&no) {
                    forum.rev = seq;
                }
                self.forums.rev = seq;
            }
            // The office and its organisations are named on every page, whose keys all hold this revision.
            Some(ShownOn::Office) | None => self.people.rev = seq,
        }
    }

    /// What may be shown of a sealed value now.
    pub fn exposure_of(&self, at: SealedRef) -> Exposure {
        if let Some(order) = self.erased.get(&at).and_then(|erasure| self.erasures.get(erasure)) {
            return Exposure::Erased(order.erased.unwrap_or(order.ordered));
        }
        match self.fields.get(&at).map(|field| field.fate) {
            Some(Fate::Public | Fate::File) => Exposure::Public,
            Some(Fate::Private) => Exposure::Private,
            Some(Fate::Follows) | None => match self.forums.exposure(at) {
                Exposure::Absent => self.portal.exposure(at),
                exposure => exposure,
            },
        }
    }

    pub(crate) fn touched_by(&self, entry: &Entry<Event>) -> Vec<SealedRef> {
        // A file has no words: whoever followed it among the texts would miss it there for ever. What an author just
        // wrote is nobody's to read yet.
        let own = entry.event.sealed().into_iter().filter(|(_, fate)| *fate != Fate::File);
        let mut touched: Vec<SealedRef> = own.map(|(field, _)| SealedRef::new(entry.seq, field)).collect();
        match &entry.event {
            Event::Forum(forum::Event::OpinionSubmitted(_)) => touched.clear(),
            Event::Forum(event) => touched.extend(self.forums.touched(event)),
            Event::Portal(event) => touched.extend(self.portal.touched(entry.seq, event)),
            Event::Record(record::Event::ErasureOrdered(e)) => touched.extend(e.targets.iter().copied()),
            Event::Record(_) | Event::People(_) => {}
        }
        touched
    }

    /// Whether a sealed field is for nobody but a page whose rights allow it, erased or not.
    pub fn is_private(&self, at: SealedRef) -> bool {
        self.fields.get(&at).is_some_and(|field| field.fate == Fate::Private)
    }

    /// Whether a sealed field is a file: it is public like words, and has none.
    pub fn is_file(&self, at: SealedRef) -> bool {
        self.files.contains_key(&at)
    }

    pub(crate) fn names(&self, id: BlobId) -> bool {
        let named_by = self.blobs.get(&id);
        named_by.is_some_and(|at| !matches!(self.exposure_of(*at), Exposure::Erased(_)))
    }

    pub(crate) fn fault_count(&self) -> u64 {
        self.faults
    }
}
