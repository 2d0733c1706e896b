//! All the chance of one run: SplitMix64 from its seed, so that a seed is the whole run.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// One stream of numbers. Clones share it: whoever draws, draws in the one order the run has.
#[derive(Clone)]
pub(crate) struct Chance(Arc<AtomicU64>);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Arc::new(AtomicU64::new(seed)))
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    pub(crate) fn draw(&self) -> u64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut bits = self.0.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `bound`, which is not 0. The bias of the remainder does not matter here.
    pub(crate) fn below(&self, bound: u64) -> u64 {
        self.draw() % bound
    }

    /// A place in a list that is not empty.
    pub(crate) fn place(&self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// True about so many times in a thousand.
    pub(crate) fn hits(&self, per_mille: u64) -> bool {
        self.below(1_000) < per_mille
    }

    /// One of several, each as often as its weight says. The weights are not all 0.
    pub(crate) fn weighted<T: Copy>(&self, choices: &[(u64, T)]) -> T {
        let mut rest = self.below(choices.iter().map(|(weight, _)| weight).sum());
        for (weight, choice) in choices {
            match rest.checked_sub(*weight) {
                Some(less) => rest = less,
                None => return *choice,
            }
        }
        unreachable!("the rest is below the sum of the weights")
    }

    /// 256 bits.
    pub(crate) fn bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for eight in bytes.chunks_exact_mut(8) {
            eight.copy_from_slice(&self.draw().to_be_bytes());
        }
        bytes
    }
}
