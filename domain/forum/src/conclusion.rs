//! The conclusion of the chair and its numbered directives: drafted, then concluded as one act that puts them in force.

use crate::clause::{Clause, ClauseState};
use crate::events::conclusion::clause_fields;
use crate::events::{self, Concluded, ConclusionWritten, DirectiveDropped, DirectiveWritten, Due, Event, EvidenceSort};
use crate::{By, Forum, Forums, Missing, Refusal, Stage};
use base::fact::{Entropy, FieldName, OrganisationId, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::{Date, Hour, Minute};
use base::workdays::Calendar;
use imbl::Vector;
use serde::{Deserialize, Serialize};

/// The chair's words, in characters.
pub const CONCLUSION_TEXT: TextRule = TextRule {
    min_chars: 20,
    max_chars: 20_000,
    lines: true,
};
/// Name and post of who signs, in characters each.
pub const SIGNER: TextRule = TextRule {
    min_chars: 2,
    max_chars: 200,
    lines: false,
};
/// Words of a directive, in characters.
pub const DIRECTIVE_TEXT: TextRule = TextRule {
    min_chars: 10,
    max_chars: 6_000,
    lines: true,
};
/// To whom a directive is, in characters.
pub const ADDRESSEE: TextRule = TextRule {
    min_chars: 3,
    max_chars: 300,
    lines: false,
};
/// Task of a clause, in characters.
pub const TASK: TextRule = TextRule {
    min_chars: 5,
    max_chars: 1_000,
    lines: true,
};
/// Measure of a clause, in characters.
pub const MEASURE: TextRule = TextRule {
    min_chars: 5,
    max_chars: 1_000,
    lines: true,
};
/// Most directives of a forum.
pub const DIRECTIVES_MAX: usize = 30;
/// Most clauses of a directive.
pub const CLAUSES_MAX: usize = 25;
/// Most working days of a clause: two years.
pub const WORKING_DAYS_MAX: u32 = 500;

/// Sealed: who signs.
pub const SIGNER_FIELD: FieldName = FieldName::of("signer");
/// Sealed: the post of who signs.
pub const POST: FieldName = FieldName::of("post");
/// Sealed: to whom a directive is.
pub const ADDRESSEE_FIELD: FieldName = FieldName::of("addressee");
/// Sealed: number and sign of the notice.
pub const SIGN: FieldName = FieldName::of("sign");

/// The conclusion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    /// The entry that wrote it last.
    pub seq: u64,
    /// Its words.
    pub text: SealedRef,
    /// Who signs it.
    pub signer: SealedRef,
    /// The post of who signs it.
    pub post: SealedRef,
    /// How it was concluded, once it was.
    pub concluded: Option<Conclusive>,
}

/// The act that put a conclusion in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusive {
    /// The entry.
    pub seq: u64,
    /// The hour.
    pub at: Hour,
    /// The day it bears.
    pub date: Date,
    /// Number and sign of its notice.
    pub sign: Option<SealedRef>,
}

/// A directive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directive {
    /// The entry that wrote it last.
    pub seq: u64,
    /// Findings it comes from.
    pub findings: Vec<u32>,
    /// To whom it is.
    pub addressee: SealedRef,
    /// The chair's words.
    pub text: SealedRef,
    /// Its clauses in order.
    pub clauses: Vector<Clause>,
    /// Entries about it, oldest first, since it is in force.
    pub acts: Vector<u64>,
}

impl Directive {
    /// One of its clauses.
    pub fn clause(&self, clause: u32) -> Option<&Clause> {
        self.clauses.iter().find(|one| one.clause == clause)
    }

    pub(crate) fn clause_mut(&mut self, clause: u32) -> Option<&mut Clause> {
        self.clauses.iter_mut().find(|one| one.clause == clause)
    }
}

/// A clause as it is drafted. The texts have passed [`TASK`] and [`MEASURE`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseDraft {
    /// Who carries it out.
    pub owner: OrganisationId,
    /// Who confirms it.
    pub verifier: OrganisationId,
    /// Working days it has.
    pub working_days: u32,
    /// Sorts of evidence it needs.
    pub evidence: Vec<EvidenceSort>,
    /// What is to be done.
    pub task: String,
    /// By what it is measured.
    pub measure: String,
}

/// A directive as it is drafted. The texts have passed their rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectiveDraft {
    /// The number of the directive that is written anew; none for a new one.
    pub directive: Option<u32>,
    /// The entry that wrote it last; none for a new one.
    pub over: Option<u64>,
    /// Findings it comes from.
    pub findings: Vec<u32>,
    /// To whom it is.
    pub addressee: String,
    /// The chair's words.
    pub text: String,
    /// Its clauses in order.
    pub clauses: Vec<ClauseDraft>,
}

