//! An opinion is written and sent.
//!
//! These handlers take a scene and the fields of the form: no headers, no cookie, no session. The address is seen by the
//! limiter alone, which forgets it.

use super::OpinionWords;
use super::draft::{CHANGE, Draft, Judged, NAME, REASONS, ROLE, SIGN, SIGN_NAME, SIGN_NONE, SIGN_ROLE, STATEMENT};
use crate::find::{InForum, stage};
use crate::forum::{path, title};
use crate::kit::page::{Answer, alert};
use crate::kit::said::paragraph;
use crate::names::Names;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32};
use forum::events::SpeakerRole;
use forum::opinion::{OPINION_CHARS_MAX, REASONS_CHARS_MAX};
use forum::{Forum, Stage};
use web_kit::form::{Choice, Field, Form, KEY_FIELD, Kind, TextKind, hidden};
use web_kit::{Errors, FrameKind, Html, Section, href, render, see_other};
use web_scene::{App, Fields, Key, Place, Scene, Shown, Unsent};
use world::{Command, Refusal};

#[derive(Template)]
#[template(path = "opinion/write.html")]
struct WriteBody<'a> {
    w: OpinionWords,
    forum: &'a str,
    summary: Html,
    notice: Html,
    form: Html,
}

#[derive(Template)]
#[template(path = "opinion/sign.html")]
struct SignBody<'a> {
    w: OpinionWords,
    title: &'a str,
    forum: &'a str,
    summary: Html,
    notice: Html,
    statement: Html,
    reasons: Html,
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
    promise: String,
    hidden: Vec<Html>,
    change: Option<&'static str>,
}

/// What is wrong with a page that comes back.
#[derive(Default)]
struct Trouble {
    errors: Errors,
    notice: String,
}

/// `GET /dien-dan/{no}/viet`
pub(crate) async fn form(State(app): State<App>, at: InForum) -> Response {
    let draft = Draft {
        sign: SIGN_NONE.to_owned(),
        ..Draft::default()
    };
    if stage(&at.forum, at.scene.now) != Stage::Collecting {
        return Answer::Form.page(shut(&at, &draft, Answer::Form, None));
    }
    Answer::Form.page(words_page(
        &at,
        &draft,
        &Key::fresh(&app),
        Answer::Form,
        &Trouble::default(),
    ))
}

/// `POST /dien-dan/{no}/viet`
pub(crate) async fn send(State(app): State<App>, at: InForum, Place(place): Place, fields: Fields) -> Response {
    let draft = Draft::read(&fields);
    let key = Key::sent(&app, fields.get(KEY_FIELD));
    let lang = at.scene.lang;
    let w = OpinionWords(lang);
    let is_open = stage(&at.forum, at.scene.now) == Stage::Collecting;
    if draft.change && is_open {
        return Answer::Form.page(words_page(&at, &draft, &key, Answer::Form, &Trouble::default()));
    }
    let words = match draft.judge(lang) {
        // A form that was accepted before may be sent again after the last day: only the ledger knows.
        Judged::Ready(words) => words,
        _ if !is_open => return Answer::Wrong.page(shut(&at, &draft, Answer::Wrong, None)),
        Judged::Words(errors) => {
            let trouble = Trouble {
                errors,
                ..Trouble::default()
            };
            return Answer::Wrong.page(words_page(&at, &draft, &key, Answer::Wrong, &trouble));
        }
        Judged::Ask(errors) => {
            let answer = if errors.is_empty() { Answer::Form } else { Answer::Wrong };
            return answer.page(sign_page(
                &at,
                &draft,
                &key,
                answer,
                &Trouble {
                    errors,
                    ..Trouble::default()
                },
            ));
        }
    };
    let again = |key: &Key, answer: Answer, notice: String| {
        let trouble = Trouble {
            notice,
            ..Trouble::default()
        };
        let page = if draft.has_second_page() { sign_page } else { words_page };
        answer.page(page(&at, &draft, key, answer, &trouble))
    };
    if let Err(seconds) = app.limiter.take(place) {
        return again(&key, Answer::Slower(seconds), w.slower(seconds));
    }
    let no = at.forum.no;
    let body = draft.body(no, &words);
    let code = ReceiptCode::from_bits(&app.ledger.receipt_bits(key.as_str()));
    let command = Command::SubmitOpinion {
        forum: no,
        words,
        receipt: Digest32(code.hash()),
    };
    match app.submit(Actor::Anyone, command, Some((&key, &body))).await {
        Ok(_) => see_other(&href(lang, &format!("/bien-nhan/{code}"))),
        Err(Unsent::Busy) => again(&key, Answer::Busy, w.busy().to_owned()),
        Err(Unsent::OtherBody) => again(&Key::fresh(&app), Answer::Wrong, w.stale().to_owned()),
        Err(Unsent::Refused(refusal)) => Answer::Wrong.page(shut(&at, &draft, Answer::Wrong, Some(&refusal))),
    }
}

