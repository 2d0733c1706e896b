//! Official documents: those of the forums and their conclusions.

use crate::forum_line;
use crate::papers::{self, Paper};
use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::states::{Trouble, empty};
use web_kit::{Html, Section, render};
use web_scene::{App, Paging, Scene, address};

/// Documents of a page.
const PAGE_ROWS: usize = 20;
/// The list of documents.
const DOCUMENTS: &str = "/van-ban/";

#[derive(Template)]
#[template(path = "about/documents.html")]
struct Documents {
    w: PortalWords,
    papers: Vec<Paper>,
    none: Html,
    paging: Html,
}

/// GET `/van-ban/`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let w = PortalWords(scene.lang);
    let papers = papers::all(&scene);
    let Some(paging) = Paging::read(&scene, papers.len(), PAGE_ROWS) else {
        return scene.trouble_in(Some(Section::Documents), Trouble::NotFound);
    };
    let key = scene.page_key(forum_line::rev(&scene));
    scene.kept(&app, &headers, &key, || {
        let way = Some((address::FORUMS, w.see_forums()));
        let body = render(&Documents {
            w,
            papers: paging.rows(papers).collect(),
            none: empty(scene.lang, w.documents_none(), w.documents_none_text(), way),
            paging: paging.nav(scene.lang, DOCUMENTS),
        });
        scene.frame(w.documents(), Some(Section::Documents), vec![]).page(body)
    })
}
