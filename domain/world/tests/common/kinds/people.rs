//! Kinds about people.

use super::{ORGANISATION, PERSON, Row, commitment, digest, forum, picture};
use crate::common::kinds::HEX;
use crate::common::minute;
use people::events as p;
use people::role::{OrganisationKind, Role, Scope};
use serde_json::{Value, json};
use world::Event;

fn of(event: impl Into<people::Event>, data: Value) -> Row {
    (Event::People(event.into()), data)
}

pub fn rows() -> Vec<Row> {
    let c = commitment();
    let (picture, picture_json) = picture();
    let (person, actor, organisation) = (PERSON, PERSON, Some(ORGANISATION));
    let kind = OrganisationKind::GuardForce;
    let (mandate, role, scope) = (4, Role::AppealBody, Scope::Forum(forum()));
    let named = p::OfficeNamed {
        name: c,
        contact: Some(c),
        person: c,
    };
    let emblem = p::EmblemSet {
        emblem: Some(picture),
        person: c,
    };
    let organisation_added = p::OrganisationAdded {
        organisation: ORGANISATION,
        kind,
        name: c,
        person: c,
    };
    let added = p::PersonAdded {
        person,
        organisation,
        name: Some(c),
        actor: Some(actor),
    };
    let granted = p::RoleGranted {
        mandate,
        person,
        role,
        scope,
        actor: Some(actor),
    };
    let issued = p::InvitationIssued {
        invitation: 1,
        person: Some(person),
        token: digest(),
        expires: minute("2020-01-07T02:00:00Z").hour(),
        actor: Some(actor),
    };
    let bare_name = p::OfficeNamed {
        contact: None,
        ..named.clone()
    };
    let bare_emblem = p::EmblemSet {
        emblem: None,
        person: c,
    };
    let bare_person = p::PersonAdded {
        person,
        organisation: None,
        name: None,
        actor: None,
    };
    let bare_grant = p::RoleGranted {
        scope: Scope::Office,
        actor: None,
        ..granted.clone()
    };
    let bare_link = p::InvitationIssued {
        person: None,
        actor: None,
        ..issued.clone()
    };
    let retention = p::RetentionSet {
        unpublished_days: 180,
        person: c,
    };
    vec![
        of(named, json!({ "name": HEX, "contact": HEX, "person": HEX })),
        of(bare_name, json!({ "name": HEX, "person": HEX })),
        of(emblem, json!({ "emblem": picture_json, "person": HEX })),
        of(bare_emblem, json!({ "person": HEX })),
        of(
            organisation_added,
            json!({ "organisation": 3, "kind": "guard_force", "name": HEX, "person": HEX }),
        ),
        of(
            added,
            json!({ "person": 7, "organisation": 3, "name": HEX, "actor": 7 }),
        ),
        of(bare_person, json!({ "person": 7 })),
        of(
            p::PersonRenamed { person, name: c, actor },
            json!({ "person": 7, "name": HEX, "actor": 7 }),
        ),
        of(
            p::PersonMoved {
                person,
                organisation,
                actor,
            },
            json!({ "person": 7, "organisation": 3, "actor": 7 }),
        ),
        of(
            p::PersonMoved {
                person,
                organisation: None,
                actor,
            },
            json!({ "person": 7, "actor": 7 }),
        ),
        of(
            granted,
            json!({ "mandate": 4, "person": 7, "role": "appeal_body", "scope": { "forum": "2020-01" }, "actor": 7 }),
        ),
        of(
            bare_grant,
            json!({ "mandate": 4, "person": 7, "role": "appeal_body", "scope": "office" }),
        ),
        of(p::RoleRevoked { mandate, actor }, json!({ "mandate": 4, "actor": 7 })),
        of(
            issued,
            json!({ "invitation": 1, "person": 7, "token": HEX, "expires": "2020-01-07T02:00:00Z", "actor": 7 }),
        ),
        of(
            bare_link,
            json!({ "invitation": 1, "token": HEX, "expires": "2020-01-07T02:00:00Z" }),
        ),
        of(
            p::InvitationUsed { invitation: 1, person },
            json!({ "invitation": 1, "person": 7 }),
        ),
        of(retention, json!({ "unpublished_days": 180, "person": HEX })),
    ]
}
