//! What the holder of a receipt may do: confirm a summary, appeal. No session, no cookie, one command each.

mod common;

use base::fact::{Actor, SealedRef};
use common::hall::Hall;
use common::{MODERATOR, Rig, assert_page};
use forum::events::LawfulReason;
use forum::opinion::TypedSignature;
use http::StatusCode;
use ledger::store::Erasable;
use storage::faulty::{Fault, FaultAt};
use web_rig::markup::plain;
use web_rig::{Sample, Text, forms_survive};
use world::{Command, LegalBasis};

fn refused(rig: &Rig, n: u8) -> (u64, String) {
    let (opinion, code) = rig.opinion(n, TypedSignature::None);
    let reason = LawfulReason::OffSubject;
    rig.tell(Actor::Person(MODERATOR), Command::RefuseOpinion { opinion, reason });
    (opinion, code)
}

#[test]
fn a_speaker_confirms_the_summary() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (turn, code) = hall.turn(&rig, 7);
    let (receipt, address) = (format!("/bien-nhan/{code}"), format!("/bien-nhan/{code}/xac-nhan"));
    let page = rig.get(&receipt);
    assert_page(&page);
    page.shows("chờ ông/bà xác nhận").says(&format!("href=\"{address}\""));
    page.says_not("thêm đèn");
    let clear = Command::ClearOpinion { opinion: turn };
    assert!(
        rig.try_tell(Actor::Person(MODERATOR), clear.clone()).is_err(),
        "not before"
    );

    for lang in ["", "/en"] {
        let asked = rig.get(&format!("{lang}{address}"));
        assert_page(&asked);
        asked
            .is(200)
            .shows("thêm đèn ở <b>cổng phụ")
            .says_not("<b>cổng")
            .says("Kho bạc Nhà nước tỉnh");
        asked
            .says(&format!("href=\"{lang}{receipt}/rut\""))
            .says("name=\"robots\" content=\"noindex\"");
        assert_eq!(asked.header("cache-control"), "no-store");
        assert!(asked.header("set-cookie").is_empty());
    }
    let key = rig.get(&address).key();
    let size = rig.size();
    let done = rig.post(&address, &[("khoa", &key)]);
    assert_eq!(
        (done.status, done.location()),
        (StatusCode::SEE_OTHER, receipt.as_str())
    );
    let again = rig.post(&address, &[("khoa", &key)]);
    assert_eq!(
        (again.status, rig.size()),
        (StatusCode::SEE_OTHER, size + 1),
        "sent twice, recorded once"
    );
    let other = rig.post(&address, &[("khoa", "khac")]);
    assert_page(&other);
    other.is(422).says_not("name=\"khoa\"").says_not("thêm đèn");
    rig.get(&address).is(303);
    let page = rig.get(&receipt);
    page.shows("Người phát biểu đã xác nhận lời tóm tắt, bằng biên nhận này.");
    rig.tell(Actor::Person(MODERATOR), clear);
}

#[test]
fn a_summary_that_is_not_theirs_is_taken_back() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (_, code) = hall.turn(&rig, 7);
    let address = format!("/bien-nhan/{code}/xac-nhan");
    rig.get(&address)
        .shows("nói với người ghi biên bản để ghi lại cho đúng");
    let withdraw = format!("/bien-nhan/{code}/rut");
    rig.post(&withdraw, &[("khoa", &rig.get(&withdraw).key())]).is(303);
    rig.get(&address).is(303);
    let late = rig.post(&address, &[("khoa", "muon")]);
    assert_page(&late);
    late.is(422).says_not("thêm đèn");
}

#[test]
fn nothing_else_is_confirmed() {
    let rig = Rig::new();
    let (_, written) = rig.signed(3);
    let address = format!("/bien-nhan/{written}/xac-nhan");
    let size = rig.size();
    for answer in [rig.get(&address), rig.post(&address, &[("khoa", "mot")])] {
        assert_page(&answer);
        answer
            .is(422)
            .says_not("ánh sáng")
            .says_not("Lê Văn Nói")
            .says_not("name=\"khoa\"");
    }
    assert_eq!(rig.size(), size);
    let unknown = base::code::ReceiptCode::from_bits(&[99; 10]);
    for act in ["xac-nhan", "khieu-nai"] {
        for code in [unknown.to_string(), "LN-1".into(), "%ff".into(), "%00".into()] {
            let path = format!("/bien-nhan/{code}/{act}");
            rig.get(&path).is(404);
            rig.post(&path, &[]).is(404);
        }
        let sloppy = written.to_lowercase();
        let there = rig.get(&format!("/en/bien-nhan/{sloppy}/{act}"));
        assert_eq!(there.location(), format!("/en/bien-nhan/{written}/{act}"));
        rig.browser()
            .with("PUT", &format!("/bien-nhan/{written}/{act}"))
            .is(405);
    }
}

#[test]
fn a_summary_that_was_erased_is_not_confirmed() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (turn, code) = hall.turn(&rig, 7);
    let targets = vec![SealedRef::new(turn, forum::events::STATEMENT)];
    let order = Command::OrderErasure {
        targets: targets.clone(),
        basis: LegalBasis::PersonAsked,
        decision: Some("12/YC, 19/12/2019".into()),
    };
    rig.tell(Actor::Person(web_rig::ADMINISTRATOR), order);
    rig.store().erase(&[Erasable::Sealed(targets[0])]).unwrap();
    let page = rig.get(&format!("/bien-nhan/{code}/xac-nhan"));
    assert_page(&page);
    page.is(200)
        .shows("không còn gì để xác nhận")
        .says_not("thêm đèn")
        .says_not("name=\"khoa\"");
}

