//! Voices and votes: the matrix, slips, answers that change.

mod common;

use base::fact::Digest32;
use common::hall::{Hall, SECRETARY, cases};
use common::no;
use forum::events::Choice;
use forum::small_numbers::Counts;
use forum::voice::{self, SLIPS_PER_BATCH_MAX, Standing, VoiceSecret};
use forum::{Event, Refusal, Stage};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Three blocks of the matrix, the last one begun.
const OPINIONS: u32 = 70;
/// Voices 1 to this came from slips.
const SLIPS: u32 = 6;

static HALL: LazyLock<Hall> = LazyLock::new(|| {
    let mut hall = Hall::open();
    hall.publish(OPINIONS as u16);
    hall.slips(1..SLIPS + 1).unwrap();
    hall
});

fn cancel(hall: &mut Hall, batch: u32) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, _, _, by| voice::cancel(forums, by, no(1), batch))
}

fn issue(hall: &mut Hall, pseudonyms: &[Digest32]) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, entropy, now, by| {
        voice::issue(forums, entropy, now, by, no(1), "Hội phụ nữ", pseudonyms)
    })
}

fn of(number: u32) -> Counts {
    Counts {
        agree: number,
        ..Counts::default()
    }
}

fn a_vote() -> impl Strategy<Value = (u32, u32, Choice)> {
    // Numbers at the edges of blocks come often.
    let opinion = prop_oneof![1..=OPINIONS, Just(1), Just(32), Just(33), Just(64), Just(65)];
    (1..14_u32, opinion, prop::sample::select(Choice::ALL.to_vec()))
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_matrix_says_what_a_plain_map_says(votes in prop::collection::vec(a_vote(), 0..160)) {
        let mut hall = HALL.clone();
        let rev = (hall.forum().rev, hall.forums.rev);
        let mut plain: BTreeMap<(u32, u32), Choice> = BTreeMap::new();
        let mut entered: Vec<u32> = Vec::new();
        let mut entries = 0;
        for (voice, opinion, choice) in votes {
            let recorded = hall.vote(voice, opinion, choice).unwrap();
            let before = plain.insert((voice, opinion), choice);
            prop_assert_eq!(recorded, before != Some(choice), "what changes nothing records nothing");
            entries += u64::from(recorded);
            if !entered.contains(&voice) {
                entered.push(voice);
            }
        }
        let forum = hall.forum();
        for (number, voice) in (1..).zip(&entered) {
            prop_assert_eq!(forum.voices.standing(&Hall::pseudonym(*voice)), Standing::Known(number));
            prop_assert_eq!(forum.voices.is_verified(number), *voice <= SLIPS);
            for opinion in 0..=OPINIONS + 40 {
                prop_assert_eq!(forum.votes.get(number, opinion.max(1)), plain.get(&(*voice, opinion.max(1))).copied());
            }
            let answered: Vec<u32> = forum.votes.answered(number, 1..=OPINIONS).collect();
            let plainly: Vec<u32> = plain.keys().filter(|(one, _)| one == voice).map(|(_, opinion)| *opinion).collect();
            prop_assert_eq!(answered, plainly);
        }
        let nobody = entered.len() as u32 + 1;
        prop_assert_eq!((forum.votes.get(0, 1), forum.votes.get(nobody, 1)), (None, None));
        for opinion in 1..=OPINIONS {
            let count = |verified: bool| {
                let mut counts = Counts::default();
                let of_it = plain.iter().filter(|((voice, on), _)| *on == opinion && (*voice <= SLIPS) == verified);
                of_it.for_each(|(_, choice)| counts.add(*choice));
                counts
            };
            let tally = forum.votes.tallies.get(&opinion).cloned().unwrap_or_default();
            prop_assert_eq!((tally.verified, tally.drawn), (count(true), count(false)));
        }
        prop_assert_eq!((forum.votes.entries, forum.votes.answers), (entries, plain.len() as u64));
        let verified = entered.iter().filter(|voice| **voice <= SLIPS).count() as u32;
        prop_assert_eq!((forum.voices.verified_count, forum.voices.count()), (verified, entered.len() as u32));
        prop_assert_eq!(forum.voices.drawn_count(), entered.len() as u32 - verified);
        prop_assert_eq!(forum.voices.batches[&1].used, verified);
        prop_assert_eq!((forum.rev, hall.forums.rev), rev, "a vote is nobody's news");
        prop_assert!(hall.replay() == hall.forums);
    }
}

