//! Coverage against a count of every minute by itself.

use base::time::{Date, Minute, Weekday};
use proptest::prelude::*;
use roster::coverage::{Presence, cover, gaps, presences, totals};
use roster::need::{Hours, Need, Overlay, Slot, levels};
use roster::span::{DAY, Span, later};
use roster::tour::{Stint, Timeline, Tour};
use std::collections::BTreeSet;

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];
/// Days that are tried: 26/02/2020 to 03/03/2020, over the leap day and the end of the month.
const DAYS: u32 = 7;

fn first() -> Date {
    "2020-02-26".parse().unwrap()
}

/// A need as it was drawn: day of the beginning and of the end (from the first), slots by weekday, minute and length.
#[derive(Clone, Debug)]
struct Drawn {
    heads: u16,
    slots: Option<Vec<(usize, u32, u32)>>,
    from: i32,
    until: Option<i32>,
}

impl Drawn {
    fn need(&self) -> Need {
        let slot = |(day, starts, minutes): &(usize, u32, u32)| Slot::new(WEEKDAYS[*day], *starts, *minutes).unwrap();
        let hours = self.slots.as_ref();
        Need {
            post: 1,
            heads: self.heads,
            hours: hours.map_or(Hours::Always, |slots| Hours::Weekly(slots.iter().map(slot).collect())),
            from: first().add_days(self.from),
            until: self.until.map(|until| first().add_days(until)),
        }
    }

    fn holds(&self, day: Date) -> bool {
        let number = first().days_until(day);
        self.from <= number && self.until.is_none_or(|until| number <= until)
    }

    /// Heads asked for in a minute, by looking at its day and the one before.
    fn heads(&self, minute: Minute) -> u32 {
        let today = minute.office_date();
        let (hour, past) = minute.office_clock();
        let clock = u32::from(hour) * 60 + u32::from(past);
        let Some(slots) = &self.slots else {
            return u32::from(self.heads) * u32::from(self.holds(today));
        };
        let within = |day: Date, clock: u32| {
            let begun = slots.iter().filter(|(weekday, starts, minutes)| {
                WEEKDAYS[*weekday] == day.weekday() && *starts <= clock && clock < starts + minutes
            });
            if self.holds(day) { begun.count() as u32 } else { 0 }
        };
        u32::from(self.heads) * (within(today, clock) + within(today.add_days(-1), clock + DAY))
    }
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let slots = prop::collection::vec((0..7_usize, 0..1_440_u32, 1..=1_440_u32), 0..4);
    let until = prop::option::of(0..9_i32);
    (1..3_u16, prop::option::weighted(0.7, slots), -3..6_i32, until).prop_map(|(heads, slots, from, length)| Drawn {
        heads,
        slots,
        from,
        until: length.map(|length| from + length),
    })
}

fn span() -> impl Strategy<Value = Span> {
    let ends = DAYS * DAY;
    (0..ends, prop_oneof![1..90_u32, 300..900_u32, 1..4_000_u32])
        .prop_map(|(at, minutes)| Span::lasting(later(first().starts_at(), at), minutes).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn every_minute_is_manned_or_in_a_gap_as_a_count_of_it_says(
        drawn in prop::collection::vec(drawn(), 0..4),
        events in prop::collection::vec((span(), 1..3_u16), 0..3),
        present in prop::collection::vec((1..5_u32, span()), 0..14),
        cut in (0..600_u32, 0..600_u32),
    ) {
        let all = Span::of_days(first(), first().add_days(DAYS as i32 - 1)).unwrap();
        let period = Span::lasting(later(all.starts(), cut.0), all.minutes() - cut.0 - cut.1).unwrap();
        let needs: Vec<Need> = drawn.iter().map(Drawn::need).collect();
        let overlays: Vec<Overlay> = events.iter().map(|(span, heads)| Overlay { post: 1, span: *span, heads: *heads }).collect();
        let presences: Vec<Presence> = present.iter().map(|(guard, span)| Presence { span: *span, guard: *guard }).collect();
        let levels = levels(1, &needs, &overlays, period);
        let intervals = cover(&levels, &presences);
        let told_gaps = gaps(&intervals);

        let (mut required, mut manned, mut missing) = (0, 0, 0);
        let mut minute = period.starts();
        while minute < period.ends() {
            let needed: u32 = drawn.iter().map(|need| need.heads(minute)).sum::<u32>()
                + events.iter().filter(|(span, _)| span.contains(minute)).map(|(_, heads)| u32::from(*heads)).sum::<u32>();
            let here: BTreeSet<u32> = present.iter().filter(|(_, span)| span.contains(minute)).map(|(guard, _)| *guard).collect();
            let here = here.len() as u32;
            let told = intervals.iter().find(|interval| interval.span.contains(minute));
            let wanted = (needed > 0).then_some((needed, here));
            prop_assert_eq!(told.map(|interval| (interval.needed, interval.present)), wanted, "{}", minute);
            let gap = told_gaps.iter().find(|gap| gap.span.contains(minute)).map_or(0, |gap| gap.missing);
            prop_assert_eq!(gap, needed.saturating_sub(here), "{}", minute);
            required += u64::from(needed > 0);
            manned += u64::from(needed > 0 && here >= needed);
            missing += u64::from(needed.saturating_sub(here));
            minute = later(minute, 1);
        }
        let sums = totals(&intervals);
        prop_assert_eq!((sums.required, sums.manned, sums.missing), (required, manned, missing));
        prop_assert_eq!(sums.manned + sums.in_gaps, sums.required);
        // sorted, apart, and no longer than they could be
        for pair in intervals.windows(2) {
            prop_assert!(pair[0].span.ends() <= pair[1].span.starts());
            prop_assert!(pair[0].span.ends() < pair[1].span.starts()
                || (pair[0].needed, pair[0].present) != (pair[1].needed, pair[1].present));
        }
        for pair in told_gaps.windows(2) {
            prop_assert!(pair[0].span.ends() < pair[1].span.starts() || pair[0].missing != pair[1].missing);
        }
    }

    #[test]
    fn who_is_on_a_post_stands_in_the_stints_of_tours(
        tours in prop::collection::vec((1..4_u32, span(), span(), 1..3_u32, any::<bool>()), 0..12),
        period in span(),
    ) {
        let tour = |(guard, span, stint, post, standby): &(u32, Span, Span, u32, bool)| Tour {
            span: *span,
            guard: *guard,
            standby: *standby,
            stints: vec![Stint { post: *post, span: *stint }],
        };
        let all: Vec<Tour> = tours.iter().map(tour).collect();
        let lines: Vec<Timeline> = (1..4)
            .map(|guard| Timeline::new(guard, all.iter().filter(|tour| tour.guard == guard).cloned().collect()).unwrap())
            .collect();
        let told = presences(lines.iter(), 1, period);
        let mut minute = period.starts();
        while minute < period.ends() {
            let mut wanted: Vec<u32> = all
                .iter()
                .filter(|tour| !tour.standby && tour.span.contains(minute) && tour.stints[0].span.contains(minute))
                .filter(|tour| tour.stints[0].post == 1)
                .map(|tour| tour.guard)
                .collect();
            wanted.sort_unstable();
            let mut here: Vec<u32> = told.iter().filter(|one| one.span.contains(minute)).map(|one| one.guard).collect();
            here.sort_unstable();
            prop_assert_eq!(here, wanted, "{}", minute);
            minute = later(minute, 1);
        }
    }
}
