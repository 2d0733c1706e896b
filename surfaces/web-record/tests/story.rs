//! The story a receipt tells, step by step, from being received to the state of each clause.

mod common;

use base::fact::Actor;
use common::hall::{FINDING, Hall, clause};
use common::{MODERATOR, Rig, assert_page};
use forum::events::{LawfulReason, Outcome};
use forum::opinion::TypedSignature;
use people::role::{Role, Scope};
use web_rig::markup::plain;
use world::Command;

/// The page of a receipt in both languages; the Vietnamese one as plain text.
fn page(rig: &Rig, code: &str) -> String {
    let path = format!("/bien-nhan/{code}");
    assert_page(&rig.get(&format!("/en{path}")));
    let answer = rig.get(&path);
    assert_page(&answer);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(
        !answer.html().contains("ánh sáng vào buổi tối"),
        "no word of the opinion"
    );
    plain(answer.html())
}

fn says(rig: &Rig, code: &str, words: &[&str]) {
    let page = page(rig, code);
    for one in words {
        assert!(page.contains(one), "{one}: {page}");
    }
}

fn says_not(rig: &Rig, code: &str, words: &[&str]) {
    let page = page(rig, code);
    for one in words {
        assert!(!page.contains(one), "{one}: {page}");
    }
}

#[test]
fn whoever_spoke_is_told_each_step() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (opinion, code) = rig.signed(3);
    let waits = "Người đọc ý kiến đọc, chậm nhất hết ngày 20/12/2019.";
    says(
        &rig,
        &code,
        &["19/12/2019 Ý kiến vào sổ", waits, "Kết luận chậm nhất ngày 15/01/2020"],
    );
    says_not(&rig, &code, &["Chậm 1 ngày", "bày tỏ với ý kiến này", "Khiếu nại"]);

    rig.publish(opinion);
    says(
        &rig,
        &code,
        &[
            "Đăng với số YK-0001",
            "chỉ đếm phiếu mời",
            "Chưa có trả lời",
            "hết ngày 29/12/2019",
        ],
    );
    says_not(&rig, &code, &[waits]);

    hall.agree(&rig, 1, 10..34);
    hall.promise(&rig, 1, "2019-12-24");
    says(
        &rig,
        &code,
        &[
            "Văn phòng HĐND tỉnh: trả lời bằng văn bản, hẹn hết ngày 24/12/2019",
            "chỉ đếm phiếu mời",
        ],
    );
    says(&rig, &code, &["Chờ Trả lời bằng văn bản, hẹn hết ngày 24/12/2019"]);

    hall.conclude(&rig, 1);
    let told = [
        "Bày tỏ với ý kiến này, đã chốt",
        FINDING,
        "(hạn chế)",
        "chỉ đạo CĐ-1 gửi Kho bạc Nhà nước tỉnh",
        "Việc 1.1",
        "Chưa nhận",
        "chưa có bằng chứng",
        "1 việc chưa kết thúc",
    ];
    says(&rig, &code, &told);
    let html = rig.get(&format!("/bien-nhan/{code}")).html().to_owned();
    assert!(html.contains("href=\"/dien-dan/2020-01/viec/1.1\"") && !html.contains("cổng phụ <b>"));
    says_not(&rig, &code, &["Kết luận chậm nhất"]);

    rig.hours_later(24 * 40);
    says(&rig, &code, &["Quá hạn", "ngày làm việc"]);
}

#[test]
fn an_opinion_that_was_handed_on_still_waits() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (opinion, code) = rig.signed(3);
    rig.publish(opinion);
    let waits = "Chờ Kho bạc Nhà nước tỉnh trả lời";
    hall.hand_on(&rig, 1);
    says(&rig, &code, &["chuyển ý kiến tới Kho bạc Nhà nước tỉnh", waits]);
    hall.answer(&rig, 1);
    says_not(&rig, &code, &[waits]);
}

#[test]
fn figures_obey_the_table_of_small_numbers() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (opinion, code) = rig.signed(3);
    rig.publish(opinion);
    for voice in 10..24 {
        hall.agree(&rig, 1, voice..voice + 1);
        let cast = u32::from(voice) - 9;
        let page = page(&rig, &code);
        let checked = plain(rig.get(&format!("/kiem-chung?ma={code}")).html());
        // Voices that anybody can draw move nothing while votes are taken, however many they are.
        assert!(page.contains("chỉ đếm phiếu mời"), "{cast}: {page}");
        let exact = format!("{cast} người đã bày tỏ");
        assert!(!page.contains(&exact) && !checked.contains(&exact), "{cast}: {checked}");
    }
}

