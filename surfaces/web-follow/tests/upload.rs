//! Evidence as a file: taken for what its bytes say, kept before the entry that names it, served as it is.

mod common;

use common::{COMMANDER, DESK, NOBODY, PAGE, Rig};
use forum::events::{EvidenceSort, FileKind};
use web_rig::page_ok;

/// A picture of one pixel.
const PNG: &[u8] = &[
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 144, 119, 83,
    222, 0, 0, 0, 12, 73, 68, 65, 84, 120, 156, 99, 224, 14, 10, 5, 0, 1, 30, 0, 179, 166, 74, 155, 232, 0, 0, 0, 0,
    73, 69, 78, 68, 174, 66, 96, 130,
];
const FIELDS: [(&str, &str); 4] = [
    ("khoa", "k"),
    ("loai", "photo"),
    ("ten", "Cổng phụ ngày 22/06"),
    ("chu", ""),
];

fn blobs(rig: &Rig) -> usize {
    rig.store().blobs(None, 100).unwrap().len()
}

#[test]
fn a_picture_is_kept_and_shown() {
    let rig = Rig::concluded();
    let form = rig.get_as(COMMANDER, DESK);
    form.is(200)
        .says("enctype=\"multipart/form-data\"")
        .says("Ảnh được bỏ nơi chụp");
    // The name says something else; the bytes decide.
    let sent = rig.upload(COMMANDER, &FIELDS, ("../cổng.exe", PNG));
    assert_eq!(sent.is(303).header("location"), format!("{DESK}?xong=bang-chung"));
    let clause = rig.clause(1);
    let (number, evidence) = clause.evidence.iter().next().unwrap();
    assert_eq!((*number, evidence.sort), (1, EvidenceSort::Photo));
    assert_eq!(evidence.file.unwrap().1.kind, FileKind::Png);
    let size = rig.size();
    rig.upload(COMMANDER, &FIELDS, ("../cổng.exe", PNG)).is(303);
    assert_eq!(rig.size(), size, "a form sent twice is recorded once");
    let other = FIELDS.map(|(name, value)| (name, if name == "ten" { "Một tên khác hẳn" } else { value }));
    rig.upload(COMMANDER, &other, ("../cổng.exe", PNG))
        .is(422)
        .says("đã gửi trước đó với nội dung khác")
        .says("Một tên khác hẳn");
    // A photo is a picture by its bytes.
    rig.upload(COMMANDER, &FIELDS, ("khac.png", "Một tệp khác hẳn.".as_bytes()))
        .is(422)
        .says("phải kèm một tệp ảnh")
        .says("Cổng phụ ngày 22/06");
    assert_eq!(rig.size(), size);
    rig.get(PAGE)
        .says("Cổng phụ ngày 22/06")
        .says("Ảnh PNG")
        .says("<img class=\"evidence-picture");
    let served = rig.get(&format!("{PAGE}/bang-chung/1/tep"));
    assert_eq!(served.is(200).header("content-type"), "image/png");
    assert!(served.body.starts_with(b"\x89PNG"));
}

#[test]
fn what_is_not_taken_leaves_the_words_and_nothing_else() {
    let rig = Rig::concluded();
    let (before, kept) = (rig.size(), blobs(&rig));
    for (name, bytes, message) in [
        (
            "a.png",
            b"\x89PNG\r\n\x1a\nrubbish".as_slice(),
            "Không đọc được ảnh này",
        ),
        ("a.pdf", b"MZ\x90\0program".as_slice(), "chương trình"),
        (
            "a.png",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".as_slice(),
            "SVG",
        ),
        (
            "a.txt",
            b"<!doctype html><script>alert(1)</script>".as_slice(),
            "trang web",
        ),
        ("a.txt", b"".as_slice(), "trống"),
    ] {
        let answer = rig.upload(COMMANDER, &FIELDS, (name, bytes));
        answer
            .is(422)
            .says(message)
            .says("Cổng phụ ngày 22/06")
            .says("chọn lại tệp trước khi gửi")
            .says_not("<script>alert");
        page_ok(&answer);
    }
    let large = vec![b'x'; documents::FILE_BYTES_MAX + 1];
    let answer = rig.upload(COMMANDER, &FIELDS, ("a.txt", &large));
    answer.is(422).says("lớn quá 10 MB").says("Cổng phụ ngày 22/06");
    assert_eq!((rig.size(), blobs(&rig)), (before, kept));
}

#[test]
fn a_file_from_someone_else_is_not_even_kept() {
    let rig = Rig::concluded();
    let (before, kept) = (rig.size(), blobs(&rig));
    rig.upload(NOBODY, &FIELDS, ("a.png", PNG)).is(403);
    assert_eq!((rig.size(), blobs(&rig)), (before, kept));
}
