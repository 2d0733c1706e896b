//! A data folder, read only: everything is computed again.

use super::report::{self, Report};
use super::{snapshots, values};
use crate::serve::data::{KEY_FILE, ORIGIN_FILE, VKEY_FILE};
use base::fact::{Commitment, Exposure, SealedRef};
use ledger::checkpoint::{self, Checkpoint};
use ledger::entry::{self, EntryProblem};
use ledger::machine::Machine;
use ledger::note::{SigningKey, VerifierKey};
use ledger::store::{Sealed, Store, StoreError, TileRow};
use ledger::tree::{Edge, Hash, leaf_hash};
use std::collections::BTreeMap;
use std::path::Path;
use storage::Sqlite;
use world::{Event, World};

/// Entries whose sealed values are checked at once.
const CHUNK_ENTRIES: u64 = 4096;

/// Verifies a data folder.
pub fn verify(dir: &Path, high_water: Option<&Path>, report: &mut Report) {
    let store = match Sqlite::open_read_only(dir) {
        Ok(store) => store,
        Err(why) => return report.wrong(report::STORE, why.to_string()),
    };
    report.right(report::STORE);
    let key = keys(dir, report);
    let head = match store.head() {
        Ok(head) => head,
        Err(why) => return report.wrong(report::STORE, why.to_string()),
    };
    report.entries = head.size;
    let signed = signed(&head.checkpoint, head.size, key.as_ref(), report);
    let marks = marks(high_water, key.as_ref(), report);
    let snapshots = snapshots::read(dir, report);
    let wanted: Vec<u64> = marks.iter().map(|mark| mark.size).chain(snapshots.sizes()).collect();
    let Some(walked) = walk(&store, head.size, &wanted, snapshots, report) else { return };
    if let Some(signed) = signed {
        match signed.root == walked.root {
            true => report.right(report::ROOT),
            false => report.wrong(report::ROOT, "the entries lead to another root than the signed one"),
        }
    }
    for mark in marks {
        let fault = match walked.roots.get(&mark.size) {
            None => Some(format!("{} entries were signed once, {} are here", mark.size, head.size)),
            Some(root) if *root != mark.root => Some(format!("other entries were signed before number {}", mark.size)),
            Some(_) => None,
        };
        match fault {
            None => report.right(report::HIGH_WATER),
            Some(fault) => report.wrong(report::HIGH_WATER, fault),
        }
    }
    match walked.world.faults() {
        0 => report.right(report::REPLAY),
        faults => report.wrong(report::REPLAY, format!("{faults} references are missing")),
    }
    sealed(&store, head.size, &walked.world, report);
    once(&store, head.size, report);
}

/// The public key, checked against the secret one and the name.
fn keys(dir: &Path, report: &mut Report) -> Option<VerifierKey> {
    let text = |file| std::fs::read_to_string(dir.join(file)).map_err(|why| format!("{file}: {why}"));
    let key: VerifierKey = match text(VKEY_FILE).and_then(|text| {
        text.trim_end_matches('\n').parse().map_err(|why| format!("{VKEY_FILE}: {why}"))
    }) {
        Ok(key) => key,
        Err(fault) => {
            report.wrong(report::KEY, fault);
            return None;
        }
    };
    report.check(report::KEY, text(ORIGIN_FILE).and_then(|name| match name.trim_end() == key.name() {
        true => Ok(()),
        false => Err(format!("{ORIGIN_FILE} and {VKEY_FILE} name different logs")),
    }));
    match std::fs::read(dir.join(KEY_FILE)) {
        Ok(seed) => {
            let secret = <[u8; 32]>::try_from(seed).ok().and_then(|seed| SigningKey::new(key.name(), seed).ok());
            report.check(report::KEY, match secret.map(|secret| secret.verifier() == key) {
                Some(true) => Ok(()),
                _ => Err(format!("{KEY_FILE} is not the secret of {VKEY_FILE}")),
            });
        }
        Err(_) => report.note(format!("{KEY_FILE} is not here or not readable: the key was not compared with its secret")),
    }
    Some(key)
}

fn signed(text: &str, size: u64, key: Option<&VerifierKey>, report: &mut Report) -> Option<Checkpoint> {
    if text.is_empty() && size == 0 {
        report.note("nothing was recorded yet");
        return None;
    }
    match checkpoint::open(text, key?) {
        Ok(checkpoint) if checkpoint.size == size => {
            report.right(report::CHECKPOINT);
            Some(checkpoint)
        }
        Ok(checkpoint) => {
            let fault = format!("{} entries are signed, {size} are stored", checkpoint.size);
            report.wrong(report::CHECKPOINT, fault);
            None
        }
        Err(why) => {
            report.wrong(report::CHECKPOINT, format!("checkpoint: {why}"));
            None
        }
    }
}

