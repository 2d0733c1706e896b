//! An article is written, or written anew over its latest revision. Two people on one article lose nothing: whoever saves
//! second sees what the other one saved beside what they typed.

use super::article::{self, Words, find, may_edit};
use super::show::text;
use super::words::NewsroomWords;
use crate::article::text::compared;
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::fact::Actor;
use base::vietnamese::short_date;
use portal::article::{ARTICLE_BODY, ARTICLE_TITLE, BYLINE, Draft};
use portal::{Article, RevisionId};
use web_kit::form::{Field, Form, hidden};
use web_kit::{Crumb, Html, Lang, escape, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::{App, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, Refusal};

const TITLE: &str = "ten";
const DATE: &str = "ngay";
const BODY: &str = "loi";
const AUTHOR: &str = "tac-gia";
const DEPARTMENT: &str = "bo-phan";
/// The field with the number of the revision that was opened.
const OVER: &str = "ban";
/// The button that shows the article and saves nothing.
const PREVIEW: &str = "xem";

type At = Result<Path<String>, PathRejection>;

#[derive(Template)]
#[template(path = "newsroom/edit.html")]
struct Body {
    w: NewsroomWords,
    summary: Html,
    title: &'static str,
    lead: &'static str,
    changed: Option<Changed>,
    preview: Option<Html>,
    form: Html,
}

/// What somebody else saved while the form was open.
struct Changed {
    title: String,
    text: Html,
    lines: Html,
}

/// What a form shows besides its fields.
enum Beside {
    Nothing,
    Preview(Draft),
    /// Somebody was faster.
    Changed,
}

/// `GET /dieu-hanh/bai-viet/moi`
pub(super) async fn first(State(app): State<App>, staff: Staff) -> Response {
    if !may_edit(&staff) {
        return staff.forbidden();
    }
    let today = typed_date(staff.scene.today);
    let sheet = Sheet::filled(staff.scene.lang, [(DATE, today.as_str())]);
    sheet.answer(page(&app, &staff, None, &sheet, Beside::Nothing))
}

/// `GET /dieu-hanh/bai-viet/{so}/sua`
pub(super) async fn form(State(app): State<App>, at: At, staff: Staff) -> Response {
    if !may_edit(&staff) {
        return staff.forbidden();
    }
    let Some((article, latest)) = find(&staff.scene, &at).and_then(|one| Some((one, one.latest()?))) else {
        return staff.scene.not_found();
    };
    let (words, date) = (Words::of(&app, latest), typed_date(latest.date));
    let over = latest.no.to_string();
    let now = [
        (TITLE, words.title.as_str()),
        (DATE, &date),
        (BODY, &words.body),
        (AUTHOR, &words.author),
        (DEPARTMENT, &words.department),
        (OVER, &over),
    ];
    let sheet = Sheet::filled(staff.scene.lang, now);
    sheet.answer(page(&app, &staff, Some(article), &sheet, Beside::Nothing))
}

/// `POST /dieu-hanh/bai-viet/moi`
pub(super) async fn save_first(State(app): State<App>, StaffForm(staff, fields): StaffForm) -> Response {
    if !may_edit(&staff) {
        return staff.forbidden();
    }
    let sheet = Sheet::sent(&app, staff.scene.lang, fields);
    receive(&app, staff, None, sheet).await
}

/// `POST /dieu-hanh/bai-viet/{so}/sua`
pub(super) async fn save(State(app): State<App>, at: At, StaffForm(staff, fields): StaffForm) -> Response {
    if !may_edit(&staff) {
        return staff.forbidden();
    }
    let Some(article) = find(&staff.scene, &at).cloned() else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::sent(&app, staff.scene.lang, fields);
    receive(&app, staff, Some(article), sheet).await
}

/// Days are typed the same way in both languages.
fn typed_date(date: base::time::Date) -> String {
    short_date(date, Lang::Vi)
}

/// What was typed, when it can be saved.
fn read(sheet: &mut Sheet, w: NewsroomWords) -> Option<Draft> {
    let title = sheet.text(TITLE, w.what_title(), &ARTICLE_TITLE);
    let date = sheet.date(DATE, w.what_date());
    let body = sheet.text(BODY, w.what_body(), &ARTICLE_BODY);
    let author = sheet.text(AUTHOR, w.what_author(), &BYLINE);
    let department = sheet.text(DEPARTMENT, w.what_department(), &BYLINE);
    let given = |text: String| (!text.is_empty()).then_some(text);
    Some(Draft {
        date: date?,
        title: title?,
        body: body?,
        author: given(author?),
        department: given(department?),
    })
}

async fn receive(app: &App, mut staff: Staff, article: Option<Article>, mut sheet: Sheet) -> Response {
    let lang = staff.scene.lang;
    let Some(draft) = read(&mut sheet, NewsroomWords(lang)) else {
        return sheet.answer(page(app, &staff, article.as_ref(), &sheet, Beside::Nothing));
    };
    if sheet.has(PREVIEW) {
        sheet.ask_again();
        return sheet.answer(page(app, &staff, article.as_ref(), &sheet, Beside::Preview(draft)));
    }
    let over = article.as_ref().map(|article| RevisionId {
        article: article.no,
        revision: sheet.typed(OVER).parse().unwrap_or_default(),
    });
    let mut beside = Beside::Nothing;
    match sent(app, &staff, &mut sheet, draft, over).await {
        Sent::Recorded(recorded) => {
            let first = recorded.first.unwrap_or_default();
            let saved = app.ledger.view().state.portal.revision_in(first);
            let desk = saved.map_or(address::NEWSROOM.to_owned(), |id| address::article_desk(id.article));
            return see_other(&href(lang, &format!("{desk}?xong=luu")));
        }
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => {
            if matches!(why, Refusal::Portal(portal::Refusal::ChangedMeanwhile(_))) {
                beside = Beside::Changed;
            }
            sheet.notice = refusal(&why, lang);
        }
        Sent::OtherBody | Sent::Busy => {}
    }
    // What somebody saved since the page was asked for stands beside what was typed.
    staff.scene.view = app.ledger.view();
    let now = article.and_then(|article| staff.scene.world().portal.articles.get(&article.no));
    sheet.answer(page(app, &staff, now, &sheet, beside))
}

async fn sent(app: &App, staff: &Staff, sheet: &mut Sheet, draft: Draft, over: Option<RevisionId>) -> Sent {
    let of = over.map_or_else(String::new, |over| format!("{} {}", over.article, over.revision));
    let (date, text) = (draft.date.to_string(), draft.clone());
    let parts = [
        "save-draft",
        &of,
        &date,
        &text.title,
        &text.body,
        text.author.as_deref().unwrap_or_default(),
        text.department.as_deref().unwrap_or_default(),
    ];
    let command = Command::SaveDraft { draft, over };
    sheet.send(app, Actor::Person(staff.person), command, &parts).await
}

fn page(app: &App, staff: &Staff, article: Option<&Article>, sheet: &Sheet, beside: Beside) -> String {
    let (w, lang) = (NewsroomWords(staff.scene.lang), staff.scene.lang);
    let (title, lead, path) = match article {
        Some(one) => (w.edit_title(), w.edit_lead(), address::at_article_desk(one.no, "sua")),
        None => (w.new(), w.new_lead(), format!("{}moi", address::NEWSROOM)),
    };
    let changed = match beside {
        Beside::Changed => article.and_then(|article| changed(app, lang, article, sheet)),
        _ => None,
    };
    // A form that lost the race goes on from the revision that is shown beside it.
    let over = match article.and_then(Article::latest) {
        Some(latest) if changed.is_some() => latest.no.to_string(),
        _ => sheet.typed(OVER).to_owned(),
    };
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        title,
        lead,
        changed,
        preview: match &beside {
            Beside::Preview(draft) => Some(text(lang, &words(draft), draft.date)),
            _ => None,
        },
        form: fields(app, w, sheet, &path, &over),
    });
    let mut steps: Vec<Crumb> = Vec::new();
    if let Some(one) = article {
        steps.push(Crumb::link(w.article(one.no), address::article_desk(one.no)));
    }
    steps.push(Crumb::here(title));
    article::page(staff, title, &path, steps, sheet, &body)
}

