//! The queue of one forum: what waits, oldest first.

use super::path;
use crate::deadline::{hours_waited, is_late};
use crate::desk::frame::{HOME, forbidden, framed};
use crate::desk::rights::may_read;
use crate::desk::{DeskWords, one};
use crate::find::InForum;
use crate::forum::title;
use crate::kit::page::Answer;
use crate::kit::said::paragraph;
use crate::names::Names;
use crate::opinion::{Signed, signed};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::SealedRef;
use base::vietnamese::hour_span;
use forum::events::{LawfulReason, NAME, REASONS, STATEMENT};
use forum::publication::BATCH_OPINIONS_MIN;
use forum::{Forum, Opinion};
use web_kit::form::{Choice, Field, Kind, key_input};
use web_kit::states::{Note, note_with};
use web_kit::{Crumb, Errors, Html, Icon, href, render, states};
use web_scene::{App, Key, Paging, Scene, Shown, Staff};
use world::World;

/// Opinions of a page.
const PAGE_ROWS: usize = 20;
/// The field with the reason for not publishing.
pub(super) const REASON: &str = "ly_do";
/// Said after an opinion was cleared.
pub(super) const DONE_CLEAR: &str = "dang";
/// Said after an opinion was refused.
pub(super) const DONE_REFUSE: &str = "khong-dang";

struct Card {
    entry: String,
    of_entry: String,
    statement: Html,
    reasons: Html,
    signed: Signed,
    waits: String,
    received: String,
    is_late: bool,
    clear: String,
    refuse: String,
    key_clear: Html,
    key_refuse: Html,
    reason: Html,
    has_error: bool,
}

#[derive(Template)]
#[template(path = "reading/queue.html")]
struct Body {
    w: DeskWords,
    summary: Html,
    status: Html,
    forum: String,
    lead: String,
    cleared: String,
    cards: Vec<Card>,
    any_late: bool,
    empty: Html,
    paging: Html,
}

/// What is to be shown besides the queue itself.
#[derive(Default)]
pub(super) struct Said {
    /// What was done, or why it was not.
    pub status: Html,
    /// The opinion whose reason is missing or unknown, and the sentence about it.
    pub reason: Option<(u64, &'static str)>,
    /// The key of a form that was not recorded and may be sent again.
    pub key: Option<(u64, Key)>,
}

/// `GET /dieu-hanh/dien-dan/{no}/doc`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !may_read(staff.scene.world(), staff.person, &at.forum) {
        return forbidden(&staff);
    }
    let w = DeskWords(staff.scene.lang);
    let done = match staff.scene.query().get("xong") {
        DONE_CLEAR => w.done_clear(),
        DONE_REFUSE => w.done_refuse(),
        _ => "",
    };
    let status = match done {
        "" => Html::default(),
        done => note_with(Note::Ok, Icon::Check, &Html::text(done), true),
    };
    let Some(paging) = Paging::read(&staff.scene, at.forum.held.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    page(
        &app,
        &staff,
        &at.forum,
        paging,
        Answer::Form,
        &Said {
            status,
            ..Said::default()
        },
    )
}

/// The page of the queue an opinion stands on; the first when it does not wait any more.
pub(super) fn page_of(forum: &Forum, opinion: u64) -> Paging {
    let place = forum.held.iter().position(|held| *held == opinion).unwrap_or(0);
    Paging::with_row(place, forum.held.len(), PAGE_ROWS)
}

