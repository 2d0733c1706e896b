//! An article at its editors' desk: where it is, what comes next and for whom, its words, its revisions.

use super::article::{self, Words, find, is_own, may_edit, may_publish, saved, state};
use super::review::{kept, publish_form, return_form, submit_form};
use super::words::NewsroomWords;
use crate::article::address as public_address;
use crate::article::text::{byline, compared, prose};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::time::Date;
use portal::{Article, Revision, RevisionState};
use web_kit::states::{Note, note_with};
use web_kit::{Crumb, Html, Icon, Lang, href, render};
use web_scene::said::paragraph;
use web_scene::{App, Scene, Sheet, Shown, Staff, address};

#[derive(Template)]
#[template(path = "newsroom/show.html")]
struct Body {
    w: NewsroomWords,
    summary: Html,
    status: Html,
    title: String,
    state: Html,
    meta: String,
    public: Option<String>,
    /// Why it was sent back or withdrawn.
    reason: Option<(&'static str, Html)>,
    why_not: Vec<&'static str>,
    /// What is reviewed is read before the forms.
    reads_first: bool,
    forms: Vec<Act>,
    edit: (String, &'static str),
    withdraw: Option<String>,
    differs: Option<Html>,
    as_shown: &'static str,
    text: Html,
    revisions: Vec<Row>,
}

/// A form of what may be done next.
pub(super) struct Act {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    pub(super) html: Html,
}

struct Row {
    state: Html,
    href: String,
    label: String,
    meta: String,
}

#[derive(Template)]
#[template(path = "newsroom/text.html")]
struct Text<'a> {
    w: NewsroomWords,
    title: &'a str,
    byline: Html,
    prose: Html,
}

/// `GET /dieu-hanh/bai-viet/{so}`
pub(super) async fn page(State(app): State<App>, at: Result<Path<String>, PathRejection>, staff: Staff) -> Response {
    if !may_edit(&staff) {
        return staff.forbidden();
    }
    let Some(article) = find(&staff.scene, &at) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(html(&app, &staff, article, &sheet))
}

/// What was just done, when the page is reached from its form.
fn status(staff: &Staff, sheet: &Sheet) -> Html {
    let w = NewsroomWords(staff.scene.lang);
    let said = match staff.scene.query().get("xong") {
        "luu" => w.did_save(),
        "gui" => w.did_submit(),
        "dang" => w.did_publish(),
        "tra-lai" => w.did_return(),
        "go" => w.did_withdraw(),
        _ => return Html::default(),
    };
    match sheet.has_errors() {
        true => Html::default(),
        false => note_with(Note::Ok, Icon::Check, &Html::text(said), true),
    }
}

/// The page, with the forms as they came back.
pub(super) fn html(app: &App, staff: &Staff, article: &Article, sheet: &Sheet) -> String {
    let (scene, w) = (&staff.scene, NewsroomWords(staff.scene.lang));
    let Some(latest) = article.latest() else {
        return String::new();
    };
    let words = Words::of(app, latest);
    let title = article::title(app, scene.lang, latest);
    let (why_not, forms) = next(app, staff, article, latest, sheet);
    let step = |step: &str| href(scene.lang, &address::at_article_desk(article.no, step));
    let in_work = latest.state.is_in_work();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status: status(staff, sheet),
        title: title.clone(),
        state: state(scene.lang, latest),
        meta: format!(
            "{} · {} · {}",
            w.article(article.no),
            w.revision(latest.no),
            saved(staff, latest)
        ),
        public: public(scene, article),
        reason: reason(app, scene, article, latest),
        why_not,
        reads_first: latest.state == RevisionState::Submitted && !forms.is_empty(),
        forms,
        edit: (
            step("sua"),
            match (in_work, article.published) {
                (true, _) => w.edit(),
                (false, Some(_)) => w.correct(),
                (false, None) => w.write_again(),
            },
        ),
        withdraw: (article.published.is_some() && may_publish(staff)).then(|| step("go")),
        differs: differs(app, scene.lang, article, latest),
        as_shown: if in_work { w.as_shown() } else { w.as_it_stands() },
        text: text(scene.lang, &words, latest.date),
        revisions: article
            .revisions
            .iter()
            .rev()
            .map(|one| row(staff, article, one))
            .collect(),
    });
    let path = address::article_desk(article.no);
    article::page(
        staff,
        &title,
        &path,
        vec![Crumb::here(w.article(article.no))],
        sheet,
        &body,
    )
}

