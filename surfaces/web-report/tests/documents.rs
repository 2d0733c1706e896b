//! Documents: public at once, recalled with a reason, never taken away; files are what their bytes say.

mod common;

use base::fact::{Actor, BlobId};
use common::{COMMANDER, DESK, NOBODY, PUBLIC, Rig, SECRETARY, no};
use forum::document::DocumentDraft;
use forum::events::DocumentSort;
use ledger::store::Erasable;
use web_rig::ADMINISTRATOR;
use world::Command;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn desk() -> String {
    format!("{DESK}/tai-lieu")
}

fn add() -> String {
    format!("{DESK}/tai-lieu/moi")
}

fn plan() -> Vec<(&'static str, &'static str)> {
    vec![
        ("khoa", "mot-lan"),
        ("loai", "plan"),
        ("ten", "Kế hoạch tổ chức <i>diễn đàn</i>"),
        ("ky_hieu", "15/KH-VP"),
        ("ngay", "25/11/2019"),
        ("chu", "Dòng một.\r\nDòng hai."),
    ]
}

#[test]
fn a_document_is_public_at_once_and_once() {
    let rig = Rig::open();
    let list = format!("{PUBLIC}/tai-lieu/");
    rig.get(&list).is(200).says("Chưa có tài liệu");
    rig.get(&format!("{PUBLIC}/tai-lieu/1")).is(404);
    let sent = rig.post_as(SECRETARY, &add(), &plan());
    assert_eq!(sent.is(303).header("location"), format!("{}?xong=dang", desk()));
    let size = rig.size();
    rig.post_as(SECRETARY, &add(), &plan()).is(303);
    assert_eq!(rig.size(), size);
    let mut other = plan();
    other[2].1 = "Kế hoạch khác";
    rig.post_as(SECRETARY, &add(), &other)
        .is(422)
        .says("Phiếu này đã gửi trước đó")
        .says("Kế hoạch khác");

    let listed = rig.get(&list);
    listed
        .says(&format!("{PUBLIC}/tai-lieu/1"))
        .says("Kế hoạch tổ chức &lt;i&gt;diễn đàn");
    listed.says("15/KH-VP").says("ngày 25/11/2019");
    let page = rig.get(&format!("{PUBLIC}/tai-lieu/1"));
    page.is(200)
        .says("Dòng một.<br>Dòng hai.")
        .says("25/11/2019")
        .says_not("/tep\"");
    rig.get(&format!("/en{PUBLIC}/tai-lieu/1")).is(200).says("Plan");
    rig.get(&format!("{PUBLIC}/tai-lieu/1/tep")).is(404);
    for wrong in ["0", "01", "2", "x", "99999999999999999999"] {
        rig.get(&format!("{PUBLIC}/tai-lieu/{wrong}")).is(404);
    }
}

#[test]
fn a_file_is_served_as_what_it_is() {
    let rig = Rig::open();
    let mut fields = plan();
    fields.retain(|(name, _)| *name != "chu");
    rig.upload(SECRETARY, &add(), &fields, ("kế hoạch.html", PDF)).is(303);
    rig.get(&format!("{PUBLIC}/tai-lieu/1"))
        .says("PDF, 1 KB")
        .says("/tep\"");
    let file = rig.get(&format!("{PUBLIC}/tai-lieu/1/tep"));
    assert_eq!(file.is(200).body, PDF);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(
        file.header("content-disposition").starts_with("attachment"),
        "{:?}",
        file.headers
    );
    assert!(file.header("content-security-policy").contains("sandbox"));

    let before = rig.size();
    let mut hostile = fields.clone();
    hostile[0].1 = "lan-khac";
    let page = rig.upload(SECRETARY, &add(), &hostile, ("a.pdf", b"<html><script>1</script>"));
    page.is(422)
        .says("Đây là trang web")
        .says("Kế hoạch tổ chức")
        .says("chọn lại tệp");
    rig.upload(SECRETARY, &add(), &hostile, ("a.pdf", b""))
        .is(422)
        .says("Kế hoạch tổ chức");
    assert_eq!(rig.size(), before);
}

#[test]
fn a_lost_file_or_other_bytes_are_never_shown() {
    let rig = Rig::open();
    rig.upload(SECRETARY, &add(), &plan(), ("a.pdf", PDF)).is(303);
    let (_, file) = rig.forum().documents[&1].file.unwrap();
    let id: BlobId = file.blob.id;
    assert!(rig.store().blob(id).unwrap().is_some());
    let mut kept = rig.store().blob(id).unwrap().unwrap();
    kept.bytes.push(b'\n');
    rig.store().erase(&[Erasable::Blob(id)]).unwrap();
    rig.get(&format!("{PUBLIC}/tai-lieu/1/tep")).is(503);
    rig.store().put_blob(id, &kept).unwrap();
    rig.get(&format!("{PUBLIC}/tai-lieu/1/tep")).is(503);
}

