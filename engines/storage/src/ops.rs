//! `ops.db`: what helps to run and may be lost without harm. Now: who is signed in, and numbers that are counted.
//!
//! The write-ahead log is not forced to the disk at each write (`synchronous = NORMAL`): after a loss of power the last
//! seconds may be missing: somebody signs in once more, and counts are some seconds behind.

mod counters;

use crate::files;
use base::fact::PersonId;
use base::time::Minute;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, params};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Name of the database in the data folder.
pub const OPS_FILE: &str = "ops.db";
/// Minutes after which a session's use is written down again: not every click is worth a write.
pub const SEEN_STEP_MINUTES: u32 = 5;
/// Milliseconds to wait for another connection's lock.
const BUSY_WAIT_MS: u64 = 1000;
/// Set-aside files that are looked at for a free name.
const SET_ASIDE_MAX: u32 = 1000;
/// "LNGO": the file is of this program.
const APPLICATION_ID: i64 = 0x4C4E_474F;
const VERSION: i64 = 2;
/// Files of this version lack the counters and are given them.
const VERSION_WITHOUT_COUNTERS: i64 = 1;
const SECONDS_PER_MINUTE: u64 = 60;

const TABLES: &str = "
CREATE TABLE sessions (token_hash BLOB NOT NULL PRIMARY KEY, person INTEGER NOT NULL, started_min INTEGER NOT NULL,
    seen_min INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_of ON sessions (person);
";
const COUNTERS: &str =
    "CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

/// A failure of `ops.db`.
#[derive(Debug, thiserror::Error)]
#[error("ops.db failed while {doing}: {why}")]
pub struct OpsError {
    /// What was being done.
    pub doing: &'static str,
    /// What the system or the database said.
    pub why: String,
}

/// What [`Ops::open`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The file, as it was left.
    Kept,
    /// Nothing; it starts empty.
    Nothing,
    /// A file that could not be used. It was renamed, and another one starts empty: everybody signs in again.
    SetAside {
        /// Its new name.
        to: PathBuf,
        /// Why it could not be used.
        why: String,
    },
}

/// Somebody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub started: Minute,
    /// Last use, to [`SEEN_STEP_MINUTES`].
    pub seen: Minute,
}

/// The database of sessions and counters.
#[derive(Debug)]
pub struct Ops(Mutex<Connection>);

impl Ops {
    /// Opens `dir/ops.db`, making folder and file when they are missing, and starting anew when the file is damaged,
    /// another program's or a newer release's.
    ///
    /// # Errors
    /// Only when the folder cannot be used at all.
    pub fn open(dir: &Path) -> Result<(Ops, Found), OpsError> {
        files::make_folder(dir).map_err(|why| failed("making the folder", why))?;
        let file = dir.join(OPS_FILE);
        let mut found = if file.exists() { Found::Kept } else { Found::Nothing };
        let connection = match open(&file) {
            Ok(connection) => connection,
            Err(Unusable::Failed(why)) => return Err(why),
            Err(Unusable::Bad(why)) => {
                found = Found::SetAside {
                    to: set_aside(&file).map_err(|why| failed("setting it aside", why))?,
                    why,
                };
                open(&file).map_err(|unusable| match unusable {
                    Unusable::Failed(why) => why,
                    Unusable::Bad(why) => failed("starting anew", why),
                })?
            }
        };
        Ok((Ops(Mutex::new(connection)), found))
    }

    /// Someone signs in. A session of the same token is replaced.
    pub fn start(&self, token_hash: [u8; 32], person: PersonId, now: Minute) -> Result<(), OpsError> {
        let sql = "INSERT OR REPLACE INTO sessions (token_hash, person, started_min, seen_min) VALUES (?1, ?2, ?3, ?3)";
        let row = params![token_hash.as_slice(), person.0, minutes(now)];
        self.run("starting a session", sql, row).map(drop)
    }

    /// The session of a token.
    pub fn session(&self, token_hash: [u8; 32]) -> Result<Option<Session>, OpsError> {
        let doing = "looking for a session";
        let connection = self.connection();
        let sql = "SELECT person, started_min, seen_min FROM sessions WHERE token_hash = ?1";
        let mut select = connection.prepare_cached(sql).map_err(|why| failed(doing, why))?;
        let row = select.query_row([token_hash.as_slice()], |row| {
            let (started, seen): (u32, u32) = (row.get(1)?, row.get(2)?);
            Ok(Session {
                person: PersonId(row.get(0)?),
                started: minute(started),
                seen: minute(seen),
            })
        });
        row.optional().map_err(|why| failed(doing, why))
    }

