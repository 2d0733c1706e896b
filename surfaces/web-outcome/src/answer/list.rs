//! Answers as people read them, the newest first.

use super::AnswerWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::number::opinion_label;
use base::vietnamese::short_date;
use forum::Forum;
use forum::answer::Answer;
use forum::events::AnswerForm;
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render, states};
use web_scene::said::said;
use web_scene::{App, ForumNames, InForum, Paging, Scene, address};

/// Answers of a page.
const PAGE_ROWS: usize = 20;

struct Row {
    id: u32,
    by: String,
    form: &'static str,
    promise: String,
    late: bool,
    when: String,
    text: Html,
    opinions: Vec<(String, String)>,
    flag: String,
}

#[derive(Template)]
#[template(path = "answer/list.html")]
struct Body {
    w: AnswerWords,
    counts: String,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
}

/// `GET /dien-dan/{no}/tra-loi`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let Some(paging) = Paging::read(&at.scene, at.forum.answers.len(), PAGE_ROWS) else {
        return at.scene.not_found();
    };
    at.scene.kept(&app, &headers, &at.scene.page_key(at.forum.rev), || {
        page(&at.scene, &at.forum, paging)
    })
}

fn page(scene: &Scene, forum: &Forum, paging: Paging) -> String {
    let (w, lang) = (AnswerWords(scene.lang), scene.lang);
    let rows: Vec<Row> = paging
        .rows(forum.answers.iter().rev())
        .map(|(number, answer)| row(scene, forum, *number, answer))
        .collect();
    let answered = forum
        .published
        .keys()
        .filter(|number| forum.answers_to(**number).next().is_some());
    let opinions = address::opinions(forum.no);
    let body = render(&Body {
        w,
        counts: w.counts(answered.count(), forum.published.len()),
        rows,
        empty: states::empty(lang, w.none_title(), w.none_text(), Some((&opinions, w.to_opinions()))),
        paging: paging.nav(lang, &address::answers(forum.no)),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), address::forum(forum.no)),
        Crumb::here(w.title()),
    ];
    scene.frame(w.title(), Some(Section::Forums), crumbs).page(body)
}

/// Whether a promised answer has not come in time: one of its opinions is owed it still.
fn is_late(scene: &Scene, forum: &Forum, answer: &Answer) -> bool {
    let Some(due) = answer.due.filter(|due| *due < scene.today) else {
        return false;
    };
    let owed = |opinion: &u32| forum.answer_due(*opinion).is_some_and(|owed| owed <= due);
    answer.opinions.iter().any(owed)
}

fn row(scene: &Scene, forum: &Forum, number: u32, answer: &Answer) -> Row {
    let (w, lang) = (AnswerWords(scene.lang), scene.lang);
    let late = is_late(scene, forum, answer);
    let promise = match (answer.form, answer.due, answer.to) {
        (AnswerForm::InWriting, Some(due), _) if late => w.late(due),
        (AnswerForm::InWriting, Some(due), _) => w.due(due),
        (AnswerForm::Transferred, _, Some(to)) => w.transferred(scene.organisation(to)),
        _ => String::new(),
    };
    let from = answer.from.map(|from| scene.organisation(from)).unwrap_or_default();
    Row {
        id: number,
        by: w.by(if from.is_empty() { scene.office() } else { from }),
        form: ForumNames(lang).answer(answer.form),
        promise,
        late,
        when: w.when(&short_date(answer.at.office_date(), lang)),
        text: said(scene, answer.text, "voice"),
        opinions: answer
            .opinions
            .iter()
            .map(|opinion| {
                (
                    href(lang, &address::opinion(forum.no, *opinion)),
                    opinion_label(*opinion),
                )
            })
            .collect(),
        flag: href(lang, &address::flag(answer.seq)),
    }
}
