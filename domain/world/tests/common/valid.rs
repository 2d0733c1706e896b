//! A command of every kind that nothing speaks against but the rights.

mod clauses;

use super::ground::{
    ANNOUNCED, COLLECTING, CONCLUDED, DRAFT, FOLLOWING_UP, Ground, IN_SESSION, STANDING, SUBMITTED, TRIED_OF,
    conclusion, directive, document, section, turn,
};
use super::office::FORCE;
use super::{announcement, blob, date, digest, forum_no, log_key, organisation, person, plain, submit};
use base::fact::SealedRef;
use forum::agenda::ItemDraft;
use forum::answer::AnswerDraft;
use forum::conclusion::Conclude;
use forum::dates::DetailsDraft;
use forum::events::{AnswerForm, Choice, FindingSort, LawfulReason, STATEMENT};
use people::role::{OrganisationKind, Role, Scope};
use portal::LegacyVisits;
use portal::article::Draft;
use world::ending::Ending;
use world::events::{EndReason, FlagOutcome};
use world::{Command, CommandKind as K, LegalBasis};

const WHY: &str = "Vì lý do chính đáng của văn phòng";

pub fn valid(kind: K, ground: &Ground) -> Command {
    of_office(kind, ground)
        .or_else(|| before(kind, ground))
        .or_else(|| opinions(kind, ground))
        .or_else(|| outcome(kind, ground))
        .or_else(|| clauses::command(kind))
        .unwrap_or_else(|| panic!("no valid {kind:?}"))
}

/// The forum a valid command of this kind is about, for those whose rights may hold in one forum alone.
pub fn forum_of(kind: K) -> Option<u8> {
    Some(match kind {
        K::OpenForum | K::WriteSection | K::DropSection | K::PublishReport => ANNOUNCED,
        K::ClearOpinion | K::RefuseOpinion | K::TakeDownOpinion | K::MoveOpinionPrivate | K::DecideAppeal => COLLECTING,
        K::RecordTurn | K::ConfirmTurnAloud | K::IssueSlips | K::CancelSlips | K::SettleFlag => COLLECTING,
        K::GiveDetails | K::PostponeForum | K::ExtendForum | K::CancelForum | K::CloseCollecting => COLLECTING,
        K::SetAgenda | K::AddDocument | K::RecallDocument | K::GiveAnswer => COLLECTING,
        K::RecordFinding | K::WithdrawFinding | K::WriteConclusion | K::WriteDirective => COLLECTING,
        K::AnswerPrivately | K::DropDirective | K::Conclude => IN_SESSION,
        K::AcceptClause | K::ReportProgress | K::AddEvidence | K::RequestExtension | K::DecideExtension => FOLLOWING_UP,
        K::ReportClauseDone | K::VerifyClause | K::ReopenClause => FOLLOWING_UP,
        K::ClearContest | K::RefuseContest | K::AnswerContest => FOLLOWING_UP,
        K::CloseForum => CONCLUDED,
        _ => return None,
    })
}

