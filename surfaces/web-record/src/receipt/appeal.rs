//! The author appeals against a decision of a moderator: once, decided by someone else. Whoever has the code may; no
//! session is looked at.

use super::act_words::ActWords;
use super::story::{appeal as appeal_steps, can_appeal, can_confirm, list};
use super::{Receipt, crumbs, elsewhere, of_opinion, typed};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::fact::{Actor, Digest32};
use base::text::TextProblem;
use forum::appeal::APPEAL_WORDS;
use forum::{Opinion, OpinionState};
use web_kit::form::{Field, Form};
use web_kit::{Html, Section, href, render, see_other};
use web_scene::refusal::{refusal, text_problem};
use web_scene::{App, Fields, Names, Place, Scene, Sent, Sheet};
use world::Command;

/// The field with the words; refusals stand there as well.
const WORDS: &str = "loi";

#[derive(Template)]
#[template(path = "receipt/appeal.html")]
struct Body<'a> {
    w: ActWords,
    summary: Html,
    title: &'static str,
    code: &'a str,
    reason: &'static str,
    /// An appeal can be made.
    is_open: bool,
    /// The form.
    form: Option<Html>,
    when: String,
    steps: Html,
    /// Why no appeal can be made now, and where to go.
    instead: Option<(&'static str, String, &'static str)>,
    back: String,
}

/// `GET /bien-nhan/<code>/khieu-nai`: the reason on record, the form; after that how far the appeal is.
pub(crate) async fn ask(State(app): State<App>, scene: Scene, path: Result<Path<String>, PathRejection>) -> Response {
    let typed = typed(path);
    if let Some(there) = elsewhere(&scene, &typed, "khieu-nai") {
        return there;
    }
    match of_opinion(&scene, &typed) {
        Ok((receipt, opinion)) => page(&app, &scene, &receipt, &opinion, &Sheet::fresh(scene.lang)),
        Err(answer) => *answer,
    }
}

/// `POST /bien-nhan/<code>/khieu-nai`.
pub(crate) async fn file(
    State(app): State<App>,
    scene: Scene,
    path: Result<Path<String>, PathRejection>,
    place: Place,
    fields: Fields,
) -> Response {
    let lang = scene.lang;
    let (receipt, opinion) = match of_opinion(&scene, &typed(path)) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let mut sheet = Sheet::sent(&app, lang, fields);
    // A form that lost its field on the way may have lost what was typed there.
    if !sheet.has(WORDS) {
        sheet.errors.add(WORDS, ActWords(lang).appeal_field_lost());
        return page(&app, &scene, &receipt, &opinion, &sheet);
    }
    let Ok(words) = words(&sheet).map_err(|why| {
        let what = ActWords(lang).what_words();
        sheet
            .errors
            .add(WORDS, text_problem(why, what, APPEAL_WORDS.min_chars, lang));
    }) else {
        return page(&app, &scene, &receipt, &opinion, &sheet);
    };
    if sheet.may_write(&app, &place).is_ok() {
        let said = words.clone().unwrap_or_default();
        let command = Command::FileAppeal {
            receipt: Digest32(receipt.code.hash()),
            words,
        };
        let parts = ["appeal", &receipt.code.to_string(), &said];
        match sheet.send(&app, Actor::Anyone, command, &parts).await {
            Sent::Recorded(_) => return see_other(&href(lang, &receipt.path())),
            Sent::Refused(why) => sheet.errors.add(WORDS, refusal(&why, lang)),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    page(&app, &scene, &receipt, &opinion, &sheet)
}

/// What was typed; nothing is as good as something.
fn words(sheet: &Sheet) -> Result<Option<String>, TextProblem> {
    match sheet.typed(WORDS).trim() {
        "" => Ok(None),
        _ => APPEAL_WORDS.accept(sheet.typed(WORDS)).map(Some),
    }
}

/// What is appealed against, and why it was decided so.
fn decided(w: ActWords, opinion: &Opinion) -> (&'static str, &'static str) {
    let reason = |reason| Names(w.0).reason(reason);
    match opinion.state {
        OpinionState::Refused(why) => (w.appeal_title(), reason(why)),
        OpinionState::TakenDown(_, why) => (w.appeal_taken_down_title(), reason(why)),
        OpinionState::Private(_) => (w.appeal_private_title(), w.appeal_private_reason()),
        _ => (w.appeal_here(), ""),
    }
}

fn form(app: &App, receipt: &Receipt, sheet: &Sheet, w: ActWords) -> Html {
    let field = Field::voice(WORDS, w.appeal_words(), APPEAL_WORDS.max_chars as u32)
        .hint(w.appeal_words_hint())
        .optional()
        .value(sheet.typed(WORDS).to_owned())
        .errors(&sheet.errors);
    Form::new(w.0, format!("{}/khieu-nai", receipt.path()), w.appeal_send())
        .key(sheet.own_key(app).as_str().to_owned())
        .field(field)
        .html()
}

fn page(app: &App, scene: &Scene, receipt: &Receipt, opinion: &Opinion, sheet: &Sheet) -> Response {
    let (w, lang, path) = (ActWords(scene.lang), scene.lang, receipt.path());
    let (title, reason) = decided(w, opinion);
    let days = law::terms(scene.today).appeal_working_days;
    let is_open = can_appeal(opinion);
    // What was typed is not lost, even where there is nothing to send it for.
    let has_form = is_open || !sheet.typed(WORDS).is_empty();
    let instead = if is_open || opinion.appeal.is_some() {
        None
    } else if can_confirm(opinion) && !reason.is_empty() {
        let way = href(lang, &format!("{path}/xac-nhan"));
        Some((w.appeal_confirm_first(), way, w.confirm_here()))
    } else {
        Some((w.appeal_nothing(), href(lang, &path), w.back()))
    };
    let steps = match opinion.appeal {
        Some(_) => list(scene, &appeal_steps(scene, receipt, opinion)),
        None => Html::default(),
    };
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        title,
        code: &receipt.code.to_string(),
        reason,
        is_open,
        form: has_form.then(|| form(app, receipt, sheet, w)),
        when: w.appeal_when(law::calendar().add_working_days(scene.today, days), days),
        steps,
        instead,
        back: href(lang, &path),
    });
    let crumbs = crumbs(scene, receipt, w.appeal_here());
    let mut frame = scene.frame(title, Some(Section::Forums), crumbs);
    frame.noindex = true;
    sheet.mark(&mut frame);
    sheet.answer(frame.page(body))
}
