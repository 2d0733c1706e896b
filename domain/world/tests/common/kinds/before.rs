//! Kinds of a forum's life, and of what stands before its day.

use super::{ORGANISATION, Row, commitment, file, forum, of_forum};
use crate::common::date;
use crate::common::kinds::HEX;
use forum::events as f;
use serde_json::json;

pub fn rows() -> Vec<Row> {
    [life(), dates(), papers(), report()].concat()
}

fn life() -> Vec<Row> {
    let (c, forum, mandate) = (commitment(), forum(), 4);
    let announced = f::Announced {
        forum,
        title: c,
        purpose: Some(c),
        chair: Some(ORGANISATION),
        force: Some(ORGANISATION),
        closes: date("2020-03-31"),
        day: date("2020-04-15"),
        person: c,
    };
    let bare = f::Announced {
        purpose: None,
        chair: None,
        force: None,
        ..announced.clone()
    };
    let by_hand = f::CollectingClosed {
        forum,
        mandate: Some(mandate),
        reason: Some(c),
    };
    vec![
        of_forum(
            announced,
            json!({
                "forum": "2020-01", "title": HEX, "purpose": HEX, "chair": 3, "force": 3, "closes": "2020-03-31",
                "day": "2020-04-15", "person": HEX,
            }),
        ),
        of_forum(
            bare,
            json!({
                "forum": "2020-01", "title": HEX, "closes": "2020-03-31", "day": "2020-04-15", "person": HEX,
            }),
        ),
        of_forum(
            f::Opened { forum, person: c },
            json!({ "forum": "2020-01", "person": HEX }),
        ),
        of_forum(by_hand, json!({ "forum": "2020-01", "mandate": 4, "reason": HEX })),
        of_forum(
            f::CollectingClosed {
                forum,
                mandate: None,
                reason: None,
            },
            json!({ "forum": "2020-01" }),
        ),
        of_forum(
            f::Closed { forum, mandate },
            json!({ "forum": "2020-01", "mandate": 4 }),
        ),
    ]
}

fn dates() -> Vec<Row> {
    let (c, forum, mandate) = (commitment(), forum(), 4);
    let (closes, day) = (date("2020-04-30"), date("2020-05-15"));
    let details = f::DetailsGiven {
        forum,
        time: Some(c),
        place: Some(c),
        remarks: Some(c),
        guests: Some(c),
        mandate,
    };
    let bare = f::DetailsGiven {
        forum,
        time: None,
        place: None,
        remarks: None,
        guests: None,
        mandate,
    };
    let postponed = f::Postponed {
        forum,
        closes,
        day,
        reason: c,
        mandate,
    };
    let extended = f::Extended {
        forum,
        closes,
        day,
        reason: c,
        mandate,
    };
    let cancelled = f::Cancelled {
        forum,
        reason: c,
        mandate,
    };
    let moved = json!({
        "forum": "2020-01", "closes": "2020-04-30", "day": "2020-05-15", "reason": HEX, "mandate": 4,
    });
    vec![
        of_forum(
            details,
            json!({
                "forum": "2020-01", "time": HEX, "place": HEX, "remarks": HEX, "guests": HEX, "mandate": 4,
            }),
        ),
        of_forum(bare, json!({ "forum": "2020-01", "mandate": 4 })),
        of_forum(postponed, moved.clone()),
        of_forum(extended, moved),
        of_forum(cancelled, json!({ "forum": "2020-01", "reason": HEX, "mandate": 4 })),
    ]
}

fn papers() -> Vec<Row> {
    let (c, forum, mandate) = (commitment(), forum(), 4);
    let (file, file_json) = file();
    let full = f::AgendaItem {
        item: 1,
        minutes: Some(45),
        organisation: Some(ORGANISATION),
        title: c,
    };
    let bare = f::AgendaItem {
        item: 2,
        minutes: None,
        organisation: None,
        title: c,
    };
    let agenda = f::AgendaSet {
        forum,
        items: vec![full, bare],
        mandate,
    };
    let empty = f::AgendaSet {
        items: vec![],
        ..agenda.clone()
    };
    let document = f::DocumentAdded {
        forum,
        document: 2,
        sort: f::DocumentSort::Programme,
        date: date("2020-03-01"),
        sign: Some(c),
        title: c,
        words: Some(c),
        file: Some(file),
        mandate,
    };
    let bare = f::DocumentAdded {
        sign: None,
        words: None,
        file: None,
        ..document.clone()
    };
    let recalled = f::DocumentRecalled {
        forum,
        document: 2,
        reason: c,
        mandate,
    };
    vec![
        of_forum(
            agenda,
            json!({
                "forum": "2020-01", "mandate": 4,
                "items": [
                    { "item": 1, "minutes": 45, "organisation": 3, "title": HEX },
                    { "item": 2, "title": HEX },
                ],
            }),
        ),
        of_forum(empty, json!({ "forum": "2020-01", "items": [], "mandate": 4 })),
        of_forum(
            document,
            json!({
                "forum": "2020-01", "document": 2, "sort": "programme", "date": "2020-03-01", "sign": HEX, "title": HEX,
                "words": HEX, "file": file_json, "mandate": 4,
            }),
        ),
        of_forum(
            bare,
            json!({
                "forum": "2020-01", "document": 2, "sort": "programme", "date": "2020-03-01", "title": HEX, "mandate": 4,
            }),
        ),
        of_forum(
            recalled,
            json!({ "forum": "2020-01", "document": 2, "reason": HEX, "mandate": 4 }),
        ),
    ]
}

fn report() -> Vec<Row> {
    let (c, forum, mandate) = (commitment(), forum(), 4);
    let full = f::Figure {
        figure: 1,
        label: c,
        value: c,
        unit: Some(c),
        from: Some(date("2019-01-01")),
        until: Some(date("2019-12-31")),
    };
    let bare = f::Figure {
        figure: 2,
        unit: None,
        from: None,
        until: None,
        ..full
    };
    let section = f::SectionWritten {
        forum,
        section: 3,
        place: 1,
        heading: c,
        paragraphs: vec![f::Paragraph { paragraph: 7, text: c }],
        figures: vec![full, bare],
        note: Some(c),
        mandate,
    };
    let bare = f::SectionWritten {
        figures: vec![],
        note: None,
        ..section.clone()
    };
    let dropped = f::SectionDropped {
        forum,
        section: 3,
        mandate,
    };
    vec![
        of_forum(
            section,
            json!({
                "forum": "2020-01", "section": 3, "place": 1, "heading": HEX,
                "paragraphs": [{ "paragraph": 7, "text": HEX }],
                "figures": [
                    {
                        "figure": 1, "label": HEX, "value": HEX, "unit": HEX, "from": "2019-01-01",
                        "until": "2019-12-31",
                    },
                    { "figure": 2, "label": HEX, "value": HEX },
                ],
                "note": HEX, "mandate": 4,
            }),
        ),
        of_forum(
            bare,
            json!({
                "forum": "2020-01", "section": 3, "place": 1, "heading": HEX,
                "paragraphs": [{ "paragraph": 7, "text": HEX }], "figures": [], "mandate": 4,
            }),
        ),
        of_forum(dropped, json!({ "forum": "2020-01", "section": 3, "mandate": 4 })),
        of_forum(
            f::ReportPublished { forum, mandate },
            json!({ "forum": "2020-01", "mandate": 4 }),
        ),
    ]
}
