//! A moderator clears an opinion for the next batch.

use super::queue::{Act, DONE_CLEAR};
use axum::response::Response;
use world::Command;

/// `POST /dieu-hanh/dien-dan/{no}/doc/{so}/dang`
pub(crate) async fn clear(act: Act) -> Response {
    let command = Command::ClearOpinion { opinion: act.opinion };
    act.give(command, DONE_CLEAR).await
}
