//! The page of a clause: what anyone reads of it, from the record.

mod common;

use base::fact::Actor;
use common::{CHAIR, COMMANDER, CONTESTS, DESK, MODERATOR, PAGE, Rig, SECRETARY, SUPERIOR, VERIFIER};
use forum::clause::EvidenceDraft;
use forum::events::{EvidenceSort, FileKind, FileRef};
use web_rig::page_ok;
use world::Command;

#[test]
fn a_clause_that_was_just_assigned() {
    let rig = Rig::concluded();
    let page = rig.get(PAGE);
    page.is(200)
        .says("Việc 1.1")
        .says("Chưa nhận")
        .says("Đã giao. Phòng Cảnh sát bảo vệ mục tiêu chưa nhận.")
        .says("cần bằng chứng và xác nhận của đơn vị khác")
        .says("Hạn 14/01/2020")
        .says("10 ngày làm việc từ ngày kết luận")
        .says("Giao việc, hạn 14/01/2020.")
        .says("Chủ trì, Văn phòng HĐND tỉnh")
        .says("Chưa có bằng chứng nào.")
        .says("Chưa có phản đối nào được đăng.")
        .says("Kiểm soát ở cổng chưa chặt chẽ.")
        .says("href=\"/dien-dan/2019-01/y-kien/1\"")
        .says("href=\"/dien-dan/2019-01/chi-dao/1.atom\"")
        .says("href=\"/dien-dan/2019-01/viec/1.1/phan-doi\"")
        .says_not("Nguyễn Thị Chủ");
    page_ok(&page);
    assert_eq!(page.header("cache-control"), "no-cache");
    let english = rig.get(&format!("/en{PAGE}"));
    english
        .is(200)
        .says("Clause 1.1")
        .says("Not taken on yet")
        .says("Due 14 Jan 2020");
    page_ok(&english);
}

#[test]
fn task_and_measure_stand_on_the_page() {
    let rig = Rig::concluded();
    for path in [PAGE, &format!("/en{PAGE}"), &format!("{PAGE}/phan-doi")] {
        rig.get(path)
            .is(200)
            .says("Khắc phục việc kiểm soát ở cổng chưa chặt chẽ");
    }
    rig.get(PAGE).says("Lượt vào cổng ghi đủ giấy tờ từ 98% trở lên.");
    rig.get_as(COMMANDER, DESK)
        .says("Lượt vào cổng ghi đủ giấy tờ từ 98% trở lên.");
}

#[test]
fn numbers_without_a_clause_have_no_page() {
    let rig = Rig::concluded();
    for number in [
        "1.3",
        "2.1",
        "0.1",
        "01.1",
        "1.01",
        "1",
        "1.1.1",
        "a.b",
        "1.-1",
        "99999999999.1",
        "%00.1",
        "1.1%20",
    ] {
        for (base, end) in [
            ("/dien-dan/2019-01/viec/", ""),
            ("/dien-dan/2019-01/viec/", "/phan-doi"),
        ] {
            rig.get(&format!("{base}{number}{end}")).is(404).says("<h1");
        }
        rig.get_as(SECRETARY, &format!("/dieu-hanh/dien-dan/2019-01/viec/{number}"))
            .is(404);
    }
    rig.get("/dien-dan/2018-01/viec/1.1").is(404);
    rig.get(&format!("{PAGE}?trang=2")).is(404);
    rig.get(&format!("{PAGE}/bang-chung/1")).is(404);
    rig.get(&format!("{PAGE}/bang-chung/x/tep")).is(404);
}

#[test]
fn a_draft_has_no_page() {
    let rig = Rig::empty();
    rig.get(PAGE).is(404);
    rig.get("/dien-dan/2019-01/chi-dao/1.atom").is(404);
}

