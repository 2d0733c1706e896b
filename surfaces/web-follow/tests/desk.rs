//! The work on a clause: each is offered what they may do now; the rest is explained, and refused.

mod common;

use common::{CHAIR, COMMANDER, DESK, NOBODY, PAGE, Rig, SECRETARY, VERIFIER};
use forum::clause::ClauseState;
use web_rig::{ADMINISTRATOR, page_ok};

const LIST: &str = "/dieu-hanh/dien-dan/2019-01/viec";
const FIGURES: [(&str, &str); 3] = [
    ("loai", "figures"),
    ("ten", "Sổ cổng quý II"),
    ("chu", "41.208 lượt, đủ giấy tờ 98,6%."),
];
const VISIT: [(&str, &str); 3] = [
    ("loai_kt", "visit"),
    ("ten_kt", "Kiểm tra hai cổng"),
    ("chu_kt", "Đã xem sổ."),
];

/// Markup with the signs that templates escape.
fn shown(page: &str) -> String {
    let signs = [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
    ];
    signs
        .iter()
        .fold(page.to_owned(), |page, (escaped, sign)| page.replace(escaped, sign))
}

fn names_of_forms(page: &str) -> Vec<&str> {
    let mark = format!("action=\"{DESK}/");
    let mut acts: Vec<&str> = page
        .split(&mark)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    acts.sort_unstable();
    acts
}

#[test]
fn from_assigned_to_verified() {
    let rig = Rig::concluded();
    let page = rig.get_as(COMMANDER, DESK);
    page.is(200).says("noindex").says("Còn thiếu bằng chứng: số liệu.");
    assert_eq!(page.header("cache-control"), "no-store");
    page_ok(&page);
    assert_eq!(
        names_of_forms(page.text()),
        ["bang-chung", "lui-han", "nhan", "tien-do"]
    );
    let accepted = rig.post_as(
        COMMANDER,
        &format!("{DESK}/nhan"),
        &[("nhan", "1"), ("khoa", &page.key())],
    );
    assert_eq!(accepted.is(303).header("location"), format!("{DESK}?xong=nhan"));
    rig.get_as(COMMANDER, accepted.header("location"))
        .says("role=\"status\"")
        .says("Đã ghi: nhận việc.");
    let again = rig.post_as(COMMANDER, &format!("{DESK}/nhan"), &[("nhan", "1"), ("khoa", "other")]);
    again.is(422).says("đã có người nhận");
    rig.act(COMMANDER, "bao-xong", &[("da_lam", "Đã ghi đủ giấy tờ.")])
        .is(422)
        .says("Chưa đủ bằng chứng mà việc này cần")
        .says("Đã ghi đủ giấy tờ.");
    rig.act(COMMANDER, "bang-chung", &FIGURES).is(303);
    rig.act(COMMANDER, "bao-xong", &[("da_lam", "Đã ghi đủ giấy tờ.")])
        .is(303);
    rig.get_as(COMMANDER, DESK).says("đã báo xong và đang chờ xác nhận");
    let page = rig.get_as(VERIFIER, DESK);
    page.is(200)
        .says("Sổ cổng quý II")
        .says("Xác nhận đã xong: Chưa đủ bằng chứng")
        .says_not("value=\"verified\"");
    page_ok(&page);
    assert_eq!(names_of_forms(page.text()), ["bang-chung", "ket-qua", "mo-lai"]);
    let early = [("ket_qua", "verified"), ("da_thay", "Sổ khớp với lượt vào.")];
    rig.act(VERIFIER, "ket-qua", &early).is(422).says("Chưa đủ bằng chứng");
    rig.act(VERIFIER, "bang-chung", &VISIT).is(303);
    rig.get_as(VERIFIER, DESK).says("value=\"verified\"");
    rig.act(VERIFIER, "ket-qua", &early).is(303);
    assert_eq!(rig.clause(1).state, ClauseState::Verified);
    rig.get(PAGE)
        .says("Đã xong")
        .says("Xác nhận đã xong.")
        .says("Sổ khớp với lượt vào.");
    rig.get_as(COMMANDER, DESK)
        .says("Việc này đã kết thúc. Chỉ đơn vị thẩm tra mở lại được.");
    assert!(names_of_forms(rig.get_as(COMMANDER, DESK).text()).is_empty());
    let reopened = [("han_moi", "30/06/2020"), ("ly_do_mo", "Cổng phụ lại chưa ghi đủ.")];
    rig.act(VERIFIER, "mo-lai", &reopened).is(303);
    assert_eq!(rig.clause(1).state, ClauseState::Accepted);
    rig.get(PAGE)
        .says("Mở lại, hạn mới 30/06/2020.")
        .says("Đổi từ 14/01/2020 sang 30/06/2020, mở lại ngày 30/12/2019.");
}

