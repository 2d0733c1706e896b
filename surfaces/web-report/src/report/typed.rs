//! A section as it stands in the form: what was typed, field by field, with rows brought by buttons before anything is
//! saved.

use base::fact::SealedRef;
use base::time::Date;
use base::vietnamese::{Lang, short_date};
use forum::report::{FIGURES_MAX, PARAGRAPHS_MAX, Section};
use web_scene::{App, Sheet};

/// The heading.
pub(super) const HEADING: &str = "ten";
/// The place in the report.
pub(super) const PLACE: &str = "cho";
/// Why a published section changes.
pub(super) const NOTE: &str = "ly_do";
/// A paragraph; its place in the form follows.
pub(super) const PARAGRAPH: &str = "doan";
/// The hidden field with the number a paragraph has.
pub(super) const PARAGRAPH_NUMBER: &str = "so_doan";
/// What a figure counts.
pub(super) const LABEL: &str = "nhan";
/// Its value.
pub(super) const VALUE: &str = "tri";
/// Its unit.
pub(super) const UNIT: &str = "dv";
/// The first day it speaks of.
pub(super) const FROM: &str = "tu";
/// The last day.
pub(super) const UNTIL: &str = "den";
/// The hidden field with the number a figure has.
pub(super) const FIGURE_NUMBER: &str = "so_lieu";

/// The name of a field in the row of this place, from 1.
pub(super) fn name(field: &str, place: usize) -> String {
    format!("{field}-{place}")
}

/// A paragraph as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// The number it has; empty for a new one.
    pub number: String,
    /// Its words.
    pub text: String,
}

/// A figure as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Figure {
    /// The number it has; empty for a new one.
    pub number: String,
    /// What it counts.
    pub label: String,
    /// Its value.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
}

impl Figure {
    /// Nothing was typed in the row.
    pub(super) fn is_blank(&self) -> bool {
        let all = [&self.label, &self.value, &self.unit, &self.from, &self.until];
        all.iter().all(|one| one.trim().is_empty())
    }
}

/// A section as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// Its heading.
    pub heading: String,
    /// Its place.
    pub place: String,
    /// Why it changes.
    pub note: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Its figures.
    pub figures: Vec<Figure>,
}

impl Typed {
    /// A section nobody has begun, for this place.
    pub(super) fn blank(place: u32) -> Typed {
        Typed {
            place: place.to_string(),
            paragraphs: vec![Paragraph::default()],
            ..Typed::default()
        }
    }

    /// A form as it was sent.
    pub(super) fn sent(sheet: &Sheet) -> Typed {
        let field = |field: &str, place: usize| sheet.typed(&name(field, place)).to_owned();
        let paragraphs = (1..=PARAGRAPHS_MAX).take_while(|place| sheet.has(&name(PARAGRAPH, *place)));
        let figures = (1..=FIGURES_MAX).take_while(|place| sheet.has(&name(LABEL, *place)));
        Typed {
            heading: sheet.typed(HEADING).to_owned(),
            place: sheet.typed(PLACE).to_owned(),
            note: sheet.typed(NOTE).to_owned(),
            paragraphs: paragraphs
                .map(|place| Paragraph {
                    number: field(PARAGRAPH_NUMBER, place),
                    text: field(PARAGRAPH, place),
                })
                .collect(),
            figures: figures
                .map(|place| Figure {
                    number: field(FIGURE_NUMBER, place),
                    label: field(LABEL, place),
                    value: field(VALUE, place),
                    unit: field(UNIT, place),
                    from: field(FROM, place),
                    until: field(UNTIL, place),
                })
                .collect(),
        }
    }

    /// A section on record. Whoever calls this has checked that the viewer writes the report: it may not be published.
    pub(super) fn recorded(app: &App, section: &Section) -> Typed {
        let words = |at: SealedRef| app.private_words(at).unwrap_or_default();
        let day = |day: Option<Date>| day.map(|day| short_date(day, Lang::Vi)).unwrap_or_default();
        Typed {
            heading: words(section.heading),
            place: section.place.to_string(),
            note: String::new(),
            paragraphs: section
                .paragraphs
                .iter()
                .map(|one| Paragraph {
                    number: one.paragraph.to_string(),
                    text: words(one.text),
                })
                .collect(),
            figures: section
                .figures
                .iter()
                .map(|one| Figure {
                    number: one.figure.to_string(),
                    label: words(one.label),
                    value: words(one.value),
                    unit: one.unit.map(words).unwrap_or_default(),
                    from: day(one.from),
                    until: day(one.until),
                })
                .collect(),
        }
    }

    /// One more row, when a button asked for one; false for the button that saves.
    pub(super) fn add_row(&mut self, asked: &str) -> bool {
        match asked {
            PARAGRAPH if self.paragraphs.len() < PARAGRAPHS_MAX => self.paragraphs.push(Paragraph::default()),
            LABEL if self.figures.len() < FIGURES_MAX => self.figures.push(Figure::default()),
            PARAGRAPH | LABEL => {}
            _ => return false,
        }
        true
    }

    /// Paragraphs and figures that the section on record does not have become new ones.
    pub(super) fn forget_gone(&mut self, now: Option<&Section>) {
        let paragraphs: Vec<String> = now.map_or_else(Vec::new, |section| {
            section.paragraphs.iter().map(|one| one.paragraph.to_string()).collect()
        });
        let figures: Vec<String> = now.map_or_else(Vec::new, |section| {
            section.figures.iter().map(|one| one.figure.to_string()).collect()
        });
        for one in &mut self.paragraphs {
            if !paragraphs.contains(&one.number) {
                one.number.clear();
            }
        }
        for one in &mut self.figures {
            if !figures.contains(&one.number) {
                one.number.clear();
            }
        }
    }
}
