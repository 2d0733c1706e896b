//! Papers are known by their bytes, kept as they are, and refused when they carry programs.

mod common;

use common::{Filed, SHEET, TYPES, WORD, content_types, zip};
use documents::{FILE_BYTES_MAX, FileKind, Metadata, Problem, Recognised, accept};

fn refused(bytes: Vec<u8>) -> Problem {
    accept(bytes, "tep.pdf").unwrap_err()
}

#[test]
fn papers_are_kept_byte_for_byte() {
    let papers = [
        (common::pdf(), FileKind::Pdf),
        (common::docx(), FileKind::Docx),
        (common::xlsx(), FileKind::Xlsx),
        (
            common::open_document("text", &["Pictures/a.png", "Pictures/scripts"]),
            FileKind::Odt,
        ),
        (common::open_document("spreadsheet", &[]), FileKind::Ods),
        ("Biên bản kiểm tra\r\n25/06/2020\tđạt\n".into(), FileKind::Text),
        ("\u{FEFF}Tên,Số\nCổng,3\n".into(), FileKind::Text),
        ("BM là viết tắt của biểu mẫu".into(), FileKind::Text),
        ("ID3, MZ: hai chữ".into(), FileKind::Text),
        ("1 < 2 và 3 > 2".into(), FileKind::Text),
    ];
    for (bytes, kind) in papers {
        for name in ["x.exe", "x.png", "", "x.html"] {
            let taken = accept(bytes.clone(), name).unwrap();
            assert_eq!((taken.kind, taken.metadata, taken.size), (kind, Metadata::Kept, None));
            assert_eq!(taken.bytes, bytes);
            assert!(taken.name.ends_with(kind.extension()), "{}", taken.name);
        }
    }
}

#[test]
fn a_refusal_names_what_was_recognised() {
    let refusals: [(&[u8], Recognised); 34] = [
        (b"<!DOCTYPE html><p>x", Recognised::Html),
        (b"\n\t <ScRiPt>alert(1)</script>", Recognised::Html),
        (b"\xEF\xBB\xBF<html>", Recognised::Html),
        (
            b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
            Recognised::Html,
        ),
        (b"<!-- x --><svg onload='alert(1)'/>", Recognised::Svg),
        (b"<?xml version='1.0'?><svg/>", Recognised::Svg),
        (b"<?xml version='1.0'?><a/>", Recognised::Xml),
        (b"#!/bin/sh\nid\n", Recognised::Script),
        (b"MZ\x90\0\x03\0\0\0", Recognised::Executable),
        (b"\x7fELF\x02\x01\x01\0", Recognised::Executable),
        (b"\xCF\xFA\xED\xFE\x07\0\0\x01", Recognised::Executable),
        (b"PK\x05\x06\0\0", Recognised::Zip),
        (b"Rar!\x1a\x07\0", Recognised::Archive),
        (b"\x1F\x8B\x08\0", Recognised::Archive),
        (b"7z\xBC\xAF\x27\x1C", Recognised::Archive),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Recognised::OldOffice),
        (b"{\\rtf1}", Recognised::Rtf),
        (b"\0\0\0\x18ftypheic\0\0\0\0", Recognised::Heic),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", Recognised::Heic),
        (b"\0\0\0\x18ftypavif\0\0\0\0", Recognised::Avif),
        (b"\0\0\0\x18ftypisom\0\0\0\0", Recognised::Video),
        (b"\0\0\0\x18ftypM4A \0\0\0\0", Recognised::Audio),
        (b"GIF89a", Recognised::Gif),
        (b"II*\0\x08\0\0\0", Recognised::Tiff),
        (b"BM\x36\0\0\0\0\0", Recognised::Bmp),
        (b"\x1A\x45\xDF\xA3\x01\0", Recognised::Video),
        (b"RIFF\0\0\0\0AVI ", Recognised::Video),
        (b"RIFF\0\0\0\0WAVEfmt ", Recognised::Audio),
        (b"ID3\x03\0\0", Recognised::Audio),
        (b"\xFF\xFB\x90\x64", Recognised::Audio),
        (b"\xFF\xFEH\0i\0", Recognised::OtherEncoding),
        (b"Ti\xEAng Vi\xEAt c\xF3 d\xE2u", Recognised::OtherEncoding),
        (b"\x01\x02\x03", Recognised::Unknown),
        (b" \n%PDF-1.7 %%EOF\0", Recognised::Unknown),
    ];
    for (bytes, kind) in refusals {
        assert_eq!(
            refused(bytes.to_vec()),
            Problem::NotTaken(kind),
            "{}",
            bytes.escape_ascii()
        );
    }
    assert_eq!(refused(Vec::new()), Problem::Empty);
    assert_eq!(refused(b"%PDF-1.7\n1 0 obj".to_vec()), Problem::Broken(FileKind::Pdf));
}

