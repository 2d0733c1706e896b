//! The counter against a plain recount of everything that happened.

use base::time::{Date, Minute};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;
use visits::{Counter, Figures, Saved, Tally};

/// Minute 0 of the streams: 25/06/2020, 23:30 at the office.
const START: &str = "2020-06-25T16:30:00Z";
const BROWSERS: [&str; 2] = [
    "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/83.0 Mobile Safari/537.36 Zalo android/10000",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:77.0) Gecko/20100101 Firefox/77.0",
];
/// Addresses, and which of them are one place.
const ADDRESSES: [(&str, u8); 6] = [
    ("203.0.113.9", 1),
    ("::ffff:203.0.113.9", 1),
    ("203.0.113.10", 2),
    ("2001:db8:1:2::1", 3),
    ("2001:db8:1:2:ffff::9", 3),
    ("2001:db8:1:3::1", 4),
];

#[derive(Clone, Copy, Debug)]
enum Act {
    Page { address: usize, browser: usize },
    Machine,
    ViewOnly,
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    let page = (0..ADDRESSES.len(), 0..BROWSERS.len());
    prop_oneof![
        12 => page.prop_map(|(address, browser)| Act::Page { address, browser }),
        2 => Just(Act::Machine),
        2 => Just(Act::ViewOnly),
        1 => Just(Act::Restart),
    ]
}

/// Minutes between two acts: often few, at times around the borders, at times half a day.
fn step() -> impl Strategy<Value = u64> {
    prop_oneof![5 => 0..4_u64, 3 => 3..8_u64, 2 => 29..33_u64, 1 => 0..800_u64, 1 => 1400..3000_u64]
}

/// One page of a person, as the recount remembers it: more than the counter ever does.
struct View {
    minute: u64,
    day: Date,
    reader: (u8, usize),
    /// Restarts before it.
    run: usize,
}

#[derive(Default)]
struct Recount {
    views: Vec<View>,
    machines: Vec<Date>,
    views_only: Vec<Date>,
    run: usize,
    since: Option<Date>,
}

impl Recount {
    fn tally(&self, day: Date, keys_max: usize) -> Tally {
        let views: Vec<&View> = self.views.iter().filter(|view| view.day == day).collect();
        let mut tally = Tally {
            machine_views: self.machines.iter().filter(|at| **at == day).count() as u64,
            views_only: self.views_only.iter().filter(|at| **at == day).count() as u64,
            views: views.len() as u64,
            ..Tally::default()
        };
        for (at, view) in views.iter().enumerate() {
            let before = views[..at].iter().filter(|other| other.run == view.run);
            let known: BTreeSet<_> = before.clone().map(|other| other.reader).collect();
            match before.clone().rfind(|other| other.reader == view.reader) {
                // Whoever came when the table was full stays unknown.
                _ if is_beyond(&known, &views[..at], view, keys_max) => tally.beyond += 1,
                None => {
                    tally.readers += 1;
                    tally.visits += 1;
                }
                Some(last) if view.minute - last.minute > 30 => tally.visits += 1,
                Some(_) => {}
            }
        }
        tally
    }

    fn figures(&self, now: u64, today: Date, keys_max: usize) -> Figures {
        let days: BTreeSet<Date> = (self.views.iter().map(|view| view.day))
            .chain(self.machines.iter().copied())
            .chain(self.views_only.iter().copied())
            .collect();
        let of_today = self.tally(today, keys_max);
        let total = days
            .iter()
            .fold(Tally::default(), |sum, day| sum.plus(self.tally(*day, keys_max)));
        let here: Vec<&View> = (self.views.iter())
            .filter(|view| view.day == today && view.run == self.run)
            .collect();
        let online: BTreeSet<_> = here
            .iter()
            .enumerate()
            .filter(|(at, view)| {
                let before: Vec<&View> = here[..*at].to_vec();
                let known: BTreeSet<_> = before.iter().map(|other| other.reader).collect();
                now - view.minute < 5 && !is_beyond(&known, &before, view, keys_max)
            })
            .map(|(_, view)| view.reader)
            .collect();
        Figures {
            since: self.since.unwrap_or(today),
            online: online.len() as u64,
            today: Tally {
                views_only: 0,
                ..of_today
            },
            total: Tally {
                views_only: total.views_only - of_today.views_only,
                ..total
            },
        }
    }
}

/// The first `keys_max` readers of a day are known, in the order they came.
fn is_beyond(known: &BTreeSet<(u8, usize)>, before: &[&View], view: &View, keys_max: usize) -> bool {
    if known.len() < keys_max {
        return false;
    }
    let mut first: Vec<(u8, usize)> = Vec::new();
    for other in before.iter().filter(|other| other.run == view.run) {
        if first.len() < keys_max && !first.contains(&other.reader) {
            first.push(other.reader);
        }
    }
    !first.contains(&view.reader)
}

fn draw() -> visits::Draw {
    Arc::new(|| [7; 32])
}

/// A counter that is made anew from what would have been on disk.
fn restarted(counter: &Counter, keys_max: usize) -> Counter {
    let kept = counter.saved().numbers();
    let number = |name: &str| kept.iter().find(|(key, _)| key == name).map(|(_, number)| *number);
    let saved = Saved::from_numbers(number);
    assert_eq!(saved, counter.saved());
    Counter::with_limit(saved, draw(), keys_max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn a_recount_of_any_stream_gives_the_same_figures(
        stream in prop::collection::vec((step(), act()), 1..120),
        keys_max in prop_oneof![Just(usize::MAX), 1..5_usize],
    ) {
        let start: Minute = START.parse().unwrap();
        let mut counter = Counter::with_limit(Saved::default(), draw(), keys_max);
        let (mut recount, mut elapsed) = (Recount::default(), 0);
        for (step, act) in stream {
            elapsed += step;
            let now = Minute::from_unix_secs(start.unix_secs() + elapsed * 60);
            let day = now.office_date();
            if !matches!(act, Act::Restart) {
                recount.since.get_or_insert(day);
            }
            match act {
                Act::Page { address, browser } => {
                    let (text, place) = ADDRESSES[address];
                    let address: IpAddr = text.parse().unwrap();
                    counter.page(now, address, BROWSERS[browser]);
                    let (reader, run) = ((place, browser), recount.run);
                    recount.views.push(View { minute: elapsed, day, reader, run });
                }
                Act::Machine => {
                    counter.page(now, IpAddr::from([203, 0, 113, 77]), "curl/8.5.0");
                    recount.machines.push(day);
                }
                Act::ViewOnly => {
                    counter.view_only(now);
                    recount.views_only.push(day);
                }
                Act::Restart => {
                    counter = restarted(&counter, keys_max);
                    recount.run += 1;
                }
            }
            prop_assert_eq!(counter.figures(now), recount.figures(elapsed, day, keys_max));
            prop_assert!(counter.keys() <= keys_max);
        }
    }
}
