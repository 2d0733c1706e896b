//! On a disk that is really full: a few megabytes of memory mounted as one, which belong to this test alone.

mod common;

use base::fact::BlobId;
use base::time::Hour;
use common::Folder;
use ledger::store::{AppendError, Batch, Blob, Erasable, Store};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use storage::conformance::{batch, entries_of, sealed_of};
use storage::reserve::{RESERVE_BYTES, RESERVE_FILE, Room};
use storage::sqlite::{LEDGER_FILE, log_bytes};
use storage::{DirLock, Reserve, Sqlite};

/// Tells the children, which are this program again, where the disk is.
const DISK_VARIABLE: &str = "STORAGE_FULL_DISK";
const DISK_MIB: u64 = 24;
const FILLER_FILE: &str = "filler";

/// Runs a child on a disk of its own, in a name space of its own that needs no rights.
fn on_a_disk(child: &str) {
    let disk = Folder::new();
    let script = format!(
        "mount -t tmpfs -o size={DISK_MIB}m full \"$1\" || exit 77; exec \"$0\" \"$2\" --exact --ignored --nocapture"
    );
    let ran = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script])
        .arg(std::env::current_exe().expect("this program"))
        .arg(&*disk)
        .arg(child)
        .env(DISK_VARIABLE, &*disk)
        .stdin(Stdio::null())
        .output();
    let (status, said) = match ran {
        Ok(ran) => (
            ran.status.code(),
            String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned(),
        ),
        Err(why) => (None, why.to_string()),
    };
    if status != Some(0) && !said.contains("running 1 test") {
        // Written to the handle, because the test runner hides what the print macros say in tests that pass.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED, NOTHING VERIFIED: this machine mounts no disk for a test ({said})"
        );
        return;
    }
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

fn disk() -> Option<PathBuf> {
    std::env::var_os(DISK_VARIABLE).map(PathBuf::from)
}

/// Takes all room there is.
fn fill_up(disk: &Path) {
    let mut filler = File::options()
        .append(true)
        .create(true)
        .open(disk.join(FILLER_FILE))
        .expect("a file");
    for bytes in [1 << 16, 1 << 12, 1] {
        while filler.write_all(&vec![1; bytes]).is_ok() {}
    }
}

fn open(disk: &Path) -> (Sqlite, Arc<Mutex<Vec<Room>>>) {
    let told = Arc::new(Mutex::new(Vec::new()));
    let tell = told.clone();
    let reserve = Reserve::new(disk, Box::new(move |room| tell.lock().unwrap().push(room)));
    let _ = reserve.fill();
    let store = match Sqlite::open(disk) {
        Ok(store) => store,
        Err(_) => {
            let _room = reserve.give_up_slice();
            Sqlite::open(disk).expect("opened with what was given up")
        }
    };
    (store.with_reserve(reserve), told)
}

fn reserved(disk: &Path) -> u64 {
    fs::metadata(disk.join(RESERVE_FILE)).map_or(0, |file| file.len())
}

/// Entries of a batch whose log is not moved yet: what is refused then does not depend on a thread's time.
const FEW: u64 = 50;

/// Entries of a batch that needs more room than a log has in blocks it was given before.
const LARGE: u64 = 1_000;

fn large(first: u64) -> Batch {
    batch(first, LARGE)
}

/// What a start would find now, whatever this process believes.
fn found_by_another(disk: &Path) -> u64 {
    let copy = Folder::new();
    for name in [LEDGER_FILE, "ledger.db-wal"] {
        fs::copy(disk.join(name), copy.join(name)).expect("copied");
    }
    Sqlite::open(&copy).expect("opened").head().expect("a head").size
}

#[test]
fn a_full_disk_is_no_end() {
    on_a_disk("child_with_a_reserve");
}

