//! Findings: what the forum agrees was done well or is lacking, each resting on named opinions.

use crate::answer::known_opinions;
use crate::events::{self, Event, FindingRecorded, FindingSort, FindingWithdrawn};
use crate::{By, Forum, Forums, Missing, Refusal, numbering};
use base::fact::{Entropy, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::Hour;
use serde::{Deserialize, Serialize};

/// A finding, in characters.
pub const FINDING_TEXT: TextRule = TextRule {
    min_chars: 10,
    max_chars: 1_000,
    lines: true,
};
/// Most findings of a forum.
pub const FINDINGS_MAX: usize = 200;
/// Most opinions a finding rests on.
pub const OPINIONS_PER_FINDING_MAX: usize = 200;

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The entry that recorded it.
    pub seq: u64,
    /// The hour.
    pub at: Hour,
    /// What it says.
    pub sort: FindingSort,
    /// Numbers of the opinions it rests on.
    pub opinions: Vec<u32>,
    /// The sentence.
    pub text: SealedRef,
    /// Why it was withdrawn.
    pub withdrawn: Option<SealedRef>,
}

/// Records a finding, before the forum concludes.
pub fn record(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    sort: FindingSort,
    opinions: &[u32],
    text: &str,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.findings.len() >= FINDINGS_MAX {
        return Err(Refusal::TooMany);
    }
    let opinions = known_opinions(forum, opinions, OPINIONS_PER_FINDING_MAX)?;
    let mut sealer = Sealer::new(entropy);
    let event = FindingRecorded {
        forum: no,
        finding: numbering::next_of(&forum.findings)?,
        sort,
        opinions,
        text: sealer.seal(events::TEXT, text),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Withdraws a finding, before the forum concludes. It stays readable.
pub fn withdraw(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    finding: u32,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    let known = forum.findings.get(&finding).ok_or(Refusal::NoSuchFinding)?;
    if known.withdrawn.is_some() {
        return Err(Refusal::AlreadyWithdrawn);
    }
    if forum
        .directives
        .values()
        .any(|directive| directive.findings.contains(&finding))
    {
        return Err(Refusal::FindingInUse);
    }
    let mut sealer = Sealer::new(entropy);
    let event = FindingWithdrawn {
        forum: no,
        finding,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes a finding in.
pub(crate) fn apply_recorded(forum: &mut Forum, seq: u64, at: Hour, e: &FindingRecorded) -> Result<(), Missing> {
    let finding = Finding {
        seq,
        at,
        sort: e.sort,
        opinions: e.opinions.clone(),
        text: SealedRef::new(seq, events::TEXT),
        withdrawn: None,
    };
    let known = e.opinions.iter().all(|number| forum.published.contains_key(number));
    match forum.findings.insert(e.finding, finding) {
        None if known => Ok(()),
        _ => Err(Missing),
    }
}

/// Takes a withdrawal in.
pub(crate) fn apply_withdrawn(forum: &mut Forum, seq: u64, e: &FindingWithdrawn) -> Result<(), Missing> {
    let finding = forum.findings.get_mut(&e.finding).ok_or(Missing)?;
    match finding.withdrawn.replace(SealedRef::new(seq, events::REASON)) {
        None => Ok(()),
        Some(_) => Err(Missing),
    }
}

impl Forum {
    /// Findings that stand and rest on an opinion.
    pub fn findings_of(&self, opinion: u32) -> impl Iterator<Item = (u32, &Finding)> {
        let stand = self.findings.iter().filter(|(_, finding)| finding.withdrawn.is_none());
        stand
            .filter(move |(_, finding)| finding.opinions.contains(&opinion))
            .map(|(number, finding)| (*number, finding))
    }
}
