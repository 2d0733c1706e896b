//! The office: its name, how it is reached, its emblem.

use crate::events::{CONTACT, EmblemSet, Event, NAME, OfficeNamed, PERSON, RetentionSet};
use crate::{People, Refusal};
use base::fact::{BlobRef, Entropy, PersonId, Proposed, Sealer};
use base::text::TextRule;

/// Name of an office or organisation, in characters.
pub const ORGANISATION_NAME: TextRule = TextRule {
    min_chars: 2,
    max_chars: 160,
    lines: false,
};
/// How the office is reached, in characters.
pub const OFFICE_CONTACT: TextRule = TextRule {
    min_chars: 0,
    max_chars: 500,
    lines: true,
};
/// Largest emblem, in bytes.
pub const EMBLEM_BYTES_MAX: usize = 256 * 1024;

/// Fewest days that words which were never published are kept: an appeal must still be possible.
pub const RETENTION_DAYS_MIN: u32 = 30;
/// Most days: ten years.
pub const RETENTION_DAYS_MAX: u32 = 3_660;

/// Says how long words that were never published are kept, in days after a forum ended.
pub fn set_retention(
    entropy: &mut Entropy,
    actor: PersonId,
    unpublished_days: u32,
) -> Result<Proposed<Event>, Refusal> {
    if !(RETENTION_DAYS_MIN..=RETENTION_DAYS_MAX).contains(&unpublished_days) {
        return Err(Refusal::RetentionOutOfBounds);
    }
    let mut sealer = Sealer::new(entropy);
    let event = RetentionSet {
        unpublished_days,
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Names the office. The texts have passed [`ORGANISATION_NAME`] and [`OFFICE_CONTACT`].
///
/// # Errors
/// Somebody else named it since `over`, the entry whose name was read before (0 for none).
pub fn name(
    people: &People,
    entropy: &mut Entropy,
    actor: PersonId,
    name: &str,
    contact: Option<&str>,
    over: Option<u64>,
) -> Result<Proposed<Event>, Refusal> {
    let now = people.office.as_ref().map_or(0, |office| office.name.seq);
    if over.is_some_and(|over| over != now) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let mut sealer = Sealer::new(entropy);
    let event = OfficeNamed {
        name: sealer.seal(NAME, name),
        contact: contact.map(|text| sealer.seal(CONTACT, text)),
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Puts an emblem in the header, or takes it away.
pub fn set_emblem(entropy: &mut Entropy, actor: PersonId, emblem: Option<BlobRef>) -> Proposed<Event> {
    let mut sealer = Sealer::new(entropy);
    let event = EmblemSet {
        emblem,
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Proposed::new(event.into()).sealed(sealer.finish())
}
