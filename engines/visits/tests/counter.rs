//! The rules of the counter, one by one.

use base::time::{Date, Minute};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use visits::{Counted, Counter, ONLINE_MINUTES, Saved, Tally, VISIT_GAP_MINUTES};

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0";

fn at(text: &str) -> Minute {
    text.parse().unwrap()
}

fn later(from: Minute, minutes: u32) -> Minute {
    Minute::from_unix_secs(from.unix_secs() + u64::from(minutes) * 60)
}

fn reader(n: u8) -> IpAddr {
    IpAddr::from([203, 0, 113, n])
}

fn counter() -> Counter {
    Counter::new(Arc::new(|| [7; 32]))
}

#[test]
fn a_visit_ends_with_more_than_half_an_hour_of_silence() {
    let (mut counter, nine) = (counter(), at("2020-06-25T02:00:00Z"));
    assert_eq!(counter.page(nine, reader(1), BROWSER), Counted::Visit);
    let gap = later(nine, VISIT_GAP_MINUTES);
    assert_eq!(counter.page(gap, reader(1), BROWSER), Counted::View);
    let next = later(gap, VISIT_GAP_MINUTES);
    assert_eq!(
        counter.page(next, reader(1), BROWSER),
        Counted::View,
        "the window slides"
    );
    let after = later(next, VISIT_GAP_MINUTES + 1);
    assert_eq!(counter.page(after, reader(1), BROWSER), Counted::Visit);
    assert_eq!(
        counter.page(after, reader(1), "Opera/9.80 (J2ME) Presto/2.12"),
        Counted::Visit
    );
    let today = counter.figures(after).today;
    assert_eq!((today.visits, today.readers, today.views), (3, 2, 5));
}

#[test]
fn online_is_the_last_five_minutes() {
    let (mut counter, nine) = (counter(), at("2020-06-25T02:00:00Z"));
    counter.page(nine, reader(1), BROWSER);
    counter.page(later(nine, 2), reader(2), BROWSER);
    counter.page(later(nine, 2), reader(2), BROWSER);
    assert_eq!(counter.figures(later(nine, ONLINE_MINUTES - 1)).online, 2);
    assert_eq!(counter.figures(later(nine, ONLINE_MINUTES)).online, 1);
    assert_eq!(counter.figures(later(nine, ONLINE_MINUTES + 2)).online, 0);
}

#[test]
fn at_midnight_the_readers_and_their_secret_are_thrown_away() {
    let drawn = Arc::new(AtomicU8::new(0));
    let count = drawn.clone();
    let mut counter = Counter::new(Arc::new(move || [count.fetch_add(1, Ordering::SeqCst); 32]));
    // 23:58 and 00:01 at the office; the day of UTC is the same.
    let (before, after) = (at("2020-06-25T16:58:00Z"), at("2020-06-25T17:01:00Z"));
    counter.view_only(before);
    assert_eq!(
        (counter.keys(), drawn.load(Ordering::SeqCst)),
        (0, 0),
        "no secret before the first person"
    );
    counter.page(before, reader(1), BROWSER);
    counter.page(before, reader(2), BROWSER);
    counter.page(before, reader(2), "curl/8.5.0");
    assert_eq!((counter.keys(), drawn.load(Ordering::SeqCst)), (2, 1));
    assert_eq!(
        counter.figures(before).total.views_only,
        0,
        "not before the day is over"
    );
    counter.pass(after);
    assert_eq!(counter.keys(), 0, "nobody has to come for that");
    let figures = counter.figures(after);
    assert_eq!((figures.online, figures.today), (0, Tally::default()));
    let day = Tally {
        visits: 2,
        readers: 2,
        views: 2,
        machine_views: 1,
        views_only: 1,
        beyond: 0,
    };
    assert_eq!(figures.total, day);
    assert_eq!(counter.page(after, reader(1), BROWSER), Counted::Visit);
    assert_eq!(drawn.load(Ordering::SeqCst), 2, "another day, another secret");
    assert_eq!(figures.since, Date::new(2020, 6, 25).unwrap());
}

