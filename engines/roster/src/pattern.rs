//! Roster patterns: what crews do day by day, over and over, laid over dates.

use crate::span::{DAY, Span, WEEK, later};
use base::time::Date;

/// A day of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// No tour begins.
    Off,
    /// A tour begins.
    Tour {
        /// Minutes after midnight by the office's clocks.
        starts: u32,
        /// How long it is; it may go on into the days after.
        minutes: u32,
    },
}

/// A cycle of days, and where in it each crew stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    cycle: Vec<Day>,
    crews: Vec<u32>,
}

/// A tour of a crew; whom the crew has is not known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CrewTour {
    /// From when until when.
    pub span: Span,
    /// The crew, from 0.
    pub crew: u32,
}

impl Pattern {
    /// A pattern: the cycle, and for each crew the day of the cycle (from 0) it begins with. `None` when there is no day or
    /// no crew, a tour begins on no minute of its day, has no minute or more than a week's.
    pub fn new(cycle: Vec<Day>, crews: Vec<u32>) -> Option<Self> {
        let fits = |day: &Day| match *day {
            Day::Off => true,
            Day::Tour { starts, minutes } => starts < DAY && (1..=WEEK).contains(&minutes),
        };
        let days = u32::try_from(cycle.len()).ok().filter(|days| *days > 0)?;
        let stands = crews.iter().all(|day| *day < days);
        (cycle.iter().all(fits) && !crews.is_empty() && stands).then_some(Self { cycle, crews })
    }

    /// Four crews: twelve hours by day, twelve by night, two days off. `starts` is the day's beginning.
    pub fn day_night_off_off(starts: u32) -> Option<Self> {
        let (night, rest) = minute_after(starts, DAY / 2);
        // a night that would begin after midnight belongs to the day after, when the crew would be off
        let tours = [turn(starts, DAY / 2), turn(night, DAY / 2), Day::Off, Day::Off];
        (rest == 0)
            .then(|| Self::new(tours.to_vec(), vec![0, 1, 2, 3]))
            .flatten()
    }

    /// Four crews on three shifts of eight hours: two mornings, two afternoons, two nights, two days off.
    pub fn three_shifts(morning: u32) -> Option<Self> {
        let eight = DAY / 3;
        let ((afternoon, _), (night, rest)) = (minute_after(morning, eight), minute_after(morning, 2 * eight));
        let twice = [
            turn(morning, eight),
            turn(afternoon, eight),
            turn(night, eight),
            Day::Off,
        ]
        .map(|day| [day, day]);
        (rest == 0)
            .then(|| Self::new(twice.concat(), vec![0, 2, 4, 6]))
            .flatten()
    }

    /// Four crews: 24 hours on, 72 off.
    pub fn day_on_three_off(starts: u32) -> Option<Self> {
        Self::new(vec![turn(starts, DAY), Day::Off, Day::Off, Day::Off], vec![0, 1, 2, 3])
    }

    /// How many crews there are.
    pub fn crews(&self) -> usize {
        self.crews.len()
    }

    /// How many days until it begins anew.
    pub fn days(&self) -> usize {
        self.cycle.len()
    }

    /// Minutes on tour of each crew in one cycle.
    pub fn minutes(&self) -> u64 {
        let minutes = self.cycle.iter().map(|day| match day {
            Day::Off => 0,
            Day::Tour { minutes, .. } => u64::from(*minutes),
        });
        minutes.sum()
    }

    /// The tours that begin from `from` to `until`, both included, sorted by start and crew. On the day `anchor` each crew
    /// stands where the pattern says; with the same anchor one month goes on where the other ended.
    pub fn lay(&self, anchor: Date, from: Date, until: Date) -> Vec<CrewTour> {
        let length = self.cycle.len() as i64;
        let mut tours = Vec::new();
        for date in (0..=from.days_until(until)).map(|day| from.add_days(day)) {
            let since = i64::from(anchor.days_until(date));
            for (crew, stands) in (0..).zip(&self.crews) {
                // less than the cycle's length
                let at = (since + i64::from(*stands)).rem_euclid(length) as usize;
                if let Day::Tour { starts, minutes } = self.cycle[at] {
                    let span = Span::lasting(later(date.starts_at(), starts), minutes);
                    tours.extend(span.map(|span| CrewTour { span, crew }));
                }
            }
        }
        tours.sort_unstable();
        tours
    }
}

fn turn(starts: u32, minutes: u32) -> Day {
    Day::Tour { starts, minutes }
}

/// The minute of the day so much after another, and how many days later it is.
fn minute_after(starts: u32, minutes: u32) -> (u32, u32) {
    let sum = starts.saturating_add(minutes);
    (sum % DAY, sum / DAY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::shown;

    fn lay(pattern: &Pattern, from: &str, until: &str) -> Vec<(u32, String, u32)> {
        let tours = pattern.lay(
            "2020-02-27".parse().unwrap(),
            from.parse().unwrap(),
            until.parse().unwrap(),
        );
        tours
            .iter()
            .map(|tour| (tour.crew, shown(tour.span.starts()), tour.span.minutes()))
            .collect()
    }

    #[test]
    fn crews_follow_one_another_over_the_leap_day() {
        let pattern = Pattern::day_night_off_off(6 * 60).unwrap();
        let wanted = [
            (2, "2020-02-29 06:00", 720),
            (3, "2020-02-29 18:00", 720),
            (1, "2020-03-01 06:00", 720),
            (2, "2020-03-01 18:00", 720),
        ];
        assert_eq!(
            lay(&pattern, "2020-02-29", "2020-03-01"),
            wanted.map(|(crew, at, long)| (crew, at.to_owned(), long))
        );
        assert_eq!(lay(&pattern, "2020-03-01", "2020-02-29"), []);
    }

    #[test]
    fn a_pattern_goes_on_before_its_anchor() {
        let pattern = Pattern::day_on_three_off(8 * 60).unwrap();
        let crews: Vec<u32> = lay(&pattern, "2020-02-24", "2020-02-28")
            .iter()
            .map(|tour| tour.0)
            .collect();
        assert_eq!(crews, [3, 2, 1, 0, 3]);
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        assert_eq!(Pattern::new(vec![], vec![0]), None);
        assert_eq!(Pattern::new(vec![Day::Off], vec![]), None);
        assert_eq!(Pattern::new(vec![Day::Off], vec![1]), None);
        assert_eq!(Pattern::new(vec![turn(1_440, 5)], vec![0]), None);
        assert_eq!(Pattern::new(vec![turn(0, 0)], vec![0]), None);
        assert_eq!(Pattern::day_night_off_off(13 * 60), None);
        assert_eq!(Pattern::three_shifts(9 * 60), None);
    }

    #[test]
    fn a_crew_works_its_share() {
        let shifts = Pattern::three_shifts(6 * 60).unwrap();
        assert_eq!((shifts.crews(), shifts.days(), shifts.minutes()), (4, 8, 6 * 480));
    }
}
