//! The office gets its name and contact; whoever does it, their own name when it is missing.

use super::{OfficeWords, emblem, retention};
use crate::access::{Administrator, AdministratorForm};
use crate::setup::{self, Step};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use people::office::{OFFICE_CONTACT, ORGANISATION_NAME};
use people::person::PERSON_NAME;
use web_kit::form::{Kind, TextKind, hidden};
use web_kit::{Field, Form, Html, render};
use web_scene::{App, Sheet, Staff, WorkPage, work};
use world::Command;

/// The field of the office's name.
const NAME: &str = "ten";
/// The hidden field with the entry whose name was read before.
const OVER: &str = "tren";
const CONTACT: &str = "lien_he";
const OWN_NAME: &str = "ho_ten";

#[derive(Template)]
#[template(path = "office/name.html")]
struct Office {
    w: OfficeWords,
    summary: Html,
    office: Html,
    own: Option<Html>,
    days_title: &'static str,
    days: String,
    retention: Html,
    zone_title: &'static str,
    zone: Html,
    emblem: Html,
}

/// `GET /quan-tri/van-phong`.
pub(crate) async fn page(State(app): State<App>, Administrator(staff): Administrator) -> Response {
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(html(&app, &staff, &sheet))
}

/// `POST /quan-tri/van-phong`: the office's name and contact.
pub(crate) async fn name(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let w = OfficeWords(staff.scene.lang);
    let name = sheet.text(NAME, w.name(), &ORGANISATION_NAME);
    let contact = sheet.text(CONTACT, w.contact(), &OFFICE_CONTACT);
    if let (Some(name), Some(contact)) = (name, contact) {
        let parts = ["office", name.as_str(), contact.as_str()];
        let command = Command::NameOffice {
            name: name.clone(),
            contact: (!contact.is_empty()).then(|| contact.clone()),
            over: sheet.typed(OVER).parse().ok(),
        };
        if sheet
            .submit(&app, Actor::Person(staff.person), command, &parts, NAME)
            .await
            .is_some()
        {
            return setup::go_on(&sheet, Step::Office, work::OFFICE, staff.scene.lang);
        }
    }
    setup::came_back(&app, &staff, &sheet, Step::Office, || html(&app, &staff, &sheet))
}

/// `POST /quan-tri/van-phong/ten-toi`: one's own name.
pub(crate) async fn own_name(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    if let Some(name) = sheet.text(OWN_NAME, OfficeWords(staff.scene.lang).own_name(), &PERSON_NAME) {
        let parts = ["own-name", name.as_str()];
        let command = Command::RenamePerson {
            person: staff.person,
            name: name.clone(),
        };
        if sheet
            .submit(&app, Actor::Person(staff.person), command, &parts, OWN_NAME)
            .await
            .is_some()
        {
            return setup::go_on(&sheet, Step::OwnName, work::OFFICE, staff.scene.lang);
        }
    }
    setup::came_back(&app, &staff, &sheet, Step::OwnName, || html(&app, &staff, &sheet))
}

/// The form of the office's name and contact, filled with what stands there now.
pub(crate) fn office_form<'a>(app: &App, staff: &'a Staff, sheet: &'a Sheet) -> Form<'a> {
    let scene = &staff.scene;
    let w = OfficeWords(scene.lang);
    let contact = scene.world().people.office.as_ref().and_then(|office| office.contact);
    let contact = contact.map_or("", |at| scene.shown(at).words());
    let area = Kind::Area {
        voice: false,
        chars_max: chars(OFFICE_CONTACT.max_chars),
    };
    let name = Field::text(NAME, w.name()).hint(w.name_hint());
    let contact = Field::new(CONTACT, w.contact(), area)
        .hint(w.contact_hint())
        .value(sheet.value(CONTACT, contact))
        .optional();
    let now = scene.world().people.office.as_ref().map_or(0, |office| office.name.seq);
    Form::new(scene.lang, work::OFFICE, w.save())
        .key(sheet.key(app, NAME))
        .after(hidden(OVER, sheet.value(OVER, &now.to_string())))
        .field(name.value(sheet.value(NAME, scene.office())).errors(&sheet.errors))
        .field(contact.errors(&sheet.errors))
}

/// The form of one's own name.
pub(crate) fn own_form<'a>(app: &App, staff: &'a Staff, sheet: &'a Sheet) -> Form<'a> {
    let w = OfficeWords(staff.scene.lang);
    let field = Field::new(OWN_NAME, w.own_name(), Kind::Text(TextKind::Name)).hint(w.own_hint());
    let field = field.value(sheet.value(OWN_NAME, &staff.name)).errors(&sheet.errors);
    Form::new(staff.scene.lang, "/quan-tri/van-phong/ten-toi", w.own_save())
        .key(sheet.key(app, OWN_NAME))
        .field(field)
}

/// The page with its forms.
pub(super) fn html(app: &App, staff: &Staff, sheet: &Sheet) -> String {
    let lang = staff.scene.lang;
    let w = OfficeWords(lang);
    // Also when the form came back: the words in it must not vanish with it.
    let own = (staff.name.is_empty() || sheet.has(OWN_NAME)).then(|| own_form(app, staff, sheet).html());
    let body = render(&Office {
        w,
        summary: sheet.summary(),
        office: office_form(app, staff, sheet).html(),
        own,
        days_title: Step::Retention.title(lang),
        days: retention::now(staff),
        retention: retention::form(app, staff, sheet).html(),
        zone_title: Step::Zone.title(lang),
        zone: setup::show::zone(staff),
        emblem: emblem::section(app, staff, sheet, Html::default()),
    });
    let page = WorkPage {
        has_errors: sheet.has_errors(),
        scripts: true,
        ..WorkPage::new(w.title(), work::OFFICE)
    };
    page.html(staff, &body)
}

fn chars(max: usize) -> Option<u32> {
    u32::try_from(max).ok()
}
