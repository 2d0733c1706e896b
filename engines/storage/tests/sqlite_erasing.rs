//! What is erased is in no file of the folder.

mod common;

use base::fact::BlobId;
use base::time::Hour;
use common::Folder;
use ledger::store::{Batch, Blob, Erasable, Sealed, Store, StoreError};
use std::collections::HashSet;
use std::path::Path;
use std::sync::mpsc;
use storage::Sqlite;
use storage::conformance::{batch, salt};
use storage::sqlite::{ERASE_WAIT_SECONDS, LEDGER_FILE, log_bytes};

/// Bytes in a row that count as a trace.
const TRACE_BYTES: usize = 16;

/// The start and the end of a salt, and what of a value is nowhere else.
fn traces(sealed: &Sealed) -> Vec<[u8; TRACE_BYTES]> {
    let number = sealed.value.split(' ').nth(3).expect("the number in the words");
    [&sealed.salt[..16], &sealed.salt[16..], number.as_bytes()]
        .map(|trace| trace.try_into().expect("16 bytes"))
        .into()
}

/// How many traces are left in the folder's files.
fn left(dir: &Path, gone: &HashSet<[u8; TRACE_BYTES]>) -> usize {
    // Most places of a file are dismissed by two bytes, without hashing.
    let mut starts = vec![false; 1 << 16];
    let pair = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    gone.iter().for_each(|trace| starts[pair(trace)] = true);
    let mut found = 0;
    for file in std::fs::read_dir(dir).expect("a folder") {
        let bytes = std::fs::read(file.expect("a file").path()).expect("readable");
        let windows = bytes.windows(TRACE_BYTES).filter(|window| starts[pair(window)]);
        found += windows.filter(|window| gone.contains(*window)).count();
    }
    found
}

#[test]
fn erased_values_are_in_no_file() {
    let dir = Folder::new();
    let mut store = Sqlite::open(&dir).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    let (mut alive, mut gone, mut first) = (Vec::new(), HashSet::new(), 0);
    for round in 0..24u64 {
        let given = batch(first, 100);
        first += 100;
        alive.extend(given.sealed.clone());
        store.append(epoch, &given).expect("appended");
        // Sometimes a few, sometimes nearly all, old and new.
        let share = [3, 50, 95][(round % 3) as usize];
        let (erased, kept): (Vec<_>, Vec<_>) = alive
            .drain(..)
            .partition(|sealed| u64::from(salt(sealed.at.seq ^ round << 32)[0]) * 100 / 256 < share);
        alive = kept;
        let new: HashSet<_> = erased.iter().flat_map(traces).collect();
        assert!(left(&dir, &new) >= new.len(), "before it is erased it can be found");
        let what: Vec<Erasable> = erased.iter().map(|sealed| Erasable::Sealed(sealed.at)).collect();
        store.erase(&what).expect("erased");
        assert_eq!(log_bytes(&dir), 0);
        gone.extend(new);
        assert_eq!(left(&dir, &gone), 0, "round {round}");
        if round % 8 == 7 {
            drop(store);
            store = Sqlite::open(&dir).expect("opened");
            assert_eq!(left(&dir, &gone), 0, "after reopening in round {round}");
        }
    }
    assert!(gone.len() > 5000, "{}", gone.len());
    let kept: HashSet<_> = alive.iter().flat_map(traces).collect();
    assert!(left(&dir, &kept) >= kept.len());
}

