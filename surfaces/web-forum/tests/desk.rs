//! The desk: announce, open, read. Who may not is told so, and nothing is recorded.

mod common;

use base::fact::Actor;
use common::{ELSEWHERE, MODERATOR, NOBODY, Rig, SECRETARY, WORDS, no};
use forum::agenda::ItemDraft;
use people::role::{Role, Scope};
use web_rig::{ADMINISTRATOR, Sample, Text, forms_survive, page_ok};
use world::Command;

const MOI: &str = "/dieu-hanh/dien-dan/moi";
const DESK: &str = "/dieu-hanh/dien-dan/2019-01";
const QUEUE: &str = "/dieu-hanh/dien-dan/2019-01/doc";

const GOOD: [(&str, &str); 7] = [
    ("ten", "Diễn đàn công an lắng nghe ý kiến nhân dân"),
    ("de_lam_gi", "Báo cáo và góp ý."),
    ("chu_tri", "1"),
    ("luc_luong", "2"),
    ("han", "29/12/2019"),
    ("ngay", "5/1/20"),
    ("khoa", "k"),
];

fn changed(name: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    GOOD.into_iter()
        .map(|(field, typed)| if field == name { (field, value) } else { (field, typed) })
        .collect()
}

#[test]
fn the_whole_story() {
    let rig = Rig::empty();
    let form = rig.get_as(SECRETARY, MOI);
    form.is(200)
        .says("Phòng Cảnh sát bảo vệ mục tiêu")
        .says("DD-2019-01")
        .says("noindex")
        .says("Trần Thị Dương");
    page_ok(&form);
    let answer = rig.post_as(SECRETARY, MOI, &GOOD);
    assert_eq!(
        answer.is(303).header("location"),
        "/dieu-hanh/dien-dan/2020-01",
        "by the year it is held in"
    );
    let size = rig.size();
    assert_eq!(
        rig.post_as(SECRETARY, MOI, &GOOD).is(303).header("location"),
        "/dieu-hanh/dien-dan/2020-01"
    );
    assert_eq!(rig.size(), size, "a form sent twice is recorded once");
    rig.get("/dien-dan/2020-01")
        .is(200)
        .says("Báo cáo và góp ý.")
        .says("Chưa mở");
    let desk = rig.get_as(SECRETARY, "/dieu-hanh/dien-dan/2020-01");
    desk.is(200).says("Mở nhận ý kiến").says("href=\"/dien-dan/2020-01\"");
    page_ok(&desk);
    rig.get_as(SECRETARY, "/dieu-hanh/").is(200).says("Chưa mở nhận ý kiến");
    let opened = rig.post_as(SECRETARY, "/dieu-hanh/dien-dan/2020-01/mo", &[("khoa", &desk.key())]);
    assert_eq!(opened.is(303).header("location"), "/dieu-hanh/dien-dan/2020-01?xong=mo");
    rig.get_as(SECRETARY, opened.header("location"))
        .is(200)
        .says("role=\"status\"")
        .says_not("/mo\"");

    let form = rig.get("/dien-dan/2020-01/viet");
    let sent = rig.post("/dien-dan/2020-01/viet", &[("y_kien", WORDS), ("khoa", &form.key())]);
    assert!(sent.is(303).header("location").starts_with("/bien-nhan/LN-"));
    let opinion = rig.size() - 1;

    rig.get_as(MODERATOR, "/dieu-hanh/").is(200).says("1 ý kiến chờ đọc");
    let queue = rig.get_as(MODERATOR, "/dieu-hanh/dien-dan/2020-01/doc");
    queue
        .is(200)
        .says(WORDS)
        .says("Vừa nhận trong giờ này")
        .says("đủ 5 ý kiến")
        .says("noindex");
    assert_eq!(queue.header("cache-control"), "no-store");
    page_ok(&queue);
    let act = format!("/dieu-hanh/dien-dan/2020-01/doc/{opinion}/dang");
    let done = rig.post_as(MODERATOR, &act, &[("khoa", &queue.key())]);
    assert_eq!(
        done.is(303).header("location"),
        "/dieu-hanh/dien-dan/2020-01/doc?xong=dang"
    );
    let after = rig.get_as(MODERATOR, done.header("location"));
    after
        .is(200)
        .says("role=\"status\"")
        .says("Đã đọc hết")
        .says("1 ý kiến đã đọc, chờ đăng");
    page_ok(&after);
    rig.get("/dien-dan/2020-01/y-kien/1").is(404);
    rig.hours_later(1);
    rig.tick();
    rig.get("/dien-dan/2020-01/y-kien/1")
        .is(200)
        .says(WORDS)
        .says("YK-0001");
    rig.get("/dien-dan/2020-01").says("Đọc ý kiến đã đăng");
}

