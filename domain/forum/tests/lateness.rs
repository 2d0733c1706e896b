//! The last day of a clause: moved, kept, passed; and what its superior is told.

mod common;

use common::date;
use common::hall::states::{STATES, hall_in};
use common::hall::{CHAIR, COMMANDER, Hall, VERIFIER};
use forum::clause::ClauseState;
use forum::events::{EvidenceSort, Outcome};
use forum::{Event, Refusal};

const DOCUMENT: &[EvidenceSort] = &[EvidenceSort::Document];
/// Ten working days after 10 April 2020: 30 April and 1 May, which are off, come later.
const DUE: &str = "2020-04-24";

#[test]
fn a_granted_extension_moves_the_day_and_resets_what_the_superior_was_told() {
    let mut hall = Hall::concluded(&[DOCUMENT]);
    assert_eq!(hall.clause(1).due, Some(date(DUE)));
    hall.accept(COMMANDER).unwrap();
    assert_eq!(hall.request(COMMANDER, DUE), Err(Refusal::NotLater), "the same day");
    assert_eq!(hall.request(COMMANDER, "2021-04-26"), Err(Refusal::DueNotSensible));
    hall.at("2020-04-27T02:00:00Z");
    assert_eq!(hall.tick().len(), 1);
    assert_eq!(hall.clause(1).escalated, 1);
    assert_eq!(
        hall.request(COMMANDER, "2020-04-26"),
        Err(Refusal::NotLater),
        "a day that is past"
    );
    hall.request(COMMANDER, "2020-05-04").unwrap();
    assert_eq!(hall.clause(1).days_late(hall.today()), 3, "asking changes nothing");
    hall.decide_extension(CHAIR, false).unwrap();
    assert_eq!(
        (hall.clause(1).due, hall.clause(1).escalated),
        (Some(date(DUE)), 1),
        "nor does a no"
    );
    hall.request(COMMANDER, "2020-05-05").unwrap();
    hall.decide_extension(CHAIR, true).unwrap();
    let known = hall.clause(1).clone();
    assert_eq!((known.due, known.escalated), (Some(date("2020-05-05")), 0));
    assert_eq!(known.state, ClauseState::Accepted);
    let told: Vec<_> = known
        .extensions
        .iter()
        .map(|one| (one.due_before, one.decision.as_ref().unwrap().0))
        .collect();
    assert_eq!(
        told,
        [(date(DUE), false), (date(DUE), true)],
        "what it was before stays readable"
    );
    hall.at("2020-05-05T16:00:00Z");
    assert!(hall.tick().is_empty());
    hall.at("2020-05-05T17:00:00Z");
    assert_eq!(hall.tick().len(), 1, "the day after the new one");
}

#[test]
fn a_request_that_was_overtaken_by_the_verdict_never_moves_the_day_the_verifier_set() {
    let mut hall = hall_in(ClauseState::Accepted, true);
    hall.verify(VERIFIER, Outcome::Overtaken).unwrap();
    hall.reopen(VERIFIER, "2020-06-30").unwrap();
    assert!(hall.clause(1).pending_extension().is_none());
    assert_eq!(hall.decide_extension(CHAIR, true), Err(Refusal::NothingAsked));
    assert_eq!(hall.clause(1).due, Some(date("2020-06-30")));
    hall.request(COMMANDER, "2020-07-15").unwrap();
    // Reported done, and sent back.
    hall.report_done(COMMANDER).unwrap();
    hall.reopen(VERIFIER, "2020-07-31").unwrap();
    assert_eq!(hall.decide_extension(CHAIR, true), Err(Refusal::NothingAsked));
    hall.request(COMMANDER, "2020-08-15").unwrap();
    hall.decide_extension(CHAIR, true).unwrap();
    assert_eq!(hall.clause(1).due, Some(date("2020-08-15")));
}

