//! By when an opinion is to be read: one working day. Saturdays and Sundays are taken off; public holidays are not, and
//! the pages that show lateness say so.

use base::time::{Date, Hour, Minute, Weekday};

/// The last day an opinion received in this hour may be read without being late: the next working day.
pub fn last_day(received: Hour) -> Date {
    let mut day = received.office_date().add_days(1);
    while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        day = day.add_days(1);
    }
    day
}

/// Whether an opinion received in this hour waits longer than it should.
pub fn is_late(received: Hour, now: Minute) -> bool {
    now >= last_day(received).ends_at()
}

/// Whole hours since the hour an opinion was received in.
pub fn hours_waited(received: Hour, now: Minute) -> u64 {
    now.hour().unix_secs().saturating_sub(received.unix_secs()) / 3600
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(text: &str) -> Hour {
        text.parse().expect("an hour")
    }

    #[test]
    fn the_next_working_day_is_the_last() {
        let day = |y, m, d| Date::new(y, m, d).expect("a day");
        assert_eq!(
            last_day(hour("2019-12-19T03:00:00Z")),
            day(2019, 12, 20),
            "Thursday, then Friday"
        );
        assert_eq!(
            last_day(hour("2019-12-20T03:00:00Z")),
            day(2019, 12, 23),
            "Friday, then Monday"
        );
        assert_eq!(
            last_day(hour("2019-12-20T18:00:00Z")),
            day(2019, 12, 23),
            "Saturday at the office, then Monday"
        );
        let received = hour("2019-12-20T03:00:00Z");
        assert!(!is_late(received, "2019-12-23T16:59:00Z".parse().expect("a minute")));
        assert!(is_late(received, "2019-12-23T17:00:00Z".parse().expect("a minute")));
        assert_eq!(
            hours_waited(received, "2019-12-20T05:59:00Z".parse().expect("a minute")),
            2
        );
    }
}
