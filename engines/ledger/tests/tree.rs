//! The tree against RFC 6962 as written, over random sizes and seeds that are named when something fails.

mod common;

use std::time::Instant;

use common::{Chance, Grown, naive_path, naive_root, naive_subproof};
use ledger::tree::{
    Edge, EdgeAndTiles, Hash, MAX_TREE_SIZE, ProofError, Prover, TreeError, consistency_proof, empty_root,
    inclusion_proof, leaf_hash, node_hash, root_at, verify_consistency, verify_inclusion,
};
use sha2::{Digest, Sha256};

/// Sizes around the borders of tiles, and random ones.
fn sizes(chance: &mut Chance) -> Vec<usize> {
    let mut sizes = vec![
        1, 2, 3, 127, 128, 255, 256, 257, 511, 512, 513, 1023, 4096, 65_535, 65_536, 65_537, 66_049,
    ];
    sizes.extend((0..40).map(|_| 1 + chance.below(3000) as usize));
    sizes
}

#[test]
fn hashes_are_those_of_the_rfc() {
    assert_eq!(empty_root(), <Hash>::from(Sha256::digest([])));
    assert_eq!(Edge::new().root(), empty_root());
    assert_eq!(leaf_hash(b"x"), <Hash>::from(Sha256::digest(b"\0x")));
    let (left, right) = (leaf_hash(b"l"), leaf_hash(b"r"));
    let joined = [&[1_u8][..], &left, &right].concat();
    assert_eq!(node_hash(&left, &right), <Hash>::from(Sha256::digest(joined)));
}

#[test]
fn roots_of_every_small_size_are_the_naive_ones() {
    let mut edge = Edge::new();
    let grown = Grown::new(600);
    for (size, leaf) in grown.leaves.iter().enumerate() {
        assert_eq!(edge.root(), naive_root(&grown.leaves[..size]), "size {size}");
        edge.push(*leaf);
    }
    assert_eq!(edge, grown.edge);
}

#[test]
fn tiles_hold_the_hashes_the_specification_names() {
    let grown = Grown::new(70_000);
    // The example of tlog-tiles: 273 full and 112 at level 0, 1 full and 17 at level 1, 1 at level 2.
    let full = |level| grown.full.iter().filter(|tile| tile.level == level).count();
    assert_eq!((full(0), full(1), full(2)), (273, 1, 0));
    let widths: Vec<_> = (0..4).map(|level| grown.edge.partial(level).len()).collect();
    assert_eq!(widths, [112, 17, 1, 0]);
    assert!(grown.edge.partial(200).is_empty());
    for tile in grown.full.iter().filter(|tile| tile.level == 0) {
        let start = tile.index as usize * 256;
        assert_eq!(*tile.bytes, *grown.leaves[start..start + 256].as_flattened());
    }
    let upper = grown.full.iter().find(|tile| tile.level == 1).unwrap();
    for (i, hash) in upper.bytes.as_chunks::<32>().0.iter().enumerate() {
        assert_eq!(*hash, naive_root(&grown.leaves[i * 256..(i + 1) * 256]));
    }
    assert_eq!(grown.edge.partial(2)[0], naive_root(&grown.leaves[..65_536]));
}

#[test]
fn proofs_from_edge_and_tiles_are_those_of_the_rfc_at_every_size() {
    let seed = 1;
    let mut chance = Chance(seed);
    for now in sizes(&mut chance) {
        let grown = Grown::new(now);
        let source = EdgeAndTiles::new(&grown.edge, |level, index| grown.full_tile(level, index));
        // The present size, and earlier ones whose partial tiles have since become wider or full.
        for turn in 0..4 {
            let size = if turn == 0 {
                now
            } else {
                1 + chance.below(now as u64) as usize
            };
            let leaves = &grown.leaves[..size];
            let root = naive_root(leaves);
            let mut prover = Prover::new(&source, size as u64).unwrap();
            assert_eq!(prover.root(), root, "seed {seed}, size {size} of {now}");
            assert_eq!(root_at(&source, size as u64), Ok(root));
            for turn in 0..4 {
                let index = if turn == 0 {
                    size - 1
                } else {
                    chance.below(size as u64) as usize
                };
                let proof = prover.inclusion(index as u64).unwrap();
                assert_eq!(
                    proof,
                    naive_path(index, leaves),
                    "seed {seed}, {index} in {size} of {now}"
                );
                assert_eq!(
                    verify_inclusion(&leaves[index], index as u64, size as u64, &proof, &root),
                    Ok(())
                );
                let from = 1 + chance.below(size as u64) as usize;
                let proof = prover.consistency(from as u64).unwrap();
                assert_eq!(
                    proof,
                    naive_subproof(from, leaves, true),
                    "seed {seed}, {from} to {size} of {now}"
                );
                let old = naive_root(&leaves[..from]);
                assert_eq!(
                    verify_consistency(from as u64, size as u64, &old, &root, &proof),
                    Ok(())
                );
            }
        }
    }
}

