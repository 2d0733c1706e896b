//! One run: servers, database, clients and clock under one scheduler, which draws each move from the seed.

use crate::at;
use crate::audit;
use crate::broken::Broken;
use crate::chance::Chance;
use crate::clients::{Clients, key_of};
use crate::clock::Clock;
use crate::database::Database;
use crate::network::{Network, Rates};
use crate::oracle::Oracle;
use crate::places::Mark;
use crate::server::{Chore, Server, key};
use crate::trace::Trace;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// Servers over one database: one that leads, one that takes over, one that does not know yet.
const SERVERS: usize = 3;

/// How deep a call may lie in the middle of another: each server in a turn of its own, and some chore.
const DEPTH_MAX: u64 = 6;

/// What the scheduler may do next.
#[derive(Clone, Copy, Debug)]
enum Move {
    Send,
    Arrive,
    Hear,
    Turn,
    CheckLead,
    Late,
    Clock,
    Die,
    Start,
    Freeze,
    Thaw,
    Close,
    Chore(Chore),
    Damage,
    Disk,
    CrashDatabase,
    ComeBack,
}

pub(crate) struct World {
    pub(crate) chance: Chance,
    pub(crate) trace: Arc<Trace>,
    pub(crate) oracle: Arc<Oracle>,
    pub(crate) network: Arc<Network>,
    pub(crate) clock: Arc<Clock>,
    pub(crate) servers: Vec<Server>,
    pub(crate) clients: Mutex<Clients>,
    weights: Vec<(u64, Move)>,
    moves: AtomicU64,
    depth: AtomicU64,
}

impl World {
    pub(crate) fn new(seed: u64, broken: Option<Broken>, traced: bool) -> Arc<Self> {
        let chance = Chance::new(seed);
        let trace = Arc::new(Trace::new(traced));
        let clock = Arc::new(Clock::new(&chance, SERVERS));
        let oracle = Arc::new(Oracle::new(key().verifier(), clock.clone(), trace.clone()));
        let rates = Rates::drawn(&chance);
        let weights = weights(&chance);
        trace.note(|| format!("{rates:?}, weights {weights:?}"));
        let clients = Clients::new(chance.clone(), oracle.clone(), trace.clone());
        let shares_mark = chance.hits(300);
        Arc::new_cyclic(|world| {
            let database = Database::new(oracle.clone(), broken);
            let network = Network::new(database, chance.clone(), trace.clone(), world.clone(), rates);
            let network = Arc::new(network);
            let shared = Mark::new(oracle.clone());
            let server = |number| {
                let mark = if shares_mark {
                    shared.clone()
                } else {
                    Mark::new(oracle.clone())
                };
                Server::new(number, network.clone(), clock.clone(), mark)
            };
            Self {
                servers: (0..SERVERS).map(server).collect(),
                clients: Mutex::new(clients),
                chance,
                trace,
                oracle,
                network,
                clock,
                weights,
                moves: AtomicU64::new(0),
                depth: AtomicU64::new(0),
            }
        })
    }

    /// Moves taken so far.
    pub(crate) fn moves(&self) -> u64 {
        self.moves.load(Ordering::Relaxed)
    }

    /// In the middle of a call of one server others move.
    pub(crate) fn meanwhile(&self, server: usize, moves: u64) {
        if self.depth.fetch_add(1, Ordering::Relaxed) < DEPTH_MAX {
            self.trace
                .note(|| format!("    meanwhile, while server {server} waits:"));
            for _ in 0..moves {
                if self.oracle.broken().is_none() {
                    self.step();
                }
            }
            self.trace.note(|| format!("    … server {server} goes on:"));
        }
        self.depth.fetch_sub(1, Ordering::Relaxed);
    }

    /// One move.
    pub(crate) fn step(&self) {
        let number = self.moves.fetch_add(1, Ordering::Relaxed);
        let (chance, oracle) = (&self.chance, &self.oracle);
        let what = chance.weighted(&self.weights);
        let server = &self.servers[chance.place(SERVERS)];
        let which = server.number();
        self.trace.note(|| format!("{number}: {what:?} ({which})"));
        match what {
            Move::Send => at(&self.clients).send(SERVERS),
            Move::Arrive => {
                let arrival = at(&self.clients).arrival();
                if let Some((send, to)) = arrival {
                    self.deliver(send, to);
                }
            }
            Move::Hear => at(&self.clients).hear(),
            Move::Turn => drop(server.turn(false)),
            Move::CheckLead => drop(server.turn(true)),
            Move::Late => drop(self.network.arrive()),
            Move::Clock => self.clock.step(chance),
            Move::Die => server.die(),
            // Whoever runs is taken over from rarely: else nobody leads for long.
            Move::Start if server.is_over() || chance.hits(20) => server.start(),
            Move::Start => {}
            Move::Freeze => server.freeze(true),
            Move::Thaw => server.freeze(false),
            Move::Close => server.close(),
            Move::Chore(chore) => server.chore(chore),
            Move::Damage => server.shelf.damage(chance),
            Move::Disk => server.mark.set_disk_full(chance.hits(300)),
            Move::CrashDatabase => self.network.crash_database(),
            Move::ComeBack => self.network.database.come_back(),
        }
        if let Err(why) = audit::quick(&self.network.database.memory(), oracle) {
            oracle.broke(why);
        }
    }

    /// Brings a sending to a server.
    pub(crate) fn deliver(&self, send: u64, to: usize) {
        self.trace.note(|| format!("  sending {send} arrives at server {to}"));
        let once = key_of(&self.oracle, send);
        let once = once.as_ref().map(|(key, body)| (&**key, &**body));
        self.servers[to].take(send, once);
    }
}

/// How often each move is made. Drawn for each run, so that runs differ in kind.
fn weights(chance: &Chance) -> Vec<(u64, Move)> {
    let rare = |most: u64| chance.below(most + 1);
    vec![
        (600 + rare(2400), Move::Send),
        (600 + rare(2400), Move::Arrive),
        (600 + rare(1200), Move::Hear),
        (400 + rare(2400), Move::Turn),
        (rare(100), Move::CheckLead),
        (rare(300), Move::Late),
        (200 + rare(600), Move::Clock),
        (rare(30), Move::Die),
        (60 + rare(240), Move::Start),
        (rare(60), Move::Freeze),
        (10 + rare(300), Move::Thaw),
        (rare(20), Move::Close),
        (rare(300), Move::Chore(Chore::KeepMark)),
        (rare(150), Move::Chore(Chore::KeepSnapshot)),
        (40 + rare(80), Move::Chore(Chore::Look)),
        (rare(100), Move::Chore(Chore::Erase)),
        (rare(40), Move::Chore(Chore::Sweep)),
        (rare(10), Move::Damage),
        (rare(20), Move::Disk),
        (rare(6), Move::CrashDatabase),
        (30 + rare(100), Move::ComeBack),
    ]
}
