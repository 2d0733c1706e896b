//! The four together: one state, one set of commands and events, one table of rights. Pure.

mod apply;
pub mod command;
mod decide;
pub mod ending;
pub mod erasure;
pub mod events;
pub mod flag;
pub mod rights;
mod sealed;

pub use command::{Command, CommandKind};
pub use events::{Event, LegalBasis};

use base::fact::{BlobId, SealedRef};
use erasure::Erasure;
use imbl::{OrdMap, OrdSet};
use rights::Holder;
use sealed::Field;
use serde::{Deserialize, Serialize};

/// Everything that is known. A snapshot of it is one cheap clone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// The office, its organisations and people.
    pub people: people::People,
    /// Forums and opinions.
    pub forums: forum::Forums,
    /// News.
    pub portal: portal::Portal,
    /// Version of the record's form, as its first line says.
    pub format: Option<u32>,
    /// There is a first line, whatever it says.
    begun: bool,
    /// Logs this record went on from, by the entry that says so.
    ended_logs: OrdMap<u64, ending::Ending>,
    /// Orders to erase, by number.
    pub erasures: OrdMap<u32, Erasure>,
    /// Orders the store has not reported done.
    open_orders: OrdSet<u32>,
    /// Sealed values that are hidden or gone, with the number of the order.
    erased: OrdMap<SealedRef, u32>,
    /// Sealed fields whose exposure was settled when they were recorded.
    fields: OrdMap<SealedRef, Field>,
    /// Reports of texts by number.
    pub flags: OrdMap<u32, flag::Flag>,
    /// Those that wait.
    open_flags: OrdSet<u32>,
    /// Files and the fields that name them.
    blobs: OrdMap<BlobId, SealedRef>,
    /// The same the other way round.
    files: OrdMap<SealedRef, BlobId>,
    /// References that were missing while applying; 0 in an honest ledger.
    faults: u64,
}

/// Why a command is refused. Surfaces turn it into one sentence with the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The actor has none of the rights the command needs.
    NotAllowed(&'static [Holder]),
    /// By the rules about people.
    People(people::Refusal),
    /// By the rules about forums.
    Forum(forum::Refusal),
    /// By the rules about the portal.
    Portal(portal::Refusal),
    /// By the rules about erasure.
    Erasure(erasure::Refusal),
    /// By the rules about reported texts.
    Flag(flag::Refusal),
    /// By the rules about logs that end.
    Ending(ending::Refusal),
}

impl From<people::Refusal> for Refusal {
    fn from(why: people::Refusal) -> Self {
        Refusal::People(why)
    }
}
impl From<forum::Refusal> for Refusal {
    fn from(why: forum::Refusal) -> Self {
        Refusal::Forum(why)
    }
}
impl From<portal::Refusal> for Refusal {
    fn from(why: portal::Refusal) -> Self {
        Refusal::Portal(why)
    }
}
impl From<erasure::Refusal> for Refusal {
    fn from(why: erasure::Refusal) -> Self {
        Refusal::Erasure(why)
    }
}
impl From<flag::Refusal> for Refusal {
    fn from(why: flag::Refusal) -> Self {
        Refusal::Flag(why)
    }
}
impl From<ending::Refusal> for Refusal {
    fn from(why: ending::Refusal) -> Self {
        Refusal::Ending(why)
    }
}
