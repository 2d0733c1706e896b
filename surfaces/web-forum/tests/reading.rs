//! What becomes of an opinion after it was sent: near-identical ones, the private track, taken down, reported, appealed,
//! and the figures about all of it.

mod common;

use base::fact::{Actor, PersonId};
use common::{FORCE, MODERATOR, NOBODY, Rig, SECRETARY, WORDS, no};
use forum::OpinionState;
use forum::agenda::ItemDraft;
use forum::announce::Announcement;
use forum::events::LawfulReason;
use forum::report::{ParagraphDraft, SectionDraft};
use people::role::{OrganisationKind, Role, Scope};
use web_rig::{Database, Plan, Sample, Text, forms_survive, page_ok};
use world::Command;

const QUEUE: &str = "/dieu-hanh/dien-dan/2019-01/doc";
const TAKE_DOWN: &str = "/dieu-hanh/dien-dan/2019-01/go";
const FLAGS: &str = "/dieu-hanh/dien-dan/2019-01/tin-bao";
const APPEALS: &str = "/dieu-hanh/dien-dan/2019-01/khieu-nai";
const PRIVATE: &str = "/dieu-hanh/dien-dan/2019-01/rieng";
const FIGURES: &str = "/dien-dan/2019-01/doc-duyet";
const NAMED: &str = "Chiến sĩ Trần Văn Tư ở cổng chính hay cáu gắt với người dân.";

fn state(rig: &Rig, seq: u64) -> OpinionState {
    rig.app.ledger.view().state.forums.opinions[&seq].state
}

fn appeal(rig: &Rig, seq: u64, words: Option<&str>) {
    let receipt = rig.app.ledger.view().state.forums.opinions[&seq].receipt;
    let words = words.map(str::to_owned);
    rig.tell(Actor::Anyone, Command::FileAppeal { receipt, words });
}

fn refused(rig: &Rig, words: &str, key: &str) -> u64 {
    let opinion = rig.write(words, key);
    let reason = LawfulReason::OffSubject;
    rig.tell(Actor::Person(MODERATOR), Command::RefuseOpinion { opinion, reason });
    opinion
}

fn judge(rig: &Rig) -> PersonId {
    rig.person("Hội đồng xét", None, &[(Role::AppealBody, Scope::Office)])
}

#[test]
fn near_identical_ones_stand_beside_each_other_and_are_not_merged() {
    let rig = Rig::open();
    let first = rig.write("Nhà xe cho người dân nên có thêm mái che mưa nắng.", "k1");
    rig.publish(&[first]);
    let second = rig.write("NHÀ XE cho người dân nên có thêm mái che mưa nắng!!!", "k2");
    let third = rig.write("nha xe cho nguoi dan nen co them mai che mua nang", "k3");
    let other = rig.write("Căng tin cơ quan nên có món chay mỗi ngày rằm.", "k4");
    let queue = rig.get_as(MODERATOR, QUEUE);
    queue.is(200).shows("3 ý kiến gần như giống nhau");
    page_ok(&queue);
    assert_eq!(
        queue.text().matches("gần như giống nhau").count(),
        2,
        "not beside the other one"
    );
    queue
        .says("/dien-dan/2019-01/y-kien/1")
        .says(&format!("href=\"#dong-{third}\""));
    assert_eq!(
        queue
            .forms()
            .iter()
            .filter(|form| form.action.ends_with("/dang"))
            .count(),
        3
    );
    let _ = (second, other);
}

#[test]
fn lateness_is_told_by_working_days() {
    let rig = Rig::open();
    rig.write(WORDS, "k");
    // Thursday 19/12: to be read by Friday 20/12.
    rig.get_as(MODERATOR, QUEUE)
        .says("Hẹn đọc chậm nhất 20/12/2019")
        .says_not("Quá hẹn");
    rig.hours_later(24);
    rig.get_as(MODERATOR, QUEUE).says_not("Quá hẹn");
    rig.hours_later(24 * 3);
    rig.get_as(MODERATOR, QUEUE).says("Quá hẹn 1 ngày làm việc");
}

