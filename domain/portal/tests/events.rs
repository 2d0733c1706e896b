//! How every event is spelled, and that nothing that is not its shape is read.

use base::fact::{Commitment, Recordable};
use portal::Event;
use portal::events::{
    ArticlePublished, ArticleWithdrawn, DraftReturned, DraftSaved, DraftSubmitted, RevisionPublished,
};
use serde_json::{Value, json};

const HEX: &str = "0707070707070707070707070707070707070707070707070707070707070707";
const C: Commitment = Commitment([7; 32]);

fn saved() -> DraftSaved {
    DraftSaved {
        article: 3,
        revision: 2,
        date: "2020-01-05".parse().unwrap(),
        title: C,
        slug: Some(C),
        body: C,
        author: Some(C),
        department: Some(C),
        mandate: 9,
        person: C,
    }
}

fn table() -> Vec<(Event, &'static str, Value)> {
    let day = "2020-01-05".parse().unwrap();
    let bare = DraftSaved {
        slug: None,
        author: None,
        department: None,
        ..saved()
    };
    let published = |note: Option<Commitment>| RevisionPublished {
        article: 3,
        revision: 2,
        note,
        mandate: 9,
        person: C,
    };
    vec![
        (
            ArticlePublished {
                article: 3,
                date: day,
                title: C,
                slug: C,
                body: C,
                author: None,
                department: None,
                person: C,
            }
            .into(),
            "portal.article_published",
            json!({"article": 3, "date": "2020-01-05", "title": HEX, "slug": HEX, "body": HEX, "person": HEX}),
        ),
        (
            saved().into(),
            "portal.draft_saved",
            json!({"article": 3, "revision": 2, "date": "2020-01-05", "title": HEX, "slug": HEX, "body": HEX,
                "author": HEX, "department": HEX, "mandate": 9, "person": HEX}),
        ),
        (
            bare.into(),
            "portal.draft_saved",
            json!({"article": 3, "revision": 2, "date": "2020-01-05", "title": HEX, "body": HEX, "mandate": 9,
                "person": HEX}),
        ),
        (
            DraftSubmitted {
                article: 3,
                revision: 2,
                mandate: 9,
                person: C,
            }
            .into(),
            "portal.draft_submitted",
            json!({"article": 3, "revision": 2, "mandate": 9, "person": HEX}),
        ),
        (
            DraftReturned {
                article: 3,
                revision: 2,
                reason: C,
                mandate: 9,
                person: C,
            }
            .into(),
            "portal.draft_returned",
            json!({"article": 3, "revision": 2, "reason": HEX, "mandate": 9, "person": HEX}),
        ),
        (
            published(None).into(),
            "portal.revision_published",
            json!({"article": 3, "revision": 2, "mandate": 9, "person": HEX}),
        ),
        (
            published(Some(C)).into(),
            "portal.revision_published",
            json!({"article": 3, "revision": 2, "note": HEX, "mandate": 9, "person": HEX}),
        ),
        (
            ArticleWithdrawn {
                article: 3,
                reason: C,
                mandate: 9,
                person: C,
            }
            .into(),
            "portal.article_withdrawn",
            json!({"article": 3, "reason": HEX, "mandate": 9, "person": HEX}),
        ),
    ]
}

fn read(kind: &str, data: &Value) -> Result<Event, String> {
    let read = Event::parse(kind, &data.to_string()).expect("a known kind");
    read.map_err(|why| why.to_string())
}

#[test]
fn every_event_is_spelled_as_the_table_says_and_reads_back() {
    for (event, kind, data) in table() {
        assert_eq!((event.kind().name, event.kind().private), (kind, false));
        assert_eq!(serde_json::from_str::<Value>(&event.to_json()).unwrap(), data, "{kind}");
        assert_eq!(read(kind, &data).unwrap(), event);
    }
}

#[test]
fn no_event_takes_a_field_more_or_less() {
    const OPTIONAL: [&str; 4] = ["slug", "author", "department", "note"];
    for (event, kind, data) in table() {
        let mut more = data.clone();
        more["smuggled"] = json!("words");
        assert!(read(kind, &more).is_err(), "{kind} takes a strange field");
        for name in data.as_object().unwrap().keys() {
            let is_optional = OPTIONAL.contains(&name.as_str()) && !matches!(event, Event::ArticlePublished(_));
            let mut less = data.clone();
            less.as_object_mut().unwrap().remove(name);
            assert_eq!(read(kind, &less).is_ok(), is_optional, "{kind} without {name}");
        }
    }
}
