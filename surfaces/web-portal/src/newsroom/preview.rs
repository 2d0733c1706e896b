//! One revision as it appears, published or not.

use super::article::{self, Words, may_edit, read_number, saved, state};
use super::words::NewsroomWords;
use crate::article::text::{byline, prose};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use web_kit::{Crumb, Html, href, render};
use web_scene::{App, Sheet, Staff, address};

#[derive(Template)]
#[template(path = "newsroom/preview.html")]
struct Body {
    w: NewsroomWords,
    state: Html,
    meta: String,
    title: String,
    byline: Html,
    prose: Html,
    back: String,
}

/// `GET /dieu-hanh/bai-viet/{so}/ban/{ban}`
pub(super) async fn page(
    State(app): State<App>,
    at: Result<Path<(String, String)>, PathRejection>,
    staff: Staff,
) -> Response {
    if !may_edit(&staff) {
        return staff.forbidden();
    }
    let (scene, w) = (&staff.scene, NewsroomWords(staff.scene.lang));
    let asked = at.ok().and_then(|Path((article, revision))| {
        let article = scene.world().portal.articles.get(&read_number(&article)?)?;
        Some((article, article.revision(read_number(&revision)?)?))
    });
    let Some((article, revision)) = asked else {
        return scene.not_found();
    };
    let words = Words::of(&app, revision);
    let body = render(&Body {
        w,
        state: state(scene.lang, revision),
        meta: format!("{} · {}", w.revision(revision.no), saved(&staff, revision)),
        title: article::title(&app, scene.lang, revision),
        byline: byline(scene.lang, revision.date, &words.author, &words.department, &words.body),
        prose: prose(&words.body),
        back: href(scene.lang, &address::article_desk(article.no)),
    });
    let label = w.revision(revision.no);
    let crumbs = vec![
        Crumb::link(w.article(article.no), address::article_desk(article.no)),
        Crumb::here(label.clone()),
    ];
    let path = address::at_article_desk(article.no, &format!("ban/{}", revision.no));
    let sheet = Sheet::fresh(scene.lang);
    sheet.answer(article::page(&staff, &label, &path, crumbs, &sheet, &body))
}
