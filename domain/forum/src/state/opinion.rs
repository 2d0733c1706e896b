//! One opinion, and what may be shown of it.

use crate::Missing;
use crate::appeal::Appeal;
use crate::events::{self, About, Channel, Confirmation, LawfulReason, Nature, OpinionSubmitted, Signed, SpeakerRole};
use crate::private_track::PrivateTrack;
use base::fact::{Digest32, Exposure, FieldName, OrganisationId};
use base::number::ForumNo;
use base::time::{Date, Hour};
use serde::{Deserialize, Serialize};

/// What became of an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OpinionState {
    /// Waits to be read.
    Held,
    /// Was read and waits for the next batch.
    Cleared,
    /// Is published under this number.
    Published(u32),
    /// Was read and stays unpublished, for this reason.
    Refused(LawfulReason),
    /// Was taken back by its author.
    Withdrawn,
    /// Was published under this number and taken down, for this reason.
    TakenDown(u32, LawfulReason),
    /// Names a guard: its author is answered, it is not published.
    Private(PrivateTrack),
}

/// What stands under an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Signature {
    /// Nothing.
    None,
    /// A role.
    Role(SpeakerRole),
    /// A name, sealed under `name`, and a role.
    Name(SpeakerRole),
}

impl Signature {
    /// From what an entry says; an entry that says less than it must was written by something else.
    fn read(signed: Signed, role: Option<SpeakerRole>) -> Result<Signature, Missing> {
        match (signed, role) {
            (Signed::None, None) => Ok(Signature::None),
            (Signed::Role, Some(role)) => Ok(Signature::Role(role)),
            (Signed::Name, Some(role)) => Ok(Signature::Name(role)),
            _ => Err(Missing),
        }
    }
}

/// One opinion, named by the entry that received it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The forum.
    pub forum: ForumNo,
    /// The hour it was received.
    pub at: Hour,
    /// How it came.
    pub channel: Channel,
    /// What it is, if its author said so.
    pub nature: Option<Nature>,
    /// What it speaks to, if its author said so.
    pub about: Option<About>,
    /// For whom its author speaks, as the clerk was told.
    pub organisation: Option<OrganisationId>,
    /// What stands under it.
    pub signature: Signature,
    /// It gives reasons.
    pub has_reasons: bool,
    /// Digest of its receipt's code.
    pub receipt: Digest32,
    /// The last day on which it is read without being late.
    pub read_by: Option<Date>,
    /// How the speaker confirmed the summary of a turn.
    pub confirmed: Option<Confirmation>,
    /// What became of it.
    pub state: OpinionState,
    /// The mandate under which it was read, or taken down, last.
    pub read_under: Option<u32>,
    /// The appeal against its reading.
    pub appeal: Option<Appeal>,
    /// The entry that last changed its state.
    pub rev: u64,
}

impl Opinion {
    pub(super) fn received(seq: u64, at: Hour, e: &OpinionSubmitted) -> Result<Opinion, Missing> {
        Ok(Opinion {
            forum: e.forum,
            at,
            channel: e.channel,
            nature: e.nature,
            about: e.about,
            organisation: e.organisation,
            signature: Signature::read(e.signed, e.role)?,
            has_reasons: e.reasons.is_some(),
            receipt: e.receipt,
            read_by: e.read_by,
            confirmed: None,
            state: OpinionState::Held,
            read_under: None,
            appeal: None,
            rev: seq,
        })
    }

    /// Whether it is a spoken turn whose summary the speaker has not confirmed.
    pub fn is_unconfirmed_turn(&self) -> bool {
        self.channel == Channel::SpokenTurn && self.confirmed.is_none()
    }

    /// What may be shown of one of its fields.
    pub(super) fn exposure(&self, field: FieldName) -> Exposure {
        let there = match field {
            events::STATEMENT => true,
            events::REASONS => self.has_reasons,
            events::NAME => matches!(self.signature, Signature::Name(_)),
            _ => false,
        };
        match self.state {
            _ if !there => Exposure::Absent,
            OpinionState::Published(_) => Exposure::Public,
            _ => Exposure::Held,
        }
    }
}