#[test]
fn a_clock_set_back_over_midnight_goes_on_with_the_day() {
    let (mut counter, midnight) = (counter(), at("2020-06-25T17:01:00Z"));
    counter.page(midnight, reader(1), BROWSER);
    let back = at("2020-06-25T16:31:00Z");
    assert_eq!(counter.page(back, reader(2), BROWSER), Counted::Visit);
    assert_eq!(counter.figures(back).today.visits, 2);
    assert_eq!(counter.figures(back).online, 1, "whoever will be here is not here");
    // A clock that was years ahead does not stop the count of days for years.
    let long_before = at("2019-01-01T00:00:00Z");
    assert_eq!(counter.figures(long_before).today, Tally::default());
    assert_eq!(counter.figures(long_before).total.visits, 2);
}

#[test]
fn beyond_the_limit_pages_are_counted_and_visits_are_at_least() {
    let mut counter = Counter::with_limit(Saved::default(), Arc::new(|| [7; 32]), 3);
    let nine = at("2020-06-25T02:00:00Z");
    for n in 1..=3 {
        assert_eq!(counter.page(nine, reader(n), BROWSER), Counted::Visit);
    }
    assert_eq!(counter.figures(nine).today.beyond, 0);
    assert_eq!(counter.page(nine, reader(4), BROWSER), Counted::Beyond);
    assert_eq!(
        counter.page(nine, reader(2), BROWSER),
        Counted::View,
        "who is known stays known"
    );
    let figures = counter.figures(nine);
    assert_eq!((figures.online, counter.keys()), (3, 3));
    assert_eq!(
        (figures.today.visits, figures.today.views, figures.today.beyond),
        (3, 5, 1)
    );
    let next_day = later(nine, 24 * 60);
    assert_eq!(counter.page(next_day, reader(4), BROWSER), Counted::Visit);
    let figures = counter.figures(next_day);
    assert_eq!((figures.today.beyond, figures.total.beyond), (0, 1));
}

#[test]
fn views_only_leave_no_reader() {
    let (mut counter, nine) = (counter(), at("2020-06-25T02:00:00Z"));
    for _ in 0..10 {
        counter.view_only(nine);
    }
    counter.machine(nine);
    let figures = counter.figures(nine);
    assert_eq!((counter.keys(), figures.online, figures.today.views), (0, 0, 0));
    assert_eq!(figures.today.machine_views, 1);
    assert_eq!(counter.saved().today.views_only, 10);
}

#[test]
fn what_is_kept_are_numbers_and_they_come_back() {
    let (mut counter, nine) = (counter(), at("2020-06-25T02:00:00Z"));
    assert_eq!(Saved::from_numbers(|_| None), Saved::default());
    counter.page(nine, reader(1), BROWSER);
    counter.pass(later(nine, 24 * 60));
    counter.page(later(nine, 24 * 60), reader(1), BROWSER);
    let kept = counter.saved().numbers();
    let names: Vec<&str> = kept.iter().map(|(name, _)| name.as_str()).collect();
    assert!(
        names.contains(&"visits.today.visits") && names.contains(&"visits.closed.views"),
        "{names:?}"
    );
    let number = |name: &str| kept.iter().find(|(key, _)| key == name).map(|(_, number)| *number);
    let saved = Saved::from_numbers(number);
    assert_eq!(saved, counter.saved());
    let mut again = Counter::resume(saved, Arc::new(|| [8; 32]));
    assert_eq!(
        again.page(later(nine, 24 * 60), reader(1), BROWSER),
        Counted::Visit,
        "counted twice that day"
    );
    assert_eq!(again.figures(later(nine, 24 * 60)).total.visits, 3);
    let full = Saved::from_numbers(|_| Some(u64::MAX));
    let mut full = Counter::resume(full, Arc::new(|| [8; 32]));
    assert_eq!(
        full.figures(nine).total.visits,
        u64::MAX,
        "damaged numbers break nothing"
    );
}
