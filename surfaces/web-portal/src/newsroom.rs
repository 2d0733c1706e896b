//! Where articles are written, reviewed by somebody else, published, corrected and withdrawn.

mod article;
mod edit;
mod list;
mod preview;
mod review;
mod show;
mod withdraw;
mod words;

use axum::Router;
use axum::routing::{get, post};
use web_scene::App;

/// The routes of the newsroom.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dieu-hanh/bai-viet/", get(list::page))
        .route("/dieu-hanh/bai-viet/moi", get(edit::first).post(edit::save_first))
        .route("/dieu-hanh/bai-viet/{so}", get(show::page))
        .route("/dieu-hanh/bai-viet/{so}/sua", get(edit::form).post(edit::save))
        .route("/dieu-hanh/bai-viet/{so}/ban/{ban}", get(preview::page))
        .route("/dieu-hanh/bai-viet/{so}/gui", post(review::submit))
        .route("/dieu-hanh/bai-viet/{so}/dang", post(review::publish))
        .route("/dieu-hanh/bai-viet/{so}/tra-lai", post(review::send_back))
        .route("/dieu-hanh/bai-viet/{so}/go", get(withdraw::form).post(withdraw::send))
}
