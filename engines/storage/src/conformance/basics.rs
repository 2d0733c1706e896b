//! Head, entries, leadership, reading beside writing.

use super::{batch, entries_of, sealed_of};
use base::fact::BlobId;
use ledger::store::{AppendError, Batch, Head, OnceRow, Settled, Store};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Bytes of the longest entry that is tried.
const LONG_ENTRY_BYTES: usize = 65_535;
/// Batches written while others read.
const BATCHES_BESIDE_READERS: u64 = 120;
/// Threads that read meanwhile.
const READERS: usize = 4;

/// A new store has nothing in it.
pub fn starts_empty<S: Store>(store: &S) {
    assert_eq!(store.head().expect("a head"), Head::default());
    assert!(entries_of(store, 0, u64::MAX).is_empty());
    assert!(sealed_of(store, 0, u64::MAX).is_empty());
    assert!(store.once_from(0).expect("keys").is_empty());
    assert_eq!(store.tile(0, 0).expect("no tile"), None);
    assert_eq!(store.tile(255, u64::MAX).expect("no tile"), None);
    assert_eq!(store.blob(BlobId([7; 16])).expect("no file"), None);
    assert!(store.blobs(None, 100).expect("no files").is_empty());
}

/// Everything of a batch reads back as it was given.
pub fn keeps_what_it_is_given<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let mut first = 0;
    for count in [1, 64, 3, 300] {
        let given = batch(first, count);
        store.append(epoch, &given).expect("appended");
        let head = store.head().expect("a head");
        assert_eq!(
            head,
            Head {
                size: first + count,
                epoch,
                checkpoint: given.checkpoint.clone()
            }
        );
        let entries: Vec<Vec<u8>> = entries_of(store, first, u64::MAX)
            .into_iter()
            .map(|(_, bytes)| bytes)
            .collect();
        assert_eq!(entries, given.entries);
        let mut sealed = given.sealed.clone();
        sealed.sort_by_key(|sealed| sealed.at);
        assert_eq!(sealed_of(store, first, first + count), sealed);
        assert_eq!(store.once_from(first).expect("keys"), given.once);
        assert_eq!(
            store.tile(0, first).expect("a tile").as_ref(),
            Some(&given.tiles[0].bytes)
        );
        first += count;
    }
}

/// Entries of any length and of any bytes.
pub fn keeps_long_and_empty_entries<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let long = (0..LONG_ENTRY_BYTES).map(|i| (i % 251) as u8).collect();
    let entries = vec![Vec::new(), long, vec![0; 3], vec![255; 4096], b"\xff\xfe\0'\"".to_vec()];
    let given = Batch {
        entries,
        checkpoint: "c\u{1ea1}\n\n— x".into(),
        ..Batch::default()
    };
    store.append(epoch, &given).expect("appended");
    let read: Vec<Vec<u8>> = entries_of(store, 0, 5).into_iter().map(|(_, bytes)| bytes).collect();
    assert_eq!(read, given.entries);
    assert_eq!(store.head().expect("a head").checkpoint, given.checkpoint);
}

/// A batch that does not follow the last entry is refused, whether it comes too early or too late.
pub fn refuses_another_size<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 2)).expect("appended");
    let before = store.head().expect("a head");
    for first in [0, 1, 3, 1_000_000] {
        match store.append(epoch, &batch(first, 2)) {
            Err(AppendError::Superseded {
                expected_size,
                expected_epoch,
            }) => {
                assert_eq!((expected_size, expected_epoch), (first, epoch));
            }
            other => panic!("a batch at {first} on a ledger of 2: {other:?}"),
        }
        assert_eq!(store.head().expect("a head"), before);
    }
    assert_eq!(entries_of(store, 0, u64::MAX).len(), 2);
    store.append(epoch, &batch(2, 2)).expect("the right one still fits");
}

