//! The start: takes the lead, proves that the record is the one that was signed, and rebuilds everything from it.
//!
//! Every refusal is one sentence that names the way out. Nothing is written before all checks have passed, but for the
//! epoch, whose raising is what makes an earlier leader harmless.

use crate::checkpoint::{Checkpoint, CheckpointError, open, sign};
use crate::high_water;
use crate::ledger::{Ledger, Snapshots, StartReport};
use crate::machine::Machine;
use crate::note::NoteError;
use crate::once::Remembered;
use crate::options::{Options, SnapshotShelf};
use crate::publish::{digests, full_tile};
use crate::replay::{ReplayError, first_from_hour, hour_of, replay};
use crate::sequencer::oldest_kept;
use crate::snapshot::{self, Found, SnapshotKey};
use crate::standing::{Rebuilt, Standing};
use crate::store::{Head, Store, StoreError};
use crate::tree::{Edge, EdgeAndTiles, Hash, TILE_WIDTH, leaf_hash, root_at};
use crate::view::{Texts, View};
use crate::words::is_genuine;
use base::fact::Exposure;
use base::time::{Hour, Minute};
use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Hours the last entry may be ahead of the clock.
pub const CLOCK_BEHIND_HOURS_MAX: u32 = 2;

/// Why a ledger does not start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Entries without checkpoint.
    #[error("there are {0} entries and no signed checkpoint; the store was damaged: put a backup back")]
    NoCheckpoint(u64),
    /// Signed by somebody else.
    #[error(
        "the last checkpoint is not signed by the key {key} ({why}); put back the key this ledger was made with, \
         or end this log and go on under another one"
    )]
    OtherKey {
        /// Name of the key at hand.
        key: String,
        /// What is wrong with the signature.
        why: CheckpointError,
    },
    /// The checkpoint is of another size than the ledger.
    #[error("{entries} entries are stored, {signed} are signed; the store was damaged: put a backup back")]
    Size {
        /// Entries by the store's head.
        entries: u64,
        /// Entries by the checkpoint.
        signed: u64,
    },
    /// The tree cannot be rebuilt.
    #[error("the tree over the entries cannot be rebuilt: {0}; the store was damaged: put a backup back")]
    Tree(String),
    /// The entries are not the ones that were signed.
    #[error("the root of the tree is not the signed one; entries or tiles were changed: put a backup back")]
    Root,
    /// The high-water file cannot be read.
    #[error("the high-water file cannot be read: {0}; make it readable, for without it a lost range would go unseen")]
    HighWaterRead(#[source] io::Error),
    /// What is in the high-water file is signed, but is no checkpoint.
    #[error("the high-water file holds no checkpoint: {0}; name the right file")]
    HighWaterMalformed(#[source] CheckpointError),
    /// The high-water file was written by another log.
    #[error("the high-water file is of another log or was changed: {0}; name the file of this log")]
    HighWaterOfAnotherLog(#[source] NoteError),
    /// Entries that were signed are not here.
    #[error(
        "the entries {from} to {} were acknowledged once and are missing here; bring them back, \
         or end this log and go on under another key, which names the missing numbers", .to - 1
    )]
    Missing {
        /// First missing entry.
        from: u64,
        /// First number after the missing ones.
        to: u64,
    },
    /// Another process led and recorded while this one was starting.
    #[error("another process took over the ledger while this one started; start it again if it is the one to lead")]
    Superseded,
    /// Other entries were signed in their place.
    #[error(
        "the first {size} entries here are not the {size} entries signed once; bring the right ones back, \
         or end this log and go on under another key, which says so"
    )]
    Forked {
        /// Size of the tree that was signed.
        size: u64,
    },
    /// The clock is wrong, now or when the last entry was written.
    #[error(
        "the last entry is of {last_at}, the clock says {now}; set the clock right \
         (if the entry's hour is the wrong one, wait, or put back a backup from before it)"
    )]
    ClockBehind {
        /// Hour of the last entry.
        last_at: Hour,
        /// What the clock says.
        now: Minute,
    },
    /// The entries cannot be read again.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// The system gives no thread.
    #[error("a thread could not be started: {0}; free memory or raise the limit of processes")]
    Thread(#[source] io::Error),
}

impl<M: Machine, S: Store> Ledger<M, S> {
    /// Starts a ledger on a store, which may be empty.
    ///
    /// # Errors
    /// [`OpenError`]; nothing was recorded and nothing runs.
    pub fn open(store: S, options: Options) -> Result<Self, OpenError> {
        Standing::open(store, options)?.start()
    }
}

/// Takes the lead, proves and rebuilds. Takes the shelf out of the options and leaves the rest.
pub(crate) fn rebuild<M: Machine>(store: &impl Store, options: &mut Options) -> Result<Rebuilt<M>, OpenError> {
    let now = (options.clock)();
    let head = store.lead()?;
    proved(store, options, now, &head).map_err(|why| match (&why, store.head()) {
        // Whoever led meanwhile has moved the mark on: nothing is missing.
        (OpenError::Missing { .. }, Ok(newer)) if newer.epoch != head.epoch => OpenError::Superseded,
        _ => why,
    })
}

