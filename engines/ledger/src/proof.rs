//! C2SP tlog-proof: a receipt that anybody can check without asking the log.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::checkpoint::{Checkpoint, CheckpointError, decode_hash, open};
use crate::note::{MAX_NOTE_BYTES, Note, NoteError, VerifierKey};
use crate::tile::plain_number;
use crate::tree::{Hash, MAX_PROOF_HASHES, ProofError, leaf_hash, verify_inclusion};

/// First line of every proof.
const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// The longest extra data read, in bytes.
pub const MAX_EXTRA_BYTES: usize = 64 * 1024;

/// The longest proof text read, in bytes.
pub const MAX_PROOF_BYTES: usize = MAX_NOTE_BYTES + 2 * MAX_EXTRA_BYTES;

/// Proof that a leaf is in a log: its place, the way to the root, and the signed checkpoint of that root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlogProof {
    /// Data of the application's own, vouched for by nobody.
    pub extra: Option<Vec<u8>>,
    /// Zero-based number of the leaf.
    pub index: u64,
    /// The inclusion proof, from the leaf's sibling up.
    pub hashes: Vec<Hash>,
    /// The signed checkpoint, word for word.
    pub checkpoint: String,
}

/// Why a proof is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TlogProofError {
    /// Longer than [`MAX_PROOF_BYTES`], or extra data longer than [`MAX_EXTRA_BYTES`].
    #[error("the proof is too large")]
    TooLarge,
    /// A line is not what the format has there.
    #[error("line {0} of the proof is malformed")]
    Line(usize),
    /// What follows the blank line is not a signed note.
    #[error("the checkpoint in the proof is malformed: {0}")]
    Note(NoteError),
    /// The checkpoint is refused.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The leaf is not where the proof says.
    #[error(transparent)]
    Inclusion(#[from] ProofError),
}

impl fmt::Display for TlogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", STANDARD.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.hashes {
            writeln!(f, "{}", STANDARD.encode(hash))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for TlogProof {
    type Err = TlogProofError;

    fn from_str(text: &str) -> Result<Self, TlogProofError> {
        if text.len() > MAX_PROOF_BYTES {
            return Err(TlogProofError::TooLarge);
        }
        let mut rest = text;
        let mut number = 0;
        // A line and its number; a last line without newline is none.
        let mut next = || {
            number += 1;
            let (line, after) = rest.split_once('\n').ok_or(TlogProofError::Line(number))?;
            rest = after;
            Ok::<_, TlogProofError>((number, line))
        };
        let (number, line) = next()?;
        if line != HEADER {
            return Err(TlogProofError::Line(number));
        }
        let (mut number, mut line) = next()?;
        let mut extra = None;
        if let Some(encoded) = line.strip_prefix("extra ") {
            let bytes = STANDARD.decode(encoded).map_err(|_| TlogProofError::Line(number))?;
            if bytes.len() > MAX_EXTRA_BYTES {
                return Err(TlogProofError::TooLarge);
            }
            extra = Some(bytes);
            (number, line) = next()?;
        }
        let index = line
            .strip_prefix("index ")
            .and_then(plain_number)
            .ok_or(TlogProofError::Line(number))?;
        let mut hashes = Vec::new();
        loop {
            let (number, line) = next()?;
            if line.is_empty() {
                break;
            }
            if hashes.len() == MAX_PROOF_HASHES {
                return Err(TlogProofError::Line(number));
            }
            hashes.push(decode_hash(line).ok_or(TlogProofError::Line(number))?);
        }
        Note::parse(rest).map_err(TlogProofError::Note)?;
        Ok(Self {
            extra,
            index,
            hashes,
            checkpoint: rest.to_owned(),
        })
    }
}

impl TlogProof {
    /// Checks the proof for a leaf hash and returns the checkpoint it rests on. Which witnesses must have cosigned is
    /// for the caller to decide.
    ///
    /// # Errors
    /// [`TlogProofError`]: checkpoint not signed by this key or of another origin, leaf not included.
    pub fn verify(&self, leaf: &Hash, key: &VerifierKey) -> Result<Checkpoint, TlogProofError> {
        let checkpoint = open(&self.checkpoint, key)?;
        verify_inclusion(leaf, self.index, checkpoint.size, &self.hashes, &checkpoint.root)?;
        Ok(checkpoint)
    }

    /// As [`TlogProof::verify`], for the leaf's data; in our own log the 32-byte digest of an entry.
    ///
    /// # Errors
    /// As [`TlogProof::verify`].
    pub fn verify_data(&self, leaf_data: &[u8], key: &VerifierKey) -> Result<Checkpoint, TlogProofError> {
        self.verify(&leaf_hash(leaf_data), key)
    }
}