#[test]
fn the_private_track_is_for_one_reason_and_answers_the_author_alone() {
    let rig = Rig::open();
    let commander = rig.person("Chỉ huy", Some(FORCE), &[(Role::Commander, Scope::Office)]);
    let elsewhere = rig.organisation(OrganisationKind::GuardForce, "Lực lượng khác");
    let stranger = rig.person("Chỉ huy khác", Some(elsewhere), &[(Role::Commander, Scope::Office)]);
    let opinion = rig.write(NAMED, "k");
    let act = format!("{QUEUE}/{opinion}/rieng");
    let back = rig.post_as(MODERATOR, &act, &[("khoa", "a")]);
    back.is(422).shows("Đánh dấu là ý kiến nêu tên một chiến sĩ");
    page_ok(&back);
    assert_eq!(state(&rig, opinion), OpinionState::Held);
    rig.post_as(NOBODY, &act, &[("neu_ten", "1"), ("khoa", "a")]).is(403);
    let done = rig.post_as(MODERATOR, &act, &[("neu_ten", "1"), ("khoa", "a")]);
    assert_eq!(done.is(303).location(), format!("{QUEUE}?xong=rieng"));
    rig.get_as(MODERATOR, done.location())
        .shows("Đã ghi: ý kiến chuyển trả lời riêng.");

    for person in [MODERATOR, NOBODY, stranger] {
        rig.get_as(person, PRIVATE).is(403).says_not("Trần Văn Tư");
    }
    for person in [commander, SECRETARY] {
        let desk = rig.get_as(person, PRIVATE);
        desk.is(200).shows(NAMED).says("hẹn trả lời chậm nhất").says("noindex");
        page_ok(&desk);
    }
    let answer = format!("{PRIVATE}/{opinion}");
    let size = rig.size();
    let text = "Đơn vị đã nghe chiến sĩ và đã xin lỗi người dân.";
    let good = [("tra_loi", text), ("khoa", "b")];
    rig.post_as(stranger, &answer, &good).is(403);
    for wrong in ["", "ngắn", "\u{7}chuông reo trong câu trả lời", &"x".repeat(4_001)] {
        let back = rig.post_as(commander, &answer, &[("tra_loi", wrong), ("khoa", "b")]);
        page_ok(back.is(422));
    }
    rig.post_as(commander, &format!("{PRIVATE}/999999"), &good).is(404);
    assert_eq!(rig.size(), size);
    rig.post_as(commander, &answer, &good).is(303);
    rig.post_as(commander, &answer, &good).is(303);
    let late = rig.post_as(
        commander,
        &answer,
        &[("tra_loi", "Một lời trả lời thứ hai."), ("khoa", "c")],
    );
    late.is(422)
        .shows("còn đây để chép lại")
        .shows("Một lời trả lời thứ hai.");
    page_ok(&late);
    assert_eq!(rig.size(), size + 1);
    rig.get_as(commander, PRIVATE).shows("Đã trả lời").shows(text);
    for page in ["/dien-dan/2019-01/y-kien/", FIGURES] {
        rig.get(page).is(200).says_not("Trần Văn Tư").says_not(text);
    }
}

#[test]
fn a_published_opinion_is_taken_down_by_its_number() {
    let rig = Rig::open();
    let opinion = rig.write(WORDS, "k");
    rig.publish(&[opinion]);
    rig.get_as(NOBODY, TAKE_DOWN).is(403);
    rig.get_as(SECRETARY, TAKE_DOWN).is(403);
    let form = rig.get_as(MODERATOR, &format!("{TAKE_DOWN}?so=1"));
    form.is(200).shows(WORDS);
    page_ok(&form);
    let size = rig.size();
    for (number, reason, message) in [
        ("", "off_subject", "Gõ số của một ý kiến đã đăng"),
        ("2", "off_subject", "Gõ số của một ý kiến đã đăng"),
        ("<b>", "off_subject", "Gõ số của một ý kiến đã đăng"),
        ("1", "", "Chọn lý do gỡ"),
        ("1", "displeases", "Chọn lý do gỡ"),
    ] {
        let fields = [("so", number), ("ly_do", reason), ("khoa", "a")];
        let back = rig.post_as(MODERATOR, TAKE_DOWN, &fields);
        back.is(422).shows(message);
        page_ok(&back);
    }
    assert_eq!(rig.size(), size);
    let good = [("so", "YK-0001"), ("ly_do", "insult"), ("khoa", "a")];
    rig.post_as(MODERATOR, TAKE_DOWN, &good).is(303);
    rig.post_as(MODERATOR, TAKE_DOWN, &[good[0], good[1], ("khoa", "b")])
        .is(422);
    assert_eq!(rig.size(), size + 1);
    for page in [
        "/dien-dan/2019-01/y-kien/1",
        "/dien-dan/2019-01/y-kien/",
        "/en/dien-dan/2019-01/y-kien/1",
    ] {
        let page = rig.get(page);
        page.is(200).says("YK-0001").says_not(WORDS).says_not("/bao/");
        page_ok(&page);
    }
    rig.get("/dien-dan/2019-01/y-kien/1")
        .shows("Đã gỡ xuống: tục tĩu hoặc xúc phạm người khác");
}

