//! Taking an opinion back before it is published. Whoever has the code may; no session is looked at.

use super::words::ReceiptWords;
use super::{Receipt, crumbs, elsewhere, of_opinion, typed};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::fact::{Actor, Digest32};
use forum::OpinionState;
use web_kit::form::key_input;
use web_kit::{Html, Section, href, render, see_other};
use web_scene::{App, Fields, Place, Scene, Sent, Sheet};
use world::{Command, Refusal};

/// The name a refusal leads to: the way back.
const BACK: &str = "ve";

#[derive(Template)]
#[template(path = "receipt/withdraw.html")]
struct Withdraw<'a> {
    w: ReceiptWords,
    summary: Html,
    code: &'a str,
    action: String,
    key: Option<Html>,
    back: String,
}

/// `GET /bien-nhan/<code>/rut`: asks first, for what is erased can't be brought back.
pub(crate) async fn ask(State(app): State<App>, scene: Scene, path: Result<Path<String>, PathRejection>) -> Response {
    let typed = typed(path);
    if let Some(there) = elsewhere(&scene, &typed, "rut") {
        return there;
    }
    let (receipt, opinion) = match of_opinion(&scene, &typed) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    match opinion.state {
        OpinionState::Withdrawn => see_other(&href(scene.lang, &receipt.path())),
        OpinionState::Published(_) | OpinionState::TakenDown(..) => {
            let mut sheet = Sheet::sent(&app, scene.lang, Fields::default());
            sheet.errors.add(BACK, ReceiptWords(scene.lang).withdraw_published());
            page(&app, &scene, &receipt, &sheet)
        }
        OpinionState::Held | OpinionState::Cleared | OpinionState::Refused(_) | OpinionState::Private(_) => {
            page(&app, &scene, &receipt, &Sheet::fresh(scene.lang))
        }
    }
}

/// `POST /bien-nhan/<code>/rut`.
pub(crate) async fn withdraw(
    State(app): State<App>,
    scene: Scene,
    path: Result<Path<String>, PathRejection>,
    place: Place,
    fields: Fields,
) -> Response {
    let w = ReceiptWords(scene.lang);
    let typed = typed(path);
    let (receipt, _) = match of_opinion(&scene, &typed) {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let mut sheet = Sheet::sent(&app, scene.lang, fields);
    if let Err(seconds) = sheet.may_write(&app, &place) {
        sheet.notice = w.withdraw_slow(seconds);
    } else {
        let command = Command::WithdrawOpinion {
            receipt: Digest32(receipt.code.hash()),
        };
        let parts = ["withdraw", &receipt.code.to_string()];
        match sheet.send(&app, Actor::Anyone, command, &parts).await {
            Sent::Recorded(_) => return see_other(&href(scene.lang, &receipt.path())),
            Sent::Refused(why) => sheet.errors.add(BACK, sentence(&why, w)),
            Sent::OtherBody => sheet.notice = w.withdraw_stale().to_owned(),
            Sent::Busy => sheet.notice = w.withdraw_busy().to_owned(),
        }
    }
    page(&app, &scene, &receipt, &sheet)
}

/// Why not. Only two rules can say no to someone who has a receipt; the rest means the opinion is not there.
fn sentence(why: &Refusal, w: ReceiptWords) -> &'static str {
    match why {
        Refusal::Forum(forum::Refusal::AlreadyPublished) => w.withdraw_published(),
        Refusal::Forum(forum::Refusal::Withdrawn) => w.withdraw_done(),
        _ => w.withdraw_gone(),
    }
}

fn page(app: &App, scene: &Scene, receipt: &Receipt, sheet: &Sheet) -> Response {
    let (w, lang) = (ReceiptWords(scene.lang), scene.lang);
    let (code, path) = (receipt.code.to_string(), receipt.path());
    // Where a rule says no there is nothing to send again.
    let is_open = sheet.errors.of(BACK).is_none();
    let body = render(&Withdraw {
        w,
        summary: sheet.summary(),
        code: &code,
        action: href(lang, &format!("{path}/rut")),
        key: is_open.then(|| key_input(sheet.own_key(app).as_str())),
        back: href(lang, &path),
    });
    let crumbs = crumbs(scene, receipt, w.withdraw_go());
    let mut frame = scene.frame(w.withdraw_title(), Some(Section::Forums), crumbs);
    frame.noindex = true;
    sheet.mark(&mut frame);
    sheet.answer(frame.page(body))
}
