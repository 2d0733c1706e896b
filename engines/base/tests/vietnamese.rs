//! Days, numbers, names and the search form, as the screens have them.

use base::time::{Date, Hour};
use base::vietnamese::{
    Lang, NumberProblem, byline_date, fold, hour_span, long_date, name_key, number, parse_number, short_date,
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn languages() {
    for lang in [Lang::Vi, Lang::En] {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
        assert_eq!(serde_json::to_string(&lang).unwrap(), format!("\"{}\"", lang.code()));
    }
    assert_eq!(Lang::from_code("VI"), None);
}

#[test]
fn days() {
    let (thursday, sunday, early) = (date("2024-07-25"), date("2019-12-29"), date("2020-02-05"));
    assert_eq!(long_date(thursday, Lang::Vi), "Thứ năm, ngày 25/07/2024");
    assert_eq!(long_date(thursday, Lang::En), "Thursday, 25 July 2024");
    assert_eq!(byline_date(sunday, Lang::Vi), "Chủ nhật, 29/12/2019");
    assert_eq!(byline_date(sunday, Lang::En), "Sunday, 29 December 2019");
    assert_eq!(short_date(sunday, Lang::Vi), "29/12/2019");
    assert_eq!(short_date(sunday, Lang::En), "29 Dec 2019");
    assert_eq!(short_date(early, Lang::Vi), "05/02/2020");
    assert_eq!(short_date(early, Lang::En), "5 Feb 2020");
    let week: Vec<String> = (0..7)
        .map(|days| byline_date(date("2024-07-22").add_days(days), Lang::Vi))
        .collect();
    let names: Vec<&str> = week.iter().map(|text| text.split(',').next().unwrap()).collect();
    assert_eq!(
        names,
        [
            "Thứ hai",
            "Thứ ba",
            "Thứ tư",
            "Thứ năm",
            "Thứ sáu",
            "Thứ bảy",
            "Chủ nhật"
        ]
    );
}

#[test]
fn hours_are_the_offices() {
    let hour: Hour = "2019-12-19T08:00:00Z".parse().unwrap();
    assert_eq!(hour_span(hour, Lang::Vi), "trong giờ 15:00, 19/12/2019");
    assert_eq!(hour_span(hour, Lang::En), "in the hour from 15:00, 19 Dec 2019");
    let night: Hour = "2019-12-18T17:00:00Z".parse().unwrap();
    assert_eq!(hour_span(night, Lang::Vi), "trong giờ 00:00, 19/12/2019");
}

#[test]
fn numbers() {
    for (value, vi, en) in [
        (0_i64, "0", "0"),
        (999, "999", "999"),
        (1000, "1.000", "1,000"),
        (363_100, "363.100", "363,100"),
        (-1_250_000, "-1.250.000", "-1,250,000"),
        (i64::MIN, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
    ] {
        assert_eq!(
            (number(value, Lang::Vi), number(value, Lang::En)),
            (vi.into(), en.into())
        );
    }
    assert_eq!(number(u64::MAX, Lang::Vi), "18.446.744.073.709.551.615");
    assert_eq!(
        (
            number(43, Lang::Vi),
            number(962_usize, Lang::Vi),
            number(7_u8, Lang::En)
        ),
        ("43".into(), "962".into(), "7".into())
    );
}

#[test]
fn numbers_as_people_type_them() {
    for (typed, value) in [
        ("1.250.000", 1_250_000),
        ("1250000", 1_250_000),
        (" 0 ", 0),
        ("007", 7),
        ("12.345", 12_345),
    ] {
        assert_eq!(parse_number(typed), Ok(value), "{typed}");
    }
    assert_eq!(parse_number(" "), Err(NumberProblem::Empty));
    assert_eq!(parse_number("18446744073709551616"), Err(NumberProblem::TooLarge));
    for wrong in [
        "1.25",
        "0.125",
        "1250.000",
        "1,250,000",
        "98,6",
        "-1",
        "+1",
        "1.",
        ".100",
        "1..000",
        "1.2a0",
        "١",
        "1 000",
        "1e3",
        "18446744073709551616x",
    ] {
        assert_eq!(parse_number(wrong), Err(NumberProblem::WrongShape), "{wrong}");
    }
}

#[test]
fn search_form() {
    for (text, folded) in [
        ("Diễn đàn CÔNG AN lắng nghe", "dien dan cong an lang nghe"),
        ("ĐƯỜNG Ưu đãi", "duong uu dai"),
        ("Nguye\u{302}\u{303}n", "nguyen"),
        ("ﬁ １２", "fi 12"),
        ("8/8 mục tiêu", "8/8 muc tieu"),
        ("", ""),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn names_sort_by_the_given_name() {
    let sorted = [
        "Nguyễn Văn Ái",
        "Đỗ An",
        "Lê Văn An",
        "Lê Vân An",
        "Lý An",
        "Phạm Anh",
        "Đặng Văn Ân",
        "Trần Ba",
        "Trần Bà",
        "Trần Bả",
        "Trần Bã",
        "Trần Bá",
        "Trần Bạ",
        "Cao Dũng",
        "Trần Thị Thùy Dương",
        "Dương Đa",
        "Bùi Em",
        "Bùi Thị Hoà",
        "Nguyễn Hòa",
        "Nguyễn Văn Hòa",
        "Nguyễn Thị Nhung",
        "Nguyễn Thị Ơn",
        "Lê Tâm",
        "Lê Thanh",
        "Vũ Anh Thiều",
        "Lê Tùng",
        "Lê Tư",
        "Ông Ý",
    ];
    let mut names = sorted.to_vec();
    names.reverse();
    names.sort_by_key(|name| name_key(name));
    assert_eq!(names, sorted);
}

#[test]
fn the_alphabet_is_vietnamese() {
    let words = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y";
    let mut names: Vec<&str> = words.split(' ').rev().collect();
    names.sort_by_key(|name| name_key(name));
    assert_eq!(names.join(" "), words);
    let mut tones: Vec<&str> = "ậ ẫ ấ ẩ ầ â ạ ã á ả à a".split(' ').collect();
    tones.sort_by_key(|name| name_key(name));
    assert_eq!(tones.join(" "), "a à ả ã á ạ â ầ ẩ ẫ ấ ậ");
}

proptest! {
    #[test]
    fn folding_is_done_once(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert_eq!(fold(&text.nfd().collect::<String>()), folded);
    }

    #[test]
    fn numbers_are_read_back(value: u64, small in 0_u64..5_000_000, text in any::<String>()) {
        for value in [value, small] {
            prop_assert_eq!(parse_number(&number(value, Lang::Vi)), Ok(value));
            prop_assert_eq!(parse_number(&value.to_string()), Ok(value));
        }
        // total, whatever is typed
        prop_assert!(parse_number(&text).is_ok() || parse_number(&text).is_err());
    }

    #[test]
    fn names_have_one_place(one in any::<String>(), other in "[A-ZĐa-zđàảãáạăâêôơư' -]{0,20}") {
        for name in [&one, &other] {
            prop_assert_eq!(name_key(name), name_key(&name.nfd().collect::<String>()));
        }
        let same_name = one.nfc().eq(other.nfc());
        prop_assert_eq!(name_key(&one) == name_key(&other), same_name);
    }
}
