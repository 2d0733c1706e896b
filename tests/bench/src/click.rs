//! One click while 512 others write as fast as they are answered.

use crate::bench::Bench;
use crate::clients::{self, Load, Run, said};
use crate::disk;
use crate::figures::{Times, median, met, ms, nanos, whole};
use crate::jobs;
use crate::office::{self, Office, Way};
use crate::page::Table;
use crate::place::Kind;
use crate::plan::Scene;
use crate::watched::Watched;
use ledger::store::Batch;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The others.
const OTHERS: usize = 512;
/// Rounds, each on a fresh record: a forum has not room for the others' opinions of a longer one.
const ROUNDS: usize = 3;
/// Time between two clicks.
const CLICK_EVERY: Duration = Duration::from_millis(20);
/// Clicks before this are not counted: the others are only starting.
const SETTLING: Duration = Duration::from_millis(500);
/// Commands of the others after which they rest: a forum takes a million opinions.
const COMMANDS_MAX: u64 = 900_000;
/// What a click may take over the disk's own fsync, in milliseconds.
const GOAL_MS: f64 = 5.0;

/// Measures it on both databases.
///
/// # Errors
/// Anything failed.
pub fn measure(bench: &Bench) -> Result<Table, String> {
    let mut table = Table::new(&[
        "database",
        "the others: acknowledged/s",
        "clicks",
        "click p50 ms",
        "click p99 ms",
        "commits: p50 ms",
        "p99 ms",
        "longest ms",
        "fdatasync before: p50 ms",
        "p99 ms",
        "p99 over the disk's own",
        "goal (issue)",
    ]);
    for kind in Kind::ALL {
        let base = bench.base(kind)?;
        let disk = disk::watch(&base.disk())?;
        let (mut clicks, mut rates) = (Vec::new(), Vec::new());
        let commits = Arc::<Mutex<Vec<u64>>>::default();
        for _ in 0..ROUNDS {
            let place = base.copy()?;
            let kept = commits.clone();
            let keep = move |_: &Batch, took| kept.lock().unwrap_or_else(PoisonError::into_inner).push(nanos(took));
            let store = Arc::new(Watched::new(place.store()?, keep));
            let office = office::open(&place.dir, store, Way::default())?;
            let (others, round) = both(&office, bench.plan.time)?;
            office.close();
            rates.push(others.rate());
            clicks.extend(round);
        }
        let clicks = Times::new(clicks);
        let commits = std::mem::take(&mut *commits.lock().unwrap_or_else(PoisonError::into_inner));
        let commits = Times::new(commits);
        let over = clicks.p99() - disk.times.p99();
        table.row([
            kind.name().to_owned(),
            whole(median(rates)),
            clicks.len().to_string(),
            ms(clicks.p50()),
            ms(clicks.p99()),
            ms(commits.p50()),
            ms(commits.p99()),
            ms(commits.per_mille(1_000)),
            ms(disk.times.p50()),
            ms(disk.times.p99()),
            format!("{} ms", ms(over)),
            format!("≤ {GOAL_MS:.0} ms: {}", met(over <= GOAL_MS)),
        ]);
        crate::progress(&table);
    }
    table.note(bench.about(Scene::Click));
    table.note(format!(
        "A thread of its own writes one opinion each {} ms and waits for the answer, while {OTHERS} clients of another thread \
         write as fast as they are answered; all in one process, each a sender of its own, without proofs; the clicks of \
         {ROUNDS} rounds. What is over the disk's own fsync is the batch that is being committed when the click comes, its own \
         batch, and what the sequencer does between; commits are the store's part of every batch. PostgreSQL's cluster has run \
         for a while: 1 GiB of its log is there to be written over.",
        CLICK_EVERY.as_millis()
    ));
    Ok(table)
}

/// The others and the clicks, at once.
fn both(office: &Office, time: Duration) -> Result<(Run, Vec<u64>), String> {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let clicks = scope.spawn(|| clicks(office, &over));
        let load = Load {
            clients: OTHERS,
            proofs: false,
            time: time + SETTLING,
        };
        let writer = office.clone();
        let others = clients::run(office, load, move |number| match number {
            0..COMMANDS_MAX => jobs::opinion(&writer, "others", number).map(Some),
            _ => Ok(None),
        });
        over.store(true, Ordering::Release);
        let clicks = clicks.join().map_err(|_| "the clicking thread broke".to_owned())??;
        Ok((others?, clicks))
    })
}

fn clicks(office: &Office, over: &AtomicBool) -> Result<Vec<u64>, String> {
    let flow = clients::flow(OTHERS);
    let (start, mut times, mut number) = (Instant::now(), Vec::new(), 0);
    while !over.load(Ordering::Acquire) {
        let began = Instant::now();
        let job = jobs::opinion(office, "click", number)?;
        let pending = office
            .submit_in(flow, job.actor, job.command, Some(job.once))
            .map_err(said)?;
        pending.blocking_wait().map_err(said)?;
        let took = began.elapsed();
        if start.elapsed() > SETTLING {
            times.push(nanos(took));
        }
        number += 1;
        thread::sleep(CLICK_EVERY.saturating_sub(took));
    }
    Ok(times)
}