#[test]
fn votes_are_taken_from_the_opening_until_the_last_day_is_over() {
    let mut hall = Hall::announced();
    assert_eq!(hall.vote(1, 1, Choice::Agree), Err(Refusal::NotOpenYet));
    let mut hall = Hall::open();
    assert_eq!(hall.vote(1, 1, Choice::Agree), Err(Refusal::NoSuchOpinion));
    hall.publish(1);
    for wrong in [0, 2, u32::MAX] {
        assert_eq!(hall.vote(1, wrong, Choice::Agree), Err(Refusal::NoSuchOpinion));
    }
    hall.at("2020-03-31T16:59:00Z");
    hall.vote(1, 1, Choice::Agree).unwrap();
    hall.at("2020-03-31T17:00:00Z");
    assert_eq!(
        hall.vote(1, 1, Choice::Pass),
        Err(Refusal::VotesClosed),
        "ticked or not"
    );
    hall.tick();
    assert_eq!(hall.forum().stage, Stage::InSession);
    // A clock that went back opens nothing again.
    hall.at("2020-03-31T16:59:00Z");
    assert_eq!(hall.vote(1, 1, Choice::Pass), Err(Refusal::VotesClosed));
    assert_eq!(
        Hall::concluded(&[]).vote(1, 1, Choice::Pass),
        Err(Refusal::ForumConcluded)
    );
}

#[test]
fn a_slip_lets_one_verified_voice_in_however_often_it_is_used() {
    let mut hall = HALL.clone();
    let first = Hall::pseudonym(1);
    assert_eq!(
        hall.forum().voices.standing(&first),
        Standing::Enters { verified: true }
    );
    assert_eq!(
        hall.forum().voices.standing(&Hall::pseudonym(99)),
        Standing::Enters { verified: false }
    );
    hall.vote(1, 1, Choice::Agree).unwrap();
    hall.vote(1, 2, Choice::Agree).unwrap();
    hall.vote(1, 1, Choice::Disagree).unwrap();
    let voices = &hall.forum().voices;
    assert_eq!(
        (voices.count(), voices.verified_count, voices.batches[&1].used),
        (1, 1, 1)
    );
    assert_eq!(hall.forum().votes.tallies[&2].verified, of(1));
    let counts = hall.forum().votes.tallies[&1].verified;
    assert_eq!((counts.agree, counts.disagree, counts.answers()), (0, 1, 1));
}

#[test]
fn slips_that_were_cancelled_let_nobody_in_and_keep_those_who_are() {
    let mut hall = HALL.clone();
    hall.vote(1, 1, Choice::Agree).unwrap();
    assert_eq!(cancel(&mut hall, 2), Err(Refusal::NoSuchBatch));
    cancel(&mut hall, 1).unwrap();
    assert_eq!(cancel(&mut hall, 1), Err(Refusal::AlreadyCancelled));
    assert_eq!(hall.vote(2, 1, Choice::Agree), Err(Refusal::SlipCancelled));
    hall.vote(1, 1, Choice::Disagree).unwrap();
    hall.vote(99, 1, Choice::Agree).unwrap();
    let voices = &hall.forum().voices;
    assert_eq!(
        (voices.count(), voices.verified_count, voices.slip_count()),
        (2, 1, SLIPS)
    );
    // The lost print is replaced by another.
    hall.slips(20..22).unwrap();
    hall.vote(20, 1, Choice::Agree).unwrap();
    assert_eq!(hall.forum().voices.batches[&2].used, 1);
}