fn framed(at: &InForum, title: &str, answer: Answer, body: &Html) -> String {
    let back = path(&at.forum);
    let mut frame = at.scene.frame(title, Some(Section::Forums), vec![]);
    frame.kind = FrameKind::Focus {
        back: &back,
        label: OpinionWords(at.scene.lang).back(),
    };
    answer.mark(&mut frame);
    frame.page(body)
}

fn notice(trouble: &Trouble) -> Html {
    if trouble.notice.is_empty() {
        Html::default()
    } else {
        alert(&trouble.notice)
    }
}

fn after(scene: &Scene, hidden: Vec<Html>, change: Option<&'static str>) -> Html {
    render(&After {
        w: OpinionWords(scene.lang),
        promise: href(scene.lang, "/cam-ket"),
        hidden,
        change,
    })
}

/// The first page: the words, and how they are signed.
fn words_page(at: &InForum, draft: &Draft, key: &Key, answer: Answer, trouble: &Trouble) -> String {
    let scene = &at.scene;
    let w = OpinionWords(scene.lang);
    let choices = vec![
        Choice::new(SIGN_NONE, w.sign_none(), w.sign_none_about()),
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
    let field = |field: Field<'static>, value: &str| field.value(value.to_owned()).errors(&trouble.errors);
    let statement = Field::voice(STATEMENT, w.statement(), OPINION_CHARS_MAX as u32).hint(w.statement_hint());
    let reasons = Field::voice(REASONS, w.reasons(), REASONS_CHARS_MAX as u32)
        .hint(w.reasons_hint())
        .optional();
    let form = Form::new(scene.lang, format!("{}/viet", path(&at.forum)), w.send())
        .key(key.as_str())
        .field(field(statement, &draft.statement))
        .field(field(reasons, &draft.reasons))
        .field(field(Field::radios(SIGN, w.sign(), choices), &draft.sign))
        .after(after(scene, carried, None));
    let forum = title(scene, &at.forum);
    let summary = trouble.errors.summary(scene.lang);
    let body = WriteBody {
        w,
        forum: &forum,
        summary,
        notice: notice(trouble),
        form: form.html(),
    };
    framed(at, w.write_title(), answer, &render(&body))
}

/// The second page: the role, and the name for those who sign with it.
fn sign_page(at: &InForum, draft: &Draft, key: &Key, answer: Answer, trouble: &Trouble) -> String {
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
        .map(|role| Choice::new(role.as_str(), names.role(role), ""));
    let roles = Field::radios(ROLE, w.role(), choices.collect()).hint(w.role_hint());
    let carried = vec![
        hidden(STATEMENT, &draft.statement),
        hidden(REASONS, &draft.reasons),
        hidden(SIGN, &draft.sign),
    ];
    let mut form = Form::new(scene.lang, format!("{}/viet", path(&at.forum)), w.send()).key(key.as_str());
    if draft.wants_name() {
        let name = Field::new(NAME, w.name(), Kind::Text(TextKind::Name)).hint(w.name_hint());
        form = form.field(name.value(draft.name.as_str()).errors(&trouble.errors));
    }
    let form = form
        .field(roles.value(role).errors(&trouble.errors))
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
        summary: trouble.errors.summary(scene.lang),
        notice: notice(trouble),
        statement: paragraph(scene, Shown::Words(&draft.statement), "say"),
        reasons: typed(scene, &draft.reasons),
        form: form.html(),
    });
    framed(at, title, answer, &body)
}

fn typed(scene: &Scene, words: &str) -> Html {
    if words.trim().is_empty() {
        Html::default()
    } else {
        paragraph(scene, Shown::Words(words), "voice gap-s")
    }
}

/// Instead of a form: why there is none, since when, and what was typed.
fn shut(at: &InForum, draft: &Draft, answer: Answer, refusal: Option<&Refusal>) -> String {
    let scene = &at.scene;
    let w = OpinionWords(scene.lang);
    let (title, text) = match (refusal, stage(&at.forum, scene.now)) {
        (Some(Refusal::Forum(forum::Refusal::TooMany)), _) => (w.closed_title(), w.too_many_text().to_owned()),
        (Some(Refusal::Forum(forum::Refusal::Closed)), _) | (None, Stage::Closed | Stage::Collecting) => {
            closed(w, &at.forum)
        }
        (Some(Refusal::Forum(forum::Refusal::NotOpenYet)), _) | (None, Stage::Announced) => {
            (w.not_open_title(), w.not_open_text(at.forum.closes))
        }
        (Some(other), _) => (w.closed_title(), Names(scene.lang).refusal(other)),
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
    framed(at, title, answer, &body)
}

fn closed(w: OpinionWords, forum: &Forum) -> (&'static str, String) {
    (w.closed_title(), w.closed_text(forum.closes))
}
