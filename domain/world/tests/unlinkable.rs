//! The record is the same whoever writes: what differs between two writers is random to everyone else.

mod common;

use base::fact::Actor;
use common::office::MODERATOR;
use common::{Record, digest, forum_no, later};
use forum::events::SpeakerRole;
use forum::opinion::{TypedSignature, Words};
use serde_json::Value;
use std::collections::BTreeSet;
use world::Command;

/// What one writer does, in a forum where others write the same in every run.
struct Writer {
    words: Words,
    receipt: u64,
    /// Minutes after the hour at which the opinion is sent.
    minute: u64,
    takes_back: bool,
}

fn writer(statement: &str, reasons: &str, signature: TypedSignature, receipt: u64) -> Writer {
    Writer {
        words: Words::read(statement, reasons, signature).unwrap(),
        receipt,
        minute: 5,
        takes_back: false,
    }
}

fn run(writer: &Writer) -> Record {
    let mut record = Record::with_office();
    let submit = |words: Words, receipt| common::submit(1, words, digest(receipt));
    let other = |number: u64| {
        let words = Words::read(&format!("Ý kiến của người khác, số {number}"), "", TypedSignature::None).unwrap();
        submit(words, 1_000 + number)
    };
    let hour = record.clock;
    let mut opinions: Vec<u64> = (0..3).map(|number| record.must(Actor::Anyone, other(number))).collect();
    record.clock = later(hour, writer.minute);
    let own = record.must(Actor::Anyone, submit(writer.words.clone(), writer.receipt));
    assert_eq!(own, SEQ);
    opinions.push(own);
    record.clock = later(hour, 59);
    opinions.extend((3..7).map(|number| record.must(Actor::Anyone, other(number))));
    if writer.takes_back {
        record.must(
            Actor::Anyone,
            Command::WithdrawOpinion {
                receipt: digest(writer.receipt),
            },
        );
        opinions.remove(3);
    }
    for opinion in opinions {
        record.must(MODERATOR, Command::ClearOpinion { opinion });
    }
    record.must(Actor::Clock, Command::Tick { until: record.clock });
    record
}

/// The places where two values differ: `entry/field/field`.
fn differences(place: &str, one: &Value, other: &Value, found: &mut BTreeSet<String>) {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys()) {
                let at = format!("{place}/{key}");
                match (a.get(key), b.get(key)) {
                    (Some(x), Some(y)) => differences(&at, x, y, found),
                    _ => drop(found.insert(at)),
                }
            }
        }
        _ if one == other => {}
        _ => drop(found.insert(place.to_owned())),
    }
}

fn between(one: &Record, other: &Record) -> BTreeSet<String> {
    assert_eq!(one.bytes.len(), other.bytes.len());
    let mut found = BTreeSet::new();
    for (a, b) in one.bytes.iter().zip(&other.bytes) {
        let (a, b): (Value, Value) = (serde_json::from_slice(a).unwrap(), serde_json::from_slice(b).unwrap());
        differences(&a["seq"].to_string(), &a, &b, &mut found);
    }
    found
}

fn places(of: u64, fields: &[&str]) -> BTreeSet<String> {
    fields.iter().map(|field| format!("{of}/{field}")).collect()
}

/// Number of the writer's entry in every run.
const SEQ: u64 = 22;

#[test]
fn another_anonymous_writer_leaves_nothing_else_behind() {
    let one = writer(
        "Cổng số hai buổi tối thiếu ánh sáng.",
        "Đã hai lần suýt ngã.",
        TypedSignature::None,
        1,
    );
    let other = writer(
        "Xin cảm ơn tổ gác, các anh rất lịch sự!",
        "Không.",
        TypedSignature::None,
        2,
    );
    let (first, second) = (run(&one), run(&other));
    assert_eq!(
        between(&first, &second),
        places(SEQ, &["data/statement", "data/reasons", "data/receipt"])
    );
    // Nobody's claim stands where the record says in which role something was done.
    assert!(first.entries[19..27].iter().all(|entry| entry.by.is_none()));
    // Salts are random, so that the same words of two people are not seen to be the same.
    let again = run(&writer(
        "Cổng số hai buổi tối thiếu ánh sáng.",
        "Đã hai lần suýt ngã.",
        TypedSignature::None,
        3,
    ));
    assert_eq!(between(&first, &again), places(SEQ, &["data/receipt"]));
    let salts: BTreeSet<_> = first.sealed.values().map(|(salt, _)| *salt).collect();
    assert_eq!(salts.len(), first.sealed.len(), "no salt is used twice");
}

#[test]
fn the_minute_of_writing_is_nowhere() {
    let at = |minute| {
        let mut early = writer("Cổng số hai buổi tối thiếu ánh sáng.", "", TypedSignature::None, 1);
        early.minute = minute;
        run(&early)
    };
    let (early, late) = (at(1), at(58));
    assert_eq!(early.bytes, late.bytes);
    assert_eq!(early.world, late.world);
    assert_eq!(
        postcard::to_stdvec(&early.world).unwrap(),
        postcard::to_stdvec(&late.world).unwrap()
    );
}

#[test]
fn another_name_is_another_commitment_and_another_signature_what_was_chosen_to_show() {
    let (statement, reasons) = ("Cổng số hai buổi tối thiếu ánh sáng.", "Đã hai lần suýt ngã.");
    let named = |name: &str, receipt| {
        let signature = TypedSignature::Name(SpeakerRole::Citizen, name.into());
        run(&writer(statement, reasons, signature, receipt))
    };
    let (an, binh) = (named("Nguyễn Thị An", 1), named("Trần Bình", 2));
    assert_eq!(between(&an, &binh), places(SEQ, &["data/name", "data/receipt"]));
    let role = run(&writer(
        statement,
        reasons,
        TypedSignature::Role(SpeakerRole::Citizen),
        1,
    ));
    assert_eq!(between(&an, &role), places(SEQ, &["data/name", "data/signed"]));
    let none = run(&writer(statement, reasons, TypedSignature::None, 1));
    assert_eq!(between(&role, &none), places(SEQ, &["data/role", "data/signed"]));
}

#[test]
fn taking_back_names_the_opinion_only() {
    let take = |statement, receipt| {
        let mut one = writer(statement, "", TypedSignature::None, receipt);
        one.takes_back = true;
        run(&one)
    };
    let (one, other) = (
        take("Cổng số hai buổi tối thiếu ánh sáng.", 1),
        take("Xin cảm ơn tổ gác cổng chính.", 2),
    );
    assert_eq!(between(&one, &other), places(SEQ, &["data/statement", "data/receipt"]));
    let withdrawn: Value = serde_json::from_slice(&one.bytes[SEQ as usize + 5]).unwrap();
    assert_eq!(withdrawn["kind"], "forum.opinion_withdrawn");
    assert_eq!(
        withdrawn["data"],
        serde_json::json!({ "forum": "2020-01", "opinion": SEQ })
    );
}

/// Hands that sent the first opinions get no low numbers for it.
#[test]
fn numbers_do_not_follow_the_order_of_arrival() {
    let record = run(&writer(
        "Cổng số hai buổi tối thiếu ánh sáng.",
        "",
        TypedSignature::None,
        1,
    ));
    let in_order: Vec<u64> = record.world.forums.forums[&forum_no(1)]
        .published
        .values()
        .copied()
        .collect();
    assert_eq!(in_order.len(), 8);
    assert!(!in_order.is_sorted(), "drawn by lot: {in_order:?}");
}