fn proved<M: Machine>(
    store: &impl Store,
    options: &mut Options,
    now: Minute,
    head: &Head,
) -> Result<Rebuilt<M>, OpenError> {
    let (edge, signed) = checked_tree(store, head, options)?;
    let roots = |size| stored_root(store, &edge, size);
    if let Some(file) = &mut options.high_water {
        high_water::check(&mut **file, &options.key.verifier(), head.size, roots)?;
    }
    let last_at = match head.size.checked_sub(1) {
        Some(last) => Some(hour_of(store, last)?),
        None => None,
    };
    if let Some(last_at) = last_at
        && last_at.starts_at() > now.add_hours(CLOCK_BEHIND_HOURS_MAX)
    {
        return Err(OpenError::ClockBehind { last_at, now });
    }
    let shelf = options.shelf.take().map(Arc::<dyn SnapshotShelf>::from);
    let snapshot_key = SnapshotKey::new(&options.key);
    let Found {
        usable,
        ignored,
        beyond,
    } = match &shelf {
        Some(shelf) => snapshot::newest::<M>(&**shelf, head.size, &snapshot_key, |size| roots(size).ok()),
        None => Found {
            usable: None,
            ignored: Vec::new(),
            beyond: None,
        },
    };
    if let Some(to) = beyond {
        return Err(OpenError::Missing { from: head.size, to });
    }
    let from_snapshot = usable.as_ref().map(|(size, _)| *size);
    let (start, mut state) = usable.unwrap_or_default();
    replay(store, &mut state, start, head.size)?;
    let texts = public_texts(store, &state, head.size)?;
    let mut keys = store.once_from(first_from_hour(store, head.size, oldest_kept(now))?)?;
    // Whoever took over meanwhile may have recorded more: who is told of an entry must find it here.
    keys.retain(|row| row.seq < head.size);
    let remembered = Remembered::from_rows(keys);
    let view = View {
        state,
        text_faults: texts.faults(),
        texts,
        size: head.size,
        root: edge.root(),
        signed,
        last_at,
        edge,
    };
    let report = StartReport {
        size: head.size,
        from_snapshot,
        replayed: head.size - start,
        ignored_snapshots: ignored,
    };
    let snapshots = shelf.map(|shelf| Snapshots {
        shelf,
        key: snapshot_key,
        written: AtomicU64::new(start),
    });
    Ok(Rebuilt {
        epoch: head.epoch,
        view,
        report,
        snapshots,
        remembered,
    })
}

/// The right edge of the tree, and the checkpoint under our key that proves it right.
fn checked_tree(store: &impl Store, head: &Head, options: &Options) -> Result<(Edge, Arc<str>), OpenError> {
    let key = &options.key;
    if head.checkpoint.is_empty() {
        if head.size > 0 {
            return Err(OpenError::NoCheckpoint(head.size));
        }
        let edge = Edge::new();
        let empty = Checkpoint {
            origin: key.name().to_owned(),
            size: 0,
            root: edge.root(),
        };
        return Ok((edge, sign(&empty, key).into()));
    }
    let own = open(&head.checkpoint, &key.verifier());
    let by_ended = |why| {
        options
            .ended
            .as_ref()
            .map_or(Err(why), |ended| open(&head.checkpoint, ended))
    };
    let checkpoint = own.or_else(by_ended).map_err(|why| OpenError::OtherKey {
        key: key.name().to_owned(),
        why,
    })?;
    if checkpoint.size != head.size {
        return Err(OpenError::Size {
            entries: head.size,
            signed: checkpoint.size,
        });
    }
    let edge = rebuilt(store, head.size)?;
    if edge.root() != checkpoint.root {
        return Err(OpenError::Root);
    }
    Ok((edge, head.checkpoint.as_str().into()))
}

/// The right edge of the tree over the first `size` entries.
fn rebuilt(store: &impl Store, size: u64) -> Result<Edge, OpenError> {
    let tail = digests(store, size - size % TILE_WIDTH as u64, size)?;
    let source = |level, index, _| full_tile(store, level, index);
    Edge::rebuild(size, &source, tail.iter().map(|digest| leaf_hash(digest)))
        .map_err(|why| OpenError::Tree(why.to_string()))
}

/// What the entries of a store have to do with a checkpoint that was signed once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// They begin with the entries it covers.
    Extends,
    /// There are fewer.
    Short,
    /// The first ones are others.
    Differs,
}

/// Compares the entries of a store with a checkpoint that was signed once.
///
/// # Errors
/// The store failed, or its tree cannot be rebuilt ([`OpenError::Store`], [`OpenError::Tree`]).
pub fn extent(store: &impl Store, signed: &Checkpoint) -> Result<Extent, OpenError> {
    let size = store.head()?.size;
    if signed.size > size {
        return Ok(Extent::Short);
    }
    let edge = rebuilt(store, size)?;
    Ok(match stored_root(store, &edge, signed.size)? == signed.root {
        true => Extent::Extends,
        false => Extent::Differs,
    })
}

/// The root the tree had at an earlier size.
fn stored_root(store: &impl Store, edge: &Edge, size: u64) -> Result<Hash, OpenError> {
    let source = EdgeAndTiles::new(edge, |level, index| full_tile(store, level, index));
    root_at(&source, size).map_err(|why| OpenError::Tree(why.to_string()))
}

/// All words that may be shown now.
fn public_texts<M: Machine>(store: &impl Store, state: &M, size: u64) -> Result<Texts, StoreError> {
    let mut texts = Texts::default();
    let mut failed = None;
    store.sealed_range(0, size, &mut |sealed| {
        if state.exposure(sealed.at) != Exposure::Public {
            return true;
        }
        match is_genuine(store, &sealed) {
            Ok(true) => texts.insert(sealed.at, &sealed.value),
            // Counted and shown as unreadable; the rest of the record is not the worse for it.
            Ok(false) => texts.miss(sealed.at),
            Err(why) => failed = Some(why),
        }
        failed.is_none()
    })?;
    match failed {
        None => Ok(texts),
        Some(why) => Err(why),
    }
}
