//! A ledger carried from SQLite to PostgreSQL and back is the same to the last byte.

mod common;

use base::fact::{BlobId, FieldName, SealedRef};
use base::time::Hour;
use common::In;
use ledger::store::{Batch, Blob, Erasable, Store, TileRow};
use ledger::tree::{Edge, Hash, leaf_hash};
use storage::conformance::{batch, entries_of, salt};
use storage::copy::{CopyError, compare, copy};
use storage::faulty::{Fault, FaultAt};
use storage::postgres::Replication;
use storage::postgres::throwaway::Throwaway;
use storage::{Faulty, Memory, Postgres, Sqlite};

/// More than two batches of the copy, and a tile of the second level is not filled.
const ENTRIES: u64 = 9_000;

/// A ledger with everything in it: real tiles, erased words, fewer keys than entries, files.
fn fill(store: &dyn Store) -> Hash {
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

#[test]
fn from_sqlite_to_postgresql_and_back() {
    let database = Throwaway::new();
    let source = In::new(|dir| Sqlite::open(dir).expect("opened"));
    let root = fill(&*source);
    let there = Postgres::open(&database.address(), Replication::NoneIAcceptLoss).expect("opened");
    let mut told = Vec::new();
    let copied = copy(&*source, &there, &mut |done, all| told.push((done, all))).expect("copied");
    assert_eq!(copied.root, root);
    assert_eq!(
        (copied.entries, copied.sealed, copied.tiles, copied.blobs),
        (ENTRIES, 2 * ENTRIES - 3, 35, 5)
    );
    assert_eq!(told.last(), Some(&(ENTRIES, ENTRIES)));
    let back = In::new(|dir| Sqlite::open(dir).expect("opened"));
    assert_eq!(copy(&there, &*back, &mut |_, _| {}).expect("copied"), copied);
    assert_eq!(compare(&*source, &*back).expect("the same"), copied);
}

#[test]
fn a_copy_that_broke_off_is_gone_on_with_and_another_ledger_is_left_alone() {
    let source = Memory::new();
    fill(&source);
    let target = Faulty::new(Memory::new());
    for (at, calls) in [(FaultAt::PutBlob, 2), (FaultAt::Append, 1), (FaultAt::Append, 0)] {
        target.fail_after(at, calls, Fault::Refused);
        copy(&source, &target, &mut |_, _| {}).expect_err("it breaks off");
        assert!(target.head().expect("a head").checkpoint.is_empty());
    }
    let copied = copy(&source, &target, &mut |_, _| {}).expect("copied");
    assert_eq!(
        copy(&source, &target, &mut |_, _| {}).expect("nothing left to do"),
        copied
    );
    let other = Memory::new();
    let epoch = other.lead().expect("the lead").epoch;
    other.append(epoch, &batch(0, 3)).expect("appended");
    assert!(matches!(
        copy(&source, &other, &mut |_, _| {}),
        Err(CopyError::NotEmpty(3))
    ));
    assert_eq!(entries_of(&other, 0, 99).len(), 3);
}

#[test]
fn what_differs_is_named() {
    let (source, target) = (Memory::new(), Memory::new());
    fill(&source);
    copy(&source, &target, &mut |_, _| {}).expect("copied");
    let at = SealedRef {
        seq: 5_000,
        field: FieldName::of("words"),
    };
    target.erase(&[Erasable::Sealed(at)]).expect("erased");
    let why = compare(&source, &target).expect_err("they differ").to_string();
    assert!(why.contains("sealed values of the entries from 4096 on"), "{why}");
    source
        .erase(&[Erasable::Sealed(at), Erasable::Blob(BlobId([3; 16]))])
        .expect("erased");
    assert!(
        compare(&source, &target)
            .expect_err("they differ")
            .to_string()
            .contains("files")
    );
    target.erase(&[Erasable::Blob(BlobId([3; 16]))]).expect("erased");
    target.forget_once_before(9).expect("forgotten");
    assert!(
        compare(&source, &target)
            .expect_err("they differ")
            .to_string()
            .contains("idempotency")
    );
}
