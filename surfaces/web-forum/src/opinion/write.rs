//! An opinion is written and sent.
//!
//! These handlers take a scene and the fields of the form: no headers, no cookie, no session. The address is seen by the
//! limiter alone, which forgets it.

use super::check::{self, AS_IT_IS, Found};
use super::draft::{Draft, Judged, NAME, REASONS, ROLE, SIGN, SIGN_NAME, SIGN_NONE, SIGN_ROLE, STATEMENT};
use super::near::Nearby;
use super::{OpinionWords, SubjectWords, sign, subject};
use crate::forum::{path, title};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32};
use forum::opinion::{OPINION_CHARS_MAX, REASONS_CHARS_MAX};
use forum::{Forum, Stage};
use web_kit::form::{Choice, Field, Form, hidden};
use web_kit::{FrameKind, Html, Section, href, render, see_other};
use web_scene::InForum;
use web_scene::refusal::refusal;
use web_scene::said::paragraph;
use web_scene::{App, Fields, Names, Place, Scene, Sent, Sheet, Shown};
use world::{Command, Refusal};

#[derive(Template)]
#[template(path = "opinion/write.html")]
struct WriteBody<'a> {
    w: OpinionWords,
    forum: &'a str,
    summary: Html,
    form: Html,
}

#[derive(Template)]
#[template(path = "opinion/shut.html")]
struct ShutBody<'a> {
    w: OpinionWords,
    title: &'a str,
    text: String,
    statement: Html,
    reasons: Html,
    name: &'a str,
    has_words: bool,
    forum: String,
    forums: String,
}

#[derive(Template)]
#[template(path = "opinion/after.html")]
struct After {
    w: OpinionWords,
    read_by: String,
    promise: String,
    hidden: Vec<Html>,
    change: Option<&'static str>,
}

/// `GET /dien-dan/{no}/viet`
pub(crate) async fn form(State(app): State<App>, at: InForum) -> Response {
    let draft = Draft {
        sign: SIGN_NONE.to_owned(),
        about: subject::asked(&at.scene, &at.forum).map_or_else(String::new, subject::spelled),
        ..Draft::default()
    };
    let sheet = Sheet::fresh(at.scene.lang);
    if at.forum.stage_at(at.scene.now) != Stage::Collecting {
        return sheet.answer(shut(&at, &draft, &sheet, None));
    }
    sheet.answer(page(&app, &at, &draft, &sheet))
}

