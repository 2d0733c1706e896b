//! An article is published; the old counter's figures are recorded.

use crate::events::{AUTHOR, ArticlePublished, BODY, DEPARTMENT, Event, LegacyVisitsRecorded, PERSON, SLUG, TITLE};
use crate::{Article, LegacyVisits, Portal, Refusal, Revision, RevisionId};
use base::fact::{Entropy, PersonId, Proposed, Sealer};
use base::slug::slug;
use base::text::TextRule;
use base::time::Date;

/// Title of an article, in characters.
pub const ARTICLE_TITLE: TextRule = TextRule {
    min_chars: 5,
    max_chars: 200,
    lines: false,
};
/// Words of an article, in characters.
pub const ARTICLE_BODY: TextRule = TextRule {
    min_chars: 1,
    max_chars: 100_000,
    lines: true,
};
/// Author and department, in characters.
pub const BYLINE: TextRule = TextRule {
    min_chars: 0,
    max_chars: 100,
    lines: false,
};
/// What a correction changed, in characters.
pub const NOTE_TEXT: TextRule = TextRule {
    min_chars: 10,
    max_chars: 1_000,
    lines: true,
};
/// Why a draft is returned or an article withdrawn, in characters.
pub const REASON_TEXT: TextRule = TextRule {
    min_chars: 10,
    max_chars: 1_000,
    lines: true,
};
/// Longest last part of an address, in characters.
pub const SLUG_CHARS_MAX: usize = 80;
/// Largest figure in the record: every JSON reader keeps whole numbers up to it exactly.
pub const FIGURE_MAX: u64 = (1 << 53) - 1;
/// Most articles.
pub const ARTICLES_MAX: usize = 1_000_000;
/// Most revisions of one article.
pub const REVISIONS_PER_ARTICLE_MAX: usize = 1_000;

/// What is saved or published. The texts have passed the rules above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The day it bears.
    pub date: Date,
    /// Its title.
    pub title: String,
    /// Its words.
    pub body: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The author's department.
    pub department: Option<String>,
}

/// Publishes an article at once, as its first revision.
pub fn publish(
    portal: &Portal,
    entropy: &mut Entropy,
    actor: PersonId,
    draft: &Draft,
) -> Result<Proposed<Event>, Refusal> {
    let article = next_no(portal)?;
    let mut sealer = Sealer::new(entropy);
    let event = ArticlePublished {
        article,
        date: draft.date,
        title: sealer.seal(TITLE, draft.title.as_str()),
        slug: sealer.seal(SLUG, slug(&draft.title, SLUG_CHARS_MAX)),
        body: sealer.seal(BODY, draft.body.as_str()),
        author: draft.author.as_deref().map(|text| sealer.seal(AUTHOR, text)),
        department: draft.department.as_deref().map(|text| sealer.seal(DEPARTMENT, text)),
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// The number of the next article.
pub(crate) fn next_no(portal: &Portal) -> Result<u32, Refusal> {
    if portal.articles.len() >= ARTICLES_MAX {
        return Err(Refusal::TooMany);
    }
    let last = portal.articles.get_max().map_or(0, |(no, _)| *no);
    last.checked_add(1).ok_or(Refusal::TooMany)
}

/// The revision someone acts on. They must have seen the latest: nobody decides over what they could not read.
pub(crate) fn latest(portal: &Portal, at: RevisionId) -> Result<(&Article, &Revision), Refusal> {
    let article = portal.articles.get(&at.article).ok_or(Refusal::NoSuchArticle)?;
    let seen = article.revision(at.revision).ok_or(Refusal::NoSuchRevision)?;
    let last = article.latest().ok_or(Refusal::NoSuchRevision)?;
    if seen.no != last.no {
        return Err(Refusal::ChangedMeanwhile(last.no));
    }
    Ok((article, last))
}

/// Words that must be there, whatever the form let through.
pub(crate) fn given(words: &str) -> Option<&str> {
    (!words.trim().is_empty()).then_some(words)
}

/// Records what the old counter showed. Once: the record is not rewritten.
pub fn record_legacy_visits(
    portal: &Portal,
    entropy: &mut Entropy,
    actor: PersonId,
    visits: LegacyVisits,
) -> Result<Proposed<Event>, Refusal> {
    if portal.legacy_visits.is_some() {
        return Err(Refusal::LegacyVisitsRecorded);
    }
    if [visits.online, visits.today, visits.total]
        .into_iter()
        .any(|figure| figure > FIGURE_MAX)
    {
        return Err(Refusal::FigureTooLarge);
    }
    let mut sealer = Sealer::new(entropy);
    let event = LegacyVisitsRecorded {
        as_of: visits.as_of,
        online: visits.online,
        today: visits.today,
        total: visits.total,
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}
