//! The sequencer: one thread that decides, numbers, writes, publishes and answers, in this order.
//!
//! Contract: a caller that is told [`Recorded`](crate::Recorded) finds its entries durable, applied in every view from
//! then on, and under a signed checkpoint. A caller that is told anything but `Recorded` or `Unknown` has recorded
//! nothing. Entries are applied in the order of their numbers.
//!
//! An append whose outcome is not known is settled by the store before anyone is answered; where the store cannot, the
//! ledger stops.

use crate::batch::{Decided, Draft};
use crate::ledger::Shared;
use crate::line::{Flow, Line, Next};
use crate::machine::Machine;
use crate::once::{ONCE_DAYS_KEPT, Once, Remembered};
use crate::outcome::{Answer, Fatal, Recorded, Rejected};
use crate::replay::{first_from_hour, hour_of};
use crate::store::{AppendError, Batch, OnceRow, Settled, Store, StoreError};
use crate::view::View;
use base::fact::Actor;
use base::time::{Hour, Minute};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender};
use std::time::Duration;
use tokio::sync::oneshot;

/// Commands that may wait, if nothing else is asked for; who comes later is told to come back.
pub const QUEUE_COMMANDS_MAX: usize = 4_096;

/// Commands decided in one batch, at most.
pub const BATCH_COMMANDS_MAX: usize = 1_024;

/// Bytes of entries and sealed words after which a batch takes no further command.
pub const BATCH_BYTES_MAX: usize = 16 << 20;

/// Time after which a batch takes no further command, or half as long as the store takes for a batch where that is longer:
/// on a slow disk commits are few, and each takes more. (As long as it takes would let a store whose time grows with the
/// batch drive both up without end.) Whoever comes while others write without a pause waits for the rest of one batch and, by
/// the order of the [line](crate::line), for their own, whatever the number of the others.
const BATCH_DECIDED_WITHIN: Duration = Duration::from_micros(700);

/// The same for a batch with a command of someone who writes seldom, or a quarter as long as the store takes: the busy wait a
/// little longer for their next one, and a click is answered sooner.
const CLICK_DECIDED_WITHIN: Duration = Duration::from_micros(250);

/// Entries whose idempotency keys are forgotten at once, at most.
const FORGOTTEN_AT_ONCE: u64 = 4_096;

/// Time between two such forgettings while commands wait without a pause.
const FORGOTTEN_EVERY: Duration = Duration::from_secs(1);

/// A command on its way to the sequencer.
pub(crate) struct Submission<M: Machine> {
    pub(crate) flow: Flow,
    pub(crate) actor: Actor,
    pub(crate) command: M::Command,
    pub(crate) once: Option<Once>,
    pub(crate) answer: oneshot::Sender<Answer<M>>,
}

/// What the sequencer is told.
pub(crate) enum Message<M: Machine> {
    Submit(Submission<M>),
    /// End after what came before.
    Close,
}

/// What a turn of the sequencer was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing was waiting.
    Idle,
    /// It did something and goes on.
    Went,
    /// The last one: it was closed, or going on could have harmed the record.
    Ended,
}

/// A caller of the present batch.
struct Waiting<M: Machine> {
    sender: oneshot::Sender<Answer<M>>,
    answer: Option<Answer<M>>,
    /// The answer is true only if the batch becomes durable. A refusal counts: it may rest on an earlier command of
    /// the same batch. The repetition of something recorded in an earlier batch does not.
    rests_on_batch: bool,
}

impl<M: Machine> Waiting<M> {
    fn tell(self, otherwise: impl FnOnce() -> Rejected<M::Refusal>) {
        let answer = self.answer.unwrap_or_else(|| Err(otherwise()));
        // A caller that went away has no use for it.
        let _ = self.sender.send(answer);
    }

    /// The batch is not durable, or not known to be.
    fn tell_failed(mut self, why: Rejected<M::Refusal>) {
        if self.rests_on_batch {
            self.answer = None;
        }
        self.tell(|| why);
    }
}