#[test]
fn nothing_that_was_changed_is_accepted() {
    let seed = 2;
    let mut chance = Chance(seed);
    for _ in 0..60 {
        let grown = Grown::new(2 + chance.below(1500) as usize);
        let size = grown.edge.size();
        let source = EdgeAndTiles::new(&grown.edge, |level, index| grown.full_tile(level, index));
        let (index, root) = (chance.below(size), grown.edge.root());
        let leaf = grown.leaves[index as usize];
        let proof = inclusion_proof(&source, index, size).unwrap();
        let flip = |hash: &Hash, bit: usize| {
            let mut hash = *hash;
            hash[bit / 8] ^= 1 << (bit % 8);
            hash
        };
        for bit in 0..256 {
            let hash = chance.below(proof.len() as u64) as usize;
            let mut wrong = proof.clone();
            wrong[hash] = flip(&wrong[hash], bit);
            assert!(
                verify_inclusion(&leaf, index, size, &wrong, &root).is_err(),
                "seed {seed}"
            );
            assert!(verify_inclusion(&leaf, index, size, &proof, &flip(&root, bit)).is_err());
            assert!(verify_inclusion(&flip(&leaf, bit), index, size, &proof, &root).is_err());
        }
        for bit in 0..64 {
            assert!(
                verify_inclusion(&leaf, index ^ 1 << bit, size, &proof, &root).is_err(),
                "seed {seed}"
            );
        }
        assert!(verify_inclusion(&leaf, index, size, &proof[1..], &root).is_err());
        assert!(verify_inclusion(&leaf, index, size, &[&proof[..], &[root]].concat(), &root).is_err());

        let from = 1 + chance.below(size - 1);
        let old = naive_root(&grown.leaves[..from as usize]);
        let proof = consistency_proof(&source, from, size).unwrap();
        for bit in 0..256 {
            let hash = chance.below(proof.len() as u64) as usize;
            let mut wrong = proof.clone();
            wrong[hash] = flip(&wrong[hash], bit);
            assert!(
                verify_consistency(from, size, &old, &root, &wrong).is_err(),
                "seed {seed}"
            );
            assert!(verify_consistency(from, size, &flip(&old, bit), &root, &proof).is_err());
            assert!(verify_consistency(from, size, &old, &flip(&root, bit), &proof).is_err());
        }
        for bit in 0..64 {
            assert!(
                verify_consistency(from ^ 1 << bit, size, &old, &root, &proof).is_err(),
                "seed {seed}"
            );
        }
        assert!(verify_consistency(from, size, &old, &root, &proof[1..]).is_err());
        assert!(verify_consistency(from, size, &old, &root, &[&proof[..], &[root]].concat()).is_err());
    }
}

#[test]
fn verification_of_arbitrary_input_ends_in_an_answer() {
    let mut chance = Chance(3);
    for _ in 0..20_000 {
        let (a, b, c) = (chance.any_size(), chance.any_size(), chance.any_size());
        let proof: Vec<Hash> = (0..chance.below(66)).map(|_| chance.hash()).collect();
        let (one, two) = (chance.hash(), chance.hash());
        assert!(verify_inclusion(&one, a, b, &proof, &two).is_err());
        assert!(verify_consistency(a, b, &one, &two, &proof).is_err());
        let _ = ledger::tree::verify_subtree_inclusion(&one, c, a, b, &proof, &two);
        let _ = ledger::tree::verify_subtree_consistency(a, b, c, &one, &two, &proof);
    }
    let any = [7; 32];
    assert_eq!(
        verify_consistency(0, 0, &any, &any, &[]),
        Err(ProofError::Sizes { from: 0, to: 0 })
    );
    assert!(verify_inclusion(&any, u64::MAX - 1, u64::MAX, &[any; 64], &any).is_err());
}

