//! Opening connections to the database file, in the ways a live, a dead and a read-only folder need.

use crate::lock;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Milliseconds a connection waits for another one's lock. Short: the writer is alone, and only a checkpoint waits.
const BUSY_WAIT_MS: u64 = 100;
/// Memory for pages of the writing connection, in KiB: a batch never spills before its COMMIT.
const WRITER_CACHE_KIB: i64 = 16 * 1024;
/// Memory for pages of a reading connection, in KiB.
const READER_CACHE_KIB: i64 = 2 * 1024;
/// Bytes before the first frame of a log; one as long as that, or shorter, holds nothing.
const LOG_HEADER_BYTES: u64 = 32;
/// Bytes the log keeps after a checkpoint when a long reader let it grow.
const LOG_BYTES_MAX: i64 = 64 * 1024 * 1024;

/// How a connection comes to the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The one that writes.
    Write,
    /// Moves the log into the file beside the writer of the same process.
    Move,
    /// Reads beside the writer of the same process.
    Beside,
    /// Reads what another process, perhaps a killed one, has open, without writing into its index of the log.
    Guest,
    /// Reads a file and its log where the index of the log is missing (a copied folder): the index is made in memory.
    /// Nobody can have such a file open, hence no locks.
    Logged,
    /// Reads a file that has no log: nobody has it open, and it does not change.
    Still,
}

impl Way {
    /// The way to read a folder that belongs to somebody else.
    pub(super) fn to_read(file: &Path) -> Self {
        let log = std::fs::metadata(beside(file, "-wal")).map_or(0, |log| log.len());
        match (log, beside(file, "-shm").exists()) {
            // Where no writer is, SQLite 3.54 waits in vain for one to explain such a log: its recovery does not read the
            // header of a log without frames, and the salts in it then look like a change (`walBeginShmUnreliable`).
            (LOG_HEADER_BYTES, true) if !file.parent().is_some_and(lock::is_held) => Way::Still,
            (_, true) => Way::Guest,
            (..=LOG_HEADER_BYTES, false) => Way::Still,
            (_, false) => Way::Logged,
        }
    }
}

/// The name of a file that SQLite keeps beside the database.
pub(super) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Opens one connection with everything set that is set per connection. Never makes the file.
pub(super) fn connect(file: &Path, way: Way) -> rusqlite::Result<Connection> {
    let base = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let read = base | OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = match way {
        Way::Write | Way::Move => Connection::open_with_flags(uri(file, ""), base | OpenFlags::SQLITE_OPEN_READ_WRITE)?,
        Way::Beside => Connection::open_with_flags(uri(file, ""), read)?,
        Way::Guest => Connection::open_with_flags(uri(file, "?readonly_shm=1"), read)?,
        Way::Still => Connection::open_with_flags(uri(file, "?immutable=1"), read)?,
        Way::Logged => {
            let connection = Connection::open_with_flags_and_vfs(uri(file, ""), read, c"unix-none")?;
            // With this set before the first access, the index of the log lives on the heap.
            connection.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(()))?;
            connection
        }
    };
    connection.busy_timeout(Duration::from_millis(BUSY_WAIT_MS))?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(32);
    if way == Way::Write {
        connection.pragma_update(None, "cache_size", -WRITER_CACHE_KIB)?;
        return Ok(connection);
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    if way == Way::Move {
        // Both the log and the file are synced: what is copied is on the disk before the log begins anew.
        connection.pragma_update(None, "synchronous", "FULL")?;
    } else {
        connection.pragma_update(None, "cache_size", -READER_CACHE_KIB)?;
        connection.pragma_update(None, "query_only", true)?;
    }
    Ok(connection)
}

/// What the writing connection sets once the file is known to be ours.
pub(super) fn make_durable(connection: &Connection) -> rusqlite::Result<String> {
    let mode = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))?;
    connection.query_row(&format!("PRAGMA journal_size_limit = {LOG_BYTES_MAX}"), [], |_| Ok(()))?;
    Ok(mode)
}

/// The file's path as a URI, byte for byte (https://www.sqlite.org/uri.html).
fn uri(file: &Path, query: &str) -> String {
    let mut uri = String::from("file:");
    for &byte in file.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte) {
            uri.push(byte as char);
        } else {
            // Writing into a String cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri + query
}
