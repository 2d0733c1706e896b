//! A spoken turn: recorded by the clerk, its summary confirmed by the speaker.

use crate::events::{About, Channel, Confirmation, Event, Nature, TurnConfirmed};
use crate::opinion::{self, Reception, Words};
use crate::{By, Forums, Opinion, OpinionState, Refusal, Stage};
use base::fact::{Digest32, Entropy, OrganisationId, Proposed};
use base::number::ForumNo;
use base::time::Minute;

/// A turn as the clerk records it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The summary and what stands under it.
    pub words: Words,
    /// What it is.
    pub nature: Option<Nature>,
    /// What it speaks to.
    pub about: Option<About>,
    /// For whom the speaker speaks.
    pub organisation: Option<OrganisationId>,
    /// Digest of the code on the speaker's receipt.
    pub receipt: Digest32,
}

/// Records a turn. In the hall it may be recorded after opinions are closed, until the forum concludes.
pub fn record(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ForumNo,
    turn: &Turn,
    read_by: base::time::Date,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.stage_at(now) == Stage::Announced {
        return Err(Refusal::NotOpenYet);
    }
    let reception = Reception {
        channel: Channel::SpokenTurn,
        nature: turn.nature,
        about: turn.about,
        organisation: turn.organisation,
        mandate: Some(by.mandate),
        receipt: turn.receipt,
        read_by,
    };
    opinion::receive(forums, entropy, forum, &turn.words, &reception)
}

fn unconfirmed(opinion: &Opinion) -> Result<(), Refusal> {
    match (opinion.channel, opinion.state, opinion.confirmed) {
        (_, OpinionState::Withdrawn, _) => Err(Refusal::Withdrawn),
        (Channel::SpokenTurn, OpinionState::Held | OpinionState::Refused(_) | OpinionState::Private(_), None) => Ok(()),
        (Channel::SpokenTurn, _, _) => Err(Refusal::AlreadyConfirmed),
        _ => Err(Refusal::NotATurn),
    }
}

/// The speaker confirms the summary with the receipt.
pub fn confirm(forums: &Forums, receipt: Digest32) -> Result<Proposed<Event>, Refusal> {
    let seq = *forums.receipts.get(&receipt).ok_or(Refusal::NoSuchOpinion)?;
    let opinion = forums.opinions.get(&seq).ok_or(Refusal::NoSuchOpinion)?;
    unconfirmed(opinion)?;
    let event = TurnConfirmed {
        forum: opinion.forum,
        opinion: seq,
        how: Confirmation::Receipt,
        mandate: None,
    };
    Ok(Proposed::new(event.into()))
}

/// The speaker confirmed the summary aloud.
pub fn confirm_aloud(forums: &Forums, by: &By<'_>, seq: u64) -> Result<Proposed<Event>, Refusal> {
    let opinion = forums.opinions.get(&seq).ok_or(Refusal::NoSuchOpinion)?;
    unconfirmed(opinion)?;
    let event = TurnConfirmed {
        forum: opinion.forum,
        opinion: seq,
        how: Confirmation::Aloud,
        mandate: Some(by.mandate),
    };
    Ok(Proposed::new(event.into()))
}
