//! Anyone contests what is told of a clause; a moderator reads it first.

mod common;

use common::{CHAIR, COMMANDER, CONTESTS, MODERATOR, NOBODY, PAGE, Rig, SECRETARY, SUPERIOR, VERIFIER};
use std::net::SocketAddr;
use web_rig::page_ok;
use web_scene::WRITE_BURST;

const FORM: &str = "/dien-dan/2019-01/viec/1.1/phan-doi";
const WORDS: &str = "Sáng nay cổng phụ vẫn không ghi giấy tờ.";
const HOSTILE: &str = "<script>alert('x')</script> & \"cổng\"";

#[test]
fn sent_once_and_once_only() {
    let rig = Rig::concluded();
    let form = rig.get(FORM);
    form.is(200)
        .says("Phản đối")
        .says("Việc 1.1 của diễn đàn DD-2019-01")
        .says("Chưa nhận");
    assert_eq!(form.header("cache-control"), "no-store");
    assert_eq!(form.header("set-cookie"), "");
    page_ok(&form);
    let key = form.key();
    let before = rig.size();
    let sent = rig.post(FORM, &[("noi_dung", WORDS), ("khoa", &key)]);
    let receipt = sent.is(303).header("location").to_owned();
    assert!(receipt.starts_with("/bien-nhan/LN-"), "{receipt}");
    assert_eq!(sent.header("set-cookie"), "");
    assert_eq!(rig.size(), before + 1);
    let again = rig.post(FORM, &[("noi_dung", WORDS), ("khoa", &key)]);
    assert_eq!(again.is(303).header("location"), receipt);
    assert_eq!(rig.size(), before + 1, "a form sent twice is recorded once");
    let other = rig.post(FORM, &[("noi_dung", "Một nội dung khác hẳn."), ("khoa", &key)]);
    other
        .is(422)
        .says("đã gửi trước đó với nội dung khác")
        .says("Một nội dung khác hẳn.");
    assert_ne!(other.key(), key, "the next sending is a new act");
    let view = rig.app.ledger.view();
    let code = base::code::ReceiptCode::parse(receipt.trim_start_matches("/bien-nhan/")).unwrap();
    let known = view
        .state
        .forums
        .contest_receipts
        .get(&base::fact::Digest32(code.hash()));
    assert_eq!(
        known,
        Some(&(common::no(), 1)),
        "the receipt's code leads to the contest"
    );
    assert!(
        rig.post(&format!("/en{FORM}"), &[("noi_dung", WORDS), ("khoa", "e")])
            .is(303)
            .header("location")
            .starts_with("/en/bien-nhan/")
    );
}

#[test]
fn what_is_wrong_comes_back_whole() {
    let rig = Rig::concluded();
    let before = rig.size();
    let long = "x".repeat(1_001);
    for (typed, message) in [
        ("", "Viết điều chưa đúng, ít nhất 10 chữ cái"),
        ("Ngắn", "ít nhất 10 chữ cái; mới có 4"),
        (long.as_str(), "đang có 1.001"),
        ("Có ký tự\u{0} lạ ở đây", "U+0000"),
    ] {
        let answer = rig.post(FORM, &[("noi_dung", typed), ("khoa", "k")]);
        answer.is(422).says(message).says("<title>Lỗi: ").says("role=\"alert\"");
        if !typed.contains('\u{0}') {
            answer.says(typed);
        }
        page_ok(&answer);
    }
    let hostile = rig.post(FORM, &[("noi_dung", &format!("{HOSTILE}\u{1}")), ("khoa", "k")]);
    hostile.is(422).says("&#60;script&#62;").says_not("<script>alert");
    assert_eq!(rig.size(), before);
    assert_eq!(rig.get(PAGE).status.as_u16(), 200);
}

#[test]
fn a_place_is_slowed_down_and_keeps_its_words() {
    let rig = Rig::concluded();
    let here: SocketAddr = "192.0.2.7:1000".parse().unwrap();
    for n in 0..WRITE_BURST {
        let key = format!("k{n}");
        rig.post_from(here, FORM, &[("noi_dung", WORDS), ("khoa", &key)])
            .is(303);
    }
    let slow = rig.post_from(here, FORM, &[("noi_dung", WORDS), ("khoa", "last")]);
    slow.is(429).says(WORDS).says("Gửi lại sau");
    assert_ne!(slow.header("retry-after"), "");
    rig.post_from(
        "192.0.2.8:1".parse().unwrap(),
        FORM,
        &[("noi_dung", WORDS), ("khoa", "other")],
    )
    .is(303);
}

#[test]
fn what_waits_is_read_by_moderators_alone() {
    let rig = Rig::concluded();
    rig.contest(HOSTILE);
    for person in [SECRETARY, CHAIR, COMMANDER, VERIFIER, SUPERIOR, NOBODY] {
        rig.get_as(person, CONTESTS)
            .is(200)
            .says_not("alert(")
            .says("Không có phản đối nào chờ");
        rig.post_as(person, &format!("{CONTESTS}/1/dang"), &[("dang", "1"), ("khoa", "k")])
            .is(403);
        let refuse = [("ly_do", "insult"), ("khoa", "k2")];
        rig.post_as(person, &format!("{CONTESTS}/1/khong-dang"), &refuse)
            .is(403);
        rig.post_as(person, &format!("{CONTESTS}/1/khong-dang"), &[("khoa", "k3")])
            .is(403);
    }
    rig.get(CONTESTS).is(403);
    let queue = rig.get_as(MODERATOR, CONTESTS);
    queue
        .is(200)
        .says("&#60;script&#62;")
        .says_not("<script>alert")
        .says("Chờ đọc")
        .says("noindex");
    assert_eq!(queue.header("cache-control"), "no-store");
    page_ok(&queue);
    page_ok(&rig.get_as(MODERATOR, &format!("/en{CONTESTS}")));
}

