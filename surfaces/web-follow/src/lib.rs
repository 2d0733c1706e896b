//! How what was directed is followed up: a page a clause with everything that happened, evidence, contests by anyone,
//! feeds, and the work of owner, verifier, chair and moderator.

mod clause;
mod contest;
mod desk;
mod evidence;
mod feed;

use axum::Router;
use axum::routing::{get, post};
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dien-dan/{no}/viec/{viec}", get(clause::show::show))
        .route("/dien-dan/{no}/viec/{viec}/bang-chung/{so}", get(evidence::show::show))
        .route(
            "/dien-dan/{no}/viec/{viec}/bang-chung/{so}/tep",
            get(evidence::file::serve),
        )
        .route(
            "/dien-dan/{no}/viec/{viec}/phan-doi",
            get(contest::write::form).post(contest::write::send),
        )
        .route("/dien-dan/{no}/tin.atom", get(feed::of_forum))
        .route("/dien-dan/{no}/chi-dao/{tep}", get(feed::of_directive))
        .merge(at_desk())
}

/// Where people of the office and of the organisations work.
fn at_desk() -> Router<App> {
    Router::new()
        .route("/dieu-hanh/dien-dan/{no}/viec", get(desk::list::show))
        .route("/dieu-hanh/dien-dan/{no}/viec/{viec}", get(desk::show::show))
        .route("/dieu-hanh/dien-dan/{no}/viec/{viec}/nhan", post(desk::owner::accept))
        .route(
            "/dieu-hanh/dien-dan/{no}/viec/{viec}/tien-do",
            post(desk::owner::progress),
        )
        .route("/dieu-hanh/dien-dan/{no}/viec/{viec}/bao-xong", post(desk::owner::done))
        .route(
            "/dieu-hanh/dien-dan/{no}/viec/{viec}/lui-han",
            post(desk::owner::extension),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/viec/{viec}/bang-chung",
            post(desk::evidence::add),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/viec/{viec}/ket-qua",
            post(desk::verdict::verify),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/viec/{viec}/mo-lai",
            post(desk::verdict::reopen),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/viec/{viec}/tra-loi-lui-han",
            post(desk::chair::decide),
        )
        .route("/dieu-hanh/dien-dan/{no}/phan-doi", get(desk::contests::show))
        .route(
            "/dieu-hanh/dien-dan/{no}/phan-doi/{so}/dang",
            post(desk::contests::clear),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/phan-doi/{so}/khong-dang",
            post(desk::contests::refuse),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/phan-doi/{so}/tra-loi",
            post(desk::contests::answer),
        )
}
