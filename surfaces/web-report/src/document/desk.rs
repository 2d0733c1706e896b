//! The desk of documents: what there is, and the way to add and to recall.

use super::{DocumentWords, WriterWords};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use forum::Forum;
use forum::document::Document;
use web_kit::states::{Note, note_with, state};
use web_kit::{Html, Icon, href, render};
use web_scene::said::said_inline;
use web_scene::work::desk_page;
use web_scene::{App, ForumNames, InForum, Paging, Scene, Sheet, Staff, address};
use world::CommandKind;

/// Documents of a page.
const PAGE_ROWS: usize = 20;
/// What the address says once a document was added.
pub(super) const ADDED: &str = "dang";
/// The same once one was recalled.
pub(super) const RECALLED: &str = "thu-hoi";

struct Row {
    number: u32,
    title: Html,
    about: String,
    mark: Html,
    link: String,
    /// Where it is recalled; none once it was, and for those who may not.
    recall: Option<String>,
}

#[derive(Template)]
#[template(path = "document/desk.html")]
struct Body {
    w: WriterWords,
    status: Html,
    rows: Vec<Row>,
    paging: Html,
    add: String,
    see: String,
}

/// The address of the desk, without `/en`.
pub(super) fn path(forum: &Forum) -> String {
    address::at_desk(forum.no, "tai-lieu")
}

/// `GET /dieu-hanh/dien-dan/{no}/tai-lieu`
pub(crate) async fn show(State(_): State<App>, at: InForum, staff: Staff) -> Response {
    let forum = &at.forum;
    if !staff.may(CommandKind::AddDocument, forum) {
        return staff.forbidden();
    }
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let Some(paging) = Paging::read(scene, forum.documents.len(), PAGE_ROWS) else {
        return scene.not_found();
    };
    let w = WriterWords(lang);
    let done = match scene.query().get("xong") {
        ADDED => Some(w.added()),
        RECALLED => Some(w.was_recalled()),
        _ => None,
    };
    let may_recall = staff.may(CommandKind::RecallDocument, forum);
    let newest = paging.rows(forum.documents.iter().rev());
    let body = render(&Body {
        w,
        status: done.map_or_else(Html::default, |done| {
            note_with(Note::Ok, Icon::Check, &Html::text(done), true)
        }),
        rows: newest
            .map(|(number, document)| row(scene, forum, (*number, document), may_recall))
            .collect(),
        paging: paging.nav(lang, &path(forum)),
        add: href(lang, &format!("{}/moi", path(forum))),
        see: href(lang, &address::documents(forum.no)),
    });
    let sheet = Sheet::fresh(lang);
    sheet.answer(desk_page(&staff, forum, w.title(), &path(forum), &sheet, &body))
}

fn row(scene: &Scene, forum: &Forum, (number, document): (u32, &Document), may_recall: bool) -> Row {
    let (d, lang) = (DocumentWords(scene.lang), scene.lang);
    let is_recalled = document.recalled.is_some();
    let sort = ForumNames(lang).document(document.sort);
    Row {
        number,
        title: said_inline(scene, document.title),
        about: format!("{sort} · {}", d.dated(document.date)),
        mark: match is_recalled {
            true => state(Note::Warn, Icon::X, d.recalled()),
            false => Html::default(),
        },
        link: href(lang, &address::document(forum.no, number)),
        recall: (may_recall && !is_recalled).then(|| href(lang, &format!("{}/{number}/thu-hoi", path(forum)))),
    }
}
