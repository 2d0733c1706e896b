//! Findings: achievements and shortcomings.

use base::fact::Commitment;
use base::number::ForumNo;
use base::sealing;
use serde::{Deserialize, Serialize};

/// What a finding says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingSort {
    /// Something done well.
    Achievement,
    /// Something lacking.
    Shortcoming,
}

impl FindingSort {
    /// Every one, in the order of the form.
    pub const ALL: [FindingSort; 2] = [FindingSort::Achievement, FindingSort::Shortcoming];

    /// The name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            FindingSort::Achievement => "achievement",
            FindingSort::Shortcoming => "shortcoming",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<FindingSort> {
        FindingSort::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// What the forum agrees on was put in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRecorded {
    /// The forum.
    pub forum: ForumNo,
    /// Its number in the forum, from 1.
    pub finding: u32,
    /// What it says.
    pub sort: FindingSort,
    /// Numbers of the opinions it rests on.
    pub opinions: Vec<u32>,
    /// The sentence.
    pub text: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(FindingRecorded { text: Public });

/// A finding was withdrawn before the conclusion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingWithdrawn {
    /// The forum.
    pub forum: ForumNo,
    /// The finding.
    pub finding: u32,
    /// Why.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(FindingWithdrawn { reason: Public });
