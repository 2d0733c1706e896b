//! A clause of a directive, from being assigned to being verified.
//!
//! assigned → accepted → (extended) → reported done → verified, not done or overtaken by events. The owner carries it
//! out and hands in evidence; the verifier, who is never the owner, decides how it ends and alone opens it again.

use crate::document::{FILE, WORDS};
use crate::events::{
    self, ClauseAccepted, ClauseReopened, ClauseReportedDone, ClauseVerified, Event, EvidenceAdded, EvidenceSort,
    ExtensionDecided, ExtensionRequested, FileRef, Outcome, ProgressReported,
};
use crate::{By, Forum, Forums, Missing, Refusal};
use base::fact::{Entropy, FieldName, OrganisationId, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::{Date, Hour, Minute};
use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

/// Progress, what was done, what was seen, in characters.
pub const CLAUSE_WORDS: TextRule = TextRule {
    min_chars: 10,
    max_chars: 4_000,
    lines: true,
};
/// What evidence shows, in characters.
pub const EVIDENCE_TITLE: TextRule = TextRule {
    min_chars: 5,
    max_chars: 200,
    lines: false,
};
/// Evidence in words, in characters.
pub const EVIDENCE_WORDS: TextRule = TextRule {
    min_chars: 0,
    max_chars: 4_000,
    lines: true,
};
/// Most pieces of evidence of a clause.
pub const EVIDENCE_MAX: usize = 100;
/// Most reports of progress of a clause.
pub const PROGRESS_MAX: usize = 500;
/// Most days an extension may add to the day it was due.
pub const EXTENSION_DAYS_MAX: i32 = 366;

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

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The entry that handed it in.
    pub seq: u64,
    /// The hour.
    pub at: Hour,
    /// What it is.
    pub sort: EvidenceSort,
    /// What it shows.
    pub title: SealedRef,
    /// Evidence in words.
    pub words: Option<SealedRef>,
    /// Evidence as a file.
    pub file: Option<(SealedRef, FileRef)>,
}

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

    /// A request for more time that waits for the chair.
    pub fn pending_extension(&self) -> Option<&Extension> {
        self.extensions.last().filter(|one| one.decision.is_none())
    }

    /// Days it is late on a day: counted from the day after it was due, until the owner says it is done.
    pub fn days_late(&self, today: Date) -> u32 {
        let ended = self.verdicts.last().map(|verdict| verdict.at.office_date());
        let until = match (self.state, self.done_on) {
            (ClauseState::Overtaken, _) => return 0,
            (_, Some(done)) => done,
            (ClauseState::NotDone, None) => ended.unwrap_or(today),
            _ => today,
        };
        let days = self.due.map_or(0, |due| due.days_until(until));
        u32::try_from(days).unwrap_or_default()
    }

    /// Sorts of evidence it needs and nobody has handed in.
    pub fn missing_evidence(&self) -> Vec<EvidenceSort> {
        let there = |sort: &EvidenceSort| self.evidence.values().any(|one| one.sort == *sort);
        self.needs.iter().copied().filter(|sort| !there(sort)).collect()
    }
}

impl Forums {
    /// A clause that is in force.
    pub fn clause(&self, no: ClauseNo) -> Option<&Clause> {
        let forum = self.forums.get(&no.forum).filter(|forum| forum.is_concluded())?;
        forum.directives.get(&no.directive)?.clause(no.clause)
    }

    fn in_force(&self, no: ClauseNo) -> Result<&Clause, Refusal> {
        self.clause(no).ok_or(Refusal::NoSuchClause)
    }

    fn as_owner(&self, by: &By<'_>, no: ClauseNo) -> Result<&Clause, Refusal> {
        let clause = self.in_force(no)?;
        if by.is_of(clause.owner) {
            Ok(clause)
        } else {
            Err(Refusal::NotTheOwner)
        }
    }

    fn as_verifier(&self, by: &By<'_>, no: ClauseNo) -> Result<&Clause, Refusal> {
        let clause = self.in_force(no)?;
        if !by.is_of(clause.verifier) || by.is_of(clause.owner) {
            return Err(Refusal::NotTheVerifier);
        }
        // Whoever reported it done may have come from the owner since.
        if clause.done_under.is_some_and(|mandate| (by.same_person)(mandate)) {
            return Err(Refusal::OwnWork);
        }
        Ok(clause)
    }
}

fn open(clause: &Clause) -> Result<(), Refusal> {
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

/// Evidence as it is handed in. The texts have passed their rules; the file is in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceDraft {
    /// What it is.
    pub sort: EvidenceSort,
    /// What it shows.
    pub title: String,
    /// Evidence in words.
    pub words: Option<String>,
    /// Evidence as a file.
    pub file: Option<FileRef>,
}

