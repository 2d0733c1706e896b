//! C2SP tlog-checkpoint: a note whose text is origin, size and root of a log's tree.

mod walk;

pub use walk::{WalkError, WalkReport, walk_log};

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::note::{Note, NoteError, SigningKey, VerifierKey};
use crate::tile::plain_number;
use crate::tree::{HASH_BYTES, Hash, empty_root};

/// Size and root of a log at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name, which is also the name of its key.
    pub origin: String,
    /// Leaves in the tree.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
}

/// Why a checkpoint is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Not a signed note, or not signed by the key.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The text is not origin, size and root, each on its line, and extension lines that are not empty.
    #[error("line {0} of the checkpoint is malformed")]
    Line(usize),
    /// A tree without leaves has one root only.
    #[error("the checkpoint of an empty tree has a root that is not the empty one")]
    EmptyRoot,
    /// Signed by the right key for another log.
    #[error("the origin of the checkpoint is not the name of its key")]
    Origin,
}

impl fmt::Display for Checkpoint {
    /// The note text: three lines, never extension lines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_text(f, &self.origin, self.size, &self.root)
    }
}

fn write_text(out: &mut impl fmt::Write, origin: &str, size: u64, root: &Hash) -> fmt::Result {
    writeln!(out, "{origin}\n{size}\n{}", STANDARD.encode(root))
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    /// Reads the note text, whose signature is not looked at. Extension lines of other logs are passed over.
    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.split('\n');
        let mut line = |number| lines.next().ok_or(CheckpointError::Line(number));
        let origin = line(1)?;
        if origin.is_empty() || origin.contains(|c: char| c.is_ascii_control()) {
            return Err(CheckpointError::Line(1));
        }
        let size = plain_number(line(2)?).ok_or(CheckpointError::Line(2))?;
        let root = decode_hash(line(3)?).ok_or(CheckpointError::Line(3))?;
        // What follows the newline after the last line is empty, and nothing else is.
        let mut number = 4;
        let mut rest = lines.peekable();
        loop {
            match (rest.next(), rest.peek()) {
                (Some(""), None) => break,
                (Some(extension), Some(_)) if !extension.is_empty() => number += 1,
                _ => return Err(CheckpointError::Line(number)),
            }
        }
        if size == 0 && root != empty_root() {
            return Err(CheckpointError::EmptyRoot);
        }
        Ok(Self {
            origin: origin.to_owned(),
            size,
            root,
        })
    }
}

/// Signs a checkpoint. The origin line is always the key's own name, as [`open`] demands: a key speaks for its own log
/// alone.
pub fn sign(checkpoint: &Checkpoint, key: &SigningKey) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut text, key.name(), checkpoint.size, &checkpoint.root);
    key.sign_note(&text)
}

/// Opens a signed checkpoint: its signature by this key, its form, and an origin equal to the key's name.
///
/// # Errors
/// [`CheckpointError`].
pub fn open(signed: &str, key: &VerifierKey) -> Result<Checkpoint, CheckpointError> {
    let note = Note::parse(signed)?;
    note.verify(key)?;
    let checkpoint: Checkpoint = note.text.parse()?;
    if checkpoint.origin == key.name() {
        Ok(checkpoint)
    } else {
        Err(CheckpointError::Origin)
    }
}

/// Exactly 32 bytes of canonical base64.
pub(crate) fn decode_hash(text: &str) -> Option<Hash> {
    let mut bytes = [0; HASH_BYTES + 1];
    let length = STANDARD.decode_slice(text, &mut bytes).ok()?;
    if length == HASH_BYTES {
        bytes.first_chunk().copied()
    } else {
        None
    }
}
