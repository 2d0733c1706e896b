//! The office's name, contact and emblem.

mod common;

use base::fact::Actor;
use common::{empty, office, png, upload};
use ledger::store::Erasable;
use people::office::EMBLEM_BYTES_MAX;
use web_rig::{ADMINISTRATOR, page_ok};
use world::{Command, LegalBasis};

#[test]
fn the_office_is_named_by_its_first_administrator() {
    let rig = empty();
    let token = base::fact::Digest32([1; 32]);
    rig.tell(Actor::Console, Command::IssueFirstInvitation { token });
    rig.tell(Actor::Anyone, Command::AcceptInvitation { token });
    let admin = rig.signed_in(ADMINISTRATOR);
    admin.get("/quan-tri/").is(200).says("Văn phòng chưa có tên");
    let page = admin.get("/quan-tri/van-phong");
    page.is(200).says("Họ tên của người đang vào");
    page_ok(&page);

    let named = admin.post(
        "/quan-tri/van-phong",
        &[("ten", "Văn phòng HĐND tỉnh"), ("lien_he", "Số 1\r\n0912 345 678")],
    );
    assert_eq!(named.is(303).location(), "/quan-tri/van-phong");
    admin
        .post("/quan-tri/van-phong/ten-toi", &[("ho_ten", "Trần Thị Dương")])
        .is(303);
    let page = admin.get("/quan-tri/van-phong");
    page.says("value=\"Văn phòng HĐND tỉnh\"");
    page.says("Số 1\n0912 345 678</textarea>");
    page.says("Trần Thị Dương · Quản trị");
    page.says_not("Họ tên của người đang vào");
    rig.get("/ai-duoc-lam-gi").says("Số 1<br>0912 345 678");
    admin
        .post("/quan-tri/van-phong", &[("ten", "Văn phòng khác"), ("lien_he", "")])
        .is(303);
    rig.get("/ai-duoc-lam-gi").says_not("0912");
}

#[test]
fn an_emblem_is_set_served_and_removed() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    rig.get("/phu-hieu").is(404);
    let picture = png(64, 64, 3_000);
    let size = rig.size();
    for _ in 0..2 {
        assert_eq!(
            upload(&admin, "k-1", &picture).is(303).location(),
            "/quan-tri/van-phong"
        );
    }
    assert_eq!(rig.size(), size + 1, "sent twice, recorded once");
    let served = rig.get("/phu-hieu");
    assert_eq!(
        (
            &served.is(200).body[..],
            served.headers["content-type"].to_str().unwrap()
        ),
        (&picture[..], "image/png")
    );
    assert_eq!(served.headers["x-content-type-options"], "nosniff");
    let etag = served.headers["etag"].to_str().unwrap().to_owned();
    rig.browser().header("if-none-match", &etag).get("/phu-hieu").is(304);
    let page = admin.get("/quan-tri/van-phong");
    page.says("src=\"/phu-hieu\"");
    page_ok(&page);

    let key = page
        .form_to("/quan-tri/van-phong/phu-hieu/bo")
        .value("khoa")
        .unwrap_or_default();
    let fields = [("khoa", key.as_str()), ("bo", "1")];
    admin.post("/quan-tri/van-phong/phu-hieu/bo", &fields).is(303);
    rig.get("/phu-hieu").is(404);
    rig.get("/ai-duoc-lam-gi").says_not("/phu-hieu");
}

#[test]
fn what_is_no_picture_is_not_taken() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    let bad: [(Vec<u8>, &str); 7] = [
        (Vec::new(), "Chọn một tệp ảnh"),
        (svg, "không phải ảnh PNG, JPEG hay WebP"),
        (b"GIF89a".to_vec(), "không phải ảnh PNG, JPEG hay WebP"),
        (png(64, 64, 0)[..20].to_vec(), "Không đọc được kích thước ảnh"),
        (png(64, 5_000, 100), "thu mỗi cạnh còn nhiều nhất 4.096"),
        (png(64, 64, EMBLEM_BYTES_MAX + 1), "Tệp lớn quá 256 KB"),
        (png(64, 64, 3 * 1024 * 1024), "Tệp lớn quá 256 KB"),
    ];
    for (file, words) in bad {
        let answer = upload(&admin, "k", &file);
        answer.is(422).says(words);
        answer.says("role=\"alert\"");
        page_ok(&answer);
    }
    admin
        .post("/quan-tri/van-phong/phu-hieu", &[("tep", "x")])
        .is(422)
        .says("Chọn một tệp ảnh");
    assert_eq!(rig.size(), size);
    assert_eq!(rig.store().blobs(None, 10).unwrap(), []);
    upload(&admin, "k", &png(64, 64, EMBLEM_BYTES_MAX)).is(303);
}

#[test]
fn an_erased_emblem_is_gone() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    upload(&admin, "k", &png(64, 64, 100)).is(303);
    let (at, blob) = rig.app.ledger.view().state.people.emblem.unwrap();
    let order = Command::OrderErasure {
        targets: vec![at],
        basis: LegalBasis::Decision,
        decision: Some("QĐ 1".into()),
    };
    rig.tell(Actor::Person(ADMINISTRATOR), order);
    rig.get("/phu-hieu").is(410).says("Nội dung này đã được gỡ");
    rig.app.ledger.erase_now(&[Erasable::Blob(blob.id)]).unwrap();
    rig.tell(Actor::Console, Command::ConfirmErased { erasure: 1 });
    rig.get("/phu-hieu").is(410);
    rig.get("/ai-duoc-lam-gi").says_not("src=\"/phu-hieu\"");
    admin.get("/quan-tri/van-phong").is(200).says_not("src=\"/phu-hieu\"");
}
