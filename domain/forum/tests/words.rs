//! What hands, phones and scripts type: kept as it is, or refused with the reason. Nothing is dropped in silence.

mod common;

use base::fact::Entropy;
use base::text::TextProblem;
use common::{Desk, no, receipt};
use forum::Event;
use forum::events::{Signed, SpeakerRole};
use forum::opinion::{
    self, NAME_CHARS_MAX, OPINION_CHARS_MAX, OPINION_LETTERS_MIN, REASONS_CHARS_MAX, Subject, TypedSignature, Words,
};

fn statement(typed: &str) -> Result<String, TextProblem> {
    match Words::read(typed, "", TypedSignature::None) {
        Ok(words) => Ok(words.statement().to_owned()),
        Err(problems) => {
            assert_eq!((problems.reasons, problems.name), (None, None));
            Err(problems.statement.expect("some problem"))
        }
    }
}

/// What stands under an opinion, and the role.
type Under = (Signed, Option<SpeakerRole>);

/// The values an opinion brings, by field, with its signature.
fn sealed(words: &Words) -> (Under, Vec<(String, String)>) {
    let desk = Desk::open("2020-03-02T02:10:00Z");
    let mut entropy = Entropy::new([9; 32]);
    let what = (words, Subject::default());
    let read_by = desk.now.office_date().add_days(1);
    let proposed = opinion::submit(&desk.forums, &mut entropy, desk.now, no(1), what, receipt(1), read_by).unwrap();
    let Event::OpinionSubmitted(event) = proposed.event else {
        panic!("another event")
    };
    let values = proposed
        .seals
        .into_iter()
        .map(|seal| (seal.field.to_string(), seal.value))
        .collect();
    ((event.signed, event.role), values)
}

#[test]
fn how_long_a_statement_may_be() {
    let short = |have| {
        Err(TextProblem::TooShort {
            min: OPINION_LETTERS_MIN,
            have,
        })
    };
    let long = |have| {
        Err(TextProblem::TooLong {
            max: OPINION_CHARS_MAX,
            have,
        })
    };
    let of = |count: usize| "ữ".repeat(count);
    let table = [
        (String::new(), Err(TextProblem::Empty)),
        ("   \r\n\t  ".to_owned(), Err(TextProblem::Empty)),
        ("\u{a0}\u{3000}".to_owned(), Err(TextProblem::Empty)),
        ("\u{200b}\u{200d}\u{feff}".to_owned(), Err(TextProblem::Empty)),
        (of(9), short(9)),
        (of(10), Ok(of(10))),
        (format!("  {}\n", of(10)), Ok(of(10))),
        // Digits and signs are no letters.
        ("123 456 789 0123 !!! ???".to_owned(), short(0)),
        (format!("1 2 3 4 5 6 {}", of(9)), short(9)),
        (of(280), Ok(of(280))),
        (of(281), long(281)),
        (of(100_000), long(100_000)),
        // Outer white space is not counted, inner is.
        (format!("\n{}   ", of(280)), Ok(of(280))),
        (format!("{} {}", of(140), of(140)), long(281)),
    ];
    for (typed, expected) in table {
        assert_eq!(statement(&typed), expected, "{typed:.40?}");
    }
}

#[test]
fn both_spellings_of_an_accent_are_one() {
    let (nfc, nfd) = ("Ủy ban nhân dân xã", "U\u{309}y ban nha\u{302}n da\u{302}n xa\u{303}");
    assert_ne!(nfc, nfd);
    assert_eq!(
        Words::read(nfc, nfc, TypedSignature::None),
        Words::read(nfd, nfd, TypedSignature::None)
    );
    let name = |name: &str| TypedSignature::Name(SpeakerRole::Citizen, name.to_owned());
    assert_eq!(Words::read(nfc, "", name(nfc)), Words::read(nfc, "", name(nfd)));
    // Three values for one letter count as one letter.
    let longest = "u\u{31b}\u{303}".repeat(OPINION_CHARS_MAX);
    assert_eq!(statement(&longest), Ok("ữ".repeat(OPINION_CHARS_MAX)));
    assert_eq!(
        statement(&"u\u{31b}\u{303}".repeat(9)),
        Err(TextProblem::TooShort { min: 10, have: 9 })
    );
}

