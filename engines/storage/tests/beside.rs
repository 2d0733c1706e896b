//! The lock, the sessions and the small files.

mod common;

use base::fact::PersonId;
use base::time::Minute;
use common::Folder;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use storage::files::{KeyError, create_key, make_folder, read_key, write_durably};
use storage::lock::{DirLock, LOCK_FILE, LockError};
use storage::ops::{Found, OPS_FILE, Ops, Session};

const FOLDER_VARIABLE: &str = "STORAGE_LOCK_FOLDER";

/// Not a test: the child that holds the lock until it is killed.
#[test]
#[ignore = "started by another test"]
fn child() {
    let Some(dir) = std::env::var_os(FOLDER_VARIABLE) else {
        return;
    };
    let _lock = DirLock::take(dir.as_ref(), "127.0.0.1:8080, since 2020-01-01T00:00:00Z").expect("taken");
    std::io::Write::write_all(&mut std::io::stdout(), b"\ntaken\n").expect("said");
    std::thread::sleep(std::time::Duration::from_secs(60));
}

#[test]
fn the_folder_is_one_process_alone_until_it_is_killed() {
    let dir = Folder::new();
    let mut child = Command::new(std::env::current_exe().expect("this program"));
    child
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env(FOLDER_VARIABLE, &*dir);
    let mut child = child
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let mut words = BufReader::new(child.stdout.take().expect("its words")).lines();
    assert!(words.any(|line| line.is_ok_and(|line| line == "taken")));
    let LockError::Held { holder } = DirLock::take(&dir, "me").expect_err("held") else {
        panic!("not held")
    };
    assert_eq!(
        holder,
        format!("process {}, 127.0.0.1:8080, since 2020-01-01T00:00:00Z", child.id())
    );
    child.kill().expect("killed");
    child.wait().expect("ended");
    let lock = DirLock::take(&dir, "me").expect("free after the kill");
    assert!(matches!(DirLock::take(&dir, "another"), Err(LockError::Held { holder }) if holder.ends_with(", me")));
    drop(lock);
    assert_eq!(fs::read(dir.join(LOCK_FILE)).expect("stays").len(), 0);
    drop(DirLock::take(&dir, "me").expect("free"));
    assert!(matches!(
        DirLock::take(&dir.join("nowhere"), "me"),
        Err(LockError::Failed(_))
    ));
}

fn minute(minutes: u64) -> Minute {
    Minute::from_unix_secs(minutes * 60)
}

#[test]
fn sessions_start_are_seen_and_end() {
    let dir = Folder::new();
    let (ops, found) = Ops::open(&dir).expect("opened");
    assert_eq!(found, Found::Nothing);
    let (a, b, c, gone) = ([1; 32], [2; 32], [3; 32], [9; 32]);
    ops.start(a, PersonId(1), minute(1000)).expect("started");
    ops.start(b, PersonId(1), minute(1010)).expect("started");
    ops.start(c, PersonId(2), minute(1020)).expect("started");
    let started = Session {
        person: PersonId(1),
        started: minute(1000),
        seen: minute(1000),
    };
    assert_eq!(ops.session(a).expect("read"), Some(started));
    assert_eq!(ops.session(gone).expect("read"), None);
    for (now, written) in [(1004, false), (1005, true), (1009, false), (900, false), (1010, true)] {
        assert_eq!(ops.seen(a, minute(now)).expect("seen"), written, "{now}");
    }
    assert!(!ops.seen(gone, minute(2000)).expect("seen"));
    assert_eq!(
        ops.session(a).expect("read"),
        Some(Session {
            seen: minute(1010),
            ..started
        })
    );
    drop(ops);
    let (ops, found) = Ops::open(&dir).expect("opened");
    assert_eq!(found, Found::Kept);
    assert_eq!(
        ops.session(a).expect("read"),
        Some(Session {
            seen: minute(1010),
            ..started
        })
    );
    assert_eq!(ops.purge_started_before(minute(1010)).expect("purged"), 1);
    assert_eq!(ops.session(a).expect("read"), None);
    assert!(ops.session(b).expect("read").is_some());
    ops.start(a, PersonId(1), minute(1030)).expect("started");
    assert_eq!(ops.end_all_of(PersonId(1)).expect("ended"), 2);
    assert!(ops.end(c).expect("ended"));
    assert!(!ops.end(c).expect("ended already"));
    ops.start(a, PersonId(1), minute(1030)).expect("started");
    assert_eq!(ops.end_all().expect("ended"), 1);
    assert_eq!(ops.session(a).expect("read"), None);
}

