//! Whole pages: from the cache, with a form, or saying what stands in the way.

use axum::response::{IntoResponse, Response};
use base::vietnamese::Lang;
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderValue, StatusCode};
use web_kit::reply::RETRY_AFTER_SECONDS;
use web_kit::states::Trouble;
use web_kit::{Frame, Html, Page, visits_html};
use web_scene::{App, Scene};

/// A public page from the cache: it changes with `rev`, and its counts with the public checkpoint.
pub(crate) fn kept(app: &App, headers: &HeaderMap, scene: &Scene, rev: u64, make: impl FnOnce() -> String) -> Response {
    let page = app.cache.get_or_render(&scene.counting_key(rev), make);
    Page::cached(headers, &page, &visits_html(scene.lang, scene.visits()))
}

/// The page does not know this way of asking; the names of those it knows are put in by the router.
pub(crate) async fn wrong_method(scene: Scene) -> Response {
    scene.trouble(Trouble::Method)
}

/// How a page with a form is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// 200: the form, to be filled in.
    Form,
    /// 422: something is to be mended.
    Wrong,
    /// 429: too much came from one place; seconds to wait.
    Slower(u64),
    /// 503: nothing was recorded, or it is not known.
    Busy,
}

impl Answer {
    /// A finished page with this answer. Nobody keeps it.
    pub(crate) fn page(self, html: String) -> Response {
        let (status, wait) = match self {
            Answer::Form => (StatusCode::OK, None),
            Answer::Wrong => (StatusCode::UNPROCESSABLE_ENTITY, None),
            Answer::Slower(seconds) => (StatusCode::TOO_MANY_REQUESTS, Some(seconds)),
            Answer::Busy => (StatusCode::SERVICE_UNAVAILABLE, Some(RETRY_AFTER_SECONDS)),
        };
        let mut response = Page::fresh(html).into_response();
        *response.status_mut() = status;
        if let Some(seconds) = wait {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }

    /// Marks the frame of a page that did not go through.
    pub(crate) fn mark(self, frame: &mut Frame<'_>) {
        frame.has_errors = self != Answer::Form;
        frame.scripts = true;
    }
}

/// A notice that a screen reader says at once.
pub(crate) fn alert(words: &str) -> Html {
    Html::trusted(format!(
        r#"<div class="note note-late gap-s" role="alert">{}<span>{}</span></div>"#,
        web_kit::icon(web_kit::Icon::Alert),
        web_kit::escape(words)
    ))
}

/// A count as it stands on a page.
pub(crate) fn count(n: usize, lang: Lang) -> String {
    base::vietnamese::number(n, lang)
}
