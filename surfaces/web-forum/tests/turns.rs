//! Spoken turns: recorded, handed over as a receipt, confirmed, and not published before.

mod common;

use base::code::ReceiptCode;
use base::fact::{Actor, Digest32, PersonId};
use common::{FORCE, MODERATOR, NOBODY, Rig, SECRETARY, no};
use people::role::{Role, Scope};
use web_rig::page_ok;
use world::Command;

const TURNS: &str = "/dieu-hanh/dien-dan/2019-01/phat-bieu";
const SUMMARY: &str = "Mỗi mục tiêu nên thực tập phương án cháy nổ mỗi quý một lần.";

fn clerk(rig: &Rig) -> PersonId {
    rig.person("Vũ Thị Ghi", None, &[(Role::Clerk, Scope::Forum(no()))])
}

fn code_on(page: &str) -> ReceiptCode {
    let slip = &page[page.find("<strong class=\"code\">").expect("a code")..];
    let code = slip
        .split("</strong>")
        .next()
        .unwrap()
        .replace("<strong class=\"code\">", "");
    ReceiptCode::parse(&code.replace("<wbr>", "")).expect("the code is whole")
}

#[test]
fn a_turn_is_recorded_and_its_speaker_confirms_it() {
    let rig = Rig::open();
    let clerk = clerk(&rig);
    let form = rig.get_as(clerk, TURNS);
    form.is(200).says("Hôm nay chưa ghi lượt nào").says("noindex");
    page_ok(&form);
    let before = rig.size();
    let fields = [
        ("y_kien", SUMMARY),
        ("ly_do", "Đã có vụ cháy nhỏ năm 2018."),
        ("loai", "recommendation"),
        ("co_quan", "2"),
        ("ky", "vai-tro"),
        ("vai_tro", "delegate"),
        ("ho_ten", ""),
        ("khoa", "k"),
    ];
    let handed = rig.post_as(clerk, TURNS, &fields);
    handed.is(200).says("class=\"qr\"").shows(SUMMARY).says("data-print");
    assert_eq!(handed.header("cache-control"), "no-store");
    page_ok(&handed);
    let code = code_on(handed.text());
    let again = rig.post_as(clerk, TURNS, &fields);
    assert_eq!(
        code_on(again.is(200).text()),
        code,
        "sent again, the code is given again"
    );
    assert_eq!(rig.size(), before + 1);
    let view = rig.app.ledger.view();
    assert_eq!(view.state.forums.receipts.get(&Digest32(code.hash())), Some(&before));
    assert_eq!(view.state.forums.opinions[&before].organisation, Some(FORCE));

    let list = rig.get_as(clerk, TURNS);
    list.says("Chờ người phát biểu xác nhận").shows(SUMMARY);
    page_ok(&list);
    // Not confirmed: the reader is told, and cannot publish it.
    let queue = rig.get_as(MODERATOR, "/dieu-hanh/dien-dan/2019-01/doc");
    queue
        .shows("Chờ người phát biểu xác nhận bản tóm tắt")
        .says_not("/dang\"");
    queue.says("Phát biểu tại hội trường");
    page_ok(&queue);
    let clear = format!("/dieu-hanh/dien-dan/2019-01/doc/{before}/dang");
    rig.post_as(MODERATOR, &clear, &[("khoa", "c")]).is(422);

    let aloud = format!("{TURNS}/{before}/xac-nhan");
    let done = rig.post_as(clerk, &aloud, &[("khoa", "a")]);
    assert_eq!(done.is(303).location(), format!("{TURNS}?xong=xac-nhan"));
    rig.get_as(clerk, done.location())
        .says("role=\"status\"")
        .says("Đã xác nhận, chờ đọc");
    rig.post_as(clerk, &aloud, &[("khoa", "b")]).is(422);
    rig.post_as(MODERATOR, &clear, &[("khoa", "c2")]).is(303);
    rig.hours_later(1);
    rig.tick();
    let page = rig.get("/dien-dan/2019-01/y-kien/1");
    page.is(200)
        .shows(SUMMARY)
        .says("Phát biểu tại hội trường")
        .says("Phòng Cảnh sát bảo vệ mục tiêu")
        .says("Người phát biểu đã xác nhận bằng lời")
        .says("Kiến nghị");
    page_ok(&page);
    rig.get_as(clerk, TURNS).says("Đã đăng").says("YK-0001");
    // The next day it is no longer the clerk's business.
    rig.hours_later(24);
    rig.get_as(clerk, TURNS).says_not(SUMMARY);
}

