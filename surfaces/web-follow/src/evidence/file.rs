//! The file of a piece of evidence. Pictures are shown by the browser, everything else is saved: nothing that someone
//! handed in runs as a page of this site.

use super::AtEvidence;
use super::kind::served;
use crate::clause::label;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Commitment, Exposure};
use ledger::store::Store;
use web_kit::states::Trouble;
use web_scene::{App, serve_file};

/// `GET /dien-dan/{no}/viec/{viec}/bang-chung/{so}/tep`
pub(crate) async fn serve(State(app): State<App>, at: AtEvidence) -> Response {
    let scene = &at.page.at.scene;
    let Some((place, file)) = at.evidence.file else {
        return scene.not_found();
    };
    match scene.world().exposure_of(place) {
        Exposure::Public => {}
        Exposure::Erased(entry) => return scene.trouble(Trouble::Gone(Some(&entry.to_string()))),
        Exposure::Held | Exposure::Private | Exposure::Absent => return scene.not_found(),
    }
    let kept = app.ledger.store().blob(file.blob.id).ok().flatten();
    // Other bytes than the record says are never shown as the evidence.
    let kept = kept.filter(|kept| Commitment::of(&kept.salt, &kept.bytes) == file.blob.commitment);
    let Some(kept) = kept else {
        return scene.trouble(Trouble::Busy {
            writing: false,
            code: None,
        });
    };
    let name = format!(
        "{}-viec-{}-bang-chung-{}",
        at.page.no.forum,
        label(at.page.no),
        at.number
    );
    serve_file(served(file.kind), kept.bytes, &name)
}