/// Whoever takes the lead shuts out all who had it.
pub fn refuses_an_older_leader<S: Store>(store: &S) {
    let first = store.lead().expect("the lead");
    store.append(first.epoch, &batch(0, 5)).expect("appended");
    let second = store.lead().expect("the lead");
    assert!(second.epoch > first.epoch);
    assert_eq!((second.size, second.checkpoint.as_str()), (5, "after 5"));
    for stale in [first.epoch, 0, second.epoch + 1] {
        let refused = store.append(stale, &batch(5, 5));
        assert!(
            matches!(refused, Err(AppendError::Superseded { expected_size: 5, .. })),
            "{refused:?}"
        );
        assert_eq!(store.head().expect("a head"), second);
        assert_eq!(store.once_from(5).expect("keys"), []);
        assert_eq!(sealed_of(store, 5, u64::MAX), []);
        assert_eq!(store.tile(0, 5).expect("no tile"), None);
    }
    store.append(second.epoch, &batch(5, 5)).expect("appended");
    assert_eq!(store.head().expect("a head").size, 10);
}

/// A batch that contradicts itself or what is there leaves no trace.
pub fn keeps_nothing_of_a_refused_batch<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 3)).expect("appended");
    let before = store.head().expect("a head");
    let spoil: [fn(&mut Batch); 7] = [
        |batch| batch.sealed.push(batch.sealed[0].clone()),
        |batch| batch.sealed[0].at.seq = 1,
        |batch| batch.sealed[0].at.seq = 7,
        |batch| {
            batch.once[0] = OnceRow {
                seq: 2,
                ..batch.once[0]
            }
        },
        |batch| batch.once[1].seq = batch.once[0].seq,
        |batch| batch.tiles.push(batch.tiles[0].clone()),
        |batch| batch.tiles[0].index = 0,
    ];
    for (i, spoil) in spoil.into_iter().enumerate() {
        let mut spoiled = batch(3, 4);
        spoil(&mut spoiled);
        let refused = store.append(epoch, &spoiled);
        assert!(
            matches!(refused, Err(AppendError::NotCommitted(_))),
            "spoiled {i}: {refused:?}"
        );
        assert_eq!(store.head().expect("a head"), before, "spoiled {i}");
        assert_eq!(sealed_of(store, 3, u64::MAX), [], "spoiled {i}");
        assert_eq!(store.once_from(3).expect("keys"), [], "spoiled {i}");
        assert_eq!(store.tile(0, 3).expect("no tile"), None, "spoiled {i}");
    }
    store.append(epoch, &batch(3, 4)).expect("the right one still fits");
}

/// A batch without entries may bring nothing else; it changes nothing and tells whether its sender still leads.
pub fn takes_a_batch_without_anything<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 3)).expect("appended");
    let before = store.head().expect("a head");
    let nothing = Batch {
        first: 3,
        ..Batch::default()
    };
    store.append(epoch, &nothing).expect("nothing to do");
    assert_eq!(store.head().expect("a head"), before);
    assert!(matches!(
        store.append(epoch + 1, &nothing),
        Err(AppendError::Superseded { .. })
    ));
    assert!(matches!(
        store.append(epoch, &Batch::default()),
        Err(AppendError::Superseded { .. })
    ));
    let full = batch(3, 1);
    for spoiled in [
        Batch {
            sealed: full.sealed,
            ..nothing.clone()
        },
        Batch {
            once: full.once,
            ..nothing.clone()
        },
        Batch {
            tiles: full.tiles,
            ..nothing.clone()
        },
        Batch {
            checkpoint: full.checkpoint,
            ..nothing.clone()
        },
    ] {
        assert!(matches!(
            store.append(epoch, &spoiled),
            Err(AppendError::NotCommitted(_))
        ));
    }
    assert_eq!(store.head().expect("a head"), before);
}

/// What became of a batch: kept, not kept, or in another's hands. A store that cannot tell says so each time and changes
/// nothing.
pub fn settles<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let (first, second) = (batch(0, 3), batch(3, 2));
    store.append(epoch, &first).expect("appended");
    let before = store.head().expect("a head");
    let epoch = match store.settle(epoch, &first) {
        Settled::Unknown(_) => {
            assert!(matches!(store.settle(epoch, &second), Settled::Unknown(_)));
            assert_eq!(store.head().expect("a head"), before);
            return;
        }
        Settled::Kept { epoch: raised } => {
            assert!(raised > epoch);
            raised
        }
        other => panic!("a batch that was kept: {other:?}"),
    };
    let stale = epoch;
    let Settled::NotKept { epoch } = store.settle(epoch, &second) else {
        panic!("a batch that was not kept");
    };
    assert!(matches!(
        store.append(stale, &second),
        Err(AppendError::Superseded { .. })
    ));
    assert_eq!(store.settle(stale, &second), Settled::Superseded);
    assert_eq!(store.head().expect("a head").epoch, epoch);
    store.append(epoch, &second).expect("appended in the new epoch");
    // Of the same size, but another's.
    let mut other = second.clone();
    other.checkpoint = "another".into();
    assert_eq!(store.settle(epoch, &other), Settled::Superseded);
    let later = store.lead().expect("the lead");
    assert_eq!(store.settle(epoch, &second), Settled::Superseded);
    assert_eq!(store.head().expect("a head"), later);
}

