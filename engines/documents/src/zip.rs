//! The directory of a ZIP archive (PKWARE APPNOTE 6.3, §4.3), read strictly: an archive that two programs could read in
//! two ways is not whole.

use crate::bytes::{little, little_length, part};
use flate2::read::DeflateDecoder;
use std::io::Read;

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
/// Bytes of the end record, without its comment.
const END_BYTES: usize = 22;
/// Bytes of a central header, without its name and extras.
const CENTRAL_BYTES: usize = 46;
/// Bytes of a local header, without its name and extras.
const LOCAL_BYTES: usize = 30;
/// Longest comment of an archive.
const COMMENT_BYTES_MAX: usize = u16::MAX as usize;
const STORED: u32 = 0;
const DEFLATED: u32 = 8;

/// One file of an archive.
pub(crate) struct Entry<'a> {
    /// Its path, as stored.
    pub(crate) name: &'a [u8],
    method: u32,
    packed: &'a [u8],
}

impl Entry<'_> {
    /// Its words, at most `bytes_max`; none when there are more, or they can't be unpacked.
    pub(crate) fn words(&self, bytes_max: usize) -> Option<Vec<u8>> {
        match self.method {
            STORED => (self.packed.len() <= bytes_max).then(|| self.packed.to_vec()),
            DEFLATED => {
                let mut words = Vec::new();
                let limit = u64::try_from(bytes_max).ok()?.checked_add(1)?;
                DeflateDecoder::new(self.packed)
                    .take(limit)
                    .read_to_end(&mut words)
                    .ok()?;
                (words.len() <= bytes_max).then_some(words)
            }
            _ => None,
        }
    }

    /// It stands in the archive as it is.
    pub(crate) fn is_stored(&self) -> bool {
        self.method == STORED
    }
}

/// The files of an archive, in the order of its directory; none when it is not whole, has more than `entries_max`, needs
/// a later format (ZIP64), or its two headers of a file say different names.
pub(crate) fn entries(bytes: &[u8], entries_max: usize) -> Option<Vec<Entry<'_>>> {
    let end = end(bytes)?;
    let count = little_length(bytes, end + 10, 2)?;
    let one_disk = little(bytes, end + 4, 4)? == 0 && little_length(bytes, end + 8, 2)? == count;
    let length = little_length(bytes, end + 12, 4)?;
    let mut at = little_length(bytes, end + 16, 4)?;
    let joined = at.checked_add(length)? == end;
    (one_disk && joined && count <= entries_max).then_some(())?;
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        entries.push(entry(bytes, &mut at)?);
    }
    let mut names: Vec<&[u8]> = entries.iter().map(|entry| entry.name).collect();
    names.sort_unstable();
    let twice = names
        .windows(2)
        .any(|pair| matches!(pair, [one, other] if one == other));
    (at == end && !twice).then_some(entries)
}

/// Where the end record begins: its comment reaches to the last byte.
fn end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_BYTES)?;
    let first = last.saturating_sub(COMMENT_BYTES_MAX);
    (first..=last).rev().find(|at| {
        part(bytes, *at, 4) == Some(END) && little_length(bytes, at + 20, 2) == Some(bytes.len() - END_BYTES - at)
    })
}

fn entry<'a>(bytes: &'a [u8], at: &mut usize) -> Option<Entry<'a>> {
    let header = part(bytes, *at, CENTRAL_BYTES)?;
    header.starts_with(CENTRAL).then_some(())?;
    let is_locked = little(header, 8, 2)? & 1 == 1;
    let method = little(header, 10, 2)?;
    let packed_length = little_length(header, 20, 4)?;
    let name_length = little_length(header, 28, 2)?;
    let local = little_length(header, 42, 4)?;
    let name = part(bytes, *at + CENTRAL_BYTES, name_length)?;
    *at += CENTRAL_BYTES + name_length + little_length(header, 30, 2)? + little_length(header, 32, 2)?;
    let head = part(bytes, local, LOCAL_BYTES)?;
    let same_name =
        little_length(head, 26, 2)? == name_length && part(bytes, local + LOCAL_BYTES, name_length)? == name;
    let same_method = little(head, 8, 2)? == method;
    (head.starts_with(LOCAL) && same_name && same_method && !is_locked && !name.is_empty()).then_some(())?;
    let start = local + LOCAL_BYTES + name_length + little_length(head, 28, 2)?;
    Some(Entry {
        name,
        method,
        packed: part(bytes, start, packed_length)?,
    })
}
