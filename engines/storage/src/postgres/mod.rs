//! The ledger in a PostgreSQL database, in the schema `langnghe`.
//!
//! One session writes and holds the leader's lock, others read, keep files and erase beside it. A batch is one
//! statement that swaps size and epoch in the head and inserts everything, hence one transaction and one journey to the
//! database. An append whose outcome is not known is settled by raising the epoch: the statement waits for whatever is
//! still under way, and after it nothing of the earlier epoch can come.
//!
//! Erasing writes the partition anew, so that the bytes leave the tables' files. They stay in the write-ahead log until
//! the database recycles it, in its archive and in the standbys' and backups of before: that horizon is the database's
//! own (`docs/postgresql.md` says how to shorten it).

mod connect;
mod lease;
mod open;
mod parts;
mod read;
mod schema;
pub mod throwaway;
mod write;

use base::fact::{BlobId, FieldName, SealedRef};
use base::time::Hour;
use connect::{Connector, Session, UNCONFIRMED};
pub use lease::SILENT_LEADER_SECONDS;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
pub use open::{OpenError, Replication};
use parts::Parts;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

/// Idle sessions kept for the next reader. More may be in use at once.
pub const SESSIONS_IDLE_MAX: usize = 8;
/// Time a batch waits for the database to come back before it is said that nothing was recorded.
pub const RECONNECT_WAIT: Duration = Duration::from_secs(10);
/// Time an append whose outcome is not known waits for the database to come back and tell.
pub const SETTLE_WAIT: Duration = Duration::from_secs(30);
const RETRY: Duration = Duration::from_millis(200);

/// A ledger in a PostgreSQL database.
#[derive(Debug)]
pub struct Postgres {
    idle: Mutex<Vec<Session>>,
    /// None when opened for reading only.
    writer: Option<Mutex<Writer>>,
    replication: Replication,
    connector: Arc<Connector>,
}

/// The session that writes.
#[derive(Debug)]
struct Writer {
    session: Arc<Session>,
    /// Partitions of words that are known to be there.
    parts: Parts,
}

fn damaged(what: impl Into<String>) -> StoreError {
    StoreError::Damaged(what.into())
}

/// What an error says, in one line: the database's own sentence where there is one. Never a value, never an address.
fn said(why: &Error) -> String {
    match why.as_db_error() {
        Some(told) => format!("{} ({})", told.message(), told.code().code()),
        None => match std::error::Error::source(why) {
            Some(source) => format!("{why}: {source}"),
            None => why.to_string(),
        },
    }
}

/// What an error of the database means to the ledger.
fn problem(doing: &'static str, why: &Error) -> StoreError {
    let damage = [SqlState::DATA_CORRUPTED, SqlState::INDEX_CORRUPTED];
    match why.code() {
        Some(code) if damage.contains(code) => damaged(format!("while {doing}: {}", said(why))),
        _ => StoreError::Failed { doing, why: said(why) },
    }
}

impl Postgres {
    /// Renames the schema, so that no start finds this ledger any more; gives its new name.
    ///
    /// # Errors
    /// The database refuses; the ledger is where it was.
    pub fn set_aside(self) -> Result<String, StoreError> {
        let doing = "setting the ledger aside";
        let writer = self
            .writer(RECONNECT_WAIT)
            .map_err(|why| StoreError::Failed { doing, why })?;
        schema::set_aside(&writer.session).map_err(|why| problem(doing, &why))
    }

    /// Runs a look into the database on a session of the pool, once more on a fresh one where the pool's was lost.
    fn read<T>(&self, work: impl Fn(&Session) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let idle = self.idle().pop();
        if let Some(session) = idle {
            match work(&session) {
                Err(StoreError::Failed { .. }) => self.idle().retain(|session| !session.is_closed()),
                done => {
                    self.put_back(session);
                    return done;
                }
            }
        }
        self.fresh(work)
    }

    fn fresh<T>(&self, work: impl Fn(&Session) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let session = self.connect("connecting")?;
        let done = work(&session);
        self.put_back(session);
        done
    }

    /// Runs something that changes what no batch changes. Not tried again: it may have been done.
    fn change<T>(
        &self,
        doing: &'static str,
        work: impl Fn(&Session) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.writer.is_none() {
            let why = "it was opened for reading only".into();
            return Err(StoreError::Failed { doing, why });
        }
        let session = self.connect(doing)?;
        open::safe(&session, self.replication).map_err(|why| StoreError::Failed {
            doing,
            why: why.to_string(),
        })?;
        session.take_warning();
        let done = work(&session)?;
        if session.take_warning() {
            let why = UNCONFIRMED.into();
            return Err(StoreError::Failed { doing, why });
        }
        self.put_back(session);
        Ok(done)
    }

