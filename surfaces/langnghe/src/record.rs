//! Where the record of a data folder lies: in its own file, or in a PostgreSQL database.
//!
//! A mark in the folder keeps the two from being mixed up: a start that looked in the wrong place would find nothing,
//! begin anew under the same key, and sign a second history.

use crate::exit::{self, Stop, say};
use crate::layout::{KEY_FILE, RESTORING_FILE, is_ending};
use ledger::store::Store;
use std::path::Path;
use std::sync::Arc;
use storage::lock::LockError;
use storage::postgres::{self, Replication};
use storage::reserve::{RESERVE_FILE, Room};
use storage::sqlite::{self, LEDGER_FILE};
use storage::{DirLock, Postgres, Reserve, Sqlite, files};

/// The file that says that the record lies in a database.
pub const MARK_FILE: &str = "database";
const EMPTY: &str = "postgresql, nothing recorded yet\n";
const BEGUN: &str = "postgresql\n";

/// The words by which somebody accepts that acknowledged writes may be lost.
const NONE_I_ACCEPT_LOSS: &str = "none, I accept loss";
const SYNCHRONOUS: &str = "synchronous";

/// Where the record lies, on the command line.
#[derive(Clone, Debug, clap::Args)]
pub struct Place {
    /// The record lies in this PostgreSQL database (postgresql://user@host/name, or pairs such as "host=/run/postgresql
    /// dbname=langnghe"); given in the environment, a password in it is not seen by other users of the machine
    #[arg(long, value_name = "ADDRESS", env = "LANGNGHE_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
}

/// Who has to confirm a write, on the command line.
#[derive(Clone, Debug, clap::Args)]
pub struct Confirming {
    /// Who has to confirm a write before it is acknowledged: "synchronous" (a standby of the database), or "none, I
    /// accept loss"
    #[arg(long, value_name = "WHO", default_value = SYNCHRONOUS, value_parser = replication)]
    pub replication: Replication,
}

fn replication(text: &str) -> Result<Replication, String> {
    match text {
        SYNCHRONOUS => Ok(Replication::Synchronous),
        NONE_I_ACCEPT_LOSS => Ok(Replication::NoneIAcceptLoss),
        _ => Err(format!("say {SYNCHRONOUS}, or \"{NONE_I_ACCEPT_LOSS}\"")),
    }
}

/// Why a record cannot be read.
pub enum NotRead {
    /// It cannot be got at.
    Unreachable(String),
    /// What is there is not a whole record.
    Broken(String),
}

impl Place {
    /// Whether a record was begun for this folder, here or in a database.
    pub fn is_begun(dir: &Path) -> bool {
        dir.join(LEDGER_FILE).exists() || dir.join(MARK_FILE).exists()
    }

    /// What people know the database as.
    pub fn known_as(&self) -> web_scene::Database {
        match self.database_url {
            None => web_scene::Database::Sqlite,
            Some(_) => web_scene::Database::Postgres,
        }
    }

    /// Opens the record to lead it. The caller holds the folder's lock, and [marks](mark) the folder when it has the
    /// record's key.
    pub fn lead(&self, dir: &Path, replication: Replication) -> Result<Arc<dyn Store>, Stop> {
        let Some(address) = &self.database_url else {
            if dir.join(MARK_FILE).exists() {
                return Err(Stop::new(exit::REFUSED, elsewhere(dir)));
            }
            not_without_its_record(dir)?;
            return Ok(Arc::new(in_folder(dir)?));
        };
        if dir.join(LEDGER_FILE).exists() {
            return Err(Stop::new(exit::REFUSED, both(dir)));
        }
        let store = Postgres::open(address, replication).map_err(not_opened)?;
        let size = store
            .head()
            .map_err(|why| Stop::new(exit::REFUSED, why.to_string()))?
            .size;
        not_lost(dir, size)?;
        Ok(Arc::new(store))
    }

    /// Opens the record to read, beside a running server or at rest.
    pub fn read(&self, dir: &Path) -> Result<Box<dyn Store>, NotRead> {
        match &self.database_url {
            Some(_) if dir.join(LEDGER_FILE).exists() => Err(NotRead::Unreachable(both(dir))),
            Some(address) => match Postgres::open_read_only(address) {
                Ok(store) => Ok(Box::new(store)),
                Err(why @ (postgres::OpenError::NotALedger | postgres::OpenError::Damaged(_))) => {
                    Err(NotRead::Broken(why.to_string()))
                }
                Err(why) => Err(NotRead::Unreachable(why.to_string())),
            },
            None if !dir.join(LEDGER_FILE).exists() && dir.join(MARK_FILE).exists() => {
                Err(NotRead::Unreachable(elsewhere(dir)))
            }
            None => match Sqlite::open_read_only(dir) {
                Ok(store) => Ok(Box::new(store)),
                Err(why @ (sqlite::OpenError::NotALedger { .. } | sqlite::OpenError::Damaged { .. })) => {
                    Err(NotRead::Broken(why.to_string()))
                }
                Err(why) => Err(NotRead::Unreachable(why.to_string())),
            },
        }
    }
}

