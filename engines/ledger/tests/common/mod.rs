//! Shared by the tests: where published vectors are, a slow reference tree, and reproducible chance.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use std::io::Write as _;
use std::path::PathBuf;

use ledger::tree::{Edge, FullTile, Hash, empty_root, leaf_hash, node_hash};

/// Folder of published vectors under the shared data, or none after saying loudly that a test is skipped.
pub fn vectors(folder: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("LANGNGHE_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let path = shared.join("data/trust").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    // Written to the handle, because the test runner hides what the print macros say in tests that pass.
    let said = format!(
        "SKIPPED, NOTHING VERIFIED: no vectors at {} (set LANGNGHE_SHARED)\n",
        path.display()
    );
    let _ = std::io::stderr().write_all(said.as_bytes());
    None
}

/// RFC 6962 §2.1 as it is written: MTH of a list of leaf hashes.
pub fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let split = leaves.len().next_power_of_two() / 2;
            node_hash(&naive_root(&leaves[..split]), &naive_root(&leaves[split..]))
        }
    }
}

/// RFC 6962 §2.1.1 as it is written: PATH(index, leaves).
pub fn naive_path(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let split = leaves.len().next_power_of_two() / 2;
    let (left, right) = leaves.split_at(split);
    if index < split {
        let mut path = naive_path(index, left);
        path.push(naive_root(right));
        path
    } else {
        let mut path = naive_path(index - split, right);
        path.push(naive_root(left));
        path
    }
}

/// RFC 6962 §2.1.2 as it is written: SUBPROOF(from, leaves, whole).
pub fn naive_subproof(from: usize, leaves: &[Hash], whole: bool) -> Vec<Hash> {
    if from == leaves.len() {
        return if whole { Vec::new() } else { vec![naive_root(leaves)] };
    }
    let split = leaves.len().next_power_of_two() / 2;
    let (left, right) = leaves.split_at(split);
    if from <= split {
        let mut proof = naive_subproof(from, left, whole);
        proof.push(naive_root(right));
        proof
    } else {
        let mut proof = naive_subproof(from - split, right, false);
        proof.push(naive_root(left));
        proof
    }
}

/// A grown tree: leaves, edge and the full tiles in the order they came.
pub struct Grown {
    pub leaves: Vec<Hash>,
    pub edge: Edge,
    pub full: Vec<FullTile>,
}

impl Grown {
    pub fn new(size: usize) -> Self {
        let mut grown = Self {
            leaves: Vec::new(),
            edge: Edge::new(),
            full: Vec::new(),
        };
        for i in 0..size {
            let leaf = leaf_hash(&(i as u64).to_be_bytes());
            grown.leaves.push(leaf);
            grown.full.extend(grown.edge.push(leaf));
        }
        grown
    }

    /// A full tile of this tree.
    pub fn full_tile(&self, level: u8, index: u64) -> Result<Vec<Hash>, String> {
        let tile = self.full.iter().find(|tile| tile.level == level && tile.index == index);
        tile.map(|tile| tile.bytes.as_chunks().0.to_vec())
            .ok_or_else(|| format!("no full tile {level}/{index}"))
    }
}

/// A small generator (splitmix64) with a printed seed: failures repeat exactly.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    pub fn bytes(&mut self, longest: u64) -> Vec<u8> {
        (0..self.below(longest + 1)).map(|_| self.next() as u8).collect()
    }

    pub fn hash(&mut self) -> Hash {
        std::array::from_fn(|_| self.next() as u8)
    }

    /// A number whose length in bits is as random as its bits.
    pub fn any_size(&mut self) -> u64 {
        let bits = self.below(65) as u32;
        self.next().checked_shr(64 - bits).unwrap_or(0)
    }
}
