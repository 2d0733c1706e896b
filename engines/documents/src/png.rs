//! PNG (W3C Portable Network Graphics, third edition), its chunks one after the other.
//!
//! Kept: what the picture is decoded from and what changes how it looks. How it is turned is said by a fresh `eXIf`.
//! Text, time, place and every chunk that is not known are left out, and so is what follows the end.

use crate::bytes::{big, big_length, part};
use crate::exif::{self, Turn};
use crate::picture::{Bare, Size};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Length, name and check sum of a chunk.
const FRAME_BYTES: usize = 12;

/// Chunks that are kept: the critical ones, colour, transparency, size on paper, animation (§11, §11.3.2).
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI",
    b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

struct Chunk<'a> {
    name: &'a [u8],
    words: &'a [u8],
    /// Length, name, words and check sum.
    whole: &'a [u8],
}

impl Chunk<'_> {
    /// A decoder that does not know it must give up (§5.4).
    fn is_critical(&self) -> bool {
        self.name.first().is_some_and(u8::is_ascii_uppercase)
    }
}

/// It begins as PNG does.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGNATURE)
}

/// The size in the header. Its check sum is not looked at.
pub(crate) fn size(bytes: &[u8]) -> Option<Size> {
    let header_first = part(bytes, 12, 4) == Some(b"IHDR");
    header_first.then_some(())?;
    Size::of(big(bytes, 16, 4)?, big(bytes, 20, 4)?)
}

/// The picture without what it says of its making; none when it is not whole.
pub(crate) fn bare(bytes: &[u8]) -> Option<Bare> {
    let size = size(bytes)?;
    let mut at = SIGNATURE.len();
    let mut turn = None;
    let mut kept = Vec::with_capacity(bytes.len());
    let mut has_data = false;
    let header = chunk(bytes, &mut at)?;
    loop {
        let chunk = chunk(bytes, &mut at)?;
        match chunk.name {
            b"IEND" => break,
            b"IHDR" => return None,
            b"eXIf" => turn = turn.or_else(|| exif::turn(chunk.words)),
            name if KEPT.iter().any(|kept| *kept == name) => {
                has_data |= name == b"IDAT";
                kept.extend_from_slice(chunk.whole);
            }
            _ if chunk.is_critical() => return None,
            _ => {}
        }
    }
    has_data.then_some(())?;
    Some(Bare {
        bytes: whole(header.whole, turn, &kept),
        size,
        turn,
    })
}

fn whole(header: &[u8], turn: Option<Turn>, kept: &[u8]) -> Vec<u8> {
    let mut bytes = [SIGNATURE, header].concat();
    if let Some(turn) = turn {
        put(&mut bytes, b"eXIf", &turn.block());
    }
    bytes.extend_from_slice(kept);
    put(&mut bytes, b"IEND", &[]);
    bytes
}

/// The next chunk, whose check sum holds.
fn chunk<'a>(bytes: &'a [u8], at: &mut usize) -> Option<Chunk<'a>> {
    let length = big_length(bytes, *at, 4)?;
    let whole = part(bytes, *at, length.checked_add(FRAME_BYTES)?)?;
    let (head, sum) = whole.split_at_checked(whole.len() - 4)?;
    let named = head.get(4..)?;
    (check_sum(named) == big(sum, 0, 4)?).then_some(())?;
    let (name, words) = named.split_at_checked(4)?;
    *at += whole.len();
    Some(Chunk { name, words, whole })
}

fn check_sum(named: &[u8]) -> u32 {
    let mut sum = flate2::Crc::new();
    sum.update(named);
    sum.sum()
}

/// A chunk of few bytes.
fn put(bytes: &mut Vec<u8>, name: &[u8; 4], words: &[u8]) {
    let named = [name, words].concat();
    let length = u32::try_from(words.len()).unwrap_or(u32::MAX);
    bytes.extend(length.to_be_bytes());
    bytes.extend_from_slice(&named);
    bytes.extend(check_sum(&named).to_be_bytes());
}
