//! What is known about forums, and how the record changes it.

mod apply;
mod opinion;

pub use opinion::{Opinion, OpinionState, Signature};

use crate::agenda::Agenda;
use crate::answer::Answer;
use crate::conclusion::{self, Conclusion, Directive};
use crate::contest::Contest;
use crate::dates::{Change, ChangeSort, Details};
use crate::document::Document;
use crate::events::{self, Event};
use crate::finding::Finding;
use crate::report::{self, Report};
use crate::results::Publication;
use crate::voice::Voices;
use crate::vote::Votes;
use crate::{Missing, Refusal};
use base::fact::{Digest32, Exposure, Fate, OrganisationId, SealedRef};
use base::number::ForumNo;
use base::time::{Date, Hour, Minute};
use imbl::{OrdMap, OrdSet, Vector};
use serde::{Deserialize, Serialize};

/// Where a forum is on its way, in the order of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// It will be held; opinions are not taken yet.
    Announced,
    /// Opinions and votes are taken.
    Collecting,
    /// Opinions and votes are closed; it is held, and has not concluded.
    InSession,
    /// It concluded, and directed nothing.
    Concluded,
    /// It concluded; what was directed is followed up.
    FollowingUp,
    /// It is over.
    Closed,
    /// It was given up.
    Cancelled,
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
    /// When it was opened for opinions.
    pub opened_at: Option<Hour>,
    /// When opinions and votes were closed.
    pub closed_at: Option<Hour>,
    /// When it ended: over, or cancelled.
    pub ended_at: Option<Hour>,
    /// Where and when in the day it is held, and who comes.
    pub details: Details,
    /// Changes of its days, oldest first.
    pub changes: Vector<Change>,
    /// Its agenda.
    pub agenda: Agenda,
    /// Its documents by number.
    pub documents: OrdMap<u32, Document>,
    /// The report.
    pub report: Report,
    /// Opinions received, whatever became of them.
    pub received: u32,
    /// Opinions waiting to be read, oldest first.
    pub held: OrdSet<u64>,
    /// Opinions read and waiting for the next batch, with the hour they were read.
    pub cleared: OrdMap<u64, Hour>,
    /// Numbers that were given, with the opinions that have them: published ones, and those taken down since.
    pub published: OrdMap<u32, u64>,
    /// Opinions refused, oldest first.
    pub refused: OrdSet<u64>,
    /// Opinions taken back, oldest first.
    pub withdrawn: OrdSet<u64>,
    /// Opinions taken down after they were published, oldest first.
    pub taken_down: OrdSet<u64>,
    /// Opinions on the private track, oldest first.
    pub private: OrdSet<u64>,
    /// Opinions against whose reading there was an appeal, oldest first.
    pub appeals: OrdSet<u64>,
    /// Slips and voices.
    pub voices: Voices,
    /// What the voices said.
    pub votes: Votes,
    /// How the votes were published, once they were.
    pub votes_published: Option<Publication>,
    /// Answers by number.
    pub answers: OrdMap<u32, Answer>,
    /// Numbers of answers by number of the opinion.
    pub(crate) answers_of: OrdMap<u32, Vector<u32>>,
    /// Findings by number.
    pub findings: OrdMap<u32, Finding>,
    /// The conclusion, drafted or in force.
    pub conclusion: Option<Conclusion>,
    /// Directives by number, drafted or in force.
    pub directives: OrdMap<u32, Directive>,
    /// Contests by number.
    pub contests: OrdMap<u32, Contest>,
    /// The highest number a piece of evidence has.
    pub last_evidence: u32,
    /// Entries about it that are news to the public, oldest first.
    pub acts: Vector<u64>,
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
    /// Published, and taken down since.
    pub taken_down: u32,
    /// On the private track.
    pub private: u32,
}

impl Forum {
    /// Where it is on its way at this minute: its last day may be over before time's next tick has recorded it.
    pub fn stage_at(&self, now: Minute) -> Stage {
        if self.stage < Stage::InSession && now >= self.closes.ends_at() {
            Stage::InSession
        } else {
            self.stage
        }
    }

