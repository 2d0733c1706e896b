//! Who is signed in. The session's cookie is sent to work pages only: a page where citizens write, vote or verify never
//! receives it, so its handler could not look at it if it wanted to.

use crate::fields::{FORM_BYTES_MAX, STAFF_FORM_BYTES_MAX};
use crate::{App, Fields, Scene};
use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use base::fact::PersonId;
use base::time::Minute;
use http::header::{COOKIE, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue};
use sha2::{Digest, Sha256};
use web_kit::states::Trouble;
use web_kit::{Page, href, render, words};

/// Hours a session lasts: a shift.
pub const SESSION_HOURS: u32 = 12;
/// Minutes after which an idle session ends.
pub const SESSION_IDLE_MINUTES: u64 = 30;
/// The places the session's cookie is sent to, in both languages.
pub const STAFF_PLACES: [&str; 4] = ["/quan-tri", "/dieu-hanh", "/en/quan-tri", "/en/dieu-hanh"];

const COOKIE_NAME: &str = "phien";
/// Session cookies of one request that are looked at.
const COOKIES_TRIED_MAX: usize = 4;

/// A signed-in person and the scene of their page.
pub struct Staff {
    /// The scene.
    pub scene: Scene,
    /// The person.
    pub person: PersonId,
    /// The person's name; empty when none is recorded or it is erased.
    pub name: String,
}

fn digest(token: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"langnghe/session/v1");
    hash.update(token);
    hash.finalize().into()
}

/// Begins a session; the token goes into the cookies and is kept as a digest only.
pub fn new_session(app: &App, person: PersonId) -> Result<String, storage::ops::OpsError> {
    let token = app.token();
    app.ops.start(digest(&token), person, app.now())?;
    Ok(token)
}

fn cookie(app: &App, value: &str, place: &str, age_seconds: u32) -> Option<HeaderValue> {
    let secure = if app.settings.tls { "; Secure" } else { "" };
    let cookie = format!("{COOKIE_NAME}={value}; Path={place}; Max-Age={age_seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::try_from(cookie).ok()
}

/// Puts the session's cookies into an answer, one for each place.
pub fn session_cookies(app: &App, headers: &mut HeaderMap, token: &str) {
    for place in STAFF_PLACES {
        if let Some(cookie) = cookie(app, token, place, SESSION_HOURS * 3600) {
            headers.append(SET_COOKIE, cookie);
        }
    }
}

/// Ends the session of a request and takes the cookies away.
pub fn clear_session_cookies(app: &App, request: &HeaderMap, answer: &mut HeaderMap) {
    for token in tokens(request) {
        // A session that can't be ended in the store ends by its age; the cookie goes in any case.
        let _ = app.ops.end(digest(token));
    }
    for place in STAFF_PLACES {
        if let Some(cookie) = cookie(app, "", place, 0) {
            answer.append(SET_COOKIE, cookie);
        }
    }
}

fn tokens(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .filter(|(name, value)| *name == COOKIE_NAME && value.len() == 64)
        .map(|(_, value)| value)
}

/// The person of a request's session, if it has one that is neither too old nor idle, and the person still exists.
fn person(app: &App, headers: &HeaderMap, now: Minute) -> Option<PersonId> {
    // A neighbouring host can add a cookie of this name: every one is tried.
    let sessions = tokens(headers).take(COOKIES_TRIED_MAX);
    let known = |token| Some((token, app.ops.session(digest(token)).ok().flatten()?));
    let (token, session) = sessions.filter_map(known).next()?;
    let idle_seconds = now.unix_secs().saturating_sub(session.seen.unix_secs());
    let too_old = now >= session.started.add_hours(SESSION_HOURS);
    if too_old || idle_seconds > SESSION_IDLE_MINUTES * 60 {
        return None;
    }
    app.ledger.view().state.people.persons.get(&session.person)?;
    // Not noting the visit shortens the session, nothing worse.
    let _ = app.ops.seen(digest(token), now);
    Some(session.person)
}

impl FromRequestParts<App> for Staff {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let scene = match Scene::from_request_parts(parts, app).await {
            Ok(scene) => scene,
            Err(never) => match never {},
        };
        let Some(person) = person(app, &parts.headers, scene.now) else {
            return Err(scene.trouble(Trouble::Forbidden));
        };
        let name = scene.world().people.persons.get(&person).and_then(|person| person.name);
        let name = name.and_then(|at| app.private_words(at)).unwrap_or_default();
        Ok(Staff { scene, person, name })
    }
}

/// A form posted by a signed-in person. When the session is over, the answer gives every typed word back, with a button
/// that sends them again once the person has come in through a new link.
pub struct StaffForm(pub Staff, pub Fields);

impl FromRequest<App> for StaffForm {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let staff = Staff::from_request_parts(&mut parts, app).await;
        let bytes_max = if staff.is_ok() {
            STAFF_FORM_BYTES_MAX
        } else {
            FORM_BYTES_MAX
        };
        let fields = Fields::from_body(Request::from_parts(parts.clone(), body), bytes_max).await?;
        match staff {
            Ok(staff) => Ok(StaffForm(staff, fields)),
            Err(forbidden) if fields.is_empty() => Err(forbidden),
            Err(_) => match Scene::from_request_parts(&mut parts, app).await {
                Ok(scene) => Err(lost(&scene, &fields)),
                Err(never) => match never {},
            },
        }
    }
}

words! {
    /// What the page of a lost session says.
    pub struct SessionWords;

    title() { vi: "Phiên làm việc đã hết", en: "Your session has ended" }
    text() {
        vi: "Chưa ghi gì. Chữ vừa gõ còn nguyên ở dưới. Mở một đường dẫn vào mới ở thẻ khác, rồi quay lại đây bấm gửi lại.",
        en: "Nothing was recorded. What you typed is kept below. Open a new sign-in link in another tab, then come back here and send it again."
    }
    typed() { vi: "Chữ vừa gõ", en: "What you typed" }
    send_again() { vi: "Gửi lại", en: "Send again" }
}

#[derive(Template)]
#[template(path = "lost.html")]
struct Lost<'a> {
    w: SessionWords,
    action: String,
    fields: &'a Fields,
}

fn lost(scene: &Scene, fields: &Fields) -> Response {
    let w = SessionWords(scene.lang);
    let body = render(&Lost {
        w,
        action: href(scene.lang, &scene.path),
        fields,
    });
    let mut frame = scene.frame(w.title(), None, vec![]);
    frame.noindex = true;
    frame.has_errors = true;
    Page::unprocessable(frame.page(body)).into_response()
}