/// Opens the folder's own file, with room kept back on the disk.
fn in_folder(dir: &Path) -> Result<Sqlite, Stop> {
    let told = |room| match room {
        Room::Short => {
            say("the disk is full: nothing is recorded until there is room again; reading and erasing go on")
        }
        Room::Again => say("there is room on the disk again"),
    };
    let reserve = Reserve::new(dir, Box::new(told));
    if let Err(why) = reserve.fill()
        && !reserve.is_short()
    {
        let path = dir.join(RESERVE_FILE);
        say(&format!(
            "no room is kept back for erasing on a full disk: {}: {why}",
            path.display()
        ));
    }
    let opened = Sqlite::open(dir).or_else(|why| match why {
        // Opening a log makes an index beside it, for which a full disk has no room.
        sqlite::OpenError::Failed { .. } if reserve.is_short() => {
            let _room = reserve.give_up_slice();
            Sqlite::open(dir)
        }
        why => Err(why),
    });
    let store = opened.map_err(|why| Stop::new(exit::REFUSED, why.to_string()))?;
    Ok(store.with_reserve(reserve))
}

/// Refuses a folder in which something was begun that only the same command may go on with.
pub fn finished(dir: &Path) -> Result<(), Stop> {
    let begun = if is_ending(dir) {
        "an ending of this log was begun and is not finished: run `langnghe log end-and-continue` again"
    } else if dir.join(RESTORING_FILE).exists() {
        "a backup is being put back into this folder, and it is not finished: give the same `langnghe restore` again, or \
         empty the folder"
    } else {
        return Ok(());
    };
    Err(Stop::new(exit::REFUSED, begun))
}

/// Refuses a folder with the key of a log whose record is gone: a record begun anew would be signed by the same key.
fn not_without_its_record(dir: &Path) -> Result<(), Stop> {
    if dir.join(LEDGER_FILE).exists() || !dir.join(KEY_FILE).exists() || dir.join(RESTORING_FILE).exists() {
        return Ok(());
    }
    let why = format!(
        "{} has the key of a log and no record ({LEDGER_FILE}): put the file back, or a backup into an empty folder; to \
         begin an office anew, name another --data",
        dir.display()
    );
    Err(Stop::new(exit::REFUSED, why))
}

/// Takes a folder for work on its record beside which no office may run; `doing` is what others are told.
pub fn hold(dir: &Path, doing: &str) -> Result<DirLock, Stop> {
    DirLock::take(dir, doing).map_err(|why| match why {
        LockError::Held { holder } => Stop::new(
            exit::HELD,
            format!(
                "{} is in use by {holder}; stop it first, or name another --data",
                dir.display()
            ),
        ),
        LockError::Failed(why) => Stop::new(exit::FAILED, format!("cannot lock {}: {why}", dir.display())),
    })
}

/// Marks the folder as one whose record lies in a database.
pub fn mark(dir: &Path, size: u64) -> Result<(), Stop> {
    let path = dir.join(MARK_FILE);
    let wanted = if size == 0 { EMPTY } else { BEGUN };
    if std::fs::read_to_string(&path).is_ok_and(|kept| kept == wanted) {
        return Ok(());
    }
    files::write_durably(&path, wanted.as_bytes())
        .map_err(|why| Stop::new(exit::FAILED, format!("cannot write {}: {why}", path.display())))
}

/// Refuses an empty database where a record had begun.
fn not_lost(dir: &Path, size: u64) -> Result<(), Stop> {
    let kept = std::fs::read_to_string(dir.join(MARK_FILE)).unwrap_or_default();
    if kept != BEGUN || size > 0 {
        return Ok(());
    }
    let why = format!(
        "the record of {} had begun and this database has none; name the right database, or put a backup back",
        dir.display()
    );
    Err(Stop::new(exit::REFUSED, why))
}

/// A sentence for a database that did not open, with its code.
pub fn not_opened(why: postgres::OpenError) -> Stop {
    use postgres::OpenError as E;
    let code = match &why {
        E::Address(_) => exit::USAGE,
        E::Held { .. } => exit::HELD,
        E::Unreachable { .. } | E::Failed(_) => exit::FAILED,
        E::Missing(_) | E::Newer { .. } | E::NotALedger | E::Unsafe(_) | E::Damaged(_) => exit::REFUSED,
    };
    Stop::new(code, why.to_string())
}

fn elsewhere(dir: &Path) -> String {
    format!(
        "the record of {} lies in a PostgreSQL database; name it with --database-url or in LANGNGHE_DATABASE_URL",
        dir.display()
    )
}

fn both(dir: &Path) -> String {
    format!(
        "{} holds a record of its own ({LEDGER_FILE}); carry it over with `langnghe store copy --to database`, or leave \
         --database-url out",
        dir.display()
    )
}
