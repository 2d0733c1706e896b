//! What an address names: a forum, a number in it.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::response::Response;
use base::number::ForumNo;
use forum::Forum;
use http::request::Parts;
use std::convert::Infallible;
use web_scene::{App, Scene};

/// The forum an address names, with the scene it was found in. An unknown one is answered by the 404 page.
pub(crate) struct InForum {
    /// The scene.
    pub scene: Scene,
    /// The forum.
    pub forum: Forum,
}

/// A step of an address as it was sent, percent-decoded; `None` when it is no UTF-8.
async fn step(parts: &mut Parts, name: &str) -> Option<String> {
    let steps = RawPathParams::from_request_parts(parts, &()).await.ok()?;
    steps
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

impl FromRequestParts<App> for InForum {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let Ok(scene) = Scene::from_request_parts(parts, app).await;
        let no = step(parts, "no").await.and_then(|no| no.parse::<ForumNo>().ok());
        match no.and_then(|no| scene.world().forums.forums.get(&no)).cloned() {
            Some(forum) => Ok(InForum { scene, forum }),
            None => Err(scene.not_found()),
        }
    }
}

/// The number an address ends in, or nothing when it is spelled otherwise: one spelling for one page.
pub(crate) struct Numbered(pub Option<u64>);

impl FromRequestParts<App> for Numbered {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let typed = step(parts, "so").await;
        let number = typed.as_deref().and_then(|typed| typed.parse::<u64>().ok());
        Ok(Numbered(number.filter(|number| {
            typed.as_deref() == Some(number.to_string().as_str())
        })))
    }
}
