//! The result file: the same bytes for the same votes, and nothing in it that is small.

mod common;

use common::hall::{APPEAL_BODY, Hall, MODERATOR, cases};
use common::receipt;
use forum::events::{Choice, LawfulReason};
use forum::small_numbers::{COUNTS_FROM, ROWS_FROM};
use forum::{Forum, appeal, opinion, results};
use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const SLIPS: u32 = 30;

static HALL: LazyLock<Hall> = LazyLock::new(|| {
    let mut hall = Hall::open();
    hall.publish(6);
    hall.slips(1..SLIPS + 1).unwrap();
    hall
});

/// What each voice said of each opinion, in the order it said it.
type Said = Vec<(u32, Vec<(u32, Choice)>)>;

/// Opinions 1 and 2 are answered by many, 3 by about ten, 4 by a few, 5 mostly by voices from slips, 6 by nobody.
fn said(voices: std::ops::Range<u32>) -> impl Strategy<Value = Said> {
    let choice = || prop::sample::select(Choice::ALL.to_vec());
    voices.prop_flat_map(move |voices| {
        let row = (
            prop::option::weighted(0.95, choice()),
            prop::option::weighted(0.7, choice()),
            prop::option::weighted((10.0 / f64::from(voices)).min(0.9), choice()),
            prop::option::weighted(0.05, choice()),
            prop::option::weighted(0.5, choice()),
            choice(),
        );
        prop::collection::vec(row, voices as usize).prop_map(|rows| {
            let all = (1..).zip(rows).map(|(voice, (a, b, c, d, e, changed))| {
                let e = e.filter(|_| voice <= SLIPS + 3);
                let answers = (1..).zip([a, b, c, d, e]);
                let mut answers: Vec<_> = answers
                    .filter_map(|(opinion, choice)| Some((opinion, choice?)))
                    .collect();
                // Whoever answers at all changes one answer.
                if let Some((opinion, _)) = answers.first().copied() {
                    answers.push((opinion, changed));
                }
                (voice, answers)
            });
            all.filter(|(_, answers)| !answers.is_empty()).collect()
        })
    })
}

fn cast(order: &Said) -> Hall {
    let mut hall = HALL.clone();
    for (voice, answers) in order {
        for (opinion, choice) in answers {
            hall.vote(*voice, *opinion, *choice).unwrap();
        }
    }
    hall
}

/// One answer of each voice in turn, from the last voice to the first.
fn interleaved(said: &Said) -> Hall {
    let mut hall = HALL.clone();
    let most = said.iter().map(|(_, answers)| answers.len()).max().unwrap_or_default();
    for turn in 0..most {
        for (voice, answers) in said.iter().rev() {
            if let Some((opinion, choice)) = answers.get(turn) {
                hall.vote(*voice, *opinion, *choice).unwrap();
            }
        }
    }
    hall
}

fn parsed(forum: &Forum) -> Value {
    serde_json::from_str(&results::file(forum)).unwrap()
}

fn number(value: &Value) -> u32 {
    value.as_u64().unwrap() as u32
}

fn triple(value: &Value) -> Option<[u32; 3]> {
    value.get("agree")?;
    Some(["agree", "disagree", "pass"].map(|name| number(&value[name])))
}

