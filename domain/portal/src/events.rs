//! What is recorded about the portal. No free text: words are sealed.

use base::fact::{Commitment, FieldName};
use base::time::Date;
use base::{kinds, sealing};
use serde::{Deserialize, Serialize};

/// Sealed: the title of an article.
pub const TITLE: FieldName = FieldName::of("title");
/// Sealed: the last part of an article's address.
pub const SLUG: FieldName = FieldName::of("slug");
/// Sealed: the words of an article, paragraphs apart by an empty line.
pub const BODY: FieldName = FieldName::of("body");
/// Sealed: who wrote an article.
pub const AUTHOR: FieldName = FieldName::of("author");
/// Sealed: the author's department.
pub const DEPARTMENT: FieldName = FieldName::of("department");
/// Sealed: what a correction changed, for everyone.
pub const NOTE: FieldName = FieldName::of("note");
/// Sealed: why an article was withdrawn, for everyone; why a draft was returned, for the editors.
pub const REASON: FieldName = FieldName::of("reason");
/// Sealed, never public: the number of the person who did it.
pub const PERSON: FieldName = FieldName::of("person");

/// An article appeared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticlePublished {
    /// Its number, from 1.
    pub article: u32,
    /// The day it bears.
    pub date: Date,
    /// Its title.
    pub title: Commitment,
    /// The last part of its address.
    pub slug: Commitment,
    /// Its words.
    pub body: Commitment,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub author: Option<Commitment>,
    /// The author's department.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub department: Option<Commitment>,
    /// Who published it.
    pub person: Commitment,
}

/// A revision of an article was written. Its words are held until it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftSaved {
    /// The article: the next free number with its first revision.
    pub article: u32,
    /// Number of the revision in the article, from 1 without a gap.
    pub revision: u32,
    /// The day it bears.
    pub date: Date,
    /// Its title.
    pub title: Commitment,
    /// The last part of its address; absent once the article has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub slug: Option<Commitment>,
    /// Its words.
    pub body: Commitment,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub author: Option<Commitment>,
    /// The author's department.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub department: Option<Commitment>,
    /// Number of the mandate under which it was saved: nobody reviews what they saved themselves.
    pub mandate: u32,
    /// Who saved it.
    pub person: Commitment,
}

/// A draft waits for review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftSubmitted {
    /// The article.
    pub article: u32,
    /// The revision.
    pub revision: u32,
    /// Number of the mandate under which it was submitted.
    pub mandate: u32,
    /// Who submitted it.
    pub person: Commitment,
}

/// A draft was reviewed and goes back to its editors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftReturned {
    /// The article.
    pub article: u32,
    /// The revision.
    pub revision: u32,
    /// Why, for the editors.
    pub reason: Commitment,
    /// Number of the mandate under which it was reviewed.
    pub mandate: u32,
    /// Who returned it.
    pub person: Commitment,
}

/// A reviewed revision appeared; it takes the place of the one before. The first one fixes the article's address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevisionPublished {
    /// The article.
    pub article: u32,
    /// The revision.
    pub revision: u32,
    /// What it corrects, for everyone; absent with the first published revision only.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<Commitment>,
    /// Number of the mandate under which it was reviewed.
    pub mandate: u32,
    /// Who published it.
    pub person: Commitment,
}

/// An article was taken back: its words are held again; its title and the reason stay at its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleWithdrawn {
    /// The article.
    pub article: u32,
    /// Why, for everyone.
    pub reason: Commitment,
    /// Number of the mandate under which it was withdrawn.
    pub mandate: u32,
    /// Who withdrew it.
    pub person: Commitment,
}

/// What the portal's old counter showed on a day, kept as it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegacyVisitsRecorded {
    /// The day.
    pub as_of: Date,
    /// Visitors at that moment.
    pub online: u64,
    /// Visits on that day.
    pub today: u64,
    /// All visits until then.
    pub total: u64,
    /// Who recorded it.
    pub person: Commitment,
}

sealing!(ArticlePublished {
    title: Follows,
    slug: Follows,
    body: Follows,
    author?: Follows,
    department?: Follows,
    person: Private,
});
sealing!(DraftSaved {
    title: Follows,
    slug?: Follows,
    body: Follows,
    author?: Follows,
    department?: Follows,
    person: Private,
});
sealing!(DraftSubmitted { person: Private });
sealing!(DraftReturned {
    reason: Private,
    person: Private
});
sealing!(RevisionPublished { note?: Public, person: Private });
sealing!(ArticleWithdrawn {
    reason: Public,
    person: Private
});
sealing!(LegacyVisitsRecorded { person: Private });

kinds! {
    /// What is recorded about the portal.
    pub enum Event {
        "portal.article_published" public => ArticlePublished,
        "portal.draft_saved" public => DraftSaved,
        "portal.draft_submitted" public => DraftSubmitted,
        "portal.draft_returned" public => DraftReturned,
        "portal.revision_published" public => RevisionPublished,
        "portal.article_withdrawn" public => ArticleWithdrawn,
        "portal.legacy_visits_recorded" public => LegacyVisitsRecorded,
    }
}

impl Event {
    /// The article it is about.
    pub fn article(&self) -> Option<u32> {
        match self {
            Event::ArticlePublished(e) => Some(e.article),
            Event::DraftSaved(e) => Some(e.article),
            Event::DraftSubmitted(e) => Some(e.article),
            Event::DraftReturned(e) => Some(e.article),
            Event::RevisionPublished(e) => Some(e.article),
            Event::ArticleWithdrawn(e) => Some(e.article),
            Event::LegacyVisitsRecorded(_) => None,
        }
    }
}
