//! Organisations that take part.

use crate::events::{Event, NAME, OrganisationAdded, PERSON};
use crate::role::OrganisationKind;
use crate::{People, Refusal};
use base::fact::{Entropy, OrganisationId, PersonId, Proposed, Sealer};

/// Most organisations of an office.
pub const ORGANISATIONS_MAX: usize = 10_000;

/// Adds an organisation. The name has passed [`crate::office::ORGANISATION_NAME`].
pub fn add(
    people: &People,
    entropy: &mut Entropy,
    actor: PersonId,
    kind: OrganisationKind,
    name: &str,
) -> Result<Proposed<Event>, Refusal> {
    if people.organisations.len() >= ORGANISATIONS_MAX {
        return Err(Refusal::TooMany);
    }
    let last = people.organisations.get_max().map_or(0, |(id, _)| id.0);
    let mut sealer = Sealer::new(entropy);
    let event = OrganisationAdded {
        organisation: OrganisationId(last + 1),
        kind,
        name: sealer.seal(NAME, name),
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}
