//! A contest on its way: received, read, public or refused, answered.

use super::{Step, StoryWords, clause_line, line};
use crate::receipt::{Receipt, clause_label, contested};
use forum::contest::{Contest, ContestState};
use web_scene::names::in_sentence;
use web_scene::said::said;
use web_scene::{Names, Scene, address};

/// The steps of a contest, and how far the clause is now.
pub(super) fn steps(scene: &Scene, receipt: &Receipt, number: u32, contest: &Contest) -> Vec<Step> {
    let w = StoryWords(scene.lang);
    let no = contested(receipt.forum, contest);
    let page = address::clause(no.forum, no.directive, no.clause);
    let received = w.contest_received(&clause_label(no), &line(scene, receipt.seq));
    let mut steps = vec![Step::done(scene, contest.at, received)];
    match contest.state {
        ContestState::Held => {
            let by = law::read_by(contest.at.starts_at().office_date());
            steps.push(Step::waits(w.contest_read_wait(by)).due(scene, by));
        }
        ContestState::Public => {
            let there = format!("{page}#phan-doi-{number}");
            steps.push(Step::done(scene, None, w.contest_public()).link(scene, &there, w.to_contest()));
        }
        ContestState::Refused(reason) => {
            let reason = in_sentence(Names(scene.lang).reason(reason));
            let again = address::contest(no.forum, no.directive, no.clause);
            let step = Step::done(scene, None, w.contest_refused(&reason));
            steps.push(step.link(scene, &again, w.to_contest_again()));
        }
    }
    match contest.answer {
        Some((text, at)) => {
            let step = Step::done(scene, at, w.contest_answered());
            steps.push(step.words(said(scene, text, "voice")));
        }
        None if matches!(contest.state, ContestState::Refused(_)) => {}
        None => steps.push(Step::waits(w.contest_answer_wait())),
    }
    if let Some(clause) = scene.world().forums.clause(no) {
        let mut step = Step::now(scene, w.contest_clause());
        step.clauses = vec![clause_line(scene, no, clause)];
        steps.push(step);
    }
    steps
}
