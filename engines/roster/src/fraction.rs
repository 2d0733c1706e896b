//! Exact fractions, for shares that must come out the same everywhere.

use std::cmp::Ordering;
use std::fmt;

/// A fraction that is not negative, in lowest terms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    over: u128,
    under: u128,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self { over: 0, under: 1 };
    /// One.
    pub const ONE: Self = Self { over: 1, under: 1 };

    /// `over / under`; `None` when that is a division by zero.
    pub fn new(over: u128, under: u128) -> Option<Self> {
        let divisor = common_divisor(over, under);
        (under > 0).then(|| Self {
            over: over / divisor,
            under: under / divisor,
        })
    }

    /// What stands above the line.
    pub fn over(self) -> u128 {
        self.over
    }

    /// What stands below it; never 0.
    pub fn under(self) -> u128 {
        self.under
    }

    /// How much greater it is than a smaller one; 0 when the other is not smaller. `None` when that is more than fits.
    pub fn less(self, other: Self) -> Option<Self> {
        let over = self.over.checked_mul(other.under)?;
        let taken = other.over.checked_mul(self.under)?;
        Self::new(over.saturating_sub(taken), self.under.checked_mul(other.under)?)
    }

    /// How often another goes into it; `None` when that is zero, or more than fits.
    pub fn divided_by(self, other: Self) -> Option<Self> {
        Self::new(self.over.checked_mul(other.under)?, self.under.checked_mul(other.over)?)
    }

    /// In thousandths, rounded to the nearest: for showing.
    pub fn per_mille(self) -> u128 {
        let (whole, rest) = (self.over / self.under, self.over % self.under);
        let part = rest.saturating_mul(2_000).saturating_add(self.under) / self.under.saturating_mul(2);
        whole.saturating_mul(1_000).saturating_add(part)
    }
}

/// Compared part by part, as a continued fraction, so that nothing can overflow.
impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut one, mut two) = (*self, *other);
        let mut turned = false;
        loop {
            let whole = (one.over / one.under).cmp(&(two.over / two.under));
            let rests = (one.over % one.under, two.over % two.under);
            let order = match (whole, rests) {
                (Ordering::Equal, (0, 0)) => Ordering::Equal,
                (Ordering::Equal, (0, _)) => Ordering::Less,
                (Ordering::Equal, (_, 0)) => Ordering::Greater,
                (Ordering::Equal, (first, second)) => {
                    // the greater the rest, the smaller what it divides
                    one = Self {
                        over: one.under,
                        under: first,
                    };
                    two = Self {
                        over: two.under,
                        under: second,
                    };
                    turned = !turned;
                    continue;
                }
                (order, _) => order,
            };
            return if turned { order.reverse() } else { order };
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.over, self.under)
    }
}

impl fmt::Debug for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn common_divisor(mut one: u128, mut two: u128) -> u128 {
    while two > 0 {
        (one, two) = (two, one % two);
    }
    one.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(over: u128, under: u128) -> Fraction {
        Fraction::new(over, under).unwrap()
    }

    #[test]
    fn fractions_are_in_lowest_terms() {
        assert_eq!(of(6, 4).to_string(), "3/2");
        assert_eq!(of(0, 7), Fraction::ZERO);
        assert_eq!(Fraction::new(1, 0), None);
        assert_eq!(of(2, 3).per_mille(), 667);
        assert_eq!(of(5, 2).per_mille(), 2_500);
    }

    #[test]
    fn order_is_that_of_the_numbers() {
        for a in 0..12 {
            for b in 1..12 {
                for c in 0..12 {
                    for d in 1..12 {
                        assert_eq!(of(a, b).cmp(&of(c, d)), (a * d).cmp(&(c * b)), "{a}/{b} {c}/{d}");
                    }
                }
            }
        }
        let huge = of(u128::MAX, u128::MAX - 1);
        assert!(huge > Fraction::ONE && huge < of(u128::MAX - 1, u128::MAX - 2));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        let huge = of(u128::MAX, u128::MAX - 1);
        assert_eq!(huge.less(of(1, 3)), None);
        assert_eq!(of(1, 2).less(of(1, 3)), Some(of(1, 6)));
        assert_eq!(of(1, 3).less(of(1, 2)), Some(Fraction::ZERO));
        assert_eq!(of(1, 2).divided_by(of(3, 4)), Some(of(2, 3)));
        assert_eq!(of(1, 2).divided_by(Fraction::ZERO), None);
    }
}
