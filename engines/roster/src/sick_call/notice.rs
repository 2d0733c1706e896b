//! Whether someone can be called without being woken.

use super::Terms;
use crate::profile::Profile;
use crate::rules::nights;
use crate::span::{DAY, Span, between, later};
use crate::tour::{Timeline, Tour};
use base::time::Minute;

/// Whether all minutes from `known` to `latest`, in which a call would do, are ones of sleep: nights off duty, and the hours
/// after a night on duty.
pub(super) fn wakes(profile: &Profile, timeline: &Timeline, terms: &Terms, known: Minute, latest: Minute) -> bool {
    let latest = latest.max(known);
    // nobody sleeps a day and a night
    let (Some(window), true) = (Span::new(known, later(latest, 1)), between(known, latest) < DAY) else {
        return false;
    };
    // a tour of the night before reaches into its sleep
    let around = Span::new(crate::span::earlier(known, 2 * DAY), later(latest, 1)).unwrap_or(window);
    let work: Vec<&Tour> = timeline.during(around).filter(|tour| tour.is_work()).collect();
    let nights = window.first_day().add_days(-1).days_until(window.last_day());
    let nights = (0..=nights).filter_map(|day| profile.night(window.first_day().add_days(day - 1)));
    let after = work
        .iter()
        .filter(|tour| !nights::worked(profile, std::iter::once(**tour)).is_empty());
    let after = after.filter_map(|tour| Span::lasting(tour.span.ends(), terms.sleep_minutes));
    let duty: Vec<Span> = work.iter().map(|tour| tour.span).collect();
    let asleep: Vec<Span> = nights.chain(after).flat_map(|sleep| sleep.without(&duty)).collect();
    window.without(&asleep).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{Case, at};

    #[test]
    fn who_sleeps_when_the_telephone_rings() {
        let case = Case::force();
        let night = case.tour("2020-06-01 22:00", 480);
        let line = |tours: &[Tour]| Timeline::new(1, tours.to_vec()).unwrap();
        for (tours, known, latest, wanted) in [
            (vec![], "2020-06-02 02:00", "2020-06-02 02:00", true),
            (vec![], "2020-06-02 05:00", "2020-06-02 05:59", true),
            (vec![], "2020-06-02 05:00", "2020-06-02 06:00", false),
            (vec![], "2020-06-02 12:00", "2020-06-02 11:00", false),
            // on duty at night one is awake, in the morning after it not, in the afternoon again
            (vec![night.clone()], "2020-06-02 02:00", "2020-06-02 02:00", false),
            (vec![night.clone()], "2020-06-02 06:00", "2020-06-02 13:59", true),
            (vec![night], "2020-06-02 06:00", "2020-06-02 14:00", false),
            (vec![], "2020-06-02 23:00", "2020-06-05 03:00", false),
        ] {
            let told = wakes(case.profile(), &line(&tours), &Terms::default(), at(known), at(latest));
            assert_eq!(told, wanted, "{known} {latest}");
        }
    }
}
