//! Small numbers: what may be shown of how many people said what, on every screen, in every file.
//!
//! | answers | shown |
//! |---|---|
//! | fewer than 10 | how many took part |
//! | 10 to 19 | counts |
//! | 20 and more | counts, per cent, Wilson's 95 % interval |
//!
//! While votes are open every figure is a multiple of 5, and moves only after 5 voices have spoken. What voices from
//! slips said is shown apart from what others said only where neither part is small: one could be had from the other.

use crate::events::Choice;
use serde::{Deserialize, Serialize};

/// Fewer answers than this: only how many took part.
pub const COUNTS_FROM: u32 = 10;
/// From this many answers on: per cent and interval too.
pub const SHARES_FROM: u32 = 20;
/// While votes are open figures are multiples of this, and move after so many voices.
pub const STEP: u32 = 5;
/// From this many voices on, rows of votes are published.
pub const ROWS_FROM: u32 = 50;

/// How many said what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Counts {
    /// Agree.
    pub agree: u32,
    /// Disagree.
    pub disagree: u32,
    /// Do not know yet.
    pub pass: u32,
}

impl Counts {
    /// All answers.
    pub const fn answers(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// Both together.
    pub const fn and(self, other: Counts) -> Counts {
        Counts {
            agree: self.agree + other.agree,
            disagree: self.disagree + other.disagree,
            pass: self.pass + other.pass,
        }
    }

    /// One more.
    pub const fn add(&mut self, choice: Choice) {
        match choice {
            Choice::Agree => self.agree += 1,
            Choice::Disagree => self.disagree += 1,
            Choice::Pass => self.pass += 1,
        }
    }

    /// One less.
    pub const fn take(&mut self, choice: Choice) {
        let of = match choice {
            Choice::Agree => &mut self.agree,
            Choice::Disagree => &mut self.disagree,
            Choice::Pass => &mut self.pass,
        };
        *of = of.saturating_sub(1);
    }

    /// How many said this.
    pub const fn of(self, choice: Choice) -> u32 {
        match choice {
            Choice::Agree => self.agree,
            Choice::Disagree => self.disagree,
            Choice::Pass => self.pass,
        }
    }

    /// Each rounded down to a multiple of [`STEP`].
    pub const fn in_steps(self) -> Counts {
        Counts {
            agree: steps(self.agree),
            disagree: steps(self.disagree),
            pass: steps(self.pass),
        }
    }
}

/// Rounded down to a multiple of [`STEP`].
pub const fn steps(number: u32) -> u32 {
    number - number % STEP
}

/// A share of all answers, in thousandths, with Wilson's 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The share.
    pub permille: u32,
    /// The lower end of the interval, rounded down.
    pub low: u32,
    /// The upper end of the interval, rounded up.
    pub high: u32,
}

/// What may be shown of an opinion's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// How many took part.
    TookPart(u32),
    /// How many said what.
    Counts(Counts),
    /// The same with shares: agree, disagree, pass.
    Shares(Counts, [Share; 3]),
}

impl Shown {
    /// Answers it speaks of.
    pub const fn answers(self) -> u32 {
        match self {
            Shown::TookPart(answers) => answers,
            Shown::Counts(counts) | Shown::Shares(counts, _) => counts.answers(),
        }
    }

    /// The counts, where they may be shown.
    pub const fn counts(self) -> Option<Counts> {
        match self {
            Shown::TookPart(_) => None,
            Shown::Counts(counts) | Shown::Shares(counts, _) => Some(counts),
        }
    }
}

/// What may be shown once votes are closed.
pub fn closed(counts: Counts) -> Shown {
    let answers = counts.answers();
    if answers < COUNTS_FROM {
        Shown::TookPart(answers)
    } else if answers < SHARES_FROM {
        Shown::Counts(counts)
    } else {
        let shares = [counts.agree, counts.disagree, counts.pass].map(|some| wilson(some, answers));
        Shown::Shares(counts, shares)
    }
}

/// What may be shown while votes are open, of counts that moved in steps.
pub fn open(shown: Counts) -> Shown {
    if shown.answers() < COUNTS_FROM {
        return Shown::TookPart(steps(shown.answers()));
    }
    // Judged again after rounding: what is shown obeys the table by itself.
    match closed(shown.in_steps()) {
        Shown::TookPart(_) => Shown::TookPart(steps(shown.answers())),
        shown => shown,
    }
}

/// What voices from slips and others said, apart; none where a part is small.
pub fn apart(verified: Counts, drawn: Counts) -> Option<[Shown; 2]> {
    let large = |counts: Counts| counts.answers() >= COUNTS_FROM;
    (large(verified) && large(drawn)).then(|| [closed(verified), closed(drawn)])
}

/// 1.96² in ten-thousandths: the normal quantile of a 95 % interval (E. B. Wilson, 1927).
const Z2_E4: u128 = 38_416;
const E4: u128 = 10_000;

/// The share of `some` in `of`, with Wilson's interval, in whole numbers: the same on every machine.
pub fn wilson(some: u32, of: u32) -> Share {
    if of == 0 {
        return Share {
            permille: 0,
            low: 0,
            high: 1_000,
        };
    }
    let (n, x) = (u128::from(of), u128::from(some.min(of)));
    let permille = ((1_000 * x + n / 2) / n) as u32;
    // (2x + z² ± z·sqrt(z² + 4x(n−x)/n)) / (2(n + z²)), everything times 10⁸; the root is of whole numbers times 10¹⁶.
    let centre = (2 * x * E4 + Z2_E4) * E4;
    let inner = Z2_E4 * Z2_E4 * E4 * E4 + 4 * x * (n - x) * Z2_E4 * E4 * E4 * E4 / n;
    let spread = inner.isqrt();
    let below = 2 * (n * E4 + Z2_E4) * E4;
    let low = (1_000 * centre.saturating_sub(spread + 1) / below) as u32;
    let high = (1_000 * (centre + spread + 1)).div_ceil(below) as u32;
    Share {
        permille,
        low: low.min(permille),
        high: high.min(1_000).max(permille),
    }
}
