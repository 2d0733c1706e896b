//! A store that tells of every batch it kept, and how long that took.

use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Another store, watched.
pub struct Watched<F> {
    store: Arc<dyn Store>,
    seen: F,
}

impl<F: Fn(&Batch, Duration) + Send + Sync + 'static> Watched<F> {
    /// Tells `seen` of every batch.
    pub fn new(store: Arc<dyn Store>, seen: F) -> Watched<F> {
        Watched { store, seen }
    }
}

impl<F: Fn(&Batch, Duration) + Send + Sync + 'static> Store for Watched<F> {
    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        let began = Instant::now();
        self.store.append(epoch, batch)?;
        (self.seen)(batch, began.elapsed());
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
    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        self.store.once_first()
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
