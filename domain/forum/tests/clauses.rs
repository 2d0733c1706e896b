//! Clauses of directives: every act in every state, and who may.

mod common;

use base::time::Date;
use common::hall::states::{STATES, hall_in};
use common::hall::{
    CHAIR, CLERK, COMMANDER, DEPUTY, FORCE, HOST_DELEGATE, Hall, INSPECTION, INSPECTOR, OFFICE, VERIFIER, Who,
    clause_no,
};
use common::no;
use forum::clause::{self, ClauseState};
use forum::events::{EvidenceSort, Outcome};
use forum::{Event, Refusal, Stage};

const DOCUMENT: &[EvidenceSort] = &[EvidenceSort::Document];
/// One act in each of [`STATES`]: the state after it, or why it is refused.
fn table(
    name: &str,
    asked: bool,
    act: impl Fn(&mut Hall) -> Result<u64, Refusal>,
    expected: [Result<ClauseState, Refusal>; 6],
) {
    for (state, expected) in STATES.into_iter().zip(expected) {
        let mut hall = hall_in(state, asked);
        let before = hall.clause(1).clone();
        let done = act(&mut hall);
        match expected {
            Ok(after) => {
                assert!(done.is_ok(), "{name} when {state:?}: {done:?}");
                assert_eq!(hall.state(), after, "{name} when {state:?}");
                assert_eq!(hall.clause(1).rev, done.unwrap());
            }
            Err(why) => {
                assert_eq!(done, Err(why), "{name} when {state:?}");
                assert_eq!(*hall.clause(1), before, "a refusal leaves no trace");
            }
        }
    }
}

#[test]
fn every_act_in_every_state() {
    use ClauseState::{Accepted, Assigned, NotDone, Overtaken, ReportedDone, Verified};
    use Refusal::{
        AlreadyAccepted, AlreadyAsked, AlreadyReportedDone, ClauseEnded, NotDueYet, NotReportedDone, NothingAsked,
    };
    let ended = Err(ClauseEnded);
    table(
        "accept",
        false,
        |hall| hall.accept(COMMANDER),
        [
            Ok(Accepted),
            Err(AlreadyAccepted),
            Err(AlreadyAccepted),
            ended,
            ended,
            ended,
        ],
    );
    let stays = [Ok(Assigned), Ok(Accepted), Ok(ReportedDone), ended, ended, ended];
    table("progress", false, |hall| hall.progress(COMMANDER), stays);
    table(
        "evidence",
        false,
        |hall| hall.evidence(COMMANDER, EvidenceSort::Photo),
        stays,
    );
    table(
        "visit",
        false,
        |hall| hall.evidence(VERIFIER, EvidenceSort::Visit),
        stays,
    );
    let request = |hall: &mut Hall| hall.request(COMMANDER, "2020-05-15");
    let late = Err(AlreadyReportedDone);
    table(
        "request",
        false,
        request,
        [Ok(Assigned), Ok(Accepted), late, ended, ended, ended],
    );
    let again = Err(AlreadyAsked);
    table(
        "request again",
        true,
        request,
        [again, again, late, ended, ended, ended],
    );
    for granted in [true, false] {
        let decide = |hall: &mut Hall| hall.decide_extension(CHAIR, granted);
        table(
            "decide",
            true,
            decide,
            [Ok(Assigned), Ok(Accepted), late, ended, ended, ended],
        );
        let nothing = Err(NothingAsked);
        table(
            "decide nothing",
            false,
            decide,
            [nothing, nothing, late, ended, ended, ended],
        );
    }
    table(
        "report done",
        false,
        |hall| hall.report_done(COMMANDER),
        [Ok(ReportedDone), Ok(ReportedDone), late, ended, ended, ended],
    );
    let early = Err(NotReportedDone);
    let verify = |outcome| move |hall: &mut Hall| hall.verify(VERIFIER, outcome);
    table(
        "verify",
        false,
        verify(Outcome::Verified),
        [early, early, Ok(Verified), ended, ended, ended],
    );
    let has_time = Err(NotDueYet);
    table(
        "not done",
        false,
        verify(Outcome::NotDone),
        [has_time, has_time, Ok(NotDone), ended, ended, ended],
    );
    let on_day = |day: fn(&Hall) -> Date| {
        move |hall: &mut Hall| {
            hall.at(&format!("{}T03:00:00Z", day(hall)));
            hall.verify(VERIFIER, Outcome::NotDone)
        }
    };
    table(
        "not done on its day",
        false,
        on_day(|hall| hall.clause(1).due.unwrap()),
        [has_time, has_time, Ok(NotDone), ended, ended, ended],
    );
    table(
        "not done when its day is over",
        false,
        on_day(|hall| hall.clause(1).due.unwrap().add_days(1)),
        [Ok(NotDone), Ok(NotDone), Ok(NotDone), ended, ended, ended],
    );
    table(
        "overtaken",
        false,
        verify(Outcome::Overtaken),
        [Ok(Overtaken), Ok(Overtaken), Ok(Overtaken), ended, ended, ended],
    );
    let open = Ok(Accepted);
    table(
        "reopen",
        false,
        |hall| hall.reopen(VERIFIER, "2020-05-20"),
        [early, early, open, open, open, open],
    );
}

