//! Forums: announced, opened, opinions written, read, published and taken back.

pub mod announce;
pub mod events;
pub mod opinion;
pub mod publication;
pub mod reading;
mod state;

pub use events::Event;
pub use state::{Forum, Forums, Opinion, OpinionState, Seen, Signature, Stage};

use base::number::ForumNo;

/// Why a command about forums is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No forum has this number.
    NoSuchForum,
    /// The number is taken.
    ForumExists(ForumNo),
    /// The last day for opinions is over already.
    ClosesInThePast,
    /// The day of the forum is before the last day for opinions.
    DayBeforeClosing,
    /// The day of the forum is further away than a forum is announced ahead.
    TooFarAhead,
    /// Opinions can be taken only once the forum was announced and before they are closed.
    NotAnnounced,
    /// The forum does not take opinions yet.
    NotOpenYet,
    /// The forum takes no more opinions.
    Closed,
    /// No opinion has this number, or no receipt has this code.
    NoSuchOpinion,
    /// The opinion was read already.
    AlreadyRead,
    /// The opinion is published: it stays.
    AlreadyPublished,
    /// The author took the opinion back.
    Withdrawn,
    /// The forum has as many opinions as it may have.
    TooMany,
    /// The receipt is another opinion's: the form was sent before, longer ago than forms are remembered.
    ReceiptTaken,
}

/// An entry names something that is not there: the record is damaged or was written by something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;
