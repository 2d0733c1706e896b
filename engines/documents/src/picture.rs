//! Pictures: their kind, their size, and what they are without what they say of their making.

use crate::exif::Turn;
use crate::{FileKind, Problem, jpeg, png, webp};

/// Most pixels of a picture's side; WebP has no more (RFC 9649 §2.5).
pub const PICTURE_SIDE_PIXELS_MAX: u32 = 16_384;
/// Most pixels of a picture. A reader's browser needs four bytes for each, whatever the file's length.
pub const PICTURE_PIXELS_MAX: u64 = 64_000_000;

/// Width and height of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

impl Size {
    /// A size of at least one pixel.
    pub(crate) fn of(width: u32, height: u32) -> Option<Size> {
        (width > 0 && height > 0).then_some(Size { width, height })
    }

    fn turned(self, turn: Option<Turn>) -> Size {
        match turn {
            Some(turn) if turn.is_on_its_side() => Size {
                width: self.height,
                height: self.width,
            },
            _ => self,
        }
    }

    fn is_too_large(self) -> bool {
        let pixels = u64::from(self.width) * u64::from(self.height);
        self.width.max(self.height) > PICTURE_SIDE_PIXELS_MAX || pixels > PICTURE_PIXELS_MAX
    }
}

/// A picture without what it says of its making.
pub(crate) struct Bare {
    pub(crate) bytes: Vec<u8>,
    /// As it is stored.
    pub(crate) size: Size,
    /// As it is to be turned; the bytes say so too.
    pub(crate) turn: Option<Turn>,
}

/// The kind of a picture by its first bytes; none for anything else.
pub fn picture_kind(bytes: &[u8]) -> Option<FileKind> {
    if png::begins(bytes) {
        Some(FileKind::Png)
    } else if jpeg::begins(bytes) {
        Some(FileKind::Jpeg)
    } else if webp::begins(bytes) {
        Some(FileKind::Webp)
    } else {
        None
    }
}

/// The size that a picture's header says, as it is stored. The rest of the picture is not looked at.
pub fn picture_size(bytes: &[u8]) -> Option<Size> {
    match picture_kind(bytes)? {
        FileKind::Png => png::size(bytes),
        FileKind::Jpeg => jpeg::size(bytes),
        _ => webp::size(bytes),
    }
}

/// A picture's bytes without what it says of its making, and its size as it is shown.
pub(crate) fn stripped(kind: FileKind, bytes: &[u8]) -> Result<(Vec<u8>, Size), Problem> {
    let bare = match kind {
        FileKind::Png => png::bare(bytes),
        FileKind::Jpeg => jpeg::bare(bytes),
        _ => webp::bare(bytes),
    };
    let bare = bare.ok_or(Problem::Broken(kind))?;
    let shown = bare.size.turned(bare.turn);
    if shown.is_too_large() {
        return Err(Problem::TooManyPixels(shown));
    }
    Ok((bare.bytes, shown))
}
