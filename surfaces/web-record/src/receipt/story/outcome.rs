//! What came of a published opinion: votes, answers, findings, directives and how far each clause is.

use super::{Step, StoryWords, clause_line};
use crate::receipt::Receipt;
use base::time::{Date, Hour};
use forum::answer::{Answer, Owed};
use forum::conclusion::Directive;
use forum::events::AnswerForm;
use forum::{ClauseNo, Forum, Opinion, OpinionState, Stage};
use web_scene::figures::{figures, shown_of, votes_until};
use web_scene::names::in_sentence;
use web_scene::said::said;
use web_scene::{ForumNames, Scene, address};

/// Answers that are told one by one, the newest; the page of answers has all.
const ANSWERS_MAX: usize = 20;
/// Findings that are told one by one.
const FINDINGS_MAX: usize = 20;

/// Adds the steps after publication.
pub(super) fn steps(scene: &Scene, receipt: &Receipt, opinion: &Opinion, steps: &mut Vec<Step>) {
    let Some(forum) = receipt.forum(scene) else {
        return;
    };
    let w = StoryWords(scene.lang);
    let on_its_way = matches!(
        opinion.state,
        OpinionState::Held | OpinionState::Cleared | OpinionState::Published(_)
    );
    let number = match opinion.state {
        OpinionState::Published(number) | OpinionState::TakenDown(number, _) => Some(number),
        _ => None,
    };
    if let Some(number) = number {
        steps.extend(votes(scene, forum, number));
        steps.extend(answers(scene, forum, number));
        steps.extend(findings(scene, forum, number));
        let directed = directives(scene, forum, number);
        let has_directives = !directed.is_empty();
        steps.extend(directed);
        if let Some(at) = concluded_in(forum).filter(|_| !has_directives) {
            let step = Step::done(scene, at, w.concluded());
            steps.push(step.link(scene, &address::conclusion(forum.no), w.to_conclusion()));
        }
    }
    if opinion.state == OpinionState::Withdrawn {
        return;
    }
    let readable = matches!(opinion.state, OpinionState::Published(_));
    steps.extend(
        number
            .map(|number| waits(scene, forum, number, readable))
            .unwrap_or_default(),
    );
    if forum.stage == Stage::Cancelled {
        steps.push(Step::done(scene, forum.ended_at, w.cancelled()).link(
            scene,
            &address::forum(forum.no),
            w.to_forum(),
        ));
    } else if on_its_way && !forum.is_concluded() && forum.stage != Stage::Closed {
        let by = forum.day.add_days(days(law::terms(forum.day).results_days));
        steps.push(Step::waits(w.conclusion_wait(forum.day, by)).due(scene, by));
    } else if number.is_some() && readable && !steps.iter().any(|step| step.waits) {
        steps.push(Step::now(scene, w.nothing_left()));
    }
}

fn days(of: u32) -> i32 {
    i32::try_from(of).unwrap_or(i32::MAX)
}

fn concluded_in(forum: &Forum) -> Option<Hour> {
    forum
        .conclusion
        .as_ref()?
        .concluded
        .as_ref()
        .map(|concluded| concluded.at)
}

fn votes(scene: &Scene, forum: &Forum, number: u32) -> Option<Step> {
    let w = StoryWords(scene.lang);
    let (shown, open) = shown_of(forum, number);
    let step = match (votes_until(forum, scene.now), &forum.votes_published) {
        (Some(until), _) => Step::now(scene, w.votes_open(until)),
        (None, Some(published)) => {
            Step::done(scene, published.at, w.votes_closed()).link(scene, &address::results(forum.no), w.to_results())
        }
        (None, None) => return None,
    };
    Some(step.words(figures(scene.lang, shown, open)))
}

fn answers(scene: &Scene, forum: &Forum, number: u32) -> Vec<Step> {
    let w = StoryWords(scene.lang);
    let all: Vec<(u32, &Answer)> = forum.answers_to(number).collect();
    let skipped = all.len().saturating_sub(ANSWERS_MAX);
    let told = all.iter().skip(skipped);
    let mut steps: Vec<Step> = told.map(|(_, answer)| one_answer(scene, answer)).collect();
    if let Some(first) = steps.first_mut().filter(|_| skipped > 0) {
        first.link = Some((
            web_kit::href(scene.lang, &address::answers(forum.no)),
            w.all_answers().to_owned(),
        ));
    }
    steps
}

