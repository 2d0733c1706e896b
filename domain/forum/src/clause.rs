//! A clause of a directive, from being assigned to being verified.
//!
//! assigned → accepted → (extended) → reported done → verified, not done or overtaken by events. The owner carries it
//! out and hands in evidence; the verifier, who is never the owner, decides how it ends and alone opens it again.

mod step;

pub(crate) use step::{Step, apply};

use crate::events::{self, ClauseAccepted, ClauseReportedDone, Event, EvidenceSort, ProgressReported};
use crate::{By, Forums, Refusal};
use base::fact::{Entropy, FieldName, OrganisationId, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::{Date, Hour};
use imbl::{OrdMap, OrdSet, Vector};
use serde::{Deserialize, Serialize};

pub use crate::evidence::{EVIDENCE_MAX, EVIDENCE_TITLE, EVIDENCE_WORDS, Evidence, EvidenceDraft, add_evidence};
pub use crate::extension::{EXTENSION_DAYS_MAX, Extension, decide_extension, request_extension};
pub use crate::verdict::{Verdict, reopen, verify};

/// Progress, what was done, what was seen, in characters.
pub const CLAUSE_WORDS: TextRule = TextRule {
    min_chars: 10,
    max_chars: 4_000,
    lines: true,
};
/// Most reports of progress of a clause.
pub const PROGRESS_MAX: usize = 500;

/// Which clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ClauseNo {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
}

/// How far a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClauseState {
    /// Nobody has taken it on yet.
    Assigned,
    /// The owner is at it.
    Accepted,
    /// The owner says it is done; it waits for the verifier.
    ReportedDone,
    /// It was carried out.
    Verified,
    /// It was not.
    NotDone,
    /// Events overtook it.
    Overtaken,
}

impl ClauseState {
    /// Whether it has not ended.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            ClauseState::Assigned | ClauseState::Accepted | ClauseState::ReportedDone
        )
    }
}

/// A report of progress, or that it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The hour.
    pub at: Hour,
    /// What is told.
    pub text: SealedRef,
    /// It says that the clause is done.
    pub done: bool,
}

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Its number in the directive.
    pub clause: u32,
    /// Who carries it out.
    pub owner: OrganisationId,
    /// Who confirms it.
    pub verifier: OrganisationId,
    /// Working days it was given.
    pub working_days: u32,
    /// Sorts of evidence it needs.
    pub needs: Vec<EvidenceSort>,
    /// What is to be done.
    pub task: SealedRef,
    /// By what it is measured.
    pub measure: SealedRef,
    /// How far it is.
    pub state: ClauseState,
    /// The last day; none in a draft.
    pub due: Option<Date>,
    /// The day on which the owner said it was done, while that stands.
    pub done_on: Option<Date>,
    /// The mandate under which that was said.
    pub done_under: Option<u32>,
    /// The mandates under which it was carried out: whoever holds one never judges it.
    pub worked_under: OrdSet<u32>,
    /// The mandates under which it was judged, or visited.
    pub judged_under: OrdSet<u32>,
    /// Requests for more time, oldest first.
    pub extensions: Vector<Extension>,
    /// Reports, oldest first.
    pub progress: Vector<Progress>,
    /// Evidence by number.
    pub evidence: OrdMap<u32, Evidence>,
    /// What the verifier decided, oldest first.
    pub verdicts: Vector<Verdict>,
    /// Numbers of contests against it.
    pub contests: Vector<u32>,
    /// How often the superior was told that it is late.
    pub escalated: u8,
    /// The entry that last changed it.
    pub rev: u64,
}

impl Clause {
    /// A clause of a draft.
    pub(crate) fn drafted(seq: u64, one: &events::Clause, task: FieldName, measure: FieldName) -> Clause {
        Clause {
            clause: one.clause,
            owner: one.owner,
            verifier: one.verifier,
            working_days: one.working_days,
            needs: one.evidence.clone(),
            task: SealedRef::new(seq, task),
            measure: SealedRef::new(seq, measure),
            state: ClauseState::Assigned,
            due: None,
            done_on: None,
            done_under: None,
            worked_under: OrdSet::new(),
            judged_under: OrdSet::new(),
            extensions: Vector::new(),
            progress: Vector::new(),
            evidence: OrdMap::new(),
            verdicts: Vector::new(),
            contests: Vector::new(),
            escalated: 0,
            rev: seq,
        }
    }

