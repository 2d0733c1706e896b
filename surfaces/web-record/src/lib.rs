//! The record as people and programs see it: the log's files, receipts, the check of a receipt, the ledger page, the
//! promise to those who speak.

mod audit;
mod book;
mod log;
mod names;
mod promise;
mod receipt;
mod site;
mod verify;

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use web_kit::InLang;
use web_kit::reply::method_not_allowed;
use web_kit::states::Trouble;
use web_scene::{App, Scene};

/// The addresses of the record.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/bien-nhan/{ma}", get(receipt::show).fallback(read_only))
        .route(
            "/bien-nhan/{ma}/rut",
            get(receipt::ask_withdraw)
                .post(receipt::withdraw)
                .fallback(read_or_post),
        )
        .route(
            "/bien-nhan/{ma}/xac-nhan",
            get(receipt::ask_confirm).post(receipt::confirm).fallback(read_or_post),
        )
        .route(
            "/bien-nhan/{ma}/khieu-nai",
            get(receipt::ask_appeal)
                .post(receipt::file_appeal)
                .fallback(read_or_post),
        )
        .route("/kiem-chung", get(verify::show).fallback(read_only))
        .route("/so-cai", get(book::list).fallback(read_only))
        .route("/dieu-hanh/kiem-toan", get(audit::show).fallback(read_only))
        .route("/dieu-hanh/kiem-toan/{tep}", get(audit::file).fallback(read_only))
        .route("/cam-ket", get(promise::show).fallback(read_only))
        .merge(log::routes())
}

async fn read_only(InLang(lang): InLang) -> Response {
    method_not_allowed(lang, "GET, HEAD")
}

async fn read_or_post(InLang(lang): InLang) -> Response {
    method_not_allowed(lang, "GET, HEAD, POST")
}

/// The page for a store that does not answer now.
fn busy(scene: &Scene) -> Response {
    scene.trouble(Trouble::Busy {
        writing: false,
        code: None,
    })
}
