//! The way to the database: requests and replies are lost, late, doubled, refused or overtaken, others act while one
//! waits, and the one who waits dies over it.

use crate::at;
use crate::chance::Chance;
use crate::database::{Database, Reply, Request};
use crate::trace::Trace;
use crate::world::World;
use base::fact::{BlobId, SealedRef};
use base::time::Hour;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Settled, Store, StoreError};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use storage::Memory;

/// What every simulated failure says, so that nothing else is taken for one.
pub(crate) const SIMULATED: &str = "a simulated failure";

/// Requests on their way whose senders stopped waiting; beyond this many the oldest is lost.
const IN_FLIGHT_MAX: usize = 24;

/// Times a settling is tried, as a store does that waits for its database.
const SETTLE_TRIES_MAX: u64 = 4;

/// How often things go wrong in a run, in a thousand. Drawn for each run, so that some runs have much of one evil and
/// none of another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rates {
    /// A request goes wrong in one of the ways of [`Fate`].
    requests: u64,
    /// A read fails.
    reads: u64,
    /// A server dies in the middle of a call.
    deaths: u64,
    /// Others act in the middle of a call.
    meanwhile: u64,
}

impl Rates {
    pub(crate) const NONE: Self = Self {
        requests: 0,
        reads: 0,
        deaths: 0,
        meanwhile: 0,
    };

    pub(crate) fn drawn(chance: &Chance) -> Self {
        let rate = |often: u64| chance.weighted(&[(1, 0), (2, often / 8), (2, often)]);
        Self {
            requests: rate(200),
            reads: rate(12),
            deaths: rate(16),
            meanwhile: rate(80),
        }
    }
}

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Done,
    /// Refused before anything happened, and that is known: the disk is full.
    Refused,
    /// Never arrives; the sender does not know.
    Lost,
    /// Arrives later, perhaps after its sender died or was deposed; the sender does not know.
    Late,
    /// Done, and the reply is lost.
    Unheard,
    /// Done, and arrives once more later.
    Doubled,
}

/// What the sender knows afterwards.
enum Heard {
    Reply(Reply),
    Refused,
    Nothing,
}

pub(crate) struct Network {
    pub(crate) database: Database,
    pub(crate) chance: Chance,
    pub(crate) trace: Arc<Trace>,
    pub(crate) world: Weak<World>,
    rates: Mutex<Rates>,
    in_flight: Mutex<Vec<Request>>,
    /// Failures so far: what fails without one is a bug.
    faults: AtomicU64,
}

impl Network {
    pub(crate) fn new(database: Database, chance: Chance, trace: Arc<Trace>, world: Weak<World>, rates: Rates) -> Self {
        Self {
            database,
            chance,
            trace,
            world,
            rates: Mutex::new(rates),
            in_flight: Mutex::default(),
            faults: AtomicU64::new(0),
        }
    }

    pub(crate) fn faults(&self) -> u64 {
        self.faults.load(Ordering::Relaxed)
    }

    fn fault(&self) {
        self.faults.fetch_add(1, Ordering::Relaxed);
    }

    /// From here on nothing goes wrong. What is on its way still arrives.
    pub(crate) fn heal(&self) {
        *at(&self.rates) = Rates::NONE;
        self.database.come_back();
    }

    /// The database crashes; of what is on its way to it, some is lost.
    pub(crate) fn crash_database(&self) {
        self.fault();
        self.database.crash();
        at(&self.in_flight).retain(|_| self.chance.hits(500));
    }

    /// One of the requests on their way arrives, in no order. False if there is none.
    pub(crate) fn arrive(&self) -> bool {
        let mut in_flight = at(&self.in_flight);
        if in_flight.is_empty() || self.database.is_down() {
            return false;
        }
        let place = self.chance.place(in_flight.len());
        let request = in_flight.swap_remove(place);
        drop(in_flight);
        let reply = self.database.apply(&request);
        self.trace
            .note(|| format!("  late comes {}: {reply:?}", request.name()));
        true
    }

    fn send_late(&self, request: &Request) {
        let mut in_flight = at(&self.in_flight);
        if in_flight.len() >= IN_FLIGHT_MAX {
            in_flight.remove(0);
        }
        in_flight.push(request.clone());
    }
}

/// One server's way to the database, from a start to its end.
#[derive(Clone)]
pub(crate) struct Connection {
    pub(crate) network: Arc<Network>,
    pub(crate) server: usize,
    /// Number of this start of it.
    pub(crate) start: u64,
    /// It died; whatever it does from here on has no effect.
    pub(crate) is_dead: Arc<AtomicBool>,
    /// The epoch it was told last that it leads in.
    pub(crate) epoch: Arc<AtomicU64>,
}

fn failed(doing: &'static str) -> StoreError {
    let why = SIMULATED.into();
    StoreError::Failed { doing, why }
}

impl Connection {
    fn rates(&self) -> Rates {
        *at(&self.network.rates)
    }

    /// A dead server's calls never return.
    fn live(&self) {
        if self.is_dead.load(Ordering::Relaxed) {
            // Not `panic!`: a death says nothing.
            resume_unwind(Box::new("the simulated server died"));
        }
    }

    /// The server dies here, now and then.
    fn may_die(&self) {
        if self.network.chance.hits(self.rates().deaths) {
            self.network
                .trace
                .note(|| format!("    server {} dies in its call", self.server));
            self.network.fault();
            self.is_dead.store(true, Ordering::Relaxed);
        }
        self.live();
    }

