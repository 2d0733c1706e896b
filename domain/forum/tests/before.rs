//! Before the day: details, the agenda, and the days moved, extended, given up, closed.

mod common;

use base::fact::SealedRef;
use common::hall::{FORCE, Hall, SECRETARY};
use common::{date, no};
use forum::agenda::{self, ItemDraft};
use forum::dates::{self, ChangeSort, DetailsDraft};
use forum::events::Choice;
use forum::{Event, Refusal, Stage, document, opinion};

fn item(item: Option<u32>) -> ItemDraft {
    ItemDraft {
        item,
        minutes: Some(30),
        organisation: Some(FORCE),
        title: "Báo cáo của công an".into(),
    }
}

fn set(hall: &mut Hall, over: Option<u64>, items: &[ItemDraft]) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, entropy, _, by| {
        agenda::set(forums, entropy, by, no(1), over, items)
    })
}

fn numbers(hall: &Hall) -> Vec<u32> {
    hall.forum().agenda.items.iter().map(|one| one.item).collect()
}

fn postpone(hall: &mut Hall, closes: &str, day: &str) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, entropy, now, by| {
        dates::postpone(
            forums,
            entropy,
            now,
            by,
            no(1),
            (date(closes), date(day)),
            "Trùng kỳ họp.",
        )
    })
}

fn extend(hall: &mut Hall, closes: &str) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, entropy, now, by| {
        dates::extend(forums, entropy, now, by, no(1), date(closes), "Nhiều người chưa kịp.")
    })
}

fn details(hall: &mut Hall, draft: &DetailsDraft) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, entropy, _, by| {
        dates::give_details(forums, entropy, by, no(1), None, draft)
    })
}

fn days(hall: &Hall) -> (base::time::Date, base::time::Date) {
    (hall.forum().closes, hall.forum().day)
}

#[test]
fn details_replace_those_before_as_a_whole_until_the_forum_has_concluded() {
    let mut hall = Hall::announced();
    let mut draft = DetailsDraft {
        time: Some("8 giờ".into()),
        place: Some("Hội trường A".into()),
        ..DetailsDraft::default()
    };
    details(&mut hall, &draft).unwrap();
    draft.time = None;
    draft.guests = Some("Các cơ quan trong khu".into());
    let second = details(&mut hall, &draft).unwrap();
    let known = &hall.forum().details;
    assert_eq!((known.time, known.remarks), (None, None));
    assert_eq!(known.place, Some(SealedRef::new(second, dates::PLACE)));
    assert_eq!(known.guests, Some(SealedRef::new(second, dates::GUESTS)));
    hall.cancel().unwrap();
    assert_eq!(details(&mut hall, &draft), Err(Refusal::ForumCancelled));
    assert_eq!(details(&mut Hall::concluded(&[]), &draft), Err(Refusal::ForumConcluded));
}

#[test]
fn an_agenda_item_keeps_its_number_and_none_is_given_twice() {
    let mut hall = Hall::announced();
    let first = set(&mut hall, None, &[item(None), item(None), item(None)]).unwrap();
    assert_eq!(numbers(&hall), [1, 2, 3]);
    // In another order, one gone, one new.
    let second = set(&mut hall, Some(first), &[item(Some(3)), item(None), item(Some(1))]).unwrap();
    assert_eq!(numbers(&hall), [3, 4, 1]);
    // What is gone does not come back under its number, nor does another item get it.
    assert_eq!(set(&mut hall, Some(second), &[item(Some(2))]), Err(Refusal::NoSuchItem));
    let third = set(&mut hall, Some(second), &[item(Some(1))]).unwrap();
    set(&mut hall, Some(third), &[item(None), item(Some(1)), item(None)]).unwrap();
    assert_eq!(numbers(&hall), [5, 1, 6]);
}

#[test]
fn two_secretaries_do_not_overwrite_each_other_and_nonsense_is_refused() {
    let mut hall = Hall::announced();
    let first = set(&mut hall, None, &[item(None)]).unwrap();
    assert_eq!(set(&mut hall, None, &[item(None)]), Err(Refusal::ChangedMeanwhile));
    let second = set(&mut hall, Some(first), &[item(Some(1))]).unwrap();
    for (over, items, why) in [
        (first, vec![item(Some(1))], Refusal::ChangedMeanwhile),
        (second, vec![item(Some(1)), item(Some(1))], Refusal::NoSuchItem),
        (second, vec![item(Some(2))], Refusal::NoSuchItem),
        (second, vec![item(Some(0))], Refusal::NoSuchItem),
        (second, vec![item(None); agenda::ITEMS_MAX + 1], Refusal::TooMany),
    ] {
        assert_eq!(set(&mut hall, Some(over), &items), Err(why));
    }
    set(&mut hall, Some(second), &vec![item(None); agenda::ITEMS_MAX]).unwrap();
}

