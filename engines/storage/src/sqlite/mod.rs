//! The ledger in one SQLite file, `ledger.db`.
//!
//! One connection writes, a few read beside it (write-ahead log). `synchronous = FULL`: a batch that was answered is on
//! the disk. After a COMMIT whose outcome is not known the store stops: every later call fails, and the process is to
//! end; a failed fsync is never tried again, because the kernel may report the second one as done without doing it. A full
//! disk alone is no end (`full`).

mod connect;
mod full;
mod log;
mod open;
mod read;
mod readers;
mod schema;
mod write;

use crate::reserve::{GivenUp, Reserve};
use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use connect::beside;
use full::Failure;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use log::Log;
pub use open::OpenError;
pub use readers::READERS_IDLE_MAX;
use readers::Readers;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use write::NotAppended;

/// Name of the database in the data folder.
pub const LEDGER_FILE: &str = "ledger.db";
/// Seconds an erasure waits for readers to let go of the log before it reports failure. It may be asked for again.
pub const ERASE_WAIT_SECONDS: u64 = 10;
/// Milliseconds between two tries.
const ERASE_RETRY_MS: u64 = 20;

/// A ledger in a SQLite file.
#[derive(Debug)]
pub struct Sqlite {
    // Dropped before the writer, so that the writer is the last to close: that one empties and removes the log.
    readers: Readers,
    log: Log,
    /// None when opened for reading only.
    writer: Option<Mutex<Connection>>,
    stopped: AtomicBool,
    reserve: Option<Reserve>,
    /// The file and what tells it from another of its name.
    file: PathBuf,
    identity: Option<(u64, u64)>,
}

pub(crate) fn damaged(what: impl Into<String>) -> StoreError {
    StoreError::Damaged(what.into())
}

/// Closing does not move the log into the file.
fn no_copying(writer: &Connection) {
    // Where this fails, closing copies only what the log holds as committed; the next start reads the same.
    let _ = writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.log.close();
        if let Some(writer) = &mut self.writer
            && self.log.is_broken()
        {
            no_copying(writer.get_mut().unwrap_or_else(PoisonError::into_inner));
        }
    }
}

/// Device and number of a file; none when it cannot be asked for.
fn identity(file: &Path) -> Option<(u64, u64)> {
    let there = std::fs::metadata(file).ok()?;
    Some((there.dev(), there.ino()))
}

/// What an error of the database means to the ledger.
pub(crate) fn problem(doing: &'static str, why: rusqlite::Error) -> StoreError {
    use rusqlite::Error as E;
    match &why {
        E::InvalidColumnType(..)
        | E::FromSqlConversionFailure(..)
        | E::IntegralValueOutOfRange(..)
        | E::Utf8Error(..) => damaged(format!("while {doing}: {why}")),
        E::SqliteFailure(code, _) if matches!(code.code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            damaged(format!("while {doing}: {why}"))
        }
        _ => StoreError::Failed {
            doing,
            why: why.to_string(),
        },
    }
}

/// A reader's own error, or the one of getting a connection for it.
struct ReadError(StoreError);

impl From<rusqlite::Error> for ReadError {
    fn from(why: rusqlite::Error) -> Self {
        ReadError(problem("opening a connection to read", why))
    }
}

impl Sqlite {
    fn stopped(&self) -> Result<(), String> {
        if self.stopped.load(Ordering::Acquire) {
            return Err("the store stopped when it was not known what of it was on the disk".into());
        }
        Ok(())
    }

    /// Nothing is written any more, not even by closing.
    fn stop(&self, writer: &Connection) {
        self.stopped.store(true, Ordering::Release);
        no_copying(writer);
    }

    /// Has a long log moved. What was written before is durable; only later calls find the store stopped.
    fn after_commit(&self, writer: &Connection) {
        if self.log.after_commit(writer).is_err() {
            self.stop(writer);
        }
    }

