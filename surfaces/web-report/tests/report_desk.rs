//! The desk of the report: sections are written by the force that reports and by the office for it, published as a whole,
//! and corrected in public.

mod common;

use common::{COMMANDER, DESK, NOBODY, OTHER_COMMANDER, PUBLIC, Rig, SECRETARY};

fn desk() -> String {
    format!("{DESK}/bao-cao")
}

fn new() -> String {
    format!("{DESK}/bao-cao/moi")
}

fn section<'a>() -> Vec<(&'a str, &'a str)> {
    vec![
        ("khoa", "mot-lan"),
        ("tren", ""),
        ("ten", "Kết quả <u>bảo vệ</u>"),
        ("cho", "2"),
        ("so_doan-1", ""),
        ("doan-1", "Đoạn đầu.\r\nHai dòng."),
        ("so_doan-2", ""),
        ("doan-2", ""),
        ("so_doan-3", ""),
        ("doan-3", "Đoạn cuối."),
        ("so_lieu-1", ""),
        ("nhan-1", "Số mục tiêu"),
        ("tri-1", "40"),
        ("dv-1", "mục tiêu"),
        ("tu-1", "01/01/2019"),
        ("den-1", ""),
    ]
}

fn with(
    mut fields: Vec<(&'static str, &'static str)>,
    name: &str,
    value: &'static str,
) -> Vec<(&'static str, &'static str)> {
    for one in &mut fields {
        if one.0 == name {
            one.1 = value;
        }
    }
    fields
}

#[test]
fn a_row_is_brought_without_losing_anything() {
    let rig = Rig::open();
    rig.get_as(COMMANDER, &new())
        .is(200)
        .says("name=\"doan-1\"")
        .says_not("name=\"doan-2\"")
        .says_not("name=\"nhan-1\"");
    let before = rig.size();
    let mut fields = with(section(), "tu-1", "hôm qua");
    fields.push(("lam", "doan"));
    let page = rig.post_as(COMMANDER, &new(), &fields);
    page.is(200)
        .says("name=\"doan-4\"")
        .says_not("name=\"nhan-2\"")
        .says_not("loi-tom-tat");
    page.says("hôm qua")
        .says("Đoạn cuối.")
        .says("Kết quả &#60;u&#62;bảo vệ&#60;/u&#62;")
        .says("value=\"40\"");
    let mut fields = section();
    fields.push(("lam", "nhan"));
    rig.post_as(COMMANDER, &new(), &fields)
        .is(200)
        .says("name=\"nhan-2\"")
        .says_not("name=\"doan-4\"");
    assert_eq!(rig.size(), before);
}

#[test]
fn a_section_is_saved_once_and_opens_as_it_was_saved() {
    let rig = Rig::open();
    let sent = rig.post_as(COMMANDER, &new(), &section());
    assert_eq!(sent.is(303).header("location"), format!("{}?xong=luu", desk()));
    let size = rig.size();
    rig.post_as(COMMANDER, &new(), &section()).is(303);
    assert_eq!(rig.size(), size);
    rig.post_as(COMMANDER, &new(), &with(section(), "doan-3", "Lời khác."))
        .is(422)
        .says("Phiếu này đã gửi trước đó")
        .says("Lời khác.");
    let saved = &rig.forum().report.sections[&1];
    assert_eq!((saved.paragraphs.len(), saved.figures.len(), saved.place), (2, 1, 2));
    rig.get_as(COMMANDER, &desk())
        .is(200)
        .says("Kết quả &#60;u&#62;bảo vệ")
        .says("2 đoạn, 1 số liệu")
        .says("Bản thảo");
    let page = rig.get_as(SECRETARY, &format!("{}/1", desk()));
    page.is(200)
        .says("Đoạn đầu.\nHai dòng.")
        .says("value=\"01/01/2019\"")
        .says("Mang số 2 trong báo cáo");
    assert_eq!(page.field("so_doan-2"), "2");
    assert_eq!(page.field("so_lieu-1"), "1");
    rig.get_as(SECRETARY, &format!("/en{}/1", desk()))
        .says("Edit section 1");
    for wrong in ["0", "2", "01", "x"] {
        rig.get_as(COMMANDER, &format!("{}/{wrong}", desk())).is(404);
        rig.post_as(COMMANDER, &format!("{}/{wrong}", desk()), &section())
            .is(404);
    }
}

