//! The list of people, one more.

use super::{PersonWords, display_name, of_organisation, path as path_of, sorted};
use crate::access::{Administrator, AdministratorForm};
use crate::narrow::Narrowed;
use crate::organisation;
use crate::setup::{self, Step};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, OrganisationId, PersonId};
use people::person::PERSON_NAME;
use std::num::ParseIntError;
use web_kit::form::{Choice, Kind, TextKind};
use web_kit::{Field, Form, Html, href, render};
use web_scene::refusal::RefusalWords;
use web_scene::{App, Names, Paging, Scene, Sheet, Staff, WorkPage, work};
use world::Command;

/// People of a page.
const PAGE_ROWS: usize = 50;
const NAME: &str = "ho_ten";
/// The organisation of a person.
const ORGANISATION: &str = "co_quan";
/// Whose people alone are shown, in the address.
pub(crate) const OF: &str = "thuoc";
/// Those who belong to no organisation, in the address.
const NONE: &str = "0";

struct Row {
    name: String,
    to: String,
    organisation: String,
    roles: String,
}

#[derive(Template)]
#[template(path = "person/list.html")]
struct List {
    w: PersonWords,
    summary: Html,
    rows: Vec<Row>,
    pages: Html,
    here: String,
    filter: Html,
    is_narrowed: bool,
    form: Html,
}

/// Whose people the address asks for; `None` when it names no organisation.
fn shown(app: &App, scene: &Scene) -> Option<Vec<PersonId>> {
    match scene.query().get(OF) {
        "" => Some(sorted(app, scene, |_| true)),
        NONE => Some(of_organisation(app, scene, None)),
        typed => {
            let id = OrganisationId(typed.parse().ok()?);
            scene.world().people.organisations.get(&id)?;
            Some(of_organisation(app, scene, Some(id)))
        }
    }
}

/// `GET /quan-tri/nguoi`, with `?thuoc=` the people of one organisation, or of none, alone.
pub(crate) async fn page(State(app): State<App>, Administrator(staff): Administrator) -> Response {
    let all = shown(&app, &staff.scene);
    let paging = all.and_then(|all| Some((Paging::read(&staff.scene, all.len(), PAGE_ROWS)?, all)));
    let Some((paging, all)) = paging else {
        return staff.scene.not_found();
    };
    let chosen = staff.scene.query().get(OF).to_owned();
    // Who looks at an organisation's people adds one of the same.
    let sheet = Sheet::filled(staff.scene.lang, [(ORGANISATION, chosen.as_str())]);
    let listed = Listed {
        all,
        paging,
        chosen: &chosen,
    };
    sheet.answer(html(&app, &staff, &sheet, listed, &staff.scene.path))
}

/// The people of a page, and whose they are.
struct Listed<'a> {
    all: Vec<PersonId>,
    paging: Paging,
    chosen: &'a str,
}

/// What was chosen in the list of organisations: one, or none.
pub(super) fn organisation_of(typed: &str) -> Result<Option<OrganisationId>, ParseIntError> {
    match typed {
        "" => Ok(None),
        number => number.parse().map(|number| Some(OrganisationId(number))),
    }
}

/// `POST /quan-tri/nguoi`.
pub(crate) async fn add(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let name = sheet.text(NAME, PersonWords(lang).name(), &PERSON_NAME);
    let typed = sheet.typed(ORGANISATION).to_owned();
    let organisation = organisation_of(&typed);
    if organisation.is_err() {
        sheet.errors.add(ORGANISATION, RefusalWords(lang).no_organisation());
    }
    if let (Some(name), Ok(organisation)) = (name, organisation) {
        let parts = ["person", name.as_str(), typed.as_str()];
        let command = Command::AddPerson {
            name: name.clone(),
            organisation,
        };
        let at = if organisation.is_some() { ORGANISATION } else { NAME };
        if sheet
            .submit(&app, Actor::Person(staff.person), command, &parts, at)
            .await
            .is_some()
        {
            return setup::go_on(&sheet, Step::People, work::PEOPLE, lang);
        }
    }
    setup::came_back(&app, &staff, &sheet, Step::People, || {
        let all = sorted(&app, &staff.scene, |_| true);
        let paging = Paging::first(all.len(), PAGE_ROWS);
        let listed = Listed {
            all,
            paging,
            chosen: "",
        };
        html(&app, &staff, &sheet, listed, work::PEOPLE)
    })
}

fn html(app: &App, staff: &Staff, sheet: &Sheet, listed: Listed<'_>, path: &str) -> String {
    let scene = &staff.scene;
    let lang = scene.lang;
    let w = PersonWords(lang);
    let Listed { all, paging, chosen } = listed;
    let body = render(&List {
        w,
        summary: sheet.summary(),
        rows: paging.rows(all).filter_map(|id| row(app, scene, id)).collect(),
        pages: paging.nav_of(lang, work::PEOPLE, &[(OF, chosen)]),
        here: href(lang, work::PEOPLE),
        filter: filter(scene, chosen),
        is_narrowed: !chosen.is_empty(),
        form: form(app, staff, sheet).html(),
    });
    let page = WorkPage {
        has_errors: sheet.has_errors(),
        place: work::PEOPLE,
        ..WorkPage::new(w.title(), path)
    };
    page.html(staff, &body)
}

fn row(app: &App, scene: &Scene, id: PersonId) -> Option<Row> {
    let one = scene.world().people.persons.get(&id)?;
    Some(Row {
        name: display_name(app, scene, id),
        to: href(scene.lang, &path_of(id)),
        organisation: one
            .organisation
            .map(|id| organisation::name_of(scene, id))
            .unwrap_or_default(),
        roles: Names(scene.lang).roles_of(one),
    })
}

pub(super) fn organisations(scene: &Scene) -> impl Iterator<Item = Choice<'static>> {
    let all = scene.world().people.organisations.keys();
    all.map(|id| Choice::new(id.0.to_string(), organisation::name_of(scene, *id), ""))
}

fn filter(scene: &Scene, chosen: &str) -> Html {
    let w = PersonWords(scene.lang);
    let narrowed = Narrowed {
        path: work::PEOPLE,
        name: OF,
        label: w.filter(),
        chosen,
        button: w.filter_save(),
    };
    let none = Choice::new(NONE, w.no_organisation(), "");
    narrowed.html(organisations(scene).chain([none]), scene.lang)
}

/// The form of one more person.
pub(crate) fn form<'a>(app: &App, staff: &'a Staff, sheet: &'a Sheet) -> Form<'a> {
    let scene = &staff.scene;
    let w = PersonWords(scene.lang);
    let choices = organisations(scene).collect();
    let name = Field::new(NAME, w.name(), Kind::Text(TextKind::Name)).hint(w.name_hint());
    let organisation = Field::new(ORGANISATION, w.organisation(), Kind::Select(choices)).optional();
    Form::new(scene.lang, work::PEOPLE, w.add())
        .key(sheet.key(app, NAME))
        .field(name.value(sheet.typed(NAME)).errors(&sheet.errors))
        .field(organisation.value(sheet.typed(ORGANISATION)).errors(&sheet.errors))
}
