//! Pages of administration are for administrators, and the table of rights is public.

mod common;

use common::{holding, office, png, upload};
use people::role::{OrganisationKind, Role, Scope};
use web_rig::{ADMINISTRATOR, page_ok};
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

const ACTS: [(&str, &[(&str, &str)]); 11] = [
    ("/quan-tri/van-phong", &[("ten", "Văn phòng khác"), ("lien_he", "")]),
    ("/quan-tri/van-phong/ten-toi", &[("ho_ten", "Tên Khác")]),
    ("/quan-tri/van-phong/phu-hieu/bo", &[("bo", "1")]),
    ("/quan-tri/co-quan", &[("loai", "other"), ("ten", "Cơ quan")]),
    ("/quan-tri/nguoi", &[("ho_ten", "Ai Đó")]),
    ("/quan-tri/nguoi/2/ten", &[("ho_ten", "Ai Khác")]),
    ("/quan-tri/nguoi/2/co-quan", &[("chuyen_den", "")]),
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

#[test]
fn nobody_else_opens_them_or_acts() {
    let rig = office();
    let others = Role::ALL.into_iter().filter(|role| *role != Role::Administrator);
    let roles: Vec<(Role, Scope)> = others.map(|role| (role, Scope::Office)).collect();
    // Some roles are held for an organisation.
    let agency = rig.organisation(OrganisationKind::Other, "Kho bạc Nhà nước tỉnh");
    let session = rig.signed_in(rig.person("Lê Thị Ánh", Some(agency), &roles));
    let size = rig.size();
    for path in PAGES {
        let page = session.get(path);
        page.is(403).says("Trang này dành cho người quản trị");
        page.says_not("Xóa theo luật");
        page_ok(&page);
        session
            .get(&format!("/en{path}"))
            .is(403)
            .says("This page is for administrators");
        rig.get(path).is(403);
        holding(&rig, &"0".repeat(64)).get(path).is(403);
    }
    for (path, fields) in ACTS {
        session.post(path, fields).is(403);
        let lost = rig.post(path, fields);
        assert!(matches!(lost.status.as_u16(), 403 | 422), "{path}");
    }
    upload(&session, "k", &png(10, 10, 100)).is(403);
    upload(&rig.browser(), "k", &png(10, 10, 100)).is(403);
    assert_eq!(rig.size(), size);
    session.get("/quan-tri/toi").is(200);
}

#[test]
fn administrators_see_every_page_whole_in_both_languages() {
    let rig = office();
    let session = rig.signed_in(ADMINISTRATOR);
    for path in PAGES.into_iter().chain(["/quan-tri/toi"]) {
        for path in [path.to_owned(), format!("/en{path}")] {
            let page = session.get(&path);
            page.is(200).says("noindex");
            assert_eq!(page.headers["cache-control"], "no-store", "{path}");
            page_ok(&page);
        }
    }
    session.get("/quan-tri/nguoi/9").is(404);
    session.get("/quan-tri/nguoi/abc").is(404);
    session.get("/quan-tri/nguoi?trang=2").is(404);
}

#[test]
fn the_home_of_administration_says_what_is_missing() {
    let rig = office();
    let home = rig.signed_in(ADMINISTRATOR).get("/quan-tri/");
    home.is(200).says("Tên và liên hệ của văn phòng");
    home.says("Chưa có cơ quan nào tham gia");
    home.says("Chỉ một người quản trị");
    home.says("Chưa có người đọc ý kiến");
}

#[test]
fn the_table_of_rights_is_public_and_whole() {
    let rig = office();
    for (path, words) in [
        ("/ai-duoc-lam-gi", ["Viết ý kiến", "Bất kỳ ai"]),
        ("/en/ai-duoc-lam-gi", ["Write an opinion", "Anyone"]),
    ] {
        let page = rig.get(path);
        page.is(200).says("<table class=\"to-cards");
        for words in words {
            page.says(words);
        }
        assert_eq!(
            page.html().matches("<th scope=\"row\">").count(),
            CommandKind::ALL.len()
        );
        page_ok(&page);
        let etag = page.headers["etag"].to_str().unwrap().to_owned();
        rig.browser().header("if-none-match", &etag).get(path).is(304);
    }
}