#[test]
fn wrong_announcements_come_back_whole() {
    let rig = Rig::empty();
    let before = rig.size();
    let long: &'static str = "x".repeat(201).leak();
    for (name, value, message) in [
        ("ten", "", "Viết tên diễn đàn, ít nhất 10 chữ cái"),
        ("ten", "Ngắn", "ít nhất 10 chữ cái; mới có 4"),
        ("ten", long, "đang có 201"),
        ("ten", "Hai dòng của\nmột cái tên", "trên một dòng"),
        ("ten", "Tên có ký tự\u{0} lạ", "U+0000"),
        ("chu_tri", "99", "Chọn một cơ quan trong danh sách"),
        ("chu_tri", "x", "Chọn một cơ quan trong danh sách"),
        ("luc_luong", "1", "Chọn một cơ quan trong danh sách"),
        ("han", "", "Gõ ngày cuối nhận ý kiến, ví dụ 26/06/2020"),
        ("han", "mai", "theo ngày/tháng/năm"),
        ("han", "31/11/2019", "lịch không có ngày này"),
        ("han", "18/12/2019", "Ngày cuối nhận ý kiến đã qua"),
        (
            "ngay",
            "28/12/2019",
            "Ngày tổ chức phải từ ngày cuối nhận ý kiến trở đi",
        ),
        ("ngay", "", "Gõ ngày tổ chức"),
    ] {
        let page = rig.post_as(SECRETARY, MOI, &changed(name, value));
        page.is(422)
            .says(message)
            .says(&format!("href=\"#f-{name}\""))
            .says("<title>Lỗi: ")
            .says("Báo cáo và góp ý.");
        assert_eq!(page.key(), "k");
        page_ok(&page);
    }
    assert_eq!(rig.size(), before);
    rig.post_as(SECRETARY, MOI, &GOOD).is(303);
    let before = rig.size();
    let stale = rig.post_as(SECRETARY, MOI, &changed("ten", "Một diễn đàn hoàn toàn khác"));
    stale
        .is(422)
        .says("đã gửi trước đó với nội dung khác")
        .says("Một diễn đàn hoàn toàn khác");
    assert_ne!(stale.key(), "k");
    assert_eq!(rig.size(), before);
    let english = rig.post_as(SECRETARY, "/en/dieu-hanh/dien-dan/moi", &changed("han", ""));
    english.is(422).says("Type the last day for opinions");
    page_ok(&english);
    // Optional fields may stay empty; markup in a title is text.
    let empty = [
        ("ten", "Diễn đàn <b>thứ</b> hai & ba"),
        ("han", "2019-12-29"),
        ("ngay", "29.12.2019"),
        ("khoa", "k2"),
    ];
    let location = rig
        .post_as(SECRETARY, MOI, &empty)
        .is(303)
        .header("location")
        .to_owned();
    assert_eq!(location, "/dieu-hanh/dien-dan/2019-01");
    rig.get("/dien-dan/2019-01")
        .is(200)
        .says("&#60;b&#62;thứ")
        .says_not("<b>thứ")
        .says("Chưa ghi");
}

#[test]
fn a_forum_opens_once() {
    let rig = Rig::announced();
    rig.post_as(SECRETARY, "/dieu-hanh/dien-dan/2019-01/mo", &[("khoa", "a")])
        .is(303);
    let before = rig.size();
    rig.post_as(SECRETARY, "/dieu-hanh/dien-dan/2019-01/mo", &[("khoa", "a")])
        .is(303);
    let page = rig.post_as(SECRETARY, "/dieu-hanh/dien-dan/2019-01/mo", &[("khoa", "b")]);
    page.is(422).says("không mở lại được");
    page.says("href=\"/en/dieu-hanh/dien-dan/2019-01\"");
    page_ok(&page);
    assert_eq!(rig.size(), before);
}

#[test]
fn an_opinion_is_refused_for_a_lawful_reason_only() {
    let rig = Rig::open();
    let one = rig.write(WORDS, "k1");
    let before = rig.size();
    let refuse = format!("{QUEUE}/{one}/khong-dang");
    for reason in ["", "vi_toi_khong_thich"] {
        let page = rig.post_as(MODERATOR, &refuse, &[("khoa", "x"), ("ly_do", reason)]);
        page.is(422)
            .says("Chọn lý do không đăng")
            .says(&format!("href=\"#f-ly_do-{one}\""))
            .says("<details")
            .says(" open");
        page.says(WORDS);
        page_ok(&page);
    }
    assert_eq!(rig.size(), before);
    let done = rig.post_as(MODERATOR, &refuse, &[("khoa", "x"), ("ly_do", "names_person")]);
    assert_eq!(
        done.is(303).header("location"),
        "/dieu-hanh/dien-dan/2019-01/doc?xong=khong-dang"
    );
    assert_eq!(rig.size(), before + 1);
    rig.post_as(MODERATOR, &refuse, &[("khoa", "x"), ("ly_do", "names_person")])
        .is(303);
    // Another moderator's page was older.
    for act in ["dang", "khong-dang"] {
        let page = rig.post_as(
            MODERATOR,
            &format!("{QUEUE}/{one}/{act}"),
            &[("khoa", act), ("ly_do", "insult")],
        );
        page.is(422).says("Ý kiến này đã có người đọc");
        page_ok(&page);
    }
    assert_eq!(rig.size(), before + 1);
    rig.get("/dien-dan/2019-01/y-kien/")
        .says("Nêu tên một người cụ thể")
        .says_not(WORDS);
}