#[test]
fn lateness_counts_from_the_day_after() {
    let rig = Rig::concluded();
    rig.to("2020-01-14T05:00:00Z");
    rig.get(PAGE).says("Hôm nay là ngày cuối.").says_not("Quá hạn");
    // 17:30 UTC is the next day at the office.
    rig.to("2020-01-14T17:30:00Z");
    rig.get(PAGE)
        .says("Quá hạn 1 ngày")
        .says("đếm theo lịch từ ngày sau hạn");
    rig.to("2020-01-24T02:00:00Z");
    rig.get(PAGE).says("Quá hạn 10 ngày");
    rig.get(&format!("/en{PAGE}")).says("10 days late");
    rig.tick();
    rig.get(PAGE).says("Quá hạn: đã báo cấp trên.");
}

#[test]
fn a_day_the_holiday_table_does_not_reach_says_so() {
    let rig = Rig::concluded();
    let beyond = "Bảng ngày nghỉ chưa có tới ngày này";
    rig.get(PAGE).says_not(beyond);
    rig.to("2026-12-20T02:00:00Z");
    let asked = [("den_ngay", "15/01/2027"), ("ly_do_lui", "Chờ kinh phí sửa hàng rào.")];
    rig.act(COMMANDER, "lui-han", &asked).is(303);
    let request = rig.clause(1).pending_extension().unwrap().reason.seq.to_string();
    let granted = [
        ("tra_loi", "dong-y"),
        ("ly_do_tra_loi", "Lý do chính đáng."),
        ("de_nghi", &request),
    ];
    rig.act(CHAIR, "tra-loi-lui-han", &granted).is(303);
    rig.get(PAGE).says("15/01/2027").says(beyond);
}

#[test]
fn everything_that_happened_is_told_in_its_order() {
    let rig = Rig::concluded();
    rig.act(COMMANDER, "nhan", &[("nhan", "1")]).is(303);
    rig.to("2020-01-10T02:00:00Z");
    let asked = [("den_ngay", "31/01/2020"), ("ly_do_lui", "Chờ kinh phí sửa hàng rào.")];
    rig.act(COMMANDER, "lui-han", &asked).is(303);
    rig.get(PAGE)
        .says("Đề nghị lùi hạn đến 31/01/2020.")
        .says("Chờ kinh phí sửa hàng rào.")
        .says("Chủ trì diễn đàn trả lời đề nghị lùi hạn đến 31/01/2020.");
    let request = rig.clause(1).pending_extension().unwrap().reason.seq.to_string();
    let granted = [
        ("tra_loi", "dong-y"),
        ("ly_do_tra_loi", "Lý do chính đáng."),
        ("de_nghi", &request),
    ];
    rig.act(CHAIR, "tra-loi-lui-han", &granted).is(303);
    let progress = [("tien_do", "Lượt ghi đủ giấy tờ: từ 92,1% lên 98,6%.")];
    rig.act(COMMANDER, "tien-do", &progress).is(303);
    let page = rig.get(PAGE);
    page.says("Hạn 31/01/2020")
        .says("Đổi từ 14/01/2020 sang 31/01/2020, cho lùi hạn ngày 10/01/2020.");
    let text = page.text();
    let places: Vec<usize> = [
        "Giao việc, hạn 14/01/2020.",
        "Nhận việc.",
        "Đề nghị lùi hạn đến 31/01/2020.",
        "Đồng ý lùi hạn đến 31/01/2020.",
        "Báo tiến độ.",
        "Tiếp theo",
    ]
    .iter()
    .map(|words| text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}")))
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    page.says("Chỉ huy, Phòng Cảnh sát bảo vệ mục tiêu")
        .says_not("Phạm Văn Huy");
    page_ok(&page);
    // What is told of the other clause is not told here.
    rig.get("/dien-dan/2019-01/viec/1.2").is(200).says_not("98,6%");
}

