//! The agenda: read by everyone, written by the secretary with buttons that need no script.

mod common;

use common::{COMMANDER, DESK, NOBODY, PUBLIC, Rig, SECRETARY};
use forum::events::About;

fn path() -> String {
    format!("{DESK}/chuong-trinh")
}

/// Saves an agenda of these titles, without numbers.
fn save(rig: &Rig, titles: &[&str]) {
    let page = rig.get_as(SECRETARY, &path());
    let names: Vec<String> = (1..=titles.len()).map(|place| format!("ten-{place}")).collect();
    let (key, over) = (page.field("khoa"), page.field("tren"));
    let mut fields = vec![("khoa", key.as_str()), ("tren", over.as_str())];
    fields.extend(names.iter().map(String::as_str).zip(titles.iter().copied()));
    rig.post_as(SECRETARY, &path(), &fields).is(303);
}

#[test]
fn without_an_agenda_the_page_says_so() {
    let rig = Rig::open();
    rig.get(&format!("{PUBLIC}/chuong-trinh"))
        .is(200)
        .says("Chưa có chương trình");
    rig.get(&format!("/en{PUBLIC}/chuong-trinh"))
        .is(200)
        .says("There is no agenda yet");
    rig.get("/dien-dan/2019-09/chuong-trinh").is(404);
}

#[test]
fn rows_move_by_buttons_and_nothing_is_on_record_before_it_is_saved() {
    let rig = Rig::open();
    let page = rig.get_as(SECRETARY, &path());
    let (key, before) = (page.is(200).field("khoa"), rig.size());
    let two = [
        ("khoa", key.as_str()),
        ("tren", ""),
        ("ten-1", "Báo cáo"),
        ("phut-1", "30"),
        ("ai-1", "2"),
        ("ten-2", "Khai mạc"),
        ("phut-2", "ba"),
    ];
    let with = |act: &'static str| {
        let mut fields = two.to_vec();
        fields.push(("lam", act));
        rig.post_as(SECRETARY, &path(), &fields)
    };
    let added = with("them");
    added
        .is(200)
        .says("name=\"ten-3\"")
        .says("value=\"ba\"")
        .says("value=\"30\"");
    let moved = with("len-2");
    let (first, second) = (moved.text().find("Khai mạc\""), moved.text().find("value=\"Báo cáo\""));
    assert!(first.is_some() && first < second, "{}", moved.text());
    assert_eq!(with("xuong-1").is(200).text(), moved.text());
    with("bo-1").is(200).says("Khai mạc").says_not("value=\"Báo cáo\"");
    for nonsense in ["len-1", "len-99", "xuong-2", "bo-0", "bo-99"] {
        with(nonsense).says("Khai mạc").says("Báo cáo");
    }
    assert_eq!(rig.size(), before);
    let wrong = rig.post_as(SECRETARY, &path(), &two);
    wrong.is(422).says("Ghi số phút từ 1 đến 480").says("value=\"Báo cáo\"");
    assert_eq!(rig.size(), before);
}

#[test]
fn a_saved_agenda_is_public_and_items_keep_their_numbers() {
    let rig = Rig::open();
    let page = rig.get_as(SECRETARY, &path());
    let key = page.field("khoa");
    let fields = [
        ("khoa", key.as_str()),
        ("tren", ""),
        ("ten-1", "Khai mạc <b>diễn đàn</b>"),
        ("phut-1", "10"),
        ("ten-2", "Báo cáo của lực lượng"),
        ("phut-2", "30"),
        ("ai-2", "2"),
    ];
    let sent = rig.post_as(SECRETARY, &path(), &fields);
    let size = rig.size();
    assert_eq!(sent.is(303).header("location"), format!("{}?xong=1", path()));
    rig.post_as(SECRETARY, &path(), &fields).is(303);
    assert_eq!(rig.size(), size, "the same form is recorded once");

    let public = format!("{PUBLIC}/chuong-trinh");
    let page = rig.get(&public);
    page.is(200)
        .says("2 mục, cả thảy 40 phút")
        .says("Phòng Cảnh sát bảo vệ mục tiêu");
    page.says("&lt;b&gt;diễn đàn").says("id=\"muc-2\"");
    page.says(&format!("href=\"{PUBLIC}/viet?muc=2\""))
        .says_not("y-kien/?muc=");
    rig.get(&format!("/en{public}"))
        .says("2 items, 40 minutes")
        .says(&format!("/en{PUBLIC}/viet?muc=2"));

    let page = rig.get_as(SECRETARY, &path());
    let (key, over) = (page.field("khoa"), page.field("tren"));
    let swapped = [
        ("khoa", key.as_str()),
        ("tren", over.as_str()),
        ("muc-1", "2"),
        ("ten-1", "Báo cáo của lực lượng"),
        ("muc-2", "1"),
        ("ten-2", "Khai mạc"),
    ];
    rig.post_as(SECRETARY, &path(), &swapped).is(303);
    let items: Vec<u32> = rig.forum().agenda.items.iter().map(|item| item.item).collect();
    assert_eq!(items, [2, 1]);

    rig.publish_opinion(About::AgendaItem(2));
    rig.get(&public)
        .says(&format!("href=\"{PUBLIC}/y-kien/?muc=2\""))
        .says("1 ý kiến đã đăng về mục này");
    rig.to("2019-12-30T02:00:00Z");
    rig.get(&public).says_not("/viet?muc=");
}