#[test]
fn lateness_is_said_in_working_days() {
    let rig = Rig::new();
    let (_, code) = rig.signed(3);
    rig.hours_later(24 * 5);
    // Thursday 19/12; to be read by Friday; Tuesday is two working days after that.
    says(&rig, &code, &["hết ngày 20/12/2019", "Chậm 2 ngày làm việc"]);
}

#[test]
fn what_was_refused_or_taken_down_says_why_and_offers_the_appeal() {
    let rig = Rig::new();
    let (refused, first) = rig.opinion(4, TypedSignature::None);
    let (published, second) = rig.opinion(5, TypedSignature::None);
    let reason = LawfulReason::Insult;
    rig.tell(
        Actor::Person(MODERATOR),
        Command::RefuseOpinion {
            opinion: refused,
            reason,
        },
    );
    rig.publish(published);
    rig.tell(
        Actor::Person(MODERATOR),
        Command::TakeDownOpinion {
            opinion: published,
            reason,
        },
    );
    says(
        &rig,
        &first,
        &[
            "Đã đọc, không đăng. Lý do: tục tĩu",
            "Có thể khiếu nại một lần",
            "Viết lại",
        ],
    );
    says(
        &rig,
        &second,
        &[
            "Ý kiến YK-0001 bị gỡ sau khi đăng",
            "Số vẫn còn",
            "Có thể khiếu nại một lần",
        ],
    );
    let checked = rig.get(&format!("/kiem-chung?ma={second}"));
    assert_page(&checked);
    checked.shows("Đã đăng, rồi bị gỡ");
}

#[test]
fn the_private_answer_is_for_the_holder_alone() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (opinion, code) = rig.opinion(4, TypedSignature::None);
    rig.tell(Actor::Person(MODERATOR), Command::MoveOpinionPrivate { opinion });
    says(
        &rig,
        &code,
        &[
            "chuyển đường trả lời riêng, không đăng",
            "Ông/bà được trả lời tại đây, chậm nhất hết ngày",
        ],
    );
    let text = "Đồng chí ấy <b>đã được nhắc nhở.".to_owned();
    let answered = rig.tell(hall.secretary, Command::AnswerPrivately { opinion, text });
    says(
        &rig,
        &code,
        &[
            "Trả lời riêng, chỉ người giữ biên nhận này đọc được",
            "đã được nhắc nhở",
            "Đã có trả lời riêng",
        ],
    );
    says_not(&rig, &code, &["Ông/bà được trả lời tại đây"]);
    rig.get(&format!("/bien-nhan/{code}")).says_not("Đồng chí ấy <b>");
    // Nowhere else.
    let entry = answered.first.unwrap();
    let elsewhere = [
        "/so-cai".to_owned(),
        format!("/kiem-chung?ma={code}"),
        format!("/log/value/{entry}/answer"),
        format!("/bien-nhan/{code}.json"),
    ];
    for path in elsewhere {
        assert!(!rig.get(&path).text().contains("nhắc nhở"), "{path}");
    }
}

#[test]
fn a_forum_that_was_given_up_leaves_nothing_to_wait_for() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (opinion, code) = rig.signed(3);
    rig.publish(opinion);
    let reason = "Lùi sang năm sau theo kế hoạch mới.".to_owned();
    let cancel = Command::CancelForum {
        forum: common::no(),
        reason,
    };
    rig.tell(hall.chair, cancel);
    says(&rig, &code, &["Diễn đàn đã hủy. Lý do ghi ở trang diễn đàn."]);
    says_not(
        &rig,
        &code,
        &[
            "Kết luận chậm nhất",
            "Chưa có trả lời",
            "Bày tỏ với ý kiến của người khác",
        ],
    );
}

#[test]
fn what_ended_leaves_nothing_to_wait_for() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (opinion, code) = rig.signed(3);
    rig.publish(opinion);
    hall.answer(&rig, 1);
    hall.conclude(&rig, 1);
    let verifier = rig.person(
        "Người Xác Nhận",
        Some(hall.verifier),
        &[(Role::Verifier, Scope::Office)],
    );
    let verdict = Command::VerifyClause {
        no: clause(),
        outcome: Outcome::Overtaken,
        reason: "Cổng phụ đã đóng hẳn.".into(),
    };
    rig.tell(Actor::Person(verifier), verdict);
    says(&rig, &code, &["Không còn phù hợp", "Không còn gì phải chờ."]);
    says_not(&rig, &code, &["Chờ "]);
}
