//! Folders that nobody changed.

use crate::office::{self, made};
use crate::run::verify;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn an_honest_folder_is_clean() {
    let made = made();
    let outcome = verify(&[
        made.dir.as_os_str(),
        "--high-water".as_ref(),
        made.high_water.as_os_str(),
    ]);
    outcome.assert_clean();
    assert_eq!(outcome.report["entries"], made.size);
    assert_eq!(outcome.checked(3), made.size);
    assert_eq!(outcome.checked(8), made.size / 256);
    for rule in [1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15] {
        assert!(outcome.checked(rule) > 0, "rule {rule} was not looked at");
    }
    assert!(outcome.checked(14) >= 2, "a snapshot in the middle and one at the end");
    assert!(outcome.notes().contains("1 orders to erase are not reported done"));
}

#[test]
fn an_earlier_copy_with_its_log_is_clean_and_behind_the_mark() {
    let made = made();
    verify(&[&made.early]).assert_clean();
    let outcome = verify(&[
        made.early.as_os_str(),
        "--high-water".as_ref(),
        made.high_water.as_os_str(),
    ]);
    let gone = format!("{} to {} are gone", made.early_size, made.size - 1);
    outcome.assert_broken(15, &gone);
}

#[test]
fn an_earlier_checkpoint_is_extended() {
    let made = made();
    let file = office::fresh().join("checkpoint");
    std::fs::write(&file, &made.early_checkpoint).unwrap();
    verify(&[made.dir.as_os_str(), "--checkpoint".as_ref(), file.as_os_str()]).assert_clean();
}

#[test]
fn another_history_under_the_same_key_is_noticed() {
    let made = made();
    let dir = office::fresh();
    let other = office::open(&dir, None);
    let token = base::fact::Digest32([3; 32]);
    other.give(
        base::fact::Actor::Console,
        world::Command::IssueFirstInvitation { token },
    );
    let file = office::fresh().join("checkpoint");
    std::fs::write(&file, other.ledger.view().signed.as_bytes()).unwrap();
    other.ledger.close();
    let outcome = verify(&[made.dir.as_os_str(), "--checkpoint".as_ref(), file.as_os_str()]);
    outcome.assert_broken(15, "other entries were signed as the first 1");
}

#[test]
fn a_pinned_key_is_the_one_that_counts() {
    let made = made();
    let right = std::fs::read_to_string(made.dir.join("vkey")).unwrap();
    verify(&[made.dir.as_os_str(), "--vkey".as_ref(), right.trim().as_ref()]).assert_clean();
    verify(&[
        made.dir.as_os_str(),
        "--vkey".as_ref(),
        made.dir.join("vkey").as_os_str(),
    ])
    .assert_clean();
    let wrong = ledger::note::SigningKey::new(office::ORIGIN, [8; 32])
        .unwrap()
        .verifier()
        .to_string();
    let outcome = verify(&[made.dir.as_os_str(), "--vkey".as_ref(), wrong.as_ref()]);
    outcome
        .assert_broken(2, "pinned is")
        .assert_broken(6, "not signed by this key");
}

#[test]
fn what_cannot_be_checked_is_no_fault_of_the_record() {
    for target in ["/nowhere/at/all", env!("CARGO_MANIFEST_DIR")] {
        let outcome = verify(&[target]);
        assert_eq!((outcome.code, outcome.broken()), (1, vec![]), "{target}");
        assert_eq!(outcome.report["result"], "unchecked");
    }
    let made = made();
    let outcome = verify(&[made.dir.as_os_str(), "--vkey".as_ref(), "no such file".as_ref()]);
    assert_eq!(outcome.code, 1);
    assert_eq!(verify::<&str>(&[]).code, 2);
    let sampled = verify(&[made.dir.as_os_str(), "--sample".as_ref(), "5".as_ref()]);
    assert_eq!(sampled.code, 2, "a folder is never half checked in silence");
}

#[test]
fn an_empty_office_is_clean() {
    let dir = office::fresh();
    office::open(&dir, None).ledger.close();
    verify(&[&dir]).assert_clean();
}

#[test]
fn it_says_so_in_lines_too() {
    let made = made();
    let run = |dir: &Path| {
        Command::new(env!("CARGO_BIN_EXE_langnghe"))
            .arg("verify")
            .arg(dir)
            .output()
            .unwrap()
    };
    let output = run(&made.dir);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(text.contains("R7  root"), "{text}");
    assert!(text.trim_end().ends_with(": clean"), "{text}");
}

fn bytes_of(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for file in std::fs::read_dir(dir).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            found.extend(bytes_of(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn it_writes_nothing() {
    for dir in [&made().dir, &made().early] {
        let dir = office::copy(dir);
        let before = bytes_of(&dir);
        verify(&[&dir]).assert_clean();
        assert!(before == bytes_of(&dir), "{} was changed", dir.display());
    }
}

#[test]
fn a_running_office_is_verified_while_it_writes_and_erases() {
    let dir = office::copy(&made().dir);
    let mark = office::fresh().join("mark");
    let running = office::open(&dir, Some(&mark));
    running.opinion(10_000);
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for n in 10_001.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let seq = running.opinion(n);
                let field = forum::events::STATEMENT;
                running.order(vec![base::fact::SealedRef::new(seq, field)]);
                running.erase();
            }
        });
        // Ends the writer also when an assertion fails.
        struct Stop<'a>(&'a AtomicBool);
        impl Drop for Stop<'_> {
            fn drop(&mut self) {
                self.0.store(true, Ordering::Relaxed);
            }
        }
        let _stop = Stop(&stop);
        while !mark.exists() {
            std::thread::yield_now();
        }
        for _ in 0..8 {
            verify(&[dir.as_os_str(), "--high-water".as_ref(), mark.as_os_str()]).assert_clean();
        }
    });
    running.ledger.close();
    verify(&[dir.as_os_str(), "--high-water".as_ref(), mark.as_os_str()]).assert_clean();
}
