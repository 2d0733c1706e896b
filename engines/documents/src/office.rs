//! Documents of office suites, by the files in their archive: OOXML (ISO/IEC 29500-2) and OpenDocument (ISO/IEC 26300-3).
//!
//! A document with programs in it is not taken. What a formula or a link does is for the reader's program to ask about.

use crate::zip::{self, Entry};
use crate::{FileKind, Problem, Recognised};

/// Most files in the archive of a document.
pub const ENTRIES_MAX: usize = 10_000;
/// Most bytes of the list that says what each part of an OOXML document is.
pub const CONTENT_TYPES_BYTES_MAX: usize = 1024 * 1024;

const CONTENT_TYPES: &[u8] = b"[Content_Types].xml";
const MIMETYPE: &[u8] = b"mimetype";
/// Most bytes of OpenDocument's `mimetype`.
const MIMETYPE_BYTES_MAX: usize = 256;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
/// Words in a type that say a part is a program or holds some: VBA, macro sheets, controls.
const PROGRAM_TYPES: &[&str] = &[
    "macroenabled",
    "vbaproject",
    "vbadata",
    "macrosheet",
    "activex",
    "dialogsheet",
];
/// Parts of paths of OOXML where programs stand.
const PROGRAM_FILES: &[&str] = &["vbaproject", "vbadata", "macrosheets/", "activex/", "dialogsheets/"];
/// Folders of OpenDocument where programs stand (part 3 §3.7; LibreOffice's folders of Basic, dialogs and scripts).
const PROGRAM_FOLDERS: &[&str] = &["basic", "dialogs", "scripts"];

/// It begins as an archive that may be a document.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Which document an archive is.
pub(crate) fn kind(bytes: &[u8]) -> Result<FileKind, Problem> {
    let Some(entries) = zip::entries(bytes, ENTRIES_MAX) else {
        return Err(Problem::NotTaken(Recognised::Zip));
    };
    if let Some(types) = named(&entries, CONTENT_TYPES) {
        return open_xml(&entries, types);
    }
    match entries.first() {
        Some(first) if first.name == MIMETYPE && first.is_stored() => open_document(&entries, first),
        _ => Err(Problem::NotTaken(Recognised::Zip)),
    }
}

fn named<'a, 'b>(entries: &'b [Entry<'a>], name: &[u8]) -> Option<&'b Entry<'a>> {
    entries.iter().find(|entry| entry.name == name)
}

fn open_xml(entries: &[Entry<'_>], types: &Entry<'_>) -> Result<FileKind, Problem> {
    let types = types
        .words(CONTENT_TYPES_BYTES_MAX)
        .and_then(|words| String::from_utf8(words).ok());
    let Some(types) = types.filter(|types| is_plain(types)) else {
        return Err(Problem::NotTaken(Recognised::OtherOffice));
    };
    // Types are compared without regard to case (ISO/IEC 29500-2 §7.2.3).
    let types = types.to_ascii_lowercase();
    let is_word = named(entries, b"word/document.xml").is_some();
    let is_sheet = named(entries, b"xl/workbook.xml").is_some();
    let has_programs = PROGRAM_TYPES.iter().any(|program| types.contains(program))
        || entries.iter().any(|entry| {
            let path = path(entry);
            PROGRAM_FILES.iter().any(|program| path.contains(program))
        });
    match (is_word, is_sheet) {
        (true, false) if has_programs => Err(Problem::Macros(FileKind::Docx)),
        (false, true) if has_programs => Err(Problem::Macros(FileKind::Xlsx)),
        (true, false) if types.contains(WORD) => Ok(FileKind::Docx),
        (false, true) if types.contains(SHEET) => Ok(FileKind::Xlsx),
        _ => Err(Problem::NotTaken(Recognised::OtherOffice)),
    }
}

/// XML in which a word stands as itself: no entity can spell it otherwise.
fn is_plain(xml: &str) -> bool {
    !xml.contains('&') && !xml.contains("<!") && !xml.contains('\0')
}

fn open_document(entries: &[Entry<'_>], mimetype: &Entry<'_>) -> Result<FileKind, Problem> {
    let kind = match mimetype.words(MIMETYPE_BYTES_MAX).as_deref() {
        Some(b"application/vnd.oasis.opendocument.text") => FileKind::Odt,
        Some(b"application/vnd.oasis.opendocument.spreadsheet") => FileKind::Ods,
        Some(other) if other.starts_with(b"application/vnd.oasis.opendocument.") => {
            return Err(Problem::NotTaken(Recognised::OtherOffice));
        }
        _ => return Err(Problem::NotTaken(Recognised::Zip)),
    };
    let is_whole = named(entries, b"content.xml").is_some() && named(entries, b"META-INF/manifest.xml").is_some();
    let has_programs = entries.iter().any(|entry| {
        let path = path(entry);
        let mut steps = path.split('/').rev().skip(1);
        steps.any(|step| PROGRAM_FOLDERS.contains(&step))
    });
    match (is_whole, has_programs) {
        (false, _) => Err(Problem::Broken(kind)),
        (true, true) => Err(Problem::Macros(kind)),
        (true, false) => Ok(kind),
    }
}

/// A path in small letters, with strokes of one kind.
fn path(entry: &Entry<'_>) -> String {
    String::from_utf8_lossy(entry.name)
        .to_ascii_lowercase()
        .replace('\\', "/")
}
