//! How to sign in.

use super::InvitationWords;
use askama::Template;
use axum::response::{IntoResponse, Response};
use people::invitation::INVITATION_HOURS;
use web_kit::{Crumb, Page, render};
use web_scene::Scene;

#[derive(Template)]
#[template(path = "invitation/how.html")]
struct How {
    w: InvitationWords,
    hours: u32,
}

/// `GET /vao`.
pub(crate) async fn page(scene: Scene) -> Response {
    let w = InvitationWords(scene.lang);
    let body = render(&How {
        w,
        hours: INVITATION_HOURS,
    });
    let mut frame = scene.frame(w.how_title(), None, vec![Crumb::here(w.how_title())]);
    frame.noindex = true;
    Page::fresh(frame.page(body)).into_response()
}
