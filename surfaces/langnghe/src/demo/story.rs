//! What the demonstration is told with: a clock that is moved, and commands that are given once.
//!
//! # How a part of the story is written
//! ```text
//! pub async fn session(story: &mut Story<'_>) -> Result<(), Stop> {
//!     story.at("2019-12-19T07:00:00Z").await?;                 // 14:00 at the office
//!     for (n, words) in TURNS.iter().enumerate() {
//!         story.give(&format!("2019-turn-{n}"), Actor::Person(CLERK), record(words)).await?;
//!     }
//!     story.settle().await?;                                   // only before the state is looked at
//!     let first = story.opinion("2019-turn-0")?;
//!     story.give("2019-clear-0", Actor::Person(READER), Command::ClearOpinion { opinion: first }).await
//! }
//! ```
//! and called from `demo::tell` at its place in time: [`Story::at`] never goes back.
//!
//! # Speed
//! [`Story::give`] does not wait for its answer, so that thousands of commands share few commits; a refusal stops the
//! making at the next `at`, `settle` or `finish` and names its step. Commands are decided in the order they are given.
//! Look at the state as seldom as can be.
//!
//! # A making that was interrupted
//! goes on where it was. The clock's file is moved durably before anything is recorded at the new time, and only after
//! everything before it was recorded. So at the next start all parts before the kept minute are known to be done: `give`
//! leaves them out. What belongs to the kept minute itself is given again and answered by its idempotency key, which the
//! ledger remembers for seven days of its clock: the keys of this minute are there, however far the story has come.
//! From this follow the rules for who writes a part:
//! - a step's name is used once, and a step is the same command at each start: nothing random, no clock of the machine;
//! - what a step needs of an earlier one is read from the state ([`Story::opinion`], [`Story::world`]), never kept in a
//!   variable, for the earlier one may have been left out;
//! - a part that reads what it has itself changed asks whether it was done already.

use crate::exit::{self, Stop};
use crate::serve::demo_clock::DemoClock;
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32};
use base::time::{Date, Minute};
use ledger::{Flow, Pending, QUEUE_COMMANDS_MAX, Recorded, Rejected, View};
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::sync::Arc;
use web_scene::{App, Key};
use world::{Command, Refusal, World};

/// Commands whose answers are waited for at once: half of what may wait, so that none is turned away.
const UNDER_WAY_MAX: usize = QUEUE_COMMANDS_MAX / 2;
/// Batches of due things at one moment of the story.
const CATCH_UP_MAX: usize = 1_000;

/// The telling of the demonstration's story. See the module.
pub struct Story<'a> {
    app: &'a App,
    clock: &'a DemoClock,
    /// What the clock showed when this start began.
    resumed: Minute,
    moment: Minute,
    under_way: VecDeque<(String, Pending<World>)>,
}

fn failed(what: &str) -> Stop {
    let sentence = format!("the demonstration could not be made ({what}); start again, or name an empty --data");
    Stop::new(exit::FAILED, sentence)
}

/// A minute of UTC such as `2019-12-19T07:00:00Z`; office time is seven hours later.
pub fn minute(text: &str) -> Result<Minute, Stop> {
    text.parse().map_err(|_| failed(&format!("{text:?} is no minute")))
}

/// A day such as `2019-12-29`.
pub fn date(text: &str) -> Result<Date, Stop> {
    text.parse().map_err(|_| failed(&format!("{text:?} is no day")))
}

/// The idempotency key of a step.
fn key(app: &App, step: &str) -> Key {
    Key::sent(app, &format!("langnghe-demo-{step}"))
}

/// The receipt's code of a step that writes an opinion or votes: the same at every start.
pub fn receipt(app: &App, step: &str) -> ReceiptCode {
    ReceiptCode::from_bits(&app.ledger.receipt_bits(key(app, step).as_str()))
}

