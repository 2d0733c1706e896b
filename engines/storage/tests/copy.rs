//! A ledger carried from SQLite to PostgreSQL and back is the same to the last byte.

mod common;

use base::fact::{BlobId, FieldName, SealedRef};
use common::In;
use common::full::{ENTRIES, fill};
use ledger::store::{Erasable, Store};
use storage::conformance::{batch, entries_of};
use storage::copy::{CopyError, compare, copy};
use storage::faulty::{Fault, FaultAt};
use storage::postgres::Replication;
use storage::postgres::throwaway::Throwaway;
use storage::{Faulty, Memory, Postgres, Sqlite};

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
    // The source went on, and the target is an earlier whole of it.
    let head = source.lead().expect("the lead");
    source.append(head.epoch, &batch(ENTRIES, 3)).expect("appended");
    let grown = copy(&source, &target, &mut |_, _| {}).expect("gone on with");
    assert_eq!(grown.entries, ENTRIES + 3);
    let other = Memory::new();
    let epoch = other.lead().expect("the lead").epoch;
    let mut foreign = batch(0, 3);
    foreign.entries[2].push(b' ');
    other.append(epoch, &foreign).expect("appended");
    assert!(matches!(
        copy(&source, &other, &mut |_, _| {}),
        Err(CopyError::NotEmpty(3))
    ));
    assert_eq!(entries_of(&other, 0, 99).len(), 3);
}

#[test]
fn what_was_erased_between_two_tries_does_not_come_along() {
    let source = Memory::new();
    fill(&source);
    let target = Faulty::new(Memory::new());
    target.fail_after(FaultAt::Append, 2, Fault::Refused);
    copy(&source, &target, &mut |_, _| {}).expect_err("it breaks off");
    let at = SealedRef {
        seq: 5_000,
        field: FieldName::of("words"),
    };
    assert!(target.sealed(at).expect("read").is_some(), "it was carried over");
    source
        .erase(&[Erasable::Sealed(at), Erasable::Blob(BlobId([3; 16]))])
        .expect("erased");
    source.forget_once_before(100).expect("forgotten");
    copy(&source, &target, &mut |_, _| {}).expect("copied");
    assert_eq!(target.sealed(at).expect("read"), None);
    assert_eq!(target.blob(BlobId([3; 16])).expect("read"), None);
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
