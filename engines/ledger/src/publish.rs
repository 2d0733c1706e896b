//! What the world sees of the log: a checkpoint that moves rarely, and tiles and proofs that go with it.

use crate::checkpoint::{Checkpoint, sign};
use crate::entry;
use crate::ledger::Ledger;
use crate::machine::Machine;
use crate::proof::TlogProof;
use crate::recent::Own;
use crate::store::{Store, StoreError};
use crate::tile::{Level, TilePath, entry_bundle, parse_hashes};
use crate::tree::{EdgeAndTiles, HASH_BYTES, Hash, Prover, TILE_WIDTH, TileSource, TreeError, root_from_inclusion};
use crate::view::{Public, View};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

/// Why there is no proof.
#[derive(Debug, thiserror::Error)]
pub enum ProofUnavailable {
    /// No such entry, or its batch is not durable yet.
    #[error("entry {seq} is not recorded: the ledger has {size} entries")]
    NotRecorded {
        /// Number of the entry.
        seq: u64,
        /// Entries there are.
        size: u64,
    },
    /// The store failed, or its tiles are not whole.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The public checkpoint and when it came to be.
pub(crate) struct Publication {
    pub(crate) public: Arc<Public>,
    pub(crate) since: Duration,
}

impl Public {
    pub(crate) fn of<M>(view: &View<M>) -> Arc<Self> {
        Arc::new(Self {
            size: view.size,
            root: view.root,
            signed: view.signed.clone(),
        })
    }
}

impl<M: Machine, S: Store> Ledger<M, S> {
    /// The checkpoint shown to the world. It moves when asked for, at most once in `publish_every`, to the newest
    /// signed one; right after the start it is the newest.
    pub fn public(&self) -> Arc<Public> {
        let shared = &self.shared;
        let mut publication = shared.publication.lock().unwrap_or_else(PoisonError::into_inner);
        // Both under the lock, so that it never goes back to an older view.
        let (now, view) = ((shared.monotonic)(), shared.view());
        if view.size > publication.public.size && now.saturating_sub(publication.since) >= shared.publish_every {
            publication.public = Public::of(&view);
            publication.since = now;
        }
        publication.public.clone()
    }

    /// Proof that an entry is in the log: against the public checkpoint if that covers it, else against the checkpoint of
    /// exactly the entries up to this one. Never against a newer one, which would tell whoever holds any receipt when
    /// somebody else wrote.
    ///
    /// # Errors
    /// [`ProofUnavailable`].
    pub fn proof(&self, seq: u64) -> Result<TlogProof, ProofUnavailable> {
        let public = self.public();
        let view = self.view();
        if seq >= view.size {
            return Err(ProofUnavailable::NotRecorded { seq, size: view.size });
        }
        if seq >= public.size {
            return Ok(self.proof_of_its_own(&view, seq)?);
        }
        let size = public.size;
        // Receipts are often asked for against one checkpoint: what one proof had to hash serves the others.
        let mut warm = self.shared.prover.lock().unwrap_or_else(PoisonError::into_inner);
        let source = tiles(&view, &self.shared.store);
        let prover = match warm.take().filter(|kept| kept.size() == size) {
            Some(kept) => Ok(Prover::resume(&source, kept)),
            None => Prover::new(&source, size),
        };
        let mut prover = prover.map_err(|why| tree_error(why.to_string()))?;
        let hashes = prover.inclusion(seq).map_err(|why| tree_error(why.to_string()))?;
        *warm = Some(prover.suspend());
        drop(warm);
        Ok(TlogProof {
            extra: None,
            index: seq,
            hashes,
            checkpoint: public.signed.as_ref().to_owned(),
        })
    }

    /// Proof of an entry in the tree that ends with it. Its checkpoint is signed here, but for the last entry there is.
    fn proof_of_its_own(&self, view: &View<M>, seq: u64) -> Result<TlogProof, StoreError> {
        let shared = &self.shared;
        let recent = shared.recent.lock().unwrap_or_else(PoisonError::into_inner).get(seq);
        let Own { leaf, hashes } = match recent {
            Some(own) => own,
            None => self.computed(view, seq)?,
        };
        let size = seq + 1;
        let checkpoint = if size == view.size {
            view.signed.as_ref().to_owned()
        } else {
            let root = root_from_inclusion(&leaf, seq, size, &hashes).map_err(|why| tree_error(why.to_string()))?;
            let origin = shared.key.name().to_owned();
            sign(&Checkpoint { origin, size, root }, &shared.key)
        };
        Ok(TlogProof {
            extra: None,
            index: seq,
            hashes,
            checkpoint,
        })
    }