#[test]
fn a_picture_is_shown_and_a_paper_is_saved() {
    let rig = Rig::concluded();
    for (kind, bytes) in [
        (FileKind::Png, b"\x89PNG\r\n\x1a\n".to_vec()),
        (FileKind::Pdf, b"%PDF-1.7".to_vec()),
    ] {
        let size = u32::try_from(bytes.len()).unwrap();
        let blob = rig.app.ledger.put_blob(bytes).unwrap();
        let draft = EvidenceDraft {
            sort: EvidenceSort::Figures,
            title: "Sổ cổng quý II".into(),
            words: None,
            file: Some(FileRef {
                blob,
                kind,
                bytes: size,
            }),
        };
        let no = common::clause_no(1);
        rig.tell(Actor::Person(COMMANDER), Command::AddEvidence { no, draft });
    }
    let page = rig.get(PAGE);
    page.says("Sổ cổng quý II")
        .says("src=\"/dien-dan/2019-01/viec/1.1/bang-chung/1/tep\"")
        .says("Ảnh PNG, 1 KB")
        .says_not("src=\"/dien-dan/2019-01/viec/1.1/bang-chung/2/tep\"");
    page_ok(&page);
    let one = rig.get(&format!("{PAGE}/bang-chung/2"));
    one.is(200)
        .says("Bằng chứng số 2")
        .says("PDF, 1 KB")
        .says("href=\"/dien-dan/2019-01/viec/1.1/bang-chung/2/tep\"");
    page_ok(&one);
    let picture = rig.get(&format!("{PAGE}/bang-chung/1/tep"));
    picture.is(200);
    assert_eq!(picture.header("content-type"), "image/png");
    assert_eq!(picture.header("x-content-type-options"), "nosniff");
    assert!(picture.header("content-disposition").starts_with("inline"));
    let paper = rig.get(&format!("{PAGE}/bang-chung/2/tep"));
    assert_eq!(paper.is(200).header("content-type"), "application/pdf");
    let disposition = paper.header("content-disposition");
    assert!(disposition.starts_with("attachment; filename=\"2019-01-viec-1.1-bang-chung-2.pdf\""));
    assert_eq!(paper.body, b"%PDF-1.7".as_slice());
    rig.get("/dien-dan/2019-01/viec/1.2/bang-chung/1").is(404);
}

#[test]
fn a_file_that_is_not_the_recorded_one_is_not_shown() {
    use ledger::store::Blob;
    let rig = Rig::concluded();
    let blob = rig.app.ledger.put_blob(b"as recorded".to_vec()).unwrap();
    let draft = EvidenceDraft {
        sort: EvidenceSort::Figures,
        title: "Sổ cổng quý II".into(),
        words: None,
        file: Some(FileRef {
            blob,
            kind: FileKind::Text,
            bytes: 11,
        }),
    };
    let no = common::clause_no(1);
    rig.tell(Actor::Person(COMMANDER), Command::AddEvidence { no, draft });
    rig.get(&format!("{PAGE}/bang-chung/1/tep")).is(200);
    let kept = rig.store().blob(blob.id).unwrap().unwrap();
    let other = Blob {
        bytes: b"something else".to_vec(),
        ..kept
    };
    rig.store().erase(&[ledger::store::Erasable::Blob(blob.id)]).unwrap();
    rig.store().put_blob(blob.id, &other).unwrap();
    rig.get(&format!("{PAGE}/bang-chung/1/tep"))
        .is(503)
        .says_not("something else");
}

