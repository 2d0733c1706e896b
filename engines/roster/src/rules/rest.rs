//! Rest: between two tours, in a week or a month; and how long one tour may be.

use super::{Basis, Breach, Kind, Line};
use crate::profile::Name;
use crate::span::{DAY, Span, WEEK, between, earlier, later, merged};
use base::time::Date;

/// Rest before each tour on duty, counted from the latest end of all earlier ones. Tours that overlap are told elsewhere.
/// The value is the one in force on the day the tour begins.
pub fn between_tours(line: &Line<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut before: Option<Span> = None;
    for tour in line.work() {
        if let Some(before) = before.filter(|before| before.ends() <= tour.span.starts()) {
            let day = tour.span.first_day();
            let is_long = (line.profile.value(Name::LongTour, day)).is_some_and(|long| before.minutes() >= long);
            let name = if is_long {
                Name::RestAfterLongTour
            } else {
                Name::RestBetweenTours
            };
            let rest = between(before.ends(), tour.span.starts());
            breaches.extend(short_of(line, name, day, rest, tour.span));
        }
        // of two that end together the longer one counts
        if before.is_none_or(|before| (before.ends(), before.minutes()) < (tour.span.ends(), tour.span.minutes())) {
            before = Some(tour.span);
        }
    }
    breaches
}

fn short_of(line: &Line<'_>, name: Name, day: Date, rest: u32, tour: Span) -> Option<Breach> {
    let rule = line.profile.on(name, day)?;
    (rest < rule.value).then(|| Breach {
        at: tour.starts(),
        kind: Kind::Rest,
        guard: line.guard.number,
        by: rule.value - rest,
        basis: rule.into(),
    })
}

/// Tours on duty that are longer than the longest allowed on the day they begin.
pub fn longest_tour(line: &Line<'_>) -> Vec<Breach> {
    let tours = line.work().filter_map(|tour| {
        let rule = line.profile.on(Name::LongestTour, tour.span.first_day())?;
        let by = tour.span.minutes().checked_sub(rule.value).filter(|by| *by > 0)?;
        Some(Breach {
            at: later(tour.span.starts(), rule.value),
            kind: Kind::TourLength,
            guard: line.guard.number,
            by,
            basis: rule.into(),
        })
    });
    tours.collect()
}

/// Weekly rest: whoever comes from such a rest has another one, whole, within seven days. So between the end of one and
/// the beginning of the next lie at most seven days less its length. Six working days and a Sunday keep the rule; "any
/// seven days" read from any minute on would forbid them, and no one reads the law so. Standby is no such rest. The value is
/// the one in force on the day the stretch of duty begins.
pub fn weekly(line: &Line<'_>) -> Vec<Breach> {
    let taken = merged(line.tours.iter().map(|tour| tour.span));
    let mut breaches = Vec::new();
    let mut at = 0;
    while let Some(first) = taken.get(at) {
        let rule = line.profile.on(Name::WeeklyRest, first.first_day());
        let mut last = first;
        at += 1;
        while let (Some(rule), Some(next)) = (rule, taken.get(at))
            && between(last.ends(), next.starts()) < rule.value
        {
            last = next;
            at += 1;
        }
        if let Some(rule) = rule {
            let due = later(first.starts(), WEEK.saturating_sub(rule.value));
            if last.ends() > due {
                breaches.push(Breach {
                    at: due,
                    kind: Kind::WeeklyRest,
                    guard: line.guard.number,
                    by: between(due, last.ends()),
                    basis: rule.into(),
                });
            }
        }
    }
    breaches
}

/// Days of rest in the calendar month that begins on `first`: 24 hours in a row without tour or standby, counted between
/// tours and at the month's ends. The value is the one in force on its first day. (The law speaks of an average over months;
/// each month by itself is the stricter reading. A month without a tour is not judged.)
pub fn monthly(line: &Line<'_>, first: Date) -> Option<Breach> {
    let rule = line.profile.on(Name::MonthlyRestDays, first)?;
    let month = super::hours::month_of(first)?;
    let taken: Vec<Span> = line.tours.iter().filter_map(|tour| tour.span.common(month)).collect();
    if taken.is_empty() {
        return None;
    }
    let days: u32 = month.without(&taken).iter().map(|free| free.minutes() / DAY).sum();
    let by = rule.value.checked_sub(days).filter(|by| *by > 0)?;
    Some(Breach {
        at: earlier(month.ends(), by.saturating_mul(DAY)).max(month.starts()),
        kind: Kind::MonthlyRest,
        guard: line.guard.number,
        by,
        basis: Basis::from(rule),
    })
}

