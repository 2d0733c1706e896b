//! Vectors published by others: Merkle probes, a real CT log, the C2SP note, a foreign tlog-tiles log.

mod common;

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::vectors;
use ledger::checkpoint::{Checkpoint, WalkError, open, walk_log};
use ledger::note::{Note, NoteError, VerifierKey};
use ledger::tile::{Level, TilePath, parse_hashes};
use ledger::tree::{
    Edge, Hash, ProofError, consistency_proof, inclusion_proof, leaf_hash, root_at, verify_consistency,
    verify_inclusion, verify_subtree_consistency, verify_subtree_inclusion,
};
use serde_json::Value;

/// The one probe with 12-byte stand-ins for roots that must be accepted; a 32-byte type cannot hold them.
const STAND_IN_ROOTS: &str = "/sizes-are-equal-one-and-proof-is-empty.json";

/// Probes in which the root of the tree is of no account, because the subtree is empty.
const RANDOM_TREE_ROOT: &str = "subtree-root-valid-tree-root-random";

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn number(probe: &Value, field: &str) -> u64 {
    probe[field]
        .as_u64()
        .unwrap_or_else(|| panic!("{field} of {}", probe["file"]))
}

/// A hash, or none if it is not 32 bytes long, which is a refusal.
fn hash(value: &Value) -> Option<Hash> {
    STANDARD
        .decode(value.as_str().unwrap_or_default())
        .unwrap()
        .try_into()
        .ok()
}

fn hashes(value: &Value) -> Option<Vec<Hash>> {
    value
        .as_array()
        .map_or(Some(Vec::new()), |list| list.iter().map(hash).collect())
}

/// Runs a file of probes and compares number, attacks and each verdict.
fn probes(file: &str, count: usize, attacks: usize, stand_ins: usize, accepts: impl Fn(&Value) -> Option<bool>) {
    let Some(folder) = vectors("merkle") else { return };
    let probes = json(&folder.join(file));
    let probes = probes.as_array().unwrap();
    assert_eq!(probes.len(), count, "{file}");
    let mut refused = 0;
    let mut skipped = Vec::new();
    for probe in probes {
        let name = probe["file"].as_str().unwrap();
        let want_error = probe["wantErr"].as_bool().unwrap();
        if name.ends_with(STAND_IN_ROOTS) {
            skipped.push(name);
            continue;
        }
        // No answer: some hash is not 32 bytes long.
        let accepted = accepts(probe).unwrap_or(false);
        assert_eq!(accepted, !want_error, "{name}");
        refused += usize::from(!accepted);
    }
    assert_eq!(refused, attacks, "{file}");
    assert_eq!(skipped.len(), stand_ins, "{skipped:?}");
}

#[test]
fn inclusion_probes() {
    probes("inclusion.json", 98, 92, 0, |p| {
        let (leaf, proof, root) = (hash(&p["leafHash"])?, hashes(&p["proof"])?, hash(&p["root"])?);
        Some(verify_inclusion(&leaf, number(p, "leafIdx"), number(p, "treeSize"), &proof, &root).is_ok())
    });
}

#[test]
fn consistency_probes() {
    probes("consistency.json", 98, 92, 1, |p| {
        let (old, new, proof) = (hash(&p["root1"])?, hash(&p["root2"])?, hashes(&p["proof"])?);
        Some(verify_consistency(number(p, "size1"), number(p, "size2"), &old, &new, &proof).is_ok())
    });
}

#[test]
fn subtree_inclusion_probes() {
    probes("subtreeinclusion.json", 204, 192, 0, |p| {
        let (leaf, proof, root) = (hash(&p["leafHash"])?, hashes(&p["proof"])?, hash(&p["root"])?);
        let (index, start, end) = (number(p, "leafIdx"), number(p, "start"), number(p, "end"));
        Some(verify_subtree_inclusion(&leaf, index, start, end, &proof, &root).is_ok())
    });
}

