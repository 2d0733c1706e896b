//! Articles: their words, their addresses, what is left when they are erased.

mod common;

use common::Rig;
use ledger::store::Erasable;
use web_rig::page_ok;

#[test]
fn an_article_keeps_its_authors_words() {
    let rig = Rig::office();
    let body =
        "Mở <b>đầu</b>.\nDòng hai.\n\n1. Việc một.\n\n2. Việc hai.\n\n19. Không phải danh sách.\n\n\u{5d0}\u{5d1} 😀";
    rig.article(2019, "Ông & bà <lắng nghe>", body);
    let page = rig.get("/tin/2019/ong-ba-lang-nghe");
    page.is(200).says("<p>Mở &#60;b&#62;đầu&#60;/b&#62;.<br>Dòng hai.</p>");
    page.says("<ol><li>Việc một.</li><li>Việc hai.</li></ol>");
    page.says("<p>19. Không phải danh sách.</p>");
    page.says("\u{5d0}\u{5d1} 😀");
    page.says("Chủ nhật, 29/12/2019");
    page.says("<b lang=\"vi\" dir=\"auto\">Trần Thị Thùy Dương</b>, ");
    page.says("Đọc khoảng 1 phút");
    page.says("Chưa sửa lần nào từ khi đăng.");
    page.says("data-print hidden");
    page_ok(&page);
    rig.get("/en/tin/2019/ong-ba-lang-nghe")
        .is(200)
        .says("About a minute to read");
    let etag = page.headers["etag"].to_str().unwrap();
    rig.browser()
        .header("if-none-match", etag)
        .get("/tin/2019/ong-ba-lang-nghe")
        .is(304);
}

#[test]
fn addresses_tell_articles_of_one_title_apart() {
    let rig = Rig::office();
    rig.article(2019, "Họp báo tháng", "Bài một.");
    rig.article(2019, "Họp báo tháng", "Bài hai.");
    rig.article(2019, "Họp báo tháng 2", "Bài ba.");
    rig.article(2020, "Họp báo tháng", "Bài bốn.");
    rig.article(2020, "☂☂☂☂☂", "Bài năm.");
    let addresses = [
        ("/tin/2019/hop-bao-thang", "Bài một."),
        ("/tin/2019/hop-bao-thang-2", "Bài hai."),
        ("/tin/2019/hop-bao-thang-2-3", "Bài ba."),
        ("/tin/2020/hop-bao-thang", "Bài bốn."),
        ("/tin/2020/bai", "Bài năm."),
    ];
    for (path, words) in addresses {
        rig.get(path).is(200).says(words);
        rig.get("/tin/").says(&format!("href=\"{path}\""));
    }
    for wrong in [
        "/tin/2019/khac",
        "/tin/2021/hop-bao-thang",
        "/tin/x/hop-bao-thang",
        "/tin/02019/hop-bao-thang",
        "/tin/2019/%FF",
        "/tin/2019/hop-bao-thang-9",
    ] {
        rig.get(wrong).is(404).says("Không có trang này");
    }
}

#[test]
fn erased_parts_say_so_and_an_old_address_leads_to_the_new_one() {
    let rig = Rig::office();
    let entry = rig.article(2019, "Họp báo tháng", "Bài một.");
    rig.article(2019, "Họp báo tháng", "Bài hai.");
    let size = rig.app.ledger.view().size;
    rig.erase(entry, &[portal::events::AUTHOR, portal::events::BODY]);
    let page = rig.get("/tin/2019/hop-bao-thang");
    page.is(200).says(&format!("Tên đã xóa theo luật, dòng {size} của sổ"));
    page.says(&format!("căn cứ ghi ở dòng {size} của sổ"));
    page.says_not("Bài một.");
    page_ok(&page);
    let list = rig.get("/tin/");
    list.says("Trần Thị Thùy Dương · Phòng Tổng hợp");

    rig.erase(entry, &[portal::events::TITLE, portal::events::SLUG]);
    let values = [portal::events::TITLE, portal::events::BODY]
        .map(|field| Erasable::Sealed(base::fact::SealedRef::new(entry, field)));
    rig.app.ledger.erase_now(&values).unwrap();
    rig.get("/tin/2019/1").is(410).says("Nội dung này đã được gỡ");
    rig.get("/tin/2019/hop-bao-thang").is(200).says("Bài hai.");
    let moved = rig.get("/tin/2019/hop-bao-thang-2");
    assert_eq!(moved.is(301).location(), "/tin/2019/hop-bao-thang");
    assert_eq!(
        rig.get("/en/tin/2019/hop-bao-thang-2").location(),
        "/en/tin/2019/hop-bao-thang"
    );
    rig.get("/").is(200).says_not("Bài một.");
}

#[test]
fn the_list_comes_in_pages() {
    let rig = Rig::office();
    for n in 1..=21 {
        rig.article(2019, &format!("Bài viết số {n}"), "Chữ.");
    }
    let first = rig.get("/tin/");
    first.is(200).says("Bài viết số 21");
    first.says("href=\"/tin/?trang=2\"");
    rig.get("/en/tin/?trang=2").is(200).says("Bài viết số 1<");
    for wrong in ["0", "3", "x", "-1"] {
        rig.get(&format!("/tin/?trang={wrong}")).is(404);
    }
}
