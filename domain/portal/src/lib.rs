//! News and what the portal counted before it moved here.

pub mod article;
pub mod events;
mod state;

pub use events::Event;
pub use state::{Article, LegacyVisits, Portal};

/// Why a command about the portal is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A figure is larger than the record may hold.
    FigureTooLarge,
    /// There are as many articles as there may be.
    TooMany,
    /// The old figures were recorded; the record is not rewritten.
    LegacyVisitsRecorded,
}

/// An entry names something that is not there: the record is damaged or was written by something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;
