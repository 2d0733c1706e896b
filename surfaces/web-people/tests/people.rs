//! Organisations, people, roles.

mod common;

use base::fact::{Actor, PersonId};
use common::{ADMINISTRATOR, NOBODY, Rig, assert_clean, hidden};
use people::role::{Role, Scope};
use storage::memory::{Fault, FaultAt};
use world::Command;

#[tokio::test]
async fn organisations_and_people_are_added_once_however_often_the_form_is_sent() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    let page = rig.get("/quan-tri/co-quan", &session).await;
    page.is(200).says("Chưa có cơ quan nào");
    let key = hidden(page.html(), "/quan-tri/co-quan", "khoa");
    assert_eq!(key.len(), 64);
    let fields = [
        ("khoa", key.as_str()),
        ("loai", "guard_force"),
        ("ten", "  Phòng Cảnh sát bảo vệ mục tiêu "),
    ];
    for _ in 0..2 {
        assert_eq!(
            rig.post("/quan-tri/co-quan", &session, &fields)
                .await
                .is(303)
                .location(),
            "/quan-tri/co-quan"
        );
    }
    let page = rig.get("/quan-tri/co-quan", &session).await;
    assert_eq!(page.html().matches("Phòng Cảnh sát bảo vệ mục tiêu").count(), 1);
    page.says("Lực lượng bảo vệ");
    assert_clean("organisations", page.html());

    let stale = [
        ("khoa", key.as_str()),
        ("loai", "other"),
        ("ten", "Kho bạc Nhà nước tỉnh"),
    ];
    let answer = rig.post("/quan-tri/co-quan", &session, &stale).await;
    answer.is(422).says("Phiếu này đã gửi trước đó");
    answer.says("value=\"Kho bạc Nhà nước tỉnh\"");
    let fresh = hidden(answer.html(), "/quan-tri/co-quan", "khoa");
    assert!(fresh.len() == 64 && fresh != key);

    for (name, organisation) in [("Lê Thị Ánh", "1"), ("Đặng Văn Ân", "")] {
        rig.post(
            "/en/quan-tri/nguoi",
            &session,
            &[("ho_ten", name), ("co_quan", organisation)],
        )
        .await
        .is(303);
    }
    let page = rig.get("/quan-tri/nguoi", &session).await;
    let place = |name: &str| page.html().rfind(name).unwrap();
    assert!(place("Ngô Văn An") < place("Lê Thị Ánh") && place("Lê Thị Ánh") < place("Đặng Văn Ân"));
    assert!(
        place("Đặng Văn Ân") < page.html().find("Trần Thị Dương</a>").unwrap(),
        "by the given name"
    );
    let wrong = rig
        .post("/quan-tri/nguoi", &session, &[("ho_ten", "Ai Đó"), ("co_quan", "77")])
        .await;
    wrong.is(422).says("Không có cơ quan này");
    rig.post("/quan-tri/nguoi", &session, &[("ho_ten", "Ai Đó"), ("co_quan", "x")])
        .await
        .is(422)
        .says("Ai Đó");
}

#[tokio::test]
async fn a_busy_server_keeps_words_and_key() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    let fields = [("khoa", "k-1"), ("loai", "other"), ("ten", "Kho bạc")];
    rig.store.fail_next(FaultAt::Append, Fault::Refused);
    let answer = rig.post("/quan-tri/co-quan", &session, &fields).await;
    answer.is(503).says("value=\"Kho bạc\"");
    answer.says("value=\"k-1\"");
    assert!(answer.headers.contains_key("retry-after"));
    assert_eq!(rig.size(), size);
    rig.post("/quan-tri/co-quan", &session, &fields).await.is(303);
    assert_eq!(rig.size(), size + 1);
}

