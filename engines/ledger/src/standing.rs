//! A ledger that stands still: proved and rebuilt, and nothing runs. A program starts its threads; a simulation takes
//! each turn itself, in an order of its own, and so can repeat it.
//!
//! What a simulation leaves out is the waiting alone: a turn is the same function that the thread of the same name
//! calls, and [`Ledger::open`] is [`Standing::open`] and [`Standing::start`].

use crate::high_water::Keeper;
use crate::ledger::{Ledger, Running, Shared, Snapshots, StartReport};
use crate::line::Line;
use crate::machine::Machine;
use crate::once::{Pepper, Remembered};
use crate::open::{OpenError, rebuild};
use crate::options::Options;
use crate::outcome::{Fatal, Troubles};
use crate::publish::Publication;
use crate::sequencer::{Sequencer, Turn, Usual};
use crate::store::Store;
use crate::view::{Public, View};
use base::time::Hour;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::sync::mpsc::{Receiver, channel, sync_channel};
use std::sync::{Arc, Mutex, RwLock};
use std::thread;
use std::time::Duration;

/// Everything that runs a ledger, standing still. Dropping it is a crash: whoever waits hears nothing that was not said,
/// and nothing more is written.
pub struct Standing<M: Machine, S: Store> {
    ledger: Ledger<M, S>,
    /// There until it ended.
    sequencer: Option<Sequencer<M, S>>,
    marks: Option<Keeper>,
    /// Views to make snapshots of.
    views: Option<Receiver<Arc<View<M>>>>,
}

/// What a start found out, from which everything else is made.
pub(crate) struct Rebuilt<M> {
    pub(crate) epoch: u64,
    pub(crate) view: View<M>,
    pub(crate) report: StartReport,
    pub(crate) snapshots: Option<Snapshots>,
    pub(crate) remembered: Remembered,
}