fn of_office(kind: K, ground: &Ground) -> Option<Command> {
    let day = ground.record.clock.office_date();
    Some(match kind {
        K::OpenLedger => Command::OpenLedger { continues: None },
        K::ContinueLog => Command::ContinueLog {
            ending: Ending {
                ended: log_key(),
                size: ground.record.bytes.len() as u64,
                root: digest(7),
                reason: EndReason::KeyExposed,
                signed: None,
            },
        },
        K::NameOffice => Command::NameOffice {
            over: None,
            name: "Văn phòng".into(),
            contact: None,
        },
        K::SetEmblem => Command::SetEmblem { emblem: Some(blob(1)) },
        K::AddOrganisation => {
            let (kind, name) = (OrganisationKind::HostAgency, "Sở Tư pháp".into());
            Command::AddOrganisation { kind, name }
        }
        K::AddPerson => {
            let (name, organisation) = ("Phạm Thị Mới".into(), None);
            Command::AddPerson { name, organisation }
        }
        K::RenamePerson => {
            let (person, name) = (person(2), "Phạm Thị Hai".into());
            Command::RenamePerson { person, name }
        }
        K::MovePerson => Command::MovePerson {
            person: person(2),
            organisation: Some(organisation(3)),
        },
        K::GrantRole => Command::GrantRole {
            person: person(2),
            role: Role::Clerk,
            scope: Scope::Forum(forum_no(1)),
        },
        K::RevokeRole => Command::RevokeRole {
            person: person(2),
            role: Role::Secretary,
            scope: Scope::Office,
        },
        K::IssueFirstInvitation => Command::IssueFirstInvitation { token: digest(40) },
        K::IssueInvitation => Command::IssueInvitation {
            person: person(2),
            token: digest(41),
        },
        K::AcceptInvitation => Command::AcceptInvitation { token: digest(20) },
        K::AnnounceForum => Command::AnnounceForum { what: announcement(9) },
        K::SetRetention => Command::SetRetention { unpublished_days: 90 },
        K::PublishArticle => Command::PublishArticle {
            draft: Draft {
                date: day,
                title: "Tin mới".into(),
                body: "Chữ.".into(),
                author: None,
                department: None,
            },
        },
        K::SaveDraft => Command::SaveDraft {
            draft: Draft {
                date: day,
                title: "Tin đã sửa".into(),
                body: "Chữ đã sửa.".into(),
                author: Some("Trần Thị Bình".into()),
                department: None,
            },
            over: Some(DRAFT),
        },
        K::SubmitDraft => Command::SubmitDraft { at: DRAFT },
        K::ReturnDraft => Command::ReturnDraft {
            at: SUBMITTED,
            reason: WHY.into(),
        },
        K::PublishRevision => Command::PublishRevision {
            at: SUBMITTED,
            note: Some(WHY.into()),
        },
        K::WithdrawArticle => Command::WithdrawArticle {
            at: STANDING,
            reason: WHY.into(),
        },
        K::RecordLegacyVisits => Command::RecordLegacyVisits {
            visits: LegacyVisits {
                as_of: day,
                online: 1,
                today: 2,
                total: 3,
            },
        },
        K::FlagText => {
            let (entry, reason, note) = (ground.published, LawfulReason::Insult, None);
            Command::FlagText { entry, reason, note }
        }
        K::SettleFlag => {
            let (flag, outcome) = (1, FlagOutcome::Kept);
            Command::SettleFlag { flag, outcome }
        }
        K::OrderErasure => Command::OrderErasure {
            targets: vec![SealedRef::new(ground.held, STATEMENT)],
            basis: LegalBasis::PersonAsked,
            decision: Some("Đơn ngày 6/1/2020".into()),
        },
        K::ConfirmErased => Command::ConfirmErased { erasure: 1 },
        K::Tick => Command::Tick {
            until: ground.record.clock,
        },
        _ => return None,
    })
}

fn before(kind: K, ground: &Ground) -> Option<Command> {
    let (forum, announced) = (forum_no(COLLECTING), forum_no(ANNOUNCED));
    let reason = WHY.to_owned();
    Some(match kind {
        K::OpenForum => Command::OpenForum { forum: announced },
        K::GiveDetails => Command::GiveDetails {
            forum,
            over: None,
            details: DetailsDraft {
                place: Some("Hội trường lớn".into()),
                ..DetailsDraft::default()
            },
        },
        K::PostponeForum => Command::PostponeForum {
            forum,
            closes: date("2020-04-30"),
            day: date("2020-05-15"),
            reason,
        },
        K::ExtendForum => Command::ExtendForum {
            forum,
            closes: date("2020-04-10"),
            reason,
        },
        K::CancelForum => Command::CancelForum { forum, reason },
        K::CloseCollecting => Command::CloseCollecting {
            forum,
            reason: "Hội nghị họp sớm hơn dự kiến.".into(),
        },
        K::CloseForum => {
            let forum = forum_no(CONCLUDED);
            Command::CloseForum { forum }
        }
        K::SetAgenda => Command::SetAgenda {
            forum,
            over: None,
            items: vec![ItemDraft {
                item: None,
                minutes: Some(30),
                organisation: Some(FORCE),
                title: "Báo cáo của lực lượng".into(),
            }],
        },
        K::AddDocument => Command::AddDocument {
            forum,
            draft: document(),
        },
        K::RecallDocument => {
            let document = 1;
            Command::RecallDocument {
                forum,
                document,
                reason,
            }
        }
        K::WriteSection => Command::WriteSection {
            forum: announced,
            draft: section(Some(ground.section)),
        },
        K::DropSection => Command::DropSection {
            forum: announced,
            section: 1,
            over: ground.section,
        },
        K::PublishReport => Command::PublishReport { forum: announced },
        _ => return None,
    })
}

