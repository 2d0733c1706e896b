//! The form that gives a role: first where it is to hold, then the roles that can be given there to this person.

use super::show::ROLE;
use super::{PersonWords, path};
use crate::rights;
use askama::Template;
use base::fact::PersonId;
use people::person::{acts_for_organisation, may_be_given};
use people::role::{Role, Scope};
use web_kit::form::{Choice, Kind, hidden};
use web_kit::{Field, Form, Html, href, render};
use web_scene::{App, Names, Scene, Sheet};

/// Where a role is to hold: in the address of the page and in the form.
pub(super) const SCOPE: &str = "pham_vi";

#[derive(Template)]
#[template(path = "person/grant.html")]
struct Section {
    w: PersonWords,
    own: String,
    scopes: Html,
    title: String,
    form: Option<Html>,
    notes: Vec<&'static str>,
    rights: String,
}

/// The value of a scope in a form: `office` or the number of a forum.
pub(super) fn scope_value(scope: Scope) -> String {
    match scope {
        Scope::Office => "office".to_owned(),
        Scope::Forum(no) => no.to_string(),
    }
}

/// Reads [`scope_value`].
pub(super) fn scope_from(value: &str) -> Option<Scope> {
    match value {
        "office" => Some(Scope::Office),
        no => no.parse().ok().map(Scope::Forum),
    }
}

/// The card's inside: the choice of a scope, and the form of the roles there.
pub(super) fn section(app: &App, sheet: &Sheet, scene: &Scene, person: PersonId) -> Html {
    let lang = scene.lang;
    let (w, names, own) = (PersonWords(lang), Names(lang), path(person));
    let scope = chosen(sheet, scene);
    let people = &scene.world().people;
    // What was sent is shown again, also when it can't be given: the message says why.
    let sent = Role::from_name(sheet.typed(ROLE));
    let offered = |role: &Role| sent == Some(*role) || may_be_given(people, person, *role, scope).is_ok();
    let roles: Vec<Role> = Role::ALL.into_iter().filter(offered).collect();
    let belongs = people
        .persons
        .get(&person)
        .is_some_and(|known| known.organisation.is_some());
    let notes = [
        (
            !belongs && Role::ALL.into_iter().any(acts_for_organisation),
            w.grant_organisation(),
        ),
        (people.is_of_force(person), w.grant_force()),
    ];
    let forums = scene.world().forums.forums.keys().rev().map(|no| Scope::Forum(*no));
    let scopes = std::iter::once(Scope::Office).chain(forums);
    let scopes = scopes.map(|scope| Choice::new(scope_value(scope), names.scope(scope), ""));
    let scopes = Field::new(SCOPE, w.scope(), Kind::Select(scopes.collect()))
        .hint(w.scope_hint())
        .value(scope_value(scope))
        .errors(&sheet.errors);
    render(&Section {
        w,
        own: href(lang, &own),
        scopes: scopes.html(lang),
        title: w.grant_in(&names.scope(scope)),
        form: (!roles.is_empty()).then(|| form(app, sheet, scene, &own, scope, &roles)),
        notes: notes
            .into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, note)| note)
            .collect(),
        rights: href(lang, rights::PATH),
    })
}

/// The scope of the form: what was sent, else what the address asks for, else the whole office.
fn chosen(sheet: &Sheet, scene: &Scene) -> Scope {
    let query = scene.query();
    let asked = scope_from(sheet.value(SCOPE, query.get(SCOPE))).filter(|scope| match scope {
        Scope::Office => true,
        Scope::Forum(no) => scene.world().forums.forums.contains_key(no),
    });
    asked.unwrap_or(Scope::Office)
}

fn form(app: &App, sheet: &Sheet, scene: &Scene, own: &str, scope: Scope, roles: &[Role]) -> Html {
    let lang = scene.lang;
    let (w, names) = (PersonWords(lang), Names(lang));
    let roles = roles
        .iter()
        .map(|role| Choice::new(role.as_str(), names.role(*role), ""));
    Form::new(lang, format!("{own}/vai-tro"), w.grant_save())
        .key(sheet.key(app, ROLE))
        .field(
            Field::new(ROLE, w.role(), Kind::Select(roles.collect()))
                .value(sheet.typed(ROLE))
                .errors(&sheet.errors),
        )
        .after(hidden(SCOPE, &scope_value(scope)))
        .html()
}
