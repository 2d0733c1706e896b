//! Every route of the office under one roof.

use super::connections;
use crate::exit::{Stop, say};
use axum::Router;
use axum::extract::{Path, Request};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::{HeaderMap, Method};
use std::time::Duration;
use web_kit::states::Trouble;
use web_kit::{InLang, Lang, LangRewrite, Page, gallery, href};
use web_scene::{App, Scene};

/// How long one request may take, its body included.
const REQUEST_MAX: Duration = Duration::from_secs(60);
/// Addresses of lists that are often written without their last stroke.
const LISTS: [&str; 5] = ["/tin", "/dien-dan", "/van-ban", "/dieu-hanh", "/quan-tri"];

/// All routes. A screen's own crate says which are its.
pub fn routes(app: App) -> Router {
    let mut routes = Router::new()
        .merge(web_portal::routes())
        .merge(web_forum::routes())
        .merge(web_report::routes())
        .merge(web_vote::routes())
        .merge(web_outcome::routes())
        .merge(web_follow::routes())
        .merge(web_record::routes())
        .merge(web_people::routes())
        .route("/tinh/{file}", get(static_file));
    if app.settings.demo {
        routes = routes
            .route("/bo-thanh-phan", get(components))
            .merge(crate::demo::enter::routes());
    }
    let tls = app.settings.tls;
    let count = from_fn_with_state(app.clone(), web_scene::visits::count);
    let routes = routes
        .fallback(not_found)
        .method_not_allowed_fallback(not_allowed)
        .with_state(app);
    web_kit::protect(routes.layer(from_fn(contain)).layer(count), tls)
}

/// A handler that breaks is our fault: the reader gets a page with a code to quote, and the same code stands on the error
/// output with the place in the program, never with anything of the request.
async fn contain(request: Request, next: Next) -> Response {
    let lang = request.extensions().get().copied().unwrap_or(Lang::Vi);
    let mut handler = tokio::spawn(next.run(request));
    match tokio::time::timeout(REQUEST_MAX, &mut handler).await {
        Ok(Ok(response)) => response,
        // Too slow to send: what has not come whole is given up.
        Err(_) => {
            handler.abort();
            web_kit::reply::bare_trouble(
                lang,
                Trouble::Busy {
                    writing: true,
                    code: None,
                },
            )
        }
        Ok(Err(broken)) => {
            let code = base::hex::encode(&ledger::system_entropy()[..2]).to_uppercase();
            say(&format!(
                "a page broke ({}), code {code}",
                if broken.is_panic() { "panic" } else { "cancelled" }
            ));
            web_kit::reply::bare_trouble(
                lang,
                Trouble::Busy {
                    writing: true,
                    code: Some(&code),
                },
            )
        }
    }
}

async fn static_file(headers: HeaderMap, Path(file): Path<String>, scene: Scene) -> Response {
    web_kit::reply::static_file(&headers, &format!("/tinh/{file}")).unwrap_or_else(|| scene.not_found())
}

async fn components(InLang(lang): InLang) -> Page {
    Page::fresh(gallery(lang))
}

async fn not_found(scene: Scene) -> Response {
    if LISTS.contains(&scene.path.as_str()) {
        return Redirect::permanent(&href(scene.lang, &format!("{}/", scene.path))).into_response();
    }
    scene.not_found()
}

async fn not_allowed(method: Method, scene: Scene) -> Response {
    let allow = if method == Method::POST {
        "GET, HEAD"
    } else {
        "GET, HEAD, POST"
    };
    let mut response = scene.trouble(Trouble::Method);
    response
        .headers_mut()
        .insert(http::header::ALLOW, http::HeaderValue::from_static(allow));
    response
}

/// Answers until the program is told to stop.
pub async fn serve(app: App, listener: std::net::TcpListener) -> Result<(), Stop> {
    let is_behind_proxy = app.settings.proxy;
    connections::serve(listener, LangRewrite(routes(app)), is_behind_proxy, told_to_stop()).await
}

async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