#[test]
fn a_withdrawn_opinion_is_not_read() {
    let rig = Rig::open();
    let one = rig.write(WORDS, "k1");
    let receipt = rig.app.ledger.view().state.forums.opinions.get(&one).unwrap().receipt;
    rig.tell(Actor::Anyone, Command::WithdrawOpinion { receipt });
    let before = rig.size();
    rig.post_as(MODERATOR, &format!("{QUEUE}/{one}/dang"), &[])
        .is(422)
        .says("Người viết đã rút ý kiến này");
    rig.get_as(MODERATOR, QUEUE).is(200).says_not(WORDS);
    rig.post_as(MODERATOR, &format!("{QUEUE}/1/dang"), &[]).is(404);
    rig.post_as(MODERATOR, &format!("{QUEUE}/x/dang"), &[]).is(404);
    assert_eq!(rig.size(), before);
}

#[test]
fn the_queue_is_oldest_first_and_marks_what_is_late() {
    let rig = Rig::open();
    rig.write("Ý kiến thứ nhất trong hàng.", "k1");
    rig.hours_later(30);
    for n in 2..=21 {
        rig.write(&format!("Ý kiến tiếp theo trong hàng, {n}."), &format!("k{n}"));
    }
    rig.hours_later(20);
    let page = rig.get_as(MODERATOR, QUEUE);
    page.is(200)
        .says("Chờ 50 giờ")
        .says("Chờ 20 giờ")
        .says("nhận trong giờ 15:00, 19/12/2019")
        .says("Trang 1 trên 2");
    page_ok(&page);
    let text = page.html();
    assert_eq!(text.matches("st st-late").count(), 1);
    assert!(text.find("thứ nhất").unwrap() < text.find("tiếp theo").unwrap());
    rig.get_as(MODERATOR, "/dieu-hanh/")
        .says("21 ý kiến chờ đọc")
        .says("1 đã quá một ngày làm việc");
    rig.get_as(MODERATOR, &format!("{QUEUE}?trang=2"))
        .is(200)
        .says("hàng, 21.");
    rig.get_as(MODERATOR, &format!("{QUEUE}?trang=3")).is(404);
    let english = rig.get_as(MODERATOR, &format!("/en{QUEUE}"));
    english.is(200).says("Waits for 50 hours").says("drawn by lot");
    page_ok(&english);
}

#[test]
fn who_may_not_is_told_so() {
    let rig = Rig::open();
    rig.announce("2019-02", "2019-12-29", "2020-01-05");
    let scope = Scope::Forum("2019-02".parse().unwrap());
    rig.tell(
        Actor::Person(ADMINISTRATOR),
        Command::GrantRole {
            person: ELSEWHERE,
            role: Role::Moderator,
            scope,
        },
    );
    let one = rig.write(WORDS, "k1");
    let before = rig.size();
    let clear = format!("{QUEUE}/{one}/dang");
    let refuse = format!("{QUEUE}/{one}/khong-dang");
    for person in [NOBODY, SECRETARY, ADMINISTRATOR, ELSEWHERE] {
        let page = rig.get_as(person, QUEUE);
        page.is(403)
            .says("Trang này dành cho người được giao việc")
            .says_not(WORDS);
        page_ok(&page);
        rig.post_as(person, &clear, &[]).is(403);
        rig.post_as(person, &refuse, &[("ly_do", "insult")]).is(403);
    }
    for person in [NOBODY, MODERATOR, ELSEWHERE] {
        rig.get_as(person, MOI).is(403);
        rig.post_as(person, MOI, &GOOD).is(403);
        rig.post_as(person, "/dieu-hanh/dien-dan/2019-02/mo", &[]).is(403);
    }
    rig.get_as(NOBODY, DESK).is(403);
    rig.get_as(ELSEWHERE, DESK).is(403);
    rig.get_as(ELSEWHERE, "/dieu-hanh/dien-dan/2019-02/doc")
        .is(200)
        .says("Đã đọc hết");
    let home = rig.get_as(NOBODY, "/dieu-hanh/");
    home.is(200).says("Chưa được giao việc").says("/ai-duoc-lam-gi");
    page_ok(&home);
    for path in ["/dieu-hanh/", MOI, DESK, QUEUE] {
        rig.get(path).is(403);
    }
    // A lost session gives the typed words back.
    rig.post(MOI, &GOOD)
        .is(422)
        .says("Phiên làm việc đã hết")
        .says("Báo cáo và góp ý.");
    assert_eq!(rig.size(), before);
    rig.get_as(SECRETARY, "/dieu-hanh/dien-dan/2018-01").is(404);
    rig.get_as(MODERATOR, DESK).is(200).says_not("/mo\"").says(QUEUE);
    assert_eq!(
        rig.app.ledger.view().state.forums.forums.get(&no()).unwrap().held.len(),
        1
    );
}

