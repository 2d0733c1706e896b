//! Forms with a file: the words as they were typed, and at most one file beside them.
//!
//! What is wrong with the file never costs the words: they come back on the page like those of any other form. A browser
//! does not send a file twice, so a page that comes back asks for it again ([`UploadWords::again`]). The file stands last
//! in a form: what follows a file that is far too large is not read.

mod field;
mod parts;
mod read;
mod words;

pub use field::FileField;
pub use read::{PASSED_OVER_BYTES_MAX, TooMuch};
pub use words::{UploadWords, file_problem, unread};

use crate::{App, Fields, Scene, Sheet, Staff, StaffForm};
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::Response;
use documents::{Accepted, FILE_BYTES_MAX, accept};
use http::HeaderValue;
use http::header::CONTENT_TYPE;
use web_kit::Lang;
use web_kit::states::Trouble;

/// A file as it came: nothing about it is known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadedFile {
    /// Its name, as the browser says it.
    pub name: String,
    /// Its bytes; none when it is empty.
    pub bytes: Vec<u8>,
}

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has more bytes than the form takes.
    TooLarge {
        /// Most bytes.
        max: usize,
    },
    /// More than one came.
    Several,
    /// The form broke off.
    BrokenOff,
}

/// A form that may have a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Every field as typed. The file's own field holds the file's name, empty when none was chosen.
    pub fields: Fields,
    /// The file; none when none was chosen.
    pub file: Result<Option<UploadedFile>, Unread>,
}

impl Upload {
    /// Reads a form with a file of at most `file_bytes_max` bytes. One of type `application/x-www-form-urlencoded` is read
    /// as a form without a file.
    ///
    /// # Errors
    /// The page that says the words are too much (413).
    pub async fn read(request: Request, app: &App, file_bytes_max: usize) -> Result<Upload, Response> {
        let (mut parts, body) = request.into_parts();
        match Upload::of(parts.headers.get(CONTENT_TYPE), body, file_bytes_max).await {
            Ok(upload) => Ok(upload),
            Err(TooMuch) => match Scene::from_request_parts(&mut parts, app).await {
                Ok(scene) => Err(scene.trouble(Trouble::TooLarge)),
                Err(never) => match never {},
            },
        }
    }

    /// The same for a body and its type.
    ///
    /// # Errors
    /// [`TooMuch`] when the words have more bytes than [`FORM_BYTES_MAX`](crate::FORM_BYTES_MAX) or there are too many fields.
    pub async fn of(kind: Option<&HeaderValue>, body: Body, file_bytes_max: usize) -> Result<Upload, TooMuch> {
        read::form(kind, body, file_bytes_max).await
    }
}

impl FromRequest<App> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        Upload::read(request, app, FILE_BYTES_MAX).await
    }
}

/// A form with a file, posted by a signed-in person. When the session is over, the words come back as [`StaffForm`] gives
/// them, and the file is passed over unread.
pub struct StaffUpload(pub Staff, pub Upload);

impl FromRequest<App> for StaffUpload {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let staff = Staff::from_request_parts(&mut parts, app).await;
        let bytes_max = if staff.is_ok() { FILE_BYTES_MAX } else { 0 };
        let upload = Upload::read(Request::from_parts(parts.clone(), body), app, bytes_max).await?;
        if let Ok(staff) = staff {
            return Ok(StaffUpload(staff, upload));
        }
        let words = read::encoded(&upload.fields);
        let StaffForm(staff, fields) =
            StaffForm::from_request(Request::from_parts(parts, Body::from(words)), app).await?;
        // Signed in between the two looks: the form asks for its file again.
        Ok(StaffUpload(staff, Upload { fields, file: Ok(None) }))
    }
}

/// The file of a form, taken for what its bytes say; none when none was chosen, or it is not taken. Why it is not stands
/// then among the sheet's errors.
pub fn optional_file(
    sheet: &mut Sheet,
    field: &str,
    file: Result<Option<UploadedFile>, Unread>,
    lang: Lang,
) -> Option<Accepted> {
    let problem = match file {
        Ok(None) => return None,
        Ok(Some(file)) => match accept(file.bytes, &file.name) {
            Ok(accepted) => return Some(accepted),
            Err(problem) => file_problem(problem, lang),
        },
        Err(why) => unread(why, lang),
    };
    sheet.errors.add(field, problem);
    None
}

/// The same for a form that needs its file.
pub fn required_file(
    sheet: &mut Sheet,
    field: &str,
    file: Result<Option<UploadedFile>, Unread>,
    lang: Lang,
) -> Option<Accepted> {
    let taken = optional_file(sheet, field, file, lang);
    if taken.is_none() {
        // A file that was not taken has its error already: a field has one, the first.
        sheet.errors.add(field, UploadWords(lang).none());
    }
    taken
}
