//! What is known about the portal.

use base::fact::SealedRef;
use base::time::{Date, Hour};
use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

/// Names a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RevisionId {
    /// Number of the article.
    pub article: u32,
    /// Number of the revision in it, from 1.
    pub revision: u32,
}

/// Something done to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The entry that records it.
    pub entry: u64,
    /// The hour.
    pub at: Hour,
    /// Number of the mandate under which it was done; absent when the entry names none.
    pub mandate: Option<u32>,
}

/// Where a revision is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RevisionState {
    /// Saved.
    Draft,
    /// Waits for review.
    Submitted,
    /// Was reviewed and needs work.
    Returned,
    /// Was never published: another one was saved over it.
    Replaced,
    /// Stands on the article's page.
    Published,
    /// Was published until a correction took its place; it stays readable.
    Superseded,
    /// Was published until the article was withdrawn. Its words do not come back, whatever is published later.
    Withdrawn,
}

impl RevisionState {
    /// Whether its editors or a reviewer still work on it.
    pub fn is_in_work(self) -> bool {
        matches!(
            self,
            RevisionState::Draft | RevisionState::Submitted | RevisionState::Returned
        )
    }
}

/// One revision of an article. Its words are in the texts, under these references.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Its number in the article, from 1.
    pub no: u32,
    /// The day it bears.
    pub date: Date,
    /// Its title.
    pub title: SealedRef,
    /// The last part of the address the article would get by it; absent when it had one.
    pub slug: Option<SealedRef>,
    /// Its words.
    pub body: SealedRef,
    /// Who wrote it.
    pub author: Option<SealedRef>,
    /// The author's department.
    pub department: Option<SealedRef>,
    /// Where it is on its way.
    pub state: RevisionState,
    /// When it was saved, and under which mandate.
    pub saved: Act,
    /// When it was last submitted.
    pub submitted: Option<Act>,
    /// When it was returned.
    pub returned: Option<Act>,
    /// Why it was returned, for the editors.
    pub reason: Option<SealedRef>,
    /// When it was published.
    pub published: Option<Act>,
    /// What it corrects, for everyone.
    pub note: Option<SealedRef>,
}

impl Revision {
    /// Its sealed fields whose exposure follows the article.
    pub(crate) fn texts(&self) -> impl Iterator<Item = SealedRef> {
        let always = [Some(self.title), self.slug, Some(self.body)];
        always.into_iter().chain([self.author, self.department]).flatten()
    }
}

/// Where an article is found, fixed by its first published revision for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Year of the day the first published revision bears.
    pub year: i16,
    /// The last part. Of two articles that share it in a year, the one published first has it alone.
    pub slug: SealedRef,
    /// The entry that published the article first.
    pub since: u64,
}

/// An article was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// The revision that stood.
    pub revision: u32,
    /// Why, for everyone.
    pub reason: SealedRef,
    /// When, and under which mandate.
    pub act: Act,
}

/// An article with all its revisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its number, from 1.
    pub no: u32,
    /// Its revisions, in the order of their numbers; never empty.
    pub revisions: Vec<Revision>,
    /// Number of the revision that stands on its page; absent before publication and while it is withdrawn.
    pub published: Option<u32>,
    /// Where it is found; absent before publication.
    pub address: Option<Address>,
    /// When it was withdrawn, oldest first.
    pub withdrawals: Vec<Withdrawal>,
    /// The last entry that changed what the public sees of it; 0 before publication.
    pub rev: u64,
}

impl Article {
    /// A revision by number.
    pub fn revision(&self, no: u32) -> Option<&Revision> {
        self.revisions.get(usize::try_from(no.checked_sub(1)?).ok()?)
    }

    /// The revision saved last.
    pub fn latest(&self) -> Option<&Revision> {
        self.revisions.last()
    }

    /// Every revision that was ever published, oldest first: the article's public history.
    pub fn history(&self) -> impl DoubleEndedIterator<Item = &Revision> {
        self.revisions.iter().filter(|revision| revision.published.is_some())
    }

    /// How it was withdrawn, while it is.
    pub fn withdrawn(&self) -> Option<&Withdrawal> {
        match self.published {
            Some(_) => None,
            None => self.withdrawals.last(),
        }
    }

    /// The revisions a withdrawal took back: those published since the one before it.
    pub(crate) fn withdrawn_by(&self, entry: u64) -> impl Iterator<Item = &Revision> {
        let earlier = self.withdrawals.iter().map(|one| one.act.entry);
        let before = earlier.take_while(|one| *one < entry).last();
        self.history().filter(move |revision| {
            let published = revision.published.map(|act| act.entry);
            revision.state == RevisionState::Withdrawn && published > before && published < Some(entry)
        })
    }

    /// The revision the public sees: the published one, or, under the banner of a withdrawn article, the one that stood.
    pub fn public(&self) -> Option<&Revision> {
        let no = self.published.or_else(|| self.withdrawn().map(|last| last.revision));
        self.revision(no?)
    }
}

/// An article as the public sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicArticle<'a> {
    /// The article.
    pub article: &'a Article,
    /// The revision that stands, or stood until it was withdrawn.
    pub revision: &'a Revision,
    /// Where it is found.
    pub address: Address,
}

impl<'a> PublicArticle<'a> {
    fn of(article: &'a Article) -> Option<Self> {
        Some(PublicArticle {
            article,
            revision: article.public()?,
            address: article.address?,
        })
    }
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
    /// Articles by number, drafts too.
    pub articles: OrdMap<u32, Article>,
    /// The old counter's figures.
    pub legacy_visits: Option<LegacyVisits>,
    /// The last entry that changed what the public sees.
    pub rev: u64,
    /// Articles that stand, by the day they bear and number.
    pub(crate) listed: OrdSet<(Date, u32)>,
    /// Articles somebody works on.
    pub(crate) in_work: OrdSet<u32>,
    /// Articles by year of their address and the entry that published them first.
    pub(crate) addresses: OrdMap<(i16, u64), u32>,
    /// Revisions by the entries that hold something the public may see of them.
    pub(crate) entries: OrdMap<u64, RevisionId>,
}

impl Portal {
    /// Published articles from the newest day to the oldest, of one day the later number first. Withdrawn ones are not
    /// among them. Nothing is read but what is taken.
    pub fn newest(&self) -> impl DoubleEndedIterator<Item = PublicArticle<'_>> {
        self.listed.iter().rev().filter_map(|(_, no)| self.public(*no))
    }

    /// How many articles stand.
    pub fn listed_count(&self) -> usize {
        self.listed.len()
    }

    /// An article as the public sees it: published or withdrawn.
    pub fn public(&self, no: u32) -> Option<PublicArticle<'_>> {
        self.articles.get(&no).and_then(PublicArticle::of)
    }

    /// Articles whose address is in a year, withdrawn ones too, in the order they were first published: what comes later
    /// never moves what was there.
    pub fn addressed_in(&self, year: i16) -> impl DoubleEndedIterator<Item = PublicArticle<'_>> {
        let of_year = self.addresses.range((year, 0)..=(year, u64::MAX));
        of_year.filter_map(|(_, no)| self.public(*no))
    }

    /// Articles whose latest revision is not published yet, by number: the editors' table.
    pub fn in_work(&self) -> impl DoubleEndedIterator<Item = (&Article, &Revision)> {
        let articles = self.in_work.iter().filter_map(|no| self.articles.get(no));
        articles.filter_map(|article| Some((article, article.latest()?)))
    }
}
