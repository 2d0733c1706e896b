//! Light or dark, kept in one cookie that says nothing else.

use crate::words::PortalWords;
use askama::Template;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::SET_COOKIE;
use web_kit::form::Choice;
use web_kit::{Crumb, Errors, Field, Form, Html, Page, Theme, href, render, see_other};
use web_scene::{Fields, Scene};

/// Days the choice is kept.
const KEPT_DAYS: u32 = 365;
const FIELD: &str = "giao_dien";
const SYSTEM: &str = "may";

#[derive(Template)]
#[template(path = "about/theme.html")]
struct Choose {
    w: PortalWords,
    summary: Html,
    form: Html,
}

/// GET `/giao-dien`.
pub async fn page(scene: Scene) -> Page {
    Page::fresh(html(&scene, &Errors::new()))
}

/// POST `/giao-dien`.
pub async fn choose(scene: Scene, fields: Fields) -> Response {
    let (tag, age) = match fields.get(FIELD) {
        SYSTEM => ("", 0),
        "sang" => ("sang", KEPT_DAYS * 86_400),
        "toi" => ("toi", KEPT_DAYS * 86_400),
        _ => {
            let mut errors = Errors::new();
            errors.add(FIELD, PortalWords(scene.lang).theme_wrong());
            return Page::unprocessable(html(&scene, &errors)).into_response();
        }
    };
    let mut response = see_other(&href(scene.lang, "/giao-dien"));
    let cookie = format!("{}={tag}; Path=/; Max-Age={age}; SameSite=Lax", Theme::COOKIE);
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

fn html(scene: &Scene, errors: &Errors) -> String {
    let w = PortalWords(scene.lang);
    let now = match scene.theme {
        Some(Theme::Light) => "sang",
        Some(Theme::Dark) => "toi",
        None => SYSTEM,
    };
    let choices = vec![
        Choice::new(SYSTEM, w.theme_system(), ""),
        Choice::new("sang", w.theme_light(), ""),
        Choice::new("toi", w.theme_dark(), ""),
    ];
    let field = Field::radios(FIELD, w.theme_choose(), choices).value(now).errors(errors);
    let form = Form::new(scene.lang, href(scene.lang, "/giao-dien"), w.theme_save()).field(field).html();
    let body = render(&Choose { w, summary: errors.summary(scene.lang), form });
    let mut frame = scene.frame(w.theme(), None, vec![Crumb::here(w.theme())]);
    frame.has_errors = !errors.is_empty();
    frame.scripts = true;
    frame.page(body)
}
