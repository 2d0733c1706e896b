//! One append-only, hash-chained ledger, generic over a pure state [`Machine`](machine::Machine); it knows no forum.
//!
//! Pure parts: [`tree`] (RFC 6962), [`tile`] (C2SP tlog-tiles), [`note`] and [`checkpoint`] (C2SP signed notes),
//! [`proof`] (C2SP tlog-proof), [`entry`] (exact bytes). IO enters through [`store::Store`] alone.
//!
//! The engine: [`Ledger::open`] proves and rebuilds, [`Ledger::submit`] hands a command to the one thread that decides
//! and records, [`Ledger::view`] is what everyone reads, [`Ledger::public`] is what the world sees of the log.

pub mod checkpoint;
pub mod entry;
pub mod machine;
pub mod note;
pub mod proof;
pub mod store;
pub mod tile;
pub mod tree;

mod batch;
mod erase;
mod high_water;
mod ledger;
mod line;
mod once;
mod open;
mod options;
mod outcome;
mod publish;
mod recent;
mod replay;
mod sequencer;
mod snapshot;
mod standing;
mod view;
mod words;

pub use high_water::HIGH_WATER_EVERY;
pub use ledger::{Ledger, StartReport};
pub use line::Flow;
pub use once::{ONCE_DAYS_KEPT, Once, RECEIPT_BYTES};
pub use open::{CLOCK_BEHIND_HOURS_MAX, Extent, OpenError, extent};
pub use options::{
    Clock, HighWaterFile, LEAD_CHECKED_EVERY, Monotonic, OnTrouble, Options, PUBLISH_EVERY, SNAPSHOT_EVERY_ENTRIES,
    SnapshotShelf, Source, system_clock, system_entropy,
};
pub use outcome::{Fatal, Pending, Recorded, Rejected, Troubles};
pub use publish::ProofUnavailable;
pub use replay::{ReplayError, replay};
pub use sequencer::{BATCH_BYTES_MAX, BATCH_COMMANDS_MAX, QUEUE_COMMANDS_MAX, Turn};
pub use snapshot::{SNAPSHOTS_KEPT, is_sealed_snapshot, open_snapshot, snapshot_covers};
pub use standing::Standing;
pub use view::{Public, Texts, View};
