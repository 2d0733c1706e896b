//! Spoken turns: recorded by the clerk, confirmed by the speaker, then read like any opinion.

mod common;

use common::hall::{CLERK, FORCE, Hall, MODERATOR};
use common::{no, receipt, words};
use forum::events::{Channel, Confirmation, LawfulReason, Nature};
use forum::{OpinionState, Refusal, Stage, appeal, opinion, private_track, turn};

fn record(hall: &mut Hall, code: u16) -> Result<u64, Refusal> {
    let turn = turn::Turn {
        words: words("Ông B đề nghị tăng tuần tra ban đêm."),
        nature: Some(Nature::ALL[0]),
        about: None,
        organisation: Some(FORCE),
        receipt: receipt(code),
    };
    hall.act(CLERK, |forums, entropy, now, by| {
        let read_by = now.office_date().add_days(1);
        turn::record(forums, entropy, now, by, no(1), &turn, read_by)
    })
}

fn confirm(hall: &mut Hall, code: u16) -> Result<u64, Refusal> {
    hall.free(|forums, _, _| turn::confirm(forums, receipt(code)))
}

fn confirm_aloud(hall: &mut Hall, opinion: u64) -> Result<u64, Refusal> {
    hall.act(CLERK, |forums, _, _, by| turn::confirm_aloud(forums, by, opinion))
}

fn refuse(hall: &mut Hall, opinion: u64) -> Result<u64, Refusal> {
    hall.free(|forums, _, _| opinion::refuse(forums, MODERATOR.mandate, opinion, LawfulReason::Insult))
}

#[test]
fn a_turn_is_published_only_after_its_speaker_confirmed_the_summary() {
    for aloud in [false, true] {
        let mut hall = Hall::in_session(0);
        let turn = record(&mut hall, 1).unwrap();
        assert_eq!(hall.forums.opinions[&turn].channel, Channel::SpokenTurn);
        assert_eq!(hall.forums.opinions[&turn].organisation, Some(FORCE));
        assert_eq!(hall.clear(turn), Err(Refusal::NotConfirmed));
        let how = if aloud {
            confirm_aloud(&mut hall, turn).unwrap();
            Confirmation::Aloud
        } else {
            confirm(&mut hall, 1).unwrap();
            Confirmation::Receipt
        };
        assert_eq!(hall.forums.opinions[&turn].confirmed, Some(how));
        assert_eq!(confirm(&mut hall, 1), Err(Refusal::AlreadyConfirmed));
        assert_eq!(confirm_aloud(&mut hall, turn), Err(Refusal::AlreadyConfirmed));
        hall.clear(turn).unwrap();
        hall.now = hall.now.add_hours(1);
        hall.tick();
        assert_eq!(hall.forums.opinions[&turn].state, OpinionState::Published(1));
    }
}

#[test]
fn turns_are_recorded_from_the_opening_until_the_conclusion() {
    let mut hall = Hall::announced();
    assert_eq!(record(&mut hall, 1), Err(Refusal::NotOpenYet));
    let mut hall = Hall::open();
    record(&mut hall, 1).unwrap();
    assert_eq!(record(&mut hall, 1), Err(Refusal::ReceiptTaken));
    // Between the end of the last day and time's tick.
    hall.at("2020-03-31T17:00:00Z");
    record(&mut hall, 2).unwrap();
    hall.tick();
    record(&mut hall, 3).unwrap();
    assert_eq!(record(&mut Hall::concluded(&[]), 9), Err(Refusal::ForumConcluded));
    hall.cancel().unwrap();
    assert_eq!(record(&mut hall, 4), Err(Refusal::ForumCancelled));
}

#[test]
fn a_forum_that_nobody_opened_is_held_all_the_same() {
    let mut hall = Hall::announced();
    hall.at("2020-03-31T17:00:00Z");
    assert_eq!(hall.forum().stage_at(hall.now), Stage::InSession);
    record(&mut hall, 1).unwrap();
    hall.tick();
    record(&mut hall, 2).unwrap();
}

#[test]
fn only_a_turn_is_confirmed_and_only_with_its_receipt() {
    let mut hall = Hall::open();
    let written = hall.submit(1).unwrap();
    assert_eq!(confirm(&mut hall, 1), Err(Refusal::NotATurn));
    assert_eq!(confirm_aloud(&mut hall, written), Err(Refusal::NotATurn));
    assert_eq!(confirm(&mut hall, 2), Err(Refusal::NoSuchOpinion));
    assert_eq!(confirm_aloud(&mut hall, 99), Err(Refusal::NoSuchOpinion));
    let turn = record(&mut hall, 2).unwrap();
    let (_, taken_back) = opinion::withdraw(&hall.forums, receipt(2)).unwrap();
    hall.take(taken_back);
    assert_eq!(confirm_aloud(&mut hall, turn), Err(Refusal::Withdrawn));
}

#[test]
fn no_appeal_publishes_a_summary_that_its_speaker_has_not_confirmed() {
    let mut hall = Hall::in_session(0);
    let turn = record(&mut hall, 1).unwrap();
    refuse(&mut hall, turn).unwrap();
    let appeal = |hall: &mut Hall| {
        hall.free(|forums, entropy, now| appeal::file(forums, entropy, receipt(1), None, now.office_date()))
    };
    assert_eq!(appeal(&mut hall), Err(Refusal::NotConfirmed));
    confirm(&mut hall, 1).unwrap();
    appeal(&mut hall).unwrap();
}

#[test]
fn a_turn_that_names_a_guard_goes_to_the_private_track_and_is_confirmed_there() {
    let mut hall = Hall::in_session(0);
    let turn = record(&mut hall, 1).unwrap();
    let by = hall.today().add_days(10);
    hall.act(MODERATOR, |forums, _, _, who| {
        private_track::move_there(forums, who, turn, by)
    })
    .unwrap();
    confirm_aloud(&mut hall, turn).unwrap();
}
