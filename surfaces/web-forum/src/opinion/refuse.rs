//! A moderator leaves an opinion unpublished for a lawful reason.

use super::queue::{DONE_REFUSE, REASON, asked, came_back, give, reason_of};
use super::queue_words::QueueWords;
use crate::address::{InForum, Numbered};
use axum::extract::State;
use axum::response::Response;
use forum::events::LawfulReason;
use web_scene::{App, Sheet, StaffForm};
use world::Command;

/// `POST /dieu-hanh/dien-dan/{no}/doc/{so}/khong-dang`
pub(crate) async fn refuse(
    State(app): State<App>,
    at: InForum,
    Numbered(opinion): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    let opinion = match asked(&at, &staff, opinion) {
        Ok(opinion) => opinion,
        Err(stop) => return *stop,
    };
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let Some(reason) = LawfulReason::from_name(sheet.typed(REASON)) else {
        let sentence = QueueWords(staff.scene.lang).reason_choose();
        sheet.errors.add(reason_of(opinion), sentence);
        return came_back(&app, &at, &staff, &sheet, opinion);
    };
    let command = Command::RefuseOpinion { opinion, reason };
    give(&app, &at, &staff, &mut sheet, opinion, command, DONE_REFUSE).await
}
