//! The conclusion as people read it: the chair's words, what they rest on, each directive with its clauses and how far
//! they are.

use super::ConclusionWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::number::opinion_label;
use base::time::Date;
use base::vietnamese::long_date;
use forum::clause::{Clause, ClauseState};
use forum::conclusion::{Conclusive, Directive};
use forum::contest::ContestState;
use forum::events::FindingSort;
use forum::{Forum, Stage};
use http::HeaderMap;
use web_kit::states::{Note, print_button, state};
use web_kit::{Crumb, Html, Icon, Section, href, render, states};
use web_scene::figures::shown_of;
use web_scene::said::{said, said_inline};
use web_scene::{App, ForumNames, InForum, Scene, address};

pub(super) struct FindingRow {
    text: Html,
    /// Link, and the opinion's number with how many agree.
    opinions: Vec<(String, String)>,
    withdrawn: Option<Html>,
    flag: String,
}

struct ClauseRow {
    number: String,
    id: String,
    task: Html,
    state: Html,
    owner: String,
    due: String,
    contests: String,
    progress: Option<(String, Html)>,
    evidence: String,
    asked: String,
    next: String,
    link: String,
}

struct DirectiveCard {
    number: u32,
    addressee: Html,
    text: Html,
    counts: String,
    done_percent: usize,
    findings: String,
    clauses: Vec<ClauseRow>,
    feed: String,
    flag: String,
}

#[derive(Template)]
#[template(path = "conclusion/show.html")]
struct Body {
    w: ConclusionWords,
    by: String,
    sign: String,
    text: Html,
    achievements: Vec<FindingRow>,
    shortcomings: Vec<FindingRow>,
    directives: Vec<DirectiveCard>,
    as_of: String,
    totals: Vec<(Html, String)>,
    answers: String,
    feed: String,
    flag: String,
    print: Html,
}

/// `GET /dien-dan/{no}/ket-luan`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    at.scene.kept(&app, &headers, &at.scene.page_key(at.forum.rev), || {
        page(&at.scene, &at.forum)
    })
}

fn page(scene: &Scene, forum: &Forum) -> String {
    let (w, lang) = (ConclusionWords(scene.lang), scene.lang);
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), address::forum(forum.no)),
        Crumb::here(w.crumb()),
    ];
    let feed = address::feed(forum.no);
    let mut frame = scene.frame(w.title(), Some(Section::Forums), crumbs);
    frame.feed = Some(&feed);
    let conclusion = forum.conclusion.as_ref();
    let body = match conclusion.and_then(|conclusion| Some((conclusion, conclusion.concluded.as_ref()?))) {
        Some((conclusion, conclusive)) => {
            frame.scripts = true;
            // The signer's name stands on it.
            frame.noindex = true;
            read(scene, forum, conclusion, conclusive)
        }
        None => not_yet(scene, forum),
    };
    frame.page(body)
}

fn not_yet(scene: &Scene, forum: &Forum) -> Html {
    let (w, lang) = (ConclusionWords(scene.lang), scene.lang);
    let text = match forum.stage {
        Stage::Cancelled => w.cancelled().to_owned(),
        _ => w.not_yet(forum.day),
    };
    let path = address::forum(forum.no);
    let mut body = Html::trusted(format!("<h1>{}</h1>", web_kit::escape(w.title())));
    body.push(&states::empty(
        lang,
        w.not_yet_title(),
        &text,
        Some((&path, w.to_forum())),
    ));
    body
}

fn read(scene: &Scene, forum: &Forum, conclusion: &forum::conclusion::Conclusion, conclusive: &Conclusive) -> Html {
    let (w, lang) = (ConclusionWords(scene.lang), scene.lang);
    let words = |at| scene.shown(at).words().to_owned();
    let rows = |sort: FindingSort| findings(scene, forum, sort);
    render(&Body {
        w,
        by: w.concluded_by(&words(conclusion.signer), &words(conclusion.post), conclusive.date),
        sign: conclusive.sign.map(|at| w.sign(&words(at))).unwrap_or_default(),
        text: said(scene, conclusion.text, "say"),
        achievements: rows(FindingSort::Achievement),
        shortcomings: rows(FindingSort::Shortcoming),
        directives: forum
            .directives
            .iter()
            .map(|(number, directive)| card(scene, forum, *number, directive))
            .collect(),
        as_of: w.as_of(&long_date(scene.today, lang)),
        totals: totals(scene, forum),
        answers: href(lang, &address::answers(forum.no)),
        feed: href(lang, &address::feed(forum.no)),
        flag: href(lang, &address::flag(conclusion.seq)),
        print: print_button(w.print()),
    })
}

/// Findings of a sort, those that stand first.
pub(super) fn findings(scene: &Scene, forum: &Forum, sort: FindingSort) -> Vec<FindingRow> {
    let w = ConclusionWords(scene.lang);
    let of_sort = forum.findings.values().filter(|finding| finding.sort == sort);
    let mut rows: Vec<FindingRow> = of_sort
        .map(|finding| FindingRow {
            text: said(scene, finding.text, "say"),
            opinions: finding
                .opinions
                .iter()
                .map(|number| {
                    let link = href(scene.lang, &address::opinion(forum.no, *number));
                    (link, support(w, forum, *number))
                })
                .collect(),
            withdrawn: finding.withdrawn.map(|at| said(scene, at, "meta")),
            flag: href(scene.lang, &address::flag(finding.seq)),
        })
        .collect();
    rows.sort_by_key(|row| row.withdrawn.is_some());
    rows
}

