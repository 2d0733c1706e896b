//! A log served as C2SP tlog-tiles, in a folder or at an address: walked from the entries up to the signed root.

use super::report::{self, Report, Rule, Unchecked};
use ledger::checkpoint::{Checkpoint, WalkError, walk_log};
use ledger::note::VerifierKey;
use ledger::tile::{Level, TilePath, parse_hashes};
use ledger::tree::{Edge, TILE_WIDTH};

/// Walks the log of a signed checkpoint; none when a fault ended the walk, which the report tells.
///
/// # Errors
/// A tile could not be asked for.
pub fn walk(
    signed: &Checkpoint,
    text: &str,
    key: &VerifierKey,
    mut read: impl FnMut(&TilePath) -> Result<Option<Vec<u8>>, Unchecked>,
    mut each: impl FnMut(&mut Report, u64, &[u8]),
    report: &mut Report,
) -> Result<Option<()>, Unchecked> {
    let walked = walk_log(text, key, &mut read, |seq, data| {
        each(report, seq, data);
        report.progress("tree", seq);
    });
    let (rule, fault) = match walked {
        Ok(walked) => {
            report.right(report::ROOT);
            report.right_times(report::TILES, walked.tiles + walked.bundles);
            return Ok(Some(()));
        }
        Err(WalkError::Read {
            path,
            error: Unchecked(why),
        }) => return Err(Unchecked(format!("{path}: {why}"))),
        Err(WalkError::Checkpoint(why)) => (report::CHECKPOINT, why.to_string()),
        Err(why @ WalkError::TooLarge(_)) => (report::CHECKPOINT, why.to_string()),
        Err(why @ WalkError::Root) => (report::ROOT, why.to_string()),
        Err(WalkError::Hash { path, position }) => differing(signed, path, position, &mut read)?,
        Err(WalkError::Missing(path)) => (rule_of(&path), format!("{path} is missing")),
        Err(WalkError::Malformed(path, why)) => (rule_of(&path), format!("{path}: {why}")),
        Err(WalkError::Width { path, want, got }) => {
            let unit = if path.level == Level::Entries {
                "entries"
            } else {
                "bytes"
            };
            (rule_of(&path), format!("{path} holds {got} {unit} instead of {want}"))
        }
    };
    report.wrong(rule, fault);
    Ok(None)
}

/// The rule a tile or bundle that is not whole breaks.
fn rule_of(path: &TilePath) -> Rule {
    match path.level {
        Level::Entries => report::ENTRIES,
        Level::Hash(_) => report::TILES,
    }
}

/// A hash is not the one of the entries: is it the tile, or the entry, that was changed? If the stored leaf hashes lead
/// to the signed root, the entry was.
fn differing(
    signed: &Checkpoint,
    path: TilePath,
    position: usize,
    read: &mut impl FnMut(&TilePath) -> Result<Option<Vec<u8>>, Unchecked>,
) -> Result<(Rule, String), Unchecked> {
    let place = path.index * TILE_WIDTH as u64 + position as u64;
    let byte = position * ledger::tree::HASH_BYTES;
    if path.level != Level::Hash(0) {
        return Ok((
            report::TILES,
            format!("{path}, byte {byte}: hash {position} is not the one of the entries"),
        ));
    }
    if leaves_lead_to(signed, read)? {
        let bundle = TilePath::at_size(Level::Entries, path.index, signed.size).unwrap_or(path);
        let fault = format!("{bundle}: entry {place} is not the one in the tree");
        return Ok((report::ENTRIES, fault));
    }
    Ok((
        report::TILES,
        format!("{path}, byte {byte}: is not the hash of entry {place}"),
    ))
}

/// Whether the stored leaf hashes lead to the signed root.
fn leaves_lead_to(
    signed: &Checkpoint,
    read: &mut impl FnMut(&TilePath) -> Result<Option<Vec<u8>>, Unchecked>,
) -> Result<bool, Unchecked> {
    let mut edge = Edge::new();
    let mut index = 0;
    while let Some(path) = TilePath::at_size(Level::Hash(0), index, signed.size) {
        let bytes = match read(&path)? {
            Some(bytes) => bytes,
            None => read(&path.full())?.unwrap_or_default(),
        };
        let Ok(hashes) = parse_hashes(&bytes) else {
            return Ok(false);
        };
        for hash in hashes.into_iter().take(usize::from(path.width)) {
            edge.push(hash);
        }
        index += 1;
    }
    Ok(edge.size() == signed.size && edge.root() == signed.root)
}
