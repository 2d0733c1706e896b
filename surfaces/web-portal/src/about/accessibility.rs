//! Accessibility: what is checked and what is not.

use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::{Crumb, Page, href, render, visits_html};
use web_scene::{App, Scene};

#[derive(Template)]
#[template(path = "about/accessibility.html")]
struct Accessibility {
    w: PortalWords,
    theme: String,
}

/// GET `/tiep-can`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let w = PortalWords(scene.lang);
    let cached = app.cache.get_or_render(&scene.page_key(0), || {
        let body = render(&Accessibility {
            w,
            theme: href(scene.lang, "/giao-dien?ve=/tiep-can"),
        });
        scene.frame(w.access(), None, vec![Crumb::here(w.access())]).page(body)
    });
    Page::cached(&headers, &cached, &visits_html(scene.lang, scene.visits()))
}
