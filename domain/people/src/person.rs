//! Persons and their roles.

use crate::events::{Event, NAME, PersonAdded, PersonMoved, PersonRenamed, RoleGranted, RoleRevoked};
use crate::role::{OrganisationKind, Role, Scope};
use crate::{People, Refusal};
use base::fact::{Entropy, OrganisationId, PersonId, Proposed, Sealer};
use base::text::TextRule;

/// Name of a person, in characters: one field, kept as typed.
pub const PERSON_NAME: TextRule = TextRule {
    min_chars: 2,
    max_chars: 100,
    lines: false,
};
/// Most persons of an office.
pub const PERSONS_MAX: usize = 100_000;

/// The number the next person gets.
pub fn next_id(people: &People) -> PersonId {
    PersonId(people.persons.get_max().map_or(0, |(id, _)| id.0) + 1)
}

/// The number the next mandate gets.
pub fn next_mandate(people: &People) -> u32 {
    people.mandates.get_max().map_or(0, |(number, _)| *number) + 1
}

/// Adds a person. The name has passed [`PERSON_NAME`].
pub fn add(
    people: &People,
    entropy: &mut Entropy,
    actor: PersonId,
    name: &str,
    organisation: Option<OrganisationId>,
) -> Result<Proposed<Event>, Refusal> {
    if people.persons.len() >= PERSONS_MAX {
        return Err(Refusal::TooMany);
    }
    if organisation.is_some_and(|id| !people.organisations.contains_key(&id)) {
        return Err(Refusal::NoSuchOrganisation);
    }
    let mut sealer = Sealer::new(entropy);
    let name = Some(sealer.seal(NAME, name));
    let event = PersonAdded {
        person: next_id(people),
        organisation,
        name,
        actor: Some(actor),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Gives or corrects a person's name.
pub fn rename(
    people: &People,
    entropy: &mut Entropy,
    actor: PersonId,
    person: PersonId,
    name: &str,
) -> Result<Proposed<Event>, Refusal> {
    if !people.persons.contains_key(&person) {
        return Err(Refusal::NoSuchPerson);
    }
    let mut sealer = Sealer::new(entropy);
    let event = PersonRenamed {
        person,
        name: sealer.seal(NAME, name),
        actor,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Puts a person under another organisation, or under none. Roles that depend on where the person belongs are taken away
/// first, so that nobody changes sides with a role in hand; what was done under them stays theirs by its mandate.
pub fn move_to(
    people: &People,
    actor: PersonId,
    person: PersonId,
    organisation: Option<OrganisationId>,
) -> Result<Proposed<Event>, Refusal> {
    let known = people.persons.get(&person).ok_or(Refusal::NoSuchPerson)?;
    if organisation.is_some_and(|id| !people.organisations.contains_key(&id)) {
        return Err(Refusal::NoSuchOrganisation);
    }
    if known.organisation == organisation {
        return Err(Refusal::AlreadyThere);
    }
    let kind = organisation
        .and_then(|id| people.organisations.get(&id))
        .map(|one| one.kind);
    let to_the_force = kind == Some(OrganisationKind::GuardForce);
    let depends = |role: Role| acts_for_organisation(role) || (to_the_force && never_of_the_force(role));
    if known.roles.keys().any(|(role, _)| depends(*role)) {
        return Err(Refusal::RolesDependOnOrganisation);
    }
    let event = PersonMoved {
        person,
        organisation,
        actor,
    };
    Ok(Proposed::new(event.into()))
}

/// Whether a role holds in the whole office or nowhere: who lets people in, or reads what is private, does so for every
/// forum.
pub const fn is_office_only(role: Role) -> bool {
    matches!(role, Role::Administrator | Role::Auditor)
}

/// Whether a role is held for an organisation: it owns, judges or answers what the organisation was given.
pub const fn acts_for_organisation(role: Role) -> bool {
    match role {
        Role::Commander | Role::Delegate | Role::Verifier | Role::SiteRepresentative | Role::Guard => true,
        Role::Editor
        | Role::Publisher
        | Role::Secretary
        | Role::Chair
        | Role::Moderator
        | Role::Clerk
        | Role::AppealBody
        | Role::Superior
        | Role::Auditor
        | Role::Administrator => false,
    }
}

/// Whether a role reads or judges what is said of the force, and so is never its own.
pub const fn never_of_the_force(role: Role) -> bool {
    matches!(
        role,
        Role::Moderator | Role::AppealBody | Role::Chair | Role::Secretary | Role::Auditor
    )
}

/// Whether a person could be given a role there, and why not.
pub fn may_be_given(people: &People, person: PersonId, role: Role, scope: Scope) -> Result<(), Refusal> {
    let known = people.persons.get(&person).ok_or(Refusal::NoSuchPerson)?;
    if known.roles.contains_key(&(role, scope)) {
        return Err(Refusal::AlreadyHasRole);
    }
    if is_office_only(role) && scope != Scope::Office {
        return Err(Refusal::OfficeOnly);
    }
    if acts_for_organisation(role) && known.organisation.is_none() {
        return Err(Refusal::OrganisationNeeded);
    }
    let kind = known
        .organisation
        .and_then(|id| people.organisations.get(&id))
        .map(|o| o.kind);
    if never_of_the_force(role) && kind == Some(OrganisationKind::GuardForce) {
        return Err(Refusal::ForceNeverModerates);
    }
    Ok(())
}

/// Gives a role that [may be given](may_be_given).
pub fn grant(
    people: &People,
    actor: PersonId,
    person: PersonId,
    role: Role,
    scope: Scope,
) -> Result<Proposed<Event>, Refusal> {
    may_be_given(people, person, role, scope)?;
    Ok(Proposed::new(
        RoleGranted {
            mandate: next_mandate(people),
            person,
            role,
            scope,
            actor: Some(actor),
        }
        .into(),
    ))
}

/// Takes a role away. The last administrator keeps it.
pub fn revoke(
    people: &People,
    actor: PersonId,
    person: PersonId,
    role: Role,
    scope: Scope,
) -> Result<Proposed<Event>, Refusal> {
    let known = people.persons.get(&person).ok_or(Refusal::NoSuchPerson)?;
    let mandate = *known.roles.get(&(role, scope)).ok_or(Refusal::HasNotRole)?;
    if role == Role::Administrator && scope == Scope::Office && people.administrators() == 1 {
        return Err(Refusal::LastAdministrator);
    }
    Ok(Proposed::new(RoleRevoked { mandate, actor }.into()))
}