#[test]
fn what_someone_else_saved_meanwhile_is_shown_and_not_overwritten() {
    let rig = Rig::open();
    rig.write_section();
    let own = format!("{}/1", desk());
    let stale = rig.get_as(COMMANDER, &own).field("tren");
    let over = rig.forum().report.sections[&1].seq.to_string();
    assert_eq!(stale, over);
    let first = [
        ("khoa", "a"),
        ("tren", over.as_str()),
        ("ten", "Bản của thư ký"),
        ("cho", "1"),
        ("doan-1", "Lời của thư ký."),
    ];
    rig.post_as(SECRETARY, &own, &first).is(303);
    let second = [
        ("khoa", "b"),
        ("tren", stale.as_str()),
        ("ten", "Bản của chỉ huy"),
        ("cho", "1"),
        ("so_doan-1", "1"),
        ("doan-1", "Lời của chỉ huy."),
    ];
    let back = rig.post_as(COMMANDER, &own, &second);
    back.is(422)
        .says("Lời của chỉ huy.")
        .says("Lời của thư ký.")
        .says("Bản đang có trong sổ");
    assert_ne!(back.field("tren"), stale);
    assert_eq!(back.field("so_doan-1"), "");
    let over = back.field("tren");
    let again = [
        ("khoa", "c"),
        ("tren", over.as_str()),
        ("ten", "Bản của chỉ huy"),
        ("cho", "1"),
        ("so_doan-1", ""),
        ("doan-1", "Lời của chỉ huy."),
    ];
    rig.post_as(COMMANDER, &own, &again).is(303);
}

#[test]
fn a_section_taken_out_meanwhile_comes_back_as_a_new_one() {
    let rig = Rig::open();
    rig.write_section();
    let own = format!("{}/1", desk());
    let over = rig.get_as(COMMANDER, &own).field("tren");
    let drop = format!("{own}/bo");
    let page = rig.get_as(SECRETARY, &drop);
    page.is(200).says("Bảo vệ an toàn 40 mục tiêu.");
    rig.post_as(SECRETARY, &drop, &[("khoa", "x"), ("tren", "3")]).is(422);
    assert_eq!(rig.forum().report.sections.len(), 1);
    let fields = [("khoa", "d"), ("tren", over.as_str())];
    rig.post_as(SECRETARY, &drop, &fields).is(303);
    assert!(rig.forum().report.sections.is_empty());
    let mine = [
        ("khoa", "e"),
        ("tren", over.as_str()),
        ("ten", "Mục của tôi"),
        ("cho", "1"),
        ("so_doan-1", "1"),
        ("doan-1", "Lời của tôi."),
    ];
    let back = rig.post_as(COMMANDER, &own, &mine);
    back.is(422)
        .says("Lời của tôi.")
        .says("đã có người bỏ")
        .says(&format!("action=\"{}\"", new()));
    let anew = [
        ("khoa", "f"),
        ("tren", ""),
        ("ten", "Mục của tôi"),
        ("cho", "1"),
        ("so_doan-1", ""),
        ("doan-1", "Lời của tôi."),
    ];
    rig.post_as(COMMANDER, &new(), &anew).is(303);
    assert_eq!(rig.forum().report.sections.keys().copied().collect::<Vec<_>>(), [2]);
}

#[test]
fn publishing_asks_first_and_cannot_be_done_twice() {
    let rig = Rig::open();
    let publish = format!("{}/dang", desk());
    rig.get_as(COMMANDER, &publish).is(200).says("Chưa có mục nào để đăng");
    rig.post_as(COMMANDER, &publish, &[("khoa", "p0")]).is(422);
    rig.write_section();
    let page = rig.get_as(COMMANDER, &publish);
    page.is(200)
        .says("Kết quả bảo vệ mục tiêu")
        .says("Đăng báo cáo ngay")
        .says_not("note-late");
    assert!(rig.forum().report.published.is_none());
    rig.to("2019-12-24T02:00:00Z");
    for path in [desk(), publish.clone()] {
        rig.get_as(COMMANDER, &path)
            .says("Còn 6 ngày tới ngày tổ chức (30/12/2019), ít hơn 7 ngày");
    }
    rig.post_as(COMMANDER, &publish, &[("khoa", "p1")]).is(303);
    rig.post_as(COMMANDER, &publish, &[("khoa", "p1")]).is(303);
    rig.post_as(SECRETARY, &publish, &[("khoa", "p2")])
        .is(422)
        .says("đã đăng");
    rig.get(&format!("{PUBLIC}/bao-cao"))
        .says("Bảo vệ an toàn 40 mục tiêu.");
    rig.get_as(COMMANDER, &desk())
        .says("Báo cáo đã đăng ngày 24/12/2019")
        .says_not("/1/bo\"");
    let over = rig.forum().report.sections[&1].seq.to_string();
    rig.post_as(
        COMMANDER,
        &format!("{}/1/bo", desk()),
        &[("khoa", "p3"), ("tren", over.as_str())],
    )
    .is(422);
    assert_eq!(rig.forum().report.sections.len(), 1);
}

