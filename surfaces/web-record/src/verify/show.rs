//! The verify page: three answers or a plain reason, then the state of the record.

use super::ask::{ask, sentence, summary};
use super::check::{Check, Fault, Outcome, check};
use super::record::record;
use super::words::VerifyWords;
use crate::receipt::{Receipt, Received, clause_label, contested};
use crate::{busy, site};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use base::number::opinion_label;
use base::vietnamese::{hour_span, long_date};
use forum::contest::{Contest, ContestState};
use forum::{Opinion, OpinionState};
use http::{HeaderMap, StatusCode};
use web_kit::{Crumb, Html, Icon, Page, Section, href, icon, render};
use web_scene::figures::shown_of;
use web_scene::names::in_sentence;
use web_scene::{App, Fields, Names, Scene, address, ended_logs};

#[derive(Template)]
#[template(path = "verify/show.html")]
struct Show {
    w: VerifyWords,
    summary: Html,
    /// With a code that is not found: that entries were lost.
    lost: Html,
    ask: Html,
    result: Html,
    record: Html,
    book_href: String,
    promise_href: String,
}

impl Show {
    fn clock(&self) -> Html {
        icon(Icon::Clock)
    }

    fn alert(&self) -> Html {
        icon(Icon::Alert)
    }
}

#[derive(Template)]
#[template(path = "verify/result.html")]
struct Card {
    w: VerifyWords,
    title: &'static str,
    checked_at: String,
    broken: Option<&'static str>,
    answers: Option<Answers>,
    receipt_href: String,
    proof_href: String,
}

impl Card {
    fn tick(&self) -> Html {
        icon(Icon::Check)
    }

    fn clock(&self) -> Html {
        icon(Icon::Clock)
    }

    fn alert(&self) -> Html {
        icon(Icon::Alert)
    }
}

/// What a check that holds says.
struct Answers {
    line: String,
    words: String,
    mark: String,
    fate: &'static str,
    fate_text: String,
    /// It is published: where, and under which number.
    there: Option<(String, String)>,
    digest: String,
    steps: String,
    file: String,
    root_name: String,
    root: String,
}

/// `/kiem-chung?ma=<code>`.
pub(crate) async fn show(
    State(app): State<App>,
    scene: Scene,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let (w, lang) = (VerifyWords(scene.lang), scene.lang);
    let fields = Fields::read(query.as_deref().unwrap_or_default().as_bytes());
    let asked = fields.iter().any(|(name, _)| name == "ma");
    let typed = fields.get("ma");
    let (mut form, mut shown, mut wrong, mut status) = (String::new(), Html::default(), None, StatusCode::OK);
    if asked {
        form = typed.to_owned();
        match Receipt::find(&scene, typed) {
            Ok(receipt) => {
                form = receipt.code.to_string();
                let Some(result) = result(&app, &scene, &receipt) else {
                    return busy(&scene);
                };
                shown = result;
            }
            Err(why) => {
                wrong = Some(sentence(lang, why));
                status = StatusCode::UNPROCESSABLE_ENTITY;
            }
        }
    }
    let base = site::base_url(&headers, &scene.settings);
    let body = render(&Show {
        w,
        summary: wrong.as_deref().map(|error| summary(lang, error)).unwrap_or_default(),
        lost: match wrong {
            Some(_) => ended_logs::notice(scene.world(), lang),
            None => Html::default(),
        },
        ask: ask(lang, &form, wrong.as_deref()),
        result: shown,
        record: record(&app, &scene, base.as_deref()),
        book_href: href(lang, "/so-cai"),
        promise_href: href(lang, "/cam-ket"),
    });
    let mut frame = scene.frame(w.title(), Some(Section::Verify), vec![Crumb::here(w.place())]);
    frame.path = site::own_path(&scene.path);
    // A code in the address belongs to its holder.
    frame.noindex = asked;
    frame.has_errors = wrong.is_some();
    frame.scripts = true;
    let mut response = Page::fresh(frame.page(body)).into_response();
    *response.status_mut() = status;
    response
}

/// The card with the outcome; none when the store does not answer.
fn result(app: &App, scene: &Scene, receipt: &Receipt) -> Option<Html> {
    let (w, lang) = (VerifyWords(scene.lang), scene.lang);
    let (hour, minute) = scene.now.office_clock();
    let path = receipt.path();
    let outcome = check(app, scene, receipt);
    let (title, broken, answers) = match &outcome {
        Outcome::Unavailable => return None,
        Outcome::Broken(fault) => {
            let sentence = match fault {
                Fault::Entry => w.fault_entry(),
                Fault::Receipt => w.fault_receipt(),
                Fault::Words => w.fault_words(),
            };
            (w.broken(), Some(sentence), None)
        }
        Outcome::Holds(check) => (title(w, receipt, check), None, Some(answers(scene, receipt, check))),
    };
    Some(render(&Card {
        w,
        title,
        checked_at: w.checked_at(&format!("{hour:02}:{minute:02}"), &long_date(scene.today, lang)),
        broken,
        answers,
        receipt_href: href(lang, &path),
        proof_href: format!("{path}.tlog-proof"),
    }))
}

