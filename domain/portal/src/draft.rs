//! A revision is written and handed in for review.

use crate::article::{Draft, REVISIONS_PER_ARTICLE_MAX, SLUG_CHARS_MAX, latest, next_no};
use crate::events::{AUTHOR, BODY, DEPARTMENT, DraftSaved, DraftSubmitted, Event, PERSON, SLUG, TITLE};
use crate::{Portal, Refusal, RevisionId, RevisionState};
use base::fact::{Entropy, PersonId, Proposed, Sealer};
use base::slug::slug;

/// Saves the first revision of a new article, or one more `over` the revision the editor started from. When somebody
/// saved in between, nothing is recorded: the editor reads what is there and saves over that.
///
/// # Errors
/// [`Refusal::TooMany`], [`Refusal::NoSuchArticle`], [`Refusal::NoSuchRevision`], [`Refusal::ChangedMeanwhile`],
/// [`Refusal::TooManyRevisions`].
pub fn save(
    portal: &Portal,
    entropy: &mut Entropy,
    actor: PersonId,
    mandate: u32,
    draft: &Draft,
    over: Option<RevisionId>,
) -> Result<Proposed<Event>, Refusal> {
    let (article, revision, has_address) = match over {
        None => (next_no(portal)?, 1, false),
        Some(over) => {
            let (article, last) = latest(portal, over)?;
            if article.revisions.len() >= REVISIONS_PER_ARTICLE_MAX {
                return Err(Refusal::TooManyRevisions);
            }
            (article.no, last.no + 1, article.address.is_some())
        }
    };
    let mut sealer = Sealer::new(entropy);
    let event = DraftSaved {
        article,
        revision,
        date: draft.date,
        title: sealer.seal(TITLE, draft.title.as_str()),
        slug: (!has_address).then(|| sealer.seal(SLUG, slug(&draft.title, SLUG_CHARS_MAX))),
        body: sealer.seal(BODY, draft.body.as_str()),
        author: draft.author.as_deref().map(|text| sealer.seal(AUTHOR, text)),
        department: draft.department.as_deref().map(|text| sealer.seal(DEPARTMENT, text)),
        mandate,
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Hands the latest revision in for review. A returned one is not handed in again: a new one is saved over it.
///
/// # Errors
/// [`Refusal::NoSuchArticle`], [`Refusal::NoSuchRevision`], [`Refusal::ChangedMeanwhile`], [`Refusal::NotADraft`].
pub fn submit(
    portal: &Portal,
    entropy: &mut Entropy,
    actor: PersonId,
    mandate: u32,
    at: RevisionId,
) -> Result<Proposed<Event>, Refusal> {
    let (_, revision) = latest(portal, at)?;
    if revision.state != RevisionState::Draft {
        return Err(Refusal::NotADraft);
    }
    let mut sealer = Sealer::new(entropy);
    let event = DraftSubmitted {
        article: at.article,
        revision: at.revision,
        mandate,
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}
