//! What everyone reads: one immutable picture of the ledger after a batch.

use crate::machine::Machine;
use crate::store::{Sealed, Store};
use crate::tree::{Edge, Hash};
use crate::words::genuine;
use base::fact::{Exposure, SealedRef};
use base::time::Hour;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Public words that could not be read before and are tried again with each batch, at most.
const RETRIES_PER_BATCH_MAX: usize = 16;

/// The ledger after a batch: everything in it is durable and under the signed checkpoint.
pub struct View<M> {
    /// The state.
    pub state: M,
    /// The words that may be shown to anyone.
    pub texts: Texts,
    /// Number of entries.
    pub size: u64,
    /// Root of the tree over them.
    pub root: Hash,
    /// The signed checkpoint of exactly this size and root. It is shown to holders of receipts; the world sees
    /// [`Public`].
    pub signed: Arc<str>,
    /// Hour of the last entry.
    pub last_at: Option<Hour>,
    /// Public words that are missing here because the store failed to give them.
    pub text_faults: u64,
    pub(crate) edge: Edge,
}

/// The checkpoint shown to the world. It moves rarely, so that nobody watching the log can tell when someone wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    /// Number of entries.
    pub size: u64,
    /// Root of the tree over them.
    pub root: Hash,
    /// The checkpoint as a signed note.
    pub signed: Arc<str>,
}

/// Words by the place of their commitment; public ones only. Cloning is cheap.
#[derive(Clone, Default)]
pub struct Texts {
    words: imbl::OrdMap<SealedRef, Arc<str>>,
    /// Public, but the store did not give them.
    missing: imbl::OrdSet<SealedRef>,
}

impl Texts {
    /// The words at a place, if they are public.
    pub fn get(&self, at: SealedRef) -> Option<&str> {
        self.words.get(&at).map(|words| &**words)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All of them, by entry and field.
    pub fn iter(&self) -> impl Iterator<Item = (SealedRef, &str)> {
        self.words.iter().map(|(at, words)| (*at, &**words))
    }

    /// How many public words the store failed to give.
    pub(crate) fn faults(&self) -> u64 {
        self.missing.len() as u64
    }

    /// Public words that are not the ones their entry commits to.
    pub(crate) fn miss(&mut self, at: SealedRef) {
        self.missing.insert(at);
    }

    /// Takes in a value of the first scan.
    pub(crate) fn insert(&mut self, at: SealedRef, words: &str) {
        self.words.insert(at, words.into());
    }

    /// Follows the state after a batch: what became public comes in, what ceased to be goes out. `fresh` are the
    /// batch's own values, ordered by place; older ones are read from the store.
    ///
    /// A value that cannot be read is missing on pages until it can; it is counted, never hidden, and does not stop
    /// the batch: the record itself is not affected.
    pub(crate) fn follow<M: Machine>(
        &mut self,
        state: &M,
        mut touched: BTreeSet<SealedRef>,
        fresh: &[Sealed],
        store: &impl Store,
    ) {
        touched.extend(self.missing.iter().take(RETRIES_PER_BATCH_MAX).copied());
        for at in touched {
            if state.exposure(at) != Exposure::Public {
                self.words.remove(&at);
                self.missing.remove(&at);
                continue;
            }
            if self.words.contains_key(&at) {
                continue;
            }
            let words: Option<Arc<str>> = match fresh.binary_search_by_key(&at, |sealed| sealed.at) {
                Ok(place) => Some(fresh[place].value.as_str().into()),
                Err(_) => genuine(store, at).ok().flatten().map(|sealed| sealed.value.into()),
            };
            match words {
                Some(words) => {
                    self.missing.remove(&at);
                    self.words.insert(at, words);
                }
                None => {
                    self.missing.insert(at);
                }
            }
        }
    }
}