#[test]
fn an_opinion_speaks_to_an_item_that_is_on_the_agenda() {
    let mut hall = Hall::open();
    let about = |item| opinion::Subject {
        nature: None,
        about: Some(forum::events::About::AgendaItem(item)),
    };
    assert_eq!(hall.submit_about(1, about(1)), Err(Refusal::NoSuchItem));
    let first = set(&mut hall, None, &[item(None), item(None)]).unwrap();
    hall.submit_about(1, about(2)).unwrap();
    set(&mut hall, Some(first), &[item(Some(1))]).unwrap();
    assert_eq!(hall.submit_about(2, about(2)), Err(Refusal::NoSuchItem));
}

#[test]
fn numbers_at_the_end_of_their_range_are_refused_and_never_begin_anew() {
    let mut hall = Hall::announced();
    let first = set(&mut hall, None, &[item(None)]).unwrap();
    // A record that was not written by these rules.
    let (hour, mut event) = hall.log[first as usize].clone();
    let Event::AgendaSet(e) = &mut event else {
        panic!("{event:?}")
    };
    e.items[0].item = u32::MAX;
    let _fault = hall.forums.apply(first + 1, hour, &event);
    let refused = SECRETARY.by(|by| {
        agenda::set(
            &hall.forums,
            &mut hall.entropy,
            by,
            no(1),
            Some(first + 1),
            &[item(None)],
        )
    });
    assert_eq!(refused.unwrap_err(), Refusal::TooMany);
}

#[test]
fn an_agenda_that_gives_a_number_again_is_a_fault() {
    let mut hall = Hall::announced();
    let first = set(&mut hall, None, &[item(None), item(None)]).unwrap();
    let second = set(&mut hall, Some(first), &[item(Some(2))]).unwrap();
    let (hour, event) = hall.log[first as usize].clone();
    assert!(hall.forums.apply(second + 1, hour, &event).is_err(), "item 1 was gone");
    let (hour, mut event) = hall.log[second as usize].clone();
    let Event::AgendaSet(e) = &mut event else {
        panic!("{event:?}")
    };
    e.items.push(e.items[0].clone());
    assert!(
        hall.forums.apply(second + 2, hour, &event).is_err(),
        "twice in one agenda"
    );
}

#[test]
fn a_forum_is_postponed_to_a_later_day_and_never_takes_opinions_for_shorter() {
    let mut hall = Hall::open();
    for (closes, day, why) in [
        ("2020-03-31", "2020-04-10", Refusal::NotLater),
        ("2020-03-31", "2020-04-09", Refusal::NotLater),
        ("2020-04-20", "2020-04-11", Refusal::DayBeforeClosing),
        ("2020-03-01", "2020-04-11", Refusal::ClosesInThePast),
        // Whoever was told the end of March may still write then.
        ("2020-03-30", "2020-04-11", Refusal::NotLater),
        ("2020-03-31", "2022-04-01", Refusal::TooFarAhead),
    ] {
        assert_eq!(postpone(&mut hall, closes, day), Err(why), "{closes} {day}");
    }
    let seq = postpone(&mut hall, "2020-04-15", "2020-04-15").unwrap();
    assert_eq!(days(&hall), (date("2020-04-15"), date("2020-04-15")));
    let change = hall.forum().changes.last().unwrap().clone();
    assert_eq!((change.sort, change.seq), (ChangeSort::Postponed, seq));
    assert_eq!(
        (change.closes_before, change.day_before),
        (date("2020-03-31"), date("2020-04-10"))
    );
    assert_eq!((change.closes, change.day), (date("2020-04-15"), date("2020-04-15")));
}

#[test]
fn a_forum_that_was_closed_is_postponed_without_being_opened_again() {
    let mut hall = Hall::open();
    // Midnight has come, time's tick has not.
    hall.at("2020-03-31T17:00:00Z");
    assert_eq!(postpone(&mut hall, "2020-04-12", "2020-04-12"), Err(Refusal::Closed));
    assert_eq!(extend(&mut hall, "2020-04-12"), Err(Refusal::Closed));
    postpone(&mut hall, "2020-03-31", "2020-04-12").unwrap();
    hall.tick();
    assert_eq!(hall.forum().stage, Stage::InSession);
    assert_eq!(postpone(&mut hall, "2020-04-13", "2020-04-13"), Err(Refusal::Closed));
    assert_eq!(extend(&mut hall, "2020-04-13"), Err(Refusal::Closed));
    postpone(&mut hall, "2020-03-31", "2020-04-13").unwrap();
    assert_eq!(hall.submit(1), Err(Refusal::Closed));
    assert_eq!(hall.forum().changes.len(), 2);
}

