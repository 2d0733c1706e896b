//! Snapshots: the state as bytes, so that a start need not read the whole record. A cache, never a truth.
//!
//! A line that names the format of the file, a line of JSON (`{"format","size","root"}`), 32 bytes of seal, and the
//! state in postcard. The seal is keyed by the log's key and covers all the rest: a state that someone wrote by hand
//! would otherwise be believed until the next full replay. It hashes a digest of fixed length, so that nothing can be
//! appended to a sealed file.

use crate::machine::Machine;
use crate::note::SigningKey;
use crate::options::SnapshotShelf;
use crate::tree::{HASH_BYTES, Hash};
use crate::view::View;
use base::hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// First line of the file.
const MAGIC: &[u8] = b"langnghe/snapshot/v1\n";

/// Snapshots kept on the shelf.
pub const SNAPSHOTS_KEPT: usize = 2;

/// Longest header line, in bytes: a format's name, a number and a root.
const HEADER_BYTES_MAX: usize = 1_024;

/// The secret of the seal.
#[derive(Clone)]
pub(crate) struct SnapshotKey([u8; 32]);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    format: String,
    size: u64,
    root: String,
}

/// Why a snapshot is not used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SnapshotProblem {
    #[error("it cannot be read: {0}")]
    Read(#[from] std::io::Error),
    #[error("it is not a snapshot")]
    Shape,
    #[error("it is of another release")]
    Format,
    #[error("it is of another ledger or of another size")]
    Place,
    #[error("it is damaged or was not written with this log's key")]
    Seal,
}

impl SnapshotKey {
    pub(crate) fn new(key: &SigningKey) -> Self {
        Self(key.derive("snapshot"))
    }

    fn seal(&self, header: &[u8], body: &[u8]) -> [u8; 32] {
        let inner = Sha256::new()
            .chain_update(MAGIC)
            .chain_update(header)
            .chain_update(body)
            .finalize();
        Sha256::new().chain_update(self.0).chain_update(inner).finalize().into()
    }
}

/// The file of a view.
pub(crate) fn write<M: Machine>(view: &View<M>, key: &SnapshotKey) -> Result<Vec<u8>, String> {
    let header = Header {
        format: M::FORMAT.to_owned(),
        size: view.size,
        root: hex::encode(&view.root),
    };
    let mut header = serde_json::to_vec(&header).map_err(|why| why.to_string())?;
    header.push(b'\n');
    let body = postcard::to_stdvec(&view.state).map_err(|why| why.to_string())?;
    Ok([MAGIC, &header, &key.seal(&header, &body), &body].concat())
}

/// The state in a file, if it is one of this release, of this ledger at this size, and whole.
pub(crate) fn read<M: Machine>(bytes: &[u8], size: u64, root: &Hash, key: &SnapshotKey) -> Result<M, SnapshotProblem> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(SnapshotProblem::Shape)?;
    let line = rest
        .iter()
        .take(HEADER_BYTES_MAX)
        .position(|byte| *byte == b'\n')
        .ok_or(SnapshotProblem::Shape)?;
    let (line, rest) = rest.split_at(line + 1);
    let header: Header = serde_json::from_slice(line).map_err(|_| SnapshotProblem::Shape)?;
    if header.format != M::FORMAT {
        return Err(SnapshotProblem::Format);
    }
    if header.size != size || header.root != hex::encode(root) {
        return Err(SnapshotProblem::Place);
    }
    let (seal, body) = rest.split_first_chunk::<HASH_BYTES>().ok_or(SnapshotProblem::Shape)?;
    if *seal != key.seal(line, body) {
        return Err(SnapshotProblem::Seal);
    }
    postcard::from_bytes(body).map_err(|_| SnapshotProblem::Format)
}

/// Opens a snapshot as a start would: the state in it, or why a start would ignore it.
///
/// # Errors
/// One sentence.
pub fn open_snapshot<M: Machine>(bytes: &[u8], size: u64, root: &Hash, key: &SigningKey) -> Result<M, String> {
    read(bytes, size, root, &SnapshotKey::new(key)).map_err(|why| why.to_string())
}

/// Writes a snapshot and clears away the older ones.
pub(crate) fn keep<M: Machine>(view: &View<M>, key: &SnapshotKey, shelf: &dyn SnapshotShelf) -> Result<(), String> {
    let bytes = write(view, key)?;
    shelf.write(view.size, &bytes).map_err(|why| why.to_string())?;
    shelf.keep_newest(SNAPSHOTS_KEPT).map_err(|why| why.to_string())
}

/// What a look at the shelf gave.
pub(crate) struct Found<M> {
    /// The newest usable snapshot, with its size.
    pub(crate) usable: Option<(u64, M)>,
    /// What is to be said of the newer ones that are not.
    pub(crate) ignored: Vec<(u64, String)>,
    /// The size of a snapshot this log's key sealed when it had more entries than there are now: they were lost.
    pub(crate) beyond: Option<u64>,
}

/// The header of a file whose seal is right under this key, whatever release wrote it.
fn sealed_header(bytes: &[u8], key: &SnapshotKey) -> Option<Header> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let end = rest.iter().take(HEADER_BYTES_MAX).position(|byte| *byte == b'\n')?;
    let (line, rest) = rest.split_at(end + 1);
    let (seal, body) = rest.split_first_chunk::<HASH_BYTES>()?;
    if *seal != key.seal(line, body) {
        return None;
    }
    serde_json::from_slice(line).ok()
}

/// Whether a file is a snapshot that was sealed with this log's key, whole, of whatever release and size.
pub fn is_sealed_snapshot(bytes: &[u8], key: &SigningKey) -> bool {
    sealed_header(bytes, &SnapshotKey::new(key)).is_some()
}

/// How many entries a snapshot is of, and their root, if it was sealed with this log's key, whole, by whatever release.
pub fn snapshot_covers(bytes: &[u8], key: &SigningKey) -> Option<(u64, Hash)> {
    let header = sealed_header(bytes, &SnapshotKey::new(key))?;
    Some((header.size, hex::decode_32(&header.root)?))
}

/// Looks for the newest usable snapshot of a ledger of `size` entries.
pub(crate) fn newest<M: Machine>(
    shelf: &dyn SnapshotShelf,
    size: u64,
    key: &SnapshotKey,
    root_at: impl Fn(u64) -> Option<Hash>,
) -> Found<M> {
    let mut ignored = Vec::new();
    let mut sizes = shelf.list().unwrap_or_else(|why| {
        ignored.push((0, format!("the shelf cannot be read: {why}")));
        Vec::new()
    });
    sizes.sort_unstable_by_key(|&size| std::cmp::Reverse(size));
    let lost = |candidate: &u64| {
        shelf
            .read(*candidate)
            .ok()
            .and_then(|bytes| sealed_header(&bytes, key))
            .is_some_and(|header| header.size == *candidate)
    };
    let beyond = sizes
        .iter()
        .copied()
        .take_while(|candidate| *candidate > size)
        .find(lost);
    let usable = sizes.into_iter().find_map(|candidate| {
        let root = if candidate <= size { root_at(candidate) } else { None };
        let state = root.ok_or(SnapshotProblem::Place).and_then(|root| {
            let bytes = shelf.read(candidate)?;
            read(&bytes, candidate, &root, key)
        });
        match state {
            Ok(state) => Some((candidate, state)),
            Err(why) => {
                ignored.push((candidate, why.to_string()));
                None
            }
        }
    });
    Found {
        usable,
        ignored,
        beyond,
    }
}
