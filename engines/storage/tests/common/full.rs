//! A ledger with everything in it.

use base::fact::{BlobId, FieldName, SealedRef};
use base::time::Hour;
use ledger::store::{Batch, Blob, Erasable, Store, TileRow};
use ledger::tree::{Edge, Hash, leaf_hash};
use storage::conformance::{batch, salt};

/// More than two batches of the copy, and a tile of the second level is not filled.
pub const ENTRIES: u64 = 9_000;

/// A ledger with everything in it: real tiles, erased words, fewer keys than entries, files.
pub fn fill(store: &dyn Store) -> Hash {
    let epoch = store.lead().expect("the lead").epoch;
    let mut edge = Edge::new();
    let mut first = 0;
    while first < ENTRIES {
        let mut given: Batch = batch(first, 500);
        given.once.retain(|row| row.seq % 3 != 1);
        given.tiles.clear();
        for entry in &given.entries {
            let filled = edge.push(leaf_hash(&ledger::entry::digest(entry)));
            given.tiles.extend(filled.into_iter().map(|tile| TileRow {
                level: tile.level,
                index: tile.index,
                bytes: tile.bytes,
            }));
        }
        first += 500;
        store.append(epoch, &given).expect("appended");
    }
    for seed in 0..5u8 {
        let blob = Blob {
            salt: salt(u64::from(seed)),
            bytes: vec![seed; 1000 * usize::from(seed)],
            put: Hour::from_unix_secs(1_577_000_000),
        };
        store.put_blob(BlobId([seed; 16]), &blob).expect("kept");
    }
    let at = |seq| {
        Erasable::Sealed(SealedRef {
            seq,
            field: FieldName::of("words"),
        })
    };
    store.erase(&[at(7), at(4_100), at(8_999)]).expect("erased");
    edge.root()
}
