//! The right edge of a growing tree: all that must stay in memory to append leaves and to know the root.

use super::{
    HASH_BYTES, Hash, MAX_TREE_SIZE, ProofError, TILE_BYTES, TILE_HEIGHT, TILE_LEVELS, TILE_WIDTH, TileSource,
    TreeError, empty_root, fold_perfect, node_hash,
};

/// Bits of a tree size, thus the most perfect subtrees a tree falls into.
const PEAKS: usize = u64::BITS as usize;

/// A tile that has just received its 256th hash and never changes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullTile {
    /// Level, 0 for leaf hashes.
    pub level: u8,
    /// Index in the level.
    pub index: u64,
    /// The 256 hashes one after another, 8,192 bytes.
    pub bytes: Box<[u8]>,
}

/// The right edge of a tree: per tile level the hashes of its partial tile, and the roots of the perfect subtrees
/// ("peaks") the tree falls into, so that appending costs about one hash and the root at most 63.
#[derive(Debug, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    /// `peaks[h]` is the root of the perfect subtree of 2^h leaves if bit `h` of `size` is set, zeros otherwise.
    peaks: Box<[Hash; PEAKS]>,
    rows: [Vec<Hash>; TILE_LEVELS],
}

impl Default for Edge {
    fn default() -> Self {
        Self::new()
    }
}

impl Clone for Edge {
    /// Keeps the spare room of the rows in use, so that a clone does not allocate while a tile fills.
    fn clone(&self) -> Self {
        let rows = std::array::from_fn(|level| {
            let mut row = Vec::new();
            if self.rows[level].capacity() > 0 {
                row.reserve_exact(TILE_WIDTH);
                row.extend_from_slice(&self.rows[level]);
            }
            row
        });
        Self {
            size: self.size,
            peaks: self.peaks.clone(),
            rows,
        }
    }
}

impl Edge {
    /// The edge of the empty tree.
    pub fn new() -> Self {
        let mut rows: [Vec<Hash>; TILE_LEVELS] = Default::default();
        rows[0].reserve_exact(TILE_WIDTH);
        Self {
            size: 0,
            peaks: Box::new([[0; HASH_BYTES]; PEAKS]),
            rows,
        }
    }

    /// Leaves in the tree.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf hash and returns the tiles it completed, lowest level first. Allocates only if there are any.
    pub fn push(&mut self, leaf: Hash) -> Vec<FullTile> {
        let mut full = Vec::new();
        let mut height = 0;
        let mut hash = leaf;
        loop {
            if height % TILE_HEIGHT == 0 {
                self.push_row((height / TILE_HEIGHT) as usize, hash, &mut full);
            }
            if self.size >> height & 1 == 0 {
                break;
            }
            // A used peak goes back to zeros, so that equal trees have equal edges.
            let left = std::mem::replace(&mut self.peaks[height as usize], [0; HASH_BYTES]);
            hash = node_hash(&left, &hash);
            height += 1;
        }
        self.peaks[height as usize] = hash;
        self.size += 1;
        full
    }

    /// Puts a hash into the partial tile of a level; a tile that is thereby full leaves the row empty.
    fn push_row(&mut self, level: usize, hash: Hash, full: &mut Vec<FullTile>) {
        let row = &mut self.rows[level];
        if row.capacity() == 0 {
            row.reserve_exact(TILE_WIDTH);
        }
        row.push(hash);
        if row.len() == TILE_WIDTH {
            let mut bytes = Vec::with_capacity(TILE_BYTES);
            bytes.extend_from_slice(row.as_flattened());
            row.clear();
            // Level 7 would fill at 2^64 leaves only.
            let index = self.size >> (TILE_HEIGHT * (level as u32 + 1));
            full.push(FullTile {
                level: level as u8,
                index,
                bytes: bytes.into_boxed_slice(),
            });
        }
    }

    /// Root of the tree as it is now (RFC 6962 §2.1); at most 63 hashes.
    pub fn root(&self) -> Hash {
        let mut rest = self.size;
        if rest == 0 {
            return empty_root();
        }
        let mut root = self.peaks[rest.trailing_zeros() as usize];
        rest &= rest - 1;
        while rest != 0 {
            root = node_hash(&self.peaks[rest.trailing_zeros() as usize], &root);
            rest &= rest - 1;
        }
        root
    }

    /// Hashes of the partial tile of a level, at most 255; empty if the level has none. `as_flattened()` gives the
    /// bytes a partial tile is served as.
    pub fn partial(&self, level: u8) -> &[Hash] {
        self.rows.get(usize::from(level)).map_or(&[], Vec::as_slice)
    }

