//! A backup beside a running office, put back: nothing acknowledged before it is missing, nothing erased is there, and
//! nothing is signed a second time.

#[path = "running/mod.rs"]
mod running;

use running::{Folder, Server, is_clean, refused, refuses, told};
use std::path::{Path, PathBuf};
use std::process::Output;
use storage::postgres::throwaway::Throwaway;

const LOSSY: [&str; 2] = ["--replication", "none, I accept loss"];

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The one backup in a folder.
fn backup(data: &Path, to: &Path, more: &[&str]) -> PathBuf {
    let mut words = vec!["backup", "--data", text(data), "--to", text(to)];
    words.extend(more);
    let output = told(&words);
    assert!(output.status.success(), "{output:?}");
    let mut folders = std::fs::read_dir(to).unwrap().flatten().map(|entry| entry.path());
    let folder = folders.next().unwrap();
    assert!(folders.next().is_none());
    folder
}

/// The key of the month the test runs in.
fn month_key(data: &Path) -> PathBuf {
    let mut keys = std::fs::read_dir(data.join("keys/backup")).unwrap().flatten();
    keys.next().unwrap().path()
}

fn restore(backup: &Path, from: &Path, into: &Path, more: &[&str]) -> Output {
    let (month, log) = (month_key(from), from.join("keys/log"));
    let mut words = vec![
        "restore",
        text(backup),
        "--data",
        text(into),
        "--month-key",
        text(&month),
    ];
    words.extend(["--log-key", text(&log)]);
    words.extend(more);
    told(&words)
}

