//! What guards do when: tours (ca trực), and within them stints (phiên gác) on posts.
//!
//! Rest rules bind the tour, coverage binds the stint: a sentry crew with relief is on tour all night and on the post for
//! two hours out of six. Numbers of guards and posts are given by whoever keeps them; nothing here knows a name.

use crate::span::Span;
use base::time::Minute;
use thiserror::Error;

/// Time on one post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stint {
    /// The post's number.
    pub post: u32,
    /// From when until when.
    pub span: Span,
}

/// Time on duty of one guard. That its stints lie within it is a rule, not a shape: a roster that breaks it can be told so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tour {
    /// From when until when.
    pub span: Span,
    /// The guard's number.
    pub guard: u32,
    /// Ready to be called, not on duty. Readiness is no work: it takes no rest before or after and counts no hours; but
    /// it is not weekly rest either, and nobody is ready while on duty.
    pub standby: bool,
    /// What it is spent on, in no order.
    pub stints: Vec<Stint>,
}

impl Tour {
    /// A tour on duty without stints.
    pub fn new(guard: u32, span: Span) -> Self {
        Self {
            span,
            guard,
            standby: false,
            stints: Vec::new(),
        }
    }

    /// A tour of readiness.
    pub fn standby(guard: u32, span: Span) -> Self {
        Self {
            standby: true,
            ..Self::new(guard, span)
        }
    }

    /// A tour that is spent on one post.
    pub fn on_post(guard: u32, span: Span, post: u32) -> Self {
        Self {
            stints: vec![Stint { post, span }],
            ..Self::new(guard, span)
        }
    }

    /// Whether it is duty, not readiness.
    pub fn is_work(&self) -> bool {
        !self.standby
    }
}

/// A tour was put into the timeline of another guard.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("a tour of guard {found} in the timeline of guard {timeline}")]
pub struct OtherGuard {
    /// Whose timeline it is.
    pub timeline: u32,
    /// Whose tour it was.
    pub found: u32,
}

/// All tours of one guard, sorted by start. Tours may overlap; that is a breach and no broken timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    guard: u32,
    tours: Vec<Tour>,
}

impl Timeline {
    /// The timeline of a guard without a tour.
    pub fn empty(guard: u32) -> Self {
        Self {
            guard,
            tours: Vec::new(),
        }
    }

    /// The timeline of a guard with these tours, in any order.
    ///
    /// # Errors
    /// When one of them is another guard's.
    pub fn new(guard: u32, mut tours: Vec<Tour>) -> Result<Self, OtherGuard> {
        if let Some(other) = tours.iter().find(|tour| tour.guard != guard) {
            return Err(OtherGuard {
                timeline: guard,
                found: other.guard,
            });
        }
        tours.sort();
        Ok(Self { guard, tours })
    }

    /// Whose it is.
    pub fn guard(&self) -> u32 {
        self.guard
    }

    /// The tours, sorted by start.
    pub fn tours(&self) -> &[Tour] {
        &self.tours
    }

    /// Puts a tour where it belongs.
    ///
    /// # Errors
    /// When it is another guard's.
    pub fn add(&mut self, tour: Tour) -> Result<(), OtherGuard> {
        if tour.guard != self.guard {
            return Err(OtherGuard {
                timeline: self.guard,
                found: tour.guard,
            });
        }
        let place = self.tours.partition_point(|other| *other <= tour);
        self.tours.insert(place, tour);
        Ok(())
    }

    /// Takes a tour out; false when it is not there.
    pub fn remove(&mut self, tour: &Tour) -> bool {
        let found = self.tours.binary_search(tour);
        if let Ok(place) = found {
            self.tours.remove(place);
        }
        found.is_ok()
    }

    /// The first tour on duty that is not over at this minute.
    pub fn next_work(&self, at: Minute) -> Option<&Tour> {
        self.tours.iter().find(|tour| tour.is_work() && tour.span.ends() > at)
    }

    /// The tours that have a minute in this span.
    pub fn during(&self, span: Span) -> impl Iterator<Item = &Tour> {
        let begun = self.tours.partition_point(|tour| tour.span.starts() < span.ends());
        self.tours[..begun]
            .iter()
            .filter(move |tour| tour.span.ends() > span.starts())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tour(guard: u32, from: u64, minutes: u32) -> Tour {
        Tour::new(
            guard,
            Span::lasting(Minute::from_unix_secs(from * 60), minutes).unwrap(),
        )
    }

    #[test]
    fn a_timeline_is_sorted_and_of_one_guard() {
        let mut line = Timeline::new(7, vec![tour(7, 500, 10), tour(7, 20, 480)]).unwrap();
        line.add(tour(7, 100, 5)).unwrap();
        let starts: Vec<u64> = line
            .tours()
            .iter()
            .map(|tour| tour.span.starts().unix_secs() / 60)
            .collect();
        assert_eq!(starts, [20, 100, 500]);
        let stranger = OtherGuard { timeline: 7, found: 8 };
        assert_eq!(line.add(tour(8, 0, 1)), Err(stranger));
        assert_eq!(Timeline::new(7, vec![tour(8, 0, 1)]), Err(stranger));
        assert!(line.remove(&tour(7, 100, 5)));
        assert!(!line.remove(&tour(7, 100, 5)));
        assert_eq!(line.tours().len(), 2);
    }

    #[test]
    fn long_tours_are_found_from_their_middle() {
        let line = Timeline::new(1, vec![tour(1, 0, 1_000), tour(1, 10, 5), tour(1, 2_000, 5)]).unwrap();
        let middle = Span::lasting(Minute::from_unix_secs(600 * 60), 10).unwrap();
        assert_eq!(line.during(middle).collect::<Vec<_>>(), [&tour(1, 0, 1_000)]);
        assert_eq!(line.next_work(middle.starts()), Some(&tour(1, 0, 1_000)));
        assert_eq!(
            line.next_work(Minute::from_unix_secs(1_000 * 60)),
            Some(&tour(1, 2_000, 5))
        );
    }
}
