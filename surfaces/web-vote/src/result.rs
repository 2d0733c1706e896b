//! What all voices said: the page, the files, how anyone computes them again.

pub(crate) mod again;
pub(crate) mod file;
pub(crate) mod show;
mod words;

pub(crate) use words::ResultWords;

use forum::Forum;
use forum::small_numbers::{self, Shown};

/// Where an opinion stands between agreement and division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// Two thirds agree, and more than half surely do.
    Agreed,
    /// A quarter at least agrees, and a quarter at least does not.
    Divided,
    /// Neither.
    Open,
}

/// An opinion's place in the result.
pub(crate) struct Placed {
    pub(crate) number: u32,
    pub(crate) shown: Shown,
    pub(crate) standing: Standing,
    /// Thousandths that agree, for the order; 0 where shares are not shown.
    agree: u32,
}

/// Thousandths that must agree for an opinion to be agreed.
const AGREED_FROM: u32 = 667;
/// Thousandths that agree, and that do not, in an opinion people are divided about.
const DIVIDED_FROM: u32 = 250;

fn standing(shown: Shown) -> (Standing, u32) {
    match shown {
        Shown::Shares(_, [agree, disagree, _]) => {
            let standing = if agree.permille >= AGREED_FROM && agree.low > 500 {
                Standing::Agreed
            } else if agree.permille >= DIVIDED_FROM && disagree.permille >= DIVIDED_FROM {
                Standing::Divided
            } else {
                Standing::Open
            };
            (standing, agree.permille)
        }
        Shown::TookPart(_) | Shown::Counts(_) => (Standing::Open, 0),
    }
}

/// Every opinion of a forum whose votes are published: agreement first, division before the rest.
pub(crate) fn placed(forum: &Forum) -> Vec<Placed> {
    let place = |number: &u32| {
        let counts = forum
            .votes
            .tallies
            .get(number)
            .map(|tally| tally.all())
            .unwrap_or_default();
        let shown = small_numbers::closed(counts);
        let (standing, agree) = standing(shown);
        Placed {
            number: *number,
            shown,
            standing,
            agree,
        }
    };
    let mut all: Vec<Placed> = forum.published.keys().map(place).collect();
    all.sort_by_key(|one| {
        let order = match one.standing {
            // The most divided first: nearest to half.
            Standing::Divided => one.agree.abs_diff(500),
            Standing::Agreed | Standing::Open => 1_000 - one.agree,
        };
        (one.standing, order, one.number)
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::small_numbers::Counts;

    #[test]
    fn agreement_needs_two_thirds_and_more_than_half_surely() {
        let of = |agree, disagree, pass| standing(small_numbers::closed(Counts { agree, disagree, pass })).0;
        assert_eq!(of(90, 5, 5), Standing::Agreed);
        assert_eq!(
            of(14, 6, 0),
            Standing::Divided,
            "70 % of twenty is not surely more than half"
        );
        assert_eq!(of(50, 40, 10), Standing::Divided);
        assert_eq!(of(60, 10, 30), Standing::Open);
        assert_eq!(of(9, 0, 0), Standing::Open, "too few to say");
        assert_eq!(of(19, 0, 0), Standing::Open, "no shares below twenty");
    }
}
