//! Texts nobody should send, in every form: they come back whole, and nothing is recorded.

mod common;

use common::{ADMINISTRATOR, Rig, assert_clean};

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

#[tokio::test]
async fn they_come_back_whole() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
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
                let answer = rig.post(&path, &session, &fields).await;
                answer.is(422).says(error);
                answer.says("role=\"alert\"");
                answer.says("aria-invalid=\"true\"");
                answer.says("value=\"k-hostile\"");
                answer.shows(&text);
                assert_clean(&path, answer.html());
            }
        }
    }
    assert_eq!(rig.size(), size);
}

#[tokio::test]
async fn markup_emoji_and_other_scripts_are_words_like_any_other() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    for name in [
        "<script>alert(1)</script>",
        "'; DROP TABLE entries;--",
        "👮 Đội bảo vệ",
        "مكتب المجلس",
        "Văn phòng {{ 7*7 }}",
    ] {
        let fields = [("loai", "other"), ("ten", name)];
        rig.post("/quan-tri/co-quan", &session, &fields).await.is(303);
        let page = rig.get("/quan-tri/co-quan", &session).await;
        page.is(200).shows(name);
        page.says_not("<script>alert");
        assert_clean(name, page.html());
    }
}

#[tokio::test]
async fn forms_of_another_shape_are_read_as_empty() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    for (path, ..) in FORMS {
        rig.post(path, &session, &[("khac", "x")]).await.is(422).says("khoa");
        rig.post(path, &session, &[]).await.is(422);
    }
    let large = "x".repeat(600 * 1024);
    rig.post("/quan-tri/co-quan", &session, &[("ten", &large)])
        .await
        .is(413)
        .says("Phiếu gửi quá lớn");
    assert_eq!(rig.size(), size);
}
