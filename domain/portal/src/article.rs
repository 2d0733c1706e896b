//! An article is published; the old counter's figures are recorded.

use crate::events::{AUTHOR, ArticlePublished, BODY, DEPARTMENT, Event, LegacyVisitsRecorded, PERSON, SLUG, TITLE};
use crate::{LegacyVisits, Portal, Refusal};
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
/// Longest last part of an address, in characters.
pub const SLUG_CHARS_MAX: usize = 80;
/// Largest figure in the record: every JSON reader keeps whole numbers up to it exactly.
pub const FIGURE_MAX: u64 = (1 << 53) - 1;
/// Most articles.
pub const ARTICLES_MAX: usize = 1_000_000;

/// What is published. The texts have passed the rules above.
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

/// Publishes an article.
pub fn publish(
    portal: &Portal,
    entropy: &mut Entropy,
    actor: PersonId,
    draft: &Draft,
) -> Result<Proposed<Event>, Refusal> {
    if portal.articles.len() >= ARTICLES_MAX {
        return Err(Refusal::TooMany);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ArticlePublished {
        article: portal.articles.get_max().map_or(0, |(no, _)| *no) + 1,
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
