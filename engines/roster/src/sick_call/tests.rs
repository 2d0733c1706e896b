//! A site with one post, manned from 06:00 to 18:00 and on to 06:00; a second site beside it and a third far away.

use super::{Absence, Answer, Reason, Roster, Terms, Way, options};
use crate::fraction::Fraction;
use crate::guard::{Guard, Guards, Leave, Post, Posts};
use crate::need::{Hours, Need};
use crate::profile::{Employer, profiles};
use crate::rules::testing::{at, shown};
use crate::rules::{Kind, Rules};
use crate::span::Span;
use crate::tour::{Timeline, Tour};
use std::collections::{BTreeMap, BTreeSet};

struct World {
    posts: Posts,
    guards: Guards,
    timelines: BTreeMap<u32, Timeline>,
    burden: BTreeMap<u32, Fraction>,
    terms: Terms,
}

impl World {
    /// Guard 1 has the day of 2 June, guard 2 the night, guard 3 the day of 3 June.
    fn new() -> Self {
        let post = |site| Post {
            site,
            skills: Vec::new(),
        };
        let mut world = Self {
            posts: Posts::from([(1, post(1)), (2, post(2)), (3, post(3))]),
            guards: Guards::new(),
            timelines: BTreeMap::new(),
            burden: BTreeMap::new(),
            terms: Terms::default(),
        };
        world.tour(1, 1, "2020-06-02 06:00", 720);
        world.tour(2, 1, "2020-06-02 18:00", 720);
        world.tour(3, 1, "2020-06-03 06:00", 720);
        world
    }

    fn guard(&mut self, number: u32, site: u32) -> &mut Guard {
        self.guards.entry(number).or_insert_with(|| Guard {
            number,
            employer: Employer::Force,
            site,
            skills: Vec::new(),
            leave: Vec::new(),
        })
    }

    fn add(&mut self, tour: Tour) {
        let line = self
            .timelines
            .entry(tour.guard)
            .or_insert_with(|| Timeline::empty(tour.guard));
        line.add(tour).unwrap();
    }

    fn tour(&mut self, number: u32, post: u32, starts: &str, minutes: u32) {
        self.guard(number, post);
        self.add(Tour::on_post(number, Span::lasting(at(starts), minutes).unwrap(), post));
    }

    /// Guard 2 is absent.
    fn ask(&self, known: &str) -> Answer {
        let need = Need {
            post: 1,
            heads: 1,
            hours: Hours::Always,
            from: "2020-01-01".parse().unwrap(),
            until: None,
        };
        let roster = Roster {
            rules: Rules {
                profiles: profiles(),
                posts: &self.posts,
            },
            guards: &self.guards,
            timelines: &self.timelines,
            needs: &[need],
            overlays: &[],
            neighbours: &BTreeSet::from([(2, 1)]),
            burden: &self.burden,
        };
        options(
            &roster,
            Absence {
                guard: 2,
                known: at(known),
            },
            &self.terms,
        )
        .unwrap()
    }
}

/// Who, how, from when for how long; and what stays uncovered.
type Shown = (Vec<(u32, Way, String, u32)>, u64);

fn told(answer: &Answer) -> Vec<Shown> {
    let plans = answer.best.iter().map(|plan| {
        let moves = plan.moves.iter();
        let moves = moves.map(|one| (one.guard, one.way, shown(one.span.starts()), one.span.minutes()));
        (moves.collect(), plan.uncovered)
    });
    plans.collect()
}

fn reason(answer: &Answer, guard: u32) -> Option<&Reason> {
    answer
        .rejected
        .iter()
        .find(|one| one.guard == guard)
        .map(|one| &one.reason)
}

#[test]
fn those_before_and_after_share_the_night_as_far_as_they_may() {
    let mut world = World::new();
    let answer = world.ask("2020-06-02 12:00");
    assert_eq!((answer.hole.uncovered, answer.hole.site), (720, 1));
    let (evening, early) = ("2020-06-02 18:00", "2020-06-03 02:00");
    let both = vec![
        (1, Way::Stays, evening.to_owned(), 240),
        (3, Way::Early, early.to_owned(), 240),
    ];
    assert_eq!(told(&answer)[0], (both, 240));
    world.terms.extend_minutes = 360;
    let both = vec![
        (1, Way::Stays, evening.to_owned(), 360),
        (3, Way::Early, "2020-06-03 00:00".to_owned(), 360),
    ];
    assert_eq!(told(&world.ask("2020-06-02 12:00"))[0], (both, 0));
}

#[test]
fn nobody_stays_into_the_rest_before_the_next_tour() {
    let mut world = World::new();
    // from 18:00 to 08:37 are 14 hours and 36 minutes, twelve of them are rest
    world.tour(1, 1, "2020-06-03 08:36", 60);
    let answer = world.ask("2020-06-02 12:00");
    let alone = told(&answer)
        .into_iter()
        .find(|(moves, _)| moves.len() == 1 && moves[0].0 == 1)
        .unwrap();
    assert_eq!(
        alone,
        (vec![(1, Way::Stays, "2020-06-02 18:00".to_owned(), 156)], 720 - 156)
    );
    world.tour(1, 1, "2020-06-03 06:00", 60);
    assert!(matches!(
        reason(&world.ask("2020-06-02 12:00"), 1),
        Some(Reason::Breaks(_))
    ));
}

