//! The look before sending, and what an opinion is and speaks to.

mod common;

use base::fact::Actor;
use common::{MODERATOR, Rig, SECRETARY, WORDS, no};
use forum::agenda::ItemDraft;
use forum::events::{About, LawfulReason, Nature};
use forum::report::{ParagraphDraft, SectionDraft};
use web_rig::{Filling, page_ok};
use world::Command;

const WRITE: &str = "/dien-dan/2019-01/viet";
const WITH_PHONE: &str = "Gọi cho tôi số 0912 345 678 để hẹn giờ vào cổng.";

fn agenda(rig: &Rig, over: Option<u64>, titles: &[(Option<u32>, &str)]) -> u64 {
    let items = titles.iter().map(|(item, title)| ItemDraft {
        item: *item,
        minutes: None,
        organisation: None,
        title: (*title).to_owned(),
    });
    let command = Command::SetAgenda {
        forum: no(),
        over,
        items: items.collect(),
    };
    rig.tell(Actor::Person(SECRETARY), command);
    rig.size() - 1
}

#[test]
fn what_could_point_at_someone_is_marked_and_the_author_decides() {
    let rig = Rig::open();
    let before = rig.size();
    let fields = [
        ("y_kien", WITH_PHONE),
        ("ly_do", "Vì đông <b>người</b>."),
        ("khoa", "k"),
    ];
    let page = rig.post(WRITE, &fields);
    page.is(200)
        .says("<mark>0912 345 678</mark>")
        .shows("Có số điện thoại")
        .says("Chưa gửi, chưa ghi gì")
        .shows("Vì đông <b>người</b>.")
        .says_not("<b>người");
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(!page.headers.contains_key("set-cookie"));
    page_ok(&page);
    page_ok(&rig.post("/en/dien-dan/2019-01/viet", &fields));
    assert_eq!(rig.size(), before, "looking records nothing");

    let sent = Filling::of(rig.browser(), &page).press("nguyen_van", "1").send();
    let receipt = sent.is(303).location().to_owned();
    assert!(receipt.starts_with("/bien-nhan/LN-"));
    assert_eq!(
        rig.kept(before, "statement").as_deref(),
        Some(WITH_PHONE),
        "nothing is altered"
    );
    // The button twice, and the first page sent again: the same receipt, without another look.
    let again = Filling::of(rig.browser(), &page).press("nguyen_van", "1").send();
    assert_eq!(again.is(303).location(), receipt);
    assert_eq!(rig.post(WRITE, &fields).is(303).location(), receipt);
    assert_eq!(rig.size(), before + 1);
}

#[test]
fn the_way_back_keeps_everything() {
    let rig = Rig::open();
    agenda(&rig, None, &[(None, "Lực lượng báo cáo"), (None, "Nhân dân góp ý")]);
    let typed = [
        ("y_kien", WITH_PHONE),
        ("ly_do", "Dòng một\nDòng hai"),
        ("loai", "question"),
        ("ve", "muc-2"),
        ("ky", "co"),
        ("vai_tro", "delegate"),
        ("ho_ten", "Lê Thị \"Hoa\""),
        ("khoa", "k"),
    ];
    let looked = rig.post(WRITE, &typed);
    looked.is(200).says("<mark>").shows("Câu hỏi · Mục 2 của chương trình");
    let back = Filling::of(rig.browser(), &looked).press("sua", "1").send();
    back.is(200).shows(WITH_PHONE);
    page_ok(&back);
    for (name, value) in typed {
        assert_eq!(back.field(name).replace("\r\n", "\n"), value, "{name}");
    }
    // And the signed one goes through with its name.
    let sent = Filling::of(rig.browser(), &looked).press("nguyen_van", "1").send();
    sent.is(303);
    let seq = rig.size() - 1;
    assert_eq!(rig.kept(seq, "name").as_deref(), Some("Lê Thị \"Hoa\""));
    let view = rig.app.ledger.view();
    let opinion = &view.state.forums.opinions[&seq];
    assert_eq!(opinion.nature, Some(Nature::Question));
    assert_eq!(opinion.about, Some(About::AgendaItem(2)));
}

#[test]
fn opinions_that_are_near_are_shown_with_the_way_to_vote_for_them() {
    let rig = Rig::open();
    let first = rig.write("Nhà xe cho người dân nên có thêm mái che mưa nắng.", "k1");
    let near = [
        ("y_kien", "Nhà xe cho người dân cần có thêm mái che mưa nắng"),
        ("khoa", "k2"),
    ];
    let receipt = rig.post(WRITE, &near).is(303).location().to_owned();
    assert!(
        receipt.starts_with("/bien-nhan/"),
        "what waits is nobody's to compare with"
    );

    rig.publish(&[first]);
    let near = [near[0], ("khoa", "k3")];
    let page = rig.post(WRITE, &near);
    page.is(200)
        .says("Đã có ý kiến gần giống")
        .says("href=\"/dien-dan/2019-01/bay-to/1\"")
        .says("YK-0001")
        .says_not("<mark>");
    page_ok(&page);
    let other = [("y_kien", "Căng tin cơ quan nên có món chay."), ("khoa", "k4")];
    rig.post(WRITE, &other).is(303);

    let reason = LawfulReason::OffSubject;
    let command = Command::TakeDownOpinion { opinion: first, reason };
    rig.tell(Actor::Person(MODERATOR), command);
    rig.post(WRITE, &near).is(303);
}

