//! An opinion: written, read, taken back. It is never merged with another and never reworded.

use crate::events::{
    About, Channel, Event, LawfulReason, NAME, Nature, OpinionCleared, OpinionRefused, OpinionSubmitted,
    OpinionTakenDown, OpinionWithdrawn, REASONS, STATEMENT, Signed, SpeakerRole,
};
use crate::{Forum, Forums, Opinion, OpinionState, Refusal, Signature, Stage};
use base::fact::{Digest32, Entropy, OrganisationId, Proposed, Sealer};
use base::number::ForumNo;
use base::text::{self, TextProblem, TextRule};
use base::time::{Date, Minute};

/// Most characters of a statement.
pub const OPINION_CHARS_MAX: usize = 280;
/// Fewest letters of a statement.
pub const OPINION_LETTERS_MIN: usize = 10;
/// Most characters of the reasons.
pub const REASONS_CHARS_MAX: usize = 2_000;
/// Most characters of a name.
pub const NAME_CHARS_MAX: usize = 100;
/// Most opinions of one forum.
pub const OPINIONS_PER_FORUM_MAX: u32 = 1_000_000;

const STATEMENT_RULE: TextRule = TextRule {
    min_chars: 1,
    max_chars: OPINION_CHARS_MAX,
    lines: true,
};
const REASONS_RULE: TextRule = TextRule {
    min_chars: 0,
    max_chars: REASONS_CHARS_MAX,
    lines: true,
};
const NAME_RULE: TextRule = TextRule {
    min_chars: 2,
    max_chars: NAME_CHARS_MAX,
    lines: false,
};

/// What the author wants under the opinion, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedSignature {
    /// Nothing.
    None,
    /// A role.
    Role(SpeakerRole),
    /// A name and a role.
    Name(SpeakerRole, String),
}

/// An opinion whose words have passed every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    statement: String,
    reasons: Option<String>,
    signature: Signature,
    name: Option<String>,
}

/// What is wrong with the typed words, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordsProblems {
    /// The statement.
    pub statement: Option<TextProblem>,
    /// The reasons.
    pub reasons: Option<TextProblem>,
    /// The name.
    pub name: Option<TextProblem>,
}

impl Words {
    /// Reads what was typed. Nothing is dropped or altered but line ends, outer space and the Unicode form (NFC).
    pub fn read(statement: &str, reasons: &str, signature: TypedSignature) -> Result<Words, WordsProblems> {
        let mut problems = WordsProblems::default();
        let statement = accept(&STATEMENT_RULE, statement, &mut problems.statement).unwrap_or_default();
        let letters = text::letters(&statement);
        if problems.statement.is_none() && letters < OPINION_LETTERS_MIN {
            problems.statement = Some(TextProblem::TooShort {
                min: OPINION_LETTERS_MIN,
                have: letters,
            });
        }
        let reasons = match reasons.trim() {
            "" => None,
            _ => accept(&REASONS_RULE, reasons, &mut problems.reasons),
        };
        let (signature, name) = match signature {
            TypedSignature::None => (Signature::None, None),
            TypedSignature::Role(role) => (Signature::Role(role), None),
            TypedSignature::Name(role, name) => (Signature::Name(role), accept(&NAME_RULE, &name, &mut problems.name)),
        };
        if problems == WordsProblems::default() {
            Ok(Words {
                statement,
                reasons,
                signature,
                name,
            })
        } else {
            Err(problems)
        }
    }

    /// The statement in its canonical form.
    pub fn statement(&self) -> &str {
        &self.statement
    }
}

fn accept(rule: &TextRule, typed: &str, problem: &mut Option<TextProblem>) -> Option<String> {
    match rule.accept(typed) {
        Ok(text) => Some(text),
        Err(why) => {
            *problem = Some(why);
            None
        }
    }
}

/// What an opinion is and speaks to, in its author's eyes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub nature: Option<Nature>,
    /// What it speaks to; the forum as a whole when there is none.
    pub about: Option<About>,
}

/// Receives an opinion that was written on the public page.
pub fn submit(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    no: ForumNo,
    (words, subject): (&Words, Subject),
    receipt: Digest32,
    read_by: Date,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
    match forum.stage_at(now) {
        Stage::Announced => return Err(Refusal::NotOpenYet),
        Stage::Collecting => {}
        _ => return Err(Refusal::Closed),
    }
    let reception = Reception {
        channel: Channel::Written,
        nature: subject.nature,
        about: subject.about,
        organisation: None,
        mandate: None,
        receipt,
        read_by,
    };
    receive(forums, entropy, forum, words, &reception)
}

/// How an opinion came.
pub(crate) struct Reception {
    pub(crate) channel: Channel,
    pub(crate) nature: Option<Nature>,
    pub(crate) about: Option<About>,
    pub(crate) organisation: Option<OrganisationId>,
    pub(crate) mandate: Option<u32>,
    pub(crate) receipt: Digest32,
    pub(crate) read_by: Date,
}

