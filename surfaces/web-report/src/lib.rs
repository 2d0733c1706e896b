//! What stands before the day of a forum: its agenda, its documents, the report of the force with its figures; as people
//! read them, and the desk of those who write them.

mod agenda;
mod document;
mod report;

use axum::Router;
use axum::routing::get;
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    public().merge(desk())
}

/// What everyone reads.
fn public() -> Router<App> {
    Router::new()
        .route("/dien-dan/{no}/chuong-trinh", get(agenda::show::show))
        .route("/dien-dan/{no}/tai-lieu/", get(document::list::show))
        .route("/dien-dan/{no}/tai-lieu/{so}", get(document::show::show))
        .route("/dien-dan/{no}/tai-lieu/{so}/tep", get(document::file::serve))
        .route("/dien-dan/{no}/bao-cao", get(report::show::show))
        .route("/dien-dan/{no}/so-lieu/{so}", get(report::figure::show))
}

/// Where it is written.
fn desk() -> Router<App> {
    Router::new()
        .route(
            "/dieu-hanh/dien-dan/{no}/chuong-trinh",
            get(agenda::desk::form).post(agenda::desk::send),
        )
        .route("/dieu-hanh/dien-dan/{no}/tai-lieu", get(document::desk::show))
        .route(
            "/dieu-hanh/dien-dan/{no}/tai-lieu/moi",
            get(document::add::form).post(document::add::send),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/tai-lieu/{so}/thu-hoi",
            get(document::recall::form).post(document::recall::send),
        )
        .route("/dieu-hanh/dien-dan/{no}/bao-cao", get(report::desk::show))
        .route(
            "/dieu-hanh/dien-dan/{no}/bao-cao/dang",
            get(report::publish::form).post(report::publish::send),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/bao-cao/moi",
            get(report::section::form_new).post(report::section::send_new),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/bao-cao/{so}",
            get(report::section::form).post(report::section::send),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/bao-cao/{so}/bo",
            get(report::discard::form).post(report::discard::send),
        )
}
