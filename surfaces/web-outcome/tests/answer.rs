//! Answers: given by whoever is asked, in three ways, and read by everyone.

mod common;

use base::fact::Actor;
use common::*;
use forum::events::{AnswerForm, LawfulReason};
use world::{Command, CommandKind};

const TEXT: &str = "Đã bố trí thêm một chiến sĩ ở cổng phụ từ hôm nay.";

fn fields<'a>(opinions: &'a str, how: &'a str, due: &'a str, to: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("y-kien", opinions),
        ("cach", how),
        ("han", due),
        ("chuyen", to),
        ("tra-loi", TEXT),
    ]
}

#[test]
fn three_ways_to_answer() {
    let rig = heard(pages, 9);
    let empty = rig.get(PUBLIC_ANSWERS);
    page_ok(empty.is(200).says("Chưa có trả lời nào"));
    let form = rig.get_as(COMMANDER, ANSWER);
    page_ok(form.is(200));
    form.says("Trả lời thay mặt Phòng Cảnh sát bảo vệ mục tiêu")
        .says("YK-0009");
    let now = rig.fill(COMMANDER, ANSWER, &fields("1, 4, 7-9", "now", "", ""));
    assert_eq!(now.is(303).header("location"), format!("{ANSWER}?xong=dang"));
    page_ok(
        rig.get_as(COMMANDER, now.header("location"))
            .is(200)
            .says("Đã đăng trả lời"),
    );
    // What does not belong to the chosen way is left aside: no day for an answer that stands here.
    rig.fill(DELEGATE, ANSWER, &fields("YK-0002", "in_writing", "26/12/2019", "2"))
        .is(303);
    rig.fill(
        CHAIR,
        ANSWER,
        &fields("yk-0003; 3  3", "transferred", "26/12/2019", "2"),
    )
    .is(303);
    let forum = rig.forum();
    let answers: Vec<_> = forum
        .answers
        .values()
        .map(|a| (a.form, a.opinions.clone(), a.due.is_some(), a.to, a.from))
        .collect();
    assert_eq!(
        answers,
        [
            (AnswerForm::Now, vec![1, 4, 7, 8, 9], false, None, Some(FORCE)),
            (AnswerForm::InWriting, vec![2], true, None, Some(COMMITTEE)),
            (AnswerForm::Transferred, vec![3], false, Some(FORCE), Some(OFFICE)),
        ]
    );
    let page = rig.get(PUBLIC_ANSWERS);
    page_ok(page.is(200));
    page.says("7 trên 9 ý kiến đã được trả lời, hẹn ngày trả lời hoặc chuyển")
        .says("Trả lời bằng văn bản trước hết ngày 26/12/2019")
        .says("Chuyển tới Phòng Cảnh sát bảo vệ mục tiêu")
        .says("Thường trực HĐND tỉnh trả lời")
        .says("/dien-dan/2019-01/y-kien/7")
        .says(TEXT);
    let text = page.text();
    assert!(text.find("tra-loi-3") < text.find("tra-loi-1"), "the newest first");
    let english = rig.get(&format!("/en{PUBLIC_ANSWERS}"));
    page_ok(english.is(200));
    english
        .says("In writing by the end of 26 Dec 2019")
        .says("7 of 9 opinions are answered, promised an answer or transferred");
}

#[test]
fn each_missing_part_is_named_and_nothing_typed_is_lost() {
    let rig = heard(pages, 3);
    let size = rig.size();
    let send = |fields: &[(&str, &str)]| rig.fill(COMMANDER, ANSWER, fields);
    for opinions in [
        "",
        " , ;",
        "4",
        "0",
        "1, x",
        "1.5",
        "9-1",
        "1-4",
        "-1",
        "1-4294967295",
        "99999999999",
        "<b>1</b>",
    ] {
        let back = send(&fields(opinions, "now", "", ""));
        back.is(422).says("Có số không phải ý kiến đã đăng").says(TEXT);
        page_ok(&back);
    }
    for how in ["", "later", "NOW"] {
        send(&fields("1", how, "", ""))
            .is(422)
            .says("Chọn cách trả lời")
            .says(TEXT);
    }
    for (due, words) in [
        ("", "Gõ ngày trả lời, ví dụ"),
        ("mai", "theo ngày/tháng/năm"),
        ("31/11/2019", "lịch không có ngày này"),
        ("18/12/2019", "Thời hạn này không làm được"),
        ("26/12/2029", "Thời hạn này không làm được"),
    ] {
        let back = send(&fields("1", "in_writing", due, ""));
        back.is(422).says(words).says(TEXT).says(&format!("value=\"{due}\""));
        page_ok(&back);
    }
    // Nowhere, oneself, nobody known.
    for to in ["", "2", "x", "99"] {
        let back = send(&fields("1", "transferred", "", to));
        back.is(422).says(TEXT);
        page_ok(&back);
    }
    send(&fields("1", "transferred", "", "")).says("Chọn cơ quan khác để chuyển tới");
    let short = [("y-kien", "1"), ("cach", "now"), ("tra-loi", "Ngắn")];
    send(&short).is(422).says("ít nhất 10 chữ cái");
    // All of it at once: each is named.
    let none = rig.post_as(COMMANDER, ANSWER, &[("khoa", "mot"), ("cach", "in_writing")]);
    none.is(422)
        .says("Có số không phải ý kiến")
        .says("Gõ ngày trả lời")
        .says("Viết nội dung trả lời");
    page_ok(&none);
    rig.post_as(COMMANDER, &format!("/en{ANSWER}"), &[])
        .is(422)
        .says("Choose how you answer");
    assert_eq!(rig.size(), size);
}

