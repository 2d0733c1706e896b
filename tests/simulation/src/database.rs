//! The one database that all servers share. What it keeps is [`Memory`], under the contract of [`Store`]; a broken one
//! breaks that contract in one way.

use crate::at;
use crate::broken::Broken;
use crate::oracle::Oracle;
use base::fact::BlobId;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, Settled, Store, StoreError};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use storage::Memory;

/// What a server asks the database to do.
#[derive(Clone)]
pub(crate) enum Request {
    Lead,
    Append { start: u64, epoch: u64, batch: Batch },
    Settle { epoch: u64, batch: Batch },
    Forget(u64),
    Put(BlobId, Blob),
    Erase(Vec<Erasable>),
}

/// What it says.
#[derive(Debug)]
pub(crate) enum Reply {
    Led(Result<Head, StoreError>),
    Appended(Result<(), AppendError>),
    Settled(Settled),
    Done(Result<(), StoreError>),
}

pub(crate) struct Database {
    memory: Mutex<Memory>,
    pub(crate) oracle: Arc<Oracle>,
    broken: Option<Broken>,
    /// Batches kept, for the one that loses the last.
    journal: Mutex<Vec<Batch>>,
    is_down: AtomicBool,
    /// How often it crashed: no session lives longer than that.
    crashes: AtomicU64,
}

impl Request {
    /// For the trace.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Lead => "taking the lead".into(),
            Self::Append { epoch, batch, .. } => {
                let Batch { first, entries, .. } = batch;
                format!("an append of {} at {first} in epoch {epoch}", entries.len())
            }
            Self::Settle { epoch, batch } => format!("a settling at {} in epoch {epoch}", batch.first),
            Self::Forget(seq) => format!("forgetting keys before {seq}"),
            Self::Put(..) => "a file".into(),
            Self::Erase(what) => format!("erasing {what:?}"),
        }
    }
}

impl Database {
    pub(crate) fn new(oracle: Arc<Oracle>, broken: Option<Broken>) -> Self {
        Self {
            memory: Mutex::new(Memory::new()),
            oracle,
            broken,
            journal: Mutex::default(),
            is_down: AtomicBool::new(false),
            crashes: AtomicU64::new(0),
        }
    }

    /// What it keeps, for reading.
    pub(crate) fn memory(&self) -> Memory {
        at(&self.memory).clone()
    }

    pub(crate) fn is_down(&self) -> bool {
        self.is_down.load(Ordering::Relaxed)
    }

    pub(crate) fn crashes(&self) -> u64 {
        self.crashes.load(Ordering::Relaxed)
    }

    /// It crashes. What it acknowledged is there when it comes back.
    pub(crate) fn crash(&self) {
        self.is_down.store(true, Ordering::Relaxed);
        self.crashes.fetch_add(1, Ordering::Relaxed);
        if self.broken == Some(Broken::LosesLastBatch) {
            let mut journal = at(&self.journal);
            journal.pop();
            let rest = rebuilt(&self.memory(), &journal);
            *at(&self.memory) = rest;
        }
    }

    /// It comes back.
    pub(crate) fn come_back(&self) {
        self.is_down.store(false, Ordering::Relaxed);
    }

    /// Does what it is asked, whole and at once.
    pub(crate) fn apply(&self, request: &Request) -> Reply {
        let memory = self.memory();
        match request {
            Request::Lead => Reply::Led(self.lead(&memory)),
            Request::Append { start, epoch, batch } => Reply::Appended(self.append(&memory, *start, *epoch, batch)),
            Request::Settle { epoch, batch } => {
                let settled = match self.broken {
                    Some(broken) => broken.settle(&memory, *epoch, batch),
                    None => memory.settle(*epoch, batch),
                };
                if let Settled::Kept { epoch: new } | Settled::NotKept { epoch: new } = settled
                    && self.broken != Some(Broken::SettlesInPlace)
                {
                    self.oracle.epoch_raised(new);
                }
                Reply::Settled(settled)
            }
            Request::Forget(seq) if self.broken == Some(Broken::ForgetsTooMuch) => {
                Reply::Done(memory.forget_once_before(seq + 200))
            }
            Request::Forget(seq) => Reply::Done(memory.forget_once_before(*seq)),
            Request::Put(..) if self.broken == Some(Broken::LosesFiles) => Reply::Done(Ok(())),
            Request::Put(id, blob) => Reply::Done(memory.put_blob(*id, blob)),
            Request::Erase(_) if self.broken == Some(Broken::ErasesNothing) => Reply::Done(Ok(())),
            Request::Erase(what) => {
                self.oracle.erased(what);
                Reply::Done(memory.erase(what))
            }
        }
    }

    fn lead(&self, memory: &Memory) -> Result<Head, StoreError> {
        let head = match self.broken {
            Some(Broken::LeadsTwice) => memory.head()?,
            _ => memory.lead()?,
        };
        self.oracle.epoch_raised(head.epoch);
        Ok(head)
    }

    fn append(&self, memory: &Memory, start: u64, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        let Some(broken) = self.broken else {
            memory.append(epoch, batch)?;
            self.oracle.kept(memory, start, Some(epoch), batch);
            return Ok(());
        };
        let Some(kept) = broken.kept(batch) else { return Ok(()) };
        broken.append(memory, epoch, &kept)?;
        if broken == Broken::LosesLastBatch {
            at(&self.journal).push(kept.clone());
        }
        // Only by what comes of it is a broken database to be found out.
        self.oracle.kept(memory, start, None, &kept);
        Ok(())
    }
}

/// The same ledger with these batches only, in the same epoch. What was erased stays so; files are all there.
fn rebuilt(old: &Memory, batches: &[Batch]) -> Memory {
    let memory = Memory::new();
    let epoch = old.head().map_or(0, |head| head.epoch);
    while memory.lead().is_ok_and(|head| head.epoch < epoch) {}
    for batch in batches {
        let mut batch = batch.clone();
        batch
            .sealed
            .retain(|sealed| matches!(old.sealed(sealed.at), Ok(Some(_))));
        // The same batches were taken before.
        let _ = memory.append(epoch, &batch);
    }
    let files = old.blobs(None, usize::MAX).unwrap_or_default();
    for (id, _) in files {
        if let Ok(Some(blob)) = old.blob(id) {
            let _ = memory.put_blob(id, &blob);
        }
    }
    memory
}
