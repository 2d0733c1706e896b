//! A finding is withdrawn, with a reason.

use super::FindingWords;
use super::desk::path;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::Forum;
use forum::document::REASON;
use web_kit::form::{Field, Form};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::said::said;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Numbered, Sent, Sheet, Staff, StaffForm};
use world::{Command, CommandKind, Refusal};

const WHY: &str = "ly-do";

#[derive(Template)]
#[template(path = "finding/withdraw.html")]
struct Body {
    w: FindingWords,
    summary: Html,
    title: String,
    text: Html,
    form: Html,
}

fn known(forum: &Forum, number: Option<u64>) -> Option<u32> {
    let number = number.and_then(|number| u32::try_from(number).ok())?;
    forum.findings.contains_key(&number).then_some(number)
}

/// `GET /dieu-hanh/dien-dan/{no}/nhan-dinh/{so}/rut`
pub(crate) async fn form(State(app): State<App>, at: InForum, Numbered(number): Numbered, staff: Staff) -> Response {
    if !staff.may(CommandKind::WithdrawFinding, &at.forum) {
        return staff.forbidden();
    }
    let Some(number) = known(&at.forum, number) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, number, &sheet))
}

/// `POST /dieu-hanh/dien-dan/{no}/nhan-dinh/{so}/rut`
pub(crate) async fn send(
    State(app): State<App>,
    at: InForum,
    Numbered(number): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    if !staff.may(CommandKind::WithdrawFinding, &at.forum) {
        return staff.forbidden();
    }
    let Some(number) = known(&at.forum, number) else {
        return staff.scene.not_found();
    };
    let (w, lang) = (FindingWords(staff.scene.lang), staff.scene.lang);
    let mut sheet = Sheet::sent(&app, lang, fields);
    if let Some(reason) = sheet.text(WHY, w.what_reason(), &REASON) {
        let (no, finding) = (at.forum.no.to_string(), number.to_string());
        let parts = ["withdraw-finding", &no, &finding, &reason];
        let command = Command::WithdrawFinding {
            forum: at.forum.no,
            finding: number,
            reason: reason.clone(),
        };
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => return see_other(&href(lang, &path(&at.forum))),
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    sheet.answer(page(&app, &staff, &at.forum, number, &sheet))
}

fn page(app: &App, staff: &Staff, forum: &Forum, number: u32, sheet: &Sheet) -> String {
    let (w, lang) = (FindingWords(staff.scene.lang), staff.scene.lang);
    let own = format!("{}/{number}/rut", path(forum));
    let reason = Field::voice(WHY, w.reason(), REASON.max_chars as u32)
        .value(sheet.typed(WHY).to_owned())
        .errors(&sheet.errors);
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        title: w.withdraw_title(number),
        text: forum
            .findings
            .get(&number)
            .map(|finding| said(&staff.scene, finding.text, "say"))
            .unwrap_or_default(),
        form: Form::new(lang, own.clone(), w.withdraw())
            .key(sheet.own_key(app).as_str().to_owned())
            .field(reason)
            .html(),
    });
    desk_page(staff, forum, &w.withdraw_title(number), &own, sheet, &body)
}
