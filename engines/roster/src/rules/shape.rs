//! Nobody is in two places at once, and a stint is part of its tour.

use super::{Basis, Breach, Kind, Line};
use crate::span::{Span, between};
use crate::tour::Tour;

/// Tours that begin before an earlier one ended; on standby counts as well.
pub fn overlap(line: &Line<'_>) -> Vec<Breach> {
    let spans = line.tours.iter().map(|tour| (tour.span, ()));
    at_once(line, spans, |()| Kind::Overlap)
}

/// Stints that begin before an earlier one ended, be it in the same tour or in another. What lies outside its tour is left
/// out: it is told by [`stint_outside`].
pub fn two_stints(line: &Line<'_>) -> Vec<Breach> {
    let mut stints: Vec<(Span, u32)> = line.tours.iter().flat_map(|tour| inside(tour)).collect();
    stints.sort_unstable();
    at_once(line, stints.into_iter(), |post| Kind::TwoStints { post })
}

/// Stints that are not wholly within their tour, by the minutes outside.
pub fn stint_outside(line: &Line<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for tour in line.tours {
        for stint in &tour.stints {
            let outside = stint.span.without(&[tour.span]);
            if let Some(first) = outside.first() {
                breaches.push(Breach {
                    at: first.starts(),
                    kind: Kind::StintOutside { post: stint.post },
                    guard: line.guard.number,
                    by: outside.iter().map(|span| span.minutes()).sum(),
                    basis: Basis::Nature,
                });
            }
        }
    }
    breaches
}

fn inside(tour: &Tour) -> impl Iterator<Item = (Span, u32)> {
    let stints = tour.stints.iter();
    stints.filter_map(|stint| Some((stint.span.common(tour.span)?, stint.post)))
}

/// One breach for each of the sorted spans that begins before all earlier ones ended.
fn at_once<T>(line: &Line<'_>, spans: impl Iterator<Item = (Span, T)>, kind: impl Fn(T) -> Kind) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut busy_until = None;
    for (span, what) in spans {
        if let Some(until) = busy_until.filter(|until| span.starts() < *until) {
            breaches.push(Breach {
                at: span.starts(),
                kind: kind(what),
                guard: line.guard.number,
                by: between(span.starts(), span.ends().min(until)),
                basis: Basis::Nature,
            });
        }
        busy_until = busy_until.max(Some(span.ends()));
    }
    breaches
}

#[cfg(test)]
mod tests {
    use crate::rules::Kind;
    use crate::rules::testing::{Case, night_tour};
    use crate::tour::{Stint, Tour};

    #[test]
    fn tours_at_once_are_told_with_the_later_one() {
        let case = Case::force();
        let mut duty = case.tour("2020-06-01 06:00", 480);
        duty.stints.clear();
        let ready = Tour::standby(1, case.span("2020-06-01 12:00", 300));
        let found = case.found(&[duty.clone(), ready.clone()], Kind::Overlap);
        assert_eq!(found, [("2020-06-01 12:00".to_owned(), 120)]);
        let touching = Tour::standby(1, case.span("2020-06-01 14:00", 300));
        assert_eq!(case.found(&[duty, touching], Kind::Overlap), []);
    }

    #[test]
    fn a_stint_outside_its_tour_is_told_to_the_minute() {
        let case = Case::force();
        let mut tour = case.tour("2020-06-01 06:00", 480);
        tour.stints = vec![Stint {
            post: 1,
            span: case.span("2020-06-01 05:50", 500),
        }];
        let kind = Kind::StintOutside { post: 1 };
        assert_eq!(case.found(&[tour.clone()], kind), [("2020-06-01 05:50".to_owned(), 20)]);
        tour.stints[0].span = tour.span;
        assert_eq!(case.found(&[tour], kind), []);
    }

    #[test]
    fn two_posts_at_once_are_told_with_the_second() {
        let case = Case::force();
        let mut tour = night_tour(&case);
        let later = Stint {
            post: 2,
            span: case.span("2020-06-01 23:00", 60),
        };
        tour.stints = vec![
            later,
            Stint {
                post: 1,
                span: case.span("2020-06-01 22:00", 90),
            },
        ];
        assert_eq!(
            case.found(&[tour], Kind::TwoStints { post: 2 }),
            [("2020-06-01 23:00".to_owned(), 30)]
        );
    }
}
