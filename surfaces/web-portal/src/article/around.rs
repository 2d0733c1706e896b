//! What stands beside an article: the forum it tells of, and where its figures come from.

use super::words::ArticleWords;
use crate::forum_line::{Done, Line, published};
use base::vietnamese::{fold, number};
use forum::Forum;
use portal::PublicArticle;
use web_kit::href;
use web_scene::{Scene, address};

/// Days after a forum within which an article of the forum's title tells of it.
const REPORTED_DAYS: i64 = 90;
/// Figures beside an article, at most.
const NUMBERS_MAX: usize = 6;
/// Fewest characters of a figure that is looked for in an article: a single digit is everywhere.
const NUMBER_CHARS_MIN: usize = 2;

/// The forum an article tells of.
pub struct Told {
    /// Its steps.
    pub line: Line,
    /// Its pages.
    pub rows: Vec<(String, String)>,
}

/// A figure of an article with its source.
pub struct Number {
    /// What it counts.
    pub label: String,
    /// Its value.
    pub value: String,
    /// Where it comes from.
    pub source: String,
    /// What the way there says.
    pub go: &'static str,
}

/// The forum an article tells of: the one its words name by number; else the last one that was held not long before the
/// day it bears and has its title.
pub fn forum_of<'a>(scene: &'a Scene, one: PublicArticle<'_>) -> Option<&'a Forum> {
    let (title, body) = (
        scene.shown(one.revision.title).words(),
        scene.shown(one.revision.body).words(),
    );
    let forums = &scene.world().forums.forums;
    let named = |forum: &&Forum| body.contains(&forum.no.label()) || title.contains(&forum.no.label());
    if let Some(forum) = forums.values().rev().find(named) {
        return Some(forum);
    }
    let title = fold(title);
    let told = |forum: &&Forum| {
        let days = forum.day.days_until(one.revision.date);
        let is_near = (0..=REPORTED_DAYS).contains(&i64::from(days));
        is_near && !title.is_empty() && fold(scene.shown(forum.title).words()).starts_with(&title)
    };
    forums.values().rev().find(told)
}

/// The forum in short, with the ways to its pages.
pub fn told(scene: &Scene, forum: &Forum) -> Told {
    let w = ArticleWords(scene.lang);
    let mut rows = Vec::new();
    let mut row = |path: String, words: String| rows.push((href(scene.lang, &path), words));
    row(address::forum(forum.no), w.forum_go(&forum.no.label()));
    if forum.report.published.is_some() {
        row(address::report(forum.no), w.forum_report().to_owned());
    }
    let (spoken, written) = published(scene, forum);
    if spoken + written > 0 {
        row(address::opinions(forum.no), w.forum_opinions(spoken + written));
    }
    if forum.votes_published.is_some() {
        row(
            address::results(forum.no),
            w.forum_results(forum.took_part(scene.now).0),
        );
    }
    if forum.is_concluded() {
        let done = Done::of(forum, scene.today);
        let words = w.forum_directives(forum.directives.len(), done.clauses, done.done);
        row(address::conclusion(forum.no), words);
    }
    Told {
        line: Line::of(scene, forum),
        rows,
    }
}

/// Figures of the forum's record that stand in an article, each with its source. The article's own words are not touched.
pub fn numbers(scene: &Scene, forum: &Forum, body: &str) -> Vec<Number> {
    let w = ArticleWords(scene.lang);
    let mut numbers = Vec::new();
    if forum.report.published.is_some() {
        let sections = forum.report.in_order().into_iter();
        for figure in sections.flat_map(|(_, section)| section.figures.iter()) {
            let value = scene.shown(figure.value).words();
            if stands_in(value, body) {
                let unit = figure.unit.map_or("", |unit| scene.shown(unit).words());
                numbers.push(Number {
                    label: scene.shown(figure.label).words().to_owned(),
                    value: format!("{value} {unit}").trim_end().to_owned(),
                    source: href(scene.lang, &address::figure(forum.no, figure.figure)),
                    go: w.source_report(),
                });
            }
        }
    }
    numbers.truncate(NUMBERS_MAX);
    let (spoken, _) = published(scene, forum);
    if spoken > 0 && body.contains(&format!(" {spoken} lượt ")) {
        numbers.push(Number {
            label: w.turns().to_owned(),
            value: number(spoken as u64, scene.lang),
            source: href(scene.lang, &address::opinions(forum.no)),
            go: w.source_turns(),
        });
    }
    numbers
}

/// Whether a value stands in a text by itself, not as a part of a longer number.
fn stands_in(value: &str, text: &str) -> bool {
    if value.chars().count() < NUMBER_CHARS_MIN {
        return false;
    }
    let is_part = |beside: Option<char>| beside.is_some_and(|c| c.is_ascii_digit() || c == '/');
    text.match_indices(value).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + value.len()..]);
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_figure_is_found_by_itself_only() {
        assert!(stands_in("8/8", "vì vậy 8/8 mục tiêu"));
        assert!(stands_in("24/24", "canh gác 24/24h, cả năm"));
        assert!(!stands_in("8/8", "ngày 18/8/2019 và 8/8/2019"));
        assert!(!stands_in("8", "8 mục tiêu"), "a digit is everywhere");
        assert!(!stands_in("", "chữ"));
    }
}
