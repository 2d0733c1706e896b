//! The tables, and how a schema is known to be ours.
//!
//! A row that is deleted or updated leaves its bytes in the table's file until the file is written anew. Whatever can be
//! erased therefore lies in partitions small enough to be written anew each time: words by ranges of entries, files by
//! the hash of their names.

use super::connect::Session;
use tokio_postgres::Error;

/// Version of the tables. A schema of a higher one was written by a newer release.
pub(super) const VERSION: i32 = 1;

/// Entries whose words share one partition.
pub(super) const PARTITION_ENTRIES: u64 = 65_536;
/// Partitions of the files.
const BLOB_PARTITIONS: u32 = 64;

const TABLES: &str = "
CREATE SCHEMA langnghe;
CREATE TABLE langnghe.format (id integer PRIMARY KEY CHECK (id = 1), version integer NOT NULL);
CREATE TABLE langnghe.head (id integer PRIMARY KEY CHECK (id = 1), size bigint NOT NULL, epoch bigint NOT NULL,
    checkpoint text NOT NULL) WITH (fillfactor = 10);
CREATE TABLE langnghe.entries (seq bigint PRIMARY KEY, bytes bytea NOT NULL);
CREATE TABLE langnghe.sealed (seq bigint NOT NULL, field text COLLATE \"C\" NOT NULL, salt bytea NOT NULL,
    value bytea NOT NULL, PRIMARY KEY (seq, field)) PARTITION BY RANGE (seq);
CREATE TABLE langnghe.once (seq bigint PRIMARY KEY, key bytea NOT NULL, body bytea NOT NULL);
CREATE TABLE langnghe.tiles (level smallint NOT NULL, idx bigint NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (level, idx));
CREATE TABLE langnghe.blobs (id bytea PRIMARY KEY, salt bytea NOT NULL, put bigint NOT NULL, bytes bytea NOT NULL)
    PARTITION BY HASH (id);
INSERT INTO langnghe.head VALUES (1, 0, 0, '');
";

/// Whose a database is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// There is no schema `langnghe`.
    Empty,
    /// Ours, of this version.
    Ours,
    /// Ours, of a newer version.
    Newer(i32),
    /// A schema of that name which is not ours.
    Foreign,
}

/// Looks whether the schema is there and whose it is.
pub(super) fn kind(session: &Session) -> Result<Kind, Error> {
    let sql = "SELECT to_regnamespace('langnghe') IS NOT NULL, to_regclass('langnghe.format') IS NOT NULL";
    let row = session.row(sql, &[])?;
    let found = row
        .map(|row| Ok::<_, Error>((row.try_get(0)?, row.try_get(1)?)))
        .transpose()?;
    match found.unwrap_or((false, false)) {
        (false, _) => Ok(Kind::Empty),
        (true, false) => Ok(Kind::Foreign),
        (true, true) => {
            let row = session.row("SELECT version FROM langnghe.format WHERE id = 1", &[])?;
            let version = row.map(|row| row.try_get::<_, i32>(0)).transpose()?;
            Ok(match version {
                Some(VERSION) => Kind::Ours,
                Some(version) if version > VERSION => Kind::Newer(version),
                _ => Kind::Foreign,
            })
        }
    }
}

/// Makes the tables, all or none.
pub(super) fn create(session: &Session) -> Result<(), Error> {
    let mut sql = format!("BEGIN; {TABLES} INSERT INTO langnghe.format VALUES (1, {VERSION});");
    for part in 0..BLOB_PARTITIONS {
        sql += &format!(
            "CREATE TABLE langnghe.blobs_{part} PARTITION OF langnghe.blobs
                FOR VALUES WITH (MODULUS {BLOB_PARTITIONS}, REMAINDER {part});"
        );
    }
    sql += "COMMIT;";
    session.run(&sql)
}

/// Renames the schema to the first free name of its kind.
pub(super) fn set_aside(session: &Session) -> Result<String, Error> {
    let sql = "SELECT 'langnghe_copied_' || n FROM generate_series(1, 1000) AS n
        WHERE to_regnamespace('langnghe_copied_' || n) IS NULL ORDER BY n LIMIT 1";
    let name: String = match session.row(sql, &[])? {
        Some(row) => row.try_get(0)?,
        // The renaming says that this one is taken.
        None => "langnghe_copied_1000".into(),
    };
    session.run(&format!("ALTER SCHEMA langnghe RENAME TO {name}"))?;
    Ok(format!("the schema {name}"))
}

/// Makes the partition that holds the words of this entry, if it is not there.
pub(super) fn make_partition(session: &Session, part: u64) -> Result<(), Error> {
    let sql = format!(
        "CREATE TABLE IF NOT EXISTS langnghe.{} PARTITION OF langnghe.sealed {}",
        partition(part),
        bounds(part)
    );
    session.run(&sql)
}

/// The same without a lock that batches wait for: the table is made apart and attached (SHARE UPDATE EXCLUSIVE, beside which
/// rows are inserted).
pub(super) fn attach_partition(session: &Session, part: u64) -> Result<(), Error> {
    let (name, bounds) = (partition(part), bounds(part));
    session.run(&format!(
        "BEGIN; CREATE TABLE langnghe.{name} (LIKE langnghe.sealed INCLUDING ALL);
         ALTER TABLE langnghe.sealed ATTACH PARTITION langnghe.{name} {bounds}; COMMIT"
    ))
}

/// Which entries a partition has, as the database says it.
fn bounds(part: u64) -> String {
    let (from, to) = (
        part.saturating_mul(PARTITION_ENTRIES),
        part.saturating_add(1).saturating_mul(PARTITION_ENTRIES),
    );
    format!("FOR VALUES FROM ({from}) TO ({to})")
}

/// Name of the partition of words with this number.
pub(super) fn partition(part: u64) -> String {
    format!("sealed_{part}")
}
