//! A log of our own kind, digests as entries, verified from its files alone.

mod common;

use std::collections::HashMap;

use common::Grown;
use ledger::checkpoint::{Checkpoint, CheckpointError, WalkError, sign, walk_log};
use ledger::note::{NoteError, SigningKey, VerifierKey};
use ledger::tile::{Level, TilePath, entry_bundle, tiles_of};
use ledger::tree::{EdgeAndTiles, TileSource as _};

const ORIGIN: &str = "langnghe.example/log";

/// What a log's web folder holds, by path.
type Files = HashMap<String, Vec<u8>>;

/// Leaf data of the grown tree of the tests: the number of the leaf.
fn bundle(path: &TilePath) -> Vec<u8> {
    let first = path.index * 256;
    let data: Vec<_> = (first..first + u64::from(path.width)).map(u64::to_be_bytes).collect();
    entry_bundle(data.iter().map(|data| &data[..]))
}

fn publish(grown: &Grown) -> (String, Files, VerifierKey) {
    let source = EdgeAndTiles::new(&grown.edge, |level, index| grown.full_tile(level, index));
    let size = grown.edge.size();
    let files = tiles_of(size).map(|path| {
        let bytes = match path.level {
            Level::Entries => bundle(&path),
            Level::Hash(level) => source
                .tile(level, path.index, path.width)
                .unwrap()
                .as_flattened()
                .to_vec(),
        };
        (path.to_string(), bytes)
    });
    let files = files.collect();
    let key = SigningKey::new(ORIGIN, [3; 32]).unwrap();
    let head = Checkpoint {
        origin: ORIGIN.into(),
        size,
        root: grown.edge.root(),
    };
    (sign(&head, &key), files, key.verifier())
}

fn walk(signed: &str, key: &VerifierKey, files: &Files) -> Result<(u64, u64), WalkError<String>> {
    let mut next = 0_u64;
    let report = walk_log(
        signed,
        key,
        |path| Ok(files.get(&path.to_string()).cloned()),
        |number, entry| {
            assert_eq!((number, entry), (next, &next.to_be_bytes()[..]));
            next += 1;
        },
    )?;
    assert_eq!(next, report.checkpoint.size);
    Ok((report.bundles, report.tiles))
}

#[test]
fn own_logs_of_any_size_are_accepted() {
    for (size, want) in [
        (0, (0, 0)),
        (1, (1, 1)),
        (256, (1, 2)),
        (600, (3, 4)),
        (66_000, (258, 258 + 2 + 1)),
    ] {
        let (signed, files, key) = publish(&Grown::new(size));
        assert_eq!(walk(&signed, &key, &files), Ok(want), "size {size}");
    }
}

/// An earlier checkpoint stays verifiable after its partial tiles were deleted in favour of the full ones.
#[test]
fn deleted_partial_tiles_are_found_in_full_ones() {
    let (earlier, _, key) = publish(&Grown::new(300));
    let (_, mut files, _) = publish(&Grown::new(512));
    files.insert("tile/1/000.p/1".into(), files["tile/1/000.p/2"][..32].to_vec());
    assert_eq!(walk(&earlier, &key, &files), Ok((2, 3)));
}

#[test]
fn the_first_fault_is_named() {
    let (signed, files, key) = publish(&Grown::new(600));
    let mut paths: Vec<_> = files.keys().cloned().collect();
    paths.sort();
    for path in &paths {
        for position in (0..files[path].len()).step_by(97) {
            let mut changed = files.clone();
            changed.get_mut(path).unwrap()[position] ^= 0x10;
            // Without looking at the entries, whose change shows in the hashes or in the lengths.
            let fault = walk_log(
                &signed,
                &key,
                |p| Ok::<_, String>(changed.get(&p.to_string()).cloned()),
                |_, _| (),
            );
            match fault.unwrap_err() {
                WalkError::Hash {
                    path: named,
                    position: hash,
                } => {
                    let entries = path.starts_with("tile/entries/");
                    let level_0 = path.replace("entries", "0");
                    assert_eq!(named.to_string(), if entries { level_0 } else { path.clone() });
                    assert_eq!(hash, if entries { position / 10 } else { position / 32 });
                }
                WalkError::Malformed(named, _) | WalkError::Width { path: named, .. } => {
                    assert_eq!(named.to_string(), *path);
                }
                other => panic!("{path} byte {position}: {other}"),
            }
        }
        let mut gone = files.clone();
        gone.remove(path);
        let fault = walk(&signed, &key, &gone).unwrap_err();
        assert_eq!(fault, WalkError::Missing(path.parse().unwrap()));
        assert_eq!(fault.to_string(), format!("{path} is missing"));
    }
}

#[test]
fn a_signed_root_that_is_not_the_one_of_the_entries_is_refused() {
    let (_, files, key) = publish(&Grown::new(600));
    let signer = SigningKey::new(ORIGIN, [3; 32]).unwrap();
    let head = |size, root| {
        sign(
            &Checkpoint {
                origin: ORIGIN.into(),
                size,
                root,
            },
            &signer,
        )
    };
    assert_eq!(walk(&head(600, [1; 32]), &key, &files), Err(WalkError::Root));
    assert_eq!(
        walk(&head(u64::MAX, [1; 32]), &key, &files),
        Err(WalkError::TooLarge(u64::MAX))
    );
    let stranger = SigningKey::new("other.example", [3; 32]).unwrap().verifier();
    let refused = WalkError::Checkpoint(CheckpointError::Note(NoteError::NotSignedBy));
    assert_eq!(walk(&head(600, [1; 32]), &stranger, &files), Err(refused));
}
