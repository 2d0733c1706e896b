//! A kept file as an answer: exactly its type, shown only where that is safe, under its name.

use axum::response::{IntoResponse, Response};
use base::vietnamese::fold;
use documents::{FileKind, Place, clean_name};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use std::fmt::Write;

/// Nothing in a file runs, loads or is sent, wherever it is opened (CSP Level 3 §6.4.2).
const CSP: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox");
/// A year, by the reader's own browser only: the bytes at an address never change, but they may be erased, and then no
/// one on the way keeps a copy.
const FOR_EVER: HeaderValue = HeaderValue::from_static("private, max-age=31536000, immutable");

/// A file as an answer. Whoever calls this has asked whether it may still be shown.
pub fn serve_file(kind: FileKind, bytes: Vec<u8>, download_name: &str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind.mime()));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CONTENT_SECURITY_POLICY, CSP);
    headers.insert(CACHE_CONTROL, FOR_EVER);
    // What `disposition` writes is ASCII without control characters; without it a paper would not be kept as one.
    let disposition = HeaderValue::try_from(disposition(kind, download_name));
    let disposition = disposition.unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(CONTENT_DISPOSITION, disposition);
    response
}

/// Where a file is shown and what it is called (RFC 6266 §4): the name in ASCII for old programs, then the name itself.
fn disposition(kind: FileKind, name: &str) -> String {
    let name = clean_name(name, kind);
    let place = match kind.place() {
        Place::Inline => "inline",
        Place::Attachment => "attachment",
    };
    let plain = fold(&name);
    let plain: String = plain.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    format!("{place}; filename=\"{plain}\"; filename*=UTF-8''{}", percent(&name))
}

/// A letter that stands in a quoted string of any program: no quote, no backslash, no percent sign (RFC 6266 Appendix D).
const fn is_plain(character: char) -> bool {
    matches!(character, ' '..='~') && !matches!(character, '"' | '\\' | '%')
}

/// An extended value (RFC 8187 §3.2): what is no `attr-char` stands as percent signs.
fn percent(name: &str) -> String {
    name.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            all.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(all, "%{byte:02X}");
        }
        all
    })
}
