//! Reading the record again: the state is whatever its entries make of it.

use crate::entry::{self, Entry, EntryProblem};
use crate::machine::Machine;
use crate::store::{Store, StoreError};
use base::time::Hour;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Entries handed from the reading to the applying thread at a time.
const CHUNK_ENTRIES: usize = 1_024;

/// Chunks that may wait between the two threads.
const CHUNKS_WAITING: usize = 8;

/// Why the record could not be read again.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An entry cannot be read.
    #[error(transparent)]
    Entry(#[from] EntryProblem),
    /// The number in an entry is not its place.
    #[error("where entry {expected} should be there is entry {found}; the store was damaged: put a backup back")]
    Sequence {
        /// The place.
        expected: u64,
        /// The number in the entry.
        found: u64,
    },
    /// The entries end too early.
    #[error("the entries {from} to {} are missing; the store was damaged: put a backup back", .to - 1)]
    Short {
        /// First missing entry.
        from: u64,
        /// First number after the missing ones.
        to: u64,
    },
    /// A rule broke while applying an old entry.
    #[error("the program found a fault in itself while reading the record: {0}")]
    Panicked(String),
}

/// Applies the entries `from..to` to a state that has seen all before them. Parsing costs more than applying, so
/// another thread reads and parses ahead.
///
/// # Errors
/// [`ReplayError`], at the first entry that is missing or cannot be read; the state is then of no use.
pub fn replay<M: Machine>(store: &(impl Store + ?Sized), state: &mut M, from: u64, to: u64) -> Result<(), ReplayError> {
    if from >= to {
        return Ok(());
    }
    let (sender, chunks) = sync_channel::<Vec<Entry<M::Event>>>(CHUNKS_WAITING);
    thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut chunk = Vec::with_capacity(CHUNK_ENTRIES);
            let (mut next, mut problem) = (from, None);
            store.entries(from, to, &mut |seq, bytes| match entry::parse::<M::Event>(bytes) {
                Ok(entry) if entry.seq == next && seq == next => {
                    chunk.push(entry);
                    next += 1;
                    if chunk.len() < CHUNK_ENTRIES {
                        return true;
                    }
                    let full = std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK_ENTRIES));
                    sender.send(full).is_ok()
                }
                Ok(entry) => {
                    let found = if seq == next { entry.seq } else { seq };
                    problem = Some(ReplayError::Sequence { expected: next, found });
                    false
                }
                Err(why) => {
                    problem = Some(why.into());
                    false
                }
            })?;
            if let Some(problem) = problem {
                return Err(problem);
            }
            if next < to {
                return Err(ReplayError::Short { from: next, to });
            }
            // An applying thread that went away has its own reason.
            let _ = sender.send(chunk);
            Ok(())
        });
        for entry in chunks.into_iter().flatten() {
            state.apply(&entry);
        }
        match reader.join() {
            Ok(read) => read,
            Err(panic) => Err(ReplayError::Panicked(crate::sequencer::panic_text(&*panic))),
        }
    })
}

/// Number of the first entry recorded in this hour or later; `size` if there is none. Hours never decrease along the
/// ledger, so about 24 entries are looked at in ten million.
pub(crate) fn first_from_hour(store: &impl Store, size: u64, hour: Hour) -> Result<u64, StoreError> {
    let (mut low, mut high) = (0, size);
    while low < high {
        let middle = low + (high - low) / 2;
        if hour_of(store, middle)? < hour {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

/// The hour in which an entry was recorded.
pub(crate) fn hour_of(store: &impl Store, seq: u64) -> Result<Hour, StoreError> {
    let mut found = None;
    store.entries(seq, seq + 1, &mut |_, bytes| {
        found = Some(entry::open(bytes));
        false
    })?;
    match found {
        Some(Ok(entry)) => Ok(entry.at),
        Some(Err(why)) => Err(StoreError::Damaged(format!("entry {seq}: {why}"))),
        None => Err(StoreError::Damaged(format!("entry {seq} is missing"))),
    }
}
