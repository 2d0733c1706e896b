//! The public pages of forums and opinions.

mod common;

use base::fact::{Actor, SealedRef};
use common::{MODERATOR, Rig, WORDS, no};
use forum::events::{LawfulReason, STATEMENT};
use web_rig::{ADMINISTRATOR, page_ok};
use world::{Command, LegalBasis};

#[test]
fn the_list_is_empty_then_newest_first() {
    let rig = Rig::empty();
    let page = rig.get("/dien-dan/");
    page.is(200).says("Chưa có diễn đàn nào").says("href=\"/tin/\"");
    page_ok(&page);
    rig.announce("2019-01", "2019-12-29", "2020-01-05");
    rig.announce("2020-01", "2020-02-01", "2020-02-02");
    rig.tell(Actor::Person(ADMINISTRATOR), Command::OpenForum { forum: no() });
    let page = rig.get("/dien-dan/");
    page.is(200)
        .says("Đang nhận ý kiến")
        .says("Sắp nhận ý kiến")
        .says("còn 10 ngày")
        .says("Đã nhận 0 ý kiến, đăng 0");
    page_ok(&page);
    let text = page.html();
    assert!(text.find("DD-2020-01").unwrap() < text.find("DD-2019-01").unwrap());
    rig.get("/en/dien-dan/")
        .is(200)
        .says("Taking opinions")
        .says("10 days left")
        .says("href=\"/en/dien-dan/2019-01\"");
    rig.get("/dien-dan/?trang=2").is(404);
    rig.get("/dien-dan/?trang=x").is(404);
}

#[test]
fn long_lists_come_in_pages() {
    let rig = Rig::empty();
    for number in 1..=21 {
        rig.announce(&format!("2019-{number:02}"), "2019-12-29", "2020-01-05");
    }
    let first = rig.get("/dien-dan/");
    first
        .is(200)
        .says("Trang 1 trên 2")
        .says("/dien-dan/?trang=2")
        .says("DD-2019-21")
        .says_not("DD-2019-01<");
    page_ok(&first);
    rig.get("/dien-dan/?trang=2")
        .is(200)
        .says("DD-2019-01")
        .says("rel=\"prev\"")
        .says_not("DD-2019-21");
    rig.get("/dien-dan/?trang=3").is(404);
    rig.get("/dien-dan/?trang=0").is(404);
}

#[test]
fn the_spine_says_what_is_known_and_what_is_not() {
    let rig = Rig::announced();
    let page = rig.get("/dien-dan/2019-01");
    page.is(200)
        .says("Báo cáo được đăng trước ngày tổ chức")
        .says("Chưa mở")
        .says("Phòng Cảnh sát bảo vệ mục tiêu");
    page.says_not("/dien-dan/2019-01/viet");
    page_ok(&page);
    assert_eq!(page.html().matches("aria-current=\"step\"").count(), 1);
    rig.tell(Actor::Person(ADMINISTRATOR), Command::OpenForum { forum: no() });
    let page = rig.get("/dien-dan/2019-01");
    page.is(200)
        .says("href=\"/dien-dan/2019-01/viet\"")
        .says("còn 10 ngày")
        .says("Kiểm tra biên nhận");
    page.says("<li class=\"now\" aria-current=\"step\">");
    page_ok(&page);
    assert_eq!(page.html().matches("<span class=\"node\">").count(), 6);
    rig.hours_later(24 * 10);
    rig.get("/dien-dan/2019-01")
        .says("Hôm nay, 29/12/2019, là ngày cuối nhận ý kiến");
    rig.hours_later(24);
    // The day is over although no tick has recorded it.
    let page = rig.get("/dien-dan/2019-01");
    page.says("Không nhận thêm ý kiến").says_not("/dien-dan/2019-01/viet");
    page_ok(&page);
    rig.tick();
    rig.hours_later(24 * 10);
    let page = rig.get("/dien-dan/2019-01");
    page.says("Chủ trì kết luận sau khi diễn đàn họp");
    assert_eq!(page.html().matches("aria-current=\"step\"").count(), 1);
    let english = rig.get("/en/dien-dan/2019-01");
    english
        .is(200)
        .says("The report is published before the day")
        .says("href=\"/en/kiem-chung\"");
    page_ok(&english);
}

#[test]
fn unknown_numbers_are_not_found_in_the_frame() {
    let rig = Rig::open();
    for path in [
        "/dien-dan/2018-01",
        "/dien-dan/abc",
        "/dien-dan/%FF",
        "/dien-dan/2018-01/viet",
        "/dien-dan/2018-01/y-kien/",
        "/dien-dan/2019-01/y-kien/1",
        "/dien-dan/2019-01/y-kien/0",
        "/dien-dan/2019-01/y-kien/x",
        "/dien-dan/2019-01/y-kien/99999999999",
        "/dien-dan/2019-01/y-kien/?trang=2",
    ] {
        let answer = rig.get(path);
        answer.is(404).says("Văn phòng HĐND tỉnh").says("Không có trang này");
        page_ok(&answer);
    }
    rig.post("/dien-dan/2018-01/viet", &[("y_kien", WORDS)]).is(404);
    rig.get("/en/dien-dan/2018-01").is(404).says("There is no such page");
}

