//! The report of the force: sections, paragraphs, figures. Written section by section, published as a whole; what is
//! changed after that is changed in public, with a reason.

mod record;

pub(crate) use record::{apply_dropped, apply_published, apply_written};

use crate::events::report::{figure_fields, paragraph_field};
use crate::events::{self, Event, ReportPublished, SectionDropped, SectionWritten};
use crate::{By, Forum, Forums, Refusal, numbering};
use base::fact::{Entropy, FieldName, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::{Date, Hour};
use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Heading of a section, in characters.
pub const HEADING: TextRule = TextRule {
    min_chars: 3,
    max_chars: 200,
    lines: false,
};
/// Words of a paragraph, in characters.
pub const PARAGRAPH: TextRule = TextRule {
    min_chars: 1,
    max_chars: 4_000,
    lines: true,
};
/// What a figure counts, in characters.
pub const FIGURE_LABEL: TextRule = TextRule {
    min_chars: 2,
    max_chars: 120,
    lines: false,
};
/// Value of a figure, in characters: as the force writes it.
pub const FIGURE_VALUE: TextRule = TextRule {
    min_chars: 1,
    max_chars: 30,
    lines: false,
};
/// Unit of a figure, in characters.
pub const FIGURE_UNIT: TextRule = TextRule {
    min_chars: 0,
    max_chars: 40,
    lines: false,
};
/// Most sections of a report.
pub const SECTIONS_MAX: usize = 40;
/// Most paragraphs of a section.
pub const PARAGRAPHS_MAX: usize = 30;
/// Most figures of a section.
pub const FIGURES_MAX: usize = 10;

/// Sealed: heading of a section.
pub const HEADING_FIELD: FieldName = FieldName::of("heading");
/// Sealed: why a published section changed.
pub const NOTE: FieldName = FieldName::of("note");

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its number in the report.
    pub paragraph: u32,
    /// Its words.
    pub text: SealedRef,
}

/// A figure that the force reports. It is bound to no record of duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Its number in the report.
    pub figure: u32,
    /// What it counts.
    pub label: SealedRef,
    /// Its value.
    pub value: SealedRef,
    /// Its unit.
    pub unit: Option<SealedRef>,
    /// The first day it speaks of.
    pub from: Option<Date>,
    /// The last day it speaks of.
    pub until: Option<Date>,
}

/// A section as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The entry that wrote it.
    pub seq: u64,
    /// The hour it was written.
    pub at: Hour,
    /// Its place.
    pub place: u32,
    /// Its heading.
    pub heading: SealedRef,
    /// Its paragraphs.
    pub paragraphs: Vector<Paragraph>,
    /// Its figures.
    pub figures: Vector<Figure>,
    /// Why it was changed after the report was published.
    pub note: Option<SealedRef>,
}

/// The report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Its sections by number.
    pub sections: OrdMap<u32, Section>,
    /// What published sections said before, oldest first, with the section's number.
    pub superseded: Vector<(u32, Section)>,
    /// The hour it was published.
    pub published: Option<Hour>,
    /// The highest number a section ever had.
    pub last_section: u32,
    /// The highest number a paragraph ever had.
    pub last_paragraph: u32,
    /// The highest number a figure ever had.
    pub last_figure: u32,
}

impl Report {
    /// Its sections in order.
    pub fn in_order(&self) -> Vec<(u32, &Section)> {
        let mut sections: Vec<(u32, &Section)> = self.sections.iter().map(|(no, section)| (*no, section)).collect();
        sections.sort_by_key(|(no, section)| (section.place, *no));
        sections
    }

    /// A paragraph as it stands, with the number of its section.
    pub fn paragraph(&self, paragraph: u32) -> Option<(u32, &Paragraph)> {
        self.sections.iter().find_map(|(no, section)| {
            let found = section.paragraphs.iter().find(|one| one.paragraph == paragraph);
            found.map(|found| (*no, found))
        })
    }
}

/// A paragraph as it is asked for; without a number it is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphDraft {
    /// The number of a paragraph of this section.
    pub paragraph: Option<u32>,
    /// Its words; they have passed [`PARAGRAPH`].
    pub text: String,
}

/// A figure as it is asked for; without a number it is new. The texts have passed their rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureDraft {
    /// The number of a figure of this section.
    pub figure: Option<u32>,
    /// What it counts.
    pub label: String,
    /// Its value.
    pub value: String,
    /// Its unit.
    pub unit: Option<String>,
    /// The first day it speaks of.
    pub from: Option<Date>,
    /// The last day it speaks of.
    pub until: Option<Date>,
}

/// A section as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionDraft {
    /// The number of the section that is written anew; none for a new one.
    pub section: Option<u32>,
    /// The entry that wrote it last; none for a new one.
    pub over: Option<u64>,
    /// Its place.
    pub place: u32,
    /// Its heading; it has passed [`HEADING`].
    pub heading: String,
    /// Its paragraphs in order.
    pub paragraphs: Vec<ParagraphDraft>,
    /// Its figures in order.
    pub figures: Vec<FigureDraft>,
    /// Why a published section changes; it has passed [`crate::document::REASON`].
    pub note: Option<String>,
}

