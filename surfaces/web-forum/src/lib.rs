//! Forums as people see them: the list, one forum's six steps, writing an opinion, reading what others wrote, and the
//! desk of those who announce, open and read.
//!
//! Public pages are pure functions of the scene and are kept by the page cache. The pages where somebody writes take no
//! headers: their handlers could not look at a cookie if they wanted to.

mod deadline;
mod desk;
mod find;
mod forum;
mod kit;
mod names;
mod opinion;
mod reading;

use axum::Router;
use axum::routing::{get, post};
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dien-dan/", get(forum::list::show))
        .route("/dien-dan/{no}", get(forum::one::show))
        .route(
            "/dien-dan/{no}/viet",
            get(opinion::write::form).post(opinion::write::send),
        )
        .route("/dien-dan/{no}/y-kien/", get(opinion::list::show))
        .route("/dien-dan/{no}/y-kien/{so}", get(opinion::one::show))
        .route("/dieu-hanh/", get(desk::home::show))
        .route(
            "/dieu-hanh/dien-dan/moi",
            get(desk::announce::form).post(desk::announce::send),
        )
        .route("/dieu-hanh/dien-dan/{no}", get(desk::one::show))
        .route("/dieu-hanh/dien-dan/{no}/mo", post(desk::one::open))
        .route("/dieu-hanh/dien-dan/{no}/doc", get(reading::queue::show))
        .route("/dieu-hanh/dien-dan/{no}/doc/{so}/dang", post(reading::act::clear))
        .route(
            "/dieu-hanh/dien-dan/{no}/doc/{so}/khong-dang",
            post(reading::act::refuse),
        )
        .method_not_allowed_fallback(kit::page::wrong_method)
}
