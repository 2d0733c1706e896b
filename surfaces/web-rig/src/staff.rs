//! The people of an office under test.

use crate::Office;
use base::fact::{Actor, Digest32, OrganisationId, PersonId};
use http::HeaderMap;
use http::header::SET_COOKIE;
use people::role::{OrganisationKind, Role, Scope};
use web_scene::{new_session, session_cookies};
use world::Command;

/// The first person of every office.
pub const ADMINISTRATOR: PersonId = PersonId(1);
/// The name of an office that [began](Office::begin).
pub const OFFICE_NAME: &str = "Văn phòng HĐND tỉnh";

impl Office {
    /// The office begins: its administrator came in by the first link and gave it its name.
    #[track_caller]
    pub fn begin(&self) {
        let token = Digest32([1; 32]);
        self.tell(Actor::Console, Command::IssueFirstInvitation { token });
        self.tell(Actor::Anyone, Command::AcceptInvitation { token });
        let command = Command::NameOffice {
            over: None,
            name: OFFICE_NAME.into(),
            contact: None,
        };
        self.tell(Actor::Person(ADMINISTRATOR), command);
    }

    /// Adds an organisation.
    #[track_caller]
    pub fn organisation(&self, kind: OrganisationKind, name: &str) -> OrganisationId {
        let command = Command::AddOrganisation {
            kind,
            name: name.into(),
        };
        self.tell(Actor::Person(ADMINISTRATOR), command);
        let view = self.app.ledger.view();
        match view.state.people.organisations.keys().next_back() {
            Some(organisation) => *organisation,
            None => panic!("{name} was added and is not there"),
        }
    }

    /// Adds a person with these roles.
    #[track_caller]
    pub fn person(&self, name: &str, organisation: Option<OrganisationId>, roles: &[(Role, Scope)]) -> PersonId {
        let command = Command::AddPerson {
            name: name.into(),
            organisation,
        };
        self.tell(Actor::Person(ADMINISTRATOR), command);
        let view = self.app.ledger.view();
        let Some(person) = view.state.people.persons.keys().next_back().copied() else {
            panic!("{name} was added and is not there");
        };
        for (role, scope) in roles {
            self.grant(person, *role, *scope);
        }
        person
    }

    /// Gives a person a role.
    #[track_caller]
    pub fn grant(&self, person: PersonId, role: Role, scope: Scope) {
        self.tell(Actor::Person(ADMINISTRATOR), Command::GrantRole { person, role, scope });
    }

    /// The cookie of a new session of a person: `name=value`.
    #[track_caller]
    pub fn session(&self, person: PersonId) -> String {
        let token = new_session(&self.app, person).unwrap_or_else(|why| panic!("{person:?} gets no session: {why}"));
        self.cookie_of(&token)
    }

    /// The cookie that carries this session's token, which need not be one.
    #[track_caller]
    pub fn cookie_of(&self, token: &str) -> String {
        let mut headers = HeaderMap::new();
        session_cookies(&self.app, &mut headers, token);
        let set = headers.get(SET_COOKIE).and_then(|cookie| cookie.to_str().ok());
        match set.and_then(|cookie| cookie.split(';').next()) {
            Some(pair) => pair.to_owned(),
            None => panic!("a session has no cookie"),
        }
    }
}
