//! Partitions of words: each is made before the first batch that needs it, the next one ahead of time beside the writer, so
//! that no batch waits for the database's catalogues.

use super::connect::Connector;
use super::schema::{self, PARTITION_ENTRIES};
use super::{Replication, open};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Partitions that are known to be there.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    known: Mutex<Known>,
    /// One is being made ahead of time.
    making: AtomicBool,
}

#[derive(Debug, Default)]
struct Known {
    parts: BTreeSet<u64>,
    /// How often all was forgotten: what was made for an earlier database is not noted.
    forgotten: u64,
}

impl Parts {
    /// Whether a partition is known to be there.
    pub(super) fn has(&self, part: u64) -> bool {
        self.known().parts.contains(&part)
    }

    /// A partition is there.
    pub(super) fn note(&self, part: u64) {
        self.known().parts.insert(part);
    }

    /// Another database may have taken the place of the one they were made in.
    pub(super) fn forget(&self) {
        let mut known = self.known();
        known.parts.clear();
        known.forgotten += 1;
    }

    /// Makes the next partition once half of the present one is full, on a session and a thread of its own. Where that
    /// fails, the batch that needs it makes it.
    pub(super) fn make_next(&self, size: u64, connector: &Arc<Connector>, replication: Replication) {
        let next = size / PARTITION_ENTRIES + 1;
        let is_time = size % PARTITION_ENTRIES > PARTITION_ENTRIES / 2;
        if !is_time || self.has(next) || self.0.making.swap(true, Ordering::AcqRel) {
            return;
        }
        let (parts, connector) = (self.clone(), connector.clone());
        let forgotten = self.known().forgotten;
        let body = move || {
            let made = connector.connect().is_ok_and(|session| {
                session.take_warning();
                open::safe(&session, replication).is_ok()
                    && schema::attach_partition(&session, next).is_ok()
                    && !session.take_warning()
            });
            let mut known = parts.known();
            if made && known.forgotten == forgotten {
                known.parts.insert(next);
            }
            drop(known);
            parts.0.making.store(false, Ordering::Release);
        };
        if thread::Builder::new().name("partition".into()).spawn(body).is_err() {
            self.0.making.store(false, Ordering::Release);
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
