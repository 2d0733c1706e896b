//! Patterns keep a post manned, and keep the rules of those they are for.

use base::time::Date;
use proptest::prelude::*;
use roster::coverage::{cover, gaps, presences, totals};
use roster::guard::{Guard, Guards, Post, Posts};
use roster::need::{Hours, Need, levels};
use roster::pattern::{Day, Pattern};
use roster::profile::{Employer, profiles};
use roster::rules::Rules;
use roster::span::Span;
use roster::tour::{Timeline, Tour};

fn timelines(pattern: &Pattern, anchor: Date, from: Date, until: Date) -> Vec<Timeline> {
    let tours = pattern.lay(anchor, from, until);
    let of_crew = |crew| {
        tours
            .iter()
            .filter(move |tour| tour.crew == crew)
            .map(move |tour| Tour::on_post(crew, tour.span, 1))
    };
    (0..pattern.crews() as u32)
        .map(|crew| Timeline::new(crew, of_crew(crew).collect()).unwrap())
        .collect()
}

fn known() -> [(Pattern, &'static [Employer]); 3] {
    const BOTH: &[Employer] = &[Employer::AgencyGuard, Employer::Force];
    [
        (Pattern::day_night_off_off(6 * 60).unwrap(), BOTH),
        (Pattern::three_shifts(6 * 60).unwrap(), BOTH),
        // the Labour Code knows no tour of 24 hours
        (Pattern::day_on_three_off(7 * 60 + 30).unwrap(), &[Employer::Force]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn four_crews_keep_one_post_manned_and_every_rule(start in 0..4_000_i32, days in 14..70_i32, anchor in -30..30_i32) {
        let from = "2019-07-01".parse::<Date>().unwrap().add_days(start);
        let until = from.add_days(days);
        let posts = Posts::from([(1, Post { site: 1, skills: vec![] })]);
        let rules = Rules { profiles: profiles(), posts: &posts };
        for (pattern, employers) in known() {
            let lines = timelines(&pattern, from.add_days(anchor), from, until);
            let need = Need { post: 1, heads: 1, hours: Hours::Always, from, until: None };
            // the first day has no night before it
            let period = Span::of_days(from.add_days(1), until).unwrap();
            let intervals = cover(&levels(1, &[need], &[], period), &presences(lines.iter(), 1, period));
            prop_assert_eq!(gaps(&intervals), []);
            prop_assert_eq!(totals(&intervals).manned, u64::from(period.minutes()));
            prop_assert!(intervals.iter().all(|interval| interval.present == 1), "nobody too much");
            for (line, employer) in lines.iter().flat_map(|line| employers.iter().map(move |employer| (line, *employer))) {
                let guard = Guard { number: line.guard(), employer, site: 1, skills: vec![], leave: vec![] };
                prop_assert_eq!(rules.check(&guard, line), []);
            }
        }
    }

    #[test]
    fn any_pattern_goes_on_where_it_was(
        cycle in prop::collection::vec(prop::option::weighted(0.6, (0..1_440_u32, 1..2_000_u32)), 1..12),
        crews in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
        (from, first, second) in (-50..50_i32, 0..40_i32, 0..40_i32),
    ) {
        let length = cycle.len();
        let day = |day: Option<(u32, u32)>| day.map_or(Day::Off, |(starts, minutes)| Day::Tour { starts, minutes });
        let crews = crews.iter().map(|at| at.index(length) as u32).collect();
        let pattern = Pattern::new(cycle.into_iter().map(day).collect(), crews).unwrap();
        let anchor: Date = "2020-02-20".parse().unwrap();
        let from = anchor.add_days(from);
        let (middle, until) = (from.add_days(first), from.add_days(first + 1 + second));
        let mut parts = pattern.lay(anchor, from, middle);
        parts.extend(pattern.lay(anchor, middle.add_days(1), until));
        parts.sort();
        prop_assert_eq!(&parts, &pattern.lay(anchor, from, until));
        // one cycle later the same again
        let cycle = length as i32;
        let minutes = |tours: &[roster::pattern::CrewTour]| -> Vec<(u32, u64, u32)> {
            tours.iter().map(|tour| (tour.crew, tour.span.starts().unix_secs(), tour.span.minutes())).collect()
        };
        let shifted = pattern.lay(anchor, from.add_days(cycle), until.add_days(cycle));
        let moved: Vec<(u32, u64, u32)> = minutes(&parts).into_iter()
            .map(|(crew, starts, long)| (crew, starts + 86_400 * length as u64, long))
            .collect();
        prop_assert_eq!(minutes(&shifted), moved);
    }
}

/// What a checker would be handed: every guard by number.
#[test]
fn crews_are_numbered_from_nothing() {
    let from: Date = "2020-02-01".parse().unwrap();
    let lines = timelines(&Pattern::three_shifts(360).unwrap(), from, from, from.add_days(20));
    let guards: Guards = lines
        .iter()
        .map(|line| {
            (
                line.guard(),
                Guard {
                    number: line.guard(),
                    employer: Employer::Force,
                    site: 1,
                    skills: vec![],
                    leave: vec![],
                },
            )
        })
        .collect();
    assert_eq!(guards.keys().copied().collect::<Vec<_>>(), [0, 1, 2, 3]);
}
