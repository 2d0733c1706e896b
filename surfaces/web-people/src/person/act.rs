//! What an administrator does about one person: the name, a role given, a role taken away.

use super::grant::{SCOPE, scope_from, scope_value};
use super::list::organisation_of;
use super::show::{Id, MOVE_TO, NAME, REVOKED_ROLE, REVOKED_SCOPE, ROLE, html, named};
use super::{PersonWords, path};
use crate::access::AdministratorForm;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::response::Response;
use base::fact::{Actor, PersonId};
use people::person::PERSON_NAME;
use people::role::{Role, Scope};
use web_kit::{Lang, href, see_other};
use web_scene::refusal::{FormWords, RefusalWords};
use web_scene::{App, Sheet, Staff, work};
use world::Command;

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

/// `POST /quan-tri/nguoi/{id}/co-quan`.
pub(crate) async fn move_to(mut act: Act) -> Response {
    let typed = act.sheet.typed(MOVE_TO).to_owned();
    let Ok(organisation) = organisation_of(&typed) else {
        let lang = act.staff.scene.lang;
        act.sheet.errors.add(MOVE_TO, RefusalWords(lang).no_organisation());
        return act.came_back();
    };
    let person = act.person;
    let parts = ["move", &person.0.to_string(), &typed];
    let command = Command::MovePerson { person, organisation };
    act.give(command, &parts, MOVE_TO, &path(person)).await
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

fn chosen(sheet: &mut Sheet, role_field: &str, scope_field: &str, lang: Lang) -> Option<(Role, Scope)> {
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
