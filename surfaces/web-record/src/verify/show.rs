//! The verify page: three answers or a plain reason, then the state of the record.

use super::ask::{ask, sentence, summary};
use super::check::{Check, Fault, Outcome, check};
use super::record::record;
use super::words::VerifyWords;
use crate::receipt::Receipt;
use crate::{busy, site};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use base::fact::Exposure;
use base::number::opinion_label;
use base::vietnamese::{hour_span, long_date};
use forum::OpinionState;
use http::{HeaderMap, StatusCode};
use web_kit::{Crumb, Html, Icon, Page, Section, href, icon, render};
use web_scene::names::in_sentence;
use web_scene::{App, Fields, Names, Scene};

#[derive(Template)]
#[template(path = "verify/show.html")]
struct Show {
    w: VerifyWords,
    summary: Html,
    ask: Html,
    result: Html,
    record: Html,
    book_href: String,
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
    /// It is published: address and number.
    opinion: Option<(String, String)>,
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
        ask: ask(lang, &form, wrong.as_deref()),
        result: shown,
        record: record(&app, &scene, base.as_deref()),
        book_href: href(lang, "/so-cai"),
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
        Outcome::Holds(check) => {
            let title = match receipt.opinion.state {
                _ if check.compared == 0 => w.holds_erased(),
                OpinionState::Published(_) => w.holds_published(),
                _ => w.holds(),
            };
            (title, None, Some(answers(scene, receipt, check)))
        }
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

fn answers(scene: &Scene, receipt: &Receipt, check: &Check) -> Answers {
    let (w, lang) = (VerifyWords(scene.lang), scene.lang);
    let fields = scene.world().forums.fields(receipt.seq);
    let erased = fields.into_iter().find_map(|at| match scene.world().exposure_of(at) {
        Exposure::Erased(entry) => Some(entry),
        _ => None,
    });
    let mut opinion = None;
    let (fate, fate_text) = match receipt.opinion.state {
        OpinionState::Held => (w.waiting(), w.waiting_held().to_owned()),
        OpinionState::Cleared => (w.waiting(), w.waiting_cleared().to_owned()),
        OpinionState::Refused(reason) => (w.refused(), w.refused_text(&in_sentence(Names(lang).reason(reason)))),
        OpinionState::TakenDown(_, reason) => (w.refused(), w.refused_text(&in_sentence(Names(lang).reason(reason)))),
        OpinionState::Private(_) => (w.waiting(), w.on_private_track().to_owned()),
        OpinionState::Withdrawn => (w.withdrawn(), w.withdrawn_text().to_owned()),
        OpinionState::Published(number) => {
            let path = format!("/dien-dan/{}/y-kien/{number}", receipt.opinion.forum);
            opinion = Some((href(lang, &path), opinion_label(number)));
            (w.published(), w.published_as().to_owned())
        }
    };
    Answers {
        line: w.in_ledger_text(receipt.seq, &hour_span(receipt.opinion.at, lang)),
        words: erased.map_or_else(|| w.words_fit().to_owned(), |entry| w.words_gone(entry)),
        mark: w.unaltered_text(check.steps, check.size),
        fate,
        fate_text,
        opinion,
        steps: w.path_steps(check.steps),
        file: w.get_proof(check.proof_bytes),
        root_name: w.root(check.size),
        digest: base::hex::encode(&check.digest),
        root: base::hex::encode(&check.root),
    }
}
