//! One figure of the report, and where it comes from.

use super::ReportWords;
use super::corrections::successor;
use super::figures::{self, Shown};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::short_date;
use forum::Forum;
use forum::report::{Figure, Section};
use http::HeaderMap;
use web_kit::{Crumb, Html, href, render};
use web_scene::said::said_inline;
use web_scene::{App, InForum, Numbered, Scene, address};

/// A figure with the section it stands in, or stood in last.
struct Found<'a> {
    number: u32,
    section: &'a Section,
    figure: &'a Figure,
    /// It is in the report as it stands.
    is_there: bool,
}

/// What the figure was before a correction.
struct Earlier {
    value: Html,
    unit: Html,
    until: String,
}

#[derive(Template)]
#[template(path = "report/figure.html")]
struct Body {
    w: ReportWords,
    forum: String,
    figure: Shown,
    is_there: bool,
    facts: Vec<(&'static str, Html)>,
    earlier: Vec<Earlier>,
    seq: u64,
    flag: String,
    to_report: String,
}

/// `GET /dien-dan/{no}/so-lieu/{so}`
pub(crate) async fn show(
    State(app): State<App>,
    at: InForum,
    Numbered(number): Numbered,
    headers: HeaderMap,
) -> Response {
    let number = number.and_then(|number| u32::try_from(number).ok());
    let Some(found) = number.and_then(|number| find(&at.forum, number)) else {
        return at.scene.not_found();
    };
    let key = at.scene.counting_key(at.forum.rev);
    at.scene.kept(&app, &headers, &key, || page(&at, &found))
}

/// A figure of the published report, or of what was published before a correction.
fn find(forum: &Forum, wanted: u32) -> Option<Found<'_>> {
    forum.report.published?;
    let now = forum
        .report
        .sections
        .iter()
        .map(|(number, section)| (*number, section, true));
    let before = forum.report.superseded.iter().rev();
    let before = before.map(|(number, section)| (*number, section, false));
    now.chain(before).find_map(|(number, section, is_there)| {
        let figure = section.figures.iter().find(|one| one.figure == wanted)?;
        Some(Found {
            number,
            section,
            figure,
            is_there,
        })
    })
}

/// What it was before, the newest first, as far as its words differ from those after it.
fn earlier(scene: &Scene, forum: &Forum, found: &Found<'_>) -> Vec<Earlier> {
    let words = |figure: &Figure| {
        let unit = figure.unit.map(|at| scene.shown(at).words()).unwrap_or_default();
        (scene.shown(figure.value).words().to_owned(), unit.to_owned())
    };
    let mut after = words(found.figure);
    let mut all = Vec::new();
    let old = forum.report.superseded.iter().enumerate().rev();
    for (place, (_, section)) in old {
        let Some(figure) = section.figures.iter().find(|one| one.figure == found.figure.figure) else {
            continue;
        };
        let was = words(figure);
        if was == after {
            continue;
        }
        after = was;
        let until = successor(forum, place).map_or(section.at, |next| next.at);
        all.push(Earlier {
            value: said_inline(scene, figure.value),
            unit: figure.unit.map(|at| said_inline(scene, at)).unwrap_or_default(),
            until: ReportWords(scene.lang).was(until.office_date()),
        });
    }
    all
}

fn page(at: &InForum, found: &Found<'_>) -> String {
    let (scene, forum, lang) = (&at.scene, &at.forum, at.scene.lang);
    let w = ReportWords(lang);
    let figure = figures::shown(scene, forum, found.figure);
    let report = address::report(forum.no);
    let number = w.figure(figure.number);
    let title = match scene.shown(found.figure.label).words() {
        "" => number.clone(),
        label => label.to_owned(),
    };
    let to_section = format!("{report}#phan-{}", found.number);
    let body = render(&Body {
        w,
        forum: at.title(),
        facts: facts(scene, forum, found),
        is_there: found.is_there,
        earlier: earlier(scene, forum, found),
        seq: found.section.seq,
        flag: href(lang, &address::flag(found.section.seq)),
        to_report: href(lang, if found.is_there { &to_section } else { &report }),
        figure,
    });
    let crumbs = vec![
        Crumb::section(web_kit::Section::Forums, lang),
        Crumb::link(forum.no.label(), address::forum(forum.no)),
        Crumb::link(w.title(), report),
        Crumb::here(number),
    ];
    scene.frame(&title, Some(web_kit::Section::Forums), crumbs).page(body)
}

fn facts(scene: &Scene, forum: &Forum, found: &Found<'_>) -> Vec<(&'static str, Html)> {
    let w = ReportWords(scene.lang);
    let day = |at: base::time::Hour| short_date(at.office_date(), scene.lang);
    let mut facts = Vec::new();
    let force = forum.force.map(|id| scene.organisation(id)).unwrap_or_default();
    if !force.is_empty() {
        facts.push((w.reported_by(), Html::text(force)));
    }
    let period = figures::period(scene, found.figure);
    let period = if period.is_empty() { w.period_none() } else { &period };
    facts.push((w.column_period(), Html::text(period)));
    facts.push((w.stands_in(), said_inline(scene, found.section.heading)));
    facts.extend(
        forum
            .report
            .published
            .map(|at| (w.report_published(), Html::text(&day(at)))),
    );
    facts.push((w.on_record(), Html::text(&day(found.section.at))));
    facts
}