fn words(draft: &Draft) -> Words {
    Words {
        title: draft.title.clone(),
        body: draft.body.clone(),
        author: draft.author.clone().unwrap_or_default(),
        department: draft.department.clone().unwrap_or_default(),
    }
}

fn changed(app: &App, lang: Lang, article: &Article, sheet: &Sheet) -> Option<Changed> {
    let latest = article.latest()?;
    let saved = Words::of(app, latest);
    let typed = format!("{}\n{}", sheet.typed(TITLE), sheet.typed(BODY));
    Some(Changed {
        title: NewsroomWords(lang).changed_title(latest.no),
        text: text(lang, &saved, latest.date),
        lines: compared(lang, &typed, &format!("{}\n{}", saved.title, saved.body)).0,
    })
}

fn fields(app: &App, w: NewsroomWords, sheet: &Sheet, path: &str, over: &str) -> Html {
    let field = |field: Field<'static>, name: &str| field.value(sheet.typed(name).to_owned()).errors(&sheet.errors);
    let mut after = hidden(OVER, over);
    after.push(&Html::trusted(format!(
        r#"<p class="gap-s"><button class="btn btn-2" type="submit" name="{PREVIEW}" value="1">{}</button></p>"#,
        escape(w.preview())
    )));
    let body = Field::voice(BODY, w.field_body(), ARTICLE_BODY.max_chars as u32).hint(w.body_hint());
    Form::new(w.0, path.to_owned(), w.save())
        .key(sheet.own_key(app).as_str().to_owned())
        .field(field(Field::text(TITLE, w.field_title()), TITLE))
        .field(field(Field::date(DATE, w.field_date()), DATE))
        .field(field(body, BODY))
        .field(field(Field::text(AUTHOR, w.field_author()).optional(), AUTHOR))
        .field(field(
            Field::text(DEPARTMENT, w.field_department()).optional(),
            DEPARTMENT,
        ))
        .after(after)
        .html()
}
