//! The agenda as it stands in the form: rows as they were typed, moved about before anything is saved.

use super::AgendaWords;
use base::fact::OrganisationId;
use base::vietnamese::parse_number;
use forum::Forum;
use forum::agenda::{ITEM_MINUTES_MAX, ITEM_TITLE, ITEMS_MAX, ItemDraft};
use web_scene::{Scene, Sheet};

/// The field with what a row is about, and its place in the form.
pub(super) const TITLE: &str = "ten";
/// The field with its minutes.
pub(super) const MINUTES: &str = "phut";
/// The field with who speaks.
pub(super) const WHO: &str = "ai";
/// The hidden field with the number an item has.
pub(super) const NUMBER: &str = "muc";

/// The name of a field in the row of this place, from 1.
pub(super) fn name(field: &str, place: usize) -> String {
    format!("{field}-{place}")
}

/// A row as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The number its item has; empty for a new one.
    pub number: String,
    /// What it is about.
    pub title: String,
    /// Minutes.
    pub minutes: String,
    /// Who speaks.
    pub who: String,
}

/// What a button of the form asks for, before anything is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// One more row.
    Add,
    /// The row of this place goes up.
    Up(usize),
    /// It goes down.
    Down(usize),
    /// It goes.
    Remove(usize),
}

impl Move {
    /// Reads what a button sent; `None` for the button that saves.
    pub(super) fn read(sent: &str) -> Option<Move> {
        if sent == "them" {
            return Some(Move::Add);
        }
        let (act, place) = sent.split_once('-')?;
        let place = place.parse::<usize>().ok()?.checked_sub(1)?;
        match act {
            "len" => Some(Move::Up(place)),
            "xuong" => Some(Move::Down(place)),
            "bo" => Some(Move::Remove(place)),
            _ => None,
        }
    }

    /// Does it; what cannot be done changes nothing.
    pub(super) fn apply(self, rows: &mut Vec<Row>) {
        match self {
            Move::Add if rows.len() < ITEMS_MAX => rows.push(Row::default()),
            Move::Up(place) if place > 0 && place < rows.len() => rows.swap(place - 1, place),
            Move::Down(place) if place + 1 < rows.len() => rows.swap(place, place + 1),
            Move::Remove(place) if place < rows.len() => {
                rows.remove(place);
            }
            _ => {}
        }
    }
}

/// The rows of a form as they were sent.
pub(super) fn typed(sheet: &Sheet) -> Vec<Row> {
    let places = (1..=ITEMS_MAX).take_while(|place| sheet.has(&name(TITLE, *place)));
    let field = |field: &str, place: usize| sheet.typed(&name(field, place)).to_owned();
    places
        .map(|place| Row {
            number: field(NUMBER, place),
            title: field(TITLE, place),
            minutes: field(MINUTES, place),
            who: field(WHO, place),
        })
        .collect()
}

/// The agenda on record, as rows.
pub(super) fn recorded(scene: &Scene, forum: &Forum) -> Vec<Row> {
    let items = forum.agenda.items.iter();
    items
        .map(|item| Row {
            number: item.item.to_string(),
            title: scene.shown(item.title).words().to_owned(),
            minutes: item.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            who: item.organisation.map(|id| id.0.to_string()).unwrap_or_default(),
        })
        .collect()
}

/// Rows whose item is no more on the agenda become new ones.
pub(super) fn forget_gone(rows: &mut [Row], forum: &Forum) {
    for row in rows {
        if known_number(row, forum).is_none() {
            row.number.clear();
        }
    }
}

fn known_number(row: &Row, forum: &Forum) -> Option<u32> {
    let number = row.number.parse().ok()?;
    forum.agenda.item(number).map(|item| item.item)
}

/// The rows as drafts; what is wrong with them stands among the sheet's errors.
pub(super) fn drafts(sheet: &mut Sheet, rows: &[Row], scene: &Scene) -> Option<Vec<ItemDraft>> {
    let w = AgendaWords(scene.lang);
    let known = |id: &OrganisationId| scene.world().people.organisations.contains_key(id);
    let mut drafts = Vec::new();
    for (place, row) in (1..).zip(rows) {
        let title = sheet.text(&name(TITLE, place), w.what_title(), &ITEM_TITLE);
        let minutes = minutes(&row.minutes);
        if minutes.is_none() {
            sheet
                .errors
                .add(name(MINUTES, place), w.minutes_wrong(ITEM_MINUTES_MAX));
        }
        let organisation = match row.who.as_str() {
            "" => Some(None),
            typed => typed.parse().ok().map(OrganisationId).filter(known).map(Some),
        };
        if organisation.is_none() {
            sheet.errors.add(name(WHO, place), w.who_wrong());
        }
        if let (Some(title), Some(minutes), Some(organisation)) = (title, minutes, organisation) {
            drafts.push(ItemDraft {
                item: row.number.parse().ok(),
                minutes,
                organisation,
                title,
            });
        }
    }
    sheet.errors.is_empty().then_some(drafts)
}

/// Minutes as typed: none is fine; `None` when they are wrong.
fn minutes(typed: &str) -> Option<Option<u16>> {
    if typed.trim().is_empty() {
        return Some(None);
    }
    let minutes = u16::try_from(parse_number(typed).ok()?).ok()?;
    (1..=ITEM_MINUTES_MAX).contains(&minutes).then_some(Some(minutes))
}
