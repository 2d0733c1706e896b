//! Paths and bytes of C2SP tlog-tiles: `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]`.

use std::fmt;
use std::str::FromStr;

use crate::tree::{HASH_BYTES, Hash, TILE_HEIGHT, TILE_WIDTH};

/// The highest level a tile path may name (tlog-tiles).
pub const MAX_LEVEL: u8 = 63;

/// The longest entry of a bundle in bytes: its length is a 16-bit number.
pub const MAX_ENTRY_BYTES: usize = u16::MAX as usize;

/// The longest path in bytes: level, seven groups of a 64-bit index and a width.
const MAX_PATH_BYTES: usize = 64;

/// What a tile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// An entry bundle: the leaves themselves, beside the hash tile of level 0.
    Entries,
    /// Hashes of this level, 0 (leaf hashes) to 63.
    Hash(u8),
}

/// The place of a tile under a log's prefix. The text form is strict both ways: every tile has exactly one path.
/// A value put together by hand from fields out of range prints a path that parsing refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TilePath {
    /// Level, or entries.
    pub level: Level,
    /// Index of the tile in its level.
    pub index: u64,
    /// Hashes or entries in it, 1 to 256; 256 is a full tile.
    pub width: u16,
}

/// Why a path or the bytes of a tile are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TileError {
    /// Not a path of a tile.
    #[error("not a tile path")]
    Path,
    /// The bytes end within an entry or its length.
    #[error("the entry bundle ends within entry {0}")]
    Truncated(usize),
    /// More than 256 entries.
    #[error("the entry bundle has more than 256 entries")]
    TooManyEntries,
    /// Not a whole number of hashes, none, or more than 256.
    #[error("{0} bytes are not 1 to 256 hashes")]
    HashBytes(usize),
}

impl TilePath {
    /// The path of a tile as the tree of `size` leaves has it: full, partial, or none if it is empty at this size.
    pub fn at_size(level: Level, index: u64, size: u64) -> Option<Self> {
        let height = match level {
            Level::Entries => 0,
            Level::Hash(level) => TILE_HEIGHT * u32::from(level),
        };
        let first = index.checked_mul(TILE_WIDTH as u64)?;
        let width = size
            .checked_shr(height)
            .unwrap_or(0)
            .saturating_sub(first)
            .min(TILE_WIDTH as u64) as u16;
        (width > 0).then_some(Self { level, index, width })
    }

    /// True for a full tile, whose path has no width.
    pub fn is_full(&self) -> bool {
        usize::from(self.width) == TILE_WIDTH
    }

    /// The path of the full tile at the same place: where to look once a partial tile was deleted.
    pub fn full(self) -> Self {
        Self {
            width: TILE_WIDTH as u16,
            ..self
        }
    }
}

/// All hash tiles, then all entry bundles of a tree of `size` leaves, in order of level and index.
pub fn tiles_of(size: u64) -> impl Iterator<Item = TilePath> {
    let levels = (0..=MAX_LEVEL)
        .map(Level::Hash)
        .take_while(move |level| TilePath::at_size(*level, 0, size).is_some());
    levels
        .chain([Level::Entries])
        .flat_map(move |level| (0..).map_while(move |n| TilePath::at_size(level, n, size)))
}

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Level::Entries => f.write_str("tile/entries/")?,
            Level::Hash(level) => write!(f, "tile/{level}/")?,
        }
        // The largest power of 1000 not above the index starts the first group.
        let mut unit = 1;
        while self.index / unit >= 1000 {
            unit *= 1000;
        }
        while unit > 1 {
            write!(f, "x{:03}/", self.index / unit % 1000)?;
            unit /= 1000;
        }
        write!(f, "{:03}", self.index % 1000)?;
        if self.is_full() {
            Ok(())
        } else {
            write!(f, ".p/{}", self.width)
        }
    }
}

impl FromStr for TilePath {
    type Err = TileError;

    fn from_str(path: &str) -> Result<Self, TileError> {
        parse_path(path).ok_or(TileError::Path)
    }
}

/// The strict reading of a path; anything but the one right spelling is none.
fn parse_path(path: &str) -> Option<TilePath> {
    if path.len() > MAX_PATH_BYTES {
        return None;
    }
    let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
    let level = if level == "entries" {
        Level::Entries
    } else {
        Level::Hash(
            u8::try_from(plain_number(level)?)
                .ok()
                .filter(|level| *level <= MAX_LEVEL)?,
        )
    };
    let (groups, width) = match rest.split_once(".p/") {
        None => (rest, TILE_WIDTH as u64),
        Some((groups, width)) => (
            groups,
            plain_number(width).filter(|w| (1..TILE_WIDTH as u64).contains(w))?,
        ),
    };
    let mut index = 0_u64;
    let mut groups = groups.split('/').peekable();
    let mut first = true;
    while let Some(group) = groups.next() {
        let digits = if groups.peek().is_some() {
            group.strip_prefix('x')?
        } else {
            group
        };
        // A leading group of zeros would be a second spelling of a smaller index.
        if digits.len() != 3 || !all_digits(digits) || (first && digits == "000" && groups.peek().is_some()) {
            return None;
        }
        index = index.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
        first = false;
    }
    Some(TilePath {
        level,
        index,
        width: width as u16,
    })
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An ASCII decimal number without sign or surplus leading zeros.
pub(crate) fn plain_number(text: &str) -> Option<u64> {
    if !all_digits(text) || (text.len() > 1 && text.starts_with('0')) {
        return None;
    }
    text.parse().ok()
}

/// Bytes of an entry bundle: each entry after its length as a big-endian 16-bit number. It stops before an entry
/// longer than [`MAX_ENTRY_BYTES`], so that a reader would find the bundle short, never wrong; our own entries are
/// digests of 32 bytes.
pub fn entry_bundle<'a>(entries: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(entries.size_hint().0.min(TILE_WIDTH) * (2 + HASH_BYTES));
    for entry in entries {
        let Ok(length) = u16::try_from(entry.len()) else { break };
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(entry);
    }
    bytes
}

/// The entries of a bundle, of any length up to [`MAX_ENTRY_BYTES`]: our digests, or another log's raw entries.
///
/// # Errors
/// Bytes that end within an entry; more than 256 entries.
pub fn parse_entry_bundle(bytes: &[u8]) -> Result<Vec<Vec<u8>>, TileError> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        if entries.len() == TILE_WIDTH {
            return Err(TileError::TooManyEntries);
        }
        let truncated = TileError::Truncated(entries.len());
        let (length, after) = rest.split_first_chunk::<2>().ok_or(truncated)?;
        let (entry, after) = after
            .split_at_checked(usize::from(u16::from_be_bytes(*length)))
            .ok_or(truncated)?;
        entries.push(entry.to_vec());
        rest = after;
    }
    Ok(entries)
}

/// The hashes of a tile's bytes.
///
/// # Errors
/// Bytes that are not 1 to 256 hashes of 32 bytes.
pub fn parse_hashes(bytes: &[u8]) -> Result<Vec<Hash>, TileError> {
    let (hashes, rest) = bytes.as_chunks::<HASH_BYTES>();
    if !rest.is_empty() || hashes.is_empty() || hashes.len() > TILE_WIDTH {
        return Err(TileError::HashBytes(bytes.len()));
    }
    Ok(hashes.to_vec())
}
