//! Pictures lose what they say of their making, and still show.

mod common;

use common::{AUTHOR, HEIGHT, PLACE, WIDTH, has};
use documents::{Accepted, FileKind, Metadata, Problem, Size, accept, picture_size};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};
use std::io::Cursor;

const STORED: Size = Size {
    width: WIDTH,
    height: HEIGHT,
};
const ON_ITS_SIDE: Size = Size {
    width: HEIGHT,
    height: WIDTH,
};

fn format(kind: FileKind) -> ImageFormat {
    ImageFormat::from_mime_type(kind.mime()).unwrap()
}

fn decoded(bytes: &[u8], kind: FileKind) -> DynamicImage {
    image::load_from_memory_with_format(bytes, format(kind)).unwrap()
}

fn orientation(bytes: &[u8], kind: FileKind) -> Orientation {
    let reader = ImageReader::with_format(Cursor::new(bytes), format(kind));
    reader.into_decoder().unwrap().orientation().unwrap()
}

/// Taken as a picture of a kind: nothing of its making is left, and every pixel is as it was.
fn stripped(bytes: &[u8], kind: FileKind) -> Accepted {
    let before = decoded(bytes, kind);
    let taken = accept(bytes.to_vec(), "ảnh").unwrap();
    assert_eq!((taken.kind, taken.metadata), (kind, Metadata::Stripped));
    for secret in [PLACE, AUTHOR] {
        assert!(!has(&taken.bytes, secret), "{kind:?} still says {secret:?}");
    }
    assert_eq!(decoded(&taken.bytes, kind), before, "{kind:?}");
    let again = accept(taken.bytes.clone(), "ảnh").unwrap();
    assert_eq!(again.bytes, taken.bytes, "nothing more to take off");
    taken
}

