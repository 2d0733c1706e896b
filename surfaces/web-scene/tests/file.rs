//! Kept files as answers.

use documents::FileKind;
use http::Response;
use web_scene::serve_file;

fn header(response: &Response<axum::body::Body>, name: &str) -> String {
    response.headers()[name].to_str().unwrap().to_owned()
}

#[test]
fn a_file_says_exactly_what_it_is() {
    for kind in FileKind::ALL {
        let response = serve_file(kind, b"x".to_vec(), "a");
        assert_eq!(header(&response, "content-type"), kind.mime());
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        assert_eq!(
            header(&response, "content-security-policy"),
            "default-src 'none'; frame-ancestors 'none'; sandbox"
        );
        assert_eq!(
            header(&response, "cache-control"),
            "private, max-age=31536000, immutable"
        );
        let place = if kind.is_picture() { "inline; " } else { "attachment; " };
        assert!(header(&response, "content-disposition").starts_with(place), "{kind:?}");
    }
}

#[test]
fn a_name_stands_in_both_ways() {
    let named = |name: &str| header(&serve_file(FileKind::Pdf, Vec::new(), name), "content-disposition");
    assert_eq!(
        named("Biên bản Đoàn 'số' 1.pdf"),
        "attachment; filename=\"bien ban doan 'so' 1.pdf\"; \
         filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%C4%90o%C3%A0n%20%27s%E1%BB%91%27%201.pdf"
    );
    assert_eq!(
        named("50%.pdf\"\r\nSet-Cookie: a=b; x"),
        "attachment; filename=\"50_.pdfset-cookie a=b; x.pdf\"; filename*=UTF-8''50%25.pdfSet-Cookie%20a%3Db%3B%20x.pdf"
    );
    assert_eq!(
        named("東京"),
        "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E6%9D%B1%E4%BA%AC.pdf"
    );
    assert_eq!(named(""), "attachment; filename=\"tep.pdf\"; filename*=UTF-8''tep.pdf");
}
