//! Forms with a file: what comes through, what is too much, and that the words are never lost with the file.

mod common;

use axum::body::Body;
use common::{KIND, Pieces, file, form, words};
use http::HeaderValue;
use proptest::prelude::*;
use std::sync::atomic::Ordering;
use web_kit::Lang;
use web_scene::upload::{PASSED_OVER_BYTES_MAX, TooMuch, Unread, Upload, UploadedFile, unread};
use web_scene::{FORM_BYTES_MAX, Fields};

const MAX: usize = 1_000;
const LARGE: Result<Option<UploadedFile>, Unread> = Err(Unread::TooLarge { max: MAX });

fn now<T>(task: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(task)
}

fn typed(kind: &str, body: Body) -> Result<Upload, TooMuch> {
    now(Upload::of(HeaderValue::from_str(kind).ok().as_ref(), body, MAX))
}

fn read(body: &[u8]) -> Upload {
    let whole = typed(KIND, Body::from(body.to_vec())).unwrap();
    for length in [1, 7, 64] {
        let parted = typed(KIND, Pieces::of(body, length).body()).unwrap();
        assert_eq!(parted, whole, "pieces of {length} bytes");
    }
    whole
}

fn chosen(name: &str, bytes: &[u8]) -> Result<Option<UploadedFile>, Unread> {
    Ok(Some(UploadedFile {
        name: name.into(),
        bytes: bytes.into(),
    }))
}

#[test]
fn words_and_a_file_come_through() {
    // A file may hold what looks like a delimiter, line ends and any bytes.
    let bytes = b"\r\n------ranh\r\n--\r\n\0\xFF------ranh7\r\n\r";
    let body = form(&[
        words("khoa", "k-1"),
        words("loi", "Cổng chính & cổng phụ\r\ndòng hai = 100%"),
        file("tep", "Biên bản %22số 1%22.pdf", bytes),
        words("ky", "co"),
        words("ky", "khong"),
    ]);
    let upload = read(&body);
    assert_eq!(upload.fields.get("khoa"), "k-1");
    assert_eq!(upload.fields.get("loi"), "Cổng chính & cổng phụ\r\ndòng hai = 100%");
    assert_eq!(upload.fields.all("ky").collect::<Vec<_>>(), ["co", "khong"]);
    assert_eq!(upload.fields.get("tep"), "Biên bản \"số 1\".pdf");
    assert_eq!(upload.file, chosen("Biên bản \"số 1\".pdf", bytes));
}

#[test]
fn heads_are_read_as_programs_write_them() {
    let body = b"a word before\r\n------ranh7  \r\ncontent-type: text/plain\r\nCONTENT-DISPOSITION: Form-Data; filename=a.txt; \
                 Name=tep\r\n\r\nx\r\n------ranh7\r\nContent-Disposition: form-data; name=\"k\"\r\n\r\n\r\n------ranh7-- after";
    let upload = read(body);
    assert_eq!(upload.file, chosen("a.txt", b"x"));
    assert_eq!(upload.fields.iter().count(), 2);
    let kind = "Multipart/Form-Data; charset=utf-8; Boundary=\"----ranh7\"";
    assert_eq!(typed(kind, Body::from(body.to_vec())), Ok(upload));
}

#[test]
fn no_file_an_empty_file_and_two_files_are_told_apart() {
    let none = read(&form(&[words("a", "1"), file("tep", "", b"")]));
    assert_eq!((none.file, none.fields.get("tep")), (Ok(None), ""));
    assert_eq!(read(&form(&[file("tep", "a.pdf", b"")])).file, chosen("a.pdf", b""));
    let two = read(&form(&[
        file("tep", "a", b"1"),
        file("tep", "b", b"2"),
        words("a", "1"),
    ]));
    assert_eq!((two.file, two.fields.get("a")), (Err(Unread::Several), "1"));
    let second_empty = read(&form(&[file("tep", "a", b"1"), file("khac", "", b"")]));
    assert_eq!(second_empty.file, chosen("a", b"1"));
}

#[test]
fn a_form_without_a_file_reads_as_one() {
    let kind = "application/x-www-form-urlencoded";
    let upload = typed(kind, Body::from("loi=C%E1%BB%95ng&tep=a.pdf")).unwrap();
    assert_eq!(upload.fields, Fields::read(b"loi=C%E1%BB%95ng&tep=a.pdf"));
    assert_eq!(upload.file, Ok(None));
    assert_eq!(now(Upload::of(None, Body::empty(), MAX)).unwrap().file, Ok(None));
    assert_eq!(typed(kind, Body::from(vec![b'a'; FORM_BYTES_MAX + 1])), Err(TooMuch));
}

