//! A session is a shift; what was typed outlives it.

mod common;

use common::{NOBODY, SESSION, office};
use web_rig::ADMINISTRATOR;

#[test]
fn a_session_ends_after_twelve_hours() {
    let rig = office();
    let session = rig.signed_in(ADMINISTRATOR);
    for _ in 0..(12 * 60 / 20 - 1) {
        rig.minutes_later(20);
        session.get("/quan-tri/").is(200);
    }
    rig.minutes_later(20);
    session.get("/quan-tri/").is(403);
}

#[test]
fn a_session_ends_after_thirty_idle_minutes() {
    let rig = office();
    let session = rig.signed_in(ADMINISTRATOR);
    rig.minutes_later(30);
    session.get("/quan-tri/").is(200);
    rig.minutes_later(31);
    session.get("/quan-tri/").is(403);
}

#[test]
fn a_form_sent_after_the_session_comes_back_whole() {
    let rig = office();
    let session = rig.signed_in(ADMINISTRATOR);
    rig.minutes_later(31);
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
        let answer = session.post(path, &fields);
        answer.is(422).says("Văn phòng &#60;b&#62;mới&#60;/b&#62;");
        answer.says(words);
        answer.says("Đường Hai");
        answer.says(&format!("action=\"{path}\""));
    }
    assert_eq!(rig.size(), size);
}

#[test]
fn signing_out_ends_one_session_or_all() {
    let rig = office();
    let (one, two, three) = (rig.signed_in(NOBODY), rig.signed_in(NOBODY), rig.signed_in(NOBODY));
    one.get("/quan-tri/toi").is(200).says("Chưa có vai trò nào");
    let out = one.post("/quan-tri/ra", &[]);
    assert_eq!((out.is(303).location(), out.cookie(SESSION)), ("/", Some("")));
    one.get("/quan-tri/toi").is(403);
    two.get("/quan-tri/toi").is(200);
    assert_eq!(two.post("/en/quan-tri/toi/ket-thuc", &[]).is(303).location(), "/en/");
    two.get("/quan-tri/toi").is(403);
    three.get("/quan-tri/toi").is(403);
    rig.post("/quan-tri/ra", &[]).is(303);
    three.post("/quan-tri/toi/ket-thuc", &[]).is(403);
}
