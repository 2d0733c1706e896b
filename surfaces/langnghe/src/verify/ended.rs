//! The keys a record was signed with: the present one, and those of logs that ended, as its entries say.

use super::report::{self, Report};
use ledger::checkpoint::{self, Checkpoint, CheckpointError};
use ledger::note::VerifierKey;
use ledger::proof::{TlogProof, TlogProofError};
use ledger::tree::Hash;
use world::World;
use world::ending::Ending;

/// The present key, and the ended logs with the entries that say so.
pub struct LogKeys {
    now: VerifierKey,
    ended: Vec<(u64, Ending)>,
}

/// An ended log, with the entry that says so.
type Ended = (u64, Ending);

impl LogKeys {
    /// The key of a log of which no other is known.
    pub fn only(now: VerifierKey) -> LogKeys {
        let ended = Vec::new();
        LogKeys { now, ended }
    }

    /// With the ended logs that the entries tell of; none when they could not all be read.
    pub fn of(now: VerifierKey, world: Option<&World>) -> LogKeys {
        let ended = world.into_iter().flat_map(World::ended_logs);
        let ended = ended.map(|(entry, ending)| (entry, ending.clone())).collect();
        LogKeys { now, ended }
    }

    /// Opens a checkpoint of the present log or of one that ended, which is named then.
    ///
    /// # Errors
    /// It is signed by none of them; the fault is the present key's.
    pub fn open(&self, text: &str) -> Result<(Checkpoint, Option<&Ended>), CheckpointError> {
        let opened = checkpoint::open(text, &self.now).map(|checkpoint| (checkpoint, None));
        opened.or_else(|why| {
            let of_ended = |ended| Some((checkpoint::open(text, ended_key(ended)).ok()?, Some(ended)));
            self.ended.iter().find_map(of_ended).ok_or(why)
        })
    }

    /// Proves an entry under the present key or one of a log that ended.
    ///
    /// # Errors
    /// Under none of them; the fault is the present key's.
    pub fn prove(&self, proof: &TlogProof, digest: &[u8]) -> Result<Checkpoint, TlogProofError> {
        proof.verify_data(digest, &self.now).or_else(|why| {
            let mut ended = self.ended.iter();
            ended
                .find_map(|ended| proof.verify_data(digest, ended_key(ended)).ok())
                .ok_or(why)
        })
    }

    /// What is to be said of an entry that is not the one somebody was told of: the ended log in which it was lost.
    pub fn lost_with(&self, seq: u64) -> Option<String> {
        let is_lost = |ending: &Ending| ending.missing().is_some_and(|(from, to)| (from..to).contains(&seq));
        let (entry, ending) = self.ended.iter().find(|(_, ending)| is_lost(ending))?;
        Some(format!(
            "; entry {seq} of the log {} was lost, as entry {entry} says",
            ending.ended.name()
        ))
    }
}

fn ended_key((_, ending): &Ended) -> &VerifierKey {
    &ending.ended
}

/// Checks the entry that ends a log against the tree it stands in: `root` is over the entries before it.
pub fn check(seq: u64, ending: &Ending, root: &Hash, report: &mut Report) {
    let fault = if ending.size != seq {
        Err(format!(
            "entry {seq} ends the log {} with {} entries",
            ending.ended.name(),
            ending.size
        ))
    } else if ending.root.0 != *root {
        Err(format!(
            "entry {seq} ends the log {} with another root than its entries have",
            ending.ended.name()
        ))
    } else {
        Ok(())
    };
    report.check(report::ENDED, fault);
}