/// How a batch ended.
enum Appended {
    /// Durable.
    Kept,
    /// Provably nothing of it was or will be kept.
    NotKept(String),
    /// Going on could harm the record.
    Fatal(Fatal),
}

/// State of the thread.
pub(crate) struct Sequencer<M: Machine, S: Store> {
    pub(crate) shared: Arc<Shared<M, S>>,
    pub(crate) queue: Receiver<Message<M>>,
    /// What came out of the queue and waits for its turn.
    pub(crate) line: Line<Submission<M>>,
    /// The next one, which was not to be in the same batch as those before it.
    pub(crate) held: Option<Next<Submission<M>>>,
    /// How long the store usually takes for a batch.
    pub(crate) append_takes: Usual,
    /// Told to end: what comes after is not taken.
    pub(crate) closing: bool,
    pub(crate) remembered: Remembered,
    /// Epoch of this leader.
    pub(crate) epoch: u64,
    /// Time without commands after which the store's epoch is looked at.
    pub(crate) lead_checked_every: Duration,
    /// Hour in which it was last found out which idempotency keys are old.
    pub(crate) forgot: Hour,
    /// Keys of entries before this one are old, and some of them are not forgotten yet.
    pub(crate) forgetting: Option<u64>,
    /// When some were forgotten last.
    pub(crate) forgot_some: Duration,
    /// The keeper of the high-water mark.
    pub(crate) marks: Option<Sender<Arc<str>>>,
    /// The writer of snapshots, which is busy at times.
    pub(crate) snapshots: Option<SyncSender<Arc<View<M>>>>,
    /// Entries between two snapshots; 0 for none.
    pub(crate) snapshot_every: u64,
    /// Size at which the last snapshot was asked for.
    pub(crate) snapshot_at: u64,
}

impl<M: Machine, S: Store> Sequencer<M, S> {
    /// Works until it is closed, nobody is left who could send, or something happens after which going on could harm
    /// the record.
    pub(crate) fn run(mut self) {
        let fatal = loop {
            let went = match self.queue.recv_timeout(self.lead_checked_every) {
                Ok(message) => {
                    self.came(message);
                    self.turns()
                }
                Err(RecvTimeoutError::Timeout) => self.still_leads(),
                Err(RecvTimeoutError::Disconnected) => Ok(Turn::Ended),
            };
            match went {
                Ok(Turn::Ended) => break None,
                Ok(Turn::Idle | Turn::Went) => {}
                Err(why) => break Some(why),
            }
        };
        self.end(fatal);
    }

    /// Turn after turn until nothing waits.
    fn turns(&mut self) -> Result<Turn, Fatal> {
        loop {
            let turn = self.turn()?;
            if turn != Turn::Went {
                return Ok(turn);
            }
        }
    }

    /// Records what waits, as one batch; forgets some old keys when nothing does, and once in a while when always something
    /// does.
    pub(crate) fn turn(&mut self) -> Result<Turn, Fatal> {
        let next = self.next();
        let is_idle = next.is_none();
        match next {
            Some(first) => self.batch(first)?,
            None if self.closing => return Ok(Turn::Ended),
            None if self.forgetting.is_none() => return Ok(Turn::Idle),
            None => {}
        }
        let now = (self.shared.monotonic)();
        if self.forgetting.is_some() && (is_idle || now.saturating_sub(self.forgot_some) >= FORGOTTEN_EVERY) {
            self.forgot_some = now;
            self.forget_some();
        }
        Ok(Turn::Went)
    }

    fn came(&mut self, message: Message<M>) {
        match message {
            Message::Submit(submission) => self.line.push(submission.flow, submission),
            Message::Close => self.closing = true,
        }
    }

    /// The command whose turn it is.
    fn next(&mut self) -> Option<Next<Submission<M>>> {
        while !self.closing
            && let Ok(message) = self.queue.try_recv()
        {
            self.came(message);
        }
        if self.held.is_some() {
            return self.held.take();
        }
        let next = self.line.pop()?;
        self.shared.waiting.fetch_sub(1, Ordering::AcqRel);
        Some(next)
    }

