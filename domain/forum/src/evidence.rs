//! Evidence for a clause: what the owner proves, and the minutes of the verifier's visit.

use crate::clause::{Clause, ClauseNo, open};
use crate::document::{FILE, WORDS};
use crate::events::{self, Event, EvidenceAdded, EvidenceSort, FileRef};
use crate::{By, Forum, Forums, Missing, Refusal, numbering};
use base::fact::{Entropy, Proposed, SealedRef, Sealer};
use base::text::TextRule;
use base::time::Hour;
use serde::{Deserialize, Serialize};

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
/// Most pieces of evidence of a clause from its owner, and as many from its verifier.
pub const EVIDENCE_MAX: usize = 100;

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

impl Clause {
    /// Sorts of evidence it needs and nobody has handed in.
    pub fn missing_evidence(&self) -> Vec<EvidenceSort> {
        let there = |sort: &EvidenceSort| self.evidence.values().any(|one| one.sort == *sort);
        self.needs.iter().copied().filter(|sort| !there(sort)).collect()
    }

    /// Whether there is evidence, and of every sort it needs.
    pub(crate) fn is_proved(&self) -> bool {
        !self.evidence.is_empty() && self.missing_evidence().is_empty()
    }

    /// Whether the owner has handed in what it needs: a visit is the verifier's.
    pub(crate) fn owner_has_proved(&self) -> bool {
        self.missing_evidence().iter().all(|sort| *sort == EvidenceSort::Visit)
    }
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

/// Evidence is handed in: the minutes of a visit by the verifier, everything else by the owner.
pub fn add_evidence(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ClauseNo,
    draft: &EvidenceDraft,
) -> Result<Proposed<Event>, Refusal> {
    let visit = draft.sort == EvidenceSort::Visit;
    let clause = if visit {
        forums.as_verifier(by, no)
    } else {
        forums.as_owner(by, no)
    }?;
    open(clause)?;
    // Each side has its own number of pieces: neither shuts the other out.
    let own = clause
        .evidence
        .values()
        .filter(|one| (one.sort == EvidenceSort::Visit) == visit);
    if own.count() >= EVIDENCE_MAX {
        return Err(Refusal::TooMany);
    }
    if draft.words.is_none() && draft.file.is_none() {
        return Err(Refusal::NothingInIt);
    }
    if draft.sort == EvidenceSort::Photo && !draft.file.is_some_and(|file| file.kind.is_picture()) {
        return Err(Refusal::PictureMissing);
    }
    let last = forums.forums.get(&no.forum).map_or(0, |forum| forum.last_evidence);
    let evidence = numbering::next(last)?;
    let mut sealer = Sealer::new(entropy);
    let event = EvidenceAdded {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        evidence,
        sort: draft.sort,
        title: sealer.seal(events::TITLE, draft.title.as_str()),
        words: draft.words.as_deref().map(|text| sealer.seal(WORDS, text)),
        file: draft.file,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes the number of a piece of evidence in: one after the other through the forum.
pub(crate) fn apply_number(forum: &mut Forum, e: &EvidenceAdded) -> Result<(), Missing> {
    let expected = numbering::next(forum.last_evidence);
    forum.last_evidence = forum.last_evidence.max(e.evidence);
    if expected == Ok(e.evidence) {
        Ok(())
    } else {
        Err(Missing)
    }
}

/// Takes a piece of evidence in.
pub(crate) fn apply(clause: &mut Clause, seq: u64, at: Hour, e: &EvidenceAdded) {
    let evidence = Evidence {
        seq,
        at,
        sort: e.sort,
        title: SealedRef::new(seq, events::TITLE),
        words: e.words.map(|_| SealedRef::new(seq, WORDS)),
        file: e.file.map(|file| (SealedRef::new(seq, FILE), file)),
    };
    clause.evidence.insert(e.evidence, evidence);
    if e.sort == EvidenceSort::Visit {
        clause.judged_under.insert(e.mandate);
    } else {
        clause.worked_under.insert(e.mandate);
    }
}
