//! Killed, cut short, without room: what was answered is there, and no batch is half there.

mod common;

use common::Folder;
use ledger::store::{AppendError, Store};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use storage::Sqlite;
use storage::conformance::{batch, entries_of, salt, sealed_of};
use storage::sqlite::LEDGER_FILE;

/// Tells the children, which are this program again, where to write.
const FOLDER_VARIABLE: &str = "STORAGE_CRASH_FOLDER";
const KILLS: u64 = 12;
/// Bytes between two places where the log is cut.
const CUT_STEP: usize = 512;

fn count_at(first: u64) -> u64 {
    1 + u64::from(salt(first)[0]) % 90
}

/// Everything up to the head is one batch after the other, whole.
fn is_whole(store: &Sqlite) -> u64 {
    let size = store.head().expect("a head").size;
    let entries = entries_of(store, 0, u64::MAX);
    let (sealed, once) = (sealed_of(store, 0, u64::MAX), store.once_from(0).expect("keys"));
    assert_eq!(entries.len() as u64, size);
    assert_eq!((sealed.len() as u64, once.len() as u64), (size * 2, size));
    let mut first = 0;
    while first < size {
        let expected = batch(first, count_at(first));
        let end = first + expected.entries.len() as u64;
        assert!(end <= size, "half a batch: {size} of {first}..{end}");
        let range = first as usize..end as usize;
        assert!(
            entries[range.clone()]
                .iter()
                .map(|(_, bytes)| bytes)
                .eq(&expected.entries)
        );
        assert_eq!(once[range], expected.once);
        assert_eq!(
            store.tile(0, first).expect("a tile").as_ref(),
            Some(&expected.tiles[0].bytes)
        );
        first = end;
        if first == size {
            assert_eq!(store.head().expect("a head").checkpoint, expected.checkpoint);
        }
    }
    size
}

/// Not a test: the child that the tests start. Appends until it is killed or an append fails, saying each size it was
/// answered.
#[test]
#[ignore = "started by the other tests"]
fn child() {
    let Some(dir) = std::env::var_os(FOLDER_VARIABLE) else {
        return;
    };
    let mut out = std::io::stdout();
    let store = Sqlite::open(Path::new(&dir)).expect("opened");
    let head = store.lead().expect("the lead");
    let mut size = head.size;
    loop {
        let next = batch(size, count_at(size));
        match store.append(head.epoch, &next) {
            Ok(()) => size += next.entries.len() as u64,
            Err(why) => {
                let kind = if matches!(why, AppendError::Unknown(_)) {
                    "unknown"
                } else {
                    "other"
                };
                let after = (
                    store.head().is_err(),
                    store.append(head.epoch, &next).is_err(),
                    store.lead().is_err(),
                );
                writeln!(out, "\nfailed {kind} {after:?} {why}").expect("said");
                return;
            }
        }
        writeln!(out, "\nanswered {size}")
            .and_then(|()| out.flush())
            .expect("said");
    }
}

fn child_command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

#[test]
fn what_was_answered_survives_a_kill() {
    let dir = Folder::new();
    let mut answered = 0;
    for round in 0..KILLS {
        let mut child = child_command(std::env::current_exe().expect("this program"));
        let mut child = child.env(FOLDER_VARIABLE, &*dir).spawn().expect("started");
        let mut wanted = 1 + u64::from(salt(round)[1]) % 120;
        // The rest is read after the kill, too: what stands in the pipe was answered.
        for line in BufReader::new(child.stdout.take().expect("its words")).lines() {
            let line = line.expect("a line");
            assert!(!line.starts_with("failed"), "{line}");
            if let Some(size) = line.strip_prefix("answered ") {
                answered = size.parse().expect("a number");
                wanted -= 1;
                if wanted == 0 {
                    child.kill().expect("killed");
                    wanted = u64::MAX;
                }
            }
        }
        child.wait().expect("ended");
        let seen = Sqlite::open_read_only(&dir)
            .expect("opened")
            .head()
            .expect("a head")
            .size;
        let store = Sqlite::open(&dir).expect("opened");
        let size = is_whole(&store);
        assert_eq!(seen, size);
        assert!(size >= answered, "{answered} were answered, {size} are there");
        assert_eq!(store.head().expect("a head").epoch, round + 1);
        if round % 2 == 0 {
            // Every second time the next one finds the folder as the kill left it, after this one only looked.
            std::mem::forget(store);
        }
    }
    assert!(answered > 0);
}

/// The disk says no in the middle of writing: unknown, and from then on nothing.
#[test]
fn a_failed_commit_stops_the_store() {
    let dir = Folder::new();
    // A limit of 4 MiB (8,192 × 512 bytes) on the length of any file the child writes.
    let script = "trap '' XFSZ; ulimit -f 8192; exec \"$0\" --exact child --ignored --nocapture";
    let mut shell = Command::new("sh");
    shell
        .args(["-c", script])
        .arg(std::env::current_exe().expect("this program"));
    let said = shell
        .env(FOLDER_VARIABLE, &*dir)
        .stderr(Stdio::null())
        .output()
        .expect("started")
        .stdout;
    let said = String::from_utf8(said).expect("words");
    let failed = said.lines().find(|line| line.starts_with("failed")).expect("a failure");
    assert!(failed.starts_with("failed unknown (true, true, true)"), "{failed}");
    let answered = said
        .lines()
        .filter_map(|line| line.strip_prefix("answered "))
        .next_back()
        .expect("an answer");
    let size = is_whole(&Sqlite::open(&dir).expect("opened"));
    let answered: u64 = answered.parse().expect("a number");
    assert!(
        size == answered || size == answered + count_at(answered),
        "{answered} were answered, {size} are there"
    );
}

/// Power lost while the last batch was on its way to the log: wherever the log ends, the batch is there or it is not.
#[test]
fn a_log_cut_anywhere_holds_the_last_batch_or_not() {
    let live = Folder::new();
    let store = Sqlite::open(&live).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    let (mut size, mut before) = (0, 0);
    let log = live.join("ledger.db-wal");
    let mut log_before = 0;
    for _ in 0..5 {
        (before, log_before) = (size, fs::metadata(&log).expect("a log").len() as usize);
        store.append(epoch, &batch(size, count_at(size))).expect("appended");
        size += count_at(size);
    }
    let (file, log) = (
        fs::read(live.join(LEDGER_FILE)).expect("read"),
        fs::read(&log).expect("read"),
    );
    assert!(log.len() > log_before + 10 * CUT_STEP);
    let mut sizes = Vec::new();
    for cut in (log_before..=log.len())
        .step_by(CUT_STEP)
        .chain([log.len() - 1, log.len()])
    {
        // Cut off; of the right length with nothing in it; with something else in it.
        let tails = [Vec::new(), vec![0; log.len() - cut], vec![0xA5; log.len() - cut]];
        for tail in tails {
            let dir = Folder::new();
            fs::write(dir.join(LEDGER_FILE), &file).expect("written");
            fs::write(dir.join("ledger.db-wal"), [&log[..cut], &tail].concat()).expect("written");
            let seen = is_whole(&Sqlite::open_read_only(&dir).expect("opened"));
            let found = is_whole(&Sqlite::open(&dir).expect("opened"));
            assert_eq!(seen, found);
            assert!(
                found == before || found == size,
                "cut at {cut}: {found}, neither {before} nor {size}"
            );
            sizes.push(found);
        }
    }
    assert!(sizes.contains(&before) && sizes.contains(&size));
}
