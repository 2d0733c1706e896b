//! A piece of evidence: its page, and its file.

pub(crate) mod file;
pub(crate) mod show;

use axum::extract::FromRequestParts;
use axum::response::Response;
use forum::clause::Evidence;
use http::request::Parts;
use web_scene::{App, Numbered};

use crate::clause::AtClause;

/// The piece of evidence an address names. An unknown one is answered by the 404 page.
pub(crate) struct AtEvidence {
    /// Its clause.
    pub page: AtClause,
    /// Its number.
    pub number: u32,
    /// The evidence.
    pub evidence: Evidence,
}

impl FromRequestParts<App> for AtEvidence {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let page = AtClause::from_request_parts(parts, app).await?;
        let Ok(Numbered(number)) = Numbered::from_request_parts(parts, app).await;
        let number = number.and_then(|number| u32::try_from(number).ok());
        match number.and_then(|number| Some((number, page.clause.evidence.get(&number)?.clone()))) {
            Some((number, evidence)) => Ok(AtEvidence { page, number, evidence }),
            None => Err(page.at.scene.not_found()),
        }
    }
}
