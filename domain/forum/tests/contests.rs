//! Contests: anyone may speak against what is told of a clause; it is read first, changes nothing, and is answered by
//! someone on neither side.

mod common;

use base::fact::{Exposure, SealedRef};
use common::hall::{
    APPEAL_BODY, CHAIR, COMMANDER, DEPUTY, FORCE, HOST_DELEGATE, Hall, INSPECTION, MODERATOR, OFFICE, SECRETARY,
    VERIFIER, Who,
};
use common::{no, receipt};
use forum::clause::{Clause, ClauseState};
use forum::contest::ContestState;
use forum::events::{EvidenceSort, LawfulReason, Outcome, TEXT};
use forum::{Refusal, contest};

fn refuse(hall: &mut Hall, who: Who, number: u32) -> Result<u64, Refusal> {
    hall.act(who, |forums, _, _, by| {
        contest::refuse(forums, by, no(1), number, LawfulReason::Insult)
    })
}

fn exposure(hall: &Hall, seq: u64) -> Exposure {
    hall.forums.exposure(SealedRef::new(seq, TEXT))
}

/// A clause as far as contests may not touch it.
fn untouched(hall: &Hall) -> Clause {
    Clause {
        contests: Default::default(),
        rev: 0,
        ..hall.clause(1).clone()
    }
}

#[test]
fn a_contest_changes_no_state_whatever_becomes_of_it() {
    for end in [
        None,
        Some(Outcome::Verified),
        Some(Outcome::NotDone),
        Some(Outcome::Overtaken),
    ] {
        let mut hall = Hall::reported_done();
        if let Some(outcome) = end {
            hall.verify(VERIFIER, outcome).unwrap();
        }
        let (before, stage) = (untouched(&hall), hall.forum().stage);
        for code in 50..53 {
            hall.contest(code).unwrap();
            assert_eq!(untouched(&hall), before);
        }
        hall.clear_contest(MODERATOR, 1).unwrap();
        refuse(&mut hall, MODERATOR, 2).unwrap();
        hall.answer_contest(SECRETARY, 1).unwrap();
        assert_eq!((untouched(&hall), hall.forum().stage), (before, stage));
        assert_eq!(hall.clause(1).contests.iter().copied().collect::<Vec<_>>(), [1, 2, 3]);
    }
}

#[test]
fn a_contest_is_held_and_nobodys_news_until_it_is_read() {
    let mut hall = Hall::reported_done();
    let (rev, clause_rev) = (hall.forum().rev, hall.clause(1).rev);
    let acts = hall.forum().directives[&1].acts.len();
    let first = hall.contest(50).unwrap();
    let second = hall.contest(51).unwrap();
    assert_eq!(
        (hall.forum().rev, hall.forums.rev, hall.clause(1).rev),
        (rev, rev, clause_rev)
    );
    assert_eq!(hall.forum().directives[&1].acts.len(), acts);
    assert_eq!(
        (exposure(&hall, first), hall.forum().contests[&1].state),
        (Exposure::Held, ContestState::Held)
    );
    assert_eq!(
        hall.answer_contest(SECRETARY, 1),
        Err(Refusal::NoSuchContest),
        "nobody answers what nobody can read"
    );
    let cleared = hall.clear_contest(MODERATOR, 1).unwrap();
    assert_eq!(
        (exposure(&hall, first), exposure(&hall, second)),
        (Exposure::Public, Exposure::Held)
    );
    assert_eq!((hall.forum().rev, hall.clause(1).rev), (cleared, cleared));
    assert_eq!(
        hall.forums.touched(&hall.log[cleared as usize].1),
        [SealedRef::new(first, TEXT)]
    );
    refuse(&mut hall, MODERATOR, 2).unwrap();
    assert_eq!(exposure(&hall, second), Exposure::Held, "kept back for good");
    for number in [1, 2] {
        assert_eq!(hall.clear_contest(MODERATOR, number), Err(Refusal::AlreadyRead));
        assert_eq!(refuse(&mut hall, MODERATOR, number), Err(Refusal::AlreadyRead));
    }
    assert_eq!(hall.answer_contest(SECRETARY, 2), Err(Refusal::NoSuchContest));
    assert_eq!(hall.clear_contest(MODERATOR, 3), Err(Refusal::NoSuchContest));
}

#[test]
fn a_receipt_is_one_contests_or_one_opinions() {
    let mut hall = Hall::reported_done();
    assert_eq!(hall.contest(0), Err(Refusal::ReceiptTaken), "an opinion's");
    hall.contest(50).unwrap();
    assert_eq!(hall.contest(50), Err(Refusal::ReceiptTaken));
    assert_eq!(hall.forums.contest_receipts[&receipt(50)], (no(1), 1));
}

#[test]
fn neither_side_answers_nor_anyone_who_was_on_a_side() {
    let mut hall = Hall::reported_done();
    hall.verify(VERIFIER, Outcome::Verified).unwrap();
    hall.contest(50).unwrap();
    hall.clear_contest(MODERATOR, 1).unwrap();
    for who in [
        COMMANDER,
        DEPUTY,
        VERIFIER,
        COMMANDER.moved(OFFICE),
        VERIFIER.moved(OFFICE),
        Who {
            organisation: Some(FORCE),
            ..SECRETARY
        },
        Who {
            organisation: Some(INSPECTION),
            ..CHAIR
        },
        Who {
            organisation: None,
            ..SECRETARY
        },
    ] {
        assert_eq!(hall.answer_contest(who, 1), Err(Refusal::OwnWork), "{who:?}");
    }
    hall.answer_contest(APPEAL_BODY, 1).unwrap();
    assert_eq!(hall.answer_contest(SECRETARY, 1), Err(Refusal::AlreadyAnswered));
}

#[test]
fn nobody_keeps_back_what_is_said_of_their_own_work() {
    let mut hall = Hall::reported_done();
    hall.contest(50).unwrap();
    for who in [
        COMMANDER,
        VERIFIER,
        COMMANDER.moved(OFFICE),
        Who {
            organisation: Some(INSPECTION),
            ..MODERATOR
        },
    ] {
        assert_eq!(refuse(&mut hall, who, 1), Err(Refusal::OwnWork), "{who:?}");
        assert_eq!(hall.clear_contest(who, 1), Err(Refusal::OwnWork), "{who:?}");
    }
    hall.clear_contest(HOST_DELEGATE, 1).unwrap();
}

#[test]
fn what_was_contested_may_be_opened_again_by_the_verifier_alone() {
    let mut hall = Hall::reported_done();
    hall.verify(VERIFIER, Outcome::Verified).unwrap();
    hall.contest(50).unwrap();
    hall.clear_contest(MODERATOR, 1).unwrap();
    assert_eq!(hall.reopen(CHAIR, "2020-05-20"), Err(Refusal::NotTheVerifier));
    hall.reopen(VERIFIER, "2020-05-20").unwrap();
    assert_eq!(hall.state(), ClauseState::Accepted);
    assert_eq!(hall.clause(1).contests.len(), 1, "it stays beside the clause");
}

#[test]
fn a_closed_forum_still_hears_contests() {
    let mut hall = Hall::concluded(&[&[EvidenceSort::Document]]);
    hall.verify(VERIFIER, Outcome::Overtaken).unwrap();
    hall.close().unwrap();
    hall.contest(50).unwrap();
    hall.clear_contest(MODERATOR, 1).unwrap();
    hall.answer_contest(SECRETARY, 1).unwrap();
}
