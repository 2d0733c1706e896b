//! Shared by the tests of the portal: the slice alone, with numbers, hours and mandates given by hand.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use base::fact::{Entropy, PersonId, Proposed};
use base::time::{Date, Hour};
use portal::article::{self, Draft};
use portal::review::{self, Reviewer};
use portal::{Article, Event, Missing, Portal, Refusal, Revision, RevisionId, RevisionState, draft, withdrawal};

/// Three persons, each with the mandates whose number leaves the same rest when divided by three.
pub const PERSONS: u32 = 3;
/// The mandate of an editor.
pub const EDITOR: u32 = 4;
/// The mandate of someone who reviews.
pub const PUBLISHER: u32 = 5;
/// Another mandate of the editor's person.
pub const EDITOR_AGAIN: u32 = 7;

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn hour() -> Hour {
    "2020-06-25T02:00:00Z".parse().unwrap()
}

pub fn person(mandate: u32) -> PersonId {
    PersonId(mandate % PERSONS + 1)
}

pub fn words(day: &str, title: &str) -> Draft {
    Draft {
        date: date(day),
        title: title.into(),
        body: "Nội dung.".into(),
        author: None,
        department: Some("Văn phòng".into()),
    }
}

pub fn id(article: u32, revision: u32) -> RevisionId {
    RevisionId { article, revision }
}

/// A portal, and what is needed to record about it.
pub struct Desk {
    pub portal: Portal,
    pub entropy: Entropy,
    pub log: Vec<(u64, Event)>,
}

impl Desk {
    pub fn new() -> Self {
        Desk {
            portal: Portal::default(),
            entropy: Entropy::new([4; 32]),
            log: vec![],
        }
    }

    /// The number of the next entry.
    pub fn seq(&self) -> u64 {
        10 + self.log.len() as u64
    }

    /// Takes in whatever was written, by the rules or not.
    pub fn take(&mut self, event: Event) -> Result<u64, Missing> {
        let seq = self.seq();
        let taken = self.portal.apply(seq, hour(), &event);
        self.log.push((seq, event));
        taken.map(|()| seq)
    }

    fn record(&mut self, proposed: Result<Proposed<Event>, Refusal>) -> Result<u64, Refusal> {
        let event = proposed?.event;
        Ok(self.take(event).expect("what a rule proposes fits"))
    }

    pub fn publish_at_once(&mut self, what: &Draft) -> Result<u64, Refusal> {
        let proposed = article::publish(&self.portal, &mut self.entropy, person(EDITOR), what);
        self.record(proposed)
    }

    pub fn save(&mut self, mandate: u32, what: &Draft, over: Option<RevisionId>) -> Result<u64, Refusal> {
        let proposed = draft::save(&self.portal, &mut self.entropy, person(mandate), mandate, what, over);
        self.record(proposed)
    }

    pub fn submit(&mut self, mandate: u32, at: RevisionId) -> Result<u64, Refusal> {
        let proposed = draft::submit(&self.portal, &mut self.entropy, person(mandate), mandate, at);
        self.record(proposed)
    }

    pub fn send_back(&mut self, mandate: u32, at: RevisionId, reason: &str) -> Result<u64, Refusal> {
        let proposed = review::send_back(&self.portal, &mut self.entropy, &reviewer(mandate), at, reason);
        self.record(proposed)
    }

    pub fn publish(&mut self, mandate: u32, at: RevisionId, note: Option<&str>) -> Result<u64, Refusal> {
        let proposed = review::publish(&self.portal, &mut self.entropy, &reviewer(mandate), at, note);
        self.record(proposed)
    }

    pub fn withdraw(&mut self, mandate: u32, at: RevisionId, reason: &str) -> Result<u64, Refusal> {
        let person = person(mandate);
        let proposed = withdrawal::withdraw(&self.portal, &mut self.entropy, person, mandate, at, reason);
        self.record(proposed)
    }

    /// Saves, submits and publishes; the entry that saved it.
    pub fn bring_out(&mut self, what: &Draft, over: Option<RevisionId>, note: Option<&str>) -> (u64, RevisionId) {
        let entry = self.save(EDITOR, what, over).unwrap();
        let at = self.portal.revision_in(entry).unwrap();
        self.submit(EDITOR, at).unwrap();
        self.publish(PUBLISHER, at, note).unwrap();
        (entry, at)
    }

    pub fn article(&self, no: u32) -> &Article {
        &self.portal.articles[&no]
    }

    pub fn revision(&self, at: RevisionId) -> &Revision {
        self.article(at.article).revision(at.revision).unwrap()
    }

    pub fn states(&self, no: u32) -> Vec<RevisionState> {
        self.article(no).revisions.iter().map(|one| one.state).collect()
    }
}

fn reviewer(mandate: u32) -> Reviewer<impl Fn(u32) -> bool> {
    Reviewer {
        person: person(mandate),
        mandate,
        held_by_same: move |other| person(other) == person(mandate),
    }
}
