//! One process per data folder.

use crate::files::FILE_MODE;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// The file that is locked.
pub const LOCK_FILE: &str = "lock";
/// Bytes of the holder's note that are read.
const NOTE_BYTES_MAX: u64 = 1024;

/// Why the folder could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process has it.
    #[error("the folder is in use by {holder}")]
    Held {
        /// Its process number and note.
        holder: String,
    },
    /// The lock file could not be made or locked.
    #[error("the folder cannot be locked: {0}")]
    Failed(#[from] io::Error),
}

/// The folder is this process's until this is dropped or the process ends in whatever way: the kernel holds the lock,
/// so that a file left behind locks nobody out.
#[derive(Debug)]
pub struct DirLock {
    file: File,
}

impl DirLock {
    /// Takes the folder, and leaves a note for whoever tries next: the process number and `note` (address, hour of
    /// start; no finer time).
    ///
    /// # Errors
    /// [`LockError::Held`] at once when another process has it.
    pub fn take(dir: &Path, note: &str) -> Result<Self, LockError> {
        // Not truncated on opening: until the lock is ours, the note is another's.
        let mut options = OpenOptions::new();
        options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(FILE_MODE);
        let mut file = options.open(dir.join(LOCK_FILE))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(LockError::Held {
                    holder: holder(&mut file),
                });
            }
            Err(TryLockError::Error(why)) => return Err(why.into()),
        }
        // The lock is taken; that a full disk has no room for the note is no reason not to start.
        let note = format!("process {}, {note}\n", std::process::id());
        let _ = file.set_len(0).and_then(|()| file.write_all(note.as_bytes()));
        Ok(DirLock { file })
    }
}

impl Drop for DirLock {
    fn drop(&mut self) {
        // A note without a lock would only confuse; that it stays does no harm. Closing the file unlocks.
        let _ = self.file.set_len(0);
    }
}

/// Whether a process has this folder now.
pub(crate) fn is_held(dir: &Path) -> bool {
    let file = File::open(dir.join(LOCK_FILE));
    file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

fn holder(file: &mut File) -> String {
    let mut note = Vec::new();
    let read = file
        .rewind()
        .and_then(|()| file.take(NOTE_BYTES_MAX).read_to_end(&mut note));
    match String::from_utf8_lossy(&note).trim() {
        text if read.is_ok() && !text.is_empty() => text.to_owned(),
        _ => "a process that has not said its name".to_owned(),
    }
}
