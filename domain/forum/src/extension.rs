//! More time for a clause: asked for by its owner, decided by the chair.

use crate::clause::{Clause, ClauseNo, ClauseState, open};
use crate::events::{self, Event, ExtensionDecided, ExtensionRequested};
use crate::{By, Forums, Missing, Refusal};
use base::fact::{Entropy, Proposed, SealedRef, Sealer};
use base::time::{Date, Hour, Minute};
use serde::{Deserialize, Serialize};

/// Most days an extension may add to the day it was due.
pub const EXTENSION_DAYS_MAX: i32 = 366;

/// A request for more time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The hour it was asked for.
    pub at: Hour,
    /// The day it was due then.
    pub due_before: Date,
    /// The day asked for.
    pub until: Date,
    /// Why.
    pub reason: SealedRef,
    /// What the chair decided: granted, the day due from then on, why, the hour.
    pub decision: Option<(bool, Date, SealedRef, Hour)>,
    /// The verifier ended the clause or set another day before the chair decided: there is nothing to decide any more.
    pub lapsed: bool,
}

impl Clause {
    /// A request for more time that waits for the chair.
    pub fn pending_extension(&self) -> Option<&Extension> {
        self.extensions
            .last()
            .filter(|one| one.decision.is_none() && !one.lapsed)
    }

    /// What nobody has decided is past deciding.
    pub(crate) fn lapse_extension(&mut self) {
        let last = self.extensions.len().checked_sub(1);
        if let Some(request) = last.and_then(|last| self.extensions.get_mut(last)) {
            request.lapsed = request.decision.is_none();
        }
    }
}

/// The owner asks for more time, once at a time.
pub fn request_extension(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ClauseNo,
    until: Date,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let clause = forums.as_owner(by, no)?;
    open(clause)?;
    if clause.state == ClauseState::ReportedDone {
        return Err(Refusal::AlreadyReportedDone);
    }
    if clause.pending_extension().is_some() {
        return Err(Refusal::AlreadyAsked);
    }
    let due = clause.due.ok_or(Refusal::NoSuchClause)?;
    if until <= due || until < now.office_date() {
        return Err(Refusal::NotLater);
    }
    if due.max(now.office_date()).days_until(until) > EXTENSION_DAYS_MAX {
        return Err(Refusal::DueNotSensible);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ExtensionRequested {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        until,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// The chair grants a request, with the day asked for, or declines it.
pub fn decide_extension(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ClauseNo,
    granted: bool,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let clause = forums.in_force(no)?;
    open(clause)?;
    // Its day was kept or not kept already.
    if clause.state == ClauseState::ReportedDone {
        return Err(Refusal::AlreadyReportedDone);
    }
    if by.is_of(clause.owner) || clause.was_worked_on_by(by) {
        return Err(Refusal::OwnWork);
    }
    let request = clause.pending_extension().ok_or(Refusal::NothingAsked)?;
    let due = if granted { request.until } else { request.due_before };
    let mut sealer = Sealer::new(entropy);
    let event = ExtensionDecided {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        granted,
        due,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes a request in.
pub(crate) fn apply_requested(clause: &mut Clause, seq: u64, at: Hour, e: &ExtensionRequested) -> Result<(), Missing> {
    let waits = clause.pending_extension().is_some();
    clause.worked_under.insert(e.mandate);
    clause.extensions.push_back(Extension {
        at,
        due_before: clause.due.ok_or(Missing)?,
        until: e.until,
        reason: SealedRef::new(seq, events::REASON),
        decision: None,
        lapsed: false,
    });
    if waits { Err(Missing) } else { Ok(()) }
}

/// Takes a decision in.
pub(crate) fn apply_decided(clause: &mut Clause, seq: u64, at: Hour, e: &ExtensionDecided) -> Result<(), Missing> {
    clause.pending_extension().ok_or(Missing)?;
    let last = clause.extensions.len().checked_sub(1).ok_or(Missing)?;
    let request = clause.extensions.get_mut(last).ok_or(Missing)?;
    request.decision = Some((e.granted, e.due, SealedRef::new(seq, events::REASON), at));
    if e.granted {
        clause.due = Some(e.due);
        clause.escalated = 0;
    }
    Ok(())
}
