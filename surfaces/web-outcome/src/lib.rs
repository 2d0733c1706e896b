//! What a forum comes to: answers to opinions, findings, the conclusion of the chair and its directives.

use axum::Router;
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
}
