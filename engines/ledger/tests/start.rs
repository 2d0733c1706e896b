//! What a start rebuilds, and what it refuses.

mod toy;

use base::fact::SealedRef;
use ledger::checkpoint::Checkpoint;
use ledger::note::{SigningKey, VerifierKey};
use ledger::store::{Batch, Store};
use ledger::{Extent, Ledger, OpenError, Rejected, ReplayError, SNAPSHOTS_KEPT, StartReport, extent, replay};
use std::sync::atomic::Ordering;
use storage::faulty::{Fault, FaultAt};
use toy::*;

/// A few hundred entries of all kinds.
fn fill(ledger: &Toys, rounds: u64) {
    for _ in 0..rounds {
        let at = first(ledger, note("chữ"));
        first(ledger, Command::Pay(at, 1));
        first(ledger, Command::Show(at));
        if at.is_multiple_of(2) {
            first(ledger, Command::Hide(at));
        }
        first(ledger, Command::Notes(40));
    }
}

fn texts(ledger: &Toys) -> Vec<(SealedRef, String)> {
    ledger
        .view()
        .texts
        .iter()
        .map(|(at, words)| (at, words.to_owned()))
        .collect()
}

#[test]
fn an_empty_ledger_has_a_signed_checkpoint() {
    let around = Surroundings::new();
    let ledger = around.open();
    let signed = ledger.view().signed.clone();
    let checkpoint = ledger::checkpoint::open(&signed, &key().verifier()).unwrap();
    assert_eq!((checkpoint.size, checkpoint.root), (0, ledger::tree::empty_root()));
    assert_eq!(ledger.public().signed, signed);
    assert!(ledger.proof(0).is_err());
    ledger.close();
    assert_eq!(around.open().view().size, 0, "and starts again");
}

#[test]
fn live_replayed_and_from_snapshot_are_equal() {
    let mut around = Surroundings::new();
    around.snapshot_every = 300;
    let ledger = around.open();
    fill(&ledger, 20);
    let live = (ledger.view().state.clone(), ledger.view().root, texts(&ledger));
    ledger.close();
    let size = live.0.next;
    assert!(around.shelf.0.lock().unwrap().len() <= SNAPSHOTS_KEPT);
    let ledger = around.open();
    let report = StartReport {
        size,
        from_snapshot: Some(size),
        ..StartReport::default()
    };
    assert_eq!(*ledger.start_report(), report, "the one of the end");
    assert_eq!((ledger.view().state.clone(), ledger.view().root, texts(&ledger)), live);
    drop(ledger);
    around.shelf.0.lock().unwrap().remove(&size);
    let ledger = around.open();
    let from = ledger.start_report().from_snapshot.unwrap();
    assert!(from >= 300 && from < size);
    assert_eq!(ledger.start_report().replayed, size - from);
    assert_eq!((ledger.view().state.clone(), ledger.view().root, texts(&ledger)), live);
    drop(ledger);
    around.shelf.0.lock().unwrap().clear();
    let ledger = around.open();
    assert_eq!(
        (ledger.start_report().from_snapshot, ledger.start_report().replayed),
        (None, size)
    );
    assert_eq!((ledger.view().state.clone(), ledger.view().root, texts(&ledger)), live);
    prove_all(&ledger);
}

#[test]
fn damaged_and_foreign_snapshots_are_ignored() {
    let mut around = Surroundings::new();
    around.snapshot_every = 1;
    let ledger = around.open();
    fill(&ledger, 2);
    let state = ledger.view().state.clone();
    ledger.close();
    let good = around.shelf.0.lock().unwrap()[&state.next].clone();
    for i in 0..good.len() {
        let mut damaged = good.clone();
        damaged[i] ^= 1;
        *around.shelf.0.lock().unwrap() = [(state.next, damaged)].into();
        let ledger = around.open();
        assert_eq!(ledger.start_report().ignored_snapshots.len(), 1, "byte {i}");
        assert_eq!(ledger.view().state, state);
    }
    let beyond = [(5, good.clone()), (state.next + 1, good.clone()), (7, Vec::new())].into();
    *around.shelf.0.lock().unwrap() = beyond;
    let ledger = around.open();
    assert_eq!(ledger.start_report().ignored_snapshots.len(), 3);
    assert_eq!(
        (ledger.start_report().from_snapshot, &ledger.view().state),
        (None, &state)
    );
}

