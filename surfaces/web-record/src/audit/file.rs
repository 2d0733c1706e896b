//! The two files of a private entry: its exact bytes, and its proof.

use super::{At, Auditor, look};
use crate::busy;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::HeaderName;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use web_scene::App;

/// End of the name of the entry's bytes.
const ENTRY: &str = ".json";
/// End of the proof's name (C2SP tlog-proof).
const PROOF: &str = ".tlog-proof";

/// `GET /dieu-hanh/kiem-toan/{tep}`: `<seq>.json`, `<seq>.tlog-proof`
pub(crate) async fn file(
    State(app): State<App>,
    Auditor(staff): Auditor,
    name: Result<Path<String>, PathRejection>,
) -> Response {
    let name = name.map_or_else(|_| String::new(), |Path(name)| name);
    let of = |end: &str| name.strip_suffix(end)?.parse::<u64>().ok();
    let (seq, is_proof) = match (of(ENTRY), of(PROOF)) {
        (Some(seq), _) => (seq, false),
        (None, Some(seq)) => (seq, true),
        (None, None) => return staff.scene.not_found(),
    };
    let bytes = match look(&app, seq) {
        Ok(At::Private(bytes)) => bytes,
        Ok(At::Public | At::Nothing) => return staff.scene.not_found(),
        Err(_) => return busy(&staff.scene),
    };
    let (kind, body) = match is_proof {
        false => ("application/json", bytes),
        true => match app.ledger.proof(seq) {
            Ok(proof) => ("text/plain; charset=utf-8", proof.to_string().into_bytes()),
            Err(_) => return busy(&staff.scene),
        },
    };
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (CACHE_CONTROL, "no-store".to_owned()),
        (HeaderName::from_static("x-robots-tag"), "noindex".to_owned()),
    ];
    (headers, body).into_response()
}