#[test]
fn erased_files_and_long_texts_are_in_no_file() {
    let dir = Folder::new();
    let store = Sqlite::open(&dir).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    let mut gone = HashSet::new();
    for round in 0..12u64 {
        let mut given = Batch {
            entries: vec![b"e".to_vec(); 4],
            first: round * 4,
            ..Batch::default()
        };
        for seq in given.first..given.first + 4 {
            let mut sealed = storage::conformance::sealed(seq, base::fact::FieldName::of("text"), seq);
            sealed.value = sealed.value.repeat(1 + (seq as usize % 5) * 100);
            given.sealed.push(sealed);
        }
        store.append(epoch, &given).expect("appended");
        let names: Vec<BlobId> = (0..6u8).map(|i| BlobId([i * 40 + round as u8; 16])).collect();
        for (i, name) in (0..).zip(&names) {
            let seed = 7_000 + round * 10 + i;
            let mut bytes = Vec::new();
            (0..i * 300).for_each(|j| bytes.extend(salt(seed * 100_000 + j)));
            store
                .put_blob(
                    *name,
                    &Blob {
                        salt: salt(seed),
                        bytes,
                        put: Hour::MIN,
                    },
                )
                .expect("kept");
        }
        let (name, at) = (names[(round % 6) as usize], given.sealed[(round % 4) as usize].at);
        let blob = store.blob(name).expect("read").expect("there");
        for bytes in [&blob.salt[..], &blob.bytes] {
            gone.extend(
                bytes
                    .chunks_exact(TRACE_BYTES)
                    .map(|trace| <[u8; TRACE_BYTES]>::try_from(trace).expect("16")),
            );
        }
        gone.extend(traces(&given.sealed[(round % 4) as usize]));
        assert!(left(&dir, &gone) > 0);
        store
            .erase(&[Erasable::Blob(name), Erasable::Sealed(at)])
            .expect("erased");
        assert_eq!(left(&dir, &gone), 0, "round {round}");
    }
    assert_eq!(store.blobs(None, 1000).expect("a list").len(), 60);
}

/// A reader in the middle of its reading keeps the log alive: the erasure waits for it, and answers only afterwards.
#[test]
fn an_erasure_waits_for_a_reader() {
    let dir = Folder::new();
    let store = Sqlite::open(&dir).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    let given = batch(0, 100);
    store.append(epoch, &given).expect("appended");
    let gone: HashSet<_> = traces(&given.sealed[0]).into_iter().collect();
    let (reading, started) = mpsc::channel();
    std::thread::scope(|scope| {
        // Inside, so that the reader is let go when an assertion here fails.
        let (go_on, told) = mpsc::channel::<()>();
        let store = &store;
        scope.spawn(move || {
            let read = store.entries(0, 100, &mut |seq, _| {
                if seq == 50 {
                    reading.send(()).expect("told");
                    told.recv().expect("told to go on");
                }
                true
            });
            read.expect("entries can be read");
        });
        started.recv().expect("the reader reads");
        let erasing = scope.spawn(|| store.erase(&[Erasable::Sealed(given.sealed[0].at)]));
        // Batches go on beside an erasure that waits, and what it erases cannot be read any more.
        for first in (100..400).step_by(100) {
            store.append(epoch, &batch(first, 100)).expect("appended");
        }
        assert!(!erasing.is_finished());
        go_on.send(()).expect("told");
        erasing.join().expect("no panic").expect("erased");
        assert_eq!(left(&dir, &gone), 0);
    });
}

/// Somebody outside who never lets go: the erasure says so; asked again later, it finishes although no row is left.
#[test]
fn an_erasure_that_failed_can_be_asked_for_again() {
    let dir = Folder::new();
    let store = Sqlite::open(&dir).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    let given = batch(0, 100);
    store.append(epoch, &given).expect("appended");
    let (gone, at) = (traces(&given.sealed[0]).into_iter().collect(), given.sealed[0].at);
    let outside = rusqlite::Connection::open(dir.join(LEDGER_FILE)).expect("raw");
    outside
        .execute_batch("BEGIN; SELECT count(*) FROM entries")
        .expect("a reader");
    let start = std::time::Instant::now();
    let failed = store.erase(&[Erasable::Sealed(at)]);
    assert!(matches!(failed, Err(StoreError::Failed { .. })), "{failed:?}");
    assert!(start.elapsed().as_secs() >= ERASE_WAIT_SECONDS);
    assert_eq!(store.sealed(at).expect("read"), None);
    assert!(left(&dir, &gone) > 0, "the log still holds it");
    outside.execute_batch("COMMIT").expect("the reader is done");
    store.erase(&[Erasable::Sealed(at)]).expect("erased");
    assert_eq!(left(&dir, &gone), 0);
    store.append(epoch, &batch(100, 1)).expect("appended");
}
