//! Files, and erasing.

use super::{batch, model, noise, salt, sealed_of};
use base::fact::{BlobId, FieldName, SealedRef};
use base::time::Hour;
use ledger::store::{Blob, Erasable, Store};

/// Steps of the built-in walk beside the model.
const WALK_STEPS: usize = 250;

fn blob(seed: u64, bytes: usize) -> Blob {
    let bytes = (0..bytes as u64).map(|i| noise(seed + i) as u8).collect();
    Blob {
        salt: salt(seed),
        bytes,
        put: Hour::from_unix_secs((seed + 400_000) * 3600),
    }
}

/// Files of any length, before there is any entry; a name is used once.
pub fn keeps_files<S: Store>(store: &S) {
    for (seed, bytes) in [(1, 0), (2, 1), (3, 4096), (4, 1_500_000)] {
        let (id, given) = (BlobId([seed as u8; 16]), blob(seed, bytes));
        store.put_blob(id, &given).expect("kept");
        assert_eq!(store.blob(id).expect("read"), Some(given.clone()));
        assert!(store.put_blob(id, &blob(99, 5)).is_err(), "a name taken twice");
        assert_eq!(store.blob(id).expect("read"), Some(given));
    }
    assert_eq!(store.blob(BlobId([9; 16])).expect("read"), None);
    assert_eq!(store.head().expect("a head").size, 0);
}

/// The list of files is in the order of their names and can be read page by page.
pub fn lists_files_by_name<S: Store>(store: &S) {
    let mut all = Vec::new();
    for seed in 0..23u64 {
        let mut id = [0; 16];
        id.copy_from_slice(&salt(seed)[..16]);
        let given = blob(seed, 10);
        store.put_blob(BlobId(id), &given).expect("kept");
        all.push((BlobId(id), given.put));
    }
    for extreme in [BlobId([0; 16]), BlobId([255; 16])] {
        store.put_blob(extreme, &blob(50, 3)).expect("kept");
        all.push((extreme, blob(50, 3).put));
    }
    all.sort();
    assert_eq!(store.blobs(None, usize::MAX).expect("a list"), all);
    assert_eq!(store.blobs(None, 0).expect("a list"), []);
    let (mut paged, mut after) = (Vec::new(), None);
    loop {
        let page = store.blobs(after, 7).expect("a list");
        let Some(last) = page.last() else { break };
        assert!(page.len() <= 7);
        after = Some(last.0);
        paged.extend(page);
    }
    assert_eq!(paged, all);
}

/// What is erased cannot be read any more, and nothing else is touched.
pub fn erases<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let given = batch(0, 50);
    store.append(epoch, &given).expect("appended");
    let (gone, kept) = (BlobId([1; 16]), BlobId([2; 16]));
    store.put_blob(gone, &blob(1, 100_000)).expect("kept");
    store.put_blob(kept, &blob(2, 100_000)).expect("kept");
    let at = SealedRef {
        seq: 20,
        field: FieldName::of("words"),
    };
    store
        .erase(&[Erasable::Sealed(at), Erasable::Blob(gone)])
        .expect("erased");
    assert_eq!(store.sealed(at).expect("read"), None);
    assert_eq!(store.blob(gone).expect("read"), None);
    assert_eq!(store.blob(kept).expect("read"), Some(blob(2, 100_000)));
    assert_eq!(store.blobs(None, 10).expect("a list"), [(kept, blob(2, 0).put)]);
    let mut left = given.sealed.clone();
    left.retain(|sealed| sealed.at != at);
    left.sort_by_key(|sealed| sealed.at);
    assert_eq!(sealed_of(store, 0, u64::MAX), left);
    assert_eq!(store.once_from(0).expect("keys"), given.once);
    assert_eq!(store.head().expect("a head").checkpoint, given.checkpoint);
    store.append(epoch, &batch(50, 5)).expect("appended");
}

/// Erasing again, or what never was, succeeds; a name that was erased is free.
pub fn erases_twice<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    store.erase(&[]).expect("nothing to erase");
    store.append(epoch, &batch(0, 5)).expect("appended");
    let id = BlobId([3; 16]);
    store.put_blob(id, &blob(3, 10)).expect("kept");
    let at = |seq, field| {
        Erasable::Sealed(SealedRef {
            seq,
            field: FieldName::of(field),
        })
    };
    let what = [
        at(2, "words"),
        Erasable::Blob(id),
        at(2, "words"),
        at(2, "nothing"),
        at(u64::MAX, "words"),
    ];
    for _ in 0..3 {
        store.erase(&what).expect("erased");
        assert_eq!(sealed_of(store, 0, u64::MAX).len(), 9);
        assert_eq!(store.blob(id).expect("read"), None);
    }
    store.put_blob(id, &blob(4, 10)).expect("kept");
    assert_eq!(store.blob(id).expect("read"), Some(blob(4, 10)));
}

/// A long walk of calls, each answered as the model answers it.
pub fn behaves_as_the_model<S: Store>(store: &S) {
    let steps: Vec<model::Step> = (0..WALK_STEPS as u64)
        .map(|i| model::Step::of(noise(i ^ 0xC0FFEE)))
        .collect();
    model::check(store, &steps);
}