#[test]
fn nobody_is_offered_anothers_work() {
    let rig = Rig::concluded();
    rig.get(DESK).is(403);
    rig.get(LIST).is(403);
    for person in [CHAIR, ADMINISTRATOR, NOBODY] {
        let page = rig.get_as(person, DESK);
        page.is(200)
            .says("Người của Phòng Cảnh sát bảo vệ mục tiêu nhận, báo tiến độ");
        assert!(names_of_forms(page.text()).is_empty(), "{}", person.0);
        page_ok(&page);
    }
    let before = rig.size();
    for (act, fields) in [
        ("nhan", vec![("nhan", "1")]),
        ("tien-do", vec![("tien_do", "Đã làm tới một nửa.")]),
        ("bao-xong", vec![("da_lam", "Đã ghi đủ giấy tờ.")]),
        (
            "lui-han",
            vec![("den_ngay", "31/01/2020"), ("ly_do_lui", "Chờ kinh phí.")],
        ),
        ("bang-chung", FIGURES.to_vec()),
        (
            "ket-qua",
            vec![("ket_qua", "overtaken"), ("da_thay", "Không còn cần nữa.")],
        ),
        (
            "mo-lai",
            vec![("han_moi", "31/01/2020"), ("ly_do_mo", "Làm lại từ đầu.")],
        ),
        (
            "tra-loi-lui-han",
            vec![("tra_loi", "khong"), ("ly_do_tra_loi", "Không có lý do.")],
        ),
    ] {
        for person in [NOBODY, SECRETARY, ADMINISTRATOR] {
            let status = rig.act(person, act, &fields).status.as_u16();
            assert!(status == 403 || status == 422, "{act} by {}: {status}", person.0);
        }
        rig.post(&format!("{DESK}/{act}"), &fields).is(422);
    }
    assert_eq!(rig.size(), before);
    // The owner does not verify, the verifier does not report.
    rig.act(
        COMMANDER,
        "ket-qua",
        &[("ket_qua", "verified"), ("da_thay", "Đã xem kỹ mọi thứ.")],
    )
    .is(403);
    rig.act(VERIFIER, "tien-do", &[("tien_do", "Đã làm tới một nửa.")])
        .is(403);
    rig.act(VERIFIER, "bang-chung", &FIGURES).is(422).says("đơn vị chủ trì");
    rig.act(COMMANDER, "bang-chung", &VISIT).is(422).says("đơn vị thẩm tra");
    assert_eq!(rig.size(), before);
}

#[test]
fn what_is_wrong_comes_back_whole() {
    let rig = Rig::concluded();
    let before = rig.size();
    let long = "x".repeat(4_001);
    let hostile = "</textarea><script>alert(1)</script>";
    for (act, fields, message) in [
        ("tien-do", vec![("tien_do", "")], "Viết tiến độ, ít nhất 10 chữ cái"),
        ("tien-do", vec![("tien_do", "Ngắn")], "mới có 4"),
        ("tien-do", vec![("tien_do", long.as_str())], "đang có 4.001"),
        ("tien-do", vec![("tien_do", "Có ký tự\u{0} lạ ở đây")], "U+0000"),
        (
            "tien-do",
            vec![("tien_do", "</textarea><script>alert(1)</script>\u{2}")],
            "U+0002",
        ),
        (
            "lui-han",
            vec![("den_ngay", ""), ("ly_do_lui", hostile)],
            "Gõ ngày xin lùi đến, ví dụ 26/06/2020",
        ),
        (
            "lui-han",
            vec![("den_ngay", "31/02/2020"), ("ly_do_lui", "Chờ kinh phí.")],
            "lịch không có ngày này",
        ),
        (
            "lui-han",
            vec![("den_ngay", "14/01/2020"), ("ly_do_lui", "Chờ kinh phí.")],
            "phải sau ngày đang có",
        ),
        (
            "lui-han",
            vec![("den_ngay", "14/01/2030"), ("ly_do_lui", "Chờ kinh phí.")],
            "không quá một năm",
        ),
        (
            "lui-han",
            vec![("den_ngay", "14/02/2020"), ("ly_do_lui", "")],
            "Viết lý do",
        ),
        (
            "bang-chung",
            vec![("loai", ""), ("ten", "Sổ cổng"), ("chu", "Nội dung")],
            "Chọn một loại bằng chứng",
        ),
        (
            "bang-chung",
            vec![("loai", "gold"), ("ten", "Sổ cổng"), ("chu", "Nội dung")],
            "Chọn một loại bằng chứng",
        ),
        (
            "bang-chung",
            vec![("loai", "figures"), ("ten", "Sổ cổng"), ("chu", "")],
            "Viết nội dung hoặc chọn một tệp",
        ),
        (
            "bang-chung",
            vec![("loai", "figures"), ("ten", "Hai\ndòng chữ"), ("chu", "Nội dung")],
            "trên một dòng",
        ),
    ] {
        let answer = rig.act(COMMANDER, act, &fields);
        answer
            .is(422)
            .says(message)
            .says("role=\"alert\"")
            .says("<title>Lỗi: ")
            .says_not("<script>alert");
        for (_, typed) in fields
            .iter()
            .filter(|(_, typed)| *typed != "gold" && !typed.chars().any(char::is_control))
        {
            assert!(shown(answer.text()).contains(*typed), "{typed} is lost");
        }
        page_ok(&answer);
    }
    for (act, fields) in [
        ("ket-qua", vec![("ket_qua", ""), ("da_thay", "Đã xem kỹ mọi thứ.")]),
        (
            "ket-qua",
            vec![("ket_qua", "perfect"), ("da_thay", "Đã xem kỹ mọi thứ.")],
        ),
        ("ket-qua", vec![("da_thay", "Đã xem kỹ mọi thứ.")]),
    ] {
        let answer = rig.act(VERIFIER, act, &fields);
        answer.is(422).says("Chọn một câu trả lời").says("Đã xem kỹ mọi thứ.");
        page_ok(&answer);
    }
    assert_eq!(rig.size(), before);
}