#[test]
fn a_recalled_document_stays_readable_with_the_reason() {
    let rig = Rig::open();
    rig.post_as(SECRETARY, &add(), &plan()).is(303);
    let recall = format!("{DESK}/tai-lieu/1/thu-hoi");
    rig.get_as(SECRETARY, &desk()).says(&recall);
    rig.get_as(SECRETARY, &recall).is(200).says("Kế hoạch tổ chức");
    rig.post_as(SECRETARY, &recall, &[("ly_do", "ngắn")])
        .is(422)
        .says("ít nhất 5 chữ cái");
    let fields = [("khoa", "thu"), ("ly_do", "Ghi nhầm ngày & nơi tổ chức")];
    rig.post_as(SECRETARY, &recall, &fields).is(303);
    rig.post_as(SECRETARY, &recall, &fields).is(303);
    let again = [("khoa", "khac"), ("ly_do", "Một lý do khác nữa")];
    rig.post_as(SECRETARY, &recall, &again)
        .is(422)
        .says("Một lý do khác nữa");
    for path in [format!("{PUBLIC}/tai-lieu/"), format!("{PUBLIC}/tai-lieu/1")] {
        rig.get(&path)
            .is(200)
            .says("thu hồi")
            .says("Ghi nhầm ngày &#38; nơi tổ chức");
    }
    rig.get(&format!("{PUBLIC}/tai-lieu/1")).says("Dòng một.");
    rig.get_as(SECRETARY, &desk()).says("Đã thu hồi").says_not(&recall);
    rig.get_as(SECRETARY, &format!("{DESK}/tai-lieu/2/thu-hoi")).is(404);
}

#[test]
fn the_list_is_paged_newest_first() {
    let rig = Rig::open();
    for n in 1..=21 {
        let draft = DocumentDraft {
            sort: DocumentSort::Notice,
            date: "2019-12-01".parse().unwrap(),
            sign: None,
            title: format!("Thông báo thứ {n}."),
            words: Some("Chữ của thông báo.".into()),
            file: None,
        };
        let forum = no();
        rig.tell(Actor::Person(SECRETARY), Command::AddDocument { forum, draft });
    }
    let first = rig.get(&format!("{PUBLIC}/tai-lieu/"));
    first
        .says("Thông báo thứ 21.")
        .says_not("Thông báo thứ 1.")
        .says("trang=2");
    rig.get(&format!("{PUBLIC}/tai-lieu/?trang=2"))
        .is(200)
        .says("Thông báo thứ 1.")
        .says_not("Thông báo thứ 21.");
    rig.get(&format!("{PUBLIC}/tai-lieu/?trang=3")).is(404);
    rig.get_as(SECRETARY, &format!("{}?trang=2", desk()))
        .is(200)
        .says("Thông báo thứ 1.");
}

#[test]
fn bad_input_comes_back_whole() {
    let rig = Rig::open();
    let long = "ă".repeat(20_001);
    for (field, value, says) in [
        ("loai", "khac", "Chọn một loại tài liệu"),
        ("ten", "", "Viết tên tài liệu"),
        ("ten", "A\u{0}BCD", "U+0000"),
        ("ngay", "31/02/2019", "lịch không có ngày này"),
        ("ngay", "mai", "ngày/tháng/năm"),
        ("ky_hieu", long.as_str(), "tối đa 60 chữ cái"),
        ("chu", long.as_str(), "tối đa 20.000 chữ cái"),
        ("chu", "", "Gõ chữ của tài liệu hoặc chọn một tệp"),
    ] {
        let (before, mut fields) = (rig.size(), plan());
        for one in &mut fields {
            if one.0 == field {
                one.1 = value;
            }
        }
        let page = rig.post_as(SECRETARY, &add(), &fields);
        page.is(422).says(says).says("id=\"loi-tom-tat\"");
        assert_eq!(rig.size(), before, "{field}");
    }
}

#[test]
fn only_the_office_adds_and_recalls() {
    let rig = Rig::open();
    rig.post_as(SECRETARY, &add(), &plan()).is(303);
    for person in [NOBODY, COMMANDER] {
        for path in [desk(), add(), format!("{DESK}/tai-lieu/1/thu-hoi")] {
            rig.get_as(person, &path).is(403);
        }
        rig.post_as(person, &add(), &plan()).is(403);
        rig.post_as(
            person,
            &format!("{DESK}/tai-lieu/1/thu-hoi"),
            &[("ly_do", "Một lý do đủ dài")],
        )
        .is(403);
    }
    assert!(rig.forum().documents[&1].recalled.is_none());
}

#[test]
fn erased_words_and_files_are_gone_and_say_so() {
    let rig = Rig::open();
    rig.upload(SECRETARY, &add(), &plan(), ("a.pdf", PDF)).is(303);
    let document = rig.forum().documents[&1].clone();
    let (file, _) = document.file.unwrap();
    let order = Command::OrderErasure {
        targets: vec![document.title, document.words.unwrap(), file],
        basis: world::LegalBasis::Decision,
        decision: Some("12/QĐ ngày 20/12/2019".into()),
    };
    let page = format!("{PUBLIC}/tai-lieu/1");
    rig.get(&page).says("Dòng một.");
    rig.tell(Actor::Person(ADMINISTRATOR), order);
    rig.get(&page)
        .is(200)
        .says_not("Dòng một.")
        .says_not("/tep\"")
        .says("Tệp này đã xóa")
        .says_not("<title></title>");
    rig.get(&format!("{page}/tep")).is(410);
    rig.get(&format!("{PUBLIC}/tai-lieu/"))
        .is(200)
        .says_not("Kế hoạch tổ chức");
}
