//! The results page: agreement before division, words beside every bar.

use super::{Placed, ResultWords, Standing, placed};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::SealedRef;
use base::number::opinion_label;
use forum::events::STATEMENT;
use forum::{Forum, Stage, small_numbers};
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render, states};
use web_scene::figures::figures;
use web_scene::said::said;
use web_scene::{App, InForum, Paging, Scene, address};

/// Opinions of a part on one page.
const PAGE_ROWS: usize = 10;
/// The field of the address that names the part.
const PART: &str = "phan";

struct Row {
    statement: Html,
    link: String,
    label: String,
    figures: Html,
    apart: String,
}

struct Tab {
    link: String,
    label: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "result/show.html")]
struct Body {
    w: ResultWords,
    lead: String,
    note: String,
    is_unverified: bool,
    tabs: Vec<Tab>,
    heading: &'static str,
    rule: &'static str,
    rows: Vec<Row>,
    paging: Html,
    json: String,
    csv: String,
    again: String,
    forum: String,
}

#[derive(Template)]
#[template(path = "result/open.html")]
struct Open {
    w: ResultWords,
    lead: String,
    counts: String,
    vote: Option<String>,
    forum: String,
}

/// `GET /dien-dan/{no}/ket-qua`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let forum = &at.forum;
    if forum.votes_published.is_none() {
        // Participation moves in steps; the page may be kept until the public checkpoint moves.
        return at.scene.kept(&app, &headers, &at.scene.counting_key(forum.rev), || {
            open(&at.scene, forum)
        });
    }
    let all = placed(forum);
    let part = at.scene.query();
    let asked = match part.get(PART) {
        "" => Standing::Agreed,
        "khac-nhau" => Standing::Divided,
        "y-kien-khac" => Standing::Open,
        _ => return at.scene.not_found(),
    };
    let of_part: Vec<&Placed> = all.iter().filter(|one| one.standing == asked).collect();
    let Some(paging) = Paging::read(&at.scene, of_part.len(), PAGE_ROWS) else {
        return at.scene.not_found();
    };
    at.scene.kept(&app, &headers, &at.scene.page_key(forum.rev), || {
        page(&at.scene, forum, &all, asked, paging)
    })
}

fn crumbs(scene: &Scene, forum: &Forum) -> Vec<Crumb> {
    vec![
        Crumb::section(Section::Forums, scene.lang),
        Crumb::link(forum.no.label(), address::forum(forum.no)),
        Crumb::here(ResultWords(scene.lang).crumb()),
    ]
}

fn open(scene: &Scene, forum: &Forum) -> String {
    let (w, lang) = (ResultWords(scene.lang), scene.lang);
    let collecting = forum.stage_at(scene.now) == Stage::Collecting;
    // Voices alone: five answers may be one voice's.
    let (voices, _) = forum.took_part(scene.now);
    let body = if collecting {
        render(&Open {
            w,
            lead: w.open_lead(forum.closes),
            counts: match voices {
                0 => w.open_few().to_owned(),
                voices => w.open_counts(voices),
            },
            vote: Some(href(lang, &address::vote(forum.no))),
            forum: href(lang, &address::forum(forum.no)),
        })
    } else {
        let path = address::forum(forum.no);
        let mut body = Html::trusted(format!("<h1>{}</h1>", web_kit::escape(w.title())));
        body.push(&states::empty(
            lang,
            w.before_title(),
            w.before_text(),
            Some((&path, w.to_forum())),
        ));
        body
    };
    let frame = scene.frame(w.title(), Some(Section::Forums), crumbs(scene, forum));
    frame.page(body)
}

/// The first sentences: they can be read aloud on the radio.
fn lead(w: ResultWords, forum: &Forum, all: &[Placed]) -> String {
    let (voices, answers) = (forum.voices.count(), forum.votes.answers);
    let agreed = all.iter().filter(|one| one.standing == Standing::Agreed).count();
    let mut lead = w.lead(voices, answers, forum.published.len());
    lead.push(' ');
    lead.push_str(&match agreed {
        0 => w.lead_none().to_owned(),
        agreed => w.lead_agreed(agreed),
    });
    if let Some(most) = all.iter().find(|one| one.standing == Standing::Divided) {
        lead.push(' ');
        lead.push_str(&w.lead_divided(&opinion_label(most.number)));
    }
    lead
}

fn page(scene: &Scene, forum: &Forum, all: &[Placed], asked: Standing, paging: Paging) -> String {
    let (w, lang) = (ResultWords(scene.lang), scene.lang);
    let path = address::results(forum.no);
    let count = |standing| all.iter().filter(|one| one.standing == standing).count();
    let tab = |standing, query: &str, label: String| Tab {
        link: href(lang, &format!("{path}{query}")),
        label,
        current: standing == asked,
    };
    let tabs = vec![
        tab(Standing::Agreed, "", w.agreed_tab(count(Standing::Agreed))),
        tab(
            Standing::Divided,
            "?phan=khac-nhau",
            w.divided_tab(count(Standing::Divided)),
        ),
        tab(Standing::Open, "?phan=y-kien-khac", w.rest_tab(count(Standing::Open))),
    ];
    let (heading, rule, query) = match asked {
        Standing::Agreed => (w.agreed(), w.agreed_rule(), ""),
        Standing::Divided => (w.divided(), w.divided_rule(), "khac-nhau"),
        Standing::Open => (w.rest(), w.rest_rule(), "y-kien-khac"),
    };
    let of_part = all.iter().filter(|one| one.standing == asked);
    let rows: Vec<Row> = paging.rows(of_part).filter_map(|one| row(scene, forum, one)).collect();
    let noindex = rows.is_empty();
    let (verified, drawn) = (forum.voices.verified_count, forum.voices.drawn_count());
    let body = render(&Body {
        w,
        lead: lead(w, forum, all),
        note: match drawn {
            0 => w.all_verified(verified),
            drawn => w.unverified(verified, drawn),
        },
        is_unverified: drawn > 0,
        tabs,
        heading,
        rule,
        rows,
        paging: paging.nav_of(lang, &path, &[(PART, query)]),
        json: format!("{path}/tep.json"),
        csv: format!("{path}/tep.csv"),
        again: href(lang, &address::recompute(forum.no)),
        forum: href(lang, &address::forum(forum.no)),
    });
    let mut frame = scene.frame(w.title(), Some(Section::Forums), crumbs(scene, forum));
    frame.noindex = noindex;
    frame.page(body)
}

fn row(scene: &Scene, forum: &Forum, one: &Placed) -> Option<Row> {
    let w = ResultWords(scene.lang);
    let seq = *forum.published.get(&one.number)?;
    let tally = forum.votes.tallies.get(&one.number);
    let apart = tally.and_then(|tally| small_numbers::apart(tally.verified, tally.drawn));
    Some(Row {
        statement: said(scene, SealedRef::new(seq, STATEMENT), "say"),
        link: href(scene.lang, &address::opinion(forum.no, one.number)),
        label: opinion_label(one.number),
        figures: figures(scene.lang, one.shown, false),
        apart: apart
            .map(|both| w.apart(both.map(|shown| shown.counts().unwrap_or_default())))
            .unwrap_or_default(),
    })
}
