//! The agenda of a forum.

use crate::events::agenda::item_field;
use crate::events::{self, AgendaSet, Event};
use crate::{By, Forum, Forums, Missing, Refusal, numbering};
use base::fact::{Entropy, OrganisationId, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use imbl::Vector;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Title of an item, in characters.
pub const ITEM_TITLE: TextRule = TextRule {
    min_chars: 3,
    max_chars: 300,
    lines: false,
};
/// Most items of an agenda.
pub const ITEMS_MAX: usize = 30;
/// Most minutes of an item: a working day.
pub const ITEM_MINUTES_MAX: u16 = 480;

/// An item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Its number; it keeps it when the agenda changes.
    pub item: u32,
    /// How long it takes, in minutes.
    pub minutes: Option<u16>,
    /// Who speaks to it.
    pub organisation: Option<OrganisationId>,
    /// What it is about.
    pub title: SealedRef,
}

/// The agenda of a forum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// Its items in order.
    pub items: Vector<AgendaItem>,
    /// The highest number an item ever had.
    pub last_item: u32,
    /// The entry that set it; none before.
    pub set: Option<u64>,
}

impl Agenda {
    /// An item that is on the agenda now.
    pub fn item(&self, item: u32) -> Option<&AgendaItem> {
        self.items.iter().find(|one| one.item == item)
    }
}

/// An item as it is asked for. The title has passed [`ITEM_TITLE`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDraft {
    /// The number of an item that is on the agenda; none for a new one.
    pub item: Option<u32>,
    /// How long it takes, in minutes.
    pub minutes: Option<u16>,
    /// Who speaks to it.
    pub organisation: Option<OrganisationId>,
    /// What it is about.
    pub title: String,
}

/// Sets the agenda. `over` is the entry that set the one it replaces, so that two secretaries do not overwrite each other.
pub fn set(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    over: Option<u64>,
    items: &[ItemDraft],
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.agenda.set != over {
        return Err(Refusal::ChangedMeanwhile);
    }
    if items.len() > ITEMS_MAX {
        return Err(Refusal::TooMany);
    }
    let mut seen = BTreeSet::new();
    let mut last = forum.agenda.last_item;
    let mut sealer = Sealer::new(entropy);
    let mut recorded = Vec::new();
    for draft in items {
        let known = draft.item.filter(|item| forum.agenda.item(*item).is_some());
        let item = match (draft.item, known) {
            (Some(_), None) => return Err(Refusal::NoSuchItem),
            (_, Some(item)) => item,
            (None, None) => {
                last = numbering::next(last)?;
                last
            }
        };
        if !seen.insert(item) || draft.minutes.is_some_and(|minutes| minutes > ITEM_MINUTES_MAX) {
            return Err(Refusal::NoSuchItem);
        }
        let field = item_field(item).ok_or(Refusal::TooMany)?;
        recorded.push(events::AgendaItem {
            item,
            minutes: draft.minutes,
            organisation: draft.organisation,
            title: sealer.seal(field, draft.title.as_str()),
        });
    }
    let event = AgendaSet {
        forum: no,
        items: recorded,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes an agenda in.
pub(crate) fn apply(forum: &mut Forum, seq: u64, e: &AgendaSet) -> Result<(), Missing> {
    let items = e.items.iter().filter_map(|item| {
        Some(AgendaItem {
            item: item.item,
            minutes: item.minutes,
            organisation: item.organisation,
            title: SealedRef::new(seq, item_field(item.item)?),
        })
    });
    let before = std::mem::take(&mut forum.agenda.items);
    forum.agenda.items = items.collect();
    forum.agenda.set = Some(seq);
    let numbers: BTreeSet<u32> = e.items.iter().map(|item| item.item).collect();
    // Kept, or never given before.
    let fresh = |item: &u32| *item > forum.agenda.last_item || before.iter().any(|one| one.item == *item);
    let all_fresh = numbers.iter().all(fresh);
    let last = numbers.last().copied().unwrap_or_default();
    forum.agenda.last_item = forum.agenda.last_item.max(last);
    if all_fresh && numbers.len() == e.items.len() && forum.agenda.items.len() == e.items.len() {
        Ok(())
    } else {
        Err(Missing)
    }
}
