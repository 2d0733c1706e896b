//! The table of small numbers at every boundary, the intervals, and what watching a card can tell.

mod common;

use common::hall::{Hall, cases};
use forum::events::Choice;
use forum::small_numbers::{self, COUNTS_FROM, Counts, SHARES_FROM, STEP, Shown, apart, closed, open, steps, wilson};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every way in which so many answer.
fn splits(answers: u32) -> impl Iterator<Item = Counts> {
    (0..=answers).flat_map(move |agree| {
        (0..=answers - agree).map(move |disagree| Counts {
            agree,
            disagree,
            pass: answers - agree - disagree,
        })
    })
}

#[test]
fn the_table_as_it_is_published() {
    assert_eq!(
        (COUNTS_FROM, SHARES_FROM, STEP, small_numbers::ROWS_FROM),
        (10, 20, 5, 50)
    );
    for answers in 0..=45 {
        for counts in splits(answers) {
            match (closed(counts), answers) {
                (Shown::TookPart(told), 0..=9) => assert_eq!(told, answers),
                (Shown::Counts(told), 10..=19) => assert_eq!(told, counts),
                (Shown::Shares(told, shares), 20..) => {
                    assert_eq!(told, counts);
                    for (choice, share) in Choice::ALL.into_iter().zip(shares) {
                        assert_eq!(share, wilson(counts.of(choice), answers));
                    }
                }
                (shown, _) => panic!("{answers}: {shown:?}"),
            }
            assert_eq!(closed(counts).answers(), answers);
        }
    }
}

#[test]
fn while_votes_are_open_every_figure_is_a_multiple_of_five_and_none_is_small() {
    for answers in 0..=45 {
        for counts in splits(answers) {
            let shown = open(counts);
            assert_eq!(shown.answers() % STEP, 0, "{counts:?}: {shown:?}");
            assert!(shown.answers() <= answers);
            if let Some(told) = shown.counts() {
                assert!(answers >= 10 && told.answers() >= 10, "{counts:?}: {shown:?}");
                for choice in Choice::ALL {
                    assert_eq!(told.of(choice), steps(counts.of(choice)));
                }
                assert_eq!(matches!(shown, Shown::Shares(..)), told.answers() >= 20);
            } else {
                assert_eq!(shown, Shown::TookPart(steps(answers)));
            }
        }
    }
    // Thirteen answers whose rounded parts are nothing: only how many took part.
    let scattered = Counts {
        agree: 4,
        disagree: 4,
        pass: 5,
    };
    assert_eq!(open(scattered), Shown::TookPart(10));
    let twelve = Counts {
        agree: 9,
        disagree: 3,
        pass: 0,
    };
    assert_eq!(
        open(twelve),
        Shown::TookPart(10),
        "five of them alone would be a small number"
    );
}

#[test]
fn parts_are_shown_apart_only_where_neither_is_small() {
    for verified in 0..=24 {
        for drawn in 0..=24 {
            let counts = |answers: u32| Counts {
                agree: answers / 2,
                disagree: answers - answers / 2,
                pass: 0,
            };
            let (verified, drawn) = (counts(verified), counts(drawn));
            match apart(verified, drawn) {
                Some(parts) => {
                    assert!(verified.answers() >= COUNTS_FROM && drawn.answers() >= COUNTS_FROM);
                    assert_eq!(parts, [closed(verified), closed(drawn)]);
                    assert!(parts.iter().all(|part| part.counts().is_some()));
                }
                None => assert!(verified.answers() < COUNTS_FROM || drawn.answers() < COUNTS_FROM),
            }
        }
    }
}

/// Whether a share of k in a thousand is inside Wilson's interval: (x − np)² ≤ z²·n·p(1−p), p = k/1000, z² = 1.96², in
/// whole numbers.
fn is_inside(some: u32, of: u32, k: i128) -> bool {
    let (x, n) = (i128::from(some), i128::from(of));
    let distance = 1_000 * x - n * k;
    10_000 * distance * distance <= 38_416 * n * k * (1_000 - k)
}

