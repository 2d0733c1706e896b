//! The file of a document.

use super::AtDocument;
use axum::extract::State;
use axum::response::Response;
use web_scene::{App, serve_kept};

/// `GET /dien-dan/{no}/tai-lieu/{so}/tep`
pub(crate) async fn serve(State(app): State<App>, at: AtDocument) -> Response {
    let name = format!("{}-tai-lieu-{}", at.at.forum.no, at.number);
    serve_kept(&app, &at.at.scene, at.document.file, &name)
}