fn holds(folder: &Path, words: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    files.into_iter().any(|file| {
        let bytes = std::fs::read(file.path()).unwrap_or_default();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}

#[test]
fn what_was_there_comes_back_what_was_erased_does_not_and_a_fork_is_refused() {
    let folder = Folder::new();
    let (data, mark, to) = (folder.path("office"), folder.path("mark"), folder.path("backups"));
    let started = ["--demo", "--high-water", text(&mark), "--publish-every", "0"];
    let server = Server::start(&data, &started);
    let kept = server.write("Đề nghị trực đêm có hai người ở cổng chính.", "khoa-1");
    let taken_back = server.write("Lời này sẽ được rút lại trước khi sao lưu.", "khoa-2");
    let erased = server.post(&format!("{taken_back}/rut"), &[("khoa", "khoa-3"), ("chac", "1")], &[]);
    assert!(erased.status == 303 || erased.status == 200, "{}", erased.body);
    let first = backup(&data, &to, &[]);
    for words in ["hai người ở cổng chính", "rút lại trước khi sao lưu"] {
        assert!(!holds(&first, words), "{words} can be read in the backup");
    }
    let later = server.write("Ý kiến gửi sau khi đã sao lưu xong.", "khoa-4");
    assert!(server.stop().0.success());

    let again = folder.path("again");
    let output = restore(&first, &data, &again, &[]);
    assert!(output.status.success(), "{output:?}");
    is_clean(&again, &[]);
    assert_eq!(std::fs::read_to_string(again.join("incarnation")).unwrap(), "1\n");
    refuses(
        &again,
        &["--demo", "--high-water", text(&mark)],
        4,
        "were acknowledged once and are missing here",
    );
    refused(&restore(&first, &data, &again, &[]), 2, "holds a record already");
    let server = Server::start(&again, &["--demo"]);
    assert_eq!(server.get(&kept).status, 200);
    assert_eq!(server.get(&later).status, 404);
    assert!(server.get(&taken_back).status != 200 || !server.get(&taken_back).body.contains("rút lại trước khi"));
    assert!(server.stop().0.success());
    is_clean(&again, &[]);
}

#[test]
fn a_backup_of_a_file_goes_into_a_database_and_out_of_it() {
    let (folder, database) = (Folder::new(), Throwaway::new());
    let (data, address) = (folder.path("office"), database.address());
    let server = Server::start(&data, &["--demo"]);
    let receipt = server.write("Đề nghị mở cổng phụ vào giờ tan tầm.", "khoa-1");
    let first = backup(&data, &folder.path("backups"), &[]);
    assert!(server.stop().0.success());
    let there = folder.path("there");
    let mut more = vec!["--database-url", &address];
    more.extend(LOSSY);
    let output = restore(&first, &data, &there, &more);
    assert!(output.status.success(), "{output:?}");
    is_clean(&there, &["--database-url", &address]);
    more.push("--demo");
    let server = Server::start(&there, &more);
    assert_eq!(server.get(&receipt).status, 200);
    let second = backup(&there, &folder.path("more"), &["--database-url", &address]);
    assert!(server.stop().0.success());
    let back = folder.path("back");
    assert!(restore(&second, &there, &back, &[]).status.success());
    assert_eq!(std::fs::read_to_string(back.join("incarnation")).unwrap(), "2\n");
    is_clean(&back, &[]);
}

#[test]
fn what_does_not_fit_is_refused_before_anything_is_made() {
    let folder = Folder::new();
    let (data, other) = (folder.path("office"), folder.path("other"));
    for dir in [&data, &other] {
        assert!(Server::start(dir, &["--demo"]).stop().0.success());
    }
    let first = backup(&data, &folder.path("backups"), &[]);
    backup(&other, &folder.path("others"), &[]);
    let into = folder.path("into");
    refused(&restore(&first, &other, &into, &[]), 4, "not the key of");
    let (month, log) = (month_key(&data), other.join("keys/log"));
    let words = [
        "restore",
        text(&first),
        "--data",
        text(&into),
        "--month-key",
        text(&month),
        "--log-key",
        text(&log),
    ];
    refused(&told(&words), 4, "is not the secret of");
    refused(
        &restore(&folder.path("nowhere"), &data, &into, &[]),
        4,
        "is not a backup",
    );
    refused(&restore(&first, &data, &data, &[]), 2, "holds a record already");
    std::fs::write(first.join("entries.jsonl"), "").unwrap();
    refused(&restore(&first, &data, &into, &[]), 4, "was changed or is cut");
    assert!(!into.exists(), "nothing was made");
    refused(
        &told(&["backup", "--data", text(&folder.path("none")), "--to", text(&into)]),
        1,
        "no ledger",
    );
}

#[test]
fn a_restore_that_failed_leaves_nothing_an_office_starts_on_and_is_finished_by_the_same_command() {
    let folder = Folder::new();
    let data = folder.path("office");
    let server = Server::start(&data, &["--demo"]);
    let receipt = server.write("Đề nghị lắp chuông ở cổng sau.", "khoa-1");
    assert!(server.stop().0.success());
    let first = backup(&data, &folder.path("backups"), &[]);
    let into = folder.path("into");
    let unreachable = ["--database-url", "host=/nowhere dbname=none"];
    let lost = restore(&first, &data, &into, &unreachable);
    assert!(!lost.status.success(), "{lost:?}");
    refuses(&into, &["--demo"], 4, "is being put back into this folder");
    refused(
        &told(&["backup", "--data", text(&into), "--to", text(&folder.path("none"))]),
        4,
        "is being put back",
    );
    let output = restore(&first, &data, &into, &[]);
    assert!(output.status.success(), "{output:?}");
    is_clean(&into, &[]);
    // Its next backup of the month is locked with the same key.
    assert_eq!(
        std::fs::read(month_key(&into)).unwrap(),
        std::fs::read(month_key(&data)).unwrap()
    );
    let server = Server::start(&into, &["--demo"]);
    assert_eq!(server.get(&receipt).status, 200);
    assert!(server.stop().0.success());
}

#[test]
fn a_key_without_its_record_begins_nothing() {
    let folder = Folder::new();
    let data = folder.path("office");
    assert!(Server::start(&data, &["--demo"]).stop().0.success());
    std::fs::remove_file(data.join("ledger.db")).unwrap();
    std::fs::remove_dir_all(data.join("snapshots")).unwrap();
    refuses(&data, &["--demo"], 4, "has the key of a log and no record");
    assert!(!data.join("ledger.db").exists());
}

#[test]
fn what_could_not_be_put_back_is_not_backed_up() {
    let folder = Folder::new();
    let data = folder.path("office");
    assert!(Server::start(&data, &["--demo"]).stop().0.success());
    let to = folder.path("backups");
    let take = |to: &Path| told(&["backup", "--data", text(&data), "--to", text(to)]);
    refused(&take(&data.join("inside")), 2, "must be outside the data folder");
    let vkey = std::fs::read_to_string(data.join("vkey")).unwrap();
    let other = folder.path("other");
    assert!(Server::start(&other, &["--demo"]).stop().0.success());
    std::fs::copy(other.join("vkey"), data.join("vkey")).unwrap();
    refused(&take(&to), 4, "could not be put back");
    assert!(!to.exists());
    std::fs::write(data.join("vkey"), vkey).unwrap();
    // Words that no entry erased are missing, and the digests are mended.
    let first = backup(&data, &to, &[]);
    let manifest = std::fs::read_to_string(first.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"sealed\""));
    let store = storage::Sqlite::open(&data).unwrap();
    let mut some = None;
    ledger::store::Store::sealed_range(&store, 0, u64::MAX, &mut |sealed| {
        some = Some(sealed.at);
        false
    })
    .unwrap();
    ledger::store::Store::erase(&store, &[ledger::store::Erasable::Sealed(some.unwrap())]).unwrap();
    drop(store);
    let holed = backup(&data, &folder.path("holed"), &[]);
    refused(
        &restore(&holed, &data, &folder.path("into"), &[]),
        4,
        "is not in the backup, and no entry erased it",
    );
}

#[test]
fn a_refused_start_changes_nothing_that_says_whose_the_record_is() {
    let folder = Folder::new();
    let data = folder.path("office");
    assert!(Server::start(&data, &["--demo"]).stop().0.success());
    let read = |name: &str| std::fs::read_to_string(data.join(name)).ok();
    let (vkey, origin) = (read("vkey"), read("origin"));
    std::fs::remove_file(data.join("origin")).unwrap();
    refuses(
        &data,
        &["--demo", "--origin", "sai.example"],
        2,
        "this record's origin is",
    );
    assert_eq!((read("vkey"), read("origin")), (vkey.clone(), None));
    // The public key says the name as well.
    assert!(Server::start(&data, &["--demo"]).stop().0.success());
    assert_eq!((read("vkey"), read("origin")), (vkey.clone(), origin));
    let other = folder.path("other");
    assert!(Server::start(&other, &["--demo"]).stop().0.success());
    let key = data.join("keys/log");
    std::fs::remove_file(&key).unwrap();
    std::fs::copy(other.join("keys/log"), &key).unwrap();
    refuses(&data, &["--demo"], 4, "another record's");
    assert_eq!(read("vkey"), vkey);
}