/// The owner, or the verifier after a visit, hands evidence in.
pub fn add_evidence(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ClauseNo,
    draft: &EvidenceDraft,
) -> Result<Proposed<Event>, Refusal> {
    let clause = match forums.as_owner(by, no) {
        Err(Refusal::NotTheOwner) => forums.as_verifier(by, no).map_err(|_| Refusal::NotTheOwner),
        other => other,
    }?;
    open(clause)?;
    if clause.evidence.len() >= EVIDENCE_MAX {
        return Err(Refusal::TooMany);
    }
    if draft.words.is_none() && draft.file.is_none() {
        return Err(Refusal::NothingInIt);
    }
    let last = forums.forums.get(&no.forum).map_or(0, |forum| forum.last_evidence);
    let mut sealer = Sealer::new(entropy);
    let event = EvidenceAdded {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        evidence: last + 1,
        sort: draft.sort,
        title: sealer.seal(events::TITLE, draft.title.as_str()),
        words: draft.words.as_deref().map(|text| sealer.seal(WORDS, text)),
        file: draft.file,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
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
    if by.is_of(clause.owner) {
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
    // A visit is the verifier's; the owner can't hand its minutes in.
    let missing = clause.missing_evidence();
    if missing.iter().any(|sort| *sort != EvidenceSort::Visit) || clause.evidence.is_empty() && missing.is_empty() {
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

/// The verifier decides how it ends.
pub fn verify(
    forums: &Forums,
    entropy: &mut Entropy,
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
        if clause.evidence.is_empty() || !clause.missing_evidence().is_empty() {
            return Err(Refusal::EvidenceMissing);
        }
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
    if forum.stage == crate::Stage::Closed {
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

/// What happened to a clause.
pub(crate) enum Step<'a> {
    /// Taken on.
    Accepted,
    /// Progress was told.
    Progress,
    /// Evidence was handed in.
    Evidence(&'a EvidenceAdded),
    /// More time was asked for.
    ExtensionRequested(&'a ExtensionRequested),
    /// The chair decided.
    ExtensionDecided(&'a ExtensionDecided),
    /// Reported done, under this mandate.
    Done(u32),
    /// The verifier ended it.
    Verified(Outcome),
    /// The verifier opened it again.
    Reopened(Date),
    /// The superior was told, so often.
    Escalated(u8),
}

/// Takes a step in.
pub(crate) fn apply(forum: &mut Forum, seq: u64, at: Hour, no: (u32, u32), step: Step<'_>) -> Result<(), Missing> {
    let concluded = forum.is_concluded();
    if let Step::Evidence(e) = &step {
        let expected = forum.last_evidence + 1;
        forum.last_evidence = forum.last_evidence.max(e.evidence);
        if e.evidence != expected {
            return Err(Missing);
        }
    }
    let directive = forum.directives.get_mut(&no.0).ok_or(Missing)?;
    directive.acts.push_back(seq);
    let clause = directive.clause_mut(no.1).ok_or(Missing)?;
    clause.rev = seq;
    let known = take(clause, seq, at, step);
    if concluded { known } else { Err(Missing) }
}

fn take(clause: &mut Clause, seq: u64, at: Hour, step: Step<'_>) -> Result<(), Missing> {
    let text = SealedRef::new(seq, events::TEXT);
    let reason = SealedRef::new(seq, events::REASON);
    let was_open = clause.state.is_open();
    match step {
        Step::Accepted => {
            let before = std::mem::replace(&mut clause.state, ClauseState::Accepted);
            return if before == ClauseState::Assigned {
                Ok(())
            } else {
                Err(Missing)
            };
        }
        Step::Progress => clause.progress.push_back(Progress { at, text, done: false }),
        Step::Evidence(e) => {
            let evidence = Evidence {
                seq,
                at,
                sort: e.sort,
                title: SealedRef::new(seq, events::TITLE),
                words: e.words.map(|_| SealedRef::new(seq, WORDS)),
                file: e.file.map(|file| (SealedRef::new(seq, FILE), file)),
            };
            clause.evidence.insert(e.evidence, evidence);
        }
        Step::ExtensionRequested(e) => clause.extensions.push_back(Extension {
            at,
            due_before: clause.due.ok_or(Missing)?,
            until: e.until,
            reason,
            decision: None,
        }),
        Step::ExtensionDecided(e) => {
            let last = clause.extensions.len().checked_sub(1).ok_or(Missing)?;
            let request = clause.extensions.get_mut(last).ok_or(Missing)?;
            if request.decision.replace((e.granted, e.due, reason, at)).is_some() {
                return Err(Missing);
            }
            if e.granted {
                clause.due = Some(e.due);
                clause.escalated = 0;
            }
        }
        Step::Done(mandate) => {
            clause.progress.push_back(Progress { at, text, done: true });
            clause.state = ClauseState::ReportedDone;
            clause.done_on = Some(at.office_date());
            clause.done_under = Some(mandate);
        }
        Step::Verified(outcome) => {
            clause.state = match outcome {
                Outcome::Verified => ClauseState::Verified,
                Outcome::NotDone => ClauseState::NotDone,
                Outcome::Overtaken => ClauseState::Overtaken,
            };
            let outcome = Some(outcome);
            clause.verdicts.push_back(Verdict { at, outcome, reason });
        }
        Step::Reopened(due) => {
            clause.state = ClauseState::Accepted;
            clause.due = Some(due);
            clause.done_on = None;
            clause.done_under = None;
            clause.escalated = 0;
            let outcome = None;
            clause.verdicts.push_back(Verdict { at, outcome, reason });
            return Ok(());
        }
        Step::Escalated(level) => {
            let expected = clause.escalated.saturating_add(1);
            clause.escalated = level;
            if level != expected {
                return Err(Missing);
            }
        }
    }
    if was_open { Ok(()) } else { Err(Missing) }
}
