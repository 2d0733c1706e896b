//! Snapshots as the server keeps them: one file each, named after the size of the record.

use ledger::SnapshotShelf;
use std::fs;
use std::io;
use std::path::PathBuf;
use storage::files::{make_folder, write_durably};

const ENDING: &str = ".snapshot";

/// A folder of snapshots.
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// Names the folder.
    pub fn new(folder: PathBuf) -> Shelf {
        Shelf { folder }
    }

    fn path(&self, size: u64) -> PathBuf {
        self.folder.join(format!("{size}{ENDING}"))
    }
}

impl SnapshotShelf for Shelf {
    fn list(&self) -> io::Result<Vec<u64>> {
        let mut sizes = Vec::new();
        for file in fs::read_dir(&self.folder)? {
            let name = file?.file_name();
            let size = name
                .to_str()
                .and_then(|name| name.strip_suffix(ENDING)?.parse::<u64>().ok());
            sizes.extend(size);
        }
        Ok(sizes)
    }

    fn read(&self, size: u64) -> io::Result<Vec<u8>> {
        fs::read(self.path(size))
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
            .try_for_each(|size| fs::remove_file(self.path(size)))
    }
}