/// Reading stops when the reader has had enough.
pub fn stops_when_told<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 20)).expect("appended");
    let (mut entries, mut values) = (0, 0);
    let read = store.entries(3, 20, &mut |seq, _| {
        entries += 1;
        seq < 7
    });
    read.expect("entries can be read");
    assert_eq!(entries, 5);
    let read = store.sealed_range(3, 20, &mut |_| {
        values += 1;
        values < 3
    });
    read.expect("sealed values can be read");
    assert_eq!(values, 3);
}

/// Ranges: empty, turned round, beyond the end, longer than any portion a store may read at a time; and a reader that
/// reads again from inside its own reading.
pub fn reads_any_range<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let size = 10_000;
    for first in (0..size).step_by(1000) {
        store.append(epoch, &batch(first, 1000)).expect("appended");
    }
    for (from, to, expected) in [
        (0, 0, 0),
        (5, 5, 0),
        (7, 3, 0),
        (size, u64::MAX, 0),
        (u64::MAX, u64::MAX, 0),
        (0, 1, 1),
        (9_998, 20_000, 2),
    ] {
        assert_eq!(entries_of(store, from, to).len(), expected, "{from}..{to}");
        assert_eq!(sealed_of(store, from, to).len(), expected * 2, "{from}..{to}");
    }
    let numbers: Vec<u64> = entries_of(store, 17, u64::MAX)
        .into_iter()
        .map(|(seq, _)| seq)
        .collect();
    assert_eq!(numbers, (17..size).collect::<Vec<_>>());
    let sealed = sealed_of(store, 17, u64::MAX);
    assert_eq!(sealed.len() as u64, (size - 17) * 2);
    assert!(sealed.is_sorted_by(|a, b| a.at < b.at));
    let mut inner = 0;
    let read = store.entries(0, 20, &mut |seq, _| {
        inner += sealed_of(store, seq, seq + 1).len();
        true
    });
    read.expect("entries can be read");
    assert_eq!(inner, 40);
    let mut inner = 0;
    let read = store.sealed_range(0, 20, &mut |sealed| {
        inner += entries_of(store, sealed.at.seq, sealed.at.seq + 1).len();
        true
    });
    read.expect("sealed values can be read");
    assert_eq!(inner, 40);
}

/// Many read while one appends: each sees whole batches only, and none that was answered is missing.
pub fn reads_while_it_writes<S: Store>(store: &S) {
    let epoch = store.lead().expect("the lead").epoch;
    let (answered, done) = (AtomicU64::new(0), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| {
                loop {
                    let last_look = done.load(Ordering::Acquire);
                    let least = answered.load(Ordering::Acquire);
                    let head = store.head().expect("a head");
                    assert!(head.size >= least, "{} entries after {least} were answered", head.size);
                    assert!(head.size.is_multiple_of(3), "half a batch: {}", head.size);
                    let from = head.size.saturating_sub(9);
                    let entries = entries_of(store, from, head.size);
                    assert_eq!(entries.len() as u64, head.size - from);
                    let expected = batch(from, head.size - from).entries;
                    assert!(entries.iter().map(|(_, bytes)| bytes).eq(&expected));
                    assert_eq!(sealed_of(store, from, head.size).len() as u64, (head.size - from) * 2);
                    assert!(store.once_from(from).expect("keys").len() as u64 >= head.size - from);
                    if last_look {
                        break;
                    }
                }
            });
        }
        let _end = Raised(&done);
        for i in 0..BATCHES_BESIDE_READERS {
            store.append(epoch, &batch(i * 3, 3)).expect("appended");
            answered.store((i + 1) * 3, Ordering::Release);
        }
    });
}

/// Raises the flag when it goes, also when an append above failed: the readers must not go on for ever.
struct Raised<'a>(&'a AtomicBool);

impl Drop for Raised<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}
