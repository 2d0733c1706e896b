//! A store before any other store that fails when it is told to, as a test needs it.

use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The calls that can be told to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultAt {
    /// [`Store::head`].
    Head,
    /// [`Store::lead`].
    Lead,
    /// [`Store::append`].
    Append,
    /// [`Store::settle`].
    Settle,
    /// [`Store::entries`].
    Entries,
    /// [`Store::sealed`].
    Sealed,
    /// [`Store::sealed_range`].
    SealedRange,
    /// [`Store::once_from`].
    OnceFrom,
    /// [`Store::forget_once_before`].
    ForgetOnceBefore,
    /// [`Store::tile`].
    Tile,
    /// [`Store::put_blob`].
    PutBlob,
    /// [`Store::blob`].
    Blob,
    /// [`Store::blobs`].
    Blobs,
    /// [`Store::erase`].
    Erase,
}

impl FaultAt {
    /// All of them.
    pub const ALL: [FaultAt; 14] = [
        FaultAt::Head,
        FaultAt::Lead,
        FaultAt::Append,
        FaultAt::Settle,
        FaultAt::Entries,
        FaultAt::Sealed,
        FaultAt::SealedRange,
        FaultAt::OnceFrom,
        FaultAt::ForgetOnceBefore,
        FaultAt::Tile,
        FaultAt::PutBlob,
        FaultAt::Blob,
        FaultAt::Blobs,
        FaultAt::Erase,
    ];
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is done and that is known: [`AppendError::NotCommitted`] or [`StoreError::Failed`].
    Refused,
    /// Nothing is done and `append` cannot say so: [`AppendError::Unknown`]. Elsewhere as [`Fault::Refused`].
    Lost,
    /// It is done although the call fails: [`AppendError::Unknown`] or [`StoreError::Failed`].
    Kept,
}

/// What is still to fail.
#[derive(Debug, Default)]
struct Plan {
    /// Faults waiting, in order, each with the number of calls it still lets pass.
    faults: Vec<(FaultAt, u64, Fault)>,
    /// Faults of every call from now on.
    always: Vec<(FaultAt, Fault)>,
    /// Before the next settling somebody else takes the lead.
    deposed: bool,
    /// Calls that have failed.
    struck: u64,
}

/// A store that hands every call on to another one, or fails it. Clones share the plan.
#[derive(Clone, Debug)]
pub struct Faulty<S> {
    store: S,
    plan: Arc<Mutex<Plan>>,
}

fn failed() -> StoreError {
    StoreError::Failed {
        doing: "what a test made fail",
        why: "a fault on demand".into(),
    }
}

impl<S: Store> Faulty<S> {
    /// Before this store; nothing fails yet.
    pub fn new(store: S) -> Self {
        Faulty {
            store,
            plan: Arc::default(),
        }
    }

    /// The next call at `at` fails this way. Several faults at one place happen one call after the other.
    pub fn fail_next(&self, at: FaultAt, fault: Fault) {
        self.fail_after(at, 0, fault);
    }

    /// The call at `at` after `calls` good ones fails this way.
    pub fn fail_after(&self, at: FaultAt, calls: u64, fault: Fault) {
        self.plan().faults.push((at, calls, fault));
    }

    /// Every call at `at` fails this way until [`Faulty::heal`].
    pub fn fail_always(&self, at: FaultAt, fault: Fault) {
        self.plan().always.push((at, fault));
    }

    /// Nothing fails any more.
    pub fn heal(&self) {
        *self.plan() = Plan::default();
    }

    /// How many calls have failed since the last [`Faulty::heal`].
    pub fn struck(&self) -> u64 {
        self.plan().struck
    }

    /// Before the next call of `settle` somebody else takes the lead.
    pub fn lead_before_settling(&self) {
        self.plan().deposed = true;
    }

    /// Whether a fault is still to come.
    pub fn is_to_fail(&self) -> bool {
        !self.plan().faults.is_empty()
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn due(&self, at: FaultAt) -> Option<Fault> {
        let mut plan = self.plan();
        let due = match plan.faults.iter().position(|(place, ..)| *place == at) {
            None => plan
                .always
                .iter()
                .find(|(place, _)| *place == at)
                .map(|(_, fault)| *fault),
            Some(i) if plan.faults[i].1 == 0 => Some(plan.faults.remove(i).2),
            Some(i) => {
                plan.faults[i].1 -= 1;
                None
            }
        };
        plan.struck += u64::from(due.is_some());
        due
    }

    fn call<T>(&self, at: FaultAt, call: impl FnOnce(&S) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match self.due(at) {
            None => call(&self.store),
            Some(Fault::Refused | Fault::Lost) => Err(failed()),
            Some(Fault::Kept) => call(&self.store).and(Err(failed())),
        }
    }
}

impl<S: Store> Store for Faulty<S> {
    fn head(&self) -> Result<Head, StoreError> {
        self.call(FaultAt::Head, S::head)
    }

    fn lead(&self) -> Result<Head, StoreError> {
        self.call(FaultAt::Lead, S::lead)
    }

    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        match self.due(FaultAt::Append) {
            None => self.store.append(epoch, batch),
            Some(Fault::Refused) => Err(AppendError::NotCommitted("a fault on demand".into())),
            Some(Fault::Lost) => Err(AppendError::Unknown("a fault on demand".into())),
            Some(Fault::Kept) => {
                self.store.append(epoch, batch)?;
                Err(AppendError::Unknown("a fault on demand".into()))
            }
        }
    }

    fn settle(&self, epoch: u64, batch: &Batch) -> Settled {
        let deposed = std::mem::take(&mut self.plan().deposed);
        let led = if deposed { self.store.lead().map(drop) } else { Ok(()) };
        let settled = led.and_then(|()| self.call(FaultAt::Settle, |store| Ok(store.settle(epoch, batch))));
        settled.unwrap_or_else(|why| Settled::Unknown(why.to_string()))
    }

    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        self.call(FaultAt::Entries, |store| store.entries(from, to, each))
    }

    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        self.call(FaultAt::Sealed, |store| store.sealed(at))
    }

    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        self.call(FaultAt::SealedRange, |store| store.sealed_range(from, to, each))
    }

    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        self.call(FaultAt::OnceFrom, |store| store.once_from(from))
    }

    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        self.call(FaultAt::OnceFrom, Store::once_first)
    }

    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        self.call(FaultAt::ForgetOnceBefore, |store| store.forget_once_before(seq))
    }

    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        self.call(FaultAt::Tile, |store| store.tile(level, index))
    }

    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        self.call(FaultAt::PutBlob, |store| store.put_blob(id, blob))
    }

    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        self.call(FaultAt::Blob, |store| store.blob(id))
    }

    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        self.call(FaultAt::Blobs, |store| store.blobs(after, limit))
    }

    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        self.call(FaultAt::Erase, |store| store.erase(what))
    }
}
