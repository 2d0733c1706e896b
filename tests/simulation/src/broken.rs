//! Databases that break the contract of [`Store`], each in one way. The simulation has to find every one of them out: a
//! check that cannot fail proves nothing.

use ledger::store::{AppendError, Batch, Settled, Store};
use storage::Memory;

/// A way to break the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Compares the size alone, so that deposed leaders and late requests still write.
    IgnoresEpoch,
    /// Says that all is kept and keeps nothing, as a disk does whose cache lies.
    KeepsNothing,
    /// Keeps the first half of a batch of several entries and says that all is kept.
    KeepsHalf,
    /// Keeps the entries without their idempotency keys.
    LosesKeys,
    /// Keeps the entries without their words.
    LosesWords,
    /// Keeps the entries without their tiles.
    LosesTiles,
    /// Settles a batch it kept as one it did not keep.
    SettlesKeptAsNot,
    /// Settles a batch it did not keep as kept.
    SettlesNotAsKept,
    /// Settles without raising the epoch, so that what is still on its way comes after all.
    SettlesInPlace,
    /// Gives the lead away without raising the epoch.
    LeadsTwice,
    /// Loses the last batch when it crashes, as one does that answers before it writes.
    LosesLastBatch,
    /// Says that words and files are gone and keeps them.
    ErasesNothing,
    /// Forgets idempotency keys that are not old yet.
    ForgetsTooMuch,
    /// Says that a file is kept and does not keep it.
    LosesFiles,
}

impl Broken {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::IgnoresEpoch,
        Self::KeepsNothing,
        Self::KeepsHalf,
        Self::LosesKeys,
        Self::LosesWords,
        Self::LosesTiles,
        Self::SettlesKeptAsNot,
        Self::SettlesNotAsKept,
        Self::SettlesInPlace,
        Self::LeadsTwice,
        Self::LosesLastBatch,
        Self::ErasesNothing,
        Self::ForgetsTooMuch,
        Self::LosesFiles,
    ];

    /// The batch it keeps in place of the one it was given; none if it keeps nothing.
    pub(crate) fn kept(self, batch: &Batch) -> Option<Batch> {
        let mut batch = batch.clone();
        match self {
            Self::KeepsNothing => return None,
            Self::KeepsHalf => halve(&mut batch),
            Self::LosesKeys => batch.once.clear(),
            Self::LosesWords => batch.sealed.clear(),
            Self::LosesTiles => batch.tiles.clear(),
            _ => {}
        }
        Some(batch)
    }

    /// Appends under its own idea of the present epoch.
    pub(crate) fn append(self, memory: &Memory, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        let epoch = match self {
            Self::IgnoresEpoch => memory.head().map_or(epoch, |head| head.epoch),
            _ => epoch,
        };
        memory.append(epoch, batch)
    }

    /// Settles in its own way.
    pub(crate) fn settle(self, memory: &Memory, epoch: u64, batch: &Batch) -> Settled {
        if self == Self::SettlesInPlace {
            return match memory.head() {
                Ok(head) if head.epoch != epoch => Settled::Superseded,
                Ok(head) if head.size == batch.first => Settled::NotKept { epoch },
                Ok(head) if head.checkpoint == batch.checkpoint => Settled::Kept { epoch },
                _ => Settled::Superseded,
            };
        }
        match (self, memory.settle(epoch, batch)) {
            (Self::SettlesKeptAsNot, Settled::Kept { epoch }) => Settled::NotKept { epoch },
            (Self::SettlesNotAsKept, Settled::NotKept { epoch }) => Settled::Kept { epoch },
            (_, settled) => settled,
        }
    }
}

/// Cuts a batch of several entries in the middle.
fn halve(batch: &mut Batch) {
    batch.entries.truncate(batch.entries.len().div_ceil(2));
    let end = batch.first + batch.entries.len() as u64;
    batch.sealed.retain(|sealed| sealed.at.seq < end);
    batch.once.retain(|row| row.seq < end);
}
