//! Random lives of articles: whatever is asked, in whatever order, the record and the state say the same.

mod common;

use base::fact::Fate;
use base::fact::{Commitment, Exposure, Recordable, SealedRef};
use base::time::Date;
use common::{Desk, hour, id, person, words};
use portal::events::{
    ArticlePublished, ArticleWithdrawn, BODY, DraftReturned, DraftSaved, DraftSubmitted, RevisionPublished,
};
use portal::{Address, Event, Portal, RevisionState};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const CASES: u32 = 512;
const COMMANDS: std::ops::Range<usize> = 1..150;
const WHY: &str = "Sửa ngày của diễn đàn.";
const DAYS: [&str; 3] = ["2019-12-31", "2020-01-01", "2020-01-02"];

/// A command with numbers that are near what is there, not always right.
#[derive(Clone, Debug)]
struct Dice {
    act: u8,
    article: u32,
    back: u32,
    mandate: u32,
    day: usize,
    with_words: bool,
}

fn dice() -> impl Strategy<Value = Dice> {
    (0u8..12, 1u32..5, 0u32..12, 0u32..6, 0usize..3, any::<bool>()).prop_map(
        |(act, article, back, mandate, day, with_words)| Dice {
            act,
            article,
            // Mostly the latest revision.
            back: back.saturating_sub(9),
            mandate,
            day,
            with_words,
        },
    )
}

fn throw(desk: &mut Desk, dice: &Dice) {
    let what = words(DAYS[dice.day], "Tin mới trong ngày");
    let last = desk
        .portal
        .articles
        .get(&dice.article)
        .map_or(1, |one| one.revisions.len() as u32);
    let at = id(dice.article, last.saturating_sub(dice.back));
    let standing = desk.portal.articles.get(&dice.article).and_then(|one| one.published);
    let note = dice.with_words.then_some(WHY);
    // A refusal changes nothing; what is recorded is watched.
    let _ = match dice.act {
        0 => desk.publish_at_once(&what),
        1 => desk.save(dice.mandate, &what, None),
        2 | 3 => desk.save(dice.mandate, &what, Some(at)),
        4..=6 => desk.submit(dice.mandate, at),
        7 => desk.send_back(dice.mandate, at, note.unwrap_or_default()),
        8..=10 => desk.publish(dice.mandate, at, note),
        _ => desk.withdraw(
            dice.mandate,
            id(dice.article, standing.unwrap_or(1)),
            note.unwrap_or_default(),
        ),
    };
}

/// What one who reads entries only expects of a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    Never,
    Public,
    TakenBack,
}

/// A second, simpler reading of the record.
#[derive(Default)]
struct Onlooker {
    saved: BTreeMap<(u32, u32), (u64, Date, Option<u32>)>,
    seen: BTreeMap<(u32, u32), Seen>,
    stands: BTreeMap<u32, u32>,
    waits: BTreeSet<(u32, u32)>,
    first: BTreeMap<u32, (u64, u32)>,
}

impl Onlooker {
    fn last(&self, article: u32) -> u32 {
        let of_article = self.saved.range((article, 0)..=(article, u32::MAX));
        of_article.last().map_or(0, |((_, no), _)| *no)
    }

    fn appears(&mut self, seq: u64, article: u32, revision: u32, has_note: bool) {
        assert_eq!(self.last(article), revision, "only the latest is published");
        assert_eq!(self.first.contains_key(&article), has_note, "a note from the second on");
        self.first.entry(article).or_insert((seq, revision));
        self.seen.insert((article, revision), Seen::Public);
        self.stands.insert(article, revision);
    }

    fn saves(&mut self, seq: u64, article: u32, revision: u32, date: Date, mandate: Option<u32>) {
        let articles = self.saved.keys().map(|(no, _)| *no).max().unwrap_or_default();
        assert_eq!(revision, self.last(article) + 1, "revisions are numbered without a gap");
        assert!(revision > 1 || article == articles + 1, "articles too");
        self.waits.retain(|(no, _)| *no != article);
        self.saved.insert((article, revision), (seq, date, mandate));
        self.seen.insert((article, revision), Seen::Never);
    }

