//! In which order a voice sees the opinions: its own, drawn from its pseudonym, so that no opinion is always first.

use base::fact::Digest32;
use sha2::{Digest, Sha256};

/// Where an opinion stands for a voice.
fn place(pseudonym: &Digest32, opinion: u32) -> [u8; 8] {
    let mut hash = Sha256::new();
    hash.update(b"langnghe/order/v1");
    hash.update(pseudonym.0);
    hash.update(opinion.to_be_bytes());
    let digest = hash.finalize();
    std::array::from_fn(|i| digest[i])
}

/// The first of these opinions for a voice; for a browser without one, the one that fewest have answered.
pub(super) fn first(
    pseudonym: Option<&Digest32>,
    opinions: impl Iterator<Item = u32>,
    answers: impl Fn(u32) -> u32,
) -> Option<u32> {
    match pseudonym {
        Some(pseudonym) => opinions.min_by_key(|opinion| (place(pseudonym, *opinion), *opinion)),
        None => opinions.min_by_key(|opinion| (answers(*opinion), *opinion)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voices_begin_at_different_opinions_and_each_at_its_own() {
        let first_of = |voice: u8| first(Some(&Digest32([voice; 32])), 1..=20, |_| 0);
        let begun: std::collections::BTreeSet<_> = (0..50).map(first_of).collect();
        assert!(begun.len() > 10, "{begun:?}");
        assert_eq!(first_of(7), first_of(7));
        assert_eq!(first(None, 1..=3, |opinion| 9 - opinion), Some(3));
        assert_eq!(first(None, 0..0, |_| 0), None);
    }
}
