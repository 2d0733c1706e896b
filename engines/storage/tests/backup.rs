//! A backup is taken beside a writer, checked, and carried into another store; what was erased since is left out.

mod common;

use base::fact::{BlobId, FieldName, SealedRef};
use common::full::{ENTRIES, fill};
use common::{Folder, In};
use ledger::store::{AppendError, Batch, Erasable, Settled, Store};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use storage::backup::{About, Backup, BackupError, Manifest, MonthKey, MonthKeyError, take};
use storage::conformance::{batch, entries_of, sealed_of};
use storage::copy::{compare, copy};
use storage::postgres::{Replication, throwaway::Throwaway};
use storage::{Memory, Postgres, Sqlite};

const MONTH: &str = "2026-11";

fn about() -> About {
    About {
        vkey: "thu.example/so+0+key".into(),
        incarnation: 2,
        demo_clock: None,
    }
}

fn key(folder: &Path) -> MonthKey {
    MonthKey::of(&folder.join("keys"), MONTH).expect("a key")
}

/// A full ledger and its backup.
fn taken(folder: &Path) -> (Memory, PathBuf, Manifest) {
    let store = Memory::new();
    fill(&store);
    let to = folder.join("backup");
    let manifest = take(&store, &to, &about(), &key(folder), &|_| false, &mut |_, _| {}).expect("taken");
    (store, to, manifest)
}

fn words(seq: u64) -> SealedRef {
    SealedRef {
        seq,
        field: FieldName::of("words"),
    }
}

#[test]
fn it_is_the_record_and_goes_into_any_store() {
    let folder = Folder::new();
    let (store, to, manifest) = taken(&folder);
    assert_eq!(
        (manifest.entries, manifest.sealed, manifest.blobs),
        (ENTRIES, 2 * ENTRIES - 3, 5)
    );
    assert_eq!((manifest.incarnation, manifest.month.as_str()), (2, MONTH));
    let backup = Backup::open(&to, key(&folder)).expect("opened");
    assert_eq!(*backup.manifest(), manifest);
    let head = store.head().expect("a head");
    assert_eq!(backup.head().expect("a head").checkpoint, head.checkpoint);
    for (from, end) in [
        (0, 3),
        (1_023, 1_026),
        (4_000, 4_200),
        (8_999, 9_999),
        (9_000, 9_001),
        (7, 7),
    ] {
        assert_eq!(
            entries_of(&backup, from, end),
            entries_of(&store, from, end),
            "{from}..{end}"
        );
        assert_eq!(
            sealed_of(&backup, from, end),
            sealed_of(&store, from, end),
            "{from}..{end}"
        );
    }
    assert_eq!(backup.sealed(words(7)).expect("read"), None, "it was erased before");
    assert_eq!(backup.tile(0, 34).expect("read"), store.tile(0, 34).expect("read"));
    assert_eq!(backup.tile(0, 35).expect("read"), None);
    let database = Throwaway::new();
    let postgres = Postgres::open(&database.address(), Replication::NoneIAcceptLoss).expect("opened");
    let copied = copy(&backup, &postgres, &mut |_, _| {}).expect("copied");
    assert_eq!(base::hex::encode(&copied.root), manifest.root);
    let sqlite = In::new(|dir| Sqlite::open(dir).expect("opened"));
    copy(&backup, &*sqlite, &mut |_, _| {}).expect("copied");
    assert_eq!(compare(&store, &*sqlite).expect("the same"), copied);
}

#[test]
fn it_is_only_read() {
    let folder = Folder::new();
    let (_, to, _) = taken(&folder);
    let backup = Backup::open(&to, key(&folder)).expect("opened");
    assert!(backup.lead().is_err() && backup.forget_once_before(3).is_err() && backup.erase(&[]).is_err());
    assert!(matches!(
        backup.append(0, &batch(ENTRIES, 1)),
        Err(AppendError::NotCommitted(_))
    ));
    assert!(matches!(backup.settle(0, &Batch::default()), Settled::Unknown(_)));
}

#[test]
fn what_was_erased_since_is_left_out() {
    let folder = Folder::new();
    let (store, to, _) = taken(&folder);
    let gone = BlobId([4; 16]);
    store
        .erase(&[Erasable::Sealed(words(100)), Erasable::Blob(gone)])
        .expect("erased");
    let mut backup = Backup::open(&to, key(&folder)).expect("opened");
    backup.leave_out([words(100)], [gone]);
    let back = Memory::new();
    copy(&backup, &back, &mut |_, _| {}).expect("copied");
    compare(&store, &back).expect("the same");
    assert_eq!(back.sealed(words(100)).expect("read"), None);
    assert_eq!(back.blob(gone).expect("read"), None);
}

