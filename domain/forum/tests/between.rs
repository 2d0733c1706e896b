//! Between the office's midnight and time's next tick: the last day is over and nobody has recorded it yet.

mod common;

use base::workdays::Calendar;
use common::{Desk, no, receipt, words};
use forum::conclusion::{self, Conclude};
use forum::turn::{self, Turn};
use forum::{By, Event, Refusal, Stage, dates};

const BEFORE: &str = "2020-03-31T10:00:00Z";
const AFTER: &str = "2020-03-31T17:00:00Z";

fn by() -> By<'static> {
    By {
        mandate: common::MANDATE,
        organisation: None,
        for_office: true,
        same_person: &|_| false,
    }
}

fn conclude(desk: &mut Desk, over: u64) -> Result<u64, Refusal> {
    let what = Conclude {
        over,
        directives: vec![],
        sign: None,
    };
    let calendar = Calendar::default();
    let (forums, entropy) = (&desk.forums, &mut desk.entropy);
    let proposed = conclusion::conclude(forums, entropy, desk.now, &calendar, &by(), no(1), &what)?;
    Ok(desk.take(proposed))
}

/// A forum that concluded before its votes were counted would never count them.
#[test]
fn nothing_is_concluded_before_the_votes_are_counted() {
    let mut desk = Desk::open(BEFORE);
    let texts = ["Cảm ơn mọi người đã góp ý.", "Trần Chủ Trì", "Chủ tịch"];
    let written = conclusion::write(&desk.forums, &mut desk.entropy, &by(), no(1), None, texts).unwrap();
    let over = desk.take(written);
    desk.now = common::minute(AFTER);
    assert_eq!(desk.forums.forums[&no(1)].stage_at(desk.now), Stage::InSession);
    assert_eq!(conclude(&mut desk, over), Err(Refusal::StillCollecting));
    desk.tick();
    conclude(&mut desk, over).unwrap();
    let forum = &desk.forums.forums[&no(1)];
    assert!(forum.votes_published.is_some() && forum.closed_at.is_some());
    assert_eq!(forum.stage, Stage::Concluded);
}

/// What is said in the hall is recorded, opened or not, ticked or not.
#[test]
fn a_turn_is_recorded_in_a_forum_that_nobody_opened() {
    let mut desk = Desk::new(BEFORE);
    desk.announce(1, "2020-03-31").unwrap();
    let turn = Turn {
        words: words("Đề nghị thắp sáng cổng số hai"),
        nature: None,
        about: None,
        organisation: None,
        receipt: receipt(1),
    };
    let day = desk.now.office_date();
    let record = |desk: &mut Desk| -> Result<u64, Refusal> {
        let (forums, entropy) = (&desk.forums, &mut desk.entropy);
        let proposed = turn::record(forums, entropy, desk.now, &by(), no(1), &turn, day)?;
        Ok(desk.take(proposed))
    };
    assert_eq!(record(&mut desk), Err(Refusal::NotOpenYet));
    desk.now = common::minute(AFTER);
    record(&mut desk).unwrap();
    desk.tick();
    assert_eq!(desk.forums.forums[&no(1)].held.len(), 1);
}

/// Whoever closes by hand in that minute is told; the clock closes once.
#[test]
fn what_is_over_is_closed_once() {
    let mut desk = Desk::open(BEFORE);
    desk.now = common::minute(AFTER);
    let refused =
        dates::close_collecting(&desk.forums, &mut desk.entropy, desk.now, &by(), no(1), "lý do").unwrap_err();
    assert_eq!(refused, Refusal::Closed);
    let due = desk.tick();
    assert!(matches!(
        &due[..],
        [Event::CollectingClosed(_), Event::VotesPublished(_)]
    ));
    assert!(desk.tick().is_empty());
}
