//! The portal: home, news with every revision, documents, what is counted, help, privacy, accessibility, light or dark; and
//! the newsroom, where articles are written and reviewed.

mod about;
mod article;
mod forum_line;
mod home;
mod newsroom;
mod papers;
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
        .route("/tin/{nam}/{slug}/ban/{so}", get(article::revision::page))
        .route("/van-ban/", get(about::documents::page))
        .route("/thong-ke", get(about::visits::page))
        .route("/tiep-can", get(about::accessibility::page))
        .route("/huong-dan", get(about::help::page))
        .route("/quyen-rieng-tu", get(about::privacy::page))
        .route("/giao-dien", get(about::theme::page).post(about::theme::choose))
        .merge(newsroom::routes())
}
