//! A draft is sent for review; somebody else publishes it or sends it back.

use super::article::{find, may_edit, may_publish};
use super::show::{Act, html};
use super::words::NewsroomWords;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::fact::Actor;
use portal::article::{NOTE_TEXT, REASON_TEXT};
use portal::{Article, Revision, RevisionId};
use web_kit::form::{Field, Form, hidden};
use web_kit::{href, see_other};
use web_scene::refusal::refusal;
use web_scene::{App, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, Refusal};

/// The hidden fields with the revision that was read: one a form.
const SUBMIT: &str = "gui";
const PUBLISH: &str = "dang";
const RETURN: &str = "tra";
const NOTE: &str = "ghi-chu";
const REASON: &str = "ly-do";

type At = Result<Path<String>, PathRejection>;

fn form(app: &App, staff: &Staff, article: &Article, latest: &Revision, sheet: &Sheet, of: &Step) -> Form<'static> {
    let path = address::at_article_desk(article.no, of.path);
    Form::new(staff.scene.lang, path, of.submit)
        .key(sheet.key(app, of.field))
        .after(hidden(of.field, &latest.no.to_string()))
}

struct Step {
    path: &'static str,
    field: &'static str,
    submit: &'static str,
}

/// The form that sends a draft for review.
pub(super) fn submit_form(app: &App, staff: &Staff, article: &Article, latest: &Revision, sheet: &Sheet) -> Act {
    let w = NewsroomWords(staff.scene.lang);
    let step = Step {
        path: "gui",
        field: SUBMIT,
        submit: w.submit(),
    };
    Act {
        title: w.submit_title(),
        text: w.submit_text(),
        html: form(app, staff, article, latest, sheet, &step).html(),
    }
}

/// The form that publishes; what was published before is corrected with a note.
pub(super) fn publish_form(app: &App, staff: &Staff, article: &Article, latest: &Revision, sheet: &Sheet) -> Act {
    let w = NewsroomWords(staff.scene.lang);
    let step = Step {
        path: "dang",
        field: PUBLISH,
        submit: w.publish(),
    };
    let mut form = form(app, staff, article, latest, sheet, &step);
    if article.address.is_some() {
        let note = Field::voice(NOTE, w.note(), NOTE_TEXT.max_chars as u32).hint(w.note_hint());
        form = form.field(note.value(sheet.typed(NOTE).to_owned()).errors(&sheet.errors));
    }
    Act {
        title: w.publish_title(),
        text: w.publish_text(),
        html: form.html(),
    }
}

/// The form that sends a revision back.
pub(super) fn return_form(app: &App, staff: &Staff, article: &Article, latest: &Revision, sheet: &Sheet) -> Act {
    let w = NewsroomWords(staff.scene.lang);
    let step = Step {
        path: "tra-lai",
        field: RETURN,
        submit: w.send_back(),
    };
    let reason = Field::voice(REASON, w.reason(), REASON_TEXT.max_chars as u32).hint(w.reason_hint());
    let form = form(app, staff, article, latest, sheet, &step);
    Act {
        title: w.return_title(),
        text: "",
        html: form
            .field(reason.value(sheet.typed(REASON).to_owned()).errors(&sheet.errors))
            .html(),
    }
}

/// The forms that were sent with words and have no place any more, since somebody else was faster: what was typed stays.
pub(super) fn kept(app: &App, staff: &Staff, article: &Article, latest: &Revision, sheet: &Sheet) -> Vec<Act> {
    let has_words = |form: &str, field: &str| sheet.has(form) && !sheet.typed(field).is_empty();
    let mut kept = Vec::new();
    if has_words(PUBLISH, NOTE) {
        kept.push(publish_form(app, staff, article, latest, sheet));
    }
    if has_words(RETURN, REASON) {
        kept.push(return_form(app, staff, article, latest, sheet));
    }
    kept
}

/// The revision a form is about; one that does not exist when the field was not sent.
fn revision(article: &Article, sheet: &Sheet, field: &str) -> RevisionId {
    RevisionId {
        article: article.no,
        revision: sheet.typed(field).parse().unwrap_or_default(),
    }
}

/// Sends a command about a revision; back to the article, or its page with what is wrong.
async fn give(
    app: &App,
    mut staff: Staff,
    article: Article,
    mut sheet: Sheet,
    command: Option<Command>,
    parts: &[&str],
) -> Response {
    let lang = staff.scene.lang;
    if let Some(command) = command {
        match sheet.send(app, Actor::Person(staff.person), command, parts).await {
            Sent::Recorded(_) => {
                let done = parts.first().copied().unwrap_or_default();
                let desk = address::article_desk(article.no);
                return see_other(&href(lang, &format!("{desk}?xong={done}")));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    // Somebody may have saved since the page was asked for: it shows what is there now.
    staff.scene.view = app.ledger.view();
    match staff.scene.world().portal.articles.get(&article.no) {
        Some(article) => sheet.answer(html(app, &staff, article, &sheet)),
        None => staff.scene.not_found(),
    }
}

/// `POST /dieu-hanh/bai-viet/{so}/gui`
pub(super) async fn submit(State(app): State<App>, at: At, StaffForm(staff, fields): StaffForm) -> Response {
    if !may_edit(&staff) {
        return staff.forbidden();
    }
    let Some(article) = find(&staff.scene, &at).cloned() else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let at = revision(&article, &sheet, SUBMIT);
    let (no, of) = (article.no.to_string(), at.revision.to_string());
    give(
        &app,
        staff,
        article,
        sheet,
        Some(Command::SubmitDraft { at }),
        &["gui", &no, &of],
    )
    .await
}

/// `POST /dieu-hanh/bai-viet/{so}/dang`
pub(super) async fn publish(State(app): State<App>, at: At, StaffForm(staff, fields): StaffForm) -> Response {
    if !may_publish(&staff) {
        return staff.forbidden();
    }
    let Some(article) = find(&staff.scene, &at).cloned() else {
        return staff.scene.not_found();
    };
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let w = NewsroomWords(staff.scene.lang);
    let at = revision(&article, &sheet, PUBLISH);
    // A note is asked for where something was published before; elsewhere there is nothing it could correct.
    let note = match article.address {
        Some(_) => sheet.text(NOTE, w.note_what(), &NOTE_TEXT),
        None => None,
    };
    let is_ready = sheet.errors.is_empty();
    let (no, of) = (article.no.to_string(), at.revision.to_string());
    let said = note.clone().unwrap_or_default();
    let command = is_ready.then_some(Command::PublishRevision { at, note });
    give(&app, staff, article, sheet, command, &["dang", &no, &of, &said]).await
}

/// `POST /dieu-hanh/bai-viet/{so}/tra-lai`
pub(super) async fn send_back(State(app): State<App>, at: At, StaffForm(staff, fields): StaffForm) -> Response {
    if !may_publish(&staff) {
        return staff.forbidden();
    }
    let Some(article) = find(&staff.scene, &at).cloned() else {
        return staff.scene.not_found();
    };
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let reason = sheet.text(REASON, NewsroomWords(staff.scene.lang).reason_what(), &REASON_TEXT);
    let at = revision(&article, &sheet, RETURN);
    let (no, of) = (article.no.to_string(), at.revision.to_string());
    let said = reason.clone().unwrap_or_default();
    let command = reason.map(|reason| Command::ReturnDraft { at, reason });
    give(&app, staff, article, sheet, command, &["tra-lai", &no, &of, &said]).await
}
