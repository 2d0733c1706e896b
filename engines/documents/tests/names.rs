//! Names of files and what a kind says of itself.

use documents::{FileKind, NAME_CHARS_MAX, Place, clean_name};
use proptest::prelude::*;

#[test]
fn names_are_made_safe() {
    let pdf = |name: &str| clean_name(name, FileKind::Pdf);
    assert_eq!(pdf("Biên bản số 12.2020.PDF"), "Biên bản số 12.2020.pdf");
    assert_eq!(pdf("Biên bản số 12.2020"), "Biên bản số 12.2020.pdf");
    assert_eq!(pdf("C:\\Users\\an\\bao-cao.exe"), "bao-cao.exe.pdf");
    assert_eq!(pdf("../../etc/passwd"), "passwd.pdf");
    assert_eq!(pdf("a\r\nSet-Cookie: x=1\u{202E}fdp.exe"), "aSet-Cookie x=1fdp.exe.pdf");
    assert_eq!(pdf(" a  \t b .pdf"), "a b.pdf");
    for empty in ["", "...", "/", " ", ".pdf", "\u{200B}"] {
        assert!(
            ["tep.pdf", "pdf.pdf"].contains(&pdf(empty).as_str()),
            "{empty:?} {}",
            pdf(empty)
        );
    }
    assert_eq!(clean_name("anh.JPEG", FileKind::Jpeg), "anh.jpeg");
    assert_eq!(clean_name("bang.csv", FileKind::Text), "bang.csv");
    assert_eq!(clean_name("trang.html", FileKind::Text), "trang.html.txt");
    assert_eq!(pdf(&"ệ".repeat(500)).chars().count(), NAME_CHARS_MAX);
}

#[test]
fn only_pictures_are_shown_in_a_browser() {
    for kind in FileKind::ALL {
        assert_eq!(
            kind.place() == Place::Inline,
            kind.mime().starts_with("image/"),
            "{kind:?}"
        );
        assert_eq!(kind.extensions().first(), Some(&kind.extension()));
        assert_eq!(FileKind::of_mime(kind.mime()), Some(kind));
    }
    assert_eq!(FileKind::of_mime("text/html"), None);
}

proptest! {
    #[test]
    fn no_name_breaks_out(name in any::<String>(), which in 0..FileKind::ALL.len()) {
        let kind = FileKind::ALL[which];
        let clean = clean_name(&name, kind);
        prop_assert!(clean.chars().count() <= NAME_CHARS_MAX);
        let breaks = ['/', '\\', '"', '\r', '\n', '\0', '\u{202E}'];
        prop_assert!(!clean.contains(breaks));
        prop_assert!(!clean.starts_with('.'));
        let (_, ending) = clean.rsplit_once('.').unwrap();
        prop_assert!(kind.extensions().contains(&ending));
        prop_assert_eq!(clean_name(&clean, kind), clean);
    }
}
