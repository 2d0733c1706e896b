//! A store in memory: what the tests and the simulation run on. It can be told to fail.

use crate::batch;
use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Entries copied at a time while reading a range, so that the reader's own work is not done under the lock.
const ENTRIES_PER_READ: u64 = 1024;

/// The calls that can be told to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultAt {
    /// [`Store::head`].
    Head,
    /// [`Store::lead`].
    Lead,
    /// [`Store::append`].
    Append,
    /// [`Store::settle`].
    Settle,
    /// [`Store::entries`].
    Entries,
    /// [`Store::sealed`].
    Sealed,
    /// [`Store::sealed_range`].
    SealedRange,
    /// [`Store::once_from`].
    OnceFrom,
    /// [`Store::forget_once_before`].
    ForgetOnceBefore,
    /// [`Store::tile`].
    Tile,
    /// [`Store::put_blob`].
    PutBlob,
    /// [`Store::blob`].
    Blob,
    /// [`Store::blobs`].
    Blobs,
    /// [`Store::erase`].
    Erase,
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is done and that is known: [`AppendError::NotCommitted`] or [`StoreError::Failed`].
    Refused,
    /// Nothing is done and `append` cannot say so: [`AppendError::Unknown`]. Elsewhere as [`Fault::Refused`].
    Lost,
    /// It is done although the call fails: [`AppendError::Unknown`] or [`StoreError::Failed`].
    Kept,
}

#[derive(Default)]
struct Inner {
    head: Head,
    entries: Vec<Arc<[u8]>>,
    sealed: BTreeMap<SealedRef, Sealed>,
    once: BTreeMap<u64, OnceRow>,
    tiles: BTreeMap<(u8, u64), Box<[u8]>>,
    blobs: BTreeMap<BlobId, Blob>,
    /// Faults waiting, in order, each with the number of calls it still lets pass.
    faults: Vec<(FaultAt, u64, Fault)>,
    /// Before the next settling somebody else takes the lead.
    deposed: bool,
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

    /// The next call at `at` fails this way. Several faults at one place happen one call after the other.
    pub fn fail_next(&self, at: FaultAt, fault: Fault) {
        self.fail_after(at, 0, fault);
    }

    /// The call at `at` after `calls` good ones fails this way.
    pub fn fail_after(&self, at: FaultAt, calls: u64, fault: Fault) {
        self.inner().faults.push((at, calls, fault));
    }

    /// Before the next call of `settle` somebody else takes the lead.
    pub fn lead_before_settling(&self) {
        self.inner().deposed = true;
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One call under the lock, with the fault that is due at this place. The write functions do nothing on
    /// `Refused` and `Lost`, and everything on `Kept`.
    fn call<T>(&self, at: FaultAt, call: impl FnOnce(&mut Inner) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut inner = self.inner();
        let failed = Err(StoreError::Failed {
            doing: "what a test made fail",
            why: "a fault on demand".into(),
        });
        match inner.due(at) {
            None => call(&mut inner),
            Some(Fault::Refused | Fault::Lost) => failed,
            Some(Fault::Kept) => call(&mut inner).and(failed),
        }
    }
}

impl Inner {
    fn due(&mut self, at: FaultAt) -> Option<Fault> {
        let i = self.faults.iter().position(|(place, ..)| *place == at)?;
        match &mut self.faults[i].1 {
            0 => Some(self.faults.remove(i).2),
            calls => {
                *calls -= 1;
                None
            }
        }
    }

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
        self.head.epoch += u64::from(std::mem::take(&mut self.deposed));
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
        self.call(FaultAt::Head, |inner| Ok(inner.head.clone()))
    }

    fn lead(&self) -> Result<Head, StoreError> {
        self.call(FaultAt::Lead, |inner| {
            inner.head.epoch += 1;
            Ok(inner.head.clone())
        })
    }

    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        let mut inner = self.inner();
        match inner.due(FaultAt::Append) {
            None => inner.append(epoch, batch),
            Some(Fault::Refused) => Err(AppendError::NotCommitted("a fault on demand".into())),
            Some(Fault::Lost) => Err(AppendError::Unknown("a fault on demand".into())),
            Some(Fault::Kept) => {
                inner.append(epoch, batch)?;
                Err(AppendError::Unknown("a fault on demand".into()))
            }
        }
    }

    fn settle(&self, epoch: u64, batch: &Batch) -> Settled {
        self.call(FaultAt::Settle, |inner| Ok(inner.settle(epoch, batch)))
            .unwrap_or_else(|why| Settled::Unknown(why.to_string()))
    }

    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        let mut next = from;
        let mut copies = self.call(FaultAt::Entries, |inner| Ok(inner.copy_of(next, to)))?;
        while !copies.is_empty() {
            for entry in copies {
                if !each(next, &entry) {
                    return Ok(());
                }
                next += 1;
            }
            copies = self.inner().copy_of(next, to);
        }
        Ok(())
    }

    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        self.call(FaultAt::Sealed, |inner| Ok(inner.sealed.get(&at).cloned()))
    }

    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        let found: Vec<Sealed> = self.call(FaultAt::SealedRange, |inner| {
            let all = inner.sealed.iter().skip_while(|(at, _)| at.seq < from);
            Ok(all
                .take_while(|(at, _)| at.seq < to)
                .map(|(_, sealed)| sealed.clone())
                .collect())
        })?;
        for sealed in found {
            if !each(sealed) {
                break;
            }
        }
        Ok(())
    }

    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        self.call(FaultAt::OnceFrom, |inner| {
            Ok(inner.once.range(from..).map(|(_, row)| *row).collect())
        })
    }

    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        self.call(FaultAt::ForgetOnceBefore, |inner| {
            inner.once = inner.once.split_off(&seq);
            Ok(())
        })
    }

    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        self.call(FaultAt::Tile, |inner| Ok(inner.tiles.get(&(level, index)).cloned()))
    }

    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        self.call(FaultAt::PutBlob, |inner| {
            if inner.blobs.contains_key(&id) {
                let why = "its name is taken".into();
                return Err(StoreError::Failed {
                    doing: "keeping a file",
                    why,
                });
            }
            inner.blobs.insert(id, blob.clone());
            Ok(())
        })
    }

    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        self.call(FaultAt::Blob, |inner| Ok(inner.blobs.get(&id).cloned()))
    }

    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        self.call(FaultAt::Blobs, |inner| {
            let all = inner
                .blobs
                .iter()
                .filter(|(id, _)| after.is_none_or(|after| **id > after));
            Ok(all.take(limit).map(|(id, blob)| (*id, blob.put)).collect())
        })
    }

    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        self.call(FaultAt::Erase, |inner| {
            for one in what {
                match one {
                    Erasable::Sealed(at) => drop(inner.sealed.remove(at)),
                    Erasable::Blob(id) => drop(inner.blobs.remove(id)),
                }
            }
            Ok(())
        })
    }
}