#[test]
fn edges_rebuilt_from_tiles_are_equal() {
    let mut chance = Chance(4);
    for now in sizes(&mut chance) {
        let grown = Grown::new(now);
        let full = |level, index, _width| grown.full_tile(level, index);
        let tail = &grown.leaves[now - now % 256..];
        let rebuilt = Edge::rebuild(now as u64, &full, tail.iter().copied()).unwrap();
        assert_eq!(rebuilt, grown.edge, "size {now}");
        assert_eq!(rebuilt.clone(), grown.edge);
        let earlier = chance.below(now as u64 + 1);
        let mut edge = grown.edge.at(earlier, &full).unwrap();
        assert_eq!(
            edge.root(),
            naive_root(&grown.leaves[..earlier as usize]),
            "size {earlier} of {now}"
        );
        for leaf in &grown.leaves[earlier as usize..] {
            edge.push(*leaf);
        }
        assert_eq!(edge, grown.edge);
    }
    let none = |_, _, _| Err::<Vec<Hash>, _>("no tile");
    assert_eq!(Edge::rebuild(0, &none, []), Ok(Edge::new()));
    assert_eq!(Edge::rebuild(256, &none, []), Err(TreeError::Source("no tile")));
    assert_eq!(
        Edge::rebuild(2, &none, [[0; 32]]),
        Err(TreeError::Tail { want: 2, got: 1 })
    );
    assert_eq!(
        Edge::rebuild(MAX_TREE_SIZE + 1, &none, []),
        Err(TreeError::TooLarge(MAX_TREE_SIZE + 1))
    );
    let short = |_, _, _| Ok::<_, ()>(vec![[0; 32]; 255]);
    assert!(matches!(
        Edge::rebuild(256, &short, []),
        Err(TreeError::Width { got: 255, .. })
    ));
}

#[test]
fn what_the_tree_has_not_reached_is_refused() {
    let grown = Grown::new(300);
    let source = EdgeAndTiles::new(&grown.edge, |level, index| grown.full_tile(level, index));
    assert!(matches!(
        inclusion_proof(&source, 300, 300),
        Err(TreeError::Proof(ProofError::IndexOutOfRange { .. }))
    ));
    assert!(matches!(
        inclusion_proof(&source, 0, 301),
        Err(TreeError::Source(TreeError::Beyond { .. }))
    ));
    assert!(matches!(
        consistency_proof(&source, 0, 300),
        Err(TreeError::Proof(ProofError::Sizes { .. }))
    ));
    assert!(matches!(
        consistency_proof(&source, 301, 300),
        Err(TreeError::Proof(ProofError::Sizes { .. }))
    ));
    assert!(matches!(root_at(&source, u64::MAX), Err(TreeError::TooLarge(_))));
    assert_eq!(root_at(&source, 0), Ok(empty_root()));
    assert_eq!(consistency_proof(&source, 300, 300), Ok(Vec::new()));
}

/// Prints the cost of growing, rooting and proving; says nothing about pass or fail, since machines differ.
#[test]
#[ignore = "a measurement, run it in release"]
fn cost_per_operation() {
    use std::io::Write as _;
    let count = 1_000_000_u32;
    let mut edge = Edge::new();
    let mut full = std::collections::HashMap::new();
    let started = Instant::now();
    for i in 0..count {
        for tile in edge.push(leaf_hash(&i.to_be_bytes())) {
            full.insert((tile.level, tile.index), tile.bytes);
        }
    }
    let push = started.elapsed() / count;
    let started = Instant::now();
    for _ in 0..100_000 {
        std::hint::black_box(std::hint::black_box(&edge).root());
    }
    let root = started.elapsed() / 100_000;
    let source = EdgeAndTiles::new(&edge, |level, index| {
        full.get(&(level, index))
            .map(|bytes| bytes.as_chunks().0.to_vec())
            .ok_or(())
    });
    let size = u64::from(count);
    let started = Instant::now();
    for _ in 0..1000 {
        std::hint::black_box(inclusion_proof(&source, size - 1, size).unwrap());
    }
    let single = started.elapsed() / 1000;
    let started = Instant::now();
    let mut prover = Prover::new(&source, size).unwrap();
    for index in size - 128..size {
        std::hint::black_box(prover.inclusion(index).unwrap());
    }
    let batch = started.elapsed() / 128;
    let said = format!("push {push:?}, root {root:?}, one proof {single:?}, proof in a batch of 128 {batch:?}\n");
    let _ = std::io::stderr().write_all(said.as_bytes());
}
