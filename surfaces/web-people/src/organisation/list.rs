//! The list of organisations, one more.

use super::{OrganisationWords, name_of, path as path_of};
use crate::access::{Administrator, AdministratorForm};
use crate::setup::{self, Step};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use people::office::ORGANISATION_NAME;
use people::role::OrganisationKind;
use web_kit::form::{Choice, Kind};
use web_kit::{Field, Form, Html, Lang, href, render};
use web_scene::refusal::FormWords;
use web_scene::{App, Names, Paging, Sheet, Staff, WorkPage, work};
use world::Command;

/// Organisations of a page.
const PAGE_ROWS: usize = 50;
const NAME: &str = "ten";
const KIND: &str = "loai";

struct Row {
    number: u32,
    name: String,
    to: String,
    kind: &'static str,
}

#[derive(Template)]
#[template(path = "organisation/list.html")]
struct List {
    w: OrganisationWords,
    summary: Html,
    rows: Vec<Row>,
    empty: Html,
    pages: Html,
    form: Html,
}

/// `GET /quan-tri/co-quan`.
pub(crate) async fn page(State(app): State<App>, Administrator(staff): Administrator) -> Response {
    let Some(paging) = Paging::read(&staff.scene, staff.scene.world().people.organisations.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(html(&app, &staff, &sheet, paging, &staff.scene.path))
}

/// `POST /quan-tri/co-quan`.
pub(crate) async fn add(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let kind = OrganisationKind::from_name(sheet.typed(KIND));
    if kind.is_none() {
        sheet
            .errors
            .add(KIND, FormWords(lang).choose(OrganisationWords(lang).kind()));
    }
    let name = sheet.text(NAME, OrganisationWords(lang).name(), &ORGANISATION_NAME);
    if let (Some(kind), Some(name)) = (kind, name) {
        let parts = ["organisation", kind.as_str(), name.as_str()];
        let command = Command::AddOrganisation {
            kind,
            name: name.clone(),
        };
        if sheet
            .submit(&app, Actor::Person(staff.person), command, &parts, NAME)
            .await
            .is_some()
        {
            return setup::go_on(&sheet, Step::Organisations, work::ORGANISATIONS, lang);
        }
    }
    let paging = Paging::first(staff.scene.world().people.organisations.len(), PAGE_ROWS);
    setup::came_back(&app, &staff, &sheet, Step::Organisations, || {
        html(&app, &staff, &sheet, paging, work::ORGANISATIONS)
    })
}

fn html(app: &App, staff: &Staff, sheet: &Sheet, paging: Paging, path: &str) -> String {
    let scene = &staff.scene;
    let lang = scene.lang;
    let w = OrganisationWords(lang);
    // The newest first: what was just added is seen.
    let rows = paging.rows(scene.world().people.organisations.iter().rev());
    let rows = rows.map(|(id, one)| Row {
        number: id.0,
        name: name_of(scene, *id),
        to: href(lang, &path_of(*id)),
        kind: Names(lang).organisation_kind(one.kind),
    });
    let rows: Vec<_> = rows.collect();
    let body = render(&List {
        w,
        summary: sheet.summary(),
        empty: web_kit::states::empty(lang, w.empty_title(), w.empty_text(), None),
        rows,
        pages: paging.nav(lang, work::ORGANISATIONS),
        form: form(app, sheet, lang).html(),
    });
    let page = WorkPage {
        has_errors: sheet.has_errors(),
        place: work::ORGANISATIONS,
        ..WorkPage::new(w.title(), path)
    };
    page.html(staff, &body)
}

/// The form of one more organisation.
pub(crate) fn form<'a>(app: &App, sheet: &'a Sheet, lang: Lang) -> Form<'a> {
    let w = OrganisationWords(lang);
    let kinds = OrganisationKind::ALL.map(|kind| Choice::new(kind.as_str(), Names(lang).organisation_kind(kind), ""));
    Form::new(lang, work::ORGANISATIONS, w.add())
        .key(sheet.key(app, NAME))
        .field(
            Field::new(KIND, w.kind(), Kind::Select(kinds.to_vec()))
                .value(sheet.typed(KIND))
                .errors(&sheet.errors),
        )
        .field(
            Field::text(NAME, w.name())
                .hint(w.name_hint())
                .value(sheet.typed(NAME))
                .errors(&sheet.errors),
        )
}
