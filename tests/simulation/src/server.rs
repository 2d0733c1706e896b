//! One server: starts, leads, freezes, dies, starts again. Its high-water file and its snapshots outlive it. What runs
//! in it is the ledger itself, which is given its turns here.

use crate::at;
use crate::clock::Clock;
use crate::machine::{Ask, Command, Tally};
use crate::network::{Connection, Network, SIMULATED};
use crate::oracle::{Oracle, Showing};
use crate::places::{Mark, Shelf};
use base::fact::Actor;
use base::time::Hour;
use ledger::note::SigningKey;
use ledger::store::StoreError;
use ledger::{Fatal, Ledger, OpenError, Options, Pending, Rejected, Standing, Turn};
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// Commands that may wait at one server: few, so that some are told to come back.
const QUEUE_COMMANDS_MAX: usize = 24;

/// Entries between two snapshots.
const SNAPSHOT_EVERY_ENTRIES: u64 = 40;

/// Least time between two moves of the public checkpoint.
const PUBLISH_EVERY: Duration = Duration::from_secs(30);

/// Starts one server has at most, so that every start of every server has its own number.
const STARTS_MAX: u64 = 1_000_000;

type Tallies = Ledger<Tally, Connection>;

/// The log's key.
pub(crate) fn key() -> SigningKey {
    SigningKey::new("example.org/simulated", [7; 32]).expect("a name and a seed make a key")
}

pub(crate) struct Server {
    number: usize,
    network: Arc<Network>,
    oracle: Arc<Oracle>,
    clock: Arc<Clock>,
    pub(crate) mark: Mark,
    pub(crate) shelf: Shelf,
    life: Mutex<Life>,
}

#[derive(Default)]
struct Life {
    starts: u64,
    /// It takes no turn until it is woken.
    is_frozen: bool,
    process: Option<Process>,
}

/// From a start to an end.
struct Process {
    start: u64,
    ledger: Tallies,
    /// There but during a turn.
    standing: Option<Standing<Tally, Connection>>,
    is_dead: Arc<AtomicBool>,
    /// Its last turn is over.
    has_ended: bool,
    /// Sendings without an answer.
    waiting: Vec<(u64, Pending<Tally>)>,
    public_size: u64,
    /// Entries it showed when it last answered: whatever it decided since, it decided knowing them.
    answered_at: u64,
}

/// What a server is asked to do beside taking turns.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Chore {
    KeepMark,
    KeepSnapshot,
    /// A reader looks at the public log and at an entry of it.
    Look,
    /// Removes what was ordered, and says so.
    Erase,
    /// Removes the files that no entry names.
    Sweep,
}

impl Server {
    pub(crate) fn new(number: usize, network: Arc<Network>, clock: Arc<Clock>, mark: Mark) -> Self {
        Self {
            number,
            oracle: network.database.oracle.clone(),
            network,
            clock,
            mark,
            shelf: Shelf::default(),
            life: Mutex::default(),
        }
    }

    pub(crate) fn number(&self) -> usize {
        self.number
    }

    fn options(&self, is_dead: &Arc<AtomicBool>, epoch: Arc<AtomicU64>) -> Options {
        let mut options = Options::new(key());
        let (clock, elapsed, number) = (self.clock.clone(), self.clock.clone(), self.number);
        let (chance, oracle, is_dead) = (self.network.chance.clone(), self.oracle.clone(), is_dead.clone());
        let trace = self.network.trace.clone();
        options.publish_every = PUBLISH_EVERY;
        options.high_water = Some(Box::new(self.mark.clone()));
        options.shelf = Some(Box::new(self.shelf.clone()));
        options.clock = Arc::new(move || clock.read(number));
        options.monotonic = Arc::new(move || elapsed.elapsed());
        options.entropy = Arc::new(move || chance.bytes());
        options.snapshot_every = SNAPSHOT_EVERY_ENTRIES;
        options.queue_commands_max = QUEUE_COMMANDS_MAX;
        options.on_fatal = Arc::new(move |why| {
            if is_dead.load(Ordering::Relaxed) {
                return;
            }
            trace.note(|| format!("    the ledger stopped: {why}"));
            match why {
                Fatal::Superseded { expected_epoch, .. } if *expected_epoch != epoch.load(Ordering::Relaxed) => {
                    oracle.broke(format!("the ledger takes another epoch for its own: {why}"));
                }
                Fatal::Superseded { .. } => oracle.count("superseded"),
                Fatal::Unknown(said) if said.contains(SIMULATED) => oracle.count("ended as unknown"),
                Fatal::Unknown(_) | Fatal::Panicked(_) => oracle.broke(format!("the ledger stopped: {why}")),
            }
        });
        options
    }

