//! A document is made public: in words, as a file, or both.

use super::WriterWords;
use super::desk::{ADDED, path};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use documents::Accepted;
use forum::Forum;
use forum::document::{DOCUMENT_SIGN, DOCUMENT_TITLE, DOCUMENT_WORDS, DOCUMENTS_MAX, DocumentDraft};
use forum::events::{DocumentSort, FileRef};
use sha2::{Digest, Sha256};
use web_kit::form::{Choice, Field, Kind, key_input};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::upload::{FileField, Unread, UploadWords, optional_file};
use web_scene::work::desk_page;
use web_scene::{App, ForumNames, InForum, Sent, Sheet, Staff, StaffUpload, Unkept, UploadedFile, keep_file};
use world::{Command, CommandKind, Refusal};

const SORT: &str = "loai";
const NAME: &str = "ten";
const SIGN: &str = "ky_hieu";
const DAY: &str = "ngay";
const WORDS: &str = "chu";
const FILE: &str = "tep";

#[derive(Template)]
#[template(path = "document/add.html")]
struct Body {
    w: WriterWords,
    u: UploadWords,
    summary: Html,
    action: String,
    key: Html,
    fields: Vec<Html>,
    file: Html,
    again: bool,
}

/// `GET /dieu-hanh/dien-dan/{no}/tai-lieu/moi`
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::AddDocument, &at.forum) {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

/// `POST /dieu-hanh/dien-dan/{no}/tai-lieu/moi`
pub(crate) async fn send(State(app): State<App>, at: InForum, StaffUpload(staff, upload): StaffUpload) -> Response {
    if !staff.may(CommandKind::AddDocument, &at.forum) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, upload.fields);
    let Some((mut draft, file)) = read(&mut sheet, upload.file, WriterWords(lang)) else {
        return sheet.answer(page(&app, &staff, &at.forum, &sheet));
    };
    let digest = file
        .as_ref()
        .map_or_else(String::new, |file| base::hex::encode(&Sha256::digest(&file.bytes)));
    if let Some(file) = file {
        match kept(&app, &at.forum, file) {
            Ok(file) => draft.file = file,
            Err(Unkept) => {
                sheet.is_busy();
                return sheet.answer(page(&app, &staff, &at.forum, &sheet));
            }
        }
    }
    let (no, date) = (at.forum.no.to_string(), draft.date.to_string());
    let (sign, words) = (
        draft.sign.clone().unwrap_or_default(),
        draft.words.clone().unwrap_or_default(),
    );
    let title = draft.title.clone();
    let parts = [
        "add-document",
        &no,
        draft.sort.as_str(),
        &date,
        &sign,
        &title,
        &words,
        &digest,
    ];
    let command = Command::AddDocument {
        forum: at.forum.no,
        draft: draft.clone(),
    };
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong={ADDED}", path(&at.forum)))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

/// The form as a draft without its file, and the file; what is wrong stands among the sheet's errors.
fn read(
    sheet: &mut Sheet,
    file: Result<Option<UploadedFile>, Unread>,
    w: WriterWords,
) -> Option<(DocumentDraft, Option<Accepted>)> {
    let lang = w.0;
    let sort = DocumentSort::from_name(sheet.typed(SORT));
    if sort.is_none() {
        sheet.errors.add(SORT, w.sort_wrong());
    }
    let title = sheet.text(NAME, w.name(), &DOCUMENT_TITLE);
    let sign = sheet.text(SIGN, w.sign(), &DOCUMENT_SIGN);
    let date = sheet.date(DAY, w.day());
    let words = sheet.text(WORDS, w.words(), &DOCUMENT_WORDS);
    let file = optional_file(sheet, FILE, file, lang);
    let has_problem = [WORDS, FILE].iter().any(|name| sheet.errors.of(name).is_some());
    let words = words.filter(|text| !text.is_empty());
    if words.is_none() && file.is_none() && !has_problem {
        sheet.errors.add(WORDS, w.nothing());
    }
    let draft = DocumentDraft {
        sort: sort?,
        date: date?,
        sign: sign.filter(|text| !text.is_empty()),
        title: title?,
        words,
        file: None,
    };
    sheet.errors.is_empty().then_some((draft, file))
}

/// Keeps a file; none when the forum takes no more documents.
fn kept(app: &App, forum: &Forum, file: Accepted) -> Result<Option<FileRef>, Unkept> {
    if forum.documents.len() >= DOCUMENTS_MAX {
        return Ok(None);
    }
    keep_file(app, file).map(Some)
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet) -> String {
    let lang = staff.scene.lang;
    let (w, u, names) = (WriterWords(lang), UploadWords(lang), ForumNames(lang));
    let sorts = DocumentSort::ALL.map(|sort| Choice::new(sort.as_str(), names.document(sort), ""));
    let area = Kind::Area {
        voice: false,
        chars_max: Some(DOCUMENT_WORDS.max_chars as u32),
    };
    let fields = [
        Field::new(SORT, w.sort(), Kind::Select(sorts.to_vec())),
        Field::text(NAME, w.name()),
        Field::text(SIGN, w.sign()).hint(w.sign_hint()).optional(),
        Field::date(DAY, w.day()),
        Field::new(WORDS, w.words(), area).optional(),
    ];
    let own = format!("{}/moi", path(forum));
    let field = |field: Field<'static>| {
        let typed = sheet.typed(&field.name).to_owned();
        field.value(typed).errors(&sheet.errors).html(lang)
    };
    let body = render(&Body {
        w,
        u,
        summary: sheet.summary(),
        action: href(lang, &own),
        key: key_input(sheet.own_key(app).as_str()),
        fields: fields.map(field).into(),
        file: FileField::new(FILE, w.file(), lang)
            .optional()
            .errors(&sheet.errors)
            .html(lang),
        again: sheet.has_errors() && !sheet.typed(FILE).is_empty(),
    });
    desk_page(staff, forum, w.add(), &own, sheet, &body)
}
