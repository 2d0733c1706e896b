//! The write-ahead log is moved into the file beside the writer, so that no batch waits for it to be copied.
//!
//! SQLite's own checkpoint runs inside whichever COMMIT fills the log, and its failure is passed over: an fsync of the file
//! that is tried again may be reported as done without being so, and the log would be overwritten. Here a thread copies with
//! the passive checkpoint, which writers and readers do not notice; when the log is long the writer copies only the last
//! pages, after which it begins anew; and a failure of either is told, so that the store stops while the log still holds
//! everything.

use super::connect::{Way, connect};
use rusqlite::{Connection, ErrorCode};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Pages (of 4 KiB) of the log that are moved at once: 256 KiB. A commit may have to wait while the disk writes them back:
/// of 4 MiB that is some milliseconds.
const MOVED_AT_PAGES: u32 = 64;
/// After a move the next one waits for so many times as long: on a slow disk, too, the commits have most of it.
const REST_OF_A_MOVE: u32 = 3;
/// The longest such rest.
const REST_MAX: Duration = Duration::from_millis(100);
/// Pages in the log after which it begins anew: 64 MiB. That is the writer's work, and a commit waits for it: seldom so.
const ANEW_AT_PAGES: u32 = 16 * 1024;
/// Pages in the log after which the writer moves it itself, whatever the thread does: 256 MiB.
const WRITER_AT_PAGES: u32 = 64 * 1024;
/// Pages that are left for the writer, at most: about a millisecond's work.
const TAIL_PAGES: u32 = 128;
/// Rounds of the thread before the log begins anew: each copies what came during the one before.
const ROUNDS_MAX: usize = 8;

/// What the writer and the thread know of each other.
#[derive(Debug, Default)]
struct Shared {
    /// Pages in the log after the last commit.
    pages: AtomicU32,
    /// How many of them have been copied; more than there are when the log has begun anew since.
    copied: AtomicU32,
    /// The thread copies.
    moving: AtomicBool,
    /// Only the tail is left.
    nearly: AtomicBool,
    /// Why copying failed so that nothing may be copied again.
    broken: Mutex<Option<String>>,
}

#[derive(Debug)]
struct Worker {
    wake: SyncSender<()>,
    thread: JoinHandle<()>,
}

/// The mover of one store's log.
#[derive(Debug)]
pub(super) struct Log {
    file: PathBuf,
    shared: Arc<Shared>,
    /// Started when the log is first long enough.
    worker: Mutex<Option<Worker>>,
}

/// What one passive checkpoint did.
struct Moved {
    /// Somebody else was moving it.
    busy: bool,
    /// Pages that were copied, now and before.
    copied: u32,
    /// Pages that are left.
    left: u32,
}

impl Log {
    /// Nothing runs yet.
    pub(super) fn new(file: PathBuf) -> Log {
        Log {
            file,
            shared: Arc::default(),
            worker: Mutex::new(None),
        }
    }

    /// Takes the place of SQLite's own checkpoint on the writing connection.
    pub(super) fn watch(&self, writer: &mut Connection) -> rusqlite::Result<()> {
        let shared = self.shared.clone();
        writer.wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, pages| {
            shared.pages.store(u32::try_from(pages).unwrap_or(0), Ordering::Relaxed);
            Ok(())
        }))
    }

    /// After a commit: has the log moved when it is long. The commit itself is durable whatever comes back.
    ///
    /// # Errors
    /// Copying failed, now or on the thread: the store must stop.
    pub(super) fn after_commit(&self, writer: &Connection) -> Result<(), String> {
        let shared = &self.shared;
        let pages = shared.pages.load(Ordering::Relaxed);
        if pages < MOVED_AT_PAGES {
            return Ok(());
        }
        if let Some(why) = shared.broken() {
            return Err(why);
        }
        if shared.nearly.swap(false, Ordering::AcqRel) || pages >= WRITER_AT_PAGES {
            return moved(writer).map(drop);
        }
        let copied = shared.copied.load(Ordering::Relaxed);
        let left = if copied > pages { pages } else { pages - copied };
        if left >= MOVED_AT_PAGES && !shared.moving.load(Ordering::Acquire) {
            self.wake();
        }
        Ok(())
    }

    fn wake(&self) {
        let mut worker = self.worker.lock().unwrap_or_else(PoisonError::into_inner);
        if worker.is_none() {
            *worker = Worker::start(self.file.clone(), self.shared.clone());
        }
        // Without a thread the writer moves the log, later.
        if let Some(worker) = &*worker {
            // One that is awake needs no second call.
            let _ = worker.wake.try_send(());
        }
    }

    /// Ends the thread, if there is one.
    pub(super) fn close(&self) {
        let worker = self.worker.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Worker { wake, thread }) = worker {
            drop(wake);
            // It has told why it failed, if it did.
            let _ = thread.join();
        }
    }

    /// Whether copying failed so that nothing may be copied again.
    pub(super) fn is_broken(&self) -> bool {
        self.shared.broken().is_some()
    }
}

impl Worker {
    fn start(file: PathBuf, shared: Arc<Shared>) -> Option<Worker> {
        let (wake, woken) = sync_channel(1);
        let body = move || shared.keep(&file, &woken);
        let thread = thread::Builder::new().name("sqlite-log".into()).spawn(body).ok()?;
        Some(Worker { wake, thread })
    }
}

impl Shared {
    fn broken(&self) -> Option<String> {
        self.broken.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, file: &std::path::Path, woken: &Receiver<()>) {
        // Where no connection can be had, the writer moves the log.
        let Ok(connection) = connect(file, Way::Move) else {
            return;
        };
        while woken.recv().is_ok() {
            self.moving.store(true, Ordering::Release);
            let began = Instant::now();
            let outcome = self.copy(&connection);
            if let Err(why) = outcome {
                *self.broken.lock().unwrap_or_else(PoisonError::into_inner) = Some(why);
            }
            thread::sleep((began.elapsed() * REST_OF_A_MOVE).min(REST_MAX));
            self.moving.store(false, Ordering::Release);
        }
    }

    /// Copies what is there; of a log that is to begin anew all but the tail, in several rounds.
    fn copy(&self, connection: &Connection) -> Result<(), String> {
        for _ in 0..ROUNDS_MAX {
            let Moved { busy, copied, left } = moved(connection)?;
            if busy {
                return Ok(());
            }
            self.copied.store(copied, Ordering::Relaxed);
            if self.pages.load(Ordering::Relaxed) < ANEW_AT_PAGES {
                return Ok(());
            }
            if left <= TAIL_PAGES {
                break;
            }
        }
        self.nearly.store(true, Ordering::Release);
        Ok(())
    }
}

/// One passive checkpoint.
fn moved(connection: &Connection) -> Result<Moved, String> {
    let told = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| {
        let (busy, all, copied): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Moved {
            busy: busy != 0,
            copied: u32::try_from(copied).unwrap_or(0),
            left: u32::try_from(all - copied).unwrap_or(0),
        })
    });
    told.or_else(|why| match why.sqlite_error_code() {
        // Nothing was copied, and the log still has it all.
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::DiskFull) => Ok(Moved {
            busy: true,
            copied: 0,
            left: 0,
        }),
        _ => Err(format!("the log could not be moved into the file: {why}")),
    })
}
