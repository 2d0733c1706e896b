//! What is known of a guard and a post: skills on the day, leave, the agency's own site.

use super::{Basis, Breach, Kind, Line};
use crate::guard::Post;
use crate::profile::Employer;
use crate::span::Span;
use crate::tour::Stint;

/// Stints on posts that ask for a skill the guard has not, or has not any more; and stints on posts that nobody knows.
pub fn skills(line: &Line<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for stint in stints(line) {
        let Some(post) = line.posts.get(&stint.post) else {
            breaches.extend(told(line, Kind::UnknownPost { post: stint.post }, &[stint.span]));
            continue;
        };
        for &skill in &post.skills {
            let without = stint.span.without(&line.guard.skilled(skill));
            let kind = Kind::Skill {
                post: stint.post,
                skill,
            };
            breaches.extend(told(line, kind, &without));
        }
    }
    breaches
}

/// Tours, on standby too, that reach into days of leave.
pub fn leave(line: &Line<'_>) -> Vec<Breach> {
    if line.guard.leave.is_empty() {
        return Vec::new();
    }
    let away = crate::span::merged(line.guard.away());
    let tours = line.tours.iter().filter_map(|tour| {
        let parts: Vec<Span> = away.iter().filter_map(|days| days.common(tour.span)).collect();
        told(line, Kind::Leave, &parts)
    });
    tours.collect()
}

/// Stints of the agency's guards at another site than their own.
pub fn site(line: &Line<'_>) -> Vec<Breach> {
    if line.guard.employer != Employer::AgencyGuard {
        return Vec::new();
    }
    let elsewhere = |post: &Post| post.site != line.guard.site;
    let away = stints(line).filter(|stint| line.posts.get(&stint.post).is_some_and(elsewhere));
    let breaches = away.filter_map(|stint| told(line, Kind::AwayFromSite { post: stint.post }, &[stint.span]));
    breaches.collect()
}

fn stints<'a>(line: &'a Line<'_>) -> impl Iterator<Item = &'a Stint> {
    line.tours.iter().flat_map(|tour| &tour.stints)
}

/// One breach over all these minutes, if there are any.
fn told(line: &Line<'_>, kind: Kind, spans: &[Span]) -> Option<Breach> {
    Some(Breach {
        at: spans.first()?.starts(),
        kind,
        guard: line.guard.number,
        by: spans.iter().map(|span| span.minutes()).sum(),
        basis: Basis::Record,
    })
}

#[cfg(test)]
mod tests {
    use crate::guard::{Leave, Post, Skill};
    use crate::rules::Kind;
    use crate::rules::testing::Case;
    use crate::tour::Tour;

    #[test]
    fn a_skill_ends_at_midnight() {
        let mut case = Case::force();
        case.posts.insert(
            3,
            Post {
                site: 1,
                skills: vec![40],
            },
        );
        let night = Tour::on_post(1, case.span("2020-02-29 18:00", 720), 3);
        let kind = Kind::Skill { post: 3, skill: 40 };
        assert_eq!(
            case.found(std::slice::from_ref(&night), kind),
            [("2020-02-29 18:00".to_owned(), 720)]
        );
        let day = |text: &str| text.parse().unwrap();
        let first = Skill {
            number: 40,
            from: day("2019-03-01"),
            until: Some(day("2020-02-29")),
        };
        case.guard.skills.push(first);
        assert_eq!(
            case.found(std::slice::from_ref(&night), kind),
            [("2020-03-01 00:00".to_owned(), 360)]
        );
        case.guard.skills.push(Skill {
            from: day("2020-03-01"),
            until: None,
            ..first
        });
        assert_eq!(case.found(&[night], kind), []);
    }

    #[test]
    fn leave_begins_at_midnight() {
        let mut case = Case::force();
        let day = |text: &str| text.parse().unwrap();
        case.guard.leave = vec![Leave {
            from: day("2020-03-01"),
            until: day("2020-03-07"),
        }];
        let tours = [
            case.tour("2020-02-29 18:00", 720),
            Tour::standby(1, case.span("2020-03-07 23:00", 90)),
        ];
        let wanted = [
            ("2020-03-01 00:00".to_owned(), 360),
            ("2020-03-07 23:00".to_owned(), 60),
        ];
        assert_eq!(case.found(&tours, Kind::Leave), wanted);
    }

    #[test]
    fn the_agencys_guards_stay_at_its_site() {
        for (case, wanted) in [(Case::agency(), 1), (Case::force(), 0)] {
            let tour = Tour::on_post(1, case.span("2024-06-03 06:00", 480), 2);
            assert_eq!(case.posts[&2].site, 2);
            assert_eq!(case.found(&[tour], Kind::AwayFromSite { post: 2 }).len(), wanted);
            let home = Tour::on_post(1, case.span("2024-06-03 06:00", 480), 1);
            assert_eq!(case.breaches(&[home]), []);
        }
    }

    #[test]
    fn a_post_that_nobody_knows_is_told() {
        let case = Case::force();
        let tour = Tour::on_post(1, case.span("2024-06-03 06:00", 480), 99);
        let found = case.found(&[tour], Kind::UnknownPost { post: 99 });
        assert_eq!(found, [("2024-06-03 06:00".to_owned(), 480)]);
    }
}
