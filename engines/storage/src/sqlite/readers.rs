//! Reading connections, reused.

use super::connect::{Way, connect};
use rusqlite::Connection;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Idle reading connections kept for the next reader. More may be in use at once; nobody ever waits for one, so that a
/// reader that reads again from inside its own reading cannot block itself.
pub const READERS_IDLE_MAX: usize = 8;

#[derive(Debug)]
pub(super) struct Readers {
    file: PathBuf,
    way: Way,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(file: PathBuf, way: Way) -> Self {
        Readers {
            file,
            way,
            idle: Mutex::new(Vec::new()),
        }
    }

    /// Lends a connection to `work`.
    pub(super) fn lend<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect(&self.file, self.way)?,
        };
        let done = work(&connection);
        // After an error the connection is closed: a fresh one has no past.
        let mut idle = self.idle();
        if done.is_ok() && idle.len() < READERS_IDLE_MAX {
            idle.push(connection);
        }
        done
    }

    /// Closes the idle connections.
    pub(super) fn release(&self) {
        let idle = std::mem::take(&mut *self.idle());
        drop(idle);
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
