//! The six steps of a forum: what is known of each, and honestly what is not.

use super::{ForumWords, path, until};
use forum::{Forum, Stage};
use web_kit::{Html, Icon, href, icon};
use web_scene::Scene;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Nothing of it is here yet.
    Ahead,
    /// The forum is at this step.
    Now,
    /// It is over.
    Done,
}

/// One step.
pub(super) struct Step {
    pub reach: Reach,
    pub icon: Html,
    pub title: &'static str,
    pub when: String,
    pub text: &'static str,
    pub link: Option<(String, String)>,
    /// The step of opinions, which shows its counts and the way to write.
    pub has_counts: bool,
}

impl Step {
    /// The class of the list's item.
    pub(super) fn class(&self) -> &'static str {
        match self.reach {
            Reach::Ahead => "",
            Reach::Now => "now",
            Reach::Done => "done",
        }
    }

    /// Whether the forum is at this step.
    pub(super) fn is_now(&self) -> bool {
        self.reach == Reach::Now
    }
}

/// The six steps, in their order.
pub(super) fn steps(scene: &Scene, forum: &Forum) -> Vec<Step> {
    let w = ForumWords(scene.lang);
    let link = |path: &str, words: &str| Some((href(scene.lang, path), words.to_owned()));
    let at = forum.stage_at(scene.now);
    let held = scene.today > forum.day;
    let mark = |now: bool, done: bool| match (now, done) {
        (true, _) => Reach::Now,
        (_, true) => Reach::Done,
        _ => Reach::Ahead,
    };
    let step = |reach, shown, title, when: String, text, link| Step {
        reach,
        icon: icon(shown),
        title,
        when,
        text,
        link,
        has_counts: false,
    };
    let force = forum
        .force
        .map(|id| scene.organisation(id))
        .filter(|name| !name.is_empty());
    let report_when = force.map_or_else(|| w.report_on(forum.day), |force| w.report_by(force, forum.day));
    let to_opinions = format!("{}/y-kien/", path(forum));
    let read = match forum.published.len() {
        0 => w.read_none().to_owned(),
        n => w.read_published(n),
    };
    let (opinions_when, opinions_text, opinions_link) = match at {
        Stage::Announced => (
            w.not_open(forum.closes),
            w.opens_when(),
            link("/cam-ket", w.promise_go()),
        ),
        Stage::Collecting => (until(scene, forum), w.open_text(), link(&to_opinions, &read)),
        _ => (until(scene, forum), w.closed_text(), link(&to_opinions, &read)),
    };
    let closed = at >= Stage::InSession;
    let agreement_when = if closed {
        w.since_closing(forum.closes)
    } else {
        w.after_closing(forum.closes)
    };
    let after_conclusion = w.after_conclusion().to_owned();
    let after_directives = w.after_directives().to_owned();
    let mut opinions = step(
        mark(at == Stage::Collecting, closed),
        Icon::Chat,
        w.opinions(),
        opinions_when,
        opinions_text,
        opinions_link,
    );
    opinions.has_counts = at != Stage::Announced;
    vec![
        step(
            mark(at == Stage::Announced, false),
            Icon::File,
            w.report(),
            report_when,
            w.report_none(),
            link("/tin/", w.news_go()),
        ),
        opinions,
        step(
            mark(closed && !held, false),
            Icon::Bowl,
            w.agreement(),
            agreement_when,
            w.agreement_none(),
            None,
        ),
        step(
            mark(closed && held, false),
            Icon::Done,
            w.conclusion(),
            w.on_day(forum.day),
            w.conclusion_none(),
            None,
        ),
        step(
            Reach::Ahead,
            Icon::Flag,
            w.directives(),
            after_conclusion,
            w.directives_none(),
            None,
        ),
        step(
            Reach::Ahead,
            Icon::Eye,
            w.follow_up(),
            after_directives,
            w.follow_up_none(),
            link("/so-cai", w.record_go()),
        ),
    ]
}
