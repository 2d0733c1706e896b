//! Kinds about the portal.

use super::{Row, commitment};
use crate::common::date;
use crate::common::kinds::HEX;
use portal::events as n;
use serde_json::{Value, json};
use world::Event;

fn of(event: impl Into<portal::Event>, data: Value) -> Row {
    (Event::Portal(event.into()), data)
}

pub fn rows() -> Vec<Row> {
    let c = commitment();
    let article = n::ArticlePublished {
        article: 1,
        date: date("2020-04-15"),
        title: c,
        slug: c,
        body: c,
        author: Some(c),
        department: Some(c),
        person: c,
    };
    let bare = n::ArticlePublished {
        author: None,
        department: None,
        ..article.clone()
    };
    let visits = n::LegacyVisitsRecorded {
        as_of: date("2020-04-15"),
        online: 1,
        today: 2,
        total: u64::MAX,
        person: c,
    };
    let saved = n::DraftSaved {
        article: 1,
        revision: 2,
        date: date("2020-04-15"),
        title: c,
        slug: Some(c),
        body: c,
        author: Some(c),
        department: Some(c),
        mandate: 4,
        person: c,
    };
    let bare_draft = n::DraftSaved {
        slug: None,
        author: None,
        department: None,
        ..saved.clone()
    };
    let (article_no, revision, mandate, person) = (1, 2, 4, c);
    let submitted = n::DraftSubmitted {
        article: article_no,
        revision,
        mandate,
        person,
    };
    let returned = n::DraftReturned {
        article: article_no,
        revision,
        reason: c,
        mandate,
        person,
    };
    let corrected = n::RevisionPublished {
        article: article_no,
        revision,
        note: Some(c),
        mandate,
        person,
    };
    let published = n::RevisionPublished {
        note: None,
        ..corrected.clone()
    };
    let withdrawn = n::ArticleWithdrawn {
        article: article_no,
        reason: c,
        mandate,
        person,
    };
    vec![
        of(
            saved,
            json!({
                "article": 1, "revision": 2, "date": "2020-04-15", "title": HEX, "slug": HEX, "body": HEX, "author": HEX,
                "department": HEX, "mandate": 4, "person": HEX,
            }),
        ),
        of(
            bare_draft,
            json!({
                "article": 1, "revision": 2, "date": "2020-04-15", "title": HEX, "body": HEX, "mandate": 4, "person": HEX,
            }),
        ),
        of(
            submitted,
            json!({ "article": 1, "revision": 2, "mandate": 4, "person": HEX }),
        ),
        of(
            returned,
            json!({ "article": 1, "revision": 2, "reason": HEX, "mandate": 4, "person": HEX }),
        ),
        of(
            corrected,
            json!({ "article": 1, "revision": 2, "note": HEX, "mandate": 4, "person": HEX }),
        ),
        of(
            published,
            json!({ "article": 1, "revision": 2, "mandate": 4, "person": HEX }),
        ),
        of(
            withdrawn,
            json!({ "article": 1, "reason": HEX, "mandate": 4, "person": HEX }),
        ),
        of(
            article,
            json!({
                "article": 1, "date": "2020-04-15", "title": HEX, "slug": HEX, "body": HEX, "author": HEX,
                "department": HEX, "person": HEX,
            }),
        ),
        of(
            bare,
            json!({ "article": 1, "date": "2020-04-15", "title": HEX, "slug": HEX, "body": HEX, "person": HEX }),
        ),
        of(
            visits,
            json!({ "as_of": "2020-04-15", "online": 1, "today": 2, "total": u64::MAX, "person": HEX }),
        ),
    ]
}
