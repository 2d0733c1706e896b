//! Whatever bytes come, there is an answer.

mod common;

use documents::{Problem, accept, picture_size};
use proptest::prelude::*;
use proptest::sample::Index;

fn real() -> Vec<Vec<u8>> {
    let exif = common::exif(6);
    let frame = [&[0; 6][..], &[23, 0, 0, 15, 0, 0, 40, 0, 0, 0], &common::webp()[12..]].concat();
    vec![
        common::jpeg_with(&common::segment(0xE1, &[b"Exif\0\0", &exif[..]].concat())),
        common::png_with(&common::png_chunk(b"eXIf", &exif)),
        common::webp_with(0x08, &common::riff_chunk(b"EXIF", &exif)),
        common::riff(
            &[
                common::riff_chunk(b"VP8X", &[2, 0, 0, 0, 23, 0, 0, 15, 0, 0]),
                common::riff_chunk(b"ANMF", &frame),
            ]
            .concat(),
        ),
        common::docx(),
        common::xlsx(),
        common::open_document("text", &["a"]),
        common::pdf(),
    ]
}

/// The answer holds what it promises: what is taken is taken again, as the same, with nothing more to take off.
fn answers(bytes: Vec<u8>) -> Result<(), TestCaseError> {
    let _ = picture_size(&bytes);
    match accept(bytes, "tệp") {
        Ok(taken) => {
            prop_assert!(!common::has(&taken.bytes, common::PLACE) || !taken.kind.is_picture());
            prop_assert_eq!(accept(taken.bytes.clone(), &taken.name), Ok(taken));
        }
        Err(problem) => prop_assert_ne!(problem, Problem::Empty),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_have_an_answer(bytes in prop::collection::vec(any::<u8>(), 1..600), which in 0..7_usize) {
        const HEADS: [&[u8]; 7] = [
            b"",
            &[0xFF, 0xD8, 0xFF],
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"RIFF\x80\0\0\0WEBPVP8X",
            b"RIFF\x80\0\0\0WEBPVP8 ",
            b"PK\x03\x04",
            b"%PDF-1.7",
        ];
        answers([HEADS[which], &bytes].concat())?;
    }

    #[test]
    fn a_bent_file_has_an_answer(
        which in any::<Index>(),
        bends in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6),
        cut in prop::option::of((any::<Index>(), any::<Index>())),
    ) {
        let mut bytes = which.get(&real()).clone();
        for (at, value) in bends {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some((one, other)) = cut {
            let (one, other) = (one.index(bytes.len()), other.index(bytes.len()));
            bytes.drain(one.min(other)..one.max(other));
        }
        prop_assume!(!bytes.is_empty());
        // A bent head makes a picture something else, which keeps its bytes.
        answers(bytes)?;
    }
}
