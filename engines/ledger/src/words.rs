//! Sealed words are believed only when they open the commitment in their entry: whoever changes them in the store makes
//! them unreadable, not different.

use crate::entry;
use crate::ledger::Ledger;
use crate::machine::Machine;
use crate::store::{Sealed, Store, StoreError};
use base::fact::{Commitment, SealedRef};

impl<M: Machine, S: Store> Ledger<M, S> {
    /// A sealed value that opens its commitment; none when the store has none (erased, or never there). Who may see it is
    /// for the caller to decide.
    ///
    /// # Errors
    /// The store failed, or holds other words than the entry commits to ([`StoreError::Damaged`]).
    pub fn unseal(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        genuine(self.store(), at)
    }
}

/// Reads a sealed value and compares it with its entry.
pub(crate) fn genuine(store: &impl Store, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
    match store.sealed(at)? {
        Some(sealed) if is_genuine(store, &sealed)? => Ok(Some(sealed)),
        Some(_) => Err(StoreError::Damaged(format!(
            "field {} of entry {} does not open its commitment",
            at.field, at.seq
        ))),
        None => Ok(None),
    }
}

/// Whether a sealed value opens the commitment in its entry.
pub(crate) fn is_genuine(store: &impl Store, sealed: &Sealed) -> Result<bool, StoreError> {
    let mut committed = None;
    store.entries(sealed.at.seq, sealed.at.seq + 1, &mut |_, bytes| {
        committed = entry::commitment(bytes, sealed.at.field);
        false
    })?;
    Ok(committed == Some(Commitment::of(&sealed.salt, sealed.value.as_bytes())))
}
