//! Starting on a large record, with and without snapshot, and the memory it takes.

use crate::bench::Bench;
use crate::child::{self, Start, Started};
use crate::figures::{median, met, whole};
use crate::fill;
use crate::jobs::VOTES_A_VOICE;
use crate::page::Table;
use crate::place::{Kind, Place};
use crate::plan::Scene;

/// Starts of each kind; the median is told.
const STARTS: usize = 3;
/// Entries the goals speak of.
const GOAL_ENTRIES: f64 = 10e6;
/// Seconds of a start without snapshot, of so many entries.
const GOAL_WITHOUT: f64 = 10.0;
/// Seconds of a start with snapshot, of so many entries.
const GOAL_WITH: f64 = 2.0;
/// Bytes a forum of 200,000 voices with 50 votes each may take: 1 GB.
const GOAL_BYTES: f64 = 1e9;
/// Votes of that forum.
const GOAL_VOTES: f64 = 10e6;
/// Bytes in a mebibyte.
const MIB: f64 = 1_048_576.0;

/// Fills a record and starts it again and again.
///
/// # Errors
/// Anything failed.
pub fn measure(bench: &Bench) -> Result<Table, String> {
    let entries = bench.plan.entries;
    let place = bench.base(Kind::Sqlite)?.copy()?;
    let before_votes = fill::opinions(&place, entries)?;
    let before = [Start::Without, Start::WithoutKeys].map(|how| starts(&place, how));
    let filled = fill::votes(&place, entries)?;
    let votes = entries - before_votes;
    let mut table = Table::new(&["start", "seconds", "entries read again/s", "resident MiB", "goal (§8)"]);
    let mut after = Vec::new();
    for (how, what, goal) in [
        (Start::WithSnapshot, "with snapshot", Some(GOAL_WITH)),
        (Start::Without, "without snapshot", Some(GOAL_WITHOUT)),
        (
            Start::WithSnapshotWithoutKeys,
            "with snapshot, no idempotency key left",
            Some(GOAL_WITH),
        ),
        (
            Start::WithoutKeys,
            "without snapshot, no idempotency key left",
            Some(GOAL_WITHOUT),
        ),
        (Start::Replay, "replay alone", None),
    ] {
        let started = starts(&place, how)?;
        table.row([
            what.to_owned(),
            format!("{:.2}", started.seconds),
            match started.replayed {
                0 => "none".to_owned(),
                replayed => whole(replayed as f64 / started.seconds),
            },
            whole(started.resident_bytes as f64 / MIB),
            goal.map_or_else(String::new, |goal| seconds_goal(goal, entries, started.seconds)),
        ]);
        crate::progress(&table);
        after.push(started);
    }
    let [with_keys, without_keys] = before;
    let per_vote =
        |before: Started, after: Started| (after.resident_bytes as f64 - before.resident_bytes as f64) / votes as f64;
    let with_keys = per_vote(with_keys?, after[1]);
    let a_vote = per_vote(without_keys?, after[3]);
    table.note(format!(
        "Memory a vote: {a_vote:.1} bytes; {with_keys:.0} while its idempotency key is remembered ({} days). Goal: a forum of \
         200,000 voices with {VOTES_A_VOICE} votes each in 1 GB, so {:.0} bytes: {}, and {} with the keys.",
        ledger::ONCE_DAYS_KEPT,
        GOAL_BYTES / GOAL_VOTES,
        met(a_vote <= GOAL_BYTES / GOAL_VOTES),
        met(with_keys <= GOAL_BYTES / GOAL_VOTES),
    ));
    table.note(bench.about(Scene::Start));
    table.note(format!(
        "{} entries on SQLite, all by commands of 512 clients in one process: {} opinions and what the demonstration holds, \
         then {} votes of {} voices on {VOTES_A_VOICE} published opinions ({} votes/s). Each start is a process of its own on \
         files that were read before; medians of {STARTS}. Memory a vote is the difference between starts without snapshot \
         before and after the votes. Keys are remembered for {} days: the \
         record is opened once in the hour of its last entry, with all keys to be read, and once after they are over.",
        whole(entries as f64),
        whole(before_votes as f64),
        whole(votes as f64),
        whole((votes as f64 / f64::from(VOTES_A_VOICE)).ceil()),
        whole(filled.rate()),
        ledger::ONCE_DAYS_KEPT,
    ));
    Ok(table)
}

/// The median of some starts; the first one only warms the files.
fn starts(place: &Place, how: Start) -> Result<Started, String> {
    child::start(&place.dir, how)?;
    let all: Result<Vec<Started>, String> = (0..STARTS).map(|_| child::start(&place.dir, how)).collect();
    let all = all?;
    let middle = |of: fn(&Started) -> f64| median(all.iter().map(of).collect());
    Ok(Started {
        seconds: middle(|one| one.seconds),
        replayed: all.first().map_or(0, |one| one.replayed),
        resident_bytes: middle(|one| one.resident_bytes as f64) as u64,
    })
}

/// The goal for ten million entries, and what it means for a smaller record.
fn seconds_goal(goal: f64, entries: u64, seconds: f64) -> String {
    if entries as f64 >= GOAL_ENTRIES {
        return format!("≤ {goal:.0} s: {}", met(seconds <= goal));
    }
    let share = goal * entries as f64 / GOAL_ENTRIES;
    format!(
        "≤ {goal:.0} s of 10,000,000, so {share:.2} s of these: {}",
        met(seconds <= share)
    )
}