#[test]
fn an_opinion_outlives_the_item_it_speaks_to() {
    let rig = Rig::open();
    let first = agenda(&rig, None, &[(None, "Lực lượng báo cáo"), (None, "Nhân dân góp ý")]);
    let fields = [("y_kien", WORDS), ("ve", "muc-2"), ("khoa", "k"), ("nguyen_van", "1")];
    rig.post(WRITE, &fields).is(303);
    let opinion = rig.size() - 1;
    rig.publish(&[opinion]);
    let page = "/dien-dan/2019-01/y-kien/1";
    rig.get(page).shows("Mục 2 của chương trình").says_not("nay đã bỏ");
    agenda(&rig, Some(first), &[(Some(1), "Lực lượng báo cáo")]);
    rig.get(page).shows("Mục 2 của chương trình, nay đã bỏ").shows(WORDS);
}

#[test]
fn a_link_says_what_it_speaks_to_and_the_author_may_change_it() {
    let rig = Rig::open();
    rig.get(WRITE).is(200).says("name=\"loai\"").says_not("name=\"ve\"");
    let set = agenda(&rig, None, &[(None, "Lực lượng báo cáo"), (None, "Nhân dân góp ý")]);
    let page = rig.get(&format!("{WRITE}?muc=2"));
    page_ok(&page);
    assert_eq!(page.field("ve"), "muc-2");
    page.shows("Mục 2 của chương trình: Nhân dân góp ý");
    assert_eq!(
        rig.get(&format!("{WRITE}?muc=9")).field("ve"),
        "",
        "there is no such item"
    );
    assert_eq!(
        rig.get(&format!("{WRITE}?doan=1")).field("ve"),
        "",
        "no report is published"
    );

    let before = rig.size();
    for (name, wrong, message) in [
        ("loai", "praise", "Chọn một loại trong danh sách"),
        ("ve", "muc-9", "chọn lại"),
        ("ve", "muc-02", "chọn lại"),
        ("ve", "doan-1", "chọn lại"),
        ("ve", "<b>", "chọn lại"),
    ] {
        let back = rig.post(WRITE, &[("y_kien", WORDS), (name, wrong), ("khoa", "k")]);
        back.is(422).shows(message).shows(WORDS);
        page_ok(&back);
    }
    assert_eq!(rig.size(), before);

    let good = [
        ("y_kien", WORDS),
        ("loai", "shortcoming"),
        ("ve", "muc-2"),
        ("khoa", "k"),
    ];
    rig.post(WRITE, &good).is(303);
    rig.publish(&[before]);
    let list = "/dien-dan/2019-01/y-kien/";
    rig.get(list).is(200).says("Hạn chế").says("Mục 2 của chương trình");
    rig.get(&format!("{list}?loai=shortcoming")).is(200).shows(WORDS);
    rig.get(&format!("{list}?muc=2")).is(200).shows(WORDS).says("Bỏ lọc");
    let none = rig.get(&format!("{list}?loai=question&muc=2"));
    none.is(200).says("Không có ý kiến nào như vậy").says_not(WORDS);
    page_ok(&none);
    page_ok(&rig.get(&format!("/en{list}?muc=2")));
    for unknown in ["?loai=praise", "?muc=x", "?doan=02", "?muc=2&trang=2"] {
        rig.get(&format!("{list}{unknown}")).is(404);
    }
    // An item that is gone meanwhile is told at its field.
    agenda(&rig, Some(set), &[(Some(1), "Lực lượng báo cáo")]);
    let late = [
        ("y_kien", "Nhà xe cần thêm mái che mưa."),
        ("ve", "muc-2"),
        ("khoa", "k9"),
    ];
    rig.post(WRITE, &late).is(422).shows("chọn lại");
}

#[test]
fn the_promised_day_is_told_before_sending() {
    let rig = Rig::open();
    // Thursday, 19/12/2019: the next working day is Friday.
    rig.get(WRITE).says("chậm nhất ngày 20/12/2019");
    rig.hours_later(24);
    rig.get(WRITE).says("chậm nhất ngày 23/12/2019");
    rig.get("/en/dien-dan/2019-01/viet")
        .says("by 23 Dec 2019 at the latest");
}

#[test]
fn a_paragraph_of_the_published_report_can_be_spoken_to() {
    let rig = Rig::open();
    let secretary = Actor::Person(SECRETARY);
    let draft = SectionDraft {
        section: None,
        over: None,
        place: 1,
        heading: "Kết quả năm 2019".into(),
        paragraphs: vec![ParagraphDraft {
            paragraph: None,
            text: "Lực lượng đã canh gác liên tục tại mọi mục tiêu, không để xảy ra vụ việc nào đáng kể trong năm."
                .into(),
        }],
        figures: vec![],
        note: None,
    };
    rig.tell(secretary, Command::WriteSection { forum: no(), draft });
    let early = [("y_kien", WORDS), ("ve", "doan-1"), ("khoa", "e")];
    rig.post(WRITE, &early).is(422).says_not("canh gác liên tục");
    rig.tell(secretary, Command::PublishReport { forum: no() });
    let page = rig.get(&format!("{WRITE}?doan=1"));
    page_ok(&page);
    assert_eq!(page.field("ve"), "doan-1");
    page.shows("Đoạn 1 của báo cáo: Lực lượng đã canh gác liên tục tại mọi mục tiêu")
        .says_not("đáng kể trong năm");
    let opinion = rig.size();
    let good = [("y_kien", WORDS), ("ve", "doan-1"), ("khoa", "k")];
    rig.post(WRITE, &good).is(303);
    rig.publish(&[opinion]);
    rig.get("/dien-dan/2019-01/y-kien/?doan=1")
        .is(200)
        .shows(WORDS)
        .says("href=\"/dien-dan/2019-01/bao-cao#doan-1\"");
    rig.get("/dien-dan/2019-01/y-kien/1").says("Đoạn 1 của báo cáo");
}
