//! A contest: anyone may say that what is told of a clause is not so. It is read before it is public, changes no state,
//! and is answered by someone who is neither owner nor verifier.

use crate::clause::{Clause, ClauseNo};
use crate::events::{self, ClauseContested, ContestAnswered, ContestCleared, ContestRefused, Event, LawfulReason};
use crate::{By, Forum, Forums, Missing, Refusal, numbering};
use base::fact::{Digest32, Entropy, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::Hour;
use serde::{Deserialize, Serialize};

/// What is contested, in characters.
pub const CONTEST_TEXT: TextRule = TextRule {
    min_chars: 10,
    max_chars: 1_000,
    lines: true,
};
/// The answer, in characters.
pub const CONTEST_ANSWER: TextRule = TextRule {
    min_chars: 10,
    max_chars: 2_000,
    lines: true,
};
/// Most contests of a forum.
pub const CONTESTS_MAX: usize = 100_000;

/// What became of a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ContestState {
    /// Waits to be read.
    Held,
    /// Is public.
    Public,
    /// Was read and stays unpublished, for this reason.
    Refused(LawfulReason),
}

/// A contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// The entry that received it.
    pub seq: u64,
    /// The hour.
    pub at: Hour,
    /// The directive and its clause.
    pub clause: (u32, u32),
    /// Digest of its receipt's code.
    pub receipt: Digest32,
    /// What is said.
    pub text: SealedRef,
    /// What became of it.
    pub state: ContestState,
    /// The answer, and its hour.
    pub answer: Option<(SealedRef, Hour)>,
}

impl Contest {
    /// Whether it is still to be read, or public and still to be answered.
    pub fn waits(&self) -> bool {
        match self.state {
            ContestState::Held => true,
            ContestState::Public => self.answer.is_none(),
            ContestState::Refused(_) => false,
        }
    }
}

/// Someone contests what is told of a clause.
pub fn submit(
    forums: &Forums,
    entropy: &mut Entropy,
    no: ClauseNo,
    text: &str,
    receipt: Digest32,
) -> Result<Proposed<Event>, Refusal> {
    forums.clause(no).ok_or(Refusal::NoSuchClause)?;
    let forum = forums.forums.get(&no.forum).ok_or(Refusal::NoSuchForum)?;
    if forum.contests.len() >= CONTESTS_MAX {
        return Err(Refusal::TooMany);
    }
    if forums.receipts.contains_key(&receipt) || forums.contest_receipts.contains_key(&receipt) {
        return Err(Refusal::ReceiptTaken);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ClauseContested {
        forum: no.forum,
        directive: no.directive,
        clause: no.clause,
        contest: numbering::next_of(&forum.contests)?,
        receipt,
        text: sealer.seal(events::TEXT, text),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

fn known(forums: &Forums, no: ForumNo, contest: u32) -> Result<&Contest, Refusal> {
    let forum = forums.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
    forum.contests.get(&contest).ok_or(Refusal::NoSuchContest)
}

/// The clause a contest is against.
fn contested<'a>(forums: &'a Forums, no: ForumNo, contest: &Contest) -> Result<&'a Clause, Refusal> {
    let (directive, clause) = contest.clause;
    let no = ClauseNo {
        forum: no,
        directive,
        clause,
    };
    forums.clause(no).ok_or(Refusal::NoSuchClause)
}

/// Nobody keeps back what is said of their own work.
fn unread(forums: &Forums, by: &By<'_>, no: ForumNo, contest: u32) -> Result<(), Refusal> {
    let contest = known(forums, no, contest)?;
    if contest.state != ContestState::Held {
        return Err(Refusal::AlreadyRead);
    }
    if contested(forums, no, contest)?.concerns(by) {
        return Err(Refusal::OwnWork);
    }
    Ok(())
}

/// A moderator makes a contest public.
pub fn clear(forums: &Forums, by: &By<'_>, no: ForumNo, contest: u32) -> Result<Proposed<Event>, Refusal> {
    unread(forums, by, no, contest)?;
    let event = ContestCleared {
        forum: no,
        contest,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// A moderator leaves a contest unpublished, for a lawful reason.
pub fn refuse(
    forums: &Forums,
    by: &By<'_>,
    no: ForumNo,
    contest: u32,
    reason: LawfulReason,
) -> Result<Proposed<Event>, Refusal> {
    unread(forums, by, no, contest)?;
    let event = ContestRefused {
        forum: no,
        contest,
        reason,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// Someone who is neither owner nor verifier answers.
pub fn answer(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    contest: u32,
    text: &str,
) -> Result<Proposed<Event>, Refusal> {
    let known = known(forums, no, contest)?;
    if known.state != ContestState::Public {
        return Err(Refusal::NoSuchContest);
    }
    if known.answer.is_some() {
        return Err(Refusal::AlreadyAnswered);
    }
    if by.organisation.is_none() || contested(forums, no, known)?.concerns(by) {
        return Err(Refusal::OwnWork);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ContestAnswered {
        forum: no,
        contest,
        text: sealer.seal(events::TEXT, text),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes a contest in.
pub(crate) fn apply_submitted(forums: &mut Forums, seq: u64, at: Hour, e: &ClauseContested) -> Result<(), Missing> {
    let taken = forums
        .contest_receipts
        .insert(e.receipt, (e.forum, e.contest))
        .is_some();
    let forum = forums.forums.get_mut(&e.forum).ok_or(Missing)?;
    let contest = Contest {
        seq,
        at,
        clause: (e.directive, e.clause),
        receipt: e.receipt,
        text: SealedRef::new(seq, events::TEXT),
        state: ContestState::Held,
        answer: None,
    };
    let again = forum.contests.insert(e.contest, contest).is_some();
    let directive = forum.directives.get_mut(&e.directive).ok_or(Missing)?;
    directive
        .clause_mut(e.clause)
        .ok_or(Missing)?
        .contests
        .push_back(e.contest);
    if again || taken { Err(Missing) } else { Ok(()) }
}

fn touch(forum: &mut Forum, seq: u64, clause: (u32, u32)) -> Result<(), Missing> {
    let directive = forum.directives.get_mut(&clause.0).ok_or(Missing)?;
    directive.acts.push_back(seq);
    directive.clause_mut(clause.1).ok_or(Missing)?.rev = seq;
    Ok(())
}

/// Takes a reading in; the field that anyone may read from now on.
pub(crate) fn apply_read(
    forum: &mut Forum,
    seq: u64,
    contest: u32,
    state: ContestState,
) -> Result<Option<SealedRef>, Missing> {
    let contest = forum.contests.get_mut(&contest).ok_or(Missing)?;
    let before = std::mem::replace(&mut contest.state, state);
    let (clause, text) = (contest.clause, contest.text);
    touch(forum, seq, clause)?;
    if before != ContestState::Held {
        return Err(Missing);
    }
    Ok((state == ContestState::Public).then_some(text))
}

/// Takes an answer in.
pub(crate) fn apply_answered(forum: &mut Forum, seq: u64, at: Hour, e: &ContestAnswered) -> Result<(), Missing> {
    let contest = forum.contests.get_mut(&e.contest).ok_or(Missing)?;
    let again = contest
        .answer
        .replace((SealedRef::new(seq, events::TEXT), at))
        .is_some();
    let (clause, public) = (contest.clause, contest.state == ContestState::Public);
    touch(forum, seq, clause)?;
    if again || !public { Err(Missing) } else { Ok(()) }
}
