//! The writing half of the store: transactions, and what is known when one fails.

use super::read::{clamped, hours, sealed_id};
use crate::batch;
use base::fact::BlobId;
use ledger::store::{AppendError, Batch, Blob, Erasable};
use rusqlite::{Connection, ErrorCode, OptionalExtension, params};

/// Why a transaction did not do what it should.
#[derive(Debug)]
pub(super) enum Undone<E> {
    /// It failed before COMMIT and was rolled back: nothing of it was or will be kept.
    Before(E),
    /// COMMIT or ROLLBACK failed: what is on the disk is not known, and this connection must not go on.
    Unknown(rusqlite::Error),
}

/// Runs `work` in one transaction.
pub(super) fn transact<T, E: From<rusqlite::Error>>(
    connection: &Connection,
    work: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, Undone<E>> {
    run(connection, "BEGIN IMMEDIATE").map_err(|why| Undone::Before(why.into()))?;
    let why = match work(connection) {
        Ok(done) => match run(connection, "COMMIT") {
            Ok(()) => return Ok(done),
            Err(why) if is_full(&why) => why.into(),
            Err(why) => return Err(Undone::Unknown(why)),
        },
        Err(why) => why,
    };
    // SQLite rolls back by itself on some errors (a full disk); then there is nothing left to roll back.
    if !connection.is_autocommit() {
        run(connection, "ROLLBACK").map_err(Undone::Unknown)?;
    }
    Err(Undone::Before(why))
}

/// A COMMIT that found no room has committed nothing. In a write-ahead log a commit is its last frame, valid when its
/// checksum fits; SQLite says "full" only where writing a frame fell short (`sqlite3WalFrames`, `seekAndWrite`; a sync that
/// fails is an I/O error), and no write follows the last frame, since the file system is taken to overwrite safely and
/// nothing is padded (<https://www.sqlite.org/psow.html>). So the frame with the commit is not whole, and recovery ends
/// before it (<https://www.sqlite.org/walformat.html>).
pub(super) fn is_full(why: &rusqlite::Error) -> bool {
    why.sqlite_error_code() == Some(ErrorCode::DiskFull)
}

fn run(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(drop)
}

/// Why a batch was refused inside its transaction.
#[derive(Debug)]
enum Refused {
    Superseded,
    Failed(rusqlite::Error),
}

impl From<rusqlite::Error> for Refused {
    fn from(why: rusqlite::Error) -> Self {
        Refused::Failed(why)
    }
}

/// How an append ended that did not succeed.
#[derive(Debug)]
pub(super) struct NotAppended {
    pub(super) why: AppendError,
    /// The disk was full.
    pub(super) full: bool,
}

impl From<AppendError> for NotAppended {
    fn from(why: AppendError) -> Self {
        NotAppended { why, full: false }
    }
}

pub(super) fn append(connection: &Connection, epoch: u64, batch: &Batch) -> Result<(), NotAppended> {
    let sealed = batch::checked(batch).map_err(AppendError::NotCommitted)?;
    let done = transact(connection, |connection| {
        let size = batch.first + batch.entries.len() as u64;
        // A batch without entries keeps the checkpoint: it only asks whether this leader still leads.
        let sql = "UPDATE head SET size = ?1, checkpoint = CASE WHEN ?1 > size THEN ?2 ELSE checkpoint END
                   WHERE id = 1 AND size = ?3 AND epoch = ?4";
        let mut swap = connection.prepare_cached(sql)?;
        let swapped = swap.execute(params![
            clamped(size),
            batch.checkpoint,
            clamped(batch.first),
            clamped(epoch)
        ])?;
        if swapped != 1 {
            return Err(Refused::Superseded);
        }
        let mut insert = connection.prepare_cached("INSERT INTO entries (seq, bytes) VALUES (?1, ?2)")?;
        for (seq, entry) in (batch.first..).zip(&batch.entries) {
            insert.execute(params![clamped(seq), entry])?;
        }
        let mut insert =
            connection.prepare_cached("INSERT INTO sealed (id, field, salt, value) VALUES (?1, ?2, ?3, ?4)")?;
        for (position, sealed) in &sealed {
            let id = sealed_id(sealed.at.seq) + clamped(*position);
            insert.execute(params![
                id,
                sealed.at.field.as_str(),
                sealed.salt.as_slice(),
                sealed.value
            ])?;
        }
        let mut insert = connection.prepare_cached("INSERT INTO once (seq, key, body) VALUES (?1, ?2, ?3)")?;
        for row in &batch.once {
            insert.execute(params![clamped(row.seq), row.key.as_slice(), row.body.as_slice()])?;
        }
        let mut insert = connection.prepare_cached("INSERT INTO tiles (level, idx, bytes) VALUES (?1, ?2, ?3)")?;
        for tile in &batch.tiles {
            insert.execute(params![tile.level, clamped(tile.index), tile.bytes.as_ref()])?;
        }
        Ok(())
    });
    done.map_err(|undone| match undone {
        Undone::Before(Refused::Superseded) => AppendError::Superseded {
            expected_size: batch.first,
            expected_epoch: epoch,
        }
        .into(),
        Undone::Before(Refused::Failed(why)) => NotAppended {
            full: is_full(&why),
            why: AppendError::NotCommitted(why.to_string()),
        },
        Undone::Unknown(why) => AppendError::Unknown(why.to_string()).into(),
    })
}

pub(super) fn raise_epoch(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE head SET epoch = epoch + 1 WHERE id = 1")?
        .execute([])
        .map(drop)
}

pub(super) fn forget_once_before(connection: &Connection, seq: u64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM once WHERE seq < ?1")?
        .execute([clamped(seq)])
        .map(drop)
}

pub(super) fn put_blob(connection: &Connection, id: BlobId, blob: &Blob) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO blobs (n, salt, put, bytes) SELECT coalesce(max(n), 0) + 1, ?1, ?2, ?3 FROM blobs",
        )?
        .execute(params![blob.salt.as_slice(), hours(blob.put), blob.bytes])?;
    connection
        .prepare_cached("INSERT INTO blob_names (id, n) VALUES (?1, ?2)")?
        .execute(params![id.0.as_slice(), connection.last_insert_rowid()])
        .map(drop)
}

/// Empties rows; see the module on the tables for why they stay.
pub(super) fn empty(connection: &Connection, what: &[Erasable]) -> rusqlite::Result<()> {
    for one in what {
        match one {
            Erasable::Sealed(at) => {
                let sql = "UPDATE sealed SET field = '', salt = x'', value = ''
                           WHERE id >= ?1 AND id < ?2 AND field = ?3";
                let range = params![
                    sealed_id(at.seq),
                    sealed_id(at.seq.saturating_add(1)),
                    at.field.as_str()
                ];
                connection.prepare_cached(sql)?.execute(range)?;
            }
            Erasable::Blob(id) => {
                let mut delete = connection.prepare_cached("DELETE FROM blob_names WHERE id = ?1 RETURNING n")?;
                let n: Option<i64> = delete.query_row([id.0.as_slice()], |row| row.get(0)).optional()?;
                if let Some(n) = n {
                    let sql = "UPDATE blobs SET salt = x'', put = 0, bytes = x'' WHERE n = ?1";
                    connection.prepare_cached(sql)?.execute([n])?;
                }
            }
        }
    }
    Ok(())
}

/// One try to move the whole log into the file and cut it to nothing; `false` when a reader is in the way.
pub(super) fn cut_log(connection: &Connection) -> rusqlite::Result<bool> {
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}
