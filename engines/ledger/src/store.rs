//! The contract between the ledger and a database. Nothing here is shaped like any one of them.
//!
//! A store is dumb and durable: it keeps bytes, it compares and swaps the head, it never interprets an entry.

use base::fact::{BlobId, FieldName, SealedRef};
use base::time::Hour;

/// Where the ledger stands in the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Number of entries.
    pub size: u64,
    /// Raised each time somebody takes the lead.
    pub epoch: u64,
    /// The signed checkpoint of exactly `size` entries; empty before the first batch.
    pub checkpoint: String,
}

/// One sealed value at rest.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Entry and field.
    pub at: SealedRef,
    /// The salt.
    pub salt: [u8; 32],
    /// The words.
    pub value: String,
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sealed({:?}, hidden)", self.at)
    }
}

/// The trace of an idempotency key: keyed digests, so that neither the key nor the body can be guessed by trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnceRow {
    /// First entry the command recorded.
    pub seq: u64,
    /// Keyed digest of the key.
    pub key: [u8; 32],
    /// Keyed digest of the body.
    pub body: [u8; 32],
}

/// A full tile of hashes (256 × 32 bytes), immutable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileRow {
    /// Tile level, 0 for leaf hashes.
    pub level: u8,
    /// Position in its level.
    pub index: u64,
    /// 8,192 bytes.
    pub bytes: Box<[u8]>,
}

/// A file at rest, with the salt of its commitment and the hour it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    /// 256 random bits.
    pub salt: [u8; 32],
    /// The file.
    pub bytes: Vec<u8>,
    /// When it was put; a file that no entry names goes after [`BLOB_ORPHAN_HOURS`].
    pub put: Hour,
}

/// Hours after which a file that no entry names is removed.
pub const BLOB_ORPHAN_HOURS: u32 = 24;

/// Everything one transaction makes durable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Number of the first entry = size of the ledger before.
    pub first: u64,
    /// Exact bytes of the entries, in order.
    pub entries: Vec<Vec<u8>>,
    /// Sealed values of these entries.
    pub sealed: Vec<Sealed>,
    /// Idempotency keys of the commands in this batch.
    pub once: Vec<OnceRow>,
    /// Tiles these entries filled.
    pub tiles: Vec<TileRow>,
    /// The signed checkpoint after these entries.
    pub checkpoint: String,
    /// All of it is asked for so that something can be removed: a store that keeps room back for that gives it here.
    pub removing: bool,
}

/// What is to be removed physically.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasable {
    /// Value and salt of a sealed field.
    Sealed(SealedRef),
    /// A file and its salt.
    Blob(BlobId),
}

/// A failure of reading, or of a write that is known not to have happened.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database or the disk said no.
    #[error("the store failed while {doing}: {why}")]
    Failed {
        /// What was being done.
        doing: &'static str,
        /// What the database said.
        why: String,
    },
    /// What is stored cannot be: the file was damaged or written by something else.
    #[error("the store holds something it cannot: {0}")]
    Damaged(String),
}

/// Why a batch was not acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Provably nothing of the batch was or will be kept: it failed before COMMIT was sent.
    #[error("nothing was recorded: {0}")]
    NotCommitted(String),
    /// Another leader took over: size or epoch are not the expected ones. Nothing was kept.
    #[error("the ledger moved on under this leader: expected size {expected_size} in epoch {expected_epoch}")]
    Superseded {
        /// Size this leader expected.
        expected_size: u64,
        /// Epoch this leader holds.
        expected_epoch: u64,
    },
    /// COMMIT was sent and its outcome is not known. The caller must drop its state and read the head again.
    #[error("it is not known whether the batch was recorded: {0}")]
    Unknown(String),
}

/// What became of a batch whose append was answered [`AppendError::Unknown`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It was kept, and the same leader goes on in this epoch.
    Kept {
        /// The new epoch.
        epoch: u64,
    },
    /// It was not and never will be; the same leader goes on in this epoch.
    NotKept {
        /// The new epoch.
        epoch: u64,
    },
    /// Another leader took over.
    Superseded,
    /// It cannot be found out by this process: it has to end, and the next start reads what is there.
    Unknown(String),
}

/// A database that keeps one ledger.
///
/// Contract, the same for every implementation and checked by one conformance suite:
/// - `append` is atomic and durable on return: after `Ok`, every row survives the loss of the process and of power.
///   It compares the head with `(epoch, batch.first)` and writes the new one in the same transaction.
///   It never retries; `Unknown` is returned for every error from COMMIT on.
/// - `settle` raises the epoch from the given one, so that nothing of an earlier append can come after it, and then tells
///   whether the batch is there. A store that cannot do so says `Unknown`, and nothing is written any more.
/// - Reads see every batch whose `append` returned `Ok`, from any thread.
/// - `erase` returns only when the bytes are physically gone from the files the store controls (free pages and logs too).
///   Erasing what is not there succeeds.
/// - `put_blob` is durable on return and independent of any batch.
pub trait Store: Send + Sync + 'static {
    /// Where the ledger stands.
    fn head(&self) -> Result<Head, StoreError>;
    /// Takes the lead: raises the epoch durably and returns the new head. Every earlier leader's `append` is refused.
    fn lead(&self) -> Result<Head, StoreError>;
    /// Appends a batch under the given epoch.
    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError>;
    /// Finds out what became of a batch that was sent under this epoch, when `append` could not say.
    fn settle(&self, epoch: u64, batch: &Batch) -> Settled;
    /// Calls `each` with number and bytes of the entries `from..to` (or fewer, if the ledger ends before), in order,
    /// until it returns `false`.
    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError>;
    /// Sealed values of one entry's field.
    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError>;
    /// Calls `each` with every sealed value of the entries `from..to`, ordered by entry and field, until it returns `false`.
    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError>;
    /// Idempotency keys of commands whose first entry is `from` or later, in order.
    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError>;
    /// First entry of the oldest command whose idempotency key is kept.
    fn once_first(&self) -> Result<Option<u64>, StoreError>;
    /// Forgets the idempotency keys of commands whose first entry is before `seq`.
    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError>;
    /// A full tile.
    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError>;
    /// Keeps a file under a new random name.
    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError>;
    /// A file.
    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError>;
    /// Names and hours of all files, in the order of their names, starting after `after`, at most `limit`.
    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError>;
    /// Removes values and files physically.
    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError>;
}

/// A sealed value's place from its parts; `None` when the field's name is not one.
pub fn sealed_ref(seq: u64, field: &str) -> Option<SealedRef> {
    FieldName::new(field).map(|field| SealedRef { seq, field })
}

/// A shared store is a store: its owner may keep a handle to look into it beside the ledger.
impl<S: Store + ?Sized> Store for std::sync::Arc<S> {
    fn head(&self) -> Result<Head, StoreError> {
        (**self).head()
    }
    fn lead(&self) -> Result<Head, StoreError> {
        (**self).lead()
    }
    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        (**self).append(epoch, batch)
    }
    fn settle(&self, epoch: u64, batch: &Batch) -> Settled {
        (**self).settle(epoch, batch)
    }
    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        (**self).entries(from, to, each)
    }
    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        (**self).sealed(at)
    }
    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        (**self).sealed_range(from, to, each)
    }
    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        (**self).once_from(from)
    }
    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        (**self).once_first()
    }
    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        (**self).forget_once_before(seq)
    }
    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        (**self).tile(level, index)
    }
    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        (**self).put_blob(id, blob)
    }
    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        (**self).blob(id)
    }
    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        (**self).blobs(after, limit)
    }
    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        (**self).erase(what)
    }
}
