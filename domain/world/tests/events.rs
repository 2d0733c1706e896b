//! Every kind of entry, field by field: it reads back as it was written, and nothing that is not its shape is read.

mod common;

use base::fact::Recordable;
use base::hex;
use common::kinds::{HEX, table};
use common::{golden, minute};
use forum::events as f;
use ledger::entry::{self, EntryProblem};
use people::role::{OrganisationKind, Role};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use world::events::FlagOutcome;
use world::{Event, LegalBasis};

fn read(kind: &str, data: &Value) -> Result<Event, String> {
    Event::parse(kind, &data.to_string())
        .expect("a known kind")
        .map_err(|why| why.to_string())
}

#[test]
fn every_kind_is_written_as_the_table_says_and_reads_back() {
    let mut met = BTreeSet::new();
    for (event, expected) in table() {
        let kind = event.kind();
        met.insert(kind.name);
        let written: Value = serde_json::from_str(&event.to_json()).unwrap();
        assert_eq!(written, expected, "{}", kind.name);
        assert_eq!(read(kind.name, &written).unwrap(), event);
        let salt = kind.private.then_some([5; 32]);
        let at = minute("2020-01-06T01:00:00Z").hour();
        let bytes = entry::write(3, at, Some("clerk"), &event, salt.as_ref());
        let again = entry::parse::<Event>(&bytes).unwrap();
        assert_eq!(
            (again.seq, again.at, again.by.as_deref(), &again.event),
            (3, at, Some("clerk"), &event)
        );
        // Private or public is part of the kind: the bytes of the other sort are no entry.
        let other = if kind.private { None } else { Some([5; 32]) };
        let wrong = entry::write(3, at, None, &event, other.as_ref());
        assert!(
            matches!(entry::parse::<Event>(&wrong), Err(EntryProblem::Privacy { seq: 3, .. })),
            "{}",
            kind.name
        );
    }
    assert_eq!(met, Event::kinds().into_iter().map(|kind| kind.name).collect());
}

#[test]
fn no_kind_takes_a_field_more_or_less() {
    for (event, data) in table() {
        let kind = event.kind().name;
        for (path, inside) in objects(&data) {
            let mut more = data.clone();
            more.pointer_mut(&path).unwrap()["smuggled"] = json!("words");
            assert!(read(kind, &more).is_err(), "{kind} takes a strange field at {path:?}");
            for name in inside {
                let mut less = data.clone();
                less.pointer_mut(&path).unwrap().as_object_mut().unwrap().remove(&name);
                match read(kind, &less) {
                    // What may be left out is known by its absence in the table's other row.
                    Ok(read) => assert!(may_be_left_out(kind, &name), "{kind} does without {name}: {read:?}"),
                    Err(why) => assert!(
                        !may_be_left_out(kind, &name) && why.contains(kind),
                        "{kind} {name}: {why}"
                    ),
                }
            }
        }
        let (first, value) = data.as_object().unwrap().iter().next().unwrap();
        let twice = data.to_string().replacen('{', &format!("{{{first:?}:{value},"), 1);
        assert!(
            Event::parse(kind, &twice).unwrap().is_err(),
            "{kind} takes a field twice"
        );
    }
}

fn may_be_left_out(kind: &str, field: &str) -> bool {
    matches!(
        (kind, field),
        ("people.office_named", "contact")
            | ("people.emblem_set", "emblem")
            | ("people.person_added", "organisation" | "name" | "actor")
            | ("people.person_moved", "organisation")
            | ("people.role_granted", "actor")
            | ("people.invitation_issued", "person" | "actor")
            | ("forum.announced", "purpose" | "chair" | "force")
            | ("forum.collecting_closed", "mandate")
            | ("forum.details_given", "time" | "place" | "remarks" | "guests")
            | ("forum.agenda_set", "minutes" | "organisation")
            | ("forum.document_added", "sign" | "words" | "file")
            | ("forum.section_written", "note" | "unit" | "from" | "until")
            | (
                "forum.opinion_submitted",
                "nature" | "about" | "role" | "reasons" | "name" | "organisation" | "read_by" | "mandate"
            )
            | ("forum.collecting_closed", "reason")
            | ("forum.turn_confirmed", "mandate")
            | ("forum.appeal_filed", "words")
            | ("forum.vote_cast", "enters")
            | ("forum.answer_given", "due" | "to" | "from")
            | ("forum.concluded", "sign")
            | ("forum.evidence_added", "words" | "file")
            | ("world.text_flagged", "note")
            | ("world.ledger_opened", "continues")
            | ("world.log_continued", "signed")
            | ("portal.article_published", "author" | "department")
            | ("portal.draft_saved", "slug" | "author" | "department")
            | ("portal.revision_published", "note")
            | ("world.erasure_ordered", "decision" | "person")
    )
}

