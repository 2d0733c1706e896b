//! A speaker confirms the summary of what was said in the hall. Whoever has the code may; no session is looked at.

use super::act_words::ActWords;
use super::story::can_confirm;
use super::{Receipt, crumbs, elsewhere, of_opinion, typed};
use crate::{busy, names};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::fact::{Actor, Digest32, Exposure, FieldName, SealedRef};
use forum::events::{Channel, NAME, REASONS, STATEMENT};
use forum::{Opinion, Signature};
use web_kit::form::key_input;
use web_kit::{Html, Section, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::said::paragraph;
use web_scene::{App, Fields, Place, Scene, Sheet, Shown};
use world::{Command, Refusal};

/// The name a refusal leads to: the way back.
const BACK: &str = "ve";

#[derive(Template)]
#[template(path = "receipt/confirm.html")]
struct Body<'a> {
    w: ActWords,
    summary: Html,
    code: &'a str,
    /// None where there is nothing to confirm: a page that only says so shows no words.
    words: Option<Summary<'a>>,
    action: String,
    /// None where nothing can be sent.
    key: Option<Html>,
    withdraw: String,
    /// The summary was erased.
    is_gone: bool,
    back: String,
}

/// A summary that waits for its speaker.
struct Summary<'a> {
    statement: Html,
    details: Html,
    signed: String,
    organisation: &'a str,
}

/// `GET /bien-nhan/<code>/xac-nhan`: the summary, and the two answers to it.
pub(crate) async fn ask(State(app): State<App>, scene: Scene, path: Result<Path<String>, PathRejection>) -> Response {
    let typed = typed(path);
    if let Some(there) = elsewhere(&scene, &typed, "xac-nhan") {
        return there;
    }
    let (receipt, opinion) = match of_opinion(&scene, &typed) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    if opinion.channel != Channel::SpokenTurn {
        let mut sheet = Sheet::sent(&app, scene.lang, Fields::default());
        let why = Refusal::Forum(forum::Refusal::NotATurn);
        sheet.errors.add(BACK, refusal(&why, scene.lang));
        return page(&app, &scene, &receipt, &opinion, &sheet);
    }
    if !can_confirm(&opinion) {
        return see_other(&href(scene.lang, &receipt.path()));
    }
    page(&app, &scene, &receipt, &opinion, &Sheet::fresh(scene.lang))
}

/// `POST /bien-nhan/<code>/xac-nhan`.
pub(crate) async fn confirm(
    State(app): State<App>,
    scene: Scene,
    path: Result<Path<String>, PathRejection>,
    place: Place,
    fields: Fields,
) -> Response {
    let (receipt, opinion) = match of_opinion(&scene, &typed(path)) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let mut sheet = Sheet::sent(&app, scene.lang, fields);
    if sheet.may_write(&app, &place).is_ok() {
        let digest = Digest32(receipt.code.hash());
        let parts = ["confirm-turn", &receipt.code.to_string()];
        let command = Command::ConfirmTurn { receipt: digest };
        if sheet.submit(&app, Actor::Anyone, command, &parts, BACK).await.is_some() {
            return see_other(&href(scene.lang, &receipt.path()));
        }
    }
    page(&app, &scene, &receipt, &opinion, &sheet)
}

/// A field of the holder's own summary: its words, erased, or nothing where it has none. None when the store does not
/// give them.
fn own(app: &App, scene: &Scene, at: SealedRef) -> Option<Html> {
    match scene.world().exposure_of(at) {
        Exposure::Absent => Some(Html::default()),
        Exposure::Erased(entry) => Some(paragraph(scene, Shown::Erased(entry), "say")),
        Exposure::Public | Exposure::Held | Exposure::Private => {
            let words = app.private_words(at)?;
            Some(paragraph(scene, Shown::Words(&words), "say"))
        }
    }
}

/// The summary as it stands; none when the store does not give it.
fn summary<'a>(app: &App, scene: &'a Scene, seq: u64, opinion: &Opinion) -> Option<Summary<'a>> {
    let field = |field: FieldName| own(app, scene, SealedRef::new(seq, field));
    let name = match opinion.signature {
        Signature::Name(_) => app.private_words(SealedRef::new(seq, NAME)),
        Signature::None | Signature::Role(_) => None,
    };
    Some(Summary {
        statement: field(STATEMENT)?,
        details: field(REASONS)?,
        signed: names::signature(opinion.signature, name.as_deref(), scene.lang),
        organisation: opinion
            .organisation
            .map(|id| scene.organisation(id))
            .unwrap_or_default(),
    })
}

fn page(app: &App, scene: &Scene, receipt: &Receipt, opinion: &Opinion, sheet: &Sheet) -> Response {
    let (w, lang, path) = (ActWords(scene.lang), scene.lang, receipt.path());
    let waits = can_confirm(opinion);
    let words = waits.then(|| summary(app, scene, receipt.seq, opinion)).flatten();
    if waits && words.is_none() {
        return busy(scene);
    }
    let is_gone = waits && receipt.erased_by(scene).is_some();
    let is_open = waits && !is_gone && sheet.errors.of(BACK).is_none();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        code: &receipt.code.to_string(),
        words,
        action: href(lang, &format!("{path}/xac-nhan")),
        key: is_open.then(|| key_input(sheet.own_key(app).as_str())),
        withdraw: href(lang, &format!("{path}/rut")),
        is_gone,
        back: href(lang, &path),
    });
    let crumbs = crumbs(scene, receipt, w.confirm_here());
    let mut frame = scene.frame(w.confirm_title(), Some(Section::Forums), crumbs);
    frame.noindex = true;
    sheet.mark(&mut frame);
    sheet.answer(frame.page(body))
}