#[test]
fn anyone_reports_a_published_text_and_a_reader_looks() {
    let rig = Rig::open();
    let held = rig.write("Một ý kiến chưa ai được đọc cả.", "k0");
    let opinion = rig.write(WORDS, "k");
    rig.publish(&[opinion]);
    let bao = format!("/bao/{opinion}");
    rig.get("/dien-dan/2019-01/y-kien/1").says(&format!("href=\"{bao}\""));
    let form = rig.get(&bao);
    form.is(200).shows(WORDS).says("noindex");
    assert_eq!(form.header("cache-control"), "no-store");
    assert!(!form.headers.contains_key("set-cookie"));
    page_ok(&form);
    for nothing in [
        format!("/bao/{held}"),
        "/bao/999999".into(),
        "/bao/x".into(),
        "/bao/01".into(),
    ] {
        rig.get(&nothing).is(404);
        rig.post(&nothing, &[("ly_do", "insult"), ("khoa", "k")]).is(404);
    }
    let sample = Sample {
        path: &bao,
        good: &[("ly_do", "insult"), ("ghi_chu", "Chữ này xúc phạm cả một đơn vị.")],
        texts: &[Text {
            name: "ghi_chu",
            chars_max: 500,
            required: false,
        }],
        other: ("ly_do", "advertisement"),
    };
    let size = rig.size();
    forms_survive(&rig, &rig.browser(), &sample);
    assert!(rig.size() > size);
    rig.get(&format!("{bao}?xong=nhan"))
        .says("Đã nhận tin báo")
        .says_not("<textarea");

    rig.get_as(NOBODY, FLAGS).is(403);
    let desk = rig.get_as(MODERATOR, FLAGS);
    desk.is(200)
        .shows(WORDS)
        .shows("Chữ này xúc phạm cả một đơn vị.")
        .shows("Tục tĩu hoặc xúc phạm");
    page_ok(&desk);
    page_ok(&rig.get_as(MODERATOR, &format!("/en{FLAGS}")));
    let settle = format!("{FLAGS}/1");
    rig.post_as(NOBODY, &settle, &[("ket_qua", "kept"), ("khoa", "s")])
        .is(403);
    rig.post_as(MODERATOR, &format!("{FLAGS}/99"), &[("khoa", "s")]).is(404);
    rig.post_as(MODERATOR, &settle, &[("ket_qua", "kept"), ("khoa", "s")])
        .is(303);
    rig.post_as(MODERATOR, &settle, &[("ket_qua", "kept"), ("khoa", "t")])
        .is(422);
    rig.get(&bao).is(200);

    // Another report, and the text goes.
    rig.post(&bao, &[("ly_do", "personal_data"), ("khoa", "n")]).is(303);
    let flag = *rig
        .app
        .ledger
        .view()
        .state
        .flags
        .get_max()
        .map(|(number, _)| number)
        .unwrap();
    let link = format!("{TAKE_DOWN}?so=1&#38;tin={flag}");
    rig.get_as(MODERATOR, FLAGS).says(&link);
    let fields = [
        ("so", "1"),
        ("tin", &*flag.to_string()),
        ("ly_do", "personal_data"),
        ("khoa", "g"),
    ];
    let done = rig.post_as(MODERATOR, TAKE_DOWN, &fields);
    assert_eq!(done.is(303).location(), format!("{FLAGS}?xong=go#tin-{flag}"));
    let desk = rig.get_as(MODERATOR, FLAGS);
    desk.shows("Chữ này không còn đăng.").says_not(WORDS);
    page_ok(&desk);
    rig.post_as(
        MODERATOR,
        &format!("{FLAGS}/{flag}"),
        &[("ket_qua", "acted"), ("khoa", "u")],
    )
    .is(303);
    rig.get(&bao).is(404);
}

