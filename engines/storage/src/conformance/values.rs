//! Sealed values, idempotency keys, tiles.

use super::{batch, sealed, sealed_of};
use base::fact::{FieldName, SealedRef};
use ledger::store::{Batch, Sealed, Store, TileRow};

/// A sealed value is found by entry and field, and only so.
pub fn finds_sealed_values<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let given = batch(0, 6);
    store.append(epoch, &given).expect("appended");
    for sealed in &given.sealed {
        assert_eq!(store.sealed(sealed.at).expect("read").as_ref(), Some(sealed));
    }
    for (seq, field) in [
        (0, "word"),
        (0, "words_"),
        (6, "words"),
        (u64::MAX, "words"),
        (1 << 60, "reasons"),
    ] {
        let at = SealedRef {
            seq,
            field: FieldName::of(field),
        };
        assert_eq!(store.sealed(at).expect("read"), None, "{at:?}");
    }
}

/// Sealed values come in the order of entry and field, however they were given; values of any length and script.
pub fn orders_sealed_values<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let fields = ["b", "a", "ab", "a_", "zzzzzzzzzzzzzzzz", "a1", "aa"].map(FieldName::of);
    let mut given = Vec::new();
    for seq in [2u64, 0, 4] {
        given.extend(
            fields
                .iter()
                .enumerate()
                .map(|(i, field)| sealed(seq, *field, seq * 100 + i as u64)),
        );
    }
    given[0].value = String::new();
    given[1].value = "Đề nghị\0\u{202e}trực 🛡️ 'nghiêm'; DROP TABLE sealed;--".into();
    given[2].value = "dài ".repeat(50_000);
    let entries = vec![b"e".to_vec(); 5];
    store
        .append(
            epoch,
            &Batch {
                entries,
                sealed: given.clone(),
                ..Batch::default()
            },
        )
        .expect("appended");
    given.sort_by_key(|sealed| sealed.at);
    assert_eq!(sealed_of(store, 0, u64::MAX), given);
    let of_two: Vec<Sealed> = given.into_iter().filter(|sealed| sealed.at.seq == 2).collect();
    assert_eq!(sealed_of(store, 1, 4), of_two);
}

/// Idempotency keys come in order and go from the front.
pub fn forgets_idempotency_keys<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let mut given = batch(0, 10);
    // A command may record several entries: not every entry has a key.
    given.once.retain(|row| row.seq % 3 == 0);
    store.append(epoch, &given).expect("appended");
    assert_eq!(store.once_from(0).expect("keys"), given.once);
    assert_eq!(store.once_from(4).expect("keys"), given.once[2..]);
    assert_eq!(store.once_from(u64::MAX).expect("keys"), []);
    assert_eq!(store.once_first().expect("the first"), Some(0));
    store.forget_once_before(0).expect("nothing to forget");
    assert_eq!(store.once_from(0).expect("keys"), given.once);
    for _ in 0..2 {
        store.forget_once_before(6).expect("forgotten");
        assert_eq!(store.once_from(0).expect("keys"), given.once[2..]);
        assert_eq!(store.once_first().expect("the first"), Some(6));
    }
    store.forget_once_before(u64::MAX).expect("forgotten");
    assert_eq!(store.once_from(0).expect("keys"), []);
    assert_eq!(store.once_first().expect("the first"), None);
    assert_eq!(store.head().expect("a head").size, 10);
}

/// Tiles are found by level and position.
pub fn keeps_tiles<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let tile = |level, index| {
        let bytes = (0..8192u64).map(|i| (i * 7 + index + u64::from(level)) as u8).collect();
        TileRow { level, index, bytes }
    };
    let given = vec![tile(1, 0), tile(0, 5), tile(63, 1 << 40), tile(0, 4)];
    let rows = Batch {
        entries: vec![b"e".to_vec()],
        tiles: given.clone(),
        ..Batch::default()
    };
    store.append(epoch, &rows).expect("appended");
    for tile in given {
        assert_eq!(store.tile(tile.level, tile.index).expect("read"), Some(tile.bytes));
    }
    assert_eq!(store.tile(1, 5).expect("read"), None);
    assert_eq!(store.tile(0, 0).expect("read"), None);
}
