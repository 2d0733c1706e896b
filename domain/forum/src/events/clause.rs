//! How the clauses of directives are carried out.

use super::file::FileRef;
use super::reading::LawfulReason;
use base::fact::{BlobRef, Commitment, Digest32, Fate, FieldName, Sealing};
use base::number::ForumNo;
use base::sealing;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// What can prove that a clause was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceSort {
    /// A document.
    Document,
    /// A picture.
    Photo,
    /// Figures.
    Figures,
    /// The minutes of a visit.
    Visit,
}

impl EvidenceSort {
    /// Every one, in the order of the form.
    pub const ALL: [EvidenceSort; 4] = [
        EvidenceSort::Document,
        EvidenceSort::Photo,
        EvidenceSort::Figures,
        EvidenceSort::Visit,
    ];

    /// The name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            EvidenceSort::Document => "document",
            EvidenceSort::Photo => "photo",
            EvidenceSort::Figures => "figures",
            EvidenceSort::Visit => "visit",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<EvidenceSort> {
        EvidenceSort::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// How a clause ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was carried out.
    Verified,
    /// It was not.
    NotDone,
    /// Events overtook it.
    Overtaken,
}

impl Outcome {
    /// Every one, in the order of the form.
    pub const ALL: [Outcome; 3] = [Outcome::Verified, Outcome::NotDone, Outcome::Overtaken];

    /// The name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Outcome::Verified => "verified",
            Outcome::NotDone => "not_done",
            Outcome::Overtaken => "overtaken",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// The owner took a clause on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseAccepted {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ClauseAccepted {});

/// The owner told how far a clause is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgressReported {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// What is told.
    pub text: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ProgressReported { text: Public });

/// Evidence for a clause was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceAdded {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// Its number in the forum, from 1.
    pub evidence: u32,
    /// What it is.
    pub sort: EvidenceSort,
    /// What it shows.
    pub title: Commitment,
    /// Evidence in words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub words: Option<Commitment>,
    /// Evidence as a file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<FileRef>,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

impl Sealing for EvidenceAdded {
    fn sealed(&self) -> Vec<(FieldName, Fate)> {
        let mut fields = vec![(FieldName::of("title"), Fate::Public)];
        fields.extend(self.words.map(|_| (FieldName::of("words"), Fate::Public)));
        fields.extend(self.file.map(|_| (FieldName::of("file"), Fate::File)));
        fields
    }

    fn file(&self) -> Option<(FieldName, BlobRef)> {
        self.file.map(|file| (FieldName::of("file"), file.blob))
    }
}

/// The owner asks for more time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRequested {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// The last day asked for.
    pub until: Date,
    /// Why.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ExtensionRequested { reason: Public });

/// The chair decided on a request for more time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionDecided {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// It was granted.
    pub granted: bool,
    /// The last day from now on.
    pub due: Date,
    /// Why.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ExtensionDecided { reason: Public });

/// The owner says that a clause is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseReportedDone {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// What was done.
    pub text: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ClauseReportedDone { text: Public });

/// The verifier decided how a clause ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseVerified {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// How.
    pub outcome: Outcome,
    /// What was seen.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ClauseVerified { reason: Public });

/// The verifier opened a clause again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseReopened {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// The last day from now on.
    pub due: Date,
    /// Why.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ClauseReopened { reason: Public });

/// Someone contests what is said of a clause. It waits to be read and changes no state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseContested {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// Its number in the forum, from 1.
    pub contest: u32,
    /// SHA-256 of the receipt's code.
    pub receipt: Digest32,
    /// What is said.
    pub text: Commitment,
}

sealing!(ClauseContested { text: Follows });

/// A contest was read and is public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestCleared {
    /// The forum.
    pub forum: ForumNo,
    /// The contest.
    pub contest: u32,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ContestCleared {});

/// A contest was read and stays unpublished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestRefused {
    /// The forum.
    pub forum: ForumNo,
    /// The contest.
    pub contest: u32,
    /// Why.
    pub reason: LawfulReason,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ContestRefused {});

/// A contest was answered by someone neither owner nor verifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestAnswered {
    /// The forum.
    pub forum: ForumNo,
    /// The contest.
    pub contest: u32,
    /// What is said.
    pub text: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ContestAnswered { text: Public });

/// A clause is late: the superior is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectiveEscalated {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// How often it was told, from 1.
    pub level: u8,
    /// The day it was due.
    pub due: Date,
}

sealing!(DirectiveEscalated {});
