//! Room kept back on the disk: `DIR/reserve`.
//!
//! Erasing writes before it removes: emptied rows go to the log first, and the order is recorded before them. On a full
//! disk neither could be done, nor could a start take the lead. The reserve is given up for these and made anew as soon as
//! there is room; as long as it is not whole, whoever else writes is refused before anything is sent to the disk.

use crate::files::{self, FILE_MODE};
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

/// Name of the file in the data folder.
pub const RESERVE_FILE: &str = "reserve";
/// Bytes kept back: an order to erase everything a person wrote touches some hundred pages of 4 KiB, each written once
/// to the log.
pub const RESERVE_BYTES: u64 = 8 << 20;
/// Bytes given up at once for what is small: the index of a log (32 KiB) and a page or two of it, with the blocks a file
/// system needs to know of them.
pub const SLICE_BYTES: u64 = 1 << 20;
/// Bytes written at once while it is made.
const CHUNK_BYTES: usize = 64 << 10;
/// Bytes of a block as the system counts them, whatever the file system's own are.
const COUNTED_BLOCK_BYTES: u64 = 512;

/// What happened to the room on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// There is none: nothing is recorded until there is; reading and erasing go on.
    Short,
    /// There is room again.
    Again,
}

/// Who is told when that changes.
pub type Told = Box<dyn Fn(Room) + Send + Sync>;

/// The reserve of one folder.
pub struct Reserve {
    path: PathBuf,
    bytes: u64,
    short: AtomicBool,
    told: Told,
    /// Held by whoever changes the file, and by whoever it was given up for until they are done.
    file: Mutex<()>,
}

/// The reserve is given up, wholly or in part, and nobody makes it anew while this is there.
pub struct GivenUp<'a> {
    reserve: &'a Reserve,
    /// Its length before.
    before: u64,
    _held: MutexGuard<'a, ()>,
}

impl GivenUp<'_> {
    /// Takes back what is not needed any more; as much as there is room for, if not all.
    pub(crate) fn take_back(self) {
        if self.reserve.extend(self.before).is_ok() {
            return;
        }
        let now = std::fs::metadata(&self.reserve.path).map_or(0, |file| file.len());
        let mut goals = (now..self.before).step_by(CHUNK_BYTES).skip(1);
        while goals.next().is_some_and(|goal| self.reserve.extend(goal).is_ok()) {}
    }
}

impl fmt::Debug for Reserve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = self.short.load(Ordering::Relaxed);
        write!(
            f,
            "Reserve({}, {} bytes, short: {short})",
            self.path.display(),
            self.bytes
        )
    }
}

/// Whether the disk, or what this user may have of it, is full. SQLite knows the first alone: to it a quota that is used up is
/// a failed write, after which the program has to be started again.
pub(crate) fn is_full(why: &io::Error) -> bool {
    matches!(why.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

impl Reserve {
    /// In this folder, which is there, of [`RESERVE_BYTES`]. Nothing is made yet.
    pub fn new(dir: &Path, told: Told) -> Self {
        Self::of(dir, RESERVE_BYTES, told)
    }

    /// Of another length, for tests.
    pub fn of(dir: &Path, bytes: u64, told: Told) -> Self {
        Reserve {
            path: dir.join(RESERVE_FILE),
            bytes,
            short: AtomicBool::new(false),
            told,
            file: Mutex::default(),
        }
    }

    /// Makes it whole. Where there is no room for that, it stays as it was, whoever is to know is told, and the folder
    /// is [short](Self::is_short) of room.
    ///
    /// # Errors
    /// There is no room, somebody is using what was given up, or the file cannot be written.
    pub fn fill(&self) -> io::Result<()> {
        let held = match self.file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(ErrorKind::StorageFull.into()),
            Err(TryLockError::Poisoned(held)) => held.into_inner(),
            Ok(held) => held,
        };
        let filled = self.extend(self.bytes);
        drop(held);
        if filled.as_ref().is_err_and(is_full) {
            self.ran_out();
        }
        filled
    }

    /// A write found room, after the reserve was whole.
    pub(crate) fn came_back(&self) {
        if self.short.swap(false, Ordering::AcqRel) {
            (self.told)(Room::Again);
        }
    }

    /// A write found no room.
    pub(crate) fn ran_out(&self) {
        if !self.short.swap(true, Ordering::AcqRel) {
            (self.told)(Room::Short);
        }
    }

    /// The room ran out and has not come back since.
    pub fn is_short(&self) -> bool {
        self.short.load(Ordering::Acquire)
    }

    /// Gives all of it up, when nobody else has.
    pub(crate) fn give_up(&self) -> GivenUp<'_> {
        self.given_up(self.file.lock().unwrap_or_else(PoisonError::into_inner), u64::MAX)
    }

    /// Gives up a little, for something small. None when it is given up already: then there is room.
    pub fn give_up_slice(&self) -> Option<GivenUp<'_>> {
        let held = match self.file.try_lock() {
            Err(TryLockError::WouldBlock) => return None,
            Err(TryLockError::Poisoned(held)) => held.into_inner(),
            Ok(held) => held,
        };
        Some(self.given_up(held, SLICE_BYTES))
    }

    fn given_up<'a>(&'a self, held: MutexGuard<'a, ()>, bytes: u64) -> GivenUp<'a> {
        self.ran_out();
        let before = std::fs::metadata(&self.path).map_or(0, |file| file.len());
        // What fails here is seen by the write that the room was for: it finds none.
        let _ = self.shrink(bytes);
        GivenUp {
            reserve: self,
            before,
            _held: held,
        }
    }

    fn shrink(&self, bytes: u64) -> io::Result<()> {
        let file = OpenOptions::new().write(true).open(&self.path)?;
        file.set_len(file.metadata()?.len().saturating_sub(bytes))?;
        // Some file systems give blocks back only when that is durable.
        file.sync_all()
    }

    fn extend(&self, to: u64) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.append(true).create(true).mode(FILE_MODE);
        let file = options.open(&self.path)?;
        let known = file.metadata()?;
        let mut before = known.len();
        if known.blocks() * COUNTED_BLOCK_BYTES < before {
            // A copy that left holes holds no room.
            file.set_len(0)?;
            before = 0;
        }
        if before >= to {
            return Ok(());
        }
        let written = write_noise(&file, before, to).and_then(|()| file.sync_all());
        if let Err(why) = written {
            file.set_len(before)?;
            return Err(why);
        }
        match self.path.parent() {
            Some(dir) if before == 0 => files::sync_folder(dir),
            _ => Ok(()),
        }
    }
}

/// Bytes that no file system can leave out or squeeze, as it could zeros.
fn write_noise(mut file: &File, from: u64, to: u64) -> io::Result<()> {
    let mut at = from;
    let mut state = from | 1;
    let mut chunk = vec![0; CHUNK_BYTES];
    while at < to {
        let bytes = usize::try_from(to - at).map_or(CHUNK_BYTES, |left| left.min(CHUNK_BYTES));
        for word in chunk.chunks_mut(8) {
            // Xorshift: https://www.jstatsoft.org/article/view/v008i14
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            word.copy_from_slice(&state.to_le_bytes()[..word.len()]);
        }
        file.write_all(&chunk[..bytes])?;
        at += bytes as u64;
    }
    Ok(())
}
