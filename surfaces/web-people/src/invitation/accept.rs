//! Someone comes in by a link. Opening the page uses nothing up: programs that preview links only ever open it.

use super::{InvitationWords, digest, minute_in_words};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::fact::{Actor, Digest32, PersonId};
use http::StatusCode;
use people::Refusal;
use people::invitation::{INVITATION_HOURS, check};
use people::role::{Role, Scope};
use web_kit::states::Trouble;
use web_kit::{FrameKind, Html, KitWords, Page, href, render, see_other};
use web_scene::{App, Place, Scene, Sheet, Unsent, new_session, session_cookies, work};
use world::Command;

#[derive(Template)]
#[template(path = "invitation/accept.html")]
struct Accept<'a> {
    w: InvitationWords,
    notice: Html,
    about: &'a str,
    until: String,
    action: String,
}

#[derive(Template)]
#[template(path = "invitation/closed.html")]
struct Closed<'a> {
    title: &'a str,
    text: String,
    ways: Vec<(String, &'a str)>,
}

type Token = Result<Path<String>, PathRejection>;

/// `GET /vao/{token}`.
pub(crate) async fn page(token: Token, scene: Scene) -> Response {
    let Ok(Path(token)) = token else {
        return scene.not_found();
    };
    match check(&scene.world().people, scene.now, digest(&token)) {
        Ok((_, person)) => {
            let sheet = Sheet::fresh(scene.lang);
            sheet.answer(button(&scene, digest(&token), person, &sheet))
        }
        Err(why) => closed(&scene, &why),
    }
}

/// `POST /vao/{token}`.
pub(crate) async fn accept(State(app): State<App>, token: Token, place: Place, scene: Scene) -> Response {
    let Ok(Path(token)) = token else {
        return scene.not_found();
    };
    let (w, token) = (InvitationWords(scene.lang), digest(&token));
    // What can't be accepted is answered here and never reaches the sequencer.
    let invited = match check(&scene.world().people, scene.now, token) {
        Ok((_, invited)) => invited,
        Err(why) => return closed(&scene, &why),
    };
    let mut sheet = Sheet::fresh(scene.lang);
    if let Err(seconds) = sheet.may_enter(&app, &place) {
        // Nothing was typed here that could be kept.
        sheet.notice = w.slower(seconds);
        return sheet.answer(button(&scene, token, invited, &sheet));
    }
    match app
        .submit(Actor::Anyone, Command::AcceptInvitation { token }, None)
        .await
    {
        Ok(_) => begin(&app, &scene, invited),
        Err(Unsent::Refused(world::Refusal::People(why))) => closed(&scene, &why),
        Err(Unsent::Refused(_) | Unsent::OtherBody | Unsent::Busy | Unsent::NotRecorded) => {
            sheet.is_busy();
            sheet.notice = w.busy().to_owned();
            sheet.answer(button(&scene, token, invited, &sheet))
        }
    }
}

/// Opens the session of whoever has just come in.
fn begin(app: &App, scene: &Scene, invited: Option<PersonId>) -> Response {
    let view = app.ledger.view();
    let people = &view.state.people;
    // Whoever comes in by the first link is the only administrator there is: nobody can make another before them.
    let administrator = (Role::Administrator, Scope::Office);
    let first = || {
        people
            .persons
            .iter()
            .rev()
            .find(|(_, one)| one.roles.contains_key(&administrator))
            .map(|(id, _)| *id)
    };
    let opened = invited.or_else(first).and_then(|person| new_session(app, person).ok());
    let Some(session) = opened else {
        let w = InvitationWords(scene.lang);
        let html = message(scene, w.no_session_title(), w.no_session_text().to_owned());
        return Page::trouble(
            Trouble::Busy {
                writing: true,
                code: None,
            },
            html,
        )
        .into_response();
    };
    let unnamed = invited.is_none() && people.office.is_none();
    let to = if unnamed { work::ADMINISTRATION } else { work::MY_WORK };
    let mut response = see_other(&href(scene.lang, to));
    session_cookies(app, response.headers_mut(), &session);
    response
}

fn button(scene: &Scene, token: Digest32, invited: Option<PersonId>, sheet: &Sheet) -> String {
    let w = InvitationWords(scene.lang);
    let people = &scene.world().people;
    let invitation = people
        .tokens
        .get(&token)
        .and_then(|number| people.invitations.get(number));
    let until = invitation
        .map(|one| minute_in_words(one.expires.starts_at(), scene.lang))
        .unwrap_or_default();
    let about = if invited.is_some() {
        w.for_person()
    } else {
        w.for_first()
    };
    let body = render(&Accept {
        w,
        notice: sheet.summary(),
        about,
        until,
        action: href(scene.lang, &scene.path),
    });
    focus(scene, w.title(), &body, Some(sheet))
}

/// A link that lets nobody in (any more), and the way out.
fn closed(scene: &Scene, why: &Refusal) -> Response {
    let w = InvitationWords(scene.lang);
    let (status, title, text) = match why {
        Refusal::InvitationUsed => (StatusCode::GONE, w.used_title(), w.used_text().to_owned()),
        Refusal::InvitationReplaced => (StatusCode::GONE, w.replaced_title(), w.replaced_text().to_owned()),
        Refusal::InvitationExpired => (StatusCode::GONE, w.expired_title(), w.expired_text(INVITATION_HOURS)),
        Refusal::AdministratorExists => (StatusCode::GONE, w.settled_title(), w.settled_text().to_owned()),
        _ => (StatusCode::NOT_FOUND, w.unknown_title(), w.unknown_text().to_owned()),
    };
    (status, Page::fresh(message(scene, title, text))).into_response()
}

fn message(scene: &Scene, title: &str, text: String) -> String {
    let w = InvitationWords(scene.lang);
    let ways = vec![
        (href(scene.lang, work::MY_WORK), w.go_work()),
        (href(scene.lang, "/vao"), w.how_go()),
    ];
    focus(scene, title, &render(&Closed { title, text, ways }), None)
}

fn focus(scene: &Scene, title: &str, body: &Html, sheet: Option<&Sheet>) -> String {
    let mut frame = scene.frame(title, None, vec![]);
    frame.noindex = true;
    if let Some(sheet) = sheet {
        sheet.mark(&mut frame);
    }
    frame.kind = FrameKind::Focus {
        back: "/",
        label: KitWords(scene.lang).home_go(),
    };
    frame.page(body)
}
