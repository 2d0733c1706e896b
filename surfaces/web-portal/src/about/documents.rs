//! Official documents: none yet.

use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::states::empty;
use web_kit::{Html, Section, render};
use web_scene::{App, Scene};

#[derive(Template)]
#[template(path = "about/documents.html")]
struct Documents {
    w: PortalWords,
    none: Html,
}

/// GET `/van-ban/`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let w = PortalWords(scene.lang);
    scene.kept(&app, &headers, &scene.page_key(scene.world().portal.rev), || {
        let way = Some(("/tin/", w.news()));
        let none = empty(scene.lang, w.documents_none(), w.documents_none_text(), way);
        scene
            .frame(w.documents(), Some(Section::Documents), vec![])
            .page(render(&Documents { w, none }))
    })
}
