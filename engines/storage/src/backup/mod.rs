//! A ledger in plain files, taken while it is in use: a store that one can only read, and carry into another by
//! [`copy`](crate::copy::copy).
//!
//! ```text
//! manifest.json   what it is, counts, root, and the SHA-256 of each other file; written last
//! entries.jsonl   the exact bytes of the entries, a line each
//! checkpoint      the signed checkpoint of exactly these entries
//! once.csv        traces of idempotency keys: entry, key, body
//! words.age       sealed values, a line of JSON each
//! files.age       files: a line of JSON, the bytes, a line feed
//! ```
//!
//! `*.age` are encrypted (age v1, <https://age-encryption.org/v1>) to the key of the month the backup is taken in, which
//! lies elsewhere. Entries hold no words; once that key is destroyed, what was erased since is gone from the backup too.

mod look;
mod month;
mod open;
mod take;

use crate::files;
pub use month::{MonthKey, MonthKeyError};
pub use open::Backup;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
pub use take::take;

/// Version of the form of these files.
pub const FORMAT: u32 = 1;
/// The file that says what the others are.
pub const MANIFEST_FILE: &str = "manifest.json";
/// The signed checkpoint.
pub const CHECKPOINT_FILE: &str = "checkpoint";
const ENTRIES_FILE: &str = "entries.jsonl";
const ONCE_FILE: &str = "once.csv";
const WORDS_FILE: &str = "words.age";
const BLOBS_FILE: &str = "files.age";

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: u32,
    /// The log's public key in its text form (C2SP signed-note).
    pub vkey: String,
    /// Which month's key opens the words and files.
    pub month: String,
    /// The public half of that key.
    pub recipient: String,
    /// How often the record had been put back from a backup before.
    pub incarnation: u64,
    /// The demonstration's clock, where it is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub demo_clock: Option<String>,
    /// Entries.
    pub entries: u64,
    /// Root of the tree over them, in hexadecimal.
    pub root: String,
    /// Sealed values.
    pub sealed: u64,
    /// Files.
    pub blobs: u64,
    /// SHA-256 of each other file, in hexadecimal.
    pub digests: BTreeMap<String, String>,
}

/// What whoever takes a backup knows beside the store.
#[derive(Clone, Debug)]
pub struct About {
    /// See [`Manifest::vkey`].
    pub vkey: String,
    /// See [`Manifest::incarnation`].
    pub incarnation: u64,
    /// See [`Manifest::demo_clock`].
    pub demo_clock: Option<String>,
}

/// Why a backup was not taken or cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] ledger::store::StoreError),
    /// A file could not be read or written.
    #[error("{path}: {why}")]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        #[source]
        why: io::Error,
    },
    /// There is nothing to back up.
    #[error("the record has no entry yet")]
    Empty,
    /// Something was erased during each try.
    #[error("something was erased each time while it was taken; take it again when no erasure is under way")]
    Erasing,
    /// Not a backup, or of a form this release does not know.
    #[error("{path} is not a backup this release can read: {why}")]
    NotABackup {
        /// The folder.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// A file is not the one that was written.
    #[error("{0} was changed or is cut; take another backup")]
    Changed(PathBuf),
    /// The key opens nothing here.
    #[error("this is not the key of {month}, which the words of this backup are locked with ({recipient})")]
    OtherKey {
        /// The month.
        month: String,
        /// The public half of the key that is needed.
        recipient: String,
    },
}

fn io_at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> BackupError {
    let path = path.into();
    move |why| BackupError::Io { path, why }
}

/// A sealed value as it stands in `words.age`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsLine {
    seq: u64,
    field: String,
    salt: String,
    value: String,
}

/// What stands before the bytes of a file in `files.age`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BlobLine {
    id: String,
    salt: String,
    /// Hours since 1970.
    put: u64,
    bytes: u64,
}
