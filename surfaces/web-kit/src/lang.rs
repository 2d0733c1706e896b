//! The two languages: Vietnamese at `/…`, English at `/en/…`, one set of routes.
//!
//! Routers match before their layers run, so the prefix is taken off by a service around the whole router.

use axum::extract::FromRequestParts;
pub use base::vietnamese::Lang;
use http::request::Parts;
use http::uri::PathAndQuery;
use http::{Request, Uri};
use std::convert::Infallible;
use std::task::{Context, Poll};
use tower::Service;

/// The address of a page in a language. `path` begins with `/` and carries no `/en`; what is no path of this site (a full address, a
/// fragment, a query alone) comes back unchanged. Assets and files outside the pages (`/tinh/`, `/log/`) have no language: write them
/// as they are.
pub fn href(lang: Lang, path: &str) -> String {
    match lang {
        Lang::En if path.starts_with('/') && !path.starts_with("//") => format!("/en{path}"),
        _ => path.to_owned(),
    }
}

/// Takes the language off a path: `/en/dien-dan/` is `/dien-dan/` in English. `/en` alone is the home page.
pub fn split(path: &str) -> (Lang, &str) {
    match path.strip_prefix("/en") {
        Some("") => (Lang::En, "/"),
        Some(rest) if rest.starts_with('/') => (Lang::En, rest),
        _ => (Lang::Vi, path),
    }
}

/// The service that stands around the router: rewrites `/en/x` to `/x` and leaves the [`Lang`] in the request's extensions.
#[derive(Clone, Debug)]
pub struct LangRewrite<S>(pub S);

impl<S, B> Service<Request<B>> for LangRewrite<S>
where
    S: Service<Request<B>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let lang = rewrite(request.uri_mut());
        request.extensions_mut().insert(lang);
        self.0.call(request)
    }
}

fn rewrite(uri: &mut Uri) -> Lang {
    let (lang, rest) = split(uri.path());
    if lang == Lang::Vi {
        return lang;
    }
    // a path such as `/en//host` would become `//host`; one slash is kept so that no router or link reads it as an authority
    let rest = format!("/{}", rest.trim_start_matches('/'));
    let target = match uri.query() {
        Some(query) => format!("{rest}?{query}"),
        None => rest,
    };
    let mut parts = uri.clone().into_parts();
    if let Ok(path_and_query) = target.parse::<PathAndQuery>() {
        parts.path_and_query = Some(path_and_query);
        if let Ok(new) = Uri::from_parts(parts) {
            *uri = new;
            return lang;
        }
    }
    // only reached when the rest is no valid path, which a parsed URI excludes; the router then answers 404 for the whole path
    Lang::Vi
}

/// The extractor of a page's language: `InLang(lang): InLang`. Without [`LangRewrite`] around the router it is Vietnamese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InLang(pub Lang);

impl<S: Sync> FromRequestParts<S> for InLang {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(InLang(parts.extensions.get::<Lang>().copied().unwrap_or(Lang::Vi)))
    }
}

/// The other of the two languages.
pub const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Vi => Lang::En,
        Lang::En => Lang::Vi,
    }
}
