//! Fields of every kind: kept words, errors tied to their field, hostile text.

mod common;

use common::assert_clean;
use web_kit::form::{Choice, Kind, TextKind};
use web_kit::{Errors, Field, Form, Lang};

const HOSTILE: [&str; 6] = [
    r#""><script>alert(1)</script>"#,
    "</textarea><img src=x onerror=alert(1)>",
    "' onfocus='alert(1)",
    "'); DROP TABLE entries;--",
    "\u{202e}abc \u{05d0}\u{05d1} مرحبا",
    "a & b < c > d &lt; {{ 7 * 7 }}",
];

fn kinds<'a>(value: &'a str) -> Vec<Kind<'a>> {
    let choices = || vec![Choice::new(value, value, value), Choice::new("2", "b", "")];
    let text = [
        TextKind::Plain,
        TextKind::Name,
        TextKind::Code,
        TextKind::Number,
        TextKind::Phone,
        TextKind::Email,
        TextKind::Password,
    ];
    let mut kinds: Vec<Kind<'a>> = text.into_iter().map(Kind::Text).collect();
    kinds.extend([
        Kind::Area {
            voice: true,
            chars_max: Some(280),
        },
        Kind::Area {
            voice: false,
            chars_max: None,
        },
        Kind::Radios(choices()),
        Kind::Check,
        Kind::Select(choices()),
        Kind::Date,
    ]);
    kinds
}

#[test]
fn hostile_text_stays_text_in_every_kind() {
    for lang in [Lang::Vi, Lang::En] {
        for hostile in HOSTILE {
            for kind in kinds(hostile) {
                let mut errors = Errors::new();
                errors.add("y_kien", hostile);
                let field = Field::new("y_kien", hostile, kind.clone())
                    .hint(hostile)
                    .value(hostile)
                    .errors(&errors)
                    .optional();
                let html = Form::new(lang, "/x", hostile).key(hostile).field(field).html();
                let html = html.as_str();
                assert_clean(html);
                for tag in ["<script", "<img"] {
                    assert!(!html.contains(tag), "{kind:?}: {html}");
                }
                assert!(!html.contains(" onfocus='"), "{kind:?}: {html}");
            }
        }
    }
}

#[test]
fn every_kind_keeps_what_was_typed() {
    let html = |kind| Field::new("a", "A", kind).value("7 <b>").html(Lang::Vi).into_string();
    for kind in [
        TextKind::Plain,
        TextKind::Name,
        TextKind::Code,
        TextKind::Number,
        TextKind::Phone,
        TextKind::Email,
    ] {
        assert!(
            html(Kind::Text(kind)).contains(r#"value="7 &#60;b&#62;""#),
            "{}",
            html(Kind::Text(kind))
        );
    }
    assert!(html(Kind::Date).contains(r#"value="7 &#60;b&#62;""#));
    let area = html(Kind::Area {
        voice: true,
        chars_max: Some(280),
    });
    assert!(
        area.contains("7 &#60;b&#62;</textarea>")
            && area.contains(r#"dir="auto""#)
            && area.contains(r#"class="voice""#)
    );
    let choices = || vec![Choice::new("1", "một", ""), Choice::new("7 <b>", "bảy", "")];
    assert!(html(Kind::Radios(choices())).contains(r#"id="f-a-2" name="a" value="7 &#60;b&#62;" checked"#));
    assert!(html(Kind::Select(choices())).contains(r#"<option value="7 &#60;b&#62;" selected>"#));
    let check = Field::new("a", "A", Kind::Check).value("1").html(Lang::Vi);
    assert!(check.as_str().contains(" checked"));
    let secret = html(Kind::Text(TextKind::Password));
    assert!(!secret.contains("7 "), "a password is never sent back");
}

#[test]
fn a_textarea_keeps_a_first_empty_line() {
    // HTML drops one line end after the start tag, so one more is written
    let html = Field::voice("a", "A", 280).value("\n\nhai dòng\n").html(Lang::Vi);
    assert!(html.as_str().contains(">\n\n\nhai dòng\n</textarea>"), "{html}");
}

#[test]
fn the_summary_leads_to_each_field_with_the_same_sentence() {
    let mut errors = Errors::new();
    errors.add("y_kien", "Viết ý kiến, ít nhất 10 chữ cái");
    errors.add("y_kien", "a second error of the same field");
    errors.add("ky", "Chọn cách ký tên");
    assert_eq!(errors.len(), 2);
    let form = Form::new(Lang::En, "/dien-dan/2020-01/viet", "Send")
        .key("k1")
        .field(Field::voice("y_kien", "Ý kiến", 280).errors(&errors))
        .field(
            Field::radios(
                "ky",
                "Ký tên",
                vec![Choice::new("khong", "Không", ""), Choice::new("co", "Có", "")],
            )
            .errors(&errors),
        )
        .html();
    let page = format!("{}{form}", errors.summary(Lang::Vi));
    assert_clean(&page);
    assert!(page.contains(r#"<div class="errors" role="alert" tabindex="-1""#));
    assert!(page.contains("Còn 2 chỗ cần sửa"));
    for (id, message) in [
        ("f-y_kien", "Viết ý kiến, ít nhất 10 chữ cái"),
        ("f-ky", "Chọn cách ký tên"),
    ] {
        assert!(page.contains(&format!(r##"<a href="#{id}">{message}</a>"##)), "{page}");
        assert_eq!(page.matches(&format!(r#" id="{id}""#)).count(), 1);
        assert!(page.contains(&format!(r#"id="{id}-e""#)));
        assert_eq!(
            page.matches(message).count(),
            2,
            "once in the summary, once at the field"
        );
    }
    assert!(
        page.contains(r#"aria-invalid="true" aria-describedby="f-y_kien-h f-y_kien-e f-y_kien-c""#),
        "{page}"
    );
    assert!(page.contains(r#"action="/en/dien-dan/2020-01/viet" novalidate"#));
    assert!(page.contains(r#"<input type="hidden" name="khoa" value="k1">"#));
    assert!(Errors::new().summary(Lang::Vi).is_empty());
}

#[test]
fn optional_fields_say_so() {
    assert!(
        Field::text("a", "A")
            .optional()
            .html(Lang::Vi)
            .as_str()
            .contains("(không bắt buộc)")
    );
    assert!(
        Field::text("a", "A")
            .optional()
            .html(Lang::En)
            .as_str()
            .contains("(optional)")
    );
    assert!(!Field::text("a", "A").html(Lang::Vi).as_str().contains("không bắt buộc"));
    assert!(
        !Field::voice("a", "A", 280)
            .html(Lang::Vi)
            .as_str()
            .contains("maxlength")
    );
}
