//! How many have to stand on a post, and when: by its own hours, and more while an event is protected.

use crate::span::{DAY, Span, later};
use base::time::{Date, Minute, Weekday};

/// How many stand on a post, from when until when. Several of one post add up: one day and night, two more in office hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The post's number.
    pub post: u32,
    /// How many.
    pub heads: u16,
    /// At which hours.
    pub hours: Hours,
    /// First day.
    pub from: Date,
    /// Last day; `None`: until it is changed. A slot that begins on this day goes on over midnight.
    pub until: Option<Date>,
}

/// Hours of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Day and night.
    Always,
    /// The same every week; a minute in two slots counts twice.
    Weekly(Vec<Slot>),
}

/// Hours on one day of the week, also over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    weekday: Weekday,
    starts: u32,
    minutes: u32,
}

/// More on a post while an event is protected; a post that is there for the event alone has no [`Need`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// The post's number.
    pub post: u32,
    /// The event's window.
    pub span: Span,
    /// How many more.
    pub heads: u16,
}

/// Minutes in which a post takes so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// From when until when.
    pub span: Span,
    /// How many; more than none.
    pub heads: u32,
}

impl Slot {
    /// From a minute of a day (0 to 1439) on for at most 24 hours; `None` when that is not what is given.
    pub fn new(weekday: Weekday, starts: u32, minutes: u32) -> Option<Self> {
        (starts < DAY && (1..=DAY).contains(&minutes)).then_some(Self {
            weekday,
            starts,
            minutes,
        })
    }

    /// Minutes a week.
    pub fn minutes(self) -> u32 {
        self.minutes
    }
}

impl Need {
    /// Head-minutes of a week in which it holds on every day.
    pub fn weekly_minutes(&self) -> u64 {
        let minutes = match &self.hours {
            Hours::Always => u64::from(crate::span::WEEK),
            Hours::Weekly(slots) => slots.iter().map(|slot| u64::from(slot.minutes)).sum(),
        };
        minutes * u64::from(self.heads)
    }

    /// When it asks for its heads within a period; in no order, a minute perhaps more than once.
    fn spans(&self, period: Span) -> Vec<Span> {
        let until = self.until.unwrap_or(Date::MAX);
        let slots = match &self.hours {
            Hours::Always => {
                let all = Span::of_days(self.from, until);
                return all.and_then(|all| all.common(period)).into_iter().collect();
            }
            Hours::Weekly(slots) => slots,
        };
        let first = period.first_day().add_days(-1).max(self.from);
        let last = period.last_day().min(until);
        let days = (0..=first.days_until(last)).map(|day| first.add_days(day));
        let spans = days.flat_map(|day| {
            let begun = slots.iter().filter(move |slot| slot.weekday == day.weekday());
            begun.filter_map(move |slot| Span::lasting(later(day.starts_at(), slot.starts), slot.minutes))
        });
        spans.filter_map(|span| span.common(period)).collect()
    }
}

/// How many a post takes in each minute of a period: sorted levels, none with no head, neighbours of different height.
pub fn levels(post: u32, needs: &[Need], overlays: &[Overlay], period: Span) -> Vec<Level> {
    let needs = needs.iter().filter(|need| need.post == post);
    let overlays = overlays.iter().filter(|overlay| overlay.post == post);
    let parts = needs
        .flat_map(|need| need.spans(period).into_iter().map(|span| (span, need.heads)))
        .chain(overlays.filter_map(|overlay| Some((overlay.span.common(period)?, overlay.heads))));
    let mut steps: Vec<(Minute, i64)> = parts
        .flat_map(|(span, heads)| [(span.starts(), i64::from(heads)), (span.ends(), -i64::from(heads))])
        .collect();
    steps.sort_unstable();
    let mut levels: Vec<Level> = Vec::new();
    let mut heads: i64 = 0;
    let mut since = period.starts();
    for (minute, step) in steps {
        // what came in has to go out: never below none
        if let (Some(span), Ok(height @ 1..)) = (Span::new(since, minute), u32::try_from(heads)) {
            match levels.last_mut() {
                Some(last) if last.heads == height && last.span.ends() == since => last.span = last.span.hull(span),
                _ => levels.push(Level { span, heads: height }),
            }
        }
        heads += step;
        since = minute;
    }
    levels
}

/// Head-minutes of levels.
pub fn head_minutes(levels: &[Level]) -> u64 {
    let all = levels
        .iter()
        .map(|level| u64::from(level.span.minutes()) * u64::from(level.heads));
    all.sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{at, shown};

    fn span(starts: &str, minutes: u32) -> Span {
        Span::lasting(at(starts), minutes).unwrap()
    }

    fn told(needs: &[Need], overlays: &[Overlay], period: Span) -> Vec<(String, u32, u32)> {
        let levels = levels(1, needs, overlays, period);
        levels
            .iter()
            .map(|level| (shown(level.span.starts()), level.span.minutes(), level.heads))
            .collect()
    }

    fn need(hours: Hours, heads: u16) -> Need {
        Need {
            post: 1,
            heads,
            hours,
            from: "2020-02-28".parse().unwrap(),
            until: None,
        }
    }

    #[test]
    fn a_post_that_is_always_manned_is_one_level() {
        let always = need(Hours::Always, 2);
        let period = span("2020-02-01 00:00", 60 * 24 * 60);
        assert_eq!(
            told(std::slice::from_ref(&always), &[], period),
            [("2020-02-28 00:00".to_owned(), 33 * DAY, 2)]
        );
        let event = Overlay {
            post: 1,
            span: span("2020-02-29 18:00", 720),
            heads: 3,
        };
        let elsewhere = Overlay { post: 2, ..event };
        let wanted = [
            ("2020-02-28 00:00", DAY * 2 - 360, 2),
            ("2020-02-29 18:00", 720, 5),
            ("2020-03-01 06:00", DAY * 31 - 360, 2),
        ];
        let wanted = wanted.map(|(from, minutes, heads)| (from.to_owned(), minutes, heads));
        assert_eq!(told(&[always], &[event, elsewhere], period), wanted);
    }

    #[test]
    fn a_slot_goes_on_over_midnight_and_over_its_last_day() {
        // 29 February 2020 is a Saturday
        let slot = Slot::new(Weekday::Saturday, 22 * 60, 480).unwrap();
        let mut nights = need(Hours::Weekly(vec![slot]), 1);
        nights.until = Some("2020-02-29".parse().unwrap());
        let wanted = [("2020-02-29 22:00".to_owned(), 480, 1)];
        assert_eq!(
            told(&[nights.clone()], &[], span("2020-02-24 00:00", 60 * 24 * 20)),
            wanted
        );
        let only_sunday = [("2020-03-01 00:00".to_owned(), 360, 1)];
        assert_eq!(told(&[nights.clone()], &[], span("2020-03-01 00:00", DAY)), only_sunday);
        nights.from = "2020-03-01".parse().unwrap();
        assert_eq!(told(&[nights], &[], span("2020-03-01 00:00", DAY)), []);
    }

    #[test]
    fn a_slot_has_a_length_and_begins_within_its_day() {
        assert_eq!(Slot::new(Weekday::Monday, 1_440, 5), None);
        assert_eq!(Slot::new(Weekday::Monday, 0, 0), None);
        assert_eq!(Slot::new(Weekday::Monday, 0, 1_441), None);
        assert!(Slot::new(Weekday::Monday, 1_439, 1_440).is_some());
    }
}
