//! How a submitted command ends, for its caller and for the ledger.

use crate::machine::Machine;
use base::time::Hour;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::oneshot;

/// A command's events are durable, numbered, applied and in a signed checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Number of the first entry the command recorded; none if there was nothing to record.
    pub first: Option<u64>,
    /// Entries recorded by this call: 0 if there was nothing to do or the call was a repetition.
    pub count: u32,
    /// The hour that stands in these entries.
    pub at: Hour,
    /// The same key and body were recorded before: `first` and `at` are of then, and nothing was recorded now.
    pub repeated: bool,
}

/// Why a command was not recorded, or why it is not known to be. `R` is the machine's refusal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected<R: std::fmt::Debug> {
    /// A rule says no.
    #[error("the rules refuse it: {0:?}")]
    Refused(R),
    /// The idempotency key was used with another body.
    #[error("this key was used for something else")]
    OtherBody,
    /// The queue is full. Nothing was recorded; the same may be sent again in a moment.
    #[error("too many are waiting")]
    Busy,
    /// Provably nothing was kept. The same may be sent again.
    #[error("nothing was recorded: {0}")]
    NotRecorded(String),
    /// It may or may not have been recorded. The same key with the same body may be sent again and finds out.
    #[error("it is not known whether it was recorded: {0}")]
    Unknown(String),
    /// The ledger takes nothing any more. Nothing was recorded.
    #[error("the ledger is stopped")]
    Stopped,
}

/// Why a ledger stopped by itself. A new start reads what is durable and goes on from there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fatal {
    /// Another leader took over.
    #[error("another process took over the ledger: expected size {expected_size} in epoch {expected_epoch}")]
    Superseded {
        /// Size this leader expected.
        expected_size: u64,
        /// Epoch this leader held.
        expected_epoch: u64,
    },
    /// COMMIT was sent and its outcome is not known.
    #[error("it is not known whether the last batch was recorded: {0}")]
    Unknown(String),
    /// A rule broke instead of answering. Nothing of its batch was recorded.
    #[error("a rule broke while deciding or applying: {0}")]
    Panicked(String),
}

/// What a caller is told.
pub(crate) type Answer<M> = Result<Recorded, Rejected<<M as Machine>::Refusal>>;

/// A command on its way. A future that needs no runtime; dropping it does not take the command back.
pub struct Pending<M: Machine> {
    receiver: oneshot::Receiver<Answer<M>>,
}

impl<M: Machine> Pending<M> {
    pub(crate) fn new(receiver: oneshot::Receiver<Answer<M>>) -> Self {
        Self { receiver }
    }

    /// Waits on this thread.
    ///
    /// # Errors
    /// [`Rejected`].
    ///
    /// # Panics
    /// Inside an asynchronous task, where `.await` is the way to wait.
    pub fn blocking_wait(self) -> Result<Recorded, Rejected<M::Refusal>> {
        self.receiver.blocking_recv().unwrap_or_else(|_| Err(unanswered()))
    }
}

impl<M: Machine> Future for Pending<M> {
    type Output = Result<Recorded, Rejected<M::Refusal>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.receiver)
            .poll(context)
            .map(|answer| answer.unwrap_or_else(|_| Err(unanswered())))
    }
}

/// The sequencer answers everyone it took; who gets no answer came while it ended. Saying less than is known is safe.
fn unanswered<R: std::fmt::Debug>() -> Rejected<R> {
    Rejected::Unknown("the ledger ended without an answer".into())
}

/// What goes wrong beside the record without stopping it. Each is the last failure, gone once it succeeds again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Troubles {
    /// The high-water file cannot be written.
    pub high_water: Option<String>,
    /// Snapshots cannot be written.
    pub snapshots: Option<String>,
    /// Old idempotency keys cannot be forgotten.
    pub forgetting: Option<String>,
}
