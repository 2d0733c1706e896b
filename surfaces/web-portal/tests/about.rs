//! Help, privacy, accessibility: whole, linked from every page, with the numbers that hold.

mod common;

use base::fact::Actor;
use common::Rig;
use web_rig::{ADMINISTRATOR, page_ok};
use world::Command;

#[test]
fn the_pages_are_whole_and_linked_from_every_foot() {
    let rig = Rig::office();
    for path in ["/huong-dan", "/quyen-rieng-tu", "/tiep-can"] {
        for lang in ["", "/en"] {
            let page = rig.get(&format!("{lang}{path}"));
            page_ok(page.is(200).says("data-print hidden"));
            for linked in ["/huong-dan", "/quyen-rieng-tu", "/tiep-can"] {
                page.says(&format!("href=\"{lang}{linked}\""));
            }
            let etag = page.header("etag").to_owned();
            let known = rig.browser().header("if-none-match", &etag);
            known.get(&format!("{lang}{path}")).is(304);
        }
    }
}

#[test]
fn help_has_a_sentence_for_each_role_with_work_here() {
    let rig = Rig::office();
    let page = rig.get("/huong-dan");
    for role in [
        "Biên tập",
        "Đăng bài",
        "Thư ký",
        "Chủ trì",
        "Người đọc ý kiến",
        "Kiểm toán sổ",
        "Quản trị",
    ] {
        page.says(&format!("<dt>{role}</dt>"));
    }
    page.says("tối đa 280 ký tự").says("2.000 ký tự");
}

#[test]
fn privacy_tells_the_term_that_holds_and_the_cookies_there_are() {
    let rig = Rig::office();
    let days = law::terms(rig.app.now().office_date()).erasure_days;
    let page = rig.get("/quyen-rieng-tu");
    page.says(&format!("xóa sau {days} ngày"));
    for cookie in ["giao-dien", "tieng-noi", "phien"] {
        page.says(&format!("<dt>{cookie}</dt>"));
    }
    rig.tell(
        Actor::Person(ADMINISTRATOR),
        Command::SetRetention { unpublished_days: 45 },
    );
    rig.get("/quyen-rieng-tu").says("xóa sau 45 ngày");
    rig.get("/en/quyen-rieng-tu").says("erased 45 days after");
}
