//! Whether those who have to stand on a post do, for every minute: each required minute is manned or in a gap.
//!
//! A guard counts once, however many stints lie over one another. One pass over sorted borders, O(n log n).

use crate::need::Level;
use crate::span::Span;
use crate::tour::{Stint, Timeline};
use base::time::Minute;
use std::collections::BTreeMap;

/// A guard on the post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Presence {
    /// From when until when.
    pub span: Span,
    /// The guard's number.
    pub guard: u32,
}

/// Minutes in which as many are needed, and as many are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// From when until when.
    pub span: Span,
    /// How many are needed; more than none.
    pub needed: u32,
    /// How many are there.
    pub present: u32,
}

/// Minutes in which as many are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// From when until when.
    pub span: Span,
    /// How many are missing; more than none.
    pub missing: u32,
}

/// Sums of a post over a period. `manned + in_gaps == required`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Minutes in which someone is needed.
    pub required: u64,
    /// Those in which enough are there.
    pub manned: u64,
    /// Those in which too few are.
    pub in_gaps: u64,
    /// The same, each as often as heads are missing.
    pub missing: u64,
}

/// Who is on a post, by the stints of all timelines that have a minute in the period. A stint counts as far as its tour goes,
/// and only on a tour of duty: whoever is on standby is nowhere.
pub fn presences<'a>(timelines: impl Iterator<Item = &'a Timeline>, post: u32, period: Span) -> Vec<Presence> {
    let tours = timelines.flat_map(|timeline| timeline.during(period));
    let stints = tours.filter(|tour| tour.is_work()).flat_map(|tour| {
        let here = tour.stints.iter().filter(move |stint| stint.post == post);
        here.filter_map(|stint| presence(tour.guard, stint, tour.span.common(period)?))
    });
    stints.collect()
}

fn presence(guard: u32, stint: &Stint, within: Span) -> Option<Presence> {
    let span = stint.span.common(within)?;
    Some(Presence { span, guard })
}

/// The required minutes of a post, sorted, as long as neither number changes. `levels` as [`crate::need::levels`] gives them.
pub fn cover(levels: &[Level], presences: &[Presence]) -> Vec<Interval> {
    let mut borders: Vec<(Minute, Border)> = Vec::with_capacity(2 * (levels.len() + presences.len()));
    for level in levels {
        borders.push((level.span.starts(), Border::Needed(level.heads)));
        borders.push((level.span.ends(), Border::Needed(0)));
    }
    for presence in presences {
        borders.push((presence.span.starts(), Border::Comes(presence.guard)));
        borders.push((presence.span.ends(), Border::Goes(presence.guard)));
    }
    // of one minute the ends of levels come before the beginnings of others
    borders.sort_unstable();
    let mut intervals: Vec<Interval> = Vec::new();
    let mut here: BTreeMap<u32, u32> = BTreeMap::new();
    let mut needed = 0;
    let mut since = None;
    for (minute, border) in borders {
        if let Some(span) = since.and_then(|since| Span::new(since, minute)).filter(|_| needed > 0) {
            // no more guards than numbers for them
            add(
                &mut intervals,
                Interval {
                    span,
                    needed,
                    present: here.len() as u32,
                },
            );
        }
        since = Some(minute);
        match border {
            Border::Needed(heads) => needed = heads,
            Border::Comes(guard) => *here.entry(guard).or_default() += 1,
            Border::Goes(guard) => {
                if let Some(times) = here.get_mut(&guard) {
                    *times -= 1;
                    if *times == 0 {
                        here.remove(&guard);
                    }
                }
            }
        }
    }
    intervals
}

/// What happens at a minute; in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Border {
    Needed(u32),
    Comes(u32),
    Goes(u32),
}

fn add(intervals: &mut Vec<Interval>, next: Interval) {
    match intervals.last_mut() {
        Some(last)
            if last.span.ends() == next.span.starts() && (last.needed, last.present) == (next.needed, next.present) =>
        {
            last.span = last.span.hull(next.span);
        }
        _ => intervals.push(next),
    }
}

