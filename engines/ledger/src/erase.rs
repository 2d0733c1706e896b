//! Files beside the record, and what is removed physically.

use crate::ledger::Ledger;
use crate::machine::Machine;
use crate::store::{BLOB_ORPHAN_HOURS, Blob, Erasable, Store, StoreError};
use base::fact::{BlobId, BlobRef, Commitment};
use std::array;

/// Files looked at in one step of a sweep.
const SWEEP_STEP: usize = 256;

impl<M: Machine, S: Store> Ledger<M, S> {
    /// Keeps a file durably, under a random name and a secret salt, before any entry names it.
    ///
    /// # Errors
    /// It was not kept.
    pub fn put_blob(&self, bytes: Vec<u8>) -> Result<BlobRef, StoreError> {
        let shared = &self.shared;
        let (name, salt) = ((shared.entropy)(), (shared.entropy)());
        let id = BlobId(array::from_fn(|i| name[i]));
        let commitment = Commitment::of(&salt, &bytes);
        let put = (shared.clock)().hour();
        shared.store.put_blob(id, &Blob { salt, bytes, put })?;
        Ok(BlobRef { id, commitment })
    }

    /// Removes the files that no entry names and that were put more than [`BLOB_ORPHAN_HOURS`] ago; says how many.
    /// The newest state is asked before each step, and nothing is removed by one the record has gone beyond. Whoever
    /// keeps a file's name that long before naming it in a command looks first whether the file is still there.
    ///
    /// # Errors
    /// The store failed; what was removed before stays removed.
    pub fn sweep_orphans(&self) -> Result<u64, StoreError> {
        let shared = &self.shared;
        let now = (shared.clock)();
        let (mut after, mut removed) = (None, 0);
        loop {
            let step = shared.store.blobs(after, SWEEP_STEP)?;
            let Some((last, _)) = step.last() else {
                return Ok(removed);
            };
            after = Some(*last);
            let head = shared.store.head()?;
            let view = self.view();
            if view.size < head.size {
                // Another process leads, or a batch is about to be shown: what this state does not name may be named
                // by the entries after it. The next sweep of whoever leads looks again.
                return Ok(removed);
            }
            let orphans: Vec<_> = step
                .into_iter()
                .filter(|(id, put)| {
                    // `put` is the beginning of an hour: one more makes sure that the whole time has passed
                    put.starts_at().add_hours(BLOB_ORPHAN_HOURS + 1) <= now && !view.state.names_blob(*id)
                })
                .map(|(id, _)| Erasable::Blob(id))
                .collect();
            if !orphans.is_empty() {
                shared.store.erase(&orphans)?;
                removed += orphans.len() as u64;
            }
        }
    }

    /// Removes values and files physically, now. Deciding that it may be done, and recording that it was, is the state
    /// machine's matter.
    ///
    /// # Errors
    /// Not all of it is known to be gone.
    pub fn erase_now(&self, what: &[Erasable]) -> Result<(), StoreError> {
        self.shared.store.erase(what)
    }
}
