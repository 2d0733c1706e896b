//! A section is taken out of a report that is not published, after a page that shows it.

use super::section::known;
use super::typed::Typed;
use super::{WriterWords, desk_path};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::Forum;
use forum::report::Section;
use web_kit::form::{hidden, key_input};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Numbered, Sent, Sheet, Staff, StaffForm};
use world::{Command, Refusal};

/// The hidden field with the entry that wrote the section last.
const OVER: &str = "tren";

#[derive(Template)]
#[template(path = "report/discard.html")]
struct Body {
    w: WriterWords,
    summary: Html,
    section: Typed,
    action: String,
    carried: Html,
    back: String,
}

/// `GET /dieu-hanh/dien-dan/{no}/bao-cao/{so}/bo`
pub(crate) async fn form(State(app): State<App>, at: InForum, Numbered(number): Numbered, staff: Staff) -> Response {
    if !staff.may_write_report(&at.forum) {
        return staff.forbidden();
    }
    let Some((number, section)) = known(&at.forum, number) else {
        return staff.scene.not_found();
    };
    let mut sheet = Sheet::fresh(staff.scene.lang);
    if at.forum.report.published.is_some() {
        sheet.notice = refusal(&forum::Refusal::ReportPublished.into(), staff.scene.lang);
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet, (number, section)))
}

/// `POST /dieu-hanh/dien-dan/{no}/bao-cao/{so}/bo`
pub(crate) async fn send(
    State(app): State<App>,
    at: InForum,
    Numbered(number): Numbered,
    StaffForm(mut staff, fields): StaffForm,
) -> Response {
    if !staff.may_write_report(&at.forum) {
        return staff.forbidden();
    }
    let (lang, no) = (staff.scene.lang, at.forum.no);
    let number = number.and_then(|number| u32::try_from(number).ok());
    let Some(number) = number.filter(|number| (1..=at.forum.report.last_section).contains(number)) else {
        return staff.scene.not_found();
    };
    let mut sheet = Sheet::sent(&app, lang, fields);
    // A form without it is refused as changed: it did not come from the page that shows what is taken out.
    let over: u64 = sheet.typed(OVER).parse().unwrap_or_default();
    let command = Command::DropSection {
        forum: no,
        section: number,
        over,
    };
    let parts = ["drop-section", &no.to_string(), &number.to_string(), &over.to_string()];
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong=bo", desk_path(&at.forum)))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    staff.scene.view = app.ledger.view();
    let forum = staff.scene.world().forums.forums.get(&no).unwrap_or(&at.forum);
    match known(forum, Some(number.into())) {
        Some(found) => sheet.answer(page(&app, &staff, forum, &sheet, found)),
        None => staff.scene.not_found(),
    }
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, (number, section): (u32, &Section)) -> String {
    let (w, lang) = (WriterWords(staff.scene.lang), staff.scene.lang);
    let own = format!("{}/{number}/bo", desk_path(forum));
    let mut carried = key_input(sheet.own_key(app).as_str());
    // What this page shows is what is taken out.
    carried.push(&hidden(OVER, &section.seq.to_string()));
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        section: Typed::recorded(app, section),
        action: href(lang, &own),
        carried,
        back: href(lang, &desk_path(forum)),
    });
    desk_page(staff, forum, w.drop_title(), &own, sheet, &body)
}