#[test]
fn a_published_section_changes_only_with_a_reason() {
    let rig = Rig::open();
    rig.publish_report();
    let own = format!("{}/1", desk());
    let page = rig.get_as(COMMANDER, &own);
    page.says("name=\"ly_do\"").says("Lưu và công khai chỗ sửa");
    let over = page.field("tren");
    let mut fields = vec![
        ("khoa", "s1"),
        ("tren", over.as_str()),
        ("ten", "Kết quả bảo vệ"),
        ("cho", "1"),
        ("so_doan-1", "1"),
        ("doan-1", "Lời mới."),
    ];
    rig.post_as(COMMANDER, &own, &fields)
        .is(422)
        .says("Lời mới.")
        .says("id=\"f-ly_do-e\"");
    fields.push(("ly_do", "Sửa số mục tiêu"));
    rig.post_as(COMMANDER, &own, &fields).is(303);
    rig.get(&format!("{PUBLIC}/bao-cao"))
        .says("Lời mới.")
        .says("Sửa số mục tiêu")
        .says("Bảo vệ an toàn 40 mục tiêu.");
}

#[test]
fn bad_input_comes_back_whole() {
    let rig = Rig::open();
    let long: &'static str = Box::leak("ă".repeat(4_001).into_boxed_str());
    for (field, value, says) in [
        ("ten", "", "Viết tên mục"),
        ("ten", "A\u{1b}BCD", "U+001B"),
        ("ten", long, "tối đa 200 chữ cái"),
        ("cho", "0", "một số từ 1 đến 99"),
        ("cho", "một", "một số từ 1 đến 99"),
        ("doan-1", long, "tối đa 4.000 chữ cái"),
        ("tri-1", "", "Viết trị số"),
        ("tri-1", long, "tối đa 30 chữ cái"),
        ("nhan-1", "x", "ít nhất 2 chữ cái"),
        ("tu-1", "31/02/2019", "lịch không có ngày này"),
        ("den-1", "31/12/2018", "Ngày cuối phải từ ngày đầu trở đi"),
    ] {
        let before = rig.size();
        let page = rig.post_as(COMMANDER, &new(), &with(section(), field, value));
        page.is(422).says(says).says("id=\"loi-tom-tat\"").says("Đoạn cuối.");
        assert_eq!(rig.size(), before, "{field}");
    }
    let empty = with(with(section(), "doan-1", " "), "doan-3", "\n");
    rig.post_as(COMMANDER, &new(), &empty)
        .is(422)
        .says("Viết ít nhất một đoạn");
    rig.post_as(COMMANDER, &new(), &[]).is(422);
}

#[test]
fn only_the_reporting_force_and_the_office_write() {
    let rig = Rig::open();
    rig.write_section();
    let over = rig.forum().report.sections[&1].seq.to_string();
    let size = rig.size();
    for person in [NOBODY, OTHER_COMMANDER] {
        for path in [
            desk(),
            new(),
            format!("{}/1", desk()),
            format!("{}/1/bo", desk()),
            format!("{}/dang", desk()),
        ] {
            rig.get_as(person, &path).is(403).says_not("Bảo vệ an toàn");
        }
        rig.post_as(person, &new(), &section()).is(403);
        rig.post_as(person, &format!("{}/dang", desk()), &[]).is(403);
        rig.post_as(person, &format!("{}/1/bo", desk()), &[("tren", over.as_str())])
            .is(403);
    }
    assert_eq!(rig.size(), size);
    for person in [COMMANDER, SECRETARY] {
        rig.get_as(person, &desk()).is(200).says("noindex");
    }
    rig.get(&desk()).is(403);
}

#[test]
fn the_fullest_section_fits_in_its_form() {
    let rig = Rig::open();
    // Three bytes a letter, nine as a form writes them.
    let long = "ữ".repeat(4_000);
    let mut fields: Vec<(String, &str)> = vec![("khoa".into(), "day"), ("ten".into(), "Mục dài"), ("cho".into(), "1")];
    for n in 1..=30 {
        fields.push((format!("so_doan-{n}"), ""));
        fields.push((format!("doan-{n}"), &long));
    }
    for n in 1..=10 {
        fields.push((format!("so_lieu-{n}"), ""));
        fields.push((format!("nhan-{n}"), "Số mục tiêu"));
        fields.push((format!("tri-{n}"), "8"));
        fields.push((format!("dv-{n}"), "mục tiêu"));
        fields.push((format!("tu-{n}"), ""));
        fields.push((format!("den-{n}"), ""));
    }
    let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, *value)).collect();
    let size = rig.size();
    rig.post_as(COMMANDER, &new(), &sent).is(303);
    assert_eq!(rig.size(), size + 1);
    let page = rig.get_as(COMMANDER, &format!("{}/1", desk()));
    assert_eq!(page.is(200).html().matches(&long).count(), 30);
}

#[test]
fn a_form_with_more_fields_than_any_is_refused_whole() {
    let rig = Rig::open();
    let names: Vec<String> = (0..600).map(|n| format!("thua-{n}")).collect();
    let mut fields = section();
    fields.extend(names.iter().map(|name| (&**name, "x")));
    let size = rig.size();
    rig.post_as(COMMANDER, &new(), &fields).is(413);
    assert_eq!(rig.size(), size);
}
