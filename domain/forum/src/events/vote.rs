//! Voices and their votes.

use base::fact::{Commitment, Digest32};
use base::number::ForumNo;
use base::sealing;
use serde::{Deserialize, Serialize};

/// What a voice says of an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// It agrees.
    Agree,
    /// It disagrees.
    Disagree,
    /// It does not know yet.
    Pass,
}

impl Choice {
    /// Every one, in the order of the form.
    pub const ALL: [Choice; 3] = [Choice::Agree, Choice::Disagree, Choice::Pass];

    /// The name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Choice::Agree => "agree",
            Choice::Disagree => "disagree",
            Choice::Pass => "pass",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Choice> {
        Choice::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// Slips were made, one for each line of a roll: each lets one verified voice in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipsIssued {
    /// The forum.
    pub forum: ForumNo,
    /// Number of the batch, from 1.
    pub batch: u32,
    /// For whom, as the secretary calls the roll.
    pub label: Commitment,
    /// Pseudonyms of the voices that the slips hold.
    pub pseudonyms: Vec<Digest32>,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(SlipsIssued { label: Private });

/// The slips of a batch that nobody has used let nobody in any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipsCancelled {
    /// The forum.
    pub forum: ForumNo,
    /// The batch.
    pub batch: u32,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(SlipsCancelled {});

/// A voice speaks for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entering {
    /// Its pseudonym in this forum.
    pub pseudonym: Digest32,
    /// It came from a slip.
    pub verified: bool,
}

/// A voice answered an opinion, or answered anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoteCast {
    /// The forum.
    pub forum: ForumNo,
    /// Number of the voice in the forum, from 1.
    pub voice: u32,
    /// Number of the opinion.
    pub opinion: u32,
    /// What it says.
    pub choice: Choice,
    /// With its first vote: who enters.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub enters: Option<Entering>,
}

sealing!(VoteCast {});

/// The votes are counted for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VotesPublished {
    /// The forum.
    pub forum: ForumNo,
    /// Entries with votes that were folded.
    pub votes: u64,
    /// Voices that came from slips.
    pub verified: u32,
    /// Voices that drew themselves.
    pub drawn: u32,
    /// SHA-256 of the result file.
    pub result: Digest32,
}

sealing!(VotesPublished {});
