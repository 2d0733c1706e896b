//! Working days against counting day by day, over any calendar; its ends.

use base::time::{Date, Weekday};
use base::workdays::Calendar;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Days around which the drawn calendars lie, and how many.
const START: &str = "2019-12-02";
const SPAN: i32 = 120;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn weekend(day: Date) -> bool {
    [Weekday::Saturday, Weekday::Sunday].contains(&day.weekday())
}

/// A calendar and the same facts as a plain list of its working days, longer than any test counts.
fn drawn() -> impl Strategy<Value = (Calendar, BTreeSet<Date>)> {
    let days = || prop::collection::btree_set(0..SPAN, 0..40);
    (days(), days()).prop_map(|(off, worked)| {
        let day = |number: &i32| date(START).add_days(*number);
        let (off, worked): (BTreeSet<Date>, BTreeSet<Date>) =
            (off.iter().map(day).collect(), worked.iter().map(day).collect());
        let list = (-200..1200)
            .map(|number| date(START).add_days(number))
            .filter(|day| {
                if weekend(*day) {
                    worked.contains(day)
                } else {
                    !off.contains(day)
                }
            })
            .collect();
        let known = date(START)..=date(START).add_days(SPAN - 1);
        (Calendar::new(off, worked, known), list)
    })
}

proptest! {
    #[test]
    fn adding_and_counting_agree_with_a_list((calendar, list) in drawn(), start in -150..SPAN + 20, n in 0_usize..400) {
        let from = date(START).add_days(start);
        prop_assert_eq!(calendar.is_working_day(from), list.contains(&from));
        let not_before = list.range(from..);
        let after = || list.iter().filter(|day| **day > from);
        let expected = match n {
            0 => not_before.copied().next(),
            n => after().nth(n - 1).copied(),
        };
        let found = calendar.add_working_days(from, n as u32);
        prop_assert_eq!(Some(found), expected);
        prop_assert!(calendar.is_working_day(found));
        if n > 0 {
            prop_assert_eq!(calendar.working_days_between(from, found), n as i32);
            prop_assert_eq!(calendar.working_days_between(found, from), -(n as i32));
        }
        let to = from.add_days(n as i32);
        prop_assert_eq!(calendar.working_days_between(from, to) as usize, after().filter(|day| **day <= to).count());
    }
}

#[test]
fn without_a_table_only_weekends_are_off() {
    let calendar = Calendar::default();
    assert_eq!(calendar.known_until(), None);
    assert!(!calendar.covers(date("2019-12-19")));
    // Friday, Saturday, Sunday, Monday
    let worked = ["2019-12-20", "2019-12-21", "2019-12-22", "2019-12-23"].map(|day| calendar.is_working_day(date(day)));
    assert_eq!(worked, [true, false, false, true]);
    assert_eq!(calendar.add_working_days(date("2019-12-20"), 0), date("2019-12-20"));
    assert_eq!(calendar.add_working_days(date("2019-12-21"), 0), date("2019-12-23"));
    assert_eq!(calendar.add_working_days(date("2019-12-21"), 1), date("2019-12-23"));
    assert_eq!(calendar.add_working_days(date("2019-12-20"), 1), date("2019-12-23"));
    assert_eq!(calendar.working_days_between(date("2019-12-20"), date("2019-12-20")), 0);
}

#[test]
fn a_table_says_where_it_ends() {
    let calendar = Calendar::new([], [], date("2019-01-01")..=date("2026-12-31"));
    assert_eq!(calendar.known_until(), Some(date("2026-12-31")));
    let covered = ["2018-12-31", "2019-01-01", "2026-12-31", "2027-01-01"].map(|day| calendar.covers(date(day)));
    assert_eq!(covered, [false, true, true, false]);
    let upside_down = Calendar::new([], [], date("2026-12-31")..=date("2019-01-01"));
    assert_eq!(upside_down, Calendar::default());
}

#[test]
fn what_says_nothing_new_is_left_out() {
    let (saturday, monday) = (date("2019-12-21"), date("2019-12-23"));
    let known = date("2019-12-01")..=date("2019-12-31");
    let calendar = Calendar::new([saturday], [monday], known.clone());
    assert_eq!(calendar, Calendar::new([], [], known));
}

#[test]
fn the_ends_of_the_calendar_hold() {
    let calendar = Calendar::new([Date::MIN, Date::MAX], [], Date::MIN..=Date::MAX);
    // 0001-01-01 is a Monday and 9999-12-31 a Friday; both are off here.
    assert_eq!(calendar.add_working_days(Date::MIN, 0), Date::MIN.add_days(1));
    assert_eq!(calendar.add_working_days(Date::MAX, 0), Date::MAX);
    assert_eq!(calendar.add_working_days(Date::MAX, 3), Date::MAX);
    assert_eq!(calendar.add_working_days(Date::MIN, u32::MAX), Date::MAX);
    assert_eq!(calendar.working_days_between(Date::MAX, Date::MAX), 0);
    // 521,722 weeks and five days more: every Monday to Friday but the two days off
    let all = calendar.working_days_between(Date::MIN, Date::MAX);
    assert_eq!(all, 521_723 * 5 - 2);
    assert_eq!(calendar.add_working_days(Date::MIN, all as u32), Date::MAX.add_days(-1));
}
