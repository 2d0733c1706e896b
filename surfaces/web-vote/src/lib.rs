//! Votes: slips that let verified voices in, one statement at a time, the results and how anyone computes them again.
//!
//! A voice is known by one cookie, scoped to where it votes in its forum. No handler of these pages sees a session, an
//! address or any other cookie.

mod result;
mod slip;
mod voice;
mod vote;

use axum::Router;
use axum::routing::{get, post};
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dien-dan/{no}/bay-to", get(vote::next::show).post(vote::cast::cast))
        .route("/dien-dan/{no}/bay-to/cua-toi", get(vote::own::show))
        .route("/dien-dan/{no}/bay-to/{so}", get(vote::next::again))
        .route("/dien-dan/{no}/bay-to/bang-chung/{tep}", get(vote::proof::file))
        .route("/dien-dan/{no}/phieu", get(slip::enter::ask).post(slip::enter::typed))
        .route(
            "/dien-dan/{no}/phieu/{phieu}",
            get(slip::enter::show).post(slip::enter::begin),
        )
        .route("/dien-dan/{no}/ket-qua", get(result::show::show))
        .route("/dien-dan/{no}/ket-qua/tep.json", get(result::file::json))
        .route("/dien-dan/{no}/ket-qua/tep.csv", get(result::file::csv))
        .route("/dien-dan/{no}/tinh-lai", get(result::again::show))
        .route(
            "/dieu-hanh/dien-dan/{no}/phieu",
            get(slip::desk::show).post(slip::print::print),
        )
        .route("/dieu-hanh/dien-dan/{no}/phieu/{so}/huy", post(slip::desk::cancel))
}
