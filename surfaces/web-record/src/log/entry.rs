//! One entry, byte for byte.

use super::{FOR_EVER, JSON, answer, failed, json, missing, plain_number};
use axum::extract::State;
use axum::response::Response;
use http::{StatusCode, Uri};
use ledger::entry;
use serde::Serialize;
use web_scene::App;

/// What may be said of an entry that is not for everyone.
#[derive(Serialize)]
struct Private {
    private: bool,
    seq: u64,
    digest: String,
}

/// `/log/entry/<seq>`: the exact bytes of a public entry. A private one is 404 with its digest, which its salt keeps
/// from being guessed. Beyond the public checkpoint there is nothing to tell.
pub(super) async fn entry(State(app): State<App>, uri: Uri) -> Response {
    let seq = uri.path().strip_prefix("/log/entry/").and_then(plain_number);
    let Some(seq) = seq.filter(|seq| *seq < app.ledger.public().size) else {
        return missing("no such entry at the size of the public checkpoint");
    };
    let bytes = match app.ledger.entry_bytes(seq) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return missing("no such entry at the size of the public checkpoint"),
        Err(why) => return failed(&why),
    };
    // Bytes that are no entry are shown to nobody: whether they were private can't be told.
    let open = entry::open(&bytes).is_ok_and(|envelope| !envelope.private);
    if open {
        return answer(JSON, FOR_EVER, bytes);
    }
    let digest = base::hex::encode(&entry::digest(&bytes));
    json(
        StatusCode::NOT_FOUND,
        &Private {
            private: true,
            seq,
            digest,
        },
    )
}
