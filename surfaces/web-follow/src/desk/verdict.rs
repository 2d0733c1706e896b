//! What the verifier does: decides how a clause ends, opens it again.

use super::{Act, DeskWords, Done};
use axum::response::Response;
use forum::clause::CLAUSE_WORDS;
use forum::document::REASON;
use forum::events::Outcome;
use world::Command;

/// How it ends.
pub(super) const OUTCOME: &str = "ket_qua";
/// What was seen.
pub(super) const SEEN: &str = "da_thay";
/// The new due day.
pub(super) const NEW_DUE: &str = "han_moi";
/// Why it is opened again.
pub(super) const REOPEN_REASON: &str = "ly_do_mo";

/// `POST /dieu-hanh/dien-dan/{no}/viec/{viec}/ket-qua`
pub(crate) async fn verify(mut act: Act) -> Response {
    let w = DeskWords(act.lang());
    let outcome = Outcome::from_name(act.sheet.typed(OUTCOME));
    if outcome.is_none() {
        act.sheet.errors.add(OUTCOME, w.choose());
    }
    let reason = act.sheet.text(SEEN, w.what_seen(), &CLAUSE_WORDS);
    let (Some(outcome), Some(reason)) = (outcome, reason) else {
        return act.came_back();
    };
    let command = Command::VerifyClause {
        no: act.desk.no,
        outcome,
        reason: reason.clone(),
    };
    act.give(Done::Verified, command, &[outcome.as_str(), &reason], OUTCOME)
        .await
}

/// `POST /dieu-hanh/dien-dan/{no}/viec/{viec}/mo-lai`
pub(crate) async fn reopen(mut act: Act) -> Response {
    let w = DeskWords(act.lang());
    let due = act.sheet.date(NEW_DUE, w.what_new_due());
    let reason = act.sheet.text(REOPEN_REASON, w.what_reason(), &REASON);
    let (Some(due), Some(reason)) = (due, reason) else {
        return act.came_back();
    };
    let command = Command::ReopenClause {
        no: act.desk.no,
        due,
        reason: reason.clone(),
    };
    act.give(Done::Reopened, command, &[&due.to_string(), &reason], NEW_DUE)
        .await
}
