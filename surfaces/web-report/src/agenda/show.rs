//! The agenda, as everyone reads it.

use super::AgendaWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::byline_date;
use forum::agenda::AgendaItem;
use forum::events::About;
use forum::{Forum, OpinionState, Stage};
use http::HeaderMap;
use web_kit::states::{empty, print_button};
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::said::said_inline;
use web_scene::{App, InForum, Scene, address};

struct Row {
    item: u32,
    title: Html,
    /// Minutes and who speaks, as far as they are known.
    about: Vec<String>,
    /// Where to write about it; none when opinions are not taken.
    write: Option<String>,
    /// Where published opinions about it are, and how many.
    opinions: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "agenda/show.html")]
struct Body {
    w: AgendaWords,
    forum: String,
    lead: String,
    rows: Vec<Row>,
    empty: Html,
    print: Html,
    facts: Vec<(&'static str, String)>,
    more: Vec<(String, &'static str)>,
    /// The entry that set it, and where it is reported.
    entry: Option<(u64, String)>,
}

/// `GET /dien-dan/{no}/chuong-trinh`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let key = at.scene.counting_key(at.forum.rev);
    at.scene.kept(&app, &headers, &key, || page(&at))
}

/// How many published opinions speak to something.
pub(crate) fn spoken_to(scene: &Scene, forum: &Forum, about: About) -> usize {
    let opinions = &scene.world().forums.opinions;
    let published = forum.published.values().filter_map(|seq| opinions.get(seq));
    published
        .filter(|one| matches!(one.state, OpinionState::Published(_)) && one.about == Some(about))
        .count()
}

fn page(at: &InForum) -> String {
    let (scene, forum, lang) = (&at.scene, &at.forum, at.scene.lang);
    let w = AgendaWords(lang);
    let items = &forum.agenda.items;
    let minutes: u32 = items
        .iter()
        .map(|item| u32::from(item.minutes.unwrap_or_default()))
        .sum();
    let back = address::forum(forum.no);
    let body = render(&Body {
        w,
        forum: at.title(),
        lead: match minutes {
            0 => w.lead_items(items.len()),
            minutes => w.lead(items.len(), minutes),
        },
        rows: items.iter().map(|item| row(at, item)).collect(),
        empty: empty(lang, w.none_title(), w.none_text(), Some((&back, w.back()))),
        print: print_button(w.print()),
        facts: facts(scene, forum),
        more: vec![
            (href(lang, &address::report(forum.no)), w.report_go()),
            (href(lang, &address::documents(forum.no)), w.documents_go()),
        ],
        entry: forum.agenda.set.map(|entry| (entry, href(lang, &address::flag(entry)))),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), back),
        Crumb::here(w.title()),
    ];
    let mut frame = scene.frame(w.title(), Some(Section::Forums), crumbs);
    frame.scripts = true;
    frame.page(body)
}

fn row(at: &InForum, item: &AgendaItem) -> Row {
    let (scene, forum, lang) = (&at.scene, &at.forum, at.scene.lang);
    let w = AgendaWords(lang);
    let mut about: Vec<String> = item.minutes.map(|minutes| w.minutes_of(minutes)).into_iter().collect();
    let who = item.organisation.map(|id| scene.organisation(id)).unwrap_or_default();
    if !who.is_empty() {
        about.push(who.to_owned());
    }
    let collecting = forum.stage_at(scene.now) == Stage::Collecting;
    let narrowed = |path: String| href(lang, &format!("{path}?muc={}", item.item));
    let count = spoken_to(scene, forum, About::AgendaItem(item.item));
    Row {
        item: item.item,
        title: said_inline(scene, item.title),
        about,
        write: collecting.then(|| narrowed(address::write(forum.no))),
        opinions: (count > 0).then(|| (narrowed(address::opinions(forum.no)), w.spoken_to(count))),
    }
}

fn facts(scene: &Scene, forum: &Forum) -> Vec<(&'static str, String)> {
    let w = AgendaWords(scene.lang);
    let words = |at: Option<base::fact::SealedRef>| at.map(|at| scene.shown(at).words()).unwrap_or_default();
    let mut facts = vec![(w.day(), byline_date(forum.day, scene.lang))];
    let details = [(w.time(), forum.details.time), (w.place(), forum.details.place)];
    let details = details.map(|(label, at)| (label, words(at).to_owned()));
    facts.extend(details.into_iter().filter(|(_, words)| !words.is_empty()));
    facts
}