fn one_answer(scene: &Scene, answer: &Answer) -> Step {
    let w = StoryWords(scene.lang);
    let who = match answer.from.map(|from| scene.organisation(from)) {
        None | Some("") => scene.office(),
        Some(name) => name,
    };
    let form = in_sentence(ForumNames(scene.lang).answer(answer.form));
    let what = match (answer.form, answer.due, answer.to) {
        (AnswerForm::InWriting, Some(due), _) => w.answered_until(who, &form, due),
        (AnswerForm::Transferred, _, Some(to)) => w.answered_to(who, scene.organisation(to)),
        _ => w.answered(who, &form),
    };
    Step::done(scene, answer.at, what).words(said(scene, answer.text, "voice"))
}

fn findings(scene: &Scene, forum: &Forum, number: u32) -> Vec<Step> {
    let w = StoryWords(scene.lang);
    let all = forum.findings_of(number).take(FINDINGS_MAX);
    let told = all.map(|(_, finding)| {
        let sort = in_sentence(ForumNames(scene.lang).finding(finding.sort));
        Step::done(scene, finding.at, w.finding(&sort)).words(said(scene, finding.text, "voice"))
    });
    told.collect()
}

/// Directives in force that come from a finding which rests on the opinion.
fn resting(forum: &Forum, number: u32) -> impl Iterator<Item = (u32, &Directive)> {
    let findings: Vec<u32> = forum.findings_of(number).map(|(finding, _)| finding).collect();
    let in_force = forum.directives.iter().filter(|_| forum.is_concluded());
    in_force
        .filter(move |(_, directive)| directive.findings.iter().any(|one| findings.contains(one)))
        .map(|(number, directive)| (*number, directive))
}

fn directives(scene: &Scene, forum: &Forum, number: u32) -> Vec<Step> {
    let w = StoryWords(scene.lang);
    let when = concluded_in(forum);
    let told = resting(forum, number).map(|(directive_no, directive)| {
        let to = scene.shown(directive.addressee).words();
        let mut step = Step::done(scene, when, w.directive(&directive_no.to_string(), to));
        let line = |clause: &forum::clause::Clause| {
            let no = ClauseNo {
                forum: forum.no,
                directive: directive_no,
                clause: clause.clause,
            };
            clause_line(scene, no, clause)
        };
        step.clauses = directive.clauses.iter().map(line).collect();
        step.link(scene, &address::conclusion(forum.no), w.to_conclusion())
    });
    told.collect()
}

/// What is still to come of a published opinion. Nothing new is said of one that was taken down.
fn waits(scene: &Scene, forum: &Forum, number: u32, readable: bool) -> Vec<Step> {
    let w = StoryWords(scene.lang);
    let mut steps = Vec::new();
    let is_over = matches!(forum.stage, Stage::Closed | Stage::Cancelled);
    match forum.answer_owed(number) {
        Some(Owed::InWriting { due, .. }) => steps.push(Step::waits(w.answer_due(due)).due(scene, due)),
        Some(Owed::HandedTo(to)) if readable && !is_over => {
            steps.push(Step::waits(w.answer_handed(scene.organisation(to))));
        }
        None if readable && !is_over && forum.answers_to(number).next().is_none() => {
            steps.push(Step::waits(w.answer_wait()));
        }
        Some(Owed::HandedTo(_)) | None => {}
    }
    let open = resting(forum, number).flat_map(|(_, directive)| directive.clauses.iter());
    let due: Vec<Date> = open
        .filter(|clause| clause.state.is_open())
        .filter_map(|clause| clause.due)
        .collect();
    if let Some(first) = due.iter().min() {
        steps.push(Step::waits(w.clauses_wait(due.len(), *first)));
    }
    steps
}