#[test]
fn what_no_page_can_show_honestly_is_refused_with_its_place() {
    let refused = |typed: &str, position, codepoint| {
        assert_eq!(
            statement(typed),
            Err(TextProblem::Control { position, codepoint }),
            "{typed:?}"
        );
    };
    refused("Đề nghị\u{0} chiếu sáng", 8, 0);
    refused("\u{202e}Đề nghị chiếu sáng", 1, 0x202e);
    refused("Đề nghị chiếu sáng\u{2066}", 19, 0x2066);
    refused("Đề nghị\u{1b}[31m chiếu sáng", 8, 0x1b);
    refused("Đề nghị\u{e0041} chiếu sáng", 8, 0xe0041);
    refused("Đề nghị\u{85} chiếu sáng", 8, 0x85);
}

#[test]
fn scripts_pictures_and_markup_are_kept_as_typed() {
    for typed in [
        "أطالب بإنارة البوابة رقم اثنين",
        "אנא האירו את השער השני",
        "门口二号需要晚上照明设备请安装",
        "Cảm ơn tổ gác 👨‍👩‍👧🕯️ rất nhiều",
        "<script>alert(1)</script> đề nghị",
        "Robert'); DROP TABLE entries;--",
        "{{7*7}} ${jndi:ldap://x} %s %n",
        "Dòng một của ý kiến\ndòng hai",
        "Cột một\tcột hai cột ba",
    ] {
        assert_eq!(statement(typed).as_deref(), Ok(typed));
    }
    // Pictures alone say too little to be answered.
    assert_eq!(
        statement("🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️"),
        Err(TextProblem::TooShort { min: 10, have: 0 })
    );
    assert_eq!(
        statement("Dòng một của ý kiến\r\ndòng hai\r"),
        Ok("Dòng một của ý kiến\ndòng hai".to_owned())
    );
}

#[test]
fn reasons_may_be_left_out_and_are_as_long_as_they_may_be() {
    let read = |reasons: &str| Words::read("Đề nghị chiếu sáng", reasons, TypedSignature::None);
    for nothing in ["", "  \n "] {
        let (_, values) = sealed(&read(nothing).unwrap());
        assert_eq!(values, [("statement".to_owned(), "Đề nghị chiếu sáng".to_owned())]);
    }
    let longest = "ữ".repeat(REASONS_CHARS_MAX);
    let (_, values) = sealed(&read(&longest).unwrap());
    assert_eq!(values[1], ("reasons".to_owned(), longest.clone()));
    let problems = read(&format!("{longest}ữ")).unwrap_err();
    let too_long = TextProblem::TooLong {
        max: REASONS_CHARS_MAX,
        have: REASONS_CHARS_MAX + 1,
    };
    assert_eq!((problems.statement, problems.reasons), (None, Some(too_long)));
    assert_eq!(
        read("\u{0}").unwrap_err().reasons,
        Some(TextProblem::Control {
            position: 1,
            codepoint: 0
        })
    );
}

#[test]
fn a_name_is_one_line_and_only_there_when_it_is_signed() {
    let read = |name: &str| {
        Words::read(
            "Đề nghị chiếu sáng",
            "",
            TypedSignature::Name(SpeakerRole::Delegate, name.to_owned()),
        )
    };
    let problem = |name: &str| read(name).unwrap_err().name;
    assert_eq!(problem(""), Some(TextProblem::Empty));
    assert_eq!(problem("A"), Some(TextProblem::TooShort { min: 2, have: 1 }));
    assert_eq!(problem("An\nBình"), Some(TextProblem::LinesNotAllowed));
    let too_long = TextProblem::TooLong {
        max: NAME_CHARS_MAX,
        have: NAME_CHARS_MAX + 1,
    };
    assert_eq!(problem(&"ữ".repeat(NAME_CHARS_MAX + 1)), Some(too_long));
    let (signature, values) = sealed(&read("  Nguyễn Thị An ").unwrap());
    assert_eq!(signature, (Signed::Name, Some(SpeakerRole::Delegate)));
    assert_eq!(values[1], ("name".to_owned(), "Nguyễn Thị An".to_owned()));
    let by_role = Words::read("Đề nghị chiếu sáng", "", TypedSignature::Role(SpeakerRole::Guard)).unwrap();
    let (signature, values) = sealed(&by_role);
    assert_eq!((signature, values.len()), ((Signed::Role, Some(SpeakerRole::Guard)), 1));
}

#[test]
fn every_field_says_what_is_wrong_with_it_at_once() {
    let name = TypedSignature::Name(SpeakerRole::Citizen, "A".to_owned());
    let problems = Words::read("ngắn", &"ữ".repeat(REASONS_CHARS_MAX + 1), name).unwrap_err();
    assert_eq!(problems.statement, Some(TextProblem::TooShort { min: 10, have: 4 }));
    assert!(problems.reasons.is_some() && problems.name.is_some());
}
