//! Every system call by which a batch reaches the disk fails in turn: what was said of the batch is true, what was
//! acknowledged is there, and the next start goes on.
//!
//! The failing is done by `strace` from outside, as the kernel would: this program runs itself under it.

mod common;

use common::Folder;
use ledger::store::{AppendError, Store};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use storage::Sqlite;
use storage::conformance::{batch, entries_of, sealed_of};

/// Tells this program that it is the writer, and where.
const WRITER_VARIABLE: &str = "LANGNGHE_FAULTS_FOLDER";
/// Tells the writer how much to write: the name of a load.
const LOAD_VARIABLE: &str = "LANGNGHE_FAULTS_LOAD";
/// What the writer writes.
#[derive(Clone, Copy)]
struct Load {
    name: &'static str,
    batches: u64,
    /// Entries of a batch.
    entries: u64,
}
/// Little enough that every system call can fail in turn.
const LITTLE: Load = Load {
    name: "little",
    batches: 4,
    entries: 3,
};
/// So much that the log is moved into the file many times.
const MUCH: Load = Load {
    name: "much",
    batches: 60,
    entries: 2_000,
};
/// Calls that are made to fail at most; a run in which nothing failed ends a row.
const CALLS_MAX: u32 = 200;

/// What the writer learnt of a batch, a line each.
const KEPT: &str = "kept";
const NOT_KEPT: &str = "not kept";
const UNKNOWN: &str = "unknown";
/// The start was refused: nothing was written.
const REFUSED: &str = "refused";

#[test]
#[ignore = "the writer of the other tests, run by them"]
fn writer() {
    let Some(dir) = std::env::var_os(WRITER_VARIABLE) else {
        return;
    };
    let say = |line: &str| {
        let mut out = std::io::stdout();
        writeln!(out, "\n{line}").and_then(|()| out.flush()).expect("said");
    };
    let is_much = std::env::var(LOAD_VARIABLE).is_ok_and(|name| name == MUCH.name);
    let load = if is_much { MUCH } else { LITTLE };
    let Ok(store) = Sqlite::open(Path::new(&dir)) else {
        return say(REFUSED);
    };
    let Ok(head) = store.lead() else {
        return say(REFUSED);
    };
    let mut size = head.size;
    for _ in 0..load.batches {
        match store.append(head.epoch, &batch(size, load.entries)) {
            Ok(()) => {
                size += load.entries;
                say(KEPT);
                // A full disk is no reason to read less; a store that stopped gives nothing.
                if !is_much {
                    assert_eq!(entries_of(&store, 0, u64::MAX).len() as u64, size);
                }
            }
            Err(AppendError::NotCommitted(_)) => {
                say(NOT_KEPT);
                assert_eq!(store.head().expect("a head").size, size);
            }
            Err(AppendError::Unknown(_)) => return say(UNKNOWN),
            Err(why @ AppendError::Superseded { .. }) => panic!("{why}"),
        }
    }
    say("done");
}

/// What one run of the writer said.
struct Told {
    kept: u64,
    not_kept: u64,
    unknown: bool,
    refused: bool,
    done: bool,
}