#[test]
fn refused_for_a_lawful_reason_that_is_public() {
    let rig = Rig::concluded();
    rig.contest(WORDS);
    let act = format!("{CONTESTS}/1/khong-dang");
    for wrong in ["", "vi_khong_thich"] {
        let answer = rig.post_as(MODERATOR, &act, &[("ly_do", wrong), ("khoa", "k")]);
        answer.is(422).says("Chọn lý do có trong luật").says(WORDS);
        page_ok(&answer);
    }
    let sent = rig.post_as(MODERATOR, &act, &[("ly_do", "insult"), ("khoa", "k")]);
    let to = sent.is(303).header("location").to_owned();
    rig.get_as(MODERATOR, &to)
        .is(200)
        .says("role=\"status\"")
        .says_not(WORDS);
    rig.get(PAGE)
        .says("Không đăng phản đối số 1: tục tĩu hoặc xúc phạm người khác.")
        .says_not(WORDS);
    let late = rig.post_as(
        MODERATOR,
        &format!("{CONTESTS}/1/dang"),
        &[("dang", "1"), ("khoa", "k4")],
    );
    late.is(422).says("đã có người đọc và quyết định rồi");
    rig.post_as(
        MODERATOR,
        &format!("{CONTESTS}/2/dang"),
        &[("dang", "1"), ("khoa", "k5")],
    )
    .is(404);
}

#[test]
fn answered_by_neither_owner_nor_verifier() {
    let rig = Rig::concluded();
    rig.contest(WORDS);
    let act = format!("{CONTESTS}/1/tra-loi");
    let early = rig.post_as(SUPERIOR, &act, &[("tra_loi", "Sẽ kiểm tra lại ngay."), ("khoa", "a")]);
    early.is(422).says("chưa được đăng");
    rig.post_as(
        MODERATOR,
        &format!("{CONTESTS}/1/dang"),
        &[("dang", "1"), ("khoa", "b")],
    )
    .is(303);
    // The chair belongs to the office, which verifies this clause; the commander has no such role at all.
    rig.post_as(COMMANDER, &act, &[("tra_loi", "Không đúng như vậy."), ("khoa", "c")])
        .is(403);
    let own = rig.post_as(CHAIR, &act, &[("tra_loi", "Không đúng như vậy."), ("khoa", "d")]);
    own.is(422)
        .says("không đọc duyệt, không trả lời phản đối về việc của mình");
    rig.get_as(CHAIR, CONTESTS)
        .says(WORDS)
        .says("không trả lời phản đối này")
        .says_not("/1/tra-loi");
    let list = rig.get_as(SUPERIOR, CONTESTS);
    list.is(200).says(WORDS).says("/1/tra-loi");
    page_ok(&list);
    let short = rig.post_as(SUPERIOR, &act, &[("tra_loi", "Ngắn"), ("khoa", "e")]);
    short.is(422).says("Ngắn").says("mới có 4");
    page_ok(&short);
    let good = [("tra_loi", "Đã yêu cầu kiểm tra lại."), ("khoa", "f")];
    rig.post_as(SUPERIOR, &act, &good).is(303);
    rig.post_as(SUPERIOR, &act, &good).is(303);
    let twice = rig.post_as(SUPERIOR, &act, &[("tra_loi", "Một câu trả lời khác."), ("khoa", "g")]);
    // Somebody else was faster: what was typed is there to be copied.
    twice.is(422).says("Đã có trả lời rồi").says("Một câu trả lời khác.");
    page_ok(&twice);
    rig.get(PAGE)
        .says("Đã yêu cầu kiểm tra lại.")
        .says_not("Một câu trả lời khác.");
}

#[test]
fn words_that_point_at_someone_are_shown_once_more() {
    let rig = Rig::concluded();
    let before = rig.size();
    let words = "Anh Nguyễn Văn Bình trực cổng phụ <b>không</b> ghi giấy tờ, gọi 0912 345 678.";
    let looked = rig.post(FORM, &[("noi_dung", words), ("khoa", "k")]);
    looked
        .is(200)
        .says("Xem lại trước khi gửi")
        .says("<mark>")
        .says("&lt;b&gt;")
        .says("số điện thoại")
        .says("name=\"xem\"")
        .says("name=\"sua\"");
    assert_eq!(looked.header("cache-control"), "no-store");
    page_ok(&looked);
    assert_eq!((rig.size(), looked.key().as_str()), (before, "k"));
    let change = rig.post(FORM, &[("noi_dung", words), ("khoa", "k"), ("sua", "1")]);
    change
        .is(200)
        .says("0912 345 678")
        .says("<textarea")
        .says_not("role=\"alert\"");
    assert_eq!(rig.size(), before);
    let sent = rig.post(FORM, &[("noi_dung", words), ("khoa", "k"), ("xem", "1")]);
    sent.is(303);
    rig.get_as(MODERATOR, CONTESTS).says("0912 345 678");
    rig.post(&format!("/en{FORM}"), &[("noi_dung", words), ("khoa", "e")])
        .is(200)
        .says("Send it as it is");
}
