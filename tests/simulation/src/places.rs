//! What a server has beside the database and keeps over its deaths: the high-water file, which it may share with
//! others, and its snapshots, which may be torn.

use crate::at;
use crate::chance::Chance;
use crate::oracle::{Oracle, size_of};
use ledger::{HighWaterFile, SnapshotShelf};
use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// The high-water file. Clones share it.
#[derive(Clone)]
pub(crate) struct Mark {
    content: Arc<Mutex<Option<String>>>,
    disk_full: Arc<AtomicBool>,
    oracle: Arc<Oracle>,
}

impl Mark {
    pub(crate) fn new(oracle: Arc<Oracle>) -> Self {
        Self {
            content: Arc::default(),
            disk_full: Arc::default(),
            oracle,
        }
    }

    pub(crate) fn set_disk_full(&self, full: bool) {
        self.disk_full.store(full, Ordering::Relaxed);
    }
}

impl HighWaterFile for Mark {
    fn read(&mut self) -> io::Result<Option<String>> {
        Ok(at(&self.content).clone())
    }

    fn write(&mut self, signed_checkpoint: &str) -> io::Result<()> {
        if self.disk_full.load(Ordering::Relaxed) {
            return Err(io::Error::other("the simulated disk is full"));
        }
        self.oracle.saw(signed_checkpoint);
        let before = at(&self.content).replace(signed_checkpoint.to_owned());
        let (from, to) = (before.as_deref().and_then(size_of), size_of(signed_checkpoint));
        if from > to {
            self.oracle
                .broke(format!("the high-water mark went from {from:?} to {to:?}"));
        }
        Ok(())
    }
}

/// The snapshots.
#[derive(Clone, Default)]
pub(crate) struct Shelf(Arc<Mutex<BTreeMap<u64, Vec<u8>>>>);

impl Shelf {
    /// One of the snapshots is torn off, or a bit of it turns.
    pub(crate) fn damage(&self, chance: &Chance) {
        let mut shelf = at(&self.0);
        if shelf.is_empty() {
            return;
        }
        let place = chance.place(shelf.len());
        if let Some(bytes) = shelf.values_mut().nth(place) {
            let byte = chance.place(bytes.len().max(1));
            if chance.hits(500) {
                bytes.truncate(byte);
            } else if let Some(byte) = bytes.get_mut(byte) {
                *byte ^= 1 << chance.below(8);
            }
        }
    }
}

impl SnapshotShelf for Shelf {
    fn list(&self) -> io::Result<Vec<u64>> {
        Ok(at(&self.0).keys().copied().collect())
    }

    fn read(&self, size: u64) -> io::Result<Vec<u8>> {
        at(&self.0)
            .get(&size)
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn write(&self, size: u64, bytes: &[u8]) -> io::Result<()> {
        at(&self.0).insert(size, bytes.to_vec());
        Ok(())
    }

    fn keep_newest(&self, n: usize) -> io::Result<()> {
        let mut shelf = at(&self.0);
        while shelf.len() > n {
            shelf.pop_first();
        }
        Ok(())
    }
}
