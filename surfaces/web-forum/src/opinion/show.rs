//! One published opinion, at an address that does not change.

use super::{OpinionWords, Signed, SubjectWords, facts, signature};
use crate::forum::path;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::SealedRef;
use base::number::opinion_label;
use base::vietnamese::hour_span;
use forum::answer::Answer;
use forum::events::{AnswerForm, REASONS, STATEMENT};
use forum::{Forum, Opinion, OpinionState, Stage};
use http::HeaderMap;
use web_kit::states::{Note, note};
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::figures::{figures, shown_of};
use web_scene::names::in_sentence;
use web_scene::said::said;
use web_scene::{App, ForumNames, Names, Scene, address};
use web_scene::{InForum, Numbered};

struct Given {
    from: String,
    how: String,
    when: String,
    text: Html,
}

#[derive(Template)]
#[template(path = "opinion/show.html")]
struct Body<'a> {
    w: OpinionWords,
    s: SubjectWords,
    title: &'a str,
    facts: Html,
    statement: Html,
    reasons: Html,
    /// None once it is taken down.
    signed: Option<&'a Signed>,
    votes: Html,
    vote: Option<String>,
    answers: Vec<Given>,
    answers_all: String,
    flag: Option<String>,
    seq: u64,
    entry: String,
    is_public: bool,
    list: String,
}

/// `GET /dien-dan/{no}/y-kien/{so}`
pub(crate) async fn show(
    State(app): State<App>,
    at: InForum,
    Numbered(number): Numbered,
    headers: HeaderMap,
) -> Response {
    let (scene, forum) = (&at.scene, &at.forum);
    let number = number.and_then(|number| u32::try_from(number).ok());
    let found = number.and_then(|number| Some((number, *forum.published.get(&number)?)));
    let found = found.and_then(|(number, seq)| Some((number, seq, scene.world().forums.opinions.get(&seq)?)));
    let Some((number, seq, opinion)) = found else {
        return scene.not_found();
    };
    // Answers and votes are told here: the page moves with its forum, too.
    scene.kept(&app, &headers, &scene.counting_key(opinion.rev.max(forum.rev)), || {
        page(scene, forum, number, seq, opinion)
    })
}

fn page(scene: &Scene, forum: &Forum, number: u32, seq: u64, opinion: &Opinion) -> String {
    let (w, s, lang) = (OpinionWords(scene.lang), SubjectWords(scene.lang), scene.lang);
    let title = w.one_title(&opinion_label(number));
    let is_public = matches!(opinion.state, OpinionState::Published(_));
    let signed = signature(scene, seq, opinion);
    let list = address::opinions(forum.no);
    let statement = match opinion.state {
        OpinionState::TakenDown(_, reason) => {
            let why = s.taken_down(&in_sentence(Names(lang).reason(reason)));
            note(Note::Warn, &Html::text(&why))
        }
        _ => said(scene, SealedRef::new(seq, STATEMENT), "say"),
    };
    let reasons = (is_public && opinion.has_reasons).then(|| said(scene, SealedRef::new(seq, REASONS), "voice gap-s"));
    let (shown, open) = shown_of(forum, number);
    let collecting = forum.stage_at(scene.now) == Stage::Collecting;
    let body = render(&Body {
        w,
        s,
        title: &title,
        facts: facts(scene, forum, opinion),
        statement,
        reasons: reasons.unwrap_or_default(),
        signed: is_public.then_some(&signed),
        // While votes are taken they show to who has voted, so that nobody is led.
        votes: if open {
            Html::default()
        } else {
            figures(lang, shown, open)
        },
        vote: (collecting && is_public).then(|| href(lang, &address::vote_on(forum.no, number))),
        answers: forum
            .answers_to(number)
            .map(|(_, answer)| given(scene, answer))
            .collect(),
        answers_all: href(lang, &address::answers(forum.no)),
        flag: is_public.then(|| href(lang, &address::flag(seq))),
        seq,
        entry: w.entry(seq),
        is_public,
        list: href(lang, &list),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), path(forum)),
        Crumb::link(w.list_title(), list),
        Crumb::here(opinion_label(number)),
    ];
    let mut frame = scene.frame(&title, Some(Section::Forums), crumbs);
    frame.noindex = is_public && signed.has_name;
    frame.page(body)
}

/// An answer: who gave it, how, when, in which words.
fn given(scene: &Scene, answer: &Answer) -> Given {
    let (w, lang) = (OpinionWords(scene.lang), scene.lang);
    let form = ForumNames(lang).answer(answer.form);
    let name = |id| scene.organisation(id).to_owned();
    let how = match (answer.form, answer.due, answer.to) {
        (AnswerForm::InWriting, Some(due), _) => w.answered_by(form, due),
        (AnswerForm::Transferred, _, Some(to)) => w.answered_to(form, &name(to)),
        _ => form.to_owned(),
    };
    let from = answer.from.map(name).filter(|name| !name.is_empty());
    Given {
        from: from.unwrap_or_else(|| scene.office().to_owned()),
        how,
        when: hour_span(answer.at, lang),
        text: said(scene, answer.text, "voice"),
    }
}
