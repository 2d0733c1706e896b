//! Clients in this process: tasks of one thread, each with one command on its way.

use crate::figures::{Times, nanos};
use crate::jobs::Job;
use crate::office::Office;
use ledger::Flow;
use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// What clients were told.
pub struct Run {
    /// Commands acknowledged.
    pub acknowledged: u64,
    /// From the first to the last.
    pub took: Duration,
    /// From the typed words to the answer, and to the proof where one is asked for.
    pub times: Times,
}

impl Run {
    /// Acknowledged a second.
    pub fn rate(&self) -> f64 {
        self.acknowledged as f64 / self.took.as_secs_f64()
    }
}

/// How clients work.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// How many.
    pub clients: usize,
    /// Each asks for the proof of its entry and waits for it.
    pub proofs: bool,
    /// For how long.
    pub time: Duration,
}

/// What the clients share.
struct Work<F> {
    office: Office,
    load: Load,
    start: Instant,
    /// Number of the next command.
    next: Cell<u64>,
    job: F,
}

/// Lets clients work until the time is over or `job` has nothing more to give.
///
/// # Errors
/// Any answer but one new entry recorded ends the measurement: a figure with failures in it means nothing.
pub fn run<F>(office: &Office, load: Load, job: F) -> Result<Run, String>
where
    F: Fn(u64) -> Result<Option<Job>, String> + 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|why| format!("cannot start clients: {why}"))?;
    let work = Rc::new(Work {
        office: office.clone(),
        load,
        start: Instant::now(),
        next: Cell::new(0),
        job,
    });
    let times = runtime.block_on(async {
        let tasks = tokio::task::LocalSet::new();
        let clients: Vec<_> = (0..load.clients)
            .map(|number| tasks.spawn_local(client(number, work.clone())))
            .collect();
        tasks.await;
        let mut times = Vec::new();
        for client in clients {
            times.extend(client.await.map_err(|why| format!("a client broke: {why}"))??);
        }
        Ok::<_, String>(times)
    })?;
    Ok(Run {
        took: work.start.elapsed(),
        acknowledged: times.len() as u64,
        times: Times::new(times),
    })
}

async fn client<F>(number: usize, work: Rc<Work<F>>) -> Result<Vec<u64>, String>
where
    F: Fn(u64) -> Result<Option<Job>, String>,
{
    let flow = flow(number);
    let mut times = Vec::new();
    while work.start.elapsed() < work.load.time {
        let number = work.next.replace(work.next.get() + 1);
        let began = Instant::now();
        let Some(job) = (work.job)(number)? else {
            break;
        };
        let pending = work.office.submit_in(flow, job.actor, job.command, Some(job.once));
        let recorded = pending.map_err(said)?.await.map_err(said)?;
        let first = match (recorded.first, recorded.count) {
            (Some(first), 1) => first,
            (_, count) => return Err(format!("a command recorded {count} entries, not one")),
        };
        if work.load.proofs {
            work.office.proof(first).map_err(|why| why.to_string())?;
        }
        times.push(nanos(began.elapsed()));
    }
    Ok(times)
}

/// The line of one sender.
pub fn flow(number: usize) -> Flow {
    Flow::marked((number as u128).to_be_bytes())
}

/// A refusal as a sentence.
pub fn said(why: impl std::fmt::Display) -> String {
    format!("a command was not recorded: {why}")
}
