//! The six steps of a forum: what is known of each, and when the others begin.

use super::{ForumWords, until};
use base::fact::SealedRef;
use base::vietnamese::long_date;
use forum::clause::{Clause, ClauseState};
use forum::events::{Channel, STATEMENT};
use forum::{Forum, OpinionState, Stage};
use web_kit::states::{Note, state};
use web_kit::{Html, Icon, href, icon};
use web_scene::figures::votes_until;
use web_scene::said::said;
use web_scene::{ForumNames, Scene, address};

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
    pub text: String,
    pub links: Vec<(String, String)>,
    /// Lines of a list: directives with how many clauses they have.
    pub lines: Vec<String>,
    /// A published opinion.
    pub quote: Html,
    /// How many clauses are in which state, and the bar of those verified, in per cent.
    pub states: Vec<Html>,
    pub bar: Option<usize>,
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

    fn new(reach: Reach, shown: Icon, title: &'static str, when: String, text: &str) -> Step {
        Step {
            reach,
            icon: icon(shown),
            title,
            when,
            text: text.to_owned(),
            links: Vec::new(),
            lines: Vec::new(),
            quote: Html::default(),
            states: Vec::new(),
            bar: None,
            has_counts: false,
        }
    }
}

/// The six steps, in their order.
pub(super) fn steps(scene: &Scene, forum: &Forum) -> Vec<Step> {
    let at = forum.step_at(scene.now);
    let reach = |step: usize| match at {
        Some(now) if step == now => Reach::Now,
        Some(now) if step < now => Reach::Done,
        _ => Reach::Ahead,
    };
    vec![
        report(scene, forum, reach(0)),
        opinions(scene, forum, reach(1)),
        agreement(scene, forum, reach(2)),
        conclusion(scene, forum, reach(3)),
        directives(scene, forum, reach(4)),
        follow_up(scene, forum, reach(5)),
    ]
}

fn link(scene: &Scene, path: &str, words: &str) -> (String, String) {
    (href(scene.lang, path), words.to_owned())
}

fn report(scene: &Scene, forum: &Forum, reach: Reach) -> Step {
    let w = ForumWords(scene.lang);
    let force = forum.force.map(|id| scene.organisation(id)).unwrap_or_default();
    let published = forum.report.published.map(|at| at.office_date());
    // A report that is there is done, wherever the forum is.
    let (reach, when, text) = match published {
        Some(day) => (Reach::Done, w.report_published(force, day), w.report_there()),
        None if force.is_empty() => (reach, w.report_on(forum.day), w.report_none()),
        None => (reach, w.report_by(force, forum.day), w.report_none()),
    };
    let mut step = Step::new(reach, Icon::File, w.report(), when, text);
    if published.is_some() {
        step.links
            .push(link(scene, &address::report(forum.no), w.read_report()));
        let has_figures = forum
            .report
            .sections
            .values()
            .any(|section| !section.figures.is_empty());
        if has_figures {
            let figures = format!("{}#so-lieu", address::report(forum.no));
            step.links.push(link(scene, &figures, w.read_figures()));
        }
    }
    step
}

fn opinions(scene: &Scene, forum: &Forum, reach: Reach) -> Step {
    let w = ForumWords(scene.lang);
    let at = forum.stage_at(scene.now);
    let all = &scene.world().forums.opinions;
    let published = forum.published.values().filter_map(|seq| Some((*seq, all.get(seq)?)));
    let shown: Vec<(u64, &forum::Opinion)> = published
        .filter(|(_, opinion)| matches!(opinion.state, OpinionState::Published(_)))
        .collect();
    let turns = shown
        .iter()
        .filter(|(_, opinion)| opinion.channel == Channel::SpokenTurn)
        .count();
    let (when, text) = match at {
        Stage::Announced => (w.not_open(forum.closes), w.opens_when()),
        Stage::Collecting => (until(scene, forum), w.open_text()),
        _ => {
            let from = forum.opened_at.unwrap_or(forum.announced_at).office_date();
            let until = forum.closed_at.map_or(forum.closes, |at| at.office_date());
            let mut when = w.between(from, until);
            if turns > 0 {
                when = format!("{when} · {}", w.turns(turns));
            }
            (format!("{when} · {}", w.written(shown.len() - turns)), w.closed_text())
        }
    };
    let mut step = Step::new(reach, Icon::Chat, w.opinions(), when, text);
    step.has_counts = at != Stage::Announced;
    if at == Stage::Announced {
        step.links.push(link(scene, "/cam-ket", w.promise_go()));
        return step;
    }
    let read = match shown.len() {
        0 => w.read_none().to_owned(),
        1 => w.read_the_one().to_owned(),
        n => w.read_published(n),
    };
    step.links.push(link(scene, &address::opinions(forum.no), &read));
    step.links
        .push(link(scene, &address::moderation(forum.no), w.how_read()));
    // A turn first: it is what the hall heard. The name under it stays on the opinion's own page.
    let quoted = shown
        .iter()
        .find(|(_, opinion)| opinion.channel == Channel::SpokenTurn)
        .or(shown.first());
    if let Some((seq, _)) = quoted {
        step.quote = said(scene, SealedRef::new(*seq, STATEMENT), "say");
    }
    step
}