/// What holds, in one sentence.
fn title(w: VerifyWords, receipt: &Receipt, check: &Check) -> &'static str {
    match &receipt.what {
        _ if check.compared == 0 => w.holds_erased(),
        Received::Opinion(opinion) if matches!(opinion.state, OpinionState::Published(_)) => w.holds_published(),
        Received::Opinion(_) => w.holds(),
        Received::Contest(..) => w.holds_contest(),
    }
}

/// What became of it: a label, a sentence, and where it can be read.
struct Fate {
    label: &'static str,
    text: String,
    there: Option<(String, String)>,
}

fn of_opinion(scene: &Scene, opinion: &Opinion) -> Fate {
    let (w, lang) = (VerifyWords(scene.lang), scene.lang);
    let reason = |reason| in_sentence(Names(lang).reason(reason));
    let (label, text) = match opinion.state {
        OpinionState::Held if opinion.is_unconfirmed_turn() => (w.waiting(), w.waiting_confirm().to_owned()),
        OpinionState::Held => (
            w.waiting(),
            opinion
                .read_by
                .map_or_else(|| w.waiting_held().to_owned(), |day| w.waiting_until(day)),
        ),
        OpinionState::Cleared => (w.waiting(), w.waiting_cleared().to_owned()),
        OpinionState::Refused(why) => (w.refused(), w.refused_text(&reason(why))),
        OpinionState::TakenDown(number, why) => {
            (w.taken_down(), w.taken_down_text(&opinion_label(number), &reason(why)))
        }
        OpinionState::Private(_) => (w.waiting(), w.on_private_track().to_owned()),
        OpinionState::Withdrawn => (w.withdrawn(), w.withdrawn_text().to_owned()),
        OpinionState::Published(number) => {
            let forum = scene.world().forums.forums.get(&opinion.forum);
            let voted = forum.map_or(0, |forum| shown_of(forum, number).0.answers());
            let there = (
                href(lang, &address::opinion(opinion.forum, number)),
                opinion_label(number),
            );
            let text = match voted {
                0 => w.published_as().to_owned(),
                people => w.published_voted(people),
            };
            return Fate {
                label: w.published(),
                text,
                there: Some(there),
            };
        }
    };
    Fate {
        label,
        text,
        there: None,
    }
}

fn of_contest(scene: &Scene, receipt: &Receipt, number: u32, contest: &Contest) -> Fate {
    let (w, lang) = (VerifyWords(scene.lang), scene.lang);
    let no = contested(receipt.forum, contest);
    let clause = address::clause(no.forum, no.directive, no.clause);
    let (label, text) = match contest.state {
        ContestState::Held => (w.waiting(), w.contest_held().to_owned()),
        ContestState::Refused(why) => (w.refused(), w.refused_text(&in_sentence(Names(lang).reason(why)))),
        ContestState::Public => {
            let there = (
                href(lang, &format!("{clause}#phan-doi-{number}")),
                w.clause(&clause_label(no)),
            );
            return Fate {
                label: w.published(),
                text: w.contest_public().to_owned(),
                there: Some(there),
            };
        }
    };
    Fate {
        label,
        text,
        there: None,
    }
}

fn answers(scene: &Scene, receipt: &Receipt, check: &Check) -> Answers {
    let (w, lang) = (VerifyWords(scene.lang), scene.lang);
    let fate = match &receipt.what {
        Received::Opinion(opinion) => of_opinion(scene, opinion),
        Received::Contest(number, contest) => of_contest(scene, receipt, *number, contest),
    };
    let erased = receipt.erased_by(scene);
    Answers {
        line: w.in_ledger_text(receipt.seq, &hour_span(receipt.at, lang)),
        words: erased.map_or_else(|| w.words_fit().to_owned(), |entry| w.words_gone(entry)),
        mark: w.unaltered_text(check.steps, check.size),
        fate: fate.label,
        fate_text: fate.text,
        there: fate.there,
        steps: w.path_steps(check.steps),
        file: w.get_proof(check.proof_bytes),
        root_name: w.root(check.size),
        digest: base::hex::encode(&check.digest),
        root: base::hex::encode(&check.root),
    }
}