#[test]
fn only_the_owner_carries_out_and_only_the_verifier_decides() {
    for who in [
        VERIFIER,
        HOST_DELEGATE,
        CHAIR,
        CLERK,
        Who {
            organisation: None,
            ..CHAIR
        },
    ] {
        let mut hall = hall_in(ClauseState::Accepted, false);
        assert_eq!(hall.progress(who), Err(Refusal::NotTheOwner));
        assert_eq!(hall.request(who, "2020-05-15"), Err(Refusal::NotTheOwner));
        assert_eq!(hall.report_done(who), Err(Refusal::NotTheOwner));
        assert_eq!(hall.evidence(who, EvidenceSort::Document), Err(Refusal::NotTheOwner));
        assert_eq!(
            hall_in(ClauseState::Assigned, false).accept(who),
            Err(Refusal::NotTheOwner)
        );
    }
    for who in [
        COMMANDER,
        HOST_DELEGATE,
        CHAIR,
        Who {
            organisation: None,
            ..VERIFIER
        },
    ] {
        let mut hall = hall_in(ClauseState::ReportedDone, false);
        for outcome in Outcome::ALL {
            assert_eq!(hall.verify(who, outcome), Err(Refusal::NotTheVerifier));
        }
        assert_eq!(hall.reopen(who, "2020-05-20"), Err(Refusal::NotTheVerifier));
        let mut hall = hall_in(ClauseState::Verified, false);
        assert_eq!(hall.reopen(who, "2020-05-20"), Err(Refusal::NotTheVerifier));
    }
}

#[test]
fn whoever_worked_on_a_clause_never_judges_it_even_from_the_verifiers_side() {
    type Act = fn(&mut Hall, Who) -> Result<u64, Refusal>;
    let acts: [(&str, Act); 5] = [
        ("accepted", |hall, who| hall.accept(who)),
        ("told of it", |hall, who| hall.progress(who)),
        ("handed evidence in", |hall, who| {
            hall.evidence(who, EvidenceSort::Document)
        }),
        ("asked for time", |hall, who| hall.request(who, "2020-05-15")),
        ("reported it done", |hall, who| {
            hall.evidence(COMMANDER, EvidenceSort::Document)?;
            hall.report_done(who)
        }),
    ];
    for (name, act) in acts {
        let mut hall = Hall::concluded(&[DOCUMENT]);
        act(&mut hall, DEPUTY).unwrap();
        let moved = DEPUTY.moved(INSPECTION);
        for outcome in Outcome::ALL {
            assert_eq!(hall.verify(moved, outcome), Err(Refusal::OwnWork), "{name}");
        }
        assert_eq!(
            hall.evidence(moved, EvidenceSort::Visit),
            Err(Refusal::OwnWork),
            "{name}"
        );
        hall.verify(VERIFIER, Outcome::Overtaken).unwrap();
        assert_eq!(hall.reopen(moved, "2020-05-20"), Err(Refusal::OwnWork), "{name}");
        // Sent back, carried out by another: it stays their work as well.
        hall.reopen(VERIFIER, "2020-05-20").unwrap();
        hall.evidence(COMMANDER, EvidenceSort::Document).unwrap();
        hall.report_done(COMMANDER).unwrap();
        assert_eq!(hall.verify(moved, Outcome::Verified), Err(Refusal::OwnWork), "{name}");
        hall.verify(INSPECTOR, Outcome::Verified).unwrap();
    }
}

