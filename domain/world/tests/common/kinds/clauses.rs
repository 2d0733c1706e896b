//! Kinds about how the clauses of directives are carried out.

use super::{Row, commitment, digest, file, forum, of_forum};
use crate::common::date;
use crate::common::kinds::HEX;
use forum::events as f;
use serde_json::{Value, json};

/// Data about the second clause of the first directive.
fn of_clause(more: Value) -> Value {
    let mut data = json!({ "forum": "2020-01", "directive": 1, "clause": 2, "mandate": 4 });
    for (name, value) in more.as_object().unwrap() {
        data[name] = value.clone();
    }
    data
}

pub fn rows() -> Vec<Row> {
    [owner(), verifier(), contests()].concat()
}

fn owner() -> Vec<Row> {
    let (c, forum, directive, clause, mandate) = (commitment(), forum(), 1, 2, 4);
    let (file, file_json) = file();
    let accepted = f::ClauseAccepted {
        forum,
        directive,
        clause,
        mandate,
    };
    let progress = f::ProgressReported {
        forum,
        directive,
        clause,
        text: c,
        mandate,
    };
    let done = f::ClauseReportedDone {
        forum,
        directive,
        clause,
        text: c,
        mandate,
    };
    let evidence = f::EvidenceAdded {
        forum,
        directive,
        clause,
        evidence: 6,
        sort: f::EvidenceSort::Photo,
        title: c,
        words: Some(c),
        file: Some(file),
        mandate,
    };
    let bare = f::EvidenceAdded {
        sort: f::EvidenceSort::Figures,
        words: None,
        file: None,
        ..evidence.clone()
    };
    let asked = f::ExtensionRequested {
        forum,
        directive,
        clause,
        until: date("2020-06-30"),
        reason: c,
        mandate,
    };
    vec![
        of_forum(accepted, of_clause(json!({}))),
        of_forum(progress, of_clause(json!({ "text": HEX }))),
        of_forum(
            evidence,
            of_clause(json!({ "evidence": 6, "sort": "photo", "title": HEX, "words": HEX, "file": file_json })),
        ),
        of_forum(
            bare,
            of_clause(json!({ "evidence": 6, "sort": "figures", "title": HEX })),
        ),
        of_forum(asked, of_clause(json!({ "until": "2020-06-30", "reason": HEX }))),
        of_forum(done, of_clause(json!({ "text": HEX }))),
    ]
}

fn verifier() -> Vec<Row> {
    let (c, forum, directive, clause, mandate) = (commitment(), forum(), 1, 2, 4);
    let due = date("2020-06-30");
    let decided = f::ExtensionDecided {
        forum,
        directive,
        clause,
        granted: true,
        due,
        reason: c,
        mandate,
    };
    let verified = f::ClauseVerified {
        forum,
        directive,
        clause,
        outcome: f::Outcome::NotDone,
        reason: c,
        mandate,
    };
    let reopened = f::ClauseReopened {
        forum,
        directive,
        clause,
        due,
        reason: c,
        mandate,
    };
    let escalated = f::DirectiveEscalated {
        forum,
        directive,
        clause,
        level: 2,
        due,
    };
    vec![
        of_forum(
            decided,
            of_clause(json!({ "granted": true, "due": "2020-06-30", "reason": HEX })),
        ),
        of_forum(verified, of_clause(json!({ "outcome": "not_done", "reason": HEX }))),
        of_forum(reopened, of_clause(json!({ "due": "2020-06-30", "reason": HEX }))),
        of_forum(
            escalated,
            json!({ "forum": "2020-01", "directive": 1, "clause": 2, "level": 2, "due": "2020-06-30" }),
        ),
    ]
}

fn contests() -> Vec<Row> {
    let (c, forum, directive, clause, mandate) = (commitment(), forum(), 1, 2, 4);
    let contest = 3;
    let contested = f::ClauseContested {
        forum,
        directive,
        clause,
        contest,
        receipt: digest(),
        text: c,
    };
    let cleared = f::ContestCleared {
        forum,
        contest,
        mandate,
    };
    let refused = f::ContestRefused {
        forum,
        contest,
        reason: f::LawfulReason::Insult,
        mandate,
    };
    let answered = f::ContestAnswered {
        forum,
        contest,
        text: c,
        mandate,
    };
    vec![
        of_forum(
            contested,
            json!({
                "forum": "2020-01", "directive": 1, "clause": 2, "contest": 3, "receipt": HEX, "text": HEX,
            }),
        ),
        of_forum(cleared, json!({ "forum": "2020-01", "contest": 3, "mandate": 4 })),
        of_forum(
            refused,
            json!({ "forum": "2020-01", "contest": 3, "reason": "insult", "mandate": 4 }),
        ),
        of_forum(
            answered,
            json!({ "forum": "2020-01", "contest": 3, "text": HEX, "mandate": 4 }),
        ),
    ]
}