    /// The session was used; written when the last time written is [`SEEN_STEP_MINUTES`] ago. Returns whether it was.
    pub fn seen(&self, token_hash: [u8; 32], now: Minute) -> Result<bool, OpsError> {
        match self.session(token_hash)? {
            Some(session) if minutes(now) >= minutes(session.seen).saturating_add(SEEN_STEP_MINUTES) => {
                // Never back: of two that come at once the later stays.
                let sql = "UPDATE sessions SET seen_min = max(seen_min, ?2) WHERE token_hash = ?1";
                let row = params![token_hash.as_slice(), minutes(now)];
                self.run("noting a session's use", sql, row).map(|rows| rows > 0)
            }
            _ => Ok(false),
        }
    }

    /// Someone signs out. Returns whether there was such a session.
    pub fn end(&self, token_hash: [u8; 32]) -> Result<bool, OpsError> {
        let sql = "DELETE FROM sessions WHERE token_hash = ?1";
        self.run("ending a session", sql, params![token_hash.as_slice()])
            .map(|rows| rows > 0)
    }

    /// Ends all sessions of a person. Returns how many.
    pub fn end_all_of(&self, person: PersonId) -> Result<usize, OpsError> {
        self.run(
            "ending a person's sessions",
            "DELETE FROM sessions WHERE person = ?1",
            params![person.0],
        )
    }

    /// Ends all sessions of everybody. Returns how many.
    pub fn end_all(&self) -> Result<usize, OpsError> {
        self.run("ending all sessions", "DELETE FROM sessions", params![])
    }

    /// Ends the sessions that started before a minute. Returns how many.
    pub fn purge_started_before(&self, minute: Minute) -> Result<usize, OpsError> {
        let sql = "DELETE FROM sessions WHERE started_min < ?1";
        self.run("ending old sessions", sql, params![minutes(minute)])
    }

    fn run(&self, doing: &'static str, sql: &str, row: &[&dyn rusqlite::ToSql]) -> Result<usize, OpsError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(sql).map_err(|why| failed(doing, why))?;
        statement.execute(row).map_err(|why| failed(doing, why))
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum Unusable {
    /// The file is no use: start anew.
    Bad(String),
    /// The folder is no use either.
    Failed(OpsError),
}

impl From<rusqlite::Error> for Unusable {
    fn from(why: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match why.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Unusable::Bad(why.to_string()),
            None if matches!(
                why,
                E::InvalidColumnType(..) | E::FromSqlConversionFailure(..) | E::Utf8Error(..)
            ) =>
            {
                Unusable::Bad(why.to_string())
            }
            _ => Unusable::Failed(failed("opening", why)),
        }
    }
}

fn open(file: &Path) -> Result<Connection, Unusable> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(files::FILE_MODE);
    options
        .open(file)
        .map_err(|why| Unusable::Failed(failed("making the file", why)))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(Duration::from_millis(BUSY_WAIT_MS))?;
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let application = number("PRAGMA application_id")?;
    let version = number("PRAGMA user_version")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    let empty = (application, version, tables) == (0, 0, 0);
    let older = (application, version) == (APPLICATION_ID, VERSION_WITHOUT_COUNTERS);
    if !empty && !older && (application, version) != (APPLICATION_ID, VERSION) {
        return Err(Unusable::Bad(format!(
            "its marks are {application} and {version}: not this program's, or newer"
        )));
    }
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))?;
    if empty {
        connection.execute_batch(&format!(
            "BEGIN IMMEDIATE; {TABLES} {COUNTERS} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
        ))?;
    }
    if older {
        connection.execute_batch(&format!(
            "BEGIN IMMEDIATE; {COUNTERS} PRAGMA user_version = {VERSION}; COMMIT;"
        ))?;
    }
    let check: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if check != "ok" {
        return Err(Unusable::Bad(check));
    }
    Ok(connection)
}

/// Renames the file and those beside it.
fn set_aside(file: &Path) -> io::Result<PathBuf> {
    let with = |name: &Path, suffix: &str| {
        let mut name = name.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let mut names = (1..=SET_ASIDE_MAX).map(|n| with(file, &format!(".damaged-{n}")));
    let aside = names
        .find(|name| !name.exists())
        .ok_or_else(|| io::Error::other("too many set aside already"))?;
    for suffix in ["-wal", "-shm", ""] {
        match std::fs::rename(with(file, suffix), with(&aside, suffix)) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
            _ => {}
        }
    }
    Ok(aside)
}

fn minutes(minute: Minute) -> u32 {
    u32::try_from(minute.unix_secs() / SECONDS_PER_MINUTE).unwrap_or(u32::MAX)
}

fn minute(minutes: u32) -> Minute {
    Minute::from_unix_secs(u64::from(minutes) * SECONDS_PER_MINUTE)
}

fn failed(doing: &'static str, why: impl std::fmt::Display) -> OpsError {
    OpsError {
        doing,
        why: why.to_string(),
    }
}
