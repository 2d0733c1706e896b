//! The ledger as its users hold it.

use crate::entry;
use crate::line::Flow;
use crate::machine::Machine;
use crate::note::SigningKey;
use crate::once::{Once, Pepper, RECEIPT_BYTES};
use crate::options::{Clock, Monotonic, OnTrouble, SnapshotShelf, Source};
use crate::outcome::{Fatal, Pending, Rejected, Troubles};
use crate::publish::{Publication, leaf};
use crate::recent::{Own, Recent};
use crate::sequencer::{Message, Submission};
use crate::snapshot::{self, SnapshotKey};
use crate::store::{Store, StoreError};
use crate::tree::WarmProver;
use crate::tree::leaf_hash;
use crate::view::View;
use base::fact::Actor;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::sync::oneshot;

/// A running ledger. Clones share it; the last one that is dropped ends it in order, but without a snapshot.
pub struct Ledger<M: Machine, S: Store> {
    pub(crate) shared: Arc<Shared<M, S>>,
    pub(crate) running: Arc<Running<M>>,
}

impl<M: Machine, S: Store> Clone for Ledger<M, S> {
    fn clone(&self) -> Self {
        Self {
            shared: self.shared.clone(),
            running: self.running.clone(),
        }
    }
}

/// What users and threads of a ledger share.
pub(crate) struct Shared<M: Machine, S: Store> {
    pub(crate) store: S,
    pub(crate) key: SigningKey,
    pub(crate) pepper: Pepper,
    pub(crate) publish_every: Duration,
    pub(crate) clock: Clock,
    pub(crate) monotonic: Monotonic,
    pub(crate) entropy: Source,
    pub(crate) on_fatal: Arc<dyn Fn(&Fatal) + Send + Sync>,
    pub(crate) on_trouble: OnTrouble,
    pub(crate) publication: Mutex<Publication>,
    /// Work kept from earlier proofs against the public checkpoint.
    pub(crate) prover: Mutex<Option<WarmProver>>,
    /// What proves the newest entries.
    pub(crate) recent: Mutex<Recent>,
    pub(crate) snapshots: Option<Snapshots>,
    pub(crate) report: StartReport,
    pub(crate) view: RwLock<Arc<View<M>>>,
    pub(crate) troubles: Mutex<Troubles>,
    /// Commands that wait for the sequencer.
    pub(crate) waiting: AtomicUsize,
    /// How many may.
    pub(crate) waiting_max: usize,
    /// Takes no command any more.
    pub(crate) stopped: AtomicBool,
}

/// The snapshots' place, and the size of the last one there.
pub(crate) struct Snapshots {
    pub(crate) shelf: Arc<dyn SnapshotShelf>,
    pub(crate) key: SnapshotKey,
    pub(crate) written: AtomicU64,
}

/// What ends with the last user.
pub(crate) struct Running<M: Machine> {
    /// There until it is dropped.
    pub(crate) queue: Option<Sender<Message<M>>>,
    /// The sequencer first; the others end after it.
    pub(crate) threads: Mutex<Vec<JoinHandle<()>>>,
}

/// How the start went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StartReport {
    /// Entries there are.
    pub size: u64,
    /// Size of the snapshot that was used, if any.
    pub from_snapshot: Option<u64>,
    /// Entries read again after it.
    pub replayed: u64,
    /// Snapshots that were not used, with the reason; size 0 stands for the whole shelf.
    pub ignored_snapshots: Vec<(u64, String)>,
}

impl<M: Machine, S: Store> Ledger<M, S> {
    /// The newest picture of the ledger. No lock is held while it is looked at.
    pub fn view(&self) -> Arc<View<M>> {
        self.shared.view()
    }

    /// Hands a command to the sequencer. The answer comes when the command is recorded or refused. It waits behind what
    /// the same actor sent before; all who have no name are one actor: see [`Ledger::submit_in`].
    ///
    /// # Errors
    /// At once [`Rejected::Busy`] if too many wait, [`Rejected::Stopped`] if nothing is taken any more.
    pub fn submit(
        &self,
        actor: Actor,
        command: M::Command,
        once: Option<Once>,
    ) -> Result<Pending<M>, Rejected<M::Refusal>> {
        self.submit_in(Flow::of(actor), actor, command, once)
    }

    /// The same behind what came in this flow before. Flows take turns, so whoever gives commands that build on each
    /// other without waiting for the answers gives them in one flow.
    ///
    /// # Errors
    /// As [`Ledger::submit`].
    pub fn submit_in(
        &self,
        flow: Flow,
        actor: Actor,
        command: M::Command,
        once: Option<Once>,
    ) -> Result<Pending<M>, Rejected<M::Refusal>> {
        let shared = &self.shared;
        let queue = self.running.queue.as_ref().filter(|_| !shared.is_stopped());
        let Some(queue) = queue else {
            return Err(Rejected::Stopped);
        };
        if shared.waiting.fetch_add(1, Ordering::AcqRel) >= shared.waiting_max {
            shared.waiting.fetch_sub(1, Ordering::AcqRel);
            return Err(Rejected::Busy);
        }
        let (answer, receiver) = oneshot::channel();
        let submission = Submission {
            flow,
            actor,
            command,
            once,
            answer,
        };
        match queue.send(Message::Submit(submission)) {
            Ok(()) => Ok(Pending::new(receiver)),
            Err(_) => Err(Rejected::Stopped),
        }
    }