/// The force's own people write its report; the office may type it for them.
fn may_write(forum: &Forum, by: &By<'_>) -> Result<(), Refusal> {
    if by.for_office || forum.force.is_some_and(|force| by.is_of(force)) {
        Ok(())
    } else {
        Err(Refusal::NotTheForce)
    }
}

/// Gives each draft its number: its own when the section has it, the next one otherwise, none twice.
fn numbers(
    asked: impl Iterator<Item = Option<u32>>,
    known: &BTreeSet<u32>,
    mut last: u32,
) -> Result<Vec<u32>, Refusal> {
    let mut used = BTreeSet::new();
    asked
        .map(|asked| {
            let number = match asked {
                Some(number) if known.contains(&number) => number,
                Some(_) => return Err(Refusal::NoSuchParagraph),
                None => {
                    last = numbering::next(last)?;
                    last
                }
            };
            used.insert(number).then_some(number).ok_or(Refusal::NoSuchParagraph)
        })
        .collect()
}

/// Writes a section, or writes it anew.
pub fn write(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    draft: &SectionDraft,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    may_write(forum, by)?;
    let report = &forum.report;
    let before = match draft.section {
        None => None,
        Some(section) => Some(report.sections.get(&section).ok_or(Refusal::NoSuchSection)?),
    };
    if before.map(|section| section.seq) != draft.over {
        return Err(Refusal::ChangedMeanwhile);
    }
    let too_many = draft.paragraphs.len() > PARAGRAPHS_MAX || draft.figures.len() > FIGURES_MAX;
    if too_many || (before.is_none() && report.sections.len() >= SECTIONS_MAX) {
        return Err(Refusal::TooMany);
    }
    if draft.paragraphs.is_empty() {
        return Err(Refusal::NothingInIt);
    }
    if report.published.is_some() && draft.note.is_none() {
        return Err(Refusal::NoteMissing);
    }
    let known = |numbers: Option<Vec<u32>>| numbers.unwrap_or_default().into_iter().collect::<BTreeSet<u32>>();
    let paragraphs = known(before.map(|s| s.paragraphs.iter().map(|one| one.paragraph).collect()));
    let figures = known(before.map(|s| s.figures.iter().map(|one| one.figure).collect()));
    let paragraph_numbers = numbers(
        draft.paragraphs.iter().map(|one| one.paragraph),
        &paragraphs,
        report.last_paragraph,
    )?;
    let figure_numbers = numbers(draft.figures.iter().map(|one| one.figure), &figures, report.last_figure)?;
    let mut sealer = Sealer::new(entropy);
    let heading = sealer.seal(HEADING_FIELD, draft.heading.as_str());
    let mut recorded_paragraphs = Vec::new();
    for (paragraph, one) in paragraph_numbers.into_iter().zip(&draft.paragraphs) {
        let field = paragraph_field(paragraph).ok_or(Refusal::TooMany)?;
        let text = sealer.seal(field, one.text.as_str());
        recorded_paragraphs.push(events::Paragraph { paragraph, text });
    }
    let mut recorded_figures = Vec::new();
    for (figure, one) in figure_numbers.into_iter().zip(&draft.figures) {
        let [label, value, unit] = figure_fields(figure).ok_or(Refusal::TooMany)?;
        if one.from.zip(one.until).is_some_and(|(from, until)| until < from) {
            return Err(Refusal::EndsBeforeItBegins);
        }
        recorded_figures.push(events::Figure {
            figure,
            label: sealer.seal(label, one.label.as_str()),
            value: sealer.seal(value, one.value.as_str()),
            unit: one.unit.as_deref().map(|text| sealer.seal(unit, text)),
            from: one.from,
            until: one.until,
        });
    }
    let event = SectionWritten {
        forum: no,
        section: match draft.section {
            Some(section) => section,
            None => numbering::next(report.last_section)?,
        },
        place: draft.place,
        heading,
        paragraphs: recorded_paragraphs,
        figures: recorded_figures,
        note: match report.published {
            Some(_) => draft.note.as_deref().map(|text| sealer.seal(NOTE, text)),
            None => None,
        },
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes a section out of a report that is not published.
pub fn drop_section(
    forums: &Forums,
    by: &By<'_>,
    no: ForumNo,
    section: u32,
    over: u64,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    may_write(forum, by)?;
    if forum.report.published.is_some() {
        return Err(Refusal::ReportPublished);
    }
    let known = forum.report.sections.get(&section).ok_or(Refusal::NoSuchSection)?;
    if known.seq != over {
        return Err(Refusal::ChangedMeanwhile);
    }
    let event = SectionDropped {
        forum: no,
        section,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// Publishes the report, before the forum concludes.
pub fn publish(forums: &Forums, by: &By<'_>, no: ForumNo) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    may_write(forum, by)?;
    if forum.report.published.is_some() {
        return Err(Refusal::ReportPublished);
    }
    if forum.report.sections.is_empty() {
        return Err(Refusal::NothingInIt);
    }
    let event = ReportPublished {
        forum: no,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()))
}

/// The sealed fields of a section.
pub(crate) fn fields(section: &Section) -> Vec<SealedRef> {
    let mut fields = vec![section.heading];
    fields.extend(section.note);
    fields.extend(section.paragraphs.iter().map(|one| one.text));
    for figure in &section.figures {
        fields.extend([figure.label, figure.value]);
        fields.extend(figure.unit);
    }
    fields
}
