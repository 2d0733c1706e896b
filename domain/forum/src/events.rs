//! What is recorded about forums. No free text: words are sealed.

pub mod agenda;
pub mod answer;
pub mod clause;
pub mod conclusion;
pub mod document;
pub mod file;
pub mod finding;
pub mod life;
pub mod opinion;
pub mod reading;
pub mod report;
pub mod vote;

pub use agenda::{AgendaItem, AgendaSet};
pub use answer::{AnswerForm, AnswerGiven};
pub use clause::{
    ClauseAccepted, ClauseContested, ClauseReopened, ClauseReportedDone, ClauseVerified, ContestAnswered,
    ContestCleared, ContestRefused, DirectiveEscalated, EvidenceAdded, EvidenceSort, ExtensionDecided,
    ExtensionRequested, Outcome, ProgressReported,
};
pub use conclusion::{Clause, Concluded, ConclusionWritten, DirectiveDropped, DirectiveWritten, Due};
pub use document::{DocumentAdded, DocumentRecalled, DocumentSort};
pub use file::{FileKind, FileRef};
pub use finding::{FindingRecorded, FindingSort, FindingWithdrawn};
pub use life::{Announced, Cancelled, Closed, CollectingClosed, DetailsGiven, Extended, Opened, Postponed};
pub use opinion::{About, Channel, Confirmation, Nature, OpinionSubmitted, Signed, SpeakerRole, TurnConfirmed};
pub use reading::{
    AppealDecided, AppealFiled, LawfulReason, Numbered, OpinionCleared, OpinionMovedPrivate, OpinionRefused,
    OpinionTakenDown, OpinionWithdrawn, OpinionsPublished, PrivateAnswerGiven,
};
pub use report::{Figure, Paragraph, ReportPublished, SectionDropped, SectionWritten};
pub use vote::{Choice, Entering, SlipsCancelled, SlipsIssued, VoteCast, VotesPublished};

use base::fact::FieldName;
use base::kinds;
use base::number::ForumNo;

/// Sealed: the title of a forum or document.
pub const TITLE: FieldName = FieldName::of("title");
/// Sealed: what a forum is for, in a sentence or two.
pub const PURPOSE: FieldName = FieldName::of("purpose");
/// Sealed: the statement others vote on.
pub const STATEMENT: FieldName = FieldName::of("statement");
/// Sealed: the reasons for a statement.
pub const REASONS: FieldName = FieldName::of("reasons");
/// Sealed: the name under an opinion.
pub const NAME: FieldName = FieldName::of("name");
/// Sealed, never public: the number of the person who did it.
pub const PERSON: FieldName = FieldName::of("person");
/// Sealed: why something was decided or changed.
pub const REASON: FieldName = FieldName::of("reason");
/// Sealed: the words of an answer, finding, conclusion, directive or report of progress.
pub const TEXT: FieldName = FieldName::of("text");

kinds! {
    /// What is recorded about forums.
    pub enum Event {
        "forum.announced" public => Announced,
        "forum.opened" public => Opened,
        "forum.details_given" public => DetailsGiven,
        "forum.postponed" public => Postponed,
        "forum.extended" public => Extended,
        "forum.cancelled" public => Cancelled,
        "forum.collecting_closed" public => CollectingClosed,
        "forum.closed" public => Closed,
        "forum.agenda_set" public => AgendaSet,
        "forum.document_added" public => DocumentAdded,
        "forum.document_recalled" public => DocumentRecalled,
        "forum.section_written" public => SectionWritten,
        "forum.section_dropped" public => SectionDropped,
        "forum.report_published" public => ReportPublished,
        "forum.opinion_submitted" public => OpinionSubmitted,
        "forum.turn_confirmed" public => TurnConfirmed,
        "forum.opinion_cleared" public => OpinionCleared,
        "forum.opinion_refused" public => OpinionRefused,
        "forum.opinion_withdrawn" public => OpinionWithdrawn,
        "forum.opinions_published" public => OpinionsPublished,
        "forum.opinion_taken_down" public => OpinionTakenDown,
        "forum.appeal_filed" public => AppealFiled,
        "forum.appeal_decided" public => AppealDecided,
        "forum.opinion_moved_private" public => OpinionMovedPrivate,
        "forum.private_answer_given" public => PrivateAnswerGiven,
        "forum.slips_issued" private => SlipsIssued,
        "forum.slips_cancelled" private => SlipsCancelled,
        "forum.vote_cast" private => VoteCast,
        "forum.votes_published" public => VotesPublished,
        "forum.answer_given" public => AnswerGiven,
        "forum.finding_recorded" public => FindingRecorded,
        "forum.finding_withdrawn" public => FindingWithdrawn,
        "forum.conclusion_written" public => ConclusionWritten,
        "forum.directive_written" public => DirectiveWritten,
        "forum.directive_dropped" public => DirectiveDropped,
        "forum.concluded" public => Concluded,
        "forum.clause_accepted" public => ClauseAccepted,
        "forum.progress_reported" public => ProgressReported,
        "forum.evidence_added" public => EvidenceAdded,
        "forum.extension_requested" public => ExtensionRequested,
        "forum.extension_decided" public => ExtensionDecided,
        "forum.clause_reported_done" public => ClauseReportedDone,
        "forum.clause_verified" public => ClauseVerified,
        "forum.clause_reopened" public => ClauseReopened,
        "forum.clause_contested" public => ClauseContested,
        "forum.contest_cleared" public => ContestCleared,
        "forum.contest_refused" public => ContestRefused,
        "forum.contest_answered" public => ContestAnswered,
        "forum.directive_escalated" public => DirectiveEscalated,
    }
}

