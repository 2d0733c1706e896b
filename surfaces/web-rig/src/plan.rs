//! How an office under test is set up.

use crate::clock::Hands;
use crate::database::Folder;
use crate::{Database, Office};
use axum::Router;
use base::fact::Entropy;
use base::time::Minute;
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Options, Source};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use storage::ops::Ops;
use web_scene::{App, OfficeLedger, Settings};

/// The origin line of the log of every office under test.
pub const ORIGIN: &str = "thu.langnghe.example/so";
/// The key the log is signed with.
const LOG_KEY: [u8; 32] = [7; 32];
/// 15:42 at the office on Thursday, 19/12/2019, in UTC.
const BEGIN: &str = "2019-12-19T08:42:00Z";

type Wrap = Box<dyn FnOnce(Arc<dyn Store>) -> Arc<dyn Store>>;

/// An office that is still to be opened. What is not said is as usual: 15:42 at the office on Thursday, 19/12/2019, every
/// entry public at once, writes limited, no demonstration.
pub struct Plan {
    database: Database,
    routes: Router<App>,
    rate_limit: bool,
    demo: bool,
    tls: bool,
    publish_every: Duration,
    now: Minute,
    seed: u64,
    behind: Option<Wrap>,
}

impl Plan {
    /// An office on this database with these routes.
    pub fn new(database: Database, routes: Router<App>) -> Plan {
        Plan {
            database,
            routes,
            rate_limit: true,
            demo: false,
            tls: false,
            publish_every: Duration::ZERO,
            now: BEGIN.parse().unwrap_or_else(|_| panic!("{BEGIN} is no minute")),
            seed: 0,
            behind: None,
        }
    }

    /// Whether it is limited how often one place may write.
    #[must_use]
    pub fn rate_limit(self, on: bool) -> Plan {
        Plan { rate_limit: on, ..self }
    }

    /// Whether it is a demonstration.
    #[must_use]
    pub fn demo(self, on: bool) -> Plan {
        Plan { demo: on, ..self }
    }

    /// Whether readers come by HTTPS.
    #[must_use]
    pub fn tls(self, on: bool) -> Plan {
        Plan { tls: on, ..self }
    }

    /// The public checkpoint moves at most once in so many seconds.
    #[must_use]
    pub fn publish_every(self, seconds: u64) -> Plan {
        Plan {
            publish_every: Duration::from_secs(seconds),
            ..self
        }
    }

    /// The time it is opened at.
    #[must_use]
    pub fn at(self, now: Minute) -> Plan {
        Plan { now, ..self }
    }

    /// Where its randomness begins; the same seed draws the same.
    #[must_use]
    pub fn seed(self, seed: u64) -> Plan {
        Plan { seed, ..self }
    }

    /// Puts something between office and store, such as a store that lies.
    #[must_use]
    pub fn behind(self, wrap: impl FnOnce(Arc<dyn Store>) -> Arc<dyn Store> + 'static) -> Plan {
        Plan {
            behind: Some(Box::new(wrap)),
            ..self
        }
    }

    /// Opens the office. Its record has no entry yet.
    pub fn open(self) -> Office {
        let folder = Folder::new();
        let hands = Hands::at(self.now);
        let opened = self.database.open(folder.path());
        let store: Arc<dyn Store> = Arc::new(opened.store.clone());
        let store = match self.behind {
            Some(wrap) => wrap(store),
            None => store,
        };
        let key = SigningKey::new(ORIGIN, LOG_KEY).unwrap_or_else(|why| panic!("{ORIGIN} is no origin: {why}"));
        let mut options = Options::new(key);
        options.publish_every = self.publish_every;
        options.clock = hands.clock();
        options.monotonic = hands.monotonic();
        options.entropy = chance(self.seed, 0);
        let ledger = OfficeLedger::open(store, options)
            .unwrap_or_else(|why| panic!("the ledger does not open on {:?}: {why}", self.database));
        let settings = Settings {
            origin: ORIGIN.to_owned(),
            publish_every_seconds: self.publish_every.as_secs(),
            high_water: false,
            rate_limit: self.rate_limit,
            demo: self.demo,
            tls: self.tls,
            proxy: false,
            database: self.database.known_as(),
        };
        let ops = Ops::open(folder.path())
            .unwrap_or_else(|why| panic!("the sessions do not open in {}: {why}", folder.path().display()));
        let app = App::new(ledger, ops.0, settings, hands.clock(), chance(self.seed, 1));
        Office::of(app, self.routes, opened, hands, folder)
    }
}

/// Draws that anyone with the same seed draws again; two streams of one seed have nothing in common.
fn chance(seed: u64, stream: u64) -> Source {
    let drawn = AtomicU64::new(0);
    Arc::new(move || {
        let mut bytes = [0; 32];
        let numbers = [drawn.fetch_add(1, Ordering::SeqCst), seed, stream];
        for (place, number) in bytes.chunks_exact_mut(8).zip(numbers) {
            place.copy_from_slice(&number.to_be_bytes());
        }
        Entropy::new(bytes).draw()
    })
}
