//! Answers to opinions.

use base::fact::{Commitment, OrganisationId};
use base::number::ForumNo;
use base::sealing;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// How an opinion is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerForm {
    /// At once.
    Now,
    /// In writing, by a day.
    InWriting,
    /// By someone else: it is outside the competence of whoever was asked.
    Transferred,
}

impl AnswerForm {
    /// Every one, in the order of the form.
    pub const ALL: [AnswerForm; 3] = [AnswerForm::Now, AnswerForm::InWriting, AnswerForm::Transferred];

    /// The name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            AnswerForm::Now => "now",
            AnswerForm::InWriting => "in_writing",
            AnswerForm::Transferred => "transferred",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<AnswerForm> {
        AnswerForm::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// Opinions were answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerGiven {
    /// The forum.
    pub forum: ForumNo,
    /// Its number in the forum, from 1.
    pub answer: u32,
    /// Numbers of the opinions.
    pub opinions: Vec<u32>,
    /// How.
    pub form: AnswerForm,
    /// The last day for the answer in writing.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due: Option<Date>,
    /// Who is to answer instead.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<OrganisationId>,
    /// Who answers.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<OrganisationId>,
    /// What is said.
    pub text: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(AnswerGiven { text: Public });
