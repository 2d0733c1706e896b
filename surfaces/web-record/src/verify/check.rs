//! The check itself. It believes neither the page nor the state: it takes the stored bytes, the receipt's file and the
//! signed checkpoint, and computes again.

use crate::receipt::Receipt;
use base::fact::{Digest32, Exposure, FieldName, SealedRef};
use forum::events::{NAME, REASONS, STATEMENT, TEXT};
use ledger::ProofUnavailable;
use ledger::entry::{self, Entry};
use ledger::proof::TlogProof;
use ledger::store::StoreError;
use ledger::tree::Hash;
use web_scene::{App, Scene};
use world::Event;

/// What is wrong with the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The entry is missing, or does not lead to the signed mark.
    Entry,
    /// The entry is of another receipt.
    Receipt,
    /// The words are not those the entry commits to.
    Words,
}

/// The outcome of a check that could be made.
pub(super) struct Check {
    /// SHA-256 of the stored bytes of the entry.
    pub(super) digest: [u8; 32],
    /// Size of the signed checkpoint, in entries.
    pub(super) size: u64,
    /// Its root.
    pub(super) root: Hash,
    /// Hashes from the entry to the root.
    pub(super) steps: usize,
    /// The proof's file, in bytes.
    pub(super) proof_bytes: usize,
    /// Fields whose words were compared with the entry.
    pub(super) compared: usize,
}

/// How a check ends.
pub(super) enum Outcome {
    /// Everything fits.
    Holds(Check),
    /// Something does not.
    Broken(Fault),
    /// The store does not answer now.
    Unavailable,
}

/// Checks the entry of a receipt.
pub(super) fn check(app: &App, scene: &Scene, receipt: &Receipt) -> Outcome {
    match run(app, scene, receipt) {
        Ok(check) => Outcome::Holds(check),
        Err(Stop::Fault(fault)) => Outcome::Broken(fault),
        Err(Stop::Unavailable) => Outcome::Unavailable,
    }
}

enum Stop {
    Fault(Fault),
    Unavailable,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        Stop::Fault(fault)
    }
}

impl From<StoreError> for Stop {
    fn from(why: StoreError) -> Stop {
        match why {
            StoreError::Failed { .. } => Stop::Unavailable,
            StoreError::Damaged(_) => Stop::Fault(Fault::Entry),
        }
    }
}

fn run(app: &App, scene: &Scene, receipt: &Receipt) -> Result<Check, Stop> {
    let bytes = app.ledger.entry_bytes(receipt.seq)?.ok_or(Fault::Entry)?;
    let digest = entry::digest(&bytes);
    let text = match app.ledger.proof(receipt.seq) {
        Ok(proof) => proof.to_string(),
        Err(ProofUnavailable::Store(why)) => return Err(why.into()),
        Err(ProofUnavailable::NotRecorded { .. }) => return Err(Fault::Entry.into()),
    };
    // From here on as a stranger would: the file's text, the public key, the digest.
    let proof: TlogProof = text.parse().map_err(|_| Fault::Entry)?;
    let key = app.ledger.vkey().parse().map_err(|_| Fault::Entry)?;
    let checkpoint = proof.verify_data(&digest, &key).map_err(|_| Fault::Entry)?;
    if proof.index != receipt.seq {
        return Err(Fault::Entry.into());
    }
    let entry: Entry<Event> = entry::parse(&bytes).map_err(|_| Fault::Entry)?;
    let (of, promised) = promised(&entry.event).ok_or(Fault::Receipt)?;
    if entry.seq != receipt.seq || of.0 != receipt.code.hash() {
        return Err(Fault::Receipt.into());
    }
    let compared = words(app, scene, receipt.seq, &promised)?;
    let (steps, proof_bytes) = (proof.hashes.len(), text.len());
    Ok(Check {
        digest,
        size: checkpoint.size,
        root: checkpoint.root,
        steps,
        proof_bytes,
        compared,
    })
}

/// The receipt an entry belongs to, and the fields it commits to; none for an entry that gives no receipt.
fn promised(event: &Event) -> Option<(Digest32, Vec<FieldName>)> {
    match event {
        Event::Forum(forum::Event::OpinionSubmitted(e)) => {
            let all = [
                (STATEMENT, true),
                (REASONS, e.reasons.is_some()),
                (NAME, e.name.is_some()),
            ];
            let there = all.into_iter().filter(|(_, there)| *there);
            Some((e.receipt, there.map(|(field, _)| field).collect()))
        }
        Event::Forum(forum::Event::ClauseContested(e)) => Some((e.receipt, vec![TEXT])),
        _ => None,
    }
}

/// Compares the stored words with the entry's commitments. What was erased has none.
fn words(app: &App, scene: &Scene, seq: u64, promised: &[FieldName]) -> Result<usize, Stop> {
    let mut compared = 0;
    for field in promised {
        let at = SealedRef::new(seq, *field);
        if matches!(scene.world().exposure_of(at), Exposure::Erased(_)) {
            continue;
        }
        match app.ledger.unseal(at) {
            Ok(Some(_)) => compared += 1,
            Ok(None) | Err(StoreError::Damaged(_)) => return Err(Fault::Words.into()),
            Err(why) => return Err(why.into()),
        }
    }
    Ok(compared)
}
