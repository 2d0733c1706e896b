//! Anyone contests what is told of a clause.
//!
//! These handlers take a scene and the fields of the form: no headers, no cookie, no session. The address is seen by the
//! limiter alone, which forgets it.

use super::ContestWords;
use super::look::{marked, sentences};
use crate::clause::{AtClause, label, state_sentence};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32};
use forum::checker::{Warning, check};
use forum::contest::CONTEST_TEXT;
use web_kit::form::{Field, Form, hidden, key_input};
use web_kit::{FrameKind, Html, Section, href, render, see_other};
use web_scene::said::said;
use web_scene::{App, Fields, ForumNames, Place, Sheet, address};
use world::Command;

/// The field with the words.
const TEXT: &str = "noi_dung";
/// The button that sends words as they are, after the look at them.
const AS_IT_IS: &str = "xem";
/// The button that goes back to them.
const CHANGE: &str = "sua";

#[derive(Template)]
#[template(path = "contest/write.html")]
struct Body {
    w: ContestWords,
    summary: Html,
    about: String,
    task: Html,
    label: Html,
    state: String,
    form: Html,
}

#[derive(Template)]
#[template(path = "contest/after.html")]
struct After {
    w: ContestWords,
    promise: String,
}

#[derive(Template)]
#[template(path = "contest/look.html")]
struct Look {
    w: ContestWords,
    marked: Html,
    sentences: Vec<&'static str>,
    action: String,
    key: Html,
    words: Html,
}

/// `GET /dien-dan/{no}/viec/{viec}/phan-doi`
pub(crate) async fn form(State(app): State<App>, page: AtClause) -> Response {
    let sheet = Sheet::fresh(page.at.scene.lang);
    sheet.answer(html(&app, &page, &sheet))
}

/// `POST /dien-dan/{no}/viec/{viec}/phan-doi`
pub(crate) async fn send(State(app): State<App>, page: AtClause, place: Place, fields: Fields) -> Response {
    let lang = page.at.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let Some(text) = sheet.text(TEXT, ContestWords(lang).what_text(), &CONTEST_TEXT) else {
        return sheet.answer(html(&app, &page, &sheet));
    };
    if sheet.has(CHANGE) {
        sheet.ask_again();
        return sheet.answer(html(&app, &page, &sheet));
    }
    let warnings = if sheet.has(AS_IT_IS) { Vec::new() } else { check(&text) };
    if !warnings.is_empty() {
        sheet.ask_again();
        return sheet.answer(look(&app, &page, &sheet, &text, &warnings));
    }
    if sheet.may_write(&app, &place).is_ok() {
        let code = ReceiptCode::from_bits(&app.ledger.receipt_bits(sheet.own_key(&app).as_str()));
        let (forum, label) = (page.no.forum.label(), label(page.no));
        let parts = ["contest", forum.as_str(), label.as_str(), &text.clone()];
        let command = Command::ContestClause {
            no: page.no,
            text,
            receipt: Digest32(code.hash()),
        };
        let sent = sheet.submit(&app, Actor::Anyone, command, &parts, TEXT).await;
        if sent.is_some() {
            return see_other(&href(lang, &address::receipt(&code.to_string())));
        }
    }
    sheet.answer(html(&app, &page, &sheet))
}

/// The words once more, with what was found in them.
fn look(app: &App, page: &AtClause, sheet: &Sheet, text: &str, warnings: &[Warning]) -> String {
    let (scene, no) = (&page.at.scene, page.no);
    let w = ContestWords(scene.lang);
    let body = render(&Look {
        w,
        marked: marked(text, warnings),
        sentences: sentences(warnings, w),
        action: href(scene.lang, &address::contest(no.forum, no.directive, no.clause)),
        key: key_input(sheet.own_key(app).as_str()),
        words: hidden(TEXT, text),
    });
    framed(page, sheet, w.look_title(), &body)
}

fn html(app: &App, page: &AtClause, sheet: &Sheet) -> String {
    let (scene, no) = (&page.at.scene, page.no);
    let (w, lang) = (ContestWords(scene.lang), scene.lang);
    let field = Field::voice(TEXT, w.text(), CONTEST_TEXT.max_chars as u32)
        .hint(w.text_hint())
        .value(sheet.typed(TEXT).to_owned())
        .errors(&sheet.errors);
    let form = Form::new(lang, address::contest(no.forum, no.directive, no.clause), w.send())
        .key(sheet.own_key(app).as_str().to_owned())
        .field(field)
        .after(render(&After {
            w,
            promise: href(lang, "/cam-ket"),
        }));
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        about: w.about(&label(no), &no.forum.label()),
        task: said(scene, page.clause.task, "voice"),
        label: ForumNames(lang).clause(&page.clause, scene.today),
        state: state_sentence(scene, &page.clause),
        form: form.html(),
    });
    framed(page, sheet, w.title(), &body)
}

fn framed(page: &AtClause, sheet: &Sheet, title: &str, body: &Html) -> String {
    let (scene, no) = (&page.at.scene, page.no);
    let back = address::clause(no.forum, no.directive, no.clause);
    let mut frame = scene.frame(title, Some(Section::Forums), vec![]);
    frame.kind = FrameKind::Focus {
        back: &back,
        label: ContestWords(scene.lang).back(),
    };
    sheet.mark(&mut frame);
    frame.page(body)
}
