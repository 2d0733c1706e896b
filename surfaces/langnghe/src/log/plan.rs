//! What an ending is about to do, kept in the data folder until it is done, so that one that was broken off is finished.

use crate::exit::{self, Stop, print};
use crate::layout::{ENDING_FOLDER, ENDING_KEY, ENDING_PLAN};
use ledger::note::SigningKey;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use storage::files;
use world::ending::Ending;
use world::events::EndReason;

/// An ending.
#[derive(Debug, Serialize, Deserialize)]
pub struct Plan {
    /// What is recorded of the log that ends.
    pub ending: Ending,
    /// Name of the next one.
    pub origin: String,
    /// The high-water file, to be set aside and begun anew.
    pub high_water: Option<PathBuf>,
}

impl Plan {
    /// The plan of an ending that was begun.
    pub fn read(dir: &Path) -> Result<Option<Plan>, Stop> {
        let path = dir.join(ENDING_PLAN);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(failed(&path, why)),
        };
        let plan = serde_json::from_str(&text).map_err(|why| {
            let why = format!("{}: {why}; it was changed: put the file back", path.display());
            Stop::new(exit::REFUSED, why)
        })?;
        Ok(Some(plan))
    }

    /// Keeps the plan and a new key, the key first. From here on only the ending goes on.
    pub fn keep(&self, dir: &Path) -> Result<(), Stop> {
        let key = dir.join(ENDING_KEY);
        // Without a plan nothing says what a key that lies there was made for: it may be the present log's own, of an
        // ending whose last step was broken off.
        match std::fs::remove_file(&key) {
            Ok(()) => {}
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => {}
            Err(why) => return Err(failed(&key, why)),
        }
        files::create_key(&key, &ledger::system_entropy()).map_err(|why| failed(&key, why))?;
        let path = dir.join(ENDING_PLAN);
        let text = serde_json::to_vec_pretty(self).map_err(|why| failed(&path, why))?;
        files::write_durably(&path, &text).map_err(|why| failed(&path, why))
    }

    /// The next log's key, and its secret.
    pub fn key(&self, dir: &Path) -> Result<(SigningKey, [u8; files::KEY_BYTES]), Stop> {
        let refused = |why: String| Stop::new(exit::REFUSED, why);
        let seed = files::read_key(&dir.join(ENDING_KEY)).map_err(|why| refused(why.to_string()))?;
        let key = SigningKey::new(&self.origin, seed).map_err(|why| refused(format!("{ENDING_PLAN}: {why}")))?;
        Ok((key, seed))
    }

    /// Removes it: the ending is finished. The plan goes first, so that no plan is ever without its key.
    pub fn remove(&self, dir: &Path) -> Result<(), Stop> {
        for file in [ENDING_PLAN, ENDING_KEY] {
            let path = dir.join(file);
            std::fs::remove_file(&path).map_err(|why| failed(&path, why))?;
        }
        let folder = dir.join(ENDING_FOLDER);
        std::fs::remove_dir(&folder)
            .and_then(|()| files::sync_folder(dir))
            .map_err(|why| failed(&folder, why))
    }

    /// Says what is to be done.
    pub fn tell(&self) {
        let Ending {
            ended,
            size,
            reason,
            signed,
            ..
        } = &self.ending;
        let signed = signed.map_or(*size, |signed| signed.size);
        print(&format!("the log {} ends with {size} entries", ended.name()));
        print(&match reason {
            EndReason::EntriesMissing if signed - 1 == *size => format!(
                "entry {size} was acknowledged and is not here: its number is given to another, and the front page says so"
            ),
            EndReason::EntriesMissing => format!(
                "entries {size} to {} were acknowledged and are not here: their numbers are given to others, and the front \
                 page says so",
                signed - 1
            ),
            EndReason::EntriesReplaced => format!(
                "the entries here are not the first {signed} that were signed once: the front page says so, not which \
                 ones differ, for that nobody can tell from here"
            ),
            EndReason::KeyLost => "its secret key is lost; no entry is".to_owned(),
            EndReason::KeyExposed => "its secret key may be in other hands; no entry is missing".to_owned(),
        });
        print(&format!(
            "the record goes on as the log {}, under a new key; receipts of the {size} entries stay good",
            self.origin
        ));
    }
}

fn failed(path: &Path, why: impl std::fmt::Display) -> Stop {
    Stop::new(exit::FAILED, format!("{}: {why}", path.display()))
}
