//! Kinds about slips, voices and votes.

use super::{Row, commitment, digest, forum, of_forum};
use crate::common::kinds::HEX;
use forum::events as f;
use serde_json::json;

pub fn rows() -> Vec<Row> {
    let (forum, mandate, pseudonym) = (forum(), 4, digest());
    let issued = f::SlipsIssued {
        forum,
        batch: 2,
        label: commitment(),
        pseudonyms: vec![pseudonym],
        mandate,
    };
    let cancelled = f::SlipsCancelled {
        forum,
        batch: 2,
        mandate,
    };
    let first = f::VoteCast {
        forum,
        voice: 12,
        opinion: 3,
        choice: f::Choice::Pass,
        enters: Some(f::Entering {
            pseudonym,
            verified: true,
        }),
    };
    let later = f::VoteCast {
        choice: f::Choice::Disagree,
        enters: None,
        ..first.clone()
    };
    let published = f::VotesPublished {
        forum,
        votes: 900,
        verified: 40,
        drawn: 5,
        result: digest(),
    };
    vec![
        of_forum(
            issued,
            json!({ "forum": "2020-01", "batch": 2, "label": HEX, "pseudonyms": [HEX], "mandate": 4 }),
        ),
        of_forum(cancelled, json!({ "forum": "2020-01", "batch": 2, "mandate": 4 })),
        of_forum(
            first,
            json!({
                "forum": "2020-01", "voice": 12, "opinion": 3, "choice": "pass",
                "enters": { "pseudonym": HEX, "verified": true },
            }),
        ),
        of_forum(
            later,
            json!({ "forum": "2020-01", "voice": 12, "opinion": 3, "choice": "disagree" }),
        ),
        of_forum(
            published,
            json!({ "forum": "2020-01", "votes": 900, "verified": 40, "drawn": 5, "result": HEX }),
        ),
    ]
}
