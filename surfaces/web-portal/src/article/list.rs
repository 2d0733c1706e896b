//! All news, the newest first.

use crate::summary::Summary;
use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::states::{Trouble, empty};
use web_kit::{Html, Section, render};
use web_scene::{App, Paging, Scene};

/// Articles of a page.
const PAGE_ROWS: usize = 20;

#[derive(Template)]
#[template(path = "article/list.html")]
struct List {
    w: PortalWords,
    news: Vec<Summary>,
    none: Html,
    paging: Html,
}

/// GET `/tin/`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let w = PortalWords(scene.lang);
    let portal = &scene.world().portal;
    let Some(paging) = Paging::read(&scene, portal.listed_count(), PAGE_ROWS) else {
        return scene.trouble_in(Some(Section::News), Trouble::NotFound);
    };
    scene.kept(&app, &headers, &scene.page_key(scene.world().portal.rev), || {
        let news = paging
            .rows(portal.newest())
            .map(|one| Summary::of(&scene, one))
            .collect();
        let none = empty(scene.lang, w.news_none(), w.news_none_text(), None);
        let body = render(&List {
            w,
            news,
            none,
            paging: paging.nav(scene.lang, "/tin/"),
        });
        scene.frame(w.news(), Some(Section::News), vec![]).page(body)
    })
}
