//! One person: name, roles, the link that lets them in.

use super::{PersonWords, display_name};
use crate::access::{Administrator, AdministratorForm};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Request, State};
use axum::response::{IntoResponse, Response};
use base::fact::{Actor, PersonId};
use people::invitation::INVITATION_HOURS;
use people::person::PERSON_NAME;
use people::role::{Role, Scope};
use web_kit::form::{Choice, Kind, TextKind, key_input};
use web_kit::states::Trouble;
use web_kit::{Crumb, Field, Form, Html, Page, href, render, see_other};
use web_scene::refusal::FormWords;
use web_scene::{App, Names, Scene, Sheet, Staff, WorkPage, work};
use world::Command;

const NAME: &str = "ho_ten";
const ROLE: &str = "vai_tro";
const SCOPE: &str = "pham_vi";
const REVOKED_ROLE: &str = "bo_vai_tro";
const REVOKED_SCOPE: &str = "bo_pham_vi";

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
    grant: Html,
    link_text: String,
    link: String,
}

type Id = Result<Path<u32>, PathRejection>;

/// The person an address names.
fn named(scene: &Scene, id: Id) -> Option<PersonId> {
    let person = id.ok().map(|Path(id)| PersonId(id));
    person.filter(|id| scene.world().people.persons.contains_key(id))
}

/// The value of a scope in a form: `office` or the number of a forum.
fn scope_value(scope: Scope) -> String {
    match scope {
        Scope::Office => "office".to_owned(),
        Scope::Forum(no) => no.to_string(),
    }
}

/// Reads [`scope_value`].
fn scope_from(value: &str) -> Option<Scope> {
    match value {
        "office" => Some(Scope::Office),
        no => no.parse().ok().map(Scope::Forum),
    }
}

fn path(person: PersonId) -> String {
    format!("{}/{}", work::PEOPLE, person.0)
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

/// A form about one person that an administrator sent.
pub(crate) struct Act {
    app: App,
    staff: Staff,
    person: PersonId,
    sheet: Sheet,
}

impl FromRequest<App> for Act {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let id: Id = Path::from_request_parts(&mut parts, app).await;
        let request = Request::from_parts(parts, body);
        let AdministratorForm(staff, fields) = AdministratorForm::from_request(request, app).await?;
        let Some(person) = named(&staff.scene, id) else {
            return Err(staff.scene.not_found());
        };
        let sheet = Sheet::sent(app, staff.scene.lang, fields);
        Ok(Act {
            app: app.clone(),
            staff,
            person,
            sheet,
        })
    }
}

impl Act {
    /// Gives the command to the ledger. `parts` are the words of the act, `at` is the field of a refusal and `to` the page
    /// after it.
    async fn give(mut self, command: Command, parts: &[&str], at: &str, to: &str) -> Response {
        let actor = Actor::Person(self.staff.person);
        match self.sheet.submit(&self.app, actor, command, parts, at).await {
            Some(_) => see_other(&href(self.staff.scene.lang, to)),
            None => self.came_back(),
        }
    }

    /// The page with what is wrong.
    fn came_back(&self) -> Response {
        let Act {
            app,
            staff,
            person,
            sheet,
        } = self;
        sheet.answer(html(app, staff, *person, sheet, sheet.summary()))
    }
}

/// `POST /quan-tri/nguoi/{id}/ten`.
pub(crate) async fn rename(mut act: Act) -> Response {
    let what = PersonWords(act.staff.scene.lang).name();
    let Some(name) = act.sheet.text(NAME, what, &PERSON_NAME) else {
        return act.came_back();
    };
    let person = act.person;
    let parts = ["rename", &person.0.to_string(), &name];
    let command = Command::RenamePerson {
        person,
        name: name.clone(),
    };
    act.give(command, &parts, NAME, &path(person)).await
}

