//! A figure as people read it: what it counts, its value with its unit, the days it speaks of.

use super::ReportWords;
use forum::Forum;
use forum::report::Figure;
use web_kit::{Html, href};
use web_scene::said::said_inline;
use web_scene::{Scene, address};

/// A figure on a page.
pub(super) struct Shown {
    /// Its number.
    pub number: u32,
    /// What it counts.
    pub label: Html,
    /// Its value.
    pub value: Html,
    /// Its unit; empty when it has none.
    pub unit: Html,
    /// The days it speaks of; empty when it names none.
    pub period: String,
    /// Its own page.
    pub link: String,
}

/// A figure on a page.
pub(super) fn shown(scene: &Scene, forum: &Forum, figure: &Figure) -> Shown {
    Shown {
        number: figure.figure,
        label: said_inline(scene, figure.label),
        value: said_inline(scene, figure.value),
        unit: figure.unit.map(|at| said_inline(scene, at)).unwrap_or_default(),
        period: period(scene, figure),
        link: href(scene.lang, &address::figure(forum.no, figure.figure)),
    }
}

/// The days a figure speaks of; empty when it names none.
pub(super) fn period(scene: &Scene, figure: &Figure) -> String {
    let w = ReportWords(scene.lang);
    match (figure.from, figure.until) {
        (Some(from), Some(until)) => w.period(from, until),
        (Some(from), None) => w.period_from(from),
        (None, Some(until)) => w.period_until(until),
        (None, None) => String::new(),
    }
}
