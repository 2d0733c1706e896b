//! The high-water file: the highest signed checkpoint, outside the data folder.

use ledger::HighWaterFile;
use std::io;
use std::path::PathBuf;
use storage::files::write_durably;

/// A file with one signed checkpoint.
pub struct HighWater {
    path: PathBuf,
}

impl HighWater {
    /// Names the file; it is made with the first checkpoint.
    pub fn new(path: PathBuf) -> HighWater {
        HighWater { path }
    }
}

impl HighWaterFile for HighWater {
    fn read(&mut self) -> io::Result<Option<String>> {
        match std::fs::read_to_string(&self.path) {
            Ok(text) => Ok(Some(text).filter(|text| !text.is_empty())),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    fn write(&mut self, signed_checkpoint: &str) -> io::Result<()> {
        write_durably(&self.path, signed_checkpoint.as_bytes())
    }
}
