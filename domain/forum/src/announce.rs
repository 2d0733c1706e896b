//! A forum is announced and opened.

use crate::events::{Announced, Event, Opened, PERSON, PURPOSE, TITLE};
use crate::{Forums, Refusal, Stage};
use base::fact::{Entropy, OrganisationId, PersonId, Proposed, Sealer};
use base::number::{FORUMS_PER_YEAR_MAX, ForumNo};
use base::text::TextRule;
use base::time::{Date, Minute};

/// Title of a forum, in characters.
pub const FORUM_TITLE: TextRule = TextRule {
    min_chars: 10,
    max_chars: 200,
    lines: false,
};
/// What a forum is for, in characters.
pub const FORUM_PURPOSE: TextRule = TextRule {
    min_chars: 0,
    max_chars: 1_000,
    lines: true,
};

/// Most days between the announcement and the forum: a day typed wrong would stand on the home page for centuries.
pub const DAYS_AHEAD_MAX: i32 = 731;

/// What is announced. The texts have passed [`FORUM_TITLE`] and [`FORUM_PURPOSE`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Its number; [`next_no`] proposes one.
    pub forum: ForumNo,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub purpose: Option<String>,
    /// Who chairs it.
    pub chair: Option<OrganisationId>,
    /// The force that reports.
    pub force: Option<OrganisationId>,
    /// The last day opinions are taken.
    pub closes: Date,
    /// The day it is held.
    pub day: Date,
}

/// The next free number of a year; `None` when the year is full.
pub fn next_no(forums: &Forums, year: u16) -> Option<ForumNo> {
    (1..=FORUMS_PER_YEAR_MAX)
        .filter_map(|number| ForumNo::new(year, number).ok())
        .find(|no| !forums.forums.contains_key(no))
}

/// Announces a forum.
pub fn announce(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    actor: PersonId,
    what: &Announcement,
) -> Result<Proposed<Event>, Refusal> {
    if forums.forums.contains_key(&what.forum) {
        return Err(Refusal::ForumExists(what.forum));
    }
    if what.chair.is_some() && what.chair == what.force {
        return Err(Refusal::ForceChairs);
    }
    if now >= what.closes.ends_at() {
        return Err(Refusal::ClosesInThePast);
    }
    if what.day < what.closes {
        return Err(Refusal::DayBeforeClosing);
    }
    if now.office_date().days_until(what.day) > DAYS_AHEAD_MAX {
        return Err(Refusal::TooFarAhead);
    }
    let mut sealer = Sealer::new(entropy);
    let event = Announced {
        forum: what.forum,
        title: sealer.seal(TITLE, what.title.as_str()),
        purpose: what.purpose.as_deref().map(|text| sealer.seal(PURPOSE, text)),
        chair: what.chair,
        force: what.force,
        closes: what.closes,
        day: what.day,
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Opens a forum for opinions.
pub fn open(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    actor: PersonId,
    no: ForumNo,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
    if forum.stage != Stage::Announced {
        return Err(Refusal::NotAnnounced);
    }
    if now >= forum.closes.ends_at() {
        return Err(Refusal::Closed);
    }
    let mut sealer = Sealer::new(entropy);
    let event = Opened {
        forum: no,
        person: sealer.seal(PERSON, actor.0.to_string()),
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}
