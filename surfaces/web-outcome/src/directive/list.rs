//! The drafted directives, and the last one taken out.

use super::DirectiveWords;
use crate::conclusion::draft::OVER;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::Forum;
use web_kit::form::{hidden, key_input};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Key, Numbered, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, CommandKind, Refusal};

struct Row {
    number: u32,
    addressee: String,
    clauses: String,
    edit: String,
    drop: Option<(String, Html)>,
}

#[derive(Template)]
#[template(path = "directive/list.html")]
struct Body {
    w: DirectiveWords,
    summary: Html,
    rows: Vec<Row>,
    fresh: Option<String>,
    publish: String,
}

pub(super) fn path(forum: &Forum) -> String {
    address::at_desk(forum.no, "chi-dao")
}

/// `GET /dieu-hanh/dien-dan/{no}/chi-dao`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::WriteDirective, &at.forum) {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

/// `POST /dieu-hanh/dien-dan/{no}/chi-dao/{so}/bo`
pub(crate) async fn drop(
    State(app): State<App>,
    at: InForum,
    Numbered(number): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    if !staff.may(CommandKind::DropDirective, &at.forum) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let Some(directive) = number.and_then(|number| u32::try_from(number).ok()) else {
        return staff.scene.not_found();
    };
    let over = sheet.typed(OVER).parse().unwrap_or_default();
    let (no, which, from) = (
        at.forum.no.to_string(),
        directive.to_string(),
        sheet.typed(OVER).to_owned(),
    );
    let command = Command::DropDirective {
        forum: at.forum.no,
        directive,
        over,
    };
    let parts = ["drop-directive", &no, &which, &from];
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &path(&at.forum))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet) -> String {
    let (w, lang) = (DirectiveWords(staff.scene.lang), staff.scene.lang);
    let open = !forum.is_concluded();
    let last = forum.directives.get_max().map(|(number, _)| *number);
    let row = |(number, directive): (&u32, &forum::conclusion::Directive)| Row {
        number: *number,
        addressee: app.private_words(directive.addressee).unwrap_or_default(),
        clauses: w.clauses(directive.clauses.len()),
        edit: href(lang, &format!("{}/{number}", path(forum))),
        drop: (open && last == Some(*number)).then(|| {
            let mut carried = key_input(Key::fresh(app).as_str());
            carried.push(&hidden(OVER, &directive.seq.to_string()));
            (href(lang, &format!("{}/{number}/bo", path(forum))), carried)
        }),
    };
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        rows: forum.directives.iter().map(row).collect(),
        fresh: open.then(|| href(lang, &format!("{}/moi", path(forum)))),
        publish: href(lang, &address::at_desk(forum.no, "ket-luan/cong-bo")),
    });
    desk_page(staff, forum, w.title(), &path(forum), sheet, &body)
}