/// Receives an opinion, however it came.
pub(crate) fn receive(
    forums: &Forums,
    entropy: &mut Entropy,
    forum: &Forum,
    words: &Words,
    how: &Reception,
) -> Result<Proposed<Event>, Refusal> {
    if forum.received >= OPINIONS_PER_FORUM_MAX {
        return Err(Refusal::TooMany);
    }
    // A second opinion under one receipt would take the way back to the first one away.
    if forums.receipts.contains_key(&how.receipt) || forums.contest_receipts.contains_key(&how.receipt) {
        return Err(Refusal::ReceiptTaken);
    }
    match how.about {
        Some(About::Paragraph(number))
            if forum.report.published.is_none() || forum.report.paragraph(number).is_none() =>
        {
            return Err(Refusal::NoSuchParagraph);
        }
        Some(About::AgendaItem(number)) if forum.agenda.item(number).is_none() => return Err(Refusal::NoSuchItem),
        _ => {}
    }
    let (signed, role) = match words.signature {
        Signature::None => (Signed::None, None),
        Signature::Role(role) => (Signed::Role, Some(role)),
        Signature::Name(role) => (Signed::Name, Some(role)),
    };
    let mut sealer = Sealer::new(entropy);
    let event = OpinionSubmitted {
        forum: forum.no,
        channel: how.channel,
        nature: how.nature,
        about: how.about,
        signed,
        role,
        statement: sealer.seal(STATEMENT, words.statement.as_str()),
        reasons: words.reasons.as_deref().map(|text| sealer.seal(REASONS, text)),
        name: words.name.as_deref().map(|text| sealer.seal(NAME, text)),
        receipt: how.receipt,
        organisation: how.organisation,
        read_by: Some(how.read_by),
        mandate: how.mandate,
    };
    // Never "by" the role: that would be somebody's claim where the record says what was proved.
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// An opinion that waits to be read.
pub(crate) fn unread(forums: &Forums, opinion: u64) -> Result<&Opinion, Refusal> {
    let opinion = forums.opinions.get(&opinion).ok_or(Refusal::NoSuchOpinion)?;
    match opinion.state {
        OpinionState::Held => Ok(opinion),
        OpinionState::Withdrawn => Err(Refusal::Withdrawn),
        OpinionState::Cleared
        | OpinionState::Published(_)
        | OpinionState::Refused(_)
        | OpinionState::TakenDown(..)
        | OpinionState::Private(_) => Err(Refusal::AlreadyRead),
    }
}

/// A moderator clears an opinion for the next batch.
pub fn clear(forums: &Forums, mandate: u32, opinion: u64) -> Result<Proposed<Event>, Refusal> {
    let known = unread(forums, opinion)?;
    // The words are the clerk's until the speaker says they are theirs.
    if known.is_unconfirmed_turn() {
        return Err(Refusal::NotConfirmed);
    }
    let forum = known.forum;
    Ok(Proposed::new(
        OpinionCleared {
            forum,
            opinion,
            mandate,
        }
        .into(),
    ))
}

/// A moderator leaves an opinion unpublished, for a lawful reason.
pub fn refuse(forums: &Forums, mandate: u32, opinion: u64, reason: LawfulReason) -> Result<Proposed<Event>, Refusal> {
    let forum = unread(forums, opinion)?.forum;
    Ok(Proposed::new(
        OpinionRefused {
            forum,
            opinion,
            reason,
            mandate,
        }
        .into(),
    ))
}

/// A moderator takes a published opinion down, for a lawful reason. Its number stays, and what was said of it.
pub fn take_down(
    forums: &Forums,
    mandate: u32,
    opinion: u64,
    reason: LawfulReason,
) -> Result<Proposed<Event>, Refusal> {
    let known = forums.opinions.get(&opinion).ok_or(Refusal::NoSuchOpinion)?;
    if !matches!(known.state, OpinionState::Published(_)) {
        return Err(Refusal::NotPublished);
    }
    // What the appeal body brought back stays.
    if known.appeal.is_some() {
        return Err(Refusal::AlreadyDecided);
    }
    let event = OpinionTakenDown {
        forum: known.forum,
        opinion,
        reason,
        mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// The holder of the receipt takes an opinion back. What is published stays.
pub fn withdraw(forums: &Forums, receipt: Digest32) -> Result<(u64, Proposed<Event>), Refusal> {
    let seq = *forums.receipts.get(&receipt).ok_or(Refusal::NoSuchOpinion)?;
    let opinion = forums.opinions.get(&seq).ok_or(Refusal::NoSuchOpinion)?;
    match opinion.state {
        OpinionState::Published(_) | OpinionState::TakenDown(..) => Err(Refusal::AlreadyPublished),
        OpinionState::Withdrawn => Err(Refusal::Withdrawn),
        OpinionState::Held | OpinionState::Cleared | OpinionState::Refused(_) | OpinionState::Private(_) => Ok((
            seq,
            Proposed::new(
                OpinionWithdrawn {
                    forum: opinion.forum,
                    opinion: seq,
                }
                .into(),
            ),
        )),
    }
}
