//! Hours of a week and of a month, and overtime as a running total.

use super::{Breach, Kind, Line};
use crate::profile::{Name, Rule};
use crate::span::{Span, later};
use crate::tour::Tour;
use base::time::Date;
use std::collections::BTreeSet;

/// A week of the running total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// Its Monday.
    pub monday: Date,
    /// Minutes on duty.
    pub minutes: u32,
    /// Those beyond the week's value.
    pub over: u32,
    /// Those beyond it in all weeks so far.
    pub over_so_far: u32,
}

/// Minutes on duty from this Monday to the Sunday after; the value is the one in force on the Monday.
pub fn week(line: &Line<'_>, monday: Date) -> Option<Breach> {
    let rule = line.profile.on(Name::WeekMinutes, monday)?;
    beyond(line, week_of(monday)?, rule, Kind::WeekMinutes)
}

/// Minutes on duty in the calendar month that begins on `first`; the value is the one in force on that day.
pub fn month(line: &Line<'_>, first: Date) -> Option<Breach> {
    let rule = line.profile.on(Name::MonthMinutes, first)?;
    beyond(line, month_of(first)?, rule, Kind::MonthMinutes)
}

/// The weeks that tours touch, each with its minutes, and what was beyond the week's value so far.
pub fn running(line: &Line<'_>) -> Vec<Running> {
    let mut over_so_far: u32 = 0;
    let weeks = weeks(line.work()).into_iter().filter_map(|monday| {
        let minutes = within(line, week_of(monday)?).iter().map(|span| span.minutes()).sum();
        let limit = line.profile.value(Name::WeekMinutes, monday).unwrap_or(u32::MAX);
        let over = u32::saturating_sub(minutes, limit);
        over_so_far = over_so_far.saturating_add(over);
        Some(Running {
            monday,
            minutes,
            over,
            over_so_far,
        })
    });
    weeks.collect()
}

/// The Mondays of all weeks that tours touch.
pub fn weeks<'a>(tours: impl Iterator<Item = &'a Tour>) -> BTreeSet<Date> {
    touched(tours, monday_of, |monday| monday.add_days(7))
}

/// The first days of all calendar months that tours touch.
pub fn months<'a>(tours: impl Iterator<Item = &'a Tour>) -> BTreeSet<Date> {
    touched(tours, first_of, next_month)
}

/// The first days of all periods that tours touch, when a period is told by the one a day is in and by the one after.
fn touched<'a>(
    tours: impl Iterator<Item = &'a Tour>,
    of: impl Fn(Date) -> Date,
    next: impl Fn(Date) -> Date,
) -> BTreeSet<Date> {
    let mut firsts = BTreeSet::new();
    for tour in tours {
        let last = tour.span.last_day();
        let mut first = Some(of(tour.span.first_day()));
        while let Some(begun) = first {
            firsts.insert(begun);
            // the calendar's last period has none after it
            first = Some(next(begun)).filter(|after| begun < *after && *after <= last);
        }
    }
    firsts
}

/// The week that begins on a Monday.
pub fn week_of(monday: Date) -> Option<Span> {
    Span::of_days(monday, monday.add_days(6))
}

/// The calendar month that begins on a day.
pub fn month_of(first: Date) -> Option<Span> {
    Span::new(first.starts_at(), next_month(first).starts_at())
}

fn monday_of(day: Date) -> Date {
    day.add_days(-i32::from(day.weekday().to_monday_zero_offset()))
}

fn first_of(day: Date) -> Date {
    day.add_days(1 - i32::from(day.day()))
}

/// The first day of the month after; the calendar's last day where there is none.
fn next_month(first: Date) -> Date {
    first_of(first.add_days(31)).max(first)
}

/// Duty within a span, each minute once.
fn within(line: &Line<'_>, span: Span) -> Vec<Span> {
    let tours = line.work().map(|tour| tour.span);
    crate::span::merged(tours.filter_map(|tour| tour.common(span)))
}

fn beyond(line: &Line<'_>, span: Span, rule: &Rule, kind: Kind) -> Option<Breach> {
    let mut left = rule.value;
    let mut first = None;
    let mut by = 0;
    for part in within(line, span) {
        let over = part.minutes().saturating_sub(left);
        if over > 0 {
            first.get_or_insert(later(part.starts(), left));
        }
        by += over;
        left = left.saturating_sub(part.minutes());
    }
    Some(Breach {
        at: first?,
        kind,
        guard: line.guard.number,
        by,
        basis: rule.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::{months, running, weeks};
    use crate::rules::Kind;
    use crate::rules::testing::Case;
    use crate::tour::Tour;

    #[test]
    fn the_first_minute_beyond_a_week_is_told() {
        let case = Case::agency();
        // Monday 3 June 2024; six times eight hours and five minutes
        let mut tours: Vec<Tour> = (3..=8)
            .map(|day| case.tour(&format!("2024-06-{day:02} 06:00"), 480))
            .collect();
        assert_eq!(case.found(&tours, Kind::WeekMinutes), []);
        tours[0] = case.tour("2024-06-03 06:00", 485);
        assert_eq!(
            case.found(&tours, Kind::WeekMinutes),
            [("2024-06-08 13:55".to_owned(), 5)]
        );
    }

    #[test]
    fn a_night_over_sunday_counts_in_both_weeks() {
        let case = Case::force();
        let tours = [case.tour("2024-06-09 22:00", 480), case.tour("2024-06-17 00:00", 3_500)];
        let refs: Vec<&Tour> = tours.iter().collect();
        let told: Vec<(String, u32, u32, u32)> = running(&case.line(&refs))
            .iter()
            .map(|week| (week.monday.to_string(), week.minutes, week.over, week.over_so_far))
            .collect();
        let wanted = [
            ("2024-06-03", 120, 0, 0),
            ("2024-06-10", 360, 0, 0),
            ("2024-06-17", 3_500, 140, 140),
        ];
        assert_eq!(
            told,
            wanted.map(|(monday, minutes, over, sum)| (monday.to_owned(), minutes, over, sum))
        );
    }

    #[test]
    fn a_month_ends_with_its_last_day() {
        let case = Case::force();
        let night = case.tour("2020-02-29 18:00", 720);
        let touched: Vec<String> = months([&night].into_iter()).iter().map(ToString::to_string).collect();
        assert_eq!(touched, ["2020-02-01", "2020-03-01"]);
        let long = case.tour("2020-02-29 18:00", 60 * 24 * 20);
        let mondays: Vec<String> = weeks([&long].into_iter()).iter().map(ToString::to_string).collect();
        assert_eq!(mondays, ["2020-02-24", "2020-03-02", "2020-03-09", "2020-03-16"]);
        // 248 hours a month, twelve every day: the 21st day brings the eight minutes that are left and more
        let tours: Vec<Tour> = (1..=31)
            .map(|day| case.tour(&format!("2020-01-{day:02} 06:00"), 720))
            .collect();
        assert_eq!(
            case.found(&tours, Kind::MonthMinutes),
            [("2020-01-21 14:00".to_owned(), 31 * 720 - 248 * 60)]
        );
    }
}
