//! Accessibility: what is checked and what is not.

use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::{Crumb, href, render};
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
    scene.kept(&app, &headers, &scene.page_key(0), || {
        let body = render(&Accessibility {
            w,
            theme: href(scene.lang, "/giao-dien?ve=/tiep-can"),
        });
        scene.frame(w.access(), None, vec![Crumb::here(w.access())]).page(body)
    })
}