#[test]
fn the_mark_is_kept_and_a_missing_range_is_named() {
    let around = Surroundings::new();
    let ledger = around.open();
    fill(&ledger, 2);
    let (size, signed) = (ledger.view().size, ledger.view().signed.to_string());
    ledger.close();
    assert_eq!(around.mark.content.lock().unwrap().as_deref(), Some(&*signed));
    around.open().close();
    let old = Surroundings {
        store: storage::Faulty::new(storage::Memory::new()),
        ..around.clone()
    };
    match old.try_open() {
        Err(OpenError::Missing { from, to }) => assert_eq!((from, to), (0, size)),
        other => panic!("{:?}", other.err()),
    }
    let text = old.try_open().err().unwrap().to_string();
    assert!(text.contains(&format!("entries 0 to {} ", size - 1)), "{text}");
    *around.mark.content.lock().unwrap() = None;
    around.open();
}

#[test]
fn a_mark_behind_is_fine_and_is_brought_up() {
    let around = Surroundings::new();
    let ledger = around.open();
    first(&ledger, note("a"));
    let early = ledger.view().signed.to_string();
    fill(&ledger, 8);
    let late = ledger.view().signed.to_string();
    ledger.close();
    *around.mark.content.lock().unwrap() = Some(early);
    around.open().close();
    assert_eq!(around.mark.content.lock().unwrap().as_deref(), Some(&*late));
}

#[test]
fn a_fork_is_refused() {
    let around = Surroundings::new();
    let ledger = around.open();
    fill(&ledger, 1);
    ledger.close();
    let fork = Surroundings::new();
    let ledger = fork.open();
    first(&ledger, note("something else"));
    let mark = ledger.view().signed.to_string();
    ledger.close();
    *around.mark.content.lock().unwrap() = Some(mark);
    assert!(matches!(around.try_open().err(), Some(OpenError::Forked { size: 1 })));
}

#[test]
fn a_mark_of_another_log_is_refused() {
    let around = Surroundings::new();
    around.open().close();
    for (name, seed) in [(ORIGIN, [8; 32]), ("example.org/other", [7; 32])] {
        let mut options = Surroundings::new().options();
        options.key = SigningKey::new(name, seed).unwrap();
        let other: Toys = Ledger::open(storage::Faulty::new(storage::Memory::new()), options).unwrap();
        *around.mark.content.lock().unwrap() = Some(other.view().signed.to_string());
        assert!(matches!(
            around.try_open().err(),
            Some(OpenError::HighWaterOfAnotherLog(_))
        ));
    }
    *around.mark.content.lock().unwrap() = Some("rubbish".into());
    assert!(matches!(
        around.try_open().err(),
        Some(OpenError::HighWaterOfAnotherLog(_))
    ));
    let signed = key().sign_note("not a checkpoint\n");
    *around.mark.content.lock().unwrap() = Some(signed);
    assert!(matches!(
        around.try_open().err(),
        Some(OpenError::HighWaterMalformed(_))
    ));
}

#[test]
fn a_mark_that_cannot_be_written_is_told() {
    let around = Surroundings::new();
    around.mark.broken.store(true, Ordering::SeqCst);
    let ledger = around.open();
    first(&ledger, note("a"));
    while ledger.troubles().high_water.is_none() {
        std::thread::yield_now();
    }
    assert!(ledger.troubles().high_water.unwrap().contains("disk is full"));
}

