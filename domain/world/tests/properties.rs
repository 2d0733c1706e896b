//! Random histories: whatever is asked, in whatever order, the record and the state say the same, and promises hold.

mod common;

use base::fact::{Actor, Exposure, FieldName, SealedRef};
use base::hex;
use common::{Dice, Record, dice, reread, told};
use forum::OpinionState;
use ledger::entry;
use ledger::machine::Machine;
use people::role::{OrganisationKind, Role, Scope};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use world::{Command, Event, World};

const CASES: u32 = 512;
const COMMANDS: std::ops::Range<usize> = 1..120;

/// What an onlooker who reads entries only expects of an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Held,
    Cleared,
    Refused,
    Published(u32),
    Withdrawn,
}

/// A second, simpler reading of the record.
#[derive(Default)]
struct Onlooker {
    fates: BTreeMap<u64, Fate>,
    forums: BTreeMap<u64, base::number::ForumNo>,
    numbers: BTreeMap<base::number::ForumNo, u32>,
    erased: BTreeSet<SealedRef>,
    persons_names: BTreeSet<SealedRef>,
}

impl Onlooker {
    fn watch(&mut self, entry: &entry::Entry<Event>) {
        let leave = |fates: &mut BTreeMap<u64, Fate>, opinion: u64, from: &[Fate], to: Fate| {
            let before = fates.insert(opinion, to).expect("an opinion that was received");
            assert!(
                from.contains(&before),
                "opinion {opinion} goes from {before:?} to {to:?} in entry {}",
                entry.seq
            );
        };
        match &entry.event {
            Event::Forum(forum::Event::OpinionSubmitted(e)) => {
                self.forums.insert(entry.seq, e.forum);
                assert!(self.fates.insert(entry.seq, Fate::Held).is_none());
            }
            Event::Forum(forum::Event::OpinionCleared(e)) => {
                leave(&mut self.fates, e.opinion, &[Fate::Held], Fate::Cleared);
            }
            Event::Forum(forum::Event::OpinionRefused(e)) => {
                leave(&mut self.fates, e.opinion, &[Fate::Held], Fate::Refused);
            }
            Event::Forum(forum::Event::OpinionWithdrawn(e)) => {
                let from = [Fate::Held, Fate::Cleared, Fate::Refused];
                leave(&mut self.fates, e.opinion, &from, Fate::Withdrawn);
            }
            Event::Forum(forum::Event::OpinionsPublished(e)) => {
                for one in &e.opinions {
                    let last = self.numbers.entry(e.forum).or_default();
                    *last += 1;
                    assert_eq!(one.number, *last, "numbers have no gap and no repetition");
                    assert_eq!(self.forums[&one.opinion], e.forum);
                    leave(
                        &mut self.fates,
                        one.opinion,
                        &[Fate::Cleared],
                        Fate::Published(one.number),
                    );
                }
            }
            Event::Record(world::events::record::Event::ErasureOrdered(e)) => self.erased.extend(&e.targets),
            Event::People(people::Event::PersonAdded(_) | people::Event::PersonRenamed(_)) => {
                self.persons_names
                    .insert(SealedRef::new(entry.seq, people::events::NAME));
            }
            _ => {}
        }
    }

    /// Who may read a value, by the promises alone.
    fn exposure(&self, at: SealedRef) -> &'static str {
        if self.erased.contains(&at) {
            return "erased";
        }
        match self.fates.get(&at.seq) {
            Some(Fate::Published(_)) => "public",
            Some(_) => "held",
            None if self.persons_names.contains(&at) || at.field == FieldName::of("person") => "private",
            None => "public",
        }
    }
}

fn named(exposure: Exposure) -> &'static str {
    match exposure {
        Exposure::Public => "public",
        Exposure::Held => "held",
        Exposure::Private => "private",
        Exposure::Erased(_) => "erased",
        Exposure::Absent => "absent",
    }
}

