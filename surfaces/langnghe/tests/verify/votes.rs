//! Rule 17: the result a record publishes is the one its votes give.

use crate::office::{self, copy, forum_no};
use crate::run::{Outcome, verify};
use base::fact::{Actor, Digest32, PersonId};
use forum::events::Choice;
use forum::results::Publication;
use rusqlite::Connection;
use std::path::PathBuf;
use std::sync::OnceLock;
use world::Command;

const VOICES: u8 = 14;

/// A folder whose votes were published, the publication, and the entry of the first voice's first vote.
struct Voted {
    dir: PathBuf,
    published: Publication,
    first_vote: u64,
}

fn voted() -> &'static Voted {
    static VOTED: OnceLock<Voted> = OnceLock::new();
    VOTED.get_or_init(make)
}

fn make() -> Voted {
    let (dir, forum) = (office::fresh(), forum_no());
    let office = office::open(&dir, None);
    office::set_up(&office);
    for n in 0..forum::publication::BATCH_OPINIONS_MIN {
        let opinion = office.opinion(n);
        office.give(Actor::Person(PersonId(2)), Command::ClearOpinion { opinion });
    }
    office.tick();
    let mut first_vote = None;
    for voice in 1..=VOICES {
        for opinion in [1, 2] {
            let command = Command::CastVote {
                forum,
                pseudonym: Digest32([voice; 32]),
                opinion,
                choice: if voice < 10 { Choice::Agree } else { Choice::Pass },
            };
            let recorded = office.give(Actor::Anyone, command);
            first_vote = first_vote.or(recorded.first);
        }
    }
    office.give(
        Actor::Person(PersonId(1)),
        Command::CloseCollecting {
            forum,
            reason: "Hội nghị họp sớm hơn dự kiến.".into(),
        },
    );
    let view = office.ledger.view();
    let published = view.state.forums.forums.get(&forum).unwrap().votes_published.clone();
    office.ledger.close();
    Voted {
        dir,
        published: published.unwrap(),
        first_vote: first_vote.unwrap(),
    }
}

/// The folder with other words in one entry.
fn with(seq: u64, before: &str, after: &str) -> Outcome {
    let dir = copy(&voted().dir);
    let database = Connection::open(dir.join("ledger.db")).unwrap();
    let sql = "SELECT CAST(bytes AS TEXT), typeof(bytes) FROM entries WHERE seq = ?1";
    let (entry, kind): (String, String) = database
        .query_row(sql, [seq as i64], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    assert_eq!(entry.matches(before).count(), 1, "{entry}");
    let cast = if kind == "text" { "?1" } else { "CAST(?1 AS BLOB)" };
    let sql = format!("UPDATE entries SET bytes = {cast} WHERE seq = {seq}");
    assert_eq!(database.execute(&sql, [entry.replace(before, after)]).unwrap(), 1);
    drop(database);
    let outcome = verify(&[&dir]);
    std::fs::remove_dir_all(&dir).unwrap();
    outcome
}

#[test]
fn an_honest_result_is_clean() {
    let outcome = verify(&[&voted().dir]);
    assert_eq!(outcome.assert_clean().checked(17), 1);
    assert_eq!(voted().published.votes, 2 * u64::from(VOICES));
}

#[test]
fn another_digest_than_the_votes_give() {
    let Voted { published, .. } = voted();
    let digest = published.result.to_string();
    let fault = format!(
        "the votes on record give another result file than the one entry {} names",
        published.seq
    );
    for place in [0, 31, 63] {
        let mut other = digest.clone();
        let digit = if digest[place..].starts_with('0') { "1" } else { "0" };
        other.replace_range(place..=place, digit);
        with(published.seq, &digest, &other).assert_broken(17, &fault);
    }
}

#[test]
fn another_number_of_votes() {
    let Voted { published, .. } = voted();
    let told = |votes: u64| format!("\"votes\":{votes},");
    let outcome = with(published.seq, &told(published.votes), &told(published.votes + 1));
    let fault = format!("entry {} folds 29 votes, 28 are on record", published.seq);
    outcome.assert_broken(17, &fault);
}

#[test]
fn another_answer_than_was_given() {
    let Voted { first_vote, .. } = voted();
    with(*first_vote, "\"agree\"", "\"disagree\"").assert_broken(17, "give another result file");
    // An opinion too many, too: its vote is counted where it does not belong.
    with(*first_vote, "\"opinion\":1", "\"opinion\":3").assert_broken(17, "give another result file");
}
