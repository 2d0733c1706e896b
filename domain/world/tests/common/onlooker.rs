//! A second, simpler reading of the record: what someone who reads entries only expects of opinions and of words.

use base::fact::{Exposure, SealedRef};
use base::number::ForumNo;
use forum::OpinionState;
use ledger::entry::Entry;
use std::collections::{BTreeMap, BTreeSet};
use world::Event;

/// What became of an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    Held,
    Cleared,
    Refused,
    Published(u32),
    Withdrawn,
    TakenDown(u32),
    Private,
}

impl Fate {
    /// The same as the state says it.
    pub fn of(state: OpinionState) -> Fate {
        match state {
            OpinionState::Held => Fate::Held,
            OpinionState::Cleared => Fate::Cleared,
            OpinionState::Refused(_) => Fate::Refused,
            OpinionState::Published(number) => Fate::Published(number),
            OpinionState::Withdrawn => Fate::Withdrawn,
            OpinionState::TakenDown(number, _) => Fate::TakenDown(number),
            OpinionState::Private(_) => Fate::Private,
        }
    }
}

/// Drafts of a forum: the entries whose words become public together.
#[derive(Default)]
struct Drafts {
    items: BTreeSet<u32>,
    last_item: u32,
    last_section: u32,
    sections: BTreeMap<u32, u64>,
    report_published: bool,
    conclusion: Option<u64>,
    directives: BTreeMap<u32, u64>,
    contests: BTreeMap<u32, u64>,
}

#[derive(Default)]
pub struct Onlooker {
    pub fates: BTreeMap<u64, Fate>,
    pub forums: BTreeMap<u64, ForumNo>,
    numbers: BTreeMap<ForumNo, u32>,
    voices: BTreeMap<ForumNo, u32>,
    /// Numbers of documents, evidence, answers, findings, contests, batches: by forum and kind, the last that was given.
    given: BTreeMap<(ForumNo, &'static str), u32>,
    erased: BTreeSet<SealedRef>,
    drafts: BTreeMap<ForumNo, Drafts>,
    /// Entries whose words wait for another to show them.
    waiting: BTreeSet<u64>,
    /// Entries that saved a revision, by article and revision.
    revisions: BTreeMap<(u32, u32), u64>,
    /// Entries of revisions that stand or stood since the article was last withdrawn.
    standing: BTreeMap<u32, BTreeSet<u64>>,
    /// Entries of revisions that were withdrawn: their words are held again.
    withdrawn: BTreeSet<u64>,
}

impl Onlooker {
    pub fn watch(&mut self, entry: &Entry<Event>) {
        match &entry.event {
            Event::Forum(event) => {
                self.opinions(entry.seq, event);
                self.drafts(entry.seq, event);
                self.numbers(event);
            }
            Event::Portal(event) => self.news(entry.seq, event),
            Event::Record(world::events::record::Event::ErasureOrdered(e)) => self.erased.extend(&e.targets),
            _ => {}
        }
    }

    fn leave(&mut self, opinion: u64, from: impl Fn(Fate) -> bool, to: Fate) {
        let before = self.fates.insert(opinion, to).expect("an opinion that was received");
        assert!(from(before), "opinion {opinion} goes from {before:?} to {to:?}");
    }

    fn opinions(&mut self, seq: u64, event: &forum::Event) {
        use forum::Event as F;
        let held = |fate| fate == Fate::Held;
        match event {
            F::OpinionSubmitted(e) => {
                self.forums.insert(seq, e.forum);
                assert!(self.fates.insert(seq, Fate::Held).is_none());
            }
            F::OpinionCleared(e) => self.leave(e.opinion, held, Fate::Cleared),
            F::OpinionRefused(e) => self.leave(e.opinion, held, Fate::Refused),
            F::OpinionMovedPrivate(e) => self.leave(e.opinion, held, Fate::Private),
            F::OpinionWithdrawn(e) => {
                let from = |fate| matches!(fate, Fate::Held | Fate::Cleared | Fate::Refused | Fate::Private);
                self.leave(e.opinion, from, Fate::Withdrawn);
            }
            F::OpinionsPublished(e) => {
                for one in &e.opinions {
                    let last = self.numbers.entry(e.forum).or_default();
                    *last += 1;
                    assert_eq!(one.number, *last, "numbers have no gap and no repetition");
                    assert_eq!(self.forums[&one.opinion], e.forum);
                    self.leave(one.opinion, |fate| fate == Fate::Cleared, Fate::Published(one.number));
                }
            }
            F::OpinionTakenDown(e) => {
                let Fate::Published(number) = self.fates[&e.opinion] else {
                    panic!("what is not published is taken down")
                };
                self.fates.insert(e.opinion, Fate::TakenDown(number));
            }
            F::AppealDecided(e) if e.granted => {
                let back = match self.fates[&e.opinion] {
                    Fate::Refused | Fate::Private => Fate::Cleared,
                    Fate::TakenDown(number) => Fate::Published(number),
                    other => panic!("an appeal is granted to what is {other:?}"),
                };
                self.fates.insert(e.opinion, back);
            }
            _ => {}
        }
    }