#[test]
fn no_word_can_be_read_without_the_months_key() {
    let folder = Folder::new();
    let (store, to, _) = taken(&folder);
    let word = store.sealed(words(50)).expect("read").expect("there").value;
    for file in std::fs::read_dir(&to).expect("a folder").flatten() {
        let bytes = std::fs::read(file.path()).expect("read");
        assert!(
            !bytes.windows(word.len()).any(|window| window == word.as_bytes()),
            "{file:?}"
        );
    }
    let other = MonthKey::of(&folder.join("others"), MONTH).expect("a key");
    assert!(matches!(Backup::open(&to, other), Err(BackupError::OtherKey { month, .. }) if month == MONTH));
}

#[test]
fn a_changed_or_cut_file_is_named() {
    let folder = Folder::new();
    let (_, to, _) = taken(&folder);
    for name in ["entries.jsonl", "checkpoint", "once.csv", "words.age", "files.age"] {
        let path = to.join(name);
        let whole = std::fs::read(&path).expect("read");
        let mut flipped = whole.clone();
        flipped[whole.len() / 2] ^= 1;
        for spoiled in [flipped, whole[..whole.len() - 1].to_vec(), Vec::new()] {
            std::fs::write(&path, spoiled).expect("written");
            let why = Backup::open(&to, key(&folder)).err().expect("refused");
            assert!(
                matches!(&why, BackupError::Changed(changed) if *changed == path),
                "{name}: {why}"
            );
        }
        std::fs::remove_file(&path).expect("removed");
        assert!(Backup::open(&to, key(&folder)).is_err());
        std::fs::write(&path, whole).expect("written");
    }
    assert!(Backup::open(&to, key(&folder)).is_ok());
    for manifest in ["", "{}", "{\"format\": 2}"] {
        std::fs::write(to.join("manifest.json"), manifest).expect("written");
        assert!(matches!(
            Backup::open(&to, key(&folder)),
            Err(BackupError::NotABackup { .. })
        ));
    }
    assert!(matches!(
        Backup::open(&folder.join("nowhere"), key(&folder)),
        Err(BackupError::NotABackup { .. })
    ));
}

#[test]
fn entries_of_meanwhile_are_left_and_an_erasure_begins_it_anew() {
    let folder = Folder::new();
    let store = Memory::new();
    fill(&store);
    let epoch = store.lead().expect("the lead").epoch;
    let erasing = "erases".as_bytes();
    let erases = |bytes: &[u8]| bytes == erasing;
    let calls = Cell::new(0);
    let mut size = ENTRIES;
    // The first time something is erased while it is taken, then only something recorded.
    let manifest = take(
        &store,
        &folder.join("one"),
        &about(),
        &key(&folder),
        &erases,
        &mut |seq, _| {
            if seq == 0 {
                calls.set(calls.get() + 1);
                let entry = if calls.get() == 1 {
                    erasing.to_vec()
                } else {
                    b"another".to_vec()
                };
                let one = Batch {
                    first: size,
                    entries: vec![entry],
                    checkpoint: format!("after {}", size + 1),
                    ..Batch::default()
                };
                store.append(epoch, &one).expect("appended");
                size += 1;
            }
        },
    );
    assert_eq!((manifest.expect("taken").entries, calls.get()), (ENTRIES + 1, 2));
    Backup::open(&folder.join("one"), key(&folder)).expect("whole");
    let always = |_: &[u8]| true;
    let mut more = |seq: u64, _: u64| {
        if seq == 0 {
            store.append(epoch, &batch(size, 1)).expect("appended");
            size += 1;
        }
    };
    let why = take(&store, &folder.join("two"), &about(), &key(&folder), &always, &mut more);
    assert!(matches!(why, Err(BackupError::Erasing)));
    assert!(!folder.join("two").exists() && !folder.join("two.part").exists());
    let empty = take(
        &Memory::new(),
        &folder.join("three"),
        &about(),
        &key(&folder),
        &always,
        &mut |_, _| {},
    );
    assert!(matches!(empty, Err(BackupError::Empty)));
}

#[test]
fn keys_of_old_months_are_destroyed_and_their_backups_with_them() {
    let folder = Folder::new();
    let keys = folder.join("keys");
    for month in ["2025-10", "2025-11", "2026-11"] {
        MonthKey::of(&keys, month).expect("a key");
    }
    std::fs::write(keys.join("note"), "not a month").expect("written");
    assert_eq!(
        MonthKey::destroy_before(&keys, "2025-11").expect("destroyed"),
        ["2025-10"]
    );
    assert_eq!(
        MonthKey::destroy_before(&keys, "2025-11").expect("nothing left"),
        [""; 0]
    );
    assert!(!keys.join("2025-10").exists() && keys.join("2025-11").exists() && keys.join("note").exists());
    assert!(matches!(
        MonthKey::read(&keys.join("note")),
        Err(MonthKeyError::NotAKey(_))
    ));
    assert!(matches!(
        MonthKey::read(&keys.join("2025-10")),
        Err(MonthKeyError::Io { .. })
    ));
    let again = MonthKey::of(&keys, "2025-11").expect("the same");
    assert_eq!(again.month(), "2025-11");
}
