//! The page of one clause, at an address that does not change.

use super::parts::{day, time_sentence};
use super::sources::sources;
use super::{AtClause, ClauseWords, History, Told, contests_line, evidence_list, history, label, state_sentence};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::short_date;
use forum::clause::{Clause, ClauseState};
use forum::contest::{Contest, ContestState};
use forum::events::EvidenceSort;
use http::HeaderMap;
use web_kit::states::{Trouble, print_button};
use web_kit::{Crumb, Html, Icon, Section, href, icon, render};
use web_scene::names::in_sentence;
use web_scene::said::said;
use web_scene::{App, ForumNames, Paging, Scene, address};

/// Steps of a page.
const PAGE_STEPS: usize = 40;
/// Contests of a page.
const PAGE_CONTESTS: usize = 20;

struct Step {
    when: String,
    what: String,
    who: String,
    words: Html,
    evidence: Option<(String, String)>,
    /// The entry, and its place on the ledger page once that covers it.
    entry: String,
    entry_href: Option<String>,
    /// Where its words are reported, if it has words.
    flag: Option<String>,
}

struct Contested {
    number: u32,
    label: String,
    when: String,
    text: Html,
    flag: String,
    answer: Option<(String, Html, String)>,
}

#[derive(Template)]
#[template(path = "clause/show.html")]
struct Body<'a> {
    w: ClauseWords,
    title: &'a str,
    task: Html,
    label: Html,
    contested: String,
    owner: &'a str,
    verifier: &'a str,
    due: String,
    due_day: String,
    state: String,
    time: String,
    older: String,
    steps: Vec<Step>,
    next: Vec<String>,
    paging: Html,
    evidence: Html,
    contests: Vec<Contested>,
    contest_href: String,
    is_over: bool,
    sources: Html,
    measure: Html,
    working_days: String,
    moves: Vec<String>,
    needs: Vec<(Html, String)>,
    directive_feed: String,
    feed_directive: String,
    forum_feed: String,
    conclusion_href: String,
    print: Html,
}

/// `GET /dien-dan/{no}/viec/{viec}`
pub(crate) async fn show(State(app): State<App>, page: AtClause, headers: HeaderMap) -> Response {
    let scene = &page.at.scene;
    let Ok(history) = history(&app, scene, &page.at.forum, page.no, &page.directive) else {
        return scene.trouble_in(
            Some(Section::Forums),
            Trouble::Busy {
                writing: false,
                code: None,
            },
        );
    };
    let contests = public(&page);
    // One page of the address is one page of both lists: each has its own last one.
    let rows = history
        .told
        .len()
        .div_ceil(PAGE_STEPS)
        .max(contests.len().div_ceil(PAGE_CONTESTS));
    let Some(paging) = Paging::read(scene, rows, 1) else {
        return scene.not_found();
    };
    let key = scene.counting_key(page.at.forum.rev);
    scene.kept(&app, &headers, &key, || body(&page, &history, &contests, paging))
}

/// Contests that anyone may read, newest first.
fn public(page: &AtClause) -> Vec<(u32, Contest)> {
    let numbers = page.clause.contests.iter().rev();
    let known = numbers.filter_map(|number| Some((*number, page.at.forum.contests.get(number)?.clone())));
    known.filter(|(_, one)| one.state == ContestState::Public).collect()
}

fn body(page: &AtClause, history: &History, contests: &[(u32, Contest)], paging: Paging) -> String {
    let (scene, forum, no, clause) = (&page.at.scene, &page.at.forum, page.no, &page.clause);
    let (w, lang) = (ClauseWords(scene.lang), scene.lang);
    let title = w.title(&label(no));
    let own = address::clause(no.forum, no.directive, no.clause);
    let due = clause.due.unwrap_or(scene.today);
    // Pages of one row each: the row is the page's own number.
    let of_page = paging.rows(1..).next().unwrap_or(1);
    let body = render(&Body {
        w,
        title: &title,
        task: said(scene, clause.task, "lead gap-s"),
        label: ForumNames(lang).clause(clause, scene.today),
        contested: contests_line(forum, clause, w),
        owner: scene.organisation(clause.owner),
        verifier: scene.organisation(clause.verifier),
        due: w.due_on(due),
        due_day: day(due, scene),
        state: state_sentence(scene, clause),
        time: time_sentence(clause, scene.today, w),
        older: if history.told.len() > PAGE_STEPS {
            w.older(PAGE_STEPS)
        } else {
            String::new()
        },
        steps: steps(page, &history.told, of_page),
        next: if of_page == 1 {
            next(scene, clause, w)
        } else {
            Vec::new()
        },
        paging: paging.nav(lang, &own),
        evidence: evidence_list(scene, no, clause),
        contests: contested(scene, contests, of_page),
        is_over: forum.stage == forum::Stage::Closed,
        contest_href: href(lang, &address::contest(no.forum, no.directive, no.clause)),
        sources: sources(scene, forum, no, &page.directive),
        measure: said(scene, clause.measure, "voice"),
        working_days: match clause.due {
            Some(due) if !law::calendar().covers(due) => {
                format!("{}. {}", w.working_days(clause.working_days), w.beyond_table())
            }
            _ => w.working_days(clause.working_days),
        },
        moves: moves(history, w),
        needs: needs(scene, clause),
        directive_feed: href(lang, &address::directive_feed(no.forum, no.directive)),
        feed_directive: w.feed_directive(no.directive),
        forum_feed: href(lang, &address::feed(no.forum)),
        conclusion_href: href(lang, &address::conclusion(no.forum)),
        print: print_button(w.print()),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), address::forum(forum.no)),
        Crumb::link(w.conclusion(), address::conclusion(forum.no)),
        Crumb::here(title.clone()),
    ];
    let mut frame = scene.frame(&title, Some(Section::Forums), crumbs);
    let feed = address::directive_feed(no.forum, no.directive);
    frame.feed = Some(&feed);
    frame.scripts = true;
    frame.page(&body)
}

