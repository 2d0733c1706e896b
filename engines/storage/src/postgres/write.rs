//! The writing half of the store, and what is known when a write fails.

use super::connect::{Session, UNCONFIRMED};
use super::parts::Parts;
use super::read::{clamped, head_row, hours};
use super::schema::{self, PARTITION_ENTRIES};
use super::{problem, said};
use crate::batch;
use base::fact::{BlobId, SealedRef};
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, Settled, StoreError};
use std::collections::BTreeMap;
use tokio_postgres::Error;
use tokio_postgres::error::Severity;

/// What an error of the database says about the transaction it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The database rolled it back and says so.
    RolledBack,
    /// The session or the database ended, or the network did: it may have been committed.
    Unknown,
}

pub(super) fn outcome(why: &Error) -> Outcome {
    // An ERROR is told by a session that lives on and has rolled back. FATAL also comes when a wait for a standby is
    // broken off, behind a COMMIT that stands.
    match why.as_db_error().and_then(|why| why.parsed_severity()) {
        Some(Severity::Error) => Outcome::RolledBack,
        _ => Outcome::Unknown,
    }
}

/// Swaps the head and inserts everything in one statement, hence in one transaction. The inserts take their rows from
/// the swap: where it finds another size or epoch there is nothing to insert.
const APPEND: &str = "
WITH swapped AS (
    UPDATE head SET size = $3, checkpoint = CASE WHEN $3 > size THEN $4 ELSE checkpoint END
    WHERE id = 1 AND size = $1 AND epoch = $2 RETURNING id
), e AS (
    INSERT INTO entries (seq, bytes)
    SELECT $1 + given.n - 1, given.bytes FROM swapped, unnest($5::bytea[]) WITH ORDINALITY AS given (bytes, n)
), s AS (
    INSERT INTO sealed (seq, field, salt, value)
    SELECT given.* FROM swapped, unnest($6::bigint[], $7::text[], $8::bytea[], $9::bytea[]) AS given
), o AS (
    INSERT INTO once (seq, key, body)
    SELECT given.* FROM swapped, unnest($10::bigint[], $11::bytea[], $12::bytea[]) AS given
), t AS (
    INSERT INTO tiles (level, idx, bytes)
    SELECT given.* FROM swapped, unnest($13::smallint[], $14::bigint[], $15::bytea[]) AS given
)
SELECT 1 FROM swapped";

/// Appends a batch. The partition its words go to is made before, in a transaction of its own.
pub(super) fn append(session: &Session, parts: &Parts, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
    let sealed = batch::checked(batch).map_err(AppendError::NotCommitted)?;
    for (_, sealed) in &sealed {
        let part = sealed.at.seq / PARTITION_ENTRIES;
        if !parts.has(part) {
            session.take_warning();
            schema::make_partition(session, part).map_err(|why| AppendError::NotCommitted(said(&why)))?;
            if session.take_warning() {
                return Err(AppendError::NotCommitted(UNCONFIRMED.into()));
            }
            parts.note(part);
        }
    }
    session.take_warning();
    let (first, size) = (clamped(batch.first), clamped(batch.first + batch.entries.len() as u64));
    let entries: Vec<&[u8]> = batch.entries.iter().map(Vec::as_slice).collect();
    let seqs: Vec<i64> = sealed.iter().map(|(_, sealed)| clamped(sealed.at.seq)).collect();
    let fields: Vec<&str> = sealed.iter().map(|(_, sealed)| sealed.at.field.as_str()).collect();
    let salts: Vec<&[u8]> = sealed.iter().map(|(_, sealed)| sealed.salt.as_slice()).collect();
    let values: Vec<&[u8]> = sealed.iter().map(|(_, sealed)| sealed.value.as_bytes()).collect();
    let once: Vec<i64> = batch.once.iter().map(|row| clamped(row.seq)).collect();
    let keys: Vec<&[u8]> = batch.once.iter().map(|row| row.key.as_slice()).collect();
    let bodies: Vec<&[u8]> = batch.once.iter().map(|row| row.body.as_slice()).collect();
    let levels: Vec<i16> = batch.tiles.iter().map(|tile| i16::from(tile.level)).collect();
    let indexes: Vec<i64> = batch.tiles.iter().map(|tile| clamped(tile.index)).collect();
    let tiles: Vec<&[u8]> = batch.tiles.iter().map(|tile| tile.bytes.as_ref()).collect();
    let swapped = session.rows(
        APPEND,
        &[
            &first,
            &clamped(epoch),
            &size,
            &batch.checkpoint,
            &entries,
            &seqs,
            &fields,
            &salts,
            &values,
            &once,
            &keys,
            &bodies,
            &levels,
            &indexes,
            &tiles,
        ],
    );
    match swapped {
        Err(why) => Err(match outcome(&why) {
            Outcome::RolledBack => AppendError::NotCommitted(said(&why)),
            Outcome::Unknown => AppendError::Unknown(said(&why)),
        }),
        Ok(_) if session.take_warning() => Err(AppendError::Unknown(format!(
            "{UNCONFIRMED}: a failover now could lose the batch"
        ))),
        Ok(rows) if rows.is_empty() => Err(AppendError::Superseded {
            expected_size: batch.first,
            expected_epoch: epoch,
        }),
        Ok(_) => Ok(()),
    }
}