    /// Others act while this server waits: mostly a few moves, at times so many that it was as good as frozen.
    fn wait(&self) {
        let chance = &self.network.chance;
        if chance.hits(self.rates().meanwhile)
            && let Some(world) = self.network.world.upgrade()
        {
            let moves = 1 + chance.weighted(&[(6, 4), (3, 16), (1, 120)]);
            world.meanwhile(self.server, 1 + chance.below(moves));
        }
        self.live();
    }

    fn fate(&self, request: &Request) -> Fate {
        let chance = &self.network.chance;
        let fate = if chance.hits(self.rates().requests) {
            self.network.fault();
            let others = [Fate::Refused, Fate::Lost, Fate::Late, Fate::Unheard, Fate::Doubled];
            others[chance.place(others.len())]
        } else {
            Fate::Done
        };
        self.network
            .trace
            .note(|| format!("    server {} sends {}: {fate:?}", self.server, request.name()));
        fate
    }

    fn call(&self, request: &Request) -> Heard {
        self.live();
        let (network, database) = (&self.network, &self.network.database);
        if database.is_down() {
            network.fault();
            return Heard::Refused;
        }
        let session = database.crashes();
        self.may_die();
        let fate = self.fate(request);
        if fate == Fate::Refused {
            return Heard::Refused;
        }
        self.wait();
        // A session that broke while it was used leaves everything open.
        if fate == Fate::Lost || database.crashes() != session {
            return Heard::Nothing;
        }
        if fate == Fate::Late {
            network.send_late(request);
            self.wait();
            self.may_die();
            return Heard::Nothing;
        }
        let reply = database.apply(request);
        network.trace.note(|| format!("    … {reply:?}"));
        // Of all requests only a file could come back that was erased meanwhile, until the next sweep: nothing in the store
        // remembers its name. No session carries out a statement twice that it answered, so it is not asked for here.
        if fate == Fate::Doubled && !matches!(request, Request::Put(..)) {
            network.send_late(request);
        }
        self.may_die();
        self.wait();
        if fate == Fate::Unheard || database.crashes() != session {
            Heard::Nothing
        } else {
            Heard::Reply(reply)
        }
    }

    /// Looks into the database. Others act meanwhile only where the ledger reads on its own thread.
    fn read<T>(&self, read: impl FnOnce(&Memory) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.live();
        if self.network.database.is_down() || self.network.chance.hits(self.rates().reads) {
            self.network.fault();
            return Err(failed("reading"));
        }
        read(&self.network.database.memory())
    }

    fn done(&self, doing: &'static str, request: &Request) -> Result<(), StoreError> {
        match self.call(request) {
            Heard::Reply(Reply::Done(done)) => done,
            _ => Err(failed(doing)),
        }
    }
}

impl Store for Connection {
    fn head(&self) -> Result<Head, StoreError> {
        self.wait();
        self.read(Store::head)
    }

    fn lead(&self) -> Result<Head, StoreError> {
        match self.call(&Request::Lead) {
            Heard::Reply(Reply::Led(led)) => led.inspect(|head| self.epoch.store(head.epoch, Ordering::Relaxed)),
            _ => Err(failed("taking the lead")),
        }
    }

    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        let (start, first, batch) = (self.start, batch.first, batch.clone());
        match self.call(&Request::Append { start, epoch, batch }) {
            Heard::Reply(Reply::Appended(appended)) => {
                if appended.is_ok() {
                    self.network.database.oracle.kept_for(start, first);
                }
                appended
            }
            Heard::Refused => Err(AppendError::NotCommitted(SIMULATED.into())),
            _ => Err(AppendError::Unknown(SIMULATED.into())),
        }
    }

    /// Asks until it is told, or until it has waited long enough: after a reply that was lost it finds itself superseded.
    fn settle(&self, epoch: u64, batch: &Batch) -> Settled {
        let (first, batch) = (batch.first, batch.clone());
        let request = Request::Settle { epoch, batch };
        for _ in 0..=self.network.chance.below(SETTLE_TRIES_MAX) {
            if let Heard::Reply(Reply::Settled(settled)) = self.call(&request) {
                if let Settled::Kept { epoch } | Settled::NotKept { epoch } = settled {
                    self.epoch.store(epoch, Ordering::Relaxed);
                }
                if matches!(settled, Settled::Kept { .. }) {
                    self.network.database.oracle.kept_for(self.start, first);
                }
                return settled;
            }
        }
        Settled::Unknown(SIMULATED.into())
    }

    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        self.read(|memory| memory.entries(from, to, each))
    }

    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        self.read(|memory| memory.sealed(at))
    }

    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        self.wait();
        self.read(|memory| memory.sealed_range(from, to, each))
    }

    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        self.wait();
        self.read(|memory| memory.once_from(from))
    }

    fn once_first(&self) -> Result<Option<u64>, StoreError> {
        self.read(Store::once_first)
    }

    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        self.done("forgetting keys", &Request::Forget(seq))
    }

    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        self.read(|memory| memory.tile(level, index))
    }

    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        self.done("keeping a file", &Request::Put(id, blob.clone()))
    }

    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        self.read(|memory| memory.blob(id))
    }

    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        self.wait();
        self.read(|memory| memory.blobs(after, limit))
    }

    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        self.done("erasing", &Request::Erase(what.to_vec()))
    }
}