#[test]
fn wilsons_interval_contains_the_true_one_and_is_rounded_by_no_more_than_a_thousandth() {
    for n in 1..=300_u32 {
        for x in 0..=n {
            let share = wilson(x, n);
            let (low, high) = (i128::from(share.low), i128::from(share.high));
            let exactly = 2_000 * i128::from(x) - 2 * i128::from(n) * i128::from(share.permille);
            assert!(
                exactly.abs() <= i128::from(n),
                "{x}/{n}: the share is the nearest thousandth"
            );
            assert!(0 <= low && share.low <= share.permille && share.permille <= share.high && high <= 1_000);
            // Nothing inside lies outside of what is told.
            assert!(
                !is_inside(x, n, low - 1) && !is_inside(x, n, high + 1),
                "{x}/{n}: {share:?}"
            );
            // And what is told is no wider than the next thousandth.
            assert!(is_inside(x, n, low + 1) || low + 1 > 1_000, "{x}/{n}: {share:?}");
            assert!(is_inside(x, n, high - 1) || high < 1, "{x}/{n}: {share:?}");
            let mirrored = wilson(n - x, n);
            assert_eq!(
                (mirrored.low, mirrored.high),
                (1_000 - share.high, 1_000 - share.low),
                "{x}/{n}"
            );
        }
    }
}

#[test]
fn wilson_at_the_ends_of_what_there_is() {
    assert_eq!(
        wilson(0, 0),
        small_numbers::Share {
            permille: 0,
            low: 0,
            high: 1_000
        }
    );
    assert_eq!(
        wilson(0, 20),
        small_numbers::Share {
            permille: 0,
            low: 0,
            high: 162
        }
    );
    assert_eq!(
        wilson(20, 20),
        small_numbers::Share {
            permille: 1_000,
            low: 838,
            high: 1_000
        }
    );
    // Published example: 10 of 20 is 0.299 to 0.701.
    assert_eq!(
        wilson(10, 20),
        small_numbers::Share {
            permille: 500,
            low: 299,
            high: 701
        }
    );
    assert_eq!(wilson(9, 3), wilson(3, 3), "more than all is all");
    let most = wilson(u32::MAX, u32::MAX);
    assert_eq!((most.permille, most.high), (1_000, 1_000));
    assert!(wilson(u32::MAX / 2, u32::MAX).low >= 499);
}

static HALL: LazyLock<Hall> = LazyLock::new(|| {
    let mut hall = Hall::open();
    hall.publish(1);
    hall.slips(1..SLIPS).unwrap();
    hall
});

/// Voices before this one came from slips.
const SLIPS: u32 = 30;

/// Many voices, and a few that change their answers all the time.
fn a_vote() -> impl Strategy<Value = (u32, Choice)> {
    let voice = prop_oneof![1..60_u32, 1..4_u32, 31..34_u32];
    (voice, prop::sample::select(Choice::ALL.to_vec()))
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn between_two_states_of_a_card_nothing_changed_or_five_slips_spoke_for_the_first_time(
        votes in prop::collection::vec(a_vote(), 0..250),
    ) {
        let mut hall = HALL.clone();
        let shown = |hall: &Hall| {
            let tally = hall.forum().votes.tallies.get(&1).cloned().unwrap_or_default();
            open(tally.shown)
        };
        let mut last = shown(&hall);
        prop_assert_eq!(last, Shown::TookPart(0));
        let (mut spoke, mut ever) = (BTreeSet::new(), BTreeSet::new());
        for (voice, choice) in votes {
            // Voices that anybody can draw, and answers that are changed, move nothing, however many they are.
            if hall.vote(voice, 1, choice).unwrap() && voice < SLIPS && ever.insert(voice) {
                spoke.insert(voice);
            }
            let now = shown(&hall);
            if now != last {
                prop_assert!(spoke.len() >= 5, "{last:?} → {now:?} after {spoke:?}");
                (last, spoke) = (now, BTreeSet::new());
            }
        }
        // What is shown never runs ahead of what was said, nor more than a step of voices behind.
        let tally = hall.forum().votes.tallies.get(&1).cloned().unwrap_or_default();
        prop_assert!(tally.verified.answers() - tally.shown.answers() < STEP);
    }
}
