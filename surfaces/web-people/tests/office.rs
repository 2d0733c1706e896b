//! The office's name, contact and emblem.

mod common;

use base::fact::Actor;
use common::{ADMINISTRATOR, Rig, assert_clean, hidden, png};
use ledger::store::{Erasable, Store};
use people::office::EMBLEM_BYTES_MAX;
use world::{Command, LegalBasis};

#[tokio::test]
async fn the_office_is_named_by_its_first_administrator() {
    let rig = Rig::empty();
    let token = base::fact::Digest32([1; 32]);
    rig.does(Actor::Console, Command::IssueFirstInvitation { token }).await;
    rig.does(Actor::Anyone, Command::AcceptInvitation { token }).await;
    let session = rig.signed_in(ADMINISTRATOR);
    rig.get("/quan-tri/", &session)
        .await
        .is(200)
        .says("Văn phòng chưa có tên");
    let page = rig.get("/quan-tri/van-phong", &session).await;
    page.is(200).says("Họ tên của người đang vào");
    assert_clean("office", page.html());

    let named = rig
        .post(
            "/quan-tri/van-phong",
            &session,
            &[("ten", "Văn phòng HĐND tỉnh"), ("lien_he", "Số 1\r\n0912 345 678")],
        )
        .await;
    assert_eq!(named.is(303).location(), "/quan-tri/van-phong");
    rig.post("/quan-tri/van-phong/ten-toi", &session, &[("ho_ten", "Trần Thị Dương")])
        .await
        .is(303);
    let page = rig.get("/quan-tri/van-phong", &session).await;
    page.says("value=\"Văn phòng HĐND tỉnh\"");
    page.says("Số 1\n0912 345 678</textarea>");
    page.says("Trần Thị Dương · Quản trị");
    page.says_not("Họ tên của người đang vào");
    rig.get("/ai-duoc-lam-gi", "").await.says("Số 1<br>0912 345 678");
    rig.post(
        "/quan-tri/van-phong",
        &session,
        &[("ten", "Văn phòng khác"), ("lien_he", "")],
    )
    .await
    .is(303);
    rig.get("/ai-duoc-lam-gi", "").await.says_not("0912");
}

#[tokio::test]
async fn an_emblem_is_set_served_and_removed() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    rig.get("/phu-hieu", "").await.is(404);
    let picture = png(64, 64, 3_000);
    let size = rig.size();
    for _ in 0..2 {
        assert_eq!(
            rig.upload(&session, "k-1", &picture).await.is(303).location(),
            "/quan-tri/van-phong"
        );
    }
    assert_eq!(rig.size(), size + 1, "sent twice, recorded once");
    let served = rig.get("/phu-hieu", "").await;
    assert_eq!(
        (
            &served.is(200).bytes[..],
            served.headers["content-type"].to_str().unwrap()
        ),
        (&picture[..], "image/png")
    );
    assert_eq!(served.headers["x-content-type-options"], "nosniff");
    let etag = served.headers["etag"].to_str().unwrap().to_owned();
    rig.get_with("/phu-hieu", ("if-none-match", &etag)).await.is(304);
    let page = rig.get("/quan-tri/van-phong", &session).await;
    page.says("src=\"/phu-hieu\"");
    assert_clean("with emblem", page.html());

    let key = hidden(page.html(), "/quan-tri/van-phong/phu-hieu/bo", "khoa");
    let fields = [("khoa", key.as_str()), ("bo", "1")];
    rig.post("/quan-tri/van-phong/phu-hieu/bo", &session, &fields)
        .await
        .is(303);
    rig.get("/phu-hieu", "").await.is(404);
    rig.get("/ai-duoc-lam-gi", "").await.says_not("/phu-hieu");
}

#[tokio::test]
async fn what_is_no_picture_is_not_taken() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
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
        let answer = rig.upload(&session, "k", &file).await;
        answer.is(422).says(words);
        answer.says("role=\"alert\"");
        assert_clean("bad emblem", answer.html());
    }
    rig.post("/quan-tri/van-phong/phu-hieu", &session, &[("tep", "x")])
        .await
        .is(422)
        .says("Chọn một tệp ảnh");
    assert_eq!(rig.size(), size);
    assert_eq!(rig.store.blobs(None, 10).unwrap(), []);
    rig.upload(&session, "k", &png(64, 64, EMBLEM_BYTES_MAX)).await.is(303);
}

#[tokio::test]
async fn an_erased_emblem_is_gone() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    rig.upload(&session, "k", &png(64, 64, 100)).await.is(303);
    let (at, blob) = rig.app.ledger.view().state.people.emblem.unwrap();
    let order = Command::OrderErasure {
        targets: vec![at],
        basis: LegalBasis::Decision,
        decision: Some("QĐ 1".into()),
    };
    rig.does(Actor::Person(ADMINISTRATOR), order).await;
    rig.get("/phu-hieu", "").await.is(410).says("Nội dung này đã được gỡ");
    rig.app.ledger.erase_now(&[Erasable::Blob(blob.id)]).unwrap();
    rig.does(Actor::Console, Command::ConfirmErased { erasure: 1 }).await;
    rig.get("/phu-hieu", "").await.is(410);
    rig.get("/ai-duoc-lam-gi", "").await.says_not("src=\"/phu-hieu\"");
    rig.get("/quan-tri/van-phong", &session)
        .await
        .is(200)
        .says_not("src=\"/phu-hieu\"");
}