#[test]
fn a_file_too_large_costs_no_word() {
    for length in [MAX + 1, 50 * MAX] {
        let body = form(&[
            words("truoc", "trước"),
            file("tep", "a", &vec![1; length]),
            words("sau", "sau"),
        ]);
        let upload = read(&body);
        assert_eq!((upload.fields.get("truoc"), upload.fields.get("sau")), ("trước", "sau"));
        assert_eq!((upload.file, upload.fields.get("tep")), (LARGE, "a"));
    }
    assert_eq!(read(&form(&[file("tep", "a", &[1; MAX])])).file, chosen("a", &[1; MAX]));
}

#[test]
fn a_body_without_end_is_left_unread() {
    let bound = MAX + FORM_BYTES_MAX + PASSED_OVER_BYTES_MAX;
    let body = form(&[words("truoc", "trước"), file("tep", "a", &vec![1; bound + 5_000_000])]);
    let pieces = Pieces::of(&body, 100_000);
    let taken = pieces.taken.clone();
    let upload = typed(KIND, pieces.body()).unwrap();
    assert_eq!((upload.file, upload.fields.get("truoc")), (LARGE, "trước"));
    assert!(taken.load(Ordering::SeqCst) <= bound + 100_000);
}

#[test]
fn too_many_words_are_too_much() {
    let long = "a".repeat(FORM_BYTES_MAX);
    let many: Vec<Vec<u8>> = (0..600).map(|_| words("a", "")).collect();
    // each letter is six bytes in a form without a file, and both kinds of form have one limit
    let signs = "ư".repeat(FORM_BYTES_MAX / 6);
    let named = [file(&"a".repeat(7_000), "b", b"")].concat();
    let names: Vec<Vec<u8>> = (0..80).map(|_| named.clone()).collect();
    for parts in [vec![words("a", &long)], many, vec![words("a", &signs)], names] {
        assert_eq!(typed(KIND, Body::from(form(&parts))), Err(TooMuch));
    }
}

#[test]
fn a_form_that_breaks_off_keeps_its_words() {
    let body = form(&[words("truoc", "trước"), file("tep", "a.pdf", b"0123456789")]);
    let first = words("truoc", "trước").len() + "------ranh7\r\n".len();
    for end in first..body.len() - "--\r\n".len() {
        let upload = read(&body[..end]);
        assert_eq!(upload.file, Err(Unread::BrokenOff), "{end}");
        assert_eq!(upload.fields.get("truoc"), "trước", "{end}");
    }
    assert_eq!(read(b"no form at all").file, Err(Unread::BrokenOff));
    let endless = [&b"------ranh7\r\nContent-Disposition: "[..], &[b'a'; 20_000]].concat();
    let pieces = Pieces::of(&endless, 1_000);
    let taken = pieces.taken.clone();
    assert_eq!(typed(KIND, pieces.body()).unwrap().file, Err(Unread::BrokenOff));
    assert!(
        taken.load(Ordering::SeqCst) < 10_000,
        "a head without end is left unread"
    );
}

#[test]
fn limits_are_said_in_the_unit_people_use() {
    assert!(unread(Unread::TooLarge { max: 10 * 1024 * 1024 }, Lang::Vi).contains("lớn quá 10 MB"));
    assert!(unread(Unread::TooLarge { max: 256 * 1024 }, Lang::En).contains("larger than 256 KB"));
}

proptest! {
    #[test]
    fn any_body_has_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400), length in 1..50_usize) {
        let parts = [form(&[words("a", "1")]), bytes.clone()].concat();
        for body in [bytes.clone(), parts, [b"------ranh7\r\n", &bytes[..]].concat()] {
            let whole = typed(KIND, Body::from(body.clone()));
            prop_assert_eq!(typed(KIND, Pieces::of(&body, length).body()), whole);
        }
    }

    #[test]
    fn any_file_and_any_words_come_through(
        bytes in prop::collection::vec(any::<u8>(), 1..MAX),
        value in "[^\\x00]{0,80}",
        length in 1..90_usize,
    ) {
        let body = form(&[words("a", &value), file("tep", "t", &bytes), words("b", &value)]);
        let upload = typed(KIND, Pieces::of(&body, length).body()).unwrap();
        prop_assert_eq!((upload.fields.get("a"), upload.fields.get("b")), (value.as_str(), value.as_str()));
        prop_assert_eq!(upload.file, chosen("t", &bytes));
    }
}