#[test]
fn no_secret_is_on_two_slips_or_anybodys_already() {
    let mut hall = HALL.clone();
    hall.vote(99, 1, Choice::Agree).unwrap();
    hall.vote(1, 1, Choice::Agree).unwrap();
    let (fresh, other) = (Hall::pseudonym(500), Hall::pseudonym(501));
    for taken in [Hall::pseudonym(1), Hall::pseudonym(2), Hall::pseudonym(99), fresh] {
        assert_eq!(issue(&mut hall, &[fresh, taken]), Err(Refusal::SlipTaken));
    }
    assert_eq!(issue(&mut hall, &[]), Err(Refusal::NothingInIt));
    let many: Vec<_> = (1_000..1_001 + SLIPS_PER_BATCH_MAX as u32)
        .map(Hall::pseudonym)
        .collect();
    assert_eq!(issue(&mut hall, &many), Err(Refusal::TooMany));
    issue(&mut hall, &many[1..]).unwrap();
    issue(&mut hall, &[fresh, other]).unwrap();
    assert_eq!(hall.forum().voices.slip_count(), SLIPS + SLIPS_PER_BATCH_MAX as u32 + 2);
}

#[test]
fn a_secret_has_another_name_in_every_forum() {
    let names: BTreeSet<Digest32> = [[0; 16], [1; 16]]
        .into_iter()
        .flat_map(|secret| [no(1), no(2)].map(|forum| VoiceSecret(secret).pseudonym(forum)))
        .collect();
    assert_eq!(names.len(), 4);
    let again = VoiceSecret([1; 16]).pseudonym(no(1));
    assert!(names.contains(&again) && again != Digest32([1; 32]));
}

#[test]
fn a_record_that_lets_the_wrong_voice_speak_is_a_fault() {
    let mut hall = HALL.clone();
    hall.vote(1, 1, Choice::Agree).unwrap();
    let (hour, event) = hall.log.last().unwrap().clone();
    let Event::VoteCast(cast) = event else { panic!() };
    let next = hall.log.len() as u64;
    let faults = |hall: &Hall, change: &dyn Fn(&mut forum::events::VoteCast)| {
        let mut wrong = cast.clone();
        change(&mut wrong);
        hall.clone().forums.apply(next, hour, &wrong.into()).is_err()
    };
    assert!(faults(&hall, &|_| ()), "enters twice");
    for voice in [0, 2, u32::MAX] {
        assert!(
            faults(&hall, &|e| (e.voice, e.enters) = (voice, None)),
            "nobody's number: {voice}"
        );
    }
    assert!(faults(&hall, &|e| (e.opinion, e.enters) = (OPINIONS + 1, None)));
    let enters = |voice: u32, verified: bool, number: u32| {
        move |e: &mut forum::events::VoteCast| {
            e.voice = number;
            let pseudonym = Hall::pseudonym(voice);
            e.enters = Some(forum::events::Entering { pseudonym, verified });
        }
    };
    assert!(!faults(&hall, &enters(2, true, 2)), "as the rules would have it");
    assert!(faults(&hall, &enters(2, false, 2)), "from a slip, and not told");
    assert!(faults(&hall, &enters(99, true, 2)), "from no slip, and told otherwise");
    assert!(faults(&hall, &enters(2, true, 3)), "a number left out");
    let mut cancelled = hall.clone();
    cancel(&mut cancelled, 1).unwrap();
    assert!(
        faults(&cancelled, &enters(2, true, 2)),
        "from a slip that was cancelled"
    );
    let mut closed = hall.clone();
    closed.close_collecting().unwrap();
    assert!(faults(&closed, &enters(2, true, 2)), "after votes were closed");
}
