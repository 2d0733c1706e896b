//! The reports that wait, oldest first, each beside the text it is about: a forum's at its desk, those of articles and of
//! the office's own texts at one for the whole office.

use super::{FlagWords, Reported, reported};
use crate::opinion::queue::take_down;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use base::number::ForumNo;
use base::vietnamese::hour_span;
use forum::Forum;
use std::collections::BTreeSet;
use web_kit::form::key_input;
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, href, render, see_other, states};
use web_scene::refusal::refusal;
use web_scene::work::{WorkPage, desk_page, may_in_office};
use web_scene::{App, InForum, Key, Names, Numbered, Paging, Sent, Sheet, Staff, StaffForm, address};
use world::events::FlagOutcome;
use world::flag::Flag;
use world::rights::check;
use world::{Command, CommandKind, Refusal, World};

/// The last step of the forum desk's address.
pub(crate) const STEP: &str = "tin-bao";
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
    title: &'static str,
    summary: Html,
    status: Html,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
    outcome: &'static str,
    kept: &'static str,
    acted: &'static str,
}

/// Whose reports a desk is about.
#[derive(Clone, Copy)]
enum Of<'a> {
    Forum(&'a Forum),
    /// What stands on no forum's pages.
    Office,
}

impl Of<'_> {
    fn has(self, world: &World, flag: &Flag) -> bool {
        let own = match self {
            Of::Forum(forum) => Some(forum.no),
            Of::Office => None,
        };
        world.forum_of_entry(flag.entry) == own
    }

    /// The desk's address, without `/en`.
    fn path(self) -> String {
        match self {
            Of::Forum(forum) => address::at_desk(forum.no, STEP),
            Of::Office => address::OFFICE_FLAGS.to_owned(),
        }
    }

    /// Who may open it: moderators of the forum apart from those of the force; for the office, who settles there.
    fn is_open_to(self, staff: &Staff) -> bool {
        match self {
            Of::Forum(forum) => take_down::may_take_down(staff, forum),
            Of::Office => may_in_office(staff.scene.world(), staff.person, CommandKind::SettleFlag),
        }
    }
}

/// The reports of a desk that this person may settle.
fn waiting<'a>(staff: &'a Staff, of: Of<'_>) -> Vec<(u32, &'a Flag)> {
    let world = staff.scene.world();
    let (actor, outcome) = (Actor::Person(staff.person), FlagOutcome::Kept);
    let here = world.waiting_flags().filter(|(_, flag)| of.has(world, flag));
    here.filter(|(flag, _)| check(world, actor, &Command::SettleFlag { flag: *flag, outcome }).is_ok())
        .collect()
}

/// How many reports wait in a forum for this person.
pub(crate) fn waiting_in(staff: &Staff, forum: &Forum) -> usize {
    waiting(staff, Of::Forum(forum)).len()
}

/// How many reports of articles and of the office's texts wait for this person.
pub(crate) fn waiting_in_office(staff: &Staff) -> usize {
    waiting(staff, Of::Office).len()
}

/// `GET /dieu-hanh/dien-dan/{no}/tin-bao`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    list(&app, &staff, Of::Forum(&at.forum))
}

/// `GET /dieu-hanh/tin-bao`
pub(crate) async fn show_office(State(app): State<App>, staff: Staff) -> Response {
    list(&app, &staff, Of::Office)
}

fn list(app: &App, staff: &Staff, of: Of<'_>) -> Response {
    if !of.is_open_to(staff) {
        return staff.forbidden();
    }
    let Some(paging) = Paging::read(&staff.scene, waiting(staff, of).len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(app, staff, of, &sheet, paging))
}

/// `POST /dieu-hanh/dien-dan/{no}/tin-bao/{so}`
pub(crate) async fn settle(State(app): State<App>, at: InForum, number: Numbered, form: StaffForm) -> Response {
    settled(&app, Of::Forum(&at.forum), number, form).await
}

/// `POST /dieu-hanh/tin-bao/{so}`
pub(crate) async fn settle_office(State(app): State<App>, number: Numbered, form: StaffForm) -> Response {
    settled(&app, Of::Office, number, form).await
}

async fn settled(app: &App, of: Of<'_>, Numbered(flag): Numbered, StaffForm(staff, fields): StaffForm) -> Response {
    let (lang, world) = (staff.scene.lang, staff.scene.world());
    let flag = flag.and_then(|flag| u32::try_from(flag).ok());
    let is_here = |flag: &u32| world.flags.get(flag).is_some_and(|known| of.has(world, known));
    let Some(flag) = flag.filter(is_here) else {
        return staff.scene.not_found();
    };
    let mut sheet = Sheet::sent(app, lang, fields);
    let outcome = FlagOutcome::from_name(sheet.typed(OUTCOME)).unwrap_or(FlagOutcome::Kept);
    let person = staff.person.0.to_string();
    let parts = ["settle-flag", &flag.to_string(), outcome.as_str(), &person];
    let command = Command::SettleFlag { flag, outcome };
    match sheet.send(app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => {
            let to = format!("{}?xong={DONE}", of.path());
            return see_other(&href(lang, &to));
        }
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    let all = waiting(&staff, of);
    let row = all.iter().position(|(number, _)| *number == flag).unwrap_or(0);
    let paging = Paging::with_row(row, all.len(), PAGE_ROWS);
    sheet.answer(page(app, &staff, of, &sheet, paging))
}

fn page(app: &App, staff: &Staff, of: Of<'_>, sheet: &Sheet, paging: Paging) -> String {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = FlagWords(lang);
    let path = of.path();
    let shown: Vec<(u32, &Flag)> = paging.rows(waiting(staff, of)).collect();
    let entries: BTreeSet<u64> = shown.iter().map(|(_, flag)| flag.entry).collect();
    let texts = reported(scene, &entries);
    let row = |(number, flag): (u32, &Flag)| {
        let text = texts.get(&flag.entry).cloned().unwrap_or_default();
        let note = flag.note.and_then(|at| app.private_words(at));
        let take = |(no, opinion): (ForumNo, u32)| {
            let (step, number_field, flag_field) = (take_down::STEP, take_down::NUMBER, take_down::FLAG);
            let desk = address::at_desk(no, step);
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
        title: match of {
            Of::Forum(_) => w.desk(),
            Of::Office => w.desk_office(),
        },
        summary: sheet.summary(),
        status: match done {
            "" => Html::default(),
            done => note_with(Note::Ok, Icon::Check, &Html::text(done), true),
        },
        rows,
        empty: match of {
            Of::Forum(forum) => states::empty(
                lang,
                w.none_title(),
                w.none_text(),
                Some((&address::desk(forum.no), w.desk_go())),
            ),
            Of::Office => states::empty(lang, w.none_title(), w.none_text(), None),
        },
        paging: paging.nav(lang, &path),
        outcome: OUTCOME,
        kept: FlagOutcome::Kept.as_str(),
        acted: FlagOutcome::Acted.as_str(),
    });
    match of {
        Of::Forum(forum) => desk_page(staff, forum, w.desk(), &path, sheet, &body),
        Of::Office => WorkPage {
            place: "",
            has_errors: sheet.has_errors(),
            scripts: true,
            ..WorkPage::new(w.desk_office(), &path)
        }
        .html(staff, &body),
    }
}
