//! The lines of the story's text files.

use crate::exit::{self, Stop};
use forum::events::Nature;

/// An opinion of the story: who spoke it, how voices lean, what it is, its words.
pub(super) struct Line {
    /// The organisation a turn is spoken for; none for a written opinion.
    pub(super) organisation: Option<u32>,
    /// Of a hundred voices so many agree.
    pub(super) agree: u64,
    /// So many disagree.
    pub(super) disagree: u64,
    pub(super) nature: Option<Nature>,
    pub(super) words: &'static str,
}

const WRITTEN: &str = include_str!("opinions.txt");
const TURNS: &str = include_str!("turns.txt");

fn line(text: &'static str) -> Option<Line> {
    let (lead, words) = text.rsplit_once('|')?;
    let (organisation, lead) = match lead.split_once('|') {
        Some((organisation, lead)) => (organisation.parse().ok(), lead),
        None => (None, lead),
    };
    let mut parts = lead.split(' ');
    Some(Line {
        organisation,
        agree: parts.next()?.parse().ok()?,
        disagree: parts.next()?.parse().ok()?,
        nature: parts.next().and_then(Nature::from_name),
        words,
    })
}

fn lines(text: &'static str) -> Result<Vec<Line>, Stop> {
    let read: Option<Vec<Line>> = text.lines().map(line).collect();
    read.ok_or_else(|| Stop::new(exit::FAILED, "the demonstration's opinions cannot be read"))
}

/// What was written.
pub(super) fn written() -> Result<Vec<Line>, Stop> {
    lines(WRITTEN)
}

/// What was spoken in the hall.
pub(super) fn spoken() -> Result<Vec<Line>, Stop> {
    lines(TURNS)
}

/// The step that writes a line.
pub(super) fn written_step(n: usize) -> String {
    format!("2019-opinion-{n}")
}

/// The step that records a turn.
pub(super) fn spoken_step(n: usize) -> String {
    format!("2019-turn-{n}")
}
