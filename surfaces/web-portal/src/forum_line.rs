//! A forum in short, as home and articles show it: its six steps and how far its directives are.

use crate::words::PortalWords;
use base::time::Date;
use forum::clause::{Clause, ClauseNo, ClauseState};
use forum::conclusion::Directive;
use forum::events::Channel;
use forum::{Forum, OpinionState};
use web_scene::Scene;

/// One of the six steps.
pub struct Step {
    /// Its name.
    pub name: &'static str,
    /// `done`, `now`, or nothing.
    pub class: &'static str,
}

/// The six steps of a forum in a line.
pub struct Line {
    /// What it says to a screen reader.
    pub label: String,
    /// The steps.
    pub steps: Vec<Step>,
}

impl Line {
    /// The line of a forum.
    pub fn of(scene: &Scene, forum: &Forum) -> Line {
        let w = PortalWords(scene.lang);
        let names = [
            w.step_report(),
            w.step_opinions(),
            w.step_agreement(),
            w.step_conclusion(),
            w.step_directives(),
            w.step_follow(),
        ];
        let now = forum.step_at(scene.now);
        // A report that is there is done, wherever the forum is.
        let is_done = |step: usize| now.is_some_and(|now| step < now) && (step > 0 || forum.report.published.is_some());
        let class = |step: usize| match now {
            Some(now) if step == now => "now",
            _ if is_done(step) => "done",
            _ => "",
        };
        let label = match now.and_then(|now| Some((u8::try_from(now + 1).ok()?, names.get(now)?))) {
            Some((step, name)) => w.step_now(step, name),
            None => w.steps().to_owned(),
        };
        let steps = names.into_iter().enumerate();
        Line {
            label,
            steps: steps
                .map(|(step, name)| Step {
                    name,
                    class: class(step),
                })
                .collect(),
        }
    }
}

/// How many of a forum's clauses there are, and how many are confirmed as done, with evidence.
pub struct Done {
    /// All of them.
    pub clauses: usize,
    /// Confirmed.
    pub done: usize,
    /// Late, and nobody has said they are done.
    pub late: usize,
    /// Not ended.
    pub open: usize,
}

/// Whether a clause is late and nobody has said it is done.
pub fn is_late(clause: &Clause, today: Date) -> bool {
    matches!(clause.state, ClauseState::Assigned | ClauseState::Accepted) && clause.days_late(today) > 0
}

/// Every clause of a forum whose conclusion is in force, with its number.
pub fn clauses<'a>(forum: &'a Forum) -> Vec<(ClauseNo, &'a Clause)> {
    if !forum.is_concluded() {
        return Vec::new();
    }
    let of = |(directive, all): (&u32, &'a Directive)| {
        let (forum, directive) = (forum.no, *directive);
        let named = move |one: &'a Clause| {
            let clause = one.clause;
            (
                ClauseNo {
                    forum,
                    directive,
                    clause,
                },
                one,
            )
        };
        all.clauses.iter().map(named).collect::<Vec<_>>()
    };
    forum.directives.iter().flat_map(of).collect()
}

impl Done {
    /// Of a forum.
    pub fn of(forum: &Forum, today: Date) -> Done {
        let all = clauses(forum);
        let count = |wanted: &dyn Fn(&Clause) -> bool| all.iter().filter(|(_, clause)| wanted(clause)).count();
        Done {
            clauses: all.len(),
            done: count(&|clause| clause.state == ClauseState::Verified),
            late: count(&|clause| is_late(clause, today)),
            open: count(&|clause| clause.state.is_open()),
        }
    }
}

/// Opinions that stand on a forum's page: spoken in the hall, and written.
pub fn published(scene: &Scene, forum: &Forum) -> (usize, usize) {
    let all = &scene.world().forums.opinions;
    let standing = forum.published.values().filter_map(|seq| all.get(seq));
    let standing = standing.filter(|opinion| matches!(opinion.state, OpinionState::Published(_)));
    standing.fold((0, 0), |(spoken, written), opinion| match opinion.channel {
        Channel::SpokenTurn => (spoken + 1, written),
        _ => (spoken, written + 1),
    })
}

/// The last entry that changed what the public sees of any forum.
pub fn rev(scene: &Scene) -> u64 {
    let forums = scene.world().forums.forums.values();
    forums.map(|forum| forum.rev).max().unwrap_or_default()
}
