//! A document is recalled. It stays readable, marked, with the reason.

use super::desk::{RECALLED, path};
use super::{AtDocument, WriterWords};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::document::REASON;
use web_kit::form::{Field, Form, Kind};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::said::said_inline;
use web_scene::work::desk_page;
use web_scene::{App, Sent, Sheet, Staff, StaffForm};
use world::{Command, CommandKind, Refusal};

const WHY: &str = "ly_do";

#[derive(Template)]
#[template(path = "document/recall.html")]
struct Body {
    summary: Html,
    title: String,
    document: Html,
    lead: &'static str,
    /// Empty once it was recalled, unless somebody has just typed a reason.
    form: Html,
}

/// `GET /dieu-hanh/dien-dan/{no}/tai-lieu/{so}/thu-hoi`
pub(crate) async fn form(State(app): State<App>, at: AtDocument, staff: Staff) -> Response {
    if !staff.may(CommandKind::RecallDocument, &at.at.forum) {
        return staff.forbidden();
    }
    let mut sheet = Sheet::fresh(staff.scene.lang);
    if at.document.recalled.is_some() {
        let why = Refusal::Forum(forum::Refusal::AlreadyRecalled);
        sheet.notice = refusal(&why, staff.scene.lang);
    }
    sheet.answer(page(&app, &staff, &at, &sheet))
}

/// `POST /dieu-hanh/dien-dan/{no}/tai-lieu/{so}/thu-hoi`
pub(crate) async fn send(State(app): State<App>, at: AtDocument, StaffForm(staff, fields): StaffForm) -> Response {
    let forum = &at.at.forum;
    if !staff.may(CommandKind::RecallDocument, forum) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let Some(reason) = sheet.text(WHY, WriterWords(lang).reason(), &REASON) else {
        return sheet.answer(page(&app, &staff, &at, &sheet));
    };
    let command = Command::RecallDocument {
        forum: forum.no,
        document: at.number,
        reason: reason.clone(),
    };
    let parts = [
        "recall-document",
        &forum.no.to_string(),
        &at.number.to_string(),
        &reason,
    ];
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong={RECALLED}", path(forum)))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    sheet.answer(page(&app, &staff, &at, &sheet))
}

fn page(app: &App, staff: &Staff, at: &AtDocument, sheet: &Sheet) -> String {
    let (w, lang) = (WriterWords(staff.scene.lang), staff.scene.lang);
    let forum = &at.at.forum;
    let own = format!("{}/{}/thu-hoi", path(forum), at.number);
    let area = Kind::Area {
        voice: false,
        chars_max: Some(REASON.max_chars as u32),
    };
    let reason = Field::new(WHY, w.reason(), area)
        .hint(w.reason_hint())
        .value(sheet.typed(WHY))
        .errors(&sheet.errors);
    let form = Form::new(lang, own.clone(), w.recall_send())
        .key(sheet.own_key(app).as_str().to_owned())
        .field(reason);
    let title = w.recall_title(at.number);
    let body = render(&Body {
        summary: sheet.summary(),
        title: title.clone(),
        document: said_inline(&staff.scene, at.document.title),
        lead: w.recall_lead(),
        form: match at.document.recalled {
            Some(_) if !sheet.has(WHY) => Html::default(),
            _ => form.html(),
        },
    });
    desk_page(staff, forum, &title, &own, sheet, &body)
}
