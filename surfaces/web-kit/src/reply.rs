//! Answers: pages with their caching rule, redirects, static files.

use crate::cache::{CachedPage, Live};
use crate::states::{Trouble, bare};
use crate::{Lang, asset};
use axum::response::{IntoResponse, Response};
use base::time::Minute;
use http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, RETRY_AFTER,
    VARY,
};
use http::{HeaderMap, HeaderValue, StatusCode};

/// Seconds a client is asked to wait when the server is busy.
pub const RETRY_AFTER_SECONDS: u64 = 5;

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A page as an answer. It is `no-store` unless it was made by [`Page::cached`].
#[derive(Clone, Debug)]
pub struct Page {
    html: String,
    status: StatusCode,
    etag: Option<String>,
}

impl Page {
    /// A page that no one keeps: every page with a form, a receipt, or a signed-in reader.
    pub fn fresh(html: String) -> Page {
        Page {
            html,
            status: StatusCode::OK,
            etag: None,
        }
    }

    /// A form that came back with errors: status 422.
    pub fn unprocessable(html: String) -> Page {
        Page {
            html,
            status: StatusCode::UNPROCESSABLE_ENTITY,
            etag: None,
        }
    }

    /// What stands in the way, around a finished page (see [`Trouble::html`]).
    pub fn trouble(trouble: Trouble<'_>, html: String) -> Page {
        Page {
            html,
            status: trouble.status(),
            etag: None,
        }
    }

    /// A public page from the cache, with the visit figures of now: a browser may keep it and asks each time whether it changed (304).
    pub fn cached(request: &HeaderMap, page: &CachedPage, visits: &crate::Html) -> Response {
        Page::cached_at(request, page, visits, None)
    }

    /// The same, with the minute of a demonstration's clock in its banner.
    pub fn cached_at(request: &HeaderMap, page: &CachedPage, visits: &crate::Html, at: Option<Minute>) -> Response {
        let (visits, tiles) = (visits.clone(), crate::Html::default());
        Page::cached_live(request, page, &Live { visits, tiles, at })
    }

    /// The same, with everything that moves on its own.
    pub fn cached_live(request: &HeaderMap, page: &CachedPage, live: &Live) -> Response {
        let html = || page.html_live(live);
        let Some(etag) = page.etag_at(live.at) else {
            return Page::fresh(html()).into_response();
        };
        if matches_etag(request, &etag) {
            return not_modified(&etag);
        }
        Page {
            html: html(),
            status: StatusCode::OK,
            etag: Some(etag),
        }
        .into_response()
    }

    /// The page's markup.
    pub fn html(&self) -> &str {
        &self.html
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.html).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HTML);
        match self.etag.and_then(|e| HeaderValue::try_from(e).ok()) {
            Some(etag) => {
                headers.insert(ETAG, etag);
                headers.insert(CACHE_CONTROL, ASK_AGAIN);
                // light or dark, and what a role may see, come from cookies
                headers.insert(VARY, HeaderValue::from_static("cookie"));
            }
            None => {
                headers.insert(CACHE_CONTROL, NO_STORE);
            }
        }
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(RETRY_AFTER, HeaderValue::from(RETRY_AFTER_SECONDS));
        }
        response
    }
}

/// A trouble in the bare page, for handlers that know nothing of the office.
pub fn bare_trouble(lang: Lang, trouble: Trouble<'_>) -> Response {
    Page::trouble(trouble, bare(lang, trouble)).into_response()
}

/// A 405 that names the methods the page knows, such as `GET, HEAD`.
pub fn method_not_allowed(lang: Lang, allow: &'static str) -> Response {
    let mut response = bare_trouble(lang, Trouble::Method);
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(allow));
    response
}

/// "See there" (303) after a POST. An address that can't stand in a header leads home, which no input can bring about: paths are built
/// from slugs and codes.
pub fn see_other(url: &str) -> Response {
    let location = HeaderValue::try_from(url).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, location), (CACHE_CONTROL, NO_STORE)]).into_response()
}

/// The static file at a path under `/tinh/`, or none. Its name is its content, so a browser that asks again is told it has it.
pub fn static_file(request: &HeaderMap, path: &str) -> Option<Response> {
    let found = asset(path)?;
    // weak, for the packed and the plain bytes share it
    let etag = format!("W/\"{}\"", path.rsplit('/').next().unwrap_or(path));
    if matches_etag(request, &etag) {
        let mut response = not_modified(&etag);
        response.headers_mut().insert(CACHE_CONTROL, FOR_EVER);
        response
            .headers_mut()
            .insert(VARY, HeaderValue::from_static("accept-encoding"));
        return Some(response);
    }
    let packed = found.gzip.filter(|_| takes_gzip(request));
    let is_packed = packed.is_some();
    let mut response = packed.unwrap_or(found.bytes).into_response();
    let headers = response.headers_mut();
    if is_packed {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(found.content_type));
    headers.insert(CACHE_CONTROL, if found.immutable { FOR_EVER } else { ASK_AGAIN });
    if let Ok(etag) = HeaderValue::try_from(etag) {
        headers.insert(ETAG, etag);
    }
    Some(response)
}

/// Whether a request takes gzip (RFC 9110 §12.5.3): it is named and not refused by a weight of 0.
fn takes_gzip(request: &HeaderMap) -> bool {
    request
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|line| line.split(','))
        .filter_map(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            parts.next().filter(|name| name.eq_ignore_ascii_case("gzip"))?;
            Some(
                parts
                    .next()
                    .and_then(|q| q.strip_prefix("q="))
                    .is_none_or(|q| q.parse::<f32>().is_ok_and(|q| q > 0.0)),
            )
        })
        .any(|taken| taken)
}

/// Whether a request already has what an ETag names: the weak comparison of RFC 9110 §13.1.2.
pub fn matches_etag(request: &HeaderMap, etag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let wanted = opaque(etag);
    request
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|tag| tag.trim() == "*" || opaque(tag) == wanted)
}

/// "Not modified" (304), with the headers RFC 9110 §15.4.5 asks for.
pub fn not_modified(etag: &str) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    if let Ok(etag) = HeaderValue::try_from(etag) {
        response.headers_mut().insert(ETAG, etag);
    }
    response.headers_mut().insert(CACHE_CONTROL, ASK_AGAIN);
    response.headers_mut().insert(VARY, HeaderValue::from_static("cookie"));
    response
}
