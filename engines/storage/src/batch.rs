//! What every store refuses in a batch before it touches anything.

use base::fact::SealedRef;
use ledger::store::{Batch, Sealed};

/// Sealed fields one entry may have. A store may number them inside their entry.
pub const SEALED_FIELDS_PER_ENTRY_MAX: u64 = 64;

/// Entries one ledger may have: the number of an entry and of a field in it fit in 63 bits together.
pub const ENTRIES_MAX: u64 = (1 << 63) / SEALED_FIELDS_PER_ENTRY_MAX - 1;

/// The sealed values of a batch in the order of entry and field, each with its position among its entry's fields;
/// or why the batch makes no sense.
pub(crate) fn checked(batch: &Batch) -> Result<Vec<(u64, &Sealed)>, String> {
    if batch.entries.is_empty() {
        let nothing = batch.sealed.is_empty() && batch.once.is_empty() && batch.tiles.is_empty();
        return if nothing && batch.checkpoint.is_empty() {
            Ok(Vec::new())
        } else {
            Err("a batch without entries brings something".into())
        };
    }
    let end = batch.first.saturating_add(batch.entries.len() as u64);
    if end > ENTRIES_MAX {
        return Err(format!("entry {end} is beyond the last number there is"));
    }
    let own = batch.first..end;
    let mut before = None;
    for row in &batch.once {
        if !own.contains(&row.seq) || before.is_some_and(|before| before >= row.seq) {
            return Err(format!("the idempotency key of entry {} is out of place", row.seq));
        }
        before = Some(row.seq);
    }
    if let Some(tile) = batch.tiles.iter().find(|tile| i64::try_from(tile.index).is_err()) {
        return Err(format!("there is no tile {}", tile.index));
    }
    let mut sealed: Vec<(u64, &Sealed)> = batch.sealed.iter().map(|sealed| (0, sealed)).collect();
    sealed.sort_by_key(|(_, sealed)| sealed.at);
    let mut last: Option<(u64, SealedRef)> = None;
    for (position, sealed) in &mut sealed {
        let at = sealed.at;
        match last {
            Some((_, other)) if other == at => return Err(format!("the field {} of entry {} twice", at.field, at.seq)),
            Some((place, other)) if other.seq == at.seq => *position = place + 1,
            _ => {}
        }
        if !own.contains(&at.seq) || *position >= SEALED_FIELDS_PER_ENTRY_MAX {
            return Err(format!(
                "the sealed field {} of entry {} is out of place",
                at.field, at.seq
            ));
        }
        last = Some((*position, at));
    }
    Ok(sealed)
}
