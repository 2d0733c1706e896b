//! What lies where in a data folder, besides the record's own file.

use std::path::Path;

/// The log's secret key.
pub const KEY_FILE: &str = "keys/log";
/// The log's public key. Its first part is the origin line.
pub const VKEY_FILE: &str = "vkey";
/// The log's name, written before the key.
pub const ORIGIN_FILE: &str = "origin";
/// Snapshots.
pub const SNAPSHOT_FOLDER: &str = "snapshots";
/// The keys backups are locked with; they are not in backups.
pub const MONTH_KEYS: &str = "keys/backup";
/// How often the record had been put back from a backup.
pub const INCARNATION_FILE: &str = "incarnation";
/// The folder a record is made in that comes back from a database, until it is whole.
pub const COPY_FOLDER: &str = "copying";
/// The folder of an ending of the log that is not finished.
pub const ENDING_FOLDER: &str = "ending";
/// The plan in it.
pub const ENDING_PLAN: &str = "ending/plan.json";
/// The next log's secret key in it.
pub const ENDING_KEY: &str = "ending/key";

/// There as long as a backup is being put back: the root it has.
pub const RESTORING_FILE: &str = "restoring";

/// Whether an ending of the log was begun and is not finished.
pub fn is_ending(dir: &Path) -> bool {
    dir.join(ENDING_PLAN).exists()
}

/// Whether something lies, or would lie, inside a data folder.
pub fn is_inside(dir: &Path, path: &Path) -> bool {
    // What is not there yet will lie in the first folder above it that is; above a bare name that is the present one.
    let above = path.ancestors().map(|folder| match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    });
    let there = above.filter_map(|folder| folder.canonicalize().ok()).next();
    match (there, dir.canonicalize()) {
        (Some(there), Ok(dir)) => there.starts_with(dir),
        _ => false,
    }
}
