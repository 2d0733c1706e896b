//! A forum's details and days: given, postponed, extended, cancelled, closed by hand, ended.

use crate::announce::DAYS_AHEAD_MAX;
use crate::events::{self, Cancelled, Closed, CollectingClosed, DetailsGiven, Event, Extended, Postponed};
use crate::{By, Forum, Forums, Refusal, Stage, results};
use base::fact::{Entropy, FieldName, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::{Date, Hour, Minute};
use serde::{Deserialize, Serialize};

/// Time of day, place, speaker and guests, in characters each.
pub const DETAIL: TextRule = TextRule {
    min_chars: 0,
    max_chars: 1_000,
    lines: true,
};

/// Sealed: the time of day a forum is held.
pub const TIME: FieldName = FieldName::of("time");
/// Sealed: where a forum is held.
pub const PLACE: FieldName = FieldName::of("place");
/// Sealed: who speaks for the superior.
pub const REMARKS: FieldName = FieldName::of("remarks");
/// Sealed: who takes part.
pub const GUESTS: FieldName = FieldName::of("guests");

/// Where and when in the day a forum is held, and who comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The time of day.
    pub time: Option<SealedRef>,
    /// The place.
    pub place: Option<SealedRef>,
    /// Who speaks for the superior.
    pub remarks: Option<SealedRef>,
    /// Who takes part.
    pub guests: Option<SealedRef>,
    /// The entry that gave them; none before.
    pub given: Option<u64>,
}

/// The same as it is asked for. The texts have passed [`DETAIL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DetailsDraft {
    /// The time of day.
    pub time: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// Who speaks for the superior.
    pub remarks: Option<String>,
    /// Who takes part.
    pub guests: Option<String>,
}

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ChangeSort {
    /// Held on another day.
    Postponed,
    /// Opinions are taken for longer.
    Extended,
    /// Not held.
    Cancelled,
    /// Opinions and votes were closed before their last day was over.
    ClosedEarly,
}

/// A change of a forum's days, as its page lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The entry that recorded it.
    pub seq: u64,
    /// The hour it was recorded.
    pub at: Hour,
    /// What was changed.
    pub sort: ChangeSort,
    /// The last day for opinions before.
    pub closes_before: Date,
    /// The day of the forum before.
    pub day_before: Date,
    /// The last day for opinions from then on.
    pub closes: Date,
    /// The day of the forum from then on.
    pub day: Date,
    /// Why.
    pub reason: SealedRef,
}

/// Says where and when in the day the forum is held, and who comes.
pub fn give_details(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    over: Option<u64>,
    draft: &DetailsDraft,
) -> Result<Proposed<Event>, Refusal> {
    let known = forums.going_on(no)?.details.given.unwrap_or_default();
    if over.is_some_and(|over| over != known) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let mut sealer = Sealer::new(entropy);
    let mut seal = |field, text: &Option<String>| text.as_deref().map(|text| sealer.seal(field, text));
    let event = DetailsGiven {
        forum: no,
        time: seal(TIME, &draft.time),
        place: seal(PLACE, &draft.place),
        remarks: seal(REMARKS, &draft.remarks),
        guests: seal(GUESTS, &draft.guests),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

fn sensible(now: Minute, closes: Date, day: Date) -> Result<(), Refusal> {
    if day < closes {
        return Err(Refusal::DayBeforeClosing);
    }
    if now.office_date().days_until(day) > DAYS_AHEAD_MAX {
        return Err(Refusal::TooFarAhead);
    }
    Ok(())
}

/// Holds the forum on another day; opinions are taken until `closes`, unless their last day is over already.
pub fn postpone(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ForumNo,
    (closes, day): (Date, Date),
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    let closed = forum.stage_at(now) >= Stage::InSession;
    if closed && closes != forum.closes {
        return Err(Refusal::Closed);
    }
    if !closed && now >= closes.ends_at() {
        return Err(Refusal::ClosesInThePast);
    }
    // Whoever was told a last day may rely on it; closing earlier is an act of its own.
    if day <= forum.day || closes < forum.closes {
        return Err(Refusal::NotLater);
    }
    sensible(now, closes, day)?;
    let mut sealer = Sealer::new(entropy);
    let event = Postponed {
        forum: no,
        closes,
        day,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes opinions for longer. Before the last day is over; the forum's own day moves when it would be before it.
pub fn extend(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ForumNo,
    closes: Date,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.stage_at(now) >= Stage::InSession {
        return Err(Refusal::Closed);
    }
    if closes <= forum.closes {
        return Err(Refusal::NotLater);
    }
    let day = forum.day.max(closes);
    sensible(now, closes, day)?;
    let mut sealer = Sealer::new(entropy);
    let event = Extended {
        forum: no,
        closes,
        day,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Gives the forum up. What was recorded stays.
pub fn cancel(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    forums.going_on(no)?;
    let mut sealer = Sealer::new(entropy);
    let event = Cancelled {
        forum: no,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Closes opinions and votes before their last day is over, and counts the votes for good. Whoever was told a last day
/// relied on it: everybody reads why.
pub fn close_collecting(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ForumNo,
    reason: &str,
) -> Result<Vec<Proposed<Event>>, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.stage_at(now) >= Stage::InSession {
        return Err(Refusal::Closed);
    }
    let mut sealer = Sealer::new(entropy);
    let closed = CollectingClosed {
        forum: no,
        mandate: Some(by.mandate),
        reason: Some(sealer.seal(events::REASON, reason)),
    };
    Ok(vec![
        Proposed::new(closed.into()).sealed(sealer.finish()),
        Proposed::new(results::publication(forum).into()),
    ])
}

/// The end of collecting when its last day is over: no more opinions, no more votes, the votes counted.
pub(crate) fn closing(forum: &Forum) -> Vec<Proposed<Event>> {
    let closed = CollectingClosed {
        forum: forum.no,
        mandate: None,
        reason: None,
    };
    vec![
        Proposed::new(closed.into()),
        Proposed::new(results::publication(forum).into()),
    ]
}

/// Ends a forum whose clauses have all ended, when nobody waits for an answer any more.
pub fn close(forums: &Forums, by: &By<'_>, no: ForumNo) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
    if !matches!(forum.stage, Stage::Concluded | Stage::FollowingUp) {
        return Err(Refusal::NotConcluded);
    }
    let open = |clause: &crate::clause::Clause| clause.state.is_open();
    if forum
        .directives
        .values()
        .any(|directive| directive.clauses.iter().any(open))
    {
        return Err(Refusal::ClausesOpen);
    }
    // "Everything has ended" is said in public: nobody may still wait for an answer that was promised to them.
    if forums.waiting_in(forum) > 0 {
        return Err(Refusal::PeopleWait);
    }
    let event = Closed {
        forum: no,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}
