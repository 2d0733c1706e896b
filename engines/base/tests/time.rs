//! Hours, minutes and days: spelling, bounds, the office's midnight, dates as people type them.

use base::time::{Date, DateProblem, Hour, Minute, OFFICE_OFFSET_HOURS, TimeProblem, Weekday};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn minute(text: &str) -> Minute {
    text.parse().unwrap()
}

#[test]
fn spelling_is_strict() {
    // 20,000 days and 23 h 05 min after 1970
    let secs = 20_000 * 86_400 + 23 * 3600 + 5 * 60;
    assert_eq!(Minute::from_unix_secs(secs + 59).to_string(), "2024-10-04T23:05:00Z");
    assert_eq!(Hour::from_unix_secs(secs + 59).to_string(), "2024-10-04T23:00:00Z");
    assert_eq!(minute("2024-10-04T23:05:00Z").unix_secs(), secs);
    assert_eq!("2024-10-04T23:00:00Z".parse::<Hour>().unwrap().unix_secs(), secs - 300);
    assert_eq!("2024-10-04T23:05:00Z".parse::<Hour>(), Err(TimeProblem::TooFine));
    for (wrong, problem) in [
        ("2024-10-04T23:05:01Z", TimeProblem::TooFine),
        ("2024-10-04T24:00:00Z", TimeProblem::OutOfRange),
        ("2024-10-04T23:60:00Z", TimeProblem::OutOfRange),
        ("2024-10-04T23:59:60Z", TimeProblem::OutOfRange),
        ("2023-02-29T00:00:00Z", TimeProblem::OutOfRange),
        ("1969-12-31T23:59:00Z", TimeProblem::OutOfRange),
        ("9999-12-30T00:01:00Z", TimeProblem::OutOfRange),
        ("2024-10-04t23:05:00Z", TimeProblem::WrongShape),
        ("2024-10-04 23:05:00Z", TimeProblem::WrongShape),
        ("2024-10-04T23:05:00", TimeProblem::WrongShape),
        ("2024-10-04T23:05:00+00:00", TimeProblem::WrongShape),
        ("2024-10-04T23:05:00.0Z", TimeProblem::WrongShape),
        (" 2024-10-04T23:05:00Z", TimeProblem::WrongShape),
        ("+024-10-04T23:05:00Z", TimeProblem::WrongShape),
        ("2024-10-04T+3:05:00Z", TimeProblem::WrongShape),
        ("T23:05:00Z", TimeProblem::WrongShape),
        ("", TimeProblem::WrongShape),
    ] {
        assert_eq!(wrong.parse::<Minute>(), Err(problem), "{wrong}");
    }
    for wrong in [
        "2020-1-31",
        "20-01-31",
        "2020/01/31",
        "2020-01-31 ",
        "+020-01-31",
        "２020-01-31",
    ] {
        assert_eq!(wrong.parse::<Date>(), Err(DateProblem::WrongShape), "{wrong}");
    }
    assert_eq!(
        "2021-02-29".parse::<Date>(),
        Err(DateProblem::NoSuchDay {
            year: 2021,
            month: 2,
            day: 29
        })
    );
    assert_eq!(
        "0000-01-01".parse::<Date>(),
        Err(DateProblem::NoSuchDay {
            year: 0,
            month: 1,
            day: 1
        })
    );
}