    /// Starts anew, whatever it did before. That must succeed unless the database fails now or its clock is wrong.
    pub(crate) fn start(&self) {
        self.die();
        let mut life = at(&self.life);
        life.starts += 1;
        let start = self.number as u64 * STARTS_MAX + life.starts;
        drop(life);
        let is_dead = Arc::new(AtomicBool::new(false));
        let epoch = Arc::new(AtomicU64::new(0));
        let connection = Connection {
            network: self.network.clone(),
            server: self.number,
            start,
            is_dead: is_dead.clone(),
            epoch: epoch.clone(),
        };
        let faults = self.network.faults();
        let opened = catch_unwind(AssertUnwindSafe(|| {
            Standing::open(connection, self.options(&is_dead, epoch))
        }));
        let may_fail = self.network.faults() > faults;
        match opened {
            _ if is_dead.load(Ordering::Relaxed) => {}
            Err(_) => self.oracle.broke("a start panicked"),
            Ok(Err(OpenError::Store(_) | OpenError::Replay(_) | OpenError::Tree(_))) if may_fail => {
                self.oracle.count("starts that failed");
            }
            Ok(Err(OpenError::ClockBehind { last_at, now }))
                if self.is_recorded(last_at) && now < last_at.starts_at() =>
            {
                self.oracle.count("clocks behind");
            }
            Ok(Err(OpenError::Superseded)) => self.oracle.count("overtaken starts"),
            Ok(Err(why)) => self.oracle.broke(format!("a start was refused: {why}")),
            // Others acted meanwhile, and started this server once more.
            Ok(Ok(_)) if at(&self.life).process.is_some() => {}
            Ok(Ok(standing)) => {
                self.oracle.count("starts");
                let ledger = standing.ledger().clone();
                at(&self.life).process = Some(Process {
                    start,
                    public_size: ledger.public().size,
                    ledger,
                    standing: Some(standing),
                    is_dead,
                    has_ended: false,
                    waiting: Vec::new(),
                    answered_at: 0,
                });
                self.show();
            }
        }
    }

    /// Whether some entry was recorded in this hour.
    fn is_recorded(&self, hour: Hour) -> bool {
        let log = self.oracle.log();
        log.record.iter().rev().any(|line| line.at == hour)
    }

    /// Dies: whoever waits hears nothing.
    pub(crate) fn die(&self) {
        let mut life = at(&self.life);
        life.is_frozen = false;
        let process = life.process.take();
        drop(life);
        if let Some(process) = process {
            process.is_dead.store(true, Ordering::Relaxed);
        }
    }

    pub(crate) fn freeze(&self, frozen: bool) {
        at(&self.life).is_frozen = frozen;
    }

    /// Whether it has to be started: it is down, or its ledger stopped by itself.
    pub(crate) fn is_over(&self) -> bool {
        at(&self.life).process.as_ref().is_none_or(|process| process.has_ended)
    }

    pub(crate) fn ledger(&self) -> Option<Tallies> {
        at(&self.life).process.as_ref().map(|process| process.ledger.clone())
    }