#[test]
fn a_form_sent_again_is_recorded_once() {
    let rig = Rig::concluded();
    let fields = [("tien_do", "Đã làm tới một nửa."), ("khoa", "k")];
    let path = format!("{DESK}/tien-do");
    rig.post_as(COMMANDER, &path, &fields).is(303);
    let size = rig.size();
    rig.post_as(COMMANDER, &path, &fields).is(303);
    assert_eq!(rig.size(), size);
    let other = [("tien_do", "Một nội dung khác hẳn."), ("khoa", "k")];
    let answer = rig.post_as(COMMANDER, &path, &other);
    answer
        .is(422)
        .says("đã gửi trước đó với nội dung khác")
        .says("Một nội dung khác hẳn.");
    // The same words under the same key are another act on another page.
    let elsewhere = "/dieu-hanh/dien-dan/2019-01/viec/1.2/tien-do";
    rig.post_as(COMMANDER, elsewhere, &fields).is(422);
    assert_eq!(rig.size(), size);
}

#[test]
fn only_the_request_on_the_page_is_answered() {
    let rig = Rig::concluded();
    let ask = |until: &str| {
        rig.act(
            COMMANDER,
            "lui-han",
            &[("den_ngay", until), ("ly_do_lui", "Chờ kinh phí.")],
        )
    };
    ask("31/01/2020").is(303);
    ask("28/02/2020").is(422).says("đang chờ trả lời");
    let page = rig.get_as(CHAIR, DESK);
    page.is(200)
        .says("Xin lùi từ 14/01/2020 đến 31/01/2020.")
        .says("Chờ kinh phí.");
    page_ok(&page);
    let first = rig.clause(1).pending_extension().unwrap().reason.seq.to_string();
    let answer = |choice: &str, request: &str| {
        let fields = [
            ("tra_loi", choice),
            ("ly_do_tra_loi", "Đã bàn với cơ quan."),
            ("de_nghi", request),
        ];
        rig.act(CHAIR, "tra-loi-lui-han", &fields)
    };
    answer("", &first)
        .is(422)
        .says("Chọn một câu trả lời")
        .says("Đã bàn với cơ quan.");
    answer("khong", &first).is(303);
    ask("28/02/2020").is(303);
    let second = rig.clause(1).pending_extension().unwrap().reason.seq.to_string();
    let stale = answer("dong-y", &first);
    stale
        .is(422)
        .says("Đề nghị lùi hạn vừa đổi")
        .says("28/02/2020")
        .says(&format!("value=\"{second}\""));
    assert!(rig.clause(1).pending_extension().is_some());
    answer("dong-y", &second).is(303);
    assert_eq!(rig.clause(1).due, Some("2020-02-28".parse().unwrap()));
}

#[test]
fn the_list_shows_every_clause_by_owner_and_narrows() {
    let rig = Rig::concluded();
    let list = rig.get_as(SECRETARY, LIST);
    list.is(200)
        .says("Phòng Cảnh sát bảo vệ mục tiêu")
        .says("0 trên 2 việc đã xong")
        .says("href=\"/dieu-hanh/dien-dan/2019-01/viec/1.1\"")
        .says("viec/1.2\"");
    page_ok(&list);
    page_ok(&rig.get_as(SECRETARY, &format!("/en{LIST}")));
    rig.to("2020-01-20T02:00:00Z");
    let late = rig.get_as(SECRETARY, &format!("{LIST}?trang_thai=qua-han"));
    late.says("viec/1.1\"")
        .says_not("viec/1.2\"")
        .says("Quá hạn 6 ngày")
        .says("0 trên 2 việc đã xong");
    rig.get_as(SECRETARY, &format!("{LIST}?trang_thai=da-ket-thuc&don_vi=2"))
        .says("Không có việc nào như đã chọn");
    rig.get_as(SECRETARY, &format!("{LIST}?don_vi=1"))
        .says("Không có việc nào như đã chọn");
    rig.get_as(SECRETARY, &format!("{LIST}?trang=2")).is(404);
    let empty = Rig::empty();
    empty.get_as(SECRETARY, LIST).is(404);
}

#[test]
fn a_session_that_ended_gives_every_word_back() {
    let rig = Rig::concluded();
    let answer = rig.post(
        &format!("{DESK}/tien-do"),
        &[("tien_do", "Đã làm tới một nửa."), ("khoa", "k")],
    );
    answer.is(422).says("Phiên làm việc đã hết").says("Đã làm tới một nửa.");
}
