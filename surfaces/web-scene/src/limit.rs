//! How often one place may write. A place is a keyed digest of its address, in memory only, under a key that changes each
//! hour: nothing about an address is kept, and nobody is locked out for good.

use ledger::{Flow, Source};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Writes one place may make at once; a hall or a building often shares one address.
pub const WRITE_BURST: u32 = 60;
/// Seconds after which one more may be made.
pub const WRITE_REFILL_SECONDS: u64 = 5;
/// Votes one place may cast at once: a hall shares one address, and everyone in it votes in the same minutes.
pub const VOTE_BURST: u32 = 3_000;
/// Votes a second that a place may cast beyond that.
pub const VOTE_REFILL_PER_SECOND: u32 = 20;
/// Places remembered at most; beyond that the table starts anew, in favour of those who write.
const PLACES_MAX: usize = 100_000;
/// How long the key of the digests lives.
const KEY_LIFE: Duration = Duration::from_secs(3600);

/// A bucket of writes for each place.
pub struct Limiter {
    on: bool,
    burst: f64,
    refill_per_second: f64,
    entropy: Source,
    places: Mutex<Places>,
}

struct Places {
    key: [u8; 32],
    since: Instant,
    buckets: HashMap<[u8; 16], (f64, Instant)>,
}

impl Limiter {
    /// The limit on writing; one that is off lets everyone through.
    pub fn new(on: bool, entropy: Source) -> Limiter {
        let refill_per_second = 1.0 / WRITE_REFILL_SECONDS as f64;
        Limiter::with(on, f64::from(WRITE_BURST), refill_per_second, entropy)
    }

    /// The limit on votes, of a bucket of its own.
    pub fn of_votes(on: bool, entropy: Source) -> Limiter {
        Limiter::with(on, f64::from(VOTE_BURST), f64::from(VOTE_REFILL_PER_SECOND), entropy)
    }

    /// The limit on coming in by links, of a bucket of its own: whoever floods the forms keeps nobody of the same building out.
    pub fn of_entering(on: bool, entropy: Source) -> Limiter {
        Limiter::new(on, entropy)
    }

    fn with(on: bool, burst: f64, refill_per_second: f64, entropy: Source) -> Limiter {
        let places = Places {
            key: (entropy)(),
            since: Instant::now(),
            buckets: HashMap::new(),
        };
        Limiter {
            on,
            burst,
            refill_per_second,
            entropy,
            places: Mutex::new(places),
        }
    }

    /// Takes one write from a place's bucket. `Err` tells how many seconds until there is one again.
    pub fn take(&self, address: IpAddr) -> Result<(), u64> {
        self.take_at(address, Instant::now())
    }

    /// The place's own line before the sequencer. Under this hour's key as well: who waits is told apart, not known.
    pub fn flow(&self, address: IpAddr) -> Flow {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        Flow::marked(place(&places.key, address))
    }

    fn take_at(&self, address: IpAddr, now: Instant) -> Result<(), u64> {
        if !self.on {
            return Ok(());
        }
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        if now.duration_since(places.since) > KEY_LIFE || places.buckets.len() >= PLACES_MAX {
            *places = Places {
                key: (self.entropy)(),
                since: now,
                buckets: HashMap::new(),
            };
        }
        let place = place(&places.key, address);
        let (left, seen) = places.buckets.entry(place).or_insert((self.burst, now));
        let refilled = now.duration_since(*seen).as_secs_f64() * self.refill_per_second;
        *left = (*left + refilled).min(self.burst);
        *seen = now;
        if *left >= 1.0 {
            *left -= 1.0;
            return Ok(());
        }
        Err(((1.0 - *left) / self.refill_per_second).ceil() as u64)
    }
}

/// One bucket for an IPv4 address, one for an IPv6 network of 64 bits, which one connection has whole.
fn place(key: &[u8; 32], address: IpAddr) -> [u8; 16] {
    let mut hash = Sha256::new();
    hash.update(key);
    match address.to_canonical() {
        IpAddr::V4(v4) => hash.update(v4.octets()),
        IpAddr::V6(v6) => hash.update(&v6.octets()[..8]),
    }
    let digest = hash.finalize();
    std::array::from_fn(|i| digest[i])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_place_is_slowed_down_and_let_in_again() {
        let limiter = Limiter::new(true, Arc::new(|| [7; 32]));
        let (here, start) = (IpAddr::from([127, 0, 0, 1]), Instant::now());
        for _ in 0..WRITE_BURST {
            assert_eq!(limiter.take_at(here, start), Ok(()));
        }
        assert_eq!(limiter.take_at(here, start), Err(WRITE_REFILL_SECONDS));
        assert_eq!(
            limiter.take_at(IpAddr::from([127, 0, 0, 2]), start),
            Ok(()),
            "another place is not slowed down"
        );
        let later = start + Duration::from_secs(WRITE_REFILL_SECONDS);
        assert_eq!(limiter.take_at(here, later), Ok(()));
        assert!(limiter.take_at(here, later).is_err());
        assert_eq!(
            limiter.take_at(here, start + Duration::from_secs(3601)),
            Ok(()),
            "the key's hour is over"
        );
    }

    #[test]
    fn off_lets_everyone_through() {
        let limiter = Limiter::new(false, Arc::new(|| [7; 32]));
        assert!((0..1000).all(|_| limiter.take(IpAddr::from([127, 0, 0, 1])).is_ok()));
    }
}
