//! Appeals, the private track, and taking down what was published.

mod common;

use base::fact::{Exposure, SealedRef};
use common::hall::{APPEAL_BODY, COMMANDER, HOST_DELEGATE, Hall, MODERATOR, SECRETARY, Who};
use common::{no, receipt};
use forum::events::{Choice, LawfulReason, STATEMENT};
use forum::{Event, OpinionState, Refusal, Stage, appeal, opinion, private_track};

fn refuse(hall: &mut Hall, opinion: u64) -> Result<u64, Refusal> {
    hall.free(|forums, _, _| opinion::refuse(forums, MODERATOR.mandate, opinion, LawfulReason::Insult))
}

fn take_down(hall: &mut Hall, opinion: u64) -> Result<u64, Refusal> {
    hall.free(|forums, _, _| opinion::take_down(forums, MODERATOR.mandate, opinion, LawfulReason::PersonalData))
}

fn file(hall: &mut Hall, code: u16) -> Result<u64, Refusal> {
    hall.free(|forums, entropy, now| {
        let decide_by = now.office_date().add_days(7);
        appeal::file(
            forums,
            entropy,
            receipt(code),
            Some("Tôi không xúc phạm ai."),
            decide_by,
        )
    })
}

fn decide(hall: &mut Hall, who: Who, opinion: u64, granted: bool) -> Result<u64, Refusal> {
    hall.act(who, |forums, entropy, _, by| {
        appeal::decide(forums, entropy, by, opinion, granted, "Lời lẽ trong phạm vi góp ý.")
    })
}

fn move_private(hall: &mut Hall, opinion: u64) -> Result<u64, Refusal> {
    let by = hall.today().add_days(14);
    hall.act(MODERATOR, |forums, _, _, who| {
        private_track::move_there(forums, who, opinion, by)
    })
}

fn answer_privately(hall: &mut Hall, who: Who, opinion: u64) -> Result<u64, Refusal> {
    hall.act(who, |forums, entropy, _, by| {
        private_track::answer(forums, entropy, by, opinion, "Đơn vị đã nhắc nhở đồng chí.")
    })
}

fn withdraw(hall: &mut Hall, code: u16) -> Result<u64, Refusal> {
    let (_, proposed) = opinion::withdraw(&hall.forums, receipt(code))?;
    Ok(hall.take(proposed))
}

fn state(hall: &Hall, opinion: u64) -> OpinionState {
    hall.forums.opinions[&opinion].state
}

fn exposure(hall: &Hall, opinion: u64) -> Exposure {
    hall.forums.exposure(SealedRef::new(opinion, STATEMENT))
}

fn next_hour(hall: &mut Hall) {
    hall.now = hall.now.add_hours(1);
    hall.tick();
}

#[test]
fn an_appeal_against_a_refusal_is_filed_once_and_granted_it_publishes() {
    let mut hall = Hall::open();
    let opinion = hall.submit(0).unwrap();
    assert_eq!(file(&mut hall, 0), Err(Refusal::NothingToAppeal), "it waits");
    assert_eq!(file(&mut hall, 7), Err(Refusal::NoSuchOpinion));
    refuse(&mut hall, opinion).unwrap();
    assert_eq!(
        decide(&mut hall, APPEAL_BODY, opinion, true),
        Err(Refusal::NothingToAppeal)
    );
    file(&mut hall, 0).unwrap();
    assert_eq!(file(&mut hall, 0), Err(Refusal::AlreadyAppealed));
    assert_eq!(
        state(&hall, opinion),
        OpinionState::Refused(LawfulReason::Insult),
        "filing changes nothing"
    );
    let seq = decide(&mut hall, APPEAL_BODY, opinion, true).unwrap();
    assert_eq!(
        decide(&mut hall, APPEAL_BODY, opinion, false),
        Err(Refusal::AlreadyDecided)
    );
    assert_eq!(file(&mut hall, 0), Err(Refusal::NothingToAppeal));
    assert!(hall.forum().refused.is_empty());
    assert_eq!(exposure(&hall, opinion), Exposure::Held, "until its batch");
    let decision = hall.forums.opinions[&opinion]
        .appeal
        .as_ref()
        .unwrap()
        .decision
        .clone()
        .unwrap();
    assert_eq!(
        (decision.granted, decision.answer.seq, decision.mandate),
        (true, seq, APPEAL_BODY.mandate)
    );
    next_hour(&mut hall);
    assert_eq!(state(&hall, opinion), OpinionState::Published(1));
    // What the appeal body brought on its way stays.
    assert_eq!(take_down(&mut hall, opinion), Err(Refusal::AlreadyDecided));
}

