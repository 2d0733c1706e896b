//! A typed section becomes what the ledger is asked for, or the form says what is wrong.

use super::WriterWords;
use super::typed::{self, FROM, Figure, HEADING, LABEL, NOTE, PARAGRAPH, PLACE, Typed, UNIT, UNTIL, VALUE, name};
use base::time::Date;
use base::vietnamese::parse_number;
use forum::document::REASON;
use forum::report::{self, FIGURE_LABEL, FIGURE_UNIT, FIGURE_VALUE, FigureDraft, ParagraphDraft, SectionDraft};
use web_scene::Sheet;

/// Highest place a section is given.
pub(super) const PLACE_MAX: u32 = 99;

/// Which section is written, and over what.
#[derive(Clone, Copy)]
pub(super) struct Target {
    /// Its number; none for a new one.
    pub section: Option<u32>,
    /// The entry that wrote it last, as the form knew it.
    pub over: Option<u64>,
    /// The report is published: a change needs its reason.
    pub published: bool,
}

/// The section as a draft; what is wrong with it stands among the sheet's errors, in the order of the form.
pub(super) fn read(sheet: &mut Sheet, typed: &Typed, target: Target, w: WriterWords) -> Option<SectionDraft> {
    let heading = sheet.text(HEADING, w.heading(), &report::HEADING);
    let place = place(&typed.place);
    if place.is_none() {
        sheet.errors.add(PLACE, w.place_wrong(PLACE_MAX));
    }
    let paragraphs = paragraphs(sheet, typed, w);
    let figures = (1..).zip(&typed.figures).filter(|(_, one)| !one.is_blank());
    let figures: Vec<Option<FigureDraft>> = figures.map(|(place, one)| figure(sheet, place, one, w)).collect();
    let note = match target.published {
        true => sheet.text(NOTE, w.note(), &REASON),
        false => None,
    };
    if !sheet.errors.is_empty() {
        return None;
    }
    Some(SectionDraft {
        section: target.section,
        over: target.over,
        place: place?,
        heading: heading?,
        paragraphs,
        figures: figures.into_iter().collect::<Option<Vec<_>>>()?,
        note,
    })
}

fn place(typed: &str) -> Option<u32> {
    let place = u32::try_from(parse_number(typed).ok()?).ok()?;
    (1..=PLACE_MAX).contains(&place).then_some(place)
}

fn paragraphs(sheet: &mut Sheet, typed: &Typed, w: WriterWords) -> Vec<ParagraphDraft> {
    let filled = (1..)
        .zip(&typed.paragraphs)
        .filter(|(_, one)| !one.text.trim().is_empty());
    let mut drafts = Vec::new();
    let mut any = false;
    for (place, one) in filled {
        any = true;
        if let Some(text) = sheet.text(&name(PARAGRAPH, place), &w.paragraph(place), &report::PARAGRAPH) {
            drafts.push(ParagraphDraft {
                paragraph: one.number.parse().ok(),
                text,
            });
        }
    }
    if !any {
        sheet.errors.add(name(PARAGRAPH, 1), w.paragraph_none());
    }
    drafts
}

fn figure(sheet: &mut Sheet, place: usize, one: &Figure, w: WriterWords) -> Option<FigureDraft> {
    let label = sheet.text(&name(LABEL, place), w.label(), &FIGURE_LABEL);
    let value = sheet.text(&name(VALUE, place), w.value(), &FIGURE_VALUE);
    let unit = sheet.text(&name(UNIT, place), w.unit(), &FIGURE_UNIT);
    let mut day = |field: &str, what: &str, typed: &str| -> Option<Option<Date>> {
        match typed.trim() {
            "" => Some(None),
            _ => sheet.date(&name(field, place), what).map(Some),
        }
    };
    let (from, until) = (
        day(FROM, w.what_from(), &one.from),
        day(UNTIL, w.what_until(), &one.until),
    );
    if let (Some(Some(from)), Some(Some(until))) = (from, until)
        && until < from
    {
        sheet.errors.add(name(UNTIL, place), w.ends_before());
    }
    Some(FigureDraft {
        figure: one.number.parse().ok(),
        label: label?,
        value: value?,
        unit: unit.filter(|text| !text.is_empty()),
        from: from?,
        until: until?,
    })
}

/// What makes saving a section the same act when the form is sent again.
pub(super) fn parts(draft: &SectionDraft, typed: &typed::Typed, over: &str) -> Vec<String> {
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut parts = vec![
        "write-section".to_owned(),
        number(draft.section),
        over.to_owned(),
        draft.place.to_string(),
        draft.heading.clone(),
        draft.note.clone().unwrap_or_default(),
        draft.paragraphs.len().to_string(),
    ];
    for one in &draft.paragraphs {
        parts.extend([number(one.paragraph), one.text.clone()]);
    }
    for one in typed.figures.iter().filter(|one| !one.is_blank()) {
        let fields = [&one.number, &one.label, &one.value, &one.unit, &one.from, &one.until];
        parts.extend(fields.map(|field| field.trim().to_owned()));
    }
    parts
}