#[test]
fn a_clock_behind_the_record_does_not_lead() {
    let around = Surroundings::new();
    let ledger = around.open();
    let at = first(&ledger, note("a"));
    ledger.close();
    around.secs.fetch_sub(3 * 3600, Ordering::SeqCst);
    assert!(matches!(around.try_open().err(), Some(OpenError::ClockBehind { .. })));
    around.pass_hours(1);
    assert_eq!(around.open().view().size, at + 1, "two hours are let pass");
}

#[test]
fn another_key_and_a_changed_record_are_refused() {
    let around = Surroundings::new();
    let ledger = around.open();
    fill(&ledger, 1);
    ledger.close();
    let mut options = around.options();
    options.key = SigningKey::new(ORIGIN, [8; 32]).unwrap();
    options.high_water = None;
    let opened = Ledger::<Toy, _>::open(around.store.clone(), options);
    assert!(matches!(opened.err(), Some(OpenError::OtherKey { .. })));
    // The same checkpoint over other entries.
    let head = around.store.head().unwrap();
    let forged = storage::Faulty::new(storage::Memory::new());
    let epoch = forged.lead().unwrap().epoch;
    let mut batch = Batch {
        checkpoint: head.checkpoint,
        ..Batch::default()
    };
    around
        .store
        .entries(0, head.size, &mut |_, bytes| {
            batch.entries.push(bytes.to_vec());
            true
        })
        .unwrap();
    let last = batch.entries.last_mut().unwrap();
    let digit = last.iter().rposition(|byte| byte.is_ascii_digit()).unwrap();
    last[digit] ^= 1;
    forged.append(epoch, &batch).unwrap();
    let opened = Ledger::<Toy, _>::open(forged, around.options());
    assert!(matches!(opened.err(), Some(OpenError::Root)));
    // The same checkpoint over fewer entries, and none at all.
    let (mut fewer, size) = (batch.clone(), head.size);
    fewer.entries.pop();
    for (checkpoint, fewer) in [(fewer.checkpoint.clone(), fewer.clone()), (String::new(), fewer)] {
        let forged = storage::Faulty::new(storage::Memory::new());
        let epoch = forged.lead().unwrap().epoch;
        let batch = Batch { checkpoint, ..fewer };
        forged.append(epoch, &batch).unwrap();
        let why = Ledger::<Toy, _>::open(forged, around.options()).err();
        match why {
            Some(OpenError::Size { entries, signed }) => assert_eq!((entries, signed), (size - 1, size)),
            Some(OpenError::NoCheckpoint(entries)) => assert_eq!((entries, batch.checkpoint.len()), (size - 1, 0)),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn replay_names_what_it_cannot_read() {
    let around = Surroundings::new();
    let ledger = around.open();
    fill(&ledger, 1);
    let size = ledger.view().size;
    let short = replay(&around.store, &mut Toy::default(), 0, size + 2);
    assert!(matches!(short, Err(ReplayError::Short { from, to }) if (from, to) == (size, size + 2)));
    let mut state = Toy::default();
    replay(&around.store, &mut state, 0, size).unwrap();
    assert_eq!(state, ledger.view().state);
    replay(&around.store, &mut state, size, size).unwrap();
    let other = storage::Faulty::new(storage::Memory::new());
    let (epoch, mut batch) = (other.lead().unwrap().epoch, Batch::default());
    for seq in [0, 0] {
        batch.entries.push(ledger.entry_bytes(seq).unwrap().unwrap());
    }
    batch
        .entries
        .push(br#"{"seq":2,"at":"2026-11-24T23:00:00Z","kind":"toy.later","data":{}}"#.to_vec());
    other.append(epoch, &batch).unwrap();
    let twice = replay(&other, &mut Toy::default(), 0, 3);
    assert!(matches!(twice, Err(ReplayError::Sequence { expected: 1, found: 0 })));
    let unknown = replay(&other, &mut Toy::default(), 2, 3).unwrap_err().to_string();
    assert!(
        unknown.contains("toy.later") && unknown.contains("newer release"),
        "{unknown}"
    );
}

#[test]
fn a_store_that_fails_while_starting_is_an_error_and_the_next_start_works() {
    let around = Surroundings::new();
    let ledger = around.open();
    fill(&ledger, 10);
    let state = ledger.view().state.clone();
    ledger.close();
    around.shelf.0.lock().unwrap().clear();
    for at in [
        FaultAt::Lead,
        FaultAt::Entries,
        FaultAt::SealedRange,
        FaultAt::OnceFrom,
        FaultAt::Tile,
    ] {
        around.store.fail_next(at, Fault::Refused);
        assert!(around.try_open().is_err(), "{at:?}");
    }
    assert_eq!(around.open().view().state, state);
}

#[test]
fn faults_beside_the_append_harm_nothing() {
    let around = Surroundings::new();
    let ledger = around.open();
    fill(&ledger, 10);
    around.store.fail_next(FaultAt::Tile, Fault::Refused);
    assert!(ledger.proof(3).is_err());
    around.store.fail_next(FaultAt::Entries, Fault::Refused);
    assert!(ledger.entry_bytes(3).is_err());
    around.pass_hours(24 * 8);
    around.store.fail_next(FaultAt::ForgetOnceBefore, Fault::Refused);
    first(&ledger, note("a"));
    assert!(ledger.troubles().forgetting.is_some());
    around.pass_hours(1);
    first(&ledger, note("b"));
    assert_eq!(ledger.troubles().forgetting, None);
    assert_eq!(
        tell(&ledger, Command::Pay(0, 1_000)),
        Err(Rejected::Refused(Refusal::TooLittle))
    );
    prove_all(&ledger);
}

#[test]
fn a_log_goes_on_under_another_key_only_when_the_ended_one_is_named() {
    let around = Surroundings::new();
    let ledger = around.open();
    fill(&ledger, 7);
    let before = ledger.view();
    let proof = ledger.proof(3).unwrap();
    let digest = ledger::entry::digest(&ledger.entry_bytes(3).unwrap().unwrap());
    ledger.close();
    let next = SigningKey::new("example.org/next", [9; 32]).unwrap();
    let options = |ended: Option<VerifierKey>| {
        let mut options = around.options();
        options.key = next.clone();
        (options.ended, options.high_water, options.shelf) = (ended, None, None);
        options
    };
    let open = |ended| Ledger::<Toy, _>::open(around.store.clone(), options(ended));
    let other = SigningKey::new("example.org/other", [8; 32]).unwrap().verifier();
    assert!(matches!(open(None).err(), Some(OpenError::OtherKey { .. })));
    assert!(matches!(open(Some(other)).err(), Some(OpenError::OtherKey { .. })));
    let ledger = open(Some(key().verifier())).unwrap();
    assert_eq!((ledger.view().size, ledger.view().root), (before.size, before.root));
    first(&ledger, note("dưới khóa mới"));
    ledger.close();
    let ledger = open(None).unwrap();
    assert_eq!(ledger.view().size, before.size + 1);
    let again = ledger.proof(3).unwrap();
    assert_eq!(
        again.verify_data(&digest, &next.verifier()).unwrap().size,
        before.size + 1
    );
    ledger.close();
    let opened = around.try_open();
    assert!(
        matches!(opened.err(), Some(OpenError::OtherKey { .. })),
        "the ended log is over"
    );
    // What the ended log signed still holds of the entries it shares with the next.
    let signed = proof.verify_data(&digest, &key().verifier()).unwrap();
    assert_eq!(extent(&around.store, &signed).unwrap(), Extent::Extends);
    let beyond = Checkpoint {
        size: before.size + 2,
        ..signed.clone()
    };
    assert_eq!(extent(&around.store, &beyond).unwrap(), Extent::Short);
    let other = Checkpoint {
        root: [1; 32],
        ..signed
    };
    assert_eq!(extent(&around.store, &other).unwrap(), Extent::Differs);
}
