//! The same-origin guard as a matrix, and the headers of every answer.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::routing::get;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use tower::ServiceExt;
use web_kit::guard::{CSP, is_foreign};
use web_kit::{LangRewrite, protect, see_other};

fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in pairs {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a header's name");
        map.append(name, HeaderValue::from_str(value).expect("a header's value"));
    }
    map
}

#[test]
fn the_matrix() {
    const HOST: (&str, &str) = ("host", "a.example");
    let cases: &[(&[(&str, &str)], bool)] = &[
        // programs: neither header
        (&[HOST], false),
        (&[], false),
        // Sec-Fetch-Site alone
        (&[HOST, ("sec-fetch-site", "same-origin")], false),
        (&[HOST, ("sec-fetch-site", "none")], false),
        (&[HOST, ("sec-fetch-site", "same-site")], true),
        (&[HOST, ("sec-fetch-site", "cross-site")], true),
        (&[HOST, ("sec-fetch-site", "something-new")], true),
        (
            &[
                HOST,
                ("sec-fetch-site", "same-origin"),
                ("sec-fetch-site", "cross-site"),
            ],
            true,
        ),
        // Origin alone
        (&[HOST, ("origin", "https://a.example")], false),
        (&[HOST, ("origin", "http://a.example")], false),
        (&[HOST, ("origin", "https://A.Example")], false),
        (&[HOST, ("origin", "https://a.example:443")], false),
        (&[("host", "a.example:443"), ("origin", "https://a.example")], false),
        (
            &[("host", "127.0.0.1:8080"), ("origin", "http://127.0.0.1:8080")],
            false,
        ),
        (&[("host", "[::1]:8080"), ("origin", "http://[::1]:8080")], false),
        (&[HOST, ("origin", "https://b.example")], true),
        (&[HOST, ("origin", "https://a.example.evil.example")], true),
        (&[HOST, ("origin", "https://evil-a.example")], true),
        (&[HOST, ("origin", "https://a.example:8443")], true),
        (&[HOST, ("origin", "https://b.a.example")], true),
        (&[HOST, ("origin", "null")], true),
        (&[HOST, ("origin", "")], true),
        (&[HOST, ("origin", "https://")], true),
        (&[("origin", "https://a.example")], true),
        // both
        (
            &[HOST, ("origin", "https://a.example"), ("sec-fetch-site", "same-origin")],
            false,
        ),
        (
            &[HOST, ("origin", "https://a.example"), ("sec-fetch-site", "cross-site")],
            true,
        ),
        (
            &[HOST, ("origin", "https://b.example"), ("sec-fetch-site", "same-origin")],
            true,
        ),
    ];
    let uri = Uri::from_static("/dien-dan/2020-01/viet");
    for (pairs, foreign) in cases {
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            assert_eq!(
                is_foreign(&method, &uri, &headers(pairs)),
                *foreign,
                "{method} {pairs:?}"
            );
        }
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            assert!(!is_foreign(&method, &uri, &headers(pairs)), "{method} changes nothing");
        }
    }
}

async fn ask(method: Method, path: &str, pairs: &[(&str, &str)], tls: bool) -> (StatusCode, HeaderMap, String) {
    let router = Router::new().route(
        "/x",
        get(|| async { "read" }).post(|| async { see_other("/bien-nhan/LN-1") }),
    );
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .body(Body::empty())
        .expect("a valid request");
    *request.headers_mut() = headers(pairs);
    let response = LangRewrite(protect(router, tls))
        .oneshot(request)
        .await
        .expect("infallible");
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 100_000).await.expect("a small body");
    (
        parts.status,
        parts.headers,
        String::from_utf8_lossy(&bytes).into_owned(),
    )
}

#[tokio::test]
async fn a_foreign_form_gets_a_page_in_plain_words() {
    let foreign = [("host", "a.example"), ("sec-fetch-site", "cross-site")];
    let (status, headers, body) = ask(Method::POST, "/x", &foreign, false).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert_eq!(headers["cache-control"], "no-store");
    assert!(body.contains("phiếu này gửi từ trang khác") && body.contains(r#"href="/""#));
    let (_, _, english) = ask(Method::POST, "/en/x", &foreign, false).await;
    assert!(english.contains("came from another site") && english.contains(r#"href="/en/""#));
    let (status, headers, _) = ask(Method::POST, "/x", &[("host", "a.example")], false).await;
    assert_eq!(
        (status, &headers["location"]),
        (StatusCode::SEE_OTHER, &HeaderValue::from_static("/bien-nhan/LN-1"))
    );
    assert_eq!(ask(Method::GET, "/x", &foreign, false).await.0, StatusCode::OK);
}

#[tokio::test]
async fn every_answer_carries_the_headers() {
    for (method, path) in [(Method::GET, "/x"), (Method::GET, "/none"), (Method::DELETE, "/x")] {
        let (_, headers, _) = ask(method, path, &[], false).await;
        assert_eq!(headers["content-security-policy"], CSP);
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["referrer-policy"], "same-origin");
        for name in [
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
        ] {
            assert!(headers.contains_key(name), "{name} at {path}");
        }
        assert!(!headers.contains_key("strict-transport-security"));
    }
    assert!(
        ask(Method::GET, "/x", &[], true)
            .await
            .1
            .contains_key("strict-transport-security")
    );
    assert!(!CSP.contains("unsafe") && !CSP.contains('*') && CSP.starts_with("default-src 'none'"));
}
