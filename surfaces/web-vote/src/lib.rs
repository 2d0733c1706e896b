//! Votes: slips that let verified voices in, one statement at a time, the results and how anyone computes them again.
//!
//! A voice is known by one cookie, scoped to its forum. No handler of these pages sees a session or an address.

use axum::Router;
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
}