    fn connect(&self, doing: &'static str) -> Result<Session, StoreError> {
        self.connector.connect().map_err(|why| problem(doing, &why))
    }

    fn put_back(&self, session: Session) {
        let mut idle = self.idle();
        if !session.is_closed() && idle.len() < SESSIONS_IDLE_MAX {
            idle.push(session);
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Session>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The writer, connected again if its session was lost.
    fn writer(&self, patience: Duration) -> Result<MutexGuard<'_, Writer>, String> {
        let writer = self.writer.as_ref().ok_or("it was opened for reading only")?;
        let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
        let until = Instant::now() + patience;
        while writer.session.is_closed() {
            match self.new_writer() {
                Ok(session) => {
                    writer.session = session;
                    // Where another server took this one's place, what it did not confirm is not there.
                    writer.parts.forget();
                }
                Err(why) if Instant::now() >= until => return Err(why),
                Err(_) => thread::sleep(RETRY),
            }
        }
        Ok(writer)
    }

    fn new_writer(&self) -> Result<Arc<Session>, String> {
        let session = self.connector.connect().map_err(|why| said(&why))?;
        open::safe(&session, self.replication).map_err(|why| why.to_string())?;
        // Where another has the lock, it leads or is about to, and the next append finds out by the epoch; or it is this
        // program's own session that was lost, for which the database still waits.
        let holds = lease::try_take(&session).map_err(|why| said(&why))?;
        let session = Arc::new(session);
        lease::beat(&self.connector, &session, holds);
        Ok(session)
    }
}

impl Store for Postgres {
    fn head(&self) -> Result<Head, StoreError> {
        self.read(read::head)
    }

    fn lead(&self) -> Result<Head, StoreError> {
        let doing = "taking the lead";
        let writer = self
            .writer(RECONNECT_WAIT)
            .map_err(|why| StoreError::Failed { doing, why })?;
        write::lead(&writer.session)
    }

    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        let writer = self.writer(RECONNECT_WAIT).map_err(AppendError::NotCommitted)?;
        write::append(&writer.session, &writer.parts, epoch, batch)?;
        let size = batch.first + batch.entries.len() as u64;
        writer.parts.make_next(size, &self.connector, self.replication);
        Ok(())
    }

    fn settle(&self, epoch: u64, batch: &Batch) -> Settled {
        let until = Instant::now() + SETTLE_WAIT;
        // A try whose answer was lost may have raised the epoch: that no row has the old one then tells nothing.
        let mut lost = None;
        loop {
            let settled = match self.writer(until.saturating_duration_since(Instant::now())) {
                Ok(writer) => write::settle(&writer.session, epoch, batch).inspect_err(|why| lost = Some(why.clone())),
                Err(why) => Err(why),
            };
            match (settled, &lost) {
                (Ok(Settled::Superseded), Some(why)) => return Settled::Unknown(why.clone()),
                (Ok(settled), _) => return settled,
                (Err(why), _) if Instant::now() >= until => return Settled::Unknown(why),
                (Err(_), _) => thread::sleep(RETRY),
            }
        }
    }

    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        let end = to.min(self.head()?.size);
        let mut next = from;
        while next < end {
            for row in self.read(|session| read::entries(session, next, end))? {
                if !each(next, read::entry_bytes(&row)?) {
                    return Ok(());
                }
                next += 1;
            }
        }
        Ok(())
    }

    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        self.read(|session| read::sealed(session, at))
    }

    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        // Every field's name is longer than the empty one.
        let mut after: (u64, Option<FieldName>) = (from, None);
        loop {
            let found = self.read(|session| {
                let field = after.1.as_ref().map_or("", FieldName::as_str);
                read::sealed_range(session, (after.0, field), to)
            })?;
            match found.last() {
                None => return Ok(()),
                Some(last) => after = (last.at.seq, Some(last.at.field)),
            }
            for sealed in found {
                if !each(sealed) {
                    return Ok(());
                }
            }
        }
    }

    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        self.read(|session| read::once_from(session, from))
    }

    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        self.read(read::once_first)
    }

    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        let doing = "forgetting idempotency keys";
        self.change(doing, |session| {
            write::forget_once_before(session, seq).map_err(|why| problem(doing, &why))
        })
    }

    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        self.read(|session| read::tile(session, level, index))
    }

    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        let doing = "keeping a file";
        self.change(doing, |session| {
            write::put_blob(session, id, blob).map_err(|why| problem(doing, &why))
        })
    }

    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        self.read(|session| read::blob(session, id))
    }

    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        self.read(|session| read::blobs(session, after, limit))
    }

    /// Writes the partitions anew; appends wait meanwhile if their words go to one of them.
    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        if what.is_empty() {
            return Ok(());
        }
        self.change("erasing", |session| write::erase(session, what))
    }
}