/// Runs the writer with a fault in its system calls.
fn run(dir: &Path, load: Load, files: &[&str], calls: &str, fault: &str, trace: &Path) -> Told {
    let own = std::env::current_exe().expect("this program");
    let mut strace = Command::new("strace");
    strace
        .args(["-f", "-qq", "-o"])
        .arg(trace)
        .args([
            "-e",
            &format!("trace={calls}"),
            "-e",
            &format!("inject={calls}:{fault}"),
        ])
        .args(files.iter().flat_map(|file| ["-P".into(), dir.join(file)]))
        .arg(own)
        .args(["--ignored", "--exact", "writer", "--nocapture", "--test-threads=1"])
        .env(WRITER_VARIABLE, dir)
        .env(LOAD_VARIABLE, load.name)
        .stdin(Stdio::null());
    let output = strace.output().expect("strace runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let count = |line: &str| said.lines().filter(|one| *one == line).count() as u64;
    assert!(
        !said.contains("FAILED"),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Told {
        kept: count(KEPT),
        not_kept: count(NOT_KEPT),
        unknown: count(UNKNOWN) > 0,
        refused: count(REFUSED) > 0,
        done: count("done") > 0,
    }
}

/// Whether programs may be watched here; some containers forbid it.
fn may_be_watched() -> bool {
    let watched = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    let may = watched.is_ok_and(|status| status.success());
    if !may {
        let _ = std::io::stderr().write_all(b"SKIPPED, NO FAULT TRIED: strace may watch no program here\n");
    }
    may
}

/// What is there is what was acknowledged, perhaps with the one batch of which nothing was known; and it goes on.
fn holds(dir: &Path, load: Load, told: &Told, case: &str) {
    let store = Sqlite::open(dir).unwrap_or_else(|why| panic!("{case}: the next start: {why}"));
    let head = store.lead().unwrap_or_else(|why| panic!("{case}: {why}"));
    let kept = told.kept * load.entries;
    let possible = if told.unknown {
        vec![kept, kept + load.entries]
    } else {
        vec![kept]
    };
    assert!(
        possible.contains(&head.size),
        "{case}: {} entries of {possible:?}",
        head.size
    );
    let entries = entries_of(&store, 0, u64::MAX);
    assert_eq!(entries.len() as u64, head.size, "{case}");
    let expected = (0..head.size)
        .step_by(load.entries as usize)
        .flat_map(|first| batch(first, load.entries).entries);
    assert!(entries.into_iter().map(|(_, bytes)| bytes).eq(expected), "{case}");
    assert_eq!(sealed_of(&store, 0, u64::MAX).len() as u64, head.size * 2, "{case}");
    store
        .append(head.epoch, &batch(head.size, load.entries))
        .unwrap_or_else(|why| panic!("{case}: it does not go on: {why}"));
}

/// Fails the calls one after the other until a run comes through untouched; gives the number of faults tried.
fn each_in_turn(calls: &str, error: &str, more: &str, judge: impl Fn(&Told, &str)) -> u32 {
    let trace_folder = Folder::new();
    for number in 1..=CALLS_MAX {
        let folder = Folder::new();
        // Made before, so that only the writing of batches is disturbed.
        drop(Sqlite::open(&folder).expect("made"));
        let trace = trace_folder.join("trace");
        let told = run(
            &folder,
            LITTLE,
            &BOTH,
            calls,
            &format!("error={error}:when={number}{more}"),
            &trace,
        );
        let injected = std::fs::read_to_string(&trace)
            .unwrap_or_default()
            .contains("(INJECTED)");
        let case = format!("{calls} {error} at call {number}{more}");
        holds(&folder, LITTLE, &told, &case);
        if !injected {
            assert!(
                told.done && told.kept == LITTLE.batches,
                "{case}: nothing failed and yet"
            );
            return number - 1;
        }
        // A call that failed behind the last answer was one of closing; what is there was judged above.
        assert!(
            told.done || told.unknown || told.refused,
            "{case}: the writer ended without a word"
        );
        if !(told.refused || told.done && told.kept == LITTLE.batches) {
            judge(&told, &case);
        }
    }
    panic!("{calls}: more than {CALLS_MAX} calls");
}

const FILE: &str = "ledger.db";
const BOTH: [&str; 2] = ["ledger.db-wal", FILE];
const WRITES: &str = "pwrite64,write";
const SYNCS: &str = "fdatasync,fsync";

#[test]
fn a_disk_that_is_full_for_one_write_loses_one_batch_and_says_so() {
    if !may_be_watched() {
        return;
    }
    let tried = each_in_turn(WRITES, "ENOSPC", "", |told, case| {
        assert!(!told.unknown, "{case}: a full disk is no riddle");
        assert!(told.kept + told.not_kept <= LITTLE.batches, "{case}");
    });
    assert!(tried >= 8, "{tried} writes were failed");
}

#[test]
fn a_disk_that_stays_full_refuses_every_batch_from_then_on() {
    if !may_be_watched() {
        return;
    }
    let tried = each_in_turn(WRITES, "ENOSPC", "+", |told, case| {
        assert!(!told.unknown, "{case}: a full disk is no riddle");
        assert!(told.not_kept > 0, "{case}");
    });
    assert!(tried >= 8, "{tried} writes were failed");
}

#[test]
fn a_write_that_fails_otherwise_and_a_sync_that_fails_stop_the_store() {
    if !may_be_watched() {
        return;
    }
    for (calls, error) in [(WRITES, "EIO"), (SYNCS, "EIO"), (SYNCS, "ENOSPC")] {
        let tried = each_in_turn(calls, error, "", |told, case| {
            // From COMMIT on nothing is claimed that is not known; before it the batch may be refused.
            assert!(told.unknown || told.not_kept > 0, "{case}");
        });
        assert!(tried >= 2, "{calls} {error}: {tried} calls were failed");
    }
}

/// A log that is long is moved into the file beside the writer. Where that fails the log still has everything, and is
/// not moved again: a second fsync may be reported as done without being so.
#[test]
fn a_log_that_cannot_be_moved_into_the_file_stops_the_store_and_loses_nothing() {
    if !may_be_watched() {
        return;
    }
    let trace_folder = Folder::new();
    let trace = trace_folder.join("trace");
    for (calls, error, stops) in [(SYNCS, "EIO", true), (WRITES, "EIO", true), (WRITES, "ENOSPC", false)] {
        for number in [1, 2, 3] {
            let folder = Folder::new();
            drop(Sqlite::open(&folder).expect("made"));
            let fault = format!("error={error}:when={number}");
            let told = run(&folder, MUCH, &[FILE], calls, &fault, &trace);
            let case = format!("moving the log: {calls} {fault}");
            let traced = std::fs::read_to_string(&trace).unwrap_or_default();
            assert!(traced.contains("(INJECTED)"), "{case}: nothing failed");
            assert_eq!((told.not_kept, told.refused), (0, false), "{case}");
            assert_eq!(
                (told.unknown, told.done),
                (stops, !stops),
                "{case}: {} batches kept",
                told.kept
            );
            if stops {
                let after = traced.lines().skip_while(|line| !line.contains("(INJECTED)")).skip(1);
                let touched: Vec<&str> = after.filter(|line| line.contains("sync(")).collect();
                assert!(touched.is_empty(), "{case}: the file was synced again: {touched:?}");
            }
            holds(&folder, MUCH, &told, &case);
        }
    }
}
