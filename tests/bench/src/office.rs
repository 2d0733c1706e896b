//! The demonstration's office, opened in this process, at a time that stands.

use crate::shelf::Shelf;
use base::number::ForumNo;
use base::time::Minute;
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Ledger, Options};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use storage::files;
use world::World;

/// An office.
pub type Office = Ledger<World, Arc<dyn Store>>;

/// The log's secret key, in the data folder.
const KEY_FILE: &str = "keys/log";
/// The log's name, in the data folder.
const ORIGIN_FILE: &str = "origin";
/// The demonstration's clock, in the data folder.
const CLOCK_FILE: &str = "demo-clock";
/// Snapshots, in the data folder.
const SNAPSHOT_FOLDER: &str = "snapshots";

/// How an office is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    /// Snapshots are read and written.
    pub snapshots: bool,
    /// Hours the clock is ahead of the demonstration's.
    pub hours_later: u32,
}

/// Opens the office of a folder over its store.
///
/// # Errors
/// A file of the folder is missing, or the record does not open.
pub fn open(dir: &Path, store: Arc<dyn Store>, way: Way) -> Result<Office, String> {
    let now = now(dir)?.add_hours(way.hours_later);
    let mut options = Options::new(key(dir)?);
    options.clock = Arc::new(move || now);
    if way.snapshots {
        options.shelf = Some(Box::new(Shelf::new(dir.join(SNAPSHOT_FOLDER))));
    }
    Office::open(store, options).map_err(|why| format!("the record does not open: {why}"))
}

/// The forum that is open for opinions and votes.
///
/// # Errors
/// Never: its number is one.
pub fn forum() -> Result<ForumNo, String> {
    ForumNo::new(2020, 1).map_err(|why| why.to_string())
}

fn key(dir: &Path) -> Result<SigningKey, String> {
    let seed = files::read_key(&dir.join(KEY_FILE)).map_err(|why| why.to_string())?;
    SigningKey::new(text(dir, ORIGIN_FILE)?.trim(), seed).map_err(|why| why.to_string())
}

fn now(dir: &Path) -> Result<Minute, String> {
    let clock = text(dir, CLOCK_FILE)?;
    let time = clock.split_whitespace().next().unwrap_or_default();
    time.parse().map_err(|_| format!("{CLOCK_FILE} holds no time"))
}

fn text(dir: &Path, file: &str) -> Result<String, String> {
    fs::read_to_string(dir.join(file)).map_err(|why| format!("{file} cannot be read: {why}"))
}