#[test]
fn whoever_is_ready_comes_first_and_the_one_before_bridges() {
    let mut world = World::new();
    world.guard(4, 1);
    world.add(Tour::standby(4, Span::lasting(at("2020-06-02 06:00"), 1_440).unwrap()));
    world.guard(5, 1);
    world.guard(6, 2);
    let answer = world.ask("2020-06-02 12:00");
    let evening = "2020-06-02 18:00".to_owned();
    let plans = told(&answer);
    assert_eq!(plans[0], (vec![(4, Way::Standby, evening.clone(), 720)], 0));
    assert_eq!(plans[1], (vec![(5, Way::Free, evening.clone(), 720)], 0));
    assert_eq!(plans[2], (vec![(6, Way::Neighbour, evening.clone(), 720)], 0));
    // known when it begins: someone has to stay until another comes
    let late = told(&world.ask("2020-06-02 18:00"));
    let bridge = |until| (1, Way::Stays, "2020-06-02 18:00".to_owned(), until);
    assert_eq!(
        late[0],
        (
            vec![bridge(30), (4, Way::Standby, "2020-06-02 18:30".to_owned(), 690)],
            0
        )
    );
    assert_eq!(
        late[1],
        (vec![bridge(60), (5, Way::Free, "2020-06-02 19:00".to_owned(), 660)], 0)
    );
    assert_eq!(
        late[3],
        (vec![(4, Way::Standby, "2020-06-02 18:30".to_owned(), 690)], 30)
    );
}

#[test]
fn who_has_carried_less_is_asked_first() {
    let mut world = World::new();
    world.guard(4, 1);
    world.guard(5, 1);
    world.burden.insert(4, Fraction::ONE);
    let first = |world: &World| world.ask("2020-06-02 12:00").best[0].moves[0].guard;
    assert_eq!(first(&world), 5);
    world.burden.insert(5, Fraction::new(3, 2).unwrap());
    assert_eq!(first(&world), 4);
}

#[test]
fn everyone_who_cannot_has_a_reason() {
    let mut world = World::new();
    world.guard(4, 3);
    world.tour(5, 2, "2020-06-02 22:00", 480);
    world.guard(6, 1).leave = vec![Leave {
        from: "2020-06-03".parse().unwrap(),
        until: "2020-06-05".parse().unwrap(),
    }];
    world.guard(7, 2).employer = Employer::AgencyGuard;
    world.tour(8, 1, "2020-06-02 03:00", 480);
    for number in 9..16 {
        world.guard(number, 1);
    }
    let answer = world.ask("2020-06-02 12:00");
    assert_eq!(reason(&answer, 4), Some(&Reason::FarAway));
    assert!(matches!(reason(&answer, 5), Some(Reason::OnDuty(tour)) if shown(tour.starts()) == "2020-06-02 22:00"));
    for (guard, kind, by) in [
        (6, Kind::Leave, 360),
        (7, Kind::AwayFromSite { post: 1 }, 720),
        (8, Kind::Rest, 300),
    ] {
        let Some(Reason::Breaks(breaches)) = reason(&answer, guard) else {
            panic!("{guard}: {:?}", reason(&answer, guard));
        };
        assert_eq!(
            breaches
                .iter()
                .map(|breach| (breach.kind, breach.by))
                .collect::<Vec<_>>(),
            [(kind, by)]
        );
    }
    assert_eq!(
        answer.best.iter().map(|plan| plan.moves[0].guard).collect::<Vec<_>>(),
        [9, 10, 11, 12, 13]
    );
    assert_eq!(reason(&answer, 14), Some(&Reason::Outranked));
    // the last minutes of the night, when no one of these can be there any more
    let late = world.ask("2020-06-03 05:30");
    assert_eq!(late.hole.uncovered, 30);
    assert_eq!(
        (reason(&late, 9), reason(&late, 3)),
        (Some(&Reason::TooLate), Some(&Reason::TooLate))
    );
    assert!(late.best.is_empty());
}

#[test]
fn an_order_shows_what_it_breaks() {
    let mut world = World::new();
    world.tour(8, 1, "2020-06-02 03:00", 480);
    world.terms.breaches_allowed = true;
    let answer = world.ask("2020-06-02 12:00");
    assert_eq!(
        (
            answer.best[0].moves[0].guard,
            answer.best[0].uncovered,
            answer.best[0].breaches()
        ),
        (8, 0, 1)
    );
}

#[test]
fn nobody_is_called_where_nobody_is_needed() {
    let mut world = World::new();
    world.tour(4, 1, "2020-06-02 18:00", 720);
    let answer = world.ask("2020-06-02 12:00");
    assert_eq!(told(&answer), [(vec![], 0)]);
    assert_eq!(reason(&answer, 1), Some(&Reason::NoUse));
}
