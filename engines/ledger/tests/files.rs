//! Files beside the record, and physical removal.

mod toy;

use base::fact::{Commitment, SealedRef};
use ledger::store::{BLOB_ORPHAN_HOURS, Erasable, Store};
use storage::faulty::{Fault, FaultAt};
use toy::*;

#[test]
fn a_file_is_kept_under_its_commitment_and_orphans_go_after_their_hours() {
    let around = Surroundings::new();
    let ledger = around.open();
    let named = ledger.put_blob(b"named".to_vec()).unwrap();
    let orphan = ledger.put_blob(b"orphan".to_vec()).unwrap();
    let kept = around.store.blob(named.id).unwrap().unwrap();
    assert_eq!(Commitment::of(&kept.salt, &kept.bytes), named.commitment);
    assert_eq!(kept.put.to_string(), "2026-11-24T23:00:00Z");
    first(&ledger, Command::Attach(named));
    around.pass_hours(u64::from(BLOB_ORPHAN_HOURS));
    let young = ledger.put_blob(b"young".to_vec()).unwrap();
    assert_eq!(
        ledger.sweep_orphans().unwrap(),
        0,
        "not before the whole time has passed"
    );
    around.pass_hours(1);
    assert_eq!(ledger.sweep_orphans().unwrap(), 1);
    assert!(around.store.blob(orphan.id).unwrap().is_none());
    assert!(around.store.blob(named.id).unwrap().is_some() && around.store.blob(young.id).unwrap().is_some());
    around.store.fail_next(FaultAt::PutBlob, Fault::Refused);
    assert!(ledger.put_blob(Vec::new()).is_err());
}

#[test]
fn many_orphans_go_in_steps() {
    let around = Surroundings::new();
    let ledger = around.open();
    for i in 0..600_u32 {
        ledger.put_blob(i.to_be_bytes().to_vec()).unwrap();
    }
    around.pass_hours(48);
    assert_eq!(ledger.sweep_orphans().unwrap(), 600);
    assert_eq!(around.store.blobs(None, 10).unwrap().len(), 0);
}

#[test]
fn a_leader_that_was_replaced_sweeps_nothing() {
    let around = Surroundings::new();
    let frozen = around.open();
    let next = around.open();
    let named = next.put_blob(b"named".to_vec()).unwrap();
    first(&next, Command::Attach(named));
    around.pass_hours(48);
    assert_eq!(frozen.sweep_orphans().unwrap(), 0);
    assert!(around.store.blob(named.id).unwrap().is_some());
    assert_eq!(next.sweep_orphans().unwrap(), 0);
}

#[test]
fn replay_after_erasure_gives_the_same_state() {
    let around = Surroundings::new();
    let ledger = around.open();
    first(&ledger, note("một"));
    first(&ledger, note("hai"));
    first(&ledger, Command::Show(1));
    ledger.erase_now(&[Erasable::Sealed(SealedRef::new(0, WORDS))]).unwrap();
    assert!(around.store.sealed(SealedRef::new(0, WORDS)).unwrap().is_none());
    let (state, root) = (ledger.view().state.clone(), ledger.view().root);
    ledger.close();
    around.shelf.0.lock().unwrap().clear();
    let ledger = around.open();
    assert_eq!(
        (&ledger.view().state, ledger.view().root, ledger.view().texts.len()),
        (&state, root, 1)
    );
    around.store.fail_next(FaultAt::Erase, Fault::Refused);
    assert!(ledger.erase_now(&[Erasable::Sealed(SealedRef::new(0, WORDS))]).is_err());
}