/// Raises the epoch. It waits for any append that is still under way, whoever sent it; from then on none of an earlier
/// epoch can come.
pub(super) fn lead(session: &Session) -> Result<Head, StoreError> {
    let doing = "taking the lead";
    session.take_warning();
    let sql = "UPDATE head SET epoch = epoch + 1 WHERE id = 1 RETURNING size, epoch, checkpoint";
    let row = session.row(sql, &[]).map_err(|why| problem(doing, &why))?;
    if session.take_warning() {
        let why = UNCONFIRMED.into();
        return Err(StoreError::Failed { doing, why });
    }
    head_row(row.as_ref())
}

/// Finds out what became of a batch whose append gave no clear answer, by taking the lead once more in the same place:
/// the statement waits for whatever is still under way, and nothing of the earlier epoch can come after it. Where a
/// standby confirms it, it has the batch as well.
///
/// # Errors
/// It could not be found out yet.
pub(super) fn settle(session: &Session, epoch: u64, batch: &Batch) -> Result<Settled, String> {
    session.take_warning();
    let sql = "UPDATE head SET epoch = epoch + 1 WHERE id = 1 AND epoch = $1 RETURNING size, epoch, checkpoint";
    let row = session.row(sql, &[&clamped(epoch)]).map_err(|why| said(&why))?;
    let Some(row) = row else {
        return Ok(Settled::Superseded);
    };
    let head = head_row(Some(&row)).map_err(|why| why.to_string())?;
    if session.take_warning() {
        return Err(UNCONFIRMED.into());
    }
    let size = batch.first + batch.entries.len() as u64;
    Ok(if head.size == size && head.checkpoint == batch.checkpoint {
        Settled::Kept { epoch: head.epoch }
    } else if head.size == batch.first {
        Settled::NotKept { epoch: head.epoch }
    } else {
        Settled::Superseded
    })
}

pub(super) fn forget_once_before(session: &Session, seq: u64) -> Result<(), Error> {
    session
        .rows("DELETE FROM once WHERE seq < $1", &[&clamped(seq)])
        .map(drop)
}

pub(super) fn put_blob(session: &Session, id: BlobId, blob: &Blob) -> Result<(), Error> {
    let sql = "INSERT INTO blobs (id, salt, put, bytes) VALUES ($1, $2, $3, $4)";
    let row: [&(dyn tokio_postgres::types::ToSql + Sync); 4] =
        [&id.0.as_slice(), &blob.salt.as_slice(), &hours(blob.put), &blob.bytes];
    session.rows(sql, &row).map(drop)
}

/// Removes rows and writes their partitions anew, so that the database gives the old files back.
///
/// Not by `VACUUM FULL`: that copies what some older reader could still look at. Emptying a table and filling it again
/// leaves the old file behind for good as soon as the transaction is committed.
pub(super) fn erase(session: &Session, what: &[Erasable]) -> Result<(), StoreError> {
    let doing = "erasing";
    let mut parts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in what {
        let found = match one {
            Erasable::Sealed(SealedRef { seq, field }) => {
                let Ok(number) = i64::try_from(*seq) else { continue };
                let sql = "SELECT tableoid::regclass::text FROM sealed WHERE seq = $1 AND field = $2";
                let row = session.row(sql, &[&number, &field.as_str()]);
                // The name of a field is letters, digits and low lines (`FieldName`).
                row.map(|row| row.map(|row| (row, format!("(seq = {number} AND field = '{field}')"))))
            }
            Erasable::Blob(id) => {
                let sql = "SELECT tableoid::regclass::text FROM blobs WHERE id = $1";
                let row = session.row(sql, &[&id.0.as_slice()]);
                row.map(|row| row.map(|row| (row, format!("id = '\\x{}'", base::hex::encode(&id.0)))))
            }
        };
        if let Some((row, which)) = found.map_err(|why| problem(doing, &why))? {
            let part: String = row.try_get(0).map_err(|why| problem(doing, &why))?;
            parts.entry(part).or_default().push(which);
        }
    }
    for (part, which) in parts {
        let sql = format!(
            "BEGIN; LOCK TABLE {part} IN ACCESS EXCLUSIVE MODE;
             CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM {part} WHERE NOT ({which});
             TRUNCATE {part}; INSERT INTO {part} SELECT * FROM kept; COMMIT",
            which = which.join(" OR ")
        );
        session.take_warning();
        if let Err(why) = session.run(&sql) {
            // A session that is still in a failed transaction would take nothing more.
            let _ = session.run("ROLLBACK");
            return Err(problem(doing, &why));
        }
        if session.take_warning() {
            let why = UNCONFIRMED.into();
            return Err(StoreError::Failed { doing, why });
        }
    }
    Ok(())
}
