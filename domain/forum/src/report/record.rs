//! How the record changes the report.

use super::{Figure, HEADING_FIELD, NOTE, Paragraph, Section, fields};
use crate::events::report::{figure_fields, paragraph_field};
use crate::events::{SectionDropped, SectionWritten};
use crate::{Forum, Missing};
use base::fact::{FieldName, SealedRef};
use base::time::Hour;
use std::collections::BTreeSet;

/// Whether numbers are the section's own or were never given before, each once.
fn given_once(numbers: &[u32], own: &BTreeSet<u32>, last: u32) -> bool {
    let distinct: BTreeSet<&u32> = numbers.iter().collect();
    distinct.len() == numbers.len() && numbers.iter().all(|number| *number > last || own.contains(number))
}

/// Takes a section in.
pub(crate) fn apply_written(forum: &mut Forum, seq: u64, at: Hour, e: &SectionWritten) -> Result<(), Missing> {
    let field = |field: Option<FieldName>| field.map(|field| SealedRef::new(seq, field));
    let paragraphs = e.paragraphs.iter().filter_map(|one| {
        Some(Paragraph {
            paragraph: one.paragraph,
            text: field(paragraph_field(one.paragraph))?,
        })
    });
    let figures = e.figures.iter().filter_map(|one| {
        let [label, value, unit] = figure_fields(one.figure)?;
        Some(Figure {
            figure: one.figure,
            label: SealedRef::new(seq, label),
            value: SealedRef::new(seq, value),
            unit: one.unit.map(|_| SealedRef::new(seq, unit)),
            from: one.from,
            until: one.until,
        })
    });
    let section = Section {
        seq,
        at,
        place: e.place,
        heading: SealedRef::new(seq, HEADING_FIELD),
        paragraphs: paragraphs.collect(),
        figures: figures.collect(),
        note: e.note.map(|_| SealedRef::new(seq, NOTE)),
    };
    let report = &mut forum.report;
    let paragraphs: Vec<u32> = e.paragraphs.iter().map(|one| one.paragraph).collect();
    let figures: Vec<u32> = e.figures.iter().map(|one| one.figure).collect();
    let whole = section.paragraphs.len() == paragraphs.len() && section.figures.len() == figures.len();
    let before = report.sections.insert(e.section, section);
    let (mut own_paragraphs, mut own_figures) = (BTreeSet::new(), BTreeSet::new());
    if let Some(before) = &before {
        own_paragraphs.extend(before.paragraphs.iter().map(|one| one.paragraph));
        own_figures.extend(before.figures.iter().map(|one| one.figure));
    }
    let fresh = (before.is_some() || e.section > report.last_section)
        && given_once(&paragraphs, &own_paragraphs, report.last_paragraph)
        && given_once(&figures, &own_figures, report.last_figure);
    report.last_section = report.last_section.max(e.section);
    report.last_paragraph = paragraphs.into_iter().fold(report.last_paragraph, u32::max);
    report.last_figure = figures.into_iter().fold(report.last_figure, u32::max);
    if let (Some(before), true) = (before, report.published.is_some()) {
        report.superseded.push_back((e.section, before));
    }
    if fresh && whole { Ok(()) } else { Err(Missing) }
}

/// Takes a section out.
pub(crate) fn apply_dropped(forum: &mut Forum, e: &SectionDropped) -> Result<(), Missing> {
    forum.report.sections.remove(&e.section).map(|_| ()).ok_or(Missing)
}

/// The report becomes public; the fields that anyone may read from now on.
pub(crate) fn apply_published(forum: &mut Forum, at: Hour) -> Result<Vec<SealedRef>, Missing> {
    match forum.report.published.replace(at) {
        None => Ok(forum.report.sections.values().flat_map(fields).collect()),
        Some(_) => Err(Missing),
    }
}