#[test]
fn a_contest_stands_beside_the_state_and_changes_none() {
    let rig = Rig::concluded();
    let evidence = [
        ("loai", "figures"),
        ("ten", "Sổ cổng quý II"),
        ("chu", "41.208 lượt, đủ giấy tờ 98,6%."),
    ];
    rig.act(COMMANDER, "bang-chung", &evidence).is(303);
    rig.act(COMMANDER, "bao-xong", &[("da_lam", "Đã ghi đủ giấy tờ ở cổng.")])
        .is(303);
    let visit = [
        ("loai_kt", "visit"),
        ("ten_kt", "Kiểm tra hai cổng"),
        ("chu_kt", "Đã xem sổ."),
    ];
    rig.act(VERIFIER, "bang-chung", &visit).is(303);
    let verified = [("ket_qua", "verified"), ("da_thay", "Sổ khớp với lượt vào.")];
    rig.act(VERIFIER, "ket-qua", &verified).is(303);
    rig.get(PAGE)
        .says("Văn phòng HĐND tỉnh xác nhận đã xong ngày 30/12/2019.");
    let words = "Sáng nay cổng phụ vẫn không ghi giấy tờ.";
    rig.contest(words);
    rig.get(PAGE).says_not(words).says("Chưa có phản đối nào được đăng.");
    let fields = [("dang", "1"), ("khoa", "k1")];
    rig.post_as(MODERATOR, &format!("{CONTESTS}/1/dang"), &fields).is(303);
    let page = rig.get(PAGE);
    page.says(words)
        .says("Đã xác nhận, có 1 phản đối")
        .says("Đã xong")
        .says("Chưa trả lời.")
        .says("Đăng phản đối số 1.");
    page_ok(&page);
    let answer = [("tra_loi", "Đã yêu cầu kiểm tra lại trong tuần."), ("khoa", "k2")];
    rig.post_as(SUPERIOR, &format!("{CONTESTS}/1/tra-loi"), &answer).is(303);
    rig.get(PAGE)
        .says("Đã yêu cầu kiểm tra lại trong tuần.")
        .says("Cấp trên, Thường trực HĐND tỉnh")
        .says("Đã xác nhận, có 1 phản đối")
        .says_not("Lê Văn Đọc");
    rig.get_as(COMMANDER, DESK).is(200).says("Đã xác nhận, có 1 phản đối");
}

#[test]
fn long_histories_are_paged_with_the_newest_first() {
    let rig = Rig::concluded();
    for n in 0..45 {
        let text = format!("Tiến độ lần thứ {n}, ghi ở sổ.");
        let no = common::clause_no(1);
        rig.tell(Actor::Person(COMMANDER), Command::ReportProgress { no, text });
    }
    let first = rig.get(PAGE);
    first
        .is(200)
        .says("lần thứ 44,")
        .says_not("lần thứ 3,")
        .says("?trang=2")
        .says("Tiếp theo");
    let second = rig.get(&format!("{PAGE}?trang=2"));
    second
        .is(200)
        .says("lần thứ 3,")
        .says("Giao việc")
        .says_not("lần thứ 44,")
        .says_not("Tiếp theo");
    page_ok(&second);
    rig.get(&format!("{PAGE}?trang=3")).is(404);
}

#[test]
fn an_erased_file_is_gone_and_says_so() {
    let rig = Rig::concluded();
    let blob = rig.app.ledger.put_blob(b"\x89PNG\r\n\x1a\n".to_vec()).unwrap();
    let draft = EvidenceDraft {
        sort: EvidenceSort::Photo,
        title: "Cổng phụ sau khi sửa".into(),
        words: None,
        file: Some(FileRef {
            blob,
            kind: FileKind::Png,
            bytes: 8,
        }),
    };
    let no = common::clause_no(1);
    rig.tell(Actor::Person(COMMANDER), Command::AddEvidence { no, draft });
    rig.get(PAGE).says("<img class=\"evidence-picture");
    let (at, _) = rig.clause(1).evidence.get(&1).unwrap().file.unwrap();
    let order = Command::OrderErasure {
        targets: vec![at],
        basis: world::LegalBasis::Decision,
        decision: Some("12/QĐ ngày 02/01/2020".into()),
    };
    rig.tell(Actor::Person(web_rig::ADMINISTRATOR), order);
    rig.get(&format!("{PAGE}/bang-chung/1/tep")).is(410);
    rig.get(PAGE)
        .is(200)
        .says_not("<img class=\"evidence-picture")
        .says("Cổng phụ sau khi sửa");
    rig.get(&format!("{PAGE}/bang-chung/1"))
        .is(200)
        .says("Tệp này đã xóa")
        .says_not("bang-chung/1/tep");
}
