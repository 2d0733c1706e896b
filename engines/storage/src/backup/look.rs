//! A backup as a store: everything that reads works, everything that would write fails.

use super::open::{Backup, MARK_EVERY};
use super::{BLOBS_FILE, BackupError};
use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use ledger::tree::{TILE_WIDTH, leaf_hash};
use std::io::{BufRead, Read, Seek, SeekFrom};

fn read_only() -> StoreError {
    StoreError::Failed {
        doing: "writing",
        why: "a backup is only read".into(),
    }
}

fn failed(why: BackupError) -> StoreError {
    match why {
        BackupError::Store(why) => why,
        other => StoreError::Failed {
            doing: "reading a backup",
            why: other.to_string(),
        },
    }
}

fn failed_io(why: std::io::Error) -> StoreError {
    StoreError::Failed {
        doing: "reading a backup",
        why: why.to_string(),
    }
}

impl Store for Backup {
    fn head(&self) -> Result<Head, StoreError> {
        Ok(Head {
            size: self.manifest().entries,
            epoch: 0,
            checkpoint: self.checkpoint.clone(),
        })
    }

    fn lead(&self) -> Result<Head, StoreError> {
        Err(read_only())
    }

    fn append(&self, _epoch: u64, _batch: &Batch) -> Result<(), AppendError> {
        Err(AppendError::NotCommitted(read_only().to_string()))
    }

    fn settle(&self, _epoch: u64, _batch: &Batch) -> Settled {
        Settled::Unknown(read_only().to_string())
    }

    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        let Some(mark) = self.entry_marks.get((from / MARK_EVERY) as usize) else {
            return Ok(());
        };
        let mut lines = self.entry_lines(*mark).map_err(failed)?;
        let (mut seq, mut line) = (from / MARK_EVERY * MARK_EVERY, Vec::new());
        while seq < to && lines.read_until(b'\n', &mut line).map_err(failed_io)? > 0 {
            let bytes = line.strip_suffix(b"\n").unwrap_or(&line);
            if seq >= from && !each(seq, bytes) {
                break;
            }
            seq += 1;
            line.clear();
        }
        Ok(())
    }

    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        let mut found = None;
        self.sealed_range(at.seq, at.seq.saturating_add(1), &mut |sealed| {
            if sealed.at == at {
                found = Some(sealed);
            }
            found.is_none()
        })?;
        Ok(found)
    }

    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        // The last mark that is not behind the first value wanted.
        let before = self.words_marks.partition_point(|(at, _)| at.seq < from);
        let Some((_, mark)) = self.words_marks.get(before.saturating_sub(1)) else {
            return Ok(());
        };
        let mut lines = self.words_lines(*mark).map_err(failed)?;
        while let Some((sealed, _)) = self.next_words(&mut lines).map_err(failed)? {
            if sealed.at.seq >= to {
                break;
            }
            if sealed.at.seq >= from && !self.words_left_out.contains(&sealed.at) && !each(sealed) {
                break;
            }
        }
        Ok(())
    }

    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        Ok(self.once.iter().filter(|row| row.seq >= from).copied().collect())
    }

    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        Ok(self.once.first().map(|row| row.seq))
    }

    fn forget_once_before(&self, _seq: u64) -> Result<(), StoreError> {
        Err(read_only())
    }

    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        if level > 0 {
            return Ok(self.upper_tiles.get(&(level, index)).cloned());
        }
        let width = TILE_WIDTH as u64;
        let Some(from) = index
            .checked_mul(width)
            .filter(|from| from + width <= self.manifest().entries)
        else {
            return Ok(None);
        };
        let mut bytes = Vec::with_capacity(TILE_WIDTH * 32);
        self.entries(from, from + width, &mut |_, entry| {
            bytes.extend_from_slice(&leaf_hash(&ledger::entry::digest(entry)));
            true
        })?;
        Ok(Some(bytes.into()))
    }

    fn put_blob(&self, _id: BlobId, _blob: &Blob) -> Result<(), StoreError> {
        Err(read_only())
    }

    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        let Some(place) = self.blobs.get(&id).filter(|_| !self.blobs_left_out.contains(&id)) else {
            return Ok(None);
        };
        let mut file = self.opened(BLOBS_FILE).map_err(failed)?;
        file.seek(SeekFrom::Start(place.at)).map_err(failed_io)?;
        let mut bytes = Vec::new();
        file.take(place.bytes).read_to_end(&mut bytes).map_err(failed_io)?;
        if bytes.len() as u64 != place.bytes {
            return Err(StoreError::Damaged("a file in the backup is cut".into()));
        }
        Ok(Some(Blob {
            salt: place.salt,
            bytes,
            put: place.put,
        }))
    }

    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        let kept = self.blobs.iter().filter(|(id, _)| !self.blobs_left_out.contains(id));
        let behind = kept.filter(|(id, _)| after.is_none_or(|after| **id > after));
        Ok(behind.take(limit).map(|(id, place)| (*id, place.put)).collect())
    }

    fn erase(&self, _what: &[Erasable]) -> Result<(), StoreError> {
        Err(read_only())
    }
}
