//! One published revision of an article, alone or compared with another one.

use super::address::{self, Named};
use super::history::{compared_path, revision_path};
use super::show::{moved, name};
use super::text::{self, byline, prose};
use super::words::ArticleWords;
use crate::summary::title;
use crate::words::PortalWords;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::vietnamese::short_date;
use http::HeaderMap;
use portal::{PublicArticle, Revision, RevisionState};
use web_kit::states::{Note, Trouble, note};
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::said::said;
use web_scene::{App, Scene, Shown};

/// The parameter that names the revision to compare with.
const WITH: &str = "so-voi";

#[derive(Template)]
#[template(path = "article/revision.html")]
struct Body {
    w: ArticleWords,
    title: String,
    state: Html,
    article: String,
    alone: Option<(String, String)>,
    correction: Option<Html>,
    compared: Option<Compared>,
    byline: Html,
    prose: Html,
    all: Vec<Row>,
}

/// Two revisions side by side.
struct Compared {
    about: String,
    fields: Vec<Field>,
    lines: Html,
}

struct Field {
    label: &'static str,
    before: String,
    after: String,
}

struct Row {
    label: String,
    link: Option<String>,
    compare: Option<String>,
    compare_label: String,
}

/// `GET /tin/{nam}/{slug}/ban/{so}`
pub async fn page(
    State(app): State<App>,
    headers: HeaderMap,
    at: Result<Path<(String, String, String)>, PathRejection>,
    scene: Scene,
) -> Response {
    let none = || scene.trouble_in(Some(Section::News), Trouble::NotFound);
    let Ok(Path((year, slug, number))) = at else {
        return none();
    };
    let one = match address::find(&scene, &year, &slug) {
        Some(Named::Article(one)) => one,
        Some(Named::Moved(path)) => return moved(&href(scene.lang, &format!("{path}/ban/{number}"))),
        None => return none(),
    };
    let Some(revision) = published(one, &number) else {
        return none();
    };
    let query = scene.query();
    let with = match query.get(WITH) {
        "" => None,
        number => match published(one, number).filter(|other| other.no != revision.no) {
            Some(other) => Some(other),
            None => return none(),
        },
    };
    scene.kept(&app, &headers, &scene.page_key(scene.world().portal.rev), || {
        html(&scene, one, revision, with)
    })
}

/// A revision that was ever published, by its number as it is written in addresses.
fn published<'a>(one: PublicArticle<'a>, number: &str) -> Option<&'a Revision> {
    let no: u32 = number.parse().ok().filter(|no: &u32| no.to_string() == number)?;
    one.article.history().find(|revision| revision.no == no)
}

fn html(scene: &Scene, one: PublicArticle<'_>, revision: &Revision, with: Option<&Revision>) -> String {
    let (w, p) = (ArticleWords(scene.lang), PortalWords(scene.lang));
    let name_of = title(scene, revision);
    let heading = match with {
        Some(with) => w.compared(revision.no, with.no),
        None => w.revision_of(revision.no, &name_of),
    };
    let body = scene.shown(revision.body).words();
    let author = revision.author.map(|at| name(scene.shown(at), p)).unwrap_or_default();
    let department = revision.department.map_or("", |at| scene.shown(at).words());
    let alone = with.map(|_| {
        (
            href(scene.lang, &revision_path(scene, one, revision.no)),
            w.to_revision(revision.no),
        )
    });
    let page = render(&Body {
        w,
        title: heading.clone(),
        state: state(w, revision),
        article: href(scene.lang, &address::path(scene, one)),
        alone,
        correction: revision.note.map(|note| said(scene, note, "")),
        compared: with.map(|with| compared(scene, with, revision)),
        byline: byline(scene.lang, revision.date, &author, department, body),
        prose: prose(body),
        all: all(scene, one, revision, with),
    });
    let crumbs = vec![
        Crumb::section(Section::News, scene.lang),
        Crumb::link(title(scene, one.revision), address::path(scene, one)),
        Crumb::here(w.revision(revision.no)),
    ];
    let mut frame = scene.frame(&heading, Some(Section::News), crumbs);
    // The article's own page is the one to be found.
    frame.noindex = true;
    frame.page(page)
}

fn state(w: ArticleWords, revision: &Revision) -> Html {
    let day = revision.published.unwrap_or(revision.saved).at.office_date();
    let (tone, words) = match revision.state {
        RevisionState::Published => (Note::Ok, w.stands(day)),
        RevisionState::Withdrawn => (Note::Late, w.held(day)),
        _ => (Note::Warn, w.superseded(day)),
    };
    note(tone, &Html::text(&words))
}

fn compared(scene: &Scene, before: &Revision, after: &Revision) -> Compared {
    let (w, fields) = (ArticleWords(scene.lang), fields(scene, before, after));
    let (Shown::Words(old), Shown::Words(new)) = (scene.shown(before.body), scene.shown(after.body)) else {
        return Compared {
            about: w.no_words().to_owned(),
            fields,
            lines: Html::default(),
        };
    };
    let (lines, gone, put_in) = text::compared(scene.lang, old, new);
    let about = match fields.is_empty() && gone + put_in == 0 {
        true => w.same().to_owned(),
        false => w.counts(gone, put_in),
    };
    Compared { about, fields, lines }
}

/// What differs above the words.
fn fields(scene: &Scene, before: &Revision, after: &Revision) -> Vec<Field> {
    let (w, p) = (ArticleWords(scene.lang), PortalWords(scene.lang));
    let optional = |at: Option<base::fact::SealedRef>| match at.map(|at| name(scene.shown(at), p)) {
        Some(words) if !words.is_empty() => words,
        _ => w.nothing().to_owned(),
    };
    let day = |revision: &Revision| short_date(revision.date, scene.lang);
    let all = [
        (w.field_title(), title(scene, before), title(scene, after)),
        (w.field_date(), day(before), day(after)),
        (w.field_author(), optional(before.author), optional(after.author)),
        (
            w.field_department(),
            optional(before.department),
            optional(after.department),
        ),
    ];
    let differ = all.into_iter().filter(|(_, before, after)| before != after);
    differ
        .map(|(label, before, after)| Field { label, before, after })
        .collect()
}

/// Every published revision, the newest first, with the ways to it.
fn all(scene: &Scene, one: PublicArticle<'_>, here: &Revision, with: Option<&Revision>) -> Vec<Row> {
    let w = ArticleWords(scene.lang);
    let row = |revision: &Revision| {
        let day = revision.published.unwrap_or(revision.saved).at.office_date();
        let (is_here, is_with) = (revision.no == here.no, with.is_some_and(|with| with.no == revision.no));
        let compare = compared_path(scene, one, here.no, revision.no);
        Row {
            label: w.published_on(revision.no, day),
            link: (!is_here).then(|| href(scene.lang, &revision_path(scene, one, revision.no))),
            compare: (!is_here && !is_with).then(|| href(scene.lang, &compare)),
            compare_label: w.compare_with(revision.no),
        }
    };
    one.article.history().rev().map(row).collect()
}
