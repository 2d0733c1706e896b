//! A receipt: the entry with its author's words, and the proof that it is in the log.

use super::Plan;
use super::keys::read_text;
use super::report::{self, Report, Unchecked};
use super::values;
use base::fact::Commitment;
use ledger::checkpoint::Checkpoint;
use ledger::entry::{self, ENTRY_BYTES_MAX};
use ledger::note::VerifierKey;
use ledger::proof::{MAX_PROOF_BYTES, TlogProof};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The longest receipt file that is read, in bytes: the entry with every byte escaped, and words as long.
const RECEIPT_BYTES_MAX: u64 = 12 * ENTRY_BYTES_MAX as u64;

/// A salt and what it opens a commitment to.
#[derive(Deserialize)]
pub struct Opened {
    /// 64 hex characters.
    pub salt: String,
    /// The words.
    pub value: String,
}

impl Opened {
    /// The commitment they give; none when the salt is not one.
    pub fn commitment(&self) -> Option<Commitment> {
        base::hex::decode_32(&self.salt).map(|salt| Commitment::of(&salt, self.value.as_bytes()))
    }
}

#[derive(Deserialize)]
struct Written {
    seq: u64,
    entry: String,
    values: BTreeMap<String, Opened>,
}

/// Checks the receipt by itself and gives the checkpoint its proof rests on.
///
/// # Errors
/// A file cannot be read.
pub fn prove(plan: &Plan, key: Option<&VerifierKey>, report: &mut Report) -> Result<Option<Checkpoint>, Unchecked> {
    let Some(written) = read(plan, report)? else { return Ok(None) };
    check_words(&written, report);
    let Some(path) = &plan.proof else { return Ok(None) };
    let text = read_text(path, MAX_PROOF_BYTES as u64)?;
    let key = key.ok_or_else(|| Unchecked("a proof is checked with the log's key: name it with --vkey".into()))?;
    let proven = text.parse::<TlogProof>().map_err(|why| why.to_string()).and_then(|proof| {
        if proof.index != written.seq {
            return Err(format!("it is of entry {}, the receipt of entry {}", proof.index, written.seq));
        }
        proof.verify_data(&entry::digest(written.entry.as_bytes()), key).map_err(|why| why.to_string())
    });
    match proven {
        Ok(checkpoint) => {
            report.right(report::RECEIPT);
            Ok(Some(checkpoint))
        }
        Err(why) => {
            report.wrong(report::RECEIPT, format!("{}: {why}", path.display()));
            Ok(None)
        }
    }
}

/// Looks the receipt's entry up in a log of `size` entries.
///
/// # Errors
/// The receipt cannot be read.
pub fn find<E: std::fmt::Display>(
    plan: &Plan,
    size: u64,
    digest: impl FnOnce(u64) -> Result<Option<[u8; 32]>, E>,
    report: &mut Report,
) -> Result<(), Unchecked> {
    let Some(Ok(written)) = plan.receipt.as_ref().map(|_| parse(plan)).transpose()? else { return Ok(()) };
    let seq = written.seq;
    if seq >= size {
        report.note(format!("the receipt's entry {seq} is beyond the checkpoint of {size} entries: ask again in a while"));
        return Ok(());
    }
    let found = match digest(seq) {
        Ok(Some(digest)) if digest == entry::digest(written.entry.as_bytes()) => Ok(()),
        Ok(_) => Err(format!("the log has another entry {seq} than the receipt")),
        Err(why) => Err(format!("entry {seq}: {why}")),
    };
    report.check(report::RECEIPT, found);
    Ok(())
}

fn parse(plan: &Plan) -> Result<Result<Written, String>, Unchecked> {
    let Some(path) = &plan.receipt else { return Ok(Err("there is no receipt".into())) };
    let text = read_text(path, RECEIPT_BYTES_MAX)?;
    Ok(serde_json::from_str(&text).map_err(|why| format!("{}: {why}", path.display())))
}

fn read(plan: &Plan, report: &mut Report) -> Result<Option<Written>, Unchecked> {
    if plan.receipt.is_none() {
        return Ok(None);
    }
    match parse(plan)? {
        Ok(written) => Ok(Some(written)),
        Err(fault) => {
            report.wrong(report::RECEIPT, fault);
            Ok(None)
        }
    }
}

fn check_words(written: &Written, report: &mut Report) {
    let envelope = match entry::open(written.entry.as_bytes()) {
        Ok(envelope) if envelope.seq == written.seq => envelope,
        Ok(envelope) => {
            let fault = format!("the receipt is of entry {}, the entry in it bears {}", written.seq, envelope.seq);
            return report.wrong(report::RECEIPT, fault);
        }
        Err(why) => return report.wrong(report::RECEIPT, format!("the entry in the receipt: {why}")),
    };
    let found = values::commitments(&envelope.data);
    for (field, opened) in &written.values {
        let in_entry = found.values.iter().find(|(name, _)| name.as_str() == field);
        let fault = match in_entry {
            None => Err(format!("the entry has no field {field}")),
            Some((_, commitment)) if opened.commitment() == Some(*commitment) => Ok(()),
            Some(_) => Err(format!("the words of {field} are not the ones the entry commits to")),
        };
        report.check(report::RECEIPT, fault);
    }
}
