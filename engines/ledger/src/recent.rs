//! What proves the newest entries, each in the tree that ends with it, kept from when they were recorded: their receipts
//! are asked for at once, and need neither be read from the store nor hashed again.

use crate::tree::Hash;
use std::collections::VecDeque;

/// Entries that are kept: about 1.5 MiB in a tree of a million.
pub(crate) const RECENT_ENTRIES_MAX: usize = 4_096;

/// What proves one entry.
#[derive(Clone)]
pub(crate) struct Own {
    /// Its leaf.
    pub(crate) leaf: Hash,
    /// The inclusion proof in the tree that ends with it.
    pub(crate) hashes: Vec<Hash>,
}

/// The newest entries.
#[derive(Default)]
pub(crate) struct Recent {
    first: u64,
    kept: VecDeque<Own>,
}

impl Recent {
    /// Takes in a batch that became durable.
    pub(crate) fn extend(&mut self, first: u64, batch: Vec<Own>) {
        if self.first + self.kept.len() as u64 != first {
            self.kept.clear();
            self.first = first;
        }
        self.kept.extend(batch);
        let gone = self.kept.len().saturating_sub(RECENT_ENTRIES_MAX);
        self.kept.drain(..gone);
        self.first += gone as u64;
    }

    /// What proves an entry, if it is one of the newest.
    pub(crate) fn get(&self, seq: u64) -> Option<Own> {
        let place = usize::try_from(seq.checked_sub(self.first)?).ok()?;
        self.kept.get(place).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(number: u8) -> Own {
        Own {
            leaf: [number; 32],
            hashes: Vec::new(),
        }
    }

    #[test]
    fn the_newest_are_kept_and_a_gap_begins_anew() {
        let mut recent = Recent::default();
        recent.extend(7, vec![own(7), own(8)]);
        recent.extend(9, vec![own(9)]);
        let leaf = |recent: &Recent, seq| recent.get(seq).map(|own| own.leaf[0]);
        assert_eq!(
            [6, 7, 9, 10].map(|seq| leaf(&recent, seq)),
            [None, Some(7), Some(9), None]
        );
        recent.extend(12, vec![own(12)]);
        assert_eq!([9, 11, 12].map(|seq| leaf(&recent, seq)), [None, None, Some(12)]);
        recent.extend(13, vec![own(1); RECENT_ENTRIES_MAX]);
        assert_eq!((leaf(&recent, 12), leaf(&recent, 13)), (None, Some(1)));
    }
}
