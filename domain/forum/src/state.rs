//! What is known about forums, and how the record changes it.

use crate::Missing;
use crate::events::{self, About, Channel, Event, LawfulReason, Nature, Signed, SpeakerRole};
use base::fact::{Digest32, Exposure, FieldName, OrganisationId, SealedRef};
use base::number::ForumNo;
use base::time::{Date, Hour, Minute};
use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

/// Where a forum is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// It will be held; opinions are not taken yet.
    Announced,
    /// Opinions are taken.
    Collecting,
    /// The last day for opinions is over.
    Closed,
}

/// One forum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forum {
    /// Its number.
    pub no: ForumNo,
    /// Its title.
    pub title: SealedRef,
    /// What it is for.
    pub purpose: Option<SealedRef>,
    /// Who chairs it.
    pub chair: Option<OrganisationId>,
    /// The force that reports.
    pub force: Option<OrganisationId>,
    /// The last day opinions are taken.
    pub closes: Date,
    /// The day it is held.
    pub day: Date,
    /// Where it is on its way.
    pub stage: Stage,
    /// When it was announced.
    pub announced_at: Hour,
    /// Opinions received, whatever became of them.
    pub received: u32,
    /// Opinions waiting to be read, oldest first.
    pub held: OrdSet<u64>,
    /// Opinions read and waiting for the next batch, with the hour they were read.
    pub cleared: OrdMap<u64, Hour>,
    /// Published opinions by their number.
    pub published: OrdMap<u32, u64>,
    /// Opinions refused, oldest first.
    pub refused: OrdSet<u64>,
    /// Opinions taken back, oldest first.
    pub withdrawn: OrdSet<u64>,
    /// The last entry that changed what the public sees of it.
    pub rev: u64,
}

/// How many opinions a forum has, and what became of them, as the public may know it now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// All of them.
    pub received: u32,
    /// Published.
    pub published: u32,
    /// Waiting to be read.
    pub held: u32,
    /// Read, waiting for the next batch.
    pub cleared: u32,
    /// Read, not published.
    pub refused: u32,
    /// Taken back.
    pub withdrawn: u32,
}

impl Forum {
    /// Where it is on its way at this minute: its last day may be over before time's next tick has recorded it.
    pub fn stage_at(&self, now: Minute) -> Stage {
        if now >= self.closes.ends_at() {
            Stage::Closed
        } else {
            self.stage
        }
    }

    /// Counts opinions received before the entry `before`, the public size of the record: a count that moved with every
    /// opinion would tell whoever watches it when someone wrote.
    pub fn seen(&self, before: u64) -> Seen {
        let until = |all: &OrdSet<u64>| (all.len() - all.range(before..).count()) as u32;
        let published = self.published.len() as u32;
        let held = until(&self.held);
        let cleared = (self.cleared.len() - self.cleared.range(before..).count()) as u32;
        let (refused, withdrawn) = (until(&self.refused), until(&self.withdrawn));
        let received = published + held + cleared + refused + withdrawn;
        Seen {
            received,
            published,
            held,
            cleared,
            refused,
            withdrawn,
        }
    }
}

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
    /// What stands under it.
    pub signature: Signature,
    /// It gives reasons.
    pub has_reasons: bool,
    /// Digest of its receipt's code.
    pub receipt: Digest32,
    /// What became of it.
    pub state: OpinionState,
    /// The mandate under which it was read, once it was.
    pub read_under: Option<u32>,
    /// The entry that last changed its state.
    pub rev: u64,
}

/// Everything known about forums.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Forums {
    /// Forums by number.
    pub forums: OrdMap<ForumNo, Forum>,
    /// Opinions by the entry that received them.
    pub opinions: OrdMap<u64, Opinion>,
    /// Opinions by digest of the receipt's code.
    pub receipts: OrdMap<Digest32, u64>,
    /// The last entry that changed what the public sees of any forum.
    pub rev: u64,
}

impl Forums {
    /// What may be shown of a field of an opinion; `Absent` when the entry is not an opinion.
    pub fn exposure(&self, at: SealedRef) -> Exposure {
        let Some(opinion) = self.opinions.get(&at.seq) else {
            return Exposure::Absent;
        };
        let there = match at.field {
            events::STATEMENT => true,
            events::REASONS => opinion.has_reasons,
            events::NAME => matches!(opinion.signature, Signature::Name(_)),
            _ => false,
        };
        match opinion.state {
            _ if !there => Exposure::Absent,
            OpinionState::Published(_) => Exposure::Public,
            _ => Exposure::Held,
        }
    }