#[test]
fn a_useless_ops_file_is_set_aside() {
    let dir = Folder::new();
    let spoil: [fn(&std::path::Path); 4] = [
        |file| fs::write(file, "không phải cơ sở dữ liệu ".repeat(500)).expect("written"),
        |file| {
            rusqlite::Connection::open(file)
                .expect("raw")
                .pragma_update(None, "user_version", 99)
                .expect("set")
        },
        |file| {
            let mut bytes = fs::read(file).expect("read");
            bytes[4096..].fill(0x5A);
            fs::write(file, bytes).expect("written");
        },
        |file| {
            fs::remove_file(file).expect("removed");
            rusqlite::Connection::open(file)
                .expect("raw")
                .execute_batch("CREATE TABLE t (a)")
                .expect("another's");
        },
    ];
    for (i, spoil) in (1..).zip(spoil) {
        let (ops, _) = Ops::open(&dir).expect("opened");
        ops.start([1; 32], PersonId(1), minute(5)).expect("started");
        drop(ops);
        spoil(&dir.join(OPS_FILE));
        let spoiled = fs::read(dir.join(OPS_FILE)).expect("read");
        let (ops, found) = Ops::open(&dir).expect("opened all the same");
        let Found::SetAside { to, why } = found else {
            panic!("spoiled {i}: {found:?}")
        };
        assert_eq!(to, dir.join(format!("{OPS_FILE}.damaged-{i}")));
        assert!(!why.is_empty());
        assert_eq!(
            fs::read(to).expect("kept for whoever wants to look").len(),
            spoiled.len()
        );
        assert_eq!(ops.session([1; 32]).expect("read"), None);
        ops.start([2; 32], PersonId(1), minute(5)).expect("started");
    }
    let mode = fs::metadata(dir.join(OPS_FILE)).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn small_files_are_replaced_whole() {
    let dir = Folder::new();
    let path = dir.join("high-water");
    for bytes in [&b"one"[..], b"", b"three, and longer"] {
        write_durably(&path, bytes).expect("written");
        assert_eq!(fs::read(&path).expect("read"), bytes);
    }
    std::thread::scope(|scope| {
        for i in 0..8u8 {
            let path = &path;
            scope.spawn(move || write_durably(path, &[i; 5000]).expect("written"));
        }
    });
    let last = fs::read(&path).expect("read");
    assert!(last.len() == 5000 && last.iter().all(|byte| *byte == last[0]));
    assert_eq!(
        fs::read_dir(&*dir).expect("a folder").count(),
        1,
        "no temporary file stays"
    );
    assert!(write_durably(&dir.join("nowhere/file"), b"x").is_err());
    fs::create_dir(dir.join("taken")).expect("a folder");
    assert!(write_durably(&dir.join("taken"), b"x").is_err());
    assert_eq!(fs::read_dir(&*dir).expect("a folder").count(), 2);
}

#[test]
fn a_key_is_made_once_and_is_its_owners() {
    let dir = Folder::new();
    let path = dir.join("keys/log");
    assert!(matches!(read_key(&path), Err(KeyError::Missing(_))));
    create_key(&path, &[7; 32]).expect("made");
    assert_eq!(read_key(&path).expect("read"), [7; 32]);
    let mode = |path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(path.clone()), mode(dir.join("keys"))), (0o400, 0o700));
    assert!(matches!(create_key(&path, &[8; 32]), Err(KeyError::Exists(_))));
    assert_eq!(read_key(&path).expect("read"), [7; 32]);
    assert_eq!(fs::read_dir(dir.join("keys")).expect("a folder").count(), 1);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("set");
    assert!(matches!(read_key(&path), Err(KeyError::Open { mode: 0o440, .. })));
    let short = dir.join("short");
    for length in [0, 31, 33] {
        write_durably(&short, &vec![1; length]).expect("written");
        assert!(matches!(read_key(&short), Err(KeyError::WrongLength(_))), "{length}");
    }
    make_folder(&dir.join("keys")).expect("there already");
}
