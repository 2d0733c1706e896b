//! What the verifier says of a clause: how it ends, and that it is open again.

use crate::clause::{Clause, ClauseNo, ClauseState, EXTENSION_DAYS_MAX, open};
use crate::events::{self, ClauseReopened, ClauseVerified, Event, Outcome};
use crate::{By, Forums, Missing, Refusal, Stage};
use base::fact::{Entropy, Proposed, SealedRef, Sealer};
use base::time::{Date, Hour, Minute};
use serde::{Deserialize, Serialize};

/// How the verifier ended a clause, or opened it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The hour.
    pub at: Hour,
    /// How it ended; none when it was opened again.
    pub outcome: Option<Outcome>,
    /// What was seen.
    pub reason: SealedRef,
}

/// The verifier decides how it ends. It is verified once it was reported done with its evidence; it is found not done once it
/// was reported done or its day is over, not while the owner still has time; events may overtake it at any time.
pub fn verify(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ClauseNo,
    outcome: Outcome,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let clause = forums.as_verifier(by, no)?;
    open(clause)?;
    if outcome == Outcome::Verified {
        if clause.state != ClauseState::ReportedDone {
            return Err(Refusal::NotReportedDone);
        }
        if !clause.is_proved() {
            return Err(Refusal::EvidenceMissing);
        }
    }
    let has_time = clause.due.is_some_and(|due| now.office_date() <= due);
    if outcome == Outcome::NotDone && clause.state != ClauseState::ReportedDone && has_time {
        return Err(Refusal::NotDueYet);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ClauseVerified {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        outcome,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// The verifier opens a clause again, or sends back what was reported done, with a day by which it is due.
pub fn reopen(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ClauseNo,
    due: Date,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let clause = forums.as_verifier(by, no)?;
    if matches!(clause.state, ClauseState::Assigned | ClauseState::Accepted) {
        return Err(Refusal::NotReportedDone);
    }
    let forum = forums.forums.get(&no.forum).ok_or(Refusal::NoSuchForum)?;
    if forum.stage == Stage::Closed {
        return Err(Refusal::ForumOver);
    }
    let today = now.office_date();
    if due < today || today.days_until(due) > EXTENSION_DAYS_MAX {
        return Err(Refusal::DueNotSensible);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ClauseReopened {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        due,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

fn outcome_state(outcome: Outcome) -> ClauseState {
    match outcome {
        Outcome::Verified => ClauseState::Verified,
        Outcome::NotDone => ClauseState::NotDone,
        Outcome::Overtaken => ClauseState::Overtaken,
    }
}

/// Takes an ending in.
pub(crate) fn apply_verified(clause: &mut Clause, seq: u64, at: Hour, e: &ClauseVerified) -> Result<(), Missing> {
    let earned = clause.state == ClauseState::ReportedDone && clause.is_proved();
    clause.lapse_extension();
    clause.judged_under.insert(e.mandate);
    clause.state = outcome_state(e.outcome);
    clause.verdicts.push_back(Verdict {
        at,
        outcome: Some(e.outcome),
        reason: SealedRef::new(seq, events::REASON),
    });
    if e.outcome != Outcome::Verified || earned {
        Ok(())
    } else {
        Err(Missing)
    }
}

/// Takes an opening in.
pub(crate) fn apply_reopened(clause: &mut Clause, seq: u64, at: Hour, e: &ClauseReopened) -> Result<(), Missing> {
    let before = std::mem::replace(&mut clause.state, ClauseState::Accepted);
    clause.lapse_extension();
    clause.judged_under.insert(e.mandate);
    clause.due = Some(e.due);
    clause.done_on = None;
    clause.done_under = None;
    clause.escalated = 0;
    clause.verdicts.push_back(Verdict {
        at,
        outcome: None,
        reason: SealedRef::new(seq, events::REASON),
    });
    match before {
        ClauseState::Assigned | ClauseState::Accepted => Err(Missing),
        _ => Ok(()),
    }
}
