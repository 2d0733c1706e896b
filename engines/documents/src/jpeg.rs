//! JPEG (ITU-T T.81 Annex B), its segments one after the other.
//!
//! Kept: what the picture is decoded from, and of the application segments those that change how it looks: JFIF without
//! its preview (ITU-T T.871), colour profiles (ICC.1 Annex B.4), Adobe's colour transform (T.872 §6.5.3). How the picture is
//! turned is said by a fresh Exif block. Everything else, remarks included, is left out, and so is what follows the end.

use crate::bytes::{big, big_length, part};
use crate::exif::{self, Turn};
use crate::picture::{Bare, Size};

const START: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP14: u8 = 0xEE;

const JFIF: &[u8] = b"JFIF\0";
/// JFIF's words without its preview: identifier, version, unit, two densities.
const JFIF_BYTES: usize = 12;
const EXIF: &[u8] = b"Exif\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";
const ADOBE: &[u8] = b"Adobe";
/// Adobe's words: identifier, version, two flags, transform.
const ADOBE_BYTES: usize = 12;

/// One step through the file.
enum Step<'a> {
    /// A segment: its marker and its words.
    Segment(u8, &'a [u8]),
    End,
}

/// It begins as JPEG does.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, START, 0xFF])
}

/// The size in the frame's header.
pub(crate) fn size(bytes: &[u8]) -> Option<Size> {
    let mut at = 2;
    loop {
        match next(bytes, &mut at)? {
            Step::Segment(marker, words) if is_frame(marker) => return frame(words),
            Step::Segment(SCAN, _) | Step::End => return None,
            Step::Segment(..) => {}
        }
    }
}

/// The picture without what it says of its making; none when it is not whole.
pub(crate) fn bare(bytes: &[u8]) -> Option<Bare> {
    let mut at = 2;
    let mut turn = None;
    let mut head = Vec::new();
    let mut kept = Vec::with_capacity(bytes.len());
    let mut size = None;
    let mut has_scan = false;
    loop {
        match next(bytes, &mut at)? {
            Step::Segment(marker, words) if is_frame(marker) => {
                // A second frame belongs to hierarchical coding, which no browser shows.
                if size.replace(frame(words)?).is_some() {
                    return None;
                }
                put(&mut kept, marker, words)?;
            }
            Step::Segment(SCAN, words) => {
                size?;
                put(&mut kept, SCAN, words)?;
                let end = scan_end(bytes, at)?;
                kept.extend_from_slice(bytes.get(at..end)?);
                at = end;
                has_scan = true;
            }
            Step::Segment(APP0, words) if words.starts_with(JFIF) => {
                if head.is_empty() {
                    let words = [part(words, 0, JFIF_BYTES)?, &[0, 0]].concat();
                    put(&mut head, APP0, &words)?;
                }
            }
            Step::Segment(APP1, words) => {
                turn = turn.or_else(|| words.strip_prefix(EXIF).and_then(exif::turn));
            }
            Step::Segment(APP2, words) if words.starts_with(ICC) => put(&mut kept, APP2, words)?,
            Step::Segment(APP14, words) if words.starts_with(ADOBE) => {
                put(&mut kept, APP14, part(words, 0, ADOBE_BYTES)?)?;
            }
            Step::Segment(marker, words) if is_table(marker) => put(&mut kept, marker, words)?,
            Step::Segment(..) => {}
            Step::End => break,
        }
    }
    has_scan.then_some(())?;
    Some(Bare {
        bytes: whole(&head, turn, &kept)?,
        size: size?,
        turn,
    })
}

fn whole(head: &[u8], turn: Option<Turn>, kept: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = vec![0xFF, START];
    bytes.extend_from_slice(head);
    if let Some(turn) = turn {
        put(&mut bytes, APP1, &[EXIF, &turn.block()].concat())?;
    }
    bytes.extend_from_slice(kept);
    bytes.extend([0xFF, END]);
    Some(bytes)
}

/// The next segment. Bytes that belong to none are passed over, as decoders do (they warn and go on).
fn next<'a>(bytes: &'a [u8], at: &mut usize) -> Option<Step<'a>> {
    loop {
        let marker = marker(bytes, at)?;
        match marker {
            END => return Some(Step::End),
            // a picture within the picture
            START => return None,
            // stuffing, restarts and the like belong to a scan; outside they say nothing
            0x00 | 0x01 | 0xD0..=0xD7 => {}
            // reserved, and extensions no browser knows
            0x02..=0xBF | 0xDE | 0xDF | 0xF0..=0xFD => return None,
            _ => {
                let length = big_length(bytes, *at, 2)?.checked_sub(2)?;
                let words = part(bytes, *at + 2, length)?;
                *at += 2 + length;
                return Some(Step::Segment(marker, words));
            }
        }
    }
}

/// Goes past the next marker.
fn marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    let rest = bytes.get(*at..)?;
    let flag = rest.iter().position(|byte| *byte == 0xFF)?;
    // any number of fill bytes may stand before the code (B.1.1.2)
    let fill = rest.get(flag..)?.iter().position(|byte| *byte != 0xFF)?;
    let code = *rest.get(flag + fill)?;
    *at += flag + fill + 1;
    Some(code)
}

/// Where the coded data of a scan end: at the first marker that is neither stuffing nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let ends = |pair: &[u8]| matches!(pair, [0xFF, code] if !matches!(code, 0x00 | 0xD0..=0xD7 | 0xFF));
    Some(from + rest.windows(2).position(ends)?)
}

/// Start of a frame; three markers of that range are tables.
const fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF)
}

/// Huffman, arithmetic and quantisation tables, number of lines, restart interval.
const fn is_table(marker: u8) -> bool {
    matches!(marker, 0xC4 | 0xCC | 0xDB | 0xDC | 0xDD)
}

fn frame(words: &[u8]) -> Option<Size> {
    Size::of(big(words, 3, 2)?, big(words, 1, 2)?)
}

fn put(bytes: &mut Vec<u8>, marker: u8, words: &[u8]) -> Option<()> {
    let length = u16::try_from(words.len() + 2).ok()?;
    bytes.extend([0xFF, marker]);
    bytes.extend(length.to_be_bytes());
    bytes.extend_from_slice(words);
    Some(())
}
