//! A moderator leaves an opinion unpublished for a lawful reason.

use super::queue::{Act, DONE_REFUSE, REASON, of_card};
use super::queue_words::QueueWords;
use axum::response::Response;
use forum::events::LawfulReason;
use world::Command;

/// `POST /dieu-hanh/dien-dan/{no}/doc/{so}/khong-dang`
pub(crate) async fn refuse(mut act: Act) -> Response {
    let opinion = act.opinion;
    let Some(reason) = LawfulReason::from_name(act.sheet.typed(REASON)) else {
        let sentence = QueueWords(act.lang()).reason_choose();
        act.sheet.errors.add(of_card(REASON, opinion), sentence);
        return act.came_back();
    };
    act.give(Command::RefuseOpinion { opinion, reason }, DONE_REFUSE).await
}
