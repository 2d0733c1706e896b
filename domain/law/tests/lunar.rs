//! Tết and the Hùng Kings' day computed from the moon and the sun, for Hanoi's day (UTC+7).
//!
//! New moon and the sun's longitude by the leading terms of J. Meeus, Astronomical Algorithms, chapters 25 and 49; good
//! to some minutes, and no new moon used here is within an hour of midnight. A lunar month bears the number of the
//! major term in it: the first month holds the sun's longitude 330°, the third 30°. (True of the years here, also
//! beside leap months.)

use base::time::Date;
use law::holidays::Holiday;

const UTC_PLUS: f64 = 7.0 / 24.0;
/// Julian day of 1970-01-01T00:00Z.
const EPOCH: f64 = 2_440_587.5;

fn sin(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

/// Julian day of the `k`-th new moon after that of 6 January 2000.
fn new_moon(k: f64) -> f64 {
    let t = k / 1236.85;
    let sun = 2.5534 + 29.105_356_70 * k;
    let moon = 201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t;
    let node = 160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t;
    let periodic = -0.407_20 * sin(moon)
        + 0.172_41 * sin(sun)
        + 0.016_08 * sin(2.0 * moon)
        + 0.010_39 * sin(2.0 * node)
        + 0.007_39 * sin(moon - sun)
        - 0.005_14 * sin(moon + sun)
        + 0.002_08 * sin(2.0 * sun)
        - 0.001_11 * sin(moon - 2.0 * node)
        - 0.000_57 * sin(moon + 2.0 * node);
    2_451_550.097_66 + 29.530_588_861 * k + periodic
}

/// The sun's longitude in degrees.
fn longitude(julian: f64) -> f64 {
    let t = (julian - 2_451_545.0) / 36_525.0;
    let anomaly = 357.529_11 + 35_999.050_29 * t;
    let centre = 1.914_602 * sin(anomaly) + 0.019_993 * sin(2.0 * anomaly);
    (280.466_46 + 36_000.769_83 * t + centre - 0.005_69).rem_euclid(360.0)
}

fn date(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap()
}

fn local(julian: f64) -> Date {
    date(1970, 1, 1).add_days((julian + UTC_PLUS - EPOCH).floor() as i32)
}

/// First day of the lunar month in which the sun reaches `degrees`, not long after `about`.
fn month_with(degrees: f64, about: Date) -> Date {
    let reached = |day: &Date| {
        let midnight = f64::from(date(1970, 1, 1).days_until(*day) + 1) + EPOCH - UTC_PLUS;
        (longitude(midnight) - degrees + 180.0).rem_euclid(360.0) >= 180.0
    };
    let term = (0..30).map(|days| about.add_days(days)).find(reached).unwrap();
    let first = (f64::from(term.year() - 2000) * 12.368_5).floor();
    let moons = (-2..16).map(|k| local(new_moon(first + f64::from(k))));
    moons.filter(|day| *day <= term).max().unwrap()
}

#[test]
fn the_days_off_of_tet_and_of_the_hung_kings_are_those_of_the_lunar_year() {
    for year in &law::holidays().year {
        let number = year.from.year();
        let off = |holiday| {
            let days = year.off.iter().filter(move |off| off.holiday == holiday);
            days.map(|off| off.date).collect::<Vec<_>>()
        };
        let tet = month_with(330.0, date(number, 2, 10));
        let days = off(Holiday::Tet);
        let around = tet.add_days(-2)..=tet.add_days(4);
        assert!(
            days.iter().all(|day| around.contains(day)),
            "{number}: Tết is {tet}, off {days:?}"
        );
        assert!(
            days.contains(&tet) || base::workdays::is_weekend(tet),
            "{number}: {tet}"
        );

        let kings = month_with(30.0, date(number, 4, 10)).add_days(9);
        // in its place: the next weekday that is no holiday itself
        let taken: Vec<Date> = [(4, 30), (5, 1)].map(|(month, day)| date(number, month, day)).into();
        let free = |day: &Date| !base::workdays::is_weekend(*day) && !taken.contains(day);
        let given = (0..9).map(|days| kings.add_days(days)).find(free).unwrap();
        assert_eq!(off(Holiday::HungKings), [given], "{number}: 10/3 is {kings}");
    }
}

#[test]
fn the_computation_agrees_with_days_that_notices_name() {
    // 6150/TB-BLĐTBXH and 9441/TB-BNV name the first day of Tết; that of 1985 was a month before the Chinese one.
    for (year, month, day) in [(1985, 1, 21), (2025, 1, 29), (2026, 2, 17)] {
        assert_eq!(month_with(330.0, date(year, 2, 10)), date(year, month, day));
    }
}