#[test]
#[ignore = "started by the other tests"]
fn child_with_a_reserve() {
    let Some(disk) = disk() else { return };
    let (store, told) = open(&disk);
    assert_eq!(reserved(&disk), RESERVE_BYTES);
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, FEW)).expect("appended");
    fill_up(&disk);
    let lost = store.append(epoch, &large(FEW));
    assert!(matches!(lost, Err(AppendError::NotCommitted(_))), "{lost:?}");
    assert_eq!(found_by_another(&disk), FEW);
    assert_eq!(*told.lock().unwrap(), [Room::Short]);
    // However often somebody writes, the room that was kept back is not theirs.
    let before = (reserved(&disk), log_bytes(&disk));
    assert!(before.0 > RESERVE_BYTES / 2);
    fill_up(&disk);
    let blob = Blob {
        salt: [1; 32],
        bytes: vec![1; 100],
        put: Hour::MIN,
    };
    for _ in 0..50 {
        let refused = store.append(epoch, &batch(FEW, 1));
        assert!(
            matches!(&refused, Err(AppendError::NotCommitted(why)) if why.contains("full")),
            "{refused:?}"
        );
        assert!(store.put_blob(BlobId([1; 16]), &blob).is_err());
    }
    assert_eq!((reserved(&disk), log_bytes(&disk)), before);
    // What asks for something to be removed is recorded all the same, as often as it is asked for.
    for number in 0..20 {
        let order = Batch {
            removing: true,
            ..batch(FEW + number, 1)
        };
        store
            .append(epoch, &order)
            .unwrap_or_else(|why| panic!("{number}: {why} {} {}", reserved(&disk), log_bytes(&disk)));
    }
    assert!(reserved(&disk) > RESERVE_BYTES / 2, "{} bytes", reserved(&disk));
    // Reading goes on, and what is to be erased is.
    assert_eq!(entries_of(&store, 0, u64::MAX).len() as u64, FEW + 20);
    let gone: Vec<_> = batch(0, FEW)
        .sealed
        .into_iter()
        .filter(|one| one.at.seq % 2 == 0)
        .collect();
    let what: Vec<Erasable> = gone.iter().map(|one| Erasable::Sealed(one.at)).collect();
    store.erase(&what).expect("erased on a full disk");
    assert_eq!(log_bytes(&disk), 0);
    assert_eq!(sealed_of(&store, 0, u64::MAX).len() as u64, FEW + 40);
    let file = fs::read(disk.join(LEDGER_FILE)).expect("read");
    assert!(
        !gone
            .iter()
            .any(|one| file.windows(16).any(|bytes| bytes == &one.salt[..16]))
    );
    // A start on a full disk: what is there is led and read.
    drop(store);
    fill_up(&disk);
    let lock = DirLock::take(&disk, "a note that has no room").expect("taken");
    let (store, told) = open(&disk);
    let epoch = store.lead().expect("the lead on a full disk").epoch;
    assert_eq!(entries_of(&store, 0, u64::MAX).len() as u64, FEW + 20);
    assert_eq!(told.lock().unwrap().first(), Some(&Room::Short));
    assert!(matches!(
        store.append(epoch, &batch(FEW + 20, 1)),
        Err(AppendError::NotCommitted(_))
    ));
    // And with room again it goes on, the reserve first.
    fs::remove_file(disk.join(FILLER_FILE)).expect("removed");
    store
        .append(epoch, &large(FEW + 20))
        .expect("appended once there is room");
    assert_eq!(*told.lock().unwrap(), [Room::Short, Room::Again]);
    assert_eq!(reserved(&disk), RESERVE_BYTES);
    drop((store, lock));
    assert_eq!(
        Sqlite::open(&disk).expect("opened").head().expect("a head").size,
        FEW + 20 + LARGE
    );
}

#[test]
fn without_a_reserve_nothing_is_half_there_either() {
    on_a_disk("child_without");
}

#[test]
#[ignore = "started by the other tests"]
fn child_without() {
    let Some(disk) = disk() else { return };
    let store = Sqlite::open(&disk).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 50)).expect("appended");
    fill_up(&disk);
    for _ in 0..5 {
        let lost = store.append(epoch, &large(50));
        assert!(matches!(lost, Err(AppendError::NotCommitted(_))), "{lost:?}");
    }
    drop(store);
    fs::remove_file(disk.join(FILLER_FILE)).expect("removed");
    let store = Sqlite::open(&disk).expect("opened");
    assert_eq!(store.head().expect("a head").size, 50);
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &large(50)).expect("appended");
}

/// Less room than the reserve takes: it says so, takes nothing, and the folder is used for reading and erasing.
#[test]
fn a_start_without_room_for_the_reserve_takes_none() {
    on_a_disk("child_short");
}

#[test]
#[ignore = "started by the other tests"]
fn child_short() {
    let Some(disk) = disk() else { return };
    drop(Sqlite::open(&disk).expect("opened"));
    let taken = (DISK_MIB << 20) - RESERVE_BYTES / 2;
    fs::write(disk.join(FILLER_FILE), vec![1; taken as usize]).expect("written");
    let (store, told) = open(&disk);
    assert_eq!((told.lock().unwrap().clone(), reserved(&disk)), (vec![Room::Short], 0));
    let epoch = store.lead().expect("the lead").epoch;
    assert!(store.append(epoch, &batch(0, 1)).is_err());
    fs::remove_file(disk.join(FILLER_FILE)).expect("removed");
    store.append(epoch, &batch(0, 1)).expect("appended");
    // A copy with holes is no reserve.
    drop(store);
    fs::remove_file(disk.join(RESERVE_FILE)).expect("removed");
    File::create(disk.join(RESERVE_FILE))
        .and_then(|file| file.set_len(RESERVE_BYTES))
        .expect("holes");
    fs::write(disk.join(FILLER_FILE), vec![1; taken as usize]).expect("written");
    let (_store, told) = open(&disk);
    assert_eq!(*told.lock().unwrap(), [Room::Short]);
}
