//! Every kind of entry with its data as they stand in the entry, once with all that may be left out and once without.

use super::{blob, date, forum_no, minute};
use base::fact::{BlobRef, Commitment, Digest32, FieldName, OrganisationId, PersonId, SealedRef};
use base::hex;
use forum::events as f;
use people::events as p;
use people::role::{OrganisationKind, Role, Scope};
use portal::events as n;
use serde_json::{Value, json};
use world::events::{DataErased, ErasureOrdered};
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
    let expires = minute("2020-01-07T01:05:00Z");
    let (closes, day) = (date("2020-03-31"), date("2020-04-15"));
    let at = SealedRef::new(9, FieldName::of("statement"));
    let submitted = f::OpinionSubmitted {
        forum,
        channel: f::Channel::Written,
        nature: f::Nature::Remark,
        signature: f::Signature::Name(f::SpeakerRole::AgencyStaff),
        statement: c,
        reasons: Some(c),
        name: Some(c),
        receipt: token,
    };
    let bare = f::OpinionSubmitted {
        signature: f::Signature::None,
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
                person,
                role,
                scope,
                actor: Some(person),
            }),
            json!({ "person": 7, "role": "appeal_body", "scope": { "forum": "2020-01" }, "actor": 7 }),
        ),
        (
            of_people(p::RoleGranted {
                person,
                role,
                scope: Scope::Office,
                actor: None,
            }),
            json!({ "person": 7, "role": "appeal_body", "scope": "office" }),
        ),
        (
            of_people(p::RoleRevoked {
                person,
                role,
                scope,
                actor: person,
            }),
            json!({ "person": 7, "role": "appeal_body", "scope": { "forum": "2020-01" }, "actor": 7 }),
        ),
        (
            of_people(p::InvitationIssued {
                invitation: 1,
                person: Some(person),
                token,
                expires,
                actor: Some(person),
            }),
            json!({ "invitation": 1, "person": 7, "token": HEX, "expires": "2020-01-07T01:05:00Z", "actor": 7 }),
        ),
        (
            of_people(p::InvitationIssued {
                invitation: 1,
                person: None,
                token,
                expires,
                actor: None,
            }),
            json!({ "invitation": 1, "token": HEX, "expires": "2020-01-07T01:05:00Z" }),
        ),
        (
            of_people(p::InvitationUsed {
                invitation: 1,
                person,
                when: expires,
            }),
            json!({ "invitation": 1, "person": 7, "when": "2020-01-07T01:05:00Z" }),
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
                "forum": "2020-01", "channel": "written", "nature": "remark", "signature": { "name": "agency_staff" },
                "statement": HEX, "reasons": HEX, "name": HEX, "receipt": HEX,
            }),
        ),
        (
            of_forum(bare),
            json!({
                "forum": "2020-01", "channel": "written", "nature": "remark", "signature": "none",
                "statement": HEX, "receipt": HEX,
            }),
        ),
        (
            of_forum(f::OpinionCleared {
                forum,
                opinion: 9,
                person: c,
            }),
            json!({ "forum": "2020-01", "opinion": 9, "person": HEX }),
        ),
        (
            of_forum(f::OpinionRefused {
                forum,
                opinion: 9,
                reason: f::LawfulReason::NamesPerson,
                person: c,
            }),
            json!({ "forum": "2020-01", "opinion": 9, "reason": "names_person", "person": HEX }),
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
