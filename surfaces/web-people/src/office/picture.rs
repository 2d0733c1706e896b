//! What a file of a picture says of itself: its type by its first bytes, its size in pixels by its header.
//!
//! Read from the specifications: PNG (W3C, §5.2, §11.2.2), JPEG (ITU-T T.81, Annex B), WebP (RFC 9649, §2).

/// Most pixels of a picture's side.
pub(super) const SIDE_PIXELS_MAX: u32 = 4096;

/// A picture type that every browser shows and none runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Png,
    Jpeg,
    Webp,
}

impl Kind {
    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Kind::Png => "image/png",
            Kind::Jpeg => "image/jpeg",
            Kind::Webp => "image/webp",
        }
    }
}

/// Why a file is not taken as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// None of the three types.
    Type,
    /// Its header does not say a size.
    Broken,
    /// A side is longer than [`SIDE_PIXELS_MAX`].
    TooLarge,
}

/// The type of a file by its first bytes.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(Kind::Jpeg)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Kind::Webp)
    } else {
        None
    }
}

/// Whether a file may be shown as a picture.
pub(super) fn check(bytes: &[u8]) -> Result<Kind, Problem> {
    let kind = kind(bytes).ok_or(Problem::Type)?;
    let size = match kind {
        Kind::Png => png(bytes),
        Kind::Jpeg => jpeg(bytes),
        Kind::Webp => webp(bytes),
    };
    let (width, height) = size
        .filter(|(width, height)| *width > 0 && *height > 0)
        .ok_or(Problem::Broken)?;
    if width.max(height) > SIDE_PIXELS_MAX {
        Err(Problem::TooLarge)
    } else {
        Ok(kind)
    }
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let header_first = bytes.get(12..16) == Some(b"IHDR");
    header_first.then_some(())?;
    Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?))
}

/// Goes from marker to marker to the frame's header.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        match *bytes.get(at + 1)? {
            // fill bytes before a marker
            0xFF => at += 1,
            // start of frame, but for the tables that share its range
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
            }
            // end, or pictures begin without a header
            0xD9 | 0xDA => return None,
            // markers without a length
            0x01 | 0xD0..=0xD8 => at += 2,
            _ => at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?,
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " => {
            let starts = bytes.get(23..26) == Some(&[0x9D, 0x01, 0x2A]);
            starts.then_some(())?;
            Some((little(bytes, 26, 2)? & 0x3FFF, little(bytes, 28, 2)? & 0x3FFF))
        }
        b"VP8L" => {
            let starts = bytes.get(20) == Some(&0x2F);
            starts.then_some(())?;
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        _ => None,
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
    fn sizes_are_read_from_headers() {
        assert_eq!(check(&png_of(64, 48)), Ok(Kind::Png));
        assert_eq!(check(&png_of(0, 48)), Err(Problem::Broken));
        assert_eq!(check(&png_of(SIDE_PIXELS_MAX + 1, 48)), Err(Problem::TooLarge));
        let jpeg = [
            &[0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 48, 0, 64][..],
            &[0; 20],
        ]
        .concat();
        assert_eq!(super::jpeg(&jpeg), Some((64, 48)));
        let lossless = [
            b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F".as_slice(),
            &(63_u32 | 47 << 14).to_le_bytes(),
        ]
        .concat();
        assert_eq!(webp(&lossless), Some((64, 48)));
        let wide = [
            b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0".as_slice(),
            &[63, 0, 0, 47, 0, 0],
        ]
        .concat();
        assert_eq!(webp(&wide), Some((64, 48)));
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
        assert_eq!(
            check(&[0xFF, 0xD8, 0xFF, 0xE0, 0, 0]),
            Err(Problem::Broken),
            "a length of nothing ends somewhere"
        );
    }
}
