//! How the record changes what is known about the portal. Total: what does not fit is reported and changes nothing.

use crate::events::{self, ArticlePublished, ArticleWithdrawn, DraftReturned, DraftSaved, Event, RevisionPublished};
use crate::{Act, Address, Article, LegacyVisits, Missing, Portal, Revision, RevisionId, RevisionState, Withdrawal};
use base::fact::{Commitment, FieldName, SealedRef};
use base::time::{Date, Hour};

impl Portal {
    /// Takes a recorded event in.
    ///
    /// # Errors
    /// [`Missing`] when it names what is not there, or what is not where the event leaves from.
    pub fn apply(&mut self, seq: u64, at: Hour, event: &Event) -> Result<(), Missing> {
        let act = |mandate: Option<u32>| Act {
            entry: seq,
            at,
            mandate,
        };
        match event {
            Event::ArticlePublished(e) => self.appear(act(None), e),
            Event::DraftSaved(e) => self.save(act(Some(e.mandate)), e),
            Event::DraftSubmitted(e) => self.change(e.article, |article| {
                let revision = article.leave(e.revision, RevisionState::Draft, RevisionState::Submitted)?;
                revision.submitted = Some(act(Some(e.mandate)));
                Ok(())
            }),
            Event::DraftReturned(e) => self.send_back(act(Some(e.mandate)), e),
            Event::RevisionPublished(e) => self.publish(act(Some(e.mandate)), e),
            Event::ArticleWithdrawn(e) => self.withdraw(act(Some(e.mandate)), e),
            Event::LegacyVisitsRecorded(e) => {
                if self.legacy_visits.is_some() {
                    return Err(Missing);
                }
                self.legacy_visits = Some(LegacyVisits {
                    as_of: e.as_of,
                    online: e.online,
                    today: e.today,
                    total: e.total,
                });
                self.rev = seq;
                Ok(())
            }
        }
    }

    fn appear(&mut self, act: Act, e: &ArticlePublished) -> Result<(), Missing> {
        let mut revision = Texts {
            slug: Some(e.slug),
            author: e.author,
            department: e.department,
        }
        .revision(1, e.date, act);
        revision.state = RevisionState::Published;
        revision.published = Some(act);
        let mut article = begin(e.article, revision);
        article.published = Some(1);
        article.address = article.first_address(1, act.entry);
        article.rev = act.entry;
        self.add(article)?;
        self.note_entry(act.entry, e.article, 1);
        self.rev = act.entry;
        Ok(())
    }

    fn save(&mut self, act: Act, e: &DraftSaved) -> Result<(), Missing> {
        let revision = Texts {
            slug: e.slug,
            author: e.author,
            department: e.department,
        }
        .revision(e.revision, e.date, act);
        if e.revision == 1 {
            if e.slug.is_none() {
                return Err(Missing);
            }
            self.add(begin(e.article, revision))?;
        } else {
            self.change(e.article, |article| {
                let last = article.revisions.last_mut().ok_or(Missing)?;
                // An article has one address: what comes after it has none of its own.
                let follows = last.no.checked_add(1) == Some(e.revision);
                if !follows || article.address.is_some() == e.slug.is_some() {
                    return Err(Missing);
                }
                if last.state.is_in_work() {
                    last.state = RevisionState::Replaced;
                }
                article.revisions.push(revision);
                Ok(())
            })?;
        }
        self.note_entry(act.entry, e.article, e.revision);
        Ok(())
    }

    fn send_back(&mut self, act: Act, e: &DraftReturned) -> Result<(), Missing> {
        self.change(e.article, |article| {
            let revision = article.leave(e.revision, RevisionState::Submitted, RevisionState::Returned)?;
            revision.returned = Some(act);
            revision.reason = Some(SealedRef::new(act.entry, events::REASON));
            Ok(())
        })
    }

    fn publish(&mut self, act: Act, e: &RevisionPublished) -> Result<(), Missing> {
        self.change(e.article, |article| {
            if article.address.is_some() != e.note.is_some() {
                return Err(Missing);
            }
            let revision = article.leave(e.revision, RevisionState::Submitted, RevisionState::Published)?;
            revision.published = Some(act);
            revision.note = e.note.map(|_| SealedRef::new(act.entry, events::NOTE));
            let before = article.published.replace(e.revision);
            if let Some(before) = before.and_then(|no| article.revision_mut(no)) {
                before.state = RevisionState::Superseded;
            }
            if article.address.is_none() {
                article.address = article.first_address(e.revision, act.entry);
            }
            article.rev = act.entry;
            Ok(())
        })?;
        self.note_entry(act.entry, e.article, e.revision);
        self.rev = act.entry;
        Ok(())
    }