#[test]
fn the_ends_of_time() {
    assert_eq!(Minute::from_unix_secs(u64::MAX), Minute::MAX);
    assert_eq!(Hour::from_unix_secs(u64::MAX), Hour::MAX);
    assert_eq!(Minute::MAX.to_string(), "9999-12-30T00:00:00Z");
    assert_eq!(Hour::MAX.to_string(), "9999-12-30T00:00:00Z");
    assert_eq!(Minute::MIN.to_string(), "1970-01-01T00:00:00Z");
    assert_eq!(minute("9999-12-30T00:00:00Z"), Minute::MAX);
    assert_eq!(Minute::MIN.add_hours(u32::MAX), Minute::MAX);
    assert_eq!(
        minute("2020-12-31T23:30:00Z").add_hours(25).to_string(),
        "2021-01-02T00:30:00Z"
    );
    assert_eq!(Minute::MAX.office_date(), date("9999-12-30"));
    assert_eq!(Date::MAX.add_days(1), Date::MAX);
    assert_eq!(Date::MAX.add_days(i32::MIN), Date::MIN);
    assert_eq!(Date::MIN.add_days(i32::MAX), Date::MAX);
    assert_eq!(Date::MAX.ends_at(), Minute::MAX);
    assert_eq!(Date::MIN.starts_at(), Minute::MIN);
    assert_eq!(
        (Date::MIN.to_string(), Date::MAX.to_string()),
        ("0001-01-01".into(), "9999-12-31".into())
    );
    assert_eq!(Date::new(0, 12, 31), None);
    assert_eq!(Date::new(2023, 2, 29), None);
    assert_eq!(Date::new(i16::MIN, i8::MIN, i8::MIN), None);
}

#[test]
fn the_office_is_seven_hours_ahead() {
    assert_eq!(OFFICE_OFFSET_HOURS, 7);
    let (before, after) = (minute("2019-12-18T16:59:00Z"), minute("2019-12-18T17:00:00Z"));
    assert_eq!(
        (before.office_date(), before.office_clock()),
        (date("2019-12-18"), (23, 59))
    );
    assert_eq!(
        (after.office_date(), after.office_clock()),
        (date("2019-12-19"), (0, 0))
    );
    assert_eq!(date("2019-12-19").starts_at(), after);
    assert_eq!(date("2019-12-18").ends_at(), after);
    assert_eq!(
        (before.hour().office_date(), before.hour().office_hour()),
        (date("2019-12-18"), 23)
    );
    assert_eq!(
        (after.hour().office_date(), after.hour().office_hour()),
        (date("2019-12-19"), 0)
    );
}

#[test]
fn calendar() {
    assert_eq!(date("2024-07-25").weekday(), Weekday::Thursday);
    assert_eq!(date("2019-12-29").weekday(), Weekday::Sunday);
    assert_eq!(date("2020-02-28").add_days(2), date("2020-03-01"));
    assert_eq!(date("2020-03-01").add_days(-1), date("2020-02-29"));
    assert_eq!(date("2019-12-19").days_until(date("2020-12-19")), 366);
    assert_eq!(date("2020-01-02").days_until(date("2020-01-01")), -1);
    assert!(date("2019-12-31") < date("2020-01-01"));
}

#[test]
fn dates_as_people_type_them() {
    for typed in [
        "25/7/24",
        "25/07/2024",
        "25-7-2024",
        "25.7.2024",
        "2024-07-25",
        " 25/7/2024\n",
        "25.07.24",
    ] {
        assert_eq!(Date::parse_vietnamese(typed), Ok(date("2024-07-25")), "{typed}");
    }
    assert_eq!(Date::parse_vietnamese("1/1/69"), Ok(date("2069-01-01")));
    assert_eq!(Date::parse_vietnamese("1/1/70"), Ok(date("1970-01-01")));
    assert_eq!(Date::parse_vietnamese("1/1/00"), Ok(date("2000-01-01")));
    assert_eq!(Date::parse_vietnamese(" \t"), Err(DateProblem::Empty));
    for (typed, year, month, day) in [
        ("31/4/2024", 2024, 4, 31),
        ("29/2/23", 2023, 2, 29),
        ("7/25/2024", 2024, 25, 7),
        ("0/1/2024", 2024, 1, 0),
    ] {
        assert_eq!(
            Date::parse_vietnamese(typed),
            Err(DateProblem::NoSuchDay { year, month, day }),
            "{typed}"
        );
    }
    for typed in [
        "25/7",
        "25/7/024",
        "25-7/2024",
        "25 7 2024",
        "2024/07/25",
        "2024-7-25",
        "hôm nay",
        "/",
        "1/2/3/4",
        "٢٥/٧/٢٤",
        "25//24",
        "250724",
        "-1/2/2024",
    ] {
        assert_eq!(Date::parse_vietnamese(typed), Err(DateProblem::WrongShape), "{typed}");
    }
}