/// The gaps, sorted, each as long as the same number is missing.
pub fn gaps(intervals: &[Interval]) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for interval in intervals.iter().filter(|interval| !interval.is_manned()) {
        let missing = interval.needed - interval.present;
        match gaps.last_mut() {
            Some(last) if last.span.ends() == interval.span.starts() && last.missing == missing => {
                last.span = last.span.hull(interval.span);
            }
            _ => gaps.push(Gap {
                span: interval.span,
                missing,
            }),
        }
    }
    gaps
}

/// The sums.
pub fn totals(intervals: &[Interval]) -> Totals {
    let mut totals = Totals::default();
    for interval in intervals {
        let minutes = u64::from(interval.span.minutes());
        totals.required += minutes;
        if interval.is_manned() {
            totals.manned += minutes;
        } else {
            totals.in_gaps += minutes;
            totals.missing += minutes * u64::from(interval.needed - interval.present);
        }
    }
    totals
}

impl Interval {
    /// Whether enough are there.
    pub fn is_manned(&self) -> bool {
        self.present >= self.needed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tour::Tour;

    fn span(from: u64, to: u64) -> Span {
        Span::new(Minute::from_unix_secs(from * 60), Minute::from_unix_secs(to * 60)).unwrap()
    }

    fn here(guard: u32, from: u64, to: u64) -> Presence {
        Presence {
            span: span(from, to),
            guard,
        }
    }

    #[test]
    fn a_late_relief_is_a_gap_to_the_minute() {
        let need = [Level {
            span: span(100, 200),
            heads: 1,
        }];
        let intervals = cover(&need, &[here(1, 90, 150), here(2, 153, 210)]);
        assert_eq!(
            gaps(&intervals),
            [Gap {
                span: span(150, 153),
                missing: 1
            }]
        );
        let sums = Totals {
            required: 100,
            manned: 97,
            in_gaps: 3,
            missing: 3,
        };
        assert_eq!(totals(&intervals), sums);
    }

    #[test]
    fn one_guard_is_one_head() {
        let need = [Level {
            span: span(0, 100),
            heads: 2,
        }];
        let intervals = cover(&need, &[here(1, 0, 60), here(1, 40, 100), here(2, 50, 100)]);
        let wanted = [
            Interval {
                span: span(0, 50),
                needed: 2,
                present: 1,
            },
            Interval {
                span: span(50, 100),
                needed: 2,
                present: 2,
            },
        ];
        assert_eq!(intervals, wanted);
    }

    #[test]
    fn levels_that_touch_keep_their_heads() {
        let need = [
            Level {
                span: span(0, 10),
                heads: 2,
            },
            Level {
                span: span(10, 20),
                heads: 1,
            },
        ];
        let intervals = cover(&need, &[here(1, 0, 20)]);
        assert_eq!(
            gaps(&intervals),
            [Gap {
                span: span(0, 10),
                missing: 1
            }]
        );
        assert_eq!(totals(&intervals).manned, 10);
        assert_eq!(cover(&[], &[here(1, 0, 20)]), []);
    }

    #[test]
    fn nobody_stands_on_a_post_outside_a_tour_of_duty() {
        let stint = Stint {
            post: 5,
            span: span(0, 100),
        };
        let tour = Tour {
            stints: vec![stint],
            ..Tour::new(1, span(20, 80))
        };
        let ready = Tour {
            stints: vec![stint],
            ..Tour::standby(2, span(0, 100))
        };
        let lines = [
            Timeline::new(1, vec![tour]).unwrap(),
            Timeline::new(2, vec![ready]).unwrap(),
        ];
        assert_eq!(presences(lines.iter(), 5, span(10, 70)), [here(1, 20, 70)]);
        assert_eq!(presences(lines.iter(), 6, span(10, 70)), []);
    }
}
