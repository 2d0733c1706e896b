//! What is known about people, and how the record changes it.

use crate::Missing;
use crate::events::{self, Event};
use crate::role::{OrganisationKind, Role, Scope};
use base::fact::{BlobRef, Digest32, OrganisationId, PersonId, SealedRef};
use base::time::Minute;
use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

/// The office that holds the forums.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Its name.
    pub name: SealedRef,
    /// How it is reached.
    pub contact: Option<SealedRef>,
}

/// An organisation that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// What it is to the forum.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: SealedRef,
}

/// A person who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Where the person belongs.
    pub organisation: Option<OrganisationId>,
    /// The name, in the store only.
    pub name: Option<SealedRef>,
    /// Roles and where they hold.
    pub roles: OrdSet<(Role, Scope)>,
}

/// A link that lets one person in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// For whom; nobody for the first administrator.
    pub person: Option<PersonId>,
    /// Digest of the token.
    pub token: Digest32,
    /// The last minute it can be used.
    pub expires: Minute,
    /// Used already.
    pub used: bool,
}

/// Everything known about people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct People {
    /// The office, once it has a name.
    pub office: Option<Office>,
    /// Its emblem and the entry that set it.
    pub emblem: Option<(SealedRef, BlobRef)>,
    /// Organisations by number.
    pub organisations: OrdMap<OrganisationId, Organisation>,
    /// Persons by number.
    pub persons: OrdMap<PersonId, Person>,
    /// Links by number.
    pub invitations: OrdMap<u32, Invitation>,
    /// Numbers of links by digest of the token.
    pub tokens: OrdMap<Digest32, u32>,
    /// The last entry that changed what the public sees of the office and its organisations.
    pub rev: u64,
}

impl People {
    /// Whether a person has a role in the office, or in this scope.
    pub fn has_role(&self, person: PersonId, role: Role, scope: Scope) -> bool {
        self.persons
            .get(&person)
            .is_some_and(|p| p.roles.contains(&(role, Scope::Office)) || p.roles.contains(&(role, scope)))
    }

    /// Whether a person has a role anywhere.
    pub fn has_role_anywhere(&self, person: PersonId, role: Role) -> bool {
        self.persons.get(&person).is_some_and(|p| p.roles.iter().any(|(r, _)| *r == role))
    }

    /// Persons who have the administrator's role.
    pub fn administrators(&self) -> usize {
        let holds = |p: &&Person| p.roles.contains(&(Role::Administrator, Scope::Office));
        self.persons.values().filter(holds).count()
    }

    /// Whether a person belongs to a force that guards.
    pub fn is_of_force(&self, person: PersonId) -> bool {
        let organisation = self.persons.get(&person).and_then(|p| p.organisation);
        let kind = organisation.and_then(|id| self.organisations.get(&id)).map(|o| o.kind);
        kind == Some(OrganisationKind::GuardForce)
    }

    /// Takes a recorded event in.
    pub fn apply(&mut self, seq: u64, event: &Event) -> Result<(), Missing> {
        match event {
            Event::OfficeNamed(e) => {
                let contact = e.contact.map(|_| SealedRef::new(seq, events::CONTACT));
                self.office = Some(Office { name: SealedRef::new(seq, events::NAME), contact });
                self.rev = seq;
            }
            Event::EmblemSet(e) => {
                self.emblem = e.emblem.map(|blob| (SealedRef::new(seq, events::EMBLEM), blob));
                self.rev = seq;
            }
            Event::OrganisationAdded(e) => {
                let organisation = Organisation { kind: e.kind, name: SealedRef::new(seq, events::NAME) };
                self.organisations.insert(e.organisation, organisation);
                self.rev = seq;
            }
            Event::PersonAdded(e) => {
                let name = e.name.map(|_| SealedRef::new(seq, events::NAME));
                let person = Person { organisation: e.organisation, name, roles: OrdSet::new() };
                self.persons.insert(e.person, person);
                if e.organisation.is_some_and(|id| !self.organisations.contains_key(&id)) {
                    return Err(Missing);
                }
            }
            Event::PersonRenamed(e) => {
                self.persons.get_mut(&e.person).ok_or(Missing)?.name = Some(SealedRef::new(seq, events::NAME));
            }
            Event::RoleGranted(e) => {
                self.persons.get_mut(&e.person).ok_or(Missing)?.roles.insert((e.role, e.scope));
            }
            Event::RoleRevoked(e) => {
                let person = self.persons.get_mut(&e.person).ok_or(Missing)?;
                person.roles.remove(&(e.role, e.scope)).ok_or(Missing)?;
            }
            Event::InvitationIssued(e) => {
                let invitation = Invitation { person: e.person, token: e.token, expires: e.expires, used: false };
                self.invitations.insert(e.invitation, invitation);
                self.tokens.insert(e.token, e.invitation);
                if e.person.is_some_and(|id| !self.persons.contains_key(&id)) {
                    return Err(Missing);
                }
            }
            Event::InvitationUsed(e) => {
                self.invitations.get_mut(&e.invitation).ok_or(Missing)?.used = true;
            }
        }
        Ok(())
    }
}
