//! Forums: announced, reported to, opinions written, spoken, read and published, voted on, answered, concluded, and what
//! was directed followed up.

pub mod agenda;
pub mod announce;
pub mod answer;
pub mod appeal;
mod by;
pub mod checker;
pub mod clause;
pub mod conclusion;
pub mod contest;
pub mod dates;
mod directive;
pub mod document;
pub mod escalation;
pub mod events;
mod evidence;
mod extension;
pub mod finding;
mod numbering;
pub mod opinion;
pub mod private_track;
pub mod publication;
pub mod reading;
mod refusal;
pub mod report;
pub mod results;
pub mod small_numbers;
mod state;
pub mod turn;
mod verdict;
pub mod voice;
pub mod vote;

pub use by::By;
pub use clause::ClauseNo;
pub use events::Event;
pub use refusal::Refusal;
pub use state::{Forum, Forums, Opinion, OpinionState, Seen, Signature, Stage};

/// An entry names something that is not there: the record is damaged or was written by something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;