#[cfg(test)]
mod tests {
    use crate::profile::Employer;
    use crate::rules::testing::Case;
    use crate::rules::{Basis, Kind};
    use crate::tour::Tour;

    #[test]
    fn rest_is_short_by_the_minute() {
        let case = Case::agency();
        let tours = [case.tour("2024-06-03 06:00", 480), case.tour("2024-06-04 01:59", 60)];
        let breaches = case.breaches(&tours);
        let short: Vec<_> = breaches.iter().filter(|breach| breach.kind == Kind::Rest).collect();
        assert_eq!(short.len(), 1);
        assert_eq!((short[0].by, short[0].guard), (1, 1));
        let basis = Basis::Rule {
            text: "labour_code_2019_110".into(),
            limit: 720,
            confirmed: true,
        };
        assert_eq!(short[0].basis, basis);
        let enough = [case.tour("2024-06-03 06:00", 480), case.tour("2024-06-04 02:00", 60)];
        assert_eq!(case.found(&enough, Kind::Rest), []);
    }

    #[test]
    fn after_a_long_tour_more_rest_is_due() {
        let case = Case::force();
        let day_and_night = case.tour("2024-06-03 08:00", 1_440);
        let next = case.tour("2024-06-04 20:00", 480);
        assert_eq!(
            case.found(&[day_and_night, next.clone()], Kind::Rest),
            [("2024-06-04 20:00".to_owned(), 720)]
        );
        assert_eq!(case.found(&[case.tour("2024-06-04 00:00", 480), next], Kind::Rest), []);
    }

    #[test]
    fn standby_takes_no_rest() {
        let case = Case::agency();
        let tours = [
            case.tour("2024-06-03 06:00", 480),
            Tour::standby(1, case.span("2024-06-03 14:00", 600)),
        ];
        assert_eq!(case.breaches(&tours), []);
    }

    #[test]
    fn a_tour_is_too_long_from_where_it_should_end() {
        let case = Case::agency();
        let found = case.found(&[case.tour("2024-06-03 06:00", 725)], Kind::TourLength);
        assert_eq!(found, [("2024-06-03 18:00".to_owned(), 5)]);
    }

    #[test]
    fn six_days_and_a_sunday_are_a_week() {
        let case = Case::agency();
        let week = |days: std::ops::RangeInclusive<u32>| -> Vec<Tour> {
            days.map(|day| case.tour(&format!("2024-06-{day:02} 06:00"), 480))
                .collect()
        };
        let two_weeks: Vec<Tour> = week(3..=8).into_iter().chain(week(10..=15)).collect();
        assert_eq!(case.found(&two_weeks, Kind::WeeklyRest), []);
        // begun on Monday at 6, rest is due to begin on Sunday at 6
        assert_eq!(
            case.found(&week(3..=10), Kind::WeeklyRest),
            [("2024-06-09 06:00".to_owned(), 1_920)]
        );
    }

    #[test]
    fn a_month_has_its_days_of_rest() {
        let case = Case::force();
        assert_eq!(case.guard.employer, Employer::Force);
        // June has 30 days; 27 of them with a tour in the morning leave three times 24 hours at its end, and ten hours more
        let tours: Vec<Tour> = (1..=27)
            .map(|day| case.tour(&format!("2024-06-{day:02} 00:00"), 840))
            .collect();
        assert_eq!(
            case.found(&tours, Kind::MonthlyRest),
            [("2024-06-30 00:00".to_owned(), 1)]
        );
        assert_eq!(case.found(&tours[..26], Kind::MonthlyRest), []);
    }
}
