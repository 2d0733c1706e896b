//! Figures from what was measured: percentiles, medians, and how they are written.

use std::time::Duration;

/// Nanoseconds in a millisecond.
const NANOS_PER_MS: f64 = 1e6;

/// How long each of many things took.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<u64>);

impl Times {
    /// Takes them in any order.
    pub fn new(mut nanos: Vec<u64>) -> Times {
        nanos.sort_unstable();
        Times(nanos)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time that so many of a thousand did not exceed, in milliseconds (nearest rank); 0 of nothing.
    pub fn per_mille(&self, share: usize) -> f64 {
        let rank = (self.0.len() * share).div_ceil(1_000);
        let nanos = self.0.get(rank.saturating_sub(1)).copied().unwrap_or_default();
        nanos as f64 / NANOS_PER_MS
    }

    /// Half of them took no longer, in milliseconds.
    pub fn p50(&self) -> f64 {
        self.per_mille(500)
    }

    /// 99 of a hundred took no longer, in milliseconds.
    pub fn p99(&self) -> f64 {
        self.per_mille(990)
    }
}

/// A time as nanoseconds.
pub fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

/// The middle one; of an even number the mean of the two in the middle; 0 of nothing.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |index: usize| values.get(index).copied().unwrap_or_default();
    match values.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => at(odd / 2),
        even => f64::midpoint(at(even / 2 - 1), at(even / 2)),
    }
}

/// Without decimals, with a comma after every three digits.
pub fn whole(value: f64) -> String {
    let digits = format!("{:.0}", value.max(0.0));
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Milliseconds with as many decimals as say something.
pub fn ms(value: f64) -> String {
    match value {
        small if small < 1.0 => format!("{small:.3}"),
        middle if middle < 100.0 => format!("{middle:.1}"),
        large => whole(large),
    }
}

/// A ratio.
pub fn times(value: f64) -> String {
    format!("{value:.2}×")
}

/// Whether a goal is met, in a word.
pub fn met(is_met: bool) -> &'static str {
    if is_met { "met" } else { "**not met**" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: u64 = 1_000_000;

    #[test]
    fn percentiles_go_by_the_nearest_rank() {
        let hundred = Times::new((1..=100).rev().map(|n| n * MS).collect());
        assert_eq!((hundred.p50(), hundred.p99()), (50.0, 99.0));
        assert_eq!((hundred.per_mille(0), hundred.per_mille(1_000)), (1.0, 100.0));
        let one = Times::new(vec![7 * MS]);
        assert_eq!((one.p50(), one.p99(), one.len()), (7.0, 7.0, 1));
        let two = Times::new(vec![3 * MS, MS]);
        assert_eq!((two.p50(), two.p99()), (1.0, 3.0));
        assert_eq!(Times::default().p99(), 0.0);
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(median(vec![9.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 9.0]), 3.0);
        assert_eq!((median(vec![5.0]), median(Vec::new())), (5.0, 0.0));
    }

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(
            [0.0, 999.4, 999.6, 1_000.0, 1_234_567.0].map(whole),
            ["0", "999", "1,000", "1,000", "1,234,567"]
        );
        assert_eq!([0.0304, 4.26, 1_234.0].map(ms), ["0.030", "4.3", "1,234"]);
        assert_eq!(times(12.345), "12.35×");
    }
}
