//! A clause of a directive as anyone reads it: what is to be done, by whom and until when, and everything that happened.

mod history;
mod parts;
pub(crate) mod show;
mod sources;
mod words;

pub(crate) use history::{History, Told, history};
pub(crate) use parts::{contests_line, evidence_list, state_sentence};
pub(crate) use words::ClauseWords;

use axum::extract::FromRequestParts;
use axum::response::Response;
use forum::clause::Clause;
use forum::conclusion::Directive;
use forum::{ClauseNo, Forum};
use http::request::Parts;
use web_scene::{App, ClauseNumber, InForum};

/// A clause in force, with the directive it is of; none when there is none of this number.
pub(crate) fn in_force(forum: &Forum, number: Option<(u32, u32)>) -> Option<(ClauseNo, &Directive, &Clause)> {
    let (directive, clause) = number.filter(|_| forum.is_concluded())?;
    let no = ClauseNo {
        forum: forum.no,
        directive,
        clause,
    };
    let directive = forum.directives.get(&directive)?;
    Some((no, directive, directive.clause(clause)?))
}

/// The clause a public address names. An unknown one is answered by the 404 page.
pub(crate) struct AtClause {
    /// The forum and the scene.
    pub at: InForum,
    /// Which clause.
    pub no: ClauseNo,
    /// Its directive.
    pub directive: Directive,
    /// The clause.
    pub clause: Clause,
}

impl FromRequestParts<App> for AtClause {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let at = InForum::from_request_parts(parts, app).await?;
        let Ok(ClauseNumber(number)) = ClauseNumber::from_request_parts(parts, app).await;
        match in_force(&at.forum, number).map(|(no, directive, clause)| (no, directive.clone(), clause.clone())) {
            Some((no, directive, clause)) => Ok(AtClause {
                at,
                no,
                directive,
                clause,
            }),
            None => Err(at.scene.not_found()),
        }
    }
}

/// A clause as people name it: "1.2".
pub(crate) fn label(no: ClauseNo) -> String {
    format!("{}.{}", no.directive, no.clause)
}
