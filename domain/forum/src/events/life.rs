//! A forum from its announcement to its end.

use base::fact::{Commitment, OrganisationId};
use base::number::ForumNo;
use base::sealing;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// A forum will be held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announced {
    /// Its number.
    pub forum: ForumNo,
    /// Its title.
    pub title: Commitment,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub purpose: Option<Commitment>,
    /// Who chairs it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub chair: Option<OrganisationId>,
    /// The force that reports.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub force: Option<OrganisationId>,
    /// The last day opinions are taken.
    pub closes: Date,
    /// The day it is held.
    pub day: Date,
    /// Who did it.
    pub person: Commitment,
}

sealing!(Announced { title: Public, purpose?: Public, person: Private });

/// A forum takes opinions from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// The forum.
    pub forum: ForumNo,
    /// Who did it.
    pub person: Commitment,
}

sealing!(Opened { person: Private });

/// A forum takes no more opinions and votes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CollectingClosed {
    /// The forum.
    pub forum: ForumNo,
    /// Number of the mandate under which it was closed before its last day was over.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mandate: Option<u32>,
    /// Why it was closed before its last day was over.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<Commitment>,
}

sealing!(CollectingClosed { reason?: Public });

/// Where and when in the day a forum is held, and who comes: as people say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DetailsGiven {
    /// The forum.
    pub forum: ForumNo,
    /// The time of day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub time: Option<Commitment>,
    /// The place.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub place: Option<Commitment>,
    /// Who speaks for the superior.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub remarks: Option<Commitment>,
    /// Who takes part.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub guests: Option<Commitment>,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(DetailsGiven { time?: Public, place?: Public, remarks?: Public, guests?: Public });

/// A forum is held on another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Postponed {
    /// The forum.
    pub forum: ForumNo,
    /// The last day opinions are taken.
    pub closes: Date,
    /// The day it is held.
    pub day: Date,
    /// Why.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(Postponed { reason: Public });

/// A forum takes opinions for longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extended {
    /// The forum.
    pub forum: ForumNo,
    /// The last day opinions are taken.
    pub closes: Date,
    /// The day it is held.
    pub day: Date,
    /// Why.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(Extended { reason: Public });

/// A forum will not be held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cancelled {
    /// The forum.
    pub forum: ForumNo,
    /// Why.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(Cancelled { reason: Public });

/// A forum is over: every clause of its directives has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// The forum.
    pub forum: ForumNo,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(Closed {});
