//! Random commands, faults and restarts: whatever happens, what was acknowledged is there, once and in order.

mod toy;

use ledger::{Recorded, Rejected};
use proptest::prelude::*;
use std::collections::BTreeMap;
use storage::faulty::{Fault, FaultAt};
use toy::*;

#[derive(Clone, Debug)]
enum Step {
    /// Commands in one batch, each with an idempotency key or none.
    Batch(Vec<(Command, Option<u8>)>),
    /// The next batch fails.
    Fail(Fault),
    Restart {
        snapshot: bool,
    },
    Hours(u64),
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => (0..200_u64).prop_map(|balance| Command::Note(format!("chữ {balance}"), balance)),
        1 => (0..300_u32).prop_map(Command::Notes),
        3 => (0..40_u64, 0..100_u64).prop_map(|(at, amount)| Command::Pay(at, amount)),
        2 => (0..40_u64).prop_map(Command::Show),
        1 => (0..40_u64).prop_map(Command::Hide),
        1 => Just(Command::Nothing),
        1 => Just(Command::List(20_000)),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => prop::collection::vec((command(), prop::option::of(0..6_u8)), 1..12).prop_map(Step::Batch),
        2 => Just(Step::Fail(Fault::Refused)),
        1 => prop_oneof![Just(Fault::Lost), Just(Fault::Kept)].prop_map(Step::Fail),
        1 => any::<bool>().prop_map(|snapshot| Step::Restart { snapshot }),
        1 => (0..4_u64).prop_map(Step::Hours),
    ]
}

/// What the callers were told, by idempotency key: the body and the entry.
type Keys = BTreeMap<u8, (String, u64)>;

fn check_told(command: &Command, key: Option<u8>, told: &Told, keys: &mut Keys, acknowledged: &mut Vec<(u64, u32)>) {
    let body = format!("{command:?}");
    let before = key.and_then(|key| keys.get(&key));
    match told {
        Ok(Recorded {
            repeated: true, first, ..
        }) => {
            // A key whose first use ended as unknown may turn out to be recorded.
            if let Some((known, seq)) = before {
                assert_eq!((known, Some(*seq)), (&body, *first));
            }
        }
        Ok(Recorded {
            first: Some(first),
            count,
            ..
        }) => {
            assert!(before.is_none(), "a known key never records again");
            acknowledged.push((*first, *count));
        }
        Ok(Recorded { first: None, .. }) => assert!(before.is_none()),
        Err(Rejected::OtherBody) => assert!(before.is_none_or(|(known, _)| *known != body)),
        Err(_) => {}
    }
    if let (Some(key), Ok(Recorded { first: Some(first), .. })) = (key, told) {
        keys.insert(key, (body, *first));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_was_acknowledged_is_there(steps in prop::collection::vec(step(), 1..25)) {
        let mut around = Surroundings::new();
        around.snapshot_every = 50;
        let mut ledger = around.open();
        let (mut keys, mut acknowledged) = (Keys::new(), Vec::new());
        for step in steps {
            match step {
                Step::Batch(commands) => {
                    let (before, view) = (commands.clone(), ledger.view());
                    let commands = commands.into_iter().map(|(command, key)| {
                        let once = key.map(|key| ledger.once(&key.to_string(), format!("{command:?}").as_bytes()));
                        (command, once)
                    });
                    let told = in_one_batch(&ledger, commands.collect());
                    for ((command, key), told) in before.iter().zip(&told) {
                        check_told(command, *key, told, &mut keys, &mut acknowledged);
                    }
                    if told.iter().all(|told| !matches!(told, Ok(Recorded { count: 1.., .. }))) {
                        prop_assert!(std::sync::Arc::ptr_eq(&view, &ledger.view()));
                    }
                    if told.iter().any(|told| matches!(told, Err(Rejected::Unknown(_)))) {
                        prop_assert_eq!(tell(&ledger, Command::Nothing), Err(Rejected::Stopped));
                        drop(ledger);
                        ledger = around.open();
                    }
                }
                Step::Fail(fault) => around.store.fail_next(FaultAt::Append, fault),
                Step::Restart { snapshot: true } => {
                    ledger.close();
                    ledger = around.open();
                }
                Step::Restart { snapshot: false } => {
                    drop(ledger);
                    ledger = around.open();
                }
                Step::Hours(hours) => around.pass_hours(hours),
            }
        }
        let live = ledger.view();
        prop_assert_eq!((live.state.faults, live.state.next, live.text_faults), (0, live.size, 0));
        acknowledged.sort_unstable();
        let mut next = 0;
        for (first, count) in acknowledged {
            prop_assert!(first >= next, "numbers are given once");
            next = first + u64::from(count);
        }
        prop_assert!(next <= live.size);
        prove_all(&ledger);
        drop(ledger);
        around.shelf.0.lock().unwrap().clear();
        let replayed = around.open();
        prop_assert_eq!(&replayed.view().state, &live.state);
        prop_assert_eq!(replayed.view().root, live.root);
        prop_assert!(replayed.view().texts.iter().eq(live.texts.iter()));
    }
}