fn next(scene: &Scene, clause: &Clause, w: ClauseWords) -> Vec<String> {
    let (owner, verifier) = (scene.organisation(clause.owner), scene.organisation(clause.verifier));
    let names = ForumNames(scene.lang);
    let missing = clause.missing_evidence();
    let list = |of_visit: bool| {
        let sorts = missing
            .iter()
            .filter(|sort| (**sort == EvidenceSort::Visit) == of_visit);
        let sorts = sorts.map(|sort| in_sentence(names.evidence(*sort)));
        sorts.collect::<Vec<_>>().join(", ")
    };
    let mut next = match clause.state {
        ClauseState::Assigned => vec![w.next_accept(owner)],
        ClauseState::Accepted => vec![w.next_do(owner, clause.due.unwrap_or(scene.today))],
        ClauseState::ReportedDone => vec![w.next_verify(verifier)],
        ClauseState::Verified | ClauseState::NotDone | ClauseState::Overtaken => return Vec::new(),
    };
    if clause.state == ClauseState::Accepted && !list(false).is_empty() {
        next.push(w.next_evidence(&list(false), owner));
    }
    if clause.state == ClauseState::ReportedDone && !list(true).is_empty() {
        next.insert(0, w.next_evidence(&list(true), verifier));
    }
    if let Some(asked) = clause.pending_extension() {
        next.push(w.next_extension(asked.until));
    }
    next
}

/// The steps of a page: the newest on the first, each page in the order of time.
fn steps(page: &AtClause, told: &[Told], of_page: usize) -> Vec<Step> {
    let (scene, no) = (&page.at.scene, page.no);
    let w = ClauseWords(scene.lang);
    let newest = told.iter().rev().skip((of_page - 1) * PAGE_STEPS).take(PAGE_STEPS);
    let mut steps: Vec<Step> = newest
        .map(|one| Step {
            when: short_date(one.at.office_date(), scene.lang),
            what: one.what.clone(),
            who: one.who.clone(),
            words: one.words.clone(),
            evidence: one.evidence.map(|number| {
                let to = address::evidence(no.forum, (no.directive, no.clause), number);
                (href(scene.lang, &to), in_sentence(&w.evidence_number(number)))
            }),
            entry: w.entry(one.seq),
            flag: (!one.words.is_empty()).then(|| href(scene.lang, &address::flag(one.seq))),
            entry_href: (one.seq < scene.public_size).then(|| href(scene.lang, &format!("/so-cai?tu={}", one.seq))),
        })
        .collect();
    steps.reverse();
    steps
}

fn contested(scene: &Scene, contests: &[(u32, Contest)], of_page: usize) -> Vec<Contested> {
    let w = ClauseWords(scene.lang);
    let rows = contests.iter().skip((of_page - 1) * PAGE_CONTESTS).take(PAGE_CONTESTS);
    rows.map(|(number, one)| Contested {
        number: *number,
        label: w.contest_number(*number),
        when: day(one.at.office_date(), scene),
        text: said(scene, one.text, "voice"),
        flag: href(scene.lang, &address::flag(one.seq)),
        answer: one.answer.map(|(text, at)| {
            let flag = href(scene.lang, &address::flag(text.seq));
            (day(at.office_date(), scene), said(scene, text, "voice"), flag)
        }),
    })
    .collect()
}

fn moves(history: &History, w: ClauseWords) -> Vec<String> {
    let moves = history.moved.iter().map(|one| {
        let when = one.at.office_date();
        let why = if one.reopened {
            w.moved_reopened(when)
        } else {
            w.moved_extended(when)
        };
        format!("{}, {why}.", w.moved(one.from, one.to))
    });
    moves.collect()
}

fn needs(scene: &Scene, clause: &Clause) -> Vec<(Html, String)> {
    let (w, names) = (ClauseWords(scene.lang), ForumNames(scene.lang));
    let missing = clause.missing_evidence();
    let each = clause.needs.iter().map(|sort| {
        let (shown, how) = if missing.contains(sort) {
            (Icon::Clock, w.not_there())
        } else {
            (Icon::Check, w.there())
        };
        (icon(shown), format!("{}: {how}", names.evidence(*sort)))
    });
    each.collect()
}
