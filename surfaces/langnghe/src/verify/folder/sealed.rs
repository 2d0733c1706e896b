//! Second pass over a folder: sealed values and files against the commitments in the entries.

use crate::verify::report::{self, Report, Rule};
use crate::verify::values;
use base::fact::{BlobRef, Commitment, Exposure, SealedRef};
use ledger::entry;
use ledger::store::{Sealed, Store, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use world::World;

/// Entries whose sealed values are checked at once.
const CHUNK_ENTRIES: u64 = 1_024;

struct Pass<'a> {
    store: &'a dyn Store,
    world: World,
    /// What the store reported to be gone.
    confirmed: BTreeSet<SealedRef>,
    /// What is not there and was not erased by the entries read so far.
    missing: Vec<(Rule, SealedRef, String)>,
    report: &'a mut Report,
}

/// Checks every sealed value and file of the first `size` entries, which lead to `world`.
pub fn verify(store: &dyn Store, size: u64, world: World, report: &mut Report) {
    let done = world.erasures.values().filter(|order| order.erased.is_some());
    let confirmed = done.flat_map(|order| order.targets.iter().copied()).collect();
    let open = world.pending_erasures().len();
    if open > 0 {
        report.note(format!("{open} orders to erase are not reported done"));
    }
    let mut pass = Pass {
        store,
        world,
        confirmed,
        missing: Vec::new(),
        report,
    };
    let mut from = 0;
    while from < size {
        let to = size.min(from + CHUNK_ENTRIES);
        pass.chunk(from, to);
        from = to;
    }
    pass.beyond(size);
    pass.settle(size);
}

impl Pass<'_> {
    fn chunk(&mut self, from: u64, to: u64) {
        let mut rows = self.rows(from, to);
        let mut entries: Vec<(u64, Vec<u8>)> = Vec::new();
        let read = self.store.entries(from, to, &mut |seq, bytes| {
            entries.push((seq, bytes.to_vec()));
            true
        });
        if let Err(why) = read {
            self.report
                .wrong(report::STORE, format!("entries {from} to {}: {why}", to - 1));
        }
        for (seq, bytes) in entries {
            // What is no entry was told of in the first pass, and there is no state then.
            let Ok(envelope) = entry::open(&bytes) else { continue };
            let found = values::commitments(&envelope.data);
            for (field, commitment) in found.values {
                let at = SealedRef::new(seq, field);
                let row = rows.remove(&at);
                self.value(at, commitment, row);
            }
            for (field, file) in found.files {
                self.file(SealedRef::new(seq, field), file);
            }
        }
        for at in rows.keys() {
            self.report.wrong(
                report::SEALED,
                format!("entry {} has no sealed field {}", at.seq, at.field),
            );
        }
    }

    /// Sealed values as they are stored. One that cannot be read does not hide the others.
    fn rows(&mut self, from: u64, to: u64) -> BTreeMap<SealedRef, Sealed> {
        let (mut rows, mut twice) = (BTreeMap::new(), Vec::new());
        let read = self.store.sealed_range(from, to, &mut |row| {
            let at = row.at;
            if rows.insert(at, row).is_some() {
                twice.push(at);
            }
            true
        });
        match read {
            Err(_) if to - from > 1 => return (from..to).flat_map(|seq| self.rows(seq, seq + 1)).collect(),
            Err(StoreError::Damaged(why)) => self.report.wrong(report::SEALED, format!("entry {from}: {why}")),
            Err(why) => self
                .report
                .wrong(report::STORE, format!("sealed values of entry {from}: {why}")),
            Ok(()) => {}
        }
        for at in twice {
            self.report.wrong(
                report::SEALED,
                format!("entry {}, field {}: is there twice", at.seq, at.field),
            );
        }
        rows
    }

    fn value(&mut self, at: SealedRef, commitment: Commitment, row: Option<Sealed>) {
        let name = format!("entry {}, field {}", at.seq, at.field);
        match (self.world.exposure_of(at), row) {
            // A digest that is no commitment, such as a receipt's or a token's.
            (Exposure::Absent, None) => {}
            (Exposure::Absent, Some(_)) => self
                .report
                .wrong(report::SEALED, format!("{name}: is not a sealed field")),
            (Exposure::Erased(_), None) => self.report.right(report::ERASED),
            (Exposure::Erased(by), Some(_)) if self.confirmed.contains(&at) => {
                self.report.wrong(
                    report::ERASED,
                    format!("{name}: was erased by entry {by}, and is still there"),
                );
            }
            (_, None) => self.missing.push((report::ERASED, at, name)),
            (_, Some(row)) if Commitment::of(&row.salt, row.value.as_bytes()) == commitment => {
                self.report.right(report::SEALED);
            }
            (_, Some(_)) => {
                self.report.wrong(
                    report::SEALED,
                    format!("{name}: does not open the commitment in the entry"),
                );
            }
        }
    }

    fn file(&mut self, at: SealedRef, file: BlobRef) {
        let name = format!("entry {}, file {} ({})", at.seq, at.field, file.id);
        let erased = matches!(self.world.exposure_of(at), Exposure::Erased(_));
        let fault = match self.store.blob(file.id) {
            Err(why) => format!("{name}: {why}"),
            Ok(None) if erased => return self.report.right(report::FILES),
            Ok(None) => return self.missing.push((report::FILES, at, name)),
            Ok(Some(_)) if self.confirmed.contains(&at) => format!("{name}: was erased, and is still there"),
            Ok(Some(blob)) if Commitment::of(&blob.salt, &blob.bytes) == file.commitment => {
                return self.report.right(report::FILES);
            }
            Ok(Some(_)) => format!("{name}: is not the file the entry commits to"),
        };
        self.report.wrong(report::FILES, fault);
    }

    /// Sealed values of entries that do not exist, unless a running server has recorded them meanwhile.
    fn beyond(&mut self, size: u64) {
        let mut beyond = Vec::new();
        let read = self.store.sealed_range(size, u64::MAX, &mut |row| {
            beyond.push(row.at);
            true
        });
        let now = read.and_then(|()| self.store.head());
        match now {
            Ok(head) => beyond.retain(|at| at.seq >= head.size),
            Err(StoreError::Damaged(why)) => {
                return self.report.wrong(report::SEALED, format!("beyond entry {size}: {why}"));
            }
            Err(why) => return self.report.wrong(report::STORE, why.to_string()),
        }
        for at in beyond {
            let fault = format!("entry {} does not exist, and has a sealed field {}", at.seq, at.field);
            self.report.wrong(report::SEALED, fault);
        }
    }

    /// What was missing may have been erased by entries that a running server recorded after the first pass.
    fn settle(&mut self, size: u64) {
        let missing = std::mem::take(&mut self.missing);
        if missing.is_empty() {
            return;
        }
        let grown = self.store.head().map_err(|why| why.to_string()).and_then(|head| {
            ledger::replay(self.store, &mut self.world, size, head.size).map_err(|why| why.to_string())
        });
        if let Err(why) = grown {
            self.report
                .note(format!("entries recorded meanwhile could not be read: {why}"));
        }
        for (rule, at, name) in missing {
            match self.world.exposure_of(at) {
                Exposure::Erased(_) => self.report.right(rule),
                _ => self
                    .report
                    .wrong(rule, format!("{name}: is missing, and no entry erased it")),
            }
        }
    }
}
