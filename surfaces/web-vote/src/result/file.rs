//! The result as files: the exact bytes that the ledger names, and a table.

use super::placed;
use axum::response::{IntoResponse, Response};
use base::number::opinion_label;
use forum::small_numbers::Shown;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use std::fmt::Write as _;
use web_scene::InForum;

fn attached(at: &InForum, kind: &'static str, end: &str, body: String) -> Response {
    let name = format!("attachment; filename=\"ket-qua-{}.{end}\"", at.forum.no);
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "no-cache".to_owned()),
    ];
    (headers, body).into_response()
}

/// `GET /dien-dan/{no}/ket-qua/tep.json`
pub(crate) async fn json(at: InForum) -> Response {
    match at.forum.votes_published {
        Some(_) => attached(&at, "application/json", "json", forum::results::file(&at.forum)),
        None => at.scene.not_found(),
    }
}

/// `GET /dien-dan/{no}/ket-qua/tep.csv`
pub(crate) async fn csv(at: InForum) -> Response {
    if at.forum.votes_published.is_none() {
        return at.scene.not_found();
    }
    let mut table = String::from("opinion,answers,agree,disagree,pass,agree_permille,agree_low,agree_high\r\n");
    let mut all = placed(&at.forum);
    all.sort_by_key(|one| one.number);
    for one in all {
        let label = opinion_label(one.number);
        // Writing to a String cannot fail.
        let _ = match one.shown {
            Shown::TookPart(answers) => write!(table, "{label},{answers},,,,,,\r\n"),
            Shown::Counts(c) => write!(
                table,
                "{label},{},{},{},{},,,\r\n",
                c.answers(),
                c.agree,
                c.disagree,
                c.pass
            ),
            Shown::Shares(c, [agree, ..]) => write!(
                table,
                "{label},{},{},{},{},{},{},{}\r\n",
                c.answers(),
                c.agree,
                c.disagree,
                c.pass,
                agree.permille,
                agree.low,
                agree.high
            ),
        };
    }
    attached(&at, "text/csv; charset=utf-8", "csv", table)
}