#[test]
fn nobody_grants_more_time_to_their_own_organisation_or_to_themselves() {
    let mut hall = hall_in(ClauseState::Accepted, true);
    let own_chair = Who {
        organisation: Some(FORCE),
        ..CHAIR
    };
    assert_eq!(hall.decide_extension(own_chair, true), Err(Refusal::OwnWork));
    let moved = Who {
        for_office: true,
        ..COMMANDER.moved(OFFICE)
    };
    assert_eq!(hall.decide_extension(moved, true), Err(Refusal::OwnWork));
    hall.decide_extension(CHAIR, true).unwrap();
}

#[test]
fn a_forum_closes_when_every_clause_has_ended_and_then_stays_closed() {
    let mut hall = Hall::concluded(&[DOCUMENT, DOCUMENT]);
    assert_eq!(hall.close(), Err(Refusal::ClausesOpen));
    hall.verify(VERIFIER, Outcome::Overtaken).unwrap();
    assert_eq!(hall.close(), Err(Refusal::ClausesOpen));
    hall.act(VERIFIER, |forums, entropy, now, by| {
        clause::verify(
            forums,
            entropy,
            now,
            by,
            clause_no(2),
            Outcome::Overtaken,
            "Mục tiêu đã chuyển đi.",
        )
    })
    .unwrap();
    hall.close().unwrap();
    assert_eq!(hall.forum().stage, Stage::Closed);
    assert_eq!(hall.reopen(VERIFIER, "2020-05-20"), Err(Refusal::ForumOver));
    assert_eq!(hall.progress(COMMANDER), Err(Refusal::ClauseEnded));
}

#[test]
fn there_is_no_clause_before_the_conclusion_nor_under_another_number() {
    let mut hall = Hall::in_session(1);
    hall.write_directive(None, None, vec![common::hall::clause_draft(10, DOCUMENT)])
        .unwrap();
    assert_eq!(hall.accept(COMMANDER), Err(Refusal::NoSuchClause));
    assert_eq!(hall.contest(9), Err(Refusal::NoSuchClause));
    let mut hall = Hall::concluded(&[DOCUMENT]);
    for wrong in [
        clause_no(0),
        clause_no(2),
        clause::ClauseNo {
            directive: 2,
            ..clause_no(1)
        },
        clause::ClauseNo {
            forum: no(2),
            ..clause_no(1)
        },
    ] {
        let accepted = hall.act(COMMANDER, |forums, _, _, by| clause::accept(forums, by, wrong));
        assert_eq!(accepted, Err(Refusal::NoSuchClause));
    }
}

#[test]
fn a_record_that_verifies_without_evidence_or_out_of_turn_is_a_fault() {
    let hall = Hall::reported_done();
    let mut verified = hall.clone();
    verified.verify(VERIFIER, Outcome::Verified).unwrap();
    let (hour, verdict) = verified.log.last().unwrap().clone();
    let fresh = Hall::concluded(&[DOCUMENT]);
    let next = fresh.log.len() as u64;
    assert!(
        fresh.clone().forums.apply(next, hour, &verdict).is_err(),
        "not reported done"
    );
    let (_, done) = hall.log.last().unwrap().clone();
    let mut bare = fresh.clone();
    assert!(bare.forums.apply(next, hour, &done).is_err(), "without evidence");
    let mut reopened = hall.clone();
    reopened.reopen(VERIFIER, "2020-05-20").unwrap();
    let (_, again) = reopened.log.last().unwrap().clone();
    assert!(
        fresh.clone().forums.apply(next, hour, &again).is_err(),
        "nothing to open again"
    );
    // The last number there is: a fault, and no crash.
    let Some((_, Event::EvidenceAdded(e))) = hall.log.iter().find(|(_, e)| matches!(e, Event::EvidenceAdded(_))) else {
        panic!()
    };
    let mut last = e.clone();
    last.evidence = u32::MAX;
    let mut full = fresh;
    assert!(full.forums.apply(next, hour, &last.clone().into()).is_err());
    assert!(full.forums.apply(next + 1, hour, &last.into()).is_err());
    let refused = full.evidence(COMMANDER, EvidenceSort::Document);
    assert_eq!(refused, Err(Refusal::TooMany));
}
