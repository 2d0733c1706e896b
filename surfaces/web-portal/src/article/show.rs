//! One article: its author's words, unaltered.

use super::address::{self, Named};
use super::body::{Block, blocks, minutes};
use crate::summary::{Summary, title};
use crate::words::PortalWords;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::vietnamese::{byline_date, number};
use http::header::LOCATION;
use http::{HeaderMap, HeaderValue, StatusCode};
use portal::PublicArticle;
use web_kit::states::{Note, Trouble, note, print_button};
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::{App, Scene, Shown};

/// Other articles beside this one, at most.
const MORE_ROWS: usize = 4;

#[derive(Template)]
#[template(path = "article/show.html")]
struct Show<'a> {
    w: PortalWords,
    title: String,
    date: String,
    datetime: String,
    author: String,
    department: &'a str,
    minutes: Option<String>,
    blocks: Vec<Block<'a>>,
    erased: Option<Html>,
    print: Html,
    visits: Option<Visits>,
    how: String,
    entry: String,
    more: Vec<Summary>,
}

struct Visits {
    online: String,
    today: String,
    total: String,
    recorded: String,
}

/// GET `/tin/{nam}/{slug}`.
pub async fn page(
    State(app): State<App>,
    headers: HeaderMap,
    at: Result<Path<(String, String)>, PathRejection>,
    scene: Scene,
) -> Response {
    let Ok(Path((year, slug))) = at else {
        return scene.trouble_in(Some(Section::News), Trouble::NotFound);
    };
    let one = match address::find(&scene, &year, &slug) {
        Some(Named::Article(one)) => one,
        Some(Named::Moved(path)) => return moved(&href(scene.lang, &path)),
        None => return scene.trouble_in(Some(Section::News), Trouble::NotFound),
    };
    let article = one.revision;
    if let (Shown::Erased(_), Shown::Erased(entry)) = (scene.shown(article.title), scene.shown(article.body)) {
        return gone(&scene, entry);
    }
    scene.kept(&app, &headers, &scene.page_key(scene.world().portal.rev), || {
        html(&scene, one)
    })
}

/// The article has another address now.
fn moved(to: &str) -> Response {
    let mut response = StatusCode::MOVED_PERMANENTLY.into_response();
    if let Ok(to) = HeaderValue::try_from(to) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

/// Nothing of the article is left but its entries.
fn gone(scene: &Scene, entry: u64) -> Response {
    let entry = entry.to_string();
    scene.trouble_in(Some(Section::News), Trouble::Gone(Some(&entry)))
}

fn html(scene: &Scene, one: PublicArticle<'_>) -> String {
    let article = one.revision;
    let (w, lang) = (PortalWords(scene.lang), scene.lang);
    let title = title(scene, article);
    let body = scene.shown(article.body);
    let erased = match body {
        Shown::Erased(entry) => Some(w.erased(entry)),
        Shown::Hidden | Shown::Unreadable => Some(w.unreadable().to_owned()),
        Shown::Words(_) => None,
    };
    let others = scene
        .world()
        .portal
        .newest()
        .filter(|other| other.article.no != one.article.no);
    let visits = scene.world().portal.legacy_visits.map(|visits| Visits {
        online: number(visits.online, lang),
        today: number(visits.today, lang),
        total: number(visits.total, lang),
        recorded: w.visits_recorded(visits.as_of),
    });
    let page = render(&Show {
        w,
        title: title.clone(),
        date: byline_date(article.date, lang),
        datetime: article.date.to_string(),
        author: article.author.map(|at| name(scene.shown(at), w)).unwrap_or_default(),
        department: article.department.map_or("", |at| scene.shown(at).words()),
        minutes: matches!(body, Shown::Words(_)).then(|| w.minutes(minutes(body.words()))),
        blocks: blocks(body.words()),
        erased: erased.map(|words| note(Note::Warn, &Html::text(&words))),
        print: print_button(w.print_article()),
        visits,
        how: href(lang, "/thong-ke"),
        entry: w.entry_of(article.title.seq),
        more: others.take(MORE_ROWS).map(|other| Summary::of(scene, other)).collect(),
    });
    let crumbs = vec![Crumb::section(Section::News, lang), Crumb::here(title.clone())];
    let mut frame = scene.frame(&title, Some(Section::News), crumbs);
    frame.scripts = true;
    frame.page(page)
}

/// A name under an article, or that it was erased.
fn name(shown: Shown<'_>, w: PortalWords) -> String {
    match shown {
        Shown::Words(words) => words.to_owned(),
        Shown::Erased(entry) => w.name_erased(entry),
        Shown::Hidden | Shown::Unreadable => w.unreadable().to_owned(),
    }
}
