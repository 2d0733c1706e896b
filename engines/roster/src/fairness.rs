//! Who carries how much of what nobody likes: nights, weekend days, holidays, standby, call-outs.
//!
//! A load is divided by the days someone was available, so that leave makes nobody look spared. Who came later than the
//! others starts at the mean, not at nothing: for the days before, as much is credited as everyone carried on average.
//! The numbers are for sharing out the next tours; they are a list for those it is about, and no ranking of people.

use crate::fraction::Fraction;
use crate::guard::Guard;
use crate::profile::Profile;
use crate::rules::nights;
use crate::span::{Span, merged};
use crate::tour::{Timeline, Tour};
use base::time::Date;
use base::workdays::is_weekend;
use std::collections::BTreeSet;

/// Kinds of load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Nights worked, as the rest rules count them.
    Nights,
    /// Saturdays and Sundays with duty.
    WeekendDays,
    /// Holidays with duty.
    HolidayDays,
    /// Tours of standby.
    Standby,
    /// Times called.
    CallOuts,
}

/// What one guard carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// The guard's number.
    pub guard: u32,
    /// By [`Kind`].
    counts: [u32; 5],
    /// Days of the period on which the guard could have had duty.
    pub available: u32,
    /// Days of the period before the guard came.
    pub before: u32,
}

/// Where one guard stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The guard's number.
    pub guard: u32,
    /// Load a day; of newcomers with the credit for the days before.
    pub rate: Fraction,
    /// The rate by the mean rate: 1 is as much as everybody; `None` when nobody carried anything.
    pub share: Option<Fraction>,
}

/// How one kind of load is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// All loads by all days.
    pub mean: Fraction,
    /// Everybody, by number.
    pub standings: Vec<Standing>,
    /// The greatest rate less the smallest.
    pub spread: Fraction,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Nights,
        Self::WeekendDays,
        Self::HolidayDays,
        Self::Standby,
        Self::CallOuts,
    ];
}

impl Load {
    /// Nothing carried in so many days.
    pub fn none(guard: u32, available: u32, before: u32) -> Self {
        Self {
            guard,
            counts: [0; 5],
            available,
            before,
        }
    }

    /// The same with a number of one kind.
    pub fn with(mut self, kind: Kind, count: u32) -> Self {
        self.counts[kind as usize] = count;
        self
    }

    /// How much of one kind.
    pub fn count(&self, kind: Kind) -> u32 {
        self.counts[kind as usize]
    }
}

/// What a guard carried from `from` to `until`, both included. Tours count where they begin, days where there was duty.
/// `came` is the guard's first day, `call_outs` how often the guard was called: a roster does not know it.
pub fn load(
    guard: &Guard,
    profile: &Profile,
    timeline: &Timeline,
    (from, until): (Date, Date),
    came: Date,
    holidays: &BTreeSet<Date>,
    call_outs: u32,
) -> Load {
    let days = |span: Option<Span>| span.map_or(0, |span| span.days().count() as u32);
    let period = Span::of_days(from, until);
    let there = Span::of_days(from.max(came), until);
    let away: Vec<Span> = there.map_or_else(Vec::new, |there| {
        merged(guard.away().into_iter().filter_map(|leave| leave.common(there)))
    });
    let leave: u32 = away.into_iter().map(|span| days(Some(span))).sum();
    let tours: Vec<&Tour> = period.map_or_else(Vec::new, |period| timeline.during(period).collect());
    let work = || tours.iter().copied().filter(|tour| tour.is_work());
    let worked: BTreeSet<Date> = work()
        .flat_map(|tour| tour.span.days())
        .filter(|day| (from..=until).contains(day))
        .collect();
    let nights = nights::worked(profile, work())
        .into_iter()
        .filter(|night| (from..=until).contains(&night.evening));
    let begun = |tour: &&&Tour| tour.standby && period.is_some_and(|period| period.contains(tour.span.starts()));
    Load::none(guard.number, days(there) - leave, days(period) - days(there))
        .with(Kind::Nights, nights.count() as u32)
        .with(
            Kind::WeekendDays,
            worked.iter().filter(|day| is_weekend(**day)).count() as u32,
        )
        .with(Kind::HolidayDays, worked.intersection(holidays).count() as u32)
        .with(Kind::Standby, tours.iter().filter(begun).count() as u32)
        .with(Kind::CallOuts, call_outs)
}

