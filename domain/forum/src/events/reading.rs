//! What becomes of an opinion: read, published, refused, appealed, taken back.

use base::fact::Commitment;
use base::number::ForumNo;
use base::sealing;
use base::time::Date;
use serde::{Deserialize, Serialize};

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

sealing!(OpinionCleared {});

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

sealing!(OpinionRefused {});

/// The author took an opinion back before it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionWithdrawn {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
}

sealing!(OpinionWithdrawn {});

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

sealing!(OpinionsPublished {});

/// A published opinion was taken down for a lawful reason. Its number stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionTakenDown {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
    /// Why.
    pub reason: LawfulReason,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(OpinionTakenDown {});

/// An author appeals against the decision on an opinion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppealFiled {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
    /// What the author says.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub words: Option<Commitment>,
    /// The last day for the decision.
    pub decide_by: Date,
}

sealing!(AppealFiled { words?: Private });

/// The appeal body decided, never the person who was appealed against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppealDecided {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
    /// The author was right: the opinion is published.
    pub granted: bool,
    /// Why.
    pub answer: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(AppealDecided { answer: Public });

/// An opinion that names a guard went to the private track: its author is answered, the public sees that it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionMovedPrivate {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
    /// The last day for the answer.
    pub answer_by: Date,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(OpinionMovedPrivate {});

/// The author of an opinion on the private track was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrivateAnswerGiven {
    /// The forum.
    pub forum: ForumNo,
    /// The entry that received the opinion.
    pub opinion: u64,
    /// What is said.
    pub answer: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(PrivateAnswerGiven { answer: Private });
