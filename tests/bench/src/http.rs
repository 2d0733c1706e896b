//! `opinion_submitted` through HTTP, with all checks a form meets.

use crate::bench::Bench;
use crate::browser::Browser;
use crate::clients::Run;
use crate::disk;
use crate::figures::{Times, met, ms, nanos, times, whole};
use crate::page::Table;
use crate::peer::Peer;
use crate::place::{Base, Kind};
use crate::plan::Scene;
use crate::server::{ALONE, SYNCHRONOUS, Server};
use crate::writes::{CLIENTS, PEER_SHARE};
use std::cell::Cell;
use std::net::SocketAddr;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Clients from which on DESIGN §8 is held against a row.
const GOAL_CLIENTS: usize = 64;
/// What 99 of a hundred answers may take, in milliseconds.
const GOAL_P99_MS: f64 = 50.0;

/// Measures all rows.
///
/// # Errors
/// Anything failed.
pub fn measure(bench: &Bench) -> Result<Table, String> {
    let mut table = Table::new(&[
        "database",
        "connections",
        "acknowledged/s",
        "p50 ms",
        "p99 ms",
        "fdatasync/s before (p50 ms)",
        "one commit a command/s after",
        "ratio",
        "goal (§8)",
    ]);
    for kind in Kind::ALL {
        let peer = Peer::of(bench.base(kind)?, bench.plan.time)?;
        rows(bench, kind, &peer, ALONE, &mut table)?;
        if kind == Kind::Postgres {
            let _standby = bench.base(kind)?.standby()?;
            rows(bench, kind, &peer, SYNCHRONOUS, &mut table)?;
        }
    }
    table.note(bench.about(Scene::Http));
    table.note(
        "Connections are kept; each posts the form of an opinion, waits for the answer and posts the next. Only a 303 to a \
         receipt counts, and any other answer ends the measurement. The client is one thread on the same cores as the server, \
         which runs with `--rate-limit off` and a high-water file. PostgreSQL and its standby run on the same cores too, \
         durable, on local sockets. One commit a command: the batches of a single client in process, appended one by one to a \
         store of the same kind under the same confirmation.",
    );
    Ok(table)
}

fn rows(bench: &Bench, kind: Kind, peer: &Peer, replication: &str, table: &mut Table) -> Result<(), String> {
    let base = bench.base(kind)?;
    let (name, rate) = match (kind, replication) {
        (Kind::Sqlite, _) => (kind.name(), Some(10_000.0)),
        (Kind::Postgres, SYNCHRONOUS) => ("PostgreSQL, synchronous standby", Some(5_000.0)),
        (Kind::Postgres, _) => ("PostgreSQL, no standby", None),
    };
    for clients in CLIENTS {
        let disk = disk::watch(&base.disk())?;
        let run = post(base, &bench.plan.binary, replication, clients, bench.plan.time)?;
        let peer = peer.commits_per_second(base, bench.plan.time / PEER_SHARE)?;
        let goal = rate.filter(|_| clients >= GOAL_CLIENTS).map(|rate| {
            let is_met = run.rate() >= rate && run.times.p99() <= GOAL_P99_MS;
            format!("≥ {}, p99 ≤ {GOAL_P99_MS:.0} ms: {}", whole(rate), met(is_met))
        });
        table.row([
            name.to_owned(),
            clients.to_string(),
            whole(run.rate()),
            ms(run.times.p50()),
            ms(run.times.p99()),
            format!("{} ({})", whole(disk.rate), ms(disk.times.p50())),
            whole(peer),
            times(run.rate() / peer),
            goal.unwrap_or_default(),
        ]);
        crate::progress(table);
    }
    Ok(())
}

fn post(base: &Base, binary: &Path, replication: &str, clients: usize, time: Duration) -> Result<Run, String> {
    let place = base.copy()?;
    let server = Server::start(binary, &place.dir, place.address().as_deref(), replication)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    let runtime = runtime.map_err(|why| format!("cannot start clients: {why}"))?;
    let run = runtime.block_on(all(server.address(), clients, time))?;
    server.stop()?;
    Ok(run)
}

async fn all(address: SocketAddr, clients: usize, time: Duration) -> Result<Run, String> {
    let mut browsers = Vec::new();
    for _ in 0..clients {
        browsers.push(Browser::connect(address).await?);
    }
    let (tasks, next) = (tokio::task::LocalSet::new(), Rc::new(Cell::new(0)));
    let start = Instant::now();
    let until = start + time;
    let clients: Vec<_> = browsers
        .into_iter()
        .map(|browser| tasks.spawn_local(one(browser, next.clone(), until)))
        .collect();
    tasks.await;
    let took = start.elapsed();
    let mut times = Vec::new();
    for client in clients {
        times.extend(client.await.map_err(|why| format!("a client broke: {why}"))??);
    }
    Ok(Run {
        acknowledged: times.len() as u64,
        took,
        times: Times::new(times),
    })
}

async fn one(mut browser: Browser, next: Rc<Cell<u64>>, until: Instant) -> Result<Vec<u64>, String> {
    let mut times = Vec::new();
    while Instant::now() < until {
        let number = next.replace(next.get() + 1);
        let began = Instant::now();
        browser.post(&format!("bench-http-{number:016x}"), number).await?;
        times.push(nanos(began.elapsed()));
    }
    Ok(times)
}
