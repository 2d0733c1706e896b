//! Proofs and roots made from tiles.

use super::{
    Hash, MAX_TREE_SIZE, ProofError, TILE_HEIGHT, TILE_LEVELS, TILE_WIDTH, TileSource, TreeError, empty_root, node_hash,
};

/// Tiles a [`Prover`] keeps at once in each level, at most 16 KiB each.
const MAX_CACHED_TILES: usize = 64;

/// Heights a node of a tree of 64-bit size can have.
const HEIGHTS: usize = u64::BITS as usize + 1;

/// Makes any number of proofs for one size of a tree; each tile is read and hashed once. For the answers to a batch
/// of appended leaves this makes a proof cost a few look-ups instead of hundreds of hashes.
#[derive(Debug)]
pub struct Prover<'a, S> {
    source: &'a S,
    size: u64,
    /// For each height the hash of the rightmost node, which is often not a perfect subtree; filled up to the root.
    right: [Hash; HEIGHTS],
    /// Tiles already read, by level, with their index.
    tiles: [Vec<(u64, TileNodes)>; TILE_LEVELS],
}

/// What a [`Prover`] has read and computed, without its source: to be kept until the next proof for the same size.
#[derive(Debug)]
pub struct WarmProver {
    size: u64,
    right: [Hash; HEIGHTS],
    tiles: [Vec<(u64, TileNodes)>; TILE_LEVELS],
}

impl WarmProver {
    /// Leaves in the tree that proofs are made for.
    pub fn size(&self) -> u64 {
        self.size
    }
}

/// The hashes of a tile and of all perfect nodes above them, one row after another.
#[derive(Debug)]
struct TileNodes {
    nodes: Vec<Hash>,
    offsets: [usize; TILE_HEIGHT as usize],
}

impl TileNodes {
    fn new(mut nodes: Vec<Hash>) -> Self {
        let mut offsets = [0; TILE_HEIGHT as usize];
        let (mut start, mut width) = (0, nodes.len());
        nodes.reserve_exact(nodes.len());
        for offset in &mut offsets[1..] {
            for i in 0..width / 2 {
                nodes.push(node_hash(&nodes[start + 2 * i], &nodes[start + 2 * i + 1]));
            }
            start += width;
            width /= 2;
            *offset = start;
        }
        Self { nodes, offsets }
    }
}

impl<'a, S: TileSource> Prover<'a, S> {
    /// Opens the tree at a size and reads the tiles on its right edge.
    ///
    /// # Errors
    /// A failing source, tiles of another width than asked for, a size above [`MAX_TREE_SIZE`].
    pub fn new(source: &'a S, size: u64) -> Result<Self, TreeError<S::Error>> {
        if size > MAX_TREE_SIZE {
            return Err(TreeError::TooLarge(size));
        }
        let mut prover = Self {
            source,
            size,
            right: [empty_root(); HEIGHTS],
            tiles: Default::default(),
        };
        if size > 0 {
            prover.right[0] = prover.perfect(0, size - 1)?;
            for height in 0..prover.top() {
                let last = (size - 1) >> height;
                // An odd last node has a perfect left sibling; an even one moves up unchanged.
                prover.right[height as usize + 1] = if last & 1 == 1 {
                    node_hash(&prover.perfect(height, last - 1)?, &prover.right[height as usize])
                } else {
                    prover.right[height as usize]
                };
            }
        }
        Ok(prover)
    }

    /// Goes on where another prover was suspended. The source must be of the same tree.
    pub fn resume(source: &'a S, warm: WarmProver) -> Self {
        let WarmProver { size, right, tiles } = warm;
        Self {
            source,
            size,
            right,
            tiles,
        }
    }

    /// Lets go of the source and keeps the work done.
    pub fn suspend(self) -> WarmProver {
        let Self { size, right, tiles, .. } = self;
        WarmProver { size, right, tiles }
    }

    /// Leaves in the tree that proofs are made for.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Root of the tree.
    pub fn root(&self) -> Hash {
        self.right[self.top() as usize]
    }

    /// Inclusion proof of a leaf (RFC 6962 §2.1.1): from the leaf's sibling up to the root's child.
    ///
    /// # Errors
    /// A leaf outside the tree; a failing source.
    pub fn inclusion(&mut self, index: u64) -> Result<Vec<Hash>, TreeError<S::Error>> {
        if index >= self.size {
            return Err(ProofError::IndexOutOfRange { index, size: self.size }.into());
        }
        let mut proof = Vec::with_capacity(self.top() as usize);
        self.siblings(0, index, &mut proof)?;
        Ok(proof)
    }

