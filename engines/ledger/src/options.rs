//! What a ledger is given by its surroundings: a key, the time, randomness, two places outside its store.

use crate::note::{SigningKey, VerifierKey};
use crate::outcome::{Fatal, Troubles};
use crate::sequencer::QUEUE_COMMANDS_MAX;
use base::time::Minute;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// What time it is. The ledger records hours only; rules see the minute.
pub type Clock = Arc<dyn Fn() -> Minute + Send + Sync>;

/// 256 fresh random bits on each call.
pub type Source = Arc<dyn Fn() -> [u8; 32] + Send + Sync>;

/// Time since some moment in the past, never running backwards; only differences count.
pub type Monotonic = Arc<dyn Fn() -> Duration + Send + Sync>;

/// Entries between two snapshots, if nothing else is asked for.
pub const SNAPSHOT_EVERY_ENTRIES: u64 = 100_000;

/// Time between two public checkpoints, if nothing else is asked for.
pub const PUBLISH_EVERY: Duration = Duration::from_secs(60);

/// Time without commands after which a leader looks whether it still leads, if nothing else is asked for.
pub const LEAD_CHECKED_EVERY: Duration = Duration::from_secs(5);

/// The file that keeps the highest signed size and root. It lives outside the ledger's folder, so that putting an old
/// folder back does not put the file back with it.
pub trait HighWaterFile: Send {
    /// The signed checkpoint in the file; none if the file is absent. An empty file is a damaged one, not an absent one.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    fn read(&mut self) -> io::Result<Option<String>>;
    /// Replaces the content, durably and in one step.
    ///
    /// # Errors
    /// The file could not be written; the old content stands.
    fn write(&mut self, signed_checkpoint: &str) -> io::Result<()>;
}

/// Where snapshots of the state are kept. They are a cache: losing or damaging them costs time only.
pub trait SnapshotShelf: Send + Sync {
    /// Sizes of the ledger at which there are snapshots, in any order.
    ///
    /// # Errors
    /// The shelf cannot be read.
    fn list(&self) -> io::Result<Vec<u64>>;
    /// Bytes of the snapshot of a size.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    fn read(&self, size: u64) -> io::Result<Vec<u8>>;
    /// Keeps a snapshot. A reader finds it whole or not at all.
    ///
    /// # Errors
    /// It could not be kept.
    fn write(&self, size: u64, bytes: &[u8]) -> io::Result<()>;
    /// Removes all but the `n` newest.
    ///
    /// # Errors
    /// One of them could not be removed.
    fn keep_newest(&self, n: usize) -> io::Result<()>;
}

/// Who is told what was wrong before and what is now.
pub type OnTrouble = Arc<dyn Fn(&Troubles, &Troubles) + Send + Sync>;

/// Everything a ledger takes from outside. Time and randomness come from here alone, so that a test may give its own.
pub struct Options {
    /// The log's key, whose name is the origin line.
    pub key: SigningKey,
    /// A log that ended and whose entries this one goes on from: the last checkpoint may be signed by its key. With the
    /// next batch it is signed by `key`, and the ended log is over.
    pub ended: Option<VerifierKey>,
    /// Least time between two moves of the public checkpoint; zero shows every batch at once.
    pub publish_every: Duration,
    /// The high-water file, if any.
    pub high_water: Option<Box<dyn HighWaterFile>>,
    /// The snapshots, if any are kept.
    pub shelf: Option<Box<dyn SnapshotShelf>>,
    /// Present time.
    pub clock: Clock,
    /// Time for measuring `publish_every`.
    pub monotonic: Monotonic,
    /// Randomness.
    pub entropy: Source,
    /// Called once, on the sequencer's thread, when the ledger stops by itself; everyone waiting is already answered.
    /// The program is expected to end.
    pub on_fatal: Arc<dyn Fn(&Fatal) + Send + Sync>,
    /// Called when something begins to go wrong beside the record, or does no more: what was wrong before, and what is now.
    /// On the thread that noticed, which waits.
    pub on_trouble: OnTrouble,
    /// Entries between two snapshots; 0 writes one at the end only.
    pub snapshot_every: u64,
    /// Commands that may wait; who comes later is told to come back.
    pub queue_commands_max: usize,
    /// Time without commands after which it looks whether it still leads: one that was frozen and replaced would else show
    /// an old record until somebody writes.
    pub lead_checked_every: Duration,
}

impl Options {
    /// The system's clock and randomness, no high-water file, no snapshots, a stop that is told to nobody.
    pub fn new(key: SigningKey) -> Self {
        let start = Instant::now();
        Self {
            key,
            ended: None,
            publish_every: PUBLISH_EVERY,
            high_water: None,
            shelf: None,
            clock: Arc::new(system_clock),
            monotonic: Arc::new(move || start.elapsed()),
            entropy: Arc::new(system_entropy),
            on_fatal: Arc::new(|_| {}),
            on_trouble: Arc::new(|_, _| {}),
            snapshot_every: SNAPSHOT_EVERY_ENTRIES,
            queue_commands_max: QUEUE_COMMANDS_MAX,
            lead_checked_every: LEAD_CHECKED_EVERY,
        }
    }
}

/// The system's clock; a clock before 1970 is read as 1970, and a ledger with entries refuses to lead under it.
pub fn system_clock() -> Minute {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Minute::from_unix_secs(since.map_or(0, |time| time.as_secs()))
}

/// Randomness of the operating system.
///
/// # Panics
/// If the system has none to give. Salts would then be guessable and sealed words open to trial: nothing may go on.
pub fn system_entropy() -> [u8; 32] {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits).expect("the operating system gives random numbers");
    bits
}
