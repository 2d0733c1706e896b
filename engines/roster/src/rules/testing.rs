//! What the tests of rules stand on: one guard at site 1, posts 1 (site 1) and 2 (site 2), times as the office's clocks show.

use super::{Breach, Kind, Line, Rules};
use crate::guard::{Guard, Post, Posts};
use crate::profile::{Employer, Profile, profiles};
use crate::span::{Span, later};
use crate::tour::{Timeline, Tour};
use base::time::{Date, Minute};

/// A guard and posts.
pub(crate) struct Case {
    pub(crate) guard: Guard,
    pub(crate) posts: Posts,
}

impl Case {
    fn of(employer: Employer) -> Self {
        let post = |site| Post {
            site,
            skills: Vec::new(),
        };
        Self {
            guard: Guard {
                number: 1,
                employer,
                site: 1,
                skills: Vec::new(),
                leave: Vec::new(),
            },
            posts: Posts::from([(1, post(1)), (2, post(2))]),
        }
    }

    pub(crate) fn force() -> Self {
        Self::of(Employer::Force)
    }

    pub(crate) fn agency() -> Self {
        Self::of(Employer::AgencyGuard)
    }

    pub(crate) fn profile(&self) -> &'static Profile {
        profiles().of(self.guard.employer)
    }

    pub(crate) fn span(&self, starts: &str, minutes: u32) -> Span {
        Span::lasting(at(starts), minutes).unwrap()
    }

    pub(crate) fn tour(&self, starts: &str, minutes: u32) -> Tour {
        Tour::on_post(1, self.span(starts, minutes), 1)
    }

    pub(crate) fn line<'a>(&'a self, tours: &'a [&'a Tour]) -> Line<'a> {
        Line {
            guard: &self.guard,
            profile: self.profile(),
            posts: &self.posts,
            tours,
        }
    }

    pub(crate) fn breaches(&self, tours: &[Tour]) -> Vec<Breach> {
        let timeline = Timeline::new(1, tours.to_vec()).unwrap();
        let rules = Rules {
            profiles: profiles(),
            posts: &self.posts,
        };
        rules.check(&self.guard, &timeline)
    }

    /// Breaches of one kind: when by the office's clocks, and by how much.
    pub(crate) fn found(&self, tours: &[Tour], kind: Kind) -> Vec<(String, u32)> {
        let breaches = self.breaches(tours).into_iter().filter(|breach| breach.kind == kind);
        breaches.map(|breach| (shown(breach.at), breach.by)).collect()
    }
}

/// The minute at which the office's clocks show `2020-02-29 18:00`.
pub(crate) fn at(shown: &str) -> Minute {
    let (day, clock) = shown.split_once(' ').unwrap();
    let (hour, minute) = clock.split_once(':').unwrap();
    let day: Date = day.parse().unwrap();
    later(
        day.starts_at(),
        hour.parse::<u32>().unwrap() * 60 + minute.parse::<u32>().unwrap(),
    )
}

/// What the office's clocks show.
pub(crate) fn shown(minute: Minute) -> String {
    let (hour, past) = minute.office_clock();
    format!("{} {hour:02}:{past:02}", minute.office_date())
}

/// A tour from 22:00 to 06:00.
pub(crate) fn night_tour(case: &Case) -> Tour {
    case.tour("2020-06-01 22:00", 480)
}
