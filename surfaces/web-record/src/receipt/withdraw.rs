//! Taking an opinion back before it is published. Whoever has the code may; no session is looked at.

use super::words::ReceiptWords;
use super::{Receipt, no_receipt, path_of, typed};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32};
use forum::OpinionState;
use http::header::RETRY_AFTER;
use http::{HeaderValue, StatusCode};
use web_kit::form::{KEY_FIELD, key_input};
use web_kit::reply::RETRY_AFTER_SECONDS;
use web_kit::{Crumb, Errors, Html, Page, Section, href, render, see_other};
use web_scene::{App, Fields, Key, Place, Scene, Unsent};
use world::{Command, Refusal};

/// The name errors lead to: the button.
const BUTTON: &str = "rut";

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
    if let Some(there) = elsewhere(&scene, &typed) {
        return there;
    }
    let receipt = match Receipt::find(&scene, &typed) {
        Ok(receipt) => receipt,
        Err(why) => return no_receipt(&scene, &typed, why),
    };
    match receipt.opinion.state {
        OpinionState::Withdrawn => see_other(&href(scene.lang, &receipt.path())),
        OpinionState::Published(_) => {
            let published = ReceiptWords(scene.lang).withdraw_published();
            page(
                &scene,
                &receipt,
                None,
                Some(published),
                StatusCode::UNPROCESSABLE_ENTITY,
                None,
            )
        }
        OpinionState::Held | OpinionState::Cleared | OpinionState::Refused(_) => {
            page(&scene, &receipt, Some(&Key::fresh(&app)), None, StatusCode::OK, None)
        }
    }
}

/// `POST /bien-nhan/<code>/rut`.
pub(crate) async fn withdraw(
    State(app): State<App>,
    scene: Scene,
    path: Result<Path<String>, PathRejection>,
    Place(place): Place,
    fields: Fields,
) -> Response {
    let w = ReceiptWords(scene.lang);
    let typed = typed(path);
    let receipt = match Receipt::find(&scene, &typed) {
        Ok(receipt) => receipt,
        Err(why) => return no_receipt(&scene, &typed, why),
    };
    let key = Key::sent(&app, fields.get(KEY_FIELD));
    if let Err(seconds) = app.limiter.take(place) {
        let message = w.withdraw_slow(seconds);
        return page(
            &scene,
            &receipt,
            Some(&key),
            Some(&message),
            StatusCode::TOO_MANY_REQUESTS,
            Some(seconds),
        );
    }
    let command = Command::WithdrawOpinion {
        receipt: Digest32(receipt.code.hash()),
    };
    let body = format!("{BUTTON}\0{}", receipt.code);
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    match app.submit(Actor::Anyone, command, Some((&key, body.as_bytes()))).await {
        Ok(_) => see_other(&href(scene.lang, &receipt.path())),
        Err(Unsent::Refused(why)) => page(&scene, &receipt, None, Some(sentence(&why, w)), wrong, None),
        Err(Unsent::OtherBody) => page(
            &scene,
            &receipt,
            Some(&Key::fresh(&app)),
            Some(w.withdraw_stale()),
            wrong,
            None,
        ),
        Err(Unsent::Busy) => {
            let (busy, status) = (w.withdraw_busy(), StatusCode::SERVICE_UNAVAILABLE);
            page(
                &scene,
                &receipt,
                Some(&key),
                Some(busy),
                status,
                Some(RETRY_AFTER_SECONDS),
            )
        }
    }
}

/// The one spelling of a code typed otherwise.
fn elsewhere(scene: &Scene, typed: &str) -> Option<Response> {
    let code = ReceiptCode::parse(typed)
        .ok()
        .filter(|code| code.to_string() != typed)?;
    Some(see_other(&href(scene.lang, &format!("{}/rut", path_of(&code)))))
}

/// Why not. Only two rules can say no to someone who has a receipt; the rest means the opinion is not there.
fn sentence(why: &Refusal, w: ReceiptWords) -> &'static str {
    match why {
        Refusal::Forum(forum::Refusal::AlreadyPublished) => w.withdraw_published(),
        Refusal::Forum(forum::Refusal::Withdrawn) => w.withdraw_done(),
        _ => w.withdraw_gone(),
    }
}

fn page(
    scene: &Scene,
    receipt: &Receipt,
    key: Option<&Key>,
    wrong: Option<&str>,
    status: StatusCode,
    wait_seconds: Option<u64>,
) -> Response {
    let (w, lang) = (ReceiptWords(scene.lang), scene.lang);
    let (code, path) = (receipt.code.to_string(), receipt.path());
    let mut errors = Errors::new();
    if let Some(message) = wrong {
        errors.add(if key.is_some() { BUTTON } else { "ve" }, message);
    }
    let body = render(&Withdraw {
        w,
        summary: errors.summary(lang),
        code: &code,
        action: href(lang, &format!("{path}/rut")),
        key: key.map(|key| key_input(key.as_str())),
        back: href(lang, &path),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(w.receipt(), path),
        Crumb::here(w.withdraw_go()),
    ];
    let mut frame = scene.frame(w.withdraw_title(), Some(Section::Forums), crumbs);
    frame.noindex = true;
    frame.has_errors = wrong.is_some();
    frame.scripts = true;
    let mut response = Page::fresh(frame.page(body)).into_response();
    *response.status_mut() = status;
    if let Some(seconds) = wait_seconds {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
