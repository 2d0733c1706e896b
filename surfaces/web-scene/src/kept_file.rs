//! A file that an entry of a forum names: kept before the entry, told with its size, and served while it is public.

use crate::{App, Scene, serve_file};
use axum::response::Response;
use base::fact::{Commitment, Exposure, SealedRef};
use base::vietnamese::number;
use documents::{Accepted, FileKind as ByBytes};
use forum::events::{FileKind, FileRef};
use ledger::store::Store;
use web_kit::Lang;
use web_kit::states::Trouble;

/// Bytes in a kilobyte, as sizes are told.
const KILOBYTE: u32 = 1024;

/// A kind by its bytes, as the record names it.
const fn recorded_kind(kind: ByBytes) -> FileKind {
    match kind {
        ByBytes::Jpeg => FileKind::Jpeg,
        ByBytes::Png => FileKind::Png,
        ByBytes::Webp => FileKind::Webp,
        ByBytes::Pdf => FileKind::Pdf,
        ByBytes::Docx => FileKind::Docx,
        ByBytes::Xlsx => FileKind::Xlsx,
        ByBytes::Odt => FileKind::Odt,
        ByBytes::Ods => FileKind::Ods,
        ByBytes::Text => FileKind::Text,
    }
}

/// A recorded kind, as it is served.
const fn served_kind(kind: FileKind) -> ByBytes {
    match kind {
        FileKind::Jpeg => ByBytes::Jpeg,
        FileKind::Png => ByBytes::Png,
        FileKind::Webp => ByBytes::Webp,
        FileKind::Pdf => ByBytes::Pdf,
        FileKind::Docx => ByBytes::Docx,
        FileKind::Xlsx => ByBytes::Xlsx,
        FileKind::Odt => ByBytes::Odt,
        FileKind::Ods => ByBytes::Ods,
        // A table with commas is text by its bytes.
        FileKind::Text | FileKind::Csv => ByBytes::Text,
    }
}

/// The store did not take a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unkept;

/// Keeps a file durably, before the entry that names it. A file whose entry fails goes with the next sweep.
///
/// # Errors
/// [`Unkept`] when the store did not take it.
pub fn keep_file(app: &App, file: Accepted) -> Result<FileRef, Unkept> {
    let kind = recorded_kind(file.kind);
    // A file that was taken is far smaller than that.
    let bytes = u32::try_from(file.bytes.len()).map_err(|_| Unkept)?;
    let blob = app.ledger.put_blob(file.bytes).map_err(|_| Unkept)?;
    Ok(FileRef { blob, kind, bytes })
}

/// Whether a browser shows the file as a picture.
pub const fn is_picture(kind: FileKind) -> bool {
    served_kind(kind).is_picture()
}

/// The size of a file as people read it, in kilobytes rounded up.
pub fn file_size(bytes: u32, lang: Lang) -> String {
    format!("{} KB", number(bytes.div_ceil(KILOBYTE), lang))
}

/// The kept file as an answer under this name: 404 where there is none or it is not public, 410 with the erasure's entry where
/// it was erased. Pictures are shown by the browser, everything else is saved: nothing that someone handed in runs as a page
/// of this site.
pub fn serve_kept(app: &App, scene: &Scene, file: Option<(SealedRef, FileRef)>, name: &str) -> Response {
    let Some((place, file)) = file else {
        return scene.not_found();
    };
    match scene.world().exposure_of(place) {
        Exposure::Public => {}
        Exposure::Erased(entry) => return scene.trouble(Trouble::Gone(Some(&entry.to_string()))),
        Exposure::Held | Exposure::Private | Exposure::Absent => return scene.not_found(),
    }
    let kept = app.ledger.store().blob(file.blob.id).ok().flatten();
    // Other bytes than the record says are never shown.
    let kept = kept.filter(|kept| Commitment::of(&kept.salt, &kept.bytes) == file.blob.commitment);
    match kept {
        Some(kept) => serve_file(served_kind(file.kind), kept.bytes, name),
        None => scene.trouble(Trouble::Busy {
            writing: false,
            code: None,
        }),
    }
}
