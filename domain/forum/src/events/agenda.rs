//! The agenda of a forum.

use base::fact::{Commitment, Fate, FieldName, OrganisationId, Sealing};
use base::number::ForumNo;
use serde::{Deserialize, Serialize};

/// An item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// Its number, from 1; it keeps it when the agenda changes.
    pub item: u32,
    /// How long it takes, in minutes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub minutes: Option<u16>,
    /// Who speaks to it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub organisation: Option<OrganisationId>,
    /// What it is about.
    pub title: Commitment,
}

/// A forum has an agenda, or a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaSet {
    /// The forum.
    pub forum: ForumNo,
    /// Its items in order.
    pub items: Vec<AgendaItem>,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

/// The sealed field of an item's title.
pub fn item_field(item: u32) -> Option<FieldName> {
    FieldName::numbered("title", item)
}

impl Sealing for AgendaSet {
    fn sealed(&self) -> Vec<(FieldName, Fate)> {
        let fields = self.items.iter().filter_map(|item| item_field(item.item));
        fields.map(|field| (field, Fate::Public)).collect()
    }
}
