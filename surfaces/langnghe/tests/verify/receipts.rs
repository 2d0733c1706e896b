//! Receipts, with the log and without it.

use crate::office::{self, made};
use crate::run::{Outcome, verify};
use std::path::{Path, PathBuf};

struct Files {
    json: PathBuf,
    proof: PathBuf,
}

fn files(json: &str, proof: &str) -> Files {
    let dir = office::fresh();
    let files = Files {
        json: dir.join("receipt.json"),
        proof: dir.join("receipt.tlog-proof"),
    };
    std::fs::write(&files.json, json).unwrap();
    std::fs::write(&files.proof, proof).unwrap();
    files
}

impl Files {
    fn alone(&self) -> Outcome {
        let vkey = made().dir.join("vkey");
        let named = [
            "--receipt".as_ref(),
            self.json.as_os_str(),
            "--proof".as_ref(),
            self.proof.as_os_str(),
        ];
        verify(&[&named[..], &["--vkey".as_ref(), vkey.as_os_str()]].concat())
    }

    fn in_folder(&self, dir: &Path) -> Outcome {
        let named = [
            "--receipt".as_ref(),
            self.json.as_os_str(),
            "--proof".as_ref(),
            self.proof.as_os_str(),
        ];
        verify(&[&[dir.as_os_str()], &named[..]].concat())
    }
}

#[test]
fn an_honest_receipt_holds_with_and_without_the_log() {
    let (json, proof) = &made().receipt;
    let files = files(json, proof);
    let alone = files.alone();
    // Statement, reasons and name, and the proof.
    assert_eq!(alone.assert_clean().checked(16), 4);
    let outcome = files.in_folder(&made().dir);
    assert_eq!(outcome.assert_clean().checked(16), 5);
    assert_eq!(outcome.checked(15), 1);
}

#[test]
fn a_changed_receipt_is_named() {
    let (json, proof) = &made().receipt;
    files(&json.replace("va chạm", "tai nạn"), proof)
        .alone()
        .assert_broken(16, "the words of reasons are not");
    files(&json.replacen("\"seq\":", "\"seq\":1", 1), proof)
        .alone()
        .assert_broken(16, "the entry in it bears");
    let other_salt = json.replacen("\"salt\":\"", "\"salt\":\"z", 1);
    files(&other_salt, proof)
        .alone()
        .assert_broken(16, "are not the ones the entry commits to");
    files(&json.replace("written", "writtem"), proof)
        .alone()
        .assert_broken(16, "receipt.tlog-proof: the proof leads to another root");
    files("{}", proof)
        .alone()
        .assert_broken(16, "receipt.json: missing field");
    for line in 0..proof.lines().count() {
        let mut lines: Vec<String> = proof.lines().map(str::to_owned).collect();
        if lines[line].is_empty() {
            continue;
        }
        let last = lines[line].pop().unwrap();
        lines[line].push(if last == 'A' { 'B' } else { 'A' });
        let changed = lines.join("\n") + "\n";
        files(json, &changed).alone().assert_broken(16, "receipt.tlog-proof");
    }
}

#[test]
fn a_receipt_of_what_was_cut_off_is_missed() {
    let dir = office::copy(&made().dir);
    let office = office::open(&dir, None);
    let seq = office.opinion(20_000);
    let entry = String::from_utf8(office.ledger.entry_bytes(seq).unwrap().unwrap()).unwrap();
    let json = serde_json::json!({"seq": seq, "entry": entry, "values": {}}).to_string();
    let files = files(&json, &office.ledger.proof(seq).unwrap().to_string());
    office.ledger.close();
    files.in_folder(&dir).assert_clean();
    let outcome = files.in_folder(&made().dir);
    outcome.assert_broken(
        16,
        &format!("the receipt is of entry {seq}, the log has {} entries", made().size),
    );
    outcome.assert_broken(15, "the receipt's checkpoint");
}

#[test]
fn a_file_that_is_something_else_accuses_nobody() {
    let (json, proof) = &made().receipt;
    let junk = "root:x:0:0:root:/root:/bin/bash\n";
    for (json, proof) in [(junk, proof.as_str()), (json, junk), (junk, junk)] {
        let files = files(json, proof);
        for outcome in [files.alone(), files.in_folder(&made().dir)] {
            assert_eq!(outcome.code, 1, "{}", outcome.faults());
            assert!(outcome.stderr.contains("could not be checked"), "{}", outcome.stderr);
        }
    }
}

#[test]
fn what_is_missing_on_the_command_line_is_said() {
    let (json, proof) = &made().receipt;
    let files = files(json, proof);
    assert_eq!(verify(&["--receipt".as_ref(), files.json.as_os_str()]).code, 2);
    assert_eq!(verify(&["--proof".as_ref(), files.proof.as_os_str()]).code, 2);
}
