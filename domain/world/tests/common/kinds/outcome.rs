//! Kinds about answers, findings and the conclusion.

use super::{ORGANISATION, Row, commitment, forum, of_forum};
use crate::common::kinds::HEX;
use crate::common::{date, organisation};
use forum::events as f;
use serde_json::json;

pub fn rows() -> Vec<Row> {
    [answers(), findings(), conclusion()].concat()
}

fn answers() -> Vec<Row> {
    let answer = f::AnswerGiven {
        forum: forum(),
        answer: 5,
        opinions: vec![1, 2],
        form: f::AnswerForm::InWriting,
        due: Some(date("2020-05-15")),
        to: Some(ORGANISATION),
        from: Some(organisation(2)),
        text: commitment(),
        mandate: 4,
    };
    let bare = f::AnswerGiven {
        form: f::AnswerForm::Now,
        due: None,
        to: None,
        from: None,
        ..answer.clone()
    };
    vec![
        of_forum(
            answer,
            json!({
                "forum": "2020-01", "answer": 5, "opinions": [1, 2], "form": "in_writing", "due": "2020-05-15", "to": 3,
                "from": 2, "text": HEX, "mandate": 4,
            }),
        ),
        of_forum(
            bare,
            json!({
                "forum": "2020-01", "answer": 5, "opinions": [1, 2], "form": "now", "text": HEX, "mandate": 4,
            }),
        ),
    ]
}

fn findings() -> Vec<Row> {
    let (c, forum, finding, mandate) = (commitment(), forum(), 2, 4);
    let recorded = f::FindingRecorded {
        forum,
        finding,
        sort: f::FindingSort::Shortcoming,
        opinions: vec![3],
        text: c,
        mandate,
    };
    let withdrawn = f::FindingWithdrawn {
        forum,
        finding,
        reason: c,
        mandate,
    };
    vec![
        of_forum(
            recorded,
            json!({
                "forum": "2020-01", "finding": 2, "sort": "shortcoming", "opinions": [3], "text": HEX, "mandate": 4,
            }),
        ),
        of_forum(
            withdrawn,
            json!({ "forum": "2020-01", "finding": 2, "reason": HEX, "mandate": 4 }),
        ),
    ]
}

fn conclusion() -> Vec<Row> {
    let (c, forum, directive, mandate) = (commitment(), forum(), 1, 4);
    let written = f::ConclusionWritten {
        forum,
        text: c,
        signer: c,
        post: c,
        mandate,
    };
    let clause = f::Clause {
        clause: 1,
        owner: ORGANISATION,
        verifier: organisation(2),
        working_days: 20,
        evidence: vec![f::EvidenceSort::Document, f::EvidenceSort::Visit],
        task: c,
        measure: c,
    };
    let drafted = f::DirectiveWritten {
        forum,
        directive,
        findings: vec![2],
        addressee: c,
        text: c,
        clauses: vec![clause],
        mandate,
    };
    let dropped = f::DirectiveDropped {
        forum,
        directive,
        mandate,
    };
    let due = f::Due {
        directive,
        clause: 1,
        due: date("2020-05-15"),
    };
    let concluded = f::Concluded {
        forum,
        date: date("2020-04-15"),
        sign: Some(c),
        dues: vec![due],
        mandate,
    };
    let unsigned = f::Concluded {
        sign: None,
        dues: vec![],
        ..concluded.clone()
    };
    vec![
        of_forum(
            written,
            json!({ "forum": "2020-01", "text": HEX, "signer": HEX, "post": HEX, "mandate": 4 }),
        ),
        of_forum(
            drafted,
            json!({
                "forum": "2020-01", "directive": 1, "findings": [2], "addressee": HEX, "text": HEX,
                "clauses": [{
                    "clause": 1, "owner": 3, "verifier": 2, "working_days": 20, "evidence": ["document", "visit"],
                    "task": HEX, "measure": HEX,
                }],
                "mandate": 4,
            }),
        ),
        of_forum(dropped, json!({ "forum": "2020-01", "directive": 1, "mandate": 4 })),
        of_forum(
            concluded,
            json!({
                "forum": "2020-01", "date": "2020-04-15", "sign": HEX,
                "dues": [{ "directive": 1, "clause": 1, "due": "2020-05-15" }], "mandate": 4,
            }),
        ),
        of_forum(
            unsigned,
            json!({ "forum": "2020-01", "date": "2020-04-15", "dues": [], "mandate": 4 }),
        ),
    ]
}