/// A forum that can be concluded: its opinions and votes are closed, and it was not concluded.
fn to_conclude(forums: &Forums, now: Minute, no: ForumNo) -> Result<&Forum, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.stage_at(now) < Stage::InSession {
        return Err(Refusal::StillCollecting);
    }
    Ok(forum)
}

/// Drafts the conclusion, or drafts it anew. `over` is the entry that wrote it last.
pub fn write(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    over: Option<u64>,
    [text, signer, post]: [&str; 3],
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.conclusion.as_ref().map(|known| known.seq) != over {
        return Err(Refusal::ChangedMeanwhile);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ConclusionWritten {
        forum: no,
        text: sealer.seal(events::TEXT, text),
        signer: sealer.seal(SIGNER_FIELD, signer),
        post: sealer.seal(POST, post),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Drafts a directive, or drafts it anew.
pub fn write_directive(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    draft: &DirectiveDraft,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    let before = match draft.directive {
        None => None,
        Some(number) => Some(forum.directives.get(&number).ok_or(Refusal::NoSuchDirective)?),
    };
    if before.map(|directive| directive.seq) != draft.over {
        return Err(Refusal::ChangedMeanwhile);
    }
    if draft.clauses.is_empty() {
        return Err(Refusal::NothingInIt);
    }
    if draft.clauses.len() > CLAUSES_MAX || (before.is_none() && forum.directives.len() >= DIRECTIVES_MAX) {
        return Err(Refusal::TooMany);
    }
    let findings: std::collections::BTreeSet<u32> = draft.findings.iter().copied().collect();
    let stands = |number: &u32| {
        forum
            .findings
            .get(number)
            .is_some_and(|finding| finding.withdrawn.is_none())
    };
    if !findings.iter().all(stands) {
        return Err(Refusal::NoSuchFinding);
    }
    let mut sealer = Sealer::new(entropy);
    let mut clauses = Vec::new();
    for (clause, one) in (1..).zip(&draft.clauses) {
        if one.owner == one.verifier {
            return Err(Refusal::OwnerVerifies);
        }
        if one.evidence.is_empty() {
            return Err(Refusal::EvidenceSortMissing);
        }
        if one.working_days == 0 || one.working_days > WORKING_DAYS_MAX {
            return Err(Refusal::DueNotSensible);
        }
        let [task, measure] = clause_fields(clause).ok_or(Refusal::TooMany)?;
        let evidence: std::collections::BTreeSet<EvidenceSort> = one.evidence.iter().copied().collect();
        clauses.push(events::Clause {
            clause,
            owner: one.owner,
            verifier: one.verifier,
            working_days: one.working_days,
            evidence: evidence.into_iter().collect(),
            task: sealer.seal(task, one.task.as_str()),
            measure: sealer.seal(measure, one.measure.as_str()),
        });
    }
    let event = DirectiveWritten {
        forum: no,
        directive: draft
            .directive
            .unwrap_or_else(|| forum.directives.get_max().map_or(0, |(number, _)| *number) + 1),
        findings: findings.into_iter().collect(),
        addressee: sealer.seal(ADDRESSEE_FIELD, draft.addressee.as_str()),
        text: sealer.seal(events::TEXT, draft.text.as_str()),
        clauses,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes the last directive out of the draft: the others keep their numbers, which have no gap.
pub fn drop_directive(
    forums: &Forums,
    by: &By<'_>,
    no: ForumNo,
    directive: u32,
    over: u64,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    let known = forum.directives.get(&directive).ok_or(Refusal::NoSuchDirective)?;
    if known.seq != over {
        return Err(Refusal::ChangedMeanwhile);
    }
    if forum.directives.get_max().map(|(number, _)| *number) != Some(directive) {
        return Err(Refusal::NotTheLast);
    }
    let event = DirectiveDropped {
        forum: no,
        directive,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// What the chair concludes: exactly what was read, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclude {
    /// The entry that wrote the conclusion.
    pub over: u64,
    /// The entries that wrote the directives, in order of their numbers.
    pub directives: Vec<u64>,
    /// Number and sign of its notice; it has passed [`crate::document::DOCUMENT_SIGN`].
    pub sign: Option<String>,
}

/// Concludes: the conclusion and its directives become public and are in force; deadlines are counted from today.
pub fn conclude(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    calendar: &Calendar,
    by: &By<'_>,
    no: ForumNo,
    what: &Conclude,
) -> Result<Proposed<Event>, Refusal> {
    let forum = to_conclude(forums, now, no)?;
    let conclusion = forum.conclusion.as_ref().ok_or(Refusal::NothingInIt)?;
    let written: Vec<u64> = forum.directives.values().map(|directive| directive.seq).collect();
    if conclusion.seq != what.over || written != what.directives {
        return Err(Refusal::ChangedMeanwhile);
    }
    let date = now.office_date();
    let dues = forum.directives.iter().flat_map(|(number, directive)| {
        directive.clauses.iter().map(|clause| Due {
            directive: *number,
            clause: clause.clause,
            due: calendar.add_working_days(date, clause.working_days),
        })
    });
    let dues: Vec<Due> = dues.collect();
    let mut sealer = Sealer::new(entropy);
    let event = Concluded {
        forum: no,
        date,
        sign: what.sign.as_deref().map(|text| sealer.seal(SIGN, text)),
        dues,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// The sealed fields of a conclusion.
fn fields(conclusion: &Conclusion) -> [SealedRef; 3] {
    [conclusion.text, conclusion.signer, conclusion.post]
}

/// The sealed fields of a directive.
fn directive_fields(directive: &Directive) -> Vec<SealedRef> {
    let clauses = directive
        .clauses
        .iter()
        .flat_map(|clause| [clause.task, clause.measure]);
    [directive.addressee, directive.text]
        .into_iter()
        .chain(clauses)
        .collect()
}

/// The sealed fields of a forum's conclusion and directives.
pub(crate) fn all_fields(forum: &Forum) -> Vec<SealedRef> {
    let own = forum.conclusion.iter().flat_map(fields);
    own.chain(forum.directives.values().flat_map(directive_fields))
        .collect()
}

/// Takes a draft in.
pub(crate) fn apply_written(forum: &mut Forum, seq: u64) -> Result<(), Missing> {
    let conclusion = Conclusion {
        seq,
        text: SealedRef::new(seq, events::TEXT),
        signer: SealedRef::new(seq, SIGNER_FIELD),
        post: SealedRef::new(seq, POST),
        concluded: None,
    };
    match forum.conclusion.replace(conclusion) {
        Some(before) if before.concluded.is_some() => Err(Missing),
        _ => Ok(()),
    }
}

/// Takes a directive in.
pub(crate) fn apply_directive(forum: &mut Forum, seq: u64, e: &DirectiveWritten) -> Result<(), Missing> {
    let clauses = e.clauses.iter().filter_map(|one| {
        let [task, measure] = clause_fields(one.clause)?;
        Some(Clause::drafted(seq, one, task, measure))
    });
    let directive = Directive {
        seq,
        findings: e.findings.clone(),
        addressee: SealedRef::new(seq, ADDRESSEE_FIELD),
        text: SealedRef::new(seq, events::TEXT),
        clauses: clauses.collect(),
        acts: Vector::new(),
    };
    forum.directives.insert(e.directive, directive);
    if forum.is_concluded() { Err(Missing) } else { Ok(()) }
}

/// Takes a directive out.
pub(crate) fn apply_dropped(forum: &mut Forum, e: &DirectiveDropped) -> Result<(), Missing> {
    forum.directives.remove(&e.directive).map(|_| ()).ok_or(Missing)
}

/// The conclusion is in force; the fields that anyone may read from now on.
pub(crate) fn apply_concluded(forum: &mut Forum, seq: u64, at: Hour, e: &Concluded) -> Result<Vec<SealedRef>, Missing> {
    let conclusion = forum.conclusion.as_mut().ok_or(Missing)?;
    let conclusive = Conclusive {
        seq,
        at,
        date: e.date,
        sign: e.sign.map(|_| SealedRef::new(seq, SIGN)),
    };
    let again = conclusion.concluded.replace(conclusive).is_some();
    for due in &e.dues {
        let directive = forum.directives.get_mut(&due.directive).ok_or(Missing)?;
        directive.clause_mut(due.clause).ok_or(Missing)?.begin(due.due);
    }
    let numbers: Vec<u32> = forum.directives.keys().copied().collect();
    for number in numbers {
        if let Some(directive) = forum.directives.get_mut(&number) {
            directive.acts.push_back(seq);
        }
    }
    let public = all_fields(forum);
    forum.stage = if forum.directives.is_empty() {
        Stage::Concluded
    } else {
        Stage::FollowingUp
    };
    let begun = |clause: &Clause| clause.due.is_some() && clause.state == ClauseState::Assigned;
    let all_begun = forum
        .directives
        .values()
        .all(|directive| directive.clauses.iter().all(begun));
    if again || !all_begun { Err(Missing) } else { Ok(public) }
}