/// Everything that must hold between the state, the entries and the sealed values at any moment.
fn examine(record: &Record, seen: &Onlooker) {
    let world = &record.world;
    assert_eq!(world.faults(), 0);
    let states: BTreeMap<u64, Fate> = world
        .forums
        .opinions
        .iter()
        .map(|(seq, opinion)| {
            let fate = match opinion.state {
                OpinionState::Held => Fate::Held,
                OpinionState::Cleared => Fate::Cleared,
                OpinionState::Refused(_) => Fate::Refused,
                OpinionState::Published(number) => Fate::Published(number),
                OpinionState::Withdrawn => Fate::Withdrawn,
            };
            (*seq, fate)
        })
        .collect();
    assert_eq!(states, seen.fates);
    for forum in world.forums.forums.values() {
        let of_forum = |wanted: fn(&Fate) -> bool| -> BTreeSet<u64> {
            let here = seen
                .fates
                .iter()
                .filter(|(seq, fate)| seen.forums[seq] == forum.no && wanted(fate));
            here.map(|(seq, _)| *seq).collect()
        };
        assert_eq!(
            forum.held.iter().copied().collect::<BTreeSet<_>>(),
            of_forum(|fate| *fate == Fate::Held)
        );
        assert_eq!(
            forum.cleared.keys().copied().collect::<BTreeSet<_>>(),
            of_forum(|fate| *fate == Fate::Cleared)
        );
        assert_eq!(
            forum.refused.iter().copied().collect::<BTreeSet<_>>(),
            of_forum(|fate| *fate == Fate::Refused)
        );
        assert_eq!(forum.withdrawn.len(), of_forum(|fate| *fate == Fate::Withdrawn).len());
        let published = of_forum(|fate| matches!(fate, Fate::Published(_)));
        assert_eq!(forum.published.values().copied().collect::<BTreeSet<_>>(), published);
        assert!(
            forum.published.keys().copied().eq(1..=published.len() as u32),
            "1 to n without a gap"
        );
        assert_eq!(forum.received as usize, of_forum(|_| true).len());
    }
    // One receipt, one opinion: nobody's way back is taken over by somebody else.
    assert_eq!(world.forums.receipts.len(), world.forums.opinions.len());
    for (receipt, opinion) in &world.forums.receipts {
        assert_eq!(world.forums.opinions[opinion].receipt, *receipt);
    }
    // Every role stands on a mandate of its own that was not taken away.
    let held = world.people.persons.iter().flat_map(|(id, person)| {
        let of_person = person.roles.iter();
        of_person.map(|((role, scope), mandate)| (*mandate, (*id, *role, *scope)))
    });
    let given = world.people.mandates.iter().filter(|(_, mandate)| !mandate.revoked);
    let given = given.map(|(number, mandate)| (*number, (mandate.person, mandate.role, mandate.scope)));
    assert_eq!(held.collect::<BTreeMap<_, _>>(), given.collect());
    for (at, (salt, value)) in &record.sealed {
        let found: serde_json::Value = serde_json::from_slice(&record.bytes[at.seq as usize]).unwrap();
        let commitment = base::fact::Commitment::of(salt, value.as_bytes());
        assert_eq!(found["data"][at.field.as_str()], hex::encode(&commitment.0), "{at:?}");
        assert_eq!(named(world.exposure(*at)), seen.exposure(*at), "{at:?}");
    }
}

/// Whoever reads opinions is a moderator there, and not of the force that is criticised.
fn reader_is_impartial(before: &World, actor: Actor, command: &Command, event: Option<&Event>) {
    let (Command::ClearOpinion { opinion } | Command::RefuseOpinion { opinion, .. }) = command else {
        return;
    };
    let Actor::Person(id) = actor else {
        panic!("{actor:?} reads opinions")
    };
    let forum = before.forums.opinions[opinion].forum;
    let person = &before.people.persons[&id];
    let moderates = |scope| person.roles.contains_key(&(Role::Moderator, scope));
    assert!(moderates(Scope::Office) || moderates(Scope::Forum(forum)));
    let mandate = match event {
        Some(Event::Forum(forum::Event::OpinionCleared(e))) => e.mandate,
        Some(Event::Forum(forum::Event::OpinionRefused(e))) => e.mandate,
        other => panic!("{other:?} of a moderator"),
    };
    let mandate = before.people.mandates[&mandate];
    assert_eq!(
        (mandate.person, mandate.role, mandate.revoked),
        (id, Role::Moderator, false)
    );
    assert!([Scope::Office, Scope::Forum(forum)].contains(&mandate.scope));
    if let Some(organisation) = person.organisation {
        assert_ne!(
            before.people.organisations[&organisation].kind,
            OrganisationKind::GuardForce
        );
        assert_ne!(
            before.forums.forums[&forum].force,
            Some(organisation),
            "reads what is said of their own"
        );
    }
}

