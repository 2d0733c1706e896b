//! What a caller is told, and what is then true.

mod toy;

use base::fact::{Actor, SealedRef};
use ledger::entry::{self, ENTRY_BYTES_MAX};
use ledger::{BATCH_COMMANDS_MAX, Fatal, QUEUE_COMMANDS_MAX, Recorded, Rejected};
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use storage::faulty::{Fault, FaultAt};
use toy::*;

#[test]
fn recorded_means_numbered_applied_shown_and_proven() {
    let around = Surroundings::new();
    let ledger = around.open();
    let told = tell(&ledger, note("một")).unwrap();
    assert_eq!((told.first, told.count, told.repeated), (Some(0), 1, false));
    assert_eq!(told.at.to_string(), "2026-11-24T23:00:00Z");
    let told = tell(&ledger, Command::Pay(0, 30)).unwrap();
    assert_eq!(told.first, Some(1));
    let view = ledger.view();
    assert_eq!(
        (view.size, view.state.notes[&0].balance, view.last_at),
        (2, 70, Some(told.at))
    );
    let public = entry::open(&ledger.entry_bytes(0).unwrap().unwrap()).unwrap();
    assert_eq!(
        (public.private, public.by.as_deref(), &*public.kind),
        (false, Some("writer"), "toy.noted")
    );
    let private = entry::open(&ledger.entry_bytes(1).unwrap().unwrap()).unwrap();
    assert_eq!(
        (private.private, private.by, &*private.data),
        (true, None, r#"{"note":0,"amount":30}"#)
    );
    assert_eq!(ledger.entry_bytes(2).unwrap(), None);
    prove_all(&ledger);
}

#[test]
fn a_refusal_changes_nothing_and_nothing_to_do_writes_nothing() {
    let around = Surroundings::new();
    let ledger = around.open();
    first(&ledger, note("một"));
    let before = ledger.view();
    assert_eq!(
        tell(&ledger, Command::Pay(0, 101)),
        Err(Rejected::Refused(Refusal::TooLittle))
    );
    assert_eq!(
        tell(&ledger, Command::Show(9)),
        Err(Rejected::Refused(Refusal::NoSuchNote))
    );
    let nothing = tell(&ledger, Command::Nothing).unwrap();
    assert_eq!((nothing.first, nothing.count), (None, 0));
    let after = ledger.view();
    assert!(Arc::ptr_eq(&before, &after), "no new view without an entry");
}

#[test]
fn refusals_see_what_came_before_in_their_batch() {
    let around = Surroundings::new();
    let ledger = around.open();
    let told = in_one_batch(
        &ledger,
        vec![
            (note("a"), None),
            (Command::Pay(0, 100), None),
            (Command::Pay(0, 1), None),
            (Command::Notes(3), None),
        ],
    );
    assert_eq!(told[2], Err(Rejected::Refused(Refusal::TooLittle)));
    let counts: Vec<_> = [0, 1, 3]
        .map(|i| told[i].as_ref().map(|r| (r.first, r.count)).unwrap())
        .into();
    assert_eq!(counts, [(Some(0), 1), (Some(1), 1), (Some(2), 3)]);
    assert_eq!(ledger.view().state.faults, 0);
}

#[test]
fn an_entry_too_long_leaves_nothing_of_its_command() {
    let around = Surroundings::new();
    let ledger = around.open();
    let told = tell(&ledger, Command::List(ENTRY_BYTES_MAX / 8));
    assert!(matches!(told, Err(Rejected::NotRecorded(why)) if why.contains("toy.listed")));
    assert_eq!((ledger.view().size, ledger.view().state.notes.len()), (0, 0));
    assert_eq!(first(&ledger, Command::List(ENTRY_BYTES_MAX / 8 - 30)), 0);
    assert_eq!(ledger.view().size, 2);
}

#[test]
fn hours_never_decrease() {
    let around = Surroundings::new();
    let ledger = around.open();
    let at = tell(&ledger, note("a")).unwrap().at;
    around.secs.fetch_sub(2 * 3600, Ordering::SeqCst);
    assert_eq!(tell(&ledger, note("b")).unwrap().at, at);
    around.pass_hours(3);
    assert!(tell(&ledger, note("c")).unwrap().at > at);
}

#[test]
fn texts_follow_the_exposure() {
    let around = Surroundings::new();
    let ledger = around.open();
    let at = |seq| SealedRef::new(seq, WORDS);
    first(&ledger, note("một"));
    assert_eq!(ledger.view().texts.get(at(0)), None);
    first(&ledger, Command::Show(0));
    assert_eq!(
        ledger.view().texts.get(at(0)),
        Some("một"),
        "an older value is read from the store"
    );
    in_one_batch(
        &ledger,
        vec![(note("hai"), None), (Command::Show(2), None), (Command::Hide(0), None)],
    );
    let view = ledger.view();
    assert_eq!((view.texts.get(at(0)), view.texts.get(at(2))), (None, Some("hai")));
    assert_eq!(view.texts.iter().collect::<Vec<_>>(), [(at(2), "hai")]);
}

#[test]
fn words_that_cannot_be_read_are_counted_and_come_back() {
    let around = Surroundings::new();
    let ledger = around.open();
    first(&ledger, note("một"));
    around.store.fail_next(FaultAt::Sealed, Fault::Refused);
    first(&ledger, Command::Show(0));
    assert_eq!((ledger.view().text_faults, ledger.view().texts.len()), (1, 0));
    first(&ledger, note("hai"));
    assert_eq!((ledger.view().text_faults, ledger.view().texts.len()), (0, 1));
}

#[test]
fn a_full_queue_says_busy() {
    let around = Surroundings::new();
    let ledger = around.open();
    let lock = Arc::new(Mutex::new(()));
    let held = lock.lock().unwrap();
    let mut pending = vec![ledger.submit(Actor::Anyone, Command::Wait(lock.clone()), None).unwrap()];
    let busy = loop {
        match ledger.submit(Actor::Anyone, note("x"), None) {
            Ok(waiting) => pending.push(waiting),
            Err(why) => break why,
        }
    };
    assert_eq!(busy, Rejected::Busy);
    assert!((QUEUE_COMMANDS_MAX..=QUEUE_COMMANDS_MAX + 1).contains(&pending.len()));
    drop(held);
    let recorded = pending
        .into_iter()
        .filter_map(|waiting| waiting.blocking_wait().unwrap().first)
        .count() as u64;
    assert_eq!(recorded, ledger.view().size);
    const { assert!(BATCH_COMMANDS_MAX < QUEUE_COMMANDS_MAX) };
}

#[test]
fn sixty_four_threads_all_get_their_own_entry() {
    let around = Surroundings::new();
    let ledger = around.open();
    let told: Vec<Recorded> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..64)
            .map(|client| {
                let ledger = ledger.clone();
                scope.spawn(move || {
                    let one = |i| {
                        let told = tell(&ledger, note(&format!("{client}/{i}"))).unwrap();
                        assert!(ledger.view().state.notes.contains_key(&told.first.unwrap()));
                        told
                    };
                    (0..20).map(one).collect::<Vec<_>>()
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let seqs: BTreeSet<u64> = told.iter().map(|told| told.first.unwrap()).collect();
    assert_eq!(seqs.len(), 64 * 20);
    let view = ledger.view();
    assert_eq!((view.size, view.state.faults, view.state.next), (64 * 20, 0, 64 * 20));
    prove_all(&ledger);
    ledger.close();
    assert_eq!(around.open().view().state, view.state);
}

#[test]
fn not_committed_leaves_a_working_ledger() {
    let around = Surroundings::new();
    let ledger = around.open();
    let once = ledger.once("k", b"a");
    first(&ledger, note("a"));
    let before = ledger.view();
    around.store.fail_next(FaultAt::Append, Fault::Refused);
    let told = in_one_batch(
        &ledger,
        vec![
            (note("b"), Some(once)),
            (Command::Pay(0, 500), None),
            (note("b"), Some(once)),
            (Command::Nothing, None),
        ],
    );
    for told in told {
        assert!(matches!(told, Err(Rejected::NotRecorded(_))), "{told:?}");
    }
    assert!(Arc::ptr_eq(&before, &ledger.view()));
    let again = tell_once(&ledger, note("b"), Some(once)).unwrap();
    assert_eq!(
        (again.first, again.repeated),
        (Some(1), false),
        "the key was not used up"
    );
    prove_all(&ledger);
    assert!(around.fatal.lock().unwrap().is_empty());
}

#[test]
fn an_unknown_outcome_stops_and_the_next_start_knows() {
    for (fault, kept) in [(Fault::Lost, false), (Fault::Kept, true)] {
        let around = Surroundings::new();
        let ledger = around.open();
        let (old, new) = (ledger.once("old", b""), ledger.once("new", b""));
        let recorded = tell_once(&ledger, note("a"), Some(old)).unwrap();
        around.store.fail_next(FaultAt::Append, fault);
        around.store.fail_next(FaultAt::Settle, Fault::Refused);
        let told = in_one_batch(
            &ledger,
            vec![
                (note("b"), Some(new)),
                (Command::Pay(0, 500), None),
                (note("a"), Some(old)),
            ],
        );
        assert!(matches!(told[0], Err(Rejected::Unknown(_))));
        assert!(matches!(told[1], Err(Rejected::Unknown(_))));
        let repeated = Recorded {
            count: 0,
            repeated: true,
            ..recorded
        };
        assert_eq!(told[2], Ok(repeated), "what was recorded before stays true");
        assert_eq!(tell(&ledger, note("c")), Err(Rejected::Stopped));
        assert_eq!(ledger.view().size, 1);
        assert_eq!(
            ledger.entry_bytes(1).unwrap(),
            None,
            "kept or not, it is not acknowledged"
        );
        ledger.close();
        assert!(matches!(around.fatal.lock().unwrap()[..], [Fatal::Unknown(_)]));
        let ledger = around.open();
        assert_eq!(ledger.view().size, 1 + u64::from(kept));
        let again = tell_once(&ledger, note("b"), Some(new)).unwrap();
        assert_eq!((again.first, again.repeated), (Some(1), kept));
        assert_eq!(tell_once(&ledger, note("a"), Some(old)), Ok(repeated));
        prove_all(&ledger);
    }
}

#[test]
fn an_unknown_outcome_that_the_store_settles_is_answered_as_what_it_was() {
    for (fault, kept) in [(Fault::Lost, false), (Fault::Kept, true)] {
        let around = Surroundings::new();
        let ledger = around.open();
        let new = ledger.once("new", b"");
        first(&ledger, note("a"));
        around.store.fail_next(FaultAt::Append, fault);
        let told = in_one_batch(&ledger, vec![(note("b"), Some(new)), (Command::Pay(0, 500), None)]);
        if kept {
            assert!(matches!(told[0], Ok(Recorded { first: Some(1), .. })), "{told:?}");
            assert!(matches!(told[1], Err(Rejected::Refused(_))), "{told:?}");
        } else {
            assert!(matches!(told[0], Err(Rejected::NotRecorded(_))), "{told:?}");
            assert!(matches!(told[1], Err(Rejected::NotRecorded(_))), "{told:?}");
        }
        let again = tell_once(&ledger, note("b"), Some(new)).unwrap();
        assert_eq!((again.first, again.repeated), (Some(1), kept));
        assert_eq!(first(&ledger, note("c")), 2, "it goes on in the new epoch");
        prove_all(&ledger);
        ledger.close();
        assert!(around.fatal.lock().unwrap().is_empty());
        assert_eq!(around.open().view().size, 3);
    }
}

#[test]
fn a_leader_that_was_shut_out_meanwhile_settles_nothing() {
    for fault in [Fault::Lost, Fault::Kept] {
        let around = Surroundings::new();
        let ledger = around.open();
        first(&ledger, note("a"));
        // Kept: the batch comes to rest in the store before the other leader reads its head.
        around.store.fail_next(FaultAt::Append, fault);
        around.store.lead_before_settling();
        let told = tell(&ledger, note("b"));
        assert!(matches!(told, Err(Rejected::Unknown(_))), "{told:?}");
        ledger.close();
        assert!(matches!(around.fatal.lock().unwrap()[..], [Fatal::Superseded { .. }]));
    }
}

#[test]
fn a_second_leader_stops_the_first() {
    let around = Surroundings::new();
    let first_leader = around.open();
    first(&first_leader, note("a"));
    let second = around.open();
    assert!(matches!(tell(&first_leader, note("b")), Err(Rejected::Unknown(_))));
    assert_eq!(tell(&first_leader, note("b")), Err(Rejected::Stopped));
    assert_eq!(first(&second, note("c")), 1);
    first_leader.close();
    let fatal = around.fatal.lock().unwrap().clone();
    assert_eq!(
        fatal,
        [Fatal::Superseded {
            expected_size: 1,
            expected_epoch: 1
        }]
    );
}

#[test]
fn a_leader_to_which_nobody_writes_notices_that_it_was_replaced() {
    let mut around = Surroundings::new();
    around.lead_checked_every = std::time::Duration::from_millis(1);
    let first_leader = around.open();
    first(&first_leader, note("a"));
    // A store that does not answer replaces nobody.
    around.store.fail_next(FaultAt::Head, Fault::Refused);
    while around.store.is_to_fail() {
        std::thread::yield_now();
    }
    assert!(!first_leader.is_stopped());
    let second = around.open();
    while !first_leader.is_stopped() {
        std::thread::yield_now();
    }
    first_leader.close();
    assert!(matches!(
        around.fatal.lock().unwrap()[..],
        [Fatal::Superseded { expected_size: 1, .. }]
    ));
    assert_eq!(first(&second, note("b")), 1);
}

#[test]
fn a_broken_rule_stops_before_anything_is_written() {
    for broken in [Command::Break, Command::BreakLater] {
        let around = Surroundings::new();
        let ledger = around.open();
        first(&ledger, note("a"));
        let told = in_one_batch(&ledger, vec![(note("b"), None), (broken, None), (note("c"), None)]);
        assert!(matches!(&told[0], Err(Rejected::NotRecorded(_))));
        assert!(matches!(&told[1], Err(Rejected::NotRecorded(_))));
        assert_eq!(told[2], Err(Rejected::Stopped));
        ledger.close();
        assert!(matches!(&around.fatal.lock().unwrap()[..], [Fatal::Panicked(why)] if why.contains("rule")));
        let ledger = around.open();
        assert_eq!((ledger.view().size, first(&ledger, note("d"))), (1, 1));
    }
}

#[test]
fn after_closing_nothing_is_taken_and_what_waited_is_recorded() {
    let around = Surroundings::new();
    let ledger = around.open();
    let (other, lock) = (ledger.clone(), Arc::new(Mutex::new(())));
    let held = lock.lock().unwrap();
    let waiting = ledger.submit(Actor::Anyone, Command::Wait(lock.clone()), None).unwrap();
    let pending = ledger.submit(Actor::Anyone, note("a"), None).unwrap();
    let closing = std::thread::spawn(move || ledger.close());
    while !other.is_stopped() {
        std::thread::yield_now();
    }
    assert!(matches!(
        other.submit(Actor::Anyone, note("b"), None),
        Err(Rejected::Stopped)
    ));
    drop(held);
    assert_eq!(pending.blocking_wait().unwrap().first, Some(0));
    assert_eq!(waiting.blocking_wait().unwrap().first, None);
    closing.join().unwrap();
    assert_eq!(other.view().size, 1);
}
