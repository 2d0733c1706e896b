//! Votes: a voice answers an opinion, and may answer anew while the forum takes answers.
//!
//! The matrix holds two bits an answer. Columns are cut into blocks of 32 opinions; a block has one word a voice and is
//! there once one of its opinions was answered.

use crate::events::{Choice, Entering, Event, VoteCast};
use crate::small_numbers::{Counts, STEP, steps};
use crate::voice::{Standing, VOICES_PER_FORUM_MAX};
use crate::{Forum, Forums, Missing, OpinionState, Refusal, Stage};
use base::fact::{Digest32, Proposed};
use base::number::ForumNo;
use base::time::{Hour, Minute};
use imbl::{OrdMap, OrdSet, Vector};
use serde::{Deserialize, Serialize};

/// Opinions in a block of the matrix: two bits each fill a word.
const BLOCK_OPINIONS: u32 = 32;

/// What all voices said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {
    /// Blocks of the matrix; in each a word a voice, by number less 1.
    blocks: OrdMap<u32, Vector<u64>>,
    /// Counts by number of the opinion.
    pub tallies: OrdMap<u32, Tally>,
    /// Entries with votes.
    pub entries: u64,
    /// Answers that stand.
    pub answers: u64,
    /// The hour of the last vote, and the voices and answers there were before it.
    hour: Option<(Hour, u32, u64)>,
}

/// What was said of one opinion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// By voices that came from slips.
    pub verified: Counts,
    /// By voices that drew themselves.
    pub drawn: Counts,
    /// What the cards show while votes are open: what voices from slips say. Whoever can draw voices at will could find out
    /// by adding and changing their own what one other voice has just said; nobody can draw slips. It moves when so many of
    /// them have answered for the first time as [`STEP`] says: a changed answer moves nothing by itself.
    pub shown: Counts,
    /// Voices from slips that answered since it moved.
    since: OrdSet<u32>,
}

impl Tally {
    /// By all voices.
    pub fn all(&self) -> Counts {
        self.verified.and(self.drawn)
    }
}

const fn bits(choice: Option<Choice>) -> u64 {
    match choice {
        None => 0,
        Some(Choice::Agree) => 1,
        Some(Choice::Disagree) => 2,
        Some(Choice::Pass) => 3,
    }
}

const fn choice(bits: u64) -> Option<Choice> {
    match bits & 3 {
        1 => Some(Choice::Agree),
        2 => Some(Choice::Disagree),
        3 => Some(Choice::Pass),
        _ => None,
    }
}

/// The block of an opinion, and how far its bits are shifted.
const fn column(opinion: u32) -> (u32, u32) {
    let column = opinion.saturating_sub(1);
    (column / BLOCK_OPINIONS, 2 * (column % BLOCK_OPINIONS))
}

impl Forum {
    /// Voices and answers as the public may know them: all of them once votes were published, before that what there was
    /// when the present hour began, in steps. So nobody who watches the number can tell when somebody votes.
    pub fn took_part(&self, now: Minute) -> (u32, u64) {
        let all = (self.voices.count(), self.votes.answers);
        if self.votes_published.is_some() {
            return all;
        }
        let (voices, answers) = match self.votes.hour {
            Some((hour, voices, answers)) if hour >= now.hour() => (voices, answers),
            _ => all,
        };
        (steps(voices), answers - answers % u64::from(STEP))
    }
}

impl Votes {
    /// What a voice says of an opinion.
    pub fn get(&self, voice: u32, opinion: u32) -> Option<Choice> {
        let (block, shift) = column(opinion);
        let row = (voice as usize).checked_sub(1)?;
        choice(self.blocks.get(&block)?.get(row)? >> shift)
    }

    /// Opinions a voice has answered, of those given.
    pub fn answered<'a>(
        &'a self,
        voice: u32,
        opinions: impl Iterator<Item = u32> + 'a,
    ) -> impl Iterator<Item = u32> + 'a {
        opinions.filter(move |opinion| self.get(voice, *opinion).is_some())
    }

    fn set(&mut self, voice: u32, opinion: u32, now: Choice) -> Option<Option<Choice>> {
        let (block, shift) = column(opinion);
        let row = (voice as usize).checked_sub(1)?;
        let words = self.blocks.entry(block).or_default();
        while words.len() <= row {
            words.push_back(0);
        }
        let word = words.get_mut(row)?;
        let before = choice(*word >> shift);
        *word = *word & !(3 << shift) | bits(Some(now)) << shift;
        Some(before)
    }
}

/// A voice answers an opinion. An answer that changes nothing records nothing.
pub fn cast(
    forums: &Forums,
    now: Minute,
    no: ForumNo,
    pseudonym: Digest32,
    number: u32,
    choice: Choice,
) -> Result<Option<Proposed<Event>>, Refusal> {
    let forum = forums.going_on(no)?;
    match forum.stage_at(now) {
        Stage::Announced => return Err(Refusal::NotOpenYet),
        Stage::Collecting => {}
        _ => return Err(Refusal::VotesClosed),
    }
    let seq = forum.published.get(&number).ok_or(Refusal::NoSuchOpinion)?;
    let state = forums.opinions.get(seq).map(|opinion| opinion.state);
    if !matches!(state, Some(OpinionState::Published(_))) {
        return Err(Refusal::NoSuchOpinion);
    }
    let (voice, enters) = match forum.voices.standing(&pseudonym) {
        Standing::Cancelled => return Err(Refusal::SlipCancelled),
        Standing::Known(voice) if forum.votes.get(voice, number) == Some(choice) => return Ok(None),
        Standing::Known(voice) => (voice, None),
        Standing::Enters { .. } if forum.voices.count() as usize >= VOICES_PER_FORUM_MAX => {
            return Err(Refusal::TooMany);
        }
        Standing::Enters { verified } => (forum.voices.count() + 1, Some(Entering { pseudonym, verified })),
    };
    let event = VoteCast {
        forum: no,
        voice,
        opinion: number,
        choice,
        enters,
    };
    Ok(Some(Proposed::new(event.into())))
}

/// Takes a vote in. No revision moves: what the public sees follows in steps.
pub(crate) fn apply(forum: &mut Forum, at: Hour, e: &VoteCast) -> Result<(), Missing> {
    if forum.votes.hour.is_none_or(|(hour, ..)| hour != at) {
        forum.votes.hour = Some((at, forum.voices.count(), forum.votes.answers));
    }
    let entered = match e.enters {
        Some(entering) => forum.voices.enter(e.voice, entering.pseudonym, entering.verified),
        None if e.voice == 0 || e.voice > forum.voices.count() => Err(Missing),
        None => Ok(()),
    };
    forum.votes.entries += 1;
    entered?;
    if !forum.published.contains_key(&e.opinion) || forum.stage != Stage::Collecting {
        return Err(Missing);
    }
    let before = forum.votes.set(e.voice, e.opinion, e.choice).ok_or(Missing)?;
    forum.votes.answers += u64::from(before.is_none());
    let verified = forum.voices.is_verified(e.voice);
    let tally = forum.votes.tallies.entry(e.opinion).or_default();
    let counts = if verified {
        &mut tally.verified
    } else {
        &mut tally.drawn
    };
    if let Some(before) = before {
        counts.take(before);
    }
    counts.add(e.choice);
    if verified && before.is_none() {
        tally.since.insert(e.voice);
    }
    if tally.since.len() >= STEP as usize {
        tally.since.clear();
        tally.shown = tally.verified;
    }
    Ok(())
}
