//! How the record changes a clause.

use super::{Clause, ClauseState, Progress};
use crate::events::{
    self, ClauseAccepted, ClauseReopened, ClauseReportedDone, ClauseVerified, EvidenceAdded, ExtensionDecided,
    ExtensionRequested, ProgressReported,
};
use crate::{Forum, Missing, evidence, extension, verdict};
use base::fact::SealedRef;
use base::time::Hour;

/// What happened to a clause.
pub(crate) enum Step<'a> {
    /// Taken on.
    Accepted(&'a ClauseAccepted),
    /// Progress was told.
    Progress(&'a ProgressReported),
    /// Evidence was handed in.
    Evidence(&'a EvidenceAdded),
    /// More time was asked for.
    ExtensionRequested(&'a ExtensionRequested),
    /// The chair decided.
    ExtensionDecided(&'a ExtensionDecided),
    /// Reported done.
    Done(&'a ClauseReportedDone),
    /// The verifier ended it.
    Verified(&'a ClauseVerified),
    /// The verifier opened it again.
    Reopened(&'a ClauseReopened),
    /// The superior was told, so often.
    Escalated(u8),
}

/// Takes a step in.
pub(crate) fn apply(forum: &mut Forum, seq: u64, at: Hour, no: (u32, u32), step: &Step<'_>) -> Result<(), Missing> {
    let in_force = forum.is_concluded() && forum.stage != crate::Stage::Closed;
    if let Step::Evidence(e) = step {
        evidence::apply_number(forum, e)?;
    }
    let directive = forum.directives.get_mut(&no.0).ok_or(Missing)?;
    directive.acts.push_back(seq);
    let clause = directive.clause_mut(no.1).ok_or(Missing)?;
    clause.rev = seq;
    let open = clause.state.is_open() || matches!(step, Step::Reopened(_));
    take(clause, seq, at, step)?;
    if in_force && open { Ok(()) } else { Err(Missing) }
}

fn take(clause: &mut Clause, seq: u64, at: Hour, step: &Step<'_>) -> Result<(), Missing> {
    let text = SealedRef::new(seq, events::TEXT);
    let known = |it_is: bool| if it_is { Ok(()) } else { Err(Missing) };
    match step {
        Step::Accepted(e) => {
            clause.worked_under.insert(e.mandate);
            let before = std::mem::replace(&mut clause.state, ClauseState::Accepted);
            known(before == ClauseState::Assigned)
        }
        Step::Progress(e) => {
            clause.worked_under.insert(e.mandate);
            clause.progress.push_back(Progress { at, text, done: false });
            Ok(())
        }
        Step::Evidence(e) => {
            evidence::apply(clause, seq, at, e);
            Ok(())
        }
        Step::ExtensionRequested(e) => extension::apply_requested(clause, seq, at, e),
        Step::ExtensionDecided(e) => extension::apply_decided(clause, seq, at, e),
        Step::Done(e) => {
            clause.worked_under.insert(e.mandate);
            clause.progress.push_back(Progress { at, text, done: true });
            let before = std::mem::replace(&mut clause.state, ClauseState::ReportedDone);
            clause.done_on = Some(at.office_date());
            clause.done_under = Some(e.mandate);
            known(before != ClauseState::ReportedDone && clause.owner_has_proved())
        }
        Step::Verified(e) => verdict::apply_verified(clause, seq, at, e),
        Step::Reopened(e) => verdict::apply_reopened(clause, seq, at, e),
        Step::Escalated(level) => {
            let expected = clause.escalated.saturating_add(1);
            clause.escalated = *level;
            known(*level == expected)
        }
    }
}
