//! Which fields of an event are sealed, and which of them are for everyone.

use crate::Event;
use crate::events::{self as world_events, record};
use base::fact::{BlobId, FieldName};
use forum::events as f;
use people::events as p;
use portal::events as n;
use serde::{Deserialize, Serialize};

/// For whom a sealed field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Sort {
    /// For everyone, until it is erased.
    Public,
    /// For a page whose rights allow it.
    Private,
}

/// The sealed fields of an event, but for those of opinions, whose exposure follows their fate.
pub(crate) fn fields(event: &Event) -> Vec<(FieldName, Sort)> {
    use Sort::{Private, Public};
    let maybe = |there: bool, field: FieldName, sort: Sort| there.then_some((field, sort));
    let list: Vec<Option<(FieldName, Sort)>> = match event {
        Event::People(event) => match event {
            people::Event::OfficeNamed(e) => vec![
                Some((p::NAME, Public)),
                maybe(e.contact.is_some(), p::CONTACT, Public),
                Some((p::PERSON, Private)),
            ],
            people::Event::EmblemSet(e) => {
                vec![maybe(e.emblem.is_some(), p::EMBLEM, Public), Some((p::PERSON, Private))]
            }
            people::Event::OrganisationAdded(_) => vec![Some((p::NAME, Public)), Some((p::PERSON, Private))],
            people::Event::PersonAdded(e) => vec![maybe(e.name.is_some(), p::NAME, Private)],
            people::Event::PersonRenamed(_) => vec![Some((p::NAME, Private))],
            people::Event::RoleGranted(_)
            | people::Event::RoleRevoked(_)
            | people::Event::InvitationIssued(_)
            | people::Event::InvitationUsed(_) => vec![],
        },
        Event::Forum(event) => match event {
            forum::Event::Announced(e) => vec![
                Some((f::TITLE, Public)),
                maybe(e.purpose.is_some(), f::PURPOSE, Public),
                Some((f::PERSON, Private)),
            ],
            forum::Event::Opened(_) | forum::Event::OpinionCleared(_) | forum::Event::OpinionRefused(_) => {
                vec![Some((f::PERSON, Private))]
            }
            forum::Event::OpinionSubmitted(_)
            | forum::Event::OpinionWithdrawn(_)
            | forum::Event::OpinionsPublished(_)
            | forum::Event::CollectingClosed(_) => vec![],
        },
        Event::Portal(event) => match event {
            portal::Event::ArticlePublished(e) => vec![
                Some((n::TITLE, Public)),
                Some((n::SLUG, Public)),
                Some((n::BODY, Public)),
                maybe(e.author.is_some(), n::AUTHOR, Public),
                maybe(e.department.is_some(), n::DEPARTMENT, Public),
                Some((n::PERSON, Private)),
            ],
            portal::Event::LegacyVisitsRecorded(_) => vec![Some((n::PERSON, Private))],
        },
        Event::Record(event) => match event {
            record::Event::ErasureOrdered(e) => vec![
                maybe(e.decision.is_some(), world_events::DECISION, Public),
                maybe(e.person.is_some(), world_events::PERSON, Private),
            ],
            record::Event::DataErased(_) => vec![],
        },
    };
    list.into_iter().flatten().collect()
}

/// The file an event names, and under which field.
pub(crate) fn blob(event: &Event) -> Option<(BlobId, FieldName)> {
    match event {
        Event::People(people::Event::EmblemSet(e)) => e.emblem.map(|blob| (blob.id, p::EMBLEM)),
        _ => None,
    }
}
