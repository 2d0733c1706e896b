//! Nights: which were worked, and how many one after the other.

use super::{Breach, Kind, Line};
use crate::profile::{Name, Profile};
use crate::span::{Span, merged};
use crate::tour::Tour;
use base::time::{Date, Minute};

/// A night that was worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Night {
    /// The day in whose evening it began.
    pub evening: Date,
    /// Its first minute on duty.
    pub from: Minute,
}

/// The nights that tours on duty work, in order; a few minutes of one don't count, [`Name::NightLeast`] says how many do.
pub fn worked<'a>(profile: &Profile, tours: impl Iterator<Item = &'a Tour>) -> Vec<Night> {
    let busy = merged(tours.filter(|tour| tour.is_work()).map(|tour| tour.span));
    let mut evenings: Vec<Date> = Vec::new();
    for span in &busy {
        let eve = span.first_day().add_days(-1);
        let days = (eve < span.first_day()).then_some(eve).into_iter().chain(span.days());
        for day in days {
            if evenings.last().is_none_or(|last| *last < day) {
                evenings.push(day);
            }
        }
    }
    let nights = evenings.into_iter().filter_map(|evening| {
        let night = profile.night(evening)?;
        let first = busy.partition_point(|span| span.ends() <= night.starts());
        let parts = busy[first..].iter().map_while(|span| span.common(night));
        let (from, minutes) = parts.fold((None, 0), |(from, minutes), part: Span| {
            (from.or(Some(part.starts())), minutes + part.minutes())
        });
        let least = profile.value(Name::NightLeast, evening).unwrap_or_default();
        from.filter(|_| minutes >= least).map(|from| Night { evening, from })
    });
    nights.collect()
}

/// Runs of nights that are too long; the value is the one in force in the evening of the first night that is too much.
pub fn in_a_row(line: &Line<'_>) -> Vec<Breach> {
    let nights = worked(line.profile, line.work());
    let follow = |one: &Night, next: &Night| one.evening.days_until(next.evening) == 1;
    let runs = nights.chunk_by(follow).filter_map(|run| {
        let (before, night, rule) = run.iter().enumerate().find_map(|(before, night)| {
            let rule = line.profile.on(Name::NightsInARow, night.evening)?;
            (before as u64 >= u64::from(rule.value)).then_some((before, night, rule))
        })?;
        Some(Breach {
            at: night.from,
            kind: Kind::Nights,
            guard: line.guard.number,
            // a run has no more nights than the calendar has days
            by: (run.len() - before) as u32,
            basis: rule.into(),
        })
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::worked;
    use crate::rules::Kind;
    use crate::rules::testing::Case;
    use crate::tour::Tour;

    #[test]
    fn a_night_counts_from_three_hours_on() {
        let case = Case::force();
        let evenings = |tours: &[Tour]| -> Vec<String> {
            let nights = worked(case.profile(), tours.iter());
            nights.iter().map(|night| night.evening.to_string()).collect()
        };
        assert_eq!(evenings(&[case.tour("2020-02-29 14:00", 659)]), Vec::<String>::new());
        assert_eq!(evenings(&[case.tour("2020-02-29 14:00", 660)]), ["2020-02-29"]);
        assert_eq!(evenings(&[case.tour("2020-03-01 03:00", 480)]), ["2020-02-29"]);
        // two parts of one night, and a day and a night in one tour
        assert_eq!(
            evenings(&[case.tour("2020-02-29 22:00", 90), case.tour("2020-03-01 04:30", 90)]),
            ["2020-02-29"]
        );
        assert_eq!(
            evenings(&[case.tour("2020-02-29 08:00", 2_880)]),
            ["2020-02-29", "2020-03-01"]
        );
    }

    #[test]
    fn the_fifth_night_is_one_too_much() {
        let case = Case::force();
        let nights = |days: &[u32]| -> Vec<Tour> {
            days.iter()
                .map(|day| case.tour(&format!("2024-06-{day:02} 21:30"), 480))
                .collect()
        };
        assert_eq!(case.found(&nights(&[1, 2, 3, 4, 6, 7]), Kind::Nights), []);
        assert_eq!(
            case.found(&nights(&[1, 2, 3, 4, 5, 6]), Kind::Nights),
            [("2024-06-05 22:00".to_owned(), 2)]
        );
    }
}
