//! The second page of writing: under which role, and under which name, for those who sign.

use super::OpinionWords;
use super::draft::{CHANGE, Draft, NAME, REASONS, ROLE, SIGN, STATEMENT};
use super::subject::{self, ABOUT, NATURE};
use super::write::{after, framed, typed};
use crate::forum::{path, title};
use askama::Template;
use forum::events::SpeakerRole;
use web_kit::form::{Choice, Field, Form, Kind, TextKind, hidden};
use web_kit::{Html, render};
use web_scene::InForum;
use web_scene::said::paragraph;
use web_scene::{App, Names, Sheet, Shown};

#[derive(Template)]
#[template(path = "opinion/sign.html")]
struct SignBody<'a> {
    w: OpinionWords,
    title: &'a str,
    forum: &'a str,
    summary: Html,
    subject: String,
    statement: Html,
    reasons: Html,
    form: Html,
}

/// The second page: the role, and the name for those who sign with it.
pub(super) fn page(app: &App, at: &InForum, draft: &Draft, sheet: &Sheet) -> String {
    let scene = &at.scene;
    let w = OpinionWords(scene.lang);
    let names = Names(scene.lang);
    let role = if draft.role.is_empty() {
        SpeakerRole::Citizen.as_str()
    } else {
        &draft.role
    };
    let choices = SpeakerRole::ALL
        .into_iter()
        .map(|role| Choice::new(role.as_str(), names.speaker(role), ""));
    let roles = Field::radios(ROLE, w.role(), choices.collect()).hint(w.role_hint());
    let carried = vec![
        hidden(STATEMENT, &draft.statement),
        hidden(REASONS, &draft.reasons),
        hidden(NATURE, &draft.nature),
        hidden(ABOUT, &draft.about),
        hidden(SIGN, &draft.sign),
    ];
    let mut form = Form::new(scene.lang, format!("{}/viet", path(&at.forum)), w.send())
        .key(sheet.own_key(app).as_str().to_owned());
    if draft.wants_name() {
        let name = Field::new(NAME, w.name(), Kind::Text(TextKind::Name)).hint(w.name_hint());
        form = form.field(name.value(draft.name.as_str()).errors(&sheet.errors));
    }
    let form = form
        .field(roles.value(role).errors(&sheet.errors))
        .after(after(scene, carried, Some(CHANGE)));
    let forum = title(scene, &at.forum);
    let title = if draft.wants_name() {
        w.name_title()
    } else {
        w.role_title()
    };
    let body = render(&SignBody {
        w,
        title,
        forum: &forum,
        summary: sheet.summary(),
        subject: subject::told(scene, &draft.nature, &draft.about),
        statement: paragraph(scene, Shown::Words(&draft.statement), "say"),
        reasons: typed(scene, &draft.reasons),
        form: form.html(),
    });
    framed(at, title, sheet, &body)
}
