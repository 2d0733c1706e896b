//! The running office: the ledger, the sessions, the settings.

use crate::{Limiter, Settings, VisitCounter};
use base::fact::{Exposure, SealedRef};
use base::time::Minute;
use ledger::store::Store;
use ledger::{Clock, Ledger, Source};
use std::ops::Deref;
use std::sync::Arc;
use storage::ops::Ops;
use web_kit::cache::{PAGE_CACHE_BYTES_MAX, PAGE_CACHE_ENTRIES_MAX, PageCache};
use world::World;

/// The ledger of an office, over any store.
pub type OfficeLedger = Ledger<World, Arc<dyn Store>>;

/// What every handler is given. Cloning shares it.
#[derive(Clone)]
pub struct App(Arc<Office>);

/// The parts of [`App`].
pub struct Office {
    /// The record and the state over it.
    pub ledger: OfficeLedger,
    /// Sessions.
    pub ops: Ops,
    /// The running configuration.
    pub settings: Settings,
    /// Pages rendered before.
    pub cache: PageCache,
    /// How often one place may write.
    pub limiter: Limiter,
    /// How often one place may vote.
    pub vote_limiter: Limiter,
    /// How often one place may come in by a link.
    pub entry_limiter: Limiter,
    /// Visits, counted without knowing visitors.
    pub visits: VisitCounter,
    /// Present time.
    pub clock: Clock,
    /// Randomness for tokens and keys.
    pub entropy: Source,
}

impl App {
    /// Puts the parts together.
    pub fn new(ledger: OfficeLedger, ops: Ops, settings: Settings, clock: Clock, entropy: Source) -> App {
        let cache = PageCache::new(PAGE_CACHE_BYTES_MAX, PAGE_CACHE_ENTRIES_MAX);
        App::with_cache(cache, ledger, ops, settings, clock, entropy)
    }

    /// The same with another cache; one without room keeps nothing.
    pub fn with_cache(
        cache: PageCache,
        ledger: OfficeLedger,
        ops: Ops,
        settings: Settings,
        clock: Clock,
        entropy: Source,
    ) -> App {
        let limiter = Limiter::new(settings.rate_limit, entropy.clone());
        let vote_limiter = Limiter::of_votes(settings.rate_limit, entropy.clone());
        let entry_limiter = Limiter::of_entering(settings.rate_limit, entropy.clone());
        let visits = VisitCounter::new(entropy.clone());
        App(Arc::new(Office {
            ledger,
            ops,
            settings,
            cache,
            limiter,
            vote_limiter,
            entry_limiter,
            visits,
            clock,
            entropy,
        }))
    }

    /// The present minute.
    pub fn now(&self) -> Minute {
        (self.clock)()
    }

    /// A fresh 256-bit random token as 64 hex characters.
    pub fn token(&self) -> String {
        base::hex::encode(&(self.entropy)())
    }

    /// Words that are not public but may stand on the page being made: names, and opinions a moderator reads.
    /// `None` when they are erased, absent or unreadable. Whoever calls this has checked the viewer's rights.
    pub fn private_words(&self, at: SealedRef) -> Option<String> {
        match self.ledger.view().state.exposure_of(at) {
            Exposure::Erased(_) | Exposure::Absent => None,
            Exposure::Public | Exposure::Held | Exposure::Private => {
                self.ledger.unseal(at).ok().flatten().map(|sealed| sealed.value)
            }
        }
    }
}

impl Deref for App {
    type Target = Office;
    fn deref(&self) -> &Office {
        &self.0
    }
}
