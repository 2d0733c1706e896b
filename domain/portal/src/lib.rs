//! News and what the portal counted before it moved here.
//!
//! An article is a list of revisions: saved, submitted, returned or published by somebody else, corrected with a public
//! note, withdrawn with a public reason. No revision is ever altered or dropped.

mod apply;
pub mod article;
pub mod draft;
pub mod events;
mod exposure;
pub mod review;
mod state;
pub mod withdrawal;

pub use events::Event;
pub use state::{
    Act, Address, Article, LegacyVisits, Portal, PublicArticle, Revision, RevisionId, RevisionState, Withdrawal,
};

/// Why a command about the portal is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A figure is larger than the record may hold.
    FigureTooLarge,
    /// There are as many articles as there may be.
    TooMany,
    /// The old figures were recorded; the record is not rewritten.
    LegacyVisitsRecorded,
    /// No article has this number.
    NoSuchArticle,
    /// The article has no revision of this number.
    NoSuchRevision,
    /// The article has as many revisions as it may have.
    TooManyRevisions,
    /// Somebody was faster: this revision is the one to look at now. Nothing is lost, both can be read.
    ChangedMeanwhile(u32),
    /// The revision is not a draft: it waits for review, was returned or was published.
    NotADraft,
    /// The revision does not wait for review.
    NotSubmitted,
    /// Who reviews a revision is not who saved it.
    OwnRevision,
    /// A draft is returned and an article withdrawn with a reason.
    ReasonNeeded,
    /// What was published before is corrected with a public note.
    NoteNeeded,
    /// Nothing was published before: there is nothing a note could correct.
    NothingToCorrect,
    /// The article was never published.
    NotPublished,
    /// The article was withdrawn.
    AlreadyWithdrawn,
}

/// An entry names something that is not there: the record is damaged or was written by something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;
