//! What an act is about: the parts of the page. A kind of command without its subject does not compile.

use web_kit::{Lang, words};
use world::CommandKind;

words! {
    /// The parts of the page.
    pub struct SubjectWords;

    forum() { vi: "Diễn đàn", en: "The forum" }
    report() { vi: "Báo cáo", en: "The report" }
    opinions() { vi: "Ý kiến", en: "Opinions" }
    votes() { vi: "Bày tỏ", en: "Votes" }
    outcome() { vi: "Trả lời và kết luận", en: "Answers and conclusion" }
    follow_up() { vi: "Theo dõi việc làm", en: "Follow-up" }
    people() { vi: "Văn phòng và người", en: "The office and its people" }
    portal() { vi: "Tin bài", en: "Articles" }
    record() { vi: "Sổ cái", en: "The ledger" }
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Forum,
    Report,
    Opinions,
    Votes,
    Outcome,
    FollowUp,
    People,
    Portal,
    Record,
}

impl Subject {
    /// Every part, in the order of the page.
    pub(crate) const ALL: [Subject; 9] = [
        Subject::Forum,
        Subject::Report,
        Subject::Opinions,
        Subject::Votes,
        Subject::Outcome,
        Subject::FollowUp,
        Subject::People,
        Subject::Portal,
        Subject::Record,
    ];

    /// Its heading.
    pub(crate) const fn title(self, lang: Lang) -> &'static str {
        let w = SubjectWords(lang);
        match self {
            Subject::Forum => w.forum(),
            Subject::Report => w.report(),
            Subject::Opinions => w.opinions(),
            Subject::Votes => w.votes(),
            Subject::Outcome => w.outcome(),
            Subject::FollowUp => w.follow_up(),
            Subject::People => w.people(),
            Subject::Portal => w.portal(),
            Subject::Record => w.record(),
        }
    }

    /// What an act is about.
    pub(crate) const fn of(kind: CommandKind) -> Subject {
        match kind {
            CommandKind::AnnounceForum
            | CommandKind::OpenForum
            | CommandKind::GiveDetails
            | CommandKind::PostponeForum
            | CommandKind::ExtendForum
            | CommandKind::CancelForum
            | CommandKind::CloseCollecting
            | CommandKind::CloseForum
            | CommandKind::SetAgenda
            | CommandKind::AddDocument
            | CommandKind::RecallDocument => Subject::Forum,
            CommandKind::WriteSection | CommandKind::DropSection | CommandKind::PublishReport => Subject::Report,
            CommandKind::SubmitOpinion
            | CommandKind::WithdrawOpinion
            | CommandKind::ClearOpinion
            | CommandKind::RefuseOpinion
            | CommandKind::TakeDownOpinion
            | CommandKind::MoveOpinionPrivate
            | CommandKind::AnswerPrivately
            | CommandKind::FileAppeal
            | CommandKind::DecideAppeal
            | CommandKind::RecordTurn
            | CommandKind::ConfirmTurn
            | CommandKind::ConfirmTurnAloud
            | CommandKind::FlagText
            | CommandKind::SettleFlag => Subject::Opinions,
            CommandKind::IssueSlips | CommandKind::CancelSlips | CommandKind::CastVote => Subject::Votes,
            CommandKind::GiveAnswer
            | CommandKind::RecordFinding
            | CommandKind::WithdrawFinding
            | CommandKind::WriteConclusion
            | CommandKind::WriteDirective
            | CommandKind::DropDirective
            | CommandKind::Conclude => Subject::Outcome,
            CommandKind::AcceptClause
            | CommandKind::ReportProgress
            | CommandKind::AddEvidence
            | CommandKind::RequestExtension
            | CommandKind::DecideExtension
            | CommandKind::ReportClauseDone
            | CommandKind::VerifyClause
            | CommandKind::ReopenClause
            | CommandKind::ContestClause
            | CommandKind::ClearContest
            | CommandKind::RefuseContest
            | CommandKind::AnswerContest => Subject::FollowUp,
            CommandKind::NameOffice
            | CommandKind::SetEmblem
            | CommandKind::AddOrganisation
            | CommandKind::AddPerson
            | CommandKind::RenamePerson
            | CommandKind::MovePerson
            | CommandKind::GrantRole
            | CommandKind::RevokeRole
            | CommandKind::IssueFirstInvitation
            | CommandKind::IssueInvitation
            | CommandKind::AcceptInvitation => Subject::People,
            CommandKind::SaveDraft
            | CommandKind::SubmitDraft
            | CommandKind::ReturnDraft
            | CommandKind::PublishRevision
            | CommandKind::WithdrawArticle
            | CommandKind::PublishArticle
            | CommandKind::RecordLegacyVisits => Subject::Portal,
            CommandKind::OpenLedger
            | CommandKind::ContinueLog
            | CommandKind::SetRetention
            | CommandKind::OrderErasure
            | CommandKind::ConfirmErased
            | CommandKind::Tick => Subject::Record,
        }
    }
}