    /// A sending arrives. The file that goes with it is kept first.
    pub(crate) fn take(&self, send: u64, once: Option<(&str, &str)>) {
        let (Some(ledger), Some(is_dead)) = (self.ledger(), self.is_dead()) else {
            return;
        };
        let ask = self.oracle.log().sendings[send as usize].ask;
        let file = match ask {
            Ask::Attach(content) => {
                let bytes = content.to_be_bytes().to_vec();
                match catch_unwind(AssertUnwindSafe(|| ledger.put_blob(bytes))) {
                    Ok(Ok(file)) => Some(file),
                    // Nobody has taken the sending: it may be sent again.
                    _ => return,
                }
            }
            _ => None,
        };
        if is_dead.load(Ordering::Relaxed) {
            return;
        }
        if file.is_some() {
            let put = self.clock.read(self.number).hour().starts_at();
            self.oracle.file_put(send, put);
        }
        let once = once.map(|(key, body)| ledger.once(key, body.as_bytes()));
        match ledger.submit(Actor::Anyone, Command { send, ask, file }, once) {
            Ok(pending) => {
                if let Some(process) = &mut at(&self.life).process {
                    process.waiting.push((send, pending));
                }
            }
            Err(why) => {
                let shown = ledger.view().size;
                self.oracle.told(send, Err(why), Showing { known: 0, shown });
            }
        }
    }

    fn is_dead(&self) -> Option<Arc<AtomicBool>> {
        at(&self.life).process.as_ref().map(|process| process.is_dead.clone())
    }

    /// The sequencer takes what is waiting, or looks whether it still leads. A server that is frozen, down, or in the
    /// middle of a turn does nothing.
    pub(crate) fn turn(&self, checks_lead: bool) -> Option<Turn> {
        self.run(|mut standing| {
            let turn = if checks_lead {
                standing.check_lead()
            } else {
                standing.turn()
            };
            (Some(standing), turn)
        })
    }

    /// Ends in order.
    pub(crate) fn close(&self) {
        self.run(|standing| {
            standing.close();
            (None, Turn::Ended)
        });
    }

    fn run(
        &self,
        act: impl FnOnce(Standing<Tally, Connection>) -> (Option<Standing<Tally, Connection>>, Turn),
    ) -> Option<Turn> {
        let mut life = at(&self.life);
        if life.is_frozen {
            return None;
        }
        let process = life.process.as_mut()?;
        let start = process.start;
        let standing = process.standing.take()?;
        let ledger = process.ledger.clone();
        drop(life);
        let went = catch_unwind(AssertUnwindSafe(|| act(standing)));
        let mut life = at(&self.life);
        let process = life.process.as_mut().filter(|process| process.start == start)?;
        let is_dead = process.is_dead.load(Ordering::Relaxed);
        let turn = match went {
            Ok((standing, turn)) if !is_dead => {
                process.standing = standing;
                process.has_ended = turn == Turn::Ended;
                Some(turn)
            }
            _ => {
                life.process = None;
                None
            }
        };
        drop(life);
        match turn {
            None if !is_dead => self.oracle.broke("the sequencer panicked"),
            None => {}
            Some(Turn::Ended) if !ledger.is_stopped() => self.oracle.broke("a ledger ended and takes commands"),
            Some(_) => {
                self.answer();
                self.show();
            }
        }
        turn
    }

