//! Which pictures may be an emblem: of a type that every browser shows and none runs, and not too large for a header.

use documents::{FileKind, picture_kind, picture_size};

/// Most pixels of a picture's side.
pub(super) const SIDE_PIXELS_MAX: u32 = 4096;

/// The types an emblem may have.
pub(super) const KINDS: [FileKind; 3] = [FileKind::Png, FileKind::Jpeg, FileKind::Webp];

/// Why a file is not taken as an emblem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// None of the three types.
    Type,
    /// Its header does not say a size.
    Broken,
    /// A side is longer than [`SIDE_PIXELS_MAX`].
    TooLarge,
}

/// Whether a file may be the emblem.
pub(super) fn check(bytes: &[u8]) -> Result<(), Problem> {
    picture_kind(bytes).ok_or(Problem::Type)?;
    let size = picture_size(bytes).ok_or(Problem::Broken)?;
    if size.width.max(size.height) > SIDE_PIXELS_MAX {
        Err(Problem::TooLarge)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    #[test]
    fn a_picture_fits_a_header() {
        assert_eq!(check(&png_of(64, 48)), Ok(()));
        assert_eq!(check(&png_of(SIDE_PIXELS_MAX, SIDE_PIXELS_MAX)), Ok(()));
        assert_eq!(check(&png_of(0, 48)), Err(Problem::Broken));
        assert_eq!(check(&png_of(SIDE_PIXELS_MAX + 1, 48)), Err(Problem::TooLarge));
        assert_eq!(check(&png_of(48, SIDE_PIXELS_MAX + 1)), Err(Problem::TooLarge));
    }

    #[test]
    fn other_files_and_torn_ones_are_not_taken() {
        for other in [
            &b""[..],
            b"GIF89a",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"RIFF\0\0\0\0WAVE",
            b"\x7fELF",
        ] {
            assert_eq!(check(other), Err(Problem::Type), "{other:?}");
        }
        let whole = png_of(64, 48);
        for end in 8..whole.len() {
            assert_eq!(check(&whole[..end]), Err(Problem::Broken), "{end}");
        }
        assert_eq!(check(&[0xFF, 0xD8, 0xFF, 0xDA]), Err(Problem::Broken));
    }
}
