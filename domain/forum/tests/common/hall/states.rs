//! A clause in each of its states.

use super::{COMMANDER, Hall, VERIFIER};
use forum::clause::ClauseState;
use forum::events::{EvidenceSort, Outcome};

/// Every state a clause can be in.
pub const STATES: [ClauseState; 6] = [
    ClauseState::Assigned,
    ClauseState::Accepted,
    ClauseState::ReportedDone,
    ClauseState::Verified,
    ClauseState::NotDone,
    ClauseState::Overtaken,
];

/// A clause in a state, with the evidence it needs, and perhaps a request for more time that was never decided.
pub fn hall_in(state: ClauseState, asked: bool) -> Hall {
    let mut hall = Hall::concluded(&[&[EvidenceSort::Document]]);
    hall.evidence(COMMANDER, EvidenceSort::Document).unwrap();
    if asked {
        hall.request(COMMANDER, "2020-05-15").unwrap();
    }
    if state != ClauseState::Assigned {
        hall.accept(COMMANDER).unwrap();
    }
    if !matches!(state, ClauseState::Assigned | ClauseState::Accepted) {
        hall.report_done(COMMANDER).unwrap();
    }
    let outcome = match state {
        ClauseState::Verified => Some(Outcome::Verified),
        ClauseState::NotDone => Some(Outcome::NotDone),
        ClauseState::Overtaken => Some(Outcome::Overtaken),
        _ => None,
    };
    if let Some(outcome) = outcome {
        hall.verify(VERIFIER, outcome).unwrap();
    }
    assert_eq!(hall.state(), state);
    hall
}
