//! The working days of 2019 to 2026 against a list written apart from the table, counted day by day.

use base::time::{Date, Weekday};

/// Days on end without work, as notices and newspapers print them: first and last day, weekends included.
const REST: &[(&str, &str)] = &[
    ("2018-12-29", "2019-01-01"),
    ("2019-02-02", "2019-02-10"),
    ("2019-04-13", "2019-04-15"),
    ("2019-04-27", "2019-05-01"),
    ("2019-08-31", "2019-09-02"),
    ("2020-01-01", "2020-01-01"),
    ("2020-01-23", "2020-01-29"),
    ("2020-04-02", "2020-04-02"),
    ("2020-04-30", "2020-05-03"),
    ("2020-09-02", "2020-09-02"),
    ("2021-01-01", "2021-01-03"),
    ("2021-02-10", "2021-02-16"),
    ("2021-04-21", "2021-04-21"),
    ("2021-04-30", "2021-05-03"),
    ("2021-09-02", "2021-09-05"),
    ("2022-01-01", "2022-01-03"),
    ("2022-01-29", "2022-02-06"),
    ("2022-04-09", "2022-04-11"),
    ("2022-04-30", "2022-05-03"),
    ("2022-09-01", "2022-09-04"),
    ("2022-12-31", "2023-01-02"),
    ("2023-01-20", "2023-01-26"),
    ("2023-04-29", "2023-05-03"),
    ("2023-09-01", "2023-09-04"),
    ("2023-12-30", "2024-01-01"),
    ("2024-02-08", "2024-02-14"),
    ("2024-04-18", "2024-04-18"),
    ("2024-04-27", "2024-05-01"),
    ("2024-08-31", "2024-09-03"),
    ("2025-01-01", "2025-01-01"),
    ("2025-01-25", "2025-02-02"),
    ("2025-04-05", "2025-04-07"),
    ("2025-04-30", "2025-05-04"),
    ("2025-08-30", "2025-09-02"),
    ("2026-01-01", "2026-01-04"),
    ("2026-02-14", "2026-02-22"),
    ("2026-04-25", "2026-04-27"),
    ("2026-04-30", "2026-05-03"),
    ("2026-08-29", "2026-09-02"),
    ("2026-11-24", "2026-11-24"),
];

/// Saturdays that were worked for a day of rest above.
const WORKED: &[&str] = &[
    "2019-01-05",
    "2019-05-04",
    "2024-05-04",
    "2025-04-26",
    "2026-01-10",
    "2026-08-22",
];

const FIRST: &str = "2019-01-01";
const LAST: &str = "2026-12-31";
/// Most working days that are counted from each day.
const COUNTED: u32 = 90;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn works(day: Date) -> bool {
    let rest = REST
        .iter()
        .any(|(from, until)| (date(from)..=date(until)).contains(&day));
    let weekend = [Weekday::Saturday, Weekday::Sunday].contains(&day.weekday());
    let worked = WORKED.iter().any(|saturday| date(saturday) == day);
    worked || !weekend && !rest
}

#[test]
fn every_deadline_equals_a_count_day_by_day() {
    let calendar = law::calendar();
    let days = (0..=date(FIRST).days_until(date(LAST)) + 200).map(|number| date(FIRST).add_days(number));
    let facts: Vec<(Date, bool)> = days.map(|day| (day, works(day))).collect();
    for (place, (from, works)) in facts.iter().enumerate().take_while(|(_, (day, _))| *day <= date(LAST)) {
        assert_eq!(calendar.is_working_day(*from), *works, "{from}");
        let mut left = facts[place + 1..]
            .iter()
            .filter(|(_, works)| *works)
            .map(|(day, _)| *day);
        let soonest = if *works { *from } else { left.clone().next().unwrap() };
        assert_eq!(calendar.add_working_days(*from, 0), soonest, "{from}");
        for n in 1..=COUNTED {
            let day = left.next().unwrap();
            assert_eq!(
                calendar.add_working_days(*from, n),
                day,
                "{n} working days after {from}"
            );
            assert_eq!(calendar.working_days_between(*from, day), n as i32, "{from} to {day}");
        }
    }
}

#[test]
fn deadlines_that_people_remember() {
    for (from, n, due) in [
        // the forum of the seed and the new year after it
        ("2019-12-19", 1, "2019-12-20"),
        ("2019-12-19", 10, "2020-01-03"),
        // over Tết 2020: Wednesday 22 January, then Thursday the 30th
        ("2020-01-22", 1, "2020-01-30"),
        ("2020-01-20", 5, "2020-02-03"),
        // Sunday in Tết, no working day before the 30th
        ("2020-01-26", 0, "2020-01-30"),
        // a Friday, the bridge, the Saturday worked
        ("2019-04-26", 1, "2019-05-02"),
        ("2019-05-03", 1, "2019-05-04"),
        ("2025-04-25", 1, "2025-04-26"),
        ("2026-08-21", 1, "2026-08-22"),
        ("2018-12-28", 1, "2019-01-02"),
        ("2026-11-23", 1, "2026-11-25"),
    ] {
        assert_eq!(
            law::calendar().add_working_days(date(from), n),
            date(due),
            "{n} after {from}"
        );
    }
}

#[test]
fn the_table_says_where_it_ends() {
    let calendar = law::calendar();
    assert_eq!(calendar.known_until(), Some(date(LAST)));
    let covered = ["2018-12-31", FIRST, LAST, "2027-01-01"].map(|day| calendar.covers(date(day)));
    assert_eq!(covered, [false, true, true, false]);
    // a Friday and a holiday; nobody has written it down here
    assert!(calendar.is_working_day(date("2027-01-01")));
}