#[test]
fn subtree_consistency_probes() {
    probes("subtreeconsistency.json", 118, 106, 1, |p| {
        let (old, proof) = (hash(&p["root1"])?, hashes(&p["proof"])?);
        // Two probes of an empty subtree give the tree 12 bytes for a root "at random" and accept them: any will do.
        let random = p["file"].as_str()?.contains(RANDOM_TREE_ROOT);
        let new = if random { [0xa5; 32] } else { hash(&p["root2"])? };
        let (start, end, size) = (number(p, "start"), number(p, "end"), number(p, "size"));
        Some(verify_subtree_consistency(start, end, size, &old, &new, &proof).is_ok())
    });
}

/// Four answers of a CT log of 961,984,011 entries.
#[test]
fn real_ct_log() {
    let Some(folder) = vectors("ct-http") else { return };
    let names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    let file = |start: &str| {
        let named = |name: &&std::ffi::OsString| name.to_string_lossy().starts_with(start);
        // The tree head's name begins that of the consistency proof too; the shortest is meant.
        json(&folder.join(names.iter().filter(named).min_by_key(|name| name.len()).unwrap()))
    };
    let head = file("get-sth");
    let size = number(&head, "tree_size");
    assert_eq!(size, 961_984_011);
    let root = hash(&head["sha256_root_hash"]).unwrap();

    let entry = file("get-entries");
    let leaf = leaf_hash(
        &STANDARD
            .decode(entry["entries"][0]["leaf_input"].as_str().unwrap())
            .unwrap(),
    );
    let inclusion = file("get-proof-by-hash");
    let path = hashes(&inclusion["audit_path"]).unwrap();
    let index = number(&inclusion, "leaf_index");
    assert_eq!(path.len(), 30);
    assert_eq!(verify_inclusion(&leaf, index, size, &path, &root), Ok(()));
    assert_eq!(
        verify_inclusion(&leaf, index + 1, size, &path, &root),
        Err(ProofError::RootMismatch)
    );
    for position in 0..path.len() {
        let mut wrong = path.clone();
        wrong[position][31] ^= 1;
        assert_eq!(
            verify_inclusion(&leaf, index, size, &wrong, &root),
            Err(ProofError::RootMismatch)
        );
    }

    // The older root was not stored; the proof itself determines it: the new root alone must come out right.
    let proof = hashes(&file("get-sth-consistency")["consistency"]).unwrap();
    let from = 3_654_490;
    let old = old_root(from, &proof);
    assert_eq!(verify_consistency(from, size, &old, &root, &proof), Ok(()));
    for position in 0..proof.len() {
        let mut wrong = proof.clone();
        wrong[position][0] ^= 0x80;
        assert_eq!(
            verify_consistency(from, size, &old, &root, &wrong),
            Err(ProofError::RootMismatch),
            "{position}"
        );
    }
    assert!(verify_consistency(from + 1, size, &old, &root, &proof).is_err());
}

/// The root of the older tree by the recursion of RFC 6962: of the proof's hashes, those left of the old right edge.
fn old_root(from: u64, proof: &[Hash]) -> Hash {
    let (first, rest) = proof.split_first().unwrap();
    let mut root = *first;
    let mut node = (from - 1) >> from.trailing_zeros();
    for sibling in rest {
        if node & 1 == 1 {
            root = ledger::tree::node_hash(sibling, &root);
        }
        node >>= 1;
    }
    root
}

#[test]
fn c2sp_note() {
    let Some(folder) = vectors("signed-note") else { return };
    let key = fs::read_to_string(folder.join("c2sp_example.vkey")).unwrap();
    let key: VerifierKey = key.trim_end().parse().unwrap();
    assert_eq!((key.name(), key.id()), ("example.com/foo", 0x530d_903a));
    let signed = fs::read_to_string(folder.join("c2sp_example.note")).unwrap();
    let note = Note::parse(&signed).unwrap();
    assert_eq!(note.text, "This is an example message.\n");
    assert_eq!(note.verify(&key), Ok(()));
    assert_eq!(format!("{}\n{}", note.text, note.signatures[0].line()), signed);
    let other = Note::parse(&signed.replace("example message", "Example message")).unwrap();
    assert_eq!(other.verify(&key), Err(NoteError::WrongSignature));
    let unknown = Note::parse(&signed.replace("/foo", "/bar")).unwrap();
    assert_eq!(unknown.verify(&key), Err(NoteError::NotSignedBy));
}

