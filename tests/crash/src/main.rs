//! `crash [--binary PATH] [--rounds N] [--clients N]`: writers through HTTP, kill -9 at random moments, and then the question
//! whether anything that was acknowledged is lost.
//!
//! Each round: the server runs on one data folder, clients post opinions as fast as they are answered, a reader collects
//! public checkpoints every half second; at a random moment the server is killed with SIGKILL and started again. Then
//! - every receipt ever answered is fetched, and its proof and commitments are verified;
//! - every post without an answer is sent again with the same key and must be answered with one receipt;
//! - all collected checkpoints, of all rounds, must be prefixes of the newest one.

mod check;
mod client;
mod server;

use client::{Attempt, Client};
use server::Server;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Time between two looks at the public checkpoint.
const READER_PAUSE: Duration = Duration::from_millis(500);
/// The server lives at least this long in a round, and at most [`LIFE_MAX_MS`].
const LIFE_MIN_MS: u64 = 300;
/// See [`LIFE_MIN_MS`].
const LIFE_MAX_MS: u64 = 2_000;
/// Receipts checked in every round; all of them are checked after the last one.
const RECEIPTS_A_ROUND: usize = 300;

struct Plan {
    binary: PathBuf,
    rounds: u32,
    clients: usize,
}

#[allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test program that reports to a person"
)]
fn main() -> ExitCode {
    let Some(plan) = plan() else {
        eprintln!("usage: crash --binary PATH (or LANGNGHE_BIN=PATH) [--rounds N] [--clients N]");
        return ExitCode::from(2);
    };
    match run(&plan) {
        Ok(report) => {
            println!("{report}");
            println!("{} passed, 0 failed", plan.rounds);
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
        rounds: 10,
        clients: 64,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--binary" => plan.binary = words.next()?.into(),
            "--rounds" => plan.rounds = words.next()?.parse().ok()?,
            "--clients" => plan.clients = words.next()?.parse().ok()?,
            _ => return None,
        }
    }
    plan.binary.is_file().then_some(plan)
}

/// Everything the outside world has seen.
#[derive(Default)]
struct Seen {
    receipts: Mutex<Vec<client::Receipt>>,
    unanswered: Mutex<Vec<Attempt>>,
    checkpoints: Mutex<Vec<String>>,
}

#[allow(clippy::print_stdout, reason = "a test program that reports to a person")]
fn run(plan: &Plan) -> Result<String, String> {
    let folder = Folder::new()?;
    let seen = Arc::new(Seen::default());
    let mut server = Server::start(&plan.binary, &folder.0)?;
    let key = Client::new(server.address()).vkey()?;
    for round in 1..=plan.rounds {
        let life = Duration::from_millis(LIFE_MIN_MS + random() % (LIFE_MAX_MS - LIFE_MIN_MS));
        load(&server, plan.clients, life, &seen);
        server.kill()?;
        let began = Instant::now();
        server = Server::start(&plan.binary, &folder.0)?;
        let started = began.elapsed();
        let repeated = repeat(&server, &seen)?;
        let receipts = lock(&seen.receipts).clone();
        let recent = receipts.len().saturating_sub(RECEIPTS_A_ROUND);
        check::receipts(&server, &key, &receipts[recent..])?;
        check::chain(&server, &key, &lock(&seen.checkpoints))?;
        println!(
            "round {round}: killed after {} ms, {} acknowledged so far, {repeated} sent again, restarted in {} ms",
            life.as_millis(),
            receipts.len(),
            started.as_millis()
        );
    }
    let receipts = lock(&seen.receipts).clone();
    check::distinct(&receipts)?;
    check::receipts(&server, &key, &receipts)?;
    let checkpoints = lock(&seen.checkpoints).len();
    Ok(format!(
        "{} rounds, {} acknowledged writes, 0 lost; {checkpoints} checkpoints, one chain",
        plan.rounds,
        receipts.len()
    ))
}

/// Clients and the reader, until the server is due to be killed; the kill comes while they still write.
fn load(server: &Server, clients: usize, life: Duration, seen: &Arc<Seen>) {
    let over = Arc::new(AtomicBool::new(false));
    let mut threads = Vec::new();
    for _ in 0..clients {
        let (client, over, seen) = (Client::new(server.address()), over.clone(), seen.clone());
        threads.push(std::thread::spawn(move || {
            while !over.load(Ordering::Relaxed) {
                let attempt = Attempt::new(random());
                match client.post(&attempt) {
                    Ok(receipt) => lock(&seen.receipts).push(receipt),
                    Err(_) => {
                        lock(&seen.unanswered).push(attempt);
                        // The server is gone: there is nothing more to write to.
                        return;
                    }
                }
            }
        }));
    }
    let (client, done, watched) = (Client::new(server.address()), over.clone(), seen.clone());
    threads.push(std::thread::spawn(move || {
        while !done.load(Ordering::Relaxed) {
            if let Ok(checkpoint) = client.get("/log/checkpoint") {
                lock(&watched.checkpoints).push(checkpoint);
            }
            std::thread::sleep(READER_PAUSE);
        }
    }));
    std::thread::sleep(life);
    // SIGKILL while every client waits for an answer.
    server.signal_kill();
    over.store(true, Ordering::Relaxed);
    for thread in threads {
        // A panicking client shows as missing receipts nowhere: let it fail the run.
        if thread.join().is_err() {
            lock(&seen.unanswered).push(Attempt::new(0));
        }
    }
}

/// Sends what was not answered again, under the same keys.
fn repeat(server: &Server, seen: &Seen) -> Result<usize, String> {
    let unanswered = std::mem::take(&mut *lock(&seen.unanswered));
    let client = Client::new(server.address());
    for attempt in &unanswered {
        let first = client
            .post(attempt)
            .map_err(|why| format!("sent again without answer: {why}"))?;
        let second = client
            .post(attempt)
            .map_err(|why| format!("sent a third time without answer: {why}"))?;
        if first.path != second.path {
            return Err(format!("one key, two receipts: {} and {}", first.path, second.path));
        }
        lock(&seen.receipts).push(first);
    }
    Ok(unanswered.len())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// 64 random bits; 0 if the system has none, which only makes a test duller.
pub(crate) fn random() -> u64 {
    getrandom::u64().unwrap_or_default()
}

/// A folder of this run, removed when it ends well.
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
