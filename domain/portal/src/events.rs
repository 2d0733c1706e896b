//! What is recorded about the portal. No free text: words are sealed.

use base::fact::{Commitment, FieldName};
use base::{kinds, sealing};
use base::time::Date;
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
    title: Public,
    slug: Public,
    body: Public,
    author?: Public,
    department?: Public,
    person: Private,
});
sealing!(LegacyVisitsRecorded { person: Private });

kinds! {
    /// What is recorded about the portal.
    pub enum Event {
        "portal.article_published" public => ArticlePublished,
        "portal.legacy_visits_recorded" public => LegacyVisitsRecorded,
    }
}

impl Event {
    /// The article it is about.
    pub fn article(&self) -> Option<u32> {
        match self {
            Event::ArticlePublished(e) => Some(e.article),
            Event::LegacyVisitsRecorded(_) => None,
        }
    }
}
