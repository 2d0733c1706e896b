//! The list of people, one more.

use super::{PersonWords, display_name};
use crate::access::{Administrator, AdministratorForm};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, OrganisationId};
use base::vietnamese::name_key;
use people::person::PERSON_NAME;
use web_kit::form::{Choice, Kind, TextKind};
use web_kit::{Field, Form, Html, href, render, see_other};
use web_scene::refusal::RefusalWords;
use web_scene::{App, Names, Paging, Sheet, Staff, WorkPage, work};
use world::Command;

/// People of a page.
const PAGE_ROWS: usize = 50;
const NAME: &str = "ho_ten";
const ORGANISATION: &str = "co_quan";

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
    form: Html,
}

/// `GET /quan-tri/nguoi`.
pub(crate) async fn page(State(app): State<App>, Administrator(staff): Administrator) -> Response {
    let Some(paging) = Paging::read(&staff.scene, staff.scene.world().people.persons.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(html(&app, &staff, &sheet, paging, &staff.scene.path))
}

/// `POST /quan-tri/nguoi`.
pub(crate) async fn add(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let name = sheet.text(NAME, PersonWords(lang).name(), &PERSON_NAME);
    let typed = sheet.typed(ORGANISATION).to_owned();
    let organisation = match typed.as_str() {
        "" => Ok(None),
        number => number.parse().map(|number| Some(OrganisationId(number))),
    };
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
            return see_other(&href(lang, work::PEOPLE));
        }
    }
    let paging = Paging::first(staff.scene.world().people.persons.len(), PAGE_ROWS);
    sheet.answer(html(&app, &staff, &sheet, paging, work::PEOPLE))
}

fn html(app: &App, staff: &Staff, sheet: &Sheet, paging: Paging, path: &str) -> String {
    let scene = &staff.scene;
    let lang = scene.lang;
    let w = PersonWords(lang);
    let people = &scene.world().people;
    // Names are in the store alone, so the whole list is read to sort it.
    let mut named: Vec<_> = people
        .persons
        .iter()
        .map(|(id, one)| (display_name(app, scene, *id), *id, one))
        .collect();
    named.sort_by_cached_key(|(name, id, _)| (name_key(name), *id));
    let rows = paging.rows(named).map(|(name, id, one)| Row {
        name,
        to: href(lang, &format!("{}/{}", work::PEOPLE, id.0)),
        organisation: one
            .organisation
            .map(|id| scene.organisation(id).to_owned())
            .unwrap_or_default(),
        roles: Names(lang).roles_of(one),
    });
    let body = render(&List {
        w,
        summary: sheet.summary(),
        rows: rows.collect(),
        pages: paging.nav(lang, work::PEOPLE),
        form: form(app, staff, sheet),
    });
    let page = WorkPage {
        has_errors: sheet.has_errors(),
        place: work::PEOPLE,
        ..WorkPage::new(w.title(), path)
    };
    page.html(staff, &body)
}

fn form(app: &App, staff: &Staff, sheet: &Sheet) -> Html {
    let scene = &staff.scene;
    let w = PersonWords(scene.lang);
    let organisations = scene.world().people.organisations.keys();
    let choices = organisations
        .map(|id| Choice::new(id.0.to_string(), scene.organisation(*id), ""))
        .collect();
    let name = Field::new(NAME, w.name(), Kind::Text(TextKind::Name)).hint(w.name_hint());
    let organisation = Field::new(ORGANISATION, w.organisation(), Kind::Select(choices)).optional();
    Form::new(scene.lang, work::PEOPLE, w.add())
        .key(sheet.key(app, NAME))
        .field(name.value(sheet.typed(NAME)).errors(&sheet.errors))
        .field(organisation.value(sheet.typed(ORGANISATION)).errors(&sheet.errors))
        .html()
}
