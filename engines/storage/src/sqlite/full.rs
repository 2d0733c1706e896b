//! A full disk is no end: what it refuses is known not to be kept (`write::is_full`), what was given up for erasing comes
//! back, and until then nobody else is given that room.

use super::{Sqlite, problem, write};
use crate::reserve::{Reserve, is_full as is_full_disk};
use ledger::store::StoreError;

/// Said of a write that is not even tried.
pub(super) const NO_ROOM: &str = "the disk is full, and nothing is recorded until there is room again";

impl Sqlite {
    /// With room kept back for erasing on a full disk. Without it a full disk is a full disk.
    #[must_use]
    pub fn with_reserve(mut self, reserve: Reserve) -> Self {
        self.reserve = Some(reserve);
        self
    }

    /// Refuses a write while there is no room for the reserve: otherwise it would eat what was given up for erasing.
    pub(super) fn room(&self) -> Result<(), String> {
        let Some(reserve) = self.reserve.as_ref().filter(|reserve| reserve.is_short()) else {
            return Ok(());
        };
        match reserve.fill() {
            Err(why) if is_full_disk(&why) => Err(NO_ROOM.into()),
            // Where no reserve can be kept for another reason, the write itself finds out how the disk is.
            _ => Ok(()),
        }
    }

    /// A write that was let through found room.
    pub(super) fn found_room(&self) {
        if let Some(reserve) = self.reserve.as_ref().filter(|reserve| reserve.is_short()) {
            reserve.came_back();
        }
    }

    /// A write found no room.
    pub(super) fn ran_out(&self) {
        if let Some(reserve) = &self.reserve {
            reserve.ran_out();
        }
    }

    /// Does what removes, and does it again with the reserve given up where the disk is full.
    pub(super) fn with_room_given_up(&self, remove: impl Fn() -> Result<(), Failure>) -> Result<(), StoreError> {
        let removed = match (remove(), &self.reserve) {
            (Err(Failure { full: true, .. }), Some(reserve)) => {
                let room = reserve.give_up();
                let removed = remove();
                room.take_back();
                removed
            }
            (removed, _) => removed,
        };
        removed.map_err(|failure| failure.why)
    }
}

/// Why something was not written.
pub(super) struct Failure {
    pub(super) why: StoreError,
    /// There was no room. Nothing is kept.
    pub(super) full: bool,
}

impl Failure {
    /// What an error of the database means.
    pub(super) fn of(doing: &'static str, why: rusqlite::Error) -> Failure {
        Failure {
            full: write::is_full(&why),
            why: problem(doing, why),
        }
    }

    /// It was not even tried.
    pub(super) fn refused(doing: &'static str, why: String) -> Failure {
        let why = StoreError::Failed { doing, why };
        Failure { why, full: false }
    }
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> Self {
        failure.why
    }
}
