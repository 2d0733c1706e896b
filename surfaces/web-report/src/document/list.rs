//! The documents of a forum, the newest first.

use super::DocumentWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use forum::document::Document;
use http::HeaderMap;
use web_kit::states::{Note, empty, state};
use web_kit::{Crumb, Html, Icon, Section, href, render};
use web_scene::said::{said, said_inline};
use web_scene::{App, ForumNames, InForum, Paging, Scene, address, file_size};

/// Documents of a page.
const PAGE_ROWS: usize = 20;

struct Row {
    link: String,
    title: Html,
    about: Vec<Html>,
    /// The mark and the reason, once it was recalled.
    recalled: Option<(Html, Html)>,
}

#[derive(Template)]
#[template(path = "document/list.html")]
struct Body {
    w: DocumentWords,
    forum: String,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
}

/// `GET /dien-dan/{no}/tai-lieu/`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let Some(paging) = Paging::read(&at.scene, at.forum.documents.len(), PAGE_ROWS) else {
        return at.scene.not_found();
    };
    let key = at.scene.counting_key(at.forum.rev);
    at.scene.kept(&app, &headers, &key, || page(&at, paging))
}

fn page(at: &InForum, paging: Paging) -> String {
    let (scene, forum, lang) = (&at.scene, &at.forum, at.scene.lang);
    let w = DocumentWords(lang);
    let back = address::forum(forum.no);
    let newest = paging.rows(forum.documents.iter().rev());
    let body = render(&Body {
        w,
        forum: at.title(),
        rows: newest
            .map(|(number, document)| Row {
                link: href(lang, &address::document(forum.no, *number)),
                ..row(scene, document)
            })
            .collect(),
        empty: empty(lang, w.none_title(), w.none_text(), Some((&back, w.back()))),
        paging: paging.nav(lang, &address::documents(forum.no)),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), back),
        Crumb::here(w.title()),
    ];
    scene.frame(w.title(), Some(Section::Forums), crumbs).page(body)
}

fn row(scene: &Scene, document: &Document) -> Row {
    let (w, names) = (DocumentWords(scene.lang), ForumNames(scene.lang));
    let mut about = vec![Html::text(names.document(document.sort))];
    about.extend(document.sign.map(|at| said_inline(scene, at)));
    about.push(Html::text(&w.dated(document.date)));
    let file = |file: forum::events::FileRef| w.file_about(&names.file(file.kind), &file_size(file.bytes, scene.lang));
    about.extend(document.file.map(|(_, one)| Html::text(&w.has_file(&file(one)))));
    Row {
        link: String::new(),
        title: said_inline(scene, document.title),
        about,
        recalled: document.recalled.map(|why| {
            let mark = state(Note::Warn, Icon::X, w.recalled());
            (mark, said(scene, why, "meta"))
        }),
    }
}
