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
use web_kit::qr::qr;
use web_kit::states::{Note, note, print_button};
use web_kit::{Crumb, Html, Page, href, render};
use web_scene::refusal::{FormWords, refusal};
use web_scene::{App, Host, Names, Staff, Unsent, WorkPage, work};
use world::Command;

#[derive(Template)]
#[template(path = "invitation/issued.html")]
struct Issued {
    w: InvitationWords,
    title: String,
    name: String,
    roles: String,
    office: String,
    print: Html,
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
    host: Host,
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
                &host,
                work::PEOPLE,
                (path, w.back_person()),
            )
        }
        Err(why) => person::show::came_back(&app, &staff, person, &why),
    }
}

/// `POST /quan-tri/toi/duong-dan`.
pub(crate) async fn for_oneself(State(app): State<App>, staff: Staff, host: Host) -> Response {
    match issue(&app, &staff, staff.person).await {
        Ok(token) => {
            let w = InvitationWords(staff.scene.lang);
            let back = (work::ONESELF.to_owned(), w.back_self());
            shown(&app, &staff, staff.person, &token, &host, work::ONESELF, back)
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
        Err(Unsent::OtherBody | Unsent::Busy | Unsent::NotRecorded) => {
            Err(note(Note::Late, &Html::text(FormWords(lang).busy())))
        }
    }
}

fn shown(
    app: &App,
    staff: &Staff,
    person: PersonId,
    token: &str,
    host: &Host,
    place: &str,
    back: (String, &'static str),
) -> Response {
    let lang = staff.scene.lang;
    let w = InvitationWords(lang);
    let link = format!(
        "{}{}",
        host.site(app.settings.tls),
        href(lang, &format!("/vao/{token}"))
    );
    let name = display_name(app, &staff.scene, person);
    let view = app.ledger.view();
    let people = &view.state.people;
    let expires = people
        .tokens
        .get(&digest(token))
        .and_then(|number| people.invitations.get(number))
        .map(|one| one.expires);
    let body = render(&Issued {
        w,
        title: w.made_for(&name),
        name,
        roles: match people.persons.get(&person).map(|one| Names(lang).roles_of(one)) {
            Some(roles) if !roles.is_empty() => roles,
            _ => w.made_no_roles().to_owned(),
        },
        office: staff.scene.office().to_owned(),
        print: print_button(w.print()),
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
