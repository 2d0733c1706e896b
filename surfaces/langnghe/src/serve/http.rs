//! Every route of the office under one roof.

use crate::exit::{self, Stop, say};
use axum::Router;
use axum::extract::{Path, Request};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::get;
use http::{HeaderMap, Method};
use std::net::SocketAddr;
use std::time::Duration;
use web_kit::states::Trouble;
use web_kit::{InLang, Lang, LangRewrite, Page, gallery};
use web_scene::{App, Scene};

/// How long answers under way are waited for when the program is told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

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
    web_kit::protect(routes.layer(from_fn(contain)), tls)
}

/// A handler that breaks is our fault: the reader gets a page with a code to quote, and the same code stands on the error
/// output with the place in the program, never with anything of the request.
async fn contain(request: Request, next: Next) -> Response {
    let lang = request.extensions().get().copied().unwrap_or(Lang::Vi);
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(broken) => {
            let code = base::hex::encode(&ledger::system_entropy()[..2]).to_uppercase();
            say(&format!("a page broke ({}), code {code}", if broken.is_panic() { "panic" } else { "cancelled" }));
            web_kit::reply::bare_trouble(lang, Trouble::Busy { writing: true, code: Some(&code) })
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
    scene.not_found()
}

async fn not_allowed(method: Method, scene: Scene) -> Response {
    let allow = if method == Method::POST { "GET, HEAD" } else { "GET, HEAD, POST" };
    let mut response = scene.trouble(Trouble::Method);
    response.headers_mut().insert(http::header::ALLOW, http::HeaderValue::from_static(allow));
    response
}

/// Answers until the program is told to stop.
pub async fn serve(app: App, listener: std::net::TcpListener) -> Result<(), Stop> {
    let failed = |why: std::io::Error| Stop::new(exit::FAILED, format!("cannot serve: {why}"));
    listener.set_nonblocking(true).map_err(failed)?;
    let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
    let service = LangRewrite(routes(app));
    let service = axum::ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(service);
    let (told, mut hurry) = tokio::sync::oneshot::channel();
    let stop = async move {
        told_to_stop().await;
        // Nobody listens any more only if the server has ended already.
        let _ = told.send(());
    };
    let served = std::future::IntoFuture::into_future(axum::serve(listener, service).with_graceful_shutdown(stop));
    tokio::pin!(served);
    tokio::select! {
        ended = &mut served => return ended.map_err(failed),
        _ = &mut hurry => {}
    }
    // Whoever still sends or reads after that is cut off; what was acknowledged is recorded.
    match tokio::time::timeout(LAST_ANSWERS, served).await {
        Ok(ended) => ended.map_err(failed),
        Err(_) => Ok(()),
    }
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