/// The words of a revision as they will appear.
pub(super) fn text(lang: Lang, words: &Words, date: Date) -> Html {
    render(&Text {
        w: NewsroomWords(lang),
        title: &words.title,
        byline: byline(lang, date, &words.author, &words.department, &words.body),
        prose: prose(&words.body),
    })
}

fn public(scene: &Scene, article: &Article) -> Option<String> {
    let one = scene.world().portal.public(article.no)?;
    Some(href(scene.lang, &public_address::path(scene, one)))
}

/// What may be done next, and why not what may not.
fn next(
    app: &App,
    staff: &Staff,
    article: &Article,
    latest: &Revision,
    sheet: &Sheet,
) -> (Vec<&'static str>, Vec<Act>) {
    let w = NewsroomWords(staff.scene.lang);
    let (mut why_not, mut forms) = (Vec::new(), Vec::new());
    match latest.state {
        RevisionState::Draft => forms.push(submit_form(app, staff, article, latest, sheet)),
        RevisionState::Submitted if !may_publish(staff) => why_not.push(w.why_not_reviewer()),
        RevisionState::Submitted if is_own(staff, latest.saved) => why_not.push(w.why_own()),
        RevisionState::Submitted => {
            forms.push(publish_form(app, staff, article, latest, sheet));
            forms.push(return_form(app, staff, article, latest, sheet));
        }
        RevisionState::Returned => why_not.push(w.why_returned()),
        RevisionState::Published if !may_publish(staff) => why_not.push(w.why_not_withdraw()),
        RevisionState::Published | RevisionState::Replaced | RevisionState::Superseded | RevisionState::Withdrawn => {}
    }
    // Both forms of a reviewer are there, or neither.
    if forms.len() < 2 {
        forms.extend(kept(app, staff, article, latest, sheet));
    }
    (why_not, forms)
}

fn reason(app: &App, scene: &Scene, article: &Article, latest: &Revision) -> Option<(&'static str, Html)> {
    let w = NewsroomWords(scene.lang);
    if latest.state == RevisionState::Returned {
        let words = app.private_words(latest.reason?).unwrap_or_default();
        return Some((w.returned_because(), paragraph(scene, Shown::Words(&words), "")));
    }
    let withdrawn = article.withdrawn()?;
    Some((
        w.withdrawn_because(),
        paragraph(scene, scene.shown(withdrawn.reason), ""),
    ))
}

/// How the latest revision differs from the one that stands, when it would correct it.
fn differs(app: &App, lang: Lang, article: &Article, latest: &Revision) -> Option<Html> {
    let standing = article.revision(article.published?).filter(|one| one.no != latest.no)?;
    let (before, after) = (Words::of(app, standing), Words::of(app, latest));
    let head = |words: &Words| format!("{}\n{}\n{}\n", words.title, words.author, words.department);
    let told = |words: &Words| format!("{}{}", head(words), words.body);
    Some(compared(lang, &told(&before), &told(&after)).0)
}

fn row(staff: &Staff, article: &Article, revision: &Revision) -> Row {
    let (lang, w) = (staff.scene.lang, NewsroomWords(staff.scene.lang));
    let path = address::at_article_desk(article.no, &format!("ban/{}", revision.no));
    Row {
        state: state(lang, revision),
        href: href(lang, &path),
        label: w.read_revision(revision.no),
        meta: saved(staff, revision),
    }
}
