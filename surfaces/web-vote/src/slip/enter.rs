//! A slip is opened: by its QR code, or by typing its code. The slip's secret is the voice; whoever holds it votes as it.

use super::SlipWords;
use crate::voice::{give, read, spelled};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use forum::Stage;
use forum::voice::{Standing, VoiceSecret};
use web_kit::form::{Field, Form};
use web_kit::{FrameKind, Html, Section, href, render, see_other, states};
use web_scene::{App, Fields, InForum, Sheet, address};

/// The field of a typed code.
const CODE: &str = "ma";

#[derive(Template)]
#[template(path = "slip/ask.html")]
struct Ask {
    w: SlipWords,
    summary: Html,
    form: Html,
    forum: String,
}

#[derive(Template)]
#[template(path = "slip/enter.html")]
struct Enter {
    w: SlipWords,
    used: bool,
    action: String,
    forum: String,
}

fn framed(at: &InForum, title: &str, sheet: &Sheet, body: &Html) -> String {
    let back = address::forum(at.forum.no);
    let mut frame = at.scene.frame(title, Some(Section::Forums), vec![]);
    // The address may hold a slip's secret: nothing links to it, not even the page in the other language.
    frame.path = &back;
    frame.noindex = true;
    frame.kind = FrameKind::Focus {
        back: &back,
        label: crate::vote::VoteWords(at.scene.lang).back(),
    };
    sheet.mark(&mut frame);
    frame.page(body)
}

fn form(at: &InForum, sheet: &Sheet) -> String {
    let w = SlipWords(at.scene.lang);
    let code = Field::text(CODE, w.code())
        .hint(w.code_hint())
        .value(sheet.typed(CODE).to_owned())
        .errors(&sheet.errors);
    let action = format!("{}/phieu", address::forum(at.forum.no));
    let body = render(&Ask {
        w,
        summary: sheet.summary(),
        form: Form::new(at.scene.lang, action, w.go()).field(code).html(),
        forum: at.title(),
    });
    framed(at, w.enter_title(), sheet, &body)
}

/// `GET /dien-dan/{no}/phieu`
pub(crate) async fn ask(at: InForum) -> Response {
    let sheet = Sheet::fresh(at.scene.lang);
    sheet.answer(form(&at, &sheet))
}

/// `POST /dien-dan/{no}/phieu`
pub(crate) async fn typed(State(app): State<App>, at: InForum, fields: Fields) -> Response {
    let lang = at.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    match read(sheet.typed(CODE)) {
        Some(voice) => see_other(&href(lang, &address::slip(at.forum.no, &spelled(voice)))),
        None => {
            sheet.errors.add(CODE, SlipWords(lang).code_wrong());
            sheet.answer(form(&at, &sheet))
        }
    }
}

/// The slip an address names: its voice, and whether it has voted.
fn slip(at: &InForum, typed: &str) -> Result<(VoiceSecret, bool), (&'static str, &'static str)> {
    let w = SlipWords(at.scene.lang);
    let unknown = (w.unknown_title(), w.unknown_text());
    let voice = read(typed).ok_or(unknown)?;
    match at.forum.voices.standing(&voice.pseudonym(at.forum.no)) {
        Standing::Enters { verified: true } => Ok((voice, false)),
        Standing::Known(number) if at.forum.voices.is_verified(number) => Ok((voice, true)),
        Standing::Cancelled => Err((w.cancelled_title(), w.cancelled_text())),
        Standing::Enters { verified: false } | Standing::Known(_) => Err(unknown),
    }
}

fn trouble(at: &InForum, (title, text): (&str, &str)) -> Response {
    let again = format!("{}/phieu", address::forum(at.forum.no));
    let w = SlipWords(at.scene.lang);
    let mut body = Html::trusted(format!("<h1 class=\"vh\">{}</h1>", web_kit::escape(title)));
    body.push(&states::empty(
        at.scene.lang,
        title,
        text,
        Some((&again, w.enter_title())),
    ));
    let sheet = Sheet::fresh(at.scene.lang);
    let mut answer = sheet.answer(framed(at, title, &sheet, &body));
    *answer.status_mut() = http::StatusCode::NOT_FOUND;
    answer
}

/// `GET /dien-dan/{no}/phieu/{phieu}`
pub(crate) async fn show(at: InForum, Path((_, typed)): Path<(String, String)>) -> Response {
    let w = SlipWords(at.scene.lang);
    match slip(&at, &typed) {
        Err(why) => trouble(&at, why),
        Ok((voice, used)) => {
            let body = render(&Enter {
                w,
                used,
                action: href(at.scene.lang, &address::slip(at.forum.no, &spelled(voice))),
                forum: at.title(),
            });
            let sheet = Sheet::fresh(at.scene.lang);
            sheet.answer(framed(&at, w.enter_title(), &sheet, &body))
        }
    }
}

/// `POST /dien-dan/{no}/phieu/{phieu}`
pub(crate) async fn begin(State(app): State<App>, at: InForum, Path((_, typed)): Path<(String, String)>) -> Response {
    match slip(&at, &typed) {
        Err(why) => trouble(&at, why),
        Ok(_) if at.forum.stage_at(at.scene.now) != Stage::Collecting => {
            see_other(&href(at.scene.lang, &address::vote(at.forum.no)))
        }
        Ok((voice, _)) => {
            let mut answer = see_other(&href(at.scene.lang, &address::vote(at.forum.no)));
            give(&app, &at.forum, voice, &mut answer);
            answer
        }
    }
}
