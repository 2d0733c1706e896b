//! The report is published as a whole, after a page that shows what becomes public.

use super::desk::{heading, warning};
use super::{WriterWords, desk_path};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::Forum;
use web_kit::form::key_input;
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Sent, Sheet, Staff, StaffForm};
use world::{Command, Refusal};

#[derive(Template)]
#[template(path = "report/publish.html")]
struct Body {
    w: WriterWords,
    summary: Html,
    lead: String,
    warning: Html,
    headings: Vec<String>,
    action: String,
    key: Html,
    /// It can be published.
    open: bool,
    back: String,
}

fn path(forum: &Forum) -> String {
    format!("{}/dang", desk_path(forum))
}

/// `GET /dieu-hanh/dien-dan/{no}/bao-cao/dang`
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may_write_report(&at.forum) {
        return staff.forbidden();
    }
    let mut sheet = Sheet::fresh(staff.scene.lang);
    if at.forum.report.published.is_some() {
        sheet.notice = refusal(&forum::Refusal::ReportPublished.into(), staff.scene.lang);
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

/// `POST /dieu-hanh/dien-dan/{no}/bao-cao/dang`
pub(crate) async fn send(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    if !staff.may_write_report(&at.forum) {
        return staff.forbidden();
    }
    let (lang, no) = (staff.scene.lang, at.forum.no);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let command = Command::PublishReport { forum: no };
    let parts = ["publish-report", &no.to_string()];
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong=dang", desk_path(&at.forum)))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet) -> String {
    let (scene, lang, report) = (&staff.scene, staff.scene.lang, &forum.report);
    let w = WriterWords(lang);
    let sections = report.in_order();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        lead: match sections.len() {
            0 => w.publish_none().to_owned(),
            count => w.publish_lead(count, forum.day),
        },
        warning: warning(scene, forum),
        open: report.published.is_none() && !sections.is_empty(),
        headings: sections.into_iter().map(|(_, section)| heading(app, section)).collect(),
        action: href(lang, &path(forum)),
        key: key_input(sheet.own_key(app).as_str()),
        back: href(lang, &desk_path(forum)),
    });
    desk_page(staff, forum, w.publish(), &path(forum), sheet, &body)
}
