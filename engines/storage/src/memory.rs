//! A store in memory: what tests and the simulation run on.

use crate::batch;
use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Entries copied at a time while reading a range, so that the reader's own work is not done under the lock.
const ENTRIES_PER_READ: u64 = 1024;

#[derive(Default)]
struct Inner {
    head: Head,
    entries: Vec<Arc<[u8]>>,
    sealed: BTreeMap<SealedRef, Sealed>,
    once: BTreeMap<u64, OnceRow>,
    tiles: BTreeMap<(u8, u64), Box<[u8]>>,
    blobs: BTreeMap<BlobId, Blob>,
}

/// A ledger kept in memory. Clones share it, as processes share a database.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Inner>>);

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Memory({:?})", self.inner().head)
    }
}

impl Memory {
    /// An empty store.
    pub fn new() -> Self {
        Memory::default()
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn append(&mut self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        let sealed = batch::checked(batch).map_err(AppendError::NotCommitted)?;
        if (self.head.epoch, self.head.size) != (epoch, batch.first) {
            return Err(AppendError::Superseded {
                expected_size: batch.first,
                expected_epoch: epoch,
            });
        }
        if batch.entries.is_empty() {
            return Ok(());
        }
        let mut tiles = BTreeMap::new();
        for tile in &batch.tiles {
            let place = (tile.level, tile.index);
            if self.tiles.contains_key(&place) || tiles.insert(place, tile.bytes.clone()).is_some() {
                return Err(AppendError::NotCommitted(format!("tile {place:?} is there already")));
            }
        }
        self.entries
            .extend(batch.entries.iter().map(|entry| Arc::from(entry.as_slice())));
        self.sealed
            .extend(sealed.into_iter().map(|(_, sealed)| (sealed.at, sealed.clone())));
        self.once.extend(batch.once.iter().map(|row| (row.seq, *row)));
        self.tiles.append(&mut tiles);
        self.head.size = self.entries.len() as u64;
        self.head.checkpoint.clone_from(&batch.checkpoint);
        Ok(())
    }

    fn settle(&mut self, epoch: u64, batch: &Batch) -> Settled {
        if self.head.epoch != epoch {
            return Settled::Superseded;
        }
        self.head.epoch += 1;
        let epoch = self.head.epoch;
        if self.head.size == batch.first {
            Settled::NotKept { epoch }
        } else if self.head.checkpoint == batch.checkpoint {
            Settled::Kept { epoch }
        } else {
            Settled::Superseded
        }
    }

    fn sealed_of(&self, from: u64, to: u64) -> Vec<Sealed> {
        let all = self.sealed.iter().skip_while(|(at, _)| at.seq < from);
        all.take_while(|(at, _)| at.seq < to)
            .map(|(_, sealed)| sealed.clone())
            .collect()
    }

    fn copy_of(&self, from: u64, to: u64) -> Vec<Arc<[u8]>> {
        let end = to.min(self.head.size).min(from.saturating_add(ENTRIES_PER_READ));
        if from >= end {
            Vec::new()
        } else {
            self.entries[from as usize..end as usize].to_vec()
        }
    }
}

impl Store for Memory {
    fn head(&self) -> Result<Head, StoreError> {
        Ok(self.inner().head.clone())
    }

    fn lead(&self) -> Result<Head, StoreError> {
        let mut inner = self.inner();
        inner.head.epoch += 1;
        Ok(inner.head.clone())
    }

    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        self.inner().append(epoch, batch)
    }

    fn settle(&self, epoch: u64, batch: &Batch) -> Settled {
        self.inner().settle(epoch, batch)
    }

    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        let mut next = from;
        loop {
            let copies = self.inner().copy_of(next, to);
            if copies.is_empty() {
                return Ok(());
            }
            for entry in copies {
                if !each(next, &entry) {
                    return Ok(());
                }
                next += 1;
            }
        }
    }

    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        Ok(self.inner().sealed.get(&at).cloned())
    }

    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        // Copied first: whoever reads may read again, and the lock would be held along the loop.
        let found = self.inner().sealed_of(from, to);
        for sealed in found {
            if !each(sealed) {
                break;
            }
        }
        Ok(())
    }

    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        Ok(self.inner().once.range(from..).map(|(_, row)| *row).collect())
    }

    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        Ok(self.inner().once.keys().next().copied())
    }

    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        let mut inner = self.inner();
        inner.once = inner.once.split_off(&seq);
        Ok(())
    }

    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        Ok(self.inner().tiles.get(&(level, index)).cloned())
    }

    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        let mut inner = self.inner();
        if inner.blobs.contains_key(&id) {
            let why = "its name is taken".into();
            return Err(StoreError::Failed {
                doing: "keeping a file",
                why,
            });
        }
        inner.blobs.insert(id, blob.clone());
        Ok(())
    }

    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        Ok(self.inner().blobs.get(&id).cloned())
    }

    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        let inner = self.inner();
        let all = inner
            .blobs
            .iter()
            .filter(|(id, _)| after.is_none_or(|after| **id > after));
        Ok(all.take(limit).map(|(id, blob)| (*id, blob.put)).collect())
    }

    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        let mut inner = self.inner();
        for one in what {
            match one {
                Erasable::Sealed(at) => drop(inner.sealed.remove(at)),
                Erasable::Blob(id) => drop(inner.blobs.remove(id)),
            }
        }
        Ok(())
    }
}