    /// The idempotency key of an act and what was sent with it, as digests that tell nothing without the log's key.
    pub fn once(&self, key: &str, body: &[u8]) -> Once {
        self.shared.pepper.once(key, body)
    }

    /// Bits of the receipt's code that goes with an idempotency key: the same key gives the same receipt.
    pub fn receipt_bits(&self, key: &str) -> [u8; RECEIPT_BYTES] {
        self.shared.pepper.receipt_bits(key)
    }

    /// Exact bytes of an entry; none if it is not recorded. Who may see them is for the caller to decide.
    ///
    /// # Errors
    /// The store failed, or holds other bytes than the tree does ([`StoreError::Damaged`]).
    pub fn entry_bytes(&self, seq: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let mut found: Option<Vec<u8>> = None;
        let view = self.view();
        if seq < view.size {
            self.shared.store.entries(seq, seq + 1, &mut |_, bytes| {
                found = Some(bytes.to_vec());
                false
            })?;
        }
        if let Some(bytes) = &found
            && leaf_hash(&entry::digest(bytes)) != leaf(&view, &self.shared.store, seq)?
        {
            return Err(StoreError::Damaged(format!("entry {seq} is not the one in the tree")));
        }
        Ok(found)
    }

    /// The store, for reading.
    pub fn store(&self) -> &S {
        &self.shared.store
    }

    /// The log's public key in its text form (C2SP signed-note).
    pub fn vkey(&self) -> String {
        self.shared.key.verifier().to_string()
    }

    /// How the start went.
    pub fn start_report(&self) -> &StartReport {
        &self.shared.report
    }

    /// What is going wrong beside the record.
    pub fn troubles(&self) -> Troubles {
        self.shared
            .troubles
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// True once nothing is taken any more.
    pub fn is_stopped(&self) -> bool {
        self.shared.is_stopped()
    }

    /// Ends: takes nothing more, records what is waiting, writes high-water mark and snapshot, and returns when all
    /// threads have ended. Other clones of this ledger can still read.
    pub fn close(self) {
        self.shared.stop();
        if let Some(queue) = &self.running.queue {
            // If the sequencer has ended already there is nothing to wait for.
            let _ = queue.send(Message::Close);
        }
        self.running.join();
        let (view, shared) = (self.shared.view(), &self.shared);
        if let Some(snapshots) = &shared.snapshots
            && snapshots.written.load(Ordering::Acquire) < view.size
        {
            shared.write_snapshot(snapshots, &view);
        }
    }
}

impl<M: Machine> Running<M> {
    /// Takes threads that were started, the sequencer last; the first to be waited for is the sequencer.
    pub(crate) fn keep(&self, mut threads: Vec<JoinHandle<()>>) {
        threads.reverse();
        *self.threads.lock().unwrap_or_else(PoisonError::into_inner) = threads;
    }

    fn join(&self) {
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for handle in threads {
            // The last user may be one of these threads (a hook that kept the ledger): it can't wait for itself.
            if handle.thread().id() != thread::current().id() {
                // A panic in it has been seen by those it concerned.
                let _ = handle.join();
            }
        }
    }
}

impl<M: Machine> Drop for Running<M> {
    fn drop(&mut self) {
        // The sequencer works off what is waiting and ends when nobody can send any more.
        self.queue = None;
        self.join();
    }
}

impl<M: Machine, S: Store> Shared<M, S> {
    pub(crate) fn view(&self) -> Arc<View<M>> {
        self.view.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn show(&self, view: Arc<View<M>>) {
        let mut shown = self.view.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *shown, view);
        drop(shown);
        // Taking a state apart can take a while: not under the lock.
        drop(before);
    }

    pub(crate) fn keep_proofs(&self, first: u64, proofs: Vec<Own>) {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.extend(first, proofs);
    }

    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    /// Changes the troubles, and tells whoever is to know.
    pub(crate) fn set_trouble(&self, change: impl FnOnce(&mut Troubles)) {
        let (before, now) = {
            let mut troubles = self.troubles.lock().unwrap_or_else(PoisonError::into_inner);
            let before = troubles.clone();
            change(&mut troubles);
            (before, troubles.clone())
        };
        if before != now {
            (self.on_trouble)(&before, &now);
        }
    }

    /// How writing the high-water file went.
    pub(crate) fn mark_kept(&self, why: Option<String>) {
        self.set_trouble(|troubles| troubles.high_water = why);
    }

    /// Writes a snapshot, where snapshots are kept.
    pub(crate) fn keep_snapshot(&self, view: &View<M>) {
        if let Some(snapshots) = &self.snapshots {
            self.write_snapshot(snapshots, view);
        }
    }

    fn write_snapshot(&self, snapshots: &Snapshots, view: &View<M>) {
        let result = snapshot::keep(view, &snapshots.key, &*snapshots.shelf);
        if result.is_ok() {
            snapshots.written.store(view.size, Ordering::Release);
        }
        self.set_trouble(|troubles| troubles.snapshots = result.err());
    }
}
