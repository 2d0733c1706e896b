//! Random histories through the real ledger: what is shown, what a new start rebuilds, what erasure leaves.

mod common;

use base::fact::{Actor, Commitment, Exposure, SealedRef};
use base::time::Minute;
use common::{Dice, Surroundings, WorldLedger, dice, set_up, staff, start, tell, told};
use ledger::entry;
use ledger::machine::Machine;
use ledger::store::{Erasable, Sealed, Store};
use ledger::{Rejected, replay};
use proptest::prelude::*;
use std::collections::BTreeMap;
use world::{Command, World};

const CASES: u32 = 256;
const COMMANDS: std::ops::Range<usize> = 1..120;
/// Most commands that wait for the sequencer together.
const TOGETHER_MAX: usize = 6;

fn sealed(ledger: &WorldLedger) -> Vec<Sealed> {
    let mut all = Vec::new();
    ledger
        .store()
        .sealed_range(0, u64::MAX, &mut |one| {
            all.push(one);
            true
        })
        .unwrap();
    all
}

/// What everyone can read is what the store has and the state calls public: not a word more or less.
fn texts_are_the_public_values(ledger: &WorldLedger) {
    let view = ledger.view();
    let public = sealed(ledger)
        .into_iter()
        .filter(|one| view.state.exposure(one.at) == Exposure::Public);
    let public: BTreeMap<SealedRef, String> = public.map(|one| (one.at, one.value)).collect();
    let shown: BTreeMap<SealedRef, String> = view.texts.iter().map(|(at, words)| (at, words.to_owned())).collect();
    let missing: Vec<_> = public.keys().filter(|at| shown.get(at) != public.get(at)).collect();
    let too_many: Vec<_> = shown.keys().filter(|at| !public.contains_key(at)).collect();
    assert!(
        missing.is_empty() && too_many.is_empty(),
        "missing {missing:?}, too many {too_many:?}"
    );
    assert_eq!(view.text_faults, 0);
    assert_eq!(view.state.faults(), 0);
}

/// Erases what is ordered in the store first, and says so in the record after.
fn carry_out_erasures(ledger: &WorldLedger) {
    for order in ledger.view().state.pending_erasures() {
        let values = order.values.iter().map(|at| Erasable::Sealed(*at));
        let what: Vec<Erasable> = values.chain(order.files.iter().map(|id| Erasable::Blob(*id))).collect();
        ledger.erase_now(&what).unwrap();
        for at in &order.values {
            assert!(ledger.store().sealed(*at).unwrap().is_none());
        }
        tell(
            ledger,
            Actor::Console,
            Command::ConfirmErased { erasure: order.erasure },
        )
        .unwrap();
    }
}

fn history(throws: &[Dice], together: usize, erase: &[bool]) {
    let mut around = Surroundings::new();
    around.snapshot_every = 16;
    let ledger = around.open();
    for (actor, command) in set_up().into_iter().chain(staff()) {
        tell(&ledger, actor, command).unwrap();
    }
    let mut clock = start();
    for some in throws.chunks(together) {
        clock = some[0].clock(clock);
        around.set_clock(clock);
        let before = ledger.view();
        let now = clock.max(before.last_at.map_or(Minute::MIN, |at| at.starts_at()));
        // All are made from the same state: what one changes, the next does not know, as between people.
        let commands: Vec<_> = some.iter().map(|dice| told(&before.state, *dice, now)).collect();
        let pending: Vec<_> = commands
            .into_iter()
            .map(|(actor, command)| ledger.submit(actor, command, None).unwrap())
            .collect();
        let mut recorded = 0;
        for one in pending {
            match one.blocking_wait() {
                Ok(done) => recorded += u64::from(done.count),
                Err(Rejected::Refused(_)) => {}
                Err(other) => panic!("{other}"),
            }
        }
        let after = ledger.view();
        assert_eq!(after.size, before.size + recorded);
        assert!(after.last_at >= before.last_at);
        if recorded == 0 {
            assert!(after.state == before.state, "a refused command changes nothing");
            assert_eq!(after.root, before.root);
        }
    }
    texts_are_the_public_values(&ledger);
    for Sealed { at, salt, value } in sealed(&ledger) {
        let bytes = ledger.entry_bytes(at.seq).unwrap().unwrap();
        let found: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let commitment = Commitment::of(&salt, value.as_bytes());
        assert!(common::holds(&found["data"], at.field, &commitment), "{at:?}");
    }
    carry_out_erasures(&ledger);
    texts_are_the_public_values(&ledger);
    let live = ledger.view();
    ledger.close();
    // A start under a clock that is hours behind the record is refused, and is not what is tested here.
    around.set_clock(clock.max(live.last_at.unwrap().starts_at()));

    let mut whole = World::default();
    replay(&around.store, &mut whole, 0, live.size).unwrap();
    assert!(whole == live.state, "replayed from the entries alone");

    // A new start goes on from a snapshot, which the end of the last run wrote.
    let again = around.open();
    assert_eq!(again.start_report().from_snapshot, Some(live.size));
    assert!(again.view().state == live.state);
    texts_are_the_public_values(&again);
    // Whatever is erased, ordered or lost, the state does not know.
    let chosen = sealed(&again)
        .into_iter()
        .zip(erase.iter().cycle())
        .filter(|(_, gone)| **gone);
    let chosen: Vec<Erasable> = chosen.map(|(one, _)| Erasable::Sealed(one.at)).collect();
    again.erase_now(&chosen).unwrap();
    again.close();
    around.shelf = common::Shelf::default();
    let bare = around.open();
    assert_eq!(
        (bare.start_report().from_snapshot, bare.start_report().replayed),
        (None, live.size)
    );
    assert!(bare.view().state == live.state, "replayed after erasure");
    assert_eq!(bare.view().root, live.root);
    texts_are_the_public_values(&bare);
    let mut last = base::time::Hour::MIN;
    for seq in 0..live.size {
        let at = entry::open(&bare.entry_bytes(seq).unwrap().unwrap()).unwrap().at;
        assert!(at >= last);
        last = at;
    }
    bare.close();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_is_rebuilt_by_every_way_there_is(
        throws in prop::collection::vec(dice(), COMMANDS),
        together in 1..TOGETHER_MAX,
        erase in prop::collection::vec(any::<bool>(), 1..40),
    ) {
        history(&throws, together, &erase);
    }
}
