//! A session is a shift; what was typed outlives it.

mod common;

use common::{ADMINISTRATOR, NOBODY, Rig};

#[tokio::test]
async fn a_session_ends_after_twelve_hours() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    for _ in 0..(12 * 60 / 20 - 1) {
        rig.pass_minutes(20);
        rig.get("/quan-tri/", &session).await.is(200);
    }
    rig.pass_minutes(20);
    rig.get("/quan-tri/", &session).await.is(403);
}

#[tokio::test]
async fn a_session_ends_after_thirty_idle_minutes() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    rig.pass_minutes(30);
    rig.get("/quan-tri/", &session).await.is(200);
    rig.pass_minutes(31);
    rig.get("/quan-tri/", &session).await.is(403);
}

#[tokio::test]
async fn a_form_sent_after_the_session_comes_back_whole() {
    let rig = Rig::office().await;
    let session = rig.signed_in(ADMINISTRATOR);
    rig.pass_minutes(31);
    let size = rig.size();
    let fields = [
        ("khoa", "k1"),
        ("ten", "Văn phòng <b>mới</b>"),
        ("lien_he", "Số 1\nĐường Hai"),
    ];
    for (path, words) in [
        ("/quan-tri/van-phong", "Phiên làm việc đã hết"),
        ("/en/quan-tri/van-phong", "Your session has ended"),
    ] {
        let answer = rig.post(path, &session, &fields).await;
        answer.is(422).says("Văn phòng &#60;b&#62;mới&#60;/b&#62;");
        answer.says(words);
        answer.says("Đường Hai");
        answer.says(&format!("action=\"{path}\""));
    }
    assert_eq!(rig.size(), size);
}

#[tokio::test]
async fn signing_out_ends_one_session_or_all() {
    let rig = Rig::office().await;
    let (one, two, three) = (rig.signed_in(NOBODY), rig.signed_in(NOBODY), rig.signed_in(NOBODY));
    rig.get("/quan-tri/toi", &one).await.is(200).says("Chưa có vai trò nào");
    let out = rig.post("/quan-tri/ra", &one, &[]).await;
    assert_eq!((out.is(303).location(), out.session().as_deref()), ("/", Some("")));
    rig.get("/quan-tri/toi", &one).await.is(403);
    rig.get("/quan-tri/toi", &two).await.is(200);
    assert_eq!(
        rig.post("/en/quan-tri/toi/ket-thuc", &two, &[])
            .await
            .is(303)
            .location(),
        "/en/"
    );
    rig.get("/quan-tri/toi", &two).await.is(403);
    rig.get("/quan-tri/toi", &three).await.is(403);
    rig.post("/quan-tri/ra", "", &[]).await.is(303);
    rig.post("/quan-tri/toi/ket-thuc", &three, &[]).await.is(403);
}
