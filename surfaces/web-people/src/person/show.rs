//! One person: name, roles, the link that lets them in.

use super::grant::{self, scope_value};
use super::list::organisations;
use super::{PersonWords, display_name, path};
use crate::access::Administrator;
use crate::invitation::{self, OpenLink};
use crate::organisation;
use crate::setup::{SetupWords, Step};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::fact::{OrganisationId, PersonId};
use people::invitation::INVITATION_HOURS;
use people::role::{Role, Scope};
use web_kit::form::{Choice, Kind, TextKind, key_input};
use web_kit::states::Trouble;
use web_kit::{Crumb, Field, Form, Html, Page, href, render};
use web_scene::names::in_sentence;
use web_scene::{App, Names, Scene, Sheet, Staff, WorkPage, work};

pub(super) const NAME: &str = "ho_ten";
/// Field: where the person belongs from now on.
pub(super) const MOVE_TO: &str = "chuyen_den";
pub(super) const ROLE: &str = "vai_tro";
pub(super) const REVOKED_ROLE: &str = "bo_vai_tro";
pub(super) const REVOKED_SCOPE: &str = "bo_pham_vi";

struct Held {
    role: &'static str,
    role_value: &'static str,
    scope: String,
    scope_value: String,
    key: Html,
    label: String,
}

#[derive(Template)]
#[template(path = "person/show.html")]
struct Show {
    w: PersonWords,
    summary: Html,
    name: String,
    number: u32,
    organisation: String,
    held: Vec<Held>,
    revoke: String,
    rename: Html,
    moving: Html,
    grant: Html,
    links: Vec<OpenLink>,
    on_setup: Option<(String, String)>,
    organisation_to: Option<String>,
    link_text: String,
    link: String,
}

/// The number in the address.
pub(super) type Id = Result<Path<u32>, PathRejection>;

/// The person an address names.
pub(super) fn named(scene: &Scene, id: Id) -> Option<PersonId> {
    let person = id.ok().map(|Path(id)| PersonId(id));
    person.filter(|id| scene.world().people.persons.contains_key(id))
}

/// `GET /quan-tri/nguoi/{id}`.
pub(crate) async fn page(State(app): State<App>, Administrator(staff): Administrator, id: Id) -> Response {
    let Some(person) = named(&staff.scene, id) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(html(&app, &staff, person, &sheet, sheet.summary()))
}

/// The page with a notice, when a link could not be made.
pub(crate) fn came_back(app: &App, staff: &Staff, person: PersonId, notice: &Html) -> Response {
    let sheet = Sheet::fresh(staff.scene.lang);
    let html = html(app, staff, person, &sheet, notice.clone());
    Page::trouble(
        Trouble::Busy {
            writing: true,
            code: None,
        },
        html,
    )
    .into_response()
}

/// The page with its forms.
pub(super) fn html(app: &App, staff: &Staff, person: PersonId, sheet: &Sheet, summary: Html) -> String {
    let scene = &staff.scene;
    let lang = scene.lang;
    let w = PersonWords(lang);
    let names = Names(lang);
    let known = scene.world().people.persons.get(&person);
    let name = display_name(app, scene, person);
    let roles = known.into_iter().flat_map(|known| known.roles.keys());
    let held = roles.map(|(role, scope)| Held {
        role: names.role(*role),
        role_value: role.as_str(),
        scope: names.scope(*scope),
        scope_value: scope_value(*scope),
        key: key_input(&key_of(app, sheet, *role, *scope)),
        label: w.revoke_which(names.role(*role), &names.scope(*scope)),
    });
    let own = path(person);
    let typed = known
        .and_then(|known| known.name)
        .and_then(|at| app.private_words(at))
        .unwrap_or_default();
    let body = render(&Show {
        w,
        summary,
        number: person.0,
        organisation: known
            .and_then(|known| known.organisation)
            .map_or_else(|| w.no_organisation().to_owned(), |id| organisation::name_of(scene, id)),
        held: held.collect(),
        revoke: href(lang, &format!("{own}/vai-tro/bo")),
        rename: rename_form(app, sheet, &own, &typed, lang),
        moving: move_form(app, sheet, scene, &own, known.and_then(|known| known.organisation)),
        grant: grant::section(app, sheet, scene, person),
        links: invitation::open_links(&scene.world().people, person, scene.now, lang),
        on_setup: Step::next(staff).map(|_| {
            (
                href(lang, &Step::People.path()),
                SetupWords(lang).back(&in_sentence(Step::People.title(lang))),
            )
        }),
        organisation_to: known
            .and_then(|known| known.organisation)
            .map(|id| href(lang, &organisation::path(id))),
        link_text: w.link_text(INVITATION_HOURS),
        link: href(lang, &format!("{own}/duong-dan")),
        name: name.clone(),
    });
    let crumbs = vec![Crumb::link(w.title(), work::PEOPLE), Crumb::here(name.clone())];
    let page = WorkPage {
        crumbs,
        place: work::PEOPLE,
        has_errors: sheet.has_errors(),
        ..WorkPage::new(&name, &own)
    };
    page.html(staff, &body)
}

/// The key of one role's button: the one that was sent when this is the button that came back.
fn key_of(app: &App, sheet: &Sheet, role: Role, scope: Scope) -> String {
    let is_it = sheet.typed(REVOKED_ROLE) == role.as_str() && sheet.typed(REVOKED_SCOPE) == scope_value(scope);
    sheet.key(app, if is_it { REVOKED_ROLE } else { "" })
}

fn move_form(app: &App, sheet: &Sheet, scene: &Scene, own: &str, now: Option<OrganisationId>) -> Html {
    let w = PersonWords(scene.lang);
    let now = now.map(|id| id.0.to_string()).unwrap_or_default();
    let none = Choice::new("", w.no_organisation(), "");
    let choices = std::iter::once(none).chain(organisations(scene)).collect();
    let field = Field::new(MOVE_TO, w.organisation(), Kind::Select(choices)).hint(w.move_hint());
    Form::new(scene.lang, format!("{own}/co-quan"), w.move_save())
        .key(sheet.key(app, MOVE_TO))
        .field(field.value(sheet.value(MOVE_TO, &now)).errors(&sheet.errors))
        .html()
}

fn rename_form(app: &App, sheet: &Sheet, own: &str, name: &str, lang: web_kit::Lang) -> Html {
    let w = PersonWords(lang);
    let field = Field::new(NAME, w.name(), Kind::Text(TextKind::Name)).hint(w.name_hint());
    Form::new(lang, format!("{own}/ten"), w.rename_save())
        .key(sheet.key(app, NAME))
        .field(field.value(sheet.value(NAME, name)).errors(&sheet.errors))
        .html()
}
