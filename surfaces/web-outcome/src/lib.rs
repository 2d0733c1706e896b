//! What a forum comes to: answers to opinions, findings, the conclusion of the chair and its directives; as people read
//! them, and the desk where they are drafted and put in force.

mod answer;
mod conclusion;
mod directive;
mod finding;
mod opinions;

use axum::Router;
use axum::routing::{get, post};
use web_scene::App;

/// Every address of this crate.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dien-dan/{no}/tra-loi", get(answer::list::show))
        .route("/dien-dan/{no}/ket-luan", get(conclusion::show::show))
        .route(
            "/dieu-hanh/dien-dan/{no}/tra-loi",
            get(answer::give::form).post(answer::give::send),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/nhan-dinh",
            get(finding::desk::show).post(finding::desk::record),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/nhan-dinh/{so}/rut",
            get(finding::withdraw::form).post(finding::withdraw::send),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/ket-luan",
            get(conclusion::draft::form).post(conclusion::draft::send),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/ket-luan/cong-bo",
            get(conclusion::conclude::form).post(conclusion::conclude::send),
        )
        .route("/dieu-hanh/dien-dan/{no}/chi-dao", get(directive::list::show))
        .route(
            "/dieu-hanh/dien-dan/{no}/chi-dao/moi",
            get(directive::edit::fresh).post(directive::edit::send_fresh),
        )
        .route(
            "/dieu-hanh/dien-dan/{no}/chi-dao/{so}",
            get(directive::edit::form).post(directive::edit::send),
        )
        .route("/dieu-hanh/dien-dan/{no}/chi-dao/{so}/bo", post(directive::list::drop))
}
