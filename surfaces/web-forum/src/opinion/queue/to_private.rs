//! A moderator moves an opinion that names a guard as guilty of something to the private track.

use super::{Act, DONE_PRIVATE, of_card};
use crate::opinion::queue_words::QueueWords;
use axum::response::Response;
use world::Command;

/// The last step of the act's address.
pub(super) const STEP: &str = "rieng";
/// Field: the reader says that the opinion names a guard. It is the only reason there is.
pub(super) const NAMES_GUARD: &str = "neu_ten";

/// `POST /dieu-hanh/dien-dan/{no}/doc/{so}/rieng`
pub(crate) async fn move_there(mut act: Act) -> Response {
    let opinion = act.opinion;
    if act.sheet.typed(NAMES_GUARD).is_empty() {
        let sentence = QueueWords(act.lang()).names_guard_say();
        act.sheet.errors.add(of_card(NAMES_GUARD, opinion), sentence);
        return act.came_back();
    }
    act.give(Command::MoveOpinionPrivate { opinion }, DONE_PRIVATE).await
}