    /// Consistency proof from an earlier size (RFC 6962 §2.1.2); empty if the sizes are equal.
    ///
    /// # Errors
    /// An earlier size of 0 or above this one; a failing source.
    pub fn consistency(&mut self, from: u64) -> Result<Vec<Hash>, TreeError<S::Error>> {
        if from == 0 || from > self.size {
            return Err(ProofError::Sizes { from, to: self.size }.into());
        }
        let mut proof = Vec::new();
        if from < self.size {
            // The largest perfect subtree that ends where the old tree ended is the node both trees share.
            let height = from.trailing_zeros();
            let node = (from - 1) >> height;
            if node != 0 {
                proof.push(self.perfect(height, node)?);
            }
            self.siblings(height, node, &mut proof)?;
        }
        Ok(proof)
    }

    /// Height of the root: the smallest tree of 2^top leaves that holds all.
    fn top(&self) -> u32 {
        self.size
            .checked_sub(1)
            .map_or(0, |last| u64::BITS - last.leading_zeros())
    }

    /// Appends the siblings on the way from a node up to the root.
    fn siblings(&mut self, height: u32, mut node: u64, proof: &mut Vec<Hash>) -> Result<(), TreeError<S::Error>> {
        for height in height..self.top() {
            let last = (self.size - 1) >> height;
            let sibling = node ^ 1;
            if sibling < last {
                proof.push(self.perfect(height, sibling)?);
            } else if sibling == last {
                proof.push(self.right[height as usize]);
            }
            node >>= 1;
        }
        Ok(())
    }

    /// Hash of the perfect node of 2^height leaves that is number `node` at its height.
    fn perfect(&mut self, height: u32, node: u64) -> Result<Hash, TreeError<S::Error>> {
        let (level, inner) = (height / TILE_HEIGHT, height % TILE_HEIGHT);
        let index = node >> (TILE_HEIGHT - inner);
        let position = match self.tiles[level as usize]
            .iter()
            .rposition(|(cached, _)| *cached == index)
        {
            Some(position) => position,
            None => self.load(level, index)?,
        };
        let within = (node & ((TILE_WIDTH as u64 >> inner) - 1)) as usize;
        let (_, tile) = &self.tiles[level as usize][position];
        Ok(tile.nodes[tile.offsets[inner as usize] + within])
    }

    /// Reads a tile, as wide as this size of the tree has it, and returns its place among the cached ones.
    fn load(&mut self, level: u32, index: u64) -> Result<usize, TreeError<S::Error>> {
        let first = index << TILE_HEIGHT;
        let want = (self.size >> (TILE_HEIGHT * level))
            .saturating_sub(first)
            .min(TILE_WIDTH as u64) as usize;
        let hashes = self
            .source
            .tile(level as u8, index, want as u16)
            .map_err(TreeError::Source)?;
        if hashes.len() != want {
            return Err(TreeError::Width {
                level: level as u8,
                index,
                want,
                got: hashes.len(),
            });
        }
        let cached = &mut self.tiles[level as usize];
        if cached.len() >= MAX_CACHED_TILES {
            cached.clear();
        }
        cached.push((index, TileNodes::new(hashes)));
        Ok(cached.len() - 1)
    }
}

/// Inclusion proof of leaf `index` in the tree of `size` leaves. For many leaves of one size use a [`Prover`].
///
/// # Errors
/// A leaf outside the tree; a failing source.
pub fn inclusion_proof<S: TileSource>(source: &S, index: u64, size: u64) -> Result<Vec<Hash>, TreeError<S::Error>> {
    if index >= size {
        return Err(ProofError::IndexOutOfRange { index, size }.into());
    }
    Prover::new(source, size)?.inclusion(index)
}

/// Consistency proof between two sizes of one tree.
///
/// # Errors
/// A first size of 0 or above the second; a failing source.
pub fn consistency_proof<S: TileSource>(source: &S, from: u64, to: u64) -> Result<Vec<Hash>, TreeError<S::Error>> {
    if from == 0 || from > to {
        return Err(ProofError::Sizes { from, to }.into());
    }
    Prover::new(source, to)?.consistency(from)
}

/// Root the tree had at `size`.
///
/// # Errors
/// A failing source.
pub fn root_at<S: TileSource>(source: &S, size: u64) -> Result<Hash, TreeError<S::Error>> {
    Ok(Prover::new(source, size)?.root())
}