#[test]
fn what_someone_else_saved_meanwhile_is_shown_and_not_overwritten() {
    let rig = Rig::open();
    save(&rig, &["Khai mạc", "Kết luận"]);
    let stale = rig.get_as(SECRETARY, &path());
    save(&rig, &["Chào cờ"]);
    let (key, over) = (stale.field("khoa"), stale.field("tren"));
    let fields = [
        ("khoa", key.as_str()),
        ("tren", over.as_str()),
        ("muc-1", "1"),
        ("ten-1", "Phát biểu của đại biểu"),
    ];
    let back = rig.post_as(SECRETARY, &path(), &fields);
    back.is(422).says("Phát biểu của đại biểu").says("Chào cờ");
    assert_ne!(back.field("tren"), over);
    assert_eq!(back.field("muc-1"), "", "an item that is gone is written as a new one");
    let (key, over) = (back.field("khoa"), back.field("tren"));
    let again = [
        ("khoa", key.as_str()),
        ("tren", over.as_str()),
        ("muc-1", ""),
        ("ten-1", "Phát biểu của đại biểu"),
    ];
    rig.post_as(SECRETARY, &path(), &again).is(303);
    rig.get(&format!("{PUBLIC}/chuong-trinh"))
        .says("Phát biểu của đại biểu")
        .says_not("Chào cờ");
}

#[test]
fn bad_input_comes_back_whole() {
    let rig = Rig::open();
    let long = "ă".repeat(301);
    for (title, minutes, who, says) in [
        ("", "", "", "Viết nội dung, ít nhất 3 chữ cái"),
        ("ab", "", "", "ít nhất 3 chữ cái"),
        (long.as_str(), "", "", "tối đa 300 chữ cái"),
        ("Khai\u{7}mạc", "", "", "U+0007"),
        ("Khai\nmạc", "", "", "trên một dòng"),
        ("Khai mạc", "481", "", "từ 1 đến 480"),
        ("Khai mạc", "0", "", "từ 1 đến 480"),
        ("Khai mạc", "", "99", "Chọn một cơ quan"),
        ("Khai mạc", "", "x", "Chọn một cơ quan"),
    ] {
        let before = rig.size();
        let fields = [("ten-1", title), ("phut-1", minutes), ("ai-1", who)];
        rig.post_as(SECRETARY, &path(), &fields).is(422).says(says);
        assert_eq!(rig.size(), before);
    }
    let key = rig.get_as(SECRETARY, &path()).field("khoa");
    let first = [("khoa", key.as_str()), ("ten-1", "Khai mạc")];
    rig.post_as(SECRETARY, &path(), &first).is(303);
    let other = [("khoa", key.as_str()), ("ten-1", "Bế mạc")];
    rig.post_as(SECRETARY, &path(), &other)
        .is(422)
        .says("Phiếu này đã gửi trước đó")
        .says("Bế mạc");
}

#[test]
fn only_the_office_writes_it() {
    let rig = Rig::open();
    for person in [NOBODY, COMMANDER] {
        rig.get_as(person, &path()).is(403);
        rig.post_as(person, &path(), &[("ten-1", "Khai mạc")]).is(403);
    }
    rig.get(&path()).is(403);
    rig.get_as(SECRETARY, "/dieu-hanh/dien-dan/2019-09/chuong-trinh")
        .is(404);
    let page = rig.get_as(SECRETARY, &path());
    page.says("noindex");
    assert_eq!(page.header("cache-control"), "no-store");
}
