//! Forums: listed, shown, announced, opened.

mod act;
pub(crate) mod announce;
pub(crate) mod close;
pub(crate) mod days;
pub(crate) mod desk;
mod desk_words;
pub(crate) mod details;
pub(crate) mod list;
pub(crate) mod open;
pub(crate) mod show;
mod standing;
mod steps;
mod words;

pub(crate) use words::ForumWords;

use forum::{Forum, Stage};
use web_scene::Scene;

/// The title of a forum; its number when the title can't be shown.
pub(crate) fn title(scene: &Scene, forum: &Forum) -> String {
    match scene.shown(forum.title).words() {
        "" => forum.no.label(),
        title => title.to_owned(),
    }
}

/// The address of a forum, without `/en`.
pub(crate) fn path(forum: &Forum) -> String {
    format!("/dien-dan/{}", forum.no)
}

/// Until when opinions are taken, with the days that are left.
pub(crate) fn until(scene: &Scene, forum: &Forum) -> String {
    let w = ForumWords(scene.lang);
    if forum.stage_at(scene.now) >= Stage::InSession {
        // Closed by hand, it was closed on that day, whatever day was promised.
        let by_hand = forum
            .closed_at
            .map(|at| at.office_date())
            .filter(|day| *day <= forum.closes);
        return match by_hand {
            Some(day) => w.closed_early(day, forum.closes),
            None => w.closed_on(forum.closes),
        };
    }
    match u32::try_from(scene.today.days_until(forum.closes)).unwrap_or(0) {
        0 => w.last_day_is_today(forum.closes),
        days => w.until(forum.closes, &w.days_left(days)),
    }
}

/// The address of a forum's desk, without `/en`.
pub(crate) fn desk_path(forum: &Forum) -> String {
    format!("/dieu-hanh/dien-dan/{}", forum.no)
}