fn marks(path: Option<&Path>, key: Option<&VerifierKey>, report: &mut Report) -> Vec<Checkpoint> {
    let (Some(path), Some(key)) = (path, key) else { return Vec::new() };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(why) => {
            report.wrong(report::HIGH_WATER, format!("{}: {why}", path.display()));
            return Vec::new();
        }
    };
    match checkpoint::open(&text, key) {
        Ok(checkpoint) => vec![checkpoint],
        Err(why) => {
            report.wrong(report::HIGH_WATER, format!("{}: {why}", path.display()));
            Vec::new()
        }
    }
}

/// What the first pass over the entries gave.
struct Walked {
    root: Hash,
    /// Roots at the sizes that were asked for.
    roots: BTreeMap<u64, Hash>,
    world: World,
}

struct Walk<'a> {
    store: &'a Sqlite,
    report: &'a mut Report,
    edge: Edge,
    world: World,
    last: Option<base::time::Hour>,
    readable: bool,
}

/// First pass: form, hours, kinds, tree, tiles, state. `None` when the state could not be computed to the end.
fn walk(store: &Sqlite, size: u64, wanted: &[u64], snapshots: snapshots::Found, report: &mut Report) -> Option<Walked> {
    let mut roots = BTreeMap::new();
    let mut walk = Walk { store, report, edge: Edge::new(), world: World::default(), last: None, readable: true };
    let mut note = |walk: &mut Walk<'_>| {
        let at = walk.edge.size();
        if wanted.contains(&at) {
            roots.insert(at, walk.edge.root());
            if walk.readable {
                snapshots.compare(at, &walk.edge.root(), &walk.world, walk.report);
            }
        }
    };
    note(&mut walk);
    let read = store.entries(0, size, &mut |_, bytes| {
        walk.entry(bytes);
        note(&mut walk);
        true
    });
    if let Err(why) = read {
        walk.report.wrong(report::STORE, why.to_string());
        return None;
    }
    let found = walk.edge.size();
    if found != size {
        walk.report.wrong(report::ENTRIES, format!("entry {found} is missing"));
        return None;
    }
    let (root, world, readable) = (walk.edge.root(), walk.world, walk.readable);
    readable.then_some(Walked { root, roots, world })
}

impl Walk<'_> {
    fn entry(&mut self, bytes: &[u8]) {
        let seq = self.edge.size();
        match entry::open(bytes) {
            Ok(envelope) if envelope.seq == seq => {
                self.report.right(report::ENTRIES);
                match self.last {
                    Some(last) if envelope.at < last => {
                        let fault = format!("entry {seq} is of {}, the one before it of {last}", envelope.at);
                        self.report.wrong(report::HOURS, fault);
                    }
                    _ => self.report.right(report::HOURS),
                }
                self.last = Some(envelope.at);
            }
            Ok(envelope) => {
                self.report.wrong(report::ENTRIES, format!("entry {seq} bears the number {}", envelope.seq));
            }
            Err(why) => self.report.wrong(report::ENTRIES, format!("entry {seq}: {why}")),
        }
        match entry::parse::<Event>(bytes) {
            Ok(entry) => {
                self.report.right(report::KINDS);
                self.world.apply(&entry);
            }
            Err(EntryProblem::Shape(why)) => {
                self.report.wrong(report::ENTRIES, format!("entry {seq}: {why}"));
                self.readable = false;
            }
            Err(why) => {
                self.report.wrong(report::KINDS, format!("entry {seq}: {why}"));
                self.readable = false;
            }
        }
        for tile in self.edge.push(leaf_hash(&entry::digest(bytes))) {
            let tile = TileRow { level: tile.level, index: tile.index, bytes: tile.bytes };
            let fault = tile_fault(&tile, self.store.tile(tile.level, tile.index));
            self.report.check(report::TILES, fault.map_or(Ok(()), Err));
        }
    }
}

fn tile_fault(right: &TileRow, stored: Result<Option<Box<[u8]>>, StoreError>) -> Option<String> {
    let name = format!("tile/{}/{}", right.level, right.index);
    match stored {
        Err(why) => Some(format!("{name}: {why}")),
        Ok(None) => Some(format!("{name} is missing")),
        Ok(Some(bytes)) if bytes.len() != right.bytes.len() => Some(format!("{name} is {} bytes long", bytes.len())),
        Ok(Some(bytes)) => {
            let wrong = bytes.iter().zip(&right.bytes).position(|(stored, right)| stored != right)?;
            Some(format!("{name} is not the one of the entries from byte {wrong} on"))
        }
    }
}