fn agreement(scene: &Scene, forum: &Forum, reach: Reach) -> Step {
    let w = ForumWords(scene.lang);
    let (voices, answers) = forum.took_part(scene.now);
    let counted = forum.votes_published.is_some();
    let (when, text) = match votes_until(forum, scene.now) {
        Some(day) if voices > 0 => (
            format!("{} · {}", w.voting_until(day), w.from_voices(voices)),
            w.agreement_open(),
        ),
        Some(day) => (w.voting_until(day), w.agreement_open()),
        None if counted => (w.took_part(voices, answers), w.agreement_closed()),
        None if reach == Reach::Ahead => (w.after_opening().to_owned(), w.agreement_open()),
        None => (String::new(), w.agreement_wait()),
    };
    let mut step = Step::new(reach, Icon::Bowl, w.agreement(), when, text);
    if counted {
        step.links
            .push(link(scene, &address::results(forum.no), w.results_go()));
    } else if votes_until(forum, scene.now).is_some() && !forum.published.is_empty() {
        step.links.push(link(scene, &address::vote(forum.no), w.vote_go()));
    }
    step
}

fn conclusion(scene: &Scene, forum: &Forum, reach: Reach) -> Step {
    let w = ForumWords(scene.lang);
    let conclusion = forum.conclusion.as_ref().filter(|one| one.concluded.is_some());
    let Some((conclusion, concluded)) = conclusion.and_then(|one| Some((one, one.concluded.as_ref()?))) else {
        return Step::new(
            reach,
            Icon::Done,
            w.conclusion(),
            w.on_day(forum.day),
            w.conclusion_none(),
        );
    };
    let signer = format!(
        "{}, {}",
        scene.shown(conclusion.signer).words(),
        scene.shown(conclusion.post).words()
    );
    let when = w.concluded_by(&signer, concluded.date);
    let mut step = Step::new(reach, Icon::Done, w.conclusion(), when, w.conclusion_there());
    step.links
        .push(link(scene, &address::conclusion(forum.no), w.read_conclusion()));
    if !forum.answers.is_empty() {
        step.links
            .push(link(scene, &address::answers(forum.no), w.answers_go()));
    }
    step
}

fn directives(scene: &Scene, forum: &Forum, reach: Reach) -> Step {
    let w = ForumWords(scene.lang);
    if !forum.is_concluded() {
        let when = w.after_conclusion().to_owned();
        return Step::new(reach, Icon::Flag, w.directives(), when, w.directives_none());
    }
    let clauses = forum.directives.values().map(|directive| directive.clauses.len()).sum();
    let (when, text) = match forum.directives.len() {
        0 => (String::new(), w.directives_empty()),
        n => (w.directives_count(n, clauses), ""),
    };
    let mut step = Step::new(reach, Icon::Flag, w.directives(), when, text);
    step.lines = forum
        .directives
        .iter()
        .map(|(number, directive)| {
            let addressee = scene.shown(directive.addressee).words();
            format!("{number}. {}", w.directive_line(addressee, directive.clauses.len()))
        })
        .collect();
    step
}

/// Whether a clause is late and nobody has said it is done.
pub(super) fn is_late(clause: &Clause, today: base::time::Date) -> bool {
    matches!(clause.state, ClauseState::Assigned | ClauseState::Accepted) && clause.days_late(today) > 0
}

fn follow_up(scene: &Scene, forum: &Forum, reach: Reach) -> Step {
    let (w, names) = (ForumWords(scene.lang), ForumNames(scene.lang));
    if !forum.is_concluded() || forum.directives.is_empty() {
        let when = w.after_directives().to_owned();
        let mut step = Step::new(reach, Icon::Eye, w.follow_up(), when, w.follow_up_none());
        step.links.push(link(scene, "/so-cai", w.record_go()));
        return step;
    }
    let clauses: Vec<&Clause> = forum
        .directives
        .values()
        .flat_map(|directive| directive.clauses.iter())
        .collect();
    let done = clauses
        .iter()
        .filter(|clause| clause.state == ClauseState::Verified)
        .count();
    let when = match (forum.stage, forum.ended_at) {
        (Stage::Closed, Some(at)) => w.all_ended(at.office_date()),
        _ => w.as_of(&long_date(scene.today, scene.lang)),
    };
    let text = w.confirmed(done, clauses.len());
    let mut step = Step::new(reach, Icon::Eye, w.follow_up(), when, &text);
    let count = |wanted: &[ClauseState]| {
        let of = |clause: &&&Clause| wanted.contains(&clause.state) && !is_late(clause, scene.today);
        clauses.iter().filter(of).count()
    };
    use ClauseState::{Accepted, Assigned, NotDone, Overtaken, ReportedDone, Verified};
    let late = clauses.iter().filter(|clause| is_late(clause, scene.today)).count();
    let rows = [
        (Note::Ok, Icon::Check, names.verified(), count(&[Verified])),
        (Note::Warn, Icon::Eye, names.reported_done(), count(&[ReportedDone])),
        (Note::Plain, Icon::Clock, names.accepted(), count(&[Accepted, Assigned])),
        (Note::Late, Icon::Alert, names.overdue(), late),
        (Note::Late, Icon::X, names.not_done(), count(&[NotDone])),
        (Note::Plain, Icon::Pass, names.overtaken(), count(&[Overtaken])),
    ];
    step.states = rows
        .into_iter()
        .filter(|(.., count)| *count > 0)
        .map(|(tone, shown, label, count)| {
            let label = web_scene::names::in_sentence(label);
            state(tone, shown, &w.n_state(count, &label))
        })
        .collect();
    step.bar = Some(done * 100 / clauses.len().max(1));
    step.links
        .push(link(scene, &address::conclusion(forum.no), w.each_clause()));
    step
}
