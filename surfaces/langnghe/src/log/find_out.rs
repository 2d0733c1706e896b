//! Why a log cannot go on: what it is known to have signed, held against the entries that are here.

use super::EndArguments;
use super::plan::Plan;
use crate::exit::{self, Stop, say};
use crate::layout::{KEY_FILE, SNAPSHOT_FOLDER, VKEY_FILE};
use crate::serve::shelf::Shelf;
use crate::verify::keys::{self, read_text};
use base::fact::Digest32;
use ledger::checkpoint::{self, Checkpoint};
use ledger::note::{MAX_NOTE_BYTES, SigningKey, VerifierKey};
use ledger::store::Store;
use ledger::{Extent, SnapshotShelf};
use std::path::Path;
use std::sync::Arc;
use world::ending::Ending;
use world::events::{EndReason, Signed};

/// Finds out what is to be done.
pub fn plan(arguments: &EndArguments, store: &Arc<dyn Store>) -> Result<Plan, Stop> {
    let dir = &arguments.data;
    let ended = ended(arguments)?;
    let head = store.head().map_err(|why| refused(why.to_string()))?;
    if head.size == 0 {
        return Err(usage(format!(
            "nothing is recorded in {}: put a backup back first, or begin a new office in another folder",
            dir.display()
        )));
    }
    let own = checkpoint::open(&head.checkpoint, &ended).map_err(|why| {
        refused(format!(
            "the last checkpoint here is not signed by {}: {why}; name the key of the log that ends with --vkey",
            ended.name()
        ))
    })?;
    let known = known(arguments, &ended)?;
    let (mut short, mut differs) = (None, None);
    for (name, signed) in known {
        let extent = ledger::extent(store, &signed).map_err(|why| refused(why.to_string()))?;
        let worst = match extent {
            Extent::Extends => continue,
            Extent::Short => &mut short,
            Extent::Differs => &mut differs,
        };
        say(&format!("{name}: {} entries were signed", signed.size));
        *worst = std::mem::take(worst)
            .filter(|other: &Checkpoint| other.size >= signed.size)
            .or(Some(signed));
    }
    let (reason, signed) = match (short, differs, arguments.because) {
        (short, Some(differs), _) => (EndReason::EntriesReplaced, Some(short.unwrap_or(differs))),
        (Some(short), None, _) => (EndReason::EntriesMissing, Some(short)),
        (None, None, Some(because)) => (because.into(), None),
        (None, None, None) => {
            return Err(usage(
                "the record extends everything this log is known to have signed: it can go on. Name what it signed with \
                 --high-water or --checkpoint; or, if its key is the trouble, say --because key-lost or --because \
                 key-exposed"
                    .to_owned(),
            ));
        }
    };
    let origin = arguments.origin.clone().unwrap_or_else(|| next(ended.name()));
    if origin == ended.name() {
        return Err(usage(format!("--origin {origin}: the next log needs another name")));
    }
    SigningKey::new(&origin, [0; 32]).map_err(|why| usage(format!("--origin {origin:?} cannot be: {why}")))?;
    Ok(Plan {
        ending: Ending {
            ended,
            size: head.size,
            root: Digest32(own.root),
            reason,
            signed: signed.map(|signed| Signed {
                size: signed.size,
                root: Digest32(signed.root),
            }),
        },
        origin,
        high_water: high_water(arguments)?,
    })
}

/// The key of the log that ends.
fn ended(arguments: &EndArguments) -> Result<VerifierKey, Stop> {
    if let Some(named) = keys::pinned(arguments.vkey.as_deref()).map_err(|why| usage(why.to_string()))? {
        return Ok(named);
    }
    let path = arguments.data.join(VKEY_FILE);
    let text = read_text(&path, keys::VKEY_BYTES_MAX)
        .map_err(|why| refused(format!("{why}; name the key of the log that ends with --vkey")))?;
    keys::parse(&text).map_err(|why| {
        refused(format!(
            "{}: {why}; name the key of the log that ends with --vkey",
            path.display()
        ))
    })
}

/// What the log is known to have signed, each with where that is known from.
fn known(arguments: &EndArguments, ended: &VerifierKey) -> Result<Vec<(String, Checkpoint)>, Stop> {
    let mut known = Vec::new();
    for file in arguments.high_water.iter().chain(&arguments.checkpoint) {
        let name = file.display().to_string();
        let text = read_text(file, MAX_NOTE_BYTES as u64).map_err(|why| usage(why.to_string()))?;
        let signed = checkpoint::open(&text, ended)
            .map_err(|why| usage(format!("{name} is not signed by {}: {why}", ended.name())))?;
        known.push((name, signed));
    }
    known.extend(snapshots(&arguments.data, ended));
    Ok(known)
}

/// Snapshots are sealed by the secret key; without it they tell nothing.
fn snapshots(dir: &Path, ended: &VerifierKey) -> Vec<(String, Checkpoint)> {
    let seed = storage::files::read_key(&dir.join(KEY_FILE)).ok();
    let key = seed
        .and_then(|seed| SigningKey::new(ended.name(), seed).ok())
        .filter(|key| key.verifier() == *ended);
    let Some(key) = key else { return Vec::new() };
    let shelf = Shelf::new(dir.join(SNAPSHOT_FOLDER));
    let files = shelf.list().unwrap_or_default().into_iter();
    files
        .filter_map(|size| {
            let (size, root) = ledger::snapshot_covers(&shelf.read(size).ok()?, &key)?;
            let origin = ended.name().to_owned();
            Some((
                format!("the snapshot at entry {size}"),
                Checkpoint { origin, size, root },
            ))
        })
        .collect()
}

/// The high-water file by a path that holds wherever the ending is finished from.
fn high_water(arguments: &EndArguments) -> Result<Option<std::path::PathBuf>, Stop> {
    let Some(file) = &arguments.high_water else {
        return Ok(None);
    };
    let path = file.canonicalize();
    path.map(Some)
        .map_err(|why| usage(format!("{}: {why}", file.display())))
}

/// `example.vn/office` becomes `example.vn/office/2`, and that `example.vn/office/3`.
fn next(name: &str) -> String {
    let numbered = name.rsplit_once('/').and_then(|(front, last)| {
        let number: u32 = last.parse().ok().filter(|_| last.len() < 4 && !last.starts_with('0'))?;
        Some(format!("{front}/{}", number + 1))
    });
    numbered.unwrap_or_else(|| format!("{name}/2"))
}

fn usage(why: String) -> Stop {
    Stop::new(exit::USAGE, why)
}

fn refused(why: String) -> Stop {
    Stop::new(exit::REFUSED, why)
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn the_next_log_is_numbered() {
        for (name, expected) in [
            ("langnghe.local/5a2b", "langnghe.local/5a2b/2"),
            ("langnghe.local/5a2b/2", "langnghe.local/5a2b/3"),
            ("langnghe.local/9", "langnghe.local/10"),
            ("langnghe.local/12345678", "langnghe.local/12345678/2"),
            ("langnghe.local/007", "langnghe.local/007/2"),
            ("hội-đồng", "hội-đồng/2"),
        ] {
            assert_eq!(next(name), expected);
        }
    }
}
