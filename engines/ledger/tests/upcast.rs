//! A ledger with entries of a retired kind starts, means the same as one of today's kinds, and stays byte for byte.

mod toy;

use base::fact::{Commitment, Exposure, FieldName, Recordable, SealedRef};
use base::hex;
use ledger::checkpoint::{Checkpoint, sign};
use ledger::entry::{self, EntryProblem, digest, is_in_its_one_form};
use ledger::machine::Machine;
use ledger::store::{Batch, Sealed, Store};
use ledger::tree::{Edge, leaf_hash};
use toy::{Event, Noted, ORIGIN, Surroundings, WORDS, Written, first, key, note};

const SALT: [u8; 32] = [3; 32];

fn line(seq: u64, words: &str, shillings: u64) -> Vec<u8> {
    let written = Written {
        words: Commitment::of(&SALT, words.as_bytes()),
        shillings,
    };
    let data = serde_json::to_string(&written).unwrap();
    format!(r#"{{"seq":{seq},"at":"2026-11-01T00:00:00Z","kind":"toy.written","data":{data}}}"#).into_bytes()
}

/// A ledger as an earlier release left it.
fn left_by_an_earlier_release(around: &Surroundings) -> Vec<Vec<u8>> {
    let entries = vec![line(0, "lời thứ nhất", 2), line(1, "lời thứ hai", 5)];
    let mut edge = Edge::new();
    for bytes in &entries {
        edge.push(leaf_hash(&digest(bytes)));
    }
    let checkpoint = Checkpoint {
        origin: ORIGIN.into(),
        size: edge.size(),
        root: edge.root(),
    };
    let sealed = |seq, words: &str| Sealed {
        at: SealedRef { seq, field: WORDS },
        salt: SALT,
        value: words.into(),
    };
    let batch = Batch {
        sealed: vec![sealed(0, "lời thứ nhất"), sealed(1, "lời thứ hai")],
        entries: entries.clone(),
        checkpoint: sign(&checkpoint, &key()),
        ..Batch::default()
    };
    let epoch = around.store.lead().unwrap().epoch;
    around.store.append(epoch, &batch).unwrap();
    entries
}

#[test]
fn entries_of_a_retired_kind_mean_what_took_their_place() {
    let around = Surroundings::new();
    let entries = left_by_an_earlier_release(&around);
    let ledger = around.open();
    let state = &ledger.view().state;
    assert_eq!(
        state.notes.values().map(|note| note.balance).collect::<Vec<_>>(),
        [24, 60]
    );
    assert_eq!(state.faults(), 0);
    assert_eq!(state.exposure(SealedRef { seq: 1, field: WORDS }), Exposure::Held);
    first(&ledger, toy::Command::Show(1));
    assert_eq!(
        ledger.view().texts.get(SealedRef { seq: 1, field: WORDS }),
        Some("lời thứ hai")
    );
    assert_eq!(first(&ledger, note("lời hôm nay")), 3);
    ledger.close();
    around.shelf.0.lock().unwrap().clear();
    let again = around.open();
    for (seq, bytes) in (0..).zip(entries) {
        assert_eq!(
            again.entry_bytes(seq).unwrap(),
            Some(bytes.clone()),
            "it is never written anew"
        );
        let proof = again.proof(seq).unwrap();
        proof.verify_data(&digest(&bytes), &key().verifier()).unwrap();
    }
}

#[test]
fn a_retired_kind_has_one_spelling_and_its_own_privacy() {
    let bytes = line(0, "lời", 2);
    assert!(is_in_its_one_form::<Event>(&bytes));
    let spaced = String::from_utf8(bytes.clone())
        .unwrap()
        .replace("\"shillings\":2", "\"shillings\": 2");
    assert!(entry::parse::<Event>(spaced.as_bytes()).is_ok() && !is_in_its_one_form::<Event>(spaced.as_bytes()));
    let salted = String::from_utf8(bytes)
        .unwrap()
        .replace("\"data\"", &format!("\"salt\":\"{}\",\"data\"", hex::encode(&SALT)));
    let why = entry::parse::<Event>(salted.as_bytes()).unwrap_err();
    assert!(matches!(why, EntryProblem::Privacy { private: false, .. }), "{why}");
    let wrong = r#"{"seq":0,"at":"2026-11-01T00:00:00Z","kind":"toy.written","data":{"shillings":2}}"#;
    let why = entry::parse::<Event>(wrong.as_bytes()).unwrap_err().to_string();
    assert!(why.contains("toy.written"), "{why}");
    assert!(!is_in_its_one_form::<Event>(wrong.as_bytes()));
}

#[test]
fn nothing_records_a_retired_kind() {
    let kinds: Vec<&str> = Event::KINDS.iter().map(|spec| spec.name).collect();
    assert!(kinds.contains(&"toy.written"), "it is still known");
    let words = Commitment::of(&SALT, b"x");
    let event: Event = Noted { words, balance: 1 }.into();
    assert_eq!(event.kind().name, "toy.noted");
    assert_eq!(event.sealed()[0].0, FieldName::of("words"));
    assert_eq!(Event::spec("toy.written").map(|spec| spec.private), Some(false));
    assert_eq!(Event::spec("toy.none"), None);
}