    /// Where it is at this minute among its six steps as people see them (report, opinions, agreement, conclusion, directives,
    /// follow-up), from 0: one that was given up is at none, one that is over has done all, 6.
    pub fn step_at(&self, now: Minute) -> Option<usize> {
        match self.stage_at(now) {
            Stage::Cancelled => None,
            Stage::Announced => Some(0),
            Stage::Collecting => Some(1),
            Stage::InSession if self.votes_published.is_none() => Some(2),
            Stage::InSession => Some(3),
            Stage::Concluded | Stage::FollowingUp => Some(5),
            Stage::Closed => Some(6),
        }
    }

    /// Whether its conclusion is in force.
    pub fn is_concluded(&self) -> bool {
        self.conclusion
            .as_ref()
            .is_some_and(|conclusion| conclusion.concluded.is_some())
    }

    /// Counts opinions received before the entry `before`, the public size of the record: a count that moved with every
    /// opinion would tell whoever watches it when someone wrote.
    pub fn seen(&self, before: u64) -> Seen {
        let until = |all: &OrdSet<u64>| (all.len() - all.range(before..).count()) as u32;
        let taken_down = self.taken_down.len() as u32;
        let published = (self.published.len() as u32).saturating_sub(taken_down);
        let held = until(&self.held);
        let cleared = (self.cleared.len() - self.cleared.range(before..).count()) as u32;
        let (refused, withdrawn, private) = (until(&self.refused), until(&self.withdrawn), until(&self.private));
        let received = published + held + cleared + refused + withdrawn + taken_down + private;
        Seen {
            received,
            published,
            held,
            cleared,
            refused,
            withdrawn,
            taken_down,
            private,
        }
    }

    fn change_days(&mut self, seq: u64, at: Hour, sort: ChangeSort, (closes, day): (Date, Date)) {
        let change = Change {
            seq,
            at,
            sort,
            closes_before: self.closes,
            day_before: self.day,
            closes,
            day,
            reason: SealedRef::new(seq, events::REASON),
        };
        (self.closes, self.day) = (closes, day);
        self.changes.push_back(change);
    }
}

/// A sealed field whose exposure follows what becomes of it; opinions have theirs in their own state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Followed {
    forum: ForumNo,
    shown: bool,
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
    /// Contests by digest of the receipt's code.
    pub contest_receipts: OrdMap<Digest32, (ForumNo, u32)>,
    followed: OrdMap<SealedRef, Followed>,
    /// The last entry that changed what the public sees of any forum.
    pub rev: u64,
}

impl Forums {
    /// A forum on its way to its conclusion.
    pub(crate) fn going_on(&self, no: ForumNo) -> Result<&Forum, Refusal> {
        let forum = self.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
        match forum.stage {
            Stage::Announced | Stage::Collecting | Stage::InSession => Ok(forum),
            Stage::Concluded | Stage::FollowingUp | Stage::Closed => Err(Refusal::ForumConcluded),
            Stage::Cancelled => Err(Refusal::ForumCancelled),
        }
    }

    /// People who wait for an answer in a forum: opinions unread, contests and appeals undecided, private answers and
    /// promised ones not given. A turn whose speaker has not confirmed it waits for the speaker.
    pub fn waiting_in(&self, forum: &Forum) -> usize {
        let of = |seqs: &OrdSet<u64>, waits: fn(&Opinion) -> bool| {
            let known = seqs.iter().filter_map(|seq| self.opinions.get(seq));
            known.filter(|opinion| waits(opinion)).count()
        };
        let unread = of(&forum.held, |one| !one.is_unconfirmed_turn());
        let appeals = of(&forum.appeals, |one| {
            one.appeal.as_ref().is_some_and(|appeal| appeal.decision.is_none()) && one.state != OpinionState::Withdrawn
        });
        let private = of(
            &forum.private,
            |one| matches!(one.state, OpinionState::Private(track) if track.answer.is_none()),
        );
        let contests = forum.contests.values().filter(|one| one.waits()).count();
        let promised = forum
            .published
            .keys()
            .filter(|number| forum.answer_owed(**number).is_some());
        unread + appeals + private + contests + promised.count()
    }

