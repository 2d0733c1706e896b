//! The Merkle tree of RFC 6962 §2.1 (RFC 9162 §2.1) over SHA-256, kept as C2SP tlog-tiles.
//!
//! [`Edge`] grows a tree in memory, [`TileSource`] says where the hashes of a stored tree come from, [`Prover`] makes
//! proofs from them and the `verify_*` functions check proofs of anybody's tree. Nothing here does IO.

mod edge;
mod prove;
mod source;
mod verify;

pub use edge::{Edge, FullTile};
pub use prove::{Prover, WarmProver, consistency_proof, inclusion_proof, root_at};
pub use source::{EdgeAndTiles, TileSource};
pub use verify::{
    root_from_inclusion, verify_consistency, verify_inclusion, verify_subtree_consistency, verify_subtree_inclusion,
};

use sha2::{Digest, Sha256};

/// A SHA-256 value: of a leaf, of an inner node or of a whole tree.
pub type Hash = [u8; HASH_BYTES];

/// Length of a [`type@Hash`] in bytes.
pub const HASH_BYTES: usize = 32;

/// Hashes in a full tile (tlog-tiles: a tile spans eight levels of the tree).
pub const TILE_WIDTH: usize = 256;

/// Levels of the tree that one tile spans.
pub const TILE_HEIGHT: u32 = 8;

/// Length of a full tile in bytes.
pub const TILE_BYTES: usize = TILE_WIDTH * HASH_BYTES;

/// Levels of tiles a tree of 64-bit size can have.
pub const TILE_LEVELS: usize = 8;

/// The largest tree, in leaves, that this crate rebuilds, proves from or grows: so far above any real log that sums
/// of sizes cannot overflow. Verification of other people's proofs has no such limit.
pub const MAX_TREE_SIZE: u64 = 1 << 62;

/// The longest proof, in hashes: one for each level of a tree of 64-bit size, and one that a consistency proof
/// starts with.
pub const MAX_PROOF_HASHES: usize = 65;

/// SHA-256 of nothing: the root of a tree without leaves (RFC 6962 §2.1).
const EMPTY_ROOT: Hash = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41,
    0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

/// Hash of a leaf, `SHA-256(0x00 ‖ data)`. In our own log the data are the 32 bytes of an entry's SHA-256 digest.
pub fn leaf_hash(leaf_data: &[u8]) -> Hash {
    Sha256::new()
        .chain_update([0x00])
        .chain_update(leaf_data)
        .finalize()
        .into()
}

/// Hash of an inner node, `SHA-256(0x01 ‖ left ‖ right)`.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = [0x01; 1 + 2 * HASH_BYTES];
    bytes[1..=HASH_BYTES].copy_from_slice(left);
    bytes[1 + HASH_BYTES..].copy_from_slice(right);
    Sha256::digest(bytes).into()
}

/// Root of the tree without leaves, `SHA-256("")`.
pub const fn empty_root() -> Hash {
    EMPTY_ROOT
}

/// Why a proof is refused or cannot exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The leaf would lie outside the tree or subtree.
    #[error("leaf {index} is not in a tree of {size} leaves")]
    IndexOutOfRange {
        /// Zero-based number of the leaf.
        index: u64,
        /// Leaves in the tree (or number of the first leaf after the subtree).
        size: u64,
    },
    /// Sizes that no consistency proof connects: from nothing, or backwards.
    #[error("there is no consistency proof from size {from} to size {to}")]
    Sizes {
        /// Leaves in the older tree.
        from: u64,
        /// Leaves in the newer tree.
        to: u64,
    },
    /// The range is no node of a Merkle tree: empty, backwards, or not aligned to its own length.
    #[error("leaves {start} to {end} are not a subtree")]
    NotASubtree {
        /// Number of the first leaf.
        start: u64,
        /// Number of the first leaf after the range.
        end: u64,
    },
    /// Too few or too many hashes for these sizes.
    #[error("the proof has the wrong number of hashes ({0})")]
    Length(usize),
    /// The hashes lead to another root than the one given.
    #[error("the proof leads to another root")]
    RootMismatch,
}

/// Why hashes could not be read from stored tiles.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TreeError<E> {
    /// What was asked for does not exist in a tree of this size.
    #[error(transparent)]
    Proof(#[from] ProofError),
    /// A size above [`MAX_TREE_SIZE`].
    #[error("a tree of {0} leaves is larger than any log")]
    TooLarge(u64),
    /// The source gave more or fewer hashes than the width asked for.
    #[error("tile {index} of level {level} has {got} hashes instead of {want}")]
    Width {
        /// Level of the tile.
        level: u8,
        /// Index of the tile in its level.
        index: u64,
        /// Hashes asked for.
        want: usize,
        /// Hashes that came.
        got: usize,
    },
    /// The number of leaf hashes after the last full tile does not fit the size.
    #[error("{got} leaf hashes follow the last full tile instead of {want}")]
    Tail {
        /// Hashes the size calls for.
        want: usize,
        /// Hashes given.
        got: usize,
    },
    /// A tile beyond the present size of the tree was asked for.
    #[error("tile {index} of level {level} does not reach {width} hashes yet")]
    Beyond {
        /// Level of the tile.
        level: u8,
        /// Index of the tile in its level.
        index: u64,
        /// Hashes asked for.
        width: u16,
    },
    /// The source itself failed.
    #[error("tiles could not be read: {0}")]
    Source(E),
}

/// Hash of the perfect subtree over a power of two of hashes (1 to 256), without allocation.
fn fold_perfect(hashes: &[Hash]) -> Hash {
    let mut row = [[0; HASH_BYTES]; TILE_WIDTH / 2];
    if let [only] = hashes {
        return *only;
    }
    let mut width = hashes.len() / 2;
    for (parent, pair) in row.iter_mut().zip(hashes.as_chunks::<2>().0) {
        *parent = node_hash(&pair[0], &pair[1]);
    }
    while width > 1 {
        width /= 2;
        for i in 0..width {
            row[i] = node_hash(&row[2 * i], &row[2 * i + 1]);
        }
    }
    row[0]
}
