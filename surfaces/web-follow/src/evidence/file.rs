//! The file of a piece of evidence.

use super::AtEvidence;
use crate::clause::label;
use axum::extract::State;
use axum::response::Response;
use web_scene::{App, serve_kept};

/// `GET /dien-dan/{no}/viec/{viec}/bang-chung/{so}/tep`
pub(crate) async fn serve(State(app): State<App>, at: AtEvidence) -> Response {
    let no = at.page.no;
    let name = format!("{}-viec-{}-bang-chung-{}", no.forum, label(no), at.number);
    serve_kept(&app, &at.page.at.scene, at.evidence.file, &name)
}
