//! The peer: the same rows, one commit a command.

use crate::clients::{self, Load};
use crate::jobs;
use crate::office::{self, Way};
use crate::place::Base;
use crate::watched::Watched;
use ledger::store::Batch;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Batches kept, at most.
const BATCHES_MAX: usize = 200_000;

/// The very batches a single client leaves.
pub struct Peer(Vec<Batch>);

impl Peer {
    /// Lets a single client work for a while.
    ///
    /// # Errors
    /// A command failed.
    pub fn of(base: &Base, time: Duration) -> Result<Peer, String> {
        recorded(base, time).map(Peer)
    }

    /// Commits a second of a fresh store of the same kind that is given these batches one by one.
    ///
    /// # Errors
    /// A commit failed.
    pub fn commits_per_second(&self, base: &Base, time: Duration) -> Result<f64, String> {
        let place = base.copy()?;
        let store = place.store()?;
        let epoch = store.lead().map_err(|why| why.to_string())?.epoch;
        let (start, mut done) = (Instant::now(), 0_u32);
        for batch in &self.0 {
            if start.elapsed() >= time {
                break;
            }
            store.append(epoch, batch).map_err(|why| format!("the peer: {why}"))?;
            done += 1;
        }
        Ok(f64::from(done) / start.elapsed().as_secs_f64())
    }
}

/// What a single client leaves in the store: a batch a command.
fn recorded(base: &Base, time: Duration) -> Result<Vec<Batch>, String> {
    let (place, batches) = (base.copy()?, Arc::<Mutex<Vec<Batch>>>::default());
    let kept = batches.clone();
    let keep = move |batch: &Batch, _: Duration| {
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < BATCHES_MAX {
            kept.push(batch.clone());
        }
    };
    let store = Watched::new(place.store()?, keep);
    let office = office::open(&place.dir, Arc::new(store), Way::default())?;
    let load = Load {
        clients: 1,
        proofs: false,
        time,
    };
    let writer = office.clone();
    let run = clients::run(&office, load, move |number| {
        jobs::opinion(&writer, "peer", number).map(Some)
    })?;
    office.close();
    let batches = std::mem::take(&mut *batches.lock().unwrap_or_else(PoisonError::into_inner));
    if batches.len() as u64 != run.acknowledged.min(BATCHES_MAX as u64) {
        return Err("a single client's commands shared a batch".to_owned());
    }
    Ok(batches)
}