#[test]
fn the_same_form_twice_is_one_answer() {
    let rig = heard(pages, 2);
    let form = rig.get_as(COMMANDER, ANSWER);
    let (once, size) = (fields("1", "now", "", ""), rig.size());
    rig.post_as(COMMANDER, ANSWER, &form.with(&once)).is(303);
    rig.post_as(COMMANDER, ANSWER, &form.with(&once)).is(303);
    assert_eq!(rig.size(), size + 1);
    let other = rig.post_as(COMMANDER, ANSWER, &form.with(&fields("2", "now", "", "")));
    other.is(422).says("đã gửi trước đó với nội dung khác").says(TEXT);
    assert_eq!(rig.size(), size + 1);
    rig.post_as(COMMANDER, ANSWER, &other.with(&fields("2", "now", "", "")))
        .is(303);
    assert_eq!(rig.forum().answers.len(), 2);
}

#[test]
fn what_is_owed_waits_and_what_is_late_says_so() {
    let rig = heard(pages, 3);
    rig.fill(COMMANDER, ANSWER, &fields("1", "in_writing", "23/12/2019", ""))
        .is(303);
    let waiting = rig.get_as(COMMANDER, ANSWER);
    waiting.says("Đã hẹn trước hết ngày 23/12/2019");
    let text = waiting.text();
    assert!(text.find("y-kien/1\"") < text.find("y-kien/2\""), "the promised first");
    rig.get(PUBLIC_ANSWERS).says_not("đã quá hạn");
    rig.to("2019-12-24T02:00:00Z");
    rig.get(PUBLIC_ANSWERS)
        .says("Hẹn trả lời trước hết ngày 23/12/2019, đã quá hạn");
    // Another promise does not make it less late; nor does someone else's transfer.
    rig.fill(COMMANDER, ANSWER, &fields("1", "in_writing", "28/12/2019", ""))
        .is(303);
    rig.fill(DELEGATE, ANSWER, &fields("1", "transferred", "", "2")).is(303);
    rig.get(PUBLIC_ANSWERS)
        .says("ngày 23/12/2019, đã quá hạn")
        .says_not("ngày 28/12/2019, đã");
    rig.get_as(COMMANDER, ANSWER).says("Đã hẹn trước hết ngày 23/12/2019");
    rig.fill(COMMANDER, ANSWER, &fields("1-3", "now", "", "")).is(303);
    rig.get(PUBLIC_ANSWERS).says_not("đã quá hạn").says("3 trên 3");
    rig.get_as(COMMANDER, ANSWER).says("Ý kiến nào cũng đã có trả lời");
}

#[test]
fn what_was_taken_down_is_not_answered() {
    let rig = heard(pages, 1);
    let opinion = rig.publish("Một ý kiến rồi sẽ bị gỡ khỏi trang.");
    let reason = LawfulReason::OffSubject;
    rig.tell(Actor::Person(MODERATOR), Command::TakeDownOpinion { opinion, reason });
    rig.get_as(COMMANDER, ANSWER).says("YK-0001").says_not("YK-0002");
    let size = rig.size();
    rig.fill(COMMANDER, ANSWER, &fields("1-2", "now", "", ""))
        .is(422)
        .says("Có số không phải ý kiến đã đăng");
    assert_eq!(rig.size(), size);
}

#[test]
fn words_are_words() {
    let rig = heard(pages, 1);
    let back = rig.fill(
        COMMANDER,
        ANSWER,
        &[("y-kien", HOSTILE), ("cach", "now"), ("tra-loi", HOSTILE)],
    );
    back.is(422).says_no_markup();
    rig.fill(
        COMMANDER,
        ANSWER,
        &[("y-kien", "1"), ("cach", "now"), ("tra-loi", HOSTILE)],
    )
    .is(303);
    for path in [PUBLIC_ANSWERS.to_owned(), format!("/en{PUBLIC_ANSWERS}")] {
        page_ok(rig.get(&path).is(200).says_no_markup());
    }
}

#[test]
fn lists_come_in_pages_and_unknown_places_are_not_found() {
    let rig = heard(pages, 21);
    for n in 1..=21 {
        rig.fill(
            COMMANDER,
            ANSWER,
            &fields(&n.to_string(), "in_writing", "28/12/2019", ""),
        )
        .is(303);
    }
    let first = rig.get(PUBLIC_ANSWERS);
    page_ok(
        first
            .says("trang=2")
            .says("id=\"tra-loi-21\"")
            .says_not("id=\"tra-loi-1\""),
    );
    rig.get(&format!("{PUBLIC_ANSWERS}?trang=2"))
        .is(200)
        .says("id=\"tra-loi-1\"");
    rig.get_as(COMMANDER, ANSWER).says("trang=2");
    for path in [
        format!("{PUBLIC_ANSWERS}?trang=3"),
        "/dien-dan/2019-09/tra-loi".into(),
        "/dien-dan/x/tra-loi".into(),
    ] {
        rig.get(&path).is(404);
    }
    rig.get_as(COMMANDER, &format!("{ANSWER}?trang=3")).is(404);
    rig.get_as(COMMANDER, "/dieu-hanh/dien-dan/2019-09/tra-loi").is(404);
    // The way from an opinion fills its number in.
    rig.get_as(COMMANDER, &format!("{ANSWER}?y-kien=7"))
        .says("name=\"y-kien\" value=\"7\"");
}

#[test]
fn who_may_answer() {
    let rig = heard(pages, 1);
    only_those_who_may(
        &rig,
        CommandKind::GiveAnswer,
        Some(ANSWER),
        ANSWER,
        &fields("1", "now", "", ""),
    );
}
