//! What an address names: a forum, a number in it, a clause of a directive.

use crate::{App, Scene, Staff};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::response::Response;
use base::number::ForumNo;
use forum::Forum;
use http::request::Parts;
use std::convert::Infallible;

/// The forum an address names, with the scene it was found in. An unknown one is answered by the 404 page.
pub struct InForum {
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

impl InForum {
    /// The forum's title; its number when the title can't be shown.
    pub fn title(&self) -> String {
        self.scene.forum_title(&self.forum)
    }
}

/// Who is signed in, at a forum's desk.
pub struct StaffInForum {
    /// Who.
    pub staff: Staff,
    /// The forum.
    pub forum: Forum,
}

impl FromRequestParts<App> for StaffInForum {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let staff = Staff::from_request_parts(parts, app).await?;
        let no = step(parts, "no").await.and_then(|no| no.parse::<ForumNo>().ok());
        match no.and_then(|no| staff.scene.world().forums.forums.get(&no)).cloned() {
            Some(forum) => Ok(StaffInForum { staff, forum }),
            None => Err(staff.scene.not_found()),
        }
    }
}

/// The clause an address names, as `2.3`: directive and clause. `None` when it is spelled otherwise.
pub struct ClauseNumber(pub Option<(u32, u32)>);

impl FromRequestParts<App> for ClauseNumber {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let typed = step(parts, "viec").await;
        let read = typed.as_deref().and_then(|typed| {
            let (directive, clause) = typed.split_once('.')?;
            Some((directive.parse::<u32>().ok()?, clause.parse::<u32>().ok()?))
        });
        let same =
            |(directive, clause): &(u32, u32)| typed.as_deref() == Some(format!("{directive}.{clause}").as_str());
        Ok(ClauseNumber(read.filter(same)))
    }
}

/// The number an address ends in, or nothing when it is spelled otherwise: one spelling for one page.
pub struct Numbered(pub Option<u64>);

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
