//! Documents of a forum: the plan, the programme, invitations, minutes. What was added is public; what was recalled stays
//! readable.

pub(crate) mod add;
pub(crate) mod desk;
pub(crate) mod file;
pub(crate) mod list;
pub(crate) mod recall;
pub(crate) mod show;
mod words;

pub(crate) use words::{DocumentWords, WriterWords};

use axum::extract::FromRequestParts;
use axum::response::Response;
use forum::document::Document;
use http::request::Parts;
use web_scene::{App, InForum, Numbered};

/// The document an address names, with the forum it is of. An unknown one is answered by the 404 page.
pub(crate) struct AtDocument {
    /// The forum.
    pub at: InForum,
    /// Its number.
    pub number: u32,
    /// The document.
    pub document: Document,
}

impl FromRequestParts<App> for AtDocument {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let at = InForum::from_request_parts(parts, app).await?;
        let Ok(Numbered(number)) = Numbered::from_request_parts(parts, app).await;
        let number = number.and_then(|number| u32::try_from(number).ok());
        let known = number.and_then(|number| Some((number, at.forum.documents.get(&number)?.clone())));
        match known {
            Some((number, document)) => Ok(AtDocument { at, number, document }),
            None => Err(at.scene.not_found()),
        }
    }
}
