//! The page of a piece of evidence.

use super::AtEvidence;
use crate::clause::{ClauseWords, label};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Exposure;
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render, words};
use web_scene::said::said;
use web_scene::{App, ForumNames, address, file_size, is_picture};

words! {
    /// What the page of a piece of evidence says.
    pub struct EvidenceWords;

    for_clause(label: &str) { vi: "Cho việc {label}", en: "For clause {label}" }
    sort() { vi: "Loại", en: "Sort" }
    file() { vi: "Tệp", en: "File" }
    file_about(kind: &str, size: &str) { vi: "{kind}, {size}", en: "{kind}, {size}" }
    open() { vi: "Mở tệp", en: "Open the file" }
    file_gone() { vi: "Tệp này đã xóa theo lệnh xóa có ghi trong sổ.", en: "This file was erased; the order is on record." }
    day() { vi: "Nộp ngày", en: "Handed in" }
    on_record() { vi: "Trong sổ cái", en: "On record" }
    entry(n: u64) { vi: "Dòng {n}, nguyên văn", en: "Entry {n}, exact bytes" }
    about_file() { vi: "Sổ giữ dấu băm của tệp: đổi tệp thì không còn khớp.", en: "The ledger keeps the file's digest: another file would not fit it." }
}

struct Shown {
    about: String,
    /// Address; none once it is erased.
    href: Option<String>,
    picture: bool,
}

#[derive(Template)]
#[template(path = "evidence/show.html")]
struct Body<'a> {
    w: EvidenceWords,
    c: ClauseWords,
    heading: &'a str,
    title: Html,
    alt: &'a str,
    words: Html,
    file: Option<Shown>,
    sort: &'static str,
    day: String,
    clause: String,
    clause_href: String,
    seq: u64,
    flag: String,
}

/// `GET /dien-dan/{no}/viec/{viec}/bang-chung/{so}`
pub(crate) async fn show(State(app): State<App>, at: AtEvidence, headers: HeaderMap) -> Response {
    let scene = &at.page.at.scene;
    scene.kept(&app, &headers, &scene.counting_key(at.page.at.forum.rev), || body(&at))
}

fn body(at: &AtEvidence) -> String {
    let (scene, no, one) = (&at.page.at.scene, at.page.no, &at.evidence);
    let (w, c, lang) = (EvidenceWords(scene.lang), ClauseWords(scene.lang), scene.lang);
    let names = ForumNames(lang);
    let heading = c.evidence_number(at.number);
    let file = one.file.map(|(place, file)| {
        let is_there = scene.world().exposure_of(place) == Exposure::Public;
        let path = address::evidence_file(no.forum, (no.directive, no.clause), at.number);
        Shown {
            about: w.file_about(&names.file(file.kind), &file_size(file.bytes, scene.lang)),
            href: is_there.then_some(path),
            picture: is_there && is_picture(file.kind),
        }
    });
    let clause = address::clause(no.forum, no.directive, no.clause);
    let body = render(&Body {
        w,
        c,
        heading: &heading,
        title: said(scene, one.title, "lead gap-s"),
        alt: scene.shown(one.title).words(),
        words: one.words.map(|at| said(scene, at, "voice gap-s")).unwrap_or_default(),
        file,
        sort: names.evidence(one.sort),
        day: base::vietnamese::short_date(one.at.office_date(), lang),
        clause: w.for_clause(&label(no)),
        clause_href: href(lang, &clause),
        seq: one.seq,
        flag: href(lang, &address::flag(one.seq)),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(no.forum.label(), address::forum(no.forum)),
        Crumb::link(c.title(&label(no)), clause),
        Crumb::here(heading.clone()),
    ];
    scene.frame(&heading, Some(Section::Forums), crumbs).page(&body)
}
