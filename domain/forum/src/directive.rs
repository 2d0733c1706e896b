//! A directive: numbered, to someone, made of clauses. It is a draft until the forum concludes.

use crate::clause::Clause;
use crate::events::conclusion::clause_fields;
use crate::events::{self, DirectiveDropped, DirectiveWritten, Event, EvidenceSort};
use crate::{By, Forum, Forums, Missing, Refusal, numbering};
use base::fact::{Entropy, FieldName, OrganisationId, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use imbl::Vector;
use serde::{Deserialize, Serialize};

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

/// Sealed: to whom a directive is.
pub const ADDRESSEE_FIELD: FieldName = FieldName::of("addressee");
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
        directive: match draft.directive {
            Some(number) => number,
            None => numbering::next_of(&forum.directives)?,
        },
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

/// The sealed fields of a directive.
pub(crate) fn fields(directive: &Directive) -> Vec<SealedRef> {
    let clauses = directive
        .clauses
        .iter()
        .flat_map(|clause| [clause.task, clause.measure]);
    [directive.addressee, directive.text]
        .into_iter()
        .chain(clauses)
        .collect()
}

/// Takes a directive in.
pub(crate) fn apply_written(forum: &mut Forum, seq: u64, e: &DirectiveWritten) -> Result<(), Missing> {
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
    let whole = directive.clauses.len() == e.clauses.len();
    let next = numbering::next_of(&forum.directives);
    let in_order = forum.directives.contains_key(&e.directive) || next == Ok(e.directive);
    forum.directives.insert(e.directive, directive);
    if whole && in_order && !forum.is_concluded() {
        Ok(())
    } else {
        Err(Missing)
    }
}

/// Takes a directive out.
pub(crate) fn apply_dropped(forum: &mut Forum, e: &DirectiveDropped) -> Result<(), Missing> {
    forum.directives.remove(&e.directive).map(|_| ()).ok_or(Missing)
}
