//! Links that were made and not used: when, until when, and never what they are.

mod common;

use common::{NOBODY, office};
use people::role::{Role, Scope};
use web_rig::{ADMINISTRATOR, page_ok};

#[test]
fn open_links_are_listed_without_their_tokens() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let none = admin.get("/quan-tri/nguoi/2");
    none.says("Không có đường dẫn nào đang mở")
        .says("chưa có vai trò: vào được");
    let token = |answer: &web_rig::Answer| {
        let from = answer.html().split("/vao/").nth(1).unwrap();
        from.chars().take_while(char::is_ascii_hexdigit).collect::<String>()
    };
    let first = token(&admin.post("/quan-tri/nguoi/2/duong-dan", &[]));
    rig.hours_later(2);
    let admin = rig.signed_in(ADMINISTRATOR);
    let second = token(&admin.post("/quan-tri/nguoi/2/duong-dan", &[]));
    assert!(first.len() == 64 && second.len() == 64 && first != second);
    let page = admin.get("/quan-tri/nguoi/2");
    // The newer one has taken the other's place.
    assert_eq!(page.html().matches("Tạo khoảng").count(), 1);
    page.says_not(&first).says_not(&second);
    page_ok(&page);
    rig.post(&format!("/vao/{first}"), &[]).is(410);
    rig.post(&format!("/vao/{second}"), &[]).is(303);
    admin.get("/quan-tri/nguoi/2").says("Không có đường dẫn nào đang mở");
    token(&admin.post("/quan-tri/nguoi/2/duong-dan", &[]));
    rig.hours_later(26);
    let admin = rig.signed_in(ADMINISTRATOR);
    admin.get("/quan-tri/nguoi/2").says("Không có đường dẫn nào đang mở");
}

#[test]
fn the_hour_a_link_was_made_in_and_its_end_are_those_of_the_slip() {
    let rig = office();
    let own = rig.signed_in(NOBODY);
    let slip = own.post("/quan-tri/toi/duong-dan", &[]);
    let facts = slip
        .html()
        .split("<dd>")
        .find(|part| part.contains(':') && part.contains('/'))
        .unwrap();
    let until = facts.split('<').next().unwrap();
    let page = own.get("/quan-tri/toi");
    page.says(&format!("dùng được đến {until}"));
    page.says("Đường dẫn chưa dùng");
}

#[test]
fn the_slip_says_for_whom_as_what_and_where() {
    let rig = office();
    rig.grant(NOBODY, Role::Clerk, Scope::Office);
    let admin = rig.signed_in(ADMINISTRATOR);
    for (path, words) in [
        (
            "/quan-tri/nguoi/2/duong-dan",
            ["Người ghi biên bản", "In phiếu này", "Một lần", "Chép đường dẫn"],
        ),
        (
            "/en/quan-tri/nguoi/2/duong-dan",
            ["Clerk", "Print this slip", "Once", "Copy the link"],
        ),
    ] {
        let page = admin.post(path, &[]);
        page.is(200).says("Ngô Văn An").says("data-print");
        for words in words {
            page.says(words);
        }
        page.says(web_rig::OFFICE_NAME);
        assert_eq!(page.header("cache-control"), "no-store");
        page_ok(&page);
    }
    admin.post("/quan-tri/nguoi/1/duong-dan", &[]).says("Quản trị");
}
