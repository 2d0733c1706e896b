//! What a commitment opens to, as long as it may be shown.

use super::{failed, json, missing, plain_number};
use axum::extract::State;
use axum::response::Response;
use base::fact::{Exposure, SealedRef};
use forum::OpinionState;
use http::{StatusCode, Uri};
use ledger::store::sealed_ref;
use serde::Serialize;
use web_scene::App;
use world::World;

/// Salt and words of a sealed field.
#[derive(Serialize)]
pub(crate) struct Opened {
    /// The salt, lower-case hex.
    pub(crate) salt: String,
    /// The words.
    pub(crate) value: String,
}

#[derive(Serialize)]
struct Erased {
    erased_by: u64,
}

/// `/log/value/<seq>/<field>`: 200 while public, 410 once its erasure is ordered. Held, private and absent are one
/// answer.
pub(super) async fn value(State(app): State<App>, uri: Uri) -> Response {
    let nothing = || missing("no such public value");
    let Some(at) = uri.path().strip_prefix("/log/value/").and_then(place) else {
        return nothing();
    };
    // The public size first: it only grows, so a state read after it covers it.
    let size = app.ledger.public().size;
    let view = app.ledger.view();
    // A file has no words; of a private field nobody learns even that it was erased.
    if at.seq >= size || view.state.is_file(at) || view.state.is_private(at) {
        return nothing();
    }
    match view.state.exposure_of(at) {
        Exposure::Erased(entry) if may_tell(&view.state, at, entry, size) => {
            json(StatusCode::GONE, &Erased { erased_by: entry })
        }
        Exposure::Erased(_) | Exposure::Held | Exposure::Private | Exposure::Absent => nothing(),
        Exposure::Public => match app.ledger.unseal(at) {
            Ok(Some(sealed)) => json(
                StatusCode::OK,
                &Opened {
                    salt: base::hex::encode(&sealed.salt),
                    value: sealed.value,
                },
            ),
            // Its erasure was ordered and done between the two looks, or the store lost it.
            Ok(None) => match app.ledger.view().state.exposure_of(at) {
                Exposure::Erased(erased_by) => json(StatusCode::GONE, &Erased { erased_by }),
                _ => failed(&ledger::store::StoreError::Damaged(format!("{at:?} is missing"))),
            },
            Err(why) => failed(&why),
        },
    }
}

fn place(rest: &str) -> Option<SealedRef> {
    let (seq, field) = rest.split_once('/')?;
    sealed_ref(plain_number(seq)?, field)
}

/// Whether the erasure may be told before the public checkpoint covers it. Words that were public cease to be before
/// everyone's eyes. An author who takes back what nobody had read must not be seen doing it at the minute.
fn may_tell(world: &World, at: SealedRef, entry: u64, size: u64) -> bool {
    let unpublished = |opinion: &forum::Opinion| !matches!(opinion.state, OpinionState::Published(_));
    if entry < size || !world.forums.opinions.get(&at.seq).is_some_and(unpublished) {
        return true;
    }
    // The confirmation came after the order, which may be covered already.
    world.order_of(at).is_some_and(|(_, order)| order.ordered < size)
}
