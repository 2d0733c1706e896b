//! The published opinions of a forum, in the order of their numbers, and what became of the others.

use super::counts::Counts;
use super::{OpinionWords, Signed, signature};
use crate::forum::{path, title};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::SealedRef;
use base::number::opinion_label;
use base::vietnamese::{hour_span, number};
use forum::events::{REASONS, STATEMENT};
use forum::reading::is_late;
use forum::{Forum, Opinion, Stage};
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render, states};
use web_scene::InForum;
use web_scene::said::said;
use web_scene::{App, Names, Paging, Scene};

/// Opinions of a page.
const PAGE_ROWS: usize = 20;

struct Row {
    statement: Html,
    reasons: Html,
    signed: Signed,
    label: String,
    link: String,
}

#[derive(Template)]
#[template(path = "opinion/list.html")]
struct Body {
    w: OpinionWords,
    lead: String,
    waiting: String,
    is_late: bool,
    cleared: String,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
    reasons: Vec<(&'static str, String)>,
    total: String,
    write: Option<String>,
}

/// `GET /dien-dan/{no}/y-kien/`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let Some(paging) = Paging::read(&at.scene, at.forum.published.len(), PAGE_ROWS) else {
        return at.scene.not_found();
    };
    at.scene.kept(&app, &headers, &at.scene.counting_key(at.forum.rev), || {
        page(&at.scene, &at.forum, paging)
    })
}

fn page(scene: &Scene, forum: &Forum, paging: Paging) -> String {
    let w = OpinionWords(scene.lang);
    let opinions = &scene.world().forums.opinions;
    let published = paging.rows(&forum.published);
    let known = published.filter_map(|(number, seq)| Some((*number, *seq, opinions.get(seq)?)));
    let rows: Vec<Row> = known
        .map(|(number, seq, opinion)| row(scene, forum, number, seq, opinion))
        .collect();
    let noindex = rows.iter().any(|row| row.signed.has_name);
    let list = format!("{}/y-kien/", path(forum));
    let write = format!("{}/viet", path(forum));
    let is_open = forum.stage_at(scene.now) == Stage::Collecting;
    let empty = match is_open {
        true => states::empty(scene.lang, w.none_title(), w.none_open(), Some((&write, w.write_go()))),
        false => states::empty(
            scene.lang,
            w.none_title(),
            w.none_else(),
            Some((&path(forum), w.back())),
        ),
    };
    let counts = Counts::of(scene.world(), forum, scene.public_size);
    let oldest = forum
        .held
        .range(..scene.public_size)
        .next()
        .and_then(|seq| opinions.get(seq));
    let reasons = counts.reasons.iter();
    let body = render(&Body {
        w,
        lead: w.list_lead(&title(scene, forum)),
        waiting: match oldest {
            Some(oldest) => w.waiting(counts.waiting as usize, &hour_span(oldest.at, scene.lang)),
            None => w.waiting_none().to_owned(),
        },
        is_late: oldest.is_some_and(|oldest| is_late(oldest.at, scene.now)),
        cleared: if counts.cleared == 0 {
            String::new()
        } else {
            w.cleared(counts.cleared as usize)
        },
        write: (is_open && !rows.is_empty()).then(|| href(scene.lang, &write)),
        rows,
        empty,
        paging: paging.nav(scene.lang, &list),
        reasons: reasons
            .map(|(reason, n)| (Names(scene.lang).reason(*reason), number(*n, scene.lang)))
            .collect(),
        total: number(counts.refused, scene.lang),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, scene.lang),
        Crumb::link(forum.no.label(), path(forum)),
        Crumb::here(w.list_title()),
    ];
    let mut frame = scene.frame(w.list_title(), Some(Section::Forums), crumbs);
    frame.noindex = noindex;
    frame.page(body)
}

fn row(scene: &Scene, forum: &Forum, number: u32, seq: u64, opinion: &Opinion) -> Row {
    let reasons = || said(scene, SealedRef::new(seq, REASONS), "voice gap-s");
    Row {
        statement: said(scene, SealedRef::new(seq, STATEMENT), "say"),
        reasons: if opinion.has_reasons {
            reasons()
        } else {
            Html::default()
        },
        signed: signature(scene, seq, opinion),
        label: opinion_label(number),
        link: href(scene.lang, &format!("{}/y-kien/{number}", path(forum))),
    }
}