/// The objects in a value and the names in each, but for those that are a choice and not a record.
fn objects(value: &Value) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(fields) => {
                if !path.ends_with("/about") && !path.ends_with("/scope") {
                    found.push((path.clone(), fields.keys().cloned().collect()));
                }
                open.extend(fields.iter().map(|(name, inside)| (format!("{path}/{name}"), inside)));
            }
            Value::Array(items) => {
                open.extend(
                    items
                        .iter()
                        .enumerate()
                        .map(|(i, inside)| (format!("{path}/{i}"), inside)),
                );
            }
            _ => {}
        }
    }
    found
}

#[test]
fn values_have_one_spelling() {
    let with = |field: &str, value: Value| {
        let mut data = json!({ "forum": "2020-01", "opinion": 9, "reason": "insult", "mandate": 4 });
        data[field] = value;
        read("forum.opinion_refused", &data)
    };
    let opened_by = |person: Value| read("forum.opened", &json!({ "forum": "2020-01", "person": person }));
    assert!(with("opinion", json!(u64::MAX)).is_ok() && opened_by(json!(HEX)).is_ok());
    for person in [json!(HEX.to_uppercase()), json!(HEX[..62]), json!(7), Value::Null] {
        assert!(opened_by(person.clone()).is_err(), "{person}");
    }
    for (field, value) in [
        ("mandate", json!(-4)),
        ("mandate", Value::Null),
        ("forum", json!("2020-1")),
        ("forum", json!("DD-2020-01")),
        ("opinion", json!(-1)),
        ("opinion", json!("9")),
        ("opinion", json!(9.0)),
        ("reason", json!("Insult")),
        ("reason", json!("dislike")),
    ] {
        assert!(with(field, value.clone()).is_err(), "{field}: {value}");
    }
}

/// The names in entries are those of forms and of the public page, one for each choice.
#[test]
fn choices_are_spelled_the_same_everywhere() {
    fn same<T: serde::Serialize + PartialEq + std::fmt::Debug>(
        all: &[T],
        spelled: impl Fn(&T) -> &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) {
        let mut met = BTreeSet::new();
        for one in all {
            let name = spelled(one);
            assert_eq!(serde_json::to_value(one).unwrap(), name);
            assert_eq!(read(name).as_ref(), Some(one));
            assert!(met.insert(name));
        }
        assert!(read("").is_none() && read("nobody").is_none());
    }
    same(&Role::ALL, |role| role.as_str(), Role::from_name);
    same(
        &OrganisationKind::ALL,
        |kind| kind.as_str(),
        OrganisationKind::from_name,
    );
    same(&f::SpeakerRole::ALL, |role| role.as_str(), f::SpeakerRole::from_name);
    same(
        &f::LawfulReason::ALL,
        |reason| reason.as_str(),
        f::LawfulReason::from_name,
    );
    same(&f::Nature::ALL, |nature| nature.as_str(), f::Nature::from_name);
    same(&f::DocumentSort::ALL, |sort| sort.as_str(), f::DocumentSort::from_name);
    same(&f::FileKind::ALL, |kind| kind.as_str(), f::FileKind::from_name);
    same(&f::Choice::ALL, |choice| choice.as_str(), f::Choice::from_name);
    same(&f::AnswerForm::ALL, |form| form.as_str(), f::AnswerForm::from_name);
    same(&f::FindingSort::ALL, |sort| sort.as_str(), f::FindingSort::from_name);
    same(&f::EvidenceSort::ALL, |sort| sort.as_str(), f::EvidenceSort::from_name);
    same(&f::Outcome::ALL, |outcome| outcome.as_str(), f::Outcome::from_name);
    same(&FlagOutcome::ALL, |outcome| outcome.as_str(), FlagOutcome::from_name);
    same(&LegalBasis::ORDERED, |basis| basis.as_str(), LegalBasis::from_name);
    for basis in [
        LegalBasis::AuthorWithdrew,
        LegalBasis::Timetable,
        LegalBasis::NameReplaced,
    ] {
        assert_eq!(serde_json::to_value(basis).unwrap(), basis.as_str());
        assert_eq!(LegalBasis::from_name(basis.as_str()), None, "no person chooses it");
    }
}

#[test]
fn the_bytes_of_a_lived_ledger_read_back_to_the_same_bytes() {
    let (_ledger, lines) = golden::live();
    for bytes in golden::entries(&lines) {
        let envelope = entry::open(&bytes).unwrap();
        let entry = entry::parse::<Event>(&bytes).unwrap();
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        let salt = value["salt"].as_str().and_then(hex::decode_32);
        assert_eq!(envelope.private, salt.is_some());
        let again = entry::write(entry.seq, entry.at, entry.by.as_deref(), &entry.event, salt.as_ref());
        assert_eq!(
            String::from_utf8(again).unwrap(),
            String::from_utf8(bytes.clone()).unwrap()
        );
        assert!(!String::from_utf8_lossy(&bytes).contains('\n'));
    }
}
