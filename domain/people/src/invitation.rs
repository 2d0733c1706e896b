//! Links that let one person in, once, within a day.

use crate::events::{Event, InvitationIssued, InvitationUsed, PersonAdded, RoleGranted};
use crate::person::{next_id, next_mandate};
use crate::role::{Role, Scope};
use crate::{People, Refusal};
use base::fact::{Digest32, PersonId, Proposed};
use base::time::Minute;

/// Hours a link can be used.
pub const INVITATION_HOURS: u32 = 24;

fn issued(
    people: &People,
    now: Minute,
    person: Option<PersonId>,
    token: Digest32,
    actor: Option<PersonId>,
) -> Result<Event, Refusal> {
    // A second link under one token would take the first one's place.
    if people.tokens.contains_key(&token) {
        return Err(Refusal::InvitationUsed);
    }
    let last = people.invitations.get_max().map_or(0, |(number, _)| *number);
    // The next full hour after the time is over: a link lasts at least as long as promised, and the minute it was made
    // is not in the record.
    let expires = now.add_hours(INVITATION_HOURS + 1).hour();
    Ok(InvitationIssued {
        invitation: last + 1,
        person,
        token,
        expires,
        actor,
    }
    .into())
}

/// Makes the link for the first administrator, as long as there is none.
pub fn issue_first(people: &People, now: Minute, token: Digest32) -> Result<Proposed<Event>, Refusal> {
    if people.administrators() > 0 {
        return Err(Refusal::AdministratorExists);
    }
    Ok(Proposed::new(issued(people, now, None, token, None)?))
}

/// Makes a link for a person; made by nobody when it is printed at the start of the program.
pub fn issue(
    people: &People,
    now: Minute,
    actor: Option<PersonId>,
    person: PersonId,
    token: Digest32,
) -> Result<Proposed<Event>, Refusal> {
    if !people.persons.contains_key(&person) {
        return Err(Refusal::NoSuchPerson);
    }
    Ok(Proposed::new(issued(people, now, Some(person), token, actor)?))
}

/// Whether a link can be used now, and for whom it is; a newer one for the same person takes its place; nobody yet for the first administrator's.
pub fn check(people: &People, now: Minute, token: Digest32) -> Result<(u32, Option<PersonId>), Refusal> {
    let number = people.tokens.get(&token).ok_or(Refusal::NoSuchInvitation)?;
    let invitation = people.invitations.get(number).ok_or(Refusal::NoSuchInvitation)?;
    if invitation.used {
        return Err(Refusal::InvitationUsed);
    }
    if now >= invitation.expires.starts_at() {
        return Err(Refusal::InvitationExpired);
    }
    if invitation.person.is_none() && people.administrators() > 0 {
        return Err(Refusal::AdministratorExists);
    }
    let newer = people.invitations.range(number + 1..);
    if newer.into_iter().any(|(_, one)| one.person == invitation.person) {
        return Err(Refusal::InvitationReplaced);
    }
    Ok((*number, invitation.person))
}

/// Uses a link: whoever comes in by the first one becomes the first administrator.
pub fn accept(people: &People, now: Minute, token: Digest32) -> Result<Vec<Proposed<Event>>, Refusal> {
    let (invitation, invited) = check(people, now, token)?;
    let person = invited.unwrap_or_else(|| next_id(people));
    let mut events: Vec<Event> = Vec::new();
    if invited.is_none() {
        events.push(
            PersonAdded {
                person,
                organisation: None,
                name: None,
                actor: None,
            }
            .into(),
        );
        let mandate = next_mandate(people);
        let (role, scope) = (Role::Administrator, Scope::Office);
        events.push(
            RoleGranted {
                mandate,
                person,
                role,
                scope,
                actor: None,
            }
            .into(),
        );
    }
    events.push(InvitationUsed { invitation, person }.into());
    Ok(events.into_iter().map(Proposed::new).collect())
}
