//! The name people reached this site by, for addresses that are printed or scanned. Nothing else of a request's headers.

use crate::App;
use axum::extract::FromRequestParts;
use http::header::HOST;
use http::request::Parts;
use std::convert::Infallible;

/// Longest name of a host with its port, in bytes (RFC 1035 allows 253 for the name).
const HOST_BYTES_MAX: usize = 260;

/// The host of a request, when it names a usable one.
pub struct Host(Option<String>);

impl Host {
    /// Scheme and host, such as `https://a.example`; empty when the request named no usable host.
    pub fn site(&self, tls: bool) -> String {
        let scheme = if tls { "https" } else { "http" };
        self.0
            .as_ref()
            .map_or_else(String::new, |host| format!("{scheme}://{host}"))
    }

    /// The host alone, as people type it.
    pub fn name(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

impl FromRequestParts<App> for Host {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
        let usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
        let usable = |host: &&str| !host.is_empty() && host.len() <= HOST_BYTES_MAX && host.bytes().all(usual);
        Ok(Host(host.filter(usable).map(str::to_owned)))
    }
}
