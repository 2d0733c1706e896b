//! One published opinion, at an address that does not change.

use super::{OpinionWords, Signed, signature};
use crate::forum::path;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::SealedRef;
use base::number::opinion_label;
use forum::events::{REASONS, STATEMENT};
use forum::{Forum, Opinion};
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::said::said;
use web_scene::{App, Scene};
use web_scene::{InForum, Numbered};

#[derive(Template)]
#[template(path = "opinion/show.html")]
struct Body<'a> {
    w: OpinionWords,
    title: &'a str,
    statement: Html,
    reasons: Html,
    signed: &'a Signed,
    seq: u64,
    entry: String,
    list: String,
}

/// `GET /dien-dan/{no}/y-kien/{so}`
pub(crate) async fn show(
    State(app): State<App>,
    at: InForum,
    Numbered(number): Numbered,
    headers: HeaderMap,
) -> Response {
    let (scene, forum) = (&at.scene, &at.forum);
    let number = number.and_then(|number| u32::try_from(number).ok());
    let found = number.and_then(|number| Some((number, *forum.published.get(&number)?)));
    let found = found.and_then(|(number, seq)| Some((number, seq, scene.world().forums.opinions.get(&seq)?)));
    let Some((number, seq, opinion)) = found else {
        return scene.not_found();
    };
    scene.kept(&app, &headers, &scene.counting_key(opinion.rev), || {
        page(scene, forum, number, seq, opinion)
    })
}

fn page(scene: &Scene, forum: &Forum, number: u32, seq: u64, opinion: &Opinion) -> String {
    let w = OpinionWords(scene.lang);
    let title = w.one_title(&opinion_label(number));
    let signed = signature(scene, seq, opinion);
    let list = format!("{}/y-kien/", path(forum));
    let reasons = || said(scene, SealedRef::new(seq, REASONS), "voice gap-s");
    let body = render(&Body {
        w,
        title: &title,
        statement: said(scene, SealedRef::new(seq, STATEMENT), "say"),
        reasons: if opinion.has_reasons {
            reasons()
        } else {
            Html::default()
        },
        signed: &signed,
        seq,
        entry: w.entry(seq),
        list: href(scene.lang, &list),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, scene.lang),
        Crumb::link(forum.no.label(), path(forum)),
        Crumb::link(w.list_title(), list),
        Crumb::here(opinion_label(number)),
    ];
    let mut frame = scene.frame(&title, Some(Section::Forums), crumbs);
    frame.noindex = signed.has_name;
    frame.page(body)
}
