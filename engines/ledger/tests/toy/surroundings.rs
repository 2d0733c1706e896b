//! A clock that stands until it is moved, randomness that repeats, a mark and a shelf in memory.

use super::{Command, Refusal, Toy};
use base::fact::Actor;
use base::time::Minute;
use ledger::note::SigningKey;
use ledger::{Fatal, HighWaterFile, Ledger, Once, OpenError, Options, Recorded, Rejected, SnapshotShelf};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use storage::{Faulty, Memory};

pub type Toys = Ledger<Toy, Faulty<Memory>>;

pub const ORIGIN: &str = "example.org/toy";

/// 2026-11-24T23:05:00Z.
pub const START_SECS: u64 = 1_795_561_500;

pub fn key() -> SigningKey {
    SigningKey::new(ORIGIN, [7; 32]).unwrap()
}

/// Everything a ledger is given, kept over its restarts.
#[derive(Clone)]
pub struct Surroundings {
    pub store: Faulty<Memory>,
    pub secs: Arc<AtomicU64>,
    pub elapsed_ms: Arc<AtomicU64>,
    pub mark: Mark,
    pub shelf: Shelf,
    pub fatal: Arc<Mutex<Vec<Fatal>>>,
    pub publish_every: Duration,
    pub snapshot_every: u64,
    pub lead_checked_every: Duration,
    pub drawn: Arc<AtomicU64>,
}

impl Surroundings {
    pub fn new() -> Self {
        Self {
            store: Faulty::new(Memory::new()),
            secs: Arc::new(AtomicU64::new(START_SECS)),
            elapsed_ms: Arc::default(),
            mark: Mark::default(),
            shelf: Shelf::default(),
            fatal: Arc::default(),
            publish_every: Duration::ZERO,
            snapshot_every: 0,
            lead_checked_every: ledger::LEAD_CHECKED_EVERY,
            drawn: Arc::default(),
        }
    }

    pub fn options(&self) -> Options {
        let (secs, elapsed, drawn, fatal) = (
            self.secs.clone(),
            self.elapsed_ms.clone(),
            self.drawn.clone(),
            self.fatal.clone(),
        );
        let mut options = Options::new(key());
        options.publish_every = self.publish_every;
        options.high_water = Some(Box::new(self.mark.clone()));
        options.shelf = Some(Box::new(self.shelf.clone()));
        options.clock = Arc::new(move || Minute::from_unix_secs(secs.load(Ordering::SeqCst)));
        options.monotonic = Arc::new(move || Duration::from_millis(elapsed.load(Ordering::SeqCst)));
        options.entropy = Arc::new(move || Sha256::digest(drawn.fetch_add(1, Ordering::SeqCst).to_be_bytes()).into());
        options.on_fatal = Arc::new(move |why| fatal.lock().unwrap().push(why.clone()));
        options.snapshot_every = self.snapshot_every;
        options.lead_checked_every = self.lead_checked_every;
        options
    }

    pub fn open(&self) -> Toys {
        self.try_open().unwrap()
    }

    pub fn try_open(&self) -> Result<Toys, OpenError> {
        Ledger::open(self.store.clone(), self.options())
    }

    pub fn pass_hours(&self, hours: u64) {
        self.secs.fetch_add(hours * 3600, Ordering::SeqCst);
    }
}

/// The high-water file.
#[derive(Clone, Default)]
pub struct Mark {
    pub content: Arc<Mutex<Option<String>>>,
    pub broken: Arc<AtomicBool>,
}

impl HighWaterFile for Mark {
    fn read(&mut self) -> io::Result<Option<String>> {
        Ok(self.content.lock().unwrap().clone())
    }

    fn write(&mut self, signed_checkpoint: &str) -> io::Result<()> {
        if self.broken.load(Ordering::SeqCst) {
            return Err(io::Error::other("the disk is full"));
        }
        *self.content.lock().unwrap() = Some(signed_checkpoint.to_owned());
        Ok(())
    }
}

/// The snapshots.
#[derive(Clone, Default)]
pub struct Shelf(pub Arc<Mutex<BTreeMap<u64, Vec<u8>>>>);

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

pub type Told = Result<Recorded, Rejected<Refusal>>;

/// Submits and waits.
pub fn tell(ledger: &Toys, command: Command) -> Told {
    tell_once(ledger, command, None)
}

pub fn tell_once(ledger: &Toys, command: Command, once: Option<Once>) -> Told {
    ledger.submit(Actor::Anyone, command, once)?.blocking_wait()
}

/// Submits and waits; number of the first entry.
pub fn first(ledger: &Toys, command: Command) -> u64 {
    tell(ledger, command).unwrap().first.unwrap()
}

pub fn note(words: &str) -> Command {
    Command::Note(words.into(), 100)
}

/// Holds the sequencer, so that what is submitted meanwhile becomes one batch.
pub fn in_one_batch(ledger: &Toys, commands: Vec<(Command, Option<Once>)>) -> Vec<Told> {
    let lock = Arc::new(Mutex::new(()));
    let held = lock.lock().unwrap();
    let waiting = ledger.submit(Actor::Anyone, Command::Wait(lock.clone()), None).unwrap();
    let pending: Vec<_> = commands
        .into_iter()
        .map(|(command, once)| ledger.submit(Actor::Anyone, command, once).unwrap())
        .collect();
    drop(held);
    let told = pending.into_iter().map(|pending| pending.blocking_wait()).collect();
    // It recorded nothing; it fails with its batch.
    let _ = waiting.blocking_wait();
    told
}

/// Every entry there is proves against its checkpoint, the leaf made from the entry's exact bytes.
pub fn prove_all(ledger: &Toys) {
    let (key, size) = (key().verifier(), ledger.view().size);
    for seq in 0..size {
        let bytes = ledger.entry_bytes(seq).unwrap().unwrap();
        let proof = ledger.proof(seq).unwrap();
        let again: ledger::proof::TlogProof = proof.to_string().parse().unwrap();
        let checkpoint = again.verify_data(&ledger::entry::digest(&bytes), &key).unwrap();
        let public = ledger.public();
        assert!(checkpoint.size == if seq < public.size { public.size } else { seq + 1 });
    }
}
