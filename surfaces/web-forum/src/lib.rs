//! Forums as people see them: the list, one forum's six steps, writing an opinion, reading what others wrote, and the
//! desk of those who announce, open and read.
//!
//! Public pages are pure functions of the scene and are kept by the page cache. The pages where somebody writes take no
//! headers: their handlers could not look at a cookie if they wanted to.

mod appeal;
mod flag;
mod forum;
mod moderation;
mod opinion;
mod private_track;
mod turn;
mod work;

use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use web_kit::states::Trouble;
use web_scene::{App, Scene};

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dien-dan/", get(forum::list::show))
        .route("/dien-dan/{no}", get(forum::show::show))
        .route(
            "/dien-dan/{no}/viet",
            get(opinion::write::form).post(opinion::write::send),
        )
        .route("/dien-dan/{no}/y-kien/", get(opinion::list::show))
        .route("/dien-dan/{no}/doc-duyet", get(moderation::show::show))
        .route("/dien-dan/{no}/y-kien/{so}", get(opinion::show::show))
        .route("/dieu-hanh/", get(work::home::show))
        .route("/dieu-hanh/cap-tren", get(work::superior::show))
        .route(
            "/dieu-hanh/dien-dan/moi",
            get(forum::announce::form).post(forum::announce::send),
        )
        .route("/dieu-hanh/dien-dan/{no}", get(forum::desk::show))
        .route("/dieu-hanh/dien-dan/{no}/mo", post(forum::open::open))
        .route(
            "/dieu-hanh/dien-dan/{no}/chi-tiet",
            get(forum::details::form).post(forum::details::send),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/lui",
            get(forum::days::postpone_form).post(forum::days::postpone),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/keo-dai",
            get(forum::days::extend_form).post(forum::days::extend),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/huy",
            get(forum::days::cancel_form).post(forum::days::cancel),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/dong",
            get(forum::close::collecting_form).post(forum::close::collecting),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/khep",
            get(forum::close::forum_form).post(forum::close::forum),
        )
        .route("/dieu-hanh/dien-dan/{no}/doc", get(opinion::queue::show))
        .route("/dieu-hanh/dien-dan/{no}/doc/{so}/dang", post(opinion::clear::clear))
        .route(
            "/dieu-hanh/dien-dan/{no}/doc/{so}/khong-dang",
            post(opinion::refuse::refuse),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/doc/{so}/rieng",
            post(opinion::queue::to_private::move_there),
        )
        .route("/dieu-hanh/dien-dan/{no}/khieu-nai", get(appeal::desk::show))
        .route("/dieu-hanh/dien-dan/{no}/khieu-nai/{so}", post(appeal::desk::decide))
        .route("/dieu-hanh/dien-dan/{no}/rieng", get(private_track::desk::show))
        .route("/dieu-hanh/dien-dan/{no}/rieng/{so}", post(private_track::desk::answer))
        .route(
            "/dieu-hanh/dien-dan/{no}/phat-bieu",
            get(turn::record::form).post(turn::record::send),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/phat-bieu/{so}/xac-nhan",
            post(turn::aloud::confirm),
        )
        .route("/bao/{so}", get(flag::raise::form).post(flag::raise::send))
        .route("/dieu-hanh/dien-dan/{no}/tin-bao", get(flag::desk::show))
        .route("/dieu-hanh/dien-dan/{no}/tin-bao/{so}", post(flag::desk::settle))
        .route("/dieu-hanh/tin-bao", get(flag::desk::show_office))
        .route("/dieu-hanh/tin-bao/{so}", post(flag::desk::settle_office))
        .route(
            "/dieu-hanh/dien-dan/{no}/go",
            get(opinion::queue::take_down::form).post(opinion::queue::take_down::send),
        )
        .method_not_allowed_fallback(wrong_method)
        .layer(Extension(opinion::Nearby::default()))
}

/// The page does not know this way of asking; the names of those it knows are put in by the router.
async fn wrong_method(scene: Scene) -> Response {
    scene.trouble(Trouble::Method)
}
