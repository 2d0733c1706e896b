//! What is missing when someone is absent.

use super::{Absence, Roster};
use crate::coverage::{Presence, cover, presences, totals};
use crate::need::{Level, levels};
use crate::span::{Span, merged};
use crate::tour::Stint;
use std::collections::BTreeSet;

/// What an absent guard leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hole {
    /// The absent guard.
    pub guard: u32,
    /// The rest of the tour.
    pub span: Span,
    /// The stints in it.
    pub stints: Vec<Stint>,
    /// The site, by its first post.
    pub site: u32,
    /// Minutes that are uncovered as long as nobody stands in, each as often as heads are missing.
    pub uncovered: u64,
    /// By post: what it takes in the stints, and who else is there.
    posts: Vec<(u32, Vec<Level>, Vec<Presence>)>,
}

impl Hole {
    pub(super) fn of(roster: &Roster<'_>, absence: Absence) -> Option<Self> {
        let tour = roster.timelines.get(&absence.guard)?.next_work(absence.known)?;
        let span = Span::new(tour.span.starts().max(absence.known), tour.span.ends())?;
        let stints = clipped(&tour.stints, span);
        let first = stints.iter().min_by_key(|stint| stint.span)?.post;
        let numbers: BTreeSet<u32> = stints.iter().map(|stint| stint.post).collect();
        let others = || {
            roster
                .timelines
                .values()
                .filter(|timeline| timeline.guard() != absence.guard)
        };
        let posts = numbers.into_iter().map(|post| {
            let here = merged(stints.iter().filter(|stint| stint.post == post).map(|stint| stint.span));
            let needed = here
                .into_iter()
                .flat_map(|part| levels(post, roster.needs, roster.overlays, part));
            (post, needed.collect(), presences(others(), post, span))
        });
        let mut hole = Self {
            guard: absence.guard,
            span,
            site: roster
                .rules
                .posts
                .get(&first)
                .map_or(roster.guards.get(&absence.guard)?.site, |post| post.site),
            posts: posts.collect(),
            stints,
            uncovered: 0,
        };
        hole.uncovered = hole.uncovered_with(&[]);
        Some(hole)
    }

    /// The stints in a part of it.
    pub(super) fn part(&self, span: Span) -> Vec<Stint> {
        clipped(&self.stints, span)
    }

    /// Minutes that are uncovered when these guards take these stints.
    pub(super) fn uncovered_with(&self, taken: &[(u32, &[Stint])]) -> u64 {
        let of_post = |(post, levels, others): &(u32, Vec<Level>, Vec<Presence>)| {
            let mut here = others.clone();
            for (guard, stints) in taken {
                let there = stints.iter().filter(|stint| stint.post == *post);
                here.extend(there.map(|stint| Presence {
                    span: stint.span,
                    guard: *guard,
                }));
            }
            totals(&cover(levels, &here)).missing
        };
        self.posts.iter().map(of_post).sum()
    }
}

fn clipped(stints: &[Stint], span: Span) -> Vec<Stint> {
    let parts = stints.iter().filter_map(|stint| {
        let span = stint.span.common(span)?;
        Some(Stint { span, ..*stint })
    });
    parts.collect()
}
