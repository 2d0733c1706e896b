//! Streams of random acts by random people: whatever they do, nothing recorded is a fault and what must hold holds.

mod common;

use base::fact::{Exposure, SealedRef};
use common::hall::stream::{act, an_act, start};
use common::hall::{Hall, cases};
use forum::clause::{Clause, ClauseState};
use forum::contest::ContestState;
use forum::events::STATEMENT;
use forum::small_numbers::open;
use forum::{Event, Forum, OpinionState, Stage, results};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// From one to so many, without a gap.
fn counted<'a>(numbers: impl Iterator<Item = &'a u32>) -> Result<(), TestCaseError> {
    let numbers: Vec<u32> = numbers.copied().collect();
    prop_assert_eq!(
        &numbers,
        &(1..=numbers.len() as u32).collect::<Vec<_>>(),
        "numbers without a gap"
    );
    Ok(())
}

fn clauses(forum: &Forum) -> Vec<((u32, u32), Clause)> {
    let all = forum.directives.iter();
    all.flat_map(|(number, one)| {
        one.clauses
            .iter()
            .map(|clause| ((*number, clause.clause), clause.clone()))
    })
    .collect()
}

/// What holds in every state.
fn invariants(hall: &Hall) -> Result<(), TestCaseError> {
    let forum = hall.forum();
    counted(forum.published.keys())?;
    counted(forum.answers.keys())?;
    counted(forum.findings.keys())?;
    counted(forum.contests.keys())?;
    counted(forum.directives.keys())?;
    counted(forum.voices.batches.keys())?;
    let all = clauses(forum);
    let evidence: BTreeSet<u32> = all
        .iter()
        .flat_map(|(_, clause)| clause.evidence.keys().copied())
        .collect();
    counted(evidence.iter())?;
    prop_assert_eq!(forum.last_evidence as usize, evidence.len());

    let seen = forum.seen(hall.log.len() as u64);
    prop_assert_eq!(seen.received, forum.received);
    for (seq, opinion) in &hall.forums.opinions {
        let places = [
            (forum.held.contains(seq), opinion.state == OpinionState::Held),
            (forum.cleared.contains_key(seq), opinion.state == OpinionState::Cleared),
            (
                forum.refused.contains(seq),
                matches!(opinion.state, OpinionState::Refused(_)),
            ),
            (forum.withdrawn.contains(seq), opinion.state == OpinionState::Withdrawn),
            (
                forum.taken_down.contains(seq),
                matches!(opinion.state, OpinionState::TakenDown(..)),
            ),
            (
                forum.private.contains(seq),
                matches!(opinion.state, OpinionState::Private(_)),
            ),
        ];
        for (listed, is) in places {
            prop_assert_eq!(listed, is, "{:?}", opinion);
        }
        if let OpinionState::Published(number) | OpinionState::TakenDown(number, _) = opinion.state {
            prop_assert_eq!(forum.published.get(&number), Some(seq));
            prop_assert!(!opinion.is_unconfirmed_turn());
        }
        let public = matches!(opinion.state, OpinionState::Published(_));
        let shown = hall.forums.exposure(SealedRef::new(*seq, STATEMENT)) == Exposure::Public;
        prop_assert_eq!(shown, public);
    }

    let tallied: u32 = forum.votes.tallies.values().map(|tally| tally.all().answers()).sum();
    prop_assert_eq!(u64::from(tallied), forum.votes.answers);
    for tally in forum.votes.tallies.values() {
        let shown = open(tally.shown);
        prop_assert!(shown.answers().is_multiple_of(5) && shown.counts().is_none_or(|counts| counts.answers() >= 10));
    }
    let used: u32 = forum.voices.batches.values().map(|batch| batch.used).sum();
    prop_assert_eq!(used, forum.voices.verified_count);
    if let Some(published) = &forum.votes_published {
        prop_assert_eq!(published.result, results::digest(forum));
    }
    prop_assert_eq!(forum.votes_published.is_some(), forum.closed_at.is_some());

    let in_force = forum.stage >= Stage::Concluded && forum.stage != Stage::Cancelled;
    prop_assert_eq!(forum.is_concluded(), in_force);
    prop_assert!(!in_force || forum.votes_published.is_some());
    for (_, clause) in &all {
        prop_assert_ne!(clause.owner, clause.verifier);
        prop_assert_eq!(clause.due.is_some(), in_force);
        let shown = hall.forums.exposure(clause.task) == Exposure::Public;
        prop_assert_eq!(shown, in_force, "public exactly when concluded");
        if clause.state == ClauseState::Verified {
            prop_assert!(!clause.evidence.is_empty() && clause.missing_evidence().is_empty());
        }
        prop_assert!(clause.escalated <= 3);
        prop_assert_eq!(clause.pending_extension().is_some() && !clause.state.is_open(), false);
    }
    if forum.stage == Stage::Closed {
        prop_assert!(all.iter().all(|(_, clause)| !clause.state.is_open()));
    }
    for contest in forum.contests.values() {
        let shown = hall.forums.exposure(contest.text) == Exposure::Public;
        prop_assert_eq!(shown, contest.state == ContestState::Public);
        prop_assert!(contest.answer.is_none() || shown);
    }
    let mut paragraphs = BTreeSet::new();
    for section in forum.report.sections.values() {
        prop_assert_eq!(
            hall.forums.exposure(section.heading) == Exposure::Public,
            forum.report.published.is_some()
        );
        for one in &section.paragraphs {
            prop_assert!(paragraphs.insert(one.paragraph) && one.paragraph <= forum.report.last_paragraph);
        }
    }
    Ok(())
}

