//! The reading half of the store: each function is one short look into the database.

use super::connect::Session;
use super::{damaged, problem};
use base::fact::{BlobId, FieldName, SealedRef};
use base::time::Hour;
use ledger::store::{Blob, Head, OnceRow, Sealed, StoreError};
use tokio_postgres::Row;
use tokio_postgres::types::FromSql;

/// Rows read in one look: a reader that takes its time must not hold back the clearing of old row versions.
const ROWS_PER_READ: i64 = 1024;
const SECONDS_PER_HOUR: u64 = 3600;

/// A number as the database keeps it; a higher one stands behind everything there is.
pub(super) fn clamped(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
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

fn column<'a, T: FromSql<'a>>(row: &'a Row, at: usize, doing: &'static str) -> Result<T, StoreError> {
    row.try_get(at).map_err(|why| damaged(format!("while {doing}: {why}")))
}

pub(super) fn head(session: &Session) -> Result<Head, StoreError> {
    let doing = "reading the head";
    let sql = "SELECT size, epoch, checkpoint FROM head WHERE id = 1";
    let row = session.row(sql, &[]).map_err(|why| problem(doing, &why))?;
    head_row(row.as_ref())
}

/// A row of size, epoch and checkpoint.
pub(super) fn head_row(row: Option<&Row>) -> Result<Head, StoreError> {
    let doing = "reading the head";
    let row = row.ok_or_else(|| damaged("no head"))?;
    Ok(Head {
        size: unsigned(column(row, 0, doing)?, "a size of")?,
        epoch: unsigned(column(row, 1, doing)?, "an epoch of")?,
        checkpoint: column(row, 2, doing)?,
    })
}

/// Rows of the entries `from..to`, at most [`ROWS_PER_READ`].
pub(super) fn entries(session: &Session, from: u64, to: u64) -> Result<Vec<Row>, StoreError> {
    let doing = "reading entries";
    let sql = "SELECT seq, bytes FROM entries WHERE seq >= $1 AND seq < $2 ORDER BY seq LIMIT $3";
    let rows = session.rows(sql, &[&clamped(from), &clamped(to), &ROWS_PER_READ]);
    let rows = rows.map_err(|why| problem(doing, &why))?;
    for (expected, row) in (from..).zip(&rows) {
        if column::<i64>(row, 0, doing)? != clamped(expected) {
            return Err(damaged(format!("entry {expected} is missing")));
        }
    }
    if rows.is_empty() && from < to {
        return Err(damaged(format!("entry {from} is missing")));
    }
    Ok(rows)
}

/// The bytes in a row of [`entries`].
pub(super) fn entry_bytes(row: &Row) -> Result<&[u8], StoreError> {
    column(row, 1, "reading entries")
}

fn sealed_row(row: &Row) -> Result<Sealed, StoreError> {
    let doing = "reading a sealed value";
    let seq = unsigned(column(row, 0, doing)?, "a sealed value of entry")?;
    let field = FieldName::new(column(row, 1, doing)?)
        .ok_or_else(|| damaged(format!("a sealed field of entry {seq} without a name")))?;
    let value = std::str::from_utf8(column(row, 3, doing)?)
        .map_err(|why| damaged(format!("the sealed field {field} of entry {seq}: {why}")))?;
    Ok(Sealed {
        at: SealedRef { seq, field },
        salt: fixed(column(row, 2, doing)?, "a salt")?,
        value: value.to_owned(),
    })
}

pub(super) fn sealed(session: &Session, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
    let Ok(seq) = i64::try_from(at.seq) else {
        return Ok(None);
    };
    let sql = "SELECT seq, field, salt, value FROM sealed WHERE seq = $1 AND field = $2";
    let row = session.row(sql, &[&seq, &at.field.as_str()]);
    let row = row.map_err(|why| problem("reading a sealed value", &why))?;
    row.as_ref().map(sealed_row).transpose()
}

/// Sealed values behind `after` of the entries before `to`, at most [`ROWS_PER_READ`].
pub(super) fn sealed_range(session: &Session, after: (u64, &str), to: u64) -> Result<Vec<Sealed>, StoreError> {
    // The first condition is the one by which partitions are left out.
    let sql = "SELECT seq, field, salt, value FROM sealed
        WHERE seq >= $1 AND (seq > $1 OR field > $2) AND seq < $3 ORDER BY seq, field LIMIT $4";
    let rows = session.rows(sql, &[&clamped(after.0), &after.1, &clamped(to), &ROWS_PER_READ]);
    let rows = rows.map_err(|why| problem("reading sealed values", &why))?;
    rows.iter().map(sealed_row).collect()
}

pub(super) fn once_first(session: &Session) -> Result<Option<u64>, StoreError> {
    let doing = "reading idempotency keys";
    let row = session.row("SELECT seq FROM once ORDER BY seq LIMIT 1", &[]);
    let row = row.map_err(|why| problem(doing, &why))?;
    row.map(|row| unsigned(column(&row, 0, doing)?, "an idempotency key of entry"))
        .transpose()
}

pub(super) fn once_from(session: &Session, from: u64) -> Result<Vec<OnceRow>, StoreError> {
    let doing = "reading idempotency keys";
    let sql = "SELECT seq, key, body FROM once WHERE seq >= $1 ORDER BY seq";
    let rows = session.rows(sql, &[&clamped(from)]);
    let rows = rows.map_err(|why| problem(doing, &why))?;
    let once = rows.iter().map(|row| {
        Ok(OnceRow {
            seq: unsigned(column(row, 0, doing)?, "an idempotency key of entry")?,
            key: fixed(column(row, 1, doing)?, "a digest")?,
            body: fixed(column(row, 2, doing)?, "a digest")?,
        })
    });
    once.collect()
}

pub(super) fn tile(session: &Session, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
    let Ok(index) = i64::try_from(index) else {
        return Ok(None);
    };
    let doing = "reading a tile";
    let sql = "SELECT bytes FROM tiles WHERE level = $1 AND idx = $2";
    let row = session.row(sql, &[&i16::from(level), &index]);
    let row = row.map_err(|why| problem(doing, &why))?;
    row.map(|row| column::<Vec<u8>>(&row, 0, doing).map(Vec::into_boxed_slice))
        .transpose()
}

pub(super) fn blob(session: &Session, id: BlobId) -> Result<Option<Blob>, StoreError> {
    let doing = "reading a file";
    let sql = "SELECT salt, put, bytes FROM blobs WHERE id = $1";
    let row = session.row(sql, &[&id.0.as_slice()]);
    let Some(row) = row.map_err(|why| problem(doing, &why))? else {
        return Ok(None);
    };
    Ok(Some(Blob {
        salt: fixed(column(&row, 0, doing)?, "a salt")?,
        put: hour(column(&row, 1, doing)?)?,
        bytes: column(&row, 2, doing)?,
    }))
}

pub(super) fn blobs(session: &Session, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
    let doing = "listing files";
    // Every name is longer than the empty one.
    let after = after.as_ref().map_or(&[][..], |after| &after.0);
    let sql = "SELECT id, put FROM blobs WHERE id > $1 ORDER BY id LIMIT $2";
    let rows = session.rows(sql, &[&after, &clamped(limit as u64)]);
    let rows = rows.map_err(|why| problem(doing, &why))?;
    let listed = rows.iter().map(|row| {
        let id = BlobId(fixed(column(row, 0, doing)?, "a name")?);
        Ok((id, hour(column(row, 1, doing)?)?))
    });
    listed.collect()
}
