//! A stretch of time to the minute, and the few sums that are done with it.

use base::time::{Date, Minute};

/// Minutes of a day; the office has no summer time.
pub const DAY: u32 = 1_440;
/// Minutes of a week.
pub const WEEK: u32 = 7 * DAY;

/// From a minute up to another that is not in it any more; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    starts: Minute,
    ends: Minute,
}

impl Span {
    /// From `starts` up to `ends`; `None` when there would be no minute in it.
    pub fn new(starts: Minute, ends: Minute) -> Option<Self> {
        (starts < ends).then_some(Self { starts, ends })
    }

    /// From `starts` on for so many minutes; `None` for none.
    pub fn lasting(starts: Minute, minutes: u32) -> Option<Self> {
        Self::new(starts, later(starts, minutes))
    }

    /// The days `from` to `until`, both included, by the office's clocks.
    pub fn of_days(from: Date, until: Date) -> Option<Self> {
        Self::new(from.starts_at(), until.ends_at())
    }

    /// The first minute.
    pub fn starts(self) -> Minute {
        self.starts
    }

    /// The first minute after it.
    pub fn ends(self) -> Minute {
        self.ends
    }

    /// How many minutes it has.
    pub fn minutes(self) -> u32 {
        between(self.starts, self.ends)
    }

    /// Whether the minute is in it.
    pub fn contains(self, minute: Minute) -> bool {
        self.starts <= minute && minute < self.ends
    }

    /// The part that both have.
    pub fn common(self, other: Self) -> Option<Self> {
        Self::new(self.starts.max(other.starts), self.ends.min(other.ends))
    }

    /// Whether there is a minute in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.common(other).is_some()
    }

    /// From the first minute of both to the last.
    pub fn hull(self, other: Self) -> Self {
        Self {
            starts: self.starts.min(other.starts),
            ends: self.ends.max(other.ends),
        }
    }

    /// The office's day of the first minute.
    pub fn first_day(self) -> Date {
        self.starts.office_date()
    }

    /// The office's day of the last minute.
    pub fn last_day(self) -> Date {
        earlier(self.ends, 1).office_date()
    }

    /// The office's days it touches, in order.
    pub fn days(self) -> impl Iterator<Item = Date> {
        let first = self.first_day();
        (0..=first.days_until(self.last_day())).map(move |day| first.add_days(day))
    }

    /// What is left of it without the others, which may lie anyhow.
    pub fn without(self, others: &[Span]) -> Vec<Span> {
        let mut left = Vec::new();
        let mut from = self.starts;
        for taken in merged(others.iter().copied()) {
            left.extend(Span::new(from, taken.starts.min(self.ends)));
            from = from.max(taken.ends);
        }
        left.extend(Span::new(from, self.ends));
        left
    }
}

/// So many minutes later, or [`Minute::MAX`].
pub fn later(minute: Minute, minutes: u32) -> Minute {
    Minute::from_unix_secs(minute.unix_secs() + u64::from(minutes) * 60)
}

/// So many minutes earlier, or [`Minute::MIN`].
pub fn earlier(minute: Minute, minutes: u32) -> Minute {
    Minute::from_unix_secs(minute.unix_secs().saturating_sub(u64::from(minutes) * 60))
}

/// Minutes from one to the other; 0 when the other is not later.
pub fn between(from: Minute, to: Minute) -> u32 {
    // minutes since 1970 fit, and so does what lies between two of them
    (to.unix_secs().saturating_sub(from.unix_secs()) / 60) as u32
}

/// The same minutes in order, each once: spans that overlap or touch become one.
pub fn merged(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.into_iter().collect();
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.starts <= last.ends => last.ends = last.ends.max(span.ends),
            _ => merged.push(span),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: u64, to: u64) -> Span {
        Span::new(Minute::from_unix_secs(from * 60), Minute::from_unix_secs(to * 60)).unwrap()
    }

    #[test]
    fn a_span_has_at_least_a_minute() {
        assert_eq!(Span::new(Minute::MIN, Minute::MIN), None);
        assert_eq!(Span::lasting(Minute::MAX, 5), None);
        assert_eq!(span(3, 4).minutes(), 1);
    }

    #[test]
    fn days_are_those_of_the_office() {
        // 23:00 to 01:00 at the office, over the leap day's end
        let starts: Minute = "2020-02-29T16:00:00Z".parse().unwrap();
        let days: Vec<String> = Span::lasting(starts, 120)
            .unwrap()
            .days()
            .map(|day| day.to_string())
            .collect();
        assert_eq!(days, ["2020-02-29", "2020-03-01"]);
        let until_midnight = Span::lasting(starts, 60).unwrap();
        assert_eq!(until_midnight.last_day().to_string(), "2020-02-29");
    }

    #[test]
    fn what_others_take_is_gone() {
        let left = span(10, 50).without(&[span(30, 35), span(0, 12), span(33, 40), span(60, 70)]);
        assert_eq!(left, [span(12, 30), span(40, 50)]);
        assert_eq!(span(10, 50).without(&[]), [span(10, 50)]);
        assert_eq!(span(10, 50).without(&[span(0, 100)]), []);
    }

    #[test]
    fn spans_that_touch_become_one() {
        assert_eq!(
            merged([span(5, 8), span(1, 3), span(3, 4), span(6, 7)]),
            [span(1, 4), span(5, 8)]
        );
    }
}
