//! Kinds about opinions: received, confirmed, read, appealed, published.

use super::{ORGANISATION, Row, commitment, digest, forum, of_forum};
use crate::common::date;
use crate::common::kinds::HEX;
use forum::events as f;
use serde_json::json;

pub fn rows() -> Vec<Row> {
    [received(), read(), appealed()].concat()
}

fn received() -> Vec<Row> {
    let (c, forum) = (commitment(), forum());
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
        receipt: digest(),
        organisation: Some(ORGANISATION),
        read_by: Some(date("2020-03-03")),
        mandate: Some(4),
    };
    let by_role = f::OpinionSubmitted {
        channel: f::Channel::Written,
        about: Some(f::About::AgendaItem(2)),
        signed: f::Signed::Role,
        name: None,
        organisation: None,
        mandate: None,
        ..submitted.clone()
    };
    let bare = f::OpinionSubmitted {
        channel: f::Channel::Slip,
        nature: None,
        about: None,
        signed: f::Signed::None,
        role: None,
        reasons: None,
        read_by: None,
        ..by_role.clone()
    };
    let kiosk = f::OpinionSubmitted {
        channel: f::Channel::Kiosk,
        ..bare.clone()
    };
    let aloud = f::TurnConfirmed {
        forum,
        opinion: 9,
        how: f::Confirmation::Aloud,
        mandate: Some(4),
    };
    let by_receipt = f::TurnConfirmed {
        how: f::Confirmation::Receipt,
        mandate: None,
        ..aloud.clone()
    };
    vec![
        of_forum(
            submitted,
            json!({
                "forum": "2020-01", "channel": "spoken_turn", "nature": "question", "about": { "paragraph": 7 },
                "signed": "name", "role": "agency_staff", "statement": HEX, "reasons": HEX, "name": HEX, "receipt": HEX,
                "organisation": 3, "read_by": "2020-03-03", "mandate": 4,
            }),
        ),
        of_forum(
            by_role,
            json!({
                "forum": "2020-01", "channel": "written", "nature": "question", "about": { "agenda_item": 2 },
                "signed": "role", "role": "agency_staff", "statement": HEX, "reasons": HEX, "receipt": HEX,
                "read_by": "2020-03-03",
            }),
        ),
        of_forum(
            bare,
            json!({ "forum": "2020-01", "channel": "slip", "signed": "none", "statement": HEX, "receipt": HEX }),
        ),
        of_forum(
            kiosk,
            json!({ "forum": "2020-01", "channel": "kiosk", "signed": "none", "statement": HEX, "receipt": HEX }),
        ),
        of_forum(
            aloud,
            json!({ "forum": "2020-01", "opinion": 9, "how": "aloud", "mandate": 4 }),
        ),
        of_forum(
            by_receipt,
            json!({ "forum": "2020-01", "opinion": 9, "how": "receipt" }),
        ),
    ]
}

fn read() -> Vec<Row> {
    let (forum, opinion, mandate) = (forum(), 9, 4);
    let reason = f::LawfulReason::NamesPerson;
    let cleared = f::OpinionCleared {
        forum,
        opinion,
        mandate,
    };
    let refused = f::OpinionRefused {
        forum,
        opinion,
        reason,
        mandate,
    };
    let taken_down = f::OpinionTakenDown {
        forum,
        opinion,
        reason: f::LawfulReason::StateSecret,
        mandate,
    };
    let published = f::OpinionsPublished {
        forum,
        opinions: vec![f::Numbered { opinion: 9, number: 1 }],
    };
    vec![
        of_forum(cleared, json!({ "forum": "2020-01", "opinion": 9, "mandate": 4 })),
        of_forum(
            refused,
            json!({ "forum": "2020-01", "opinion": 9, "reason": "names_person", "mandate": 4 }),
        ),
        of_forum(
            f::OpinionWithdrawn { forum, opinion },
            json!({ "forum": "2020-01", "opinion": 9 }),
        ),
        of_forum(
            published,
            json!({ "forum": "2020-01", "opinions": [{ "opinion": 9, "number": 1 }] }),
        ),
        of_forum(
            taken_down,
            json!({ "forum": "2020-01", "opinion": 9, "reason": "state_secret", "mandate": 4 }),
        ),
    ]
}

fn appealed() -> Vec<Row> {
    let (c, forum, opinion, mandate) = (commitment(), forum(), 9, 4);
    let decide_by = date("2020-03-09");
    let filed = f::AppealFiled {
        forum,
        opinion,
        words: Some(c),
        decide_by,
    };
    let wordless = f::AppealFiled {
        words: None,
        ..filed.clone()
    };
    let decided = f::AppealDecided {
        forum,
        opinion,
        granted: true,
        answer: c,
        mandate,
    };
    let moved = f::OpinionMovedPrivate {
        forum,
        opinion,
        answer_by: date("2020-03-16"),
        mandate,
    };
    let answered = f::PrivateAnswerGiven {
        forum,
        opinion,
        answer: c,
        mandate,
    };
    vec![
        of_forum(
            filed,
            json!({ "forum": "2020-01", "opinion": 9, "words": HEX, "decide_by": "2020-03-09" }),
        ),
        of_forum(
            wordless,
            json!({ "forum": "2020-01", "opinion": 9, "decide_by": "2020-03-09" }),
        ),
        of_forum(
            decided,
            json!({ "forum": "2020-01", "opinion": 9, "granted": true, "answer": HEX, "mandate": 4 }),
        ),
        of_forum(
            moved,
            json!({ "forum": "2020-01", "opinion": 9, "answer_by": "2020-03-16", "mandate": 4 }),
        ),
        of_forum(
            answered,
            json!({ "forum": "2020-01", "opinion": 9, "answer": HEX, "mandate": 4 }),
        ),
    ]
}
