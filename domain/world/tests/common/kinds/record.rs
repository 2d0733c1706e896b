//! Kinds about the record itself.

use super::{Row, commitment, digest};
use crate::common::kinds::HEX;
use crate::common::log_key;
use base::fact::{FieldName, SealedRef};
use forum::events::LawfulReason;
use serde_json::{Value, json};
use world::events::{
    Continues, DataErased, EndReason, ErasureOrdered, FlagOutcome, FlagSettled, LedgerOpened, LogContinued, Signed,
    TextFlagged, record,
};
use world::{Event, LegalBasis};

fn of(event: impl Into<record::Event>, data: Value) -> Row {
    (Event::Record(event.into()), data)
}

pub fn rows() -> Vec<Row> {
    let (c, root, vkey) = (commitment(), digest(), digest());
    let opened = LedgerOpened {
        format: 1,
        continues: Some(Continues { vkey, size: 12, root }),
    };
    let first = LedgerOpened {
        format: 1,
        continues: None,
    };
    let lost = LogContinued {
        ended: log_key(),
        size: 12,
        root,
        reason: EndReason::EntriesMissing,
        signed: Some(Signed { size: 15, root }),
    };
    let rekeyed = LogContinued {
        reason: EndReason::KeyExposed,
        signed: None,
        ..lost.clone()
    };
    let ordered = ErasureOrdered {
        erasure: 1,
        targets: vec![SealedRef::new(9, FieldName::of("statement"))],
        basis: LegalBasis::Decision,
        decision: Some(c),
        person: Some(c),
    };
    let bare = ErasureOrdered {
        erasure: 1,
        targets: vec![],
        basis: LegalBasis::AuthorWithdrew,
        decision: None,
        person: None,
    };
    let erased = DataErased {
        erasure: 1,
        basis: LegalBasis::Timetable,
    };
    let flagged = TextFlagged {
        flag: 2,
        entry: 9,
        reason: LawfulReason::Advertisement,
        note: Some(c),
    };
    let wordless = TextFlagged {
        note: None,
        ..flagged.clone()
    };
    let settled = FlagSettled {
        flag: 2,
        outcome: FlagOutcome::Kept,
        mandate: 4,
    };
    vec![
        of(
            opened,
            json!({ "format": 1, "continues": { "vkey": HEX, "size": 12, "root": HEX } }),
        ),
        of(first, json!({ "format": 1 })),
        of(
            lost,
            json!({
                "ended": log_key().to_string(), "size": 12, "root": HEX, "reason": "entries_missing",
                "signed": { "size": 15, "root": HEX },
            }),
        ),
        of(
            rekeyed,
            json!({ "ended": log_key().to_string(), "size": 12, "root": HEX, "reason": "key_exposed" }),
        ),
        of(
            ordered,
            json!({
                "erasure": 1, "targets": [{ "seq": 9, "field": "statement" }], "basis": "decision", "decision": HEX,
                "person": HEX,
            }),
        ),
        of(bare, json!({ "erasure": 1, "targets": [], "basis": "author_withdrew" })),
        of(erased, json!({ "erasure": 1, "basis": "timetable" })),
        of(
            flagged,
            json!({ "flag": 2, "entry": 9, "reason": "advertisement", "note": HEX }),
        ),
        of(wordless, json!({ "flag": 2, "entry": 9, "reason": "advertisement" })),
        of(settled, json!({ "flag": 2, "outcome": "kept", "mandate": 4 })),
    ]
}
