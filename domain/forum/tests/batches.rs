//! Opinions appear together, in an order drawn by lot, and get their numbers then.

mod common;

use base::fact::{Entropy, Exposure, SealedRef};
use common::{Desk, MANDATE, minute, no, receipt};
use forum::events::{LawfulReason, STATEMENT};
use forum::publication::{self, BATCH_OPINIONS_MAX, BATCH_OPINIONS_MIN};
use forum::{Event, OpinionState, Refusal, opinion};
use std::collections::BTreeSet;

const MORNING: &str = "2020-03-02T02:10:00Z";

#[test]
fn four_wait_and_five_appear_at_once() {
    let mut desk = Desk::open(MORNING);
    let mut opinions = desk.cleared(BATCH_OPINIONS_MIN as u16 - 1);
    assert!(desk.batch().is_empty());
    opinions.extend(desk.cleared(1));
    let mut batch = desk.batch();
    let first = &desk.forums.forums[&no(1)];
    assert!(
        first
            .published
            .iter()
            .map(|(number, opinion)| (*number, *opinion))
            .eq((1..).zip(batch.iter().copied()))
    );
    batch.sort_unstable();
    assert_eq!(batch, opinions);
    assert!(first.cleared.is_empty());
    assert!(desk.batch().is_empty(), "once");
}

#[test]
fn fewer_appear_when_the_hour_is_over() {
    let mut desk = Desk::open(MORNING);
    let early = desk.cleared(1);
    desk.now = minute("2020-03-02T02:59:00Z");
    assert!(desk.batch().is_empty());
    desk.now = minute("2020-03-02T03:00:00Z");
    // Whoever was read in the new hour goes along: the more together, the less a number tells.
    let late = desk.cleared(2);
    let mut batch = desk.batch();
    batch.sort_unstable();
    assert_eq!(batch, [early, late].concat());
    assert_eq!(
        desk.forums.forums[&no(1)].published.keys().copied().collect::<Vec<_>>(),
        [1, 2, 3]
    );
    let next = desk.cleared(1);
    assert!(desk.batch().is_empty());
    desk.now = minute("2020-03-02T04:00:00Z");
    assert_eq!(desk.batch(), next);
    assert_eq!(desk.forums.opinions[&next[0]].state, OpinionState::Published(4));
}

#[test]
fn unread_and_refused_opinions_never_appear() {
    let mut desk = Desk::open(MORNING);
    let (held, refused) = (desk.submit(0).unwrap(), desk.submit(1).unwrap());
    let proposed = opinion::refuse(&desk.forums, MANDATE, refused, LawfulReason::Insult).unwrap();
    desk.take(proposed);
    desk.now = minute("2020-03-30T00:00:00Z");
    assert!(desk.batch().is_empty());
    for opinion in [held, refused] {
        assert_eq!(desk.forums.exposure(SealedRef::new(opinion, STATEMENT)), Exposure::Held);
    }
}

#[test]
fn more_than_fit_in_one_batch_follow_in_the_next() {
    let mut desk = Desk::open(MORNING);
    let all = desk.cleared(BATCH_OPINIONS_MAX as u16 + 7);
    let (first, second) = (desk.batch(), desk.batch());
    assert_eq!((first.len(), second.len()), (BATCH_OPINIONS_MAX, 7));
    assert!(desk.batch().is_empty());
    let published: BTreeSet<u64> = first.iter().chain(&second).copied().collect();
    assert_eq!(published, all.into_iter().collect());
    let numbers = desk.forums.forums[&no(1)].published.keys().copied();
    assert!(numbers.eq(1..=BATCH_OPINIONS_MAX as u32 + 7));
}

#[test]
fn the_order_is_drawn_by_lot_and_by_nothing_else() {
    let mut desk = Desk::open(MORNING);
    let opinions = desk.cleared(40);
    let draw = |seed: u8| -> Vec<u64> {
        let due = publication::due(&desk.forums, &mut Entropy::new([seed; 32]), desk.now);
        match &due[..] {
            [one] => match &one.event {
                Event::OpinionsPublished(e) => e.opinions.iter().map(|one| one.opinion).collect(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    };
    let mut draws = BTreeSet::new();
    // Where the first to be read comes out: a fair lot leaves no corner empty.
    let mut quarters = [0; 4];
    for seed in 0..=255 {
        let drawn = draw(seed);
        assert_eq!(draw(seed), drawn, "the same lot, the same order");
        let mut sorted = drawn.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, opinions, "a permutation");
        quarters[drawn.iter().position(|opinion| *opinion == opinions[0]).unwrap() / 10] += 1;
        draws.insert(drawn);
    }
    assert_eq!(draws.len(), 256, "no two lots give the same order");
    assert!(quarters.iter().all(|count| (32..=96).contains(count)), "{quarters:?}");
}

#[test]
fn closing_keeps_what_waits_publishable() {
    let mut desk = Desk::open(MORNING);
    let cleared = desk.cleared(1);
    let (late, refused, taken_back) = (
        desk.submit(10).unwrap(),
        desk.submit(11).unwrap(),
        desk.submit(12).unwrap(),
    );
    desk.now = minute("2020-04-02T00:00:00Z");
    // In one tick: closed, the votes counted, and what was read appears.
    let due = desk.tick();
    assert!(
        matches!(
            &due[..],
            [
                Event::CollectingClosed(_),
                Event::VotesPublished(_),
                Event::OpinionsPublished(_)
            ]
        ),
        "{due:?}"
    );
    assert_eq!(desk.forums.opinions[&cleared[0]].state, OpinionState::Published(1));
    desk.clear(late).unwrap();
    let proposed = opinion::refuse(&desk.forums, MANDATE, refused, LawfulReason::OffSubject).unwrap();
    desk.take(proposed);
    let (_, proposed) = opinion::withdraw(&desk.forums, receipt(12)).unwrap();
    desk.take(proposed);
    desk.now = minute("2020-04-02T01:00:00Z");
    assert_eq!(desk.batch(), [late]);
    let states = [refused, taken_back].map(|opinion| desk.forums.opinions[&opinion].state);
    assert_eq!(
        states,
        [OpinionState::Refused(LawfulReason::OffSubject), OpinionState::Withdrawn]
    );
    assert!(desk.forums.forums[&no(1)].held.is_empty());
}

#[test]
fn what_is_taken_back_after_reading_misses_the_batch() {
    let mut desk = Desk::open(MORNING);
    let opinions = desk.cleared(5);
    let (own, proposed) = opinion::withdraw(&desk.forums, receipt(2)).unwrap();
    assert_eq!(own, opinions[2]);
    desk.take(proposed);
    assert!(desk.batch().is_empty(), "four again");
    desk.now = minute("2020-03-02T03:00:00Z");
    let batch = desk.batch();
    assert_eq!(batch.len(), 4);
    assert!(!batch.contains(&own));
    assert_eq!(
        opinion::withdraw(&desk.forums, receipt(2)).unwrap_err(),
        Refusal::Withdrawn
    );
}
