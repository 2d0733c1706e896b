//! Time as a test says it is.

use base::time::Minute;
use ledger::{Clock, Monotonic};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A clock on the wall, which may be set, and a stopwatch, which only runs on. Both in seconds.
#[derive(Clone, Default)]
pub(crate) struct Hands {
    wall: Arc<AtomicU64>,
    elapsed: Arc<AtomicU64>,
}

impl Hands {
    pub(crate) fn at(now: Minute) -> Hands {
        let hands = Hands::default();
        hands.set(now);
        hands
    }

    pub(crate) fn set(&self, now: Minute) {
        self.wall.store(now.unix_secs(), Ordering::SeqCst);
    }

    /// Both move, as time does.
    pub(crate) fn pass(&self, seconds: u64) {
        self.wall.fetch_add(seconds, Ordering::SeqCst);
        self.run(seconds);
    }

    /// The stopwatch alone moves.
    pub(crate) fn run(&self, seconds: u64) {
        self.elapsed.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn clock(&self) -> Clock {
        let wall = self.wall.clone();
        Arc::new(move || Minute::from_unix_secs(wall.load(Ordering::SeqCst)))
    }

    pub(crate) fn monotonic(&self) -> Monotonic {
        let elapsed = self.elapsed.clone();
        Arc::new(move || Duration::from_secs(elapsed.load(Ordering::SeqCst)))
    }
}
