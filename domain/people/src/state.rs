//! What is known about people, and how the record changes it.

use crate::Missing;
use crate::events::{self, Event};
use crate::role::{OrganisationKind, Role, Scope};
use base::fact::{BlobRef, Digest32, OrganisationId, PersonId, SealedRef};
use base::time::Hour;
use imbl::OrdMap;
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
    /// Roles, where they hold, and the number of the mandate.
    pub roles: OrdMap<(Role, Scope), u32>,
}

/// A role given to a person, under the number that stands in what is done under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Whose.
    pub person: PersonId,
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
    /// It was taken away.
    pub revoked: bool,
}

/// A link that lets one person in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// For whom; nobody for the first administrator.
    pub person: Option<PersonId>,
    /// Digest of the token.
    pub token: Digest32,
    /// The hour it ends.
    pub expires: Hour,
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
    /// Days after a forum ended that words never published are kept, when the office set them.
    pub unpublished_days: Option<u32>,
    /// Organisations by number.
    pub organisations: OrdMap<OrganisationId, Organisation>,
    /// Persons by number.
    pub persons: OrdMap<PersonId, Person>,
    /// Mandates by number, ended ones too.
    pub mandates: OrdMap<u32, Mandate>,
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
        self.mandate(person, role, scope).is_some()
    }

    /// The mandate under which a person acts in a role: that of the whole office first.
    pub fn mandate(&self, person: PersonId, role: Role, scope: Scope) -> Option<u32> {
        let roles = &self.persons.get(&person)?.roles;
        roles
            .get(&(role, Scope::Office))
            .or_else(|| roles.get(&(role, scope)))
            .copied()
    }

    /// Whether a person has a role anywhere.
    pub fn has_role_anywhere(&self, person: PersonId, role: Role) -> bool {
        self.persons
            .get(&person)
            .is_some_and(|p| p.roles.keys().any(|(r, _)| *r == role))
    }

    /// Persons who have the administrator's role.
    pub fn administrators(&self) -> usize {
        let holds = |p: &&Person| p.roles.contains_key(&(Role::Administrator, Scope::Office));
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
                self.office = Some(Office {
                    name: SealedRef::new(seq, events::NAME),
                    contact,
                });
                self.rev = seq;
            }
            Event::EmblemSet(e) => {
                self.emblem = e.emblem.map(|blob| (SealedRef::new(seq, events::EMBLEM), blob));
                self.rev = seq;
            }
            Event::RetentionSet(e) => {
                self.unpublished_days = Some(e.unpublished_days);
                self.rev = seq;
            }
            Event::OrganisationAdded(e) => {
                let organisation = Organisation {
                    kind: e.kind,
                    name: SealedRef::new(seq, events::NAME),
                };
                self.rev = seq;
                fresh(self.organisations.insert(e.organisation, organisation))?;
            }
            Event::PersonAdded(e) => {
                let name = e.name.map(|_| SealedRef::new(seq, events::NAME));
                let person = Person {
                    organisation: e.organisation,
                    name,
                    roles: OrdMap::new(),
                };
                fresh(self.persons.insert(e.person, person))?;
                if e.organisation.is_some_and(|id| !self.organisations.contains_key(&id)) {
                    return Err(Missing);
                }
            }
            Event::PersonRenamed(e) => {
                self.persons.get_mut(&e.person).ok_or(Missing)?.name = Some(SealedRef::new(seq, events::NAME));
            }
            Event::PersonMoved(e) => {
                self.persons.get_mut(&e.person).ok_or(Missing)?.organisation = e.organisation;
                if e.organisation.is_some_and(|id| !self.organisations.contains_key(&id)) {
                    return Err(Missing);
                }
            }
            Event::RoleGranted(e) => {
                let mandate = Mandate {
                    person: e.person,
                    role: e.role,
                    scope: e.scope,
                    revoked: false,
                };
                fresh(self.mandates.insert(e.mandate, mandate))?;
                let person = self.persons.get_mut(&e.person).ok_or(Missing)?;
                fresh(person.roles.insert((e.role, e.scope), e.mandate))?;
            }
            Event::RoleRevoked(e) => {
                let mandate = self.mandates.get_mut(&e.mandate).ok_or(Missing)?;
                mandate.revoked = true;
                let person = self.persons.get_mut(&mandate.person).ok_or(Missing)?;
                person.roles.remove(&(mandate.role, mandate.scope)).ok_or(Missing)?;
            }
            Event::InvitationIssued(e) => {
                let invitation = Invitation {
                    person: e.person,
                    token: e.token,
                    expires: e.expires,
                    used: false,
                };
                fresh(self.invitations.insert(e.invitation, invitation))?;
                fresh(self.tokens.insert(e.token, e.invitation))?;
                if e.person.is_some_and(|id| !self.persons.contains_key(&id)) {
                    return Err(Missing);
                }
            }
            Event::InvitationUsed(e) => {
                let invitation = self.invitations.get_mut(&e.invitation).ok_or(Missing)?;
                if std::mem::replace(&mut invitation.used, true) {
                    return Err(Missing);
                }
            }
        }
        Ok(())
    }
}

/// A number is given once: an entry that gives it again would replace what was recorded.
fn fresh<T>(before: Option<T>) -> Result<(), Missing> {
    match before {
        None => Ok(()),
        Some(_) => Err(Missing),
    }
}
