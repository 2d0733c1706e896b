//! A vote belongs to a voice, and a voice to nobody: nothing in the record leads from one to a person, to another forum or
//! to the minute it was cast.

mod common;

use base::fact::{Actor, Digest32, Exposure, PersonId, SealedRef};
use base::hex;
use common::office::{MODERATOR, SECRETARY};
use common::{Record, announcement, digest, forum_no, later, plain, submit};
use forum::events::Choice;
use forum::voice::{LABEL, VoiceSecret};
use ledger::machine::Machine;
use serde_json::Value;
use std::collections::BTreeSet;
use world::rights::holders;
use world::{Command, CommandKind, Refusal};

const LABEL_TEXT: &str = "Tổ dân phố số năm, khu phố Đông";

fn vote(number: u8, pseudonym: Digest32, choice: Choice) -> Command {
    Command::CastVote {
        forum: forum_no(number),
        pseudonym,
        opinion: 1,
        choice,
    }
}

/// Two forums with one published opinion each, and slips in the first.
fn hall(slips: &[Digest32]) -> Record {
    let mut record = Record::with_staff();
    let what = announcement(2);
    record.must(SECRETARY, Command::AnnounceForum { what });
    record.must(SECRETARY, Command::OpenForum { forum: forum_no(2) });
    for number in [1, 2] {
        let words = plain("Cổng số hai buổi tối thiếu ánh sáng.");
        let opinion = record.must(Actor::Anyone, submit(number, words, digest(number.into())));
        record.must(MODERATOR, Command::ClearOpinion { opinion });
    }
    record.clock = later(record.clock, 60);
    record.must(Actor::Clock, Command::Tick { until: record.clock });
    record.must(
        SECRETARY,
        Command::IssueSlips {
            forum: forum_no(1),
            label: LABEL_TEXT.into(),
            pseudonyms: slips.to_vec(),
        },
    );
    record
}

fn read(record: &Record, seq: u64) -> Value {
    serde_json::from_slice(&record.bytes[seq as usize]).unwrap()
}

/// Every text in a value.
fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(found.insert(text.clone())),
        Value::Array(parts) => parts.iter().for_each(|part| texts(part, found)),
        Value::Object(parts) => parts.values().for_each(|part| texts(part, found)),
        _ => {}
    }
}

#[test]
fn a_vote_holds_a_voice_a_choice_and_nothing_else() {
    let slips = [digest(100), digest(101)];
    let mut record = hall(&slips);
    let (slip, drawn) = (slips[0], digest(200));
    let first = record.must(Actor::Anyone, vote(1, slip, Choice::Agree));
    let second = record.must(Actor::Anyone, vote(1, drawn, Choice::Disagree));
    let third = record.must(Actor::Anyone, vote(1, drawn, Choice::Pass));
    let enters = |pseudonym: Digest32, verified: bool| serde_json::json!({ "pseudonym": hex::encode(&pseudonym.0), "verified": verified });
    let data = |voice: u32, choice: &str| serde_json::json!({ "forum": "2020-01", "voice": voice, "opinion": 1, "choice": choice });
    let mut expected = [data(1, "agree"), data(2, "disagree"), data(2, "pass")];
    expected[0]["enters"] = enters(slip, true);
    expected[1]["enters"] = enters(drawn, false);
    for (seq, expected) in [first, second, third].into_iter().zip(expected) {
        let entry = read(&record, seq);
        assert_eq!(entry["data"], expected);
        assert!(entry.get("by").is_none(), "a vote is in no role");
        assert!(entry["salt"].is_string(), "its digest alone is public");
    }
    // No other entry has the pseudonym of a voice that drew itself, and only the slips' that of one from a slip.
    let holding = |pseudonym: Digest32| -> Vec<u64> {
        let all = 0..record.bytes.len() as u64;
        all.filter(|seq| {
            let mut found = BTreeSet::new();
            texts(&read(&record, *seq), &mut found);
            found.contains(&hex::encode(&pseudonym.0))
        })
        .collect()
    };
    assert_eq!(holding(drawn), [second]);
    let issued = first - 1;
    assert_eq!(holding(slip), [issued, first]);
}

/// Whoever votes does it without a session: no role helps, and none is recorded.
#[test]
fn nobody_votes_as_someone() {
    let record = hall(&[digest(100)]);
    let cast = vote(1, digest(100), Choice::Agree);
    let refused = Refusal::NotAllowed(holders(CommandKind::CastVote));
    let persons: Vec<PersonId> = record.world.people.persons.keys().copied().collect();
    assert!(persons.len() >= 15);
    for person in persons {
        let by = Actor::Person(person);
        assert_eq!(record.decide(by, &cast).unwrap_err(), refused, "{person:?}");
        let by_another = vote(1, digest(300), Choice::Agree);
        assert_eq!(record.decide(by, &by_another).unwrap_err(), refused, "{person:?}");
    }
    assert!(record.decide(Actor::Anyone, &cast).is_ok());
}