    pub(crate) fn begin(&mut self, due: Date) {
        self.due = Some(due);
    }

    /// Days it is late on a day: counted from the day after it was due, until the owner says it is done and the verifier
    /// does not say otherwise, or until it ends. Lateness there was is never taken away.
    pub fn days_late(&self, today: Date) -> u32 {
        let ended = || self.verdicts.last().map(|verdict| verdict.at.office_date());
        let until = match self.state {
            ClauseState::NotDone => ended(),
            ClauseState::Overtaken => self.done_on.or_else(ended),
            _ => self.done_on,
        };
        let days = self.due.map_or(0, |due| due.days_until(until.unwrap_or(today)));
        u32::try_from(days).unwrap_or_default()
    }

    /// Whether this person has carried a part of it out, for whatever organisation.
    pub(crate) fn was_worked_on_by(&self, by: &By<'_>) -> bool {
        self.worked_under.iter().any(|mandate| (by.same_person)(*mandate))
    }

    /// Whether this person or their organisation has a part in it, on either side.
    pub(crate) fn concerns(&self, by: &By<'_>) -> bool {
        let judged = || self.judged_under.iter().any(|mandate| (by.same_person)(*mandate));
        by.is_of(self.owner) || by.is_of(self.verifier) || self.was_worked_on_by(by) || judged()
    }
}

impl Forums {
    /// A clause that is in force.
    pub fn clause(&self, no: ClauseNo) -> Option<&Clause> {
        let forum = self.forums.get(&no.forum).filter(|forum| forum.is_concluded())?;
        forum.directives.get(&no.directive)?.clause(no.clause)
    }

    pub(crate) fn in_force(&self, no: ClauseNo) -> Result<&Clause, Refusal> {
        self.clause(no).ok_or(Refusal::NoSuchClause)
    }

    pub(crate) fn as_owner(&self, by: &By<'_>, no: ClauseNo) -> Result<&Clause, Refusal> {
        let clause = self.in_force(no)?;
        if by.is_of(clause.owner) {
            Ok(clause)
        } else {
            Err(Refusal::NotTheOwner)
        }
    }

    pub(crate) fn as_verifier(&self, by: &By<'_>, no: ClauseNo) -> Result<&Clause, Refusal> {
        let clause = self.in_force(no)?;
        if !by.is_of(clause.verifier) || by.is_of(clause.owner) {
            return Err(Refusal::NotTheVerifier);
        }
        // Whoever carried it out may have come from the owner since.
        if clause.was_worked_on_by(by) {
            return Err(Refusal::OwnWork);
        }
        Ok(clause)
    }
}

/// Refuses what is not done to a clause that has ended.
pub(crate) fn open(clause: &Clause) -> Result<(), Refusal> {
    if clause.state.is_open() {
        Ok(())
    } else {
        Err(Refusal::ClauseEnded)
    }
}

/// The owner takes a clause on.
pub fn accept(forums: &Forums, by: &By<'_>, no: ClauseNo) -> Result<Proposed<Event>, Refusal> {
    let clause = forums.as_owner(by, no)?;
    match clause.state {
        ClauseState::Assigned => {}
        state if state.is_open() => return Err(Refusal::AlreadyAccepted),
        _ => return Err(Refusal::ClauseEnded),
    }
    let event = ClauseAccepted {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// The owner tells how far it is.
pub fn report_progress(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ClauseNo,
    text: &str,
) -> Result<Proposed<Event>, Refusal> {
    let clause = forums.as_owner(by, no)?;
    open(clause)?;
    if clause.progress.len() >= PROGRESS_MAX {
        return Err(Refusal::TooMany);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ProgressReported {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        text: sealer.seal(events::TEXT, text),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// The owner says it is done. Every sort of evidence it needs is there.
pub fn report_done(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ClauseNo,
    text: &str,
) -> Result<Proposed<Event>, Refusal> {
    let clause = forums.as_owner(by, no)?;
    open(clause)?;
    if clause.state == ClauseState::ReportedDone {
        return Err(Refusal::AlreadyReportedDone);
    }
    if !clause.owner_has_proved() {
        return Err(Refusal::EvidenceMissing);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ClauseReportedDone {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        text: sealer.seal(events::TEXT, text),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}
