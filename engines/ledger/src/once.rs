//! Idempotency keys: the same key with the same body is the same act, however often it is sent.

use crate::note::SigningKey;
use crate::store::OnceRow;
use base::time::Hour;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, VecDeque};

/// Days an idempotency key is remembered.
pub const ONCE_DAYS_KEPT: u32 = 7;

/// Bytes a receipt's code is made of.
pub const RECEIPT_BYTES: usize = 10;

/// An idempotency key and the body it came with, as keyed digests. Made by [`Ledger::once`](crate::Ledger::once).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Once {
    pub(crate) key: [u8; 32],
    pub(crate) body: [u8; 32],
}

/// The secret in these digests. Bodies are short and guessable; without the log's key the rows tell nothing.
/// The three uses start with different words, none the beginning of another, so that no digest serves two purposes.
pub(crate) struct Pepper([u8; 32]);

impl Pepper {
    pub(crate) fn new(key: &SigningKey) -> Self {
        Self(key.derive("once"))
    }

    pub(crate) fn once(&self, key: &str, body: &[u8]) -> Once {
        Once {
            key: self.digest(&[b"key", key.as_bytes()]),
            body: self.digest(&[b"body", key.as_bytes(), &[0], body]),
        }
    }

    pub(crate) fn receipt_bits(&self, key: &str) -> [u8; RECEIPT_BYTES] {
        let digest = self.digest(&[b"receipt", key.as_bytes()]);
        std::array::from_fn(|i| digest[i])
    }

    fn digest(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(self.0);
        for part in parts {
            hash.update(part);
        }
        hash.finalize().into()
    }
}

/// The first half of a keyed digest. Millions are remembered at once, and 128 bits under a secret never meet by chance.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Half([u8; 16]);

impl Half {
    fn of(digest: &[u8; 32]) -> Self {
        Half(std::array::from_fn(|i| digest[i]))
    }
}

/// What is remembered of a key.
#[derive(Clone, Copy)]
pub(crate) struct Trace {
    body: Half,
    pub(crate) first: u64,
    /// Hour of that entry; not known of keys remembered from before the start.
    pub(crate) at: Option<Hour>,
}

impl Trace {
    /// Whether this was sent with it.
    pub(crate) fn is_of(&self, body: &[u8; 32]) -> bool {
        self.body == Half::of(body)
    }
}

/// The keys of the last days. It belongs to the sequencer's thread and is not part of the state: replay does not need
/// it, and it is forgotten by the calendar.
#[derive(Default)]
pub(crate) struct Remembered {
    traces: HashMap<Half, Trace>,
    /// The same keys in the order of their entries.
    order: VecDeque<Half>,
}

impl Remembered {
    /// Takes the rows a store kept, which are in the order of their entries.
    pub(crate) fn from_rows(rows: Vec<OnceRow>) -> Self {
        let mut remembered = Self {
            traces: HashMap::with_capacity(rows.len()),
            order: VecDeque::with_capacity(rows.len()),
        };
        for row in rows {
            remembered.insert(row, None);
        }
        remembered
    }

    pub(crate) fn get(&self, key: &[u8; 32]) -> Option<Trace> {
        self.traces.get(&Half::of(key)).copied()
    }

    pub(crate) fn insert(&mut self, row: OnceRow, at: Option<Hour>) {
        let OnceRow { seq, key, body } = row;
        let (key, body) = (Half::of(&key), Half::of(&body));
        self.traces.insert(key, Trace { body, first: seq, at });
        self.order.push_back(key);
    }

    /// Undoes the insertions of a batch that was not recorded: all from this entry on.
    pub(crate) fn forget_from(&mut self, seq: u64) {
        let traces = &mut self.traces;
        while let Some(key) = self
            .order
            .pop_back_if(|key| is_there(traces, key, |first| first >= seq))
        {
            traces.remove(&key);
        }
    }

    /// Forgets the keys of entries before this one.
    pub(crate) fn forget_before(&mut self, seq: u64) {
        let traces = &mut self.traces;
        while let Some(key) = self
            .order
            .pop_front_if(|key| is_there(traces, key, |first| first < seq))
        {
            traces.remove(&key);
        }
    }
}

/// Whether the entry of a key is one of those.
fn is_there(traces: &HashMap<Half, Trace>, key: &Half, those: impl Fn(u64) -> bool) -> bool {
    traces.get(key).is_some_and(|trace| those(trace.first))
}