#[test]
fn lateness_is_counted_in_days_until_it_was_done_or_judged_and_never_hidden() {
    let late = |hall: &Hall, on: &str| hall.clause(1).days_late(date(on));
    let mut hall = hall_in(ClauseState::Accepted, false);
    assert_eq!(
        [late(&hall, "2020-04-10"), late(&hall, DUE), late(&hall, "2020-04-25")],
        [0, 0, 1]
    );
    assert_eq!(late(&hall, "2021-04-24"), 365);
    // 3 May at the office.
    hall.at("2020-05-02T17:00:00Z");
    let mut given_up = hall.clone();
    hall.report_done(COMMANDER).unwrap();
    assert_eq!(
        late(&hall, "2020-06-01"),
        9,
        "it waits for the verifier, not for the owner"
    );
    hall.at("2020-06-01T02:00:00Z");
    let (mut verified, mut failed, mut overtaken) = (hall.clone(), hall.clone(), hall.clone());
    verified.verify(VERIFIER, Outcome::Verified).unwrap();
    assert_eq!(late(&verified, "2020-12-31"), 9);
    // It was not done when the owner said so.
    failed.verify(VERIFIER, Outcome::NotDone).unwrap();
    assert_eq!(late(&failed, "2020-12-31"), 38);
    overtaken.verify(VERIFIER, Outcome::Overtaken).unwrap();
    assert_eq!(late(&overtaken, "2020-12-31"), 9);
    // Events that come after the last day do not make it kept.
    given_up.verify(VERIFIER, Outcome::Overtaken).unwrap();
    assert_eq!(late(&given_up, "2020-12-31"), 9);
    // Sent back, the day the verifier set counts, and time runs again.
    hall.reopen(VERIFIER, "2020-06-10").unwrap();
    assert_eq!([late(&hall, "2020-06-10"), late(&hall, "2020-06-12")], [0, 2]);
    let mut early = hall_in(ClauseState::Accepted, false);
    early.verify(VERIFIER, Outcome::Overtaken).unwrap();
    assert_eq!(late(&early, "2020-12-31"), 0);
}

#[test]
fn each_threshold_reaches_the_superior_once_even_after_weeks_without_a_tick() {
    let mut hall = hall_in(ClauseState::Accepted, false);
    let levels = |hall: &mut Hall| {
        let mut levels = Vec::new();
        loop {
            let due = hall.tick();
            if due.is_empty() {
                return levels;
            }
            levels.extend(due.into_iter().map(|event| match event {
                Event::DirectiveEscalated(e) => (e.level, e.due),
                other => panic!("{other:?}"),
            }));
        }
    };
    let due = date(DUE);
    // The day ends at 17:00 in Greenwich.
    for (now, expected) in [
        ("2020-04-24T16:59:00Z", vec![]),
        ("2020-04-24T17:00:00Z", vec![(1, due)]),
        ("2020-05-03T16:59:00Z", vec![]),
        ("2020-05-03T17:00:00Z", vec![(2, due)]),
        ("2020-05-24T17:00:00Z", vec![(3, due)]),
        ("2021-05-24T17:00:00Z", vec![]),
    ] {
        hall.at(now);
        assert_eq!(levels(&mut hall), expected, "{now}");
    }
    let mut hall = hall_in(ClauseState::Assigned, false);
    hall.at("2020-08-01T02:00:00Z");
    assert_eq!(levels(&mut hall), [(1, due), (2, due), (3, due)], "one catch-up");
    hall.at("2020-04-11T02:00:00Z");
    assert_eq!(levels(&mut hall), [], "a clock that went back");
}

#[test]
fn the_superior_is_not_told_of_what_waits_for_the_verifier_or_has_ended() {
    for state in STATES.into_iter().skip(2) {
        let mut hall = hall_in(state, false);
        hall.at("2020-08-01T02:00:00Z");
        assert!(hall.tick().is_empty(), "{state:?}");
    }
    let mut hall = hall_in(ClauseState::ReportedDone, false);
    hall.reopen(VERIFIER, "2020-05-20").unwrap();
    hall.at("2020-05-21T02:00:00Z");
    assert_eq!(hall.tick().len(), 1, "sent back, the new day counts");
}

#[test]
fn a_day_set_on_opening_again_is_one_that_can_be_kept() {
    let mut hall = hall_in(ClauseState::Verified, false);
    assert_eq!(hall.reopen(VERIFIER, "2020-04-09"), Err(Refusal::DueNotSensible));
    assert_eq!(hall.reopen(VERIFIER, "2021-04-12"), Err(Refusal::DueNotSensible));
    hall.reopen(VERIFIER, "2020-04-10").unwrap();
    assert_eq!(
        hall.clause(1)
            .verdicts
            .iter()
            .map(|one| one.outcome)
            .collect::<Vec<_>>(),
        [Some(Outcome::Verified), None]
    );
}
