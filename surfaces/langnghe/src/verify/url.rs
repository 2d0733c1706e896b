//! An office at an address: all that is public is read and computed again; of the rest, the digests.

mod client;
mod entries;
mod values;

use super::Plan;
use super::ended::LogKeys;
use super::keys;
use super::log;
use super::marks::Marks;
use super::report::{self, Report, Unchecked};
use base::fact::Entropy;
use client::Client;
use ledger::checkpoint;
use ledger::note::{MAX_NOTE_BYTES, VerifierKey};
use ledger::tile::{Level, TilePath};
use ledger::tree::{Edge, HASH_BYTES, Hash, TILE_BYTES, TILE_WIDTH, leaf_hash};
use std::collections::BTreeSet;
use std::convert::Infallible;
use world::World;

/// The longest bundle of an office's log, in bytes: 256 digests, each after its length.
const BUNDLE_BYTES_MAX: usize = TILE_WIDTH * (2 + HASH_BYTES);

/// Verifies the office at an address. Keeps 32 bytes for each entry of the log.
///
/// # Errors
/// The office does not answer, or answers what no office does.
pub fn verify(address: &str, plan: &Plan, report: &mut Report) -> Result<(), Unchecked> {
    let client = Client::new(address);
    let Some(key) = key(&client, plan, report)? else {
        return Ok(());
    };
    // Signed before the log is asked: what the world sees of it may lag behind the last two, not behind the first.
    let mut marks = Marks::default();
    marks.read(&plan.checkpoints, false)?;
    marks.read(plan.high_water.as_slice(), true)?;
    if let Some(receipt) = &plan.receipt {
        receipt.mark(&mut marks, true);
    }
    let text = text(&client, "checkpoint", MAX_NOTE_BYTES as u64)?;
    let signed = match checkpoint::open(&text, &key) {
        Ok(signed) => signed,
        Err(why) => {
            report.wrong(report::CHECKPOINT, format!("checkpoint: {why}"));
            return Ok(());
        }
    };
    report.right(report::CHECKPOINT);
    report.entries = signed.size;
    let mut digests: Vec<Hash> = Vec::new();
    let mut edge = Edge::new();
    marks.see(&edge);
    let each = |report: &mut Report, seq: u64, data: &[u8]| {
        if data.len() != HASH_BYTES {
            report.wrong(
                report::ENTRIES,
                format!("the bundle holds {} bytes for entry {seq}, not a digest", data.len()),
            );
        }
        digests.push(data.try_into().unwrap_or_default());
        edge.push(leaf_hash(data));
        marks.see(&edge);
    };
    if log::walk(&signed, &text, &key, |path| tile(&client, path), each, report)?.is_none() {
        return Ok(());
    }
    let wanted = wanted(signed.size, plan.sample);
    let whole = wanted.len() as u64 == signed.size;
    if !whole {
        report.note(format!(
            "{} entries drawn by lot were looked at, of {}",
            wanted.len(),
            signed.size
        ));
    }
    let found = entries::verify(&client, &wanted, &digests, whole, report)?;
    let keys = LogKeys::of(key, found.world.as_ref());
    let mut ended = Edge::new();
    for (seq, ending) in found.world.iter().flat_map(World::ended_logs) {
        let before = digests.iter().take(seq as usize).skip(ended.size() as usize);
        before.for_each(|digest| drop(ended.push(leaf_hash(digest))));
        super::ended::check(seq, ending, &ended.root(), report);
    }
    marks.judge(signed.size, &keys, report);
    if let Some(receipt) = &plan.receipt {
        receipt.prove(&keys, report)?;
        let digest = |seq| Ok::<_, Infallible>(usize::try_from(seq).ok().and_then(|seq| digests.get(seq).copied()));
        receipt.find(signed.size, true, digest, &keys, report);
    }
    values::verify(&client, found, &digests, report)
}

/// The key the office shows, compared with the pinned one.
fn key(client: &Client, plan: &Plan, report: &mut Report) -> Result<Option<VerifierKey>, Unchecked> {
    let text = text(client, "vkey", keys::VKEY_BYTES_MAX)?;
    let shown = keys::parse(&text).map_err(|why| format!("vkey: {why}"));
    if plan.key.is_none() && shown.is_ok() {
        report.note("the key is the one the office shows: pin it with --vkey to notice another one later");
    }
    Ok(keys::agree(shown, plan.key.clone(), report))
}

/// A text the office must have.
fn text(client: &Client, path: &str, bytes_max: u64) -> Result<String, Unchecked> {
    let answer = client.get(path, bytes_max)?;
    match answer.status {
        200 => Ok(String::from_utf8_lossy(&answer.body).into_owned()),
        status => Err(Unchecked(format!(
            "/log/{path} is answered with {status}: is this the address of an office?"
        ))),
    }
}

/// Bytes of a tile or bundle; none if the office has none.
fn tile(client: &Client, path: &TilePath) -> Result<Option<Vec<u8>>, Unchecked> {
    let bytes_max = match path.level {
        Level::Entries => BUNDLE_BYTES_MAX,
        Level::Hash(_) => TILE_BYTES,
    };
    let answer = client.get(&path.to_string(), bytes_max as u64)?;
    match answer.status {
        200 => Ok(Some(answer.body)),
        404 => Ok(None),
        status => Err(Unchecked(format!("is answered with {status}"))),
    }
}

/// The entries to look at: all, or so many drawn by lot, in order.
fn wanted(size: u64, sample: Option<u64>) -> Vec<u64> {
    let Some(sample) = sample.filter(|sample| *sample < size) else {
        return (0..size).collect();
    };
    let mut entropy = Entropy::new(ledger::system_entropy());
    let mut drawn = BTreeSet::new();
    // Robert Floyd's way: each set of so many numbers is as likely as any other.
    for last in size - sample..size {
        let one = entropy.below(last + 1);
        drawn.insert(if drawn.contains(&one) { last } else { one });
    }
    drawn.into_iter().collect()
}
