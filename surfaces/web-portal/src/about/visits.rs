//! What is counted: nothing yet; and what the old site showed.

use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::number;
use http::HeaderMap;
use web_kit::{Crumb, render};
use web_scene::{App, Scene};

#[derive(Template)]
#[template(path = "about/visits.html")]
struct Visits {
    w: PortalWords,
    old: Option<(String, [(&'static str, String); 3])>,
}

/// GET `/thong-ke`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let (w, lang) = (PortalWords(scene.lang), scene.lang);
    scene.kept(&app, &headers, &scene.page_key(scene.world().portal.rev), || {
        let old = scene.world().portal.legacy_visits.map(|visits| {
            let figures = [
                (w.visits_online(), number(visits.online, lang)),
                (w.visits_today(), number(visits.today, lang)),
                (w.visits_total(), number(visits.total, lang)),
            ];
            (w.visits_old_text(visits.as_of), figures)
        });
        let body = render(&Visits { w, old });
        scene.frame(w.visits(), None, vec![Crumb::here(w.visits())]).page(body)
    })
}