#[test]
fn an_appeal_is_made_once_and_answered() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (opinion, code) = refused(&rig, 4);
    let (receipt, address) = (format!("/bien-nhan/{code}"), format!("/bien-nhan/{code}/khieu-nai"));
    let asked = rig.get(&address);
    assert_page(&asked);
    let by = law::calendar().add_working_days(
        "2019-12-19".parse().unwrap(),
        law::terms("2019-12-19".parse().unwrap()).appeal_working_days,
    );
    let day = base::vietnamese::short_date(by, base::vietnamese::Lang::Vi);
    asked
        .shows("Ngoài chủ đề của diễn đàn")
        .shows(&format!("chậm nhất hết ngày {day}"));
    asked.says_not("ánh sáng");
    let sent = rig.fill(&address).set("loi", "Ý kiến đúng <b>chủ đề.").send();
    assert_eq!(
        (sent.status, sent.location()),
        (StatusCode::SEE_OTHER, receipt.as_str())
    );
    let told = rig.get(&receipt);
    told.shows("Ông/bà khiếu nại.")
        .shows(&format!("Người xét khiếu nại quyết định, chậm nhất hết ngày {day}"));
    for path in [&receipt, &address] {
        let page = rig.get(path);
        assert_page(&page);
        page.says_not("Ý kiến đúng").says_not("name=\"loi\"");
    }
    let size = rig.size();
    rig.post(&address, &[("khoa", "khac"), ("loi", "")])
        .is(422)
        .shows("đã được khiếu nại một lần");
    assert_eq!(rig.size(), size);

    rig.hours_later(24 * 60);
    rig.get(&receipt).shows("ngày làm việc");
    let answer = "Ý kiến <b>nằm ngoài chủ đề.".to_owned();
    let decide = Command::DecideAppeal {
        opinion,
        granted: false,
        answer,
    };
    rig.tell(hall.appeal_body, decide);
    for path in [&receipt, &address] {
        let page = rig.get(path);
        page.shows("Khiếu nại không được chấp nhận.")
            .shows("Ý kiến <b>nằm ngoài")
            .says_not("<b>nằm");
        assert!(!plain(page.html()).contains("Người xét khiếu nại quyết định"), "{path}");
    }
}

#[test]
fn a_granted_appeal_publishes() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (opinion, code) = refused(&rig, 4);
    let address = format!("/bien-nhan/{code}/khieu-nai");
    rig.fill(&address).send().is(303);
    let answer = "Ý kiến đúng chủ đề, xin đăng.".to_owned();
    rig.tell(
        hall.appeal_body,
        Command::DecideAppeal {
            opinion,
            granted: true,
            answer,
        },
    );
    rig.hours_later(1);
    rig.tick();
    let told = plain(rig.get(&format!("/bien-nhan/{code}")).html());
    let (granted, published) = (told.find("Khiếu nại được chấp nhận"), told.find("Đăng với số YK-0001"));
    assert!(granted.is_some() && granted < published, "{told}");
}

#[test]
fn there_must_be_something_to_appeal_against() {
    let rig = Rig::new();
    let hall = Hall::of(&rig);
    let (_, waiting) = rig.signed(3);
    let (turn, unconfirmed) = hall.turn(&rig, 7);
    let reason = LawfulReason::OffSubject;
    rig.tell(
        Actor::Person(MODERATOR),
        Command::RefuseOpinion { opinion: turn, reason },
    );
    let size = rig.size();
    for (code, words) in [
        (&waiting, "Không có quyết định nào để khiếu nại"),
        (&unconfirmed, "Xác nhận trước"),
    ] {
        let address = format!("/bien-nhan/{code}/khieu-nai");
        let page = rig.get(&address);
        assert_page(&page);
        page.shows(words).says_not("name=\"loi\"");
        let posted = rig.post(&address, &[("khoa", "mot"), ("loi", "")]);
        assert_page(&posted);
        posted.is(422);
    }
    assert_eq!(rig.size(), size);
}

#[test]
fn the_appeal_form_survives_everything() {
    let rig = Rig::new();
    let (_, code) = refused(&rig, 4);
    let path = format!("/bien-nhan/{code}/khieu-nai");
    let words = Text {
        name: "loi",
        chars_max: 2_000,
        required: false,
    };
    let sample = Sample {
        path: &path,
        good: &[("loi", "Ý kiến này đúng chủ đề của diễn đàn.")],
        texts: &[words],
        other: ("loi", "Ý kiến này nói về cổng."),
    };
    forms_survive(&rig, &rig.browser(), &sample);
}

#[test]
fn busy_and_too_many_keep_what_was_typed() {
    let rig = Rig::new();
    let (_, code) = refused(&rig, 4);
    let address = format!("/bien-nhan/{code}/khieu-nai");
    rig.fail_next(FaultAt::Append, Fault::Refused);
    let busy = rig.post(&address, &[("khoa", "mot"), ("loi", "Xin xét lại")]);
    assert_page(&busy);
    busy.is(503).says("Xin xét lại").says("value=\"mot\"");
    rig.post(&address, &[("khoa", "mot"), ("loi", "Xin xét lại")]).is(303);
    let hall = Hall::of(&rig);
    let (_, turn) = hall.turn(&rig, 7);
    let address = format!("/bien-nhan/{turn}/xac-nhan");
    let slowed = (0..200)
        .map(|n| {
            rig.post(
                &format!("/bien-nhan/{code}/khieu-nai"),
                &[("khoa", &format!("k{n}")), ("loi", "a")],
            )
        })
        .find(|answer| answer.status == 429);
    assert!(slowed.is_some_and(|answer| !answer.header("retry-after").is_empty()));
    let slow = rig.post(&address, &[("khoa", "mot")]);
    assert_page(&slow);
    slow.is(429).says("value=\"mot\"");
}
