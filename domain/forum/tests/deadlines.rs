//! The last day of a clause when its directive comes into force: working days, counted day by day.

mod common;

use base::time::{Date, Weekday};
use common::hall::{CHAIR, Hall, clause_draft};
use common::{date, minute, no};
use forum::events::EvidenceSort;
use forum::{Event, conclusion};
use std::collections::BTreeSet;

const DOCUMENT: &[EvidenceSort] = &[EvidenceSort::Document];

/// Days off and weekend days worked, from the records themselves.
fn off_and_worked() -> [BTreeSet<Date>; 2] {
    let years = &law::holidays().year;
    let off = years.iter().flat_map(|year| year.off.iter().map(|one| one.date));
    let swapped = years.iter().flat_map(|year| year.swaps.iter().map(|one| one.off));
    let worked = years.iter().flat_map(|year| year.swaps.iter().map(|one| one.worked));
    [off.chain(swapped).collect(), worked.collect()]
}

#[test]
fn deadlines_are_those_a_day_by_day_count_gives_from_2019_to_2026() {
    let [off, worked] = off_and_worked();
    assert!(off.len() > 80 && !worked.is_empty());
    let works = |day: Date| {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        (!weekend && !off.contains(&day)) || (weekend && worked.contains(&day))
    };
    let mut hall = Hall::in_session(1);
    hall.write_conclusion(None).unwrap();
    let terms = [1, 2, 3, 4, 5, 10, 15, 20, 22, 30, 45, 60, 90, 125, 250, 500];
    hall.write_directive(None, None, terms.map(|days| clause_draft(days, DOCUMENT)).to_vec())
        .unwrap();
    let what = hall.read();
    let mut now = minute("2018-12-31T17:00:00Z");
    let mut day = date("2019-01-01");
    while day <= date("2026-12-31") {
        assert_eq!(now.office_date(), day, "concluded just after the office's midnight");
        let proposed = CHAIR.by(|by| {
            conclusion::conclude(&hall.forums, &mut hall.entropy, now, law::calendar(), by, no(1), &what).unwrap()
        });
        let Event::Concluded(concluded) = proposed.event else {
            panic!()
        };
        assert_eq!(concluded.date, day);
        let (mut counted, mut reached) = (0, day);
        for (due, days) in concluded.dues.iter().zip(terms) {
            while counted < days {
                reached = reached.add_days(1);
                counted += u32::from(works(reached));
            }
            assert_eq!(due.due, reached, "{days} working days after {day}");
        }
        assert_eq!(concluded.dues.len(), terms.len());
        (now, day) = (now.add_hours(24), day.add_days(1));
    }
}

#[test]
fn deadlines_known_from_the_calendar_on_the_wall() {
    let due = |concluded: &str, days: u32| {
        let mut hall = Hall::in_session(1);
        hall.at(concluded);
        hall.write_conclusion(None).unwrap();
        hall.write_directive(None, None, vec![clause_draft(days, DOCUMENT)])
            .unwrap();
        hall.conclude().unwrap();
        hall.clause(1).due.unwrap()
    };
    // Thursday and Friday, 30 April and 1 May 2020, are off.
    assert_eq!(due("2020-04-29T02:00:00Z", 1), date("2020-05-04"));
    // Five in the afternoon in Greenwich is the next day at the office.
    assert_eq!(due("2020-04-28T16:59:00Z", 1), date("2020-04-29"));
    assert_eq!(due("2020-04-28T17:00:00Z", 1), date("2020-05-04"));
    // Tết of 2021: 10 to 16 February.
    assert_eq!(due("2021-02-09T02:00:00Z", 1), date("2021-02-17"));
}
