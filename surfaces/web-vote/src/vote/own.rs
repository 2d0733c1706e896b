//! What a voice has answered, each changeable while votes are taken.

use super::next::{answered_card, look};
use super::{VoteWords, fresh, number_of, votable};
use crate::voice::Voice;
use askama::Template;
use axum::response::Response;
use web_kit::{Html, Icon, href, render, states};
use web_scene::{InForum, Paging, address};

/// Answers of a page.
const PAGE_ROWS: usize = 20;

struct Row {
    statement: Html,
    class: &'static str,
    icon: Icon,
    said: &'static str,
    change: Option<String>,
    figures: Html,
}

#[derive(Template)]
#[template(path = "vote/own.html")]
struct Body {
    w: VoteWords,
    count: String,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
    go_on: Option<String>,
}

/// `GET /dien-dan/{no}/bay-to/cua-toi`
pub(crate) async fn show(at: InForum, Voice(voice): Voice) -> Response {
    let (w, lang) = (VoteWords(at.scene.lang), at.scene.lang);
    let own = number_of(&at.forum, voice);
    let mine: Vec<u32> = own.map_or_else(Vec::new, |own| {
        at.forum.votes.answered(own, votable(&at, &at.forum)).collect()
    });
    let Some(paging) = Paging::read(&at.scene, mine.len(), PAGE_ROWS) else {
        return at.scene.not_found();
    };
    let vote = address::vote(at.forum.no);
    let open = at.forum.stage_at(at.scene.now) == forum::Stage::Collecting;
    let rows = paging.rows(mine.iter().copied()).filter_map(|number| {
        let (statement, choice, figures) = answered_card(&at, own?, number)?;
        let (class, icon, said) = look(w, choice);
        Some(Row {
            statement,
            class,
            icon,
            said,
            change: open.then(|| href(lang, &format!("{vote}/{number}"))),
            figures,
        })
    });
    let body = render(&Body {
        w,
        count: w.own_count(mine.len()),
        rows: rows.collect(),
        empty: states::empty(
            lang,
            w.own_title(),
            w.own_none(),
            open.then_some((vote.as_str(), w.title())),
        ),
        paging: paging.nav(lang, &format!("{vote}/cua-toi")),
        go_on: open.then(|| href(lang, &vote)),
    });
    fresh(&at, w.own_title(), &body)
}
