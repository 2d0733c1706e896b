//! One article: its author's words, unaltered.

use super::address::{self, Named};
use super::around::{Number, Told, forum_of, numbers, told};
use super::history::{Change, changes, last_corrected, role};
use super::text::{byline, prose};
use super::words::ArticleWords;
use crate::forum_line;
use crate::summary::{Summary, title};
use crate::words::PortalWords;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header::LOCATION;
use http::{HeaderMap, HeaderValue, StatusCode};
use portal::{PublicArticle, Withdrawal};
use web_kit::states::{Note, Trouble, note, print_button};
use web_kit::{Crumb, Html, Section, href, render, tiles_place};
use web_scene::said::said;
use web_scene::{App, Scene, Shown, address as places};

/// Other articles beside this one, at most.
const MORE_ROWS: usize = 4;

#[derive(Template)]
#[template(path = "article/show.html")]
struct Show {
    w: ArticleWords,
    p: PortalWords,
    title: String,
    byline: Html,
    prose: Html,
    withdrawn: Option<Withdrawn>,
    erased: Option<Html>,
    changes: Vec<Change>,
    print: Html,
    flag: Option<String>,
    corrected: String,
    entry: String,
    told: Option<Told>,
    numbers: Vec<Number>,
    more: Vec<Summary>,
    has_aside: bool,
    tiles: Html,
    how: String,
}

struct Withdrawn {
    day: String,
    reason: Html,
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
    let key = scene.hourly(scene.page_key(rev(&scene)));
    scene.kept(&app, &headers, &key, || html(&scene, one))
}

/// The last entry that changed what an article's page shows: of the portal, or of the forum beside it.
pub fn rev(scene: &Scene) -> u64 {
    scene.world().portal.rev.max(forum_line::rev(scene))
}

/// The article has another address now.
pub fn moved(to: &str) -> Response {
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
    let (w, p) = (ArticleWords(scene.lang), PortalWords(scene.lang));
    let title = title(scene, article);
    let (body, withdrawn) = (scene.shown(article.body), one.article.withdrawn());
    let erased = match body {
        Shown::Erased(entry) => Some(p.erased(entry)),
        Shown::Hidden if withdrawn.is_some() => None,
        Shown::Hidden | Shown::Unreadable => Some(p.unreadable().to_owned()),
        Shown::Words(_) => None,
    };
    let forum = forum_of(scene, one);
    let numbers = forum
        .map(|forum| numbers(scene, forum, body.words()))
        .unwrap_or_default();
    let more = more(scene, one);
    let author = article.author.map(|at| name(scene.shown(at), p)).unwrap_or_default();
    let department = article.department.map_or("", |at| scene.shown(at).words());
    let page = render(&Show {
        w,
        p,
        title: title.clone(),
        byline: byline(scene.lang, article.date, &author, department, body.words()),
        prose: prose(body.words()),
        withdrawn: withdrawn.map(|last| banner(scene, last)),
        erased: erased.map(|words| note(Note::Warn, &Html::text(&words))),
        changes: changes(scene, one),
        print: print_button(p.print_article()),
        flag: matches!(body, Shown::Words(_)).then(|| href(scene.lang, &places::flag(article.body.seq))),
        corrected: match last_corrected(one.article) {
            Some(day) => w.corrected(day),
            None => p.not_corrected().to_owned(),
        },
        entry: p.entry_of(article.title.seq),
        has_aside: forum.is_some() || !more.is_empty(),
        told: forum.map(|forum| told(scene, forum)),
        numbers,
        more,
        tiles: tiles_place(),
        how: href(scene.lang, web_kit::VISITS_PATH),
    });
    let crumbs = vec![Crumb::section(Section::News, scene.lang), Crumb::here(title.clone())];
    let mut frame = scene.frame(&title, Some(Section::News), crumbs);
    frame.scripts = true;
    frame.noindex = withdrawn.is_some();
    frame.page(page)
}

fn more(scene: &Scene, one: PublicArticle<'_>) -> Vec<Summary> {
    let newest = scene.world().portal.newest();
    let others = newest.filter(|other| other.article.no != one.article.no);
    others.take(MORE_ROWS).map(|other| Summary::of(scene, other)).collect()
}

fn banner(scene: &Scene, last: &Withdrawal) -> Withdrawn {
    Withdrawn {
        day: ArticleWords(scene.lang).withdrawn(last.act.at.office_date(), role(scene, last.act)),
        reason: said(scene, last.reason, ""),
    }
}

/// A name under an article, or that it was erased.
pub fn name(shown: Shown<'_>, w: PortalWords) -> String {
    match shown {
        Shown::Words(words) => words.to_owned(),
        Shown::Erased(entry) => w.name_erased(entry),
        Shown::Hidden | Shown::Unreadable => w.unreadable().to_owned(),
    }
}
