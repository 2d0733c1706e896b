//! A folder that holds a log as C2SP tlog-tiles: another program's, or a copy of what an office serves.

use super::Plan;
use super::ended::LogKeys;
use super::keys::{self, read_bytes, read_text};
use super::log;
use super::marks::Marks;
use super::report::{self, Report, Unchecked};
use crate::layout::VKEY_FILE;
use ledger::checkpoint;
use ledger::note::{MAX_NOTE_BYTES, VerifierKey};
use ledger::tile::{Level, MAX_ENTRY_BYTES, TilePath, parse_entry_bundle};
use ledger::tree::{Edge, HASH_BYTES, TILE_BYTES, TILE_WIDTH, leaf_hash};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The log's newest checkpoint.
pub const CHECKPOINT_FILE: &str = "checkpoint";
/// Files that begin so are earlier checkpoints.
const EARLIER_PREFIX: &str = "checkpoint.";
/// The folder of tiles and entry bundles.
const TILE_FOLDER: &str = "tile";
/// The longest bundle, in bytes: 256 entries, each after its length.
const BUNDLE_BYTES_MAX: u64 = (TILE_WIDTH * (2 + MAX_ENTRY_BYTES)) as u64;
/// Folders below each other that a path of a tile can have: level, seven groups of the index, width.
const DEPTH_MAX: usize = 10;

/// Verifies the log in a folder.
///
/// # Errors
/// No key, or something cannot be read.
pub fn verify(dir: &Path, plan: &Plan, report: &mut Report) -> Result<(), Unchecked> {
    let Some(key) = key(dir, plan, report)? else {
        return Ok(());
    };
    let text = read_text(&dir.join(CHECKPOINT_FILE), MAX_NOTE_BYTES as u64)?;
    let signed = match checkpoint::open(&text, &key) {
        Ok(signed) => signed,
        Err(why) => {
            report.wrong(report::CHECKPOINT, format!("{CHECKPOINT_FILE}: {why}"));
            return Ok(());
        }
    };
    report.right(report::CHECKPOINT);
    report.entries = signed.size;
    let mut marks = Marks::default();
    marks.read(plan.high_water.as_slice(), false)?;
    marks.read(&plan.checkpoints, false)?;
    for name in earlier(dir)? {
        let text = read_text(&dir.join(&name), MAX_NOTE_BYTES as u64)?;
        marks.take(name, text, false);
    }
    let keys = LogKeys::only(key.clone());
    if let Some(receipt) = &plan.receipt {
        receipt.mark(&mut marks, false);
        receipt.prove(&keys, report)?;
    }
    let mut edge = Edge::new();
    marks.see(&edge);
    let each = |report: &mut Report, _: u64, data: &[u8]| {
        report.right(report::ENTRIES);
        edge.push(leaf_hash(data));
        marks.see(&edge);
    };
    if log::walk(&signed, &text, &key, |path| tile(dir, path), each, report)?.is_some() {
        marks.judge(signed.size, &keys, report);
        narrower(dir, signed.size, report)?;
    }
    Ok(())
}

fn key(dir: &Path, plan: &Plan, report: &mut Report) -> Result<Option<VerifierKey>, Unchecked> {
    if !dir.join(VKEY_FILE).exists() {
        return match &plan.key {
            Some(key) => Ok(Some(key.clone())),
            None => Err(Unchecked(format!(
                "the log's key is not in {VKEY_FILE}: name it with --vkey"
            ))),
        };
    }
    let text = read_text(&dir.join(VKEY_FILE), keys::VKEY_BYTES_MAX)?;
    let shown = keys::parse(&text).map_err(|why| format!("{VKEY_FILE}: {why}"));
    Ok(keys::agree(shown, plan.key.clone(), report))
}

/// Names of the earlier checkpoints beside the newest, in order.
fn earlier(dir: &Path) -> Result<Vec<String>, Unchecked> {
    let names = files(dir)?
        .into_iter()
        .filter_map(|path| path.file_name()?.to_str().map(str::to_owned));
    Ok(names.filter(|name| name.starts_with(EARLIER_PREFIX)).collect())
}

/// Bytes of a tile or bundle; none if it is not there.
fn tile(dir: &Path, path: &TilePath) -> Result<Option<Vec<u8>>, Unchecked> {
    let file = dir.join(path.to_string());
    let bytes_max = match path.level {
        Level::Entries => BUNDLE_BYTES_MAX,
        Level::Hash(_) => TILE_BYTES as u64,
    };
    match file.try_exists() {
        Ok(false) => Ok(None),
        _ => read_bytes(&file, bytes_max).map(Some),
    }
}

/// Checks every tile and bundle in the folder that the walk did not need: each must be the beginning of the widest one
/// at its place, which is known to be right.
fn narrower(dir: &Path, size: u64, report: &mut Report) -> Result<(), Unchecked> {
    let mut others = 0;
    for file in tiles(&dir.join(TILE_FOLDER), DEPTH_MAX)? {
        let name = file.strip_prefix(dir).unwrap_or(&file).to_string_lossy().into_owned();
        let path = name.parse::<TilePath>().ok();
        let widest = path.and_then(|path| TilePath::at_size(path.level, path.index, size));
        let (Some(path), Some(widest)) = (path, widest) else {
            others += 1;
            continue;
        };
        if path.width >= widest.width {
            others += u64::from(path.width > widest.width);
            continue;
        }
        let bytes = tile(dir, &path)?.unwrap_or_default();
        let right = match tile(dir, &widest)? {
            Some(right) => right,
            None => tile(dir, &widest.full())?.unwrap_or_default(),
        };
        let rule = if path.level == Level::Entries {
            report::ENTRIES
        } else {
            report::TILES
        };
        report.check(rule, beginning(&path, &bytes, &right).map_or(Ok(()), Err));
    }
    if others > 0 {
        report.note(format!(
            "{others} files under {TILE_FOLDER} are of no tile of {size} entries: not checked"
        ));
    }
    Ok(())
}

/// What is wrong with a partial tile or bundle, if `right` is the wider one at its place.
fn beginning(path: &TilePath, bytes: &[u8], right: &[u8]) -> Option<String> {
    let width = usize::from(path.width);
    let length = match path.level {
        Level::Hash(_) => width * HASH_BYTES,
        Level::Entries => parse_entry_bundle(right)
            .ok()?
            .iter()
            .take(width)
            .map(|entry| 2 + entry.len())
            .sum(),
    };
    let right = &right[..length.min(right.len())];
    match bytes.iter().zip(right).position(|(one, other)| one != other) {
        Some(byte) => Some(format!("{path}, byte {byte}: differs from the wider one at its place")),
        None if bytes.len() != right.len() => Some(format!(
            "{path} is {} bytes long instead of {}",
            bytes.len(),
            right.len()
        )),
        None => None,
    }
}

/// All files below a folder, in order.
fn tiles(folder: &Path, depth: usize) -> Result<Vec<PathBuf>, Unchecked> {
    let mut found = Vec::new();
    for path in files(folder)? {
        match path.is_dir() {
            true if depth > 0 => found.extend(tiles(&path, depth - 1)?),
            true => {}
            false => found.push(path),
        }
    }
    Ok(found)
}

/// What is in a folder, in order of names; nothing if it is not there.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Unchecked> {
    let failed = |why: std::io::Error| Unchecked(format!("{}: {why}", folder.display()));
    let listed = match std::fs::read_dir(folder) {
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        listed => listed.map_err(failed)?,
    };
    let mut paths = listed
        .map(|file| file.map(|file| file.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    paths.sort();
    Ok(paths)
}