fn opinions(kind: K, ground: &Ground) -> Option<Command> {
    let (forum, held) = (forum_no(COLLECTING), ground.held);
    let reason = LawfulReason::OffSubject;
    let text = "Xin cảm ơn, chúng tôi đã làm rõ.".to_owned();
    Some(match kind {
        K::SubmitOpinion => submit(COLLECTING, plain("Cảm ơn tổ gác cổng số một."), digest(42)),
        K::WithdrawOpinion => Command::WithdrawOpinion { receipt: digest(31) },
        K::ClearOpinion => Command::ClearOpinion { opinion: held },
        K::RefuseOpinion => Command::RefuseOpinion { opinion: held, reason },
        K::RecordTurn => Command::RecordTurn { forum, turn: turn(45) },
        K::ConfirmTurn => Command::ConfirmTurn { receipt: digest(44) },
        K::ConfirmTurnAloud => Command::ConfirmTurnAloud { opinion: ground.turn },
        K::TakeDownOpinion => Command::TakeDownOpinion {
            opinion: ground.published,
            reason,
        },
        K::MoveOpinionPrivate => Command::MoveOpinionPrivate { opinion: held },
        K::AnswerPrivately => Command::AnswerPrivately {
            opinion: ground.private,
            text,
        },
        K::FileAppeal => Command::FileAppeal {
            receipt: digest(61),
            words: Some("Tôi không nêu tên ai.".into()),
        },
        K::DecideAppeal => Command::DecideAppeal {
            opinion: ground.appealed,
            granted: true,
            answer: text,
        },
        K::IssueSlips => Command::IssueSlips {
            forum,
            label: "Tổ dân phố 6".into(),
            pseudonyms: vec![digest(92)],
        },
        K::CancelSlips => Command::CancelSlips { forum, batch: 1 },
        K::CastVote => Command::CastVote {
            forum,
            pseudonym: digest(93),
            opinion: 1,
            choice: Choice::Disagree,
        },
        _ => return None,
    })
}

fn outcome(kind: K, ground: &Ground) -> Option<Command> {
    let (forum, in_session) = (forum_no(COLLECTING), forum_no(IN_SESSION));
    Some(match kind {
        K::GiveAnswer => Command::GiveAnswer {
            forum,
            draft: AnswerDraft {
                opinions: vec![1],
                form: AnswerForm::Now,
                due: None,
                to: None,
                text: "Chúng tôi tiếp thu ý kiến này.".into(),
            },
        },
        K::RecordFinding => Command::RecordFinding {
            forum,
            sort: FindingSort::Achievement,
            opinions: vec![1, 2],
            text: "Ba năm không mất an toàn.".into(),
        },
        K::WithdrawFinding => Command::WithdrawFinding {
            forum,
            finding: 1,
            reason: WHY.into(),
        },
        K::WriteConclusion => conclusion(COLLECTING),
        K::WriteDirective => Command::WriteDirective {
            forum,
            draft: directive(&[(FORCE, TRIED_OF)]),
        },
        K::DropDirective => Command::DropDirective {
            forum: in_session,
            directive: 1,
            over: ground.drafts.1,
        },
        K::Conclude => Command::Conclude {
            forum: in_session,
            what: Conclude {
                over: ground.drafts.0,
                directives: vec![ground.drafts.1],
                sign: Some("05/TB-VP".into()),
            },
        },
        _ => return None,
    })
}
