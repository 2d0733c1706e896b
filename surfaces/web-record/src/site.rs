//! The address people reached this site by.

use http::HeaderMap;
use http::header::HOST;
use web_scene::Settings;

/// Longest name of a host with its port, in bytes (RFC 1035 allows 253 for the name).
const HOST_BYTES_MAX: usize = 260;

/// Scheme and host as the reader used them, such as `https://a.example`; none when the request names no usable host.
pub(crate) fn base_url(headers: &HeaderMap, settings: &Settings) -> Option<String> {
    let host = headers.get(HOST)?.to_str().ok()?;
    let usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
    if host.is_empty() || host.len() > HOST_BYTES_MAX || !host.bytes().all(usual) {
        return None;
    }
    let scheme = if settings.tls { "https" } else { "http" };
    Some(format!("{scheme}://{host}"))
}

/// Longest address with a code that comes back in the link to the other language, in bytes.
const PATH_BYTES_MAX: usize = 256;

/// The page's own path, or the verify page's when someone sent kilobytes in place of a code.
pub(crate) fn own_path(path: &str) -> &str {
    if path.len() <= PATH_BYTES_MAX {
        path
    } else {
        "/kiem-chung"
    }
}
