//! Snapshots of the state are a cache; one that would be used must be the state the entries give.

use super::report::{self, Report};
use crate::layout::{KEY_FILE, ORIGIN_FILE, SNAPSHOT_FOLDER};
use crate::serve::shelf::Shelf;
use ledger::SnapshotShelf;
use ledger::note::SigningKey;
use ledger::tree::Hash;
use std::collections::BTreeMap;
use std::path::Path;
use world::World;

/// The snapshots of a folder, and the key that seals them.
pub struct Snapshots {
    files: BTreeMap<u64, Vec<u8>>,
    key: Option<SigningKey>,
}

/// Reads the snapshots of a folder.
pub fn read(dir: &Path, report: &mut Report) -> Snapshots {
    let shelf = Shelf::new(dir.join(SNAPSHOT_FOLDER));
    let mut files = BTreeMap::new();
    let sizes = shelf.list().unwrap_or_else(|why| {
        report.wrong(report::SNAPSHOTS, format!("{SNAPSHOT_FOLDER}: {why}"));
        Vec::new()
    });
    for size in sizes {
        match shelf.read(size) {
            Ok(bytes) => {
                files.insert(size, bytes);
            }
            // A running server replaced it by a newer one.
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => {}
            Err(why) => report.wrong(report::SNAPSHOTS, format!("the snapshot at entry {size}: {why}")),
        }
    }
    let name = std::fs::read_to_string(dir.join(ORIGIN_FILE)).unwrap_or_default();
    let seed = std::fs::read(dir.join(KEY_FILE))
        .ok()
        .and_then(|seed| <[u8; 32]>::try_from(seed).ok());
    let key = seed.and_then(|seed| SigningKey::new(name.trim_end(), seed).ok());
    if key.is_none() && !files.is_empty() {
        report.note("snapshots are sealed by the log's secret key, which is not readable here: they were not compared");
    }
    Snapshots { files, key }
}

impl Snapshots {
    /// Compares the snapshot of this size, if there is one, with the state the entries give.
    pub fn compare(&self, size: u64, root: impl FnOnce() -> Hash, world: &World, report: &mut Report) {
        let (Some(key), Some(bytes)) = (&self.key, self.files.get(&size)) else {
            return;
        };
        if !ledger::is_sealed_snapshot(bytes, key) {
            let fault = format!("the snapshot at entry {size} is damaged or was not written with this log's key");
            return report.wrong(report::SNAPSHOTS, fault);
        }
        match ledger::open_snapshot::<World>(bytes, size, &root(), key) {
            // Written by another release, or for another history: the next start passes over it.
            Err(why) => report.note(format!("the snapshot at entry {size} is not usable: {why}")),
            Ok(state) if state == *world => report.right(report::SNAPSHOTS),
            Ok(_) => report.wrong(
                report::SNAPSHOTS,
                format!("the snapshot at entry {size} is not the state of the entries"),
            ),
        }
    }
}
