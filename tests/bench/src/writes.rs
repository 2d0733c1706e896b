//! `opinion_submitted` through the sequencer, in this process, beside one commit a command.

use crate::bench::Bench;
use crate::clients::{self, Load, Run};
use crate::disk;
use crate::figures::{met, ms, times, whole};
use crate::jobs;
use crate::office::{self, Way};
use crate::page::Table;
use crate::peer::Peer;
use crate::place::{Base, Kind};
use crate::plan::Scene;
use std::time::{Duration, Instant};

/// Clients at once.
pub const CLIENTS: [usize; 4] = [1, 16, 64, 512];
/// Commands after which a measurement ends early: a forum takes a million opinions.
const COMMANDS_MAX: u64 = 950_000;
/// The peer is measured beside every row, for the time of a row divided by this.
pub const PEER_SHARE: u32 = 2;
/// Commands and proofs whose making is measured alone.
const COSTS_OF: u64 = 5_000;
/// An fdatasync of the machine the goal for 512 clients speaks of takes no longer than this many milliseconds.
const GOAL_SYNC_MS: f64 = 0.2;

/// Measures all rows.
///
/// # Errors
/// Anything failed.
pub fn measure(bench: &Bench) -> Result<Table, String> {
    let mut table = Table::new(&[
        "database",
        "clients",
        "proof for each",
        "acknowledged/s",
        "p50 ms",
        "p99 ms",
        "fdatasync/s before (p50 ms)",
        "one commit a command/s after",
        "ratio",
        "goal (§8)",
    ]);
    for kind in Kind::ALL {
        let base = bench.base(kind)?;
        let peer = Peer::of(base, bench.plan.time)?;
        for (clients, proofs) in CLIENTS
            .into_iter()
            .flat_map(|clients| [(clients, false), (clients, true)])
        {
            let disk = disk::watch(&base.disk())?;
            let load = Load {
                clients,
                proofs,
                time: bench.plan.time,
            };
            let run = submit(base, load)?;
            let peer = peer.commits_per_second(base, bench.plan.time / PEER_SHARE)?;
            let goal = match goal(kind, load) {
                None => String::new(),
                Some(goal) if clients == 512 && disk.times.p50() > GOAL_SYNC_MS => {
                    format!("≥ {} on a faster disk", whole(goal))
                }
                Some(goal) => format!("≥ {}: {}", whole(goal), met(run.rate() >= goal)),
            };
            table.row([
                kind.name().to_owned(),
                clients.to_string(),
                if proofs { "yes" } else { "no" }.to_owned(),
                whole(run.rate()),
                ms(run.times.p50()),
                ms(run.times.p99()),
                format!("{} ({})", whole(disk.rate), ms(disk.times.p50())),
                whole(peer),
                times(run.rate() / peer),
                goal,
            ]);
            crate::progress(&table);
        }
    }
    table.note(bench.about(Scene::Writes));
    table.note(costs(bench.base(Kind::Sqlite)?)?);
    table.note(
        "Each command is an opinion of about 150 characters: its words are read, judged by the rules and the table of \
         rights, sealed, numbered, hashed into the tree, signed and committed, with its receipt and idempotency key; a row \
         with proofs also makes the proof of each entry, against the checkpoint of exactly the entries up to it. Clients are \
         tasks of one thread in the same process. The goals speak of commands with their proofs. One commit a command: the \
         batches that a single client left, appended one by one to a store of the same kind by one caller, without deciding, \
         hashing or signing anything. PostgreSQL is a cluster on the same machine, durable, reached through a local socket, \
         without a standby.",
    );
    Ok(table)
}

fn submit(base: &Base, load: Load) -> Result<Run, String> {
    let place = base.copy()?;
    let office = office::open(&place.dir, place.store()?, Way::default())?;
    let (writer, before) = (office.clone(), office.view().size);
    let run = clients::run(&office, load, move |number| match number {
        0..COMMANDS_MAX => jobs::opinion(&writer, "writes", number).map(Some),
        _ => Ok(None),
    })?;
    let recorded = office.view().size - before;
    office.close();
    match recorded == run.acknowledged {
        true => Ok(run),
        false => Err(format!(
            "{} were acknowledged and {recorded} recorded",
            run.acknowledged
        )),
    }
}

/// What the clients' one thread does for each command, alone and with nobody else at work.
fn costs(base: &Base) -> Result<String, String> {
    let place = base.copy()?;
    let office = office::open(&place.dir, place.store()?, Way::default())?;
    let start = Instant::now();
    for number in 0..COSTS_OF {
        jobs::opinion(&office, "made", number)?;
    }
    let made = start.elapsed();
    let (writer, first) = (office.clone(), office.view().size);
    let load = Load {
        clients: 64,
        proofs: false,
        time: Duration::MAX,
    };
    clients::run(&office, load, move |number| match number < COSTS_OF {
        true => jobs::opinion(&writer, "proved", number).map(Some),
        false => Ok(None),
    })?;
    let start = Instant::now();
    for number in 0..COSTS_OF {
        office.proof(first + number).map_err(|why| why.to_string())?;
    }
    let proved = start.elapsed();
    office.close();
    let micros = |all: Duration| all.as_secs_f64() * 1e6 / COSTS_OF as f64;
    Ok(format!(
        "On the clients' one thread, alone: {:.1} µs to make a command of typed words, {:.1} µs to make a proof. With proofs \
         this thread cannot do more than {} commands a second, whatever the sequencer does.",
        micros(made),
        micros(proved),
        whole(1e6 / (micros(made) + micros(proved))),
    ))
}

/// What DESIGN §8 asks of a row.
fn goal(kind: Kind, load: Load) -> Option<f64> {
    match (kind, load.clients) {
        _ if !load.proofs => None,
        (Kind::Sqlite, 64) => Some(60_000.0),
        (Kind::Sqlite, 512) => Some(120_000.0),
        (Kind::Postgres, 64) => Some(40_000.0),
        _ => None,
    }
}
