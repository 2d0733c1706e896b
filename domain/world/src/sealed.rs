//! What is kept of an event's sealed fields: for whom they are, and which pages show them.

use crate::Event;
use base::fact::{Fate, FieldName};
use base::number::ForumNo;
use serde::{Deserialize, Serialize};

/// What shows a sealed field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ShownOn {
    /// Every page, or none that is kept.
    Office,
    /// The pages of a forum.
    Forum(ForumNo),
}

/// A sealed field of an entry whose exposure is settled when it is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Field {
    /// For whom it is.
    pub(crate) fate: Fate,
    /// What shows it.
    pub(crate) shown_on: ShownOn,
}

/// What shows the sealed fields of an event.
pub(crate) fn shown_on(event: &Event) -> ShownOn {
    match event {
        Event::Forum(event) => ShownOn::Forum(event.forum()),
        // An article knows by itself which of its pages an entry touches.
        Event::Portal(_) | Event::People(_) | Event::Record(_) => ShownOn::Office,
    }
}

/// The fields of an event that the state keeps: the others follow what their slice's state says.
pub(crate) fn settled(event: &Event) -> impl Iterator<Item = (FieldName, Field)> {
    let shown_on = shown_on(event);
    let settled = event.sealed().into_iter().filter(|(_, fate)| *fate != Fate::Follows);
    settled.map(move |(field, fate)| (field, Field { fate, shown_on }))
}
