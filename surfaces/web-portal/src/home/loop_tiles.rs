//! "Từ ý kiến đến việc làm": one forum from report to deed in four figures, each leading to its source.

use super::words::HomeWords;
use crate::forum_line::{Done, published};
use base::vietnamese::number;
use forum::Forum;
use web_kit::href;
use web_scene::{Scene, address};

/// A figure with its source.
pub(super) struct Tile {
    pub(super) label: String,
    pub(super) figure: String,
    pub(super) note: String,
    pub(super) href: String,
}

/// The four figures of a forum that has concluded.
pub(super) fn tiles(scene: &Scene, forum: &Forum) -> Vec<Tile> {
    let (w, lang) = (HomeWords(scene.lang), scene.lang);
    let mut tiles = Vec::new();
    tiles.extend(reported(scene, forum));
    let (spoken, written) = published(scene, forum);
    tiles.push(Tile {
        label: w.turns().to_owned(),
        figure: number(spoken as u64, lang),
        note: w.turns_note(written),
        href: address::opinions(forum.no),
    });
    let counted = forum.votes_published.is_some();
    tiles.push(Tile {
        label: w.people().to_owned(),
        figure: number(forum.took_part(scene.now).0, lang),
        note: match counted {
            true => w.answers_note(),
            false => w.answers_wait(),
        }
        .to_owned(),
        href: match counted {
            true => address::results(forum.no),
            false => address::forum(forum.no),
        },
    });
    let done = Done::of(forum, scene.today);
    tiles.push(Tile {
        label: w.done().to_owned(),
        figure: format!("{}/{}", done.done, done.clauses),
        note: match done.open {
            0 => w.done_all().to_owned(),
            open => w.done_note(open, done.late),
        },
        href: address::conclusion(forum.no),
    });
    for tile in &mut tiles {
        tile.href = href(lang, &tile.href);
    }
    tiles
}

/// The first figure the force reported.
fn reported(scene: &Scene, forum: &Forum) -> Option<Tile> {
    forum.report.published?;
    let sections = forum.report.in_order();
    let mut figures = sections.into_iter().flat_map(|(_, section)| section.figures.iter());
    let figure = figures.next()?;
    let (label, value) = (scene.shown(figure.label).words(), scene.shown(figure.value).words());
    (!label.is_empty() && !value.is_empty()).then(|| Tile {
        label: label.to_owned(),
        figure: value.to_owned(),
        note: HomeWords(scene.lang).figure_note(&forum.no.label()),
        href: address::figure(forum.no, figure.figure),
    })
}
