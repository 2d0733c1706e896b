//! Where an office under test keeps its record. Another database joins here: its name, and how it is opened.

use ledger::store::Store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use storage::postgres::Replication;
use storage::postgres::throwaway::Throwaway;
use storage::{DirLock, Faulty, Memory, Postgres, Sqlite};

/// The variable that says which database [`Database::usual`] is: `memory`, `sqlite` or `postgres`.
pub const DATABASE_VARIABLE: &str = "LANGNGHE_TEST_DATABASE";

/// A database a test may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Database {
    /// In memory.
    Memory,
    /// `ledger.db` in a folder of its own, as an office runs.
    Sqlite,
    /// A database of its own in the tests' PostgreSQL, as a nation runs.
    Postgres,
}

/// An opened store.
pub(crate) struct Opened {
    pub(crate) store: Faulty<Arc<dyn Store>>,
    /// The folder is ours for as long as this lives.
    _lock: Option<DirLock>,
    /// The database goes after the store.
    _database: Option<Throwaway>,
}

impl Database {
    /// Every database, for tests that hold on each.
    pub const EACH: [Database; 3] = [Database::Memory, Database::Sqlite, Database::Postgres];

    /// The one the tests of screens run on: SQLite, unless `LANGNGHE_TEST_DATABASE` names another. All of them run on each
    /// in `./x test`.
    ///
    /// # Panics
    /// The variable names none.
    pub fn usual() -> Database {
        match std::env::var(DATABASE_VARIABLE).as_deref() {
            Err(_) | Ok("sqlite") => Database::Sqlite,
            Ok("memory") => Database::Memory,
            Ok("postgres") => Database::Postgres,
            Ok(other) => panic!("{DATABASE_VARIABLE} is memory, sqlite or postgres, not {other}"),
        }
    }

    /// The database as the promise page tells it. No office runs in memory: such a one says what most offices say.
    pub(crate) fn known_as(self) -> web_scene::Database {
        match self {
            Database::Memory | Database::Sqlite => web_scene::Database::Sqlite,
            Database::Postgres => web_scene::Database::Postgres,
        }
    }

    pub(crate) fn open(self, folder: &Path) -> Opened {
        let (mut lock, mut database) = (None, None);
        let store: Arc<dyn Store> = match self {
            Database::Memory => Arc::new(Memory::new()),
            Database::Sqlite => {
                let taken = DirLock::take(folder, "a test")
                    .unwrap_or_else(|why| panic!("the folder {} cannot be held: {why}", folder.display()));
                lock = Some(taken);
                let store = Sqlite::open(folder);
                Arc::new(store.unwrap_or_else(|why| panic!("SQLite does not open in {}: {why}", folder.display())))
            }
            Database::Postgres => {
                let made = database.insert(Throwaway::new());
                let store = Postgres::open(&made.address(), Replication::NoneIAcceptLoss);
                Arc::new(store.unwrap_or_else(|why| panic!("PostgreSQL does not open: {why}")))
            }
        };
        Opened {
            store: Faulty::new(store),
            _lock: lock,
            _database: database,
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
