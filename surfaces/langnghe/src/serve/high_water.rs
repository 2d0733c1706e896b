//! The high-water file: the highest signed checkpoint, outside the data folder.

use ledger::HighWaterFile;
use std::io;
use std::path::{Path, PathBuf};
use storage::files::write_durably;

/// Links that are followed one after the other.
const LINKS_MAX: usize = 16;

/// Where a path leads, also when nothing is there yet.
///
/// # Errors
/// A link cannot be read, or there are too many of them.
pub fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS_MAX {
        match std::fs::symlink_metadata(&path) {
            Ok(there) if there.is_symlink() => {
                let to = std::fs::read_link(&path)?;
                path = path.parent().map_or_else(|| to.clone(), |parent| parent.join(&to));
            }
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
            _ => return Ok(path),
        }
    }
    Err(io::Error::other("too many links, one after the other"))
}

/// A file with one signed checkpoint.
pub struct HighWater {
    path: PathBuf,
}

impl HighWater {
    /// Names the file and makes sure that it can be written: a mark that is promised and not kept would be worse than none.
    /// A link is followed, so that it may lie on another disk.
    ///
    /// # Errors
    /// It is no ordinary file, or its folder cannot be written.
    pub fn new(path: &Path) -> io::Result<HighWater> {
        let path = followed(path)?;
        match std::fs::metadata(&path) {
            Ok(there) if there.is_file() => {}
            Ok(_) => {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    "it is not an ordinary file",
                ));
            }
            Err(why) if why.kind() == io::ErrorKind::NotFound => {}
            Err(why) => return Err(why),
        }
        let mut beside = path.clone().into_os_string();
        beside.push(".try");
        write_durably(Path::new(&beside), b"")?;
        std::fs::remove_file(&beside)?;
        Ok(HighWater { path })
    }

    /// There is no mark yet.
    pub fn is_missing(&self) -> bool {
        !self.path.exists()
    }
}

impl HighWaterFile for HighWater {
    fn read(&mut self) -> io::Result<Option<String>> {
        match std::fs::read_to_string(&self.path) {
            // An empty file is no mark that was never there: it is refused like any other that holds no checkpoint.
            Ok(text) => Ok(Some(text)),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    fn write(&mut self, signed_checkpoint: &str) -> io::Result<()> {
        write_durably(&self.path, signed_checkpoint.as_bytes())
    }
}