#[tokio::test]
async fn roles_are_given_and_taken_by_the_rules() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    let give = |role: &'static str, scope: &'static str| [("vai_tro", role), ("pham_vi", scope)];
    let to = rig
        .post("/quan-tri/nguoi/2/vai-tro", &session, &give("secretary", "office"))
        .await;
    assert_eq!(to.is(303).location(), "/quan-tri/nguoi/2");
    rig.get("/quan-tri/nguoi/2", &session)
        .await
        .is(200)
        .says("Bỏ vai trò Thư ký, Cả văn phòng");
    let again = rig
        .post("/quan-tri/nguoi/2/vai-tro", &session, &give("secretary", "office"))
        .await;
    again.is(422).says("Người này đã có vai trò đó");
    assert_clean("again", again.html());
    rig.post("/quan-tri/nguoi/2/vai-tro", &session, &give("secretary", "2020-01"))
        .await
        .is(422)
        .says("Không có diễn đàn này");
    for (role, scope) in [
        ("", "office"),
        ("king", "office"),
        ("secretary", ""),
        ("secretary", "2020-1"),
        ("secretary", "<b>"),
    ] {
        let wrong = rig
            .post(
                "/quan-tri/nguoi/2/vai-tro",
                &session,
                &[("vai_tro", role), ("pham_vi", scope)],
            )
            .await;
        wrong.is(422).says(": chọn một.");
        assert_clean("wrong", wrong.html());
    }
    rig.post("/quan-tri/nguoi/8/vai-tro", &session, &give("secretary", "office"))
        .await
        .is(404);

    let take = [("bo_vai_tro", "secretary"), ("bo_pham_vi", "office")];
    rig.post("/quan-tri/nguoi/2/vai-tro/bo", &session, &take).await.is(303);
    let gone = rig.post("/quan-tri/nguoi/2/vai-tro/bo", &session, &take).await;
    gone.is(422).says("không còn vai trò đó");
    assert_clean("gone", gone.html());
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    let take = [("bo_vai_tro", "administrator"), ("bo_pham_vi", "office")];
    let size = rig.size();
    rig.post("/quan-tri/nguoi/1/vai-tro/bo", &session, &take)
        .await
        .is(422)
        .says("người quản trị cuối cùng");
    rig.post("/en/quan-tri/nguoi/1/vai-tro/bo", &session, &take)
        .await
        .is(422)
        .says("This is the last administrator");
    assert_eq!(rig.size(), size);
    rig.grant(NOBODY, Role::Administrator).await;
    let answer = rig.post("/quan-tri/nguoi/1/vai-tro/bo", &session, &take).await;
    assert_eq!(answer.is(303).location(), "/quan-tri/toi");
    rig.get("/quan-tri/", &session).await.is(403);
    rig.get("/quan-tri/toi", &session).await.is(200);
}

#[tokio::test]
async fn the_force_never_moderates() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    rig.post(
        "/quan-tri/co-quan",
        &session,
        &[("loai", "guard_force"), ("ten", "Phòng CSBVMT")],
    )
    .await
    .is(303);
    rig.post("/quan-tri/nguoi", &session, &[("ho_ten", "Vũ Anh"), ("co_quan", "1")])
        .await
        .is(303);
    let give = [("vai_tro", "moderator"), ("pham_vi", "office")];
    let answer = rig.post("/quan-tri/nguoi/3/vai-tro", &session, &give).await;
    answer.is(422).says("không đọc duyệt ý kiến");
    answer.says("<option value=\"moderator\" selected>");
}

#[tokio::test]
async fn long_lists_come_in_pages() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    for n in 0..60 {
        let command = Command::AddPerson {
            name: format!("Người Thứ {n:02}"),
            organisation: None,
        };
        rig.does(Actor::Person(ADMINISTRATOR), command).await;
    }
    let first = rig.get("/quan-tri/nguoi", &session).await;
    first.is(200).says("/quan-tri/nguoi?trang=2");
    first.says("Trang 1 trên 2");
    rig.get("/en/quan-tri/nguoi?trang=2", &session)
        .await
        .is(200)
        .says("/en/quan-tri/nguoi?trang=1");
    for wrong in ["0", "3", "-1", "x", "99999999999999999999"] {
        rig.get(&format!("/quan-tri/nguoi?trang={wrong}"), &session)
            .await
            .is(404);
    }
}

#[tokio::test]
async fn a_name_is_corrected_and_stays_out_of_public_pages() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    let renamed = rig
        .post("/quan-tri/nguoi/2/ten", &session, &[("ho_ten", "Ngo\u{302} Văn Ân")])
        .await;
    assert_eq!(renamed.is(303).location(), "/quan-tri/nguoi/2");
    rig.get("/quan-tri/nguoi/2", &session)
        .await
        .says("value=\"Ngô Văn Ân\"");
    for seq in 0..rig.size() {
        let bytes = rig.app.ledger.entry_bytes(seq).unwrap().unwrap();
        assert!(
            !String::from_utf8(bytes).unwrap().contains("Văn"),
            "entry {seq} holds a name"
        );
    }
    let known = rig
        .app
        .ledger
        .view()
        .state
        .people
        .persons
        .get(&PersonId(2))
        .cloned()
        .unwrap();
    assert!(!known.roles.contains_key(&(Role::Administrator, Scope::Office)));
}
