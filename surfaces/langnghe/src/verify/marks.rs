//! Earlier checkpoints, which the record must extend: a log that forgot or replaced entries cannot.

use super::keys::read_text;
use super::report::{self, Report, Unchecked};
use ledger::checkpoint::{self, Checkpoint, CheckpointError};
use ledger::note::{MAX_NOTE_BYTES, NoteError, VerifierKey};
use ledger::tree::{Edge, Hash};
use std::collections::BTreeMap;
use std::path::PathBuf;

struct Mark {
    name: String,
    checkpoint: Checkpoint,
    /// A longer one than the log is no fault: what the world sees of a log may lag behind.
    may_be_ahead: bool,
}

/// Whether a text is no signed note at all, whoever might have signed it.
const fn is_no_note(why: &NoteError) -> bool {
    matches!(
        why,
        NoteError::TooLarge
            | NoteError::NotUtf8
            | NoteError::ControlCharacter
            | NoteError::NoSignatures
            | NoteError::SignatureLine(_)
    )
}

/// Earlier checkpoints of one log.
#[derive(Default)]
pub struct Marks {
    marks: Vec<Mark>,
    /// Roots at their sizes, as the entries give them.
    roots: BTreeMap<u64, Option<Hash>>,
}

impl Marks {
    /// Reads checkpoints from files. Of those signed by another key the report tells.
    ///
    /// # Errors
    /// A file cannot be read, or is no checkpoint.
    pub fn read(
        &mut self,
        files: &[PathBuf],
        may_be_ahead: bool,
        key: &VerifierKey,
        report: &mut Report,
    ) -> Result<(), Unchecked> {
        for file in files {
            let text = read_text(file, MAX_NOTE_BYTES as u64)?;
            // A file that is something else says nothing about the record.
            if let Err(CheckpointError::Note(why)) = checkpoint::open(&text, key)
                && is_no_note(&why)
            {
                return Err(Unchecked(format!("{} is no checkpoint: {why}", file.display())));
            }
            self.open(file.display().to_string(), &text, may_be_ahead, key, report);
        }
        Ok(())
    }

    /// Takes in a signed checkpoint.
    pub fn open(&mut self, name: String, text: &str, may_be_ahead: bool, key: &VerifierKey, report: &mut Report) {
        match checkpoint::open(text, key) {
            Ok(checkpoint) => self.add(name, checkpoint, may_be_ahead),
            Err(why) => report.wrong(report::EXTENDS, format!("{name}: {why}")),
        }
    }

    /// Takes in a checkpoint whose signature is known to be right.
    pub fn add(&mut self, name: String, checkpoint: Checkpoint, may_be_ahead: bool) {
        self.roots.insert(checkpoint.size, None);
        self.marks.push(Mark {
            name,
            checkpoint,
            may_be_ahead,
        });
    }

    /// Looks at the growing tree; to be called at every size, 0 included.
    pub fn see(&mut self, edge: &Edge) {
        if let Some(root) = self.roots.get_mut(&edge.size()) {
            *root = Some(edge.root());
        }
    }

    /// Compares them with the tree that was seen, of `size` leaves.
    pub fn judge(&self, size: u64, report: &mut Report) {
        for Mark {
            name,
            checkpoint,
            may_be_ahead,
        } in &self.marks
        {
            let signed = checkpoint.size;
            match self.roots.get(&signed).copied().flatten() {
                Some(root) if root == checkpoint.root => report.right(report::EXTENDS),
                Some(_) => {
                    let fault = format!("{name}: other entries were signed as the first {signed} than are there now");
                    report.wrong(report::EXTENDS, fault);
                }
                None if *may_be_ahead => report.note(format!(
                    "{name} is of {signed} entries, the checkpoint of {size}: not compared; ask again in a while"
                )),
                None => {
                    let fault = format!(
                        "{name}: {signed} entries were signed, {size} are there: {size} to {} are gone",
                        signed.saturating_sub(1)
                    );
                    report.wrong(report::EXTENDS, fault);
                }
            }
        }
    }
}
