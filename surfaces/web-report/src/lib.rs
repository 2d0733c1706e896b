//! What stands before the day of a forum: its agenda, its documents, the report of the force with its figures; as people
//! read them, and the desk of those who write them.

use axum::Router;
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
}