    fn withdraw(&mut self, act: Act, e: &ArticleWithdrawn) -> Result<(), Missing> {
        let mut stood = 0;
        self.change(e.article, |article| {
            stood = article.published.take().ok_or(Missing)?;
            for revision in &mut article.revisions {
                revision.state = match revision.state {
                    RevisionState::Published | RevisionState::Superseded => RevisionState::Withdrawn,
                    // It was handed in as a correction; whoever brings the article back does so knowing of the withdrawal.
                    RevisionState::Submitted => RevisionState::Draft,
                    state => state,
                };
            }
            article.withdrawals.push(Withdrawal {
                revision: stood,
                reason: SealedRef::new(act.entry, events::REASON),
                act,
            });
            article.rev = act.entry;
            Ok(())
        })?;
        self.note_entry(act.entry, e.article, stood);
        self.rev = act.entry;
        Ok(())
    }

    fn note_entry(&mut self, entry: u64, article: u32, revision: u32) {
        self.entries.insert(entry, RevisionId { article, revision });
    }

    fn add(&mut self, article: Article) -> Result<(), Missing> {
        if self.articles.contains_key(&article.no) {
            return Err(Missing);
        }
        let no = article.no;
        self.articles.insert(no, article);
        self.index(no, None);
        Ok(())
    }

    /// Changes an article and keeps the indexes right. `what` changes nothing when it fails.
    fn change(&mut self, no: u32, what: impl FnOnce(&mut Article) -> Result<(), Missing>) -> Result<(), Missing> {
        let article = self.articles.get_mut(&no).ok_or(Missing)?;
        let before = article.listed_under();
        what(article)?;
        self.index(no, before);
        Ok(())
    }

    fn index(&mut self, no: u32, before: Option<Date>) {
        let Some(article) = self.articles.get(&no) else {
            return;
        };
        let after = article.listed_under();
        if before != after {
            before.and_then(|date| self.listed.remove(&(date, no)));
            after.and_then(|date| self.listed.insert((date, no)));
        }
        if article.latest().is_some_and(|last| last.state.is_in_work()) {
            self.in_work.insert(no);
        } else {
            self.in_work.remove(&no);
        }
        if let Some(address) = article.address {
            self.addresses.insert((address.year, address.since), no);
        }
    }
}

/// Which of the optional texts an entry commits to.
struct Texts {
    slug: Option<Commitment>,
    author: Option<Commitment>,
    department: Option<Commitment>,
}

impl Texts {
    fn revision(self, no: u32, date: Date, saved: Act) -> Revision {
        let text = |field: FieldName| SealedRef::new(saved.entry, field);
        Revision {
            no,
            date,
            title: text(events::TITLE),
            slug: self.slug.map(|_| text(events::SLUG)),
            body: text(events::BODY),
            author: self.author.map(|_| text(events::AUTHOR)),
            department: self.department.map(|_| text(events::DEPARTMENT)),
            state: RevisionState::Draft,
            saved,
            submitted: None,
            returned: None,
            reason: None,
            published: None,
            note: None,
        }
    }
}

fn begin(no: u32, revision: Revision) -> Article {
    Article {
        no,
        revisions: vec![revision],
        published: None,
        address: None,
        withdrawals: vec![],
        rev: 0,
    }
}

impl Article {
    fn revision_mut(&mut self, no: u32) -> Option<&mut Revision> {
        self.revisions.get_mut(usize::try_from(no.checked_sub(1)?).ok()?)
    }

    /// Moves the latest revision on; only the latest is ever submitted, returned or published.
    fn leave(&mut self, no: u32, from: RevisionState, to: RevisionState) -> Result<&mut Revision, Missing> {
        let last = self.revisions.last_mut().ok_or(Missing)?;
        if last.no != no || last.state != from {
            return Err(Missing);
        }
        last.state = to;
        Ok(last)
    }

    fn listed_under(&self) -> Option<Date> {
        self.revision(self.published?).map(|revision| revision.date)
    }

    fn first_address(&self, revision: u32, since: u64) -> Option<Address> {
        let revision = self.revision(revision)?;
        Some(Address {
            year: revision.date.year(),
            slug: revision.slug?,
            since,
        })
    }
}
