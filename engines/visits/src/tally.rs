//! The numbers, and how they are kept.

use base::time::{Date, Minute};

/// What was counted over some time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Visits of people.
    pub visits: u64,
    /// Different readers of one day; over several days, the sum of the days.
    pub readers: u64,
    /// Page views by people.
    pub views: u64,
    /// Page views by machines.
    pub machine_views: u64,
    /// Openings of pages that are counted as views only, by whomever.
    pub views_only: u64,
    /// Those of [`Tally::views`] whose reader could not be told from others ([`crate::KEYS_MAX`]): above 0, visits and
    /// readers are at least what they say.
    pub beyond: u64,
}

/// Names of the numbers of a [`Tally`], in the order of [`Tally::numbers`].
const NAMES: [&str; 6] = ["visits", "readers", "views", "machine_views", "views_only", "beyond"];
/// What stands before the names.
const TODAY: &str = "visits.today.";
const CLOSED: &str = "visits.closed.";
/// The day of [`Saved::today`], as the second of its beginning.
const DAY: &str = "visits.day";
/// The day counting began, as the second of its beginning.
const SINCE: &str = "visits.since";

impl Tally {
    /// The sum of two.
    pub fn plus(self, other: Tally) -> Tally {
        let (mut sum, other) = (self.numbers(), other.numbers());
        for (a, b) in sum.iter_mut().zip(other) {
            *a = a.saturating_add(b);
        }
        Tally::of(sum)
    }

    fn numbers(self) -> [u64; 6] {
        [
            self.visits,
            self.readers,
            self.views,
            self.machine_views,
            self.views_only,
            self.beyond,
        ]
    }

    fn of([visits, readers, views, machine_views, views_only, beyond]: [u64; 6]) -> Tally {
        Tally {
            visits,
            readers,
            views,
            machine_views,
            views_only,
            beyond,
        }
    }
}

/// What the world may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The day counting began.
    pub since: Date,
    /// Readers of the last [`crate::ONLINE_MINUTES`].
    pub online: u64,
    /// Since the office's midnight. [`Tally::views_only`] is 0 here, see [`Figures::total`].
    pub today: Tally,
    /// Since counting began, today included. Only [`Tally::views_only`] ends with yesterday: a number that moved at once
    /// would tell whoever watches it when someone opens the page to write.
    pub total: Tally,
}

/// What is kept: numbers only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The day counting began; none before the first page.
    pub since: Option<Date>,
    /// The day that `today` is of; none before the first page.
    pub day: Option<Date>,
    /// The day that is not over.
    pub today: Tally,
    /// All days that are over.
    pub closed: Tally,
}

impl Saved {
    /// The numbers under the names they are kept by.
    pub fn numbers(&self) -> Vec<(String, u64)> {
        let parts = [(TODAY, self.today), (CLOSED, self.closed)];
        let tallies = parts.into_iter().flat_map(|(part, tally)| {
            let named = NAMES.into_iter().zip(tally.numbers());
            named.map(move |(name, number)| (format!("{part}{name}"), number))
        });
        let days = [(SINCE, self.since), (DAY, self.day)].into_iter();
        let days = days.filter_map(|(name, day)| Some((name.to_owned(), day?.starts_at().unix_secs())));
        tallies.chain(days).collect()
    }

    /// What [`Saved::numbers`] was made of. A number that is missing is 0, a day that is missing is none.
    pub fn from_numbers(number: impl Fn(&str) -> Option<u64>) -> Saved {
        let tally = |part: &str| Tally::of(NAMES.map(|name| number(&format!("{part}{name}")).unwrap_or(0)));
        let day = |name: &str| number(name).map(|second| Minute::from_unix_secs(second).office_date());
        Saved {
            since: day(SINCE),
            day: day(DAY),
            today: tally(TODAY),
            closed: tally(CLOSED),
        }
    }
}
