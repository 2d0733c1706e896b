//! A ledger carried whole from one store to another, and both compared to the last byte.

use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::entry::digest;
use ledger::store::{AppendError, Batch, Blob, Erasable, OnceRow, Sealed, Store, StoreError, TileRow};
use ledger::tree::{Edge, Hash, TILE_WIDTH, leaf_hash};
use std::collections::{BTreeMap, BTreeSet};

/// Entries carried in one batch.
const ENTRIES_PER_BATCH: u64 = 4_096;
/// Files listed at a time.
const BLOBS_PER_LIST: usize = 256;

/// What two stores hold alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Entries.
    pub entries: u64,
    /// Sealed values that are there, that is, not erased.
    pub sealed: u64,
    /// Traces of idempotency keys.
    pub once: u64,
    /// Full tiles.
    pub tiles: u64,
    /// Files.
    pub blobs: u64,
    /// Root of the tree over the entries, computed from what the target holds.
    pub root: Hash,
}

/// Why a ledger was not carried over.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The store it comes from failed.
    #[error("the source: {0}")]
    Source(#[source] StoreError),
    /// The store it goes to failed.
    #[error("the target: {0}")]
    Target(#[source] StoreError),
    /// The store it goes to did not take a batch.
    #[error("the target: {0}")]
    Append(#[source] AppendError),
    /// Another ledger is there.
    #[error("the target holds another ledger, of {0} entries; name an empty one")]
    NotEmpty(u64),
    /// What arrived is not what was sent.
    #[error("source and target differ: {0}")]
    Differs(String),
}

/// Carries everything over. A target that an earlier call left half full is filled; one that holds the same already is
/// only compared. Nobody may write to either meanwhile.
///
/// `progress` is told the entries done and the entries there are.
///
/// # Errors
/// [`CopyError`]; the source is never changed. A half-filled target has no checkpoint, and no ledger starts on it.
pub fn copy(from: &dyn Store, to: &dyn Store, progress: &mut dyn FnMut(u64, u64)) -> Result<Copied, CopyError> {
    let head = from.head().map_err(CopyError::Source)?;
    let target = to.lead().map_err(CopyError::Target)?;
    // One that was begun has no checkpoint yet; one that was whole, and whose source went on, has an older one.
    let begun = target.size < head.size && is_beginning(to, from, target.size)?;
    if !begun && (target.size, &target.checkpoint) != (head.size, &head.checkpoint) {
        return Err(CopyError::NotEmpty(target.size));
    }
    if begun {
        forget_what_is_gone(to, from, target.size)?;
    }
    copy_blobs(from, to)?;
    let once = from.once_from(0).map_err(CopyError::Source)?;
    let once: BTreeMap<u64, OnceRow> = once.into_iter().map(|row| (row.seq, row)).collect();
    let mut next = target.size;
    while next < head.size {
        let end = head.size.min(next + ENTRIES_PER_BATCH);
        let mut batch = Batch {
            first: next,
            entries: entries(from, next, end).map_err(CopyError::Source)?,
            sealed: sealed(from, next, end).map_err(CopyError::Source)?,
            once: once.range(next..end).map(|(_, row)| *row).collect(),
            tiles: tiles(from, next, end).map_err(CopyError::Source)?,
            checkpoint: String::new(),
            removing: false,
        };
        if end == head.size {
            batch.checkpoint.clone_from(&head.checkpoint);
        }
        to.append(target.epoch, &batch).map_err(CopyError::Append)?;
        next = end;
        progress(next, head.size);
    }
    compare(from, to)
}

/// Whether the entries of a target are the first ones of a source.
fn is_beginning(to: &dyn Store, from: &dyn Store, size: u64) -> Result<bool, CopyError> {
    let mut next = 0;
    while next < size {
        let end = size.min(next + ENTRIES_PER_BATCH);
        let theirs = entries(to, next, end).map_err(CopyError::Target)?;
        if theirs != entries(from, next, end).map_err(CopyError::Source)? {
            return Ok(false);
        }
        next = end;
    }
    Ok(true)
}

/// Erases from a target what the source has erased, and forgets what it has forgotten, since the copying was broken off.
fn forget_what_is_gone(to: &dyn Store, from: &dyn Store, size: u64) -> Result<(), CopyError> {
    let mut gone = Vec::new();
    let mut next = 0;
    while next < size {
        let end = size.min(next + ENTRIES_PER_BATCH);
        let kept = sealed(from, next, end).map_err(CopyError::Source)?;
        let kept: BTreeSet<SealedRef> = kept.iter().map(|sealed| sealed.at).collect();
        let there = sealed(to, next, end).map_err(CopyError::Target)?;
        let lost = there.iter().filter(|sealed| !kept.contains(&sealed.at));
        gone.extend(lost.map(|sealed| Erasable::Sealed(sealed.at)));
        next = end;
    }
    each_blob(to, CopyError::Target, |id, _| {
        if from.blob(id).map_err(CopyError::Source)?.is_none() {
            gone.push(Erasable::Blob(id));
        }
        Ok(())
    })?;
    to.erase(&gone).map_err(CopyError::Target)?;
    // All of them when the source keeps none.
    let oldest = from.once_first().map_err(CopyError::Source)?.unwrap_or(u64::MAX);
    to.forget_once_before(oldest).map_err(CopyError::Target)
}

/// Compares two stores to the last byte.
///
/// # Errors
/// [`CopyError::Differs`] with the first place, or a store failed.
pub fn compare(from: &dyn Store, to: &dyn Store) -> Result<Copied, CopyError> {
    let head = from.head().map_err(CopyError::Source)?;
    let other = to.head().map_err(CopyError::Target)?;
    if (head.size, &head.checkpoint) != (other.size, &other.checkpoint) {
        return Err(CopyError::Differs(format!(
            "{} entries here, {} there, or another checkpoint",
            head.size, other.size
        )));
    }
    let mut found = Copied {
        entries: head.size,
        ..Copied::default()
    };
    let mut edge = Edge::new();
    let mut next = 0;
    while next < head.size {
        let end = head.size.min(next + ENTRIES_PER_BATCH);
        let both = |what: fn(&dyn Store, u64, u64) -> Result<_, StoreError>| {
            Ok::<_, CopyError>((
                what(from, next, end).map_err(CopyError::Source)?,
                what(to, next, end).map_err(CopyError::Target)?,
            ))
        };
        let (ours, theirs) = both(entries)?;
        if ours != theirs {
            return Err(CopyError::Differs(format!("the entries from {next} on")));
        }
        for entry in &theirs {
            edge.push(leaf_hash(&digest(entry)));
        }
        let ours = sealed(from, next, end).map_err(CopyError::Source)?;
        if ours != sealed(to, next, end).map_err(CopyError::Target)? {
            return Err(CopyError::Differs(format!(
                "sealed values of the entries from {next} on"
            )));
        }
        found.sealed += ours.len() as u64;
        let ours = tiles(from, next, end).map_err(CopyError::Source)?;
        if ours != tiles(to, next, end).map_err(CopyError::Target)? {
            return Err(CopyError::Differs(format!("tiles over the entries from {next} on")));
        }
        found.tiles += ours.len() as u64;
        next = end;
    }
    found.root = edge.root();
    let once = from.once_from(0).map_err(CopyError::Source)?;
    if once != to.once_from(0).map_err(CopyError::Target)? {
        return Err(CopyError::Differs("idempotency keys".into()));
    }
    found.once = once.len() as u64;
    found.blobs = compare_blobs(from, to)?;
    Ok(found)
}

fn entries(store: &dyn Store, from: u64, to: u64) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut all = Vec::new();
    store.entries(from, to, &mut |_, bytes| {
        all.push(bytes.to_vec());
        true
    })?;
    Ok(all)
}

fn sealed(store: &dyn Store, from: u64, to: u64) -> Result<Vec<Sealed>, StoreError> {
    let mut all = Vec::new();
    store.sealed_range(from, to, &mut |sealed| {
        all.push(sealed);
        true
    })?;
    Ok(all)
}

/// The tiles that the entries `from..to` fill, on every level.
fn tiles(store: &dyn Store, from: u64, to: u64) -> Result<Vec<TileRow>, StoreError> {
    let mut all = Vec::new();
    let (mut level, mut width) = (0, TILE_WIDTH as u64);
    while width <= to {
        for index in from / width..to / width {
            let bytes = store.tile(level, index)?;
            let missing = || StoreError::Damaged(format!("tile {index} of level {level} is missing"));
            all.push(TileRow {
                level,
                index,
                bytes: bytes.ok_or_else(missing)?,
            });
        }
        level += 1;
        width = width.saturating_mul(TILE_WIDTH as u64);
    }
    Ok(all)
}

/// Calls `each` with the name and hour of every file.
fn each_blob(
    store: &dyn Store,
    wrong: fn(StoreError) -> CopyError,
    mut each: impl FnMut(BlobId, Hour) -> Result<(), CopyError>,
) -> Result<(), CopyError> {
    let mut after = None;
    loop {
        let list = store.blobs(after, BLOBS_PER_LIST).map_err(wrong)?;
        let Some((last, _)) = list.last() else { return Ok(()) };
        after = Some(*last);
        for (id, put) in list {
            each(id, put)?;
        }
    }
}

fn copy_blobs(from: &dyn Store, to: &dyn Store) -> Result<(), CopyError> {
    each_blob(from, CopyError::Source, |id, _| {
        let there: Option<Blob> = to.blob(id).map_err(CopyError::Target)?;
        match (there, from.blob(id).map_err(CopyError::Source)?) {
            // Compared in the end.
            (Some(_), _) | (None, None) => Ok(()),
            (None, Some(blob)) => to.put_blob(id, &blob).map_err(CopyError::Target),
        }
    })
}

fn compare_blobs(from: &dyn Store, to: &dyn Store) -> Result<u64, CopyError> {
    let (mut ours, mut theirs) = (0, 0);
    each_blob(from, CopyError::Source, |id, _| {
        ours += 1;
        let same = from.blob(id).map_err(CopyError::Source)? == to.blob(id).map_err(CopyError::Target)?;
        let differs = || CopyError::Differs(format!("the file {}", base::hex::encode(&id.0)));
        same.then_some(()).ok_or_else(differs)
    })?;
    each_blob(to, CopyError::Target, |_, _| {
        theirs += 1;
        Ok(())
    })?;
    if ours != theirs {
        return Err(CopyError::Differs(format!("{ours} files here, {theirs} there")));
    }
    Ok(ours)
}
