//! Language prefixes: rewriting before routing, links, what is left alone.

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Query, Request};
use axum::routing::get;
use http::Uri;
use std::collections::BTreeMap;
use tower::ServiceExt;
use web_kit::{InLang, Lang, LangRewrite, href, split};

#[test]
fn links_get_and_lose_the_prefix() {
    assert_eq!(href(Lang::Vi, "/dien-dan/"), "/dien-dan/");
    assert_eq!(href(Lang::En, "/dien-dan/?muc=da"), "/en/dien-dan/?muc=da");
    assert_eq!(href(Lang::En, "/"), "/en/");
    for left in ["#noi-dung", "?muc=tat-ca", "https://a.example/", "//a.example/x"] {
        assert_eq!(href(Lang::En, left), left);
    }
    for path in ["/", "/tin/", "/dien-dan/2020-01/viet", "/enough", "/en-route/"] {
        assert_eq!(split(path), (Lang::Vi, path));
        assert_eq!(split(&href(Lang::En, path)), (Lang::En, path));
    }
    assert_eq!(split("/en"), (Lang::En, "/"));
    assert_eq!(split("/english"), (Lang::Vi, "/english"));
}

async fn ask(path: &str) -> String {
    let show = |InLang(lang): InLang, uri: Uri, Query(q): Query<BTreeMap<String, String>>| async move {
        format!("{} {uri} {q:?}", lang.code())
    };
    let router = Router::new()
        .route("/", get(show))
        .route("/tin/", get(show))
        .route("/host", get(show));
    let request = Request::builder()
        .uri(path)
        .body(axum::body::Body::empty())
        .expect("a valid request");
    let response = LangRewrite(router).oneshot(request).await.expect("infallible");
    let status = response.status();
    let bytes = to_bytes(response.into_body(), 10_000).await.expect("a small body");
    if status.is_success() {
        String::from_utf8_lossy(&bytes).into_owned()
    } else {
        status.as_str().to_owned()
    }
}

#[tokio::test]
async fn the_prefix_is_taken_off_before_routing() {
    assert_eq!(ask("/tin/").await, "vi /tin/ {}");
    assert_eq!(ask("/en/tin/?a=1%262").await, r#"en /tin/?a=1%262 {"a": "1&2"}"#);
    assert_eq!(ask("/en").await, "en / {}");
    assert_eq!(ask("/en/").await, "en / {}");
    assert_eq!(ask("/en?x=1").await, r#"en /?x=1 {"x": "1"}"#);
    assert_eq!(ask("/en//host").await, "en /host {}");
    assert_eq!(ask("/entin/").await, "404");
    assert_eq!(ask("/en/en/tin/").await, "404");
}
