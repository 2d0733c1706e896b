//! Terms by the day they begin on.

use base::time::Date;
use law::{Terms, Timetable};

const TERMS: &str = include_str!("../../../data/law/terms.toml");

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn the_terms_of_today_hold_for_the_demonstration_too() {
    let expected = Terms {
        reading_working_days: 1,
        appeal_working_days: 5,
        private_answer_working_days: 10,
        announcement_days: 7,
        results_days: 10,
        escalation_days: [1, 10, 30],
        erasure_days: 180,
    };
    for day in [
        "0001-01-01",
        "2019-12-19",
        "2020-06-25",
        "2025-06-15",
        "2025-06-16",
        "2026-11-24",
        "9999-12-31",
    ] {
        assert_eq!(law::terms(date(day)), expected, "{day}");
    }
}

#[test]
fn a_change_holds_from_its_day_and_the_first_record_before_its_own() {
    let announcement = "[[term]]\nname = \"announcement\"";
    let (before, after) = TERMS.split_once(announcement).unwrap();
    let (record, rest) = after.split_once("[[term]]").unwrap();
    let old = record.replacen(
        "from = \"2025-06-16\"",
        "from = \"2016-01-01\"\nuntil = \"2025-06-15\"",
        1,
    );
    let old = old.replacen("count = 7", "count = 5", 1);
    let text = format!("{before}{announcement}{old}{announcement}{record}[[term]]{rest}");
    let timetable = Timetable::read(&text).unwrap();
    let days = ["2015-12-31", "2016-01-01", "2025-06-15", "2025-06-16", "2026-01-01"];
    let announced = days.map(|day| timetable.terms(date(day)).announcement_days);
    assert_eq!(announced, [5, 5, 5, 7, 7]);
    // what did not change is as it was
    assert_eq!(timetable.terms(date("2020-01-01")).results_days, 10);
}
