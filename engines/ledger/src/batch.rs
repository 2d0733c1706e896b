//! A batch in the making: the sequencer's own copy of the world, to be published whole or dropped whole.

use crate::checkpoint::{Checkpoint, sign};
use crate::entry::{self, ENTRY_BYTES_MAX, Entry};
use crate::machine::Machine;
use crate::note::SigningKey;
use crate::outcome::{Answer, Recorded, Rejected};
use crate::recent::Own;
use crate::store::{Batch, Sealed, Store, TileRow};
use crate::tree::{Edge, leaf_hash};
use crate::view::View;
use base::fact::{Actor, Context, Entropy, Recordable, SealedRef};
use base::time::{Hour, Minute};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The working copy. It starts as the published view and no reader ever sees it before it is durable.
pub(crate) struct Draft<'a, M> {
    base: &'a View<M>,
    now: Minute,
    at: Hour,
    state: M,
    edge: Edge,
    touched: BTreeSet<SealedRef>,
    batch: Batch,
    bytes: usize,
    proofs: Vec<Own>,
}

/// A batch that was decided.
pub(crate) struct Decided<M> {
    /// What is to be written.
    pub(crate) batch: Batch,
    /// What is to be shown once that is durable.
    pub(crate) view: View<M>,
    /// What proves its entries.
    pub(crate) proofs: Vec<Own>,
}

impl<'a, M: Machine> Draft<'a, M> {
    /// Goes on from a published view. A clock that went back does not take the record back: within a batch and over
    /// the ledger the hour never decreases, and rules see no time before the last entry's hour.
    pub(crate) fn new(base: &'a View<M>, clock: Minute) -> Self {
        let now = base.last_at.map_or(clock, |last| clock.max(last.starts_at()));
        Self {
            base,
            now,
            at: now.hour(),
            state: base.state.clone(),
            edge: base.edge.clone(),
            touched: BTreeSet::new(),
            batch: Batch {
                first: base.size,
                removing: true,
                ..Batch::default()
            },
            bytes: 0,
            proofs: Vec::new(),
        }
    }

    /// Bytes of the entries and sealed words so far.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// The rows to write.
    pub(crate) fn batch(&mut self) -> &mut Batch {
        &mut self.batch
    }

    /// Decides a command and takes its events in. Whatever is rejected has changed nothing: deciding only reads, and
    /// every entry is written and measured before the first one is applied.
    pub(crate) fn record(&mut self, actor: Actor, command: &M::Command, seed: [u8; 32]) -> Answer<M> {
        let mut context = Context {
            now: self.now,
            actor,
            entropy: Entropy::new(seed),
        };
        let proposed = self.state.decide(&mut context, command).map_err(Rejected::Refused)?;
        let first = self.edge.size();
        let mut written = Vec::with_capacity(proposed.len());
        for (seq, proposal) in (first..).zip(&proposed) {
            // The salt of a private entry: without it its digest, which is public, could be found by trial.
            let salt = proposal.event.kind().private.then(|| context.entropy.draw());
            let bytes = entry::write(seq, self.at, proposal.by, &proposal.event, salt.as_ref());
            if bytes.len() > ENTRY_BYTES_MAX {
                let (kind, length) = (proposal.event.kind().name, bytes.len());
                return Err(Rejected::NotRecorded(format!(
                    "an entry of kind {kind} would be {length} bytes long, {ENTRY_BYTES_MAX} are allowed"
                )));
            }
            written.push(bytes);
        }
        let count = proposed.len() as u32;
        self.batch.removing &= count == 0 || M::removes(command);
        for (proposal, bytes) in proposed.into_iter().zip(written) {
            let seq = self.edge.size();
            let entry = Entry {
                seq,
                at: self.at,
                by: proposal.by.map(Box::from),
                event: proposal.event,
            };
            self.state.apply(&entry);
            self.touched.extend(self.state.touched(&entry));
            let leaf = leaf_hash(&entry::digest(&bytes));
            let hashes = self.edge.peaks();
            self.proofs.push(Own { leaf, hashes });
            let full = self.edge.push(leaf);
            self.batch.tiles.extend(full.into_iter().map(|tile| TileRow {
                level: tile.level,
                index: tile.index,
                bytes: tile.bytes,
            }));
            self.bytes += bytes.len();
            self.batch.entries.push(bytes);
            for seal in proposal.seals {
                self.bytes += seal.value.len();
                self.batch.sealed.push(Sealed {
                    at: SealedRef::new(seq, seal.field),
                    salt: seal.salt,
                    value: seal.value,
                });
            }
        }
        Ok(Recorded {
            first: (count > 0).then_some(first),
            count,
            at: self.at,
            repeated: false,
        })
    }

    /// Signs the batch and makes the view to publish once it is durable; nothing if no event was recorded.
    pub(crate) fn finish(mut self, store: &impl Store, key: &SigningKey) -> Option<Decided<M>> {
        if self.batch.entries.is_empty() {
            return None;
        }
        let (size, root) = (self.edge.size(), self.edge.root());
        self.batch.checkpoint = sign(
            &Checkpoint {
                origin: key.name().to_owned(),
                size,
                root,
            },
            key,
        );
        self.batch.sealed.sort_by_key(|sealed| sealed.at);
        let mut texts = self.base.texts.clone();
        texts.follow(&self.state, self.touched, &self.batch.sealed, store);
        let view = View {
            text_faults: texts.faults(),
            state: self.state,
            texts,
            size,
            root,
            signed: Arc::from(self.batch.checkpoint.as_str()),
            last_at: Some(self.at),
            edge: self.edge,
        };
        Some(Decided {
            batch: self.batch,
            view,
            proofs: self.proofs,
        })
    }
}
