//! Where the hashes of tiles come from.

use super::{Edge, Hash, TILE_HEIGHT, TILE_WIDTH, TreeError};

/// A place tiles are read from: a store, a folder, a server. Any `Fn(level, index, width)` is one too.
pub trait TileSource {
    /// Why a tile could not be read.
    type Error;

    /// The first `width` hashes (1 to 256) of tile `index` at `level`. A wider or full tile may be what is stored:
    /// a narrower tile of an earlier size is its beginning.
    ///
    /// # Errors
    /// Whatever reading can fail with; a tile that does not exist is an error.
    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<Hash>, Self::Error>;
}

impl<F, E> TileSource for F
where
    F: Fn(u8, u64, u16) -> Result<Vec<Hash>, E>,
{
    type Error = E;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<Hash>, E> {
        self(level, index, width)
    }
}

/// A tree whose full tiles are stored and whose partial ones are in an [`Edge`]: the usual state of a running log.
/// It also answers for every earlier size of the same tree.
#[derive(Debug, Clone, Copy)]
pub struct EdgeAndTiles<'a, F> {
    edge: &'a Edge,
    full_tile: F,
}

impl<'a, F, E> EdgeAndTiles<'a, F>
where
    F: Fn(u8, u64) -> Result<Vec<Hash>, E>,
{
    /// Joins an edge with a reader of full tiles, called with level and index; it gives all 256 hashes.
    pub fn new(edge: &'a Edge, full_tile: F) -> Self {
        Self { edge, full_tile }
    }
}

impl<F, E> TileSource for EdgeAndTiles<'_, F>
where
    F: Fn(u8, u64) -> Result<Vec<Hash>, E>,
{
    type Error = TreeError<E>;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<Hash>, TreeError<E>> {
        let beyond = TreeError::Beyond { level, index, width };
        let want = usize::from(width);
        // Above the top level of a 64-bit size `last` is 0 and the edge has no row.
        let last = self
            .edge
            .size()
            .checked_shr(TILE_HEIGHT * (u32::from(level) + 1))
            .unwrap_or(0);
        if want == 0 || want > TILE_WIDTH || index > last {
            return Err(beyond);
        }
        if index == last {
            return self.edge.partial(level).get(..want).map(<[Hash]>::to_vec).ok_or(beyond);
        }
        let mut hashes = (self.full_tile)(level, index).map_err(TreeError::Source)?;
        if hashes.len() != TILE_WIDTH {
            return Err(TreeError::Width {
                level,
                index,
                want: TILE_WIDTH,
                got: hashes.len(),
            });
        }
        hashes.truncate(want);
        Ok(hashes)
    }
}
