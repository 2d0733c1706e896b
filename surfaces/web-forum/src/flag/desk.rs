//! The reports of a forum's texts that wait, oldest first, each beside the text it is about.

use super::{FlagWords, Reported, reported};
use crate::opinion::queue::take_down;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use base::vietnamese::hour_span;
use forum::Forum;
use std::collections::BTreeSet;
use web_kit::form::key_input;
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, href, render, see_other, states};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Key, Names, Numbered, Paging, Sent, Sheet, Staff, StaffForm, address};
use world::events::FlagOutcome;
use world::flag::Flag;
use world::rights::check;
use world::{Command, Refusal};

/// The last step of the page's address.
const STEP: &str = "tin-bao";
/// Reports of a page.
const PAGE_ROWS: usize = 20;
/// Field: what was done.
const OUTCOME: &str = "ket_qua";
/// Said after a report was settled.
const DONE: &str = "xem";

struct Row {
    number: u32,
    title: String,
    when: String,
    reason: &'static str,
    note: Option<Html>,
    text: Reported,
    entry: (String, String),
    action: String,
    key: Html,
    /// Where the text is taken down, when it can be here.
    take_down: Option<String>,
}

#[derive(Template)]
#[template(path = "flag/desk.html")]
struct Body {
    w: FlagWords,
    summary: Html,
    status: Html,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
    outcome: &'static str,
    kept: &'static str,
    acted: &'static str,
}

/// The reports of this forum's texts that this person may settle.
fn waiting<'a>(staff: &'a Staff, forum: &Forum) -> Vec<(u32, &'a Flag)> {
    let world = staff.scene.world();
    let (actor, outcome) = (Actor::Person(staff.person), FlagOutcome::Kept);
    let is_here = |flag: &Flag| world.forum_of_entry(flag.entry) == Some(forum.no);
    let here = world.waiting_flags().filter(|(_, flag)| is_here(flag));
    here.filter(|(flag, _)| check(world, actor, &Command::SettleFlag { flag: *flag, outcome }).is_ok())
        .collect()
}

/// `GET /dieu-hanh/dien-dan/{no}/tin-bao`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !take_down::may_take_down(&staff, &at.forum) {
        return staff.forbidden();
    }
    let Some(paging) = Paging::read(&staff.scene, waiting(&staff, &at.forum).len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, paging))
}

/// `POST /dieu-hanh/dien-dan/{no}/tin-bao/{so}`
pub(crate) async fn settle(
    State(app): State<App>,
    at: InForum,
    Numbered(flag): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    let (lang, forum, world) = (staff.scene.lang, &at.forum, staff.scene.world());
    let flag = flag.and_then(|flag| u32::try_from(flag).ok());
    let is_here = |flag: &u32| {
        let known = world.flags.get(flag);
        known.is_some_and(|known| world.forum_of_entry(known.entry) == Some(forum.no))
    };
    let Some(flag) = flag.filter(is_here) else {
        return staff.scene.not_found();
    };
    let mut sheet = Sheet::sent(&app, lang, fields);
    let outcome = FlagOutcome::from_name(sheet.typed(OUTCOME)).unwrap_or(FlagOutcome::Kept);
    let person = staff.person.0.to_string();
    let parts = ["settle-flag", &flag.to_string(), outcome.as_str(), &person];
    let command = Command::SettleFlag { flag, outcome };
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => {
            let to = format!("{}?xong={DONE}", address::at_desk(forum.no, STEP));
            return see_other(&href(lang, &to));
        }
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    let all = waiting(&staff, forum);
    let row = all.iter().position(|(number, _)| *number == flag).unwrap_or(0);
    let paging = Paging::with_row(row, all.len(), PAGE_ROWS);
    sheet.answer(page(&app, &staff, forum, &sheet, paging))
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, paging: Paging) -> String {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = FlagWords(lang);
    let path = address::at_desk(forum.no, STEP);
    let shown: Vec<(u32, &Flag)> = paging.rows(waiting(staff, forum)).collect();
    let entries: BTreeSet<u64> = shown.iter().map(|(_, flag)| flag.entry).collect();
    let texts = reported(scene, &entries);
    let row = |(number, flag): (u32, &Flag)| {
        let text = texts.get(&flag.entry).cloned().unwrap_or_default();
        let note = flag.note.and_then(|at| app.private_words(at));
        let take = |opinion: u32| {
            let (step, number_field, flag_field) = (take_down::STEP, take_down::NUMBER, take_down::FLAG);
            let desk = address::at_desk(forum.no, step);
            href(lang, &format!("{desk}?{number_field}={opinion}&{flag_field}={number}"))
        };
        Row {
            number,
            title: w.one(&number.to_string()),
            when: hour_span(flag.at, lang),
            reason: Names(lang).reason(flag.reason),
            note: note.map(|note| {
                let shown = web_scene::Shown::Words(&note);
                web_scene::said::paragraph(scene, shown, "voice")
            }),
            take_down: text.opinion.map(take),
            text,
            entry: (w.entry(flag.entry), href(lang, &format!("/so-cai?tu={}", flag.entry))),
            action: href(lang, &format!("{path}/{number}")),
            key: key_input(Key::fresh(app).as_str()),
        }
    };
    let rows: Vec<Row> = shown.into_iter().map(row).collect();
    let done = match scene.query().get("xong") {
        DONE => w.done(),
        take_down::DONE => w.done_take_down(),
        _ => "",
    };
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status: match done {
            "" => Html::default(),
            done => note_with(Note::Ok, Icon::Check, &Html::text(done), true),
        },
        rows,
        empty: states::empty(
            lang,
            w.none_title(),
            w.none_text(),
            Some((&address::desk(forum.no), w.desk_go())),
        ),
        paging: paging.nav(lang, &path),
        outcome: OUTCOME,
        kept: FlagOutcome::Kept.as_str(),
        acted: FlagOutcome::Acted.as_str(),
    });
    desk_page(staff, forum, w.desk(), &path, sheet, &body)
}
