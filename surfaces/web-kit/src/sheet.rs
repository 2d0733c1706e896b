//! The static files: one style sheet, one script, the mark, the fonts. Each is served under a name made of its content, so that it may
//! be kept for ever; a changed file has a new name.

use bytes::Bytes;

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// One static file.
#[derive(Clone, Debug)]
pub struct Asset {
    /// What is served.
    pub bytes: Bytes,
    /// The same, packed with gzip (RFC 1952); none where packing gains nothing (fonts).
    pub gzip: Option<Bytes>,
    /// Its media type.
    pub content_type: &'static str,
    /// True when the name is made of the content: a browser need never ask again.
    pub immutable: bool,
}

/// The static file at a path such as `/tinh/0123456789abcdef.css`, or none.
pub fn asset(path: &str) -> Option<Asset> {
    let (_, bytes, gzip, content_type) = ASSETS.iter().find(|(url, ..)| *url == path)?;
    Some(Asset {
        bytes: Bytes::from_static(bytes),
        gzip: (!gzip.is_empty()).then(|| Bytes::from_static(gzip)),
        content_type,
        immutable: true,
    })
}

/// Where the style sheet is served.
pub const fn style_href() -> &'static str {
    STYLE
}

/// Where the script is served.
pub const fn script_href() -> &'static str {
    SCRIPT
}

/// Where the mark (favicon) is served.
pub const fn icon_href() -> &'static str {
    ICON
}