#[test]
fn a_wrong_method_is_told_in_the_frame() {
    let rig = Rig::open();
    for (method, path, allow) in [
        ("POST", "/dien-dan/", "GET,HEAD"),
        ("POST", "/dien-dan/2019-01", "GET,HEAD"),
        ("PUT", "/dien-dan/2019-01/viet", "GET,HEAD,POST"),
        ("DELETE", "/dien-dan/2019-01/y-kien/", "GET,HEAD"),
        ("GET", "/dieu-hanh/dien-dan/2019-01/mo", "POST"),
        ("GET", "/dieu-hanh/dien-dan/2019-01/doc/1/dang", "POST"),
    ] {
        let answer = rig.browser().with(method, path);
        answer.is(405).says("Văn phòng HĐND tỉnh");
        assert_eq!(answer.header("allow"), allow, "{method} {path}");
        page_ok(&answer);
    }
}

#[test]
fn opinions_stand_in_the_order_of_their_numbers() {
    let rig = Rig::open();
    let page = rig.get("/dien-dan/2019-01/y-kien/");
    page.is(200)
        .says("Ông/bà có thể là người đầu tiên.")
        .says("Không có ý kiến nào đang chờ đọc.");
    page_ok(&page);
    let one = rig.write(WORDS, "k1");
    let two = rig.write("Nên có biển chỉ dẫn cho người đến lần đầu.", "k2");
    let page = rig.get("/dien-dan/2019-01/y-kien/");
    page.says("2 ý kiến đang chờ đọc; ý kiến chờ lâu nhất được nhận trong giờ 15:00, 19/12/2019.")
        .says_not("Cổng phụ");
    rig.tell(
        Actor::Person(MODERATOR),
        Command::RefuseOpinion {
            opinion: two,
            reason: LawfulReason::Advertisement,
        },
    );
    rig.get("/dien-dan/2019-01").says("Quảng cáo: 1");
    rig.publish(&[one]);
    let page = rig.get("/dien-dan/2019-01/y-kien/");
    page.says(WORDS)
        .says("YK-0001")
        .says("Không ký tên")
        .says("<caption>")
        .says("Quảng cáo")
        .says_not("biển chỉ dẫn");
    page.says_not("noindex");
    page_ok(&page);
    let opinion = rig.get("/dien-dan/2019-01/y-kien/1");
    opinion
        .is(200)
        .says(WORDS)
        .says(&format!("/log/value/{one}/statement"))
        .says(&format!("/log/entry/{one}"));
    opinion.says(&format!("Dòng {one} của sổ")).says_not("noindex");
    page_ok(&opinion);
    rig.get("/dien-dan/2019-01/y-kien/01").is(404);
    let english = rig.get("/en/dien-dan/2019-01/y-kien/1");
    english
        .is(200)
        .says("Opinion YK-0001")
        .says("Not signed")
        .says("lang=\"vi\"");
}

#[test]
fn a_late_reader_is_shown() {
    let rig = Rig::open();
    rig.write(WORDS, "k1");
    rig.hours_later(24);
    rig.get("/dien-dan/2019-01/y-kien/").says_not("Đã quá ngày hẹn đọc");
    rig.hours_later(24);
    rig.get("/dien-dan/2019-01/y-kien/").says("Đã quá ngày hẹn đọc");
}

#[test]
fn a_page_with_a_name_is_not_for_search_engines() {
    let rig = Rig::open();
    let fields = [
        ("y_kien", WORDS),
        ("ky", "co"),
        ("vai_tro", "delegate"),
        ("ho_ten", "Nguyễn Văn <b>An</b>"),
    ];
    rig.post("/dien-dan/2019-01/viet", &fields).is(303);
    rig.publish(&[rig.size() - 1]);
    for path in ["/dien-dan/2019-01/y-kien/", "/dien-dan/2019-01/y-kien/1"] {
        let page = rig.get(path);
        page.is(200)
            .says("noindex")
            .says("Nguyễn Văn &#60;b&#62;An")
            .says("Đại biểu (tự khai)");
        page_ok(&page);
    }
    rig.get("/en/dien-dan/2019-01/y-kien/1")
        .says("Delegate (by their own word)");
}

#[test]
fn erased_words_leave_their_place_and_a_reason() {
    let rig = Rig::open();
    let one = rig.write(WORDS, "k1");
    rig.publish(&[one]);
    rig.get("/dien-dan/2019-01/y-kien/1").says(WORDS);
    let order = Command::OrderErasure {
        targets: vec![SealedRef::new(one, STATEMENT)],
        basis: LegalBasis::Decision,
        decision: Some("12/QĐ-TA, 20/12/2019".into()),
    };
    let entry = rig.tell(Actor::Person(ADMINISTRATOR), order).first.unwrap();
    for path in ["/dien-dan/2019-01/y-kien/1", "/dien-dan/2019-01/y-kien/"] {
        let page = rig.get(path);
        page.is(200)
            .says_not("Cổng phụ")
            .says("Đã xóa theo quyết định")
            .says(&format!("/so-cai?tu={entry}"));
        page.says(&format!("dòng {entry} của sổ"));
    }
}

#[test]
fn public_pages_are_kept_and_asked_for_again() {
    let rig = Rig::open();
    for path in ["/dien-dan/", "/dien-dan/2019-01", "/dien-dan/2019-01/y-kien/"] {
        let first = rig.get(path);
        let etag = first.header("etag").to_owned();
        assert!(!etag.is_empty(), "{path}");
        assert_eq!(first.header("cache-control"), "no-cache");
        assert_eq!(rig.get(path).header("etag"), etag);
        rig.write(&format!("{WORDS} {path}"), path);
        assert_ne!(rig.get(path).header("etag"), etag, "{path} shows counts that moved");
    }
    assert_eq!(rig.get("/dien-dan/2019-01/viet").header("cache-control"), "no-store");
}