    /// What proves an entry, computed again.
    fn computed(&self, view: &View<M>, seq: u64) -> Result<Own, StoreError> {
        let store = &self.shared.store;
        let before = view.edge.at(seq, &tiles(view, store));
        let hashes = before.map_err(|why| tree_error(why.to_string()))?.peaks();
        let leaf = leaf(view, store, seq)?;
        Ok(Own { leaf, hashes })
    }

    /// Shows the world the newest checkpoint now: for a server that has just been set up and to which nobody has written.
    pub fn publish_now(&self) {
        let shared = &self.shared;
        let mut publication = shared.publication.lock().unwrap_or_else(PoisonError::into_inner);
        publication.public = Public::of(&shared.view());
        publication.since = (shared.monotonic)();
    }

    /// Bytes of a tile or entry bundle (of the entries' 32-byte digests), as it stands at the public size or stood at
    /// an earlier one; none beyond.
    ///
    /// # Errors
    /// The store failed or is damaged.
    pub fn tile(&self, path: &TilePath) -> Result<Option<Vec<u8>>, StoreError> {
        let public = self.public();
        let view = self.view();
        match TilePath::at_size(path.level, path.index, public.size) {
            Some(present) if path.width > 0 && path.width <= present.width => {}
            _ => return Ok(None),
        }
        let store = &self.shared.store;
        match path.level {
            Level::Hash(level) => {
                let hashes = tiles(&view, store)
                    .tile(level, path.index, path.width)
                    .map_err(|why| tree_error(why.to_string()))?;
                Ok(Some(hashes.into_flattened()))
            }
            Level::Entries => {
                let from = path.index * TILE_WIDTH as u64;
                let digests = digests(store, from, from + u64::from(path.width))?;
                Ok(Some(entry_bundle(digests.iter().map(|digest| &digest[..]))))
            }
        }
    }
}

/// The leaf hash of an entry, as the tree holds it.
pub(crate) fn leaf<M>(view: &View<M>, store: &impl Store, seq: u64) -> Result<Hash, StoreError> {
    let place = (seq % TILE_WIDTH as u64) as usize;
    let hashes = tiles(view, store)
        .tile(0, seq / TILE_WIDTH as u64, place as u16 + 1)
        .map_err(|why| tree_error(why.to_string()))?;
    hashes
        .get(place)
        .copied()
        .ok_or_else(|| tree_error(format!("the tile of entry {seq} is too narrow")))
}

/// The tiles of a view: partial ones in memory, full ones in the store.
pub(crate) fn tiles<'a, M>(
    view: &'a View<M>,
    store: &'a impl Store,
) -> impl TileSource<Error = TreeError<StoreError>> + 'a {
    EdgeAndTiles::new(&view.edge, |level, index| full_tile(store, level, index))
}

/// A full tile of the store.
pub(crate) fn full_tile(store: &impl Store, level: u8, index: u64) -> Result<Vec<Hash>, StoreError> {
    let bytes = store
        .tile(level, index)?
        .ok_or_else(|| StoreError::Damaged(format!("tile {index} of level {level} is missing")))?;
    parse_hashes(&bytes).map_err(|why| StoreError::Damaged(format!("tile {index} of level {level}: {why}")))
}

/// Digests of the entries `from..to`, all of them.
pub(crate) fn digests(store: &impl Store, from: u64, to: u64) -> Result<Vec<[u8; HASH_BYTES]>, StoreError> {
    let mut digests = Vec::with_capacity((to - from) as usize);
    store.entries(from, to, &mut |_, bytes| {
        digests.push(entry::digest(bytes));
        true
    })?;
    if digests.len() as u64 == to - from {
        Ok(digests)
    } else {
        let missing = from + digests.len() as u64;
        Err(StoreError::Damaged(format!("entry {missing} is missing")))
    }
}

pub(crate) fn tree_error(why: String) -> StoreError {
    StoreError::Damaged(why)
}
