//! Earlier checkpoints, which the record must extend: a log that forgot or replaced entries cannot. What a log that
//! ended had signed is judged by the entry that says it ended.

use super::ended::LogKeys;
use super::keys::read_text;
use super::report::{self, Report, Unchecked};
use ledger::checkpoint::Checkpoint;
use ledger::note::{MAX_NOTE_BYTES, Note, NoteError};
use ledger::tree::{Edge, Hash};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A checkpoint that is not opened before all keys are known.
struct Mark {
    name: String,
    text: String,
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
    /// Reads checkpoints from files.
    ///
    /// # Errors
    /// A file cannot be read, or is no checkpoint.
    pub fn read(&mut self, files: &[PathBuf], may_be_ahead: bool) -> Result<(), Unchecked> {
        for file in files {
            let text = read_text(file, MAX_NOTE_BYTES as u64)?;
            // A file that is something else says nothing about the record.
            if let Err(why) = Note::parse(&text)
                && is_no_note(&why)
            {
                return Err(Unchecked(format!("{} is no checkpoint: {why}", file.display())));
            }
            self.take(file.display().to_string(), text, may_be_ahead);
        }
        Ok(())
    }

    /// Takes in a signed checkpoint. Whether it is signed is looked at when it is judged.
    pub fn take(&mut self, name: String, text: String, may_be_ahead: bool) {
        let claimed = Note::parse(&text).ok().and_then(|note| note.text.parse().ok());
        if let Some(Checkpoint { size, .. }) = claimed {
            self.roots.insert(size, None);
        }
        self.marks.push(Mark {
            name,
            text,
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
    pub fn judge(&self, size: u64, keys: &LogKeys, report: &mut Report) {
        for mark in &self.marks {
            let name = &mark.name;
            let (checkpoint, ended) = match keys.open(&mark.text) {
                Ok(opened) => opened,
                Err(why) => {
                    report.wrong(report::EXTENDS, format!("{name}: {why}"));
                    continue;
                }
            };
            let signed = checkpoint.size;
            let root = self.roots.get(&signed).copied().flatten();
            let ended_before = ended.is_some_and(|(_, ending)| signed > ending.size);
            if root == Some(checkpoint.root) && !ended_before {
                report.right(report::EXTENDS);
            } else if let Some((entry, ending)) = ended {
                let log = ending.ended.name();
                match ending.admits(signed) {
                    true => report.note(format!(
                        "{name}: {signed} entries were signed by the log {log}; entry {entry} says that it ended without \
                         all of them"
                    )),
                    false => report.wrong(
                        report::EXTENDS,
                        format!(
                            "{name}: {signed} entries were signed by the log {log}, and entry {entry}, which ends it, does \
                             not say that any of them are gone"
                        ),
                    ),
                }
            } else if root.is_some() {
                let fault = format!("{name}: other entries were signed as the first {signed} than are there now");
                report.wrong(report::EXTENDS, fault);
            } else if mark.may_be_ahead {
                report.note(format!(
                    "{name} is of {signed} entries, the checkpoint of {size}: not compared; ask again in a while"
                ));
            } else {
                let fault = format!(
                    "{name}: {signed} entries were signed, {size} are there: {size} to {} are gone",
                    signed.saturating_sub(1)
                );
                report.wrong(report::EXTENDS, fault);
            }
        }
    }
}
