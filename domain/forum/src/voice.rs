//! Voices: a secret of 128 bits for one forum. It comes from a slip, and is verified, or is drawn with the first vote.
//! The record holds its pseudonym in that forum only, never an account.

use crate::events::{Event, SlipsCancelled, SlipsIssued};
use crate::{By, Forum, Forums, Missing, Refusal, Stage, numbering};
use base::fact::{Digest32, Entropy, FieldName, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::{Hour, Minute};
use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// For whom slips are, in characters.
pub const ROLL_LABEL: TextRule = TextRule {
    min_chars: 2,
    max_chars: 120,
    lines: false,
};
/// Most slips made at once: what one entry holds and one print job prints.
pub const SLIPS_PER_BATCH_MAX: usize = 500;
/// Most slips of a forum.
pub const SLIPS_PER_FORUM_MAX: usize = 200_000;
/// Most voices of a forum.
pub const VOICES_PER_FORUM_MAX: usize = 2_000_000;

/// Sealed, private: for whom slips are.
pub const LABEL: FieldName = FieldName::of("label");

/// The secret of a voice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct VoiceSecret(pub [u8; 16]);

impl VoiceSecret {
    /// Its pseudonym in a forum: says nothing about the secret, nor about its pseudonym elsewhere.
    pub fn pseudonym(&self, forum: ForumNo) -> Digest32 {
        let mut hash = Sha256::new();
        hash.update(b"langnghe/voice/v1");
        hash.update(forum.year().to_be_bytes());
        hash.update([forum.number()]);
        hash.update(self.0);
        Digest32(hash.finalize().into())
    }
}

/// Slips made together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// The hour they were made.
    pub at: Hour,
    /// For whom; private.
    pub label: SealedRef,
    /// How many.
    pub slips: u32,
    /// How many were used.
    pub used: u32,
    /// Those not used let nobody in any more.
    pub cancelled: bool,
}

/// Slips and voices of a forum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voices {
    /// Batches of slips by number.
    pub batches: OrdMap<u32, Batch>,
    /// The batch of each slip that nobody has used, by pseudonym.
    slips: OrdMap<Digest32, u32>,
    /// Numbers of voices by pseudonym, from 1.
    numbers: OrdMap<Digest32, u32>,
    /// Which voices came from slips, by number less 1.
    verified: Vector<bool>,
    /// How many came from slips.
    pub verified_count: u32,
}

/// What a pseudonym is to a forum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A voice with this number.
    Known(u32),
    /// It would enter; from a slip or not.
    Enters {
        /// It comes from a slip.
        verified: bool,
    },
    /// It comes from a slip that was cancelled.
    Cancelled,
}

impl Voices {
    /// How many there are.
    pub fn count(&self) -> u32 {
        self.verified.len() as u32
    }

    /// How many drew themselves.
    pub fn drawn_count(&self) -> u32 {
        self.count() - self.verified_count
    }

    /// Whether a voice came from a slip.
    pub fn is_verified(&self, voice: u32) -> bool {
        let at = (voice as usize).checked_sub(1);
        at.and_then(|at| self.verified.get(at)).copied().unwrap_or_default()
    }

    /// What a pseudonym is.
    pub fn standing(&self, pseudonym: &Digest32) -> Standing {
        if let Some(number) = self.numbers.get(pseudonym) {
            return Standing::Known(*number);
        }
        match self.slips.get(pseudonym).and_then(|batch| self.batches.get(batch)) {
            Some(batch) if batch.cancelled => Standing::Cancelled,
            Some(_) => Standing::Enters { verified: true },
            None => Standing::Enters { verified: false },
        }
    }

    /// Slips there are, used ones too.
    pub fn slip_count(&self) -> u32 {
        self.batches.values().map(|batch| batch.slips).sum()
    }

    /// A voice enters.
    pub(crate) fn enter(&mut self, voice: u32, pseudonym: Digest32, verified: bool) -> Result<(), Missing> {
        let fresh = self.numbers.insert(pseudonym, voice).is_none();
        self.verified.push_back(verified);
        self.verified_count += u32::from(verified);
        let batch = self.slips.remove(&pseudonym);
        let mut let_in = true;
        if let Some(batch) = batch.and_then(|number| self.batches.get_mut(&number)) {
            batch.used += 1;
            let_in = !batch.cancelled;
        }
        let in_order = self.verified.len() == voice as usize;
        if fresh && in_order && let_in && verified == batch.is_some() {
            Ok(())
        } else {
            Err(Missing)
        }
    }
}

/// Makes slips. Their secrets were drawn where they are printed, and are kept nowhere.
pub fn issue(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ForumNo,
    label: &str,
    pseudonyms: &[Digest32],
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.stage_at(now) >= Stage::InSession {
        return Err(Refusal::Closed);
    }
    if pseudonyms.is_empty() {
        return Err(Refusal::NothingInIt);
    }
    let all = forum.voices.slip_count() as usize + pseudonyms.len();
    if pseudonyms.len() > SLIPS_PER_BATCH_MAX || all > SLIPS_PER_FORUM_MAX {
        return Err(Refusal::TooMany);
    }
    let known = |one: &Digest32| forum.voices.slips.contains_key(one) || forum.voices.numbers.contains_key(one);
    let distinct: std::collections::BTreeSet<&Digest32> = pseudonyms.iter().collect();
    if distinct.len() != pseudonyms.len() || pseudonyms.iter().any(known) {
        return Err(Refusal::SlipTaken);
    }
    let mut sealer = Sealer::new(entropy);
    let event = SlipsIssued {
        forum: no,
        batch: numbering::next_of(&forum.voices.batches)?,
        label: sealer.seal(LABEL, label),
        pseudonyms: pseudonyms.to_vec(),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Cancels the slips of a batch that nobody has used, after a lost print.
pub fn cancel(forums: &Forums, by: &By<'_>, no: ForumNo, batch: u32) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
    match forum.voices.batches.get(&batch) {
        None => return Err(Refusal::NoSuchBatch),
        Some(known) if known.cancelled => return Err(Refusal::AlreadyCancelled),
        Some(_) => {}
    }
    let event = SlipsCancelled {
        forum: no,
        batch,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// Takes slips in.
pub(crate) fn apply_issued(forum: &mut Forum, seq: u64, at: Hour, e: &SlipsIssued) -> Result<(), Missing> {
    let batch = Batch {
        at,
        label: SealedRef::new(seq, LABEL),
        slips: e.pseudonyms.len() as u32,
        used: 0,
        cancelled: false,
    };
    let again = forum.voices.batches.insert(e.batch, batch).is_some();
    for pseudonym in &e.pseudonyms {
        forum.voices.slips.insert(*pseudonym, e.batch);
    }
    if again { Err(Missing) } else { Ok(()) }
}

/// Takes a cancellation in.
pub(crate) fn apply_cancelled(forum: &mut Forum, e: &SlipsCancelled) -> Result<(), Missing> {
    let batch = forum.voices.batches.get_mut(&e.batch).ok_or(Missing)?;
    if std::mem::replace(&mut batch.cancelled, true) {
        return Err(Missing);
    }
    Ok(())
}
