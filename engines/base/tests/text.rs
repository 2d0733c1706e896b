//! What a field accepts, how it is counted, and what it refuses.

use base::text::{TextProblem, TextRule, characters, letters};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const ANY: TextRule = TextRule {
    min_chars: 1,
    max_chars: 280,
    lines: true,
};
const LINE: TextRule = TextRule { lines: false, ..ANY };
const OPTIONAL: TextRule = TextRule { min_chars: 0, ..ANY };

fn control(position: usize, c: char) -> Result<String, TextProblem> {
    Err(TextProblem::Control {
        position,
        codepoint: c.into(),
    })
}

#[test]
fn canonical_forms() {
    for (typed, canonical) in [
        ("  xin chào \n", "xin chào"),
        ("một\r\nhai\rba\u{2028}bốn", "một\nhai\nba\nbốn"),
        ("a\tb", "a\tb"),
        ("Lă\u{301}ng nghe", "Lắng nghe"),
        ("e\u{301}\u{302}", "é\u{302}"),
        (
            "<script>alert('x')</script>'; DROP TABLE entries;--",
            "<script>alert('x')</script>'; DROP TABLE entries;--",
        ),
        ("שלום العربية", "שלום العربية"),
        ("👍🏽 👨\u{200D}👩\u{200D}👧", "👍🏽 👨\u{200D}👩\u{200D}👧"),
        ("giữ\u{200B}nguyên", "giữ\u{200B}nguyên"),
        ("a  b   c", "a  b   c"),
    ] {
        assert_eq!(ANY.accept(typed).as_deref(), Ok(canonical), "{typed:?}");
    }
    assert_eq!(OPTIONAL.accept(" \r\n").as_deref(), Ok(""));
    assert_eq!(LINE.accept("một dòng\n").as_deref(), Ok("một dòng"));
}

#[test]
fn refusals() {
    for nothing in ["", "  \n\t", "\u{200B}\u{FEFF}", "\u{3164}", "\u{2800} \u{AD}"] {
        assert_eq!(ANY.accept(nothing), Err(TextProblem::Empty), "{nothing:?}");
    }
    assert_eq!(OPTIONAL.accept("\u{200B}"), Err(TextProblem::Empty));
    assert_eq!(LINE.accept("một\rhai"), Err(TextProblem::LinesNotAllowed));
    let rule = TextRule {
        min_chars: 3,
        max_chars: 5,
        lines: false,
    };
    assert_eq!(rule.accept(" ế "), Err(TextProblem::TooShort { min: 3, have: 1 }));
    assert_eq!(
        rule.accept("ế".repeat(6).as_str()),
        Err(TextProblem::TooLong { max: 5, have: 6 })
    );
    assert_eq!(rule.accept("ế".repeat(5).as_str()).as_deref(), Ok("ếếếếế"));
    assert_eq!(ANY.accept("a\0b"), control(2, '\0'));
    assert_eq!(ANY.accept("\u{FEFF}\u{7}"), control(2, '\u{7}'));
    // an NFD ế and a CR LF are one place each
    assert_eq!(ANY.accept("e\u{302}\u{301}\r\n\u{1B}"), control(3, '\u{1B}'));
    for c in "\u{1}\u{B}\u{C}\u{7F}\u{80}\u{85}\u{9F}\u{202A}\u{202E}\u{2066}\u{2069}\u{FDD0}\u{FFFE}\u{1FFFF}\u{E0041}"
        .chars()
    {
        assert_eq!(ANY.accept(&format!("ab{c}")), control(3, c), "{c:?}");
    }
    assert_eq!(ANY.accept("\u{301}a"), control(1, '\u{301}'));
    assert_eq!(ANY.accept(" \u{301}a"), control(2, '\u{301}'));
    assert_eq!(ANY.accept("a\n\u{200D}\u{301}"), control(4, '\u{301}'));
}

#[test]
fn counting() {
    for (text, chars, alphabetic) in [
        ("", 0, 0),
        ("Lắng nghe", 9, 8),
        ("Thứ 5\nđã", 8, 5),
        ("👨\u{200D}👩\u{200D}👧", 3, 0),
        ("❤\u{FE0F}", 1, 0),
        ("\u{3164}\u{200B}", 0, 0),
        ("số 12, 7%", 9, 2),
    ] {
        assert_eq!((characters(text), letters(text)), (chars, alphabetic), "{text:?}");
    }
    // a pile of marks is counted from the fifth on
    assert_eq!(characters(&format!("b{}", "\u{330}".repeat(100))), 1 + 96);
}

proptest! {
    #[test]
    fn every_text_is_accepted_once_and_for_all_or_refused(
        typed in any::<String>(), min_chars in 0_usize..4, max_chars in 4_usize..40, lines: bool,
    ) {
        let rule = TextRule { min_chars, max_chars, lines };
        if let Ok(text) = rule.accept(&typed) {
            prop_assert_eq!(rule.accept(&text), Ok(text.clone()));
            prop_assert!((min_chars..=max_chars).contains(&characters(&text)));
            prop_assert!(text.chars().count() <= (max_chars + 1) * 5, "bounded in bytes too");
        }
        prop_assert!(letters(&typed) <= typed.nfc().count());
    }

    #[test]
    fn nothing_but_line_ends_and_outer_space_changes(typed in "[ -~àếđ\n\r\t]{0,60}") {
        let rule = TextRule { min_chars: 0, max_chars: 100, lines: true };
        let expected = typed.replace("\r\n", "\n").replace('\r', "\n");
        prop_assert_eq!(rule.accept(&typed), Ok(expected.trim().to_owned()));
    }

    #[test]
    fn composed_and_decomposed_are_one(words in "[a-zđăâêôơưàáảãạằắẳẵặầấẩẫậỳýỷỹỵểễệợữựA-ZĐỨ ,.\n]{0,80}") {
        let apart: String = words.nfd().collect();
        prop_assert_eq!(ANY.accept(&apart), ANY.accept(&words));
        prop_assert_eq!(characters(&apart), words.chars().count());
        prop_assert_eq!(letters(&apart), words.chars().filter(|c| c.is_alphabetic()).count());
    }

    #[test]
    fn any_text_counts_the_same_in_any_form(text in any::<String>()) {
        let apart: String = text.nfd().collect();
        prop_assert_eq!(characters(&apart), characters(&text));
        prop_assert_eq!(letters(&apart), letters(&text));
        prop_assert_eq!(ANY.accept(&apart), ANY.accept(&text));
    }
}
