//! What a store is, in maps: any sequence of calls must be answered by the store as by this model.

use super::{batch, entries_of, noise, salt, sealed_of};
use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Blob, Erasable, Head, OnceRow, Sealed, Store};
use std::collections::BTreeMap;

/// One call, made from numbers, so that any generator can make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Takes the lead.
    Lead,
    /// Appends `count` entries, `ahead` of the true end, in an epoch `behind` the true one.
    Append {
        /// Entries, 0 to 255.
        count: u8,
        /// Entries the first number is too high.
        ahead: u8,
        /// Epochs the leader is too old.
        behind: u8,
    },
    /// Puts a file under one of 16 names.
    PutBlob {
        /// The name.
        name: u8,
        /// Bytes of the file.
        bytes: u16,
    },
    /// Erases one of the sealed values ever given.
    EraseSealed(u16),
    /// Erases a file of one of 16 names.
    EraseBlob(u8),
    /// Forgets keys before a share (0 to 255 of 255) of the ledger.
    Forget(u8),
    /// Reads a range: shares of the ledger.
    Read(u8, u8),
}

impl Step {
    /// A step out of 64 bits without pattern; legal appends are the most frequent.
    pub fn of(bits: u64) -> Self {
        let [kind, a, b, c, ..] = bits.to_be_bytes();
        match kind % 16 {
            0 => Step::Lead,
            1 => Step::Append {
                count: a % 8,
                ahead: b % 3,
                behind: c % 3,
            },
            2..8 => Step::Append {
                count: a % 40,
                ahead: 0,
                behind: 0,
            },
            8 | 9 => Step::PutBlob {
                name: a,
                bytes: u16::from_be_bytes([b, c]),
            },
            10 | 11 => Step::EraseSealed(u16::from_be_bytes([a, b])),
            12 => Step::EraseBlob(a),
            13 => Step::Forget(a),
            _ => Step::Read(a, b),
        }
    }
}

#[derive(Default)]
struct Model {
    head: Head,
    entries: Vec<Vec<u8>>,
    sealed: BTreeMap<SealedRef, Sealed>,
    given: Vec<SealedRef>,
    once: BTreeMap<u64, OnceRow>,
    blobs: BTreeMap<BlobId, Blob>,
}

/// Walks through the steps and compares after each.
pub fn check<S: Store>(store: &S, steps: &[Step]) {
    let mut model = Model {
        head: store.head().expect("a head"),
        ..Model::default()
    };
    for (i, step) in steps.iter().enumerate() {
        model.step(store, *step, i as u64);
        assert_eq!(store.head().expect("a head"), model.head, "after step {i}, {step:?}");
    }
    model.compare(store, 0, u64::MAX);
}

impl Model {
    fn step<S: Store>(&mut self, store: &S, step: Step, i: u64) {
        let size = self.head.size;
        match step {
            Step::Lead => {
                let head = store.lead().expect("the lead");
                assert!(head.epoch > self.head.epoch);
                self.head.epoch = head.epoch;
            }
            Step::Append { count, ahead, behind } => self.append(store, count, ahead, behind),
            Step::PutBlob { name, bytes } => {
                let id = BlobId([name % 16; 16]);
                let bytes = (0..u64::from(bytes)).map(|j| noise(i ^ j) as u8).collect();
                let blob = Blob {
                    salt: salt(i),
                    bytes,
                    put: Hour::from_unix_secs(i * 3600),
                };
                assert_eq!(store.put_blob(id, &blob).is_ok(), !self.blobs.contains_key(&id));
                self.blobs.entry(id).or_insert(blob);
            }
            Step::EraseSealed(which) => {
                let Some(&at) = self.given.get(usize::from(which) % self.given.len().max(1)) else {
                    return;
                };
                store.erase(&[Erasable::Sealed(at)]).expect("erased");
                self.sealed.remove(&at);
                assert_eq!(store.sealed(at).expect("read"), None);
            }
            Step::EraseBlob(name) => {
                let id = BlobId([name % 16; 16]);
                store.erase(&[Erasable::Blob(id)]).expect("erased");
                self.blobs.remove(&id);
                assert_eq!(store.blob(id).expect("read"), None);
            }
            Step::Forget(share) => {
                let seq = size * u64::from(share) / 255;
                store.forget_once_before(seq).expect("forgotten");
                self.once = self.once.split_off(&seq);
            }
            Step::Read(from, to) => {
                self.compare(store, size * u64::from(from) / 255, size * u64::from(to) / 255);
            }
        }
    }

    fn append<S: Store>(&mut self, store: &S, count: u8, ahead: u8, behind: u8) {
        let mut given = batch(self.head.size + u64::from(ahead), u64::from(count));
        if count == 0 {
            given.tiles.clear();
            given.checkpoint.clear();
        }
        let epoch = self.head.epoch.saturating_sub(u64::from(behind));
        let done = store.append(epoch, &given);
        if ahead > 0 || epoch != self.head.epoch {
            assert!(matches!(done, Err(AppendError::Superseded { .. })), "{done:?}");
            return;
        }
        done.expect("a batch that fits");
        if count == 0 {
            return;
        }
        self.head.size += u64::from(count);
        self.head.checkpoint = given.checkpoint;
        self.entries.extend(given.entries);
        self.once.extend(given.once.into_iter().map(|row| (row.seq, row)));
        for sealed in given.sealed {
            self.given.push(sealed.at);
            self.sealed.insert(sealed.at, sealed);
        }
    }

    fn compare<S: Store>(&self, store: &S, from: u64, to: u64) {
        let in_range = |seq: &u64| *seq >= from && *seq < to;
        let entries = (0..)
            .zip(&self.entries)
            .filter(|(seq, _)| in_range(seq))
            .map(|(seq, entry)| (seq, entry.clone()));
        assert_eq!(entries_of(store, from, to), entries.collect::<Vec<_>>());
        let sealed = self.sealed.values().filter(|sealed| in_range(&sealed.at.seq)).cloned();
        assert_eq!(sealed_of(store, from, to), sealed.collect::<Vec<_>>());
        let once = self.once.range(from..).map(|(_, row)| *row);
        assert_eq!(store.once_from(from).expect("keys"), once.collect::<Vec<_>>());
        let blobs: Vec<(BlobId, Hour)> = self.blobs.iter().map(|(id, blob)| (*id, blob.put)).collect();
        assert_eq!(store.blobs(None, usize::MAX).expect("a list"), blobs);
        for (id, blob) in &self.blobs {
            assert_eq!(store.blob(*id).expect("read").as_ref(), Some(blob));
        }
    }
}
