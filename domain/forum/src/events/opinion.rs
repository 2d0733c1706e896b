//! An opinion as it is received.

use base::fact::{Commitment, Digest32, OrganisationId, Sealing};
use base::fact::{Fate, FieldName};
use base::number::ForumNo;
use base::sealing;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// How an opinion came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Written on the public page.
    Written,
    /// Said in the hall.
    SpokenTurn,
    /// Written on a paper slip.
    Slip,
    /// Written at a kiosk.
    Kiosk,
}

/// What an opinion is, in its author's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Something done well.
    Achievement,
    /// Something lacking.
    Shortcoming,
    /// Something to do.
    Recommendation,
    /// Something to be answered.
    Question,
    /// Anything else.
    Remark,
}

impl Nature {
    /// Every nature, in the order of the form.
    pub const ALL: [Nature; 5] = [
        Nature::Achievement,
        Nature::Shortcoming,
        Nature::Recommendation,
        Nature::Question,
        Nature::Remark,
    ];

    /// The nature's name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Nature::Achievement => "achievement",
            Nature::Shortcoming => "shortcoming",
            Nature::Recommendation => "recommendation",
            Nature::Question => "question",
            Nature::Remark => "remark",
        }
    }

    /// Reads a nature's name.
    pub fn from_name(name: &str) -> Option<Nature> {
        Nature::ALL.into_iter().find(|nature| nature.as_str() == name)
    }
}

/// In which role someone speaks, by their own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerRole {
    /// A citizen.
    Citizen,
    /// Works at a protected agency.
    AgencyStaff,
    /// Delegate of an agency.
    Delegate,
    /// Serves in the force.
    Guard,
}

impl SpeakerRole {
    /// Every role, in the order of the form.
    pub const ALL: [SpeakerRole; 4] = [
        SpeakerRole::Citizen,
        SpeakerRole::AgencyStaff,
        SpeakerRole::Delegate,
        SpeakerRole::Guard,
    ];

    /// The role's name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            SpeakerRole::Citizen => "citizen",
            SpeakerRole::AgencyStaff => "agency_staff",
            SpeakerRole::Delegate => "delegate",
            SpeakerRole::Guard => "guard",
        }
    }

    /// Reads a role's name.
    pub fn from_name(name: &str) -> Option<SpeakerRole> {
        SpeakerRole::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

/// What stands under an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signed {
    /// Nothing.
    None,
    /// The role in `role`, by the author's own word.
    Role,
    /// The name sealed under `name` and the role in `role`, by the author's own word.
    Name,
}

/// What an opinion speaks to, when its author said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A paragraph of the report, counted from 1.
    Paragraph(u32),
    /// An item of the agenda, counted from 1.
    AgendaItem(u32),
}

/// An opinion was received. It waits to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionSubmitted {
    /// The forum.
    pub forum: ForumNo,
    /// How it came.
    pub channel: Channel,
    /// What it is; absent when its author was not asked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub nature: Option<Nature>,
    /// What it speaks to; absent when it speaks to the forum as a whole.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub about: Option<About>,
    /// What stands under it.
    pub signed: Signed,
    /// In which role its author speaks, by their own word; absent when it is not signed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub role: Option<SpeakerRole>,
    /// What others vote on.
    pub statement: Commitment,
    /// The reasons.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reasons: Option<Commitment>,
    /// The name under it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<Commitment>,
    /// SHA-256 of the receipt's code.
    pub receipt: Digest32,
    /// For whom its author speaks, as the clerk who recorded the turn was told.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub organisation: Option<OrganisationId>,
    /// The last day on which it is read without being late.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub read_by: Option<Date>,
    /// Number of the mandate under which a turn was recorded.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mandate: Option<u32>,
}

// Its fields follow its fate: read, published, refused, taken back.
impl Sealing for OpinionSubmitted {
    fn sealed(&self) -> Vec<(FieldName, Fate)> {
        let mut fields = vec![(super::STATEMENT, Fate::Follows)];
        fields.extend(self.reasons.map(|_| (super::REASONS, Fate::Follows)));
        fields.extend(self.name.map(|_| (super::NAME, Fate::Follows)));
        fields
    }
}

/// How a speaker confirmed the summary of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirmation {
    /// With the receipt.
    Receipt,
    /// Aloud, to the clerk.
    Aloud,
}

/// A speaker confirmed the summary of a turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnConfirmed {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that recorded the turn.
    pub opinion: u64,
    /// How.
    pub how: Confirmation,
    /// Number of the mandate under which the clerk heard it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mandate: Option<u32>,
}

sealing!(TurnConfirmed {});