impl<M: Machine, S: Store> Standing<M, S> {
    /// Takes the lead of a store, which may be empty, proves what is there and rebuilds everything from it.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn open(store: S, mut options: Options) -> Result<Self, OpenError> {
        let rebuilt = rebuild(&store, &mut options)?;
        Ok(Self::of(store, options, rebuilt))
    }

    fn of(store: S, options: Options, rebuilt: Rebuilt<M>) -> Self {
        let Rebuilt {
            epoch,
            view,
            report,
            snapshots,
            remembered,
        } = rebuilt;
        let (marks, keeper) = match options.high_water {
            None => (None, None),
            Some(file) => {
                let (sender, receiver) = channel();
                // A mark that is behind, or not there yet, is brought up at once.
                let _ = sender.send(view.signed.clone());
                (Some(sender), Some(Keeper::new(file, options.key.verifier(), receiver)))
            }
        };
        let (writer, views) = match &snapshots {
            None => (None, None),
            Some(_) => {
                let (sender, receiver) = sync_channel(1);
                (Some(sender), Some(receiver))
            }
        };
        let snapshot_at = report.from_snapshot.unwrap_or(0);
        let shared = Arc::new(Shared {
            store,
            pepper: Pepper::new(&options.key),
            key: options.key,
            publish_every: options.publish_every,
            publication: Mutex::new(Publication {
                public: Public::of(&view),
                since: (options.monotonic)(),
            }),
            clock: options.clock,
            monotonic: options.monotonic,
            entropy: options.entropy,
            on_fatal: options.on_fatal,
            on_trouble: options.on_trouble,
            prover: Mutex::default(),
            recent: Mutex::default(),
            snapshots,
            report,
            view: RwLock::new(Arc::new(view)),
            troubles: Mutex::new(Troubles::default()),
            waiting: AtomicUsize::new(0),
            waiting_max: options.queue_commands_max,
            stopped: AtomicBool::new(false),
        });
        let (queue, waiting) = channel();
        let sequencer = Sequencer {
            shared: shared.clone(),
            queue: waiting,
            line: Line::new(),
            held: None,
            append_takes: Usual::default(),
            closing: false,
            remembered,
            epoch,
            lead_checked_every: options.lead_checked_every,
            // Rows that grew old while nothing ran are forgotten with the first batch.
            forgot: Hour::MIN,
            forgetting: None,
            forgot_some: Duration::ZERO,
            marks,
            snapshots: writer,
            snapshot_every: options.snapshot_every,
            snapshot_at,
        };
        let running = Arc::new(Running {
            queue: Some(queue),
            threads: Mutex::default(),
        });
        Self {
            ledger: Ledger { shared, running },
            sequencer: Some(sequencer),
            marks: keeper,
            views,
        }
    }

    /// Starts the threads.
    ///
    /// # Errors
    /// [`OpenError::Thread`].
    pub fn start(self) -> Result<Ledger<M, S>, OpenError> {
        let Self {
            ledger,
            sequencer,
            marks,
            views,
        } = self;
        let mut threads = Vec::new();
        let mut start = |name: &str, body: Box<dyn FnOnce() + Send>| {
            let handle = thread::Builder::new()
                .name(name.into())
                .spawn(body)
                .map_err(OpenError::Thread)?;
            threads.push(handle);
            Ok::<_, OpenError>(())
        };
        if let Some(keeper) = marks {
            let shared = ledger.shared.clone();
            start("high-water", Box::new(move || keeper.run(&|why| shared.mark_kept(why))))?;
        }
        if let Some(views) = views {
            let shared = ledger.shared.clone();
            let body = move || {
                for view in views {
                    shared.keep_snapshot(&view);
                }
            };
            start("snapshots", Box::new(body))?;
        }
        if let Some(sequencer) = sequencer {
            start("sequencer", Box::new(move || sequencer.run()))?;
        }
        ledger.running.keep(threads);
        Ok(ledger)
    }

    /// The ledger as its users hold it. What they submit waits for a turn. Not to be closed but by [`Standing::close`],
    /// since [`Ledger::close`] waits for threads.
    pub fn ledger(&self) -> &Ledger<M, S> {
        &self.ledger
    }

    /// The sequencer takes what is waiting, as one batch, or does what it does when nothing is.
    pub fn turn(&mut self) -> Turn {
        let Some(sequencer) = &mut self.sequencer else {
            return Turn::Ended;
        };
        let went = sequencer.turn();
        self.after(went)
    }

    /// The sequencer has waited for [`Options::lead_checked_every`] and looks whether it still leads.
    pub fn check_lead(&mut self) -> Turn {
        match &mut self.sequencer {
            Some(sequencer) => {
                let leads = sequencer.still_leads();
                self.after(leads)
            }
            None => Turn::Ended,
        }
    }

    fn after(&mut self, went: Result<Turn, Fatal>) -> Turn {
        let fatal = match went {
            Ok(Turn::Ended) => None,
            Ok(turn) => return turn,
            Err(why) => Some(why),
        };
        if let Some(sequencer) = self.sequencer.take() {
            sequencer.end(fatal);
        }
        Turn::Ended
    }

    /// The keeper of the high-water mark writes the newest checkpoint, if there is one it has not written.
    pub fn keep_mark(&mut self) {
        if let Some(keeper) = &mut self.marks {
            keeper.turn(&|why| self.ledger.shared.mark_kept(why));
        }
    }

    /// The writer of snapshots writes the one it was asked for, if any.
    pub fn keep_snapshot(&mut self) {
        if let Some(view) = self.views.as_ref().and_then(|views| views.try_recv().ok()) {
            self.ledger.shared.keep_snapshot(&view);
        }
    }

    /// Ends as [`Ledger::close`] does: takes nothing more, records what is waiting, writes mark and snapshot.
    pub fn close(mut self) {
        self.ledger.shared.stop();
        while self.turn() == Turn::Went {}
        // Nobody could tell it to end as long as nothing waited: so the last turn is taken here.
        self.after(Ok(Turn::Ended));
        self.keep_mark();
        self.keep_snapshot();
        self.ledger.close();
    }
}
