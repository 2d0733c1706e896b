//! The keys backups are locked with, one a month, so that an old backup's words can be destroyed by destroying its key.

use super::files;
use age::secrecy::ExposeSecret;
use age::x25519::{Identity, Recipient};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Longest key file that is read, in bytes.
const KEY_FILE_BYTES_MAX: u64 = 4_096;

/// A month's key.
pub struct MonthKey {
    month: String,
    identity: Identity,
}

/// Why a month's key could not be used.
#[derive(Debug, thiserror::Error)]
pub enum MonthKeyError {
    /// It could not be read, made or destroyed.
    #[error("the key {path}: {why}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        why: io::Error,
    },
    /// There is no age identity in it.
    #[error("{0} holds no key of a month (a line AGE-SECRET-KEY-1…)")]
    NotAKey(PathBuf),
}

impl MonthKey {
    /// The key of a month (`2026-11`) in a folder, made when it is missing.
    ///
    /// # Errors
    /// [`MonthKeyError`].
    pub fn of(folder: &Path, month: &str) -> Result<Self, MonthKeyError> {
        let path = folder.join(month);
        let io = |why| MonthKeyError::Io {
            path: path.clone(),
            why,
        };
        if !path.exists() {
            let identity = Identity::generate();
            files::make_folder(folder).map_err(io)?;
            let text = format!(
                "# {month}: opens the words in backups of this month; keep it apart from them\n# public key: {}\n{}\n",
                identity.to_public(),
                identity.to_string().expose_secret()
            );
            files::create_secret(&path, text.as_bytes()).map_err(io)?;
        }
        Self::read(&path)
    }

    /// The key in a file, which is named after its month.
    ///
    /// # Errors
    /// [`MonthKeyError`].
    pub fn read(path: &Path) -> Result<Self, MonthKeyError> {
        let io = |why| MonthKeyError::Io { path: path.into(), why };
        let length = std::fs::metadata(path).map_err(io)?.len();
        let not_a_key = || MonthKeyError::NotAKey(path.into());
        if length > KEY_FILE_BYTES_MAX {
            return Err(not_a_key());
        }
        let text = std::fs::read_to_string(path).map_err(io)?;
        let line = text
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with('#'));
        let identity = line
            .and_then(|line| Identity::from_str(line).ok())
            .ok_or_else(not_a_key)?;
        let month = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(MonthKey {
            month: month.unwrap_or_default(),
            identity,
        })
    }

    /// Destroys the keys in a folder whose month is before `oldest`: what only they open is gone. Gives their months.
    ///
    /// The file is overwritten before it is removed; what the disk keeps of it below that is the disk's.
    ///
    /// # Errors
    /// [`MonthKeyError::Io`]; those before it are destroyed.
    pub fn destroy_before(folder: &Path, oldest: &str) -> Result<Vec<String>, MonthKeyError> {
        let mut destroyed = Vec::new();
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if !is_month(&name) || name.as_str() >= oldest {
                continue;
            }
            let io = |why| MonthKeyError::Io {
                path: path.clone(),
                why,
            };
            overwrite(&path)
                .and_then(|()| std::fs::remove_file(&path))
                .map_err(io)?;
            destroyed.push(name);
        }
        if !destroyed.is_empty() {
            files::sync_folder(folder).map_err(|why| MonthKeyError::Io {
                path: folder.into(),
                why,
            })?;
        }
        destroyed.sort();
        Ok(destroyed)
    }

    /// Its month.
    pub fn month(&self) -> &str {
        &self.month
    }

    pub(super) fn recipient(&self) -> Recipient {
        self.identity.to_public()
    }

    pub(super) fn identity(&self) -> &Identity {
        &self.identity
    }
}

/// `2026-11`.
fn is_month(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() == 7
        && bytes
            .iter()
            .enumerate()
            .all(|(i, byte)| if i == 4 { *byte == b'-' } else { byte.is_ascii_digit() })
}

fn overwrite(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    // Its owner may not write a key by accident; destroying it is none.
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(files::FILE_MODE))?;
    let length = std::fs::metadata(path)?.len().min(KEY_FILE_BYTES_MAX);
    let mut file = OpenOptions::new().write(true).mode(files::FILE_MODE).open(path)?;
    file.write_all(&vec![0; length as usize])?;
    file.sync_all()
}