/// What holds between a state and the next.
fn steps(before: &Hall, after: &Hall) -> Result<(), TestCaseError> {
    let (old, new) = (before.forum(), after.forum());
    let forward = match (old.stage, new.stage) {
        (from, to) if from == to => true,
        (Stage::Announced, Stage::Collecting | Stage::InSession) | (Stage::Collecting, Stage::InSession) => true,
        (Stage::InSession, Stage::Concluded | Stage::FollowingUp) => true,
        (Stage::Announced | Stage::Collecting | Stage::InSession, Stage::Cancelled) => true,
        (Stage::Concluded | Stage::FollowingUp, Stage::Closed) => true,
        _ => false,
    };
    prop_assert!(forward, "{:?} to {:?}", old.stage, new.stage);
    prop_assert!(
        new.closes >= old.closes && new.day >= old.day,
        "no day is taken from anyone"
    );
    for (number, seq) in &old.published {
        prop_assert_eq!(
            new.published.get(number),
            Some(seq),
            "a number is one opinion's for good"
        );
    }
    prop_assert!(new.agenda.last_item >= old.agenda.last_item);
    if old.votes_published.is_some() {
        prop_assert_eq!(results::file(old), results::file(new));
    }
    for (at, (_, event)) in after.log.iter().enumerate().skip(before.log.len()) {
        let contest = matches!(
            event,
            Event::ClauseContested(_) | Event::ContestCleared(_) | Event::ContestRefused(_) | Event::ContestAnswered(_)
        );
        if contest {
            let plain = |forum: &Forum| {
                let all = clauses(forum).into_iter();
                all.map(|(no, clause)| {
                    (
                        no,
                        Clause {
                            contests: Default::default(),
                            rev: 0,
                            ..clause
                        },
                    )
                })
                .collect::<Vec<_>>()
            };
            prop_assert_eq!(plain(old), plain(new), "a contest changes no state");
        }
        if matches!(
            event,
            Event::VoteCast(_) | Event::OpinionSubmitted(_) | Event::ClauseContested(_)
        ) {
            prop_assert!(new.rev < at as u64, "who writes or votes moves nothing the public sees");
        }
        if let Event::ClauseVerified(e) = event {
            let known = clauses(old)
                .into_iter()
                .find(|(no, _)| *no == (e.directive, e.clause))
                .unwrap()
                .1;
            let own = known.worked_under.iter().any(|mandate| mandate / 10 == e.mandate / 10);
            prop_assert!(!own, "nobody judges what they carried out");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(320))]

    #[test]
    fn whatever_they_do_it_holds(
        at in 0..7_u32,
        acts in prop::collection::vec(an_act(), 0..250),
    ) {
        let mut hall = start(at);
        for one in acts {
            let before = hall.clone();
            let done = act(&mut hall, one);
            if done.is_err() {
                prop_assert!(hall.forums == before.forums, "a refusal leaves no trace");
            }
            steps(&before, &hall)?;
            invariants(&hall)?;
        }
        // Time catches up and then rests.
        let ticks = (0..200).take_while(|_| !hall.tick().is_empty()).count();
        prop_assert!(ticks < 200);
        invariants(&hall)?;
        prop_assert!(hall.replay() == hall.forums, "the record is all there is");
    }
}
