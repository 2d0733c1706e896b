//! A data folder, read only: everything is computed again.

mod sealed;
mod walk;

use super::Plan;
use super::ended::LogKeys;
use super::keys;
use super::marks::Marks;
use super::report::{self, Report, Unchecked};
use super::snapshots;
use crate::layout::{KEY_FILE, ORIGIN_FILE, VKEY_FILE, is_ending};
use crate::record::{NotRead, Place};
use ledger::checkpoint::{self, Checkpoint};
use ledger::machine::Machine;
use ledger::note::{SigningKey, VerifierKey};
use ledger::store::{Store, StoreError};
use std::path::Path;
use world::World;

/// Verifies a data folder, beside a running server or at rest.
///
/// # Errors
/// What was named on the command line cannot be read, or the folder cannot be opened at all.
pub fn verify(dir: &Path, place: &Place, plan: &Plan, report: &mut Report) -> Result<(), Unchecked> {
    let store = match place.read(dir) {
        Ok(store) => store,
        Err(NotRead::Unreachable(why)) => return Err(Unchecked(why)),
        Err(NotRead::Broken(why)) => {
            report.wrong(report::STORE, why);
            return Ok(());
        }
    };
    let store = &*store;
    report.right(report::STORE);
    let key = keys(dir, plan, report);
    // Before the head: a running server only ever goes on from here.
    let mut marks = Marks::default();
    if key.is_some() {
        marks.read(plan.high_water.as_slice(), false)?;
        marks.read(&plan.checkpoints, false)?;
        if let Some(receipt) = &plan.receipt {
            receipt.mark(&mut marks, false);
        }
    } else {
        report.note("without the log's key no checkpoint could be checked");
    }
    if is_ending(dir) {
        report.note("an ending of this log was begun and is not finished: run `langnghe log end-and-continue` again");
    }
    let head = match store.head() {
        Ok(head) => head,
        Err(why) => {
            report.wrong(report::STORE, why.to_string());
            return Ok(());
        }
    };
    report.entries = head.size;
    let signed = signed(&head.checkpoint, head.size, key.as_ref(), report);
    let snapshots = snapshots::read(dir, report);
    let Some(walked) = walk::walk(store, head.size, &mut marks, snapshots, report) else {
        report.note("the entries could not be read to the end: what rests on all of them was not checked");
        return Ok(());
    };
    if let Some(signed) = signed {
        report.check(report::ROOT, walked.compare_root(&signed.root));
    }
    if let Some(key) = key {
        let keys = LogKeys::of(key, walked.world.as_ref());
        marks.judge(head.size, &keys, report);
        if let Some(receipt) = &plan.receipt {
            receipt.prove(&keys, report)?;
            receipt.find(head.size, false, |seq| digest(store, seq), &keys, report);
        }
    }
    once(store, head.size, report);
    match walked.world {
        None => report.note("not every entry could be read: state, sealed values and files were not checked"),
        Some(world) => {
            let faults = world.faults();
            let replayed = if faults == 0 {
                Ok(())
            } else {
                Err(format!("{faults} references are missing"))
            };
            report.check(report::REPLAY, replayed);
            votes(&world, report);
            sealed::verify(store, head.size, world, report);
        }
    }
    Ok(())
}

/// Folds the votes of every published result again and compares the file that gives with the one the record names.
fn votes(world: &World, report: &mut Report) {
    for forum in world.forums.forums.values() {
        let Some(published) = &forum.votes_published else {
            continue;
        };
        let label = forum.no.label();
        let fault = if published.votes != forum.votes.entries {
            let (told, found) = (published.votes, forum.votes.entries);
            Err(format!(
                "{label}: entry {} folds {told} votes, {found} are on record",
                published.seq
            ))
        } else if published.result != forum::results::digest(forum) {
            Err(format!(
                "{label}: the votes on record give another result file than the one entry {} names",
                published.seq
            ))
        } else {
            Ok(())
        };
        report.check(report::VOTES, fault);
    }
}

/// The public key, compared with the secret one, the name and the pinned one.
fn keys(dir: &Path, plan: &Plan, report: &mut Report) -> Option<VerifierKey> {
    let text = |file: &str| keys::read_text(&dir.join(file), keys::VKEY_BYTES_MAX).map_err(|Unchecked(why)| why);
    let shown = text(VKEY_FILE).and_then(|text| keys::parse(&text).map_err(|why| format!("{VKEY_FILE}: {why}")));
    if let Ok(key) = &shown {
        let named = text(ORIGIN_FILE).and_then(|name| match name.strip_suffix('\n') == Some(key.name()) {
            true => Ok(()),
            false => Err(format!("{ORIGIN_FILE} and {VKEY_FILE} name different logs")),
        });
        report.check(report::KEY, named);
        match std::fs::read(dir.join(KEY_FILE)) {
            Ok(seed) => {
                let secret = <[u8; 32]>::try_from(seed)
                    .ok()
                    .and_then(|seed| SigningKey::new(key.name(), seed).ok());
                let same = secret.is_some_and(|secret| secret.verifier() == *key);
                report.check(
                    report::KEY,
                    same.then_some(())
                        .ok_or(format!("{KEY_FILE} is not the secret of {VKEY_FILE}")),
                );
            }
            Err(_) => report.note(format!(
                "{KEY_FILE} is not here or not readable: not compared with {VKEY_FILE}"
            )),
        }
    }
    keys::agree(shown, plan.key.clone(), report)
}

fn signed(text: &str, size: u64, key: Option<&VerifierKey>, report: &mut Report) -> Option<Checkpoint> {
    if text.is_empty() && size == 0 {
        report.note("nothing was recorded yet");
        return None;
    }
    let opened = checkpoint::open(text, key?);
    let fault = match opened {
        Ok(checkpoint) if checkpoint.size == size => {
            report.right(report::CHECKPOINT);
            return Some(checkpoint);
        }
        Ok(checkpoint) => format!("{} entries are signed, {size} are stored", checkpoint.size),
        Err(why) => format!("the checkpoint in the head: {why}"),
    };
    report.wrong(report::CHECKPOINT, fault);
    None
}

/// The digest of an entry.
fn digest(store: &dyn Store, seq: u64) -> Result<Option<[u8; 32]>, StoreError> {
    let mut found = None;
    store.entries(seq, seq.saturating_add(1), &mut |_, bytes| {
        found = Some(ledger::entry::digest(bytes));
        false
    })?;
    Ok(found)
}

/// Idempotency keys are digests under a secret, of what nobody kept: only their number and form can be checked.
fn once(store: &dyn Store, size: u64, report: &mut Report) {
    let rows = match store.once_from(0) {
        Ok(rows) => rows,
        Err(StoreError::Damaged(why)) => return report.wrong(report::ONCE, why),
        Err(why) => return report.wrong(report::STORE, why.to_string()),
    };
    let mut seen = std::collections::HashMap::new();
    for row in rows {
        if row.seq >= size && digest(store, row.seq).ok().flatten().is_none() {
            report.wrong(
                report::ONCE,
                format!("an idempotency key names entry {}, which is not there", row.seq),
            );
        } else if let Some(other) = seen.insert(row.key, row.seq) {
            report.wrong(
                report::ONCE,
                format!("the entries {other} and {} have the same idempotency key", row.seq),
            );
        } else {
            report.right(report::ONCE);
        }
    }
}
