//! Properties of tree and texts over generated input; what fails is shrunk to its smallest case.

mod common;

use common::{Grown, naive_path, naive_root, naive_subproof};
use ledger::checkpoint::{Checkpoint, open, sign};
use ledger::note::{Note, SigningKey, VerifierKey};
use ledger::proof::TlogProof;
use ledger::tile::{Level, TilePath, entry_bundle, parse_entry_bundle, parse_hashes};
use ledger::tree::{
    Edge, EdgeAndTiles, Hash, consistency_proof, inclusion_proof, root_at, verify_consistency, verify_inclusion,
    verify_subtree_consistency, verify_subtree_inclusion,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// The largest tree grown here, in leaves: some full tiles and a second level.
const MAX_LEAVES: usize = 1200;

/// No file of past failures: what was found is kept as a test of its own.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn flipped(hash: &Hash, bit: &Index) -> Hash {
    let bit = bit.index(256);
    let mut hash = *hash;
    hash[bit / 8] ^= 1 << (bit % 8);
    hash
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![Just(Level::Entries), (0..=63_u8).prop_map(Level::Hash)]
}

/// Names of keys: no spaces, plus signs or control characters, not empty.
fn name() -> impl Strategy<Value = String> {
    "[a-zđêấộ0-9./-]{1,40}"
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn trees_agree_with_the_rfc(now in 1..MAX_LEAVES, size: Index, leaf: Index, from: Index) {
        let grown = Grown::new(now);
        let source = EdgeAndTiles::new(&grown.edge, |level, index| grown.full_tile(level, index));
        let (size, tail) = (1 + size.index(now), &grown.leaves[now - now % 256..]);
        let (leaf, from) = (leaf.index(size), 1 + from.index(size));
        let leaves = &grown.leaves[..size];
        let root = naive_root(leaves);
        prop_assert_eq!(grown.edge.root(), naive_root(&grown.leaves));
        prop_assert_eq!(root_at(&source, size as u64), Ok(root));
        let full = |level, index, _width| grown.full_tile(level, index);
        let rebuilt = Edge::rebuild(now as u64, &full, tail.iter().copied()).unwrap();
        prop_assert_eq!(&rebuilt, &grown.edge);
        prop_assert_eq!(grown.edge.at(size as u64, &full).map(|edge| edge.root()), Ok(root));

        let proof = inclusion_proof(&source, leaf as u64, size as u64).unwrap();
        prop_assert_eq!(&proof, &naive_path(leaf, leaves));
        prop_assert_eq!(verify_inclusion(&leaves[leaf], leaf as u64, size as u64, &proof, &root), Ok(()));
        let proof = consistency_proof(&source, from as u64, size as u64).unwrap();
        prop_assert_eq!(&proof, &naive_subproof(from, leaves, true));
        let old = naive_root(&leaves[..from]);
        prop_assert_eq!(verify_consistency(from as u64, size as u64, &old, &root, &proof), Ok(()));
    }

    #[test]
    fn any_flipped_bit_is_refused(
        size in 2..MAX_LEAVES, leaf: Index, from: Index, place: Index, bit: Index, number_bit in 0..64_u32
    ) {
        let grown = Grown::new(size);
        let source = EdgeAndTiles::new(&grown.edge, |level, index| grown.full_tile(level, index));
        let (leaf, from) = (leaf.index(size), 1 + from.index(size - 1));
        let (root, old) = (grown.edge.root(), naive_root(&grown.leaves[..from]));
        let hash = grown.leaves[leaf];
        let (size, leaf, from) = (size as u64, leaf as u64, from as u64);

        let proof = inclusion_proof(&source, leaf, size).unwrap();
        let mut wrong = proof.clone();
        let at = place.index(wrong.len());
        wrong[at] = flipped(&wrong[at], &bit);
        prop_assert!(verify_inclusion(&hash, leaf, size, &wrong, &root).is_err());
        prop_assert!(verify_inclusion(&flipped(&hash, &bit), leaf, size, &proof, &root).is_err());
        prop_assert!(verify_inclusion(&hash, leaf, size, &proof, &flipped(&root, &bit)).is_err());
        prop_assert!(verify_inclusion(&hash, leaf ^ 1 << number_bit, size, &proof, &root).is_err());

        let proof = consistency_proof(&source, from, size).unwrap();
        let mut wrong = proof.clone();
        let at = place.index(wrong.len());
        wrong[at] = flipped(&wrong[at], &bit);
        prop_assert!(verify_consistency(from, size, &old, &root, &wrong).is_err());
        prop_assert!(verify_consistency(from, size, &flipped(&old, &bit), &root, &proof).is_err());
        prop_assert!(verify_consistency(from, size, &old, &flipped(&root, &bit), &proof).is_err());
        prop_assert!(verify_consistency(from ^ 1 << number_bit, size, &old, &root, &proof).is_err());
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn tile_paths_round_trip(level in level(), index: u64, shift in 0..64_u32, width in 1..=256_u16) {
        let path = TilePath { level, index: index >> shift, width };
        prop_assert_eq!(path.to_string().parse(), Ok(path));
    }

    #[test]
    fn bundles_round_trip(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 0..=256)) {
        let bytes = entry_bundle(entries.iter().map(Vec::as_slice));
        prop_assert_eq!(parse_entry_bundle(&bytes), Ok(entries));
    }

    #[test]
    fn notes_and_checkpoints_round_trip(
        name in name(), seed: [u8; 32], text in "([^\\x00-\\x1f]{0,30}\n){1,5}", size in 1..u64::MAX, root: Hash
    ) {
        let key = SigningKey::new(&name, seed).unwrap();
        let verifier: VerifierKey = key.verifier().to_string().parse().unwrap();
        let note = Note::parse(&key.sign_note(&text)).unwrap();
        prop_assert_eq!(&note.text, &text);
        prop_assert_eq!(note.verify(&verifier), Ok(()));
        let checkpoint = Checkpoint { origin: name, size, root };
        prop_assert_eq!(checkpoint.to_string().parse(), Ok(checkpoint.clone()));
        prop_assert_eq!(open(&sign(&checkpoint, &key), &verifier), Ok(checkpoint));
    }

    #[test]
    fn proofs_round_trip(
        extra in prop::option::of(prop::collection::vec(any::<u8>(), 0..50)),
        index: u64,
        hashes in prop::collection::vec(any::<Hash>(), 0..=64),
    ) {
        let key = SigningKey::new("a.example", [1; 32]).unwrap();
        let checkpoint = sign(&Checkpoint { origin: "a.example".into(), size: 1, root: [1; 32] }, &key);
        let proof = TlogProof { extra, index, hashes, checkpoint };
        prop_assert_eq!(proof.to_string().parse(), Ok(proof));
    }

    #[test]
    fn parsers_never_panic(bytes: Vec<u8>, text in "\\PC{0,80}", lines in "([a-z0-9+/=.— ]{0,50}\n){0,8}") {
        let _ = Note::from_bytes(&bytes);
        let _ = parse_entry_bundle(&bytes);
        let _ = parse_hashes(&bytes);
        let led = format!("c2sp.org/tlog-proof@v1\nindex 0\n{lines}");
        for text in [&*String::from_utf8_lossy(&bytes), &text, &lines, &led] {
            let _ = (Note::parse(text), text.parse::<TilePath>(), text.parse::<VerifierKey>());
            let _ = (text.parse::<Checkpoint>(), text.parse::<TlogProof>());
        }
    }

    #[test]
    fn verification_never_panics(
        a: u64, b: u64, c: u64, shift in 0..64_u32,
        proof in prop::collection::vec(any::<Hash>(), 0..70), one: Hash, two: Hash,
    ) {
        let (a, b, c) = (a >> shift, b >> (shift / 2), c >> (shift / 3));
        prop_assert!(verify_inclusion(&one, a, b, &proof, &two).is_err());
        prop_assert!(verify_consistency(a, b, &one, &two, &proof).is_err());
        let _ = verify_subtree_inclusion(&one, c, a, b, &proof, &two);
        let _ = verify_subtree_consistency(a, b, c, &one, &two, &proof);
    }
}