    /// Takes nothing any more, and tells so to whoever waits.
    pub(crate) fn end(mut self, fatal: Option<Fatal>) {
        self.shared.stop();
        while let Ok(message) = self.queue.try_recv() {
            self.came(message);
        }
        while let Some(Next { item, .. }) = self.held.take().or_else(|| self.line.pop()) {
            let _ = item.answer.send(Err(Rejected::Stopped));
        }
        // Lets the keepers end.
        (self.marks, self.snapshots) = (None, None);
        if let Some(why) = fatal {
            (self.shared.on_fatal)(&why);
        }
    }

    /// One batch, from the first command to the last answer.
    fn batch(&mut self, first: Next<Submission<M>>) -> Result<(), Fatal> {
        let shared = self.shared.clone();
        let base = shared.view();
        let now = (shared.clock)();
        let began = (shared.monotonic)();
        let mut waiting = Vec::new();
        // A rule that panics is a bug no refusal describes: the same command would break it again, and what it left
        // half-done in shared memory cannot be known. Nothing of this batch has been sent to the store, so everyone
        // can be told truthfully that nothing was recorded; then the ledger stops, and the next start rebuilds the
        // state from the record.
        let drafted = catch_unwind(AssertUnwindSafe(|| {
            self.find_old(now, base.size);
            let mut draft = Draft::new(&base, now);
            // What removes must be recorded where a full disk allows nothing else: it is not held up by others.
            let removes = M::removes(&first.item.command);
            let mut next = Some(first);
            let mut within = BATCH_DECIDED_WITHIN.max(self.append_takes.get() / 2);
            while let Some(Next { item, is_sparse }) = next.take() {
                self.take(item, &mut draft, &mut waiting);
                if is_sparse {
                    within = CLICK_DECIDED_WITHIN.max(self.append_takes.get() / 4);
                }
                if waiting.len() >= BATCH_COMMANDS_MAX
                    || draft.bytes() >= BATCH_BYTES_MAX
                    || (shared.monotonic)().saturating_sub(began) >= within
                {
                    break;
                }
                next = self.next();
                self.held = next.take_if(|next| M::removes(&next.item.command) != removes);
            }
            draft.finish(&shared.store, &shared.key)
        }));
        let Decided { batch, view, proofs } = match drafted {
            Ok(Some(drafted)) => drafted,
            Ok(None) => return self.answer_unrecorded(waiting),
            Err(panic) => {
                let why = panic_text(&*panic);
                shared.stop();
                for caller in waiting {
                    caller.tell_failed(Rejected::NotRecorded(
                        "the program found a fault in itself and ends".into(),
                    ));
                }
                return Err(Fatal::Panicked(why));
            }
        };
        let began = (shared.monotonic)();
        let appended = self.append(&batch);
        self.append_takes.took((shared.monotonic)().saturating_sub(began));
        let fatal = match appended {
            Appended::Kept => {
                shared.keep_proofs(batch.first, proofs);
                self.publish(Arc::new(view));
                answer_all(waiting);
                return Ok(());
            }
            Appended::NotKept(why) => {
                self.remembered.forget_from(batch.first);
                for caller in waiting {
                    caller.tell_failed(Rejected::NotRecorded(why.clone()));
                }
                return Ok(());
            }
            Appended::Fatal(why) => why,
        };
        // Stopped before anyone is told, so that a caller that tries again at once does not queue up for nothing.
        shared.stop();
        for caller in waiting {
            caller.tell_failed(Rejected::Unknown(fatal.to_string()));
        }
        Err(fatal)
    }

