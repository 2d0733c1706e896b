//! Documents of a forum.

use super::file::FileRef;
use base::fact::{BlobRef, Commitment, Fate, FieldName, Sealing};
use base::number::ForumNo;
use base::sealing;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentSort {
    /// The plan.
    Plan,
    /// The programme.
    Programme,
    /// The invitation.
    Invitation,
    /// A report.
    Report,
    /// The minutes.
    Minutes,
    /// A notice.
    Notice,
    /// Any other.
    Other,
}

impl DocumentSort {
    /// Every one, in the order of the form.
    pub const ALL: [DocumentSort; 7] = [
        DocumentSort::Plan,
        DocumentSort::Programme,
        DocumentSort::Invitation,
        DocumentSort::Report,
        DocumentSort::Minutes,
        DocumentSort::Notice,
        DocumentSort::Other,
    ];

    /// The name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            DocumentSort::Plan => "plan",
            DocumentSort::Programme => "programme",
            DocumentSort::Invitation => "invitation",
            DocumentSort::Report => "report",
            DocumentSort::Minutes => "minutes",
            DocumentSort::Notice => "notice",
            DocumentSort::Other => "other",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<DocumentSort> {
        DocumentSort::ALL.into_iter().find(|one| one.as_str() == name)
    }
}

/// A document of a forum was made public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentAdded {
    /// The forum.
    pub forum: ForumNo,
    /// Its number in the forum, from 1.
    pub document: u32,
    /// What it is.
    pub sort: DocumentSort,
    /// The day it bears.
    pub date: Date,
    /// Number and sign it bears.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sign: Option<Commitment>,
    /// Its title.
    pub title: Commitment,
    /// Its words, when they stand on the page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub words: Option<Commitment>,
    /// Its file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<FileRef>,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

impl Sealing for DocumentAdded {
    fn sealed(&self) -> Vec<(FieldName, Fate)> {
        let mut fields = vec![(FieldName::of("title"), Fate::Public)];
        fields.extend(self.sign.map(|_| (FieldName::of("sign"), Fate::Public)));
        fields.extend(self.words.map(|_| (FieldName::of("words"), Fate::Public)));
        fields.extend(self.file.map(|_| (FieldName::of("file"), Fate::File)));
        fields
    }

    fn file(&self) -> Option<(FieldName, BlobRef)> {
        self.file.map(|file| (FieldName::of("file"), file.blob))
    }
}

/// A document of a forum was recalled. It stays readable, marked as recalled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRecalled {
    /// The forum.
    pub forum: ForumNo,
    /// The document.
    pub document: u32,
    /// Why.
    pub reason: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(DocumentRecalled { reason: Public });
