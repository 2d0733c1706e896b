//! Snapshots of the state are a cache; one that would be used must be the state the entries give.

use super::report::{self, Report};
use crate::serve::data::{KEY_FILE, ORIGIN_FILE, SNAPSHOT_FOLDER};
use crate::serve::shelf::Shelf;
use ledger::SnapshotShelf;
use ledger::note::SigningKey;
use ledger::tree::Hash;
use std::path::Path;
use world::World;

/// The snapshots of a folder, and the key that seals them.
pub struct Found {
    files: Vec<(u64, Vec<u8>)>,
    key: Option<SigningKey>,
}

/// Reads the snapshots of a folder.
pub fn read(dir: &Path, report: &mut Report) -> Found {
    let shelf = Shelf::new(dir.join(SNAPSHOT_FOLDER));
    let mut files = Vec::new();
    match shelf.list() {
        Err(why) => report.wrong(report::SNAPSHOTS, format!("{SNAPSHOT_FOLDER}: {why}")),
        Ok(sizes) => {
            for size in sizes {
                match shelf.read(size) {
                    Ok(bytes) => files.push((size, bytes)),
                    Err(why) => report.wrong(report::SNAPSHOTS, format!("{SNAPSHOT_FOLDER} at {size}: {why}")),
                }
            }
        }
    }
    let name = std::fs::read_to_string(dir.join(ORIGIN_FILE)).unwrap_or_default();
    let seed = std::fs::read(dir.join(KEY_FILE)).ok().and_then(|seed| <[u8; 32]>::try_from(seed).ok());
    let key = seed.and_then(|seed| SigningKey::new(name.trim_end(), seed).ok());
    if key.is_none() && !files.is_empty() {
        report.note("snapshots are sealed by the log's secret key, which is not readable here: they were not compared");
    }
    Found { files, key }
}

impl Found {
    /// The sizes there are snapshots of.
    pub fn sizes(&self) -> impl Iterator<Item = u64> {
        self.files.iter().map(|(size, _)| *size)
    }

    /// Compares the snapshot of this size with the state.
    pub fn compare(&self, at: u64, root: &Hash, world: &World, report: &mut Report) {
        let (Some(key), Some((_, bytes))) = (&self.key, self.files.iter().find(|(size, _)| *size == at)) else { return };
        match ledger::open_snapshot::<World>(bytes, at, root, key) {
            // The next start ignores it; it harms nothing but time.
            Err(why) => report.note(format!("the snapshot at entry {at} is not usable: {why}")),
            Ok(state) if state == *world => report.right(report::SNAPSHOTS),
            Ok(_) => report.wrong(report::SNAPSHOTS, format!("the snapshot at entry {at} is not the state of the entries")),
        }
    }
}
