//! Real files, small and made here.
#![allow(dead_code)]

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder};
use std::io::Write;

/// The place in the Exif block: words that must be nowhere afterwards.
pub const PLACE: &[u8] = b"10.7769N 106.7009E";
pub const AUTHOR: &[u8] = b"Nguyen Van Chup Anh";

pub const WIDTH: u32 = 24;
pub const HEIGHT: u32 = 16;

fn pixels() -> Vec<u8> {
    (0..WIDTH * HEIGHT)
        .flat_map(|at| [at as u8, (at / 3) as u8, 200])
        .collect()
}

pub fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder
        .write_image(&pixels(), WIDTH, HEIGHT, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

pub fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new(&mut bytes);
    encoder
        .write_image(&pixels(), WIDTH, HEIGHT, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

/// The simple format.
pub fn webp() -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut bytes);
    encoder
        .write_image(&pixels(), WIDTH, HEIGHT, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

/// Exif with author, place and a turn (none for 0).
pub fn exif(turn: u8) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    let mut entries: Vec<[u8; 12]> = vec![[0x3B, 0x01, 2, 0, AUTHOR.len() as u8, 0, 0, 0, 80, 0, 0, 0]];
    if turn > 0 {
        entries.insert(0, [0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0]);
    }
    entries.push([0x25, 0x88, 4, 0, 1, 0, 0, 0, 120, 0, 0, 0]);
    block.extend((entries.len() as u16).to_le_bytes());
    entries.iter().for_each(|entry| block.extend(entry));
    block.resize(80, 0);
    block.extend(AUTHOR);
    block.resize(120, 0);
    block.extend(PLACE);
    block
}

pub fn segment(marker: u8, words: &[u8]) -> Vec<u8> {
    let length = (words.len() as u16 + 2).to_be_bytes();
    [&[0xFF, marker], &length[..], words].concat()
}

/// Puts bytes after the start of a JPEG.
pub fn jpeg_with(inside: &[u8]) -> Vec<u8> {
    let plain = jpeg();
    [&plain[..2], inside, &plain[2..]].concat()
}

pub fn png_chunk(name: &[u8; 4], words: &[u8]) -> Vec<u8> {
    let named = [name, words].concat();
    let mut sum = Crc::new();
    sum.update(&named);
    [
        &(words.len() as u32).to_be_bytes()[..],
        &named,
        &sum.sum().to_be_bytes(),
    ]
    .concat()
}

/// Puts chunks after the header of a PNG.
pub fn png_with(chunks: &[u8]) -> Vec<u8> {
    let plain = png();
    [&plain[..33], chunks, &plain[33..]].concat()
}

pub fn riff_chunk(name: &[u8; 4], words: &[u8]) -> Vec<u8> {
    let mut bytes = [&name[..], &(words.len() as u32).to_le_bytes(), words].concat();
    bytes.resize(bytes.len() + words.len() % 2, 0xEE);
    bytes
}

pub fn riff(chunks: &[u8]) -> Vec<u8> {
    [b"RIFF", &(chunks.len() as u32 + 4).to_le_bytes()[..], b"WEBP", chunks].concat()
}

/// The extended format, with flags and chunks after the picture.
pub fn webp_with(flags: u8, after: &[u8]) -> Vec<u8> {
    let header = riff_chunk(
        b"VP8X",
        &[flags, 0, 0, 0, WIDTH as u8 - 1, 0, 0, HEIGHT as u8 - 1, 0, 0],
    );
    riff(&[&header, &webp()[12..], after].concat())
}

pub fn has(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// A file of an archive: its path, its words, whether they are packed.
pub struct Filed<'a>(pub &'a str, pub &'a [u8], pub bool);

/// An archive, as office programs write it.
pub fn zip(files: &[Filed<'_>]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for Filed(name, words, is_packed) in files {
        let packed = if *is_packed { deflated(words) } else { words.to_vec() };
        let mut sum = Crc::new();
        sum.update(words);
        let mut common = vec![20, 0, 0, 0];
        common.extend(if *is_packed { [8_u8, 0] } else { [0, 0] });
        common.extend([0; 4]);
        common.extend(sum.sum().to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend((words.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        let at = (bytes.len() as u32).to_le_bytes();
        bytes.extend([b"PK\x03\x04", &common[..], name.as_bytes(), &packed].concat());
        directory.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10], &at, name.as_bytes()].concat());
    }
    let (start, count) = ((bytes.len() as u32).to_le_bytes(), (files.len() as u16).to_le_bytes());
    let length = (directory.len() as u32).to_le_bytes();
    bytes.extend(directory);
    bytes.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &length, &start, &[0, 0]].concat());
    bytes
}

fn deflated(words: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(words).unwrap();
    encoder.finish().unwrap()
}

pub const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
pub const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
pub const TYPES: &str = "[Content_Types].xml";

pub fn content_types(kinds: &[&str]) -> Vec<u8> {
    let kinds: String = kinds
        .iter()
        .map(|kind| format!("<Override PartName=\"/part\" ContentType=\"{kind}\"/>"))
        .collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types>{kinds}</Types>").into_bytes()
}

pub fn docx() -> Vec<u8> {
    let types = content_types(&[WORD]);
    zip(&[
        Filed(TYPES, &types, true),
        Filed("word/document.xml", b"<w:document/>", true),
    ])
}

pub fn xlsx() -> Vec<u8> {
    let types = content_types(&[SHEET]);
    zip(&[
        Filed(TYPES, &types, true),
        Filed("xl/workbook.xml", b"<workbook/>", true),
    ])
}

pub fn open_document(kind: &str, more: &[&str]) -> Vec<u8> {
    let kind = format!("application/vnd.oasis.opendocument.{kind}");
    let mut files = vec![
        Filed("mimetype", kind.as_bytes(), false),
        Filed("content.xml", b"<office:document-content/>", true),
        Filed("META-INF/manifest.xml", b"<manifest:manifest/>", true),
    ];
    files.extend(more.iter().map(|name| Filed(name, b"x", true)));
    zip(&files)
}

pub fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n".to_vec()
}
