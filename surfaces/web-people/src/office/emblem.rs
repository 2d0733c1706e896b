//! The office's emblem: set, taken away, served.

use super::picture::{self, Problem, SIDE_PIXELS_MAX};
use super::{OfficeWords, name};
use crate::access::{Administrator, AdministratorForm};
use crate::setup::{self, Step};
use askama::Template;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use base::fact::{Actor, Exposure};
use base::hex;
use base::vietnamese::number;
use documents::picture_kind;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use http::{HeaderMap, HeaderValue};
use ledger::store::Store;
use people::office::EMBLEM_BYTES_MAX;
use sha2::{Digest, Sha256};
use web_kit::reply::{matches_etag, not_modified};
use web_kit::states::{Trouble, state};
use web_kit::{Html, Icon, href, render};
use web_scene::upload::{FileField, Unread, unread};
use web_scene::{App, Scene, Sheet, Staff, Upload, work};
use world::Command;

const FILE: &str = "tep";
const REMOVE: &str = "bo";
const KILOBYTE: usize = 1024;

#[derive(Template)]
#[template(path = "office/emblem.html")]
struct Section {
    w: OfficeWords,
    file: Html,
    action: String,
    key: Html,
    more: Html,
    remove: Option<(String, Html)>,
    now: Html,
}

/// The emblem's part of a page. `more` are hidden fields of its forms.
pub(crate) fn section(app: &App, staff: &Staff, sheet: &Sheet, more: Html) -> Html {
    let lang = staff.scene.lang;
    let w = OfficeWords(lang);
    let world = staff.scene.world();
    let there = world
        .people
        .emblem
        .is_some_and(|(at, _)| world.exposure_of(at) == Exposure::Public);
    let hint = w.emblem_hint(kilobytes(), &number(SIDE_PIXELS_MAX, lang));
    let file = FileField::new(FILE, w.emblem_file(), lang).only(&picture::KINDS, hint);
    render(&Section {
        w,
        file: file.errors(&sheet.errors).html(lang),
        action: href(lang, "/quan-tri/van-phong/phu-hieu"),
        key: web_kit::form::key_input(&sheet.key(app, FILE)),
        more,
        remove: there.then(|| {
            let key = web_kit::form::key_input(&sheet.key(app, REMOVE));
            (href(lang, "/quan-tri/van-phong/phu-hieu/bo"), key)
        }),
        now: state(web_kit::states::Note::Ok, Icon::Check, w.emblem_now()),
    })
}

fn kilobytes() -> u32 {
    u32::try_from(EMBLEM_BYTES_MAX / KILOBYTE).unwrap_or(u32::MAX)
}

/// `POST /quan-tri/van-phong/phu-hieu`.
pub(crate) async fn set(State(app): State<App>, Administrator(staff): Administrator, request: Request) -> Response {
    let lang = staff.scene.lang;
    let w = OfficeWords(lang);
    let Upload { fields, file } = match Upload::read(request, &app, EMBLEM_BYTES_MAX).await {
        Ok(upload) => upload,
        Err(page) => return page,
    };
    let mut sheet = Sheet::sent(&app, lang, fields);
    let problem = match file {
        Err(Unread::TooLarge { .. }) => w.emblem_large(kilobytes()),
        Err(why @ (Unread::Several | Unread::BrokenOff)) => unread(why, lang),
        Ok(None) => w.emblem_none().to_owned(),
        Ok(Some(file)) if file.bytes.is_empty() => w.emblem_none().to_owned(),
        Ok(Some(file)) => match picture::check(&file.bytes) {
            Err(Problem::Type) => w.emblem_type().to_owned(),
            Err(Problem::Broken) => w.emblem_broken().to_owned(),
            Err(Problem::TooLarge) => w.emblem_side(&number(SIDE_PIXELS_MAX, lang)),
            Ok(()) => return keep(&app, &staff, sheet, file.bytes).await,
        },
    };
    sheet.errors.add(FILE, problem);
    setup::came_back(&app, &staff, &sheet, Step::Emblem, || name::html(&app, &staff, &sheet))
}

/// The file first, durably; then the entry that names it. A file whose entry fails goes with the next sweep.
async fn keep(app: &App, staff: &Staff, mut sheet: Sheet, bytes: Vec<u8>) -> Response {
    let digest = hex::encode(&Sha256::digest(&bytes));
    match app.ledger.put_blob(bytes) {
        Ok(blob) => {
            let command = Command::SetEmblem { emblem: Some(blob) };
            if sheet
                .submit(app, Actor::Person(staff.person), command, &["emblem", &digest], FILE)
                .await
                .is_some()
            {
                return setup::go_on(&sheet, Step::Emblem, work::OFFICE, staff.scene.lang);
            }
        }
        Err(_) => sheet.is_busy(),
    }
    setup::came_back(app, staff, &sheet, Step::Emblem, || name::html(app, staff, &sheet))
}

/// `POST /quan-tri/van-phong/phu-hieu/bo`.
pub(crate) async fn remove(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let command = Command::SetEmblem { emblem: None };
    if sheet
        .submit(&app, Actor::Person(staff.person), command, &["no-emblem"], FILE)
        .await
        .is_some()
    {
        return setup::go_on(&sheet, Step::Emblem, work::OFFICE, staff.scene.lang);
    }
    setup::came_back(&app, &staff, &sheet, Step::Emblem, || name::html(&app, &staff, &sheet))
}

/// `GET /phu-hieu`: the picture, or why there is none.
pub(crate) async fn serve(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let Some((at, blob)) = scene.world().people.emblem else {
        return scene.not_found();
    };
    if let Exposure::Erased(entry) = scene.world().exposure_of(at) {
        let entry = entry.to_string();
        return scene.trouble(Trouble::Gone(Some(&entry)));
    }
    let etag = format!("\"{}\"", blob.id);
    if matches_etag(&headers, &etag) {
        return not_modified(&etag);
    }
    let kept = app.ledger.store().blob(blob.id).ok().flatten();
    let Some((bytes, kind)) = kept.and_then(|kept| picture_kind(&kept.bytes).map(|kind| (kept.bytes, kind))) else {
        return scene.not_found();
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind.mime()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    if let Ok(etag) = HeaderValue::try_from(etag) {
        headers.insert(ETAG, etag);
    }
    response
}