/// How one kind is shared among guards; `None` when nobody was available on any day, or the numbers are beyond counting.
pub fn sharing(kind: Kind, loads: &[Load]) -> Option<Sharing> {
    let carried: u128 = loads.iter().map(|load| u128::from(load.count(kind))).sum();
    let days: u128 = loads.iter().map(|load| u128::from(load.available)).sum();
    let mean = Fraction::new(carried, days)?;
    let mut standings = Vec::with_capacity(loads.len());
    for load in loads {
        let rate = rate(load, kind, mean)?;
        let share = if carried == 0 {
            None
        } else {
            Some(rate.divided_by(mean)?)
        };
        standings.push(Standing {
            guard: load.guard,
            rate,
            share,
        });
    }
    standings.sort_by_key(|standing| standing.guard);
    let rates = || standings.iter().map(|standing| standing.rate);
    let spread = rates().max()?.less(rates().min()?)?;
    Some(Sharing {
        mean,
        standings,
        spread,
    })
}

/// Load a day, with the mean for each day before the guard came; of someone who was never available the mean itself.
fn rate(load: &Load, kind: Kind, mean: Fraction) -> Option<Fraction> {
    let own = u128::from(load.count(kind)).checked_mul(mean.under())?;
    let credit = mean.over().checked_mul(load.before.into())?;
    let days = u128::from(load.available) + u128::from(load.before);
    if load.available == 0 {
        return Some(mean);
    }
    Fraction::new(own.checked_add(credit)?, mean.under().checked_mul(days)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::Leave;
    use crate::rules::testing::Case;

    fn fraction(over: u128, under: u128) -> Fraction {
        Fraction::new(over, under).unwrap()
    }

    #[test]
    fn leave_makes_nobody_look_spared() {
        let loads = [
            Load::none(1, 30, 0).with(Kind::Nights, 10),
            Load::none(2, 15, 0).with(Kind::Nights, 5),
        ];
        let told = sharing(Kind::Nights, &loads).unwrap();
        assert_eq!((told.mean, told.spread), (fraction(1, 3), Fraction::ZERO));
        assert!(
            told.standings
                .iter()
                .all(|standing| standing.share == Some(Fraction::ONE))
        );
    }

    #[test]
    fn a_newcomer_starts_at_the_mean() {
        let old = [
            Load::none(1, 300, 0).with(Kind::Nights, 100),
            Load::none(2, 300, 0).with(Kind::Nights, 50),
        ];
        let newcomer = Load::none(3, 0, 300);
        let told = sharing(Kind::Nights, &[old[0], old[1], newcomer]).unwrap();
        assert_eq!(told.standings[2].rate, fraction(1, 4));
        // after three days without a night still nearly the mean, and not at the front of the queue by far
        let told = sharing(Kind::Nights, &[old[0], old[1], Load::none(3, 3, 297)]).unwrap();
        let mean = fraction(150, 603);
        assert_eq!(
            (told.mean, told.standings[2].rate),
            (mean, fraction(150 * 297, 603 * 300))
        );
        assert_eq!(told.spread, fraction(1, 3).less(fraction(1, 6)).unwrap());
    }

    #[test]
    fn a_kind_that_nobody_carried_has_no_share() {
        let told = sharing(Kind::Standby, &[Load::none(1, 30, 0)]).unwrap();
        assert_eq!((told.mean, told.standings[0].share), (Fraction::ZERO, None));
        assert_eq!(sharing(Kind::Standby, &[Load::none(1, 0, 5)]), None);
        assert_eq!(sharing(Kind::Standby, &[]), None);
    }

    #[test]
    fn what_a_timeline_holds_is_counted_within_the_period() {
        let mut case = Case::force();
        let day = |text: &str| text.parse::<Date>().unwrap();
        case.guard.leave = vec![
            Leave {
                from: day("2020-02-10"),
                until: day("2020-02-12"),
            },
            Leave {
                from: day("2020-02-12"),
                until: day("2020-02-13"),
            },
        ];
        let tours = vec![
            // Friday night into Saturday 1 February: the night is January's, the Saturday February's
            case.tour("2020-01-31 22:00", 480),
            case.tour("2020-02-28 22:00", 480),
            // the night of the leap day, a Saturday, into a Sunday of March
            case.tour("2020-02-29 22:00", 480),
            Tour::standby(1, case.span("2020-02-20 06:00", 720)),
            Tour::standby(1, case.span("2020-03-01 06:00", 720)),
        ];
        let line = Timeline::new(1, tours).unwrap();
        let february = (day("2020-02-01"), day("2020-02-29"));
        let holidays = BTreeSet::from([day("2020-02-28"), day("2020-03-01")]);
        let told = load(
            &case.guard,
            case.profile(),
            &line,
            february,
            day("2020-02-05"),
            &holidays,
            2,
        );
        assert_eq!((told.available, told.before), (25 - 4, 4));
        let counts = Kind::ALL.map(|kind| told.count(kind));
        assert_eq!(counts, [2, 2, 1, 1, 2]);
        let later = load(
            &case.guard,
            case.profile(),
            &line,
            february,
            day("2020-03-05"),
            &holidays,
            0,
        );
        assert_eq!((later.available, later.before), (0, 29));
    }
}
