//! The receipt code a writer takes home: `LN-XXXX-XXXX-XXXX-XXXX-CC`.
//!
//! Sixteen characters carry 80 random bits in Crockford's base 32 (digits and capital letters without I, L, O and U);
//! two more check them. All eighteen, read as one number in base 32, leave the remainder 1 when divided by 1021 (the
//! idea of an IBAN's two check digits). 1021 is the largest prime two characters have room for, and the powers of 32
//! up to the seventeenth are all different modulo it. So every single wrong character is noticed, every two
//! characters that changed places (neighbours or not), and of two neighbours that are both wrong all pairs but those
//! that differ by exactly 31 and 29 from the true ones.

use std::fmt;

use sha2::{Digest, Sha256};
use thiserror::Error;

/// Random bytes in a code.
pub const CODE_BYTES: usize = 10;
/// Characters that carry them.
pub const CODE_CHARS: usize = 16;
/// Check characters after them.
pub const CHECK_CHARS: usize = 2;

const PREFIX: &str = "LN";
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MODULUS: u32 = 1021;
const REMAINDER: u32 = 1;
/// Said before the characters when they are hashed, so that no other use of SHA-256 gives the same digest.
const HASH_CONTEXT: &[u8] = b"langnghe/receipt/v1";

/// Why typed characters are no receipt code. Checked in this order.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CodeProblem {
    /// Nothing but spaces and hyphens.
    #[error("no code was typed")]
    Empty,
    /// A character that no code has; `ch` as it was typed. A Vietnamese letter tells of a Vietnamese keyboard left on.
    #[error("{ch:?} is in no receipt code")]
    WrongCharacter {
        /// The first such character.
        ch: char,
    },
    /// Not 18 characters.
    #[error("a receipt code has 18 characters after LN, not {have}")]
    WrongLength {
        /// Characters typed, without the leading LN, spaces and hyphens.
        have: usize,
    },
    /// The characters and the check disagree: one is mistyped or two changed places.
    #[error("the check characters do not fit: a character is wrong or two changed places")]
    WrongCheck,
}

/// A receipt code. Whoever holds it can see and withdraw the writing it was given for, so it is kept nowhere: the
/// ledger has [`ReceiptCode::hash`] only, and `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptCode([u8; CODE_CHARS]);

impl ReceiptCode {
    /// The code of 80 random bits, the highest bit first.
    pub fn from_bits(bits: &[u8; CODE_BYTES]) -> Self {
        let mut digits = [0; CODE_CHARS];
        // five bytes are eight characters
        for (bytes, digits) in bits.as_chunks::<5>().0.iter().zip(digits.as_chunks_mut::<8>().0) {
            let mut number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
            for digit in digits.iter_mut().rev() {
                *digit = (number & 31) as u8;
                number >>= 5;
            }
        }
        Self(digits)
    }

    /// Reads a code as people type it: capital or small letters, with or without "LN", spaces, hyphens and dashes
    /// anywhere, O for 0, I and L for 1. U stays wrong, as Crockford has it.
    ///
    /// # Errors
    /// The first [`CodeProblem`] met.
    pub fn parse(sloppy: &str) -> Result<Self, CodeProblem> {
        let typed: Vec<char> = sloppy.chars().filter(|ch| !is_separator(*ch)).collect();
        if typed.is_empty() {
            return Err(CodeProblem::Empty);
        }
        let digits = typed.iter().map(|ch| digit(*ch)).collect::<Result<Vec<u8>, _>>()?;
        // A bare code may begin with "LN" too, its 1 misread as L: the length tells, and at 18 the check does.
        let spells_prefix = typed.iter().take(2).map(char::to_ascii_uppercase).eq(PREFIX.chars());
        let length = CODE_CHARS + CHECK_CHARS;
        let has_prefix =
            spells_prefix && digits.len() != length || digits.len() == length + 2 && digits[..2] == [1, 21];
        let bare = if has_prefix { &digits[2..] } else { &digits[..] };
        let Some((code, check)) = bare.split_first_chunk::<CODE_CHARS>() else {
            return Err(CodeProblem::WrongLength { have: bare.len() });
        };
        if check.len() != CHECK_CHARS {
            return Err(CodeProblem::WrongLength { have: bare.len() });
        }
        let code = Self(*code);
        if code.check() != check {
            return Err(if spells_prefix && !has_prefix {
                CodeProblem::WrongLength { have: CODE_CHARS }
            } else {
                CodeProblem::WrongCheck
            });
        }
        Ok(code)
    }

    /// What the ledger knows of a code: SHA-256 over `langnghe/receipt/v1` and its sixteen canonical characters
    /// (ASCII capitals and digits, no prefix, hyphens or check).
    pub fn hash(&self) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(HASH_CONTEXT);
        hasher.update(self.0.map(|digit| ALPHABET[usize::from(digit)]));
        hasher.finalize().into()
    }

    /// The values of the two check characters: what makes the eighteen leave [`REMAINDER`].
    fn check(&self) -> [u8; CHECK_CHARS] {
        let number = self
            .0
            .iter()
            .fold(0, |number, digit| (number * 32 + u32::from(*digit)) % MODULUS);
        let check = (MODULUS + REMAINDER - number * 32 * 32 % MODULUS) % MODULUS;
        [(check / 32) as u8, (check % 32) as u8]
    }
}

/// The canonical spelling.
impl fmt::Display for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        for group in self.0.chunks(4).chain([&self.check()[..]]) {
            f.write_str("-")?;
            for digit in group {
                write!(f, "{}", char::from(ALPHABET[usize::from(*digit)]))?;
            }
        }
        Ok(())
    }
}

/// Hides the code: what is printed for debugging ends in logs.
impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LN-…")
    }
}

/// Spaces, the hyphen, and the dashes that word processors put in its place.
fn is_separator(ch: char) -> bool {
    ch.is_whitespace() || matches!(ch, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn digit(ch: char) -> Result<u8, CodeProblem> {
    let canonical = match ch.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let value = ALPHABET.iter().position(|known| char::from(*known) == canonical);
    value.map(|value| value as u8).ok_or(CodeProblem::WrongCharacter { ch })
}