    /// What may be shown of a field whose exposure follows; `Absent` when there is none.
    pub fn exposure(&self, at: SealedRef) -> Exposure {
        if let Some(opinion) = self.opinions.get(&at.seq) {
            return opinion.exposure(at.field);
        }
        match self.followed.get(&at) {
            Some(followed) if followed.shown => Exposure::Public,
            Some(_) => Exposure::Held,
            None => Exposure::Absent,
        }
    }

    /// The forum whose pages show a field.
    pub fn shown_on(&self, at: SealedRef) -> Option<ForumNo> {
        let opinion = self.opinions.get(&at.seq).map(|opinion| opinion.forum);
        opinion.or_else(|| self.followed.get(&at).map(|followed| followed.forum))
    }

    /// The fields of an entry whose exposure follows.
    pub fn fields_of_entry(&self, entry: u64) -> Vec<SealedRef> {
        if self.opinions.contains_key(&entry) {
            return self.fields(entry);
        }
        let followed = self.followed.range(SealedRef::first_of(entry)..).map(|(at, _)| *at);
        followed.take_while(|at| at.seq == entry).collect()
    }

    /// The forum whose pages show an entry's fields.
    pub fn forum_of_entry(&self, entry: u64) -> Option<ForumNo> {
        self.fields_of_entry(entry).first().and_then(|at| self.shown_on(*at))
    }

    /// The sealed fields of an opinion.
    pub fn fields(&self, opinion: u64) -> Vec<SealedRef> {
        let fields = [events::STATEMENT, events::REASONS, events::NAME];
        let fields = fields.into_iter().map(|field| SealedRef::new(opinion, field));
        fields.filter(|at| self.exposure(*at) != Exposure::Absent).collect()
    }

    /// Fields whose exposure an entry changed, beside its own.
    pub fn touched(&self, event: &Event) -> Vec<SealedRef> {
        match event {
            Event::OpinionsPublished(e) => e.opinions.iter().flat_map(|one| self.fields(one.opinion)).collect(),
            Event::OpinionTakenDown(e) => self.fields(e.opinion),
            Event::AppealDecided(e) => self.fields(e.opinion),
            Event::ReportPublished(e) => self.of_forum(e.forum, |forum| {
                forum.report.sections.values().flat_map(report::fields).collect()
            }),
            Event::Concluded(e) => self.of_forum(e.forum, conclusion::all_fields),
            Event::ContestCleared(e) => self.of_forum(e.forum, |forum| {
                forum
                    .contests
                    .get(&e.contest)
                    .map(|contest| contest.text)
                    .into_iter()
                    .collect()
            }),
            _ => Vec::new(),
        }
    }

    fn of_forum(&self, no: ForumNo, fields: impl FnOnce(&Forum) -> Vec<SealedRef>) -> Vec<SealedRef> {
        self.forums.get(&no).map(fields).unwrap_or_default()
    }

    pub(crate) fn change(&mut self, no: ForumNo, seq: u64) -> Result<&mut Forum, Missing> {
        self.rev = seq;
        let forum = self.forums.get_mut(&no).ok_or(Missing)?;
        forum.rev = seq;
        forum.acts.push_back(seq);
        Ok(forum)
    }

    /// A forum in which something happened that the public does not see.
    fn quiet(&mut self, no: ForumNo) -> Result<&mut Forum, Missing> {
        self.forums.get_mut(&no).ok_or(Missing)
    }

    pub(crate) fn settle(&mut self, opinion: u64, seq: u64, state: OpinionState) -> Result<&mut Opinion, Missing> {
        let opinion = self.opinions.get_mut(&opinion).ok_or(Missing)?;
        opinion.state = state;
        opinion.rev = seq;
        Ok(opinion)
    }

    fn follow(&mut self, seq: u64, event: &Event, shown: bool) {
        let forum = event.forum();
        let fields = event.sealed().into_iter().filter(|(_, fate)| *fate == Fate::Follows);
        for (field, _) in fields {
            self.followed
                .insert(SealedRef::new(seq, field), Followed { forum, shown });
        }
    }

    fn show(&mut self, fields: impl IntoIterator<Item = SealedRef>) {
        for field in fields {
            if let Some(followed) = self.followed.get_mut(&field) {
                followed.shown = true;
            }
        }
    }
}
