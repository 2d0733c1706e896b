//! Texts nobody should send, in every form: they come back whole, and nothing is recorded.

mod common;

use common::{empty, office, office_on};
use web_rig::{ADMINISTRATOR, Database, Sample, Text, forms_survive, page_ok};

type Fields = &'static [(&'static str, &'static str)];

/// Every text field of this crate: where it is sent, its name, what goes with it, and its most characters.
const FORMS: [(&str, &str, Fields, usize); 7] = [
    ("/quan-tri/van-phong", "ten", &[("lien_he", "")], 160),
    ("/quan-tri/van-phong", "lien_he", &[("ten", "Văn phòng")], 500),
    ("/quan-tri/van-phong/ten-toi", "ho_ten", &[], 100),
    ("/quan-tri/co-quan", "ten", &[("loai", "other")], 160),
    ("/quan-tri/nguoi", "ho_ten", &[("co_quan", "")], 100),
    ("/quan-tri/nguoi/2/ten", "ho_ten", &[], 100),
    (
        "/quan-tri/xoa",
        "so_ngay",
        &[("dong", "2"), ("truong", "name"), ("can_cu", "decision")],
        200,
    ),
];

#[test]
fn they_come_back_whole() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    for (path, name, others, max) in FORMS {
        let mut texts = vec![
            "\u{202E}gnòhp năV".to_owned(),
            "Văn\u{0}phòng".to_owned(),
            "\u{7}Văn phòng".to_owned(),
            format!("<b>\"&'</b>{}", "ế".repeat(max)),
            "😀".repeat(max + 1),
            "\u{2066}a\u{2069}".to_owned(),
        ];
        if name != "lien_he" {
            texts.extend([
                String::new(),
                " \n\t ".to_owned(),
                "x".to_owned(),
                "Một\nhai".to_owned(),
                "\u{200B}\u{200B}".to_owned(),
            ]);
        }
        for text in texts {
            let fields = [&[(name, text.as_str()), ("khoa", "k-hostile")][..], others].concat();
            for (path, error) in [
                (path.to_owned(), "<title>Lỗi:"),
                (format!("/en{path}"), "<title>Error:"),
            ] {
                let answer = admin.post(&path, &fields);
                answer.is(422).says(error);
                answer.says("role=\"alert\"");
                answer.says("aria-invalid=\"true\"");
                answer.says("value=\"k-hostile\"");
                answer.shows(&text);
                page_ok(&answer);
            }
        }
    }
    assert_eq!(rig.size(), size);
}

#[test]
fn markup_emoji_and_other_scripts_are_words_like_any_other() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    for name in [
        "<script>alert(1)</script>",
        "'; DROP TABLE entries;--",
        "👮 Đội bảo vệ",
        "مكتب المجلس",
        "Văn phòng {{ 7*7 }}",
    ] {
        let fields = [("loai", "other"), ("ten", name)];
        admin.post("/quan-tri/co-quan", &fields).is(303);
        let page = admin.get("/quan-tri/co-quan");
        page.is(200).shows(name);
        page.says_not("<script>alert");
        page_ok(&page);
    }
}

#[test]
fn forms_of_another_shape_are_read_as_empty() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    for (path, ..) in FORMS {
        admin.post(path, &[("khac", "x")]).is(422).says("khoa");
        admin.post(path, &[]).is(422);
    }
    // A stranger may send less than somebody who is signed in.
    let (large, larger) = ("x".repeat(600 * 1024), "x".repeat(2_200 * 1024));
    let path = "/quan-tri/co-quan";
    rig.post(path, &[("ten", &large)]).is(413).says("Phiếu gửi quá lớn");
    admin.post(path, &[("ten", &large)]).is(422);
    admin.post(path, &[("ten", &larger)]).is(413).says("Phiếu gửi quá lớn");
    assert_eq!(rig.size(), size);
}

const fn text(name: &'static str, chars_max: usize, required: bool) -> Text<'static> {
    Text {
        name,
        chars_max,
        required,
    }
}

/// The same forms whole, as they are right.
const SAMPLES: [Sample<'static>; 4] = [
    Sample {
        path: "/quan-tri/van-phong",
        good: &[("ten", "Văn phòng HĐND"), ("lien_he", "Số 1 Đường Hai")],
        texts: &[text("ten", 160, true), text("lien_he", 500, false)],
        other: ("ten", "Văn phòng khác"),
    },
    Sample {
        path: "/quan-tri/co-quan",
        good: &[("loai", "other"), ("ten", "Kho bạc Nhà nước tỉnh")],
        texts: &[text("ten", 160, true)],
        other: ("ten", "Một cơ quan khác"),
    },
    Sample {
        path: "/quan-tri/nguoi",
        good: &[("ho_ten", "Lê Thị Ánh"), ("co_quan", "")],
        texts: &[text("ho_ten", 100, true)],
        other: ("ho_ten", "Đặng Văn Ân"),
    },
    Sample {
        path: "/quan-tri/nguoi/2/ten",
        good: &[("ho_ten", "Ngô Văn Ân")],
        texts: &[text("ho_ten", 100, true)],
        other: ("ho_ten", "Ngô Văn Ấn"),
    },
];

#[test]
fn every_form_survives_on_every_database() {
    for database in Database::EACH {
        let rig = office_on(database);
        let admin = rig.signed_in(ADMINISTRATOR);
        for sample in &SAMPLES {
            forms_survive(&rig, &admin, sample);
        }
    }
}

#[test]
fn the_form_of_a_nameless_administrator_survives() {
    let rig = empty();
    rig.begin();
    let sample = Sample {
        path: "/quan-tri/van-phong/ten-toi",
        good: &[("ho_ten", "Trần Thị Dương")],
        texts: &[text("ho_ten", 100, true)],
        other: ("ho_ten", "Người Khác"),
    };
    forms_survive(&rig, &rig.signed_in(ADMINISTRATOR), &sample);
}
