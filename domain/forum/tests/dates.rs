//! The last day ends at the office's midnight, seven hours before Greenwich's.

mod common;

use base::fact::PersonId;
use base::number::ForumNo;
use common::{Desk, announcement, date, minute, no};
use forum::{Event, Refusal, Stage, announce};

/// 31 March 2020 ends at the office when this minute begins.
const MIDNIGHT: &str = "2020-03-31T17:00:00Z";
const LAST_MINUTE: &str = "2020-03-31T16:59:00Z";

#[test]
fn a_forum_is_announced_until_its_last_day_is_over() {
    assert!(Desk::new(LAST_MINUTE).announce(1, "2020-03-31").is_ok());
    assert_eq!(
        Desk::new(MIDNIGHT).announce(1, "2020-03-31"),
        Err(Refusal::ClosesInThePast)
    );
    assert!(Desk::new(MIDNIGHT).announce(1, "2020-04-01").is_ok());
}

#[test]
fn a_forum_is_held_on_its_last_day_or_later() {
    let mut desk = Desk::new(LAST_MINUTE);
    let mut what = announcement(1, "2020-03-31");
    what.day = date("2020-03-30");
    let refused = announce::announce(&desk.forums, &mut desk.entropy, desk.now, PersonId(1), &what);
    assert_eq!(refused.unwrap_err(), Refusal::DayBeforeClosing);
    // A year typed wrong would stand on the home page for centuries.
    what.day = date("2022-04-02");
    let refused = announce::announce(&desk.forums, &mut desk.entropy, desk.now, PersonId(1), &what);
    assert_eq!(refused.unwrap_err(), Refusal::TooFarAhead);
    what.day = date("2020-03-31");
    assert!(announce::announce(&desk.forums, &mut desk.entropy, desk.now, PersonId(1), &what).is_ok());
}

#[test]
fn a_number_is_used_once_and_the_next_free_one_is_proposed() {
    let mut desk = Desk::new(LAST_MINUTE);
    assert_eq!(announce::next_no(&desk.forums, 2020), Some(no(1)));
    desk.announce(1, "2020-03-31").unwrap();
    assert_eq!(desk.announce(1, "2020-04-30"), Err(Refusal::ForumExists(no(1))));
    assert_eq!(announce::next_no(&desk.forums, 2020), Some(no(2)));
    assert_eq!(announce::next_no(&desk.forums, 2021), ForumNo::new(2021, 1).ok());
    assert_eq!(announce::next_no(&desk.forums, 3), None, "no such year");
    for number in 2..=99 {
        desk.announce(number, "2020-04-30").unwrap();
    }
    assert_eq!(announce::next_no(&desk.forums, 2020), None, "the year is full");
}

#[test]
fn a_forum_is_opened_once_and_until_its_last_day_is_over() {
    let mut desk = Desk::new(LAST_MINUTE);
    assert_eq!(desk.open_forum(1), Err(Refusal::NoSuchForum));
    desk.announce(1, "2020-03-31").unwrap();
    desk.announce(2, "2020-03-31").unwrap();
    desk.open_forum(1).unwrap();
    assert_eq!(desk.open_forum(1), Err(Refusal::NotAnnounced));
    desk.now = minute(MIDNIGHT);
    assert_eq!(desk.open_forum(2), Err(Refusal::Closed));
    desk.tick();
    assert_eq!(desk.open_forum(2), Err(Refusal::NotAnnounced));
}

#[test]
fn opinions_are_taken_from_opening_until_midnight_ticked_or_not() {
    let mut desk = Desk::new("2020-03-01T00:00:00Z");
    assert_eq!(desk.submit(0), Err(Refusal::NoSuchForum));
    desk.announce(1, "2020-03-31").unwrap();
    assert_eq!(desk.submit(0), Err(Refusal::NotOpenYet));
    desk.open_forum(1).unwrap();
    desk.submit(0).unwrap();
    desk.now = minute(LAST_MINUTE);
    assert_eq!(desk.tick().len(), 0);
    desk.submit(1).unwrap();
    desk.now = minute(MIDNIGHT);
    assert_eq!(desk.submit(2), Err(Refusal::Closed));
    // The votes are counted with the closing.
    assert!(
        matches!(&desk.tick()[..], [Event::CollectingClosed(e), Event::VotesPublished(v)]
        if e.forum == no(1) && e.mandate.is_none() && v.forum == no(1))
    );
    assert_eq!(desk.forums.forums[&no(1)].stage, Stage::InSession);
    assert_eq!(desk.submit(2), Err(Refusal::Closed));
    assert_eq!(desk.tick().len(), 0, "closed once");
    // A clock that went back opens nothing again.
    desk.now = minute(LAST_MINUTE);
    assert_eq!(desk.submit(2), Err(Refusal::Closed));
}

#[test]
fn forums_close_in_the_order_of_their_last_days_and_unopened_ones_too() {
    let mut desk = Desk::new("2020-03-01T00:00:00Z");
    for (number, closes) in [
        (1, "2020-03-20"),
        (2, "2020-03-10"),
        (3, "2020-03-10"),
        (4, "2020-05-31"),
    ] {
        desk.announce(number, closes).unwrap();
    }
    desk.open_forum(1).unwrap();
    desk.open_forum(4).unwrap();
    // Weeks without a tick are one catch-up.
    desk.now = minute("2020-04-15T00:00:00Z");
    let closed: Vec<_> = desk
        .tick()
        .into_iter()
        .map(|event| match event {
            Event::CollectingClosed(e) => (e.forum, "closed"),
            Event::VotesPublished(e) => (e.forum, "counted"),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [no(2), no(3), no(1)].map(|forum| [(forum, "closed"), (forum, "counted")]);
    assert_eq!(closed, expected.concat());
    assert_eq!(desk.forums.forums[&no(4)].stage, Stage::Collecting);
}