/// Holds a file against what was said.
fn judge(file: &Value, said: &Said, entries: u64) {
    let mut last: BTreeMap<(u32, u32), Choice> = BTreeMap::new();
    for (voice, answers) in said {
        last.extend(answers.iter().map(|(opinion, choice)| ((*voice, *opinion), *choice)));
    }
    let count = |opinion: u32, of: &dyn Fn(u32) -> bool| {
        Choice::ALL.map(|choice| {
            let all = last
                .iter()
                .filter(|((voice, on), said)| *on == opinion && **said == choice && of(*voice));
            all.count() as u32
        })
    };
    let verified = said.iter().filter(|(voice, _)| *voice <= SLIPS).count() as u32;
    let voices = said.len() as u32;
    assert_eq!(file["format"], results::FORMAT);
    assert_eq!(file["forum"], "2020-01");
    assert_eq!(
        (file["votes"].as_u64(), file["answers"].as_u64()),
        (Some(entries), Some(last.len() as u64))
    );
    assert_eq!(number(&file["voices"]["verified"]), verified);
    assert_eq!(number(&file["voices"]["self_drawn"]), voices - verified);
    let mut large = Vec::new();
    for one in file["opinions"].as_array().unwrap() {
        let opinion = number(&one["number"]);
        let all = count(opinion, &|_| true);
        let answers: u32 = all.iter().sum();
        assert_eq!(number(&one["answers"]), answers);
        assert_eq!(triple(one), (answers >= 10).then_some(all), "opinion {opinion}");
        let parts = [
            count(opinion, &|voice| voice <= SLIPS),
            count(opinion, &|voice| voice > SLIPS),
        ];
        let neither_small = parts.iter().all(|part| part.iter().sum::<u32>() >= COUNTS_FROM);
        for (name, part) in ["verified", "self_drawn"].into_iter().zip(parts) {
            let told = one.get(name).map(|told| triple(told).unwrap());
            assert_eq!(told, neither_small.then_some(part), "opinion {opinion}, {name}");
        }
        if answers >= 10 {
            large.push((opinion, all));
        }
    }
    assert_eq!(file.get("rows").is_some(), voices >= 50);
    let Some(rows) = file.get("rows") else { return };
    let columns: Vec<u32> = rows["opinions"].as_array().unwrap().iter().map(number).collect();
    assert_eq!(
        columns,
        large.iter().map(|(opinion, _)| *opinion).collect::<Vec<_>>(),
        "no small column"
    );
    let texts: Vec<&str> = rows["voices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.as_str().unwrap())
        .collect();
    assert_eq!(texts.len() as u32, voices);
    assert!(texts.is_sorted(), "the order says nothing");
    for (at, (_, all)) in large.iter().enumerate() {
        let told =
            ["a", "d", "p"].map(|letter| texts.iter().filter(|row| row[at..].starts_with(letter)).count() as u32);
        assert_eq!(told, *all, "recounted from the rows");
    }
    assert!(texts.iter().all(|row| row.len() == columns.len()));
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_file_is_the_same_whatever_order_the_votes_came_in(said in said(1..75)) {
        let (mut hall, other) = (cast(&said), interleaved(&said));
        let file = results::file(hall.forum());
        prop_assert_eq!(&file, &results::file(other.forum()));
        hall.close_collecting().unwrap();
        prop_assert_eq!(&file, &results::file(hall.forum()));
        let again = hall.replay();
        prop_assert_eq!(&file, &results::file(&again.forums[&common::no(1)]));
        let published = hall.forum().votes_published.clone().unwrap();
        prop_assert_eq!(published.result, results::digest(hall.forum()));
        prop_assert_eq!(published.result.0, <[u8; 32]>::from(Sha256::digest(file.as_bytes())));
        judge(&parsed(hall.forum()), &said, published.votes);
    }
}

/// So many voices say the same.
fn alike(voices: u32) -> Said {
    (1..=voices).map(|voice| (voice, vec![(1, Choice::Agree)])).collect()
}

#[test]
fn rows_are_there_from_fifty_voices_on() {
    assert_eq!(ROWS_FROM, 50);
    for (voices, there) in [(49, false), (50, true), (51, true)] {
        let file = parsed(cast(&alike(voices)).forum());
        assert_eq!(file.get("rows").is_some(), there, "{voices}");
        judge(&file, &alike(voices), u64::from(voices));
    }
    // Fifty voices, each column small: rows without a column tell nothing but how many there are.
    let scattered: Said = (1..=50)
        .map(|voice| (voice, vec![(1 + voice % 6, Choice::Agree)]))
        .collect();
    let file = parsed(cast(&scattered).forum());
    assert_eq!(file["rows"]["opinions"], serde_json::json!([]));
    judge(&file, &scattered, 50);
}

#[test]
fn a_forum_without_votes_has_a_file_too() {
    let mut hall = Hall::open();
    hall.close_collecting().unwrap();
    let file = parsed(hall.forum());
    assert_eq!(file["opinions"], serde_json::json!([]));
    assert!(file.get("rows").is_none());
    assert!(results::file(hall.forum()).ends_with("}\n"));
    assert_eq!(
        hall.forum().votes_published.as_ref().unwrap().result,
        results::digest(hall.forum())
    );
}

#[test]
fn nothing_that_happens_after_the_closing_changes_the_file() {
    let mut hall = cast(&alike(60));
    let late = hall.submit(100).unwrap();
    hall.close_collecting().unwrap();
    let file = results::file(hall.forum());
    hall.clear(late).unwrap();
    hall.now = hall.now.add_hours(1);
    hall.tick();
    assert_eq!(
        hall.forum().published.len(),
        7,
        "read after the closing, published without votes"
    );
    let first = hall.forum().published[&1];
    let reason = LawfulReason::Insult;
    hall.free(|forums, _, _| opinion::take_down(forums, MODERATOR.mandate, first, reason))
        .unwrap();
    assert_eq!(results::file(hall.forum()), file, "counted is counted");
    let code = (0..6)
        .map(receipt)
        .find(|code| hall.forums.receipts[code] == first)
        .unwrap();
    hall.free(|forums, entropy, now| appeal::file(forums, entropy, code, None, now.office_date()))
        .unwrap();
    hall.act(APPEAL_BODY, |forums, entropy, _, by| {
        appeal::decide(forums, entropy, by, first, true, "Không có lời xúc phạm.")
    })
    .unwrap();
    hall.write_conclusion(None).unwrap();
    hall.conclude().unwrap();
    hall.close().unwrap();
    assert_eq!(results::file(hall.forum()), file);
    assert_eq!(
        hall.forum().votes_published.as_ref().unwrap().result,
        results::digest(hall.forum())
    );
}

#[test]
fn a_second_publication_or_one_with_other_figures_is_a_fault() {
    let mut hall = cast(&alike(12));
    hall.close_collecting().unwrap();
    let (hour, event) = hall.log.last().unwrap().clone();
    let first = hall.forum().votes_published.clone();
    let next = hall.log.len() as u64;
    assert!(hall.forums.apply(next, hour, &event).is_err(), "one a forum");
    assert_eq!(hall.forum().votes_published, first, "the first one stays");
    let mut open = cast(&alike(11));
    let next = open.log.len() as u64;
    assert!(open.forums.apply(next, hour, &event).is_err(), "twelve were told");
}
