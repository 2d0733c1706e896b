//! What the SQLite store does to its files: reopening, foreign files, reading without a trace.

mod common;

use common::Folder;
use ledger::store::{AppendError, Store, StoreError};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use storage::Sqlite;
use storage::conformance::{batch, entries_of, sealed_of};
use storage::sqlite::{LEDGER_FILE, OpenError, log_bytes};

/// Every file of a folder with its bytes.
fn contents(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(dir)
        .expect("a folder")
        .map(|file| file.expect("a file").path());
    files
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into(),
                fs::read(&path).expect("readable"),
            )
        })
        .collect()
}

/// A ledger of 300 entries, closed.
fn closed() -> Folder {
    let dir = Folder::new();
    fill(&Sqlite::open(&dir).expect("opened"), 300);
    dir
}

fn fill(store: &Sqlite, size: u64) {
    let epoch = store.lead().expect("the lead").epoch;
    for first in (0..size).step_by(50) {
        store.append(epoch, &batch(first, 50)).expect("appended");
    }
}

fn is_whole(store: &Sqlite, size: u64) {
    assert_eq!(store.head().expect("a head").size, size);
    let expected: Vec<_> = batch(0, size).entries;
    assert!(
        entries_of(store, 0, u64::MAX)
            .into_iter()
            .map(|(_, bytes)| bytes)
            .eq(expected)
    );
    assert_eq!(sealed_of(store, 0, u64::MAX).len() as u64, size * 2);
    assert_eq!(store.once_from(0).expect("keys").len() as u64, size);
}

#[test]
fn what_was_kept_is_there_after_reopening() {
    let dir = Folder::new();
    for i in 0..4 {
        let store = Sqlite::open(&dir).expect("opened");
        let head = store.lead().expect("the lead");
        assert_eq!((head.size, head.epoch), (i * 10, i + 1));
        store.append(head.epoch, &batch(i * 10, 10)).expect("appended");
    }
    is_whole(&Sqlite::open(&dir).expect("opened"), 40);
}

#[test]
fn folder_and_files_are_their_owners_alone() {
    let dir = Folder::new();
    let inner = dir.join("a folder with % ? # and ấ");
    let store = Sqlite::open(&inner).expect("opened");
    fill(&store, 50);
    assert_eq!(fs::metadata(&inner).unwrap().permissions().mode() & 0o777, 0o700);
    for name in contents(&inner).keys() {
        assert_eq!(
            fs::metadata(inner.join(name)).unwrap().permissions().mode() & 0o777,
            0o600,
            "{name}"
        );
    }
    assert_eq!(contents(&inner).len(), 3, "ledger.db, its log and its index");
    assert!(contents(&dir).is_empty());
    drop(store);
    is_whole(&Sqlite::open_read_only(&inner).expect("opened"), 50);
}

#[test]
fn a_newer_ledger_is_refused_and_not_touched() {
    let dir = closed();
    let raw = rusqlite::Connection::open(dir.join(LEDGER_FILE)).expect("raw");
    raw.pragma_update(None, "user_version", 99).expect("set");
    drop(raw);
    let before = contents(&dir);
    for opened in [Sqlite::open(&dir), Sqlite::open_read_only(&dir)] {
        let why = opened.expect_err("a newer one");
        assert!(matches!(why, OpenError::Newer { found: 99, .. }), "{why:?}");
        assert!(why.to_string().contains("written by a newer release"), "{why}");
    }
    assert_eq!(contents(&dir), before);
}

#[test]
fn what_is_no_ledger_is_refused_and_not_touched() {
    let make: [fn(&Path); 4] = [
        |file| fs::write(file, "một bài viết, không phải cơ sở dữ liệu. ".repeat(100)).unwrap(),
        |file| fs::write(file, "xy").unwrap(),
        |file| {
            rusqlite::Connection::open(file)
                .unwrap()
                .execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
                .unwrap()
        },
        |file| {
            rusqlite::Connection::open(file)
                .unwrap()
                .execute_batch("PRAGMA application_id = 77; VACUUM")
                .unwrap()
        },
    ];
    for (i, make) in make.into_iter().enumerate() {
        let dir = Folder::new();
        make(&dir.join(LEDGER_FILE));
        let before = contents(&dir);
        for opened in [Sqlite::open(&dir), Sqlite::open_read_only(&dir)] {
            let why = opened.expect_err("no ledger");
            assert!(matches!(why, OpenError::NotALedger { .. }), "{i}: {why:?}");
            assert_eq!(contents(&dir), before, "{i}");
        }
    }
}

#[test]
fn a_missing_last_entry_is_noticed_on_opening() {
    let dir = closed();
    let raw = rusqlite::Connection::open(dir.join(LEDGER_FILE)).expect("raw");
    raw.execute("DELETE FROM entries WHERE seq = 299", []).expect("deleted");
    drop(raw);
    for opened in [Sqlite::open(&dir), Sqlite::open_read_only(&dir)] {
        let why = opened.expect_err("damaged");
        assert!(matches!(why, OpenError::Damaged { .. }), "{why:?}");
    }
}