impl<'a> Story<'a> {
    /// A story that begins, or goes on, where its clock stands.
    pub fn new(app: &'a App, clock: &'a DemoClock) -> Story<'a> {
        Story {
            app,
            clock,
            resumed: clock.now(),
            moment: Minute::MIN,
            under_way: VecDeque::new(),
        }
    }

    /// Moves the clock to a minute of UTC, once everything given before is recorded. On the way, what is due happens on
    /// its day: time is let pass at the next full hour, at each midnight of the office, and at the minute itself.
    ///
    /// # Errors
    /// The text is no minute or earlier than the one before; something given before was refused; the disk said no.
    pub async fn at(&mut self, when: &str) -> Result<(), Stop> {
        let to = minute(when)?;
        if to < self.moment {
            return Err(failed(&format!("the story goes back to {when}")));
        }
        self.settle().await?;
        self.moment = to;
        if self.is_told() {
            return Ok(());
        }
        let mut stop = self.clock.now();
        let hour_ends = stop.hour().starts_at().add_hours(1);
        while stop < to {
            let midnight = stop.office_date().ends_at();
            let next = if stop < hour_ends { hour_ends } else { midnight };
            stop = next.min(midnight).min(to);
            self.clock
                .move_to(stop)
                .map_err(|why| failed(&format!("its clock: {why}")))?;
            self.tick().await?;
        }
        Ok(())
    }

    /// Gives a command once, in the name of a step. Its answer is waited for later.
    ///
    /// # Errors
    /// An earlier command was refused, or this one could not be taken.
    pub async fn give(&mut self, step: &str, actor: Actor, command: Command) -> Result<(), Stop> {
        if self.is_told() {
            return Ok(());
        }
        if self.under_way.len() >= UNDER_WAY_MAX {
            self.wait_for_one().await?;
        }
        let key = key(self.app, step);
        let once = self.app.ledger.once(key.as_str(), step.as_bytes());
        // Steps are given without waiting, by many actors: one flow keeps them in the order of the story.
        let pending = self.app.ledger.submit_in(the_story(), actor, command, Some(once));
        let pending = pending.map_err(|why| refused(step, &why))?;
        self.under_way.push_back((step.to_owned(), pending));
        Ok(())
    }

    /// Waits until everything given is recorded, so that the state shows it.
    ///
    /// # Errors
    /// A command was refused.
    pub async fn settle(&mut self) -> Result<(), Stop> {
        while !self.under_way.is_empty() {
            self.wait_for_one().await?;
        }
        Ok(())
    }

    /// Ends the making: everything is recorded, and no later start looks at the story again.
    ///
    /// # Errors
    /// A command was refused; the disk said no.
    pub async fn finish(&mut self) -> Result<(), Stop> {
        self.settle().await?;
        self.clock.finish().map_err(|why| failed(&format!("its clock: {why}")))
    }

    /// The state, with everything that is settled.
    pub fn world(&self) -> Arc<View<World>> {
        self.app.ledger.view()
    }

    /// The receipt's code of a step, for the command that carries its digest.
    pub fn receipt(&self, step: &str) -> ReceiptCode {
        receipt(self.app, step)
    }

    /// The entry of the opinion a settled step wrote.
    ///
    /// # Errors
    /// There is none.
    pub fn opinion(&self, step: &str) -> Result<u64, Stop> {
        let digest = Digest32(self.receipt(step).hash());
        let found = self.world().state.forums.receipts.get(&digest).copied();
        found.ok_or_else(|| failed(&format!("step {step} wrote no opinion")))
    }

    /// What the ledger keeps of the first administrator's link; nobody ever had its token.
    pub fn first_token(&self) -> Digest32 {
        let bits = self.app.ledger.receipt_bits("langnghe-demo-token");
        Digest32(Sha256::digest(bits).into())
    }

    /// The present part was told in full before this start.
    fn is_told(&self) -> bool {
        self.moment < self.resumed
    }

    async fn wait_for_one(&mut self) -> Result<(), Stop> {
        match self.under_way.pop_front() {
            Some((step, pending)) => pending.await.map(|_| ()).map_err(|why| refused(&step, &why)),
            None => Ok(()),
        }
    }

    /// Lets time pass until nothing is due.
    async fn tick(&self) -> Result<(), Stop> {
        for _ in 0..CATCH_UP_MAX {
            let until = self.clock.now();
            let passes = Command::Tick { until };
            let answer = match self.app.ledger.submit_in(the_story(), Actor::Clock, passes, None) {
                Ok(pending) => pending.await,
                Err(why) => Err(why),
            };
            match answer {
                Ok(Recorded { count: 0, .. }) => return Ok(()),
                Ok(_) => {}
                Err(why) => return Err(refused("time passes", &why)),
            }
        }
        Err(failed("time never ends to bring things"))
    }
}

fn the_story() -> Flow {
    Flow::of(Actor::Console)
}

fn refused(step: &str, why: &Rejected<Refusal>) -> Stop {
    failed(&format!("step {step}: {why}"))
}

#[cfg(test)]
mod tests;
