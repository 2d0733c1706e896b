//! Every kind of entry with its data as they stand in the entry, once with all that may be left out and once without.

use super::{blob, date, forum_no, minute};
use base::fact::{BlobRef, Commitment, Digest32, FieldName, OrganisationId, PersonId, SealedRef};
use base::hex;
use forum::events as f;
use people::events as p;
use people::role::{OrganisationKind, Role, Scope};
use portal::events as n;
use serde_json::{Value, json};
use world::events::{Continues, DataErased, ErasureOrdered, LedgerOpened};
use world::{Event, LegalBasis};

pub const HEX: &str = "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a";

fn commitment() -> Commitment {
    Commitment(hex::decode_32(HEX).unwrap())
}

fn record(event: impl Into<world::events::record::Event>) -> Event {
    Event::Record(event.into())
}

fn of_people(event: impl Into<people::Event>) -> Event {
    Event::People(event.into())
}

fn of_forum(event: impl Into<forum::Event>) -> Event {
    Event::Forum(event.into())
}

/// Every kind, with everything that may be left out there, and then left out; the data as they stand in the entry.
pub fn table() -> Vec<(Event, Value)> {
    let (c, token) = (commitment(), Digest32(commitment().0));
    let (person, organisation, forum) = (PersonId(7), OrganisationId(3), forum_no(1));
    let (scope, role) = (Scope::Forum(forum), Role::AppealBody);
    let file: BlobRef = BlobRef {
        id: blob(1).id,
        commitment: c,
    };
    let file_json = json!({ "id": hex::encode(&blob(1).id.0), "commitment": HEX });
    let expires = minute("2020-01-07T02:00:00Z").hour();
    let (closes, day) = (date("2020-03-31"), date("2020-04-15"));
    let at = SealedRef::new(9, FieldName::of("statement"));
    let submitted = f::OpinionSubmitted {
        forum,
        channel: f::Channel::SpokenTurn,
        nature: Some(f::Nature::Question),
        about: Some(f::About::Paragraph(7)),
        signed: f::Signed::Name,
        role: Some(f::SpeakerRole::AgencyStaff),
        statement: c,
        reasons: Some(c),
        name: Some(c),
        receipt: token,
    };
    let by_role = f::OpinionSubmitted {
        about: Some(f::About::AgendaItem(2)),
        signed: f::Signed::Role,
        name: None,
        ..submitted.clone()
    };
    let bare = f::OpinionSubmitted {
        nature: None,
        about: None,
        signed: f::Signed::None,
        role: None,
        reasons: None,
        name: None,
        ..submitted.clone()
    };
    let announced = f::Announced {
        forum,
        title: c,
        purpose: Some(c),
        chair: Some(organisation),
        force: Some(organisation),
        closes,
        day,
        person: c,
    };
    let article = n::ArticlePublished {
        article: 1,
        date: day,
        title: c,
        slug: c,
        body: c,
        author: Some(c),
        department: Some(c),
        person: c,
    };
    vec![
        (
            of_people(p::OfficeNamed {
                name: c,
                contact: Some(c),
                person: c,
            }),
            json!({ "name": HEX, "contact": HEX, "person": HEX }),
        ),
        (
            of_people(p::OfficeNamed {
                name: c,
                contact: None,
                person: c,
            }),
            json!({ "name": HEX, "person": HEX }),
        ),
        (
            of_people(p::EmblemSet {
                emblem: Some(file),
                person: c,
            }),
            json!({ "emblem": file_json, "person": HEX }),
        ),
        (
            of_people(p::EmblemSet {
                emblem: None,
                person: c,
            }),
            json!({ "person": HEX }),
        ),
        (
            of_people(p::OrganisationAdded {
                organisation,
                kind: OrganisationKind::GuardForce,
                name: c,
                person: c,
            }),
            json!({ "organisation": 3, "kind": "guard_force", "name": HEX, "person": HEX }),
        ),
        (
            of_people(p::PersonAdded {
                person,
                organisation: Some(organisation),
                name: Some(c),
                actor: Some(person),
            }),
            json!({ "person": 7, "organisation": 3, "name": HEX, "actor": 7 }),
        ),
        (
            of_people(p::PersonAdded {
                person,
                organisation: None,
                name: None,
                actor: None,
            }),
            json!({ "person": 7 }),
        ),
        (
            of_people(p::PersonRenamed {
                person,
                name: c,
                actor: person,
            }),
            json!({ "person": 7, "name": HEX, "actor": 7 }),
        ),
        (
            of_people(p::RoleGranted {
                mandate: 4,
                person,
                role,
                scope,
                actor: Some(person),
            }),
            json!({ "mandate": 4, "person": 7, "role": "appeal_body", "scope": { "forum": "2020-01" }, "actor": 7 }),
        ),
        (
            of_people(p::RoleGranted {
                mandate: 4,
                person,
                role,
                scope: Scope::Office,
                actor: None,
            }),
            json!({ "mandate": 4, "person": 7, "role": "appeal_body", "scope": "office" }),
        ),
        (
            of_people(p::RoleRevoked {
                mandate: 4,
                actor: person,
            }),
            json!({ "mandate": 4, "actor": 7 }),
        ),
        (
            of_people(p::InvitationIssued {
                invitation: 1,
                person: Some(person),
                token,
                expires,
                actor: Some(person),
            }),
            json!({ "invitation": 1, "person": 7, "token": HEX, "expires": "2020-01-07T02:00:00Z", "actor": 7 }),
        ),
        (
            of_people(p::InvitationIssued {
                invitation: 1,
                person: None,
                token,
                expires,
                actor: None,
            }),
            json!({ "invitation": 1, "token": HEX, "expires": "2020-01-07T02:00:00Z" }),
        ),
        (
            of_people(p::InvitationUsed { invitation: 1, person }),
            json!({ "invitation": 1, "person": 7 }),
        ),
        (
            of_forum(announced.clone()),
            json!({ "forum": "2020-01", "title": HEX, "purpose": HEX, "chair": 3, "force": 3, "closes": "2020-03-31", "day": "2020-04-15", "person": HEX }),
        ),
        (
            of_forum(f::Announced {
                purpose: None,
                chair: None,
                force: None,
                ..announced
            }),
            json!({ "forum": "2020-01", "title": HEX, "closes": "2020-03-31", "day": "2020-04-15", "person": HEX }),
        ),
        (
            of_forum(f::Opened { forum, person: c }),
            json!({ "forum": "2020-01", "person": HEX }),
        ),
        (
            of_forum(submitted),
            json!({
                "forum": "2020-01", "channel": "spoken_turn", "nature": "question", "about": { "paragraph": 7 },
                "signed": "name", "role": "agency_staff", "statement": HEX, "reasons": HEX, "name": HEX, "receipt": HEX,
            }),
        ),
        (
            of_forum(by_role),
            json!({
                "forum": "2020-01", "channel": "spoken_turn", "nature": "question", "about": { "agenda_item": 2 },
                "signed": "role", "role": "agency_staff", "statement": HEX, "reasons": HEX, "receipt": HEX,
            }),
        ),
        (
            of_forum(bare),
            json!({
                "forum": "2020-01", "channel": "spoken_turn", "signed": "none", "statement": HEX, "receipt": HEX,
            }),
        ),
        (
            of_forum(f::OpinionCleared {
                forum,
                opinion: 9,
                mandate: 4,
            }),
            json!({ "forum": "2020-01", "opinion": 9, "mandate": 4 }),
        ),
        (
            of_forum(f::OpinionRefused {
                forum,
                opinion: 9,
                reason: f::LawfulReason::NamesPerson,
                mandate: 4,
            }),
            json!({ "forum": "2020-01", "opinion": 9, "reason": "names_person", "mandate": 4 }),
        ),
        (
            of_forum(f::OpinionWithdrawn { forum, opinion: 9 }),
            json!({ "forum": "2020-01", "opinion": 9 }),
        ),
        (
            of_forum(f::OpinionsPublished {
                forum,
                opinions: vec![f::Numbered { opinion: 9, number: 1 }],
            }),
            json!({ "forum": "2020-01", "opinions": [{ "opinion": 9, "number": 1 }] }),
        ),
        (of_forum(f::CollectingClosed { forum }), json!({ "forum": "2020-01" })),
        (
            Event::Portal(article.clone().into()),
            json!({
                "article": 1, "date": "2020-04-15", "title": HEX, "slug": HEX, "body": HEX, "author": HEX,
                "department": HEX, "person": HEX,
            }),
        ),
        (
            Event::Portal(
                n::ArticlePublished {
                    author: None,
                    department: None,
                    ..article
                }
                .into(),
            ),
            json!({ "article": 1, "date": "2020-04-15", "title": HEX, "slug": HEX, "body": HEX, "person": HEX }),
        ),
        (
            Event::Portal(
                n::LegacyVisitsRecorded {
                    as_of: day,
                    online: 1,
                    today: 2,
                    total: u64::MAX,
                    person: c,
                }
                .into(),
            ),
            json!({ "as_of": "2020-04-15", "online": 1, "today": 2, "total": u64::MAX, "person": HEX }),
        ),
        (
            record(LedgerOpened {
                format: 1,
                continues: Some(Continues {
                    vkey: token,
                    size: 12,
                    root: token,
                }),
            }),
            json!({ "format": 1, "continues": { "vkey": HEX, "size": 12, "root": HEX } }),
        ),
        (
            record(LedgerOpened {
                format: 1,
                continues: None,
            }),
            json!({ "format": 1 }),
        ),
        (
            record(ErasureOrdered {
                erasure: 1,
                targets: vec![at],
                basis: LegalBasis::Decision,
                decision: Some(c),
                person: Some(c),
            }),
            json!({ "erasure": 1, "targets": [{ "seq": 9, "field": "statement" }], "basis": "decision", "decision": HEX, "person": HEX }),
        ),
        (
            record(ErasureOrdered {
                erasure: 1,
                targets: vec![],
                basis: LegalBasis::AuthorWithdrew,
                decision: None,
                person: None,
            }),
            json!({ "erasure": 1, "targets": [], "basis": "author_withdrew" }),
        ),
        (
            record(DataErased {
                erasure: 1,
                basis: LegalBasis::Timetable,
            }),
            json!({ "erasure": 1, "basis": "timetable" }),
        ),
    ]
}
