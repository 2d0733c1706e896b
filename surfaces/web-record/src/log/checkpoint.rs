//! The public checkpoint and the key that signs it.

use super::{ASK_AGAIN, TEXT, answer};
use axum::extract::State;
use axum::response::Response;
use web_scene::App;

/// `/log/checkpoint`: the signed note (C2SP tlog-checkpoint) of the size shown to the world.
pub(super) async fn checkpoint(State(app): State<App>) -> Response {
    answer(TEXT, ASK_AGAIN, app.ledger.public().signed.to_string())
}

/// `/log/vkey`: the public key in its text form (C2SP signed-note), one line.
pub(super) async fn vkey(State(app): State<App>) -> Response {
    answer(TEXT, ASK_AGAIN, format!("{}\n", app.ledger.vkey()))
}
