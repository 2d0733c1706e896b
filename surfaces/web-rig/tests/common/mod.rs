//! A few pages and one form, of the kinds a screen has, and worse ones.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base::fact::Actor;
use base::text::TextRule;
use http::HeaderMap;
use http::header::{COOKIE, SET_COOKIE};
use people::role::OrganisationKind;
use web_kit::form::{Field, Form, Kind, TextKind};
use web_kit::{Html, Page, see_other};
use web_rig::ADMINISTRATOR;
use web_scene::{App, Fields, Scene, Sent, Sheet, session_cookies};
use world::Command;

/// Most characters of a name here.
pub const NAME_CHARS_MAX: usize = 60;

/// What this page's form does with what it is sent.
#[derive(Clone, Copy)]
pub enum Manner {
    Well,
    /// Records without a key.
    Twice,
    /// Comes back without what was typed.
    Forgets,
    /// Writes what was typed as markup.
    Raw,
}

pub fn routes(manner: Manner) -> Router<App> {
    Router::new()
        .route(
            "/ghi",
            get(open).post(move |app, scene, fields| send(manner, app, scene, fields)),
        )
        .route("/dieu-hanh/vao", post(enter))
        .route("/dieu-hanh/banh", get(cookies))
        .route("/banh", get(cookies))
}

fn html(app: &App, scene: &Scene, sheet: &Sheet, manner: Manner) -> String {
    let name = if matches!(manner, Manner::Forgets) {
        ""
    } else {
        sheet.typed("ten")
    };
    let field = Field {
        value: name.into(),
        error: sheet.errors.of("ten").map(Into::into),
        ..Field::new("ten", "Tên", Kind::Text(TextKind::Plain))
    };
    let form = Form::new(scene.lang, "/ghi", "Ghi")
        .key(sheet.key(app, "ten"))
        .field(field);
    let mut body = Html::trusted("<h1>Ghi một cơ quan</h1>");
    body.push(&sheet.summary());
    if matches!(manner, Manner::Raw) {
        body.push(&Html::trusted(format!("<p>{}</p>", sheet.typed("ten"))));
    }
    body.push(&form.html());
    let mut frame = scene.frame("Ghi", None, vec![]);
    sheet.mark(&mut frame);
    frame.page(&body)
}

async fn open(State(app): State<App>, scene: Scene) -> Response {
    let sheet = Sheet::fresh(scene.lang);
    sheet.answer(html(&app, &scene, &sheet, Manner::Well))
}

async fn send(manner: Manner, State(app): State<App>, scene: Scene, fields: Fields) -> Response {
    let mut sheet = Sheet::sent(&app, scene.lang, fields);
    let rule = TextRule {
        min_chars: 2,
        max_chars: NAME_CHARS_MAX,
        lines: false,
    };
    if let Some(name) = sheet.text("ten", "tên", &rule) {
        let command = Command::AddOrganisation {
            kind: OrganisationKind::Other,
            name: name.clone(),
        };
        let actor = Actor::Person(ADMINISTRATOR);
        if matches!(manner, Manner::Twice) {
            app.submit(actor, command, None).await.unwrap();
            return see_other("/ghi");
        }
        if let Sent::Recorded(_) = sheet.send(&app, actor, command, &[&name]).await {
            return see_other("/ghi");
        }
    }
    sheet.answer(html(&app, &scene, &sheet, manner))
}

/// Sets a session's cookies, whoever asks.
async fn enter(State(app): State<App>) -> Response {
    let mut response = see_other("/dieu-hanh/banh");
    session_cookies(&app, response.headers_mut(), &"0".repeat(64));
    response
        .headers_mut()
        .append(SET_COOKIE, "cu=1; Path=/; Max-Age=0".parse().unwrap());
    response
}

/// The cookies that came, as text.
async fn cookies(headers: HeaderMap) -> Response {
    let came = headers.get(COOKIE).map_or("", |cookie| cookie.to_str().unwrap());
    came.to_owned().into_response()
}

/// The address of a page that is only markup.
pub const PAGE: &str = "/trang";

/// This markup as a page.
pub fn page(markup: String) -> Router<App> {
    Router::new().route(PAGE, get(move || async move { Page::fresh(markup) }))
}
