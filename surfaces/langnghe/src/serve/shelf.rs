//! Snapshots of the state, one file each, named after the size of the record.

use ledger::SnapshotShelf;
use std::io;
use std::path::PathBuf;
use storage::files::{make_folder, write_durably};

const ENDING: &str = ".snapshot";

/// A folder of snapshots.
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// Names the folder; it is made with the first snapshot.
    pub fn new(folder: PathBuf) -> Shelf {
        Shelf { folder }
    }

    fn path(&self, size: u64) -> PathBuf {
        self.folder.join(format!("{size}{ENDING}"))
    }
}

impl SnapshotShelf for Shelf {
    fn list(&self) -> io::Result<Vec<u64>> {
        let files = match std::fs::read_dir(&self.folder) {
            Ok(files) => files,
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(why) => return Err(why),
        };
        let names = files
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .map(|file| file.file_name());
        let sizes = names.filter_map(|name| name.to_str()?.strip_suffix(ENDING)?.parse().ok());
        Ok(sizes.collect())
    }

    fn read(&self, size: u64) -> io::Result<Vec<u8>> {
        std::fs::read(self.path(size))
    }

    fn write(&self, size: u64, bytes: &[u8]) -> io::Result<()> {
        make_folder(&self.folder)?;
        write_durably(&self.path(size), bytes)
    }

    fn keep_newest(&self, n: usize) -> io::Result<()> {
        let mut sizes = self.list()?;
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes
            .into_iter()
            .skip(n)
            .try_for_each(|size| std::fs::remove_file(self.path(size)))
    }
}
