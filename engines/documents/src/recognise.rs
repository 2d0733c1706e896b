//! What a file is that is not taken, so that a refusal can name it.
//!
//! Signatures from WHATWG MIME Sniffing §6–7, ISO/IEC 14496-12 (`ftyp`), [MS-CFB] §2.2 and the formats' own specifications.

use crate::bytes::part;

/// A kind of file that is recognised and not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recognised {
    /// A web page.
    Html,
    /// A drawing in SVG, which can carry programs.
    Svg,
    /// Other XML.
    Xml,
    /// A program to be read by another.
    Script,
    /// A program of Windows, Linux, macOS, Java or WebAssembly.
    Executable,
    /// A ZIP archive that is no document.
    Zip,
    /// An archive of another format.
    Archive,
    /// Slides, a template or a drawing of an office suite.
    OtherOffice,
    /// A document of an old format (.doc, .xls, .ppt), or one locked by a password.
    OldOffice,
    /// Rich Text Format.
    Rtf,
    /// A picture in HEIC or HEIF, as some telephones make them.
    Heic,
    /// A picture in AVIF.
    Avif,
    /// A picture in GIF.
    Gif,
    /// A picture in TIFF or a camera's raw format.
    Tiff,
    /// A picture in BMP or an icon.
    Bmp,
    /// A film.
    Video,
    /// A sound recording.
    Audio,
    /// Text that is not in UTF-8.
    OtherEncoding,
    /// Nothing that is known.
    Unknown,
}

const SIGNATURES: &[(&[u8], Recognised)] = &[
    (b"#!", Recognised::Script),
    (b"MZ", Recognised::Executable),
    (b"\x7fELF", Recognised::Executable),
    (b"\0asm", Recognised::Executable),
    // Mach-O, and Java's class files, which share the last
    (b"\xFE\xED\xFA\xCE", Recognised::Executable),
    (b"\xFE\xED\xFA\xCF", Recognised::Executable),
    (b"\xCE\xFA\xED\xFE", Recognised::Executable),
    (b"\xCF\xFA\xED\xFE", Recognised::Executable),
    (b"\xCA\xFE\xBA\xBE", Recognised::Executable),
    // a shortcut of Windows
    (b"L\0\0\0\x01\x14\x02\0", Recognised::Executable),
    (b"PK\x03\x04", Recognised::Zip),
    (b"PK\x05\x06", Recognised::Zip),
    (b"Rar!\x1a\x07", Recognised::Archive),
    (b"7z\xBC\xAF\x27\x1C", Recognised::Archive),
    (b"\x1F\x8B", Recognised::Archive),
    (b"BZh", Recognised::Archive),
    (b"\xFD7zXZ\0", Recognised::Archive),
    (b"\x28\xB5\x2F\xFD", Recognised::Archive),
    (b"MSCF", Recognised::Archive),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Recognised::OldOffice),
    (b"{\\rtf", Recognised::Rtf),
    (b"GIF87a", Recognised::Gif),
    (b"GIF89a", Recognised::Gif),
    (b"II*\0", Recognised::Tiff),
    (b"MM\0*", Recognised::Tiff),
    (b"BM", Recognised::Bmp),
    (b"\0\0\x01\0", Recognised::Bmp),
    (b"\x1A\x45\xDF\xA3", Recognised::Video),
    (b"\0\0\x01\xBA", Recognised::Video),
    (b"FLV\x01", Recognised::Video),
    (b"ID3", Recognised::Audio),
    (b"OggS", Recognised::Audio),
    (b"fLaC", Recognised::Audio),
    (b"#!AMR", Recognised::Audio),
    (b"\xFF\xFE", Recognised::OtherEncoding),
    (b"\xFE\xFF", Recognised::OtherEncoding),
];

