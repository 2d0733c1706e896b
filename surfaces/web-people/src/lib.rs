//! Who belongs to the office, by screens: the way in by a link, the office's name and emblem, organisations, people and
//! roles, erasure by law, and the public page of who may do what.

mod access;
mod erasure;
mod invitation;
mod narrow;
mod office;
mod organisation;
mod person;
mod rights;
mod session;
mod setup;

use axum::Router;
use axum::routing::{get, post};
use web_scene::App;

/// The routes of this crate.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/vao", get(invitation::how::page))
        .route(
            "/vao/{token}",
            get(invitation::accept::page).post(invitation::accept::accept),
        )
        .route("/ai-duoc-lam-gi", get(rights::table))
        .route("/phu-hieu", get(office::emblem::serve))
        .route("/quan-tri/", get(office::home::page))
        .route("/quan-tri/van-phong", get(office::name::page).post(office::name::name))
        .route("/quan-tri/van-phong/ten-toi", post(office::name::own_name))
        .route("/quan-tri/bat-dau/{buoc}", get(setup::show::page))
        .route("/quan-tri/van-phong/thoi-han", post(office::retention::set))
        .route("/quan-tri/van-phong/phu-hieu", post(office::emblem::set))
        .route("/quan-tri/van-phong/phu-hieu/bo", post(office::emblem::remove))
        .route(
            "/quan-tri/co-quan",
            get(organisation::list::page).post(organisation::list::add),
        )
        .route("/quan-tri/co-quan/{id}", get(organisation::show::page))
        .route("/quan-tri/nguoi", get(person::list::page).post(person::list::add))
        .route("/quan-tri/nguoi/{id}", get(person::show::page))
        .route("/quan-tri/nguoi/{id}/ten", post(person::act::rename))
        .route("/quan-tri/nguoi/{id}/co-quan", post(person::act::move_to))
        .route("/quan-tri/nguoi/{id}/vai-tro", post(person::act::grant))
        .route("/quan-tri/nguoi/{id}/vai-tro/bo", post(person::act::revoke))
        .route("/quan-tri/nguoi/{id}/duong-dan", post(invitation::issue::for_person))
        .route("/quan-tri/toi", get(session::own))
        .route("/quan-tri/toi/duong-dan", post(invitation::issue::for_oneself))
        .route("/quan-tri/toi/ket-thuc", post(session::end_all))
        .route("/quan-tri/ra", post(session::end))
        .route("/quan-tri/xoa", get(erasure::list::page).post(erasure::order::order))
}
