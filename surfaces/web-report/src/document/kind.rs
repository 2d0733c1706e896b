//! Kinds of files as the record names them, and as their bytes say.

use documents::FileKind as ByBytes;
use forum::events::FileKind;

/// As the record names it.
pub(super) const fn named(kind: ByBytes) -> FileKind {
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

/// As it is served.
pub(super) const fn served(kind: FileKind) -> ByBytes {
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

/// What a browser shows by itself.
pub(super) const fn is_picture(kind: FileKind) -> bool {
    served(kind).is_picture()
}
