//! Random histories: whatever is asked, in whatever order, the record and the state say the same, and promises hold.

mod common;

use base::fact::Actor;
use common::onlooker::{Fate, Onlooker, named};
use common::reached::reached;
use common::watch::Watch;
use common::{Dice, Record, dice, holds, reread, told};
use forum::clause::ClauseState;
use forum::small_numbers::Counts;
use forum::{Forum, Stage, results};
use ledger::machine::Machine;
use people::role::{OrganisationKind, Role, Scope};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use world::{Command, Event, World};

const CASES: u32 = 512;
/// Histories among which everything must be reached.
const LIVES: u32 = 160;
const COMMANDS: std::ops::Range<usize> = 1..300;

/// Everything that must hold between the state, the entries and the sealed values at any moment.
fn examine(record: &Record, seen: &Onlooker) {
    let world = &record.world;
    assert_eq!(world.faults(), 0);
    let states: BTreeMap<u64, Fate> = world
        .forums
        .opinions
        .iter()
        .map(|(seq, opinion)| (*seq, Fate::of(opinion.state)))
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
        let all = |all: &imbl::OrdSet<u64>| all.iter().copied().collect::<BTreeSet<u64>>();
        assert_eq!(all(&forum.held), of_forum(|fate| *fate == Fate::Held));
        assert_eq!(all(&forum.refused), of_forum(|fate| *fate == Fate::Refused));
        assert_eq!(all(&forum.withdrawn), of_forum(|fate| *fate == Fate::Withdrawn));
        assert_eq!(all(&forum.private), of_forum(|fate| *fate == Fate::Private));
        assert_eq!(
            all(&forum.taken_down),
            of_forum(|fate| matches!(fate, Fate::TakenDown(_)))
        );
        assert_eq!(
            forum.cleared.keys().copied().collect::<BTreeSet<_>>(),
            of_forum(|fate| *fate == Fate::Cleared)
        );
        // A number stays with what was taken down.
        let numbered = of_forum(|fate| matches!(fate, Fate::Published(_) | Fate::TakenDown(_)));
        assert_eq!(forum.published.values().copied().collect::<BTreeSet<_>>(), numbered);
        assert!(
            forum.published.keys().copied().eq(1..=numbered.len() as u32),
            "1 to n without a gap"
        );
        let there = forum.seen(u64::MAX);
        assert_eq!(
            (there.received, there.published as usize),
            (forum.received, numbered.len() - forum.taken_down.len())
        );
        votes_add_up(forum);
        clauses_keep_their_promises(forum);
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
        assert!(holds(&found["data"], at.field, &commitment), "{at:?}");
        let event = &record.entries[at.seq as usize].event;
        assert_eq!(named(world.exposure(*at)), seen.exposure(event, *at), "{at:?}");
    }
}

/// The counts are what the voices say, each once, and what was published once is the file of these counts.
fn votes_add_up(forum: &Forum) {
    let voices = 1..=forum.voices.count();
    let mut answers = 0;
    for (number, tally) in &forum.votes.tallies {
        let mut apart = [Counts::default(); 2];
        for voice in voices.clone() {
            if let Some(choice) = forum.votes.get(voice, *number) {
                apart[usize::from(forum.voices.is_verified(voice))].add(choice);
            }
        }
        assert_eq!((tally.drawn, tally.verified), (apart[0], apart[1]));
        assert!(tally.shown.answers() <= tally.all().answers());
        answers += u64::from(tally.all().answers());
    }
    assert_eq!(forum.votes.answers, answers);
    assert!(forum.votes.entries >= answers);
    let used: u32 = forum.voices.batches.values().map(|batch| batch.used).sum();
    assert_eq!(used, forum.voices.verified_count, "each verified voice used one slip");
    if let Some(publication) = &forum.votes_published {
        assert_eq!(
            publication.result,
            results::digest(forum),
            "nothing moves after the count"
        );
    }
    // Whoever closes, counts.
    assert_eq!(forum.votes_published.is_some(), forum.closed_at.is_some());
    let reached = matches!(
        forum.stage,
        Stage::InSession | Stage::Concluded | Stage::FollowingUp | Stage::Closed
    );
    assert!(
        !reached || forum.closed_at.is_some(),
        "no forum goes on before its votes are counted"
    );
}

