//! What a ledger is given, kept over its restarts: a store in memory, a clock that stands, randomness that repeats.

use super::start;
use base::fact::Actor;
use base::time::Minute;
use ledger::note::SigningKey;
use ledger::{Ledger, OpenError, Options, Recorded, Rejected, SnapshotShelf};
use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use storage::Memory;
use world::{Command, Refusal};

/// The world over a store in memory.
pub type World = Ledger<world::World, Memory>;

#[derive(Clone)]
pub struct Surroundings {
    pub store: Memory,
    pub secs: Arc<AtomicU64>,
    pub shelf: Shelf,
    pub snapshot_every: u64,
    drawn: Arc<AtomicU64>,
}

impl Surroundings {
    pub fn new() -> Self {
        Surroundings {
            store: Memory::new(),
            secs: Arc::new(AtomicU64::new(start().unix_secs())),
            shelf: Shelf::default(),
            snapshot_every: 0,
            drawn: Arc::default(),
        }
    }

    pub fn set_clock(&self, now: Minute) {
        self.secs.store(now.unix_secs(), Ordering::SeqCst);
    }

    pub fn open(&self) -> World {
        self.try_open().unwrap()
    }

    pub fn try_open(&self) -> Result<World, OpenError> {
        let (secs, drawn) = (self.secs.clone(), self.drawn.clone());
        let mut options = Options::new(SigningKey::new("example.org/office", [7; 32]).unwrap());
        options.publish_every = Duration::ZERO;
        options.shelf = Some(Box::new(self.shelf.clone()));
        options.snapshot_every = self.snapshot_every;
        options.clock = Arc::new(move || Minute::from_unix_secs(secs.load(Ordering::SeqCst)));
        options.monotonic = Arc::new(|| Duration::ZERO);
        options.entropy = Arc::new(move || ledger::entry::digest(&drawn.fetch_add(1, Ordering::SeqCst).to_be_bytes()));
        Ledger::open(self.store.clone(), options)
    }
}

/// Submits and waits.
pub fn tell(world: &World, actor: Actor, command: Command) -> Result<Recorded, Rejected<Refusal>> {
    world.submit(actor, command, None)?.blocking_wait()
}

/// Snapshots in memory.
#[derive(Clone, Default)]
pub struct Shelf(Arc<Mutex<BTreeMap<u64, Vec<u8>>>>);

impl SnapshotShelf for Shelf {
    fn list(&self) -> io::Result<Vec<u64>> {
        Ok(self.0.lock().unwrap().keys().copied().collect())
    }
    fn read(&self, size: u64) -> io::Result<Vec<u8>> {
        self.0
            .lock()
            .unwrap()
            .get(&size)
            .cloned()
            .ok_or_else(|| io::Error::other("no such snapshot"))
    }
    fn write(&self, size: u64, bytes: &[u8]) -> io::Result<()> {
        self.0.lock().unwrap().insert(size, bytes.to_vec());
        Ok(())
    }
    fn keep_newest(&self, n: usize) -> io::Result<()> {
        let mut shelf = self.0.lock().unwrap();
        while shelf.len() > n {
            shelf.pop_first();
        }
        Ok(())
    }
}
