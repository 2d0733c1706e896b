//! The report, as everyone reads it; before it is published, when it is expected. Drafts never stand here.

use super::ReportWords;
use super::corrections::{self, Correction};
use super::figures::{self, Shown};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use forum::events::About;
use forum::report::Section;
use forum::{Forum, OpinionState, Stage};
use http::HeaderMap;
use std::collections::BTreeMap;
use web_kit::states::{empty, print_button};
use web_kit::{Crumb, Html, href, render};
use web_scene::said::{said, said_inline};
use web_scene::{App, InForum, Paging, Scene, address};

/// Corrections of a page.
const CORRECTIONS_ROWS: usize = 20;

struct ShownParagraph {
    number: u32,
    text: Html,
    /// Where to write about it; none when opinions are not taken.
    write: Option<String>,
    /// Where published opinions about it are, and how many.
    opinions: Option<(String, String)>,
}

struct ShownSection {
    number: u32,
    heading: Html,
    paragraphs: Vec<ShownParagraph>,
    figures: Vec<Shown>,
    seq: u64,
    flag: String,
}

#[derive(Template)]
#[template(path = "report/show.html")]
struct Body {
    w: ReportWords,
    forum: String,
    about: Vec<String>,
    corrected: String,
    sections: Vec<ShownSection>,
    has_figures: bool,
    corrections: Vec<Correction>,
    paging: Html,
    print: Html,
    more: Vec<(String, &'static str)>,
}

#[derive(Template)]
#[template(path = "report/waiting.html")]
struct Waiting {
    w: ReportWords,
    forum: String,
    empty: Html,
}

/// `GET /dien-dan/{no}/bao-cao`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let total = at.forum.report.superseded.len();
    let Some(paging) = Paging::read(&at.scene, total, CORRECTIONS_ROWS) else {
        return at.scene.not_found();
    };
    let key = at.scene.counting_key(at.forum.rev);
    at.scene.kept(&app, &headers, &key, || {
        let body = match at.forum.report.published {
            Some(_) => published(&at, paging),
            None => waiting(&at),
        };
        framed(&at, &body)
    })
}

fn framed(at: &InForum, body: &Html) -> String {
    let (w, lang) = (ReportWords(at.scene.lang), at.scene.lang);
    let crumbs = vec![
        Crumb::section(web_kit::Section::Forums, lang),
        Crumb::link(at.forum.no.label(), address::forum(at.forum.no)),
        Crumb::here(w.title()),
    ];
    let mut frame = at.scene.frame(w.title(), Some(web_kit::Section::Forums), crumbs);
    frame.scripts = true;
    frame.page(body)
}

fn waiting(at: &InForum) -> Html {
    let (scene, forum) = (&at.scene, &at.forum);
    let w = ReportWords(scene.lang);
    let days = law::terms(scene.today).announcement_days;
    let by = forum.day.add_days(-i32::try_from(days).unwrap_or_default());
    let text = match forum.stage_at(scene.now) {
        Stage::Announced | Stage::Collecting | Stage::InSession if scene.today <= by => w.expected(by, days),
        Stage::Announced | Stage::Collecting | Stage::InSession => w.overdue(by, forum.day),
        Stage::Concluded | Stage::FollowingUp | Stage::Closed | Stage::Cancelled => w.never().to_owned(),
    };
    let back = address::forum(forum.no);
    render(&Waiting {
        w,
        forum: at.title(),
        empty: empty(scene.lang, w.not_yet(), &text, Some((&back, w.back()))),
    })
}

fn published(at: &InForum, paging: Paging) -> Html {
    let (scene, forum, lang) = (&at.scene, &at.forum, at.scene.lang);
    let w = ReportWords(lang);
    let counts = spoken_to(scene, forum);
    let report = &forum.report;
    let sections = report.in_order().into_iter();
    let sections: Vec<ShownSection> = sections.map(|one| section(scene, forum, one, &counts)).collect();
    let path = address::report(forum.no);
    render(&Body {
        w,
        forum: at.title(),
        about: about(scene, forum),
        corrected: match report.superseded.len() {
            0 => String::new(),
            times => w.corrected(times),
        },
        has_figures: sections.iter().any(|one| !one.figures.is_empty()),
        sections,
        corrections: paging.rows(corrections::all(scene, forum)).collect(),
        paging: paging.nav(lang, &path),
        print: print_button(w.print()),
        more: vec![
            (href(lang, &address::opinions(forum.no)), w.opinions_go()),
            (href(lang, &address::agenda(forum.no)), w.agenda_go()),
            (href(lang, &address::documents(forum.no)), w.documents_go()),
            (href(lang, &address::forum(forum.no)), w.back()),
        ],
    })
}

/// Who reports, when it was published, for which day.
fn about(scene: &Scene, forum: &Forum) -> Vec<String> {
    let w = ReportWords(scene.lang);
    let force = forum.force.map(|id| scene.organisation(id)).unwrap_or_default();
    let mut about = Vec::new();
    if !force.is_empty() {
        about.push(w.by(force));
    }
    about.extend(forum.report.published.map(|at| w.published(at.office_date())));
    about.push(w.before(forum.day));
    about
}

/// How many published opinions speak to each paragraph.
fn spoken_to(scene: &Scene, forum: &Forum) -> BTreeMap<u32, usize> {
    let opinions = &scene.world().forums.opinions;
    let mut counts = BTreeMap::new();
    for opinion in forum.published.values().filter_map(|seq| opinions.get(seq)) {
        if let (OpinionState::Published(_), Some(About::Paragraph(paragraph))) = (opinion.state, opinion.about) {
            *counts.entry(paragraph).or_default() += 1;
        }
    }
    counts
}

fn section(
    scene: &Scene,
    forum: &Forum,
    (number, section): (u32, &Section),
    counts: &BTreeMap<u32, usize>,
) -> ShownSection {
    let (w, lang) = (ReportWords(scene.lang), scene.lang);
    let collecting = forum.stage_at(scene.now) == Stage::Collecting;
    let paragraph = |one: &forum::report::Paragraph| {
        let narrowed = |path: String| href(lang, &format!("{path}?doan={}", one.paragraph));
        let count = counts.get(&one.paragraph);
        ShownParagraph {
            number: one.paragraph,
            text: said(scene, one.text, "prose"),
            write: collecting.then(|| narrowed(address::write(forum.no))),
            opinions: count.map(|count| (narrowed(address::opinions(forum.no)), w.spoken_to(*count))),
        }
    };
    ShownSection {
        number,
        heading: said_inline(scene, section.heading),
        paragraphs: section.paragraphs.iter().map(paragraph).collect(),
        figures: section
            .figures
            .iter()
            .map(|one| figures::shown(scene, forum, one))
            .collect(),
        seq: section.seq,
        flag: href(lang, &address::flag(section.seq)),
    }
}
