//! An author's appeal against a decision of a moderator: once, decided by someone else.

use crate::events::{AppealDecided, AppealFiled, Event};
use crate::{By, Forums, Missing, OpinionState, Refusal};
use base::fact::{Digest32, Entropy, FieldName, Proposed, SealedRef, Sealer};
use base::text::TextRule;
use base::time::{Date, Hour};
use serde::{Deserialize, Serialize};

/// What an author says in an appeal, in characters.
pub const APPEAL_WORDS: TextRule = TextRule {
    min_chars: 0,
    max_chars: 2_000,
    lines: true,
};
/// Why an appeal was decided as it was, in characters.
pub const APPEAL_ANSWER: TextRule = TextRule {
    min_chars: 10,
    max_chars: 2_000,
    lines: true,
};

/// Sealed, private: what the author says.
pub const WORDS: FieldName = FieldName::of("words");
/// Sealed: the answer to an appeal, or to an author on the private track.
pub const ANSWER: FieldName = FieldName::of("answer");

/// An appeal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// The hour it was filed.
    pub at: Hour,
    /// What the author says; private.
    pub words: Option<SealedRef>,
    /// The last day for the decision.
    pub decide_by: Date,
    /// What had become of the opinion, against which it was filed.
    pub against: OpinionState,
    /// The decision.
    pub decision: Option<Decision>,
}

/// How an appeal was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The hour.
    pub at: Hour,
    /// The author was right.
    pub granted: bool,
    /// Why.
    pub answer: SealedRef,
    /// The mandate under which it was decided.
    pub mandate: u32,
}

/// The holder of the receipt appeals.
pub fn file(
    forums: &Forums,
    entropy: &mut Entropy,
    receipt: Digest32,
    words: Option<&str>,
    decide_by: Date,
) -> Result<Proposed<Event>, Refusal> {
    let seq = *forums.receipts.get(&receipt).ok_or(Refusal::NoSuchOpinion)?;
    let opinion = forums.opinions.get(&seq).ok_or(Refusal::NoSuchOpinion)?;
    match opinion.state {
        OpinionState::Refused(_) | OpinionState::TakenDown(..) | OpinionState::Private(_) => {}
        OpinionState::Withdrawn => return Err(Refusal::Withdrawn),
        OpinionState::Held | OpinionState::Cleared | OpinionState::Published(_) => {
            return Err(Refusal::NothingToAppeal);
        }
    }
    if opinion.appeal.is_some() {
        return Err(Refusal::AlreadyAppealed);
    }
    // Granted, it would publish what its speaker has not confirmed.
    if opinion.is_unconfirmed_turn() {
        return Err(Refusal::NotConfirmed);
    }
    let mut sealer = Sealer::new(entropy);
    let event = AppealFiled {
        forum: opinion.forum,
        opinion: seq,
        words: words.map(|text| sealer.seal(WORDS, text)),
        decide_by,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// The appeal body decides. Never the person who decided before.
pub fn decide(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    seq: u64,
    granted: bool,
    answer: &str,
) -> Result<Proposed<Event>, Refusal> {
    let opinion = forums.opinions.get(&seq).ok_or(Refusal::NoSuchOpinion)?;
    if opinion.state == OpinionState::Withdrawn {
        return Err(Refusal::Withdrawn);
    }
    match &opinion.appeal {
        None => return Err(Refusal::NothingToAppeal),
        Some(appeal) if appeal.decision.is_some() => return Err(Refusal::AlreadyDecided),
        Some(_) => {}
    }
    if opinion.read_under.is_some_and(|mandate| (by.same_person)(mandate)) {
        return Err(Refusal::OwnWork);
    }
    let mut sealer = Sealer::new(entropy);
    let event = AppealDecided {
        forum: opinion.forum,
        opinion: seq,
        granted,
        answer: sealer.seal(ANSWER, answer),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes an appeal in.
pub(crate) fn apply_filed(forums: &mut Forums, seq: u64, at: Hour, e: &AppealFiled) -> Result<(), Missing> {
    let opinion = forums.opinions.get_mut(&e.opinion).ok_or(Missing)?;
    let appeal = Appeal {
        at,
        words: e.words.map(|_| SealedRef::new(seq, WORDS)),
        decide_by: e.decide_by,
        against: opinion.state,
        decision: None,
    };
    opinion.rev = seq;
    let again = opinion.appeal.replace(appeal).is_some();
    let forum = forums.change(e.forum, seq)?;
    forum.appeals.insert(e.opinion);
    if again { Err(Missing) } else { Ok(()) }
}

/// Takes a decision in: a granted appeal brings an opinion on its way again, or back to where it was.
pub(crate) fn apply_decided(forums: &mut Forums, seq: u64, at: Hour, e: &AppealDecided) -> Result<(), Missing> {
    let opinion = forums.opinions.get_mut(&e.opinion).ok_or(Missing)?;
    opinion.rev = seq;
    let appeal = opinion.appeal.as_mut().ok_or(Missing)?;
    let decision = Decision {
        at,
        granted: e.granted,
        answer: SealedRef::new(seq, ANSWER),
        mandate: e.mandate,
    };
    let again = appeal.decision.replace(decision).is_some();
    let before = opinion.state;
    if e.granted {
        opinion.state = match before {
            OpinionState::TakenDown(number, _) => OpinionState::Published(number),
            OpinionState::Refused(_) | OpinionState::Private(_) => OpinionState::Cleared,
            other => other,
        };
    }
    let forum = forums.change(e.forum, seq)?;
    if e.granted {
        match before {
            OpinionState::TakenDown(..) => {
                forum.taken_down.remove(&e.opinion);
            }
            OpinionState::Refused(_) => {
                forum.refused.remove(&e.opinion);
                forum.cleared.insert(e.opinion, at);
            }
            OpinionState::Private(_) => {
                forum.private.remove(&e.opinion);
                forum.cleared.insert(e.opinion, at);
            }
            _ => return Err(Missing),
        }
    }
    if again { Err(Missing) } else { Ok(()) }
}