/// Second pass: sealed values and files against the commitments in the entries.
fn sealed(store: &Sqlite, size: u64, world: &World, report: &mut Report) {
    let mut from = 0;
    while from < size {
        let to = size.min(from + CHUNK_ENTRIES);
        let mut rows: BTreeMap<SealedRef, Sealed> = BTreeMap::new();
        let read = store.sealed_range(from, to, &mut |row| {
            rows.insert(row.at, row);
            true
        });
        let mut entries: Vec<(u64, Vec<u8>)> = Vec::new();
        let read = read.and_then(|()| {
            store.entries(from, to, &mut |seq, bytes| {
                entries.push((seq, bytes.to_vec()));
                true
            })
        });
        if let Err(why) = read {
            return report.wrong(report::STORE, format!("the sealed values of entries {from} to {}: {why}", to - 1));
        }
        for (seq, bytes) in entries {
            let Ok(envelope) = entry::open(&bytes) else { continue };
            let found = values::commitments(&envelope.data);
            for (field, commitment) in found.values {
                let at = SealedRef::new(seq, field);
                value(at, commitment, rows.remove(&at), world, report);
            }
            for (field, file) in found.files {
                let at = SealedRef::new(seq, field);
                let fault = file_fault(at, file, store, world);
                report.check(report::FILES, fault.map_or(Ok(()), Err));
            }
        }
        for at in rows.keys() {
            report.wrong(report::SEALED, format!("entry {} has no sealed field {}", at.seq, at.field));
        }
        from = to;
    }
    // Rows of entries that do not exist.
    let beyond = store.sealed_range(size, u64::MAX, &mut |row| {
        report.wrong(report::SEALED, format!("entry {} does not exist, and has a sealed field {}", row.at.seq, row.at.field));
        true
    });
    if let Err(why) = beyond {
        report.wrong(report::STORE, why.to_string());
    }
}

fn value(at: SealedRef, commitment: Commitment, row: Option<Sealed>, world: &World, report: &mut Report) {
    let name = format!("entry {}, field {}", at.seq, at.field);
    match (world.exposure_of(at), row) {
        // A digest that is no commitment, such as a receipt's or a token's.
        (Exposure::Absent, None) => {}
        (Exposure::Absent, Some(_)) => report.wrong(report::SEALED, format!("{name}: is not a sealed field")),
        (Exposure::Erased(_), None) => report.right(report::ERASED),
        (Exposure::Erased(by), Some(_)) if is_confirmed(world, at) => {
            report.wrong(report::ERASED, format!("{name}: was erased by entry {by}, and is still there"));
        }
        (_, None) => report.wrong(report::ERASED, format!("{name}: is missing, and no entry erased it")),
        (_, Some(row)) => match Commitment::of(&row.salt, row.value.as_bytes()) == commitment {
            true => report.right(report::SEALED),
            false => report.wrong(report::SEALED, format!("{name}: does not open the commitment in the entry")),
        },
    }
}

/// Whether the store reported that a value is gone.
fn is_confirmed(world: &World, at: SealedRef) -> bool {
    world.erasures.values().any(|order| order.erased.is_some() && order.targets.contains(&at))
}

fn file_fault(at: SealedRef, file: base::fact::BlobRef, store: &Sqlite, world: &World) -> Option<String> {
    let name = format!("entry {}, file {} ({})", at.seq, at.field, file.id);
    let erased = matches!(world.exposure_of(at), Exposure::Erased(_));
    match store.blob(file.id) {
        Err(why) => Some(format!("{name}: {why}")),
        Ok(None) if erased => None,
        Ok(None) => Some(format!("{name}: is missing, and no entry erased it")),
        Ok(Some(_)) if erased && is_confirmed(world, at) => Some(format!("{name}: was erased, and is still there")),
        Ok(Some(blob)) if Commitment::of(&blob.salt, &blob.bytes) == file.commitment => None,
        Ok(Some(_)) => Some(format!("{name}: is not the file the entry commits to")),
    }
}

fn once(store: &Sqlite, size: u64, report: &mut Report) {
    match store.once_from(0) {
        Err(why) => report.wrong(report::STORE, why.to_string()),
        Ok(rows) => rows.iter().for_each(|row| match row.seq < size {
            true => report.right(report::ONCE),
            false => report.wrong(report::ONCE, format!("an idempotency key names entry {}, which is not there", row.seq)),
        }),
    }
}