impl Event {
    /// The forum it is about.
    pub fn forum(&self) -> ForumNo {
        match self {
            Event::Announced(e) => e.forum,
            Event::Opened(e) => e.forum,
            Event::DetailsGiven(e) => e.forum,
            Event::Postponed(e) => e.forum,
            Event::Extended(e) => e.forum,
            Event::Cancelled(e) => e.forum,
            Event::CollectingClosed(e) => e.forum,
            Event::Closed(e) => e.forum,
            Event::AgendaSet(e) => e.forum,
            Event::DocumentAdded(e) => e.forum,
            Event::DocumentRecalled(e) => e.forum,
            Event::SectionWritten(e) => e.forum,
            Event::SectionDropped(e) => e.forum,
            Event::ReportPublished(e) => e.forum,
            Event::OpinionSubmitted(e) => e.forum,
            Event::TurnConfirmed(e) => e.forum,
            Event::OpinionCleared(e) => e.forum,
            Event::OpinionRefused(e) => e.forum,
            Event::OpinionWithdrawn(e) => e.forum,
            Event::OpinionsPublished(e) => e.forum,
            Event::OpinionTakenDown(e) => e.forum,
            Event::AppealFiled(e) => e.forum,
            Event::AppealDecided(e) => e.forum,
            Event::OpinionMovedPrivate(e) => e.forum,
            Event::PrivateAnswerGiven(e) => e.forum,
            Event::SlipsIssued(e) => e.forum,
            Event::SlipsCancelled(e) => e.forum,
            Event::VoteCast(e) => e.forum,
            Event::VotesPublished(e) => e.forum,
            Event::AnswerGiven(e) => e.forum,
            Event::FindingRecorded(e) => e.forum,
            Event::FindingWithdrawn(e) => e.forum,
            Event::ConclusionWritten(e) => e.forum,
            Event::DirectiveWritten(e) => e.forum,
            Event::DirectiveDropped(e) => e.forum,
            Event::Concluded(e) => e.forum,
            Event::ClauseAccepted(e) => e.forum,
            Event::ProgressReported(e) => e.forum,
            Event::EvidenceAdded(e) => e.forum,
            Event::ExtensionRequested(e) => e.forum,
            Event::ExtensionDecided(e) => e.forum,
            Event::ClauseReportedDone(e) => e.forum,
            Event::ClauseVerified(e) => e.forum,
            Event::ClauseReopened(e) => e.forum,
            Event::ClauseContested(e) => e.forum,
            Event::ContestCleared(e) => e.forum,
            Event::ContestRefused(e) => e.forum,
            Event::ContestAnswered(e) => e.forum,
            Event::DirectiveEscalated(e) => e.forum,
        }
    }

    /// The opinions it is about, by the entries that received them.
    pub(crate) fn opinions(&self) -> Vec<u64> {
        match self {
            Event::OpinionsPublished(e) => e.opinions.iter().map(|one| one.opinion).collect(),
            Event::TurnConfirmed(e) => vec![e.opinion],
            Event::OpinionCleared(e) => vec![e.opinion],
            Event::OpinionRefused(e) => vec![e.opinion],
            Event::OpinionWithdrawn(e) => vec![e.opinion],
            Event::OpinionTakenDown(e) => vec![e.opinion],
            Event::AppealFiled(e) => vec![e.opinion],
            Event::AppealDecided(e) => vec![e.opinion],
            Event::OpinionMovedPrivate(e) => vec![e.opinion],
            Event::PrivateAnswerGiven(e) => vec![e.opinion],
            _ => Vec::new(),
        }
    }
}
