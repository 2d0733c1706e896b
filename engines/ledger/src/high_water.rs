//! The high-water mark: the highest checkpoint ever signed, kept where an old folder put back does not reach it.
//!
//! A ledger that starts below its mark, or beside it, would sign a second history. It refuses, and says what is
//! missing. The mark is written after COMMIT, at most once a second, so it is never ahead of what is durable; up to a
//! second of entries may be lost unseen, which the public checkpoint and receipts then show.

use crate::checkpoint::{CheckpointError, open};
use crate::note::VerifierKey;
use crate::open::OpenError;
use crate::options::HighWaterFile;
use crate::tree::Hash;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// Least time between two writes of the mark.
pub const HIGH_WATER_EVERY: Duration = Duration::from_secs(1);

/// Checks that the ledger extends its mark.
pub(crate) fn check(
    file: &mut dyn HighWaterFile,
    key: &VerifierKey,
    size: u64,
    root_at: impl FnOnce(u64) -> Result<Hash, OpenError>,
) -> Result<(), OpenError> {
    let Some(signed) = file.read().map_err(OpenError::HighWaterRead)? else {
        return Ok(());
    };
    let mark = match open(&signed, key) {
        Ok(mark) => mark,
        Err(CheckpointError::Note(why)) => return Err(OpenError::HighWaterOfAnotherLog(why)),
        Err(why) => return Err(OpenError::HighWaterMalformed(why)),
    };
    if mark.size > size {
        return Err(OpenError::Missing {
            from: size,
            to: mark.size,
        });
    }
    if root_at(mark.size)? != mark.root {
        return Err(OpenError::Forked { size: mark.size });
    }
    Ok(())
}

/// Writes the mark: the newest checkpoint it was sent.
pub(crate) struct Keeper {
    file: Box<dyn HighWaterFile>,
    key: VerifierKey,
    marks: Receiver<Arc<str>>,
    /// Not in the file yet.
    pending: Option<Arc<str>>,
}

impl Keeper {
    pub(crate) fn new(file: Box<dyn HighWaterFile>, key: VerifierKey, marks: Receiver<Arc<str>>) -> Self {
        Self {
            file,
            key,
            marks,
            pending: None,
        }
    }

    /// Writes the newest checkpoint there is, if it is not in the file yet. A failed write is reported and tried again
    /// at the next turn.
    pub(crate) fn turn(&mut self, report: &dyn Fn(Option<String>)) {
        if let Some(newest) = self.marks.try_iter().last() {
            self.pending = Some(newest);
        }
        let Some(mark) = self.pending.take() else { return };
        match self.raise(&mark) {
            Ok(()) => report(None),
            Err(why) => {
                self.pending = Some(mark);
                report(Some(why.to_string()));
            }
        }
    }

    /// Writes a checkpoint unless a higher one is there already. Two processes may share the file: one that was frozen
    /// while the other led has an old checkpoint in its hands when it wakes, and would take the mark back.
    fn raise(&mut self, mark: &str) -> io::Result<()> {
        let size = |signed: &str| open(signed, &self.key).map(|checkpoint| checkpoint.size).ok();
        let there = self.file.read()?;
        if there.as_deref().and_then(size) > size(mark) {
            return Ok(());
        }
        self.file.write(mark)
    }

    /// Body of the thread: a turn at once and then at most once in [`HIGH_WATER_EVERY`]; when the sender is gone, the
    /// last one.
    pub(crate) fn run(mut self, report: &dyn Fn(Option<String>)) {
        loop {
            if self.pending.is_none() {
                match self.marks.recv() {
                    Ok(mark) => self.pending = Some(mark),
                    Err(_) => return,
                }
            }
            self.turn(report);
            let written = Instant::now();
            loop {
                match self
                    .marks
                    .recv_timeout(HIGH_WATER_EVERY.saturating_sub(written.elapsed()))
                {
                    Ok(newer) => self.pending = Some(newer),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return self.turn(report),
                }
            }
        }
    }
}
