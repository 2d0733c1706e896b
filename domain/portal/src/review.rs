//! A submitted revision is read by somebody else, who publishes or returns it.

use crate::article::{given, latest};
use crate::events::{DraftReturned, Event, NOTE, PERSON, REASON, RevisionPublished};
use crate::{Article, Portal, Refusal, RevisionId, RevisionState};
use base::fact::{Entropy, PersonId, Proposed, Sealer};

/// Who reviews.
pub struct Reviewer<F> {
    /// The person.
    pub person: PersonId,
    /// Number of the mandate under which they review.
    pub mandate: u32,
    /// Whether a mandate, by number, is or was the same person's: the portal knows mandates, not people.
    pub held_by_same: F,
}

fn submitted<'a, F: Fn(u32) -> bool>(
    portal: &'a Portal,
    reviewer: &Reviewer<F>,
    at: RevisionId,
) -> Result<&'a Article, Refusal> {
    let (article, revision) = latest(portal, at)?;
    if revision.state != RevisionState::Submitted {
        return Err(Refusal::NotSubmitted);
    }
    // Two mandates of one person are one pair of eyes.
    let is_own = |mandate: u32| mandate == reviewer.mandate || (reviewer.held_by_same)(mandate);
    if revision.saved.mandate.is_some_and(is_own) {
        return Err(Refusal::OwnRevision);
    }
    Ok(article)
}

/// Publishes a submitted revision. What was published before, and withdrawn or not, is corrected with a public note.
///
/// # Errors
/// [`Refusal::NoSuchArticle`], [`Refusal::NoSuchRevision`], [`Refusal::ChangedMeanwhile`], [`Refusal::NotSubmitted`],
/// [`Refusal::OwnRevision`], [`Refusal::NoteNeeded`], [`Refusal::NothingToCorrect`].
pub fn publish<F: Fn(u32) -> bool>(
    portal: &Portal,
    entropy: &mut Entropy,
    reviewer: &Reviewer<F>,
    at: RevisionId,
    note: Option<&str>,
) -> Result<Proposed<Event>, Refusal> {
    let article = submitted(portal, reviewer, at)?;
    let note = note.and_then(given);
    match (article.address.is_some(), note.is_some()) {
        (true, false) => return Err(Refusal::NoteNeeded),
        (false, true) => return Err(Refusal::NothingToCorrect),
        (true, true) | (false, false) => {}
    }
    let mut sealer = Sealer::new(entropy);
    let event = RevisionPublished {
        article: at.article,
        revision: at.revision,
        note: note.map(|text| sealer.seal(NOTE, text)),
        mandate: reviewer.mandate,
        person: sealer.seal(PERSON, reviewer.person.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Returns a submitted revision to its editors, with a reason for them.
///
/// # Errors
/// [`Refusal::NoSuchArticle`], [`Refusal::NoSuchRevision`], [`Refusal::ChangedMeanwhile`], [`Refusal::NotSubmitted`],
/// [`Refusal::OwnRevision`], [`Refusal::ReasonNeeded`].
pub fn send_back<F: Fn(u32) -> bool>(
    portal: &Portal,
    entropy: &mut Entropy,
    reviewer: &Reviewer<F>,
    at: RevisionId,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    submitted(portal, reviewer, at)?;
    let reason = given(reason).ok_or(Refusal::ReasonNeeded)?;
    let mut sealer = Sealer::new(entropy);
    let event = DraftReturned {
        article: at.article,
        revision: at.revision,
        reason: sealer.seal(REASON, reason),
        mandate: reviewer.mandate,
        person: sealer.seal(PERSON, reviewer.person.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}
