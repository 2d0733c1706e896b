//! Kinds of earlier releases, as the events that took their place.

use super::{Event, Noted, Written};

/// Pence in a shilling: a note's balance is in pence today.
const PENCE: u64 = 12;

pub fn written(old: Written) -> Event {
    Noted {
        words: old.words,
        balance: old.shillings * PENCE,
    }
    .into()
}
