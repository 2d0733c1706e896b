//! Pieces of a clause that its page and the desk share.

use super::ClauseWords;
use askama::Template;
use base::fact::Exposure;
use base::time::Date;
use base::vietnamese::short_date;
use forum::clause::{Clause, ClauseState};
use forum::contest::ContestState;
use forum::events::Outcome;
use forum::{ClauseNo, Forum};
use web_kit::{Html, href, render};
use web_scene::said::said;
use web_scene::{ForumNames, Scene, address, file_size, is_picture};

/// How far a clause is, in one sentence that says who said so.
pub(crate) fn state_sentence(scene: &Scene, clause: &Clause) -> String {
    let w = ClauseWords(scene.lang);
    let (owner, verifier) = (scene.organisation(clause.owner), scene.organisation(clause.verifier));
    let decided = |outcome: Outcome| {
        let last = clause.verdicts.iter().rev().find(|one| one.outcome == Some(outcome));
        last.map_or(scene.today, |one| one.at.office_date())
    };
    match clause.state {
        ClauseState::Assigned => w.is_assigned(owner),
        ClauseState::Accepted => w.is_accepted(owner),
        ClauseState::ReportedDone => w.is_reported_done(owner, clause.done_on.unwrap_or(scene.today), verifier),
        ClauseState::Verified => w.is_verified(verifier, decided(Outcome::Verified)),
        ClauseState::NotDone => w.is_not_done(verifier, decided(Outcome::NotDone)),
        ClauseState::Overtaken => w.is_overtaken(verifier, decided(Outcome::Overtaken)),
    }
}

/// How much time is left, or how late it is; empty when neither says anything.
pub(super) fn time_sentence(clause: &Clause, today: Date, w: ClauseWords) -> String {
    let late = clause.days_late(today);
    let is_going_on = matches!(clause.state, ClauseState::Assigned | ClauseState::Accepted);
    let left = clause.due.map(|due| today.days_until(due));
    match (late, clause.state) {
        (0, _) if is_going_on => match left.and_then(|days| u32::try_from(days).ok()) {
            Some(0) => w.due_today().to_owned(),
            Some(days) => w.days_left(days),
            None => String::new(),
        },
        (0, _) => String::new(),
        (days, ClauseState::Verified | ClauseState::ReportedDone) => w.late_done(days),
        (days, _) => w.late_counted(days),
    }
}

/// How many contests against a clause are public.
pub(crate) fn public_contests(forum: &Forum, clause: &Clause) -> u32 {
    let public = |number: &&u32| {
        let contest = forum.contests.get(*number);
        contest.is_some_and(|one| one.state == ContestState::Public)
    };
    u32::try_from(clause.contests.iter().filter(public).count()).unwrap_or(u32::MAX)
}

/// "đã xác nhận, có 2 phản đối"; empty when there is none.
pub(crate) fn contests_line(forum: &Forum, clause: &Clause, w: ClauseWords) -> String {
    match (public_contests(forum, clause), clause.state) {
        (0, _) => String::new(),
        (n, ClauseState::Verified) => w.verified_contested(n),
        (n, _) => w.contested(n),
    }
}

/// A piece of evidence in a list.
struct Piece {
    href: String,
    label: String,
    title: Html,
    about: String,
    words: Html,
    /// Address and description of a picture.
    picture: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "clause/evidence.html")]
struct List {
    w: ClauseWords,
    pieces: Vec<Piece>,
}

/// What was handed in, newest first.
pub(crate) fn evidence_list(scene: &Scene, no: ClauseNo, clause: &Clause) -> Html {
    let (w, names) = (ClauseWords(scene.lang), ForumNames(scene.lang));
    let newest = clause.evidence.iter().rev();
    let pieces = newest.map(|(number, one)| {
        let path = address::evidence(no.forum, (no.directive, no.clause), *number);
        let what = match one.file {
            Some((_, file)) => format!("{}, {}", names.file(file.kind), file_size(file.bytes, scene.lang)),
            None => w.in_words().to_owned(),
        };
        let title = scene.shown(one.title).words();
        Piece {
            href: href(scene.lang, &path),
            label: w.evidence_number(*number),
            title: said(scene, one.title, "gap-s"),
            about: format!(
                "{} · {what} · {}",
                names.evidence(one.sort),
                w.handed_in(one.at.office_date())
            ),
            words: one.words.map(|at| said(scene, at, "voice gap-s")).unwrap_or_default(),
            picture: one.file.and_then(|(at, file)| {
                let is_there = scene.world().exposure_of(at) == Exposure::Public;
                (is_picture(file.kind) && is_there).then(|| {
                    (
                        address::evidence_file(no.forum, (no.directive, no.clause), *number),
                        title.to_owned(),
                    )
                })
            }),
        }
    });
    let pieces = pieces.collect();
    render(&List { w, pieces })
}

/// A day alone.
pub(crate) fn day(date: Date, scene: &Scene) -> String {
    short_date(date, scene.lang)
}
