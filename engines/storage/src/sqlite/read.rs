//! The reading half of the store: each function is one short look into the database.

use super::{damaged, problem};
use crate::batch::SEALED_FIELDS_PER_ENTRY_MAX;
use base::fact::{BlobId, FieldName, SealedRef};
use base::time::Hour;
use ledger::store::{Blob, Head, OnceRow, Sealed, StoreError};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Rows read under one snapshot. A reader that takes its time over millions of rows must not hold the log all along,
/// or an erasure could never empty it.
const ROWS_PER_READ: i64 = 4096;
const SECONDS_PER_HOUR: u64 = 3600;

/// A number as SQLite keeps it; a higher one stands behind everything there is.
pub(super) fn clamped(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// First row number of an entry's sealed fields.
pub(super) fn sealed_id(seq: u64) -> i64 {
    clamped(seq.saturating_mul(SEALED_FIELDS_PER_ENTRY_MAX))
}

pub(super) fn hours(hour: Hour) -> i64 {
    clamped(hour.unix_secs() / SECONDS_PER_HOUR)
}

fn hour(hours: i64) -> Result<Hour, StoreError> {
    let hours = u64::try_from(hours).map_err(|_| damaged("an hour before 1970"))?;
    Ok(Hour::from_unix_secs(hours.saturating_mul(SECONDS_PER_HOUR)))
}

fn unsigned(number: i64, what: &str) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| damaged(format!("{what} {number}")))
}

fn fixed<const N: usize>(bytes: &[u8], what: &str) -> Result<[u8; N], StoreError> {
    bytes
        .try_into()
        .map_err(|_| damaged(format!("{what} of {} bytes", bytes.len())))
}

fn blob_column<'a>(row: &'a Row<'_>, column: usize, what: &'static str) -> Result<&'a [u8], StoreError> {
    let value = row.get_ref(column).map_err(|why| problem(what, why))?;
    value.as_blob().map_err(|why| damaged(format!("{what}: {why}")))
}

pub(super) fn head(connection: &Connection) -> Result<Head, StoreError> {
    let doing = "reading the head";
    let mut select = connection
        .prepare_cached("SELECT size, epoch, checkpoint FROM head WHERE id = 1")
        .map_err(|why| problem(doing, why))?;
    let row = select
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional();
    let (size, epoch, checkpoint): (i64, i64, String) = row
        .map_err(|why| problem(doing, why))?
        .ok_or_else(|| damaged("no head"))?;
    Ok(Head {
        size: unsigned(size, "a size of")?,
        epoch: unsigned(epoch, "an epoch of")?,
        checkpoint,
    })
}

/// Rows `from..to` of the entries, at most [`ROWS_PER_READ`]. Returns the next number, or `None` when `each` had enough.
pub(super) fn entries(
    connection: &Connection,
    from: u64,
    to: u64,
    each: &mut dyn FnMut(u64, &[u8]) -> bool,
) -> Result<Option<u64>, StoreError> {
    let doing = "reading entries";
    let sql = "SELECT seq, bytes FROM entries WHERE seq >= ?1 AND seq < ?2 ORDER BY seq LIMIT ?3";
    let mut select = connection.prepare_cached(sql).map_err(|why| problem(doing, why))?;
    let mut rows = select
        .query(params![clamped(from), clamped(to), ROWS_PER_READ])
        .map_err(|why| problem(doing, why))?;
    let mut next = from;
    while let Some(row) = rows.next().map_err(|why| problem(doing, why))? {
        let seq: i64 = row.get(0).map_err(|why| problem(doing, why))?;
        if seq != clamped(next) {
            return Err(damaged(format!("entry {next} is missing")));
        }
        if !each(next, blob_column(row, 1, doing)?) {
            return Ok(None);
        }
        next += 1;
    }
    if next == from && from < to {
        return Err(damaged(format!("entry {next} is missing")));
    }
    Ok(Some(next))
}

fn sealed_row(row: &Row<'_>) -> Result<(i64, Sealed), StoreError> {
    let doing = "reading a sealed value";
    let id: i64 = row.get(0).map_err(|why| problem(doing, why))?;
    let seq = unsigned(id, "a sealed value numbered")? / SEALED_FIELDS_PER_ENTRY_MAX;
    let field: String = row.get(1).map_err(|why| problem(doing, why))?;
    let field =
        FieldName::new(&field).ok_or_else(|| damaged(format!("a sealed field of entry {seq} without a name")))?;
    let salt = fixed(blob_column(row, 2, doing)?, "a salt")?;
    let value = row.get(3).map_err(|why| problem(doing, why))?;
    Ok((
        id,
        Sealed {
            at: SealedRef { seq, field },
            salt,
            value,
        },
    ))
}

pub(super) fn sealed(connection: &Connection, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
    let doing = "reading a sealed value";
    let sql = "SELECT id, field, salt, value FROM sealed WHERE id >= ?1 AND id < ?2 AND field = ?3";
    let mut select = connection.prepare_cached(sql).map_err(|why| problem(doing, why))?;
    let range = params![
        sealed_id(at.seq),
        sealed_id(at.seq.saturating_add(1)),
        at.field.as_str()
    ];
    let mut rows = select.query(range).map_err(|why| problem(doing, why))?;
    let row = rows.next().map_err(|why| problem(doing, why))?;
    row.map(|row| sealed_row(row).map(|(_, sealed)| sealed)).transpose()
}