    /// Answers those of whom nothing was to be recorded. A refusal and a "done already" rest on the state: whoever was
    /// replaced meanwhile knows an old one, and may not say for sure what another has recorded since.
    fn answer_unrecorded(&self, waiting: Vec<Waiting<M>>) -> Result<(), Fatal> {
        let (why, fatal) = match self.shared.store.head() {
            Ok(head) if head.epoch == self.epoch => {
                answer_all(waiting);
                return Ok(());
            }
            Ok(_) => {
                let fatal = self.superseded();
                self.shared.stop();
                (fatal.to_string(), Err(fatal))
            }
            Err(why) => (why.to_string(), Ok(())),
        };
        for caller in waiting {
            caller.tell_failed(Rejected::Unknown(why.clone()));
        }
        fatal
    }

    /// Looks whether another leader took over while nobody wrote here. A store that does not answer says nothing about it.
    pub(crate) fn still_leads(&self) -> Result<Turn, Fatal> {
        match self.shared.store.head() {
            Ok(head) if head.epoch != self.epoch => Err(self.superseded()),
            _ => Ok(Turn::Went),
        }
    }

    /// Another leader took over. What this one expected is what it shows: a batch goes on from there.
    fn superseded(&self) -> Fatal {
        Fatal::Superseded {
            expected_size: self.shared.view().size,
            expected_epoch: self.epoch,
        }
    }

    /// Makes a batch durable, and finds out what became of it where the store could not say.
    fn append(&mut self, batch: &Batch) -> Appended {
        let (store, epoch) = (&self.shared.store, self.epoch);
        // From here on a panic, too, leaves the outcome unknown; and a store that panicked is not asked again.
        let appended = match catch_unwind(AssertUnwindSafe(|| store.append(epoch, batch))) {
            Err(panic) => return Appended::Fatal(Fatal::Unknown(panic_text(&*panic))),
            Ok(appended) => appended,
        };
        let unknown = match appended {
            Ok(()) => return Appended::Kept,
            Err(AppendError::NotCommitted(why)) => return Appended::NotKept(why),
            Err(AppendError::Superseded { .. }) => return Appended::Fatal(self.superseded()),
            Err(AppendError::Unknown(why)) => why,
        };
        match store.settle(epoch, batch) {
            Settled::Kept { epoch } => {
                self.epoch = epoch;
                Appended::Kept
            }
            Settled::NotKept { epoch } => {
                self.epoch = epoch;
                Appended::NotKept(unknown)
            }
            Settled::Superseded => Appended::Fatal(self.superseded()),
            Settled::Unknown(why) => Appended::Fatal(Fatal::Unknown(format!("{unknown}; {why}"))),
        }
    }

    /// Shows a durable batch to everyone, before anyone is answered: who is told of an entry finds it.
    fn publish(&mut self, view: Arc<View<M>>) {
        if let Some(marks) = &self.marks {
            // The keeper ends after this thread.
            let _ = marks.send(view.signed.clone());
        }
        let due = self.snapshot_every > 0 && view.size - self.snapshot_at >= self.snapshot_every;
        if let Some(snapshots) = self.snapshots.as_ref().filter(|_| due)
            && snapshots.try_send(view.clone()).is_ok()
        {
            self.snapshot_at = view.size;
        }
        self.shared.show(view);
    }

    /// Takes one command into the batch.
    fn take(&mut self, submission: Submission<M>, draft: &mut Draft<'_, M>, waiting: &mut Vec<Waiting<M>>) {
        let Submission {
            flow: _,
            actor,
            command,
            once,
            answer: sender,
        } = submission;
        // In the list before anything can break, so that it is answered whatever happens.
        waiting.push(Waiting {
            sender,
            answer: None,
            rests_on_batch: true,
        });
        let (answer, rests_on_batch) = match once.and_then(|once| self.repeated(once, draft)) {
            Some(known) => known,
            None => {
                let answer = draft.record(actor, &command, (self.shared.entropy)());
                if let (
                    Some(once),
                    Ok(Recorded {
                        first: Some(seq), at, ..
                    }),
                ) = (once, &answer)
                {
                    let row = OnceRow {
                        seq: *seq,
                        key: once.key,
                        body: once.body,
                    };
                    draft.batch().once.push(row);
                    self.remembered.insert(row, Some(*at));
                }
                (answer, true)
            }
        };
        if let Some(caller) = waiting.last_mut() {
            caller.answer = Some(answer);
            caller.rests_on_batch = rests_on_batch;
        }
    }

