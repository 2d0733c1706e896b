//! Light or dark: the system's choice, or the person's own, kept in one cookie.

use axum::extract::OptionalFromRequestParts;
use http::HeaderMap;
use http::header::COOKIE;
use http::request::Parts;
use std::convert::Infallible;

/// A person's own choice of light or dark. Pages for writing take none: their handlers read no cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// Light, cookie value `sang`.
    Light,
    /// Dark, cookie value `toi`.
    Dark,
}

impl Theme {
    /// The name of the cookie.
    pub const COOKIE: &'static str = "giao-dien";

    /// The value of the `data-theme` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The choice kept in a request's cookies; none when there is none or its value is unknown.
    pub fn from_cookies(headers: &HeaderMap) -> Option<Theme> {
        headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == Theme::COOKIE)
            .and_then(|(_, value)| match value {
                "sang" => Some(Theme::Light),
                "toi" => Some(Theme::Dark),
                _ => None,
            })
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for Theme {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Self::Rejection> {
        Ok(Theme::from_cookies(&parts.headers))
    }
}
