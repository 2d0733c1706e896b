//! Re-derives a whole log served as tlog-tiles, ours or another's, from its entries.

use crate::checkpoint::{Checkpoint, CheckpointError, open};
use crate::note::VerifierKey;
use crate::tile::{Level, TileError, TilePath, parse_entry_bundle};
use crate::tree::{Edge, HASH_BYTES, Hash, MAX_TREE_SIZE, TILE_HEIGHT, TILE_LEVELS, TILE_WIDTH, leaf_hash};

/// What a walk through a log found, all of it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkReport {
    /// The checkpoint whose root the entries lead to.
    pub checkpoint: Checkpoint,
    /// Entry bundles read.
    pub bundles: u64,
    /// Hash tiles compared.
    pub tiles: u64,
}

/// The first fault of a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WalkError<E> {
    /// The checkpoint is refused.
    #[error("checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The signed size is above [`MAX_TREE_SIZE`].
    #[error("checkpoint: a tree of {0} leaves is larger than any log")]
    TooLarge(u64),
    /// A file the size calls for is absent.
    #[error("{0} is missing")]
    Missing(TilePath),
    /// A bundle is malformed.
    #[error("{0}: {1}")]
    Malformed(TilePath, TileError),
    /// A bundle or tile is shorter or longer than its width.
    #[error("{path} holds {got} instead of {want}")]
    Width {
        /// Its path.
        path: TilePath,
        /// Entries it must hold, or bytes of hashes.
        want: usize,
        /// Entries or bytes it holds.
        got: usize,
    },
    /// A published hash is not the one the entries give.
    #[error("{path}: hash {position} is not the one of the entries")]
    Hash {
        /// Path of the tile.
        path: TilePath,
        /// Place of the first wrong hash in it.
        position: usize,
    },
    /// The entries lead to another root than the signed one.
    #[error("the entries lead to another root than the signed one")]
    Root,
    /// Reading failed.
    #[error("{path}: {error}")]
    Read {
        /// Path that was read.
        path: TilePath,
        /// What happened.
        error: E,
    },
}

/// Verifies a log from the ground up: opens the signed checkpoint, hashes every entry of every bundle, compares every
/// hash tile of that size with what the entries give, and the root with the signed one. Memory stays constant.
///
/// `read` gives the bytes at a path below the log's prefix, or none if there is nothing; a partial tile that is gone
/// is looked for in the full one. `entry` sees each entry with its number, in order, before the root is known to be
/// right.
///
/// # Errors
/// The first fault found; see [`WalkError`].
pub fn walk_log<E>(
    signed_checkpoint: &str,
    key: &VerifierKey,
    mut read: impl FnMut(&TilePath) -> Result<Option<Vec<u8>>, E>,
    mut entry: impl FnMut(u64, &[u8]),
) -> Result<WalkReport, WalkError<E>> {
    let checkpoint = open(signed_checkpoint, key)?;
    let size = checkpoint.size;
    if size > MAX_TREE_SIZE {
        return Err(WalkError::TooLarge(size));
    }
    let mut edge = Edge::new();
    let (mut bundles, mut tiles) = (0, 0);
    while let Some(path) = TilePath::at_size(Level::Entries, bundles, size) {
        for data in read_bundle(path, &mut read)? {
            entry(edge.size(), &data);
            for full in edge.push(leaf_hash(&data)) {
                let path = TilePath {
                    level: Level::Hash(full.level),
                    index: full.index,
                    width: TILE_WIDTH as u16,
                };
                compare(path, full.bytes.as_chunks().0, &mut read)?;
                tiles += 1;
            }
        }
        bundles += 1;
    }
    for level in 0..TILE_LEVELS as u8 {
        let hashes = edge.partial(level);
        if !hashes.is_empty() {
            // The topmost level has one tile at most; there the shift takes all bits.
            let index = size.checked_shr(TILE_HEIGHT * (u32::from(level) + 1)).unwrap_or(0);
            let path = TilePath {
                level: Level::Hash(level),
                index,
                width: hashes.len() as u16,
            };
            compare(path, hashes, &mut read)?;
            tiles += 1;
        }
    }
    if edge.root() != checkpoint.root {
        return Err(WalkError::Root);
    }
    Ok(WalkReport {
        checkpoint,
        bundles,
        tiles,
    })
}

/// Reads a bundle of exactly as many entries as its path says.
fn read_bundle<E>(
    path: TilePath,
    read: &mut impl FnMut(&TilePath) -> Result<Option<Vec<u8>>, E>,
) -> Result<Vec<Vec<u8>>, WalkError<E>> {
    let want = usize::from(path.width);
    let (bytes, found) = read_or_full(path, read)?;
    let mut entries = parse_entry_bundle(&bytes).map_err(|error| WalkError::Malformed(found, error))?;
    if entries.len() != usize::from(found.width) {
        return Err(WalkError::Width {
            path: found,
            want: usize::from(found.width),
            got: entries.len(),
        });
    }
    entries.truncate(want);
    Ok(entries)
}

/// Compares a published tile with the hashes it must hold.
fn compare<E>(
    path: TilePath,
    hashes: &[Hash],
    read: &mut impl FnMut(&TilePath) -> Result<Option<Vec<u8>>, E>,
) -> Result<(), WalkError<E>> {
    let (bytes, found) = read_or_full(path, read)?;
    let want = usize::from(found.width) * HASH_BYTES;
    if bytes.len() != want {
        return Err(WalkError::Width {
            path: found,
            want,
            got: bytes.len(),
        });
    }
    match hashes
        .iter()
        .zip(bytes.as_chunks().0)
        .position(|(ours, theirs)| ours != theirs)
    {
        Some(position) => Err(WalkError::Hash { path: found, position }),
        None => Ok(()),
    }
}

/// Reads a path, or the full tile at its place if the partial one is gone.
fn read_or_full<E>(
    path: TilePath,
    read: &mut impl FnMut(&TilePath) -> Result<Option<Vec<u8>>, E>,
) -> Result<(Vec<u8>, TilePath), WalkError<E>> {
    for candidate in [path, path.full()] {
        match read(&candidate) {
            Ok(Some(bytes)) => return Ok((bytes, candidate)),
            Ok(None) => {}
            Err(error) => return Err(WalkError::Read { path: candidate, error }),
        }
    }
    Err(WalkError::Missing(path))
}