    /// The answers that were given since.
    fn answer(&self) {
        let mut answers = Vec::new();
        let mut life = at(&self.life);
        let Some(process) = &mut life.process else { return };
        process.waiting.retain_mut(|(send, pending)| {
            match Pin::new(pending).poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(told) => {
                    answers.push((*send, told));
                    false
                }
                Poll::Pending => true,
            }
        });
        let shown = process.ledger.view().size;
        let known = std::mem::replace(&mut process.answered_at, shown);
        drop(life);
        for (send, told) in answers {
            if matches!(&told, Err(Rejected::NotRecorded(why)) if !why.contains(SIMULATED)) {
                self.oracle.broke(format!("a sending was told {told:?}"));
            }
            self.oracle.told(send, told, Showing { known, shown });
        }
    }

    /// What everyone can see of the present view.
    fn show(&self) {
        if let Some(ledger) = self.ledger() {
            let view = ledger.view();
            self.oracle.saw(&view.signed);
            self.oracle.viewed(view.size, &view.root, &view.state);
        }
    }

    /// Something beside the turns.
    pub(crate) fn chore(&self, chore: Chore) {
        let life = at(&self.life);
        let (frozen, ledger) = (
            life.is_frozen,
            life.process.as_ref().map(|process| process.ledger.clone()),
        );
        drop(life);
        let Some(ledger) = ledger.filter(|_| !frozen) else {
            return;
        };
        match chore {
            Chore::KeepMark => self.with_standing(Standing::keep_mark),
            Chore::KeepSnapshot => self.with_standing(Standing::keep_snapshot),
            Chore::Look => self.look(&ledger),
            Chore::Erase => self.erase(&ledger),
            // A death in the middle of it is one of the server.
            Chore::Sweep => match catch_unwind(AssertUnwindSafe(|| ledger.sweep_orphans())) {
                Ok(Ok(0) | Err(_)) | Err(_) => {}
                Ok(Ok(_)) => self.oracle.count("sweeps"),
            },
        }
        if self.is_dead().is_some_and(|is_dead| is_dead.load(Ordering::Relaxed)) {
            self.die();
        }
    }

    fn with_standing(&self, act: impl FnOnce(&mut Standing<Tally, Connection>)) {
        let mut life = at(&self.life);
        if let Some(standing) = life.process.as_mut().and_then(|process| process.standing.as_mut()) {
            act(standing);
        }
    }

    fn look(&self, ledger: &Tallies) {
        let (public, view) = (ledger.public(), ledger.view());
        self.oracle.saw(&public.signed);
        let mut life = at(&self.life);
        let before = life
            .process
            .as_mut()
            .map_or(0, |process| std::mem::replace(&mut process.public_size, public.size));
        drop(life);
        if public.size < before || public.size > view.size {
            self.oracle
                .broke(format!("the public checkpoint went from {before} to {}", public.size));
        }
        if view.size == 0 {
            return;
        }
        let (seq, faults) = (self.network.chance.below(view.size), self.network.faults());
        match ledger.proof(seq) {
            Ok(proof) => {
                self.oracle.saw(&proof.checkpoint);
                let digest = self.oracle.log().record.get(seq as usize).map(|line| line.digest);
                let verified = proof.verify_data(&digest.unwrap_or_default(), &key().verifier());
                if let Err(why) = verified {
                    self.oracle.broke(format!("the proof of entry {seq}: {why}"));
                }
            }
            Err(_) if self.network.faults() > faults => {}
            Err(why) => self.oracle.broke(format!("no proof of entry {seq}: {why}")),
        }
        if view.text_faults == 0 && !view.texts.iter().map(|(at, _)| at).eq(view.state.shown()) {
            self.oracle.broke("the words shown are not those that are public");
        }
        for (at, words) in view.texts.iter() {
            let log = self.oracle.log();
            let line = log.record.get(at.seq as usize);
            let written = line.map(|line| crate::machine::words_of(line.send, line.part));
            drop(log);
            if written.as_deref() != Some(words) {
                self.oracle.broke(format!("entry {} is shown with other words", at.seq));
            }
        }
    }

    /// As the program does each minute: what was ordered is removed, and what is removed is recorded as gone.
    fn erase(&self, ledger: &Tallies) {
        for (entry, what) in ledger.view().state.pending() {
            let gone = catch_unwind(AssertUnwindSafe(|| ledger.erase_now(&[what])));
            match gone {
                Ok(Ok(())) => {
                    let act = usize::MAX;
                    let send = self.oracle.sending(act, false, Ask::Confirm(entry));
                    self.take(send, None);
                }
                Ok(Err(StoreError::Failed { .. })) => {}
                Ok(Err(why)) => self.oracle.broke(why.to_string()),
                Err(_) => return,
            }
        }
    }
}
