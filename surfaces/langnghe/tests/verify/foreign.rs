//! Logs of other programs, as C2SP tlog-tiles in a folder.

use crate::office::{copy, fresh};
use crate::run::verify;
use std::path::{Path, PathBuf};

/// The stored log of another program; none, said aloud, where the shared data are not at hand.
fn foreign() -> Option<PathBuf> {
    let shared = std::env::var_os("LANGNGHE_SHARED").map(PathBuf::from);
    let shared = shared.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"));
    let log = shared.join("data/trust/tlog-tiles");
    if log.is_dir() {
        return Some(log);
    }
    say(&format!(
        "SKIPPED, not verified: {} is not there (LANGNGHE_SHARED)",
        log.display()
    ));
    None
}

#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn say(text: &str) {
    eprintln!("{text}");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found.sort();
    found
}

#[test]
fn another_programs_log_is_clean() {
    let Some(log) = foreign() else { return };
    let outcome = verify(&[&log]);
    outcome.assert_clean();
    assert_eq!(outcome.report["entries"], 15);
    // Sixteen earlier checkpoints; 15 entries and 14 narrower bundles; 2 tiles of the newest and 14 narrower ones.
    assert_eq!(
        (outcome.checked(15), outcome.checked(3), outcome.checked(8)),
        (16, 29, 16)
    );
}

#[test]
fn a_byte_of_each_of_its_files() {
    let Some(log) = foreign() else { return };
    for file in files(&log) {
        let name = file.strip_prefix(&log).unwrap().to_str().unwrap().to_owned();
        let length = std::fs::read(&file).unwrap().len();
        for position in [0, length / 3, length / 2, length - 1] {
            let dir = copy(&log);
            let mut bytes = std::fs::read(&file).unwrap();
            bytes[position] ^= 1;
            std::fs::write(dir.join(&name), bytes).unwrap();
            let outcome = verify(&[&dir]);
            std::fs::remove_dir_all(&dir).unwrap();
            assert_eq!(outcome.code, 6, "{name}, byte {position}: {}", outcome.stderr);
            assert!(
                outcome.faults().contains(&name),
                "{name}, byte {position}: {}",
                outcome.faults()
            );
        }
    }
}

#[test]
fn files_that_are_missing_or_cut() {
    let Some(log) = foreign() else { return };
    for (name, rule) in [("tile/0/000.p/15", 8), ("tile/entries/000.p/15", 3)] {
        let dir = copy(&log);
        std::fs::remove_file(dir.join(name)).unwrap();
        verify(&[&dir]).assert_broken(rule, &format!("{name} is missing"));
        std::fs::write(dir.join(name), b"").unwrap();
        verify(&[&dir]).assert_broken(rule, name);
    }
    let dir = copy(&log);
    std::fs::remove_file(dir.join("vkey")).unwrap();
    assert_eq!(verify(&[&dir]).code, 1, "without a key nothing can be said");
    verify(&[dir.as_os_str(), "--vkey".as_ref(), log.join("vkey").as_os_str()]).assert_clean();
    let wrong = ledger::note::SigningKey::new("example.com/log/testdata", [8; 32])
        .unwrap()
        .verifier()
        .to_string();
    verify(&[log.as_os_str(), "--vkey".as_ref(), wrong.as_ref()]).assert_broken(2, "pinned is");
}

#[test]
fn its_earlier_state_is_behind_its_later_checkpoint() {
    let Some(log) = foreign() else { return };
    let dir = fresh();
    for name in ["vkey", "tile/0/000.p/9", "tile/entries/000.p/9"] {
        std::fs::create_dir_all(dir.join(name).parent().unwrap()).unwrap();
        std::fs::copy(log.join(name), dir.join(name)).unwrap();
    }
    std::fs::copy(log.join("checkpoint.9"), dir.join("checkpoint")).unwrap();
    verify(&[&dir]).assert_clean();
    let later = log.join("checkpoint.12");
    verify(&[dir.as_os_str(), "--checkpoint".as_ref(), later.as_os_str()]).assert_broken(15, "9 to 11 are gone");
}
