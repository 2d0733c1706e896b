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

/// Body of the keeper's thread: writes the newest checkpoint it was sent, at once and then at most once in
/// [`HIGH_WATER_EVERY`]; when the sender is gone it writes the last one and ends. A failed write is reported and tried
/// again.
pub(crate) fn keep(mut file: Box<dyn HighWaterFile>, marks: &Receiver<Arc<str>>, report: impl Fn(Option<String>)) {
    let mut write = |mark: &str| match file.write(mark) {
        Ok(()) => {
            report(None);
            true
        }
        Err(why) => {
            report(Some(why.to_string()));
            false
        }
    };
    let mut pending: Option<Arc<str>> = None;
    loop {
        let mut mark = match pending.take() {
            Some(mark) => mark,
            None => match marks.recv() {
                Ok(mark) => mark,
                Err(_) => return,
            },
        };
        mark = marks.try_iter().last().unwrap_or(mark);
        if !write(&mark) {
            pending = Some(mark);
        }
        let written = Instant::now();
        loop {
            match marks.recv_timeout(HIGH_WATER_EVERY.saturating_sub(written.elapsed())) {
                Ok(newer) => pending = Some(newer),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => {
                    if let Some(last) = pending {
                        write(&last);
                    }
                    return;
                }
            }
        }
    }
}