    fn watch(&mut self, seq: u64, event: &Event) {
        match event {
            Event::ArticlePublished(e) => {
                self.saves(seq, e.article, 1, e.date, None);
                self.appears(seq, e.article, 1, false);
            }
            Event::DraftSaved(e) => {
                assert_eq!(e.slug.is_none(), self.first.contains_key(&e.article));
                self.saves(seq, e.article, e.revision, e.date, Some(e.mandate));
            }
            Event::DraftSubmitted(e) => assert!(self.waits.insert((e.article, e.revision))),
            Event::DraftReturned(e) => self.reviewed(e.article, e.revision, e.mandate),
            Event::RevisionPublished(e) => {
                self.reviewed(e.article, e.revision, e.mandate);
                self.appears(seq, e.article, e.revision, e.note.is_some());
            }
            Event::ArticleWithdrawn(e) => {
                self.stands.remove(&e.article).expect("an article that stands");
                self.waits.retain(|(no, _)| *no != e.article);
                for (_, seen) in self.seen.range_mut((e.article, 0)..=(e.article, u32::MAX)) {
                    if *seen == Seen::Public {
                        *seen = Seen::TakenBack;
                    }
                }
            }
            Event::LegacyVisitsRecorded(_) => {}
        }
    }

    fn reviewed(&mut self, article: u32, revision: u32, mandate: u32) {
        assert!(self.waits.remove(&(article, revision)), "it was submitted");
        let (.., saver) = self.saved[&(article, revision)];
        assert_ne!(saver.map(person), Some(person(mandate)), "nobody reviews their own");
    }

    fn agree(&self, portal: &Portal) {
        for ((article, revision), seen) in &self.seen {
            let (entry, ..) = self.saved[&(*article, *revision)];
            for at in portal.fields(entry) {
                let wanted = match seen {
                    Seen::Public => Exposure::Public,
                    Seen::TakenBack if at.field != BODY => Exposure::Public,
                    Seen::TakenBack | Seen::Never => Exposure::Held,
                };
                assert_eq!(portal.exposure(at), wanted, "{at:?} of {article}/{revision}");
            }
        }
        let mut list: Vec<(Date, u32)> = self
            .stands
            .iter()
            .map(|(no, r)| (self.saved[&(*no, *r)].1, *no))
            .collect();
        list.sort_by(|one, other| other.cmp(one));
        let shown: Vec<_> = portal.newest().map(|one| (one.revision.date, one.article.no)).collect();
        assert_eq!(shown, list);
        assert_eq!(portal.listed_count(), list.len());
        let never = |(no, _): &(u32, u32)| self.seen[&(*no, self.last(*no))] == Seen::Never;
        let in_work: BTreeSet<u32> = self.saved.keys().filter(|at| never(at)).map(|(no, _)| *no).collect();
        assert_eq!(
            portal.in_work().map(|(one, _)| one.no).collect::<BTreeSet<_>>(),
            in_work
        );
        self.agree_on_articles(portal);
    }

    fn agree_on_articles(&self, portal: &Portal) {
        for (no, article) in &portal.articles {
            let published = article
                .revisions
                .iter()
                .filter(|one| one.state == RevisionState::Published);
            let published: Vec<u32> = published.map(|one| one.no).collect();
            assert_eq!(
                published,
                Vec::from_iter(self.stands.get(no).copied()),
                "at most one stands"
            );
            let address = self.first.get(no).map(|(since, first)| {
                let (entry, date, _) = self.saved[&(*no, *first)];
                let slug = SealedRef::new(entry, portal::events::SLUG);
                let year = date.year();
                Address {
                    year,
                    slug,
                    since: *since,
                }
            });
            assert_eq!(article.address, address, "the first published revision fixes it");
            assert_eq!(portal.public(*no).map(|one| one.address), address);
        }
        let mut order: Vec<(i16, u64, u32)> = Vec::new();
        for year in [2019, 2020] {
            order.extend(
                portal
                    .addressed_in(year)
                    .map(|one| (year, one.address.since, one.article.no)),
            );
        }
        assert!(order.is_sorted() && order.len() == self.first.len());
    }
}