#[test]
fn texts_of_the_office_are_reported_too_and_nothing_that_is_not_public() {
    let rig = Rig::open();
    let item = |title: &str| ItemDraft {
        item: None,
        minutes: None,
        organisation: None,
        title: title.into(),
    };
    let command = Command::SetAgenda {
        forum: no(),
        over: None,
        items: vec![item("Lực lượng báo cáo"), item("Nhân dân góp ý")],
    };
    rig.tell(Actor::Person(SECRETARY), command);
    let bao = format!("/bao/{}", rig.size() - 1);
    let form = rig.get(&bao);
    form.is(200).shows("Lực lượng báo cáo").shows("Nhân dân góp ý");
    page_ok(&form);
    rig.post(&bao, &[("ly_do", "personal_data"), ("khoa", "k")]).is(303);
    let desk = rig.get_as(MODERATOR, FLAGS);
    desk.is(200).shows("Nhân dân góp ý").shows("Chữ đã được sửa hoặc gỡ");
    page_ok(&desk);
    // A draft section of the report holds words, and nobody can tell.
    let draft = SectionDraft {
        section: None,
        over: None,
        place: 1,
        heading: "Bản thảo chưa công bố".into(),
        paragraphs: vec![ParagraphDraft {
            paragraph: None,
            text: "Đoạn này chưa ai được đọc.".into(),
        }],
        figures: vec![],
        note: None,
    };
    rig.tell(Actor::Person(SECRETARY), Command::WriteSection { forum: no(), draft });
    rig.get(&format!("/bao/{}", rig.size() - 1)).is(404);
}

#[test]
fn an_appeal_is_decided_by_someone_else_and_the_answer_is_public() {
    let rig = Rig::open();
    let judge = judge(&rig);
    rig.grant(MODERATOR, Role::AppealBody, Scope::Office);
    let (one, other) = (
        refused(&rig, WORDS, "k1"),
        refused(&rig, "Ý kiến thứ hai về nhà để xe.", "k2"),
    );
    appeal(&rig, one, Some("Việc này thuộc chủ đề của diễn đàn."));
    appeal(&rig, other, None);
    rig.get_as(NOBODY, APPEALS).is(403);
    let desk = rig.get_as(judge, APPEALS);
    desk.is(200)
        .shows(WORDS)
        .shows("Việc này thuộc chủ đề của diễn đàn.")
        .shows("Ngoài chủ đề của diễn đàn")
        .says("Người viết không nói thêm.");
    page_ok(&desk);
    let act = format!("{APPEALS}/{one}");
    let answer = "Ý kiến nói về giờ mở cổng, đúng chủ đề.";
    let good = [("dung", "co"), ("tra_loi", answer), ("khoa", "a")];
    let size = rig.size();
    rig.post_as(NOBODY, &act, &good).is(403);
    rig.post_as(MODERATOR, &act, &good).is(422);
    rig.post_as(judge, &format!("{APPEALS}/999999"), &good).is(404);
    for (granted, text, message) in [
        ("", answer, "Chọn một kết quả"),
        ("maybe", answer, "Chọn một kết quả"),
        ("co", "", "trả lời công khai"),
        ("co", "ngắn", "trả lời công khai"),
        ("co", "\u{202E}gnòhp năV trả lời", "U+202E"),
    ] {
        let back = rig.post_as(judge, &act, &[("dung", granted), ("tra_loi", text), ("khoa", "a")]);
        back.is(422).shows(message);
        page_ok(&back);
    }
    assert_eq!(rig.size(), size);
    rig.post_as(judge, &act, &good).is(303);
    rig.post_as(judge, &act, &good).is(303);
    let other_answer = "Một lời trả lời khác, gõ sau.";
    let late = rig.post_as(judge, &act, &[good[0], ("tra_loi", other_answer), ("khoa", "b")]);
    late.is(422).shows("còn đây để chép lại").shows(other_answer);
    page_ok(&late);
    assert_eq!(rig.size(), size + 1);
    assert_eq!(state(&rig, one), OpinionState::Cleared);
    let declined = [
        ("dung", "khong"),
        ("tra_loi", "Nhà để xe không thuộc diễn đàn này."),
        ("khoa", "c"),
    ];
    rig.post_as(judge, &format!("{APPEALS}/{other}"), &declined).is(303);
    rig.get_as(judge, APPEALS).shows(answer).shows("Giữ quyết định cũ");
}

