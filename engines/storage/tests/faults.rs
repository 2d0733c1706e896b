//! A faulty store fails as it is told, and says what it has done as the contract wants.

use base::fact::BlobId;
use base::time::Hour;
use ledger::store::{AppendError, Blob, Erasable, Settled, Store, StoreError};
use storage::conformance::{batch, entries_of};
use storage::faulty::{Fault, FaultAt};
use storage::{Faulty, Memory};

#[test]
fn an_append_fails_in_three_ways() {
    let store = Faulty::new(Memory::new());
    let other = store.clone();
    let epoch = store.lead().expect("the lead").epoch;
    store.fail_next(FaultAt::Append, Fault::Refused);
    store.fail_next(FaultAt::Append, Fault::Lost);
    store.fail_next(FaultAt::Append, Fault::Kept);
    assert!(matches!(
        other.append(epoch, &batch(0, 2)),
        Err(AppendError::NotCommitted(_))
    ));
    assert!(matches!(
        other.append(epoch, &batch(0, 2)),
        Err(AppendError::Unknown(_))
    ));
    assert_eq!(store.head().expect("a head").size, 0);
    assert!(matches!(
        other.append(epoch, &batch(0, 2)),
        Err(AppendError::Unknown(_))
    ));
    assert_eq!(store.head().expect("a head").size, 2);
    other.append(epoch, &batch(2, 2)).expect("appended");
    store.fail_next(FaultAt::Append, Fault::Kept);
    assert!(matches!(
        other.append(epoch, &batch(9, 2)),
        Err(AppendError::Superseded { .. })
    ));
    store.fail_after(FaultAt::Append, 2, Fault::Refused);
    other.append(epoch, &batch(4, 1)).expect("appended");
    other.append(epoch, &batch(5, 1)).expect("appended");
    assert!(other.append(epoch, &batch(6, 1)).is_err());
    other.append(epoch, &batch(6, 1)).expect("appended");
    assert_eq!(entries_of(&other, 0, 10).len(), 7);
}

#[test]
fn every_other_call_fails_when_told() {
    let store = Faulty::new(Memory::new());
    let epoch = store.lead().expect("the lead").epoch;
    let given = batch(0, 2);
    store.append(epoch, &given).expect("appended");
    let (at, id) = (given.sealed[0].at, BlobId([1; 16]));
    let blob = Blob {
        salt: [0; 32],
        bytes: vec![1],
        put: Hour::MIN,
    };
    type Call<'a> = &'a dyn Fn() -> Result<(), StoreError>;
    let calls: [(FaultAt, Call<'_>); 12] = [
        (FaultAt::Head, &|| store.head().map(drop)),
        (FaultAt::Lead, &|| store.lead().map(drop)),
        (FaultAt::Entries, &|| store.entries(0, 9, &mut |_, _| true)),
        (FaultAt::Sealed, &|| store.sealed(at).map(drop)),
        (FaultAt::SealedRange, &|| store.sealed_range(0, 9, &mut |_| true)),
        (FaultAt::OnceFrom, &|| store.once_from(0).map(drop)),
        (FaultAt::ForgetOnceBefore, &|| store.forget_once_before(1)),
        (FaultAt::Tile, &|| store.tile(0, 0).map(drop)),
        (FaultAt::Blob, &|| store.blob(id).map(drop)),
        (FaultAt::Blobs, &|| store.blobs(None, 9).map(drop)),
        (FaultAt::Erase, &|| store.erase(&[Erasable::Sealed(at)])),
        (FaultAt::PutBlob, &|| store.put_blob(id, &blob)),
    ];
    for (place, call) in calls {
        store.fail_next(place, Fault::Refused);
        assert!(matches!(call(), Err(StoreError::Failed { .. })), "{place:?}");
        call().unwrap_or_else(|why| panic!("{place:?}: {why}"));
    }
    let beyond = store.head().expect("a head").epoch + 1;
    assert!(matches!(store.settle(beyond, &given), Settled::Superseded));
    store.fail_next(FaultAt::Settle, Fault::Refused);
    assert!(matches!(store.settle(epoch, &given), Settled::Unknown(_)));
    store.fail_next(FaultAt::Erase, Fault::Lost);
    assert!(store.erase(&[Erasable::Blob(id)]).is_err());
    assert!(store.blob(id).expect("read").is_some());
    store.fail_next(FaultAt::Erase, Fault::Kept);
    assert!(store.erase(&[Erasable::Blob(id)]).is_err());
    assert_eq!(store.blob(id).expect("read"), None);
}
