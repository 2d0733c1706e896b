//! What a change does to the breaches, against two full recounts; over months, rules with own values, and bad rosters.

use base::time::{Date, Minute};
use proptest::prelude::*;
use roster::guard::{Guard, Leave, Post, Posts, Skill};
use roster::profile::{Employer, Name, Profiles, Rule, Unit, profiles};
use roster::rules::{Change, Kind, Rules};
use roster::span::{Span, earlier, later};
use roster::tour::{Stint, Timeline, Tour};
use std::collections::BTreeSet;

/// 15/02/2020, so that the leap day and two ends of months lie ahead.
fn start() -> Minute {
    day("2020-02-15").starts_at()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn posts() -> Posts {
    Posts::from([
        (
            1,
            Post {
                site: 1,
                skills: vec![],
            },
        ),
        (
            2,
            Post {
                site: 2,
                skills: vec![],
            },
        ),
        (
            3,
            Post {
                site: 1,
                skills: vec![40],
            },
        ),
    ])
}

fn guard(employer: Employer) -> Guard {
    Guard {
        number: 1,
        employer,
        site: 1,
        skills: vec![Skill {
            number: 40,
            from: day("2020-01-01"),
            until: Some(day("2020-03-10")),
        }],
        leave: vec![Leave {
            from: day("2020-03-20"),
            until: day("2020-03-22"),
        }],
    }
}

/// The file's profiles, or with values of the office that change in the middle of the time that is tried.
fn rest(own: bool) -> Profiles {
    let rule = |name, value, unit| Rule {
        profile: Employer::Force,
        name,
        value,
        unit,
        from: day("2020-03-05"),
        until: Some(day("2020-03-25")),
        basis: "order".into(),
        confirmed: true,
        rests_on: None,
    };
    let rules = [
        rule(Name::RestBetweenTours, 2_000, Unit::Minutes),
        rule(Name::NightsInARow, 2, Unit::Nights),
        rule(Name::WeeklyRest, 2_100, Unit::Minutes),
        rule(Name::NightStarts, 1_200, Unit::MinuteOfDay),
    ];
    profiles().with_own(if own { &rules } else { &[] }).unwrap()
}

/// Tours as rosters have them, on a grid of eight hours, and others of any length at any minute.
fn tour() -> impl Strategy<Value = Tour> {
    let regular =
        (0..150_u32, prop_oneof![Just(480_u32), Just(720), Just(1_440)]).prop_map(|(at, long)| (at * 480, long));
    // the first or the last three hours of a night: worked one after the other with more than a day between
    let of_night = (0..50_u32, prop_oneof![Just(180_u32), Just(1_320)]).prop_map(|(day, at)| (day * 1_440 + at, 180));
    let any = (0..72_000_u32, 1..3_000_u32);
    let stint = (1..5_u32, -60..600_i32, 1..600_u32);
    let stints = prop::collection::vec(stint, 0..3);
    (
        prop_oneof![4 => regular, 3 => of_night, 1 => any],
        stints,
        prop::bool::weighted(0.15),
    )
        .prop_map(|((at, long), stints, standby)| {
            let starts = later(start(), at);
            let stint = |(post, offset, minutes): (u32, i32, u32)| {
                let from = if offset < 0 {
                    earlier(starts, offset.unsigned_abs())
                } else {
                    later(starts, offset.unsigned_abs())
                };
                Stint {
                    post,
                    span: Span::lasting(from, minutes).unwrap(),
                }
            };
            Tour {
                guard: 1,
                span: Span::lasting(starts, long).unwrap(),
                standby,
                stints: stints.into_iter().map(stint).collect(),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]
    #[test]
    fn what_a_change_does_is_what_two_recounts_say(
        tours in prop::collection::vec(tour(), 0..40),
        added in prop::collection::vec(tour(), 0..3),
        removed in prop::collection::vec(any::<prop::sample::Index>(), 0..3),
        agency in any::<bool>(),
        own in any::<bool>(),
    ) {
        let (profiles, posts) = (rest(own), posts());
        let rules = Rules { profiles: &profiles, posts: &posts };
        let guard = guard(if agency { Employer::AgencyGuard } else { Employer::Force });
        let mut change = Change { removed: Vec::new(), added };
        // one that is not there, and each of the timeline's at most once
        let places: BTreeSet<usize> = removed.iter().map(|at| at.index(tours.len() + 1)).collect();
        for at in places {
            change.removed.push(tours.get(at).cloned().unwrap_or_else(|| Tour::new(1, Span::lasting(start(), 7).unwrap())));
        }
        let before = Timeline::new(1, tours).unwrap();
        let after = change.apply(&before);
        let delta = rules.changed(&guard, &before, &change);
        let mut told = rules.check(&guard, &before);
        for gone in &delta.gone {
            let place = told.iter().position(|breach| breach == gone);
            prop_assert!(place.is_some(), "{gone:?} was never there");
            told.remove(place.unwrap());
        }
        prop_assert!(delta.come.iter().all(|come| !delta.gone.contains(come)));
        told.extend(delta.come);
        told.sort();
        prop_assert_eq!(told, rules.check(&guard, &after));
    }

    /// Whatever the roster, a breach is by something and has its place.
    #[test]
    fn a_breach_begins_in_a_tour_or_where_rest_should_have(tours in prop::collection::vec(tour(), 1..30)) {
        let (profiles, posts) = (rest(false), posts());
        let rules = Rules { profiles: &profiles, posts: &posts };
        let timeline = Timeline::new(1, tours).unwrap();
        for breach in rules.check(&guard(Employer::AgencyGuard), &timeline) {
            prop_assert!(breach.by > 0, "{breach:?}");
            let free = timeline.tours().iter().all(|tour| !tour.span.contains(breach.at));
            let may_be_free = matches!(
                breach.kind,
                Kind::WeeklyRest | Kind::MonthlyRest | Kind::StintOutside { .. } | Kind::Skill { .. }
                    | Kind::UnknownPost { .. } | Kind::AwayFromSite { .. }
            );
            prop_assert!(!free || may_be_free, "{breach:?}");
        }
    }
}