/// Ways a web page begins, after spaces, in small letters (WHATWG MIME Sniffing §7.1).
const PAGES: &[&str] = &[
    "<!doctype html",
    "<html",
    "<head",
    "<script",
    "<iframe",
    "<h1",
    "<div",
    "<font",
    "<table",
    "<a",
    "<style",
    "<title",
    "<b",
    "<body",
    "<br",
    "<p",
    "<!--",
    "<meta",
    "<link",
    "<img",
    "<form",
    "<span",
    "<object",
    "<embed",
    "<base",
];

/// First bytes in which markup is looked for.
const MARKUP_BYTES: usize = 4 * 1024;

/// What a file is that none of the kinds taken begins like; none when nothing is recognised, as with plain text.
pub(crate) fn other(bytes: &[u8]) -> Option<Recognised> {
    media(bytes)
        .or_else(|| signed(bytes))
        .or_else(|| markup(bytes))
        .or_else(|| encoding(bytes))
}

/// The longest signature decides; `BM`, `MZ` and `ID3` are words too, so that a text is first a text.
fn signed(bytes: &[u8]) -> Option<Recognised> {
    let found = SIGNATURES.iter().filter(|(signature, _)| bytes.starts_with(signature));
    let (signature, kind) = found.max_by_key(|(signature, _)| signature.len())?;
    let is_word = signature.iter().all(u8::is_ascii_alphanumeric) && signature.len() <= 4;
    (!is_word || !crate::text::is_plain(bytes)).then_some(*kind)
}

/// Containers that say their kind after a length.
fn media(bytes: &[u8]) -> Option<Recognised> {
    if part(bytes, 4, 4) == Some(b"ftyp") {
        return Some(match part(bytes, 8, 4)? {
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => Recognised::Heic,
            b"avif" | b"avis" => Recognised::Avif,
            b"M4A " | b"M4B " => Recognised::Audio,
            b"crx " => Recognised::Tiff,
            _ => Recognised::Video,
        });
    }
    if bytes.starts_with(b"RIFF") {
        return match part(bytes, 8, 4)? {
            b"WAVE" => Some(Recognised::Audio),
            b"AVI " => Some(Recognised::Video),
            _ => None,
        };
    }
    // MPEG audio without a tag: eleven bits set, then a layer
    let sound =
        bytes.first() == Some(&0xFF) && bytes.get(1).is_some_and(|byte| byte & 0xE0 == 0xE0 && byte & 0x06 != 0);
    (sound && !bytes.starts_with(b"\xFF\xFE")).then_some(Recognised::Audio)
}

/// Text that a browser would read as markup.
fn markup(bytes: &[u8]) -> Option<Recognised> {
    let head = bytes.get(..MARKUP_BYTES).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let start = head.trim_start_matches('\u{FEFF}').trim_start();
    if !start.starts_with('<') {
        return None;
    }
    if has_tag(start, "<svg") {
        return Some(Recognised::Svg);
    }
    if PAGES.iter().any(|page| opens(start, page)) || has_tag(start, "<html") {
        return Some(Recognised::Html);
    }
    (start.starts_with("<?xml") || start.starts_with("<!doctype")).then_some(Recognised::Xml)
}

/// The text begins with a tag, and the tag's name ends there.
fn opens(text: &str, tag: &str) -> bool {
    let Some(rest) = text.strip_prefix(tag) else {
        return false;
    };
    tag == "<!--" || rest.chars().next().is_none_or(|next| !next.is_alphanumeric())
}

/// A tag stands somewhere, perhaps with a namespace's prefix before its name.
fn has_tag(text: &str, tag: &str) -> bool {
    text.match_indices(tag)
        .any(|(at, _)| text.get(at..).is_some_and(|rest| opens(rest, tag)))
}

/// Text of one byte a letter, as old Vietnamese and Windows programs write it: no control characters, and not UTF-8.
fn encoding(bytes: &[u8]) -> Option<Recognised> {
    let readable = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\x0C' | b'\r' | 0x20..=0x7E | 0x80..);
    let letters = bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic() || **byte == b' ')
        .count();
    let is_text = bytes.iter().all(readable) && letters * 2 >= bytes.len() && std::str::from_utf8(bytes).is_err();
    is_text.then_some(Recognised::OtherEncoding)
}
