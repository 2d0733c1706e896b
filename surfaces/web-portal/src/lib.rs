//! The portal's public pages: home, news, documents, what is counted, accessibility, light or dark.

mod about;
mod article;
mod home;
mod summary;
mod words;

use axum::Router;
use axum::routing::get;
use web_scene::App;

/// The routes of this crate.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home::show::page))
        .route("/tin/", get(article::list::page))
        .route("/tin/{nam}/{slug}", get(article::show::page))
        .route("/van-ban/", get(about::documents::page))
        .route("/thong-ke", get(about::visits::page))
        .route("/tiep-can", get(about::accessibility::page))
        .route("/giao-dien", get(about::theme::page).post(about::theme::choose))
}