fn history(office: bool, throws: &[Dice], cut: usize) {
    let mut record = if office { Record::with_office() } else { Record::new() };
    let mut seen = Onlooker::default();
    record.entries.iter().for_each(|entry| seen.watch(entry));
    let mut snapshot = (0, postcard::to_stdvec(&World::default()).unwrap());
    for (i, throw) in throws.iter().enumerate() {
        record.clock = throw.clock(record.clock);
        let (actor, command) = told(&record.world, *throw, record.clock);
        let (size, before, last_at) = (record.bytes.len(), record.world.clone(), record.last_at());
        // Deciding is a pure answer: asked twice it says the same.
        let asked = record.decide(actor, &command);
        match record.tell(actor, &command) {
            Ok((first, end)) => {
                let proposed = asked.unwrap();
                assert_eq!(proposed.len() as u64, end - first);
                for (entry, proposal) in record.entries[first as usize..].iter().zip(&proposed) {
                    assert_eq!((&entry.event, entry.by.as_deref()), (&proposal.event, proposal.by));
                    assert!(entry.at >= last_at, "the hour never goes back");
                    seen.watch(entry);
                }
                let event = record.entries.get(first as usize).map(|entry| &entry.event);
                reader_is_impartial(&before, actor, &command, event);
                if first == end {
                    assert_eq!(record.world, before);
                }
            }
            Err(why) => {
                assert_eq!(asked.unwrap_err(), why);
                assert_eq!(
                    (record.bytes.len(), &record.world),
                    (size, &before),
                    "a refused command changes nothing"
                );
            }
        }
        if i == cut % throws.len() {
            examine(&record, &seen);
            snapshot = (record.bytes.len(), postcard::to_stdvec(&record.world).unwrap());
        }
    }
    examine(&record, &seen);
    let replayed = reread(World::default(), &record.bytes);
    assert_eq!(replayed, record.world);
    assert_eq!(
        postcard::to_stdvec(&replayed).unwrap(),
        postcard::to_stdvec(&record.world).unwrap()
    );
    let from_snapshot: World = postcard::from_bytes(&snapshot.1).unwrap();
    assert_eq!(reread(from_snapshot, &record.bytes[snapshot.0..]), record.world);
    // Words leave no trace in a snapshot.
    let bytes = postcard::to_stdvec(&record.world).unwrap();
    for (_, value) in record.sealed.values().filter(|(_, value)| value.len() > 8) {
        assert!(!bytes.windows(value.len()).any(|window| window == value.as_bytes()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_reads_back_and_keeps_its_promises(
        office in prop::bool::weighted(0.8),
        throws in prop::collection::vec(dice(), COMMANDS),
        cut in any::<usize>(),
    ) {
        history(office, &throws, cut);
    }
}

/// The dice are worth something only if they reach every kind of entry and every state of an opinion.
#[test]
fn the_dice_reach_every_kind_of_entry() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut kinds, mut refused, mut allowed) = (BTreeSet::new(), 0u32, 0u32);
    for _ in 0..96 {
        let throws = prop::collection::vec(dice(), 80)
            .new_tree(&mut runner)
            .unwrap()
            .current();
        let mut record = Record::with_office();
        for throw in throws {
            record.clock = throw.clock(record.clock);
            let (actor, command) = told(&record.world, throw, record.clock);
            match record.tell(actor, &command) {
                Ok(_) => allowed += 1,
                Err(_) => refused += 1,
            }
        }
        kinds.extend(
            record
                .entries
                .iter()
                .map(|entry| base::fact::Recordable::kind(&entry.event).name),
        );
    }
    let missing: Vec<_> = Event::kinds()
        .into_iter()
        .map(|kind| kind.name)
        .filter(|name| !kinds.contains(name))
        .collect();
    assert!(missing.is_empty(), "never reached: {missing:?}");
    assert!(
        allowed > refused / 2 && refused > allowed / 5,
        "{allowed} allowed, {refused} refused"
    );
}
