//! `crash [--binary PATH] [--database sqlite|postgres] [--rounds N] [--clients N] [--frozen SECONDS]`: writers through HTTP,
//! kill -9 at random moments, and then the question whether anything that was acknowledged is lost.
//!
//! Each round: the server runs on one data folder, clients post opinions as fast as they are answered, a reader collects
//! public checkpoints every half second; at a random moment the server is killed with SIGKILL and started again; on
//! PostgreSQL every second round kills the database instead. Then
//! - every receipt ever answered is fetched, and its proof and commitments are verified;
//! - every post without an answer is sent again with the same key and must be answered with one receipt;
//! - all collected checkpoints, of all rounds, must be prefixes of the newest one.
//!
//! On PostgreSQL the last scene freezes the leader, lets another take over, and wakes it.

mod check;
mod client;
mod frozen;
mod load;
mod server;

use client::Client;
use cluster::{Cluster, Keeping};
use load::{Load, Seen, load, repeat};
use server::{Place, Server};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The server lives at least this long in a round, and at most [`LIFE_MAX_MS`].
const LIFE_MIN_MS: u64 = 300;
/// See [`LIFE_MIN_MS`].
const LIFE_MAX_MS: u64 = 2_000;
/// Pauses of a client between two posts, of which each round takes one: a kill falls into long batches, into short ones, and
/// between them.
const PAUSES_MS: [u64; 4] = [0, 20, 100, 200];
/// Receipts checked in every round; all of them are checked after the last one.
const RECEIPTS_A_ROUND: usize = 300;

struct Plan {
    binary: PathBuf,
    on_postgres: bool,
    rounds: u32,
    clients: usize,
    frozen: Duration,
}

#[allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test program that reports to a person"
)]
fn main() -> ExitCode {
    let Some(plan) = plan() else {
        eprintln!(
            "usage: crash --binary PATH (or LANGNGHE_BIN=PATH) [--database sqlite|postgres] [--rounds N] [--clients N] \
             [--frozen SECONDS]"
        );
        return ExitCode::from(2);
    };
    match run(&plan) {
        Ok(report) => {
            println!("{report}");
            println!("{} passed, 0 failed", plan.rounds + u32::from(plan.on_postgres));
            ExitCode::SUCCESS
        }
        Err(why) => {
            println!("{why}");
            println!("0 passed, 1 failed");
            ExitCode::FAILURE
        }
    }
}

fn plan() -> Option<Plan> {
    let binary = std::env::var_os("LANGNGHE_BIN").unwrap_or_default().into();
    let mut plan = Plan {
        binary,
        on_postgres: false,
        rounds: 10,
        clients: 64,
        frozen: Duration::from_secs(60),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--binary" => plan.binary = words.next()?.into(),
            "--database" => {
                plan.on_postgres = match words.next()?.as_str() {
                    "postgres" => true,
                    "sqlite" => false,
                    _ => return None,
                };
            }
            "--rounds" => plan.rounds = words.next()?.parse().ok()?,
            "--clients" => plan.clients = words.next()?.parse().ok()?,
            "--frozen" => plan.frozen = Duration::from_secs(words.next()?.parse().ok()?),
            _ => return None,
        }
    }
    plan.binary.is_file().then_some(plan)
}

#[allow(clippy::print_stdout, reason = "a test program that reports to a person")]
fn run(plan: &Plan) -> Result<String, String> {
    let folder = Folder::new()?;
    let mut cluster = match plan.on_postgres {
        true => Some(Cluster::start(Keeping::Durable).map_err(|why| why.to_string())?),
        false => None,
    };
    let place = Place {
        binary: plan.binary.clone(),
        data: folder.0.join("data"),
        high_water: folder.0.join("high-water"),
        database: cluster
            .as_ref()
            .map(|cluster| format!("{} dbname=postgres", cluster.address())),
    };
    let seen = Arc::new(Seen::default());
    let mut server = Server::start(&place)?;
    let key = Client::new(server.address()).vkey()?;
    for round in 1..=plan.rounds {
        let life = Duration::from_millis(LIFE_MIN_MS + random() % (LIFE_MAX_MS - LIFE_MIN_MS));
        let pause = PAUSES_MS.get(random() as usize % PAUSES_MS.len()).copied();
        let plan = Load {
            clients: plan.clients,
            life,
            pause: Duration::from_millis(pause.unwrap_or_default()),
        };
        let began;
        let killed = match cluster.as_mut().filter(|_| round % 2 == 0) {
            None => {
                load(&server, plan, &seen, || server.signal_kill())?;
                server.kill()?;
                began = Instant::now();
                server = Server::start(&place)?;
                "server"
            }
            Some(cluster) => {
                let mut ended = Ok(());
                load(&server, plan, &seen, || ended = cluster.kill())?;
                ended.map_err(|why| why.to_string())?;
                began = Instant::now();
                cluster.start_again().map_err(|why| why.to_string())?;
                // It goes on by itself, unless the database was away for too long.
                if server.has_ended()? {
                    server = Server::start(&place)?;
                }
                "database"
            }
        };
        let repeated = repeat(&server, &seen)?;
        let started = began.elapsed();
        let receipts = seen.receipts();
        let recent = receipts.len().saturating_sub(RECEIPTS_A_ROUND);
        check::receipts(&server, &key, &receipts[recent..])?;
        check::chain(&server, &key, &seen.checkpoints())?;
        println!(
            "round {round}: {killed} killed after {} ms, {} acknowledged so far, {repeated} sent again, all answered {} ms later",
            life.as_millis(),
            receipts.len(),
            started.as_millis()
        );
    }
    if plan.on_postgres {
        let (successor, report) = frozen::leader(server, &place, plan.frozen, &seen)?;
        println!("{report}");
        server = successor;
    }
    let receipts = seen.receipts();
    check::receipts(&server, &key, &receipts)?;
    check::chain(&server, &key, &seen.checkpoints())?;
    let checkpoints = seen.checkpoints().len();
    Ok(format!(
        "{} rounds on {}, {} acknowledged writes, 0 lost; {checkpoints} checkpoints, one chain",
        plan.rounds,
        if plan.on_postgres { "PostgreSQL" } else { "SQLite" },
        receipts.len()
    ))
}

/// 64 random bits; 0 if the system has none, which only makes a test duller.
pub(crate) fn random() -> u64 {
    getrandom::u64().unwrap_or_default()
}

/// A folder of this run, removed when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Folder, String> {
        let folder = std::env::temp_dir().join(format!("langnghe-crash-{:016x}", random()));
        std::fs::create_dir(&folder).map_err(|why| format!("cannot make a folder: {why}"))?;
        Ok(Folder(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Nothing depends on its going.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
