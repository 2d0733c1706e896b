//! C2SP signed notes: a text, a blank line, and lines `— <key name> <base64(key id ‖ signature)>`.

mod key;

pub use key::{SigningKey, VerifierKey};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The largest note read, in bytes. The specification asks for room for 16 signatures of 5 kB at least.
pub const MAX_NOTE_BYTES: usize = 1 << 20;

/// The most signature lines read in one note.
pub const MAX_SIGNATURES: usize = 64;

/// Start of a signature line: em dash and space.
const SIGNATURE_MARK: &str = "\u{2014} ";

/// Bytes of a key id before the signature itself.
const ID_BYTES: usize = 4;

/// A signed note as read. Nothing in it is to be believed before [`Note::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The signed text, its last newline included.
    pub text: String,
    /// The signatures in the order of their lines, of known and unknown keys.
    pub signatures: Vec<NoteSignature>,
}

/// One signature line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    /// Name of the key.
    pub name: String,
    /// Id of the key: with the name it says which key, and which algorithm, signed.
    pub id: u32,
    /// The signature; 64 bytes for Ed25519, other lengths for other algorithms.
    pub sig: Vec<u8>,
}

/// Why a note or a key is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Larger than [`MAX_NOTE_BYTES`].
    #[error("the note is larger than {MAX_NOTE_BYTES} bytes")]
    TooLarge,
    /// Not UTF-8.
    #[error("the note is not UTF-8")]
    NotUtf8,
    /// An ASCII control character other than newline.
    #[error("the note contains a control character")]
    ControlCharacter,
    /// No blank line, or no signature lines after the last one, or no newline at the end.
    #[error("the note does not end in a blank line and signature lines")]
    NoSignatures,
    /// More lines than [`MAX_SIGNATURES`].
    #[error("the note has more than {MAX_SIGNATURES} signatures")]
    TooManySignatures,
    /// A line after the blank line that is no signature line.
    #[error("signature line {0} is malformed")]
    SignatureLine(usize),
    /// An empty key name, or one with spaces, a plus sign or control characters.
    #[error("a key name is not empty and has no spaces, plus signs or control characters")]
    KeyName,
    /// Not `<name>+<id>+<base64 of 0x01 and an Ed25519 public key>`, or an unsafe public key.
    #[error("the verifier key is malformed")]
    VerifierKey,
    /// The id of a verifier key is not the one of its name and public key.
    #[error("the id of the verifier key does not belong to it")]
    KeyId,
    /// The key signs with another algorithm than Ed25519.
    #[error("the verifier key is of another type than Ed25519")]
    KeyType,
    /// The key has not signed.
    #[error("the note is not signed by this key")]
    NotSignedBy,
    /// A line in the name of the key whose signature is not of this text.
    #[error("a signature in the name of this key is wrong")]
    WrongSignature,
}

impl Note {
    /// Reads a note.
    ///
    /// # Errors
    /// [`NoteError`] for everything the specification does not allow.
    pub fn parse(note: &str) -> Result<Self, NoteError> {
        if note.len() > MAX_NOTE_BYTES {
            return Err(NoteError::TooLarge);
        }
        if note.bytes().any(|byte| byte < b' ' && byte != b'\n') {
            return Err(NoteError::ControlCharacter);
        }
        let blank = note.rfind("\n\n").ok_or(NoteError::NoSignatures)?;
        let (text, lines) = (&note[..=blank], &note[blank + 2..]);
        let lines = lines.strip_suffix('\n').ok_or(NoteError::NoSignatures)?;
        let mut signatures = Vec::new();
        for (number, line) in lines.split('\n').enumerate() {
            if number == MAX_SIGNATURES {
                return Err(NoteError::TooManySignatures);
            }
            signatures.push(NoteSignature::parse(line).ok_or(NoteError::SignatureLine(number + 1))?);
        }
        Ok(Self {
            text: text.to_owned(),
            signatures,
        })
    }

    /// Reads a note from bytes, which must be UTF-8.
    ///
    /// # Errors
    /// As [`Note::parse`].
    pub fn from_bytes(note: &[u8]) -> Result<Self, NoteError> {
        if note.len() > MAX_NOTE_BYTES {
            return Err(NoteError::TooLarge);
        }
        Self::parse(str::from_utf8(note).map_err(|_| NoteError::NotUtf8)?)
    }

    /// Checks that this key signed the text. Lines of other keys are ignored; of several lines in the name of this
    /// key each must be right.
    ///
    /// # Errors
    /// [`NoteError::NotSignedBy`], [`NoteError::WrongSignature`].
    pub fn verify(&self, key: &VerifierKey) -> Result<(), NoteError> {
        let mut signed = Err(NoteError::NotSignedBy);
        for signature in self
            .signatures
            .iter()
            .filter(|s| s.id == key.id() && s.name == key.name())
        {
            key.check(self.text.as_bytes(), &signature.sig)?;
            signed = Ok(());
        }
        signed
    }
}

impl NoteSignature {
    fn parse(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(SIGNATURE_MARK)?.split_once(' ')?;
        let bytes = STANDARD.decode(encoded).ok()?;
        let (id, sig) = bytes.split_first_chunk::<ID_BYTES>()?;
        if sig.is_empty() || !is_key_name(name) {
            return None;
        }
        Some(Self {
            name: name.to_owned(),
            id: u32::from_be_bytes(*id),
            sig: sig.to_vec(),
        })
    }

    /// The line as it stands in a note, newline included.
    pub fn line(&self) -> String {
        let mut bytes = Vec::with_capacity(ID_BYTES + self.sig.len());
        bytes.extend_from_slice(&self.id.to_be_bytes());
        bytes.extend_from_slice(&self.sig);
        format!("{SIGNATURE_MARK}{} {}\n", self.name, STANDARD.encode(bytes))
    }
}

/// A key name is not empty and has no Unicode spaces, plus signs or control characters.
fn is_key_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}
