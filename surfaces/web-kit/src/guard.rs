//! What stands around every route: security headers on each answer, and the same-origin guard for each request that changes something.

use crate::Lang;
use crate::reply::bare_trouble;
use crate::states::Trouble;
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn, map_response};
use axum::response::{IntoResponse, Response};
use http::header::{HOST, HeaderName, ORIGIN};
use http::{HeaderMap, HeaderValue, Method, Uri};

/// The content security policy of every answer: nothing inline, nothing from elsewhere, no frame, forms only to this site.
pub const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'";

/// Abilities of a browser this site never asks for.
const PERMISSIONS: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

/// Two years, as browsers' preload lists expect; only sent when the site is reached by TLS.
const HSTS: &str = "max-age=63072000; includeSubDomains";

const HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", CSP),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", PERMISSIONS),
];

/// Puts both around a router that has all its routes and its fallback. `tls` says that readers come by HTTPS.
pub fn protect<S: Clone + Send + Sync + 'static>(router: Router<S>, tls: bool) -> Router<S> {
    router
        .layer(from_fn(same_origin))
        .layer(map_response(move |response: Response| async move {
            let mut response = response;
            secure(response.headers_mut(), tls);
            response
        }))
}

/// Sets the security headers. A header a handler has set already stays; a policy of its own holds beside this one.
pub fn secure(headers: &mut HeaderMap, tls: bool) {
    for (name, value) in HEADERS {
        if name == "content-security-policy" {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        } else if !headers.contains_key(name) {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
    if tls {
        headers.insert("strict-transport-security", HeaderValue::from_static(HSTS));
    }
}

async fn same_origin(request: Request, next: Next) -> Response {
    if is_foreign(request.method(), request.uri(), request.headers()) {
        let lang = request.extensions().get::<Lang>().copied().unwrap_or(Lang::Vi);
        return bare_trouble(lang, Trouble::Foreign).into_response();
    }
    next.run(request).await
}

/// Whether a request that changes something was begun by another site. Browsers say so in `Sec-Fetch-Site` (W3C Fetch Metadata) or
/// `Origin` (RFC 6454); a program sends neither and carries no one's cookies by itself, so it may pass.
///
/// `Host` is compared as it arrives: a proxy in front must hand the reader's `Host` on.
pub fn is_foreign(method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE) {
        return false;
    }
    // several values for a header that has one are no browser's doing; each must pass
    let site_is_ours = headers
        .get_all("sec-fetch-site")
        .iter()
        .all(|site| site == "same-origin" || site == "none");
    let origin_is_ours = headers.get_all(ORIGIN).iter().all(|origin| {
        let host = headers
            .get(HOST)
            .and_then(|h| h.to_str().ok())
            .or(uri.authority().map(|a| a.as_str()));
        matches!((origin.to_str(), host), (Ok(origin), Some(host)) if names_host(origin, host))
    });
    !(site_is_ours && origin_is_ours)
}

/// Whether an origin such as `https://a.example:8443` is at a host such as `a.example:8443`; a scheme's usual port may be left out.
fn names_host(origin: &str, host: &str) -> bool {
    let (authority, usual_port) = match (origin.strip_prefix("http://"), origin.strip_prefix("https://")) {
        (Some(rest), _) => (rest, ":80"),
        (_, Some(rest)) => (rest, ":443"),
        // "null" and every other scheme
        _ => return false,
    };
    let plain = |name: &str| name.strip_suffix(usual_port).unwrap_or(name).to_ascii_lowercase();
    !authority.is_empty() && plain(authority) == plain(host)
}