    /// Rebuilds the edge of a tree of `size` leaves from its full tiles and the `size % 256` leaf hashes after the
    /// last full tile of level 0. Reads at most 255 full tiles a level. The caller compares [`Edge::root`] with a
    /// root it trusts: what the source says is not checked otherwise.
    ///
    /// # Errors
    /// A failing source, tiles that are not full, a tail of another length, a size above [`MAX_TREE_SIZE`].
    pub fn rebuild<S: TileSource>(
        size: u64,
        full_tiles: &S,
        tail: impl IntoIterator<Item = Hash>,
    ) -> Result<Self, TreeError<S::Error>> {
        if size > MAX_TREE_SIZE {
            return Err(TreeError::TooLarge(size));
        }
        let mut edge = Self::new();
        let want = (size % TILE_WIDTH as u64) as usize;
        edge.rows[0].extend(tail.into_iter().take(TILE_WIDTH));
        if edge.rows[0].len() != want {
            return Err(TreeError::Tail {
                want,
                got: edge.rows[0].len(),
            });
        }
        for level in 1..TILE_LEVELS {
            let end = size >> (TILE_HEIGHT * level as u32);
            let start = end - end % TILE_WIDTH as u64;
            for index in start..end {
                let below = level as u8 - 1;
                let hashes = full_tiles
                    .tile(below, index, TILE_WIDTH as u16)
                    .map_err(TreeError::Source)?;
                if hashes.len() != TILE_WIDTH {
                    return Err(TreeError::Width {
                        level: below,
                        index,
                        want: TILE_WIDTH,
                        got: hashes.len(),
                    });
                }
                edge.rows[level].reserve_exact(TILE_WIDTH - edge.rows[level].len());
                edge.rows[level].push(fold_perfect(&hashes));
            }
        }
        edge.size = size;
        edge.restore_peaks();
        Ok(edge)
    }

    /// The edge the same tree had at an earlier size, from this edge and the full tiles behind it.
    ///
    /// # Errors
    /// As [`Edge::rebuild`]; a size that the tree has not reached.
    pub fn at<S: TileSource>(&self, size: u64, full_tiles: &S) -> Result<Self, TreeError<S::Error>> {
        if size > self.size {
            return Err(ProofError::Sizes {
                from: size,
                to: self.size,
            }
            .into());
        }
        let mut edge = Self::new();
        for level in 0..TILE_LEVELS {
            let (end, now) = (
                size >> (TILE_HEIGHT * level as u32),
                self.size >> (TILE_HEIGHT * level as u32),
            );
            let (width, index) = ((end % TILE_WIDTH as u64) as usize, end >> TILE_HEIGHT);
            if width == 0 {
                continue;
            }
            let row = &mut edge.rows[level];
            row.reserve_exact(TILE_WIDTH - row.len());
            if index == now >> TILE_HEIGHT {
                // The same partial tile, which has only grown since.
                row.extend_from_slice(&self.rows[level][..width]);
                continue;
            }
            let (level, want) = (level as u8, TILE_WIDTH);
            let tile = full_tiles.tile(level, index, want as u16).map_err(TreeError::Source)?;
            if tile.len() != want {
                let got = tile.len();
                return Err(TreeError::Width {
                    level,
                    index,
                    want,
                    got,
                });
            }
            row.extend(tile.into_iter().take(width));
        }
        edge.size = size;
        edge.restore_peaks();
        Ok(edge)
    }

    /// Roots of the perfect subtrees the tree falls into, the smallest first: the inclusion proof of the leaf that is
    /// appended next, against the tree that ends with it.
    pub fn peaks(&self) -> Vec<Hash> {
        let heights = (0..u64::BITS).filter(|height| self.size >> height & 1 == 1);
        heights.map(|height| self.peaks[height as usize]).collect()
    }

    /// Computes the peaks from the rows: the set bits of a row's width cut it into perfect runs, largest first.
    fn restore_peaks(&mut self) {
        for (level, row) in self.rows.iter().enumerate() {
            let mut rest = row.as_slice();
            for bit in (0..TILE_HEIGHT as usize).rev() {
                if row.len() >> bit & 1 == 1 {
                    let (run, after) = rest.split_at(1 << bit);
                    self.peaks[level * TILE_HEIGHT as usize + bit] = fold_perfect(run);
                    rest = after;
                }
            }
        }
    }
}
