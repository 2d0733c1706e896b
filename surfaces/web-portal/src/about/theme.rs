//! Light or dark, kept in one cookie that says nothing else.

use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::SET_COOKIE;
use web_kit::form::{Choice, hidden};
use web_kit::{Crumb, Errors, Field, Form, Html, Page, Theme, href, render, see_other, split};
use web_scene::{App, Fields, Scene};

/// Days the choice is kept.
const KEPT_DAYS: u32 = 365;
const FIELD: &str = "giao_dien";
/// Where to go back to.
const BACK: &str = "ve";
const SYSTEM: &str = "may";
const OWN: &str = "/giao-dien";

#[derive(Template)]
#[template(path = "about/theme.html")]
struct Choose {
    w: PortalWords,
    summary: Html,
    form: Html,
}

/// GET `/giao-dien`.
pub async fn page(scene: Scene) -> Page {
    Page::fresh(html(&scene, local(scene.query().get(BACK)), &Errors::new()))
}

/// POST `/giao-dien`.
pub async fn choose(State(app): State<App>, scene: Scene, fields: Fields) -> Response {
    let back = local(fields.get(BACK));
    let (tag, age) = match fields.get(FIELD) {
        SYSTEM => ("", 0),
        "sang" => ("sang", KEPT_DAYS * 86_400),
        "toi" => ("toi", KEPT_DAYS * 86_400),
        _ => {
            let mut errors = Errors::new();
            errors.add(FIELD, PortalWords(scene.lang).theme_wrong());
            return Page::unprocessable(html(&scene, back, &errors)).into_response();
        }
    };
    let mut response = see_other(&href(scene.lang, back));
    let secure = if app.settings.tls { "; Secure" } else { "" };
    let cookie = format!(
        "{}={tag}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}",
        Theme::COOKIE
    );
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

/// A path of this site without its language; this page for anything else. `//host` and `/\host` are other sites to a
/// browser.
fn local(path: &str) -> &str {
    let (_, path) = split(path);
    let plain = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if path.starts_with('/') && !path.starts_with("//") && plain {
        path
    } else {
        OWN
    }
}

fn html(scene: &Scene, back: &str, errors: &Errors) -> String {
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
    let field = Field::radios(FIELD, w.theme_choose(), choices)
        .value(now)
        .errors(errors);
    let form = Form::new(scene.lang, OWN, w.theme_save())
        .field(field)
        .after(hidden(BACK, back))
        .html();
    let body = render(&Choose {
        w,
        summary: errors.summary(scene.lang),
        form,
    });
    let mut frame = scene.frame(w.theme(), None, vec![Crumb::here(w.theme())]);
    frame.has_errors = !errors.is_empty();
    frame.scripts = true;
    frame.page(body)
}

#[cfg(test)]
mod tests {
    use super::{OWN, local};

    #[test]
    fn only_paths_of_this_site_are_gone_back_to() {
        assert_eq!(
            (local("/tin/?trang=2"), local("/en/tin/"), local("/en")),
            ("/tin/?trang=2", "/tin/", "/")
        );
        let others = [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example/",
            "tin",
            "/a\r\nSet-Cookie: x",
        ];
        for other in others.into_iter().chain(["/en//evil.example", "/ă"]) {
            assert_eq!(local(other), OWN, "{other}");
        }
    }
}
