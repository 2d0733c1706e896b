//! Time in a run: one true time, which each server reads with an error of its own, and time elapsed.

use crate::chance::Chance;
use base::time::Minute;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// 2026-11-24T23:05:00Z.
const START_SECS: u64 = 1_795_561_500;

/// What a server's clock may be behind or ahead of the true time in ordinary times.
const ERROR_SECS_MAX: u64 = 40 * 60;

/// What a clock that was set wrongly may be ahead.
const WRONG_SECS_MAX: u64 = 9 * 24 * 60 * 60;

/// Days a clock is never behind by: added to every reading's error, so that errors need no sign.
const BEHIND_SECS_MAX: u64 = ERROR_SECS_MAX;

const WEEK_SECS: u64 = ledger::ONCE_DAYS_KEPT as u64 * 24 * 60 * 60;

/// The clocks of all servers. Read through a shared reference by the ledgers' hooks.
pub(crate) struct Clock {
    true_secs: AtomicU64,
    /// Seconds each server's clock is ahead of the slowest clock there can be.
    ahead_secs: Vec<AtomicU64>,
    /// The latest that any server ever read.
    latest_secs: AtomicU64,
    elapsed_ms: AtomicU64,
}

impl Clock {
    pub(crate) fn new(chance: &Chance, servers: usize) -> Self {
        let error = |_| AtomicU64::new(chance.below(BEHIND_SECS_MAX + ERROR_SECS_MAX));
        Self {
            true_secs: AtomicU64::new(START_SECS),
            ahead_secs: (0..servers).map(error).collect(),
            latest_secs: AtomicU64::new(0),
            elapsed_ms: AtomicU64::new(0),
        }
    }

    /// What a server reads.
    pub(crate) fn read(&self, server: usize) -> Minute {
        let secs = self.true_secs.load(Ordering::Relaxed) + self.ahead_secs[server].load(Ordering::Relaxed);
        let read = Minute::from_unix_secs(secs - BEHIND_SECS_MAX);
        self.latest_secs.fetch_max(read.unix_secs(), Ordering::Relaxed);
        read
    }

    /// The latest that any server ever read: nothing can have been forgotten for its age that was not old then.
    pub(crate) fn latest(&self) -> Minute {
        Minute::from_unix_secs(self.latest_secs.load(Ordering::Relaxed))
    }

    /// Time since the beginning of the run, which no error touches.
    pub(crate) fn elapsed(&self) -> Duration {
        Duration::from_millis(self.elapsed_ms.load(Ordering::Relaxed))
    }

    /// Time passes or stands still; now and then hours pass, and now and then about as long as keys are kept. Clocks
    /// drift, are set back a little, and are set wrong and right again.
    pub(crate) fn step(&self, chance: &Chance) {
        #[derive(Clone, Copy)]
        enum Move {
            Pass(u64),
            /// About the moment at which keys are forgotten, on either side of it.
            Week,
            Drift,
            Wrong,
        }
        let moved = chance.weighted(&[
            (600, Move::Pass(120)),
            (60, Move::Pass(6 * 3600)),
            (6, Move::Pass(48 * 3600)),
            (4, Move::Week),
            (60, Move::Drift),
            (2, Move::Wrong),
        ]);
        let pass = |secs| self.true_secs.fetch_add(secs, Ordering::Relaxed);
        let server = chance.place(self.ahead_secs.len());
        let set = |ahead| self.ahead_secs[server].store(ahead, Ordering::Relaxed);
        match moved {
            Move::Pass(most) => drop(pass(chance.below(most))),
            Move::Week => drop(pass(WEEK_SECS - 2 * 3600 + chance.below(4 * 3600))),
            Move::Drift => set(chance.below(BEHIND_SECS_MAX + ERROR_SECS_MAX)),
            Move::Wrong => set(BEHIND_SECS_MAX + chance.below(WRONG_SECS_MAX)),
        }
        self.elapsed_ms.fetch_add(chance.below(20_000), Ordering::Relaxed);
    }

    /// All clocks are right, and it is later than any of them ever said.
    pub(crate) fn heal(&self) {
        for ahead in &self.ahead_secs {
            ahead.store(BEHIND_SECS_MAX, Ordering::Relaxed);
        }
        let latest = self.latest_secs.load(Ordering::Relaxed);
        self.true_secs.fetch_max(latest, Ordering::Relaxed);
    }
}
