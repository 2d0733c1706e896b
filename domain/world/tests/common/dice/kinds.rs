//! How often each kind comes: what a forum needs next, where it is on its way; one time in sixteen,
//! what news need; one time in four, anything.

use super::Dice;
use base::number::ForumNo;
use forum::Stage;
use world::CommandKind as K;
use world::World;

/// A kind and how often it comes.
type Weighted = &'static [(K, u32)];

/// Without a forum one is announced.
const NOWHERE: Weighted = &[(K::AnnounceForum, 3), (K::GrantRole, 1), (K::Tick, 1)];

const ANNOUNCED: Weighted = &[
    (K::OpenForum, 6),
    (K::SetAgenda, 2),
    (K::WriteSection, 4),
    (K::DropSection, 1),
    (K::PublishReport, 2),
    (K::AddDocument, 1),
    (K::GiveDetails, 1),
    (K::IssueSlips, 1),
    (K::RecordTurn, 1),
    (K::Tick, 1),
];

const COLLECTING: Weighted = &[
    (K::SubmitOpinion, 12),
    (K::ClearOpinion, 10),
    (K::Tick, 8),
    (K::CastVote, 14),
    (K::IssueSlips, 2),
    (K::CancelSlips, 1),
    (K::RecordTurn, 3),
    (K::ConfirmTurn, 1),
    (K::ConfirmTurnAloud, 2),
    (K::RefuseOpinion, 2),
    (K::WithdrawOpinion, 2),
    (K::MoveOpinionPrivate, 1),
    (K::AnswerPrivately, 1),
    (K::TakeDownOpinion, 1),
    (K::FileAppeal, 2),
    (K::DecideAppeal, 2),
    (K::WriteSection, 2),
    (K::PublishReport, 2),
    (K::SetAgenda, 1),
    (K::GiveAnswer, 1),
    (K::RecordFinding, 1),
    (K::WriteConclusion, 1),
    (K::WriteDirective, 1),
    (K::Conclude, 2),
    (K::CloseCollecting, 2),
    (K::ExtendForum, 1),
    (K::PostponeForum, 1),
    (K::FlagText, 1),
    (K::SettleFlag, 1),
];

const IN_SESSION: Weighted = &[
    (K::RecordTurn, 3),
    (K::ConfirmTurnAloud, 3),
    (K::ConfirmTurn, 1),
    (K::ClearOpinion, 4),
    (K::Tick, 5),
    (K::GiveAnswer, 2),
    (K::RecordFinding, 5),
    (K::WithdrawFinding, 1),
    (K::WriteConclusion, 4),
    (K::WriteDirective, 6),
    (K::DropDirective, 1),
    (K::Conclude, 5),
    (K::TakeDownOpinion, 1),
    (K::FileAppeal, 1),
    (K::DecideAppeal, 1),
    (K::WithdrawOpinion, 1),
];

const FOLLOWING_UP: Weighted = &[
    (K::AcceptClause, 3),
    (K::ReportProgress, 2),
    (K::AddEvidence, 7),
    (K::RequestExtension, 2),
    (K::DecideExtension, 2),
    (K::ReportClauseDone, 6),
    (K::VerifyClause, 6),
    (K::ReopenClause, 2),
    (K::ContestClause, 4),
    (K::ClearContest, 2),
    (K::RefuseContest, 1),
    (K::AnswerContest, 2),
    (K::Tick, 8),
    (K::CloseForum, 5),
    (K::GiveAnswer, 1),
    // Whoever waits for an answer keeps a forum from ending.
    (K::ClearOpinion, 2),
    (K::DecideAppeal, 2),
    (K::AnswerPrivately, 2),
    (K::FlagText, 1),
    (K::SettleFlag, 1),
];

/// What is left when a forum is over: another one, appeals, contests, erasure by timetable.
const OVER: Weighted = &[
    (K::AnnounceForum, 4),
    (K::Tick, 4),
    (K::FileAppeal, 1),
    (K::DecideAppeal, 1),
    (K::ContestClause, 1),
    (K::ConfirmErased, 1),
    (K::SetRetention, 1),
];

const NEWS: Weighted = &[
    (K::SaveDraft, 5),
    (K::SubmitDraft, 4),
    (K::ReturnDraft, 1),
    (K::PublishRevision, 4),
    (K::WithdrawArticle, 1),
    (K::PublishArticle, 1),
    (K::FlagText, 1),
    (K::SettleFlag, 1),
];

fn weighted(from: Weighted, throw: u32) -> K {
    let all: u32 = from.iter().map(|(_, weight)| weight).sum();
    let mut throw = throw % all;
    for (kind, weight) in from {
        if throw < *weight {
            return *kind;
        }
        throw -= weight;
    }
    from[0].0
}

/// The kind these dice want.
pub fn kind(world: &World, forum: ForumNo, dice: Dice) -> K {
    if dice.kind % 4 == 3 {
        return K::ALL[(usize::from(dice.kind / 4) + usize::from(dice.c)) % K::ALL.len()];
    }
    let throw = u32::from(dice.kind / 4) + 64 * u32::from(dice.a % 4) + u32::from(dice.b);
    if dice.kind % 16 == 2 {
        return weighted(NEWS, throw);
    }
    match world.forums.forums.get(&forum).map(|forum| forum.stage) {
        None => weighted(NOWHERE, throw),
        Some(Stage::Announced) => weighted(ANNOUNCED, throw),
        Some(Stage::Collecting) => weighted(COLLECTING, throw),
        Some(Stage::InSession) => weighted(IN_SESSION, throw),
        Some(Stage::Concluded | Stage::FollowingUp) => weighted(FOLLOWING_UP, throw),
        Some(Stage::Closed | Stage::Cancelled) => weighted(OVER, throw),
    }
}
