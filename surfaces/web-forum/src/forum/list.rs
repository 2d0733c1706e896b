//! All forums, newest first.

use super::{ForumWords, path, title, until};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::{Html, Section, href, render, states};
use web_scene::{App, Names, Paging, Scene};

/// Forums of a page.
const PAGE_ROWS: usize = 20;

struct Row {
    state: Html,
    title: String,
    link: String,
    no: String,
    until: String,
    counts: String,
}

#[derive(Template)]
#[template(path = "forum/list.html")]
struct Body {
    w: ForumWords,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
}

/// `GET /dien-dan/`
pub(crate) async fn show(State(app): State<App>, scene: Scene, headers: HeaderMap) -> Response {
    let forums = &scene.world().forums;
    let Some(paging) = Paging::read(&scene, forums.forums.len(), PAGE_ROWS) else {
        return scene.not_found();
    };
    scene.kept(&app, &headers, &scene.counting_key(forums.rev), || page(&scene, paging))
}

fn page(scene: &Scene, paging: Paging) -> String {
    let w = ForumWords(scene.lang);
    let forums = scene.world().forums.forums.values().rev();
    let rows = paging.rows(forums).map(|forum| Row {
        state: Names(scene.lang).stage(forum.stage_at(scene.now)),
        title: title(scene, forum),
        link: href(scene.lang, &path(forum)),
        no: forum.no.label(),
        until: until(scene, forum),
        counts: {
            let seen = forum.seen(scene.public_size);
            w.counts(seen.received, seen.published)
        },
    });
    let rows: Vec<Row> = rows.collect();
    let empty = states::empty(scene.lang, w.none_title(), w.none_text(), Some(("/tin/", w.news_go())));
    let body = render(&Body {
        w,
        rows,
        empty,
        paging: paging.nav(scene.lang, "/dien-dan/"),
    });
    scene.frame(w.title(), Some(Section::Forums), vec![]).page(body)
}
