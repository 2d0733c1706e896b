//! Evidence is handed in: in words, as a file, or both.

use super::offer::offered;
use super::{Act, AtDesk, DeskWords, Done};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::Response;
use documents::Accepted;
use forum::clause::{EVIDENCE_TITLE, EVIDENCE_WORDS, EvidenceDraft};
use forum::events::{EvidenceSort, FileRef};
use sha2::{Digest, Sha256};
use web_scene::refusal::refusal;
use web_scene::upload::{Unread, optional_file};
use web_scene::{App, Sheet, StaffUpload, Unkept, Upload, UploadedFile, keep_file};
use world::Command;

/// Names of the fields of one of the two forms: both can stand on one page.
#[derive(Clone, Copy)]
pub(super) struct Names {
    /// What it is.
    pub sort: &'static str,
    /// What it shows.
    pub title: &'static str,
    /// In words.
    pub words: &'static str,
    /// As a file.
    pub file: &'static str,
}

/// The owner's form.
pub(super) const OF_OWNER: Names = Names {
    sort: "loai",
    title: "ten",
    words: "chu",
    file: "tep",
};
/// The verifier's, for the minutes of a visit.
pub(super) const OF_VISIT: Names = Names {
    sort: "loai_kt",
    title: "ten_kt",
    words: "chu_kt",
    file: "tep_kt",
};

/// A form with evidence.
pub(crate) struct WithFile {
    act: Act,
    file: Result<Option<UploadedFile>, Unread>,
}

impl FromRequest<App> for WithFile {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let whole = Request::from_parts(parts.clone(), body);
        let StaffUpload(staff, Upload { fields, file }) = StaffUpload::from_request(whole, app).await?;
        let desk = AtDesk::from_request_parts(&mut parts, app).await?;
        let act = Act {
            app: app.clone(),
            desk,
            sheet: Sheet::sent(app, staff.scene.lang, fields),
        };
        Ok(WithFile { act, file })
    }
}

/// `POST /dieu-hanh/dien-dan/{no}/viec/{viec}/bang-chung`
pub(crate) async fn add(WithFile { mut act, file }: WithFile) -> Response {
    let (w, lang) = (DeskWords(act.lang()), act.lang());
    let names = if act.sheet.has(OF_VISIT.title) {
        OF_VISIT
    } else {
        OF_OWNER
    };
    let sort = EvidenceSort::from_name(act.sheet.typed(names.sort));
    if sort.is_none() {
        act.sheet.errors.add(names.sort, w.choose_sort());
    }
    let title = act.sheet.text(names.title, w.what_evidence_title(), &EVIDENCE_TITLE);
    let words = act.sheet.text(names.words, w.what_evidence_words(), &EVIDENCE_WORDS);
    let words = words.filter(|text| !text.is_empty());
    let file = optional_file(&mut act.sheet, names.file, file, lang);
    let has_problem = [names.words, names.file]
        .iter()
        .any(|name| act.sheet.errors.of(name).is_some());
    if words.is_none() && file.is_none() && !has_problem {
        act.sheet.errors.add(names.words, w.evidence_nothing());
    }
    let is_picture = file.as_ref().is_some_and(|file| file.kind.is_picture());
    if sort == Some(EvidenceSort::Photo) && !is_picture && act.sheet.errors.is_empty() {
        let why = forum::Refusal::PictureMissing.into();
        act.sheet.errors.add(names.file, refusal(&why, lang));
    }
    let (Some(sort), Some(title), true) = (sort, title, act.sheet.errors.is_empty()) else {
        return act.came_back();
    };
    let digest = file
        .as_ref()
        .map_or_else(String::new, |file| base::hex::encode(&Sha256::digest(&file.bytes)));
    let mut draft = EvidenceDraft {
        sort,
        title: title.clone(),
        words: words.clone(),
        file: None,
    };
    if let Some(file) = file {
        match kept(&act, &draft, file) {
            Ok(file) => draft.file = file,
            Err(Unkept) => {
                act.sheet.is_busy();
                return act.came_back();
            }
        }
        if draft.file.is_none() {
            // It will be refused, unless it was recorded before: then the ledger knows it by its key.
            draft.words = None;
        }
    }
    let command = Command::AddEvidence { no: act.desk.no, draft };
    let parts = [sort.as_str(), &title, words.as_deref().unwrap_or_default(), &digest];
    act.give(Done::Evidence, command, &parts, names.title).await
}

/// Keeps a file; none when the ledger would not take the entry that names it.
fn kept(act: &Act, draft: &EvidenceDraft, file: Accepted) -> Result<Option<FileRef>, Unkept> {
    // Tried in words, which a photo cannot be: who may hand in one may hand in the other.
    let tried = EvidenceDraft {
        sort: match draft.sort {
            EvidenceSort::Photo => EvidenceSort::Document,
            other => other,
        },
        words: Some(draft.title.clone()),
        ..draft.clone()
    };
    let no = act.desk.no;
    if offered(&act.desk.at.staff, &Command::AddEvidence { no, draft: tried }).is_err() {
        return Ok(None);
    }
    keep_file(&act.app, file).map(Some)
}
