//! How what was directed is followed up: a page a clause with everything that happened, the work of owner and verifier,
//! contests by anyone, what the superior is told, feeds.

use axum::Router;
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
}
