//! All news, the newest first.

use crate::paging::Paging;
use crate::summary::Summary;
use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use web_kit::states::{Trouble, empty};
use web_kit::{Html, Page, Section, render, visits_html};
use web_scene::{App, Scene};

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
    let all = scene.world().portal.newest();
    let Some(paging) = Paging::read(&scene, all.len()) else {
        return not_found(&scene);
    };
    let cached = app.cache.get_or_render(&scene.page_key(scene.world().portal.rev), || {
        let news = paging
            .rows(all)
            .map(|(no, article)| Summary::of(&scene, no, article))
            .collect();
        let none = empty(scene.lang, w.news_none(), w.news_none_text(), None);
        let body = render(&List {
            w,
            news,
            none,
            paging: paging.nav(&scene, "/tin/"),
        });
        scene.frame(w.news(), Some(Section::News), vec![]).page(body)
    });
    Page::cached(&headers, &cached, &visits_html(scene.lang, scene.visits()))
}

/// The page for an address without article.
pub fn not_found(scene: &Scene) -> Response {
    let trouble = Trouble::NotFound;
    let mut frame = scene.frame(trouble.title(scene.lang), Some(Section::News), vec![]);
    frame.noindex = true;
    Page::trouble(trouble, frame.page(trouble.html(scene.lang))).into_response()
}