/// Sealed values of the row numbers `from..to`, at most [`ROWS_PER_READ`]. Returns where to go on, or `None` at the end.
pub(super) fn sealed_range(
    connection: &Connection,
    from: i64,
    to: i64,
    each: &mut dyn FnMut(Sealed) -> bool,
) -> Result<Option<i64>, StoreError> {
    let doing = "reading sealed values";
    let sql =
        "SELECT id, field, salt, value FROM sealed WHERE id >= ?1 AND id < ?2 AND field <> '' ORDER BY id LIMIT ?3";
    let mut select = connection.prepare_cached(sql).map_err(|why| problem(doing, why))?;
    let mut rows = select
        .query(params![from, to, ROWS_PER_READ])
        .map_err(|why| problem(doing, why))?;
    let mut next = None;
    while let Some(row) = rows.next().map_err(|why| problem(doing, why))? {
        let (id, sealed) = sealed_row(row)?;
        if !each(sealed) {
            return Ok(None);
        }
        next = id.checked_add(1);
    }
    Ok(next)
}

pub(super) fn once_first(connection: &Connection) -> Result<Option<u64>, StoreError> {
    let doing = "reading idempotency keys";
    let first: Option<i64> = connection
        .query_row("SELECT min(seq) FROM once", [], |row| row.get(0))
        .map_err(|why| problem(doing, why))?;
    first
        .map(|seq| unsigned(seq, "an idempotency key of entry"))
        .transpose()
}

pub(super) fn once_from(connection: &Connection, from: u64) -> Result<Vec<OnceRow>, StoreError> {
    let doing = "reading idempotency keys";
    let sql = "SELECT seq, key, body FROM once WHERE seq >= ?1 ORDER BY seq";
    let mut select = connection.prepare_cached(sql).map_err(|why| problem(doing, why))?;
    let mut rows = select.query([clamped(from)]).map_err(|why| problem(doing, why))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(|why| problem(doing, why))? {
        let seq = unsigned(
            row.get(0).map_err(|why| problem(doing, why))?,
            "an idempotency key of entry",
        )?;
        let key = fixed(blob_column(row, 1, doing)?, "a digest")?;
        found.push(OnceRow {
            seq,
            key,
            body: fixed(blob_column(row, 2, doing)?, "a digest")?,
        });
    }
    Ok(found)
}

pub(super) fn tile(connection: &Connection, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
    let Ok(index) = i64::try_from(index) else {
        return Ok(None);
    };
    let doing = "reading a tile";
    let sql = "SELECT bytes FROM tiles WHERE level = ?1 AND idx = ?2";
    let mut select = connection.prepare_cached(sql).map_err(|why| problem(doing, why))?;
    let found: Option<Vec<u8>> = select
        .query_row(params![level, index], |row| row.get(0))
        .optional()
        .map_err(|why| problem(doing, why))?;
    Ok(found.map(Vec::into_boxed_slice))
}

pub(super) fn blob(connection: &Connection, id: BlobId) -> Result<Option<Blob>, StoreError> {
    let doing = "reading a file";
    let sql = "SELECT salt, put, bytes FROM blob_names LEFT JOIN blobs USING (n) WHERE id = ?1";
    let mut select = connection.prepare_cached(sql).map_err(|why| problem(doing, why))?;
    let mut rows = select.query([id.0.as_slice()]).map_err(|why| problem(doing, why))?;
    let Some(row) = rows.next().map_err(|why| problem(doing, why))? else {
        return Ok(None);
    };
    let salt = fixed(blob_column(row, 0, doing)?, "a salt")?;
    let put = hour(row.get(1).map_err(|why| problem(doing, why))?)?;
    Ok(Some(Blob {
        salt,
        put,
        bytes: blob_column(row, 2, doing)?.to_vec(),
    }))
}

pub(super) fn blobs(
    connection: &Connection,
    after: Option<BlobId>,
    limit: usize,
) -> Result<Vec<(BlobId, Hour)>, StoreError> {
    let doing = "listing files";
    // Every name is longer than the empty one.
    let after = after.as_ref().map_or(&[][..], |after| &after.0);
    let sql = "SELECT id, put FROM blob_names LEFT JOIN blobs USING (n) WHERE id > ?1 ORDER BY id LIMIT ?2";
    let mut select = connection.prepare_cached(sql).map_err(|why| problem(doing, why))?;
    let mut rows = select
        .query(params![after, clamped(limit as u64)])
        .map_err(|why| problem(doing, why))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(|why| problem(doing, why))? {
        let id = BlobId(fixed(blob_column(row, 0, doing)?, "a name")?);
        found.push((id, hour(row.get(1).map_err(|why| problem(doing, why))?)?));
    }
    Ok(found)
}
