//! What may become of an opinion, from every state by every act.

mod common;

use base::fact::{Exposure, SealedRef};
use base::time::Date;
use common::{Desk, MANDATE, date, minute, no, receipt};
use forum::events::{LawfulReason, NAME, Numbered, OpinionCleared, OpinionsPublished, REASONS, STATEMENT};
use forum::private_track::{self, PrivateTrack};
use forum::{By, Event, Missing, OpinionState, Refusal, opinion};

const REASON: LawfulReason = LawfulReason::OffSubject;

fn refuse(desk: &mut Desk, opinion: u64) -> Result<u64, Refusal> {
    let proposed = opinion::refuse(&desk.forums, MANDATE, opinion, REASON)?;
    Ok(desk.take(proposed))
}

fn take_down(desk: &mut Desk, opinion: u64) -> Result<u64, Refusal> {
    let proposed = opinion::take_down(&desk.forums, MANDATE, opinion, REASON)?;
    Ok(desk.take(proposed))
}

fn answer_by() -> Date {
    date("2020-03-16")
}

fn move_private(desk: &mut Desk, opinion: u64) -> Result<u64, Refusal> {
    let by = By {
        mandate: MANDATE,
        organisation: None,
        for_office: false,
        same_person: &|_| false,
    };
    let proposed = private_track::move_there(&desk.forums, &by, opinion, answer_by())?;
    Ok(desk.take(proposed))
}

fn withdraw(desk: &mut Desk, number: u16) -> Result<u64, Refusal> {
    let (_, proposed) = opinion::withdraw(&desk.forums, receipt(number))?;
    Ok(desk.take(proposed))
}

/// A forum with one opinion in this state; its receipt is number 0.
fn with(state: OpinionState) -> (Desk, u64) {
    let mut desk = Desk::open("2020-03-02T02:10:00Z");
    let opinion = desk.submit(0).unwrap();
    let acted = match state {
        OpinionState::Held => Ok(opinion),
        OpinionState::Refused(_) => refuse(&mut desk, opinion),
        OpinionState::Withdrawn => withdraw(&mut desk, 0),
        OpinionState::Private(_) => move_private(&mut desk, opinion),
        OpinionState::Cleared | OpinionState::Published(_) | OpinionState::TakenDown(..) => desk.clear(opinion),
    };
    acted.unwrap();
    if let OpinionState::Published(_) | OpinionState::TakenDown(..) = state {
        desk.now = minute("2020-03-02T03:00:00Z");
        assert_eq!(desk.batch(), [opinion]);
    }
    if let OpinionState::TakenDown(..) = state {
        take_down(&mut desk, opinion).unwrap();
    }
    assert_eq!(desk.forums.opinions[&opinion].state, state);
    (desk, opinion)
}

/// One opinion on the private track since the hour of the tests.
fn private() -> OpinionState {
    OpinionState::Private(PrivateTrack {
        since: minute("2020-03-02T02:10:00Z").hour(),
        answer_by: answer_by(),
        answer: None,
    })
}

#[test]
fn every_act_in_every_state() {
    use OpinionState::{Cleared, Held, Published, Refused, TakenDown, Withdrawn};
    let (read, there) = (Some(Refusal::AlreadyRead), Some(Refusal::NotPublished));
    let stays = Some(Refusal::AlreadyPublished);
    // State; what a moderator is told who reads it, and who takes it down; what the author is told.
    let table = [
        (Held, None, there, None),
        (Cleared, read, there, None),
        (Refused(REASON), read, there, None),
        (private(), read, there, None),
        (Published(1), read, None, stays),
        (TakenDown(1, REASON), read, there, stays),
        (Withdrawn, Some(Refusal::Withdrawn), there, Some(Refusal::Withdrawn)),
    ];
    for (state, to_moderator, to_taker, to_author) in table {
        let try_each = |act: &dyn Fn(&mut Desk, u64) -> Result<u64, Refusal>| {
            let (mut desk, opinion) = with(state);
            act(&mut desk, opinion).err()
        };
        assert_eq!(
            try_each(&|desk, opinion| desk.clear(opinion)),
            to_moderator,
            "{state:?}"
        );
        assert_eq!(
            try_each(&|desk, opinion| refuse(desk, opinion)),
            to_moderator,
            "{state:?}"
        );
        assert_eq!(
            try_each(&|desk, opinion| move_private(desk, opinion)),
            to_moderator,
            "{state:?}"
        );
        assert_eq!(
            try_each(&|desk, opinion| take_down(desk, opinion)),
            to_taker,
            "{state:?}"
        );
        assert_eq!(try_each(&|desk, _| withdraw(desk, 0)), to_author, "{state:?}");
    }
    let (mut desk, opinion) = with(Held);
    assert_eq!(desk.clear(opinion + 100), Err(Refusal::NoSuchOpinion));
    assert_eq!(withdraw(&mut desk, 77), Err(Refusal::NoSuchOpinion));
}

#[test]
fn words_are_shown_once_published_and_never_else() {
    use OpinionState::{Cleared, Held, Published, Refused, TakenDown, Withdrawn};
    let never = [
        Held,
        Cleared,
        Refused(REASON),
        Withdrawn,
        TakenDown(1, REASON),
        private(),
    ];
    for state in never.into_iter().chain([Published(1)]) {
        let (desk, opinion) = with(state);
        let exposure = |field| desk.forums.exposure(SealedRef::new(opinion, field));
        let shown = if state == Published(1) {
            Exposure::Public
        } else {
            Exposure::Held
        };
        assert_eq!(exposure(STATEMENT), shown, "{state:?}");
        assert_eq!(
            (exposure(REASONS), exposure(NAME)),
            (Exposure::Absent, Exposure::Absent)
        );
        assert_eq!(desk.forums.fields(opinion), [SealedRef::new(opinion, STATEMENT)]);
        assert_eq!(
            desk.forums.exposure(SealedRef::new(opinion + 50, STATEMENT)),
            Exposure::Absent
        );
    }
}

#[test]
fn a_receipt_belongs_to_one_opinion() {
    let (mut desk, opinion) = with(OpinionState::Published(1));
    assert_eq!(desk.submit(0), Err(Refusal::ReceiptTaken));
    assert_eq!(desk.forums.receipts[&receipt(0)], opinion);
    desk.submit(1).unwrap();
}

/// A damaged record is counted as one; it stops nothing.
#[test]
fn entries_about_what_is_not_there_say_so() {
    let (mut desk, opinion) = with(OpinionState::Cleared);
    let at = desk.now.hour();
    let mandate = MANDATE;
    let strange: [Event; 4] = [
        OpinionCleared {
            forum: no(9),
            opinion,
            mandate,
        }
        .into(),
        OpinionCleared {
            forum: no(1),
            opinion: 999,
            mandate,
        }
        .into(),
        // It was read before.
        OpinionCleared {
            forum: no(1),
            opinion,
            mandate,
        }
        .into(),
        OpinionsPublished {
            forum: no(1),
            opinions: vec![Numbered {
                opinion: 999,
                number: 1,
            }],
        }
        .into(),
    ];
    for event in strange {
        assert_eq!(desk.forums.apply(500, at, &event), Err(Missing), "{event:?}");
    }
}
