//! `/log/…`: what programs read. No page, no language; every refusal is one line of JSON.

mod checkpoint;
mod entry;
mod tile;
mod value;

pub(crate) use value::Opened;

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, StatusCode};
use ledger::store::StoreError;
use serde::Serialize;
use web_kit::reply::RETRY_AFTER_SECONDS;
use web_scene::App;

/// What never changes under its address.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// What is asked for again each time.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
/// What may change or go at any moment.
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
const BYTES: HeaderValue = HeaderValue::from_static("application/octet-stream");

/// The addresses under `/log/`.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/log/checkpoint", get(checkpoint::checkpoint).fallback(wrong_method))
        .route("/log/vkey", get(checkpoint::vkey).fallback(wrong_method))
        .route("/log/tile/{*path}", get(tile::tile).fallback(wrong_method))
        .route("/log/entry/{seq}", get(entry::entry).fallback(wrong_method))
        .route("/log/value/{seq}/{field}", get(value::value).fallback(wrong_method))
}

/// An answer whose bytes are these.
fn answer(kind: HeaderValue, keep: HeaderValue, bytes: impl IntoResponse) -> Response {
    let mut response = bytes.into_response();
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response.headers_mut().insert(CACHE_CONTROL, keep);
    response
}

/// An answer of one JSON object that nobody keeps.
fn json(status: StatusCode, body: &impl Serialize) -> Response {
    // Numbers, flags and texts: writing them cannot fail.
    let body = serde_json::to_string(body).unwrap_or_default();
    let mut response = answer(JSON, NO_STORE, body);
    *response.status_mut() = status;
    response
}

/// What only a repair mends.
#[derive(Serialize)]
struct Damaged {
    error: &'static str,
    damaged: bool,
}

#[derive(Serialize)]
struct Wrong {
    error: &'static str,
}

fn missing(error: &'static str) -> Response {
    json(StatusCode::NOT_FOUND, &Wrong { error })
}

/// The store did not answer. What went wrong in it is for the office's own log.
/// The store does not answer, which passes; or it holds something else than the ledger commits to, which does not.
fn failed(why: &StoreError) -> Response {
    if let StoreError::Damaged(_) = why {
        let (error, damaged) = ("the store does not hold what the ledger commits to", true);
        return json(StatusCode::INTERNAL_SERVER_ERROR, &Damaged { error, damaged });
    }
    let mut response = json(
        StatusCode::SERVICE_UNAVAILABLE,
        &Wrong {
            error: "the store does not answer now; ask again",
        },
    );
    response
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from(RETRY_AFTER_SECONDS));
    response
}

async fn wrong_method() -> Response {
    let mut response = json(
        StatusCode::METHOD_NOT_ALLOWED,
        &Wrong {
            error: "GET or HEAD only",
        },
    );
    response
        .headers_mut()
        .insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

/// A number as these addresses spell it: decimal, no sign, no surplus zeros.
fn plain_number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) {
        return None;
    }
    text.parse().ok()
}