/// `POST /quan-tri/nguoi/{id}/vai-tro`.
pub(crate) async fn grant(mut act: Act) -> Response {
    let Some((role, scope)) = chosen(&mut act.sheet, ROLE, SCOPE, act.staff.scene.lang) else {
        return act.came_back();
    };
    let person = act.person;
    let parts = ["grant", &person.0.to_string(), role.as_str(), &scope_value(scope)];
    let command = Command::GrantRole { person, role, scope };
    act.give(command, &parts, ROLE, &path(person)).await
}

/// `POST /quan-tri/nguoi/{id}/vai-tro/bo`.
pub(crate) async fn revoke(mut act: Act) -> Response {
    let Some((role, scope)) = chosen(&mut act.sheet, REVOKED_ROLE, REVOKED_SCOPE, act.staff.scene.lang) else {
        return act.came_back();
    };
    let person = act.person;
    let parts = ["revoke", &person.0.to_string(), role.as_str(), &scope_value(scope)];
    let command = Command::RevokeRole { person, role, scope };
    // Who took the administrator's role from themselves would only be told that the page is not theirs.
    let is_oneself = person == act.staff.person;
    let to = if is_oneself {
        work::ONESELF.to_owned()
    } else {
        path(person)
    };
    act.give(command, &parts, REVOKED_ROLE, &to).await
}

fn chosen(sheet: &mut Sheet, role_field: &str, scope_field: &str, lang: web_kit::Lang) -> Option<(Role, Scope)> {
    let role = Role::from_name(sheet.typed(role_field));
    let scope = scope_from(sheet.typed(scope_field));
    if role.is_none() {
        sheet
            .errors
            .add(role_field, FormWords(lang).choose(PersonWords(lang).role()));
    }
    if scope.is_none() {
        sheet
            .errors
            .add(scope_field, FormWords(lang).choose(PersonWords(lang).scope()));
    }
    role.zip(scope)
}

fn html(app: &App, staff: &Staff, person: PersonId, sheet: &Sheet, summary: Html) -> String {
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
        organisation: known.and_then(|known| known.organisation).map_or_else(
            || w.no_organisation().to_owned(),
            |id| scene.organisation(id).to_owned(),
        ),
        held: held.collect(),
        revoke: href(lang, &format!("{own}/vai-tro/bo")),
        rename: rename_form(app, sheet, &own, &typed, lang),
        grant: grant_form(app, sheet, &own, scene),
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

fn rename_form(app: &App, sheet: &Sheet, own: &str, name: &str, lang: web_kit::Lang) -> Html {
    let w = PersonWords(lang);
    let field = Field::new(NAME, w.name(), Kind::Text(TextKind::Name)).hint(w.name_hint());
    Form::new(lang, format!("{own}/ten"), w.rename_save())
        .key(sheet.key(app, NAME))
        .field(field.value(sheet.value(NAME, name)).errors(&sheet.errors))
        .html()
}

fn grant_form(app: &App, sheet: &Sheet, own: &str, scene: &Scene) -> Html {
    let lang = scene.lang;
    let (w, names) = (PersonWords(lang), Names(lang));
    let roles = Role::ALL
        .map(|role| Choice::new(role.as_str(), names.role(role), ""))
        .to_vec();
    let forums = scene.world().forums.forums.keys().rev().map(|no| Scope::Forum(*no));
    let scopes = std::iter::once(Scope::Office).chain(forums);
    let scopes = scopes
        .map(|scope| Choice::new(scope_value(scope), names.scope(scope), ""))
        .collect();
    let office = scope_value(Scope::Office);
    Form::new(lang, format!("{own}/vai-tro"), w.grant_save())
        .key(sheet.key(app, ROLE))
        .field(
            Field::new(ROLE, w.role(), Kind::Select(roles))
                .value(sheet.typed(ROLE))
                .errors(&sheet.errors),
        )
        .field(
            Field::new(SCOPE, w.scope(), Kind::Select(scopes))
                .hint(w.scope_hint())
                .value(sheet.value(SCOPE, &office))
                .errors(&sheet.errors),
        )
        .html()
}