/// The queue, for someone whose right was checked.
pub(super) fn page(app: &App, staff: &Staff, forum: &Forum, paging: Paging, answer: Answer, said: &Said) -> Response {
    let (scene, world) = (&staff.scene, staff.scene.world());
    let w = DeskWords(scene.lang);
    let held = paging.rows(&forum.held);
    let known = held.filter_map(|seq| Some((*seq, world.forums.opinions.get(seq)?)));
    let cards: Vec<Card> = known
        .map(|(seq, opinion)| card(app, scene, forum, seq, opinion, said))
        .collect();
    let mut errors = Errors::new();
    if let Some((seq, sentence)) = said.reason {
        errors.add(format!("{REASON}-{seq}"), sentence);
    }
    let body = render(&Body {
        w,
        summary: errors.summary(scene.lang),
        status: said.status.clone(),
        forum: title(scene, forum),
        lead: w.queue_lead(BATCH_OPINIONS_MIN),
        cleared: if forum.cleared.is_empty() {
            String::new()
        } else {
            w.queue_cleared(forum.cleared.len())
        },
        any_late: cards.iter().any(|card| card.is_late),
        cards,
        empty: states::empty(
            scene.lang,
            w.queue_none_title(),
            w.queue_none_text(),
            Some((HOME, w.my_work())),
        ),
        paging: paging.nav(scene.lang, &path(forum)),
    });
    let crumbs = vec![
        Crumb::link(w.my_work(), HOME),
        Crumb::link(forum.no.label(), one::path(forum)),
        Crumb::here(w.queue_title()),
    ];
    answer.page(framed(
        staff,
        w.queue_title(),
        "",
        &path(forum),
        crumbs,
        &body,
        |frame| answer.mark(frame),
    ))
}

fn card(app: &App, scene: &Scene, forum: &Forum, seq: u64, opinion: &Opinion, said: &Said) -> Card {
    let w = DeskWords(scene.lang);
    let private = |field| app.private_words(SealedRef::new(seq, field));
    let words = |field, class| match private(field) {
        Some(words) => paragraph(scene, Shown::Words(&words), class),
        None => Html::trusted(format!("<p class=\"meta\">{}</p>", web_kit::escape(w.words_gone()))),
    };
    let name = private(NAME);
    let key = |key: Key| key_input(key.as_str());
    let kept = said
        .key
        .as_ref()
        .filter(|(of, _)| *of == seq)
        .map(|(_, key)| key.clone());
    let fresh = || kept.clone().unwrap_or_else(|| Key::fresh(app));
    let error = said.reason.filter(|(of, _)| *of == seq).map(|(_, sentence)| sentence);
    let hours = hours_waited(opinion.at, scene.now);
    Card {
        entry: w.entry(seq),
        of_entry: w.of_entry(seq),
        statement: words(STATEMENT, "say"),
        reasons: if opinion.has_reasons {
            words(REASONS, "voice gap-s")
        } else {
            Html::default()
        },
        signed: signed(Names(scene.lang), opinion.signature, name.as_deref()),
        waits: if hours == 0 {
            w.waits_new().to_owned()
        } else {
            w.waits(hours)
        },
        received: w.received(&hour_span(opinion.at, scene.lang)),
        is_late: is_late(opinion.at, scene.now),
        clear: href(scene.lang, &format!("{}/{seq}/dang", path(forum))),
        refuse: href(scene.lang, &format!("{}/{seq}/khong-dang", path(forum))),
        key_clear: key(fresh()),
        key_refuse: key(fresh()),
        reason: reason(scene, seq, error),
        has_error: error.is_some(),
    }
}

fn reason(scene: &Scene, seq: u64, error: Option<&'static str>) -> Html {
    let (w, names) = (DeskWords(scene.lang), Names(scene.lang));
    let choices = LawfulReason::ALL
        .into_iter()
        .map(|one| Choice::new(one.as_str(), names.reason(one), ""));
    let mut field = Field::new(REASON, w.reason(), Kind::Select(choices.collect())).hint(w.reason_hint());
    // One card after another has this field: each has an id of its own.
    field.id = format!("f-{REASON}-{seq}").into();
    field.error = error.map(Into::into);
    field.html(scene.lang)
}

/// Whether the opinion is one of this forum.
pub(super) fn is_of(world: &World, forum: &Forum, opinion: u64) -> bool {
    world
        .forums
        .opinions
        .get(&opinion)
        .is_some_and(|opinion| opinion.forum == forum.no)
}