    /// The answer to a key that was used before, and whether it rests on the present batch.
    fn repeated(&self, once: Once, draft: &mut Draft<'_, M>) -> Option<(Answer<M>, bool)> {
        let trace = self.remembered.get(&once.key)?;
        let rests_on_batch = trace.first >= draft.batch().first;
        if !trace.is_of(&once.body) {
            return Some((Err(Rejected::OtherBody), rests_on_batch));
        }
        let at = match trace.at {
            Some(at) => Ok(at),
            None => hour_of(&self.shared.store, trace.first).map_err(|why| Rejected::Unknown(why.to_string())),
        };
        let answer = at.map(|at| Recorded {
            first: Some(trace.first),
            count: 0,
            at,
            repeated: true,
        });
        Some((answer, rests_on_batch))
    }

    /// Finds out about once an hour which idempotency keys are old, and forgets the first of them. A failure is no harm: they are kept an hour longer.
    fn find_old(&mut self, now: Minute, size: u64) {
        let hour = now.hour();
        if hour <= self.forgot {
            return;
        }
        self.forgot = hour;
        match first_from_hour(&self.shared.store, size, oldest_kept(now)) {
            Ok(old) => {
                self.forgetting = Some(old);
                self.forget_some();
            }
            Err(why) => self.not_forgotten(&why),
        }
    }

    /// Forgets some of the old keys: after a great vote there are millions of them, and nobody is to wait for that.
    fn forget_some(&mut self) {
        let Some(old) = self.forgetting else { return };
        let store = &self.shared.store;
        let some = store.once_first().and_then(|first| {
            let some = first.map_or(old, |first| old.min(first.saturating_add(FORGOTTEN_AT_ONCE)));
            store.forget_once_before(some)?;
            Ok(some)
        });
        match some {
            Ok(some) => {
                self.remembered.forget_before(some);
                self.forgetting = (some < old).then_some(old);
                self.shared.set_trouble(|troubles| troubles.forgetting = None);
            }
            Err(why) => self.not_forgotten(&why),
        }
    }

    fn not_forgotten(&mut self, why: &StoreError) {
        self.forgetting = None;
        self.shared
            .set_trouble(|troubles| troubles.forgetting = Some(why.to_string()));
    }
}

/// How long something usually takes. A single long time counts for little, a lasting change is followed within a few.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Usual(Duration);

impl Usual {
    /// The least that is told apart.
    const LEAST: Duration = Duration::from_micros(50);

    fn took(&mut self, time: Duration) {
        self.0 = time.min(2 * self.0.max(Self::LEAST));
    }

    fn get(self) -> Duration {
        self.0
    }
}

/// Idempotency keys of entries before this hour are forgotten.
pub(crate) fn oldest_kept(now: Minute) -> Hour {
    const SECS_KEPT: u64 = ONCE_DAYS_KEPT as u64 * 24 * 60 * 60;
    Hour::from_unix_secs(now.unix_secs().saturating_sub(SECS_KEPT))
}

fn answer_all<M: Machine>(waiting: Vec<Waiting<M>>) {
    for caller in waiting {
        caller.tell(|| Rejected::NotRecorded("it was not decided".into()));
    }
}

/// What a panic said.
pub(crate) fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_long_time_is_not_usual() {
        let mut usual = Usual::default();
        let ms = Duration::from_millis;
        for _ in 0..3 {
            usual.took(ms(1) / 4);
        }
        assert_eq!(usual.get(), ms(1) / 4);
        usual.took(ms(100));
        assert_eq!(usual.get(), ms(1) / 2);
        usual.took(ms(1) / 4);
        assert_eq!(usual.get(), ms(1) / 4);
        for _ in 0..6 {
            usual.took(ms(10));
        }
        assert_eq!(usual.get(), ms(10));
    }
}
