//! One forum: its six steps and its facts.

use super::steps::{Step, steps};
use super::{ForumWords, path, title};
use crate::opinion::counts::Counts;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::{byline_date, number, short_date};
use forum::dates::ChangeSort;
use forum::{Forum, Stage};
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::InForum;
use web_scene::said::said_inline;
use web_scene::{App, ForumNames, Names, Scene, address};

/// A change of the forum's days.
struct Changed {
    what: &'static str,
    days: String,
    reason: Html,
}

#[derive(Template)]
#[template(path = "forum/show.html")]
struct Body<'a> {
    changes: Vec<Changed>,
    more: Vec<(String, &'static str)>,
    w: ForumWords,
    title: &'a str,
    purpose: &'a str,
    state: Html,
    steps: Vec<Step>,
    counts: Vec<(&'static str, String)>,
    reasons: Vec<String>,
    write: Option<String>,
    facts: Vec<(&'static str, String)>,
    verify: String,
}

/// `GET /dien-dan/{no}`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    at.scene.kept(&app, &headers, &at.scene.counting_key(at.forum.rev), || {
        page(&at.scene, &at.forum)
    })
}

fn page(scene: &Scene, forum: &Forum) -> String {
    let w = ForumWords(scene.lang);
    let title = title(scene, forum);
    let at = forum.stage_at(scene.now);
    let counts = Counts::of(scene.world(), forum, scene.public_size);
    let name = |reason| Names(scene.lang).reason(reason);
    let write = format!("{}/viet", path(forum));
    let body = render(&Body {
        changes: changes(scene, forum),
        more: more(scene, forum),
        w,
        title: &title,
        purpose: forum.purpose.map_or("", |at| scene.shown(at).words()),
        state: Names(scene.lang).stage(at),
        steps: steps(scene, forum),
        counts: counts
            .rows(w)
            .into_iter()
            .map(|(label, n)| (label, number(n, scene.lang)))
            .collect(),
        reasons: counts
            .reasons
            .iter()
            .map(|(reason, n)| w.reason_count(name(*reason), *n))
            .collect(),
        write: (at == Stage::Collecting).then(|| href(scene.lang, &write)),
        facts: facts(scene, forum),
        verify: href(scene.lang, "/kiem-chung"),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, scene.lang),
        Crumb::here(forum.no.label()),
    ];
    let feed = address::feed(forum.no);
    let mut frame = scene.frame(&title, Some(Section::Forums), crumbs);
    frame.feed = Some(&feed);
    frame.page(body)
}

/// Changes of the days, the newest first.
fn changes(scene: &Scene, forum: &Forum) -> Vec<Changed> {
    let (w, names) = (ForumWords(scene.lang), ForumNames(scene.lang));
    let change = |change: &forum::dates::Change| Changed {
        what: names.change(change.sort),
        days: match change.sort {
            ChangeSort::Postponed => w.change_days(change.day_before, change.day),
            ChangeSort::Extended => w.change_days(change.closes_before, change.closes),
            ChangeSort::Cancelled => String::new(),
            ChangeSort::ClosedEarly => w.change_days(
                change.closes,
                base::time::Minute::from_unix_secs(change.at.unix_secs()).office_date(),
            ),
        },
        reason: said_inline(scene, change.reason),
    };
    forum.changes.iter().rev().map(change).collect()
}

/// Pages of the forum beside its steps.
fn more(scene: &Scene, forum: &Forum) -> Vec<(String, &'static str)> {
    let w = ForumWords(scene.lang);
    let link = |path: String, words: &'static str| (href(scene.lang, &path), words);
    let mut more = Vec::new();
    if !forum.agenda.items.is_empty() {
        more.push(link(address::agenda(forum.no), w.agenda_go()));
    }
    if !forum.documents.is_empty() {
        more.push(link(address::documents(forum.no), w.documents_go()));
    }
    more.push(link(address::answers(forum.no), w.answers_go()));
    more.push(link(address::feed(forum.no), w.feed_go()));
    more.push(link(address::flag(forum.title.seq), w.flag_go()));
    more
}

fn facts(scene: &Scene, forum: &Forum) -> Vec<(&'static str, String)> {
    let w = ForumWords(scene.lang);
    let name = |id| match scene.organisation(id) {
        "" => w.not_recorded(),
        name => name,
    };
    let organisation = |id: Option<_>| id.map_or(w.not_recorded(), name).to_owned();
    let detail = |label, at: Option<base::fact::SealedRef>| {
        let words = at.map(|at| scene.shown(at).words()).unwrap_or_default();
        (!words.is_empty()).then(|| (label, words.to_owned()))
    };
    let details = &forum.details;
    let mut facts = vec![
        (w.number(), forum.no.label()),
        (w.day(), byline_date(forum.day, scene.lang)),
        (w.chair(), organisation(forum.chair)),
        (w.force(), organisation(forum.force)),
        (w.last_day(), byline_date(forum.closes, scene.lang)),
        (w.announced(), short_date(forum.announced_at.office_date(), scene.lang)),
    ];
    facts.extend(detail(w.when_held(), details.time));
    facts.extend(detail(w.place(), details.place));
    facts.extend(detail(w.remarks(), details.remarks));
    facts.extend(detail(w.guests(), details.guests));
    facts
}
