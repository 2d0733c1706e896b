//! Commands about clauses and contests.

use super::Thrown;
use crate::common::subjects::{maybe, pick, some_reason, text};
use crate::common::{digest, file};
use forum::ClauseNo;
use forum::clause::{Clause, ClauseState, EvidenceDraft};
use forum::contest::ContestState;
use forum::events::{EvidenceSort, Outcome};
use world::{Command, CommandKind as K};

/// A clause that is as wanted, any other of the forum otherwise; one that is not there when hostile.
fn some_clause(thrown: Thrown<'_>, wanted: fn(&Clause) -> bool) -> ClauseNo {
    let (forum, dice) = (thrown.forum, thrown.dice);
    let wrong = [0, 99, u32::MAX][usize::from(dice.b) % 3];
    let all = thrown.known().into_iter().flat_map(|known| known.directives.iter());
    let all: Vec<((u32, u32), &Clause)> = all
        .flat_map(|(number, one)| one.clauses.iter().map(|clause| ((*number, clause.clause), clause)))
        .collect();
    let fitting: Vec<(u32, u32)> = all
        .iter()
        .filter(|(_, clause)| wanted(clause))
        .map(|(no, _)| *no)
        .collect();
    let any: Vec<(u32, u32)> = all.iter().map(|(no, _)| *no).collect();
    let found = pick(fitting.iter(), dice.a.into()).or(pick(any.iter(), dice.a.into()));
    let (directive, clause) = found.filter(|_| !dice.hostile()).unwrap_or((1, wrong));
    ClauseNo {
        forum,
        directive,
        clause,
    }
}

pub fn command(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    owner(kind, thrown)
        .or_else(|| verifier(kind, thrown))
        .or_else(|| contest(kind, thrown))
}

fn owner(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (dice, today) = (thrown.dice, thrown.now.office_date());
    let (b, c) = (dice.b, dice.c);
    let open = |clause: &Clause| clause.state.is_open();
    Some(match kind {
        K::AcceptClause => Command::AcceptClause {
            no: some_clause(thrown, |clause| clause.state == ClauseState::Assigned),
        },
        K::ReportProgress => Command::ReportProgress {
            no: some_clause(thrown, open),
            text: text(b),
        },
        K::AddEvidence => {
            let no = some_clause(thrown, |clause| {
                clause.state.is_open() && !clause.missing_evidence().is_empty()
            });
            let missing = thrown
                .world
                .forums
                .clause(no)
                .map(Clause::missing_evidence)
                .unwrap_or_default();
            let sort = pick(missing.iter(), b.into()).unwrap_or(EvidenceSort::ALL[usize::from(b) % 4]);
            let draft = EvidenceDraft {
                sort,
                title: text(c),
                words: maybe(c),
                file: c.is_multiple_of(3).then(|| file(u64::from(b) << 16 | u64::from(c))),
            };
            Command::AddEvidence { no, draft }
        }
        K::RequestExtension => {
            let no = some_clause(thrown, |clause| {
                clause.state.is_open() && clause.pending_extension().is_none()
            });
            let due = thrown
                .world
                .forums
                .clause(no)
                .and_then(|clause| clause.due)
                .unwrap_or(today);
            Command::RequestExtension {
                no,
                until: due
                    .max(today)
                    .add_days(i32::from(b % 30) - i32::from(c % 5 == 0) * 10 + 1),
                reason: text(c),
            }
        }
        K::ReportClauseDone => Command::ReportClauseDone {
            no: some_clause(thrown, |clause| {
                let missing = clause.missing_evidence();
                let there = missing.iter().all(|sort| *sort == EvidenceSort::Visit) && !clause.evidence.is_empty();
                matches!(clause.state, ClauseState::Assigned | ClauseState::Accepted) && there
            }),
            text: text(b),
        },
        _ => return None,
    })
}

fn verifier(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (dice, today) = (thrown.dice, thrown.now.office_date());
    let (b, c) = (dice.b, dice.c);
    Some(match kind {
        K::DecideExtension => Command::DecideExtension {
            no: some_clause(thrown, |clause| clause.pending_extension().is_some()),
            granted: b % 2 == 0,
            reason: text(c),
        },
        K::VerifyClause => Command::VerifyClause {
            no: some_clause(thrown, |clause| clause.state == ClauseState::ReportedDone),
            outcome: match c % 8 {
                0 => Outcome::NotDone,
                1 => Outcome::Overtaken,
                _ => Outcome::Verified,
            },
            reason: text(b),
        },
        K::ReopenClause => Command::ReopenClause {
            no: some_clause(thrown, |clause| {
                !matches!(clause.state, ClauseState::Assigned | ClauseState::Accepted)
            }),
            due: today.add_days(i32::from(b % 30) - i32::from(c % 5 == 0) * 31),
            reason: text(b),
        },
        _ => return None,
    })
}

fn contest(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (forum, dice) = (thrown.forum, thrown.dice);
    let (a, b, c) = (dice.a, dice.b, dice.c);
    let some = |wanted: fn(&forum::contest::Contest) -> bool| {
        let wrong = [0, 99, u32::MAX][usize::from(b) % 3];
        let all = thrown.known().into_iter().flat_map(|known| known.contests.iter());
        let fitting: Vec<u32> = all.filter(|(_, one)| wanted(one)).map(|(number, _)| *number).collect();
        pick(fitting.iter(), a.into())
            .filter(|_| !dice.hostile())
            .unwrap_or(wrong)
    };
    Some(match kind {
        K::ContestClause => {
            let no = some_clause(thrown, |_| true);
            let taken = pick(thrown.world.forums.receipts.keys(), c.into()).filter(|_| dice.luck % 7 == 3);
            Command::ContestClause {
                no,
                text: text(b),
                receipt: taken.unwrap_or(digest(u64::from(a) << 16 | u64::from(c) | (5 << 40))),
            }
        }
        K::ClearContest => Command::ClearContest {
            forum,
            contest: some(|one| one.state == ContestState::Held),
        },
        K::RefuseContest => Command::RefuseContest {
            forum,
            contest: some(|one| one.state == ContestState::Held),
            reason: some_reason(c),
        },
        K::AnswerContest => Command::AnswerContest {
            forum,
            contest: some(|one| one.state == ContestState::Public && one.answer.is_none()),
            text: text(b),
        },
        _ => return None,
    })
}
