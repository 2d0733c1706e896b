//! What the chair does: answers a request for more time.

use super::{Act, DeskWords, Done};
use axum::response::Response;
use forum::document::REASON;
use world::Command;

/// Granted or declined.
pub(super) const ANSWER: &str = "tra_loi";
/// Why.
pub(super) const ANSWER_REASON: &str = "ly_do_tra_loi";
/// The request that is answered, by the entry that made it.
pub(super) const REQUEST: &str = "de_nghi";
/// The value that grants.
pub(super) const GRANT: &str = "dong-y";
/// The value that declines.
pub(super) const DECLINE: &str = "khong";

/// `POST /dieu-hanh/dien-dan/{no}/viec/{viec}/tra-loi-lui-han`
pub(crate) async fn decide(mut act: Act) -> Response {
    let w = DeskWords(act.lang());
    let granted = match act.sheet.typed(ANSWER) {
        GRANT => Some(true),
        DECLINE => Some(false),
        _ => {
            act.sheet.errors.add(ANSWER, w.choose());
            None
        }
    };
    let reason = act.sheet.text(ANSWER_REASON, w.what_reason(), &REASON);
    let (Some(granted), Some(reason)) = (granted, reason) else {
        return act.came_back();
    };
    // The request on the page is the one that is answered, not another that was made since.
    let request = act.sheet.typed(REQUEST).to_owned();
    let clause = act.desk.at.staff.scene.world().forums.clause(act.desk.no);
    let pending = clause.and_then(|clause| clause.pending_extension());
    if pending.is_some_and(|asked| asked.reason.seq.to_string() != request) {
        act.sheet.notice = w.other_request().to_owned();
        return act.came_back();
    }
    let command = Command::DecideExtension {
        no: act.desk.no,
        granted,
        reason: reason.clone(),
    };
    let word = if granted { GRANT } else { DECLINE };
    act.give(Done::Decided, command, &[word, &request, &reason], ANSWER)
        .await
}