/// The log that Go's Tessera wrote: 15 entries of raw text, a checkpoint for each size.
#[test]
fn foreign_log() {
    let Some(folder) = vectors("tlog-tiles") else { return };
    let key: VerifierKey = fs::read_to_string(folder.join("vkey"))
        .unwrap()
        .trim_end()
        .parse()
        .unwrap();
    let read = |path: &TilePath| match fs::read(folder.join(path.to_string())) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        result => result.map(Some).map_err(|error| error.to_string()),
    };
    let mut heads: Vec<Checkpoint> = Vec::new();
    let mut edge = Edge::new();
    for size in 0..=15 {
        let signed = fs::read_to_string(folder.join(format!("checkpoint.{size}"))).unwrap();
        let mut entries = Vec::new();
        let report = walk_log(&signed, &key, read, |_, entry| entries.push(entry.to_vec())).unwrap();
        assert_eq!(report.checkpoint.size, size);
        assert_eq!(entries.len() as u64, size);
        assert_eq!((report.bundles, report.tiles), if size == 0 { (0, 0) } else { (1, 1) });
        if let Some(last) = entries.last() {
            edge.push(leaf_hash(last));
        }
        assert_eq!(edge.root(), report.checkpoint.root);
        heads.push(report.checkpoint);

        // Any changed byte of what this size reads is found.
        for level in [Level::Entries, Level::Hash(0)] {
            let Some(path) = TilePath::at_size(level, 0, size) else {
                continue;
            };
            let bytes = fs::read(folder.join(path.to_string())).unwrap();
            for position in 0..bytes.len() {
                let mut changed = bytes.clone();
                changed[position] ^= 1;
                let tampered = |wanted: &TilePath| {
                    if *wanted == path {
                        Ok(Some(changed.clone()))
                    } else {
                        read(wanted)
                    }
                };
                assert!(
                    walk_log(&signed, &key, tampered, |_, _| ()).is_err(),
                    "{path} byte {position}"
                );
            }
        }
    }
    assert_eq!(
        fs::read(folder.join("checkpoint")).unwrap(),
        fs::read(folder.join("checkpoint.15")).unwrap()
    );

    let tiles = |level: u8, index: u64, width: u16| {
        let path = TilePath {
            level: Level::Hash(level),
            index,
            width,
        };
        parse_hashes(&fs::read(folder.join(path.to_string())).unwrap())
    };
    for new in &heads[1..] {
        assert_eq!(root_at(&tiles, new.size).unwrap(), new.root);
        for old in &heads[1..=new.size as usize] {
            let proof = consistency_proof(&tiles, old.size, new.size).unwrap();
            assert_eq!(
                verify_consistency(old.size, new.size, &old.root, &new.root, &proof),
                Ok(())
            );
        }
        for index in 0..new.size {
            let leaf = tiles(0, 0, 15).unwrap()[index as usize];
            let proof = inclusion_proof(&tiles, index, new.size).unwrap();
            assert_eq!(verify_inclusion(&leaf, index, new.size, &proof, &new.root), Ok(()));
        }
    }

    let signed = fs::read_to_string(folder.join("checkpoint.15")).unwrap();
    let missing = walk_log(&signed, &key, |_: &TilePath| Ok::<_, ()>(None), |_, _| ());
    assert!(matches!(missing, Err(WalkError::Missing(path)) if path.to_string() == "tile/entries/000.p/15"));
    assert!(open(&signed.replace("\n15\n", "\n14\n"), &key).is_err());
}
