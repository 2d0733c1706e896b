//! A log that had to end, and the record that goes on under another key and name: what was lost is said in public.

use crate::World;
use crate::events::{EndReason, Event, LogContinued, Signed, record};
use base::fact::{Digest32, Proposed};
use ledger::note::VerifierKey;
use serde::{Deserialize, Serialize};

/// Why a log is not said to have ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was recorded: a new log can simply begin.
    NothingRecorded,
    /// What the ended log is known to have signed does not fit the reason.
    Signed,
}

/// What is known of a log that ends. The state keeps it in this form: a snapshot's format knows no fields that are left
/// out, as an entry leaves out what is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Its public key, which holds its name.
    pub ended: VerifierKey,
    /// Entries that are here and are carried over.
    pub size: u64,
    /// Root over them.
    pub root: Digest32,
    /// Why it ends.
    pub reason: EndReason,
    /// The highest checkpoint it is known to have signed, when the entries here do not extend it.
    pub signed: Option<Signed>,
}

/// Says that a log ended and that the record goes on after `size` entries.
pub(crate) fn go_on(world: &World, ending: &Ending) -> Result<Proposed<Event>, Refusal> {
    if !world.begun {
        return Err(Refusal::NothingRecorded);
    }
    let beyond = ending.signed.map(|signed| signed.size > ending.size);
    let fits = match ending.reason {
        EndReason::EntriesMissing => beyond == Some(true),
        EndReason::EntriesReplaced => beyond.is_some(),
        EndReason::KeyLost | EndReason::KeyExposed => beyond.is_none(),
    };
    if !fits {
        return Err(Refusal::Signed);
    }
    let continued = LogContinued::from(ending);
    Ok(Proposed::new(Event::Record(record::Event::LogContinued(continued))))
}

impl From<&Ending> for LogContinued {
    fn from(ending: &Ending) -> LogContinued {
        LogContinued {
            ended: ending.ended.clone(),
            size: ending.size,
            root: ending.root,
            reason: ending.reason,
            signed: ending.signed,
        }
    }
}

impl From<&LogContinued> for Ending {
    fn from(continued: &LogContinued) -> Ending {
        Ending {
            ended: continued.ended.clone(),
            size: continued.size,
            root: continued.root,
            reason: continued.reason,
            signed: continued.signed,
        }
    }
}

impl Ending {
    /// Numbers of entries that were acknowledged and are not those of this record, as far as is known: the first one,
    /// and the first one after them.
    pub fn missing(&self) -> Option<(u64, u64)> {
        let to = self.signed?.size;
        (to > self.size).then_some((self.size, to))
    }

    /// Whether it says that the first `size` entries the ended log had signed are not all here any more.
    pub fn admits(&self, size: u64) -> bool {
        let known = self.signed.is_some_and(|signed| size <= signed.size);
        match self.reason {
            EndReason::EntriesMissing => known && size > self.size,
            EndReason::EntriesReplaced => known,
            EndReason::KeyLost | EndReason::KeyExposed => false,
        }
    }
}

impl World {
    /// Logs this record went on from, each with the number of the entry that says so, oldest first.
    pub fn ended_logs(&self) -> impl DoubleEndedIterator<Item = (u64, &Ending)> {
        self.ended_logs.iter().map(|(seq, log)| (*seq, log))
    }
}
