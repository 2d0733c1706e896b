//! The kinds of file that are taken.

/// A kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// A JPEG picture (ITU-T T.81).
    Jpeg,
    /// A PNG picture (W3C Portable Network Graphics).
    Png,
    /// A WebP picture (RFC 9649).
    Webp,
    /// A PDF document (ISO 32000).
    Pdf,
    /// A word processor's document (ISO/IEC 29500, WordprocessingML).
    Docx,
    /// A spreadsheet (ISO/IEC 29500, SpreadsheetML).
    Xlsx,
    /// A word processor's document (ISO/IEC 26300, OpenDocument).
    Odt,
    /// A spreadsheet (ISO/IEC 26300, OpenDocument).
    Ods,
    /// Plain text in UTF-8; tables with commas are text too, nothing in their bytes says otherwise.
    Text,
}

/// Where a browser may show a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a page or a tab.
    Inline,
    /// Only after the reader has kept it.
    Attachment,
}

impl FileKind {
    /// Every kind, pictures first.
    pub const ALL: [FileKind; 9] = [
        FileKind::Jpeg,
        FileKind::Png,
        FileKind::Webp,
        FileKind::Pdf,
        FileKind::Docx,
        FileKind::Xlsx,
        FileKind::Odt,
        FileKind::Ods,
        FileKind::Text,
    ];

    /// The media type, as registered with IANA.
    pub const fn mime(self) -> &'static str {
        match self {
            FileKind::Jpeg => "image/jpeg",
            FileKind::Png => "image/png",
            FileKind::Webp => "image/webp",
            FileKind::Pdf => "application/pdf",
            FileKind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind::Odt => "application/vnd.oasis.opendocument.text",
            FileKind::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            FileKind::Text => "text/plain; charset=utf-8",
        }
    }

    /// How names of such files end, without the dot; the first is the usual one.
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            FileKind::Jpeg => &["jpg", "jpeg"],
            FileKind::Png => &["png"],
            FileKind::Webp => &["webp"],
            FileKind::Pdf => &["pdf"],
            FileKind::Docx => &["docx"],
            FileKind::Xlsx => &["xlsx"],
            FileKind::Odt => &["odt"],
            FileKind::Ods => &["ods"],
            FileKind::Text => &["txt", "csv"],
        }
    }

    /// The usual ending of a name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            FileKind::Jpeg => "jpg",
            FileKind::Png => "png",
            FileKind::Webp => "webp",
            FileKind::Pdf => "pdf",
            FileKind::Docx => "docx",
            FileKind::Xlsx => "xlsx",
            FileKind::Odt => "odt",
            FileKind::Ods => "ods",
            FileKind::Text => "txt",
        }
    }

    /// The kind of a media type that [`FileKind::mime`] gave.
    pub fn of_mime(mime: &str) -> Option<FileKind> {
        FileKind::ALL.into_iter().find(|kind| kind.mime() == mime)
    }

    /// A picture.
    pub const fn is_picture(self) -> bool {
        matches!(self, FileKind::Jpeg | FileKind::Png | FileKind::Webp)
    }

    /// Where a browser may show it: pictures anywhere, all else only once it was kept, since what a viewer does with it
    /// is not for this site to say.
    pub const fn place(self) -> Place {
        if self.is_picture() {
            Place::Inline
        } else {
            Place::Attachment
        }
    }
}