#[test]
fn the_announcement_survives_and_is_filled_in_by_hand() {
    let rig = Rig::empty();
    let sample = Sample {
        path: MOI,
        good: &GOOD[..GOOD.len() - 1],
        texts: &[Text {
            name: "ten",
            chars_max: 200,
            required: true,
        }],
        other: ("ten", "Một diễn đàn hoàn toàn khác"),
    };
    forms_survive(&rig, &rig.signed_in(SECRETARY), &sample);
    let sent = rig
        .signed_in(SECRETARY)
        .fill(MOI)
        .set("ten", "Diễn đàn được gõ tay từng ô một")
        .set("luc_luong", "2")
        .set("han", "29/12/2019")
        .set("ngay", "30/12/2019")
        .send();
    assert_eq!(sent.is(303).location(), "/dieu-hanh/dien-dan/2019-01");
}

#[test]
fn the_desk_says_what_comes_next_and_how_far_each_part_is() {
    let rig = Rig::announced();
    let desk = "/dieu-hanh/dien-dan/2019-01";
    let next = |words: &str| {
        let page = rig.get_as(SECRETARY, desk);
        page.is(200).shows("Bước tiếp theo").shows(words);
        page_ok(&page);
        page_ok(&rig.get_as(SECRETARY, &format!("/en{desk}")));
        page
    };
    let tell = |command: Command| {
        rig.tell(Actor::Person(SECRETARY), command);
    };
    next("Lập chương trình").says("Chương trình</a> <span class=\"meta\">chưa có");
    let item = ItemDraft {
        item: None,
        minutes: None,
        organisation: None,
        title: "Lực lượng báo cáo".into(),
    };
    tell(Command::SetAgenda {
        forum: no(),
        over: None,
        items: vec![item],
    });
    next("Mở nhận ý kiến bằng nút dưới đây").says("Chương trình</a> <span class=\"meta\">1 mục");
    rig.get_as(MODERATOR, desk).shows("Chờ thư ký mở nhận ý kiến");
    tell(Command::OpenForum { forum: no() });
    next("Lực lượng viết và đăng báo cáo trước ngày họp 05/01/2020");
    tell(Command::CloseCollecting {
        forum: no(),
        reason: "Hội nghị họp sớm hơn dự kiến.".into(),
    });
    next("Ghi các nhận định chung").says("/dieu-hanh/dien-dan/2019-01/nhan-dinh");
}

#[test]
fn two_people_who_say_where_and_when_do_not_overwrite_each_other() {
    let rig = Rig::announced();
    let path = format!("{DESK}/chi-tiet");
    let filled = |page: &web_rig::Answer, name: &str, words: &str| {
        let mut fields = page.form_to(&path).sent();
        for field in &mut fields {
            if field.0 == name {
                field.1 = words.to_owned();
            }
        }
        fields
    };
    let send = |fields: &[(String, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        rig.post_as(SECRETARY, &path, &fields)
    };
    let (one, other) = (rig.get_as(SECRETARY, &path), rig.get_as(ADMINISTRATOR, &path));
    other.is(403);
    let other = rig.get_as(SECRETARY, &path);
    send(&filled(&one, "noi", "Hội trường A")).is(303);
    let late = send(&filled(&other, "gio", "14 giờ"));
    late.is(422).says("Có người vừa sửa chỗ này").says("14 giờ");
    page_ok(&late);
    // A body that does not say what it goes on from never goes over what is there.
    rig.post_as(SECRETARY, &path, &[("gio", ""), ("noi", ""), ("khoa", "x")])
        .is(422);
    let now = rig.get_as(SECRETARY, &path);
    now.says("Hội trường A");
    send(&filled(&now, "gio", "14 giờ")).is(303);
    rig.get("/dien-dan/2019-01").says("Hội trường A").says("14 giờ");
}