#[test]
fn an_appeal_that_is_not_granted_leaves_everything_and_comes_once() {
    let mut hall = Hall::open();
    let opinion = hall.submit(0).unwrap();
    refuse(&mut hall, opinion).unwrap();
    file(&mut hall, 0).unwrap();
    decide(&mut hall, APPEAL_BODY, opinion, false).unwrap();
    assert_eq!(state(&hall, opinion), OpinionState::Refused(LawfulReason::Insult));
    assert_eq!(file(&mut hall, 0), Err(Refusal::AlreadyAppealed));
    next_hour(&mut hall);
    assert_eq!(exposure(&hall, opinion), Exposure::Held);
}

#[test]
fn nobody_decides_an_appeal_against_themselves_whatever_their_mandate() {
    let same = Who {
        mandate: MODERATOR.mandate + 5,
        ..APPEAL_BODY
    };
    let mut hall = Hall::open();
    let all: Vec<u64> = (0..3).map(|code| hall.submit(code).unwrap()).collect();
    refuse(&mut hall, all[0]).unwrap();
    move_private(&mut hall, all[1]).unwrap();
    // Cleared by someone else, taken down by the moderator.
    hall.free(|forums, _, _| opinion::clear(forums, 200, all[2])).unwrap();
    next_hour(&mut hall);
    take_down(&mut hall, all[2]).unwrap();
    for (code, opinion) in (0..).zip(&all) {
        file(&mut hall, code).unwrap();
        assert_eq!(decide(&mut hall, same, *opinion, true), Err(Refusal::OwnWork));
        assert_eq!(decide(&mut hall, MODERATOR, *opinion, false), Err(Refusal::OwnWork));
        decide(&mut hall, APPEAL_BODY, *opinion, true).unwrap();
    }
}

#[test]
fn what_is_taken_down_keeps_its_number_is_voted_on_no_more_and_may_come_back() {
    let mut hall = Hall::open();
    let opinions = hall.publish(2);
    hall.vote(1, 1, Choice::Agree).unwrap();
    let down = take_down(&mut hall, opinions[0]).unwrap();
    assert_eq!(
        state(&hall, opinions[0]),
        OpinionState::TakenDown(1, LawfulReason::PersonalData)
    );
    assert_eq!(exposure(&hall, opinions[0]), Exposure::Held);
    assert_eq!(hall.forums.touched(&hall.log[down as usize].1).len(), 1);
    assert_eq!(take_down(&mut hall, opinions[0]), Err(Refusal::NotPublished));
    assert_eq!(hall.vote(1, 1, Choice::Disagree), Err(Refusal::NoSuchOpinion));
    for code in 0..2 {
        assert_eq!(withdraw(&mut hall, code), Err(Refusal::AlreadyPublished));
    }
    let seen = hall.forum().seen(hall.log.len() as u64);
    assert_eq!((seen.received, seen.published, seen.taken_down), (2, 1, 1));
    let code = hall
        .forums
        .receipts
        .iter()
        .find(|(_, seq)| **seq == opinions[0])
        .map(|(code, _)| *code)
        .unwrap();
    hall.free(|forums, entropy, now| appeal::file(forums, entropy, code, None, now.office_date()))
        .unwrap();
    let back = decide(&mut hall, APPEAL_BODY, opinions[0], true).unwrap();
    assert_eq!(
        state(&hall, opinions[0]),
        OpinionState::Published(1),
        "under its number, at once"
    );
    assert_eq!(hall.forums.touched(&hall.log[back as usize].1).len(), 1);
    assert_eq!(exposure(&hall, opinions[0]), Exposure::Public);
    assert!(hall.forum().taken_down.is_empty());
    hall.vote(1, 1, Choice::Disagree).unwrap();
    assert_eq!(hall.forum().votes.get(1, 1), Some(Choice::Disagree));
    // Its number was kept free of others.
    assert_eq!(hall.publish(1).len(), 3);
    assert_eq!(hall.forum().published[&1], opinions[0]);
}