/// Two runs that differ in who voted differ in the pseudonym alone; in when, in nothing.
#[test]
fn another_voice_and_another_minute_leave_nothing_else_behind() {
    let run = |pseudonym: Digest32, minutes: u64| {
        let mut record = hall(&[digest(100)]);
        let hour = record.clock;
        record.clock = later(hour, minutes);
        record.must(Actor::Anyone, vote(1, pseudonym, Choice::Agree));
        record.clock = later(hour, 59);
        record.must(Actor::Anyone, vote(1, digest(500), Choice::Pass));
        record
    };
    let (one, other) = (run(digest(201), 1), run(digest(202), 1));
    let mut differing = Vec::new();
    for (seq, (a, b)) in (0..).zip(one.bytes.iter().zip(&other.bytes)) {
        if a != b {
            let (mut a, mut b) = (read(&one, seq), read(&other, seq));
            for (entry, number) in [(&mut a, 201), (&mut b, 202)] {
                let pseudonym = entry["data"]["enters"]["pseudonym"].take();
                assert_eq!(pseudonym, hex::encode(&digest(number).0));
            }
            assert_eq!(a, b, "entry {seq} differs in the pseudonym alone");
            differing.push(seq);
        }
    }
    assert_eq!(differing, [one.bytes.len() as u64 - 2]);
    let late = run(digest(201), 58);
    assert_eq!((one.bytes, one.world), (late.bytes, late.world));
}

#[test]
fn for_whom_slips_are_stays_inside() {
    let slips: Vec<Digest32> = (100..110).map(digest).collect();
    let mut record = hall(&slips);
    let issued = record.bytes.len() as u64 - 1;
    let label = SealedRef::new(issued, LABEL);
    assert_eq!(record.sealed[&label].1, LABEL_TEXT);
    assert_eq!(record.world.exposure(label), Exposure::Private);
    assert!(
        read(&record, issued)["salt"].is_string(),
        "the list itself is not public"
    );
    let used = record.must(Actor::Anyone, vote(1, slips[3], Choice::Agree));
    record.must(
        SECRETARY,
        Command::CancelSlips {
            forum: forum_no(1),
            batch: 1,
        },
    );
    assert_eq!(
        record.world.exposure(label),
        Exposure::Private,
        "used and cancelled too"
    );
    // The vote does not say which slip of which batch it was.
    let data = read(&record, used)["data"].as_object().unwrap().clone();
    let names: Vec<&str> = data.keys().map(String::as_str).collect();
    assert_eq!(names, ["choice", "enters", "forum", "opinion", "voice"]);
    for bytes in &record.bytes {
        assert!(!String::from_utf8_lossy(bytes).contains(LABEL_TEXT));
    }
}

/// One secret is another voice in another forum, and nobody who has both pseudonyms can tell.
#[test]
fn a_secret_is_another_voice_in_another_forum() {
    let mut pseudonyms = BTreeSet::new();
    for secret in 0..50u8 {
        let secret = VoiceSecret([secret; 16]);
        for number in 1..=20 {
            let pseudonym = secret.pseudonym(forum_no(number));
            assert_eq!(
                pseudonym,
                secret.pseudonym(forum_no(number)),
                "the same voice comes back"
            );
            assert!(pseudonyms.insert(pseudonym.0));
        }
    }
    let secret = VoiceSecret([7; 16]);
    let [first, second] = [1, 2].map(|number| secret.pseudonym(forum_no(number)));
    let mut record = hall(&[first]);
    let in_first = record.must(Actor::Anyone, vote(1, first, Choice::Agree));
    let in_second = record.must(Actor::Anyone, vote(2, second, Choice::Agree));
    let (mut a, mut b) = (BTreeSet::new(), BTreeSet::new());
    texts(&read(&record, in_first)["data"], &mut a);
    texts(&read(&record, in_second)["data"], &mut b);
    let shared: Vec<&String> = a.intersection(&b).collect();
    assert_eq!(shared, ["agree"], "nothing but the choice");
    // A slip of one forum lets nobody into another as a verified voice.
    let with_the_slip = record.must(Actor::Anyone, vote(2, first, Choice::Agree));
    assert_eq!(read(&record, with_the_slip)["data"]["enters"]["verified"], false);
}