    fn writer(&self) -> Result<MutexGuard<'_, Connection>, String> {
        let writer = self.writer.as_ref().ok_or("it was opened for reading only")?;
        let writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
        self.stopped().map(|()| writer)
    }

    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.stopped()
            .map_err(|why| StoreError::Failed { doing: "reading", why })?;
        self.readers
            .lend(|connection| work(connection).map_err(ReadError))
            .map_err(|ReadError(why)| why)
    }

    fn try_append(&self, writer: &Connection, epoch: u64, batch: &Batch) -> Result<(), NotAppended> {
        let appended = write::append(writer, epoch, batch);
        match &appended {
            Ok(()) => self.after_commit(writer),
            Err(NotAppended { full: true, .. }) => self.ran_out(),
            Err(NotAppended {
                why: AppendError::Unknown(_),
                ..
            }) => self.stop(writer),
            Err(_) => {}
        }
        appended
    }

    fn write(
        &self,
        doing: &'static str,
        work: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<(), Failure> {
        let writer = self.writer().map_err(|why| Failure::refused(doing, why))?;
        match write::transact(&writer, work) {
            Ok(()) => {
                self.after_commit(&writer);
                Ok(())
            }
            Err(write::Undone::Before(why)) => {
                let failure = Failure::of(doing, why);
                if failure.full {
                    self.ran_out();
                }
                Err(failure)
            }
            Err(write::Undone::Unknown(why)) => {
                self.stop(&writer);
                let why = problem(doing, why);
                Err(Failure { why, full: false })
            }
        }
    }

    /// Moves the log into the file and cuts it, within [`ERASE_WAIT_SECONDS`].
    fn cut_log(&self) -> Result<(), Failure> {
        let doing = "emptying the log";
        let until = Instant::now() + Duration::from_secs(ERASE_WAIT_SECONDS);
        loop {
            self.readers.release();
            // Locked anew for each try: batches go on between them.
            let writer = self.writer().map_err(|why| Failure::refused(doing, why))?;
            if self.log.is_broken() {
                self.stop(&writer);
                return Err(Failure::refused(doing, "the log could not be moved".into()));
            }
            match write::cut_log(&writer) {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(why)
                    if matches!(
                        why.sqlite_error_code(),
                        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
                    ) => {}
                // The log counts as moved only when all of it is in the file and durable: it can be moved again.
                Err(why) if write::is_full(&why) => return Err(Failure::of(doing, why)),
                Err(why) => {
                    self.stop(&writer);
                    return Err(Failure::of(doing, why));
                }
            }
            drop(writer);
            if Instant::now() >= until {
                return Err(Failure::refused(doing, "somebody keeps reading".into()));
            }
            std::thread::sleep(Duration::from_millis(ERASE_RETRY_MS));
        }
    }
}

impl Store for Sqlite {
    fn head(&self) -> Result<Head, StoreError> {
        self.read(read::head)
    }

    fn lead(&self) -> Result<Head, StoreError> {
        let lead = || self.write("taking the lead", write::raise_epoch);
        lead().or_else(|failure| match &self.reserve {
            Some(reserve) if failure.full => {
                let _room = reserve.give_up_slice();
                lead()
            }
            _ => Err(failure),
        })?;
        self.head()
    }

    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        if identity(&self.file) != self.identity {
            // What is written to a file that was removed is lost with the process.
            let why = format!("{} was removed or another one put in its place", self.file.display());
            return Err(AppendError::Unknown(why));
        }
        let writer = self.writer().map_err(|why| match self.stopped() {
            Ok(()) => AppendError::NotCommitted(why),
            // Nothing was tried, but a store that stopped is to end the process, as one that does not know does.
            Err(why) => AppendError::Unknown(why),
        })?;
        let appended = match self.room() {
            Ok(()) => self.try_append(&writer, epoch, batch).inspect(|()| self.found_room()),
            Err(why) => Err(NotAppended {
                why: AppendError::NotCommitted(why),
                full: true,
            }),
        };
        match (appended, &self.reserve) {
            (Err(NotAppended { full: true, .. }), Some(reserve)) if batch.removing => {
                let room = reserve.give_up_slice();
                let appended = self.try_append(&writer, epoch, batch);
                room.into_iter().for_each(GivenUp::take_back);
                appended
            }
            (appended, _) => appended,
        }
        .map_err(|not| not.why)
    }

    /// Never known here: after a failed fsync only a process that opens the file anew moves what it reads to the disk
    /// ([`Sqlite::open`]).
    fn settle(&self, _epoch: u64, _batch: &Batch) -> Settled {
        Settled::Unknown("the process has to end and read its file again".into())
    }

    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        let end = to.min(self.head()?.size);
        let mut next = from;
        while next < end {
            match self.read(|connection| read::entries(connection, next, end, each))? {
                Some(then) => next = then,
                None => break,
            }
        }
        Ok(())
    }

    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        self.read(|connection| read::sealed(connection, at))
    }

    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        let (mut next, end) = (Some(read::sealed_id(from)), read::sealed_id(to));
        while let Some(from) = next {
            next = self.read(|connection| read::sealed_range(connection, from, end, each))?;
        }
        Ok(())
    }

    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        self.read(|connection| read::once_from(connection, from))
    }

    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        self.read(read::once_first)
    }

    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        let doing = "forgetting idempotency keys";
        // It can wait: the room that was given up is for erasing.
        self.room().map_err(|why| StoreError::Failed { doing, why })?;
        let forget = |connection: &Connection| write::forget_once_before(connection, seq);
        Ok(self.write(doing, forget)?)
    }

    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        self.read(|connection| read::tile(connection, level, index))
    }

    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        let doing = "keeping a file";
        self.room().map_err(|why| StoreError::Failed { doing, why })?;
        self.write(doing, |connection| write::put_blob(connection, id, blob))?;
        self.found_room();
        Ok(())
    }

    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        self.read(|connection| read::blob(connection, id))
    }

    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        self.read(|connection| read::blobs(connection, after, limit))
    }

    /// Empties the rows, then the log, which holds older copies of their pages. The second happens also when no row
    /// was there: an earlier try may have got no further than the first.
    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        self.with_room_given_up(|| {
            self.write("erasing", |connection| write::empty(connection, what))?;
            self.cut_log()
        })
    }
}

/// Bytes of the log now; for tests and measurements.
pub fn log_bytes(dir: &Path) -> u64 {
    std::fs::metadata(beside(&dir.join(LEDGER_FILE), "-wal")).map_or(0, |log| log.len())
}

#[cfg(test)]
mod tests;
