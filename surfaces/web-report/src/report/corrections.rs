//! What was changed after the report was published: when, why, and what stood there before.

use super::figures::{self, Shown};
use base::vietnamese::short_date;
use forum::Forum;
use forum::report::Section;
use web_kit::Html;
use web_scene::Scene;
use web_scene::said::{said, said_inline};

/// A correction of a section.
pub(super) struct Correction {
    /// Its place among all of them, from 1.
    pub number: usize,
    /// The section.
    pub section: u32,
    /// The section's heading now.
    pub heading: Html,
    /// The day.
    pub day: String,
    /// Why.
    pub reason: Html,
    /// The heading before.
    pub old_heading: Html,
    /// The paragraphs before.
    pub old_paragraphs: Vec<Html>,
    /// The figures before.
    pub old_figures: Vec<Shown>,
}

/// The words that took the place of the superseded ones at this place of the list.
pub(super) fn successor(forum: &Forum, place: usize) -> Option<&Section> {
    let (number, _) = forum.report.superseded.get(place)?;
    let mut later = forum.report.superseded.iter().skip(place + 1);
    let later = later.find(|(other, _)| other == number).map(|(_, section)| section);
    later.or_else(|| forum.report.sections.get(number))
}

/// All of them, the newest first.
pub(super) fn all<'a>(scene: &'a Scene, forum: &'a Forum) -> impl Iterator<Item = Correction> + 'a {
    let places = (0..forum.report.superseded.len()).rev();
    places.filter_map(move |place| {
        let (number, old) = forum.report.superseded.get(place)?;
        Some(correction(
            scene,
            forum,
            place,
            (*number, old),
            successor(forum, place)?,
        ))
    })
}

fn correction(
    scene: &Scene,
    forum: &Forum,
    place: usize,
    (section, old): (u32, &Section),
    new: &Section,
) -> Correction {
    Correction {
        number: place + 1,
        section,
        heading: said_inline(scene, new.heading),
        day: short_date(new.at.office_date(), scene.lang),
        reason: new.note.map(|at| said_inline(scene, at)).unwrap_or_default(),
        old_heading: said_inline(scene, old.heading),
        old_paragraphs: old
            .paragraphs
            .iter()
            .map(|one| said(scene, one.text, "prose"))
            .collect(),
        old_figures: old
            .figures
            .iter()
            .map(|one| figures::shown(scene, forum, one))
            .collect(),
    }
}
