//! WebP (RFC 9649 §2), its chunks one after the other.
//!
//! Kept: what the picture is decoded from, its colour profile, its frames. How it is turned is said by a fresh `EXIF`.
//! XMP and every chunk that is not known are left out, within frames too, and so is what follows the end. The flags of
//! the header say what is there.

use crate::bytes::{little, little_length, part};
use crate::exif::{self, Turn};
use crate::picture::{Bare, Size};

const ANIMATION: u8 = 0x02;
const EXIF: u8 = 0x08;
const ALPHA: u8 = 0x10;
const PROFILE: u8 = 0x20;

/// `RIFF`, the length, `WEBP`.
const HEAD_BYTES: usize = 12;
/// Words of the header chunk of the extended format.
const EXTENDED_BYTES: usize = 10;
/// Words of a frame before its own chunks.
const FRAME_BYTES: usize = 16;

struct Chunk<'a> {
    name: &'a [u8],
    words: &'a [u8],
}

/// What the chunks of the extended format come to.
#[derive(Default)]
struct Parts {
    kept: Vec<u8>,
    turn: Option<Turn>,
    has_profile: bool,
    pictures: usize,
    frames: usize,
    /// The size of the picture itself, beside that of the canvas.
    still: Option<Size>,
}

/// It begins as WebP does.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && part(bytes, 8, 4) == Some(b"WEBP")
}

/// The size in the header of the first chunk.
pub(crate) fn size(bytes: &[u8]) -> Option<Size> {
    let name = part(bytes, HEAD_BYTES, 4)?;
    let words = bytes.get(HEAD_BYTES + 8..)?;
    if name == b"VP8X" {
        canvas(words)
    } else {
        coded(name, words)
    }
}

/// The picture without what it says of its making; none when it is not whole.
pub(crate) fn bare(bytes: &[u8]) -> Option<Bare> {
    let length = little_length(bytes, 4, 4)?;
    let inside = part(bytes, 8, length)?;
    let mut at = 4;
    let first = chunk(inside, &mut at)?;
    if first.name != b"VP8X" {
        let size = coded(first.name, first.words)?;
        let mut kept = Vec::with_capacity(inside.len());
        put(&mut kept, first.name, first.words)?;
        return Some(Bare {
            bytes: whole(&kept)?,
            size,
            turn: None,
        });
    }
    let size = canvas(first.words)?;
    let parts = parts(inside, at, size)?;
    let flags = *first.words.first()?;
    let moves = flags & ANIMATION != 0;
    let fits = if moves {
        parts.frames > 0 && parts.pictures == 0
    } else {
        parts.frames == 0 && parts.pictures == 1 && parts.still == Some(size)
    };
    fits.then_some(())?;
    let mut flags = flags & (ALPHA | ANIMATION);
    if parts.has_profile {
        flags |= PROFILE;
    }
    if parts.turn.is_some() {
        flags |= EXIF;
    }
    let header = [&[flags, 0, 0, 0], part(first.words, 4, EXTENDED_BYTES - 4)?].concat();
    let mut kept = Vec::with_capacity(inside.len());
    put(&mut kept, b"VP8X", &header)?;
    kept.extend_from_slice(&parts.kept);
    if let Some(turn) = parts.turn {
        put(&mut kept, b"EXIF", &turn.block())?;
    }
    Some(Bare {
        bytes: whole(&kept)?,
        size,
        turn: parts.turn,
    })
}

/// The chunks after the header.
fn parts(inside: &[u8], mut at: usize, canvas: Size) -> Option<Parts> {
    let mut parts = Parts::default();
    while at < inside.len() {
        let chunk = chunk(inside, &mut at)?;
        match chunk.name {
            b"VP8 " | b"VP8L" => {
                parts.pictures += 1;
                parts.still = coded(chunk.name, chunk.words);
                put(&mut parts.kept, chunk.name, chunk.words)?;
            }
            b"ICCP" => {
                parts.has_profile = true;
                put(&mut parts.kept, chunk.name, chunk.words)?;
            }
            b"ALPH" | b"ANIM" => put(&mut parts.kept, chunk.name, chunk.words)?,
            b"ANMF" => {
                parts.frames += 1;
                put(&mut parts.kept, b"ANMF", &frame(chunk.words, canvas)?)?;
            }
            b"EXIF" => {
                // Some programs write JPEG's identifier before the block.
                let block = chunk.words.strip_prefix(b"Exif\0\0").unwrap_or(chunk.words);
                parts.turn = parts.turn.or_else(|| exif::turn(block));
            }
            _ => {}
        }
    }
    Some(parts)
}

/// A frame of an animation with the chunks that are pictures; each fits the canvas.
fn frame(words: &[u8], canvas: Size) -> Option<Vec<u8>> {
    let mut kept = part(words, 0, FRAME_BYTES)?.to_vec();
    let mut at = FRAME_BYTES;
    let mut pictures = 0;
    while at < words.len() {
        let chunk = chunk(words, &mut at)?;
        match chunk.name {
            b"VP8 " | b"VP8L" => {
                let size = coded(chunk.name, chunk.words)?;
                (size.width <= canvas.width && size.height <= canvas.height).then_some(())?;
                pictures += 1;
                put(&mut kept, chunk.name, chunk.words)?;
            }
            b"ALPH" => put(&mut kept, chunk.name, chunk.words)?,
            _ => {}
        }
    }
    (pictures == 1).then_some(kept)
}

/// The next chunk; one of odd length has a byte after it, which the last may lack.
fn chunk<'a>(bytes: &'a [u8], at: &mut usize) -> Option<Chunk<'a>> {
    let name = part(bytes, *at, 4)?;
    let length = little_length(bytes, *at + 4, 4)?;
    let words = part(bytes, *at + 8, length)?;
    *at += 8 + length + length % 2;
    Some(Chunk { name, words })
}

/// The size of the canvas, less one in three bytes each.
fn canvas(words: &[u8]) -> Option<Size> {
    Size::of(little(words, 4, 3)? + 1, little(words, 7, 3)? + 1)
}

/// The size in the head of coded data: RFC 6386 §9.1, RFC 9649 §3.4.
fn coded(name: &[u8], words: &[u8]) -> Option<Size> {
    match name {
        b"VP8 " => {
            let starts = part(words, 3, 3) == Some(&[0x9D, 0x01, 0x2A]);
            starts.then_some(())?;
            Size::of(little(words, 6, 2)? & 0x3FFF, little(words, 8, 2)? & 0x3FFF)
        }
        b"VP8L" => {
            let starts = words.first() == Some(&0x2F);
            starts.then_some(())?;
            let bits = little(words, 1, 4)?;
            Size::of((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        }
        _ => None,
    }
}

fn put(bytes: &mut Vec<u8>, name: &[u8], words: &[u8]) -> Option<()> {
    bytes.extend_from_slice(name);
    bytes.extend(u32::try_from(words.len()).ok()?.to_le_bytes());
    bytes.extend_from_slice(words);
    if words.len() % 2 == 1 {
        bytes.push(0);
    }
    Some(())
}

fn whole(kept: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(kept.len() + 4).ok()?;
    let mut bytes = b"RIFF".to_vec();
    bytes.extend(length.to_le_bytes());
    bytes.extend_from_slice(b"WEBP");
    bytes.extend_from_slice(kept);
    Some(bytes)
}
