//! Where an office under test keeps its record. Another database joins here: its name, and how it is opened.

use ledger::store::Store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use storage::{DirLock, Memory, Sqlite};

/// A database a test may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Database {
    /// In memory: fast, and it fails on demand.
    Memory,
    /// `ledger.db` in a folder of its own, as an office runs.
    Sqlite,
}

/// An opened store.
pub(crate) struct Opened {
    pub(crate) store: Arc<dyn Store>,
    /// The same, when it is in memory.
    pub(crate) memory: Option<Memory>,
    /// The folder is ours for as long as this lives.
    _lock: Option<DirLock>,
}

impl Database {
    /// Every database, for tests that hold on each.
    pub const EACH: [Database; 2] = [Database::Memory, Database::Sqlite];

    /// The database as the promise page names it. No office runs in memory: such a one says what most offices say.
    pub(crate) fn known_as(self) -> &'static str {
        match self {
            Database::Memory | Database::Sqlite => "SQLite",
        }
    }

    pub(crate) fn open(self, folder: &Path) -> Opened {
        match self {
            Database::Memory => {
                let memory = Memory::new();
                Opened {
                    store: Arc::new(memory.clone()),
                    memory: Some(memory),
                    _lock: None,
                }
            }
            Database::Sqlite => {
                let lock = DirLock::take(folder, "a test")
                    .unwrap_or_else(|why| panic!("the folder {} cannot be held: {why}", folder.display()));
                let store = Sqlite::open(folder)
                    .unwrap_or_else(|why| panic!("SQLite does not open in {}: {why}", folder.display()));
                Opened {
                    store: Arc::new(store),
                    memory: None,
                    _lock: Some(lock),
                }
            }
        }
    }
}

/// A folder that is gone when it is dropped.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A new one among the system's temporary files.
    pub(crate) fn new() -> Folder {
        static MADE: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "langnghe-rig-{}-{}",
            std::process::id(),
            MADE.fetch_add(1, Ordering::SeqCst)
        );
        let folder = std::env::temp_dir().join(name);
        // A process of the same number may have been killed before it could tidy up.
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)
            .unwrap_or_else(|why| panic!("the folder {} cannot be made: {why}", folder.display()));
        Folder(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
