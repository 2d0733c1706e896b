//! Opening: whose the file is, and whether its parts fit together.

use super::connect::{Way, connect, make_durable};
use super::log::Log;
use super::readers::Readers;
use super::{LEDGER_FILE, Sqlite, identity, schema, write};
use crate::files;
use rusqlite::{Connection, ErrorCode};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is none, and this was to read only.
    #[error("there is no ledger at {0}")]
    Missing(PathBuf),
    /// The tables are of a higher version than this program knows.
    #[error(
        "the ledger at {path} was written by a newer release (tables of version {found}, this release knows {known})"
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Version of its tables.
        found: i64,
        /// Highest version this program knows.
        known: i64,
    },
    /// The file is no SQLite database, or another program's.
    #[error("{path} is not a ledger of this program: {why}")]
    NotALedger {
        /// The file.
        path: PathBuf,
        /// What it looks like.
        why: String,
    },
    /// A ledger whose parts do not fit together.
    #[error("the ledger at {path} is damaged: {why}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What does not fit.
        why: String,
    },
    /// The folder or the file cannot be used.
    #[error("the ledger at {path} cannot be opened: {why}")]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system or the database said.
        why: String,
    },
}

impl Sqlite {
    /// Opens `dir/ledger.db` to lead, making folder and file when they are missing. The caller holds the folder's
    /// [`DirLock`](crate::lock::DirLock).
    ///
    /// # Errors
    /// [`OpenError`]; nothing is changed in a file that is not ours or newer.
    pub fn open(dir: &Path) -> Result<Sqlite, OpenError> {
        let file = dir.join(LEDGER_FILE);
        let failed = |why: io::Error| OpenError::Failed {
            path: file.clone(),
            why: why.to_string(),
        };
        files::make_folder(dir).map_err(failed)?;
        // Made here and not by SQLite, so that it and the files beside it are their owner's alone.
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true).mode(files::FILE_MODE);
        match options.open(&file) {
            Ok(made) => made.sync_all().and_then(|()| files::sync_folder(dir)).map_err(failed)?,
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
            Err(why) => return Err(failed(why)),
        }
        let wrong = |why| not_opened(&file, why);
        let mut writer = connect(&file, Way::Write).map_err(wrong)?;
        let kind = schema::kind(&writer).map_err(wrong)?;
        if kind != schema::Kind::Empty {
            ours(&file, kind)?;
        }
        let mode = make_durable(&writer).map_err(wrong)?;
        if mode != "wal" {
            let why = format!("the file system does not allow a write-ahead log ({mode})");
            return Err(OpenError::Failed { path: file, why });
        }
        if schema::kind(&writer).map_err(wrong)? == schema::Kind::Empty {
            schema::create(&writer).map_err(wrong)?;
        }
        fits(&file, &writer)?;
        move_log(&writer).map_err(wrong)?;
        let log = Log::new(file.clone());
        log.watch(&mut writer).map_err(wrong)?;
        let at = file.clone();
        let readers = Readers::new(file, Way::Beside);
        Ok(Sqlite {
            readers,
            log,
            writer: Some(Mutex::new(writer)),
            stopped: AtomicBool::new(false),
            reserve: None,
            identity: identity(&at),
            file: at,
        })
    }

    /// Opens `dir/ledger.db` to read: beside a running server, after one that was killed, or a copy in a folder that
    /// cannot be written. Changes and makes no file. Everything that would write fails.
    ///
    /// A folder that nobody uses is read as one that does not change; a server started on it meanwhile is not noticed.
    pub fn open_read_only(dir: &Path) -> Result<Sqlite, OpenError> {
        let file = dir.join(LEDGER_FILE);
        if !file.is_file() {
            return Err(OpenError::Missing(file));
        }
        let way = Way::to_read(&file);
        let readers = Readers::new(file.clone(), way);
        let opened = readers.lend(|connection| {
            let kind = schema::kind(connection).map_err(|why| not_opened(&file, why))?;
            ours(&file, kind)
                .and_then(|()| fits(&file, connection))
                .map_err(Lent::Own)
        });
        opened.map_err(|lent: Lent| match lent {
            Lent::Own(why) => why,
            Lent::Connection(why) => not_opened(&file, why),
        })?;
        let at = file.clone();
        Ok(Sqlite {
            readers,
            log: Log::new(file),
            writer: None,
            stopped: AtomicBool::new(false),
            reserve: None,
            identity: identity(&at),
            file: at,
        })
    }
}

/// Moves what an earlier process left in the log into the file. Where that one's fsync failed, the log is read from memory
/// that the system no longer means to write: only by writing it to another place does it come to the disk.
fn move_log(writer: &Connection) -> rusqlite::Result<()> {
    match write::cut_log(writer) {
        // A reader in the way, or no room: what was moved is on the disk, the rest stays in the log.
        Ok(_) => Ok(()),
        Err(why) if write::is_full(&why) => Ok(()),
        Err(why) => match why.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Ok(()),
            _ => Err(why),
        },
    }
}

/// Why a look into a file just opened failed.
enum Lent {
    Own(OpenError),
    Connection(rusqlite::Error),
}

impl From<rusqlite::Error> for Lent {
    fn from(why: rusqlite::Error) -> Self {
        Lent::Connection(why)
    }
}

impl From<OpenError> for Lent {
    fn from(why: OpenError) -> Self {
        Lent::Own(why)
    }
}

fn not_opened(file: &Path, why: rusqlite::Error) -> OpenError {
    let path = file.to_path_buf();
    match why.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::NotALedger {
            path,
            why: "not a database".into(),
        },
        Some(ErrorCode::DatabaseCorrupt) => OpenError::Damaged {
            path,
            why: why.to_string(),
        },
        _ => OpenError::Failed {
            path,
            why: why.to_string(),
        },
    }
}

fn ours(file: &Path, kind: schema::Kind) -> Result<(), OpenError> {
    let path = file.to_path_buf();
    match kind {
        schema::Kind::Ours => Ok(()),
        schema::Kind::Newer(found) => Err(OpenError::Newer {
            path,
            found,
            known: schema::VERSION,
        }),
        schema::Kind::Empty => Err(OpenError::NotALedger {
            path,
            why: "an empty database".into(),
        }),
        schema::Kind::Foreign => Err(OpenError::NotALedger {
            path,
            why: "another program's database".into(),
        }),
    }
}

/// The last entry must be the one the head says.
fn fits(file: &Path, connection: &Connection) -> Result<(), OpenError> {
    let sql = "SELECT size, (SELECT coalesce(max(seq) + 1, 0) FROM entries) FROM head WHERE id = 1";
    let (size, entries): (i64, i64) = match connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))) {
        Err(rusqlite::Error::QueryReturnedNoRows) => {
            return Err(OpenError::Damaged {
                path: file.into(),
                why: "it has no head".into(),
            });
        }
        other => other.map_err(|why| not_opened(file, why))?,
    };
    if size != entries {
        let why = format!("the head says {size} entries, the last one is number {}", entries - 1);
        return Err(OpenError::Damaged { path: file.into(), why });
    }
    Ok(())
}
