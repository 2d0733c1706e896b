//! A link is made and shown once. Its token goes onto the page and nowhere else; the ledger keeps a digest.

use super::{InvitationWords, digest, minute_in_words};
use crate::access::Administrator;
use crate::person::{self, display_name};
use crate::session;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::fact::{Actor, PersonId};
use http::HeaderMap;
use http::header::HOST;
use web_kit::qr::qr;
use web_kit::states::{Note, note};
use web_kit::{Crumb, Html, Page, href, render};
use web_scene::refusal::{FormWords, refusal};
use web_scene::{App, Staff, Unsent, WorkPage, work};
use world::Command;

#[derive(Template)]
#[template(path = "invitation/issued.html")]
struct Issued {
    w: InvitationWords,
    name: String,
    link: String,
    until: String,
    qr: Html,
    once: Html,
    back: (String, &'static str),
}

/// `POST /quan-tri/nguoi/{id}/duong-dan`.
pub(crate) async fn for_person(
    State(app): State<App>,
    Administrator(staff): Administrator,
    id: Result<Path<u32>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let known = |id: &PersonId| staff.scene.world().people.persons.contains_key(id);
    let Some(person) = id.ok().map(|Path(id)| PersonId(id)).filter(known) else {
        return staff.scene.not_found();
    };
    match issue(&app, &staff, person).await {
        Ok(token) => {
            let w = InvitationWords(staff.scene.lang);
            let path = format!("{}/{}", work::PEOPLE, person.0);
            shown(
                &app,
                &staff,
                person,
                &token,
                &headers,
                work::PEOPLE,
                (path, w.back_person()),
            )
        }
        Err(why) => person::show::came_back(&app, &staff, person, &why),
    }
}

/// `POST /quan-tri/toi/duong-dan`.
pub(crate) async fn for_oneself(State(app): State<App>, staff: Staff, headers: HeaderMap) -> Response {
    match issue(&app, &staff, staff.person).await {
        Ok(token) => {
            let w = InvitationWords(staff.scene.lang);
            let back = (work::ONESELF.to_owned(), w.back_self());
            shown(&app, &staff, staff.person, &token, &headers, work::ONESELF, back)
        }
        Err(why) => session::came_back(&staff, &why),
    }
}

/// No idempotency key: what is sent twice makes two links, of which only the one on the page is known to anyone.
async fn issue(app: &App, staff: &Staff, person: PersonId) -> Result<String, Html> {
    let token = app.token();
    let command = Command::IssueInvitation {
        person,
        token: digest(&token),
    };
    let lang = staff.scene.lang;
    match app.submit(Actor::Person(staff.person), command, None).await {
        Ok(_) => Ok(token),
        Err(Unsent::Refused(why)) => Err(note(Note::Late, &Html::text(&refusal(&why, lang)))),
        Err(Unsent::OtherBody | Unsent::Busy) => Err(note(Note::Late, &Html::text(FormWords(lang).busy()))),
    }
}

fn shown(
    app: &App,
    staff: &Staff,
    person: PersonId,
    token: &str,
    headers: &HeaderMap,
    place: &str,
    back: (String, &'static str),
) -> Response {
    let lang = staff.scene.lang;
    let w = InvitationWords(lang);
    let link = address(app.settings.tls, headers, &href(lang, &format!("/vao/{token}")));
    let view = app.ledger.view();
    let people = &view.state.people;
    let expires = people
        .tokens
        .get(&digest(token))
        .and_then(|number| people.invitations.get(number))
        .map(|one| one.expires);
    let body = render(&Issued {
        w,
        name: w.made_for(&display_name(app, &staff.scene, person)),
        until: expires
            .map(|hour| minute_in_words(hour.starts_at(), lang))
            .unwrap_or_default(),
        qr: qr(&link, w.qr_label()).unwrap_or_default(),
        once: note(Note::Warn, &Html::text(w.made_once())),
        link,
        back: (href(lang, &back.0), back.1),
    });
    let crumbs = vec![Crumb::here(w.made_title())];
    let page = WorkPage {
        crumbs,
        place,
        scripts: true,
        ..WorkPage::new(w.made_title(), &back.0)
    };
    Page::fresh(page.html(staff, &body)).into_response()
}

/// The address of a path as the reader's browser has it. A `Host` no browser would send leaves the path alone.
fn address(tls: bool, headers: &HeaderMap, path: &str) -> String {
    let host = headers
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if host.is_empty() || !host.chars().all(fits) {
        return path.to_owned();
    }
    let scheme = if tls { "https" } else { "http" };
    format!("{scheme}://{host}{path}")
}
