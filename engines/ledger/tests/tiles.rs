//! Paths and bytes of tiles: round trips and strictness.

mod common;

use common::Chance;
use ledger::tile::{Level, TileError, TilePath, entry_bundle, parse_entry_bundle, parse_hashes, tiles_of};

#[test]
fn tile_paths_have_one_spelling() {
    let mut chance = Chance(10);
    for _ in 0..20_000 {
        let level = match chance.below(65) {
            64 => Level::Entries,
            level => Level::Hash(level as u8),
        };
        let path = TilePath {
            level,
            index: chance.any_size(),
            width: 1 + chance.below(256) as u16,
        };
        assert_eq!(path.to_string().parse(), Ok(path), "{path}");
    }
    let text = "tile/0/x001/x234/067.p/5";
    assert_eq!(
        text.parse(),
        Ok(TilePath {
            level: Level::Hash(0),
            index: 1_234_067,
            width: 5
        })
    );
    let last = TilePath {
        level: Level::Hash(63),
        index: u64::MAX,
        width: 256,
    };
    assert_eq!(last.to_string(), "tile/63/x018/x446/x744/x073/x709/x551/615");
    for wrong in [
        "",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/x000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/+1/000",
        "tile/0/x000/001",
        "tile/0/001/001",
        "tile/0/x001",
        "tile/0/000/",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/1/",
        "tile/0/000.p/1.p/1",
        "tile/0/+00",
        "tile/0/ 00",
        "/tile/0/000",
        "tile//000",
        "tile/0//000",
        "tile/0/X001/000",
        "tile/0/x018/x446/x744/x073/x709/x551/616",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        "tile/Entries/000",
        "tile/0/٠٠٠",
        "tile/0/000\n",
    ] {
        assert_eq!(wrong.parse::<TilePath>(), Err(TileError::Path), "{wrong:?}");
    }
    let names: Vec<_> = tiles_of(70_000).map(|path| path.to_string()).collect();
    assert_eq!(names.len(), 274 + 2 + 1 + 274);
    assert_eq!(names[273], "tile/0/273.p/112");
    assert_eq!(names[274..277], ["tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]);
    assert_eq!(names[550], "tile/entries/273.p/112");
    assert_eq!(tiles_of(0).count(), 0);
}

#[test]
fn bundles_and_tiles_round_trip() {
    let mut chance = Chance(11);
    for _ in 0..300 {
        let entries: Vec<Vec<u8>> = (0..chance.below(257)).map(|_| chance.bytes(80)).collect();
        let bytes = entry_bundle(entries.iter().map(Vec::as_slice));
        assert_eq!(parse_entry_bundle(&bytes), Ok(entries.clone()));
        if let Some(shorter) = bytes.len().checked_sub(1) {
            assert_eq!(
                parse_entry_bundle(&bytes[..shorter]),
                Err(TileError::Truncated(entries.len() - 1))
            );
        }
        let _ = parse_entry_bundle(&chance.bytes(600));
        let _ = parse_hashes(&chance.bytes(600));
    }
    assert_eq!(entry_bundle([&[9; 32][..]].into_iter())[..3], [0, 32, 9]);
    assert_eq!(parse_entry_bundle(&[0; 2 * 257]), Err(TileError::TooManyEntries));
    let long = vec![0; 65_536];
    assert_eq!(entry_bundle([&b"a"[..], &long].into_iter()), [0, 1, b'a']);
    assert_eq!(parse_hashes(&[1; 64]), Ok(vec![[1; 32]; 2]));
    for wrong in [0, 31, 33, 8192 + 32] {
        assert_eq!(parse_hashes(&vec![0; wrong]), Err(TileError::HashBytes(wrong)));
    }
}
