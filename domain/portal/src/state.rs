//! What is known about the portal, and how the record changes it.

use crate::Missing;
use crate::events::{self, Event};
use base::fact::SealedRef;
use base::time::Date;
use imbl::OrdMap;
use serde::{Deserialize, Serialize};

/// An article. Its words are in the texts, under these references.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The day it bears.
    pub date: Date,
    /// Its title.
    pub title: SealedRef,
    /// The last part of its address.
    pub slug: SealedRef,
    /// Its words.
    pub body: SealedRef,
    /// Who wrote it.
    pub author: Option<SealedRef>,
    /// The author's department.
    pub department: Option<SealedRef>,
    /// The last entry that changed it.
    pub rev: u64,
}

/// What the portal's old counter showed on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegacyVisits {
    /// The day.
    pub as_of: Date,
    /// Visitors at that moment.
    pub online: u64,
    /// Visits on that day.
    pub today: u64,
    /// All visits until then.
    pub total: u64,
}

/// Everything known about the portal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Portal {
    /// Articles by number.
    pub articles: OrdMap<u32, Article>,
    /// The old counter's figures.
    pub legacy_visits: Option<LegacyVisits>,
    /// The last entry that changed what the public sees.
    pub rev: u64,
}

impl Portal {
    /// Articles from the newest to the oldest.
    pub fn newest(&self) -> Vec<(u32, &Article)> {
        let mut articles: Vec<(u32, &Article)> = self.articles.iter().map(|(no, article)| (*no, article)).collect();
        articles.sort_by_key(|(no, article)| std::cmp::Reverse((article.date, *no)));
        articles
    }

    /// stub
    pub fn exposure(&self, _: SealedRef) -> base::fact::Exposure { base::fact::Exposure::Absent }
    /// stub
    pub fn shown_on(&self, _: SealedRef) -> Option<u32> { None }
    /// stub
    pub fn fields_of_entry(&self, _: u64) -> Vec<SealedRef> { Vec::new() }
    /// stub
    pub fn touched(&self, _: u64, _: &Event) -> Vec<SealedRef> { Vec::new() }

    /// Takes a recorded event in.
    pub fn apply(&mut self, seq: u64, event: &Event) -> Result<(), Missing> {
        self.rev = seq;
        match event {
            Event::ArticlePublished(e) => {
                let article = Article {
                    date: e.date,
                    title: SealedRef::new(seq, events::TITLE),
                    slug: SealedRef::new(seq, events::SLUG),
                    body: SealedRef::new(seq, events::BODY),
                    author: e.author.map(|_| SealedRef::new(seq, events::AUTHOR)),
                    department: e.department.map(|_| SealedRef::new(seq, events::DEPARTMENT)),
                    rev: seq,
                };
                if self.articles.insert(e.article, article).is_some() {
                    return Err(Missing);
                }
            }
            Event::LegacyVisitsRecorded(e) => {
                let visits = LegacyVisits {
                    as_of: e.as_of,
                    online: e.online,
                    today: e.today,
                    total: e.total,
                };
                if self.legacy_visits.replace(visits).is_some() {
                    return Err(Missing);
                }
            }
        }
        Ok(())
    }
}
