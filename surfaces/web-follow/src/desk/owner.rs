//! What the owner does: takes the clause on, tells how far it is, asks for more time, says it is done.

use super::{Act, DeskWords, Done};
use axum::response::Response;
use forum::clause::CLAUSE_WORDS;
use forum::document::REASON;
use world::Command;

/// The hidden field of the form to take a clause on.
pub(super) const ACCEPT: &str = "nhan";
/// How far it is.
pub(super) const PROGRESS: &str = "tien_do";
/// What was done.
pub(super) const REPORTED: &str = "da_lam";
/// The last day asked for.
pub(super) const UNTIL: &str = "den_ngay";
/// Why more time is needed.
pub(super) const ASK_REASON: &str = "ly_do_lui";

/// `POST /dieu-hanh/dien-dan/{no}/viec/{viec}/nhan`
pub(crate) async fn accept(act: Act) -> Response {
    let command = Command::AcceptClause { no: act.desk.no };
    act.give(Done::Accepted, command, &[], "").await
}

/// `POST /dieu-hanh/dien-dan/{no}/viec/{viec}/tien-do`
pub(crate) async fn progress(mut act: Act) -> Response {
    let what = DeskWords(act.lang()).what_progress();
    let Some(text) = act.sheet.text(PROGRESS, what, &CLAUSE_WORDS) else {
        return act.came_back();
    };
    let command = Command::ReportProgress {
        no: act.desk.no,
        text: text.clone(),
    };
    act.give(Done::Progress, command, &[&text], PROGRESS).await
}

/// `POST /dieu-hanh/dien-dan/{no}/viec/{viec}/bao-xong`
pub(crate) async fn done(mut act: Act) -> Response {
    let what = DeskWords(act.lang()).what_done();
    let Some(text) = act.sheet.text(REPORTED, what, &CLAUSE_WORDS) else {
        return act.came_back();
    };
    let command = Command::ReportClauseDone {
        no: act.desk.no,
        text: text.clone(),
    };
    act.give(Done::Reported, command, &[&text], REPORTED).await
}

/// `POST /dieu-hanh/dien-dan/{no}/viec/{viec}/lui-han`
pub(crate) async fn extension(mut act: Act) -> Response {
    let w = DeskWords(act.lang());
    let until = act.sheet.date(UNTIL, w.what_until());
    let reason = act.sheet.text(ASK_REASON, w.what_reason(), &REASON);
    let (Some(until), Some(reason)) = (until, reason) else {
        return act.came_back();
    };
    let command = Command::RequestExtension {
        no: act.desk.no,
        until,
        reason: reason.clone(),
    };
    act.give(Done::Asked, command, &[&until.to_string(), &reason], UNTIL)
        .await
}
