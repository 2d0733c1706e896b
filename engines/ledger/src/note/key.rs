//! Ed25519 keys of notes (signature type 0x01) and their text form, the "vkey".

use std::fmt;
use std::hint::black_box;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{PUBLIC_KEY_LENGTH, SECRET_KEY_LENGTH, Signature, Signer as _, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::{NoteError, NoteSignature, is_key_name};

/// Signature type of Ed25519 (C2SP signed-note).
const TYPE_ED25519: u8 = 0x01;

/// Domain of the secrets derived from a key's seed.
const DERIVATION: &[u8] = b"langnghe/derive/v1\0";

/// Hex digits of a key id.
const ID_DIGITS: usize = 8;

/// The longest verifier key read, in bytes.
const MAX_VKEY_BYTES: usize = 1024;

/// A named Ed25519 key that signs notes. The secret is wiped from memory when the key is dropped and never printed.
#[derive(Clone)]
pub struct SigningKey {
    verifier: VerifierKey,
    key: ed25519_dalek::SigningKey,
}

/// The public half: who must have signed. The text form is `<name>+<id, 8 hex digits>+<base64(0x01 ‖ key)>`.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    id: u32,
    key: VerifyingKey,
}

impl SigningKey {
    /// Makes the key from its name and the 32 secret bytes of RFC 8032.
    ///
    /// # Errors
    /// [`NoteError::KeyName`].
    pub fn new(name: &str, mut seed: [u8; SECRET_KEY_LENGTH]) -> Result<Self, NoteError> {
        let key = ed25519_dalek::SigningKey::from_bytes(&seed);
        seed.fill(0);
        // Keeps the compiler from dropping the wipe of a copy that is not read again.
        black_box(&seed);
        let verifier = VerifierKey::new(name, key.verifying_key())?;
        Ok(Self { verifier, key })
    }

    /// The public half.
    pub fn verifier(&self) -> VerifierKey {
        self.verifier.clone()
    }

    /// Name of the key.
    pub fn name(&self) -> &str {
        &self.verifier.name
    }

    /// A 256-bit secret of this key's holder for another purpose: SHA-256 of a domain, the seed and the label. It tells
    /// nothing about the seed (which signing hashes with SHA-512) nor about the secret of another label.
    pub fn derive(&self, label: &str) -> [u8; 32] {
        Sha256::new()
            .chain_update(DERIVATION)
            .chain_update(self.key.to_bytes())
            .chain_update(label)
            .finalize()
            .into()
    }

    /// The signature line for a text.
    pub fn sign(&self, text: &str) -> NoteSignature {
        let sig = self.key.sign(text.as_bytes()).to_bytes().to_vec();
        NoteSignature {
            name: self.verifier.name.clone(),
            id: self.verifier.id,
            sig,
        }
    }

    /// The whole signed note of a text that ends in a newline and has no other control characters. A note of another
    /// text is refused by every reader, [`Note::parse`](super::Note::parse) or [`Note::verify`](super::Note::verify)
    /// included.
    pub fn sign_note(&self, text: &str) -> String {
        let line = self.sign(text).line();
        format!("{text}\n{line}")
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey")
            .field("verifier", &self.verifier)
            .finish_non_exhaustive()
    }
}

/// In entries a key stands as its text.
impl Serialize for VerifierKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for VerifierKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl VerifierKey {
    fn new(name: &str, key: VerifyingKey) -> Result<Self, NoteError> {
        if !is_key_name(name) {
            return Err(NoteError::KeyName);
        }
        let digest = Sha256::new()
            .chain_update(name)
            .chain_update([b'\n', TYPE_ED25519])
            .chain_update(key.as_bytes())
            .finalize();
        let id = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
        Ok(Self {
            name: name.to_owned(),
            id,
            key,
        })
    }

    /// Name of the key.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Id of the key: the first four bytes of SHA-256 of name, newline, type and public key.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The Ed25519 public key (RFC 8032).
    pub fn public_key(&self) -> &[u8; PUBLIC_KEY_LENGTH] {
        self.key.as_bytes()
    }

    /// Checks one signature by the strict rule of RFC 8032: no second encodings, no keys or points of small order.
    pub(super) fn check(&self, text: &[u8], sig: &[u8]) -> Result<(), NoteError> {
        let signature = Signature::from_slice(sig).map_err(|_| NoteError::WrongSignature)?;
        self.key
            .verify_strict(text, &signature)
            .map_err(|_| NoteError::WrongSignature)
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = [TYPE_ED25519; 1 + PUBLIC_KEY_LENGTH];
        bytes[1..].copy_from_slice(self.key.as_bytes());
        write!(f, "{}+{:08x}+{}", self.name, self.id, STANDARD.encode(bytes))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifierKey({self})")
    }
}

impl FromStr for VerifierKey {
    type Err = NoteError;

    fn from_str(text: &str) -> Result<Self, NoteError> {
        if text.len() > MAX_VKEY_BYTES {
            return Err(NoteError::VerifierKey);
        }
        // Base64 may itself contain plus signs, names may not.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(encoded)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::VerifierKey);
        };
        if id.len() != ID_DIGITS || !id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(NoteError::VerifierKey);
        }
        let id = u32::from_str_radix(id, 16).map_err(|_| NoteError::VerifierKey)?;
        let bytes = STANDARD.decode(encoded).map_err(|_| NoteError::VerifierKey)?;
        let (kind, key) = bytes.split_first().ok_or(NoteError::VerifierKey)?;
        if *kind != TYPE_ED25519 {
            return Err(NoteError::KeyType);
        }
        let key = <&[u8; PUBLIC_KEY_LENGTH]>::try_from(key).map_err(|_| NoteError::VerifierKey)?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| NoteError::VerifierKey)?;
        if key.is_weak() {
            return Err(NoteError::VerifierKey);
        }
        let key = Self::new(name, key)?;
        if key.id == id { Ok(key) } else { Err(NoteError::KeyId) }
    }
}
