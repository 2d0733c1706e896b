//! A published article is taken back. Its address stays, with the title and the reason.

use crate::article::given;
use crate::events::{ArticleWithdrawn, Event, PERSON, REASON};
use crate::{Portal, Refusal, RevisionId};
use base::fact::{Entropy, PersonId, Proposed, Sealer};

/// Withdraws an article whose published revision is `at`. A correction that came in between is read first: the reason
/// may be gone with it.
///
/// # Errors
/// [`Refusal::NoSuchArticle`], [`Refusal::NotPublished`], [`Refusal::AlreadyWithdrawn`], [`Refusal::NoSuchRevision`],
/// [`Refusal::ChangedMeanwhile`], [`Refusal::ReasonNeeded`].
pub fn withdraw(
    portal: &Portal,
    entropy: &mut Entropy,
    actor: PersonId,
    mandate: u32,
    at: RevisionId,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let article = portal.articles.get(&at.article).ok_or(Refusal::NoSuchArticle)?;
    let published = match article.published {
        Some(published) => published,
        None if article.withdrawn().is_some() => return Err(Refusal::AlreadyWithdrawn),
        None => return Err(Refusal::NotPublished),
    };
    article.revision(at.revision).ok_or(Refusal::NoSuchRevision)?;
    if at.revision != published {
        return Err(Refusal::ChangedMeanwhile(published));
    }
    let reason = given(reason).ok_or(Refusal::ReasonNeeded)?;
    let mut sealer = Sealer::new(entropy);
    let event = ArticleWithdrawn {
        article: at.article,
        reason: sealer.seal(REASON, reason),
        mandate,
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}
