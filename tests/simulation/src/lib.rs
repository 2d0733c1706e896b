//! A simulation of the ledger: servers, database, network, clients and clock under one scheduler with one seed, so that
//! every run can be repeated. After TigerBeetle's VOPR and FoundationDB's simulation.
//!
//! What runs is the production code: [`ledger::Standing`] is a ledger whose turns are taken here, one move after the
//! other on one thread, and [`storage::Memory`] is what the database keeps. Around them everything goes wrong: requests
//! are lost, late (after their sender was deposed or died), doubled, overtaken, done and not heard of; servers die in
//! the middle of a call, freeze while others lead, and wake; the database crashes; disks fill; snapshots tear; clocks
//! drift, jump back, and are set wrong.
//!
//! After every move the run is held against what was seen: what was acknowledged is recorded, exactly and for good; what
//! was refused is not; a key records once; all checkpoints ever shown are of one history; no view goes beyond the
//! record; what was erased is gone and nothing else is. At the end nothing fails any more: then every server must lead
//! and record again, and the live state must be what replay gives.
//!
//! A database may be [`Broken`] on purpose: that must be found out.

mod audit;
mod broken;
mod chance;
mod clients;
mod clock;
mod database;
mod machine;
mod network;
mod oracle;
mod places;
mod server;
mod trace;
mod world;

pub use broken::Broken;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

/// Lines of a trace that a failure shows.
const LINES_SHOWN: usize = 150;

/// What is run.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Decides everything else.
    pub seed: u64,
    /// Moves of the scheduler, before nothing fails any more.
    pub steps: u64,
    /// What is wrong with the database, if anything.
    pub broken: Option<Broken>,
    /// Whether the moves are written down.
    pub traced: bool,
}

/// How a run went.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Moves the scheduler made.
    pub steps: u64,
    /// Entries of the record.
    pub entries: u64,
    /// What happened how often.
    pub counts: BTreeMap<&'static str, u64>,
    /// The moves, if they were wanted.
    pub trace: Vec<String>,
    /// Root of the tree over the record.
    pub root: [u8; 32],
}

/// What was found wrong.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What was run.
    pub plan: Plan,
    /// The move after which it was found.
    pub step: u64,
    /// What is wrong.
    pub what: String,
    /// The moves that led there, if they were wanted.
    pub trace: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Plan { seed, steps, .. } = self.plan;
        let shown = self.trace.len().saturating_sub(LINES_SHOWN);
        for line in &self.trace[shown..] {
            writeln!(f, "{line}")?;
        }
        write!(
            f,
            "seed {seed}, move {}: {}\nreplay it with all its moves: LANGNGHE_SIM_SEED={seed} LANGNGHE_SIM_STEPS={steps} \
             cargo test -p simulation --test replay one_seed -- --nocapture",
            self.step, self.what
        )
    }
}

/// Runs a plan.
///
/// # Errors
/// The first thing that is wrong.
pub fn run(plan: Plan) -> Result<Report, Box<Failure>> {
    let world = world::World::new(plan.seed, plan.broken, plan.traced);
    while world.moves() < plan.steps && world.oracle.broken().is_none() {
        world.step();
    }
    if world.oracle.broken().is_none() {
        audit::end(&world);
    }
    let (steps, trace) = (world.moves(), world.trace.lines());
    match world.oracle.broken() {
        Some(what) => Err(Box::new(Failure {
            plan,
            step: steps,
            what,
            trace,
        })),
        None => {
            let log = world.oracle.log();
            Ok(Report {
                steps,
                entries: log.record.len() as u64,
                counts: log.counts.clone(),
                trace,
                root: log.record.last().map(|line| line.root).unwrap_or_default(),
            })
        }
    }
}

/// The inside of a lock, on the one thread there is: nobody else can hold it.
///
/// # Panics
/// If it is held further up on the stack, which is a mistake in the simulation.
fn at<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    match lock.try_lock() {
        Ok(inside) => inside,
        // A death unwinds through whoever waits for the dead.
        Err(TryLockError::Poisoned(inside)) => PoisonError::into_inner(inside),
        Err(TryLockError::WouldBlock) => panic!("a lock of the simulation is taken twice"),
    }
}
