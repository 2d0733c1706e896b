//! The report as everyone reads it: nothing before it is published, everything after, corrections with the old words.

mod common;

use base::fact::Actor;
use common::{COMMANDER, PUBLIC, Rig, no};
use forum::events::About;
use forum::report::{FigureDraft, ParagraphDraft, SectionDraft};
use web_rig::ADMINISTRATOR;
use world::Command;

fn path() -> String {
    format!("{PUBLIC}/bao-cao")
}

/// Corrects the first section: its second paragraph and its figure's value.
fn correct(rig: &Rig, value: &str, note: &str, figures: bool) {
    let over = rig.forum().report.sections[&1].seq;
    let paragraph = |number, text: &str| ParagraphDraft {
        paragraph: Some(number),
        text: text.to_owned(),
    };
    let figure = FigureDraft {
        figure: Some(1),
        label: "Lượt người ra vào có kiểm soát".into(),
        value: value.into(),
        unit: Some("lượt".into()),
        from: None,
        until: None,
    };
    let draft = SectionDraft {
        section: Some(1),
        over: Some(over),
        place: 1,
        heading: "Kết quả bảo vệ mục tiêu".into(),
        paragraphs: vec![
            paragraph(1, "Bảo vệ an toàn 40 mục tiêu."),
            paragraph(2, "Kiểm soát người ra vào ở mọi cổng."),
        ],
        figures: if figures { vec![figure] } else { vec![] },
        note: Some(note.to_owned()),
    };
    rig.tell(Actor::Person(COMMANDER), Command::WriteSection { forum: no(), draft });
}

#[test]
fn drafts_are_never_shown() {
    let rig = Rig::open();
    rig.write_section();
    for lang in ["", "/en"] {
        rig.get(&format!("{lang}{}", path()))
            .is(200)
            .says_not("Kết quả bảo vệ")
            .says_not("Bảo vệ an toàn")
            .says_not("125.000");
        rig.get(&format!("{lang}{PUBLIC}/so-lieu/1")).is(404);
    }
    rig.get(&path())
        .says("Báo cáo chưa đăng")
        .says("chậm nhất ngày 23/12/2019");
    rig.to("2019-12-24T02:00:00Z");
    rig.get(&path()).says("Lẽ ra đăng chậm nhất ngày 23/12/2019");
    rig.get("/dien-dan/2019-09/bao-cao").is(404);
}

#[test]
fn a_published_report_has_a_place_for_each_paragraph_and_figure() {
    let rig = Rig::open();
    rig.publish_report();
    let page = rig.get(&path());
    page.is(200)
        .says("id=\"phan-1\"")
        .says("id=\"doan-1\"")
        .says("id=\"doan-2\"")
        .says("id=\"so-lieu\"");
    page.says("Báo cáo của Phòng Cảnh sát bảo vệ mục tiêu")
        .says("Đăng ngày 19/12/2019");
    page.says("125.000").says("lượt").says("Từ 01/01/2019 đến 30/11/2019");
    page.says("Số liệu do đơn vị báo cáo, chưa nối với sổ trực.");
    page.says(&format!("href=\"{PUBLIC}/viet?doan=2\""))
        .says(&format!("href=\"{PUBLIC}/so-lieu/1\""));
    page.says_not("y-kien/?doan=").says_not("id=\"sua\"");
    rig.get(&format!("/en{}", path()))
        .says("Figures as the force reports them")
        .says(&format!("href=\"/en{PUBLIC}/viet?doan=2\""));
    rig.publish_opinion(About::Paragraph(2));
    let page = rig.get(&path());
    page.says(&format!("href=\"{PUBLIC}/y-kien/?doan=2\""))
        .says("1 ý kiến đã đăng về đoạn này");
    page.says_not("y-kien/?doan=1\"");
    rig.to("2019-12-30T02:00:00Z");
    rig.get(&path()).says_not("/viet?doan=").says("1 ý kiến đã đăng");
}

#[test]
fn a_figure_says_where_it_comes_from() {
    let rig = Rig::open();
    rig.publish_report();
    let page = rig.get(&format!("{PUBLIC}/so-lieu/1"));
    page.is(200)
        .says("Lượt người ra vào")
        .says("125.000")
        .says("chưa nối với sổ trực");
    page.says(&format!("{PUBLIC}/bao-cao#phan-1"))
        .says("Phòng Cảnh sát bảo vệ mục tiêu");
    for wrong in ["0", "2", "01", "x", "4294967296"] {
        rig.get(&format!("{PUBLIC}/so-lieu/{wrong}")).is(404);
    }
}

#[test]
fn corrections_are_public_with_their_reason_and_the_old_words() {
    let rig = Rig::open();
    rig.publish_report();
    rig.to("2019-12-20T02:00:00Z");
    correct(&rig, "124.000", "Tính lại <cổng phụ>", true);
    let page = rig.get(&path());
    page.says("Báo cáo đã sửa 1 lần").says("id=\"sua\"").says("20/12/2019");
    page.says("Tính lại &lt;cổng phụ&gt;")
        .says("ở mọi cổng")
        .says("124.000");
    let text = page.text();
    let (_, old) = text.split_once("<details>").expect("the old words");
    assert!(
        old.contains("Kiểm soát người ra vào.") && old.contains("125.000"),
        "{old}"
    );
    rig.get(&format!("{PUBLIC}/so-lieu/1"))
        .says("124.000")
        .says("125.000")
        .says("đến 20/12/2019");
    rig.to("2019-12-21T02:00:00Z");
    correct(&rig, "", "Bỏ con số chưa chắc", false);
    let page = rig.get(&path());
    page.says("Báo cáo đã sửa 2 lần").says_not("id=\"so-lieu\"");
    rig.get(&format!("{PUBLIC}/so-lieu/1"))
        .is(200)
        .says("không còn trong báo cáo")
        .says("124.000");
}

#[test]
fn corrections_are_paged() {
    let rig = Rig::open();
    rig.publish_report();
    for n in 1..=21 {
        correct(&rig, "1", &format!("Lần sửa thứ {n}."), true);
    }
    rig.get(&path()).says("Lần sửa thứ 21.").says_not("Lần sửa thứ 1.");
    rig.get(&format!("{}?trang=2", path())).is(200).says("Lần sửa thứ 1.");
    rig.get(&format!("{}?trang=3", path())).is(404);
}

#[test]
fn erased_words_are_gone_and_say_so() {
    let rig = Rig::open();
    rig.publish_report();
    let section = rig.forum().report.sections[&1].clone();
    let (text, label) = (section.paragraphs[0].text, section.figures[0].label);
    let order = Command::OrderErasure {
        targets: vec![text, label, section.figures[0].value],
        basis: world::LegalBasis::Decision,
        decision: Some("12/QĐ ngày 20/12/2019".into()),
    };
    rig.get(&path()).says("Bảo vệ an toàn");
    rig.tell(Actor::Person(ADMINISTRATOR), order);
    rig.get(&path())
        .is(200)
        .says_not("Bảo vệ an toàn")
        .says_not("125.000")
        .says("Chữ này đã xóa.")
        .says("Kiểm soát người ra vào.");
    rig.get(&format!("{PUBLIC}/so-lieu/1"))
        .is(200)
        .says("Số liệu 1")
        .says_not("125.000");
}
