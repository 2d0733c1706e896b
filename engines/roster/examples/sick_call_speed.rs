//! How long it takes to say who could stand in: 10,000 absences drawn over a month, and over a year; and what it takes to
//! judge one change of a timeline, and all of it.
//!
//! `cargo run --release -p roster --example sick_call_speed`. Eight sites, 14 posts with 19 heads, 95 guards: four crews on
//! each head, twelve hours by day, twelve by night, two days off; 19 more who are on standby in turn or free, every sixth of
//! the agency, some on leave. Absences are known at any minute from twelve hours before a tour until its end.

use base::time::{Date, Minute};
use roster::guard::{Guard, Guards, Leave, Post, Posts};
use roster::need::{Hours, Need};
use roster::pattern::Pattern;
use roster::profile::{Employer, profiles};
use roster::rules::{Change, Rules};
use roster::sick_call::{Absence, Roster, Terms, options};
use roster::span::{DAY, Span, earlier, later};
use roster::tour::{Timeline, Tour};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::hint::black_box;
use std::io::{self, Write};
use std::time::Instant;

const ABSENCES: usize = 10_000;
const SITES: u32 = 8;
const POSTS: u32 = 14;
/// Posts with two heads; the others have one.
const DOUBLE_POSTS: u32 = 5;
const GUARDS: u32 = 95;
const CREWS: u32 = 4;
const MORNING: u32 = 6 * 60;

/// Numbers that look drawn, the same each time (a linear congruential generator, Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(end)) as u32
    }
}

struct World {
    posts: Posts,
    needs: Vec<Need>,
    guards: Guards,
    timelines: BTreeMap<u32, Timeline>,
}

fn world(dice: &mut Dice, from: Date, days: u32) -> Result<World, Box<dyn Error>> {
    let mut world = World {
        posts: Posts::new(),
        needs: Vec::new(),
        guards: Guards::new(),
        timelines: BTreeMap::new(),
    };
    let until = from.add_days(days as i32 - 1);
    let pattern = Pattern::day_night_off_off(MORNING).ok_or("no pattern")?;
    let mut number = 0;
    for post in 0..POSTS {
        let (site, heads) = (post % SITES, 1 + u16::from(post < DOUBLE_POSTS));
        world.posts.insert(
            post,
            Post {
                site,
                skills: Vec::new(),
            },
        );
        world.needs.push(Need {
            post,
            heads,
            hours: Hours::Always,
            from,
            until: None,
        });
        for _ in 0..heads {
            let tours = pattern.lay(from.add_days(-(dice.below(4) as i32)), from, until);
            for crew in 0..CREWS {
                let of_crew = tours.iter().filter(|tour| tour.crew == crew);
                let tours = of_crew.map(|tour| Tour::on_post(number, tour.span, post)).collect();
                world.timelines.insert(number, Timeline::new(number, tours)?);
                world.guards.insert(number, guard(number, site, dice, from, days));
                number += 1;
            }
        }
    }
    for number in number..GUARDS {
        let mut tours = Vec::new();
        for day in (number % 3..days).step_by(3) {
            let starts = later(from.add_days(day as i32).starts_at(), MORNING);
            tours.extend(Span::lasting(starts, DAY).map(|span| Tour::standby(number, span)));
        }
        world.timelines.insert(number, Timeline::new(number, tours)?);
        world
            .guards
            .insert(number, guard(number, number % SITES, dice, from, days));
    }
    Ok(world)
}

fn guard(number: u32, site: u32, dice: &mut Dice, from: Date, days: u32) -> Guard {
    let begins = from.add_days(dice.below(days) as i32);
    let leave = Leave {
        from: begins,
        until: begins.add_days(4),
    };
    Guard {
        number,
        employer: if number % 6 == 5 {
            Employer::AgencyGuard
        } else {
            Employer::Force
        },
        site,
        skills: Vec::new(),
        leave: if number.is_multiple_of(7) {
            vec![leave]
        } else {
            Vec::new()
        },
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout();
    let from = Date::new(2020, 1, 1).ok_or("no such day")?;
    for days in [31, 366] {
        let mut dice = Dice(1);
        let world = world(&mut dice, from, days)?;
        let neighbours: BTreeSet<(u32, u32)> = (0..SITES).map(|site| (site, (site + 1) % SITES)).collect();
        let roster = Roster {
            rules: Rules {
                profiles: profiles(),
                posts: &world.posts,
            },
            guards: &world.guards,
            timelines: &world.timelines,
            needs: &world.needs,
            overlays: &[],
            neighbours: &neighbours,
            burden: &BTreeMap::new(),
        };
        let tours: Vec<&Tour> = world
            .timelines
            .values()
            .flat_map(Timeline::tours)
            .filter(|tour| tour.is_work())
            .collect();
        let (mut took, mut changes, mut checks) = (Vec::new(), Vec::new(), Vec::new());
        let (mut early, mut covered, mut told, mut unexplained) = (0, [0, 0], 0, 0);
        for _ in 0..ABSENCES {
            let tour = tours[dice.below(tours.len() as u32) as usize];
            let earliest = earlier(tour.span.starts(), DAY / 2);
            let known: Minute = later(earliest, dice.below(DAY / 2 + tour.span.minutes()));
            let started = Instant::now();
            let answer = options(
                &roster,
                Absence {
                    guard: tour.guard,
                    known,
                },
                &Terms::default(),
            );
            took.push(started.elapsed());
            let (guard, timeline) = (&world.guards[&tour.guard], &world.timelines[&tour.guard]);
            let change = Change::remove(tour.clone());
            let started = Instant::now();
            black_box(roster.rules.changed(guard, timeline, &change));
            changes.push(started.elapsed());
            let started = Instant::now();
            black_box(roster.rules.check(guard, timeline));
            checks.push(started.elapsed());
            let answer = answer.ok_or("a tour on a post, and no answer")?;
            let is_early = known < tour.span.starts();
            early += usize::from(is_early);
            let whole = answer.best.first().is_some_and(|plan| plan.uncovered == 0);
            covered[usize::from(is_early)] += usize::from(whole);
            told += answer.best.len();
            let named: BTreeSet<u32> = (answer.rejected.iter().map(|one| one.guard))
                .chain(
                    answer
                        .best
                        .iter()
                        .flat_map(|plan| plan.moves.iter().map(|one| one.guard)),
                )
                .collect();
            unexplained += world.guards.len() - 1 - named.len();
        }
        writeln!(out, "{days} days, {} guards, {} tours", world.guards.len(), tours.len())?;
        for (what, times) in [
            ("an absence", &mut took),
            ("a change judged", &mut changes),
            ("a whole timeline", &mut checks),
        ] {
            times.sort();
            let at = |per_mille: usize| times[(ABSENCES - 1) * per_mille / 1_000];
            writeln!(
                out,
                "  {what}: p50 {:?}, p99 {:?}, longest {:?}",
                at(500),
                at(990),
                at(1_000)
            )?;
        }
        writeln!(
            out,
            "  wholly covered {} of {early} known before the tour, {} of {} later; plans told {told}, guards without a word {unexplained}",
            covered[1],
            covered[0],
            ABSENCES - early
        )?;
    }
    Ok(())
}
