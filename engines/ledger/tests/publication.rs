//! What the world sees of the log, and when.

mod toy;

use ledger::checkpoint::walk_log;
use ledger::tile::{Level, TilePath, parse_hashes, tiles_of};
use ledger::tree::{Hash, consistency_proof, root_at, verify_consistency};
use std::sync::atomic::Ordering;
use std::time::Duration;
use toy::*;

#[test]
fn the_public_checkpoint_moves_at_most_once_a_period() {
    let mut around = Surroundings::new();
    around.publish_every = Duration::from_secs(60);
    let ledger = around.open();
    first(&ledger, note("a"));
    assert_eq!(ledger.public().size, 0);
    around.elapsed_ms.store(59_999, Ordering::SeqCst);
    assert_eq!(ledger.public().size, 0);
    around.elapsed_ms.store(60_000, Ordering::SeqCst);
    assert_eq!(ledger.public().size, 1);
    first(&ledger, note("b"));
    around.elapsed_ms.store(119_999, Ordering::SeqCst);
    assert_eq!(ledger.public().size, 1);
    // A quiet time does not save up moves.
    around.elapsed_ms.store(600_000, Ordering::SeqCst);
    assert_eq!(ledger.public().size, 2);
    first(&ledger, note("c"));
    assert_eq!(ledger.public().size, 2);
    assert_eq!(around.open().public().size, 3, "the newest after a start");
}

#[test]
fn nothing_beyond_the_public_size_is_served() {
    let mut around = Surroundings::new();
    around.publish_every = Duration::MAX;
    let ledger = around.open();
    first(&ledger, Command::Notes(300));
    for path in [
        "tile/0/000",
        "tile/0/001.p/44",
        "tile/entries/000",
        "tile/1/000.p/1",
        "tile/0/000.p/1",
    ] {
        assert_eq!(ledger.tile(&path.parse().unwrap()).unwrap(), None, "{path}");
    }
    prove_all(&ledger);
    ledger.close();
    let ledger = around.open();
    first(&ledger, Command::Notes(300));
    assert_eq!(ledger.public().size, 300);
    let served = |path: &str| ledger.tile(&path.parse().unwrap()).unwrap().map(|bytes| bytes.len());
    assert_eq!(served("tile/0/000"), Some(8192));
    assert_eq!(served("tile/0/001.p/44"), Some(44 * 32));
    assert_eq!(served("tile/0/001.p/43"), Some(43 * 32), "as it was at an earlier size");
    assert_eq!(served("tile/entries/001.p/44"), Some(44 * 34));
    assert_eq!(served("tile/1/000.p/1"), Some(32));
    for path in [
        "tile/0/001",
        "tile/0/001.p/45",
        "tile/1/000.p/2",
        "tile/2/000.p/1",
        "tile/0/002.p/1",
        "tile/63/000",
    ] {
        assert_eq!(served(path), None, "{path}");
    }
    let wrong = TilePath {
        level: Level::Hash(0),
        index: u64::MAX,
        width: 0,
    };
    assert_eq!(ledger.tile(&wrong).unwrap(), None);
    prove_all(&ledger);
}

/// The proofs of the newest entries are kept from when they were recorded, those of older ones are computed again.
#[test]
fn an_entry_that_is_not_public_is_proved_in_the_tree_that_ends_with_it() {
    let mut around = Surroundings::new();
    around.publish_every = Duration::MAX;
    let ledger = around.open();
    for _ in 0..12 {
        first(&ledger, Command::Notes(400));
    }
    first(&ledger, note("một dòng"));
    let (size, key) = (ledger.view().size, key().verifier());
    for seq in 0..size {
        let digest = ledger::entry::digest(&ledger.entry_bytes(seq).unwrap().unwrap());
        let proof = ledger.proof(seq).unwrap();
        assert_eq!(proof.verify_data(&digest, &key).unwrap().size, seq + 1, "entry {seq}");
    }
    let last = ledger.proof(size - 1).unwrap();
    assert_eq!(
        last.checkpoint,
        ledger.view().signed.as_ref(),
        "nothing is signed twice"
    );
}

#[test]
fn the_tiles_of_every_public_size_rebuild_its_root() {
    let around = Surroundings::new();
    let ledger = around.open();
    let mut earlier = vec![ledger.public()];
    for count in [1, 1, 5, 100, 148, 1, 1, 255, 300] {
        first(&ledger, Command::Notes(count));
        let public = ledger.public();
        let read = |path: &TilePath| ledger.tile(path);
        let report = walk_log(&public.signed, &key().verifier(), read, |_, _| {}).unwrap();
        assert_eq!(
            (report.checkpoint.size, report.checkpoint.root),
            (public.size, public.root)
        );
        earlier.push(public.clone());
        // Every earlier size, too, from what is served now.
        let source = |level: u8, index: u64, width: u16| {
            let path = TilePath {
                level: Level::Hash(level),
                index,
                width,
            };
            ledger.tile(&path).map(|bytes| parse_hashes(&bytes.unwrap()).unwrap())
        };
        for before in &earlier[1..] {
            assert_eq!(root_at(&source, before.size).unwrap(), before.root);
            assert!(tiles_of(before.size).all(|path| ledger.tile(&path).unwrap().is_some()));
            let proof: Vec<Hash> = consistency_proof(&source, before.size, public.size).unwrap();
            verify_consistency(before.size, public.size, &before.root, &public.root, &proof).unwrap();
        }
    }
    prove_all(&ledger);
}