#[test]
fn an_opinion_on_the_private_track_is_answered_once_by_the_force_or_the_office() {
    for who in [COMMANDER, SECRETARY] {
        let mut hall = Hall::open();
        let opinion = hall.submit(0).unwrap();
        assert_eq!(answer_privately(&mut hall, who, opinion), Err(Refusal::NotPrivate));
        move_private(&mut hall, opinion).unwrap();
        assert_eq!(move_private(&mut hall, opinion), Err(Refusal::AlreadyRead));
        assert_eq!(hall.clear(opinion), Err(Refusal::AlreadyRead));
        assert_eq!(
            answer_privately(&mut hall, HOST_DELEGATE, opinion),
            Err(Refusal::NotTheForce)
        );
        let seq = answer_privately(&mut hall, who, opinion).unwrap();
        assert_eq!(answer_privately(&mut hall, who, opinion), Err(Refusal::AlreadyAnswered));
        let OpinionState::Private(track) = state(&hall, opinion) else {
            panic!()
        };
        assert_eq!(
            track.answer,
            Some((SealedRef::new(seq, appeal::ANSWER), hall.now.hour()))
        );
        next_hour(&mut hall);
        assert_eq!(exposure(&hall, opinion), Exposure::Held, "never published");
        let seen = hall.forum().seen(hall.log.len() as u64);
        assert_eq!((seen.received, seen.private), (1, 1));
    }
}

#[test]
fn a_private_opinion_that_was_taken_back_is_answered_and_appealed_no_more() {
    let mut hall = Hall::open();
    let opinion = hall.submit(0).unwrap();
    move_private(&mut hall, opinion).unwrap();
    file(&mut hall, 0).unwrap();
    withdraw(&mut hall, 0).unwrap();
    assert_eq!(answer_privately(&mut hall, COMMANDER, opinion), Err(Refusal::Withdrawn));
    assert_eq!(file(&mut hall, 0), Err(Refusal::Withdrawn));
    assert_eq!(decide(&mut hall, APPEAL_BODY, opinion, true), Err(Refusal::Withdrawn));
    assert_eq!(withdraw(&mut hall, 0), Err(Refusal::Withdrawn));
    assert!(hall.forum().private.is_empty());
    let seen = hall.forum().seen(hall.log.len() as u64);
    assert_eq!((seen.received, seen.withdrawn, seen.private), (1, 1, 0));
    next_hour(&mut hall);
    assert_eq!(state(&hall, opinion), OpinionState::Withdrawn);
}

#[test]
fn an_author_who_wants_to_be_heard_in_public_appeals_against_the_private_track() {
    let mut hall = Hall::open();
    let opinion = hall.submit(0).unwrap();
    move_private(&mut hall, opinion).unwrap();
    answer_privately(&mut hall, COMMANDER, opinion).unwrap();
    file(&mut hall, 0).unwrap();
    decide(&mut hall, APPEAL_BODY, opinion, true).unwrap();
    assert_eq!(
        answer_privately(&mut hall, COMMANDER, opinion),
        Err(Refusal::NotPrivate)
    );
    assert!(hall.forum().private.is_empty());
    next_hour(&mut hall);
    assert_eq!(exposure(&hall, opinion), Exposure::Public);
}

#[test]
fn a_conclusion_does_not_wait_for_appeals_and_takes_none_away() {
    let mut hall = Hall::open();
    let opinion = hall.submit(0).unwrap();
    refuse(&mut hall, opinion).unwrap();
    file(&mut hall, 0).unwrap();
    hall.close_collecting().unwrap();
    hall.write_conclusion(None).unwrap();
    hall.conclude().unwrap();
    assert_eq!(hall.forum().stage, Stage::Concluded);
    decide(&mut hall, APPEAL_BODY, opinion, true).unwrap();
    next_hour(&mut hall);
    assert_eq!(state(&hall, opinion), OpinionState::Published(1));
}

#[test]
fn an_entry_that_names_an_opinion_of_another_forum_is_a_fault() {
    let mut hall = Hall::open();
    let opinion = hall.publish(1)[0];
    let down = take_down(&mut hall.clone(), opinion).map(|_| ());
    assert_eq!(down, Ok(()));
    let proposed = opinion::take_down(&hall.forums, MODERATOR.mandate, opinion, LawfulReason::Insult).unwrap();
    let Event::OpinionTakenDown(mut e) = proposed.event else {
        panic!()
    };
    // A second forum, and an entry that says the opinion is its own.
    let (hour, announced) = hall.log[0].clone();
    let Event::Announced(mut other) = announced else {
        panic!()
    };
    other.forum = no(2);
    let next = hall.log.len() as u64;
    hall.forums.apply(next, hour, &other.into()).unwrap();
    e.forum = no(2);
    assert!(hall.forums.apply(next + 1, hour, &e.into()).is_err());
    assert_eq!(state(&hall, opinion), OpinionState::Published(1));
    let seen = hall.forums.forums[&no(2)].seen(next);
    assert_eq!((seen.received, seen.taken_down), (0, 0));
}