#[test]
fn the_figures_add_up_and_name_nobody() {
    let rig = Rig::open();
    let judge = judge(&rig);
    let empty = rig.get(FIGURES);
    empty.is(200).says("Chưa có ý kiến nào được đọc.");
    page_ok(&empty);
    let published = rig.write("Nhà xe cho người dân nên có thêm mái che.", "k1");
    rig.publish(&[published]);
    let kept_back = refused(&rig, "Ý kiến ngoài chủ đề về bóng đá.", "k2");
    appeal(&rig, kept_back, None);
    let command = Command::DecideAppeal {
        opinion: kept_back,
        granted: false,
        answer: "Bóng đá không thuộc diễn đàn này.".into(),
    };
    rig.tell(Actor::Person(judge), command);
    let named = rig.write(NAMED, "k3");
    rig.tell(Actor::Person(MODERATOR), Command::MoveOpinionPrivate { opinion: named });
    rig.write("Một ý kiến còn đang chờ đọc.", "k4");
    rig.hours_later(24 * 30);
    let page = rig.get(FIGURES);
    page_ok(&page);
    page.shows("Nhiệm kỳ giao việc số")
        .says_not("Lê Văn Đọc")
        .says("1 quá ngày hẹn");
    let text = web_rig::markup::plain(page.text());
    let after = |label: &str| {
        let rest = &text[text.rfind(label).unwrap_or_else(|| panic!("{label} in {text}")) + label.len()..];
        rest.split_whitespace().next().unwrap_or_default().to_owned()
    };
    assert_eq!(after("Ngoài chủ đề của diễn đàn"), "1");
    assert_eq!(after("Giữ quyết định cũ"), "1");
    assert_eq!(after("Đã chuyển"), "1");
    assert_eq!(after("Chưa trả lời, quá ngày hẹn"), "1");
    assert!(text.contains("Thời gian xét, trung vị 0 ngày làm việc"), "{text}");
    page_ok(&rig.get(&format!("/en{FIGURES}")));
    rig.get("/dien-dan/2019-09/doc-duyet").is(404);
}

#[test]
fn until_the_public_checkpoint_moves_the_figures_stand_still() {
    let office = Plan::new(Database::usual(), web_forum::routes())
        .publish_every(600)
        .open();
    office.begin();
    let secretary = office.person("Thư ký", None, &[(Role::Secretary, Scope::Office)]);
    let reader = office.person("Người đọc", None, &[(Role::Moderator, Scope::Office)]);
    let what = Announcement {
        forum: no(),
        title: "Diễn đàn lắng nghe ý kiến nhân dân".into(),
        purpose: None,
        chair: None,
        force: None,
        closes: "2019-12-29".parse().unwrap(),
        day: "2020-01-05".parse().unwrap(),
    };
    office.tell(Actor::Person(secretary), Command::AnnounceForum { what });
    office.tell(Actor::Person(secretary), Command::OpenForum { forum: no() });
    office.checkpoint_waits(601);
    let write = |words: &str, key: &str| {
        let fields = [("y_kien", words), ("nguyen_van", "1"), ("khoa", key)];
        office.post("/dien-dan/2019-01/viet", &fields).is(303);
        office.size() - 1
    };
    write("Một ý kiến ai cũng thấy là đã nhận.", "k1");
    office.checkpoint_waits(601);
    write("Một ý kiến mới mà chưa ai biết là có.", "k2");
    let before = office.get(FIGURES);
    let late = write("Lại một ý kiến mới mà chưa ai biết.", "k3");
    assert_eq!(office.get(FIGURES).text(), before.text());
    let reason = LawfulReason::OffSubject;
    office.tell(Actor::Person(reader), Command::RefuseOpinion { opinion: late, reason });
    assert_eq!(
        office.get(FIGURES).text(),
        before.text(),
        "not that it was refused, either"
    );
}
