//! Tiles and entry bundles (C2SP tlog-tiles), never beyond the public checkpoint.

use super::{BYTES, FOR_EVER, answer, failed, missing};
use axum::extract::State;
use axum::response::Response;
use http::{HeaderValue, Uri};
use ledger::tile::TilePath;
use web_scene::App;

/// A partial tile is soon replaced by a wider one.
const SHORT: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// `/log/tile/<L>/<N>[.p/<W>]` and `/log/tile/entries/<N>[.p/<W>]`. Every tile has one spelling; the address is read as
/// it was sent, so that an escaped one is another address.
pub(super) async fn tile(State(app): State<App>, uri: Uri) -> Response {
    let path = uri
        .path()
        .strip_prefix("/log/")
        .and_then(|path| path.parse::<TilePath>().ok());
    let Some(path) = path else {
        return missing("not the path of a tile");
    };
    match app.ledger.tile(&path) {
        Ok(Some(bytes)) => answer(BYTES, if path.is_full() { FOR_EVER } else { SHORT }, bytes),
        Ok(None) => missing("no such tile at the size of the public checkpoint"),
        Err(why) => failed(&why),
    }
}
