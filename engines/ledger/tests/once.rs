//! The same key with the same body is the same act, however often it is sent.

mod toy;

use ledger::store::Store;
use ledger::{ONCE_DAYS_KEPT, Recorded, Rejected};
use toy::*;

#[test]
fn a_repetition_gets_the_same_entry_and_another_body_is_refused() {
    let around = Surroundings::new();
    let ledger = around.open();
    let (once, other) = (ledger.once("khoa", b"body"), ledger.once("khoa", b"other"));
    let told = tell_once(&ledger, Command::Notes(3), Some(once)).unwrap();
    assert_eq!((told.first, told.count, told.repeated), (Some(0), 3, false));
    around.pass_hours(2);
    let repeated = Recorded {
        count: 0,
        repeated: true,
        ..told
    };
    assert_eq!(tell_once(&ledger, Command::Notes(3), Some(once)), Ok(repeated));
    assert_eq!(
        tell_once(&ledger, Command::Notes(3), Some(other)),
        Err(Rejected::OtherBody)
    );
    assert_eq!(ledger.view().size, 3);
    ledger.close();
    let ledger = around.open();
    assert_eq!(
        tell_once(&ledger, Command::Notes(3), Some(once)),
        Ok(repeated),
        "after a restart"
    );
    assert_eq!(
        tell_once(&ledger, Command::Notes(3), Some(other)),
        Err(Rejected::OtherBody)
    );
    assert_eq!(ledger.view().size, 3);
}

#[test]
fn within_one_batch() {
    let around = Surroundings::new();
    let ledger = around.open();
    let (once, other) = (ledger.once("k", b"a"), ledger.once("k", b"b"));
    let told = in_one_batch(
        &ledger,
        vec![
            (note("a"), Some(once)),
            (note("a"), Some(once)),
            (note("b"), Some(other)),
        ],
    );
    let first = told[0].clone().unwrap();
    assert_eq!(
        told[1],
        Ok(Recorded {
            count: 0,
            repeated: true,
            ..first
        })
    );
    assert_eq!(told[2], Err(Rejected::OtherBody));
    assert_eq!(ledger.view().size, 1);
}

#[test]
fn refused_and_empty_commands_do_not_use_up_their_key() {
    let around = Surroundings::new();
    let ledger = around.open();
    let once = ledger.once("k", b"a");
    assert!(matches!(
        tell_once(&ledger, Command::Pay(0, 1), Some(once)),
        Err(Rejected::Refused(_))
    ));
    assert_eq!(tell_once(&ledger, Command::Nothing, Some(once)).unwrap().first, None);
    assert_eq!(tell_once(&ledger, note("a"), Some(once)).unwrap().first, Some(0));
}

#[test]
fn keys_are_forgotten_after_their_days() {
    let around = Surroundings::new();
    let ledger = around.open();
    let (old, new) = (ledger.once("old", b""), ledger.once("new", b""));
    tell_once(&ledger, note("a"), Some(old)).unwrap();
    around.pass_hours(24 * u64::from(ONCE_DAYS_KEPT) - 1);
    tell_once(&ledger, note("b"), Some(new)).unwrap();
    assert!(
        tell_once(&ledger, note("a"), Some(old)).unwrap().repeated,
        "still within the days"
    );
    around.pass_hours(2);
    tell(&ledger, Command::Nothing).unwrap();
    let kept: Vec<u64> = around.store.once_from(0).unwrap().iter().map(|row| row.seq).collect();
    assert_eq!(kept, [1]);
    assert_eq!(tell_once(&ledger, note("a"), Some(old)).unwrap().first, Some(2));
    assert!(tell_once(&ledger, note("b"), Some(new)).unwrap().repeated);
    ledger.close();
    around.pass_hours(24 * u64::from(ONCE_DAYS_KEPT));
    let ledger = around.open();
    assert_eq!(
        tell_once(&ledger, note("b"), Some(new)).unwrap().first,
        Some(3),
        "grew old while nothing ran"
    );
}

#[test]
fn digests_depend_on_key_body_and_log() {
    let around = Surroundings::new();
    let ledger = around.open();
    let once = ledger.once("k", b"body");
    assert_eq!(once, ledger.once("k", b"body"));
    assert_ne!(once, ledger.once("k", b"bodz"));
    assert_ne!(once, ledger.once("l", b"body"));
    let bits = ledger.receipt_bits("k");
    assert_eq!(bits, ledger.receipt_bits("k"));
    assert_ne!(bits, ledger.receipt_bits("l"));
    let mut options = Surroundings::new().options();
    options.key = ledger::note::SigningKey::new(ORIGIN, [8; 32]).unwrap();
    let elsewhere: Toys = ledger::Ledger::open(storage::Faulty::new(storage::Memory::new()), options).unwrap();
    assert_ne!(once, elsewhere.once("k", b"body"));
    assert_ne!(bits, elsewhere.receipt_bits("k"));
}