#[test]
fn opinions_are_taken_for_longer_and_the_day_moves_only_where_it_must() {
    let mut hall = Hall::open();
    assert_eq!(extend(&mut hall, "2020-03-31"), Err(Refusal::NotLater), "the same day");
    assert_eq!(extend(&mut hall, "2020-03-30"), Err(Refusal::NotLater));
    assert_eq!(extend(&mut hall, "2022-04-01"), Err(Refusal::TooFarAhead));
    extend(&mut hall, "2020-04-05").unwrap();
    assert_eq!(days(&hall), (date("2020-04-05"), date("2020-04-10")));
    extend(&mut hall, "2020-04-12").unwrap();
    assert_eq!(days(&hall), (date("2020-04-12"), date("2020-04-12")));
    hall.at("2020-04-11T02:00:00Z");
    assert!(hall.tick().is_empty(), "the first last day closes nothing");
    hall.submit(1).unwrap();
    hall.at("2020-04-12T17:00:00Z");
    assert!(!hall.tick().is_empty());
    assert_eq!(hall.forum().stage, Stage::InSession);
}

#[test]
fn a_cancelled_forum_takes_nothing_and_moves_no_more() {
    for mut hall in [Hall::announced(), Hall::open(), Hall::in_session(1)] {
        hall.cancel().unwrap();
        assert_eq!(hall.forum().stage, Stage::Cancelled);
        assert_eq!(hall.forum().ended_at, Some(hall.now.hour()));
        assert_eq!(hall.cancel(), Err(Refusal::ForumCancelled));
        assert_eq!(hall.submit(9), Err(Refusal::Closed));
        assert_eq!(hall.vote(1, 1, Choice::Agree), Err(Refusal::ForumCancelled));
        assert_eq!(hall.close(), Err(Refusal::NotConcluded));
        assert_eq!(hall.close_collecting(), Err(Refusal::ForumCancelled));
        assert_eq!(
            postpone(&mut hall, "2020-05-01", "2020-05-02"),
            Err(Refusal::ForumCancelled)
        );
        assert_eq!(extend(&mut hall, "2020-05-01"), Err(Refusal::ForumCancelled));
        assert_eq!(set(&mut hall, None, &[item(None)]), Err(Refusal::ForumCancelled));
        assert_eq!(hall.write_conclusion(None), Err(Refusal::ForumCancelled));
        hall.at("2020-06-01T02:00:00Z");
        assert!(hall.tick().is_empty(), "its last day closes it no more");
    }
}

#[test]
fn nobody_cancels_a_forum_that_concluded_or_is_over() {
    let mut hall = Hall::concluded(&[]);
    assert_eq!(hall.forum().stage, Stage::Concluded);
    assert_eq!(hall.cancel(), Err(Refusal::ForumConcluded));
    hall.close().unwrap();
    assert_eq!(hall.cancel(), Err(Refusal::ForumConcluded));
    assert_eq!(hall.close(), Err(Refusal::NotConcluded), "once");
}

#[test]
fn closing_by_hand_counts_the_votes_for_good_and_once() {
    let mut hall = Hall::open();
    hall.publish(1);
    hall.vote(1, 1, Choice::Agree).unwrap();
    hall.close_collecting().unwrap();
    assert_eq!(hall.forum().stage, Stage::InSession);
    assert_eq!(hall.forum().closed_at, Some(hall.now.hour()));
    assert_eq!(hall.forum().votes_published.as_ref().unwrap().votes, 1);
    assert_eq!(hall.close_collecting(), Err(Refusal::Closed));
    assert_eq!(hall.vote(1, 1, Choice::Pass), Err(Refusal::VotesClosed));
    assert_eq!(hall.slips(1..2), Err(Refusal::Closed));
    hall.at("2020-04-01T02:00:00Z");
    assert!(hall.tick().is_empty(), "its last day publishes nothing again");
}

#[test]
fn documents_are_numbered_recalled_once_and_stay() {
    let mut hall = Hall::announced();
    let draft = document::DocumentDraft {
        sort: forum::events::DocumentSort::ALL[0],
        date: date("2020-03-02"),
        sign: Some("12/KH-VP".into()),
        title: "Kế hoạch tổ chức".into(),
        words: Some("Kế hoạch gồm ba phần.".into()),
        file: None,
    };
    let add = |hall: &mut Hall, draft: &document::DocumentDraft| {
        hall.act(SECRETARY, |forums, entropy, _, by| {
            document::add(forums, entropy, by, no(1), draft)
        })
    };
    let recall = |hall: &mut Hall, number| {
        hall.act(SECRETARY, |forums, entropy, _, by| {
            document::recall(forums, entropy, by, no(1), number, "Sai số hiệu.")
        })
    };
    add(&mut hall, &draft).unwrap();
    add(&mut hall, &draft).unwrap();
    let empty = document::DocumentDraft {
        words: None,
        ..draft.clone()
    };
    assert_eq!(add(&mut hall, &empty), Err(Refusal::NothingInIt));
    assert_eq!(recall(&mut hall, 3), Err(Refusal::NoSuchDocument));
    recall(&mut hall, 2).unwrap();
    assert_eq!(recall(&mut hall, 2), Err(Refusal::AlreadyRecalled));
    add(&mut hall, &draft).unwrap();
    let numbers: Vec<(u32, bool)> = hall
        .forum()
        .documents
        .iter()
        .map(|(number, one)| (*number, one.recalled.is_some()))
        .collect();
    assert_eq!(numbers, [(1, false), (2, true), (3, false)]);
}
