//! Which fields of an event are sealed, and which of them are for everyone.

use crate::Event;
use crate::events::{self as world_events, record};
use base::fact::{BlobId, FieldName};
use base::number::ForumNo;
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
    /// A file, for everyone, until it is erased; it has no words.
    File,
}

/// What shows a sealed field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ShownOn {
    /// Every page, or none that is kept.
    Office,
    /// The pages of a forum.
    Forum(ForumNo),
    /// The pages of an article.
    Article(u32),
}

/// A sealed field of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Field {
    /// For whom it is.
    pub(crate) sort: Sort,
    /// What shows it.
    pub(crate) shown_on: ShownOn,
}

/// What shows the sealed fields of an event.
pub(crate) fn shown_on(event: &Event) -> ShownOn {
    match event {
        Event::Forum(forum::Event::Announced(e)) => ShownOn::Forum(e.forum),
        Event::Forum(forum::Event::Opened(e)) => ShownOn::Forum(e.forum),
        Event::Portal(portal::Event::ArticlePublished(e)) => ShownOn::Article(e.article),
        _ => ShownOn::Office,
    }
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
                vec![
                    maybe(e.emblem.is_some(), p::EMBLEM, Sort::File),
                    Some((p::PERSON, Private)),
                ]
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
            forum::Event::Opened(_) => vec![Some((f::PERSON, Private))],
            forum::Event::OpinionSubmitted(_)
            | forum::Event::OpinionCleared(_)
            | forum::Event::OpinionRefused(_)
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
            record::Event::LedgerOpened(_) | record::Event::DataErased(_) => vec![],
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