#[test]
fn the_longest_file_is_taken_and_one_byte_more_is_not() {
    assert!(accept(vec![b'a'; FILE_BYTES_MAX], "a.txt").is_ok());
    let max = FILE_BYTES_MAX;
    assert_eq!(refused(vec![b'a'; FILE_BYTES_MAX + 1]), Problem::TooLarge { max });
}

#[test]
fn documents_with_programs_are_not_taken() {
    let word = |kinds: &[&str], more: &[&str]| {
        let types = content_types(kinds);
        let mut files = vec![Filed(TYPES, &types, true), Filed("word/document.xml", b"<w/>", true)];
        files.extend(more.iter().map(|name| Filed(name, b"x", false)));
        refused(zip(&files))
    };
    let macros = Problem::Macros(FileKind::Docx);
    assert_eq!(word(&[WORD], &["word/vbaProject.bin"]), macros);
    assert_eq!(word(&[WORD], &["word\\VBAPROJECT.BIN"]), macros);
    assert_eq!(word(&[WORD], &["word/activeX/activeX1.bin"]), macros);
    assert_eq!(
        word(&[WORD, "application/vnd.ms-office.vbaProject"], &["word/a.bin"]),
        macros
    );
    assert_eq!(
        word(&["application/vnd.ms-word.document.MACROENABLED.main+xml"], &[]),
        macros
    );
    // an entity could spell a type that is looked for
    assert_eq!(
        word(&[WORD, "vba&#80;roject"], &[]),
        Problem::NotTaken(Recognised::OtherOffice)
    );

    let types = content_types(&[SHEET]);
    let sheet = [
        Filed(TYPES, &types, true),
        Filed("xl/workbook.xml", b"<w/>", true),
        Filed("xl/macrosheets/sheet1.xml", b"<m/>", true),
    ];
    assert_eq!(refused(zip(&sheet)), Problem::Macros(FileKind::Xlsx));

    for folder in [
        "Basic/Standard/Module1.xml",
        "Scripts/python/a.py",
        "Object 1/basic/x.xml",
    ] {
        let kind = common::open_document("text", &[folder]);
        assert_eq!(refused(kind), Problem::Macros(FileKind::Odt), "{folder}");
    }
}

#[test]
fn other_archives_are_not_taken() {
    let (slides, locked) = (
        content_types(&["application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"]),
        content_types(&[WORD]),
    );
    let slides = zip(&[
        Filed(TYPES, &slides, true),
        Filed("ppt/presentation.xml", b"<p/>", true),
    ]);
    assert_eq!(refused(slides), Problem::NotTaken(Recognised::OtherOffice));
    let both = zip(&[
        Filed(TYPES, &locked, true),
        Filed("word/document.xml", b"", false),
        Filed("xl/workbook.xml", b"", false),
    ]);
    assert_eq!(refused(both), Problem::NotTaken(Recognised::OtherOffice));
    assert_eq!(
        refused(common::open_document("presentation", &[])),
        Problem::NotTaken(Recognised::OtherOffice)
    );
    let missing = zip(&[Filed("mimetype", b"application/vnd.oasis.opendocument.text", false)]);
    assert_eq!(refused(missing), Problem::Broken(FileKind::Odt));
    let zipped = Problem::NotTaken(Recognised::Zip);
    assert_eq!(refused(zip(&[Filed("a.txt", b"a", true)])), zipped);
    assert_eq!(refused(zip(&[])), zipped);
    let large = vec![b' '; documents::CONTENT_TYPES_BYTES_MAX + 1];
    let bomb = zip(&[Filed(TYPES, &large, true), Filed("word/document.xml", b"", false)]);
    assert_eq!(refused(bomb), Problem::NotTaken(Recognised::OtherOffice));
}

#[test]
fn an_archive_that_reads_in_two_ways_is_not_taken() {
    let zipped = Problem::NotTaken(Recognised::Zip);
    let whole = common::docx();
    // words after its end, before its directory, or another name in a file's own header
    assert_eq!(refused([&whole[..], b"<script>"].concat()), zipped);
    assert_eq!(refused([&b"PK\x03\x04"[..], &whole].concat()), zipped);
    let mut renamed = whole.clone();
    renamed[31] = b'X';
    assert_eq!(refused(renamed), zipped);
    let types = content_types(&[WORD]);
    let twice = zip(&[
        Filed(TYPES, &types, true),
        Filed("word/document.xml", b"1", false),
        Filed("word/document.xml", b"2", false),
    ]);
    assert_eq!(refused(twice), zipped);
    for end in 4..whole.len() {
        assert_eq!(refused(whole[..end].to_vec()), zipped, "{end}");
    }
}
