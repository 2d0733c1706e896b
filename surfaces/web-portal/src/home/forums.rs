//! The forums of the first page: the one that takes opinions, or is to or was to, and what is followed up.

use super::words::HomeWords;
use crate::forum_line::{Done, Line, clauses, is_late, published};
use base::vietnamese::short_date;
use forum::small_numbers::STEP;
use forum::{Forum, Stage};
use web_kit::{Html, href};
use web_scene::said::said_inline;
use web_scene::{ForumNames, Names, Scene, address};

/// Clauses in the card of what is followed up, at most.
const CLAUSES_MAX: usize = 4;
/// Opinions someone answers in a minute, about.
const ANSWERS_PER_MINUTE: usize = 10;

/// The forum that takes opinions now.
pub(super) struct OpenForum {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) write: String,
    /// Where opinions are answered, and what the button says; none while there is nothing to answer.
    pub(super) vote: Option<(String, String)>,
    pub(super) left: String,
    pub(super) line: Line,
    pub(super) people: String,
    pub(super) opinions: String,
    pub(super) closes: String,
    pub(super) closes_machine: String,
}

/// A forum that takes no opinions yet, or no more, and has not concluded.
pub(super) struct Between {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) state: Html,
    pub(super) line: Line,
    pub(super) text: String,
}

/// What a forum directed, followed up.
pub(super) struct Followed {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) conclusion: String,
    pub(super) line: Line,
    pub(super) about: String,
    pub(super) rows: Vec<Task>,
}

/// A clause that has not ended.
pub(super) struct Task {
    pub(super) label: String,
    pub(super) href: String,
    pub(super) words: Html,
    pub(super) state: Html,
    pub(super) due: String,
}

/// The forum that takes opinions; the newest, when there are several.
pub(super) fn open(scene: &Scene) -> Option<&Forum> {
    let mut forums = scene.world().forums.forums.values().rev();
    forums.find(|forum| forum.stage_at(scene.now) == Stage::Collecting)
}

/// The forum that was announced, or closed its opinions and has not concluded; the newest, when there are several.
pub(super) fn between(scene: &Scene) -> Option<&Forum> {
    let mut forums = scene.world().forums.forums.values().rev();
    forums.find(|forum| matches!(forum.stage_at(scene.now), Stage::Announced | Stage::InSession))
}

pub(super) fn describe_between(scene: &Scene, forum: &Forum) -> Between {
    let w = HomeWords(scene.lang);
    let stage = forum.stage_at(scene.now);
    Between {
        title: scene.forum_title(forum),
        href: href(scene.lang, &address::forum(forum.no)),
        state: Names(scene.lang).stage(stage),
        line: Line::of(scene, forum),
        text: match stage {
            Stage::Announced => w.announced_text(forum.closes, forum.day),
            _ if scene.today < forum.day => w.before_session(forum.day),
            _ => w.in_session(forum.day),
        },
    }
}

/// The forum whose directives are followed up; the newest, when there are several. One that is over comes after them.
pub(super) fn concluded(scene: &Scene) -> Option<&Forum> {
    let forums = || scene.world().forums.forums.values().rev();
    let followed = forums().find(|forum| forum.stage == Stage::FollowingUp);
    followed.or_else(|| forums().find(|forum| forum.is_concluded()))
}

/// How many people took part, as the public may know it while votes are taken: in steps.
pub(super) fn people(scene: &Scene, forum: &Forum) -> String {
    let w = HomeWords(scene.lang);
    match forum.took_part(scene.now).0 {
        0 => w.fewer(STEP),
        n => w.about(n),
    }
}

pub(super) fn describe(scene: &Scene, forum: &Forum) -> OpenForum {
    let (w, lang) = (HomeWords(scene.lang), scene.lang);
    let left = scene.today.days_until(forum.closes);
    let (spoken, written) = published(scene, forum);
    let opinions = spoken + written;
    let minutes = u32::try_from(opinions.div_ceil(ANSWERS_PER_MINUTE)).unwrap_or(u32::MAX);
    OpenForum {
        title: scene.forum_title(forum),
        href: href(lang, &address::forum(forum.no)),
        write: href(lang, &address::write(forum.no)),
        vote: (opinions > 0).then(|| (href(lang, &address::vote(forum.no)), w.speak_minutes(minutes))),
        left: match u32::try_from(left) {
            Ok(days) if days > 0 => w.days_left(days),
            _ => w.last_day().to_owned(),
        },
        line: Line::of(scene, forum),
        people: people(scene, forum),
        opinions: base::vietnamese::number(opinions as u64, lang),
        closes: short_date(forum.closes, lang),
        closes_machine: forum.closes.to_string(),
    }
}

/// The clauses that have not ended: what is late first, by the most days, then what is due first.
pub(super) fn followed(scene: &Scene, forum: &Forum) -> Followed {
    let (w, lang) = (HomeWords(scene.lang), scene.lang);
    let done = Done::of(forum, scene.today);
    let mut open: Vec<_> = clauses(forum)
        .into_iter()
        .filter(|(_, clause)| clause.state.is_open())
        .collect();
    open.sort_by_key(|(_, clause)| (!is_late(clause, scene.today), clause.due));
    let row = |(no, clause): (forum::clause::ClauseNo, &forum::clause::Clause)| Task {
        label: w.clause(&format!("{}.{}", no.directive, no.clause)),
        href: href(lang, &address::clause(forum.no, no.directive, no.clause)),
        words: said_inline(scene, clause.task),
        state: ForumNames(lang).clause(clause, scene.today),
        due: clause.due.map(|day| w.due(day)).unwrap_or_default(),
    };
    Followed {
        title: scene.forum_title(forum),
        href: href(lang, &address::forum(forum.no)),
        conclusion: href(lang, &address::conclusion(forum.no)),
        line: Line::of(scene, forum),
        about: match done.open {
            0 => w.followed_all().to_owned(),
            open => w.followed_text(open, done.late),
        },
        rows: open.into_iter().take(CLAUSES_MAX).map(row).collect(),
    }
}
