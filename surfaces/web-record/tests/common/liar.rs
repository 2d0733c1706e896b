//! A store that lies.

use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What it lies about.
#[derive(Default)]
pub struct Lies {
    /// Number of the entry whose bytes come back altered, from 1; 0 lies about none.
    pub entry: AtomicU64,
    /// The same for sealed words.
    pub words: AtomicU64,
}

/// A store that lies on demand: entries or words come back altered.
pub struct Liar {
    /// What it tells when it does not lie.
    pub inner: Arc<dyn Store>,
    /// What it lies about.
    pub lies: Arc<Lies>,
}

impl Store for Liar {
    fn head(&self) -> Result<Head, StoreError> {
        self.inner.head()
    }
    fn lead(&self) -> Result<Head, StoreError> {
        self.inner.lead()
    }
    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        self.inner.append(epoch, batch)
    }
    fn settle(&self, epoch: u64, batch: &Batch) -> Settled {
        self.inner.settle(epoch, batch)
    }
    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        let lied = self.lies.entry.load(Ordering::SeqCst);
        self.inner.entries(from, to, &mut |seq, bytes| {
            let mut bytes = bytes.to_vec();
            if seq + 1 == lied {
                // one hex digit of the last digest: still an entry, but another one
                let place = bytes.len() - 4;
                bytes[place] = if bytes[place] == b'0' { b'1' } else { b'0' };
            }
            each(seq, &bytes)
        })
    }
    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        let lied = self.lies.words.load(Ordering::SeqCst);
        let mut sealed = self.inner.sealed(at)?;
        if let Some(sealed) = sealed.as_mut().filter(|_| at.seq + 1 == lied) {
            sealed.value.push('!');
        }
        Ok(sealed)
    }
    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        self.inner.sealed_range(from, to, each)
    }
    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        self.inner.once_from(from)
    }
    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        self.inner.once_first()
    }

    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        self.inner.forget_once_before(seq)
    }
    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        self.inner.tile(level, index)
    }
    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        self.inner.put_blob(id, blob)
    }
    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        self.inner.blob(id)
    }
    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        self.inner.blobs(after, limit)
    }
    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        self.inner.erase(what)
    }
}
