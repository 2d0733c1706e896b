//! Arithmetic before any planning: how many people a set of posts takes, and how many are missing.
//!
//! A post that is manned day and night takes 168 hours a week. Of 40 hours a person gives what leave, training and illness
//! leave; with 15 % of them that makes 4.9 people. No planner can do with fewer, so the page of a roster says it first.

use crate::need::{Need, Overlay, head_minutes, levels};
use crate::span::{Span, WEEK};
use std::collections::BTreeSet;

/// What one person gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Minutes a week by contract.
    pub week_minutes: u32,
    /// Of a thousand minutes, how many go to leave, training and illness.
    pub away_per_mille: u16,
}

/// How many people it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staffing {
    /// Head-minutes a week that the posts take.
    pub week_minutes: u64,
    /// People in tenths, rounded to the nearest: for showing beside a post.
    pub tenths: u64,
    /// Whole people, rounded up from the exact number and not from the tenths.
    pub people: u64,
    /// How many are there.
    pub have: u64,
    /// Whole people who are missing.
    pub missing: u64,
    /// Minutes a week for which nobody is there.
    pub missing_minutes: u64,
}

impl Person {
    /// Thousandths of minutes a week that are left for posts.
    fn gives(self) -> u128 {
        let there = 1_000_u16.saturating_sub(self.away_per_mille);
        u128::from(self.week_minutes) * u128::from(there)
    }

    /// What so many head-minutes a week take when `have` people are there; `None` when a person gives nothing at all.
    pub fn staffing(self, week_minutes: u64, have: u64) -> Option<Staffing> {
        let gives = self.gives();
        let takes = u128::from(week_minutes) * 1_000;
        if gives == 0 {
            return None;
        }
        // people are no more than minutes, and minutes fit
        let people = takes.div_ceil(gives) as u64;
        let given = gives.saturating_mul(u128::from(have));
        Some(Staffing {
            week_minutes,
            tenths: ((takes * 20 + gives) / (gives * 2)).min(u128::from(u64::MAX)) as u64,
            people,
            have,
            missing: people.saturating_sub(have),
            missing_minutes: (takes.saturating_sub(given)).div_ceil(1_000) as u64,
        })
    }
}

/// Head-minutes a week of needs that hold all week, whatever their dates: for a question before there is a date.
pub fn weekly_minutes(needs: &[Need]) -> u64 {
    needs.iter().map(Need::weekly_minutes).sum()
}

/// Head-minutes a week that needs and overlays take on average over a period, rounded up.
pub fn average_week(needs: &[Need], overlays: &[Overlay], period: Span) -> u64 {
    let posts: BTreeSet<u32> = (needs.iter().map(|need| need.post))
        .chain(overlays.iter().map(|overlay| overlay.post))
        .collect();
    let of_post = |post| u128::from(head_minutes(&levels(post, needs, overlays, period)));
    let all: u128 = posts.into_iter().map(of_post).sum();
    let week = (all * u128::from(WEEK)).div_ceil(u128::from(period.minutes()));
    u64::try_from(week).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::need::{Hours, Slot};
    use crate::span::DAY;
    use base::time::Weekday;

    const PERSON: Person = Person {
        week_minutes: 2_400,
        away_per_mille: 150,
    };

    fn need(hours: Hours, heads: u16) -> Need {
        Need {
            post: 1,
            heads,
            hours,
            from: "2020-02-01".parse().unwrap(),
            until: None,
        }
    }

    #[test]
    fn a_post_day_and_night_takes_4_9_people() {
        let week = weekly_minutes(&[need(Hours::Always, 1)]);
        let told = PERSON.staffing(week, 4).unwrap();
        // 168 h / (40 h × 0.85) = 4.941…
        assert_eq!(
            (told.week_minutes, told.tenths, told.people, told.missing),
            (10_080, 49, 5, 1)
        );
        assert_eq!(told.missing_minutes, 10_080 - 4 * 2_040);
    }

    #[test]
    fn rounding_up_asks_the_exact_number() {
        // 4.02 people: 4.0 in tenths, and five all the same
        let told = PERSON.staffing(8_201, 5).unwrap();
        assert_eq!(
            (told.tenths, told.people, told.missing, told.missing_minutes),
            (40, 5, 0, 0)
        );
        let exact = PERSON.staffing(8_160, 4).unwrap();
        assert_eq!((exact.tenths, exact.people, exact.missing), (40, 4, 0));
        assert_eq!(PERSON.staffing(0, 0).unwrap().people, 0);
        assert_eq!(
            Person {
                away_per_mille: 1_000,
                ..PERSON
            }
            .staffing(1, 0),
            None
        );
    }

    #[test]
    fn events_count_in_the_weeks_they_are_in() {
        let slot = Slot::new(Weekday::Monday, 420, 600).unwrap();
        let needs = [need(Hours::Always, 1), need(Hours::Weekly(vec![slot]), 2)];
        assert_eq!(weekly_minutes(&needs), 10_080 + 1_200);
        let day = |text: &str| text.parse().unwrap();
        let fortnight = Span::of_days(day("2020-02-17"), day("2020-03-01")).unwrap();
        assert_eq!(average_week(&needs, &[], fortnight), 10_080 + 1_200);
        let event = Overlay {
            post: 9,
            span: Span::lasting(fortnight.starts(), DAY).unwrap(),
            heads: 4,
        };
        assert_eq!(
            average_week(&needs, &[event], fortnight),
            10_080 + 1_200 + 2 * u64::from(DAY)
        );
    }
}
