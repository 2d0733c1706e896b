//! The bundled files: size, names, what they may not ask for; the minifier.

#[path = "../build/minify.rs"]
mod minify;

use flate2::read::GzDecoder;
use http::{HeaderMap, HeaderValue, StatusCode};
use std::io::Read;
use web_kit::reply::static_file;
use web_kit::{asset, icon_href, script_href, style_href};

/// The style sheet's share of the first view (bytes).
const SHEET_BYTES_MAX: usize = 36 * 1024;
/// The script, unpacked (bytes).
const SCRIPT_BYTES_MAX: usize = 4 * 1024;

fn text(href: &str) -> String {
    String::from_utf8(asset(href).expect("an embedded file").bytes.to_vec()).expect("UTF-8")
}

#[test]
fn the_sheet_is_within_its_budget_and_whole() {
    let sheet = text(style_href());
    assert!(sheet.len() <= SHEET_BYTES_MAX, "{} B", sheet.len());
    assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
    assert!(!sheet.contains("/*") && !sheet.contains("//") && !sheet.contains("@import"));
    for class in [
        ".skip",
        ".errors",
        ".opinion",
        ".slip",
        ".spine>li",
        "[hidden]",
        ":root[data-theme=\"dark\"]",
    ] {
        assert!(sheet.contains(class), "{class}");
    }
    assert!(sheet.contains("@media print{") && sheet.contains("calc(-1 * var(--s3))"));
    // what it points to is here; without fonts there is no rule for them
    for file in sheet.split("url(").skip(1).filter_map(|s| s.split(')').next()) {
        assert_eq!(asset(file).expect("a font").content_type, "font/woff2");
    }
    assert_eq!(sheet.contains("@font-face"), sheet.contains("url("));
}

#[test]
fn the_script_is_small_and_stores_nothing() {
    let script = text(script_href());
    assert!(script.len() <= SCRIPT_BYTES_MAX);
    for never in [
        "Storage",
        "cookie",
        "fetch",
        "XMLHttp",
        "eval",
        "innerHTML",
        ".style",
        "http",
    ] {
        assert!(!script.contains(never), "{never}");
    }
    assert!(text(icon_href()).starts_with("<svg xmlns="));
}

#[test]
fn files_are_served_for_ever_and_only_by_their_name() {
    let none = HeaderMap::new();
    let answer = static_file(&none, style_href()).expect("the sheet");
    assert_eq!(answer.headers()["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(answer.headers()["content-type"], "text/css; charset=utf-8");
    let mut asked = HeaderMap::new();
    asked.insert("if-none-match", answer.headers()["etag"].clone());
    assert_eq!(
        static_file(&asked, style_href()).expect("the sheet").status(),
        StatusCode::NOT_MODIFIED
    );
    asked.insert("if-none-match", HeaderValue::from_static("\"x\""));
    assert_eq!(
        static_file(&asked, style_href()).expect("the sheet").status(),
        StatusCode::OK
    );
    for path in ["/tinh/", "/tinh/0000000000000000.css", "/tinh/../Cargo.toml", ""] {
        assert!(asset(path).is_none(), "{path}");
    }
}

#[test]
fn text_files_are_sent_packed_to_those_who_can_unpack() {
    for href in [style_href(), script_href(), icon_href()] {
        let packed = asset(href).expect("an embedded file").gzip.expect("packed");
        let mut plain = String::new();
        GzDecoder::new(packed.as_ref())
            .read_to_string(&mut plain)
            .expect("gzip");
        assert_eq!(plain, text(href));
    }
    for (accept, packed) in [
        ("gzip, deflate, br", true),
        ("br;q=1.0, gzip;q=0.8", true),
        ("gzip;q=0", false),
        ("br", false),
        ("", false),
        ("*", false),
    ] {
        let mut asked = HeaderMap::new();
        asked.insert(
            "accept-encoding",
            HeaderValue::from_str(accept).expect("a header's value"),
        );
        let answer = static_file(&asked, style_href()).expect("the sheet");
        assert_eq!(answer.headers().contains_key("content-encoding"), packed, "{accept}");
        assert_eq!(answer.headers()["vary"], "accept-encoding");
    }
}

#[test]
fn the_minifier_touches_no_string_and_no_meaning() {
    let css = "/* a */ a , b > c { color : red ; margin: calc( 1px + 2px ) ; }\n.x :hover { content: \" ( ; \" attr(href) '/* */'; }\n@media (min-width: 4em) and (print) { a::before { content: \"\\\" }\"; } }";
    assert_eq!(
        minify::css(css),
        "a,b>c{color :red;margin:calc( 1px + 2px )}.x :hover{content:\" ( ; \" attr(href) '/* */'}@media (min-width:4em) and (print){a::before{content:\"\\\" }\"}}"
    );
    assert_eq!(
        minify::js("// a\n  var a = 1;\n\n  // b\n  a++;\n"),
        "var a = 1;\na++;\n"
    );
}