/// `POST /dien-dan/{no}/viet`
pub(crate) async fn send(
    State(app): State<App>,
    Extension(nearby): Extension<Nearby>,
    at: InForum,
    place: Place,
    fields: Fields,
) -> Response {
    let lang = at.scene.lang;
    let draft = Draft::read(&fields);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let is_open = at.forum.stage_at(at.scene.now) == Stage::Collecting;
    if draft.change && is_open {
        sheet.ask_again();
        return sheet.answer(page(&app, &at, &draft, &sheet));
    }
    let (words, subject) = match draft.judge(lang, &at.forum) {
        // A form that was accepted before may be sent again after the last day: only the ledger knows.
        Judged::Ready(words, subject) => (words, subject),
        _ if !is_open => return sheet.answer(shut(&at, &draft, &sheet, None)),
        Judged::Words(errors) => {
            sheet.errors = errors;
            return sheet.answer(page(&app, &at, &draft, &sheet));
        }
        Judged::Ask(errors) => {
            if errors.is_empty() {
                sheet.ask_again();
            }
            sheet.errors = errors;
            return sheet.answer(sign::page(&app, &at, &draft, &sheet));
        }
    };
    let code = ReceiptCode::from_bits(&app.ledger.receipt_bits(sheet.own_key(&app).as_str()));
    let receipt = Digest32(code.hash());
    // What was sent under this key is on record: the ledger answers with its receipt.
    let is_recorded = at.scene.world().forums.receipts.contains_key(&receipt);
    if is_open && !is_recorded && sheet.typed(AS_IT_IS).is_empty() {
        let found = Found::of(&at.scene, &at.forum, &nearby, &draft);
        if !found.is_nothing() {
            sheet.ask_again();
            return sheet.answer(check::page(&app, &at, &draft, &sheet, &found));
        }
    }
    if sheet.may_write(&app, &place).is_ok() {
        let no = at.forum.no;
        let parts = draft.parts(no, &words);
        let command = Command::SubmitOpinion {
            forum: no,
            words,
            subject,
            receipt,
        };
        match sheet
            .send(&app, Actor::Anyone, command, &parts.each_ref().map(String::as_str))
            .await
        {
            Sent::Recorded(_) => return see_other(&href(lang, &format!("/bien-nhan/{code}"))),
            Sent::Refused(Refusal::Forum(forum::Refusal::NoSuchParagraph | forum::Refusal::NoSuchItem)) => {
                sheet.errors.add(subject::ABOUT, SubjectWords(lang).about_unknown());
                return sheet.answer(page(&app, &at, &draft, &sheet));
            }
            Sent::Refused(refusal) => return sheet.answer(shut(&at, &draft, &sheet, Some(&refusal))),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    let page = if draft.has_second_page() { sign::page } else { page };
    sheet.answer(page(&app, &at, &draft, &sheet))
}

/// A page of writing in its frame.
pub(super) fn framed(at: &InForum, title: &str, sheet: &Sheet, body: &Html) -> String {
    let back = path(&at.forum);
    let mut frame = at.scene.frame(title, Some(Section::Forums), vec![]);
    frame.kind = FrameKind::Focus {
        back: &back,
        label: OpinionWords(at.scene.lang).back(),
    };
    sheet.mark(&mut frame);
    frame.page(body)
}

/// What stands under the button: the promise, and what comes along.
pub(super) fn after(scene: &Scene, hidden: Vec<Html>, change: Option<&'static str>) -> Html {
    let w = OpinionWords(scene.lang);
    let days = law::terms(scene.today).reading_working_days;
    render(&After {
        w,
        read_by: w.read_by(law::calendar().add_working_days(scene.today, days)),
        promise: href(scene.lang, "/cam-ket"),
        hidden,
        change,
    })
}

/// The first page: the words, and how they are signed.
fn page(app: &App, at: &InForum, draft: &Draft, sheet: &Sheet) -> String {
    let scene = &at.scene;
    let w = OpinionWords(scene.lang);
    let choices = vec![
        Choice::new(SIGN_NONE, Names(scene.lang).unsigned(), w.sign_none_about()),
        Choice::new(SIGN_ROLE, w.sign_role(), w.sign_role_about()),
        Choice::new(SIGN_NAME, w.sign_name(), w.sign_name_about()),
    ];
    // What the second page asked comes along, so that nothing typed is lost.
    let mut carried = Vec::new();
    if !draft.role.is_empty() {
        carried.push(hidden(ROLE, &draft.role));
    }
    if !draft.name.is_empty() {
        carried.push(hidden(NAME, &draft.name));
    }
    let field = |field: Field<'static>, value: &str| field.value(value.to_owned()).errors(&sheet.errors);
    let statement = Field::voice(STATEMENT, w.statement(), OPINION_CHARS_MAX as u32).hint(w.statement_hint());
    let reasons = Field::voice(REASONS, w.reasons(), REASONS_CHARS_MAX as u32)
        .hint(w.reasons_hint())
        .optional();
    let mut form = Form::new(scene.lang, format!("{}/viet", path(&at.forum)), w.send())
        .key(sheet.own_key(app).as_str().to_owned())
        .field(field(statement, &draft.statement))
        .field(field(reasons, &draft.reasons))
        .field(subject::nature_field(scene, &draft.nature).errors(&sheet.errors));
    if let Some(about) = subject::about_field(scene, &at.forum, &draft.about) {
        form = form.field(about.errors(&sheet.errors));
    }
    let form = form
        .field(field(Field::radios(SIGN, w.sign(), choices), &draft.sign))
        .after(after(scene, carried, None));
    let forum = title(scene, &at.forum);
    let body = WriteBody {
        w,
        forum: &forum,
        summary: sheet.summary(),
        form: form.html(),
    };
    framed(at, w.write_title(), sheet, &render(&body))
}

/// What was typed, when there is any.
pub(super) fn typed(scene: &Scene, words: &str) -> Html {
    if words.trim().is_empty() {
        Html::default()
    } else {
        paragraph(scene, Shown::Words(words), "voice gap-s")
    }
}

/// Instead of a form: why there is none, since when, and what was typed.
fn shut(at: &InForum, draft: &Draft, sheet: &Sheet, why: Option<&Refusal>) -> String {
    let scene = &at.scene;
    let w = OpinionWords(scene.lang);
    let (title, text) = match (why, at.forum.stage_at(scene.now)) {
        (Some(Refusal::Forum(forum::Refusal::TooMany)), _) => (w.closed_title(), w.too_many_text().to_owned()),
        (Some(Refusal::Forum(forum::Refusal::NotOpenYet)), _) | (None, Stage::Announced) => {
            (w.not_open_title(), w.not_open_text(at.forum.closes))
        }
        (Some(Refusal::Forum(forum::Refusal::Closed)), _) | (None, _) => closed(w, &at.forum),
        (Some(other), _) => (w.closed_title(), refusal(other, scene.lang)),
    };
    let has_words = [&draft.statement, &draft.reasons, &draft.name]
        .into_iter()
        .any(|words| !words.trim().is_empty());
    let body = render(&ShutBody {
        w,
        title,
        text,
        statement: typed(scene, &draft.statement),
        reasons: typed(scene, &draft.reasons),
        name: &draft.name,
        has_words,
        forum: href(scene.lang, &path(&at.forum)),
        forums: href(scene.lang, "/dien-dan/"),
    });
    framed(at, title, sheet, &body)
}

fn closed(w: OpinionWords, forum: &Forum) -> (&'static str, String) {
    (w.closed_title(), w.closed_text(forum.closes))
}