#[test]
fn two_centuries_of_days_are_read_back() {
    let (mut day, last, mut weekday) = (date("1900-01-01"), date("2100-12-31"), Weekday::Monday);
    let mut days = 0;
    while day < last {
        assert_eq!(Date::new(day.year(), day.month(), day.day()), Some(day));
        assert_eq!(date(&day.to_string()), day);
        assert_eq!(
            Date::parse_vietnamese(&format!("{}/{}/{}", day.day(), day.month(), day.year())),
            Ok(day)
        );
        assert_eq!(day.weekday(), weekday);
        if day.year() >= 1971 {
            assert_eq!(day.starts_at().office_date(), day);
            assert_eq!(day.ends_at(), day.add_days(1).starts_at());
            assert_eq!(day.ends_at().unix_secs() - day.starts_at().unix_secs(), 86_400);
        }
        assert_eq!(day.add_days(1).days_until(day), -1);
        (day, weekday, days) = (day.add_days(1), weekday.next(), days + 1);
    }
    assert_eq!(days, date("1900-01-01").days_until(last));
}

#[test]
fn serde_is_text_in_json() {
    let json = r#"["2024-10-04T23:00:00Z","2024-10-04T23:05:00Z","2024-10-05"]"#;
    let (hour, minute, day): (Hour, Minute, Date) = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&(hour, minute, day)).unwrap(), json);
    assert_eq!((minute.hour(), minute.office_date()), (hour, day));
    for wrong in [r#""2024-10-04T23:05:00Z""#, "480000", "null", r#""2024-10-04""#] {
        assert!(serde_json::from_str::<Hour>(wrong).is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn every_text_is_read_or_refused(raw in any::<String>(), near in "[0-9]{1,5}[-/.T][0-9]{1,3}[-/.T][0-9]{1,5}(T[0-9:]{8}Z)?") {
        for text in [raw, near] {
            if let Ok(hour) = text.parse::<Hour>() {
                prop_assert_eq!(hour.to_string(), text.as_str());
            }
            if let Ok(minute) = text.parse::<Minute>() {
                prop_assert_eq!(minute.to_string(), text.as_str());
            }
            if let Ok(date) = text.parse::<Date>() {
                prop_assert_eq!(date.to_string(), text.as_str());
            }
            if let Ok(date) = Date::parse_vietnamese(&text) {
                prop_assert_eq!(Date::parse_vietnamese(&date.to_string()), Ok(date));
            }
        }
    }

    #[test]
    fn time_is_floored_and_ordered(secs: u64, near in 0_u64..300_000_000_000, other in 0_u64..300_000_000_000, hours: u32) {
        for secs in [secs, near] {
            let (hour, minute) = (Hour::from_unix_secs(secs), Minute::from_unix_secs(secs));
            prop_assert_eq!(minute.hour(), hour);
            prop_assert_eq!(minute.to_string().parse(), Ok(minute));
            prop_assert_eq!(hour.to_string().parse(), Ok(hour));
            prop_assert_eq!(Minute::from_unix_secs(minute.unix_secs()), minute);
            prop_assert_eq!(minute.unix_secs(), secs.min(Minute::MAX.unix_secs()) / 60 * 60);
            prop_assert_eq!(hour.unix_secs(), minute.unix_secs() / 3600 * 3600);
            let day = minute.office_date();
            prop_assert!(day.starts_at() <= minute && minute < day.ends_at() || minute == Minute::MAX);
            prop_assert!(minute.add_hours(hours) >= minute);
        }
        let (a, b) = (Minute::from_unix_secs(near), Minute::from_unix_secs(other));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }

    #[test]
    fn days_add_up(year in 1_i16..=9999, month in 1_i8..=12, day in 1_i8..=28, days: i32, few in -400_000..400_000) {
        let date = Date::new(year, month, day).unwrap();
        for days in [days, few] {
            let later = date.add_days(days);
            prop_assert!(later == Date::MIN || later == Date::MAX || date.days_until(later) == days);
            prop_assert_eq!(later.to_string().parse(), Ok(later));
        }
    }
}
