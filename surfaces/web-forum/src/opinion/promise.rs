//! Promised days and how late something is, in working days of state offices.

use base::time::Date;
use forum::Opinion;
use forum::reading::last_day;

/// The last day on which an opinion is read without being late. The oldest entries do not say it: for them it is the next
/// day that is no Saturday and no Sunday.
pub(crate) fn read_by(opinion: &Opinion) -> Date {
    opinion.read_by.unwrap_or_else(|| last_day(opinion.at))
}

/// Working days since a promised day passed; 0 while it has not, and at least 1 once it has.
pub(crate) fn days_late(by: Date, today: Date) -> u32 {
    if today <= by {
        return 0;
    }
    let days = law::calendar().working_days_between(by, today);
    u32::try_from(days).unwrap_or_default().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lateness_counts_working_days() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        assert_eq!(days_late(day("2019-12-20"), day("2019-12-20")), 0);
        assert_eq!(
            days_late(day("2019-12-20"), day("2019-12-21")),
            1,
            "a Saturday after it is late already"
        );
        assert_eq!(days_late(day("2019-12-20"), day("2019-12-24")), 2);
        assert_eq!(
            days_late(day("2019-12-31"), day("2020-01-02")),
            1,
            "New Year is no working day"
        );
    }
}
