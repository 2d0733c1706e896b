//! Exif (CIPA DC-008): read for one thing, how a picture is turned; written with nothing else.
//!
//! Pictures are not decoded here, so they can't be turned without loss. What is kept is a fresh block of one entry.

use crate::bytes::{big, little, part};

/// Most entries of a directory that are looked at.
const ENTRIES_MAX: usize = 512;
/// Bytes of one entry.
const ENTRY_BYTES: usize = 12;
/// The entry that says how a picture is turned.
const ORIENTATION: u32 = 0x0112;
/// A number of two bytes.
const SHORT: u32 = 3;

/// How a picture is turned, 2 to 8 as Exif numbers it. Upright (1) is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn(u8);

impl Turn {
    /// Width and height change places.
    pub(crate) const fn is_on_its_side(self) -> bool {
        self.0 >= 5
    }

    /// A block that says this and nothing else: a TIFF header, one entry, no further directory.
    pub(crate) const fn block(self) -> [u8; 26] {
        [
            b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, self.0, 0, 0, 0, 0, 0, 0,
        ]
    }
}

/// How a block says the picture is turned; none when it is upright, or nothing readable is said.
pub(crate) fn turn(block: &[u8]) -> Option<Turn> {
    let number = match part(block, 0, 4)? {
        b"MM\0*" => big,
        b"II*\0" => little,
        _ => return None,
    };
    let start = usize::try_from(number(block, 4, 4)?).ok()?;
    let entries = usize::try_from(number(block, start, 2)?).ok()?.min(ENTRIES_MAX);
    let first = start.checked_add(2)?;
    for entry in 0..entries {
        let at = first.checked_add(entry * ENTRY_BYTES)?;
        if number(block, at, 2)? == ORIENTATION {
            let is_short = number(block, at.checked_add(2)?, 2)? == SHORT;
            let value = number(block, at.checked_add(8)?, 2)?;
            return u8::try_from(value)
                .ok()
                .filter(|value| is_short && (2..=8).contains(value))
                .map(Turn);
        }
    }
    None
}
