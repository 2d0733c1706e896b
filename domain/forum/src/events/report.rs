//! The report of the force.

use base::fact::{Commitment, Fate, FieldName, Sealing};
use base::number::ForumNo;
use base::sealing;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// A paragraph of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// Its number in the report, from 1; it keeps it when its words change.
    pub paragraph: u32,
    /// Its words.
    pub text: Commitment,
}

/// A figure the force reports. It is bound to no record of duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its number in the report, from 1.
    pub figure: u32,
    /// What it counts.
    pub label: Commitment,
    /// Its value.
    pub value: Commitment,
    /// Its unit.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<Commitment>,
    /// The first day it speaks of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Date>,
    /// The last day it speaks of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub until: Option<Date>,
}

/// A section of the report was written, or written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionWritten {
    /// The forum.
    pub forum: ForumNo,
    /// Its number, from 1.
    pub section: u32,
    /// Its place in the report, from 1.
    pub place: u32,
    /// Its heading.
    pub heading: Commitment,
    /// Its paragraphs in order.
    pub paragraphs: Vec<Paragraph>,
    /// Its figures in order.
    pub figures: Vec<Figure>,
    /// Why a published section changed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<Commitment>,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

/// The sealed field of a paragraph.
pub fn paragraph_field(paragraph: u32) -> Option<FieldName> {
    FieldName::numbered("text", paragraph)
}

/// The sealed fields of a figure: label, value, unit.
pub fn figure_fields(figure: u32) -> Option<[FieldName; 3]> {
    let field = |stem| FieldName::numbered(stem, figure);
    Some([field("label")?, field("value")?, field("unit")?])
}

impl Sealing for SectionWritten {
    fn sealed(&self) -> Vec<(FieldName, Fate)> {
        let mut fields = vec![FieldName::of("heading")];
        fields.extend(self.note.map(|_| FieldName::of("note")));
        fields.extend(self.paragraphs.iter().filter_map(|one| paragraph_field(one.paragraph)));
        for figure in &self.figures {
            if let Some([label, value, unit]) = figure_fields(figure.figure) {
                fields.extend([label, value]);
                fields.extend(figure.unit.map(|_| unit));
            }
        }
        fields.into_iter().map(|field| (field, Fate::Follows)).collect()
    }
}

/// A section was taken out of a report that is not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionDropped {
    /// The forum.
    pub forum: ForumNo,
    /// The section.
    pub section: u32,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(SectionDropped {});

/// The report is public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportPublished {
    /// The forum.
    pub forum: ForumNo,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ReportPublished {});
