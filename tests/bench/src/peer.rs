//! The peer: the same rows, one commit a command.

use crate::clients::{self, Load};
use crate::jobs;
use crate::office::{self, Way};
use crate::place::Base;
use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Batches kept, at most.
const BATCHES_MAX: usize = 200_000;

/// A store that keeps a copy of what is appended to it.
struct Recording {
    store: Arc<dyn Store>,
    batches: Arc<Mutex<Vec<Batch>>>,
}

/// The very batches a single client leaves.
pub struct Peer(Vec<Batch>);

impl Peer {
    /// Lets a single client work for a while.
    ///
    /// # Errors
    /// A command failed.
    pub fn of(base: &Base, time: Duration) -> Result<Peer, String> {
        recorded(base, time).map(Peer)
    }

    /// Commits a second of a fresh store of the same kind that is given these batches one by one.
    ///
    /// # Errors
    /// A commit failed.
    pub fn commits_per_second(&self, base: &Base, time: Duration) -> Result<f64, String> {
        let place = base.copy()?;
        let store = place.store()?;
        let epoch = store.lead().map_err(|why| why.to_string())?.epoch;
        let (start, mut done) = (Instant::now(), 0_u32);
        for batch in &self.0 {
            if start.elapsed() >= time {
                break;
            }
            store.append(epoch, batch).map_err(|why| format!("the peer: {why}"))?;
            done += 1;
        }
        Ok(f64::from(done) / start.elapsed().as_secs_f64())
    }
}

/// What a single client leaves in the store: a batch a command.
fn recorded(base: &Base, time: Duration) -> Result<Vec<Batch>, String> {
    let (place, batches) = (base.copy()?, Arc::<Mutex<Vec<Batch>>>::default());
    let store = Recording {
        store: place.store()?,
        batches: batches.clone(),
    };
    let office = office::open(&place.dir, Arc::new(store), Way::default())?;
    let load = Load {
        clients: 1,
        proofs: false,
        time,
    };
    let writer = office.clone();
    let run = clients::run(&office, load, move |number| {
        jobs::opinion(&writer, "peer", number).map(Some)
    })?;
    office.close();
    let batches = std::mem::take(&mut *batches.lock().unwrap_or_else(PoisonError::into_inner));
    if batches.len() as u64 != run.acknowledged.min(BATCHES_MAX as u64) {
        return Err("a single client's commands shared a batch".to_owned());
    }
    Ok(batches)
}

impl Store for Recording {
    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        self.store.append(epoch, batch)?;
        let mut batches = self.batches.lock().unwrap_or_else(PoisonError::into_inner);
        if batches.len() < BATCHES_MAX {
            batches.push(batch.clone());
        }
        Ok(())
    }
    fn head(&self) -> Result<Head, StoreError> {
        self.store.head()
    }
    fn lead(&self) -> Result<Head, StoreError> {
        self.store.lead()
    }
    fn settle(&self, epoch: u64, batch: &Batch) -> Settled {
        self.store.settle(epoch, batch)
    }
    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        self.store.entries(from, to, each)
    }
    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        self.store.sealed(at)
    }
    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        self.store.sealed_range(from, to, each)
    }
    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        self.store.once_from(from)
    }
    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        self.store.forget_once_before(seq)
    }
    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        self.store.tile(level, index)
    }
    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        self.store.put_blob(id, blob)
    }
    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        self.store.blob(id)
    }
    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        self.store.blobs(after, limit)
    }
    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        self.store.erase(what)
    }
}
