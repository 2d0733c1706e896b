//! Small files that survive a loss of power: keys, the high-water mark, snapshots.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes of a key file.
pub const KEY_BYTES: usize = 32;
/// Permissions of a key file: its owner may read it.
pub const KEY_MODE: u32 = 0o400;
/// Permissions of a folder made here: its owner's alone.
pub const FOLDER_MODE: u32 = 0o700;
/// Permissions of other files made here.
pub(crate) const FILE_MODE: u32 = 0o600;
/// Permissions that nobody but the owner may have on a key file.
const OTHERS_MODE: u32 = 0o077;

/// Why a key could not be read or made.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// There is no such file.
    #[error("the key {0} is missing")]
    Missing(PathBuf),
    /// There is one already; it is never replaced.
    #[error("the key {0} is there already")]
    Exists(PathBuf),
    /// Not [`KEY_BYTES`] long.
    #[error("the key {0} is not 32 bytes long")]
    WrongLength(PathBuf),
    /// Others than its owner may touch it.
    #[error("the key {path} may be read by others than its owner (mode {mode:o}; chmod 400 it)")]
    Open {
        /// The file.
        path: PathBuf,
        /// Its permissions.
        mode: u32,
    },
    /// The disk said no.
    #[error("the key {path}: {why}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

/// Makes a folder and those above it, for their owner alone ([`FOLDER_MODE`]); one that is there stays as it is.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(FOLDER_MODE).create(folder)
}

/// Makes the names in a folder durable: without it a new or renamed file may be gone after a loss of power.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Writes a whole file so that after a loss of power either the old or the new one is there: a temporary file in the
/// same folder, fsync, rename, fsync of the folder. The file is its owner's alone (mode 0600).
pub fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    let temporary = write_temporary(path, bytes, FILE_MODE)?;
    if let Err(why) = fs::rename(&temporary, path) {
        let _ = fs::remove_file(&temporary);
        return Err(why);
    }
    sync_folder(folder)
}

/// Makes a key file that was not there, with its folder.
///
/// # Errors
/// [`KeyError::Exists`] when there is one, [`KeyError::Io`] when it could not be written durably.
pub fn create_key(path: &Path, key: &[u8; KEY_BYTES]) -> Result<(), KeyError> {
    let io = |why| KeyError::Io { path: path.into(), why };
    let folder = folder_of(path);
    make_folder(folder).map_err(io)?;
    let temporary = write_temporary(path, key, KEY_MODE).map_err(io)?;
    // A link, unlike a rename, never replaces what is there.
    let linked = fs::hard_link(&temporary, path);
    fs::remove_file(&temporary).map_err(io)?;
    match linked {
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists => Err(KeyError::Exists(path.into())),
        Err(why) => Err(io(why)),
        Ok(()) => sync_folder(folder).map_err(io),
    }
}

/// Makes a file with a secret that was not there; its owner may read it ([`KEY_MODE`]).
///
/// # Errors
/// There is one already, or it could not be written durably.
pub fn create_secret(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = write_temporary(path, bytes, KEY_MODE)?;
    let linked = fs::hard_link(&temporary, path);
    fs::remove_file(&temporary)?;
    linked.and_then(|()| sync_folder(folder_of(path)))
}

/// Reads a key file that only its owner may touch.
///
/// # Errors
/// [`KeyError`], each naming the file.
pub fn read_key(path: &Path) -> Result<[u8; KEY_BYTES], KeyError> {
    let io = |why: io::Error| match why.kind() {
        io::ErrorKind::NotFound => KeyError::Missing(path.into()),
        _ => KeyError::Io { path: path.into(), why },
    };
    let file = File::open(path).map_err(io)?;
    let mode = file.metadata().map_err(io)?.permissions().mode() & 0o7777;
    if mode & OTHERS_MODE != 0 {
        return Err(KeyError::Open {
            path: path.into(),
            mode,
        });
    }
    let mut bytes = Vec::with_capacity(KEY_BYTES + 1);
    file.take(KEY_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(io)?;
    bytes.try_into().map_err(|_| KeyError::WrongLength(path.into()))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A file beside `path` with these bytes on the disk. Its name is unique among the threads and processes of now.
fn write_temporary(path: &Path, bytes: &[u8], mode: u32) -> io::Result<PathBuf> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a path without a name"))?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(
        ".{}-{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    ));
    let temporary = folder_of(path).join(hidden);
    // One that a killed process of the same number left behind.
    match fs::remove_file(&temporary) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
        _ => {}
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(&temporary)?;
    if let Err(why) = file.write_all(bytes).and_then(|()| file.sync_all()) {
        let _ = fs::remove_file(&temporary);
        return Err(why);
    }
    Ok(temporary)
}
