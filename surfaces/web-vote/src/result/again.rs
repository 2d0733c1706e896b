//! How anyone computes the results again, and every figure in one table.

use super::ResultWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::number::opinion_label;
use base::vietnamese::number;
use forum::Forum;
use forum::small_numbers::{ROWS_FROM, Shown};
use http::HeaderMap;
use web_kit::{Crumb, Section, href, render};
use web_scene::figures::{percent, shown_of};
use web_scene::{App, ForumNames, InForum, Paging, Scene, address};

/// What whoever keeps the record runs on its folder.
const KEEPER_COMMAND: &str = "langnghe verify DIR";

/// Rows of the table on a page.
const PAGE_ROWS: usize = 50;

struct Row {
    label: String,
    link: String,
    answers: String,
    /// Agree, disagree, pass; empty where numbers are small.
    counts: [String; 3],
    interval: String,
}

struct Published {
    digest: String,
    entry: String,
    entry_link: String,
    entry_words: String,
    count: String,
    rows: &'static str,
    command: String,
    file: String,
}

#[derive(Template)]
#[template(path = "result/again.html")]
struct Body {
    w: ResultWords,
    names: ForumNames,
    published: Option<Published>,
    keeper_command: &'static str,
    rows: Vec<Row>,
    paging: web_kit::Html,
    results: String,
}

/// `GET /dien-dan/{no}/tinh-lai`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let rows = match at.forum.votes_published {
        Some(_) => at.forum.published.len(),
        None => 0,
    };
    let Some(paging) = Paging::read(&at.scene, rows, PAGE_ROWS) else {
        return at.scene.not_found();
    };
    at.scene.kept(&app, &headers, &at.scene.page_key(at.forum.rev), || {
        page(&at.scene, &at.forum, paging)
    })
}

fn row(scene: &Scene, forum: &Forum, opinion: u32, shown: Shown) -> Row {
    let w = ResultWords(scene.lang);
    let lang = scene.lang;
    let (counts, interval) = match shown {
        Shown::TookPart(_) => (Default::default(), w.hidden().to_owned()),
        Shown::Counts(c) => ([c.agree, c.disagree, c.pass].map(|n| number(n, lang)), String::new()),
        Shown::Shares(c, shares) => {
            let [a, d, p] = [(c.agree, 0), (c.disagree, 1), (c.pass, 2)]
                .map(|(n, at): (u32, usize)| format!("{} ({})", number(n, lang), percent(shares[at].permille)));
            let [agree, ..] = shares;
            ([a, d, p], format!("{} – {}", percent(agree.low), percent(agree.high)))
        }
    };
    Row {
        label: opinion_label(opinion),
        link: href(lang, &address::opinion(forum.no, opinion)),
        answers: number(shown.answers(), lang),
        counts,
        interval,
    }
}

fn page(scene: &Scene, forum: &Forum, paging: Paging) -> String {
    let (w, lang) = (ResultWords(scene.lang), scene.lang);
    let path = address::recompute(forum.no);
    let published = forum.votes_published.as_ref().map(|publication| Published {
        digest: publication.result.to_string(),
        entry: number(publication.seq, lang),
        entry_link: href(lang, &format!("/so-cai?tu={}", publication.seq)),
        entry_words: w.again_entry(&publication.seq.to_string()),
        count: w.again_count(publication.votes),
        rows: if forum.voices.count() >= ROWS_FROM {
            w.again_rows()
        } else {
            w.again_no_rows()
        },
        command: format!("sha256sum ket-qua-{}.json", forum.no),
        file: format!("{}/tep.json", address::results(forum.no)),
    });
    let rows = match published {
        Some(_) => paging
            .rows(forum.published.keys().copied())
            .map(|opinion| row(scene, forum, opinion, shown_of(forum, opinion).0))
            .collect(),
        None => Vec::new(),
    };
    let body = render(&Body {
        w,
        names: ForumNames(lang),
        published,
        keeper_command: KEEPER_COMMAND,
        rows,
        paging: paging.nav(lang, &path),
        results: href(lang, &address::results(forum.no)),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), address::forum(forum.no)),
        Crumb::link(w.crumb(), address::results(forum.no)),
        Crumb::here(w.again_title()),
    ];
    scene.frame(w.again_title(), Some(Section::Forums), crumbs).page(body)
}