/// The number of an opinion with how many agree, where that may be shown.
fn support(w: ConclusionWords, forum: &Forum, number: u32) -> String {
    let label = opinion_label(number);
    let counts = match shown_of(forum, number) {
        (shown, false) => shown.counts(),
        _ => None,
    };
    counts.map_or_else(
        || label.clone(),
        |counts| w.support(&label, counts.agree, counts.answers()),
    )
}

fn is_late(clause: &Clause, today: Date) -> bool {
    matches!(clause.state, ClauseState::Assigned | ClauseState::Accepted) && clause.days_late(today) > 0
}

/// How many clauses are in which state, with their labels.
fn totals(scene: &Scene, forum: &Forum) -> Vec<(Html, String)> {
    let names = ForumNames(scene.lang);
    let all = || forum.directives.values().flat_map(|directive| directive.clauses.iter());
    let late = all().filter(|clause| is_late(clause, scene.today)).count();
    let of = |wanted: &[ClauseState]| {
        all()
            .filter(|clause| wanted.contains(&clause.state) && !is_late(clause, scene.today))
            .count()
    };
    use ClauseState::{Accepted, Assigned, NotDone, Overtaken, ReportedDone, Verified};
    let rows = [
        (
            state(Note::Ok, Icon::Check, names.clause_state(Verified)),
            of(&[Verified]),
        ),
        (
            state(Note::Warn, Icon::Eye, names.clause_state(ReportedDone)),
            of(&[ReportedDone]),
        ),
        (
            state(Note::Plain, Icon::Clock, names.clause_state(Accepted)),
            of(&[Accepted]),
        ),
        (
            state(Note::Plain, Icon::Clock, names.clause_state(Assigned)),
            of(&[Assigned]),
        ),
        (state(Note::Late, Icon::Alert, names.overdue()), late),
        (state(Note::Late, Icon::X, names.clause_state(NotDone)), of(&[NotDone])),
        (
            state(Note::Plain, Icon::Pass, names.clause_state(Overtaken)),
            of(&[Overtaken]),
        ),
    ];
    rows.into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(label, count)| (label, base::vietnamese::number(count as u64, scene.lang)))
        .collect()
}

fn card(scene: &Scene, forum: &Forum, number: u32, directive: &Directive) -> DirectiveCard {
    let w = ConclusionWords(scene.lang);
    let all = directive.clauses.len();
    let done = directive
        .clauses
        .iter()
        .filter(|clause| clause.state == ClauseState::Verified)
        .count();
    let late = directive
        .clauses
        .iter()
        .filter(|clause| is_late(clause, scene.today))
        .count();
    let mut counts = w.counts(all, done);
    if late > 0 {
        counts.push_str(" · ");
        counts.push_str(&w.late_count(late));
    }
    DirectiveCard {
        number,
        addressee: said_inline(scene, directive.addressee),
        text: said(scene, directive.text, "say"),
        counts,
        done_percent: done * 100 / all.max(1),
        findings: crate::opinions::written(&directive.findings),
        clauses: directive
            .clauses
            .iter()
            .map(|clause| row(scene, forum, number, clause))
            .collect(),
        feed: href(scene.lang, &address::directive_feed(forum.no, number)),
        flag: href(scene.lang, &address::flag(directive.seq)),
    }
}

fn row(scene: &Scene, forum: &Forum, directive: u32, clause: &Clause) -> ClauseRow {
    let (w, lang) = (ConclusionWords(scene.lang), scene.lang);
    let public = |number: &&u32| {
        let contest = forum.contests.get(*number);
        contest.is_some_and(|contest| contest.state == ContestState::Public)
    };
    let contests = clause.contests.iter().filter(public).count();
    let owner = scene.organisation(clause.owner);
    let asked = clause.pending_extension().map(|asked| w.asked(owner, asked.until));
    ClauseRow {
        number: format!("{directive}.{}", clause.clause),
        id: format!("viec-{directive}-{}", clause.clause),
        task: said_inline(scene, clause.task),
        state: ForumNames(lang).clause(clause, scene.today),
        owner: owner.to_owned(),
        due: clause.due.map(|due| w.due(due)).unwrap_or_default(),
        contests: match contests {
            0 => String::new(),
            contests => w.contests(contests),
        },
        progress: clause.progress.last().map(|last| {
            let day = base::vietnamese::short_date(last.at.office_date(), lang);
            (day, said_inline(scene, last.text))
        }),
        evidence: evidence(scene, clause),
        asked: asked.unwrap_or_default(),
        next: next(scene, clause),
        link: href(lang, &address::clause(forum.no, directive, clause.clause)),
    }
}

/// The newest evidence by its title, and how much there is beside it.
fn evidence(scene: &Scene, clause: &Clause) -> String {
    let w = ConclusionWords(scene.lang);
    let Some((_, newest)) = clause.evidence.get_max() else {
        return String::new();
    };
    match (scene.shown(newest.title).words(), clause.evidence.len()) {
        ("", n) => w.evidence_count(n),
        (title, 1) => w.evidence_one(title),
        (title, n) => w.evidence_more(title, n - 1),
    }
}

/// What is to happen next, and who does it.
fn next(scene: &Scene, clause: &Clause) -> String {
    let w = ConclusionWords(scene.lang);
    let (owner, verifier) = (scene.organisation(clause.owner), scene.organisation(clause.verifier));
    if let Some(asked) = clause.pending_extension() {
        return w.next_extension(asked.until);
    }
    match (clause.state, clause.due) {
        (ClauseState::Assigned, _) => w.next_accept(owner),
        (ClauseState::Accepted, Some(due)) => w.next_report(owner, due),
        (ClauseState::ReportedDone, _) => w.next_verify(verifier),
        _ => w.next_none().to_owned(),
    }
}