#[test]
fn a_jpeg_loses_place_author_remarks_and_previews() {
    let exif = [b"Exif\0\0", &common::exif(0)[..]].concat();
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0", AUTHOR].concat();
    let profile = common::segment(0xE2, b"ICC_PROFILE\0\x01\x01profile");
    let adobe = [b"Adobe\0\x64\0\0\0\0\x01", PLACE].concat();
    let inside = [
        common::segment(0xE0, &[b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01", PLACE].concat()),
        common::segment(0xE0, &[b"JFXX\0\x13", PLACE].concat()),
        common::segment(0xE1, &exif),
        common::segment(0xE1, &xmp),
        profile.clone(),
        common::segment(0xE2, &[b"MPF\0", PLACE].concat()),
        common::segment(0xED, &[b"Photoshop 3.0\0", AUTHOR].concat()),
        common::segment(0xEE, &adobe),
        common::segment(0xFE, AUTHOR),
        // bytes of no segment, and fill bytes
        PLACE.to_vec(),
        vec![0xFF, 0xFF],
    ]
    .concat();
    let picture = common::jpeg_with(&inside);
    assert!(has(&picture, PLACE) && has(&picture, AUTHOR));
    let taken = stripped(&picture, FileKind::Jpeg);
    assert!(has(&taken.bytes, &profile), "colours stay");
    assert!(
        has(&taken.bytes, b"Adobe\0\x64\0\0\0\0\x01"),
        "the colour transform stays"
    );
    assert!(!has(&taken.bytes, b"Exif"), "an upright picture needs no Exif");
    assert_eq!(taken.size, Some(STORED));
}

#[test]
fn how_a_picture_is_turned_is_all_that_stays_of_exif() {
    for turn in 1..=8 {
        let expected = Orientation::from_exif(turn).unwrap();
        let size = Some(if turn >= 5 { ON_ITS_SIDE } else { STORED });
        let exif = common::exif(turn);
        let jpeg = common::jpeg_with(&common::segment(0xE1, &[b"Exif\0\0", &exif[..]].concat()));
        let png = common::png_with(&common::png_chunk(b"eXIf", &exif));
        let webp = common::webp_with(0x08, &common::riff_chunk(b"EXIF", &exif));
        for (bytes, kind) in [(jpeg, FileKind::Jpeg), (png, FileKind::Png), (webp, FileKind::Webp)] {
            let taken = stripped(&bytes, kind);
            assert_eq!(orientation(&taken.bytes, kind), expected, "{kind:?} {turn}");
            assert_eq!(taken.size, size, "{kind:?} {turn}");
        }
    }
}

#[test]
fn an_exif_that_goes_in_circles_or_beyond_its_end_says_nothing() {
    let mut beyond = common::exif(6);
    beyond[4] = 0xFF;
    let mut many = common::exif(0);
    many[8..10].copy_from_slice(&[0xFF, 0xFF]);
    let mut long = common::exif(6);
    long[12] = 4;
    for block in [beyond, many, long, b"II*\0".to_vec(), b"II*\0\xFF\xFF\xFF\xFF".to_vec()] {
        let bytes = common::jpeg_with(&common::segment(0xE1, &[b"Exif\0\0", &block[..]].concat()));
        assert_eq!(stripped(&bytes, FileKind::Jpeg).size, Some(STORED));
    }
}

#[test]
fn a_png_loses_texts_time_and_what_is_not_known() {
    let gamma = common::png_chunk(b"gAMA", &45_455_u32.to_be_bytes());
    let chunks = [
        common::png_chunk(b"tEXt", &[b"Author\0", AUTHOR].concat()),
        common::png_chunk(b"zTXt", &[b"Comment\0\0", PLACE].concat()),
        common::png_chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", PLACE].concat()),
        common::png_chunk(b"tIME", &[7, 0xE4, 6, 25, 9, 0, 0]),
        common::png_chunk(b"eXIf", &common::exif(1)),
        common::png_chunk(b"prVt", PLACE),
        gamma.clone(),
    ]
    .concat();
    let taken = stripped(&common::png_with(&chunks), FileKind::Png);
    for name in [&b"tEXt"[..], b"zTXt", b"iTXt", b"tIME", b"eXIf", b"prVt"] {
        assert!(!has(&taken.bytes, name), "{name:?}");
    }
    assert!(has(&taken.bytes, &gamma), "colours stay");
    assert_eq!(taken.size, Some(STORED));
}

#[test]
fn a_webp_loses_exif_and_xmp_and_its_flags_say_so() {
    let chunks = [
        common::riff_chunk(b"EXIF", &common::exif(0)),
        common::riff_chunk(b"XMP ", AUTHOR),
        common::riff_chunk(b"ODD ", &PLACE[1..]),
    ]
    .concat();
    let taken = stripped(&common::webp_with(0x0C, &chunks), FileKind::Webp);
    assert_eq!(taken.bytes[20], 0, "no flag is left");
    assert_eq!(taken.size, Some(STORED));
    let profile = common::riff_chunk(b"ICCP", b"profile");
    let taken = stripped(&common::webp_with(0x2C, &[profile, chunks].concat()), FileKind::Webp);
    assert_eq!(taken.bytes[20], 0x20, "the profile is there");
    let simple = stripped(&common::webp(), FileKind::Webp);
    assert_eq!(simple.bytes, common::webp());
}

#[test]
fn a_frame_of_a_moving_webp_is_looked_into() {
    let inner = [&common::webp()[12..], &common::riff_chunk(b"EXIF", PLACE)].concat();
    let frame = [
        &[0; 6][..],
        &[WIDTH as u8 - 1, 0, 0, HEIGHT as u8 - 1, 0, 0],
        &[40, 0, 0, 0],
        &inner,
    ]
    .concat();
    let header = common::riff_chunk(b"VP8X", &[0x02, 0, 0, 0, WIDTH as u8 - 1, 0, 0, HEIGHT as u8 - 1, 0, 0]);
    let chunks = [
        header,
        common::riff_chunk(b"ANIM", &[0; 6]),
        common::riff_chunk(b"ANMF", &frame),
    ]
    .concat();
    let taken = stripped(&common::riff(&chunks), FileKind::Webp);
    assert_eq!(taken.bytes[20], 0x02);
}

#[test]
fn what_follows_the_end_is_dropped() {
    let page = b"<script>alert(1)</script>".to_vec();
    for (picture, kind) in [
        (common::jpeg(), FileKind::Jpeg),
        (common::png(), FileKind::Png),
        (common::webp(), FileKind::Webp),
    ] {
        let clean = accept(picture.clone(), "a").unwrap().bytes;
        for tail in [page.clone(), common::zip(&[]), common::jpeg(), PLACE.to_vec()] {
            let taken = accept([picture.clone(), tail].concat(), "a").unwrap();
            assert_eq!((taken.kind, &taken.bytes), (kind, &clean));
        }
    }
}

#[test]
fn a_torn_picture_is_not_taken() {
    for (picture, kind) in [
        (common::jpeg(), FileKind::Jpeg),
        (common::png(), FileKind::Png),
        (common::webp(), FileKind::Webp),
    ] {
        for end in 12..picture.len() {
            let answer = accept(picture[..end].to_vec(), "a");
            // The check sum of the last chunk of a PNG, and nothing else, may be missing in a decoder's eyes; not in ours.
            assert_eq!(answer, Err(Problem::Broken(kind)), "{kind:?} {end}");
        }
    }
    let mut bent = common::png();
    let last = bent.len() - 20;
    bent[last] ^= 1;
    assert_eq!(
        accept(bent, "a"),
        Err(Problem::Broken(FileKind::Png)),
        "its check sum is wrong"
    );
    let twice = common::jpeg_with(&common::jpeg());
    assert_eq!(
        accept(twice, "a"),
        Err(Problem::Broken(FileKind::Jpeg)),
        "a picture in a picture"
    );
}

#[test]
fn pictures_too_wide_or_too_large_are_not_taken() {
    let sized = |width: u32, height: u32| {
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        [
            &common::png()[..8],
            &common::png_chunk(b"IHDR", &header),
            &common::png()[33..],
        ]
        .concat()
    };
    for (width, height) in [(16_385, 1), (1, 16_385), (8_001, 8_000), (u32::MAX, u32::MAX)] {
        assert_eq!(picture_size(&sized(width, height)), Some(Size { width, height }));
        let answer = accept(sized(width, height), "a");
        assert_eq!(answer, Err(Problem::TooManyPixels(Size { width, height })));
    }
    assert!(accept(sized(8_000, 8_000), "a").is_ok());
    assert_eq!(accept(sized(0, 5), "a"), Err(Problem::Broken(FileKind::Png)));
}

#[test]
fn sizes_are_read_from_headers_alone() {
    for picture in [common::jpeg(), common::png(), common::webp(), common::webp_with(0, &[])] {
        assert_eq!(picture_size(&picture), Some(STORED));
    }
    let lossy = [
        b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\x01\x2A".as_slice(),
        &[64, 0, 48, 0],
    ]
    .concat();
    assert_eq!(picture_size(&lossy), Some(Size { width: 64, height: 48 }));
    for other in [
        &b""[..],
        b"GIF89a",
        b"RIFF\0\0\0\0WAVE",
        &[0xFF, 0xD8, 0xFF, 0xDA],
        &[0xFF, 0xD8, 0xFF, 0xE0, 0, 0],
    ] {
        assert_eq!(picture_size(other), None);
    }
}
