//! The demonstration's article beside nginx with the same bytes in a file.

use crate::bench::Bench;
use crate::figures::{median, met, ms, times, whole};
use crate::nginx::{self, Nginx};
use crate::page::Table;
use crate::place::Kind;
use crate::plan::Scene;
use crate::process;
use crate::server::{ALONE, Server};
use crate::wrk;
use std::net::SocketAddr;
use std::time::Duration;

/// Rounds; both servers are asked in each, one after the other.
const ROUNDS: usize = 5;
/// The list of articles.
const LIST: &str = "/tin/";
/// How the link to an article begins, and the years it may go on with.
const LINK: &str = "href=\"/tin/2";
/// Microseconds in a second.
const MICROS: f64 = 1e6;
/// Bytes in a mebibyte.
const MIB: f64 = 1_048_576.0;
/// Memory the idle demonstration may hold, in MiB.
const GOAL_IDLE_MIB: f64 = 60.0;

/// What one server did in one round.
#[derive(Clone, Copy)]
struct Round {
    rate: f64,
    p99: f64,
    micros: f64,
}

/// Measures both.
///
/// # Errors
/// Anything failed.
pub fn measure(bench: &Bench) -> Result<Table, String> {
    let place = bench.base(Kind::Sqlite)?.copy()?;
    let server = Server::start(&bench.plan.binary, &place.dir, None, ALONE)?;
    let idle = process::resident_bytes(server.process())? as f64 / MIB;
    let path = article(&server)?;
    let page = server.get(&path)?;
    let peer = Nginx::start(bench.folder(), &page)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let own = || one(server.address(), &path, &[server.process()], bench.plan.time);
        let others = || one(peer.address(), nginx::PAGE, &peer.processes(), bench.plan.time);
        // Whoever comes first finds the machine cooler: they take turns.
        let (own, others) = if round % 2 == 0 {
            let own = own()?;
            (own, others()?)
        } else {
            let others = others()?;
            (own()?, others)
        };
        ours.push(own);
        theirs.push(others);
    }
    server.stop()?;
    let mut table = Table::new(&["server", "requests/s", "p99 ms", "CPU µs/request"]);
    for (name, rounds) in [("langnghe", &ours), ("nginx", &theirs)] {
        let middle = |of: fn(&Round) -> f64| median(rounds.iter().map(of).collect());
        table.row([
            name.to_owned(),
            whole(middle(|one| one.rate)),
            ms(middle(|one| one.p99)),
            format!("{:.1}", middle(|one| one.micros)),
        ]);
    }
    let ratio = |of: fn(&Round) -> f64| {
        median(
            ours.iter()
                .zip(&theirs)
                .map(|(own, other)| of(own) / of(other))
                .collect(),
        )
    };
    let [rate, p99, micros] = [ratio(|one| one.rate), ratio(|one| one.p99), ratio(|one| one.micros)];
    table.row(["ratio".to_owned(), times(rate), times(p99), times(micros)]);
    table.row([
        "goal (§8)".to_owned(),
        format!("≥ 1.15×: {}", met(rate >= 1.15)),
        format!("≤ 0.25×: {}", met(p99 <= 0.25)),
        format!("≤ 0.60×: {}", met(micros <= 0.60)),
    ]);
    table.row([
        "reachable floor (§8)".to_owned(),
        format!("≥ 0.95×: {}", met(rate >= 0.95)),
        String::new(),
        format!("≤ 0.85×: {}", met(micros <= 0.85)),
    ]);
    table.note(bench.about(Scene::Pages));
    table.note(format!(
        "The page is `{path}`, {} bytes, uncompressed, with the page cache and the count of visits as they are in service; \
         nginx serves the same bytes from a file with 2 workers, `open_file_cache` and the access log off, and with its own, \
         shorter heads. Both run with `wrk -t1 -c64` on the same cores, in turns, {ROUNDS} rounds of {} s; medians, and for \
         the ratios the median of the rounds' ratios. CPU is user and system time of the server's processes.",
        whole(page.len() as f64),
        bench.plan.time.as_secs(),
    ));
    table.note(format!(
        "Memory of the idle demonstration: {idle:.1} MiB resident right after its start; goal ≤ {GOAL_IDLE_MIB:.0}: {}.",
        met(idle <= GOAL_IDLE_MIB)
    ));
    crate::progress(&table);
    Ok(table)
}

/// The address of the first article in the list.
fn article(server: &Server) -> Result<String, String> {
    let list = String::from_utf8(server.get(LIST)?).map_err(|_| "the list of articles is no text".to_owned())?;
    let link = list.split_once(LINK).and_then(|(_, rest)| rest.split('"').next());
    let link = link.ok_or("there is no article to measure")?;
    Ok(format!("{LIST}2{link}"))
}

fn one(address: SocketAddr, path: &str, processes: &[u32], time: Duration) -> Result<Round, String> {
    let used = || {
        processes
            .iter()
            .map(|process| process::seconds(*process))
            .sum::<Result<f64, String>>()
    };
    let before = used()?;
    let told = wrk::run(address, path, time)?;
    Ok(Round {
        rate: told.rate,
        p99: told.p99,
        micros: (used()? - before) * MICROS / told.requests,
    })
}
