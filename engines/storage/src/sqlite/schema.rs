//! The tables, and how a file is known to be ours.
//!
//! Whatever can be erased lives in a table whose key is a growing integer, and is erased by emptying its row, which
//! stays as a shell of a few bytes. The reason: SQLite's `secure_delete` overwrites what a deletion frees, but when
//! pages are merged or split it may leave copies of *other* rows in the unused middle of a page, where a later deletion
//! does not find them. Rows that are only ever appended and emptied never move, so there is no copy to find.

use rusqlite::Connection;

/// "LNGL": the file is a ledger of this program.
pub(super) const APPLICATION_ID: i64 = 0x4C4E_474C;
/// Version of the tables. A file of a higher one was written by a newer release.
pub(super) const VERSION: i64 = 1;

const TABLES: &str = "
CREATE TABLE entries (seq INTEGER NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
-- id = seq * 64 + place of the field among its entry's; a shell has field ''
CREATE TABLE sealed (id INTEGER NOT NULL PRIMARY KEY, field TEXT NOT NULL, salt BLOB NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE once (seq INTEGER NOT NULL PRIMARY KEY, key BLOB NOT NULL, body BLOB NOT NULL) STRICT;
CREATE TABLE tiles (level INTEGER NOT NULL, idx INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (level, idx))
    STRICT, WITHOUT ROWID;
-- the file itself by the order of coming; a shell has salt and bytes of length 0
CREATE TABLE blobs (n INTEGER NOT NULL PRIMARY KEY, salt BLOB NOT NULL, put INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE blob_names (id BLOB NOT NULL PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE head (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), size INTEGER NOT NULL, epoch INTEGER NOT NULL,
    checkpoint TEXT NOT NULL) STRICT;
INSERT INTO head VALUES (1, 0, 0, '');
";

/// Whose a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nobody's: without tables and without marks.
    Empty,
    /// Ours, of this version.
    Ours,
    /// Ours, of a newer version.
    Newer(i64),
    /// Another program's.
    Foreign,
}

/// Reads the marks of a file.
pub(super) fn kind(connection: &Connection) -> rusqlite::Result<Kind> {
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application, version, tables) {
        (0, 0, 0) => Kind::Empty,
        (APPLICATION_ID, VERSION, _) => Kind::Ours,
        (APPLICATION_ID, version, _) if version > VERSION => Kind::Newer(version),
        _ => Kind::Foreign,
    })
}

/// Makes the tables of an empty file, in one transaction.
pub(super) fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(&format!(
        "BEGIN IMMEDIATE; {TABLES} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
    ))
}
