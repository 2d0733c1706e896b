//! A moderator clears an opinion for the next batch.

use super::queue::{DONE_CLEAR, asked, give};
use crate::address::{InForum, Numbered};
use axum::extract::State;
use axum::response::Response;
use web_scene::{App, Sheet, StaffForm};
use world::Command;

/// `POST /dieu-hanh/dien-dan/{no}/doc/{so}/dang`
pub(crate) async fn clear(
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
    let command = Command::ClearOpinion { opinion };
    give(&app, &at, &staff, &mut sheet, opinion, command, DONE_CLEAR).await
}
