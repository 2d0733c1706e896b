//! A receipt: the entry with its author's words, and the proof that it is in the log.

use super::ended::LogKeys;
use super::keys::read_text;
use super::marks::Marks;
use super::report::{self, Report, Unchecked};
use super::values;
use base::fact::Commitment;
use ledger::checkpoint::Checkpoint;
use ledger::entry::{self, ENTRY_BYTES_MAX};
use ledger::proof::{MAX_PROOF_BYTES, TlogProof};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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

/// A receipt whose words were checked.
pub struct Receipt {
    seq: u64,
    digest: [u8; 32],
    /// The proof's file and what is in it.
    proof: Option<(PathBuf, String)>,
}

impl Receipt {
    /// Reads a receipt and checks its words against the entry in it. None when a part is missing, which the report tells.
    ///
    /// # Errors
    /// The file cannot be read, or is no receipt.
    pub fn read(file: &Path, proof: Option<PathBuf>, report: &mut Report) -> Result<Option<Receipt>, Unchecked> {
        let text = read_text(file, RECEIPT_BYTES_MAX)?;
        let written: Written = match serde_json::from_str(&text) {
            Ok(written) => written,
            Err(why) if why.is_data() => {
                report.wrong(report::RECEIPT, format!("{}: {why}", file.display()));
                return Ok(None);
            }
            // A file that is something else says nothing about the record.
            Err(why) => return Err(Unchecked(format!("{} is no receipt file: {why}", file.display()))),
        };
        check_words(&written, report);
        let proof = match proof {
            Some(path) => {
                let text = read_text(&path, MAX_PROOF_BYTES as u64)?;
                Some((path, text))
            }
            None => None,
        };
        Ok(Some(Receipt {
            seq: written.seq,
            digest: entry::digest(written.entry.as_bytes()),
            proof,
        }))
    }

    /// Takes the checkpoint the proof rests on in as an earlier one.
    pub fn mark(&self, marks: &mut Marks, may_be_ahead: bool) {
        // What is no proof is told when it is to prove something.
        if let Some((_, text)) = &self.proof
            && let Ok(proof) = text.parse::<TlogProof>()
        {
            marks.take("the receipt's checkpoint".into(), proof.checkpoint, may_be_ahead);
        }
    }

    /// Checks the proof, if there is one, and gives the checkpoint it rests on.
    ///
    /// # Errors
    /// The file is no proof.
    pub fn prove(&self, keys: &LogKeys, report: &mut Report) -> Result<Option<Checkpoint>, Unchecked> {
        let Some((path, text)) = &self.proof else {
            return Ok(None);
        };
        let proven = match text.parse::<TlogProof>() {
            Ok(proof) if proof.index == self.seq => keys.prove(&proof, &self.digest).map_err(|why| why.to_string()),
            Ok(proof) => Err(format!(
                "it is of entry {}, the receipt of entry {}",
                proof.index, self.seq
            )),
            // A file that is something else, without even the line of every proof, says nothing about the record.
            Err(why) if !text.contains("\nindex ") => {
                return Err(Unchecked(format!("{} is no proof: {why}", path.display())));
            }
            Err(why) => Err(why.to_string()),
        };
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

    /// Looks the entry up in a log of `size` entries. What the world sees of a log may lag behind the receipt.
    pub fn find<E: std::fmt::Display>(
        &self,
        size: u64,
        may_be_ahead: bool,
        digest: impl FnOnce(u64) -> Result<Option<[u8; 32]>, E>,
        keys: &LogKeys,
        report: &mut Report,
    ) {
        let seq = self.seq;
        let lost = keys.lost_with(seq).unwrap_or_default();
        if seq >= size && may_be_ahead {
            let note =
                format!("the receipt's entry {seq} is beyond the checkpoint of {size} entries: ask again in a while");
            return report.note(note);
        }
        let found = match digest(seq) {
            Ok(Some(digest)) if digest == self.digest => Ok(()),
            Ok(Some(_)) => Err(format!("the log has another entry {seq} than the receipt{lost}")),
            Ok(None) => Err(format!(
                "the receipt is of entry {seq}, the log has {size} entries{lost}"
            )),
            Err(why) => Err(format!("entry {seq}: {why}")),
        };
        report.check(report::RECEIPT, found);
    }
}

fn check_words(written: &Written, report: &mut Report) {
    let envelope = match entry::open(written.entry.as_bytes()) {
        Ok(envelope) if envelope.seq == written.seq => envelope,
        Ok(envelope) => {
            let fault = format!(
                "the receipt is of entry {}, the entry in it bears {}",
                written.seq, envelope.seq
            );
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
