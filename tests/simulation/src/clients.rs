//! The clients: acts with idempotency keys, sent, sent again while nothing is heard, doubled, overtaken, lost, given up,
//! and now and then another body under a key that was used.

use crate::chance::Chance;
use crate::machine::Ask;
use crate::oracle::Oracle;
use crate::trace::Trace;
use ledger::Rejected;
use std::sync::Arc;

/// Acts somebody waits for at a time.
const OPEN_ACTS_MAX: usize = 12;

/// Sendings on their way at a time.
const ON_THE_WAY_MAX: usize = 64;

/// How far back an act may lie that is sent again although it is done.
const OLD_ACTS: usize = 48;

/// Accounts the acts are about: few, so that acts collide.
const ACCOUNTS: u64 = 4;

/// One act: what a person wants once, however often it is sent.
pub(crate) struct Act {
    pub(crate) has_key: bool,
    pub(crate) ask: Ask,
    /// Sendings of it whose answers may still come.
    pub(crate) sendings: Vec<u64>,
}

pub(crate) struct Clients {
    pub(crate) acts: Vec<Act>,
    /// Acts whose end no client knows yet.
    open: Vec<usize>,
    /// Sendings on their way, each to a server.
    on_the_way: Vec<(u64, usize)>,
    chance: Chance,
    oracle: Arc<Oracle>,
    trace: Arc<Trace>,
}

/// What a sending brings beside its command: key and body.
pub(crate) fn key_of(oracle: &Oracle, send: u64) -> Option<(String, String)> {
    let log = oracle.log();
    let sending = &log.sendings[send as usize];
    sending
        .has_key
        .then(|| (format!("act-{}", sending.act), format!("{:?}", sending.ask)))
}

impl Clients {
    pub(crate) fn new(chance: Chance, oracle: Arc<Oracle>, trace: Arc<Trace>) -> Self {
        Self {
            acts: Vec::new(),
            open: Vec::new(),
            on_the_way: Vec::new(),
            chance,
            oracle,
            trace,
        }
    }

    fn drawn(&self) -> Ask {
        #[derive(Clone, Copy)]
        enum Kind {
            Say,
            Give,
            Take,
            Attach,
            Order,
            Nothing,
        }
        let chance = &self.chance;
        let kinds = [
            (8, Kind::Say),
            (6, Kind::Give),
            (6, Kind::Take),
            (2, Kind::Attach),
            (3, Kind::Order),
            (1, Kind::Nothing),
        ];
        let account = chance.below(ACCOUNTS) as u8;
        match chance.weighted(&kinds) {
            Kind::Say => {
                let parts = chance.weighted(&[(12, 4), (1, 60)]);
                Ask::Say(1 + chance.below(parts) as u32)
            }
            Kind::Give => Ask::Give(account),
            Kind::Take => Ask::Take(account),
            Kind::Attach => Ask::Attach(chance.draw()),
            Kind::Order => {
                let size = self.oracle.log().record.len() as u64;
                Ask::Order(chance.below(size + 1))
            }
            Kind::Nothing => Ask::Nothing,
        }
    }

    /// Somebody begins an act.
    pub(crate) fn begin(&mut self, has_key: bool, ask: Ask) -> usize {
        self.acts.push(Act {
            has_key,
            ask,
            sendings: Vec::new(),
        });
        self.acts.len() - 1
    }

    /// Somebody sends something, to any server.
    pub(crate) fn send(&mut self, servers: usize) {
        if self.on_the_way.len() >= ON_THE_WAY_MAX {
            return;
        }
        let begins = self.open.len() < OPEN_ACTS_MAX && self.chance.hits(600);
        let act = if begins || self.acts.is_empty() {
            let (has_key, ask) = (!self.chance.hits(80), self.drawn());
            let act = self.begin(has_key, ask);
            self.open.push(act);
            act
        } else if self.open.is_empty() || self.chance.hits(150) {
            self.acts.len() - 1 - self.chance.place(self.acts.len().min(OLD_ACTS))
        } else {
            self.open[self.chance.place(self.open.len())]
        };
        let Act { has_key, ask, sendings } = &self.acts[act];
        // Without a key nobody may send twice.
        if !has_key && !sendings.is_empty() {
            return;
        }
        let ask = if *has_key && self.chance.hits(30) {
            self.drawn()
        } else {
            *ask
        };
        let send = self.sending(act, ask);
        self.on_the_way.push((send, self.chance.place(servers)));
    }

    /// Notes a new sending of an act; its number.
    pub(crate) fn sending(&mut self, act: usize, ask: Ask) -> u64 {
        let send = self.oracle.sending(act, self.acts[act].has_key, ask);
        self.acts[act].sendings.push(send);
        self.trace
            .note(|| format!("  sending {send} of act {act} leaves: {ask:?}"));
        send
    }

    /// One of the sendings on their way arrives, in no order, or is lost.
    pub(crate) fn arrival(&mut self) -> Option<(u64, usize)> {
        if self.on_the_way.is_empty() {
            return None;
        }
        let arrived = self.on_the_way.swap_remove(self.chance.place(self.on_the_way.len()));
        (!self.chance.hits(50)).then_some(arrived)
    }

    /// A client hears what became of its act, if it was answered and the answer is not lost, or gives up; else it goes
    /// on asking.
    pub(crate) fn hear(&mut self) {
        if self.open.is_empty() || self.chance.hits(200) {
            return;
        }
        let place = self.chance.place(self.open.len());
        let act = &self.acts[self.open[place]];
        let log = self.oracle.log();
        let is_final = |send: &u64| {
            let told = &log.sendings[*send as usize].told;
            matches!(told, Some(Ok(_) | Err(Rejected::Refused(_) | Rejected::OtherBody)))
        };
        let is_over = !act.has_key || act.sendings.iter().any(is_final);
        drop(log);
        if is_over || self.chance.hits(10) {
            self.open.swap_remove(place);
        }
    }
}
