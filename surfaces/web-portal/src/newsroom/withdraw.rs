//! A published article is taken back, with a reason everyone reads.

use super::article::{self, find, may_edit, may_publish};
use super::words::NewsroomWords;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::fact::Actor;
use portal::article::REASON_TEXT;
use portal::{Article, RevisionId};
use web_kit::form::{Field, Form, hidden};
use web_kit::{Crumb, Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::{App, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, Refusal};

const REASON: &str = "ly-do";
/// The hidden field with the revision that stood when the page was opened.
const STANDING: &str = "ban";

type At = Result<Path<String>, PathRejection>;

#[derive(Template)]
#[template(path = "newsroom/withdraw.html")]
struct Body {
    w: NewsroomWords,
    summary: Html,
    title: String,
    form: Option<Html>,
    back: String,
}

/// `GET /dieu-hanh/bai-viet/{so}/go`
pub(super) async fn form(State(app): State<App>, at: At, staff: Staff) -> Response {
    if !may_edit(&staff) || !may_publish(&staff) {
        return staff.forbidden();
    }
    let Some(article) = find(&staff.scene, &at) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, article, &sheet))
}

/// `POST /dieu-hanh/bai-viet/{so}/go`
pub(super) async fn send(State(app): State<App>, at: At, StaffForm(mut staff, fields): StaffForm) -> Response {
    if !may_edit(&staff) || !may_publish(&staff) {
        return staff.forbidden();
    }
    let Some(number) = find(&staff.scene, &at).map(|article| article.no) else {
        return staff.scene.not_found();
    };
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    if let Some(reason) = sheet.text(REASON, NewsroomWords(lang).withdraw_what(), &REASON_TEXT) {
        let at = RevisionId {
            article: number,
            revision: sheet.typed(STANDING).parse().unwrap_or_default(),
        };
        let (no, of, said) = (number.to_string(), at.revision.to_string(), reason.clone());
        let command = Command::WithdrawArticle { at, reason };
        let parts = ["withdraw-article", &no, &of, &said];
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => {
                let desk = address::article_desk(number);
                return see_other(&href(lang, &format!("{desk}?xong=go")));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    staff.scene.view = app.ledger.view();
    match staff.scene.world().portal.articles.get(&number) {
        Some(article) => sheet.answer(page(&app, &staff, article, &sheet)),
        None => staff.scene.not_found(),
    }
}

fn page(app: &App, staff: &Staff, article: &Article, sheet: &Sheet) -> String {
    let (w, lang) = (NewsroomWords(staff.scene.lang), staff.scene.lang);
    let path = address::at_article_desk(article.no, "go");
    let standing = article.published.and_then(|no| article.revision(no));
    let form = |standing: u32| {
        let reason = Field::voice(REASON, w.withdraw_reason(), REASON_TEXT.max_chars as u32).hint(w.withdraw_hint());
        Form::new(lang, path.clone(), w.withdraw_do())
            .key(sheet.own_key(app).as_str().to_owned())
            .field(reason.value(sheet.typed(REASON).to_owned()).errors(&sheet.errors))
            .after(hidden(STANDING, &standing.to_string()))
            .html()
    };
    let shown = standing.or(article.public());
    // What was typed stays, though somebody else was faster.
    let kept = shown.filter(|_| sheet.has(REASON));
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        title: shown.map(|one| article::title(app, lang, one)).unwrap_or_default(),
        form: standing.or(kept).map(|standing| form(standing.no)),
        back: href(lang, &address::article_desk(article.no)),
    });
    let steps = vec![
        Crumb::link(w.article(article.no), address::article_desk(article.no)),
        Crumb::here(w.withdraw_title()),
    ];
    article::page(staff, w.withdraw_title(), &path, steps, sheet, &body)
}
