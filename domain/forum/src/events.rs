//! What is recorded about forums. No free text: words are sealed.

use base::fact::{Commitment, Digest32, FieldName, OrganisationId};
use base::kinds;
use base::number::ForumNo;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// Sealed: the title of a forum.
pub const TITLE: FieldName = FieldName::of("title");
/// Sealed: what a forum is for, in a sentence or two.
pub const PURPOSE: FieldName = FieldName::of("purpose");
/// Sealed: the statement others vote on.
pub const STATEMENT: FieldName = FieldName::of("statement");
/// Sealed: the reasons for a statement.
pub const REASONS: FieldName = FieldName::of("reasons");
/// Sealed: the name under an opinion.
pub const NAME: FieldName = FieldName::of("name");
/// Sealed, never public: the number of the person who did it.
pub const PERSON: FieldName = FieldName::of("person");

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

/// A forum takes opinions from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// The forum.
    pub forum: ForumNo,
    /// Who did it.
    pub person: Commitment,
}

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
}

/// A moderator read an opinion and it will be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionCleared {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
    /// Number of the mandate under which it was read.
    pub mandate: u32,
}

/// Why an opinion may lawfully stay unpublished. A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LawfulReason {
    /// It names a person as guilty of something; that goes to the private track.
    NamesPerson,
    /// It gives away someone's personal data.
    PersonalData,
    /// It gives away a state secret or where and when posts are weak.
    StateSecret,
    /// It calls for violence or hatred.
    Incitement,
    /// It is obscene or insults someone.
    Insult,
    /// It sells something.
    Advertisement,
    /// It is not about the subject of the forum.
    OffSubject,
}

impl LawfulReason {
    /// Every reason, in the order of the form.
    pub const ALL: [LawfulReason; 7] = [
        LawfulReason::NamesPerson,
        LawfulReason::PersonalData,
        LawfulReason::StateSecret,
        LawfulReason::Incitement,
        LawfulReason::Insult,
        LawfulReason::Advertisement,
        LawfulReason::OffSubject,
    ];

    /// The reason's name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            LawfulReason::NamesPerson => "names_person",
            LawfulReason::PersonalData => "personal_data",
            LawfulReason::StateSecret => "state_secret",
            LawfulReason::Incitement => "incitement",
            LawfulReason::Insult => "insult",
            LawfulReason::Advertisement => "advertisement",
            LawfulReason::OffSubject => "off_subject",
        }
    }

    /// Reads a reason's name.
    pub fn from_name(name: &str) -> Option<LawfulReason> {
        LawfulReason::ALL.into_iter().find(|reason| reason.as_str() == name)
    }
}

/// A moderator read an opinion and it will not be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionRefused {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
    /// Why.
    pub reason: LawfulReason,
    /// Number of the mandate under which it was read: an appeal is never decided under the same person's.
    pub mandate: u32,
}

/// The author took an opinion back before it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionWithdrawn {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
}

/// One published opinion and the number it got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    /// The entry that received the opinion.
    pub opinion: u64,
    /// Its number in the forum, from 1.
    pub number: u32,
}

/// Opinions were published together, in an order drawn by lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionsPublished {
    /// The forum.
    pub forum: ForumNo,
    /// The opinions with their numbers.
    pub opinions: Vec<Numbered>,
}

/// A forum takes no more opinions: its last day is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CollectingClosed {
    /// The forum.
    pub forum: ForumNo,
}

kinds! {
    /// What is recorded about forums.
    pub enum Event {
        "forum.announced" public => Announced,
        "forum.opened" public => Opened,
        "forum.opinion_submitted" public => OpinionSubmitted,
        "forum.opinion_cleared" public => OpinionCleared,
        "forum.opinion_refused" public => OpinionRefused,
        "forum.opinion_withdrawn" public => OpinionWithdrawn,
        "forum.opinions_published" public => OpinionsPublished,
        "forum.collecting_closed" public => CollectingClosed,
    }
}
