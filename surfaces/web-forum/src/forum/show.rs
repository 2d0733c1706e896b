//! One forum: its six steps and its facts.

use super::steps::{Step, steps};
use super::{ForumWords, path, title};
use crate::opinion::counts::Counts;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::{byline_date, number, short_date};
use forum::{Forum, Stage};
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::InForum;
use web_scene::{App, Names, Scene};

#[derive(Template)]
#[template(path = "forum/show.html")]
struct Body<'a> {
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
        w,
        title: &title,
        purpose: forum.purpose.map_or("", |at| scene.shown(at).words()),
        state: Names(scene.lang).stage(at),
        steps: steps(scene, forum),
        counts: counts.rows(w).map(|(label, n)| (label, number(n, scene.lang))).to_vec(),
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
    scene.frame(&title, Some(Section::Forums), crumbs).page(body)
}

fn facts(scene: &Scene, forum: &Forum) -> Vec<(&'static str, String)> {
    let w = ForumWords(scene.lang);
    let name = |id| match scene.organisation(id) {
        "" => w.not_recorded(),
        name => name,
    };
    let organisation = |id: Option<_>| id.map_or(w.not_recorded(), name).to_owned();
    vec![
        (w.number(), forum.no.label()),
        (w.day(), byline_date(forum.day, scene.lang)),
        (w.chair(), organisation(forum.chair)),
        (w.force(), organisation(forum.force)),
        (w.last_day(), byline_date(forum.closes, scene.lang)),
        (w.announced(), short_date(forum.announced_at.office_date(), scene.lang)),
    ]
}
