//! A start of the record in a process of its own: this program, called with other words.

use crate::office::{self, Way};
use crate::place::open_folder;
use crate::process;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use storage::Sqlite;
use world::World;

/// The first word of such a call.
pub const WORD: &str = "start-once";
/// Hours after which no idempotency key of the record is remembered.
const KEYS_FORGOTTEN_HOURS: u32 = (ledger::ONCE_DAYS_KEPT + 1) * 24;

/// What a process does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Opens the record with the newest snapshot.
    WithSnapshot,
    /// Opens it without.
    Without,
    /// Opens it with the newest snapshot, when all idempotency keys are old enough to be forgotten.
    WithSnapshotWithoutKeys,
    /// Opens it without, when all idempotency keys are old enough to be forgotten.
    WithoutKeys,
    /// Reads all entries and applies them, and nothing else.
    Replay,
}

impl Start {
    const ALL: [Start; 5] = [
        Start::WithSnapshot,
        Start::WithSnapshotWithoutKeys,
        Start::Without,
        Start::WithoutKeys,
        Start::Replay,
    ];

    fn reads_snapshot(self) -> bool {
        matches!(self, Start::WithSnapshot | Start::WithSnapshotWithoutKeys)
    }

    fn forgets_keys(self) -> bool {
        matches!(self, Start::WithSnapshotWithoutKeys | Start::WithoutKeys)
    }

    fn word(self) -> &'static str {
        match self {
            Start::WithSnapshot => "with-snapshot",
            Start::WithSnapshotWithoutKeys => "with-snapshot-without-keys",
            Start::Without => "without",
            Start::WithoutKeys => "without-keys",
            Start::Replay => "replay",
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub struct Started {
    /// How long it took, in seconds.
    pub seconds: f64,
    /// Entries that were read again.
    pub replayed: u64,
    /// Memory held afterwards.
    pub resident_bytes: u64,
}

/// Starts the record of a folder in a fresh process.
///
/// # Errors
/// It failed there.
pub fn start(dir: &Path, how: Start) -> Result<Started, String> {
    let own = std::env::current_exe().map_err(|why| why.to_string())?;
    let told = Command::new(own).arg(WORD).arg(how.word()).arg(dir).output();
    let told = told.map_err(|why| format!("a start cannot be started: {why}"))?;
    if !told.status.success() {
        return Err(String::from_utf8_lossy(&told.stderr).trim().to_owned());
    }
    let text = String::from_utf8_lossy(&told.stdout);
    let json: serde_json::Value = serde_json::from_str(&text).map_err(|why| format!("a start told {text:?}: {why}"))?;
    let number = |name: &str| json[name].as_u64().ok_or(format!("a start does not tell {name}"));
    Ok(Started {
        seconds: json["seconds"].as_f64().ok_or("a start does not tell its seconds")?,
        replayed: number("replayed")?,
        resident_bytes: number("resident_bytes")?,
    })
}

/// Inside that process: does it and tells what came of it, in JSON.
///
/// # Errors
/// The words are wrong, or the record does not open.
pub fn run(mut words: impl Iterator<Item = String>) -> Result<String, String> {
    let (word, dir) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let how = Start::ALL.into_iter().find(|how| how.word() == word);
    let (how, dir) = (how.ok_or(format!("no start is called {word:?}"))?, Path::new(&dir));
    let began = Instant::now();
    let (office, state, replayed) = if how == Start::Replay {
        let store = Sqlite::open_read_only(dir).map_err(|why| why.to_string())?;
        let size = ledger::store::Store::head(&store).map_err(|why| why.to_string())?.size;
        let mut state = World::default();
        ledger::replay(&store, &mut state, 0, size).map_err(|why| why.to_string())?;
        (None, Some(state), size)
    } else {
        let way = Way {
            snapshots: how.reads_snapshot(),
            hours_later: u32::from(how.forgets_keys()) * KEYS_FORGOTTEN_HOURS,
        };
        let office = office::open(dir, open_folder(dir)?, way)?;
        let replayed = office.start_report().replayed;
        (Some(office), None, replayed)
    };
    let told = serde_json::json!({
        "seconds": began.elapsed().as_secs_f64(),
        "replayed": replayed,
        "resident_bytes": process::resident_bytes(std::process::id())?,
    });
    drop((office, state));
    Ok(told.to_string())
}