    /// The sealed fields of an opinion.
    pub fn fields(&self, opinion: u64) -> Vec<SealedRef> {
        let fields: [FieldName; 3] = [events::STATEMENT, events::REASONS, events::NAME];
        let fields = fields.into_iter().map(|field| SealedRef::new(opinion, field));
        fields.filter(|at| self.exposure(*at) != Exposure::Absent).collect()
    }

    fn change(&mut self, no: ForumNo, seq: u64) -> Result<&mut Forum, Missing> {
        self.rev = seq;
        let forum = self.forums.get_mut(&no).ok_or(Missing)?;
        forum.rev = seq;
        Ok(forum)
    }

    fn settle(&mut self, opinion: u64, seq: u64, state: OpinionState) -> Result<&mut Opinion, Missing> {
        let opinion = self.opinions.get_mut(&opinion).ok_or(Missing)?;
        opinion.state = state;
        opinion.rev = seq;
        Ok(opinion)
    }

    /// Takes a recorded event in.
    pub fn apply(&mut self, seq: u64, at: Hour, event: &Event) -> Result<(), Missing> {
        match event {
            Event::Announced(e) => {
                let forum = Forum {
                    no: e.forum,
                    title: SealedRef::new(seq, events::TITLE),
                    purpose: e.purpose.map(|_| SealedRef::new(seq, events::PURPOSE)),
                    chair: e.chair,
                    force: e.force,
                    closes: e.closes,
                    day: e.day,
                    stage: Stage::Announced,
                    announced_at: at,
                    received: 0,
                    held: OrdSet::new(),
                    cleared: OrdMap::new(),
                    published: OrdMap::new(),
                    refused: OrdSet::new(),
                    withdrawn: OrdSet::new(),
                    rev: seq,
                };
                self.rev = seq;
                if self.forums.insert(e.forum, forum).is_some() {
                    return Err(Missing);
                }
            }
            Event::Opened(e) => {
                let forum = self.change(e.forum, seq)?;
                let before = std::mem::replace(&mut forum.stage, Stage::Collecting);
                if before != Stage::Announced {
                    return Err(Missing);
                }
            }
            Event::OpinionSubmitted(e) => {
                let opinion = Opinion {
                    forum: e.forum,
                    at,
                    channel: e.channel,
                    nature: e.nature,
                    about: e.about,
                    signature: Signature::read(e.signed, e.role)?,
                    has_reasons: e.reasons.is_some(),
                    receipt: e.receipt,
                    state: OpinionState::Held,
                    read_under: None,
                    rev: seq,
                };
                self.opinions.insert(seq, opinion);
                if self.receipts.insert(e.receipt, seq).is_some() {
                    return Err(Missing);
                }
                // The revision stays: nothing the public sees has changed yet, and it must not tell that someone wrote.
                let forum = self.forums.get_mut(&e.forum).ok_or(Missing)?;
                forum.received += 1;
                forum.held.insert(seq);
                if forum.stage != Stage::Collecting {
                    return Err(Missing);
                }
            }
            Event::OpinionCleared(e) => {
                self.settle(e.opinion, seq, OpinionState::Cleared)?.read_under = Some(e.mandate);
                let forum = self.change(e.forum, seq)?;
                forum.held.remove(&e.opinion).ok_or(Missing)?;
                forum.cleared.insert(e.opinion, at);
            }
            Event::OpinionRefused(e) => {
                self.settle(e.opinion, seq, OpinionState::Refused(e.reason))?.read_under = Some(e.mandate);
                let forum = self.change(e.forum, seq)?;
                forum.held.remove(&e.opinion).ok_or(Missing)?;
                forum.refused.insert(e.opinion);
            }
            Event::OpinionWithdrawn(e) => {
                self.settle(e.opinion, seq, OpinionState::Withdrawn)?;
                let forum = self.forums.get_mut(&e.forum).ok_or(Missing)?;
                let waited = forum.held.remove(&e.opinion).is_some();
                let read = forum.cleared.remove(&e.opinion).is_some();
                let refused = forum.refused.remove(&e.opinion).is_some();
                forum.withdrawn.insert(e.opinion);
                if !(waited || read || refused) {
                    return Err(Missing);
                }
            }
            Event::OpinionsPublished(e) => {
                for one in &e.opinions {
                    self.settle(one.opinion, seq, OpinionState::Published(one.number))?;
                    let forum = self.change(e.forum, seq)?;
                    let before = forum.published.insert(one.number, one.opinion);
                    forum.cleared.remove(&one.opinion).ok_or(Missing)?;
                    if before.is_some() {
                        return Err(Missing);
                    }
                }
            }
            Event::CollectingClosed(e) => {
                let forum = self.change(e.forum, seq)?;
                if std::mem::replace(&mut forum.stage, Stage::Closed) == Stage::Closed {
                    return Err(Missing);
                }
            }
        }
        Ok(())
    }
}
