//! Pages of administration are for administrators, and the table of rights is public.

mod common;

use common::{ADMINISTRATOR, NOBODY, Rig, assert_clean};
use people::role::Role;
use world::CommandKind;

const PAGES: [&str; 7] = [
    "/quan-tri/",
    "/quan-tri/van-phong",
    "/quan-tri/co-quan",
    "/quan-tri/nguoi",
    "/quan-tri/nguoi/1",
    "/quan-tri/nguoi/2",
    "/quan-tri/xoa",
];

const ACTS: [(&str, &[(&str, &str)]); 10] = [
    ("/quan-tri/van-phong", &[("ten", "Văn phòng khác"), ("lien_he", "")]),
    ("/quan-tri/van-phong/ten-toi", &[("ho_ten", "Tên Khác")]),
    ("/quan-tri/van-phong/phu-hieu/bo", &[("bo", "1")]),
    ("/quan-tri/co-quan", &[("loai", "other"), ("ten", "Cơ quan")]),
    ("/quan-tri/nguoi", &[("ho_ten", "Ai Đó")]),
    ("/quan-tri/nguoi/2/ten", &[("ho_ten", "Ai Khác")]),
    (
        "/quan-tri/nguoi/2/vai-tro",
        &[("vai_tro", "administrator"), ("pham_vi", "office")],
    ),
    (
        "/quan-tri/nguoi/1/vai-tro/bo",
        &[("bo_vai_tro", "administrator"), ("bo_pham_vi", "office")],
    ),
    ("/quan-tri/nguoi/1/duong-dan", &[]),
    (
        "/quan-tri/xoa",
        &[
            ("dong", "3"),
            ("truong", "name"),
            ("can_cu", "decision"),
            ("so_ngay", "QĐ 1"),
            ("da_xem", "1"),
        ],
    ),
];

#[tokio::test]
async fn nobody_else_opens_them_or_acts() {
    let rig = Rig::office().await;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
        rig.grant(NOBODY, role).await;
    }
    let session = rig.signed_in(NOBODY);
    let size = rig.size();
    for path in PAGES {
        let page = rig.get(path, &session).await;
        page.is(403).says("Trang này dành cho người quản trị");
        page.says_not("Xóa theo luật");
        assert_clean(path, page.html());
        rig.get(&format!("/en{path}"), &session)
            .await
            .is(403)
            .says("This page is for administrators");
        rig.get(path, "").await.is(403);
        rig.get(path, &"0".repeat(64)).await.is(403);
    }
    for (path, fields) in ACTS {
        rig.post(path, &session, fields).await.is(403);
        let lost = rig.post(path, "", fields).await;
        assert!(matches!(lost.status.as_u16(), 403 | 422), "{path}");
    }
    rig.upload(&session, "k", &common::png(10, 10, 100)).await.is(403);
    rig.upload("", "k", &common::png(10, 10, 100)).await.is(403);
    assert_eq!(rig.size(), size);
    rig.get("/quan-tri/toi", &session).await.is(200);
}

#[tokio::test]
async fn administrators_see_every_page_whole_in_both_languages() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    for path in PAGES.into_iter().chain(["/quan-tri/toi"]) {
        for path in [path.to_owned(), format!("/en{path}")] {
            let page = rig.get(&path, &session).await;
            page.is(200).says("noindex");
            assert_eq!(page.headers["cache-control"], "no-store", "{path}");
            assert_clean(&path, page.html());
        }
    }
    rig.get("/quan-tri/nguoi/9", &session).await.is(404);
    rig.get("/quan-tri/nguoi/abc", &session).await.is(404);
    rig.get("/quan-tri/nguoi?trang=2", &session).await.is(404);
}

#[tokio::test]
async fn the_home_of_administration_says_what_is_missing() {
    let rig = Rig::office().await;
    let home = rig.get("/quan-tri/", &rig.signed_in(ADMINISTRATOR)).await;
    home.is(200).says("Tên và liên hệ của văn phòng");
    home.says("Chưa có cơ quan nào tham gia");
    home.says("Chỉ một người quản trị");
    home.says("Chưa có người đọc ý kiến");
}

#[tokio::test]
async fn the_table_of_rights_is_public_and_whole() {
    let rig = Rig::office().await;
    for (path, words) in [
        ("/ai-duoc-lam-gi", ["Viết ý kiến", "Bất kỳ ai"]),
        ("/en/ai-duoc-lam-gi", ["Write an opinion", "Anyone"]),
    ] {
        let page = rig.get(path, "").await;
        page.is(200).says("<table class=\"to-cards");
        words.iter().for_each(|words| page.says(words));
        assert_eq!(
            page.html().matches("<th scope=\"row\">").count(),
            CommandKind::ALL.len()
        );
        assert_clean(path, page.html());
        let etag = page.headers["etag"].to_str().unwrap().to_owned();
        rig.get_with(path, ("if-none-match", &etag)).await.is(304);
    }
}
