//! What the acts on a forum's days and stages share: one form at its desk, one command, back to the desk.

use super::desk_words::DeskWords;
use askama::Template;
use axum::response::Response;
use base::fact::Actor;
use forum::Forum;
use web_kit::form::{Field, Form, hidden};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, Sent, Sheet, Staff, address};
use world::{Command, CommandKind, Refusal};

/// An act: where it is, what it says, what it asks.
pub(super) struct Act {
    /// The last step of its address.
    pub(super) step: &'static str,
    /// What it does, for whom.
    pub(super) kind: CommandKind,
    pub(super) title: &'static str,
    pub(super) lead: String,
    pub(super) submit: &'static str,
    /// The field at which refusals stand; the top of the page when there is none.
    pub(super) at: Option<&'static str>,
    /// A hidden field that comes back as it was.
    pub(super) carries: Option<&'static str>,
    /// Its fields, with what was typed and what is wrong.
    pub(super) fields: fn(DeskWords, &Sheet, &Forum) -> Vec<Field<'static>>,
}

#[derive(Template)]
#[template(path = "forum/act.html")]
struct Body {
    summary: Html,
    title: &'static str,
    lead: String,
    form: Html,
}

/// The page of an act.
pub(super) fn page(app: &App, staff: &Staff, forum: &Forum, act: &Act, sheet: &Sheet) -> String {
    let lang = staff.scene.lang;
    let path = address::at_desk(forum.no, act.step);
    let mut form = Form::new(lang, path.clone(), act.submit).key(sheet.own_key(app).as_str().to_owned());
    for field in (act.fields)(DeskWords(lang), sheet, forum) {
        form = form.field(field.errors(&sheet.errors));
    }
    if let Some(name) = act.carries {
        form = form.after(hidden(name, sheet.typed(name)));
    }
    let body = render(&Body {
        summary: sheet.summary(),
        title: act.title,
        lead: act.lead.clone(),
        form: form.html(),
    });
    desk_page(staff, forum, act.title, &path, sheet, &body)
}

/// `GET`: the form, for those who may.
pub(super) fn open(app: &App, staff: &Staff, forum: &Forum, act: &Act) -> Response {
    if !staff.may(act.kind, forum) {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(app, staff, forum, act, &sheet))
}

/// `POST`: one command; back to the desk, or the form with what is wrong.
pub(super) async fn send(
    app: &App,
    staff: &Staff,
    forum: &Forum,
    act: &Act,
    mut sheet: Sheet,
    command: Option<Command>,
    parts: &[&str],
) -> Response {
    if !staff.may(act.kind, forum) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    if let Some(command) = command {
        let no = forum.no.to_string();
        let mut all = vec![act.step, &no];
        all.extend(parts);
        match sheet.send(app, Actor::Person(staff.person), command, &all).await {
            Sent::Recorded(_) => {
                return see_other(&href(lang, &format!("{}?xong={}", address::desk(forum.no), act.step)));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => match act.at {
                Some(at) => sheet.errors.add(at, refusal(&why, lang)),
                None => sheet.notice = refusal(&why, lang),
            },
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    sheet.answer(page(app, staff, forum, act, &sheet))
}
