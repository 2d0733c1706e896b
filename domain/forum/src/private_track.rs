//! The private track: an opinion that criticises a guard by name. The person is heard first, the author is answered
//! through the receipt, the public sees how many there were and how fast they were answered.

use crate::appeal::ANSWER;
use crate::events::{Event, OpinionMovedPrivate, PrivateAnswerGiven};
use crate::{By, Forums, Missing, OpinionState, Refusal};
use base::fact::{Entropy, Proposed, SealedRef, Sealer};
use base::text::TextRule;
use base::time::{Date, Hour};
use serde::{Deserialize, Serialize};

/// The answer to the author, in characters.
pub const PRIVATE_ANSWER: TextRule = TextRule {
    min_chars: 10,
    max_chars: 4_000,
    lines: true,
};

/// How far an opinion on the private track is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PrivateTrack {
    /// The hour it went there.
    pub since: Hour,
    /// The last day for the answer.
    pub answer_by: Date,
    /// The answer, for the holder of the receipt, and its hour.
    pub answer: Option<(SealedRef, Hour)>,
}

/// A moderator moves an opinion there instead of publishing it.
pub fn move_there(forums: &Forums, by: &By<'_>, seq: u64, answer_by: Date) -> Result<Proposed<Event>, Refusal> {
    let opinion = crate::opinion::unread(forums, seq)?;
    let event = OpinionMovedPrivate {
        forum: opinion.forum,
        opinion: seq,
        answer_by,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// The author is answered: by the force that is criticised, or by the office.
pub fn answer(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    seq: u64,
    text: &str,
) -> Result<Proposed<Event>, Refusal> {
    let opinion = forums.opinions.get(&seq).ok_or(Refusal::NoSuchOpinion)?;
    let track = match opinion.state {
        OpinionState::Private(track) => track,
        OpinionState::Withdrawn => return Err(Refusal::Withdrawn),
        _ => return Err(Refusal::NotPrivate),
    };
    if track.answer.is_some() {
        return Err(Refusal::AlreadyAnswered);
    }
    let force = forums.forums.get(&opinion.forum).and_then(|forum| forum.force);
    if !by.for_office && !force.is_some_and(|force| by.is_of(force)) {
        return Err(Refusal::NotTheForce);
    }
    let mut sealer = Sealer::new(entropy);
    let event = PrivateAnswerGiven {
        forum: opinion.forum,
        opinion: seq,
        answer: sealer.seal(ANSWER, text),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes the move in.
pub(crate) fn apply_moved(forums: &mut Forums, seq: u64, at: Hour, e: &OpinionMovedPrivate) -> Result<(), Missing> {
    let track = PrivateTrack {
        since: at,
        answer_by: e.answer_by,
        answer: None,
    };
    forums.settle(e.opinion, seq, OpinionState::Private(track))?.read_under = Some(e.mandate);
    let forum = forums.change(e.forum, seq)?;
    forum.held.remove(&e.opinion).ok_or(Missing)?;
    forum.private.insert(e.opinion);
    Ok(())
}

/// Takes an answer in.
pub(crate) fn apply_answered(forums: &mut Forums, seq: u64, at: Hour, e: &PrivateAnswerGiven) -> Result<(), Missing> {
    let opinion = forums.opinions.get_mut(&e.opinion).ok_or(Missing)?;
    opinion.rev = seq;
    let OpinionState::Private(track) = &mut opinion.state else {
        return Err(Missing);
    };
    let again = track.answer.replace((SealedRef::new(seq, ANSWER), at)).is_some();
    forums.change(e.forum, seq)?;
    if again { Err(Missing) } else { Ok(()) }
}
