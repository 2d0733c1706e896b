//! What the ledger asks of the state machine that runs over it.

use crate::entry::Entry;
use base::fact::{BlobId, Context, Exposure, Proposed, Recordable, SealedRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A pure state over a ledger. Cloning must be cheap (persistent collections): every batch clones it.
///
/// `decide` may use the state, the context and the command, and nothing else. `apply` is total: it never fails and never
/// panics; a reference that is missing raises [`Machine::faults`]. Replaying the entries gives an equal state, always.
pub trait Machine: Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// What can be asked for.
    type Command: Send + 'static;
    /// What can have happened.
    type Event: Recordable + Clone + Send + 'static;
    /// Why something is refused.
    type Refusal: std::fmt::Debug + Send + 'static;

    /// Changes whenever the shape of the state changes: snapshots of another format are ignored.
    const FORMAT: &'static str;

    /// Decides a command: the events to record, or why not. No event means there was nothing to do.
    fn decide(
        &self,
        context: &mut Context,
        command: &Self::Command,
    ) -> Result<Vec<Proposed<Self::Event>>, Self::Refusal>;
    /// Whether a command asks for something to be removed. Such a command is recorded even where a full disk allows
    /// nothing else.
    fn removes(_command: &Self::Command) -> bool {
        false
    }
    /// Takes a recorded event into the state.
    fn apply(&mut self, entry: &Entry<Self::Event>);
    /// How many references were missing while applying; 0 in an honest ledger.
    fn faults(&self) -> u64;
    /// What may be shown of a sealed value now.
    fn exposure(&self, at: SealedRef) -> Exposure;
    /// The sealed values whose exposure this entry, just applied, may have changed (its own included).
    fn touched(&self, entry: &Entry<Self::Event>) -> Vec<SealedRef>;
    /// Whether some entry names this file and it was not erased.
    fn names_blob(&self, id: BlobId) -> bool;
}