#[test]
fn who_stands_under_it_is_asked_whole() {
    let rig = Rig::open();
    let clerk = clerk(&rig);
    let before = rig.size();
    for (changed, message) in [
        ([("ky", "vai-tro"), ("vai_tro", ""), ("ho_ten", "")], "Chọn một vai trò"),
        ([("ky", "co"), ("vai_tro", "delegate"), ("ho_ten", "")], "họ tên"),
        (
            [("ky", "co"), ("vai_tro", ""), ("ho_ten", "Lê Hoa")],
            "Chọn một vai trò",
        ),
        ([("ky", "gi"), ("vai_tro", ""), ("ho_ten", "")], "cách ký tên"),
    ] {
        let mut fields = vec![("y_kien", SUMMARY), ("khoa", "k")];
        fields.extend(changed);
        let back = rig.post_as(clerk, TURNS, &fields);
        back.is(422).shows(message).shows(SUMMARY);
        page_ok(&back);
    }
    for wrong in ["99", "x", "-1"] {
        let back = rig.post_as(clerk, TURNS, &[("y_kien", SUMMARY), ("co_quan", wrong), ("khoa", "k")]);
        back.is(422).shows("Chọn một cơ quan trong danh sách");
    }
    assert_eq!(rig.size(), before);
}

#[test]
fn the_form_survives_and_is_for_clerks() {
    let rig = Rig::open();
    let clerk = clerk(&rig);
    let good = [
        ("y_kien", SUMMARY),
        ("ly_do", "Đã có vụ cháy nhỏ năm 2018."),
        ("loai", "question"),
        ("co_quan", "1"),
        ("ky", "co"),
        ("vai_tro", "citizen"),
        ("ho_ten", "Lê Thị Hoa"),
    ];
    let size = rig.size();
    rig.get(TURNS).is(403);
    rig.post(TURNS, &good).is(422).shows("Phiên làm việc đã hết");
    rig.get_as(NOBODY, TURNS).is(403);
    rig.post_as(NOBODY, TURNS, &good).is(403);
    rig.post_as(MODERATOR, TURNS, &good).is(403);
    rig.post_as(clerk, "/dieu-hanh/dien-dan/2019-09/phat-bieu", &good)
        .is(404);
    rig.post_as(clerk, &format!("{TURNS}/999999/xac-nhan"), &[("khoa", "k")])
        .is(404);
    let written = rig.write("Một ý kiến gửi bằng chữ thì không cần xác nhận.", "w");
    let aloud = format!("{TURNS}/{written}/xac-nhan");
    rig.post_as(clerk, &aloud, &[("khoa", "k")]).is(422);
    assert_eq!(rig.size(), size + 1);
    // A turn is answered with its receipt and not led away: what the rig asks of forms in general is asked up to there.
    for wrong in ["", "ngắn", "\u{202E}gnòhp năV của tôi đây nhé"] {
        let back = rig.post_as(clerk, TURNS, &[("y_kien", wrong), ("khoa", "k")]);
        page_ok(back.is(422));
    }
    let long = "ế".repeat(281);
    rig.post_as(clerk, TURNS, &[("y_kien", &long), ("khoa", "k")])
        .is(422)
        .shows(&long);
}

#[test]
fn turns_are_taken_until_the_conclusion_and_not_before_the_forum_opens() {
    let rig = Rig::announced();
    let clerk = clerk(&rig);
    let fields = [("y_kien", SUMMARY), ("ky", "khong"), ("khoa", "k")];
    rig.get_as(clerk, TURNS).is(200).says("chưa mở hoặc đã kết luận");
    rig.post_as(clerk, TURNS, &fields).is(422).shows(SUMMARY);
    rig.tell(Actor::Person(SECRETARY), Command::OpenForum { forum: no() });
    rig.tell(
        Actor::Person(SECRETARY),
        Command::CloseCollecting {
            forum: no(),
            reason: "Hội nghị họp sớm hơn dự kiến.".into(),
        },
    );
    rig.post_as(clerk, TURNS, &[fields[0], fields[1], ("khoa", "k2")])
        .is(200);
}
