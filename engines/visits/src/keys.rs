//! The day's readers: digests and the minute each was last seen.

use core::net::IpAddr;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Minutes of silence that may lie within one visit; after more, the next page view begins another.
pub const VISIT_GAP_MINUTES: u32 = 30;
/// Minutes, the present one included, in which a reader must have been seen to count as online.
pub const ONLINE_MINUTES: u32 = 5;
/// Readers of one day who are told apart (about 10 MB). Page views of whoever comes later that day are counted, their visits
/// cannot be: the figures then say "at least".
pub const KEYS_MAX: usize = 200_000;

/// The readers of one day, under the day's secret. It has no `Debug`: nothing in here is for anyone to read.
pub(crate) struct Keys {
    secret: [u8; 32],
    /// Digest of a reader, and the minute of the last page view.
    seen: BTreeMap<u64, u32>,
    /// How many readers were last seen in a minute. It sums to the number of readers, so that online needs no look at all.
    last_in: BTreeMap<u32, u64>,
}

/// What a page view is for its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sighting {
    /// The first of the day.
    First,
    /// The first after a silence.
    Back,
    /// Within a visit.
    Going,
    /// Of someone who can't be told from others: there are too many.
    Beyond,
}

impl Keys {
    pub(crate) fn new(secret: [u8; 32]) -> Keys {
        Keys {
            secret,
            seen: BTreeMap::new(),
            last_in: BTreeMap::new(),
        }
    }

    /// Takes note of a page view at a minute (since 1970).
    pub(crate) fn see(&mut self, minute: u32, address: IpAddr, agent: &str, keys_max: usize) -> Sighting {
        let key = self.digest(address, agent);
        let last = self.seen.get(&key).copied();
        if last.is_none() && self.seen.len() >= keys_max {
            return Sighting::Beyond;
        }
        if let Some(count) = last.and_then(|last| self.last_in.get_mut(&last)) {
            *count = count.saturating_sub(1);
        }
        *self.last_in.entry(minute).or_default() += 1;
        self.seen.insert(key, minute);
        match last {
            None => Sighting::First,
            Some(last) if minute.saturating_sub(last) > VISIT_GAP_MINUTES => Sighting::Back,
            Some(_) => Sighting::Going,
        }
    }

    /// Readers seen in the last [`ONLINE_MINUTES`].
    pub(crate) fn online(&self, minute: u32) -> u64 {
        let first = minute.saturating_sub(ONLINE_MINUTES - 1);
        self.last_in.range(first..=minute).map(|(_, count)| count).sum()
    }

    pub(crate) fn len(&self) -> usize {
        self.seen.len()
    }

    /// An IPv4 address whole, of IPv6 the network of 64 bits that one connection has whole. What stands before the agent
    /// has one length, so that no two readers share their bytes.
    fn digest(&self, address: IpAddr, agent: &str) -> u64 {
        let (kind, place) = match address.to_canonical() {
            IpAddr::V4(v4) => {
                let [a, b, c, d] = v4.octets();
                (4_u8, [a, b, c, d, 0, 0, 0, 0])
            }
            IpAddr::V6(v6) => {
                let [a, b, c, d, e, f, g, h, ..] = v6.octets();
                (6_u8, [a, b, c, d, e, f, g, h])
            }
        };
        let mut hash = Sha256::new();
        hash.update(self.secret);
        hash.update([kind]);
        hash.update(place);
        hash.update(agent);
        let digest: [u8; 32] = hash.finalize().into();
        u64::from_be_bytes(std::array::from_fn(|i| digest[i]))
    }
}