    fn drafts(&mut self, seq: u64, event: &forum::Event) {
        use forum::Event as F;
        let drafts = self.drafts.entry(event.forum()).or_default();
        let mut show = BTreeSet::new();
        match event {
            F::AgendaSet(e) => {
                let before = std::mem::take(&mut drafts.items);
                for item in &e.items {
                    let kept = before.contains(&item.item);
                    assert!(kept || item.item > drafts.last_item, "an item's number is given once");
                    assert!(drafts.items.insert(item.item), "an item stands once");
                }
                let last = drafts.items.last().copied().unwrap_or_default();
                drafts.last_item = drafts.last_item.max(last);
            }
            F::SectionWritten(e) => {
                let again = drafts.sections.contains_key(&e.section);
                assert!(
                    again || e.section == drafts.last_section + 1,
                    "a section's number is given once"
                );
                drafts.last_section = drafts.last_section.max(e.section);
                drafts.sections.insert(e.section, seq);
                if !drafts.report_published {
                    self.waiting.insert(seq);
                }
            }
            F::SectionDropped(e) => drop(drafts.sections.remove(&e.section).expect("a section")),
            F::ReportPublished(_) => {
                drafts.report_published = true;
                show.extend(drafts.sections.values());
            }
            F::ConclusionWritten(_) => {
                drafts.conclusion = Some(seq);
                self.waiting.insert(seq);
            }
            F::DirectiveWritten(e) => {
                drafts.directives.insert(e.directive, seq);
                self.waiting.insert(seq);
            }
            F::DirectiveDropped(e) => drop(drafts.directives.remove(&e.directive).expect("a directive")),
            F::Concluded(_) => show.extend(drafts.conclusion.iter().chain(drafts.directives.values())),
            F::ClauseContested(e) => {
                drafts.contests.insert(e.contest, seq);
                self.waiting.insert(seq);
            }
            F::ContestCleared(e) => drop(show.insert(drafts.contests[&e.contest])),
            _ => {}
        }
        self.waiting.retain(|entry| !show.contains(entry));
    }

    fn news(&mut self, seq: u64, event: &portal::Event) {
        match event {
            portal::Event::ArticlePublished(e) => {
                assert!(self.revisions.insert((e.article, 1), seq).is_none());
                self.standing.entry(e.article).or_default().insert(seq);
            }
            portal::Event::DraftSaved(e) => {
                assert!(e.revision == 1 || self.revisions.contains_key(&(e.article, e.revision - 1)));
                assert!(self.revisions.insert((e.article, e.revision), seq).is_none());
                self.waiting.insert(seq);
            }
            portal::Event::RevisionPublished(e) => {
                let saved = self.revisions[&(e.article, e.revision)];
                assert!(self.waiting.remove(&saved), "published once");
                self.standing.entry(e.article).or_default().insert(saved);
            }
            portal::Event::ArticleWithdrawn(e) => {
                self.withdrawn
                    .extend(self.standing.remove(&e.article).expect("an article that stands"));
            }
            _ => {}
        }
    }

    /// Every numbered thing of a forum gets the number after the last, once.
    fn numbers(&mut self, event: &forum::Event) {
        use forum::Event as F;
        let (what, number) = match event {
            F::DocumentAdded(e) => ("document", e.document),
            F::EvidenceAdded(e) => ("evidence", e.evidence),
            F::AnswerGiven(e) => ("answer", e.answer),
            F::FindingRecorded(e) => ("finding", e.finding),
            F::ClauseContested(e) => ("contest", e.contest),
            F::SlipsIssued(e) => ("batch", e.batch),
            F::VoteCast(e) => {
                let voices = self.voices.entry(e.forum).or_default();
                match e.enters {
                    Some(_) => {
                        *voices += 1;
                        assert_eq!(e.voice, *voices, "a voice that enters has the next number");
                    }
                    None => assert!((1..=*voices).contains(&e.voice)),
                }
                return;
            }
            _ => return,
        };
        let last = self.given.entry((event.forum(), what)).or_default();
        *last += 1;
        assert_eq!(number, *last, "{what}");
    }

    /// Who may read a value, by the promises alone.
    pub fn exposure(&self, event: &Event, at: SealedRef) -> &'static str {
        if self.erased.contains(&at) {
            return "erased";
        }
        match self.fates.get(&at.seq) {
            Some(Fate::Published(_)) => return "public",
            Some(_) => return "held",
            None => {}
        }
        let private = match event {
            Event::People(people::Event::PersonAdded(_) | people::Event::PersonRenamed(_)) => true,
            Event::Forum(forum::Event::AppealFiled(_) | forum::Event::PrivateAnswerGiven(_)) => true,
            Event::Forum(forum::Event::SlipsIssued(_)) => true,
            Event::Record(world::events::record::Event::TextFlagged(_)) => true,
            Event::Portal(portal::Event::DraftReturned(_)) => true,
            _ => at.field.as_str() == "person",
        };
        match private {
            true => "private",
            false if self.waiting.contains(&at.seq) => "held",
            false if self.withdrawn.contains(&at.seq) && at.field == portal::events::BODY => "held",
            false => "public",
        }
    }
}

pub fn named(exposure: Exposure) -> &'static str {
    match exposure {
        Exposure::Public => "public",
        Exposure::Held => "held",
        Exposure::Private => "private",
        Exposure::Erased(_) => "erased",
        Exposure::Absent => "absent",
    }
}