#[test]
fn damage_inside_is_called_damage() {
    let spoil = [
        "DELETE FROM entries WHERE seq = 120",
        "UPDATE sealed SET salt = x'00' WHERE id / 64 = 7",
        "UPDATE sealed SET field = 'Ấ' WHERE id / 64 = 7",
        "UPDATE once SET key = x'00' WHERE seq = 7",
        "DELETE FROM head",
        "UPDATE head SET epoch = -1",
    ];
    for sql in spoil {
        let dir = closed();
        let store = Sqlite::open(&dir).expect("opened");
        rusqlite::Connection::open(dir.join(LEDGER_FILE))
            .expect("raw")
            .execute(sql, [])
            .expect("spoiled");
        let all = [
            store.head().map(drop),
            store.entries(0, 300, &mut |_, _| true),
            store.sealed_range(0, 300, &mut |_| true),
            store.once_from(0).map(drop),
        ];
        assert!(
            all.iter().any(|done| matches!(done, Err(StoreError::Damaged(_)))),
            "{sql}: {all:?}"
        );
        assert!(
            !all.iter().any(|done| matches!(done, Err(StoreError::Failed { .. }))),
            "{sql}: {all:?}"
        );
    }
}

#[test]
fn reading_only_needs_a_ledger_and_makes_none() {
    let dir = Folder::new();
    assert!(matches!(Sqlite::open_read_only(&dir), Err(OpenError::Missing(_))));
    assert!(matches!(
        Sqlite::open_read_only(&dir.join("nowhere")),
        Err(OpenError::Missing(_))
    ));
    assert!(contents(&dir).is_empty());
    fs::write(dir.join(LEDGER_FILE), "").unwrap();
    assert!(matches!(
        Sqlite::open_read_only(&dir),
        Err(OpenError::NotALedger { .. })
    ));
    assert_eq!(contents(&dir).len(), 1);
}

/// Reads everything and tries to write everything.
fn reads_only(store: &Sqlite, size: u64) {
    is_whole(store, size);
    assert!(store.lead().is_err());
    assert!(matches!(
        store.append(1, &batch(size, 1)),
        Err(AppendError::NotCommitted(_))
    ));
    assert!(store.forget_once_before(5).is_err());
    assert!(store.erase(&[]).is_err());
    is_whole(store, size);
}

#[test]
fn reading_a_closed_ledger_leaves_the_folder_as_it_was() {
    let dir = closed();
    let before = contents(&dir);
    assert_eq!(before.len(), 1, "closed: the log is gone");
    let store = Sqlite::open_read_only(&dir).expect("opened");
    reads_only(&store, 300);
    assert_eq!(contents(&dir), before);
    drop(store);
    assert_eq!(contents(&dir), before);
}

#[test]
fn reading_a_killed_ledger_leaves_the_folder_as_it_was() {
    let live = Folder::new();
    let writer = Sqlite::open(&live).expect("opened");
    fill(&writer, 300);
    // As after a kill: all three files; and as after copying without the index.
    for left_out in ["nothing", "ledger.db-shm"] {
        let dir = Folder::new();
        for (name, bytes) in contents(&live).iter().filter(|(name, _)| *name != left_out) {
            fs::write(dir.join(name), bytes).unwrap();
        }
        let before = contents(&dir);
        assert!(!before["ledger.db-wal"].is_empty());
        let store = Sqlite::open_read_only(&dir).expect("opened");
        reads_only(&store, 300);
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| is_whole(&store, 300));
            }
        });
        drop(store);
        assert!(contents(&dir) == before, "without {left_out}");
        // The next leader finds all of it, and has written it to the file before it leads: what a process whose fsync failed
        // left in the log is nowhere else.
        let next = Sqlite::open(&dir).expect("opened");
        assert_eq!(log_bytes(&dir), 0);
        is_whole(&next, 300);
    }
}

#[test]
fn a_folder_that_cannot_be_written_can_be_read() {
    for with_log in [false, true] {
        let (dir, live) = (Folder::new(), Folder::new());
        let writer = Sqlite::open(&live).expect("opened");
        fill(&writer, 300);
        if !with_log {
            drop(writer);
        }
        for (name, bytes) in contents(&live).iter().filter(|(name, _)| *name != "ledger.db-shm") {
            fs::write(dir.join(name), bytes).unwrap();
            fs::set_permissions(dir.join(name), fs::Permissions::from_mode(0o400)).unwrap();
        }
        fs::set_permissions(&*dir, fs::Permissions::from_mode(0o500)).unwrap();
        let before = contents(&dir);
        let store = Sqlite::open_read_only(&dir).expect("opened");
        reads_only(&store, 300);
        drop(store);
        assert!(contents(&dir) == before);
        fs::set_permissions(&*dir, fs::Permissions::from_mode(0o700)).unwrap();
    }
}

#[test]
fn reading_beside_a_running_leader_sees_what_it_answered() {
    let dir = Folder::new();
    let leader = Sqlite::open(&dir).expect("opened");
    fill(&leader, 50);
    let guest = Sqlite::open_read_only(&dir).expect("opened");
    let epoch = leader.head().expect("a head").epoch;
    for first in (50..2000).step_by(50) {
        leader.append(epoch, &batch(first, 50)).expect("appended");
        assert_eq!(guest.head().expect("a head").size, first + 50);
    }
    reads_only(&guest, 2000);
    // A guest that does nothing at the moment is in nobody's way.
    leader.erase(&[]).expect("erased");
    is_whole(&guest, 2000);
    leader.append(epoch, &batch(2000, 50)).expect("appended");
    is_whole(&guest, 2050);
}

#[test]
fn a_file_that_was_removed_takes_nothing_more() {
    let dir = Folder::new();
    let store = Sqlite::open(&dir).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 3)).expect("appended");
    fs::rename(dir.join(LEDGER_FILE), dir.join("elsewhere")).expect("renamed");
    assert!(matches!(
        store.append(epoch, &batch(3, 1)),
        Err(AppendError::Unknown(why)) if why.contains("removed")
    ));
}
