//! Commands about clauses and contests.

use super::WHY;
use crate::common::ground::{FOLLOWING_UP, OF_OTHERS, OWN, OWN_WITH_EVIDENCE, TO_REOPEN, TO_VERIFY, clause, evidence};
use crate::common::{date, digest, forum_no};
use forum::events::{LawfulReason, Outcome};
use world::{Command, CommandKind as K};

pub fn command(kind: K) -> Option<Command> {
    let (no, forum) = (clause(OWN), forum_no(FOLLOWING_UP));
    let (text, reason, due) = (WHY.to_owned(), WHY.to_owned(), date("2020-04-01"));
    Some(match kind {
        K::AcceptClause => Command::AcceptClause { no },
        K::ReportProgress => Command::ReportProgress { no, text },
        K::AddEvidence => Command::AddEvidence { no, draft: evidence() },
        K::RequestExtension => {
            let until = due;
            Command::RequestExtension { no, until, reason }
        }
        K::DecideExtension => Command::DecideExtension {
            no: clause(OF_OTHERS),
            granted: true,
            reason,
        },
        K::ReportClauseDone => Command::ReportClauseDone {
            no: clause(OWN_WITH_EVIDENCE),
            text,
        },
        K::VerifyClause => Command::VerifyClause {
            no: clause(TO_VERIFY),
            outcome: Outcome::Verified,
            reason,
        },
        K::ReopenClause => Command::ReopenClause {
            no: clause(TO_REOPEN),
            due,
            reason,
        },
        K::ContestClause => Command::ContestClause {
            no: clause(OF_OTHERS),
            text,
            receipt: digest(82),
        },
        K::ClearContest => Command::ClearContest { forum, contest: 2 },
        K::RefuseContest => Command::RefuseContest {
            forum,
            contest: 2,
            reason: LawfulReason::OffSubject,
        },
        K::AnswerContest => Command::AnswerContest {
            forum,
            contest: 1,
            text,
        },
        _ => return None,
    })
}
