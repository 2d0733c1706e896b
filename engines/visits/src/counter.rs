//! The counter.

use crate::keys::{Keys, Sighting};
use crate::machine::{head, is_machine};
use crate::{Figures, KEYS_MAX, Saved, Tally};
use base::time::{Date, Minute};
// The address as a value; nothing here speaks with anyone.
use core::net::IpAddr;
use std::sync::Arc;

/// Draws the secret of a day: 256 bits that nobody can guess.
pub type Draw = Arc<dyn Fn() -> [u8; 32] + Send + Sync>;

/// Days a clock may be set back and still go on with the day that was counted; further back is another day.
const CLOCK_BACK_DAYS_MAX: i32 = 1;
const SECONDS_PER_MINUTE: u64 = 60;

/// What a page was counted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A person's page view that begins a visit.
    Visit,
    /// A person's page view within a visit.
    View,
    /// A page view of a person who cannot be told from others ([`KEYS_MAX`]).
    Beyond,
    /// A machine's page view.
    Machine,
}

/// Counts the pages of one office. Not `Debug`: the readers of the day are for nobody to read.
pub struct Counter {
    saved: Saved,
    /// None before the day's first person.
    keys: Option<Keys>,
    keys_max: usize,
    draw: Draw,
}

impl Counter {
    /// A counter that has counted nothing.
    pub fn new(draw: Draw) -> Counter {
        Counter::resume(Saved::default(), draw)
    }

    /// A counter that goes on from kept numbers. Whoever was counted today before is not known any more.
    pub fn resume(saved: Saved, draw: Draw) -> Counter {
        Counter::with_limit(saved, draw, KEYS_MAX)
    }

    /// The same with another limit than [`KEYS_MAX`].
    pub fn with_limit(saved: Saved, draw: Draw, keys_max: usize) -> Counter {
        Counter {
            saved,
            keys: None,
            keys_max,
            draw,
        }
    }

    /// Goes on from kept numbers, whatever was counted until now.
    pub fn go_on_from(&mut self, saved: Saved) {
        (self.saved, self.keys) = (saved, None);
    }

    /// A page was given to a reader at this address who calls itself `agent`.
    pub fn page(&mut self, now: Minute, address: IpAddr, agent: &str) -> Counted {
        if is_machine(agent) {
            self.machine(now);
            return Counted::Machine;
        }
        self.begin(now);
        let draw = &self.draw;
        let keys = self.keys.get_or_insert_with(|| Keys::new(draw()));
        let sighting = keys.see(minutes(now), address, head(agent), self.keys_max);
        let today = &mut self.saved.today;
        one_more(&mut today.views);
        match sighting {
            Sighting::First => {
                one_more(&mut today.readers);
                one_more(&mut today.visits);
                Counted::Visit
            }
            Sighting::Back => {
                one_more(&mut today.visits);
                Counted::Visit
            }
            Sighting::Going => Counted::View,
            Sighting::Beyond => {
                one_more(&mut today.beyond);
                Counted::Beyond
            }
        }
    }

    /// A page was given to what is known to be a machine.
    pub fn machine(&mut self, now: Minute) {
        self.begin(now);
        one_more(&mut self.saved.today.machine_views);
    }

    /// A page was given that is counted as a view only. It takes nothing of the request: no address, no `User-Agent`.
    pub fn view_only(&mut self, now: Minute) {
        self.begin(now);
        one_more(&mut self.saved.today.views_only);
    }

    /// Lets time pass: at the office's midnight the day is closed, its readers and their secret are thrown away.
    pub fn pass(&mut self, now: Minute) {
        let day = now.office_date();
        if self.saved.day.is_some_and(|counted| is_over(counted, day)) {
            self.saved.closed = self.saved.closed.plus(self.saved.today);
            self.saved.today = Tally::default();
            self.saved.day = Some(day);
            self.keys = None;
        }
    }

    /// The figures of this minute.
    pub fn figures(&mut self, now: Minute) -> Figures {
        self.pass(now);
        let (today, closed) = (self.saved.today, self.saved.closed);
        Figures {
            since: self.saved.since.unwrap_or(now.office_date()),
            online: self.keys.as_ref().map_or(0, |keys| keys.online(minutes(now))),
            today: Tally { views_only: 0, ..today },
            total: Tally {
                views_only: closed.views_only,
                ..closed.plus(today)
            },
        }
    }

    /// The numbers to keep.
    pub fn saved(&self) -> Saved {
        self.saved
    }

    /// Readers of today who are remembered at this moment.
    pub fn keys(&self) -> usize {
        self.keys.as_ref().map_or(0, Keys::len)
    }

    fn begin(&mut self, now: Minute) {
        self.pass(now);
        let day = now.office_date();
        self.saved.since.get_or_insert(day);
        self.saved.day.get_or_insert(day);
    }
}

/// Whether the day that was counted is not the one of now.
fn is_over(counted: Date, now: Date) -> bool {
    !(-CLOCK_BACK_DAYS_MAX..=0).contains(&counted.days_until(now))
}

/// Kept numbers may be damaged; counting goes on all the same.
fn one_more(number: &mut u64) {
    *number = number.saturating_add(1);
}

fn minutes(now: Minute) -> u32 {
    u32::try_from(now.unix_secs() / SECONDS_PER_MINUTE).unwrap_or(u32::MAX)
}
