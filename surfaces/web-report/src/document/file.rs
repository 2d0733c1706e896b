//! The file of a document. Pictures are shown by the browser, everything else is saved: nothing that someone handed in
//! runs as a page of this site.

use super::AtDocument;
use super::kind::served;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Commitment, Exposure};
use ledger::store::Store;
use web_kit::states::Trouble;
use web_scene::{App, serve_file};

/// `GET /dien-dan/{no}/tai-lieu/{so}/tep`
pub(crate) async fn serve(State(app): State<App>, at: AtDocument) -> Response {
    let scene = &at.at.scene;
    let Some((place, file)) = at.document.file else {
        return scene.not_found();
    };
    match scene.world().exposure_of(place) {
        Exposure::Public => {}
        Exposure::Erased(entry) => return scene.trouble(Trouble::Gone(Some(&entry.to_string()))),
        Exposure::Held | Exposure::Private | Exposure::Absent => return scene.not_found(),
    }
    let kept = app.ledger.store().blob(file.blob.id).ok().flatten();
    // Other bytes than the record says are never shown as the document.
    let kept = kept.filter(|kept| Commitment::of(&kept.salt, &kept.bytes) == file.blob.commitment);
    match kept {
        Some(kept) => {
            let name = format!("{}-tai-lieu-{}", at.at.forum.no, at.number);
            serve_file(served(file.kind), kept.bytes, &name)
        }
        None => scene.trouble(Trouble::Busy {
            writing: false,
            code: None,
        }),
    }
}
