//! Every route of the office under one roof.

use crate::exit::{self, Stop};
use axum::Router;
use axum::extract::{Path, Request};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, Method};
use std::net::SocketAddr;
use web_kit::states::Trouble;
use web_kit::{InLang, LangRewrite, Page, gallery};
use web_scene::{App, Scene};

/// All routes. A screen's own crate says which are its.
pub fn routes(app: App) -> Router {
    let mut routes = Router::new()
        .merge(web_portal::routes())
        .merge(web_forum::routes())
        .merge(web_record::routes())
        .merge(web_people::routes())
        .route("/tinh/{file}", get(static_file));
    if app.settings.demo {
        routes = routes.route("/bo-thanh-phan", get(components));
    }
    let tls = app.settings.tls;
    let routes = routes.fallback(not_found).method_not_allowed_fallback(not_allowed).with_state(app);
    web_kit::protect(routes, tls)
}

async fn static_file(headers: HeaderMap, Path(file): Path<String>, scene: Scene) -> Response {
    web_kit::reply::static_file(&headers, &format!("/tinh/{file}")).unwrap_or_else(|| trouble(&scene, Trouble::NotFound))
}

async fn components(InLang(lang): InLang) -> Page {
    Page::fresh(gallery(lang))
}

async fn not_found(scene: Scene) -> Response {
    trouble(&scene, Trouble::NotFound)
}

async fn not_allowed(method: Method, scene: Scene) -> Response {
    let allow = if method == Method::POST { "GET, HEAD" } else { "GET, HEAD, POST" };
    let mut response = trouble(&scene, Trouble::Method);
    response.headers_mut().insert(http::header::ALLOW, http::HeaderValue::from_static(allow));
    response
}

fn trouble(scene: &Scene, trouble: Trouble<'_>) -> Response {
    let mut frame = scene.frame(trouble.title(scene.lang), None, vec![]);
    frame.noindex = true;
    Page::trouble(trouble, frame.page(trouble.html(scene.lang))).into_response()
}

/// Answers until the program is told to stop.
pub async fn serve(app: App, listener: std::net::TcpListener) -> Result<(), Stop> {
    let failed = |why: std::io::Error| Stop::new(exit::FAILED, format!("cannot serve: {why}"));
    listener.set_nonblocking(true).map_err(failed)?;
    let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
    let service = LangRewrite(routes(app));
    let service = axum::ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(service);
    axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await.map_err(failed)
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