/// Nothing is verified without evidence or by its owner, and no clause ends or begins outside the rules.
fn clauses_keep_their_promises(forum: &Forum) {
    for clause in forum.directives.values().flat_map(|directive| directive.clauses.iter()) {
        assert_ne!(clause.owner, clause.verifier);
        assert_eq!(clause.due.is_some(), forum.is_concluded());
        match clause.state {
            ClauseState::Verified => {
                assert!(!clause.evidence.is_empty() && clause.missing_evidence().is_empty());
                assert!(clause.done_on.is_some());
            }
            ClauseState::ReportedDone => assert!(clause.done_on.is_some() && clause.done_under.is_some()),
            ClauseState::Assigned | ClauseState::Accepted => assert!(clause.done_on.is_none()),
            ClauseState::NotDone | ClauseState::Overtaken => assert!(!clause.verdicts.is_empty()),
        }
        assert!(!(forum.stage == Stage::Closed && clause.state.is_open()));
    }
}

/// Whoever reads opinions is a moderator there, and not of the force that is criticised.
fn reader_is_impartial(before: &World, actor: Actor, command: &Command, event: Option<&Event>) {
    let forum = match command {
        Command::ClearOpinion { opinion }
        | Command::RefuseOpinion { opinion, .. }
        | Command::TakeDownOpinion { opinion, .. }
        | Command::MoveOpinionPrivate { opinion } => before.forums.opinions[opinion].forum,
        Command::ClearContest { forum, .. } | Command::RefuseContest { forum, .. } => *forum,
        _ => return,
    };
    let Actor::Person(id) = actor else {
        panic!("{actor:?} reads opinions")
    };
    let person = &before.people.persons[&id];
    let moderates = |scope| person.roles.contains_key(&(Role::Moderator, scope));
    assert!(moderates(Scope::Office) || moderates(Scope::Forum(forum)));
    let mandate = match event {
        Some(Event::Forum(forum::Event::OpinionCleared(e))) => e.mandate,
        Some(Event::Forum(forum::Event::OpinionRefused(e))) => e.mandate,
        Some(Event::Forum(forum::Event::OpinionTakenDown(e))) => e.mandate,
        Some(Event::Forum(forum::Event::OpinionMovedPrivate(e))) => e.mandate,
        Some(Event::Forum(forum::Event::ContestCleared(e))) => e.mandate,
        Some(Event::Forum(forum::Event::ContestRefused(e))) => e.mandate,
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
    let mut record = if office { Record::with_staff() } else { Record::new() };
    record.watch = Some(Watch::over(&record));
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

/// The dice are worth something only if they reach every kind of entry, every state, and whole lives of forums.
#[test]
fn the_dice_reach_every_kind_of_entry() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut kinds, mut refused, mut allowed) = (BTreeSet::new(), 0u32, 0u32);
    let (mut met, mut whole) = (BTreeSet::new(), 0);
    for _ in 0..LIVES {
        let throws = prop::collection::vec(dice(), 500)
            .new_tree(&mut runner)
            .unwrap()
            .current();
        let mut record = Record::with_staff();
        for throw in throws {
            record.clock = throw.clock(record.clock);
            let (actor, command) = told(&record.world, throw, record.clock);
            match record.tell(actor, &command) {
                Ok(_) => allowed += 1,
                Err(_) => refused += 1,
            }
        }
        let of_this = reached(&record.world);
        whole += u32::from(of_this.contains("a whole life"));
        met.extend(of_this);
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
    let wanted = "Announced Collecting InSession Concluded FollowingUp Closed Cancelled \
        Held Cleared Refused Published Withdrawn TakenDown Private \
        AuthorWithdrew PersonAsked Decision Timetable NameReplaced";
    let clauses = [
        "clause Assigned",
        "clause Accepted",
        "clause ReportedDone",
        "clause Verified",
        "clause NotDone",
        "clause Overtaken",
        "verdict None",
        "told 3 times",
        "extension true",
        "extension false",
        "contest answered true",
        "appeal true",
        "appeal false",
        "a changed vote",
        "a published section rewritten",
        "votes of both sorts counted",
    ];
    let not_met: Vec<&str> = wanted
        .split_whitespace()
        .chain(clauses)
        .filter(|one| !met.contains(*one))
        .collect();
    assert!(not_met.is_empty(), "never met: {not_met:?}");
    assert!(whole >= LIVES / 40, "{whole} forums lived their whole lives");
}
