//! What may be shown of an article's words, and when that changes.

use crate::events::{BODY, Event};
use crate::{Article, Portal, Revision, RevisionId, RevisionState};
use base::fact::{Exposure, SealedRef};

impl Portal {
    /// What may be shown of a text whose fate follows its article ([`Fate::Follows`](base::fact::Fate::Follows)); `Absent` when
    /// the entry saved no revision.
    ///
    /// Drafts are held. What was published stays public, superseded too; of what was withdrawn the words are held again,
    /// and the title, the address and the names under it stay.
    pub fn exposure(&self, at: SealedRef) -> Exposure {
        let Some(revision) = self.saved_by(at.seq) else {
            return Exposure::Absent;
        };
        if !revision.texts().any(|text| text == at) {
            return Exposure::Absent;
        }
        match revision.state {
            RevisionState::Published | RevisionState::Superseded => Exposure::Public,
            RevisionState::Withdrawn if at.field != BODY => Exposure::Public,
            RevisionState::Withdrawn
            | RevisionState::Draft
            | RevisionState::Submitted
            | RevisionState::Returned
            | RevisionState::Replaced => Exposure::Held,
        }
    }

    /// The sealed fields of the revision an entry saved; none when it saved none.
    pub fn fields(&self, entry: u64) -> Vec<SealedRef> {
        self.saved_by(entry)
            .map(|revision| revision.texts().collect())
            .unwrap_or_default()
    }

    /// The article whose revision an entry saved; none when it saved none.
    pub fn article_of_entry(&self, entry: u64) -> Option<&Article> {
        self.articles.get(&self.entries.get(&entry)?.article)
    }

    /// The texts whose exposure a recorded event has changed, once it was taken in. Those of its own entry that follow
    /// nothing are in [`Event::sealed`].
    pub fn touched(&self, seq: u64, event: &Event) -> Vec<SealedRef> {
        match event {
            Event::ArticlePublished(_) => self.fields(seq),
            Event::RevisionPublished(e) => {
                let article = self.articles.get(&e.article);
                let revision = article.and_then(|article| article.revision(e.revision));
                revision.map(|one| one.texts().collect()).unwrap_or_default()
            }
            Event::ArticleWithdrawn(e) => self
                .articles
                .get(&e.article)
                .map(|article| article.withdrawn_by(seq).map(|one| one.body).collect())
                .unwrap_or_default(),
            Event::DraftSaved(_)
            | Event::DraftSubmitted(_)
            | Event::DraftReturned(_)
            | Event::LegacyVisitsRecorded(_) => vec![],
        }
    }

    /// The revision whose words, note or reason for withdrawal stand in an entry.
    pub fn revision_in(&self, entry: u64) -> Option<RevisionId> {
        self.entries.get(&entry).copied()
    }

    /// Raises the revisions of what shows a text that was hidden or erased, so that no cached page keeps it. Words nobody
    /// could see leave no page. `false` when the text is not of an article.
    pub fn show_change(&mut self, at: SealedRef, seq: u64) -> bool {
        let Some(id) = self.revision_in(at.seq) else {
            return false;
        };
        let is_saved_here = self.saved_by(at.seq).is_some();
        let is_seen = !is_saved_here || self.exposure(at) == Exposure::Public;
        if let Some(article) = self.articles.get_mut(&id.article).filter(|_| is_seen) {
            article.rev = seq;
            self.rev = seq;
        }
        true
    }

    fn saved_by(&self, entry: u64) -> Option<&Revision> {
        let id = self.entries.get(&entry)?;
        let revision = self.articles.get(&id.article)?.revision(id.revision)?;
        (revision.saved.entry == entry).then_some(revision)
    }
}