fn exposures(portal: &Portal, log: &[(u64, Event)]) -> BTreeMap<SealedRef, u8> {
    let mut all = BTreeMap::new();
    for (seq, event) in log {
        let follows = event.sealed().into_iter().filter(|(_, fate)| *fate == Fate::Follows);
        for at in follows.map(|(field, _)| SealedRef::new(*seq, field)) {
            all.insert(at, u8::from(portal.exposure(at) == Exposure::Public));
        }
    }
    all
}

/// An event nobody's rule has proposed.
fn anything() -> impl Strategy<Value = Event> {
    let number = || prop_oneof![0u32..5, Just(u32::MAX)];
    (0u8..6, number(), number(), any::<[bool; 2]>()).prop_map(|(kind, article, revision, [slug, note])| {
        let c = Commitment([7; 32]);
        let date = DAYS[article as usize % 3].parse().unwrap();
        let (mandate, person) = (revision, c);
        let maybe = |there: bool| there.then_some(c);
        let (title, body, author, department) = (c, c, maybe(note), None);
        match kind {
            0 => ArticlePublished {
                article,
                date,
                title,
                slug: c,
                body,
                author,
                department,
                person,
            }
            .into(),
            1 => {
                let slug = maybe(slug);
                DraftSaved {
                    article,
                    revision,
                    date,
                    title,
                    slug,
                    body,
                    author,
                    department,
                    mandate,
                    person,
                }
                .into()
            }
            2 => DraftSubmitted {
                article,
                revision,
                mandate,
                person,
            }
            .into(),
            3 => DraftReturned {
                article,
                revision,
                reason: c,
                mandate,
                person,
            }
            .into(),
            4 => RevisionPublished {
                article,
                revision,
                note: maybe(note),
                mandate,
                person,
            }
            .into(),
            _ => ArticleWithdrawn {
                article,
                reason: c,
                mandate,
                person,
            }
            .into(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_life_keeps_the_rules(commands in prop::collection::vec(dice(), COMMANDS)) {
        let mut desk = Desk::new();
        let mut onlooker = Onlooker::default();
        for dice in &commands {
            let (before, known) = (desk.portal.clone(), desk.log.len());
            throw(&mut desk, dice);
            let Some((seq, event)) = desk.log.get(known).cloned() else {
                prop_assert_eq!(&before, &desk.portal, "a refusal changes nothing");
                continue;
            };
            onlooker.watch(seq, &event);
            let (old, new) = (exposures(&before, &desk.log), exposures(&desk.portal, &desk.log));
            let changed: BTreeSet<_> = new.iter().filter(|(at, now)| old[*at] != **now).map(|(at, _)| *at).collect();
            let touched: BTreeSet<_> = desk.portal.touched(seq, &event).into_iter().collect();
            prop_assert_eq!(&touched, &changed, "of {:?}", event);
            prop_assert_eq!(desk.portal.rev != before.rev, !changed.is_empty(), "of {:?}", event);
        }
        onlooker.agree(&desk.portal);

        let mut again = Portal::default();
        for (seq, event) in &desk.log {
            let event = Event::parse(event.kind().name, &event.to_json()).unwrap().unwrap();
            again.apply(*seq, hour(), &event).unwrap();
        }
        prop_assert_eq!(&again, &desk.portal);
        let bytes = postcard::to_allocvec(&desk.portal).unwrap();
        prop_assert_eq!(postcard::from_bytes::<Portal>(&bytes).unwrap(), again);
    }

    #[test]
    fn whatever_was_written_is_taken_in_or_changes_nothing(events in prop::collection::vec(anything(), COMMANDS)) {
        let mut desk = Desk::new();
        for event in events {
            let before = desk.portal.clone();
            if desk.take(event).is_err() {
                prop_assert_eq!(&before, &desk.portal);
            }
            for article in desk.portal.articles.values() {
                let stand = article.revisions.iter().filter(|one| one.state == RevisionState::Published).count();
                prop_assert!(stand <= 1 && (stand == 1) == article.published.is_some());
                prop_assert!(article.revisions.iter().zip(1u32..).all(|(one, no)| one.no == no));
            }
            prop_assert_eq!(desk.portal.newest().count(), desk.portal.listed_count());
        }
    }
}
