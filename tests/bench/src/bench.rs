//! What the measurements share: the plan, a folder of their own, the records they start from.

use crate::place::{Base, Kind};
use crate::plan::{Plan, Scene};
use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};

/// Letters of a date at the beginning of a time.
const DATE_LETTERS: usize = 10;

/// What the measurements share.
pub struct Bench {
    /// What was asked for.
    pub plan: Plan,
    sqlite: OnceCell<Base>,
    postgres: OnceCell<Base>,
    folder: Folder,
}

impl Bench {
    /// Makes the folder.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn new(plan: Plan) -> Result<Bench, String> {
        let folder = plan.folder.join(format!("bench-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|why| format!("cannot make {}: {why}", folder.display()))?;
        let folder = folder.canonicalize().map_err(|why| why.to_string())?;
        Ok(Bench {
            plan,
            sqlite: OnceCell::new(),
            postgres: OnceCell::new(),
            folder: Folder(folder),
        })
    }

    /// The folder of this run.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// The demonstration on a database, made when it is first asked for.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn base(&self, kind: Kind) -> Result<&Base, String> {
        let cell = match kind {
            Kind::Sqlite => &self.sqlite,
            Kind::Postgres => &self.postgres,
        };
        if cell.get().is_none() {
            // Nobody else fills it: this is one thread's.
            let _ = cell.set(Base::make(&self.plan, kind, self.folder())?);
        }
        cell.get().ok_or_else(|| "the record was not made".to_owned())
    }

    /// When, where and by what a table was made.
    pub fn about(&self, scene: Scene) -> String {
        let now = ledger::system_clock().to_string();
        let date = now.get(..DATE_LETTERS).unwrap_or(&now);
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        format!("Measured on {date} on {cores} cores by `{}`.", self.plan.shown(scene))
    }
}

/// A folder that goes with the run.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // Nothing depends on its going.
        let _ = fs::remove_dir_all(&self.0);
    }
}
